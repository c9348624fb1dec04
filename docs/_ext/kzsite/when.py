"""Dates and lengths of time on a page: in words, with the coded text beside them."""

from __future__ import annotations

from typing import Any

from kzseparatism.dates import FuzzyDate, Term, wording
from kzsite.address import BASE, word
from kzsite.markup import code, escaped


def bare(day: FuzzyDate) -> str:
    """Return a date as Markdown: in words, and as it is coded.

    >>> bare(FuzzyDate.parse("2022-08~"))
    'August 2022, approximate (`2022-08~`)'
    """
    return f"{escaped(wording.with_doubt(day))} ({code(str(day))})"


def dated(part: Any, base: str = BASE) -> str:
    """Return the date of a record or part as Markdown: words, code, basis, words printed."""
    if part.date is None:
        return f"no date, “{escaped(part.date_text)}”" if part.date_text else "no date"
    printed = f", “{escaped(part.date_text)}”" if part.date_text else ""
    return f"{bare(part.date)}; {word(part.date_basis, base)}{printed}"


def length(term: Term) -> str:
    """Return a length of time in words and as ISO 8601.

    >>> length(Term(years=1, months=6))
    '1 year, 6 months (`P1Y6M`)'
    """
    return f"{wording.length(term)} ({code(str(term))})"
