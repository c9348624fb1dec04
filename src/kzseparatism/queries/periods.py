"""Counting by time: which years or months a date may be in, and how much of it is in each."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, TypeAlias

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, with_article
from kzseparatism.model import Case, Source
from kzseparatism.model.tables import askable
from kzseparatism.queries.tally import Count, Tally
from kzseparatism.table import Table

# The periods that there are from one day to another, each with how many of the days are in it.
_Periods: TypeAlias = Callable[[date, date], Iterator[tuple[str, int]]]
_OPEN_END = "open end"


def by_time(records: Table[Any], by: str) -> Table[Count]:
    """Return how many records there are in each year or month; ``by`` is one of ``PERIODS``."""
    periods = PERIODS[by]
    groups, open_dates = Tally(), []
    for record in records:
        when = _date_of(record, by)
        if when is None:
            groups.add("no date", certain=True, weight=1)
        elif when.is_open:
            open_dates.append(when)
            groups.add(_OPEN_END, certain=True, weight=1)
        else:
            days = (when.latest - when.earliest).days + 1
            shares = list(periods(when.earliest, when.latest))
            certain = len(shares) == 1 and not when.qualifier
            for name, part in shares:
                groups.add(name, certain=certain, weight=part / days)
    _add_open(groups, open_dates, periods)
    last = ("no date", _OPEN_END)
    in_time = sorted(name for name in groups if name not in last)
    return groups.table((name, name) for name in (*in_time, _OPEN_END, "no date"))


def _add_open(groups: Tally, dates: list[FuzzyDate], periods: _Periods) -> None:
    """Count dates with an open end as possible in every group that they meet.

    They meet infinitely many. Those count in which some record is, or at which their own end is.
    """
    ends = [(when, when.earliest == date.min) for when in dates]
    at_ends = [next(periods(*[w.latest if before else w.earliest] * 2))[0] for w, before in ends]
    names = {name for name in groups if name[0].isdigit()} | set(at_ends)
    for (_, before), end in zip(ends, at_ends, strict=True):
        for name in names:
            if name <= end if before else name >= end:
                groups.add(name, certain=False, weight=0)


def _years(first: date, last: date) -> Iterator[tuple[str, int]]:
    """Yield each year from one day to another, and how many of the days are in it."""
    for year in range(first.year, last.year + 1):
        start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        yield f"{year:04}", (end - start).days + 1


def _months(first: date, last: date) -> Iterator[tuple[str, int]]:
    """Yield each month from one day to another, and how many of the days are in it."""
    while first <= last:
        end = min(last, first.replace(day=monthrange(first.year, first.month)[1]))
        yield f"{first.year:04}-{first.month:02}", (end - first).days + 1
        first = end + timedelta(days=1)


PERIODS: dict[str, _Periods] = {"year": _years, "month": _months}


def _date_of(record: Any, by: str) -> FuzzyDate | None:
    if isinstance(record, Case):
        complaint = "asks for a date, and a case has several"
        remedy = 'count its stages: counts(kz.stages("conviction"), by="year")'
        raise InvalidValueError("by", by, complaint, remedy)
    field = "published" if isinstance(record, Source) else "date"
    kind: type = type(record)
    if field not in askable(kind):
        noun = with_article(kind.__name__)
        raise InvalidValueError("by", by, f"asks for a date, and {noun} has none")
    when: FuzzyDate | None = getattr(record, field)
    return when
