"""Uncertain dates, the windows that queries ask about, lengths of time, and terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache, lru_cache
from typing import Any, TypeAlias

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from kzseparatism.dates import FuzzyDate, Term, Window
from kzseparatism.errors import InvalidValueError
from kzseparatism.strategies.options import check_days, check_flag, check_number

FIRST, LAST = date(2, 1, 1), date(9998, 12, 31)
# What examples shrink to: close to the documents, and the first day of every period it is in.
HOME = date(2023, 1, 1)
_NEAR = 430  # days: every month, season and leap day around the documents
_EDGES = (
    *(date(2022, 12, 31), date(2023, 2, 28), date(2023, 3, 1), date(2023, 12, 31)),
    *(date(2024, 1, 1), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)),
    *(date(2019, 12, 31), date(2020, 1, 1), date(2020, 2, 29), date(1999, 12, 31)),
    *(date(2000, 1, 1), date(2000, 2, 29), date(1900, 2, 28), date(2100, 3, 1)),
)

Bound: TypeAlias = FuzzyDate | date | str | None

_NAMES = ("day", "month", "year", "season", "quarter", "half", "decade", "century")
_QUALIFIERS = ("?", "~", "%")
_MOST_DAYS = (LAST - FIRST).days
# Midnight in Astana is the day before in Greenwich.
_ZONES = st.sampled_from((UTC, timezone(timedelta(hours=5)), timezone(timedelta(hours=-6))))
# In years: three digits, as the data files write them
MOST_YEARS = 999
_FORMS = ("date", "datetime", "aware", "text", "fuzzy")


@lru_cache(maxsize=64)
def days(low: date = FIRST, high: date = LAST) -> st.SearchStrategy[date]:
    """Generate days from ``low`` to ``high``, more often near 2023, the ends of years, leap days.

    They shrink towards 1 January 2023.
    """
    offsets = (offset for step in range(_NEAR) for offset in (step, -step - 1))
    near = [day for offset in offsets if low <= (day := HOME + timedelta(offset)) <= high]
    edges = [day for day in (*_EDGES, low, high) if low <= day <= high]
    # One draw is mostly enough. None stands for any day. A position is cheaper than the day itself.
    days = (*near, *edges * 25, *[None] * 300)
    likely = st.integers(0, len(days) - 1).map(days.__getitem__)
    numbers = st.integers((low - HOME).days, (high - HOME).days)
    return _days(likely, numbers)


@st.composite
def _days(
    draw: st.DrawFn, likely: st.SearchStrategy[date | None], numbers: st.SearchStrategy[int]
) -> date:
    day = draw(likely)
    return HOME + timedelta(draw(numbers)) if day is None else day


@st.composite
def fuzzy_dates(
    draw: st.DrawFn,
    *,
    min_value: date = FIRST,
    max_value: date = LAST,
    allow_qualifiers: bool = True,
    allow_ranges: bool = True,
    allow_open_ends: bool = True,
) -> FuzzyDate:
    """Generate dates of every sort: days, named periods, ranges, open ranges, qualified or not.

    Periods, ranges and open ranges may be qualified, unless ``allow_qualifiers`` is False.
    ``min_value`` and ``max_value`` hold every day that is possible, so an end is left open only
    on a side that they do not bound. Without ranges there are no open ends either.

    Examples shrink to an unqualified single day, and that to 1 January 2023.
    """
    check_days(min_value, max_value)
    for name, flag in (
        ("allow_qualifiers", allow_qualifiers),
        ("allow_ranges", allow_ranges),
        ("allow_open_ends", allow_open_ends),
    ):
        check_flag(name, flag)
    low, high = max(min_value, FIRST), min(max_value, LAST)
    check_days(low, high)
    shapes = ["day", "period", "period"]
    if allow_ranges:
        shapes.append("range")
        if allow_open_ends:
            shapes += ["from"] * (max_value >= LAST) + ["until"] * (min_value <= FIRST)
    shape, name, qualifier = draw(_shapes(tuple(shapes), allow_qualifiers))
    day = draw(days(low, high))
    if shape == "day":
        return FuzzyDate.of(day)
    if shape == "range":
        first, last = sorted((day, draw(days(low, high))))
    else:
        period = _period(name, day, low, high)
        first = date.min if shape == "until" else period.earliest
        last = date.max if shape == "from" else period.latest
    return FuzzyDate(first, last, qualifier)


@cache
def _shapes(
    shapes: tuple[str, ...],
    qualified: bool,  # noqa: FBT001 - passed on
) -> st.SearchStrategy[tuple[str, str, str]]:
    """Generate a shape of date, the name of a period and a qualifier, in one draw."""
    qualifiers = ("", "", *_QUALIFIERS) if qualified else ("",)
    return st.sampled_from(
        [
            (shape, name, qualifier)
            for shape in shapes
            for name in _NAMES
            for qualifier in qualifiers
        ]
    )


def windows(
    *,
    around: Iterable[Any] = (),
    min_value: date = FIRST,
    max_value: date = LAST,
    allow_text: bool = True,
    allow_open_ends: bool = True,
) -> st.SearchStrategy[tuple[Bound, Bound]]:
    """Generate a start and an end in every form that a query takes, never reversed.

    Each is a date, a datetime with or without a time zone, or None for an open end; with
    ``allow_text`` also EDTF text or a FuzzyDate, of a day or of a longer period. ``around`` are
    dates, or records with dates, on whose first and last days, and just before and after them,
    the windows mostly begin and end. A period may reach beyond ``min_value`` and ``max_value``.

    Examples shrink to the single day 1 January 2023, or to a day of ``around``, as dates.
    """
    check_days(min_value, max_value)
    check_flag("allow_text", allow_text)
    check_flag("allow_open_ends", allow_open_ends)
    low, high = max(min_value, FIRST), min(max_value, LAST)
    check_days(low, high)
    day = days(low, high)
    edges = dict.fromkeys(
        edge for when in _dates_in(around) for edge in _edges(when) if low <= edge <= high
    )
    if edges:
        edge = st.sampled_from(tuple(edges))
        day = st.one_of(edge, edge, edge, edge, day)
    return _windows(day, allow_text=allow_text, allow_open_ends=allow_open_ends)


def exact_windows() -> st.SearchStrategy[Window]:
    """Generate windows as the library's own type, for ``st.from_type``."""
    return windows().map(lambda bounds: Window.of(*bounds))


@st.composite
def _windows(
    draw: st.DrawFn, day: st.SearchStrategy[date], *, allow_text: bool, allow_open_ends: bool
) -> tuple[Bound, Bound]:
    first, last = sorted((draw(day), draw(day)))
    return (
        draw(_bounds(first, allow_text=allow_text, allow_none=allow_open_ends)),
        draw(_bounds(last, allow_text=allow_text, allow_none=allow_open_ends)),
    )


@st.composite
def lengths(
    draw: st.DrawFn, *, max_days: int = 400, allow_months: bool = True
) -> relativedelta | timedelta:
    """Generate lengths of whole days, months and years, none negative, as queries take them.

    None is much longer than ``max_days``. Without months every length is a number of days. They
    shrink to no time at all.
    """
    check_flag("allow_months", allow_months)
    check_number("max_days", max_days, _MOST_DAYS)
    number = draw(st.integers(0, max_days))
    shape = draw(
        st.sampled_from(("timedelta", "days", "months") if allow_months else ("timedelta", "days"))
    )
    if shape == "timedelta":
        return timedelta(number)
    if shape == "days":
        return relativedelta(days=number)
    months, rest = divmod(number, 31)
    return relativedelta(months=months, days=rest)


@st.composite
def terms(draw: st.DrawFn, *, max_years: int = 999) -> Term:
    """Generate lengths that a court or a law can give: years, months and days, not all zero.

    None is longer than ``max_years``, or than a month where that is 0. They shrink to a day.
    """
    check_number("max_years", max_years, MOST_YEARS)
    years = draw(st.integers(0, max_years))
    months = draw(st.integers(0, 11))
    days = draw(st.integers(0, 30))
    if years == max_years:
        months, days = 0, days if max_years == 0 else 0
    return Term(years=years, months=months, days=days or (0 if years or months else 1))


def _period(name: str, day: date, low: date, high: date) -> FuzzyDate:
    """Return the period of this name that a day is in, or the day where it does not fit."""
    try:
        period = FuzzyDate.parse(_text(name, day))
    except InvalidValueError:  # at either end of the calendar
        return FuzzyDate.of(day)
    fits = low <= period.earliest and period.latest <= high
    return period if fits else FuzzyDate.of(day)


def _text(name: str, day: date) -> str:
    year, month = f"{day.year:04}", day.month
    winter = f"{day.year - (month < 3):04}-24"
    return {
        "day": day.isoformat(),
        "month": f"{year}-{month:02}",
        "year": year,
        "season": winter if month in (12, 1, 2) else f"{year}-{21 + (month - 3) // 3}",
        "quarter": f"{year}-{33 + (month - 1) // 3}",
        "half": f"{year}-{40 + (month - 1) // 6}",
        "decade": f"{year[:3]}X",
        "century": f"{year[:2]}XX",
    }[name]


@st.composite
def _bounds(draw: st.DrawFn, day: date, *, allow_text: bool, allow_none: bool) -> Bound:
    """Generate a bound that names a day, or a longer period that it is in, or None."""
    forms = _FORMS if allow_text else _FORMS[:3]
    form = draw(st.sampled_from((*forms, "none") if allow_none else forms))
    if form == "none":
        return draw(st.sampled_from((None, None, day)))  # a draw more than for the day itself
    if form == "date":
        return day
    if form in ("datetime", "aware"):
        clock = draw(st.sampled_from((time(0), time(23, 59, 59, 999999))))
        return datetime.combine(day, clock, draw(_ZONES) if form == "aware" else None)
    period = _period(draw(st.sampled_from(("day", "month", *_NAMES))), day, FIRST, LAST)
    return period if form == "fuzzy" else str(period)


def _dates_in(around: Iterable[Any]) -> Iterable[FuzzyDate]:
    if isinstance(around, str) or not isinstance(around, Iterable):
        message = f"around={around!r} is not a list: write around=[{around!r}]"
        raise InvalidArgument(message)
    for item in around:
        if isinstance(item, FuzzyDate | date | str):
            try:
                yield FuzzyDate.of(item)
            except InvalidValueError as error:
                message = f"around= has {item!r}: {error}"
                raise InvalidArgument(message) from None
        elif attrs.has(type(item)):
            for dated in (item, *getattr(item, "stages", ())):
                if getattr(dated, "date", None) is not None:
                    yield dated.date
        else:
            message = f"around= has {item!r}, which is neither a date nor a record"
            raise InvalidArgument(message)


def _edges(when: FuzzyDate) -> Iterable[date]:
    for edge in (when.earliest, when.latest):
        if edge not in (date.min, date.max):
            yield from (edge + timedelta(step) for step in (0, -1, 1))
