"""The errors of this library: one root, each also the builtin that a caller would catch.

Every error carries its data in fields, so that a program need not read its message.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

_shorten = reprlib.Repr()
_shorten.maxstring = _shorten.maxother = _shorten.maxlong = 120


def shown(value: object) -> str:
    """Return ``repr(value)``, cut in the middle where it is long.

    >>> shown("2023-02-30")
    "'2023-02-30'"
    >>> len(shown("x" * 1_000_000)) < 130
    True
    """
    try:
        return _shorten.repr(value)
    except ValueError:
        # Python refuses to write out a number of thousands of digits.
        return f"<a {type(value).__name__} too long to show>"


class KzSeparatismError(Exception):
    """The root: ``except KzSeparatismError`` catches everything this library raises on purpose."""


class _BadValueError(KzSeparatismError):
    """A value that can't be used: where it stood, what it was, and what to write instead."""

    def __init__(self, place: str, value: object, remedy: str) -> None:
        super().__init__(place, value, remedy)
        self.place = place
        self.value = value
        self.remedy = remedy

    def at(self, place: str) -> Self:
        """Return the same error for another place, such as the argument that the value was.

        >>> str(InvalidValueError("date", "2023-13", "is not a date").at("start"))
        "start: '2023-13' is not a date"
        """
        return type(self)(place, self.value, self.remedy)

    def __str__(self) -> str:
        return f"{self.place}: {shown(self.value)} {self.remedy}"


class InvalidValueError(_BadValueError, ValueError):
    """A value of the right type that means nothing here: an impossible date, a reversed window."""


class WrongTypeError(_BadValueError, TypeError):
    """A value of a type that is not taken here."""


class _BadNameError(KzSeparatismError, LookupError):
    """A name that did not lead to exactly one record."""

    def __init__(self, what: str, name: str, candidates: Iterable[str] = ()) -> None:
        self.what = what
        self.name = name
        self.candidates: tuple[str, ...] = tuple(candidates)
        super().__init__(what, name, self.candidates)


class UnknownNameError(_BadNameError):
    """No record has this name; ``candidates`` are the nearest names."""

    def __str__(self) -> str:
        return f"no {self.what} is called {shown(self.name)}{did_you_mean(self.candidates)}"


class WholeCountryError(UnknownNameError):
    """The name of the whole country was given where a region of it is asked for."""

    def __str__(self) -> str:
        return f"{shown(self.name)} is the whole country, no {self.what} of it; leave it out"


class AmbiguousNameError(_BadNameError):
    """More than one record fits; ``candidates`` describes each. Nothing is guessed."""

    def __str__(self) -> str:
        return (
            f"{shown(self.name)} may be any of {len(self.candidates)} {self.what}s: "
            f"{'; '.join(self.candidates)}: write a longer name or the id"
        )


class UnknownIdError(KzSeparatismError, KeyError):
    """No record has this id; ``nearest`` are the ids that look most like it."""

    def __init__(self, record_id: object, nearest: Iterable[str] = ()) -> None:
        self.record_id = record_id
        self.nearest: tuple[str, ...] = tuple(nearest)
        super().__init__(record_id, self.nearest)

    def __str__(self) -> str:
        return f"no record has the id {shown(self.record_id)}{did_you_mean(self.nearest)}"


class DuplicateIdError(KzSeparatismError, ValueError):
    """Two different records with one id were put into one table."""

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id)
        self.record_id = record_id

    def __str__(self) -> str:
        return f"two different records have the id {shown(self.record_id)}: give one a new id"


class DataError(KzSeparatismError, ValueError):
    """One thing that is wrong in a data file: where it is, and what to do about it."""

    def __init__(self, origin: str, path: str, record: str, message: str) -> None:
        super().__init__(origin, path, record, message)
        self.origin = origin
        self.path = path
        self.record = record
        self.message = message

    def __str__(self) -> str:
        row, bracket, rest = self.path.partition("]")
        record = f' "{in_a_line(self.record)}"' if self.record else ""
        return f"{self.origin}: {row}{bracket}{record}{rest}: {self.message}"


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
    """Return a text that is no longer than a line and can be printed, whatever is in it."""
    short = text if len(text) <= 120 else f"{text[:80]}...{text[-30:]}"
    return short if short.isprintable() else ascii(short)[1:-1]


def did_you_mean(nearest: Sequence[str]) -> str:
    """Return the words that offer ``nearest``, or nothing where there is none."""
    return f"; did you mean {' or '.join(map(repr, nearest))}?" if nearest else ""
