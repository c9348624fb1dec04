"""Dates and lengths of time in words: the coded text first, then what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

from kzseparatism.dates import FuzzyDate, Term
from kzsite.address import BASE, word
from kzsite.markup import code, escaped

_DOUBTS = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}


def days(day: FuzzyDate) -> str:
    """Return the days that a date may be, in words, and what is doubtful about it.

    >>> days(FuzzyDate.parse("2022-08~"))
    '2022-08-01 to 2022-08-31, approximate'
    >>> days(FuzzyDate.parse("[..2024-06-05]"))
    'on or before 2024-06-05'
    """
    if day.earliest == date.min:
        span = f"on or before {day.latest}"
    elif day.latest == date.max:
        span = f"on or after {day.earliest}"
    elif day.earliest == day.latest:
        span = "" if day.qualifier else "that day"
    else:
        span = f"{day.earliest} to {day.latest}"
    return ", ".join(part for part in (span, _DOUBTS.get(day.qualifier, "")) if part)


def bare(day: FuzzyDate) -> str:
    """Return a date as Markdown: its text, and the days where the text does not show them."""
    said = days(day)
    return code(str(day)) if said == "that day" else f"{code(str(day))} ({escaped(said)})"


def dated(part: Any, base: str = BASE) -> str:
    """Return the date of a record or part as Markdown: text, days, basis, words printed."""
    if part.date is None:
        return f"no date, “{escaped(part.date_text)}”" if part.date_text else "no date"
    printed = f", “{escaped(part.date_text)}”" if part.date_text else ""
    return f"{bare(part.date)}; {word(part.date_basis, base)}{printed}"


def length(term: Term) -> str:
    """Return a length of time in words and as ISO 8601.

    >>> length(Term(years=1, months=6))
    '1 year, 6 months (`P1Y6M`)'
    """
    units = (("year", term.years), ("month", term.months), ("day", term.days))
    words = [f"{number} {unit}{'' if number == 1 else 's'}" for unit, number in units if number]
    return f"{', '.join(words)} ({code(str(term))})"
