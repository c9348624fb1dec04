"""The text form of a date: a closed subset of EDTF (ISO 8601-2:2019), read and written.

A date is written as a *period*, which one name covers ("2023-05", "202X"), or as a *range*, which
is one unknown day from a first to a last ("[2023-05-30..2023-06-02]").
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Literal, NoReturn

from kzseparatism.dates.days import FIRST_YEAR, LAST_YEAR, ONE_DAY, OUT_OF_YEARS
from kzseparatism.errors import InvalidValueError

Precision = Literal[
    "day", "month", "year", "decade", "century", "season", "quarter", "half", "range", "open"
]

_LONGEST = 64  # the longest good text has 26 characters; the rest leaves room for a precise hint

_PERIOD = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)"
)

# What stands after the year, by its text: the precision, the first month, the number of months.
_PARTS: dict[str, tuple[Precision, int, int]] = {
    **{f"{month:02}": ("month", month, 1) for month in range(1, 13)},
    "21": ("season", 3, 3),
    "22": ("season", 6, 3),
    "23": ("season", 9, 3),
    "24": ("season", 12, 3),  # the winter of a year begins in its December
    "33": ("quarter", 1, 3),
    "34": ("quarter", 4, 3),
    "35": ("quarter", 7, 3),
    "36": ("quarter", 10, 3),
    "40": ("half", 1, 6),
    "41": ("half", 7, 6),
}
_PART_NAMES: dict[tuple[int, int], tuple[Precision, str]] = {
    (first, count): (kind, code) for code, (kind, first, count) in _PARTS.items()
}
# Years, by their number of months: the precision, and how many digits an X takes the place of.
_YEAR_NAMES: dict[int, tuple[Precision, int]] = {
    12: ("year", 0),
    120: ("decade", 1),
    1200: ("century", 2),
}


def read(text: str) -> tuple[date, date, str]:
    """Return the earliest day, the latest day (``date.min``/``date.max``: open) and the qualifier.

    >>> read("2023-05~")
    (datetime.date(2023, 5, 1), datetime.date(2023, 5, 31), '~')
    >>> read("[..2023-05-30]")
    (datetime.date(1, 1, 1), datetime.date(2023, 5, 30), '')
    >>> read("2023-02-29")
    Traceback (most recent call last):
    kzseparatism.errors.InvalidValueError: date: '2023-02-29' is not a day; 2023-02 has 28 days
    """
    if len(text) > _LONGEST:
        _refuse(text, "is not a date", f"none is longer than {_LONGEST} characters")
    try:
        return _read(text)
    except _NotAPeriodError as error:
        # Only here, for every start would pay for it.
        from kzseparatism.dates.remedies import remedy_for  # noqa: PLC0415

        complaint, remedy = remedy_for(error.period, _canonical)
        if error.period != text:
            complaint = f"has the end {error.period!r}, which {complaint}"
        raise InvalidValueError("date", text, complaint, remedy) from None


class _NotAPeriodError(Exception):
    """A text, or an end of a range, does not have the form of a period."""

    def __init__(self, period: str) -> None:
        super().__init__(period)
        self.period = period


def _read(text: str) -> tuple[date, date, str]:
    if text.startswith("[") and text.endswith("]"):
        return _read_range(text)
    return _read_period(text, text)


def _canonical(text: str) -> str | None:
    """Return the canonical text of the date that ``text`` says, or None where it is not a date."""
    try:
        return write(*_read(text))
    except (InvalidValueError, _NotAPeriodError):
        return None


def _read_range(text: str) -> tuple[date, date, str]:
    first, dots, last = text[1:-1].partition("..")
    if not dots or not (first or last):
        _refuse(text, "is not a range", "write [A..B], [A..] or [..B]")
    earliest, _, sign = _read_period(first, text) if first else (date.min, None, None)
    _, latest, last_sign = _read_period(last, text) if last else (None, date.max, sign)
    if earliest > latest:
        _refuse(text, "runs backwards", "write the earlier end first")
    if sign is None:
        sign = last_sign
    if sign != last_sign:
        ends = first.rstrip("?~%"), last.rstrip("?~%")
        mark = sign or last_sign
        _refuse(
            text,
            "has different signs at its two ends",
            "write the same sign at both, as in "
            f'"[{ends[0]}{mark}..{ends[1]}{mark}]", or none, "[{ends[0]}..{ends[1]}]"',
        )
    return earliest, latest, sign or ""


def _read_period(period: str, text: str) -> tuple[date, date, str]:
    """Return the bounds of ``period``, which stands in ``text``."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise _NotAPeriodError(period)
    year, part, day, qualifier = match.groups()
    if "00" in (part, day):
        raise _NotAPeriodError(period)
    if year[-1] == "X":
        earliest, latest = _decade_or_century(year, part, text)
    elif part is None or part == "XX":
        if day is not None and day != "XX":
            _refuse(text, "names a day but no month", "write [A..B] around the days it may be")
        earliest, latest = _months(int(year), 1, 12, text)
    elif day is None or day == "XX":
        earliest, latest = _part(year, part, day, text)
    else:
        earliest = latest = _day(int(year), int(part), int(day), text)
    return earliest, latest, qualifier


def _decade_or_century(year: str, part: str | None, text: str) -> tuple[date, date]:
    if part is not None:
        _refuse(text, "names a part of an unknown year", "write [A..B] around the days it may be")
    years = 10 ** year.count("X")
    return _months(int(year.replace("X", "0")), 1, 12 * years, text)


def _part(year: str, part: str, day: str | None, text: str) -> tuple[date, date]:
    precision, first, count = _PARTS.get(part, (None, 0, 0))
    if precision is None or (day is not None and precision != "month"):
        _refuse(
            text,
            "is not a date",
            "after the year stands a month 01-12 (with or without a day), "
            "a season 21-24, a quarter 33-36 or a half 40-41",
        )
    return _months(int(year), first, count, text)


def _months(year: int, first: int, count: int, text: str) -> tuple[date, date]:
    """Return the first and the last day of ``count`` months from the ``first`` of ``year``."""
    after = 12 * year + first - 1 + count
    _require_years(year, (after - 1) // 12, text)
    return date(year, first, 1), date(after // 12, after % 12 + 1, 1) - ONE_DAY


def _day(year: int, month: int, day: int, text: str) -> date:
    _require_years(year, year, text)
    if not 1 <= month <= 12:
        _refuse(text, "is not a day", "months are 01 to 12")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        _refuse(text, "is not a day", f"{year:04}-{month:02} has {days} days")
    return date(year, month, day)


def _require_years(first: int, last: int, text: str) -> None:
    if first < FIRST_YEAR or last > LAST_YEAR:
        _refuse(text, *OUT_OF_YEARS)


def _refuse(text: str, complaint: str, remedy: str) -> NoReturn:
    raise InvalidValueError("date", text, complaint, remedy)


def name(earliest: date, latest: date) -> tuple[Precision, str] | None:
    """Return the precision and the name of exactly these days, or None where no name fits.

    The first that fits of day, month, year, decade, century, season, quarter, half.

    >>> name(date(2023, 12, 1), date(2024, 2, 29))
    ('season', '2023-24')
    >>> name(date(2023, 12, 1), date(2024, 2, 28)) is None
    True
    """
    if earliest == latest:
        return "day", earliest.isoformat()
    if earliest.day != 1 or latest == date.max or (latest + ONE_DAY).day != 1:
        return None
    months = 12 * (latest.year - earliest.year) + latest.month - earliest.month + 1
    return _year_name(earliest, months) or _part_name(earliest, months)


def _year_name(first: date, months: int) -> tuple[Precision, str] | None:
    if months not in _YEAR_NAMES or first.month != 1:
        return None
    precision, cut = _YEAR_NAMES[months]
    digits = f"{first.year:04}"[: 4 - cut]
    return None if first.year % 10**cut else (precision, digits + "X" * cut)


def _part_name(first: date, months: int) -> tuple[Precision, str] | None:
    if (first.month, months) not in _PART_NAMES:
        return None
    precision, code = _PART_NAMES[first.month, months]
    return precision, f"{first.year:04}-{code}"


def write(earliest: date, latest: date, qualifier: str = "") -> str:
    """Return the canonical text: a name where there is one, else a range in full days.

    The qualifier stands after a name, or at each end of a range. An open end is left out.

    >>> write(date(2023, 5, 1), date(2023, 5, 31), "?")
    '2023-05?'
    >>> write(date.min, date(2023, 5, 30), "?")
    '[..2023-05-30?]'
    """
    named = name(earliest, latest)
    if named is not None:
        return named[1] + qualifier
    first = "" if earliest == date.min else f"{earliest}{qualifier}"
    last = "" if latest == date.max else f"{latest}{qualifier}"
    return f"[{first}..{last}]"
