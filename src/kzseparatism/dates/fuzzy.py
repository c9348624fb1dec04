"""A date that says how much is known: one day, between two."""

from __future__ import annotations

from datetime import date
from typing import Any, Never, overload

import attrs
from dateutil.relativedelta import relativedelta

from kzseparatism import _views
from kzseparatism.dates import edtf
from kzseparatism.dates.days import (
    Length,
    check_day,
    check_years,
    day_of,
    move_earliest,
    move_latest,
    require_forward,
    whole_days,
)
from kzseparatism.dates.window import Window, ends_of
from kzseparatism.errors import InvalidValueError, WrongTypeError


def _check_order(instance: FuzzyDate, _attribute: attrs.Attribute[date], latest: date) -> None:
    place = "FuzzyDate.latest"
    if instance.earliest > latest:
        raise InvalidValueError(place, latest, f"is before the earliest day, {instance.earliest}")
    if instance.earliest == date.min and latest == date.max:
        raise InvalidValueError(place, latest, "leaves both ends open, which says nothing")


def _check_qualifier(_instance: FuzzyDate, _attribute: attrs.Attribute[str], value: str) -> None:
    place = "FuzzyDate.qualifier"
    if not isinstance(value, str):
        raise WrongTypeError(place, value, "is not text", 'write "", "?", "~" or "%"')
    if value not in ("", "?", "~", "%"):
        raise InvalidValueError(place, value, "is unknown", 'write "", "?", "~" or "%"')


@attrs.frozen(order=False)
class FuzzyDate:
    """One day, known only to lie in ``earliest`` to ``latest``, both included.

    ``date.min`` and ``date.max`` stand for an open end (never both), so the other days must lie in
    the years 2 to 9998. The ``qualifier`` "?" (uncertain), "~" (approximate) or "%" (both) never
    moves the bounds; it only keeps a match from being certain.

    Equal days with equal qualifiers are equal values, however they were written; they hash alike.
    There is no ``<``, for dates that overlap have no order: ask ``precedes()``, or sort by
    ``sort_key``.

    >>> FuzzyDate(date(2023, 5, 1), date(2023, 5, 31)) == FuzzyDate.parse("2023-05")
    True
    >>> FuzzyDate.parse("2023") < FuzzyDate.parse("2024")
    Traceback (most recent call last):
    kzseparatism.errors.WrongTypeError: order: FuzzyDate.parse('2023') has no single place in \
time; ask precedes(), or sort by sort_key
    """

    earliest: date = attrs.field(validator=[check_day, check_years])
    latest: date = attrs.field(validator=[check_day, check_years, _check_order])
    qualifier: str = attrs.field(default="", validator=_check_qualifier)

    @classmethod
    def parse(cls, text: str) -> FuzzyDate:
        """Return the date that ``text`` says, in a closed subset of EDTF (ISO 8601-2:2019).

        A day, month or year (``2023-05-30``), a season (``2023-21`` spring to ``2023-24`` winter,
        which is December 2023 to February 2024), a quarter (``-33`` to ``-36``), a half (``-40``,
        ``-41``), X for unknown digits on the right (``202X``, ``20XX``, ``2023-05-XX``), each with
        ``?``, ``~`` or ``%`` after it or not; and one day of a range (``[2023-05..2023-06-15]``,
        ``[..2023]``, ``[2023..]``), from the earliest day of its first to the latest of its last.
        In a range both ends carry the same sign or none (``[2023-03?..2024-05?]``).

        Raises InvalidValueError (a ValueError) for any other text, WrongTypeError (a TypeError) for
        anything but text.

        >>> FuzzyDate.parse("2023-24").latest
        datetime.date(2024, 2, 29)
        >>> FuzzyDate.parse("2023-02-29")
        Traceback (most recent call last):
        kzseparatism.errors.InvalidValueError: date: '2023-02-29' is not a day; 2023-02 has 28 days
        """
        if not isinstance(text, str):
            raise WrongTypeError("date", text, "is not text", "FuzzyDate.of() takes other forms")
        return cls(*edtf.read(text))

    @classmethod
    def of(cls, value: FuzzyDate | date | str) -> FuzzyDate:
        """Return ``value`` as a FuzzyDate: itself, a day, the day on a datetime's clock, or EDTF.

        A datetime's own wall clock tells the day, whatever its time zone. Raises WrongTypeError for
        numbers, missing values and anything else, InvalidValueError as ``parse`` does.

        >>> from datetime import datetime
        >>> FuzzyDate.of(datetime(2023, 5, 30, 23, 59))
        FuzzyDate.parse('2023-05-30')
        >>> FuzzyDate.of(2014)
        Traceback (most recent call last):
        kzseparatism.errors.WrongTypeError: date: 2014 is a number; write text, such as "2014"
        """
        if isinstance(value, str):
            return cls.parse(value)
        if isinstance(value, FuzzyDate):
            return value
        day = day_of(value)
        return cls(day, day)

    def __str__(self) -> str:
        """Return the canonical text; ``parse`` makes an equal date of it."""
        return edtf.write(self.earliest, self.latest, self.qualifier)

    def __repr__(self) -> str:
        return f"FuzzyDate.parse({str(self)!r})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002, FBT001 - IPython's
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        """Return the date as HTML for notebooks."""
        text: str = _views.ask("html", "html_date", self)
        return text

    @property
    def precision(self) -> edtf.Precision:
        """What kind of name the days have; "range" where they have none, "open" with an open end.

        >>> FuzzyDate.parse("[2020..2029]").precision
        'decade'
        """
        if self.is_open:
            return "open"
        named = edtf.name(self.earliest, self.latest)
        return "range" if named is None else named[0]

    @property
    def is_open(self) -> bool:
        """Whether one end is open."""
        return self.earliest == date.min or self.latest == date.max

    @property
    def year(self) -> int | None:
        """The year, or None where the day may lie in several."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def month(self) -> int | None:
        """The month (1 to 12), or None where the day may lie in several."""
        same = self.year is not None and self.earliest.month == self.latest.month
        return self.earliest.month if same else None

    @property
    def day(self) -> int | None:
        """The day of the month (1 to 31), or None where it may be one of several."""
        return self.earliest.day if self.earliest == self.latest else None

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """What to sort by: the earliest day, then the latest, then the qualifier.

        >>> dates = [FuzzyDate.parse(text) for text in ("2023", "[..2023]", "2023-01")]
        >>> [str(date) for date in sorted(dates, key=lambda date: date.sort_key)]
        ['[..2023-12-31]', '2023-01', '2023']
        """
        return self.earliest, self.latest, self.qualifier

    @overload
    def meets(self, start: Window) -> bool: ...
    @overload
    def meets(self, start: date, end: date) -> bool: ...
    def meets(self, start: Window | date, end: date | None = None) -> bool:
        """Return whether the day is possibly in a window: a Window, or its first and last day.

        Both days are included. ``date.min`` and ``date.max`` are open ends. If the last day is
        before the first, no day is in the window.

        >>> FuzzyDate.parse("2023-05").meets(date(2023, 5, 31), date(2023, 12, 31))
        True
        """
        first, last = ends_of(start, end)
        return max(self.earliest, first) <= min(self.latest, last)

    @overload
    def lies_in(self, start: Window) -> bool: ...
    @overload
    def lies_in(self, start: date, end: date) -> bool: ...
    def lies_in(self, start: Window | date, end: date | None = None) -> bool:
        """Return whether the day is certainly in a window: a Window, or its first and last day.

        Both days are included. With a qualifier it never is. An open end lies only in a window
        that is open on the same side.

        >>> FuzzyDate.parse("2023-05").lies_in(date(2023, 5, 1), date(2023, 5, 31))
        True
        >>> FuzzyDate.parse("2023-05~").lies_in(Window.of("2023", "2023"))
        False
        """
        first, last = ends_of(start, end)
        return first <= self.earliest and self.latest <= last and not self.qualifier

    def precedes(self, other: FuzzyDate) -> bool:
        """Return whether every day it may be is before every day that ``other`` may be.

        This compares bounds alone, for a qualifier doesn't move them. Of ``a.precedes(b)``,
        ``b.precedes(a)`` and ``a.overlaps(b)`` exactly one holds.

        >>> FuzzyDate.parse("2022~").precedes(FuzzyDate.parse("2023-01"))
        True
        """
        _require_fuzzy(other)
        return self.latest < other.earliest

    def overlaps(self, other: FuzzyDate) -> bool:
        """Return whether some day may be both.

        >>> FuzzyDate.parse("2023").overlaps(FuzzyDate.parse("[2023-12..]"))
        True
        """
        _require_fuzzy(other)
        return self.earliest <= other.latest and other.earliest <= self.latest

    # Typed so that a type checker refuses both ``a < b`` and ``sorted(dates)``.
    def __lt__(self, other: Never) -> None:
        raise _no_order(self)

    def __le__(self, other: Never) -> None:
        raise _no_order(self)

    def __gt__(self, other: Never) -> None:
        raise _no_order(self)

    def __ge__(self, other: Never) -> None:
        raise _no_order(self)

    def without_qualifier(self) -> FuzzyDate:
        """Return the same days, unqualified."""
        return attrs.evolve(self, qualifier="")

    def __add__(self, length: Length) -> FuzzyDate:
        """Return the date that lies ``length`` later: both ends move, an open end stays open.

        ``length`` is a relativedelta of years, months, weeks and days, a timedelta of days, or a
        Term. An end that doesn't exist in its month falls on the last day of it. Several days that
        end with a month end with the shifted month, so that months, quarters and years stay whole.
        Whichever day is meant, that day moved by ``length`` is among the days returned.

        The qualifier stays. Raises InvalidValueError for other fields, and for days beyond the
        years 2 to 9998.

        >>> from dateutil.relativedelta import relativedelta
        >>> FuzzyDate.parse("2023-01?") + relativedelta(months=1)
        FuzzyDate.parse('2023-02?')
        >>> FuzzyDate.parse("2023-01?") + relativedelta(days=3)
        FuzzyDate.parse('[2023-01-04?..2023-02-03?]')
        """
        if not isinstance(length, Length):
            return NotImplemented
        step = whole_days(length)
        return self._moved(step, step)

    def __sub__(self, length: Length) -> FuzzyDate:
        """Return the date that lies ``length`` earlier; the rules are those of ``+``."""
        if not isinstance(length, Length):
            return NotImplemented
        step = -whole_days(length)
        return self._moved(step, step)

    def widen(self, length: Length) -> FuzzyDate:
        """Return the days from ``length`` before the earliest to ``length`` after the latest.

        ``length`` must not be negative in years and months, nor in days; the other rules are those
        of ``+``. Raises WrongTypeError for anything but such a length.

        >>> from datetime import timedelta
        >>> FuzzyDate.parse("2023-05-30").widen(timedelta(days=2))
        FuzzyDate.parse('[2023-05-28..2023-06-01]')
        """
        step = whole_days(length)
        require_forward(step)
        return self._moved(-step, step)

    def _moved(self, first: relativedelta, last: relativedelta) -> FuzzyDate:
        earliest = move_earliest(self.earliest, first)
        latest = move_latest(self.earliest, self.latest, last)
        return attrs.evolve(self, earliest=earliest, latest=latest)


def _require_fuzzy(value: object) -> None:
    if not isinstance(value, FuzzyDate):
        raise WrongTypeError("date", value, "is not a FuzzyDate", "make one with FuzzyDate.of()")


def _no_order(date: FuzzyDate) -> WrongTypeError:
    complaint = "has no single place in time"
    remedy = "ask precedes(), or sort by sort_key"
    return WrongTypeError("order", date, complaint, remedy)
