"""A shift: how the two bounds of a date move by a length of time in whole days."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kzseparatism.dates.bounds import FIRST_YEAR, LAST_YEAR, ONE_DAY
from kzseparatism.errors import InvalidValueError, WrongTypeError

Length = relativedelta | timedelta


def whole_days(length: Length) -> relativedelta:
    """Return ``length`` as relative years, months and days; refuse anything else in it.

    >>> whole_days(timedelta(weeks=1))
    relativedelta(days=+7)
    >>> whole_days(timedelta(hours=36))
    Traceback (most recent call last):
    kzseparatism.errors.InvalidValueError: length: datetime.timedelta(days=1, seconds=43200) is \
not made of whole days: give years=, months=, weeks= and days= only
    """
    if isinstance(length, timedelta):
        plain: Length = timedelta(length.days)
    elif isinstance(length, relativedelta):
        # Only these fields survive the copy, so that a length with any other is not equal to it.
        plain = relativedelta(years=length.years, months=length.months, days=length.days // 1)
    else:
        raise WrongTypeError("length", length, "is no relativedelta and no timedelta")
    if plain != length:
        remedy = "is not made of whole days: give years=, months=, weeks= and days= only"
        raise InvalidValueError("length", length, remedy)
    return relativedelta(days=plain.days) if isinstance(plain, timedelta) else plain


def require_forward(length: relativedelta) -> None:
    """Refuse a ``length`` that runs backwards, in its months or in its days."""
    if 12 * length.years + length.months < 0 or length.days < 0:
        raise InvalidValueError("length", length, "is negative: give how far each end moves out")


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
        remedy = f"takes {day} out of the years {FIRST_YEAR:04} to {LAST_YEAR}"
        raise InvalidValueError("length", length, remedy)
    return moved
