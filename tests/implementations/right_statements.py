"""Right implementations of the queries about time, written otherwise than ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import pandas as pd
from dateutil.relativedelta import relativedelta

import kzseparatism as kz

WORDS = ("possible", "coded", "certain")
Fits = Callable[[kz.FuzzyDate, date, date], bool]


def check_word(match: str) -> None:
    """Refuse any word but the three."""
    if match not in WORDS:
        raise ValueError(match)


def days(start: Any, end: Any) -> tuple[date, date]:
    """Return the first and last day of a window, and refuse what is none."""
    first, last = (None if bound is None else kz.FuzzyDate.of(bound) for bound in (start, end))
    if (first and first.qualifier) or (last and last.qualifier):
        message = "a window is exact"
        raise ValueError(message)
    window = first.earliest if first else date.min, last.latest if last else date.max
    if window[0] > window[1]:
        message = "the window is reversed"
        raise ValueError(message)
    return window


def possibly(when: kz.FuzzyDate, first: date, last: date) -> bool:
    """Tell whether some day of a date is in a window."""
    return not (when.latest < first or last < when.earliest)


def certainly(when: kz.FuzzyDate, first: date, last: date) -> bool:
    """Tell whether every day of an unqualified date is in a window."""
    return first <= when.earliest and when.latest <= last and not when.qualifier


def as_coded(when: kz.FuzzyDate, first: date, last: date) -> bool:
    """Tell whether every day of a date is in a window, doubtful or not."""
    return certainly(when.without_qualifier(), first, last)


def asking(
    possible: Fits = possibly, certain: Fits = certainly, coded: Fits = as_coded
) -> Callable[..., Any]:
    """Return a plain loop that takes dates in as it is told."""

    def loop(
        start: Any = None,
        end: Any = None,
        *,
        match: str = "possible",
        undated: bool = False,
        among: Iterable[Any],
    ) -> list[Any]:
        check_word(match)
        if undated and match != "possible":
            message = "what has no date is in no window"
            raise ValueError(message)
        first, last = days(start, end)
        fits = {"possible": possible, "coded": coded, "certain": certain}[match]
        dated, others = [], []
        for record in among:
            if record.date is None:
                others.append(record)
            elif fits(record.date, first, last):
                dated.append(record)
        dated.sort(key=lambda record: (record.date.earliest, record.date.latest, record.id))
        others.sort(key=lambda record: str(record.id))
        return dated + others if undated else dated

    return loop


plain_loop = asking()


def data_frame(
    start: Any = None,
    end: Any = None,
    *,
    match: str = "possible",
    undated: bool = False,
    among: Iterable[Any],
) -> list[Any]:
    """Return what the columns of a DataFrame say."""
    check_word(match)
    if undated and match != "possible":
        raise ValueError(match)
    first, last = (day.toordinal() for day in days(start, end))
    rows = [(one.id, one, one.date) for one in among]
    frame = pd.DataFrame(rows, columns=["id", "record", "date"], dtype=object).sort_values("id")
    without = frame[frame["date"].isna()]
    frame = frame[frame["date"].notna()].copy()
    frame["first"] = [when.earliest.toordinal() for when in frame["date"]]
    frame["last"] = [when.latest.toordinal() for when in frame["date"]]
    frame["exact"] = [not when.qualifier for when in frame["date"]]
    if match == "possible":
        frame = frame[(frame["first"] <= last) & (frame["last"] >= first)]
    else:
        exact = frame["exact"].astype(bool) | (match == "coded")
        frame = frame[exact & (frame["first"] >= first)]
        frame = frame[frame["last"] <= last]
    frame = frame.sort_values(["first", "last", "id"])
    return [*frame["record"], *(without["record"] if undated else ())]


def _step(day: date, length: relativedelta | timedelta, sign: int) -> date:
    if day in (date.min, date.max):
        return day
    try:
        return day + length if sign > 0 else day - length
    except (OverflowError, ValueError):
        return date.max if sign > 0 else date.min


def check_length(within: Any) -> None:
    """Refuse a length that is negative, or not of whole days."""
    whole = within.days if isinstance(within, timedelta) else within.days + 31 * within.months
    hours = within.seconds if isinstance(within, timedelta) else within.hours
    if whole < 0 or hours:
        raise ValueError(within)


def nearby(when: Any, within: Any, *, match: str = "possible", among: Iterable[Any]) -> list[Any]:
    """Return what is near, by measuring from each end of the date asked about."""
    check_word(match)
    check_length(within)
    centre = kz.FuzzyDate.of(when)
    found = []
    for record in among:
        own = record.date
        if own is None:
            continue
        if match == "possible":
            near = own.latest >= _step(centre.earliest, within, -1)
            near = near and own.earliest <= _step(centre.latest, within, 1)
        else:
            near = own.earliest >= _step(centre.latest, within, -1)
            near = near and own.latest <= _step(centre.earliest, within, 1)
            near = near and (match == "coded" or not (own.qualifier or centre.qualifier))
        if near:
            found.append(record)
    return sorted(found, key=lambda record: (*record.date.sort_key[:2], record.id))
