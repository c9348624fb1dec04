"""Somebody's own work: while it is judged, the answers of the library can't be borrowed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from types import ModuleType
from typing import Any
from unittest.mock import patch

import kzseparatism as kz
from kzseparatism import queries
from kzseparatism.errors import UnknownNameError, WrongTypeError


class BorrowedWorkError(AssertionError):
    """Code that is judged asks the library for the answer that it is to work out itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"the library's own {self.name} gives this answer: work it out yourself"


@contextmanager
def own_work(module: ModuleType, *names: str) -> Iterator[None]:
    """Refuse, for a while, to answer a module that asks the library's own functions.

    ``names`` are public functions of the library ("statements_between") or of its classes
    ("FuzzyDate.meets"). If the code of ``module`` calls one, or has imported it by name, that is a
    ``BorrowedWorkError``; all other code, that of the laws too, gets its answers. Use it around
    ``check``, or in a fixture, to mark exercises. It hinders a short cut, and no deceit.

    Raises ``UnknownNameError`` for a name that the library does not have.

    >>> from types import ModuleType
    >>> exercise = ModuleType("exercise")
    >>> exercise.mine = kz.statements_between
    >>> with own_work(exercise, "statements_between"):
    ...     exercise.mine("2023")
    Traceback (most recent call last):
    ...
    kzseparatism.laws.own_work.BorrowedWorkError: the library's own statements_between gives ...
    """
    if not isinstance(module, ModuleType):
        raise WrongTypeError("module", module, "is not a module", "import the file, and give it")
    with ExitStack() as stack:
        for name in names:
            owner, last = _owner(name)
            original = getattr(owner, last)
            if any(value is original for value in vars(module).values()):
                raise BorrowedWorkError(name)
            refusing = _refusing(original, module.__name__, name)
            # A query has two public addresses.
            for place in (owner, *([queries] if hasattr(queries, last) else [])):
                stack.enter_context(patch.object(place, last, refusing))
        yield


def _owner(name: str) -> tuple[Any, str]:
    *within, last = name.split(".")
    owner: Any = kz
    for step in within:
        owner = getattr(owner, step, None)
    if not callable(getattr(owner, last, None)):
        raise UnknownNameError("function of the library", name)
    return owner, last


def _refusing(original: Any, borrower: str, name: str) -> Any:
    @wraps(original)
    def asked(*arguments: Any, **options: Any) -> Any:
        if sys._getframe(1).f_globals.get("__name__") == borrower:  # noqa: SLF001
            raise BorrowedWorkError(name)
        return original(*arguments, **options)

    return asked
