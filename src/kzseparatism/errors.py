"""The errors of this library: one root, each also the builtin that a caller would catch.

Every error carries its data in fields, so that a program need not read its message.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

__all__ = [
    "AmbiguousNameError",
    "DataError",
    "DataErrors",
    "DuplicateIdError",
    "InvalidValueError",
    "KzSeparatismError",
    "MissingExtraError",
    "Problem",
    "UnknownIdError",
    "UnknownNameError",
    "WholeCountryError",
    "WrongTypeError",
]

_shorten = reprlib.Repr()
_shorten.maxstring = _shorten.maxother = _shorten.maxlong = 120
_shorten.maxlevel = 3
_LONGEST_VALUE = 400
_LONGEST_MESSAGE = 2_000


def shortened(value: object) -> str:
    """Return ``repr(value)``, cut in the middle where it is long.

    >>> shortened("2023-02-30")
    "'2023-02-30'"
    >>> len(shortened("x" * 1_000_000)) < 130
    True
    """
    try:
        return _cut(_shorten.repr(value), _LONGEST_VALUE)
    except ValueError:
        # Python refuses to write out a number of thousands of digits.
        return f"<a {type(value).__name__} too long to show>"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest // 2]}...{text[-longest // 4 :]}"


class KzSeparatismError(Exception):
    """The root: ``except KzSeparatismError`` catches everything this library raises on purpose."""


class MissingExtraError(KzSeparatismError, ModuleNotFoundError):
    """A package that one function needs is not installed.

    ``extra`` is the extra of this library that brings it, ``package`` what to install otherwise.
    """

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package, name=package)
        self.extra = extra
        self.package = package

    def __str__(self) -> str:
        return (
            f"this needs {self.package}: python -m pip install {self.package} "
            f"(or, in a clone of the library, '.[{self.extra}]')"
        )


class _BadValueError(KzSeparatismError):
    """A value that can't be used.

    ``place`` is the argument, or the record and field, that it was given for; ``complaint`` says
    what is wrong with ``value``, ``remedy`` what to do instead (empty where the complaint says it).
    """

    def __init__(self, place: str, value: object, complaint: str, remedy: str = "") -> None:
        super().__init__(place, value, complaint, remedy)
        self.place = place
        self.value = value
        self.complaint = complaint
        self.remedy = remedy

    def at(self, place: str) -> Self:
        """Return the same error about another place, for a caller who knows it better."""
        return type(self)(place, self.value, self.complaint, self.remedy)

    def __str__(self) -> str:
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{self.place}: {shortened(self.value)} {self.complaint}{remedy}"


class InvalidValueError(_BadValueError, ValueError):
    """A value of the right type that means nothing here: an impossible date, a reversed window."""


class WrongTypeError(_BadValueError, TypeError):
    """A value of a type that is not taken here."""


class _BadNameError(KzSeparatismError, LookupError):
    """A name that did not lead to exactly one record."""

    def __init__(self, what: str, name: str, candidates: Iterable[str] = (), *more: str) -> None:
        self.what = what
        self.name = name
        self.candidates: tuple[str, ...] = tuple(candidates)
        super().__init__(what, name, self.candidates, *more)


class UnknownNameError(_BadNameError):
    """No record has this name; ``candidates`` are the nearest names.

    ``reason`` says what the name is instead, where that is known: a town, a person, a unit of the
    past; and ``remedy`` which question takes it.
    """

    def __init__(
        self,
        what: str,
        name: str,
        candidates: Iterable[str] = (),
        reason: str = "",
        remedy: str = "",
    ) -> None:
        super().__init__(what, name, candidates, reason, remedy)
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        called = f"no {self.what} is called {shortened(self.name)}"
        return f"{called}{_instead(self.reason, self.remedy)}{did_you_mean(self.candidates)}"


def _instead(reason: str, remedy: str) -> str:
    """Return the words that say what a name is instead, and what to do, or nothing."""
    return f": {'; '.join(filter(None, (reason, remedy)))}" if reason else ""


class WholeCountryError(UnknownNameError):
    """The name of the whole country was given where a region of it is asked for."""

    def __str__(self) -> str:
        return f"{shortened(self.name)} is the whole country, no {self.what} of it; leave it out"


class AmbiguousNameError(_BadNameError):
    """More than one record fits; ``candidates`` describes each. Nothing is guessed."""

    def __str__(self) -> str:
        return (
            f"{shortened(self.name)} may be any of {len(self.candidates)} {self.what}s: "
            f"{'; '.join(self.candidates)}: write a longer name or the id"
        )


class UnknownIdError(KzSeparatismError, KeyError):
    """No record has this id; ``nearest`` are the ids that look most like it.

    ``what`` is the noun for messages. ``reason`` and ``remedy`` are as for an unknown name.
    """

    def __init__(
        self,
        record_id: object,
        nearest: Iterable[str] = (),
        reason: str = "",
        remedy: str = "",
        what: str = "record",
    ) -> None:
        self.record_id = record_id
        self.nearest: tuple[str, ...] = tuple(nearest)
        self.reason = reason
        self.remedy = remedy
        self.what = what
        super().__init__(record_id, self.nearest, reason, remedy, what)

    def __str__(self) -> str:
        unknown = f"no {self.what} has the id {shortened(self.record_id)}"
        return f"{unknown}{_instead(self.reason, self.remedy)}{did_you_mean(self.nearest)}"


class DuplicateIdError(KzSeparatismError, ValueError):
    """Two different records with one id were put into one table."""

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id)
        self.record_id = record_id

    def __str__(self) -> str:
        return f"two different records have the id {shortened(self.record_id)}: give one a new id"


class DataError(KzSeparatismError, ValueError):
    """One thing that is wrong in a dataset: where it is, and what to do about it.

    Two problems with the same origin, path, record and message are equal, wherever they stand in
    the file. What is longer than anybody reads is cut in the middle: a path, an id, a message.
    """

    #: Where it is in the file, counted from 1 (in characters); None where that is not known.
    line: int | None = None
    column: int | None = None

    def __init__(self, origin: str, path: str, record: str, message: str) -> None:
        path, record = _cut(path, _LONGEST_VALUE), _cut(record, _LONGEST_VALUE)
        super().__init__(origin, path, record, _cut(message, _LONGEST_MESSAGE))

    @property
    def origin(self) -> str:
        """The file, such as "cases.json"."""
        return self.args[0]  # type: ignore[no-any-return] # as given

    @property
    def path(self) -> str:
        """The place in the file: ``$[12].date``, ``$[12]["unknown key"]``; ``$`` is all of it."""
        return self.args[1]  # type: ignore[no-any-return]

    @property
    def record(self) -> str:
        """The id of the record, or nothing where there is none."""
        return self.args[2]  # type: ignore[no-any-return]

    @property
    def message(self) -> str:
        """What is wrong, and what to do about it."""
        return self.args[3]  # type: ignore[no-any-return]

    def at(self, line: int, column: int) -> DataError:
        """Return the same problem at a line and a column of its file."""
        there = DataError(*self.args)
        there.line, there.column = line, column
        return there

    def __eq__(self, other: object) -> bool:
        """Return whether ``other`` is a problem with the same four fields."""
        return self.args == other.args if isinstance(other, DataError) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.args)

    def __str__(self) -> str:
        row, bracket, rest = self.path.partition("]")
        record = f' "{in_a_line(self.record)}"' if self.record else ""
        place = self.origin if self.line is None else f"{self.origin}:{self.line}:{self.column}"
        return f"{place}: {row}{bracket}{record}{rest}: {self.message}"


# What ``check`` returns is what reading raises, but for the raising.
Problem = DataError


class DataErrors(KzSeparatismError, ExceptionGroup[DataError]):  # noqa: N818 - it is many
    """Everything that is wrong in a set of data files, all at once; nothing was loaded."""

    @property
    def problems(self) -> tuple[DataError, ...]:
        """Every single problem, in the order of files and rows."""
        return tuple(_leaves(self))

    def derive(self, excs: Sequence[DataError], /) -> DataErrors:  # type: ignore[override]
        """Return a group of the same kind around ``excs``, as ``except*`` needs."""
        return DataErrors(self.message, excs)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.problems)])


def _leaves(group: ExceptionGroup[DataError]) -> Iterator[DataError]:
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from _leaves(error)
        else:
            yield error


def in_a_line(text: str) -> str:
    """Return a text no longer than a line and printable."""
    short = text if len(text) <= 120 else f"{text[:80]}...{text[-30:]}"
    return short if short.isprintable() else ascii(short)[1:-1]


def with_article(noun: str) -> str:
    """Return a noun after "a" or "an", as its first letter asks.

    >>> with_article("Actor"), with_article("case")
    ('an Actor', 'a case')
    """
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def did_you_mean(nearest: Sequence[str]) -> str:
    """Return the words that offer ``nearest``, or nothing where there is none."""
    return f"; did you mean {' or '.join(map(repr, nearest))}?" if nearest else ""
