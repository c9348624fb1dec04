"""The bounds of a date or a window: which values can stand for a first or a last day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs

from kzseparatism.errors import InvalidValueError, WrongTypeError

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2, 9998
OUT_OF_YEARS = (
    f"is outside the years {FIRST_YEAR:04} to {LAST_YEAR}: "
    "for an open end write [..B] (on or before) or [A..] (on or after)"
)


def require_day(place: str, value: object) -> None:
    """Refuse anything but a plain date; a ``datetime`` is none, though Python says it is."""
    if not isinstance(value, date) or isinstance(value, datetime):
        remedy = "is no plain datetime.date: FuzzyDate.of() and Window.of() take other forms"
        raise WrongTypeError(place, value, remedy)


def check_day(instance: object, attribute: attrs.Attribute[date], value: date) -> None:
    """Hold a field to a plain date."""
    require_day(f"{type(instance).__name__}.{attribute.name}", value)


def check_years(instance: object, attribute: attrs.Attribute[date], value: date) -> None:
    """Hold a field to the years that are no open end, or to the open end on its own side."""
    open_end = date.min if attribute.name == "earliest" else date.max
    if value != open_end and not FIRST_YEAR <= value.year <= LAST_YEAR:
        place = f"{type(instance).__name__}.{attribute.name}"
        raise InvalidValueError(place, value, OUT_OF_YEARS)


def day_of(value: object) -> date:
    """Return the day that a date is, or that a datetime's own wall clock shows.

    >>> day_of(datetime(2023, 5, 30, 23, 59))
    datetime.date(2023, 5, 30)
    >>> day_of(2014)
    Traceback (most recent call last):
    kzseparatism.errors.WrongTypeError: date: 2014 is a number: write text, such as "2014"
    """
    # pandas.NaT calls itself a datetime; unlike one, and like NaN, it is not equal to itself.
    if isinstance(value, date) and value == value:  # noqa: PLR0124
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, int) and not isinstance(value, bool):
        raise WrongTypeError("date", value, 'is a number: write text, such as "2014"')
    remedy = 'is no date: give a FuzzyDate, a date, a datetime or text such as "2023-05"'
    raise WrongTypeError("date", value, remedy)
