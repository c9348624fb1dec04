"""Conditions on the columns of a date, as expressions that any engine can work out."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kzseparatism.dates import Window
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.frames.frame import Frame, narwhals
from kzseparatism.model.fields import DateLike
from kzseparatism.queries.question import WindowMatch, window_match

if TYPE_CHECKING:
    import narwhals as nw


def in_window(
    start: DateLike | Window | None = None,
    end: DateLike | None = None,
    *,
    match: WindowMatch = "possible",
    column: str = "date",
) -> nw.Expr:
    """Return the condition that a date lies in a window, for ``narwhals.from_native(f).filter``.

    *possible*: some day of the date lies in it. *coded*: every day does. *certain*: every day does,
    and the date has no qualifier. What has no date does not meet it. It reads the columns
    ``{column}_earliest``, ``{column}_latest`` and ``{column}_qualifier``.

    Raises what the queries raise for the same window or ``match``.
    """
    names = (f"{column_name(column)}_earliest", f"{column}_latest", f"{column}_qualifier")
    condition: nw.Expr = lies_in(names, Window.of(start, end), window_match(match), _as_datetime)
    return condition


def column_name(column: object) -> str:
    """Return the name of a date's columns; anything but a name is an error."""
    if not isinstance(column, str):
        raise WrongTypeError("column", column, "is not text", 'give a name such as "date"')
    if not column:
        raise InvalidValueError("column", column, "is blank", 'give a name such as "date"')
    return column


def date_lies_in(frame: Frame, column: str, window: Window, match: WindowMatch) -> Any:
    """Return the same condition, with days of the type that the columns of a frame have."""
    names = frame.days(column_name(column))
    nw = narwhals()
    if frame.asked.implementation.is_spark_like():
        return lies_in(names, window, match, _as_text_of_date)
    kinds = {type(frame.schema[name]) for name in names[:2]}
    return lies_in(names, window, match, _as_datetime if nw.Datetime in kinds else _as_date)


def lies_in(names: tuple[str, str, str], window: Window, match: WindowMatch, literal: Any) -> Any:
    """Return the condition on three columns; ``literal`` makes a day what these are compared to."""
    nw = narwhals()
    first, last, sign = map(nw.col, names)
    conditions = [is_dated(names)]
    start, end = literal(window.start), literal(window.end)
    if match == "possible":
        # A day that is missing where the date is not is an open end, which meets everything.
        if window.end != date.max:
            conditions.append(first.is_null() | (first <= end))
        if window.start != date.min:
            conditions.append(last.is_null() | (last >= start))
    else:
        if window.start != date.min:
            conditions.append(~first.is_null() & (first >= start))
        if window.end != date.max:
            conditions.append(~last.is_null() & (last <= end))
        if match == "certain":
            conditions.append(sign.is_null() | (sign == nw.lit("")))
    return nw.all_horizontal(*conditions, ignore_nulls=False)


def is_dated(names: tuple[str, str, str]) -> Any:
    """Return the condition that a date is there: it has a first day, or a last one."""
    nw = narwhals()
    return ~nw.col(names[0]).is_null() | ~nw.col(names[1]).is_null()


def _as_date(day: date) -> date:
    return day


def _as_text_of_date(day: date) -> Any:
    # PySpark writes the years before 1000 without their zeros, and can't read them then.
    nw = narwhals()
    return nw.lit(day.isoformat()).cast(nw.Date)


def _as_datetime(day: date) -> datetime:
    # Without a time zone, as the columns are: a day is a day everywhere.
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001
