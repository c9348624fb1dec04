"""Dates, days and ids that the laws draw: close enough to each other to meet."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.strategies import fuzzy_dates

# In the order of text, "a10" is before "a2", and so it is in every answer.
IDS = ("a", "b", "a2", "a10", "c", "d")
ONE_DAY = timedelta(1)

_HOME = date(2023, 1, 1)
# What is simple comes first, for examples shrink to it.
_DAYS = [_HOME + timedelta(offset) for offset in (*range(70), *range(-1, -20, -1))]
_ENDS = [_HOME + timedelta(offset) for offset in (0, 1, 2, 14, 30, 31, 45, 58, 59, -1, -3, -31)]
PERIODS = [
    FuzzyDate.parse(text)
    for text in (
        *("2023-01", "2023-02", "2022-12", "2023-03", "2023", "2022", "2023-21", "2022-24"),
        *("2023-33", "2022-36", "2023-40", "202X", "20XX"),
    )
]
_RANGES = [FuzzyDate(first, last) for first in _ENDS for last in _ENDS if first < last]
_OPEN = [
    *(FuzzyDate(day, date.max) for day in _ENDS),
    *(FuzzyDate(date.min, day) for day in _ENDS),
]
QUALIFIED = [
    FuzzyDate(when.earliest, when.latest, mark)
    for when in (*map(FuzzyDate.of, _ENDS), *PERIODS)
    for mark in "?~%"
]
_QUALIFIED_RANGES = [attrs.evolve(when, qualifier=mark) for when in _RANGES[::7] for mark in "?~%"]
_QUALIFIED_OPEN = [attrs.evolve(when, qualifier=mark) for when in _OPEN[::5] for mark in "?~%"]


@cache
def near_dates(
    *, allow_qualifiers: bool = True, allow_ranges: bool = True, allow_open_ends: bool = True
) -> st.SearchStrategy[FuzzyDate]:
    """Generate dates that are close enough to each other to meet.

    They are picked from lists, in few draws, so that examples shrink well: a record that can go
    is soon gone.
    """
    days = [FuzzyDate.of(day) for day in _DAYS]
    sorts = [days, days, PERIODS]
    if allow_ranges:
        sorts.append(_RANGES)
    if allow_ranges and allow_open_ends:
        sorts.append(_OPEN)
    if allow_qualifiers:
        qualified = QUALIFIED + _QUALIFIED_RANGES * allow_ranges
        sorts += [QUALIFIED, qualified + _QUALIFIED_OPEN * (allow_ranges and allow_open_ends)]
    return st.one_of([st.sampled_from(sort) for sort in sorts])


@cache
def dates(**options: Any) -> st.SearchStrategy[FuzzyDate]:
    """Generate dates that are close enough to each other to meet, and now and then others."""
    near = near_dates(**options)
    return st.one_of(near, near, near, fuzzy_dates(**options))


def near_days() -> st.SearchStrategy[date]:
    """Generate days close to each other."""
    return st.sampled_from(_DAYS)


def several(one: st.SearchStrategy[Any], *, min_size: int = 0) -> st.SearchStrategy[list[Any]]:
    """Generate up to four records, each with an id of its own, in any order."""
    return st.lists(one, min_size=min_size, max_size=4, unique_by=lambda one: one.id)


def several_ids(*, min_size: int = 0) -> st.SearchStrategy[list[str]]:
    """Generate up to four ids, each once, in any order."""
    return st.lists(st.sampled_from(IDS), min_size=min_size, max_size=4, unique=True)


def closed(when: FuzzyDate) -> list[date]:
    """Return the ends of a date that are not open."""
    return [
        end for end in (when.earliest, when.latest) if date(1900, 1, 1) < end < date(2200, 1, 1)
    ]


def moved(day: date, length: relativedelta | timedelta, *, back: bool) -> date:
    """Return the day so much earlier or later; what is open, or off the calendar, is open."""
    if day in (date.min, date.max):
        return day
    try:
        return day - length if back else day + length
    except (OverflowError, ValueError):
        return date.min if back else date.max
