"""When a date, or a place, answers a question: possibly, certainly, or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, TypeAlias, TypeVar

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Event, Record, Statement
from kzseparatism.table import Table

Match: TypeAlias = Literal["possible", "certain"]
_R = TypeVar("_R", bound=Record)
_D = TypeVar("_D", bound="Statement | Event")


def wants_certainty(match: str) -> bool:
    """Return whether ``match`` is "certain"; any word but this and "possible" is an error."""
    if not isinstance(match, str):
        raise WrongTypeError("match", match, "is not a word", 'write "possible" or "certain"')
    if match not in ("possible", "certain"):
        raise InvalidValueError("match", match, 'is neither "possible" nor "certain"')
    return match == "certain"


def falls_in(when: FuzzyDate | None, window: Window, *, certainly: bool) -> bool:
    """Return whether a date may lie in a window, or certainly does; no date does neither."""
    if when is None:
        return False
    return when.lies_in(window) if certainly else when.meets(window)


def between(records: Table[_D], window: Window, *, certainly: bool, undated: bool) -> Table[_D]:
    """Return the records whose date falls in a window, in the order of time, undated last."""
    if not isinstance(undated, bool):
        raise WrongTypeError("undated", undated, "is neither True nor False")
    if undated and certainly:
        complaint = "asks for records that are never certain"
        remedy = 'leave it out, or match="possible"'
        raise InvalidValueError("undated", undated, complaint, remedy)
    return in_order_of_time(
        record
        for record in records
        if (undated and record.date is None) or falls_in(record.date, window, certainly=certainly)
    )


def in_order_of_time(records: Iterable[_D]) -> Table[_D]:
    """Return records by first possible day, last possible day and id; the undated last, by id."""
    return Table(sorted(records, key=time_key))


def time_key(record: Any) -> tuple[bool, date, date, str]:
    """Return what records with a date are sorted by."""
    if record.date is None:
        return (True, date.max, date.max, record.id)
    return (False, record.date.earliest, record.date.latest, record.id)


def in_order_of_id(records: Iterable[_R]) -> Table[_R]:
    """Return records by id."""
    return Table(sorted(records, key=lambda record: record.id))
