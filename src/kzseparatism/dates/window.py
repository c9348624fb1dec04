"""The window of days that a query asks about."""

from __future__ import annotations

from datetime import date

import attrs

from kzseparatism.dates.bounds import check_day
from kzseparatism.dates.fuzzy import FuzzyDate
from kzseparatism.errors import InvalidValueError


def _check_order(instance: Window, _attribute: attrs.Attribute[date], end: date) -> None:
    if instance.start > end:
        days = f"{instance.start}..{end}"
        raise InvalidValueError("window", days, "ends before it starts: give the earlier day first")


@attrs.frozen(order=False)
class Window:
    """The days from ``start`` to ``end``, both included; ``date.min``/``date.max`` are open ends.

    >>> Window(date(2023, 5, 1), date(2023, 4, 30))
    Traceback (most recent call last):
    kzseparatism.errors.InvalidValueError: window: '2023-05-01..2023-04-30' ends before it \
starts: give the earlier day first
    """

    start: date = attrs.field(validator=check_day)
    end: date = attrs.field(validator=[check_day, _check_order])

    @classmethod
    def of(
        cls, start: FuzzyDate | date | str | None = None, end: FuzzyDate | date | str | None = None
    ) -> Window:
        """Return the window from the first day of ``start`` to the last day of ``end``.

        Each is whatever ``FuzzyDate.of`` takes, or None for an open end; ``date.min`` as start and
        ``date.max`` as end say the same as None. A period names all its days.

        Raises InvalidValueError for a reversed window, for a qualified bound, and for a bound that
        has an open end itself; WrongTypeError for a bound of another type.

        >>> Window.of("2023-05", "2023-06")
        Window(start=datetime.date(2023, 5, 1), end=datetime.date(2023, 6, 30))
        >>> Window.of("2023~")
        Traceback (most recent call last):
        kzseparatism.errors.InvalidValueError: start: '2023~' is qualified, and a window is \
exact: write "2023"
        """
        first, last = _period("start", start, date.min), _period("end", end, date.max)
        return cls(
            date.min if first is None else first.earliest, date.max if last is None else last.latest
        )


def _period(place: str, bound: FuzzyDate | date | str | None, open_end: date) -> FuzzyDate | None:
    """Return the days that ``bound`` names, or None for an open end."""
    if bound is None or (type(bound) is date and bound == open_end):
        return None
    period = FuzzyDate.of(bound)
    if period.qualifier:
        exact = period.without_qualifier()
        remedy = f'is qualified, and a window is exact: write "{exact}"'
        raise InvalidValueError(place, str(period), remedy)
    if period.is_open:
        raise InvalidValueError(
            place, str(period), "has an open end: write None for an open window"
        )
    return period
