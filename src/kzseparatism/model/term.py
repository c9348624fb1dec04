"""Lengths of time that a court or a law gives, as ISO 8601 durations."""

from __future__ import annotations

import re

from dateutil.relativedelta import relativedelta

from kzseparatism.errors import InvalidValueError, WrongTypeError

_TERM = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})D)?", re.ASCII)
_MONTH_IN_DAYS = 365.2425 / 12


def parse_term(text: str) -> relativedelta:
    """Return the length of time that an ISO 8601 duration in years, months and days names.

    >>> parse_term("P1Y6M")
    relativedelta(years=+1, months=+6)
    >>> parse_term("5 years")
    Traceback (most recent call last):
    ...
    kzseparatism.errors.InvalidValueError: term: '5 years' is not a term; write it as ...
    """
    match = _TERM.fullmatch(text)
    if not match:
        raise InvalidValueError("term", text, "is not a term", "write it as P5Y, P1Y6M or P15D")
    years, months, days = (int(part or 0) for part in match.groups())
    return term(relativedelta(years=years, months=months, days=days))


def term(value: relativedelta) -> relativedelta:
    """Return a copy of a length of whole years, months and days, longer than nothing."""
    if not isinstance(value, relativedelta):
        raise WrongTypeError(
            "term", value, "is not a relativedelta", "write relativedelta(years=5)"
        )
    copy = relativedelta(years=value.years, months=value.months, days=value.days)
    if copy != value or not _TERM.fullmatch(term_text(copy)):
        complaint = "is not a term"
        remedy = "give whole years, months and days, none below zero and not all zero"
        raise InvalidValueError("term", value, complaint, remedy)
    return copy


def term_or_none(value: relativedelta | None) -> relativedelta | None:
    """Return ``term(value)``, or None for None."""
    return None if value is None else term(value)


def term_text(value: relativedelta) -> str:
    """Return a term as the ISO 8601 duration that ``parse_term`` reads.

    >>> term_text(relativedelta(years=1, months=6))
    'P1Y6M'
    """
    parts = ((value.years, "Y"), (value.months, "M"), (value.days, "D"))
    return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)


def term_months(value: relativedelta) -> float:
    """Return a term in months, for sorting: a day counts as the mean part of a month.

    >>> term_months(relativedelta(years=1, months=6))
    18.0
    """
    return value.years * 12 + value.months + value.days / _MONTH_IN_DAYS
