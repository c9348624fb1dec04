"""The window of days that a query asks about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from kzseparatism.dates.days import FIRST_YEAR, LAST_YEAR, check_day, require_day
from kzseparatism.errors import InvalidValueError, WrongTypeError

if TYPE_CHECKING:
    from kzseparatism.dates.fuzzy import FuzzyDate

_END_TWICE = ("stands beside a Window, which has an end already", "give the Window alone")


def _check_order(instance: Window, _attribute: attrs.Attribute[date], end: date) -> None:
    if instance.start > end:
        days = f"{instance.start}..{end}"
        raise InvalidValueError(
            "window", days, "ends before it starts", "give the earlier day first"
        )


@attrs.frozen(order=False)
class Window:
    """The days from ``start`` to ``end``, both included; ``date.min``/``date.max`` are open ends.

    >>> Window(date(2023, 5, 1), date(2023, 4, 30))
    Traceback (most recent call last):
    kzseparatism.errors.InvalidValueError: window: '2023-05-01..2023-04-30' ends before it \
starts; give the earlier day first
    """

    start: date = attrs.field(validator=check_day)
    end: date = attrs.field(validator=[check_day, _check_order])

    @classmethod
    def of(
        cls,
        start: Window | FuzzyDate | date | str | None = None,
        end: FuzzyDate | date | str | None = None,
    ) -> Window:
        """Return the window from the first day of ``start`` to the last day of ``end``.

        Each is whatever ``FuzzyDate.of`` takes, or None for an open end; ``date.min`` as start and
        ``date.max`` as end say the same as None. A period names all its days. A Window as
        ``start``, without an ``end``, comes back itself.

        Raises InvalidValueError for a reversed window, for a qualified bound, for a bound that
        has an open end itself, and for an ``end`` beside a Window; WrongTypeError for a bound of
        another type.

        >>> Window.of("2023-05", "2023-06")
        Window(start=datetime.date(2023, 5, 1), end=datetime.date(2023, 6, 30))
        >>> Window.of("2023~")
        Traceback (most recent call last):
        kzseparatism.errors.InvalidValueError: start: '2023~' is qualified, and a window is \
exact; write "2023"
        """
        if isinstance(start, Window):
            if end is not None:
                raise InvalidValueError("end", end, *_END_TWICE)
            return start
        if isinstance(end, Window):
            complaint = "is a Window, which has a start already"
            remedy = "give the Window alone"
            raise WrongTypeError("end", end, complaint, remedy)
        first = date.min if _is_open(start, date.min) else _days("start", start)[0]
        last = date.max if _is_open(end, date.max) else _days("end", end)[1]
        return cls(first, last)


def _is_open(bound: object, open_end: date) -> bool:
    return bound is None or (type(bound) is date and bound == open_end)


def _days(place: str, bound: FuzzyDate | date | str | None) -> tuple[date, date]:
    # A plain day, the most frequent bound, needs no FuzzyDate around it.
    if type(bound) is date and FIRST_YEAR <= bound.year <= LAST_YEAR:
        return bound, bound
    named = period(place, bound)
    return named.earliest, named.latest


def period(place: str, bound: FuzzyDate | date | str | None) -> FuzzyDate:
    """Return the days that ``bound``, which is the argument ``place``, names exactly.

    >>> period("on", "2023-05").latest
    datetime.date(2023, 5, 31)
    """
    named = fuzzy_argument(place, bound)
    if named.qualifier:
        exact = named.without_qualifier()
        complaint = "is qualified, and a window is exact"
        remedy = f'write "{exact}"'
        raise InvalidValueError(place, str(named), complaint, remedy)
    if named.is_open:
        complaint = "has an open end"
        remedy = "give a day or a period, or write None for an open window"
        raise InvalidValueError(place, str(named), complaint, remedy)
    return named


def fuzzy_argument(place: str, value: FuzzyDate | date | str | None) -> FuzzyDate:
    """Return ``FuzzyDate.of(value)``; an error names ``place``, the argument that it came from.

    >>> fuzzy_argument("on", "2023-13")
    Traceback (most recent call last):
    kzseparatism.errors.InvalidValueError: on: '2023-13' is not a date; after the year ...
    """
    from kzseparatism.dates.fuzzy import FuzzyDate  # noqa: PLC0415 - each needs the other

    try:
        return FuzzyDate.of(value)  # type: ignore[arg-type]  # None is refused there
    except (InvalidValueError, WrongTypeError) as error:
        raise error.at(place) from None


def ends_of(start: Window | date, end: date | None) -> tuple[date, date]:
    """Return the first and the last day of a window; those of a Window are checked already."""
    if isinstance(start, Window):
        if end is not None:
            raise InvalidValueError("end", end, *_END_TWICE)
        return start.start, start.end
    require_day("start", start)
    require_day("end", end)
    return start, end  # type: ignore[return-value]  # require_day has seen that it is a day
