"""Single days: which values can be a first or a last day, and how such days move."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs
from dateutil.relativedelta import relativedelta

from kzseparatism.dates.term import Term
from kzseparatism.errors import InvalidValueError, WrongTypeError

Length = relativedelta | timedelta | Term

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2, 9998
OUT_OF_YEARS = (
    f"is outside the years {FIRST_YEAR:04} to {LAST_YEAR}",
    "for an open end write [..B] (on or before) or [A..] (on or after)",
)


def require_day(place: str, value: object) -> None:
    """Refuse anything but a plain date; a ``datetime`` is refused too, though it is a subclass."""
    if not isinstance(value, date) or isinstance(value, datetime):
        complaint = "is not a plain datetime.date"
        remedy = "FuzzyDate.of() and Window.of() take other forms"
        raise WrongTypeError(place, value, complaint, remedy)


def check_day(instance: object, attribute: attrs.Attribute[date], value: date) -> None:
    """Hold a field to a plain date."""
    require_day(f"{type(instance).__name__}.{attribute.name}", value)


def check_years(instance: object, attribute: attrs.Attribute[date], value: date) -> None:
    """Hold a field to the years that are no open end, or to the open end on its own side."""
    open_end = date.min if attribute.name == "earliest" else date.max
    if value != open_end and not FIRST_YEAR <= value.year <= LAST_YEAR:
        place = f"{type(instance).__name__}.{attribute.name}"
        raise InvalidValueError(place, value, *OUT_OF_YEARS)


def day_of(value: object) -> date:
    """Return the day that a date is, or that a datetime's own wall clock shows.

    >>> day_of(datetime(2023, 5, 30, 23, 59))
    datetime.date(2023, 5, 30)
    >>> day_of(2014)
    Traceback (most recent call last):
    kzseparatism.errors.WrongTypeError: date: 2014 is a number; write text, such as "2014"
    """
    # pandas.NaT calls itself a datetime; unlike one, and like NaN, it is not equal to itself.
    if isinstance(value, date) and value == value:  # noqa: PLR0124
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, int) and not isinstance(value, bool):
        raise WrongTypeError("date", value, "is a number", 'write text, such as "2014"')
    complaint = "is not a date"
    remedy = 'give a FuzzyDate, a date, a datetime or text such as "2023-05"'
    raise WrongTypeError("date", value, complaint, remedy)


def whole_days(length: Length, name: str = "length") -> relativedelta:
    """Return ``length`` as relative years, months and days; refuse anything else in it.

    ``name`` is what errors call it.

    >>> whole_days(timedelta(weeks=1))
    relativedelta(days=+7)
    >>> whole_days(timedelta(hours=36))
    Traceback (most recent call last):
    kzseparatism.errors.InvalidValueError: length: datetime.timedelta(days=1, seconds=43200) is \
not made of whole days; give years=, months=, weeks= and days= only
    """
    if isinstance(length, Term):
        return length.relativedelta
    if isinstance(length, timedelta):
        plain: relativedelta | timedelta = timedelta(length.days)
    elif isinstance(length, relativedelta):
        # Only these fields survive the copy, so that a length with any other is not equal to it.
        plain = relativedelta(years=length.years, months=length.months, days=length.days // 1)
    else:
        raise WrongTypeError(name, length, "is not a relativedelta, a timedelta or a Term")
    if plain != length:
        complaint = "is not made of whole days"
        remedy = "give years=, months=, weeks= and days= only"
        raise InvalidValueError(name, length, complaint, remedy)
    return relativedelta(days=plain.days) if isinstance(plain, timedelta) else plain


def require_forward(length: relativedelta, name: str = "length") -> None:
    """Refuse a ``length`` that runs backwards, in its months or in its days."""
    if 12 * length.years + length.months < 0 or length.days < 0:
        raise InvalidValueError(name, length, "is negative", "give how far each end moves out")


def move_bound(day: date, length: relativedelta) -> date:
    """Return the bound of a window, ``length`` later; beyond the calendar the window is open.

    >>> move_bound(date(2023, 1, 31), relativedelta(months=1))
    datetime.date(2023, 2, 28)
    >>> move_bound(date(2023, 1, 31), relativedelta(years=-9000)) == date.min
    True
    """
    if day in (date.min, date.max):
        return day
    try:
        return day + length
    except (OverflowError, ValueError):
        backwards = 12 * length.years + length.months < 0 or length.days < 0
        return date.min if backwards else date.max


def move_earliest(earliest: date, length: relativedelta) -> date:
    """Return the day that lies ``length`` after ``earliest``; an open end stays open."""
    return earliest if earliest == date.min else _move(earliest, length)


def move_latest(earliest: date, latest: date, length: relativedelta) -> date:
    """Return the last possible day, ``length`` after ``latest``; an open end stays open.

    Months differ in length: where several days end with a month, the shifted ones end with the
    shifted month. A single day never becomes several.

    >>> move_latest(date(2023, 2, 1), date(2023, 2, 28), relativedelta(months=1))
    datetime.date(2023, 3, 31)
    >>> move_latest(date(2023, 2, 28), date(2023, 2, 28), relativedelta(months=1))
    datetime.date(2023, 3, 28)
    """
    if latest == date.max:
        return latest
    ends_month = (latest + ONE_DAY).day == 1 and earliest != latest
    return _move(latest, length, lead=ONE_DAY if ends_month else timedelta(0))


def _move(day: date, length: relativedelta, lead: timedelta = timedelta(0)) -> date:
    try:
        # The day after the end of a month is a first, which every month has.
        moved = day + lead + length - lead
    except (ValueError, OverflowError):
        moved = date.min
    # Nor may an end reach the years whose outermost days stand for open ends.
    if not FIRST_YEAR <= moved.year <= LAST_YEAR:
        complaint = f"takes {day} out of the years {FIRST_YEAR:04} to {LAST_YEAR}"
        raise InvalidValueError("length", length, complaint)
    return moved
