"""Lengths of time that a court or a law gives, as ISO 8601 durations."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeVar

import attrs
from dateutil.relativedelta import relativedelta

from kzseparatism import _views
from kzseparatism.errors import InvalidValueError, WrongTypeError

_TERM = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?", re.ASCII)
_MONTH_IN_DAYS = 365.2425 / 12
_MOST = {"years": 999, "days": 9999}  # three and four digits, as ``parse`` reads them
_Day = TypeVar("_Day", date, relativedelta)


def _check_number(_instance: object, attribute: attrs.Attribute[int], value: object) -> None:
    place = f"Term.{attribute.name}"
    if type(value) is not int:
        raise WrongTypeError(place, value, "is not a whole number")
    if value < 0:
        raise InvalidValueError(place, value, "is below zero")


@attrs.frozen(kw_only=True, eq=False, order=False, repr=False)
class Term:
    """A length of whole years, months and days, longer than nothing.

    Twelve months are a year; days stay days. Terms of the same years, months and days are equal,
    and a term is equal to the ``relativedelta`` that says the same. A term can't be changed; it
    can be added to a date, a FuzzyDate and a ``relativedelta``.

    >>> Term(years=1, months=18)
    Term.parse('P2Y6M')
    >>> Term.parse("P5Y") == relativedelta(years=5)
    True
    >>> date(2023, 5, 30) + Term.parse("P5Y")
    datetime.date(2028, 5, 30)
    """

    years: int = attrs.field(default=0, validator=_check_number)
    months: int = attrs.field(default=0, validator=_check_number)
    days: int = attrs.field(default=0, validator=_check_number)

    def __attrs_post_init__(self) -> None:
        years, months = divmod(self.months, 12)
        object.__setattr__(self, "years", self.years + years)
        object.__setattr__(self, "months", months)
        for name, most in _MOST.items():
            number = getattr(self, name)
            if number > most:
                raise InvalidValueError(f"Term.{name}", number, f"is more than {most}")
        if not (self.years or self.months or self.days):
            raise InvalidValueError("Term", "P0D", "is not a term", "give more than nothing")

    @classmethod
    def parse(cls, text: str) -> Term:
        """Return the term that an ISO 8601 duration in years, months and days names.

        Raises InvalidValueError for any other text, WrongTypeError for anything but text.

        >>> Term.parse("P1Y6M").months
        6
        >>> Term.parse("5 years")
        Traceback (most recent call last):
        ...
        kzseparatism.errors.InvalidValueError: term: '5 years' is not a term; write it as ...
        """
        if not isinstance(text, str):
            raise WrongTypeError("term", text, "is not text", "Term.of() takes other forms")
        match = _TERM.fullmatch(text)
        numbers = [int(part or 0) for part in match.groups()] if match else []
        if not any(numbers):
            raise InvalidValueError("term", text, "is not a term", "write it as P5Y, P1Y6M or P15D")
        return cls(years=numbers[0], months=numbers[1], days=numbers[2])

    @classmethod
    def of(cls, value: Term | relativedelta | str) -> Term:
        """Return ``value`` as a Term: itself, the same length as a relativedelta, or ISO text.

        Raises InvalidValueError for a length that no term has, WrongTypeError for other types.

        >>> Term.of(relativedelta(years=1, months=6))
        Term.parse('P1Y6M')
        """
        if isinstance(value, Term):
            return value
        if isinstance(value, str):
            return cls.parse(value)
        if not isinstance(value, relativedelta):
            raise WrongTypeError("term", value, "is not a term", 'write "P5Y"')
        # Only these fields survive the copy, so that a length with any other is not equal to it.
        plain = relativedelta(years=value.years, months=value.months, days=value.days)
        text = _text(value.years, value.months, value.days)
        if plain != value or not _TERM.fullmatch(text):
            remedy = "give whole years, months and days, none below zero, not all zero"
            raise InvalidValueError("term", value, "is not a term", remedy)
        return cls.parse(text)

    def __str__(self) -> str:
        """Return the ISO 8601 duration; ``parse`` makes an equal term of it."""
        return _text(self.years, self.months, self.days)

    def __repr__(self) -> str:
        return f"Term.parse({str(self)!r})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        """Return the term as HTML for notebooks."""
        text: str = _views.ask("html", "html_term", self)
        return text

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Term):
            return str(self) == str(other)
        return self.relativedelta == other if isinstance(other, relativedelta) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.relativedelta)  # as of the relativedelta that is equal to it

    def __radd__(self, day: _Day) -> _Day:
        """Return the day, or the length, that is this much later."""
        return day + self.relativedelta

    def __rsub__(self, day: _Day) -> _Day:
        """Return the day, or the length, that is this much earlier."""
        return day - self.relativedelta

    @property
    def relativedelta(self) -> relativedelta:
        """The same length as a new relativedelta, to reckon with."""
        return relativedelta(years=self.years, months=self.months, days=self.days)

    @property
    def total_months(self) -> float:
        """The length in months, for sorting: a day counts as the mean part of a month.

        >>> Term.parse("P1Y6M").total_months
        18.0
        """
        return self.years * 12 + self.months + self.days / _MONTH_IN_DAYS


def _text(years: int, months: int, days: int) -> str:
    parts = ((years, "Y"), (months, "M"), (days, "D"))
    return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)


def term_or_none(value: Term | relativedelta | str | None) -> Term | None:
    """Return ``Term.of(value)``, or None for None."""
    return None if value is None else Term.of(value)
