"""Somebody's own work: while it is judged, the answers of the library can't be borrowed."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from functools import cached_property, partial, wraps
from importlib import import_module
from types import CodeType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any, ParamSpec, TypeVar, cast

import kzseparatism as kz
from kzseparatism.errors import UnknownNameError, WrongTypeError

_P = ParamSpec("_P")
_R = TypeVar("_R")

# The rooms that answer questions about records: nothing in them is lent.
_ANSWERING = ("cli", "exploring", "exporting", "frames", "plot", "queries", "tidying")
# What is lent all the same: who or what is called by a name. A room may also be used by what prints
# a record, and runs code of its own when it is imported or one of its functions is looked up.
_LOOK_UPS = (kz.find_actor, kz.find_place, kz.find_region)
_ELSEWHERE = ("kzseparatism.views", "importlib.")
# Answers that have nothing left to do when they come back.
_WHOLE = (str, bytes, dict, set, frozenset, kz.Table)


class BorrowedWorkError(BaseException):
    """Code that is judged asks the library for the answer that it is to work out itself.

    It is no ``Exception``: neither that code nor a law can take it for an answer.
    """


def own_work(
    function: Callable[_P, _R],
    *others: str | Callable[..., Any],
    error: Callable[[str], BaseException] = BorrowedWorkError,
) -> Callable[_P, _R]:
    """Return a function that does the same, and can't borrow its answer from the library.

    While it runs, no query of the library answers, and nothing of ``frames``, ``tidy``, ``export``
    and ``plot``, by whatever name and through whomever it is called. What looks a name up does
    (``find_actor``, ``find_place``, ``find_region``). ``others`` are refused as well: public
    functions, methods and modules of the library by name ("FuzzyDate.meets", "privacy"), and
    functions of yours, such as one that knows the right answer. All other code has its answers. An
    iterator, or a sequence of another kind than a list, comes back as a tuple: it is read while
    the function is watched.

    Give the function to ``check``, say, to mark exercises. It hinders a short cut, and no deceit.

    What is raised is a ``BorrowedWorkError``, or what ``error`` makes of the sentence. Raises
    ``UnknownNameError`` for a name that the library does not have, and ``WrongTypeError`` for what
    is no function.

    >>> from functools import partial
    >>> mine = own_work(partial(kz.statements_between, "2023"))
    >>> mine(among=kz.statements)
    Traceback (most recent call last):
    ...
    kzseparatism.laws.own_work.BorrowedWorkError: the library's own statements_between gives ...
    """
    if not callable(function):
        raise WrongTypeError("function", function, "is not a function", "give the function itself")
    refused: set[CodeType] = set()
    rooms = [f"kzseparatism.{room}" for room in _ANSWERING]
    for other in others:
        found = _of_the_library(other) if isinstance(other, str) else other
        if isinstance(found, ModuleType):
            rooms.append(found.__name__)
        else:
            refused.add(_code_of(found))
    within = tuple(f"{room}." for room in rooms)

    def watch(top: FrameType, frame: FrameType, event: str, _argument: object) -> None:
        if event != "call":
            return
        of_a_room = f"{_room(frame)}.".startswith(within)
        if of_a_room or frame.f_code in refused:
            asked = _frames_between(top, frame)
            if not any(map(_is_lent, asked)) and frame.f_code.co_name != "__getattr__":
                raise error(f"{_words_for(asked)} gives this answer: work it out yourself")

    @wraps(function)
    def judged(*arguments: _P.args, **options: _P.kwargs) -> _R:
        __tracebackhide__ = True  # of pytest: an error of the function shows the function
        before = sys.getprofile()
        sys.setprofile(partial(watch, sys._getframe()))  # noqa: SLF001 - where callers end
        try:
            return cast("_R", _read(function(*arguments, **options)))
        finally:
            sys.setprofile(before)

    return judged


def _read(answer: Any) -> Any:
    """Return an answer; a generator, and what is like a list, may work only when it is read."""
    if type(answer) in (list, tuple) or isinstance(answer, _WHOLE):
        return answer
    is_lazy = hasattr(answer, "__iter__") or hasattr(answer, "__getitem__")
    return tuple(answer) if is_lazy else answer


def _of_the_library(name: str) -> Any:
    first, *rest = name.split(".")
    try:
        found: Any = getattr(kz, first, None) or import_module(f"kzseparatism.{first}")
        for step in rest:
            found = getattr(found, step)
    except (AttributeError, ImportError):
        found = None
    if not isinstance(found, FunctionType | MethodType | ModuleType | property | cached_property):
        raise UnknownNameError("function or module of the library", name)
    return found


def _code_of(function: Any) -> CodeType:
    """Return the code of a function, a method or a property, under whatever is wrapped around."""
    inner = getattr(function, "fget", None) or getattr(function, "func", None) or function
    code = getattr(inspect.unwrap(inner), "__code__", None)
    if not isinstance(code, CodeType):
        raise WrongTypeError("others", function, "is not a function", "give a function or its name")
    return code


_LENT = {_code_of(function) for function in _LOOK_UPS}


def _frames_between(top: FrameType, frame: FrameType | None) -> list[FrameType]:
    """Return a frame and those that called it, up to the top one, which is left out."""
    frames = []
    while frame is not None and frame is not top:
        frames.append(frame)
        frame = frame.f_back
    return frames


def _room(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__"))


def _is_lent(frame: FrameType) -> bool:
    return frame.f_code in _LENT or _room(frame).startswith(_ELSEWHERE)


def _words_for(frames: list[FrameType]) -> str:
    """Return who was asked: of the library, the first that was called."""
    own = [frame for frame in frames if _room(frame).startswith("kzseparatism.")]
    whose, asked = ("library", own[-1]) if own else ("test", frames[0])
    return f"the {whose}'s own {asked.f_code.co_qualname}"
