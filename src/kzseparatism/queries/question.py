"""What every question shares: its records, how surely a date has to fit, and the order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias, TypeVar

from dateutil.relativedelta import relativedelta

from kzseparatism.dataset import Dataset
from kzseparatism.dates import Window
from kzseparatism.dates.days import move_bound, require_forward, whole_days
from kzseparatism.dates.window import fuzzy_argument
from kzseparatism.errors import (
    InvalidValueError,
    WrongTypeError,
    with_article,
)
from kzseparatism.model import Event, Record, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import DateLike, Identified
from kzseparatism.model.tables import TABLES
from kzseparatism.queries.time_index import TimeIndex
from kzseparatism.reading import load
from kzseparatism.table import Table, kinds_of, of_kinds, table_of_known, worked_out

Match: TypeAlias = Literal["possible", "certain"]
WindowMatch: TypeAlias = Literal["possible", "coded", "certain"]
WINDOW_MATCHES: tuple[WindowMatch, ...] = ("possible", "coded", "certain")
_R = TypeVar("_R", bound=Record)
_T = TypeVar("_T")
_I = TypeVar("_I", bound=Identified)
_D = TypeVar("_D", bound="Statement | Event")


def shipped() -> Dataset:
    """Return the dataset that a question is about where ``among`` is left out."""
    return load()


def records_of(kind: type[_R], among: Iterable[_R] | None) -> Table[_R]:
    """Return the records to ask among: those given, each id once, or the shipped ones."""
    return shipped().table_of(kind) if among is None else given_records(among, kind)


def given_records(among: Iterable[_I], *kinds: type) -> Table[_I]:
    """Return the records that a caller gave, each id once; anything else among them is an error."""
    if not hasattr(among, "__iter__") or isinstance(among, str | bytes):
        noun = " or ".join(kind.__name__ for kind in kinds if kind is not Entity)
        raise WrongTypeError("among", among, f"is not a list of {noun} records".replace("  ", " "))
    if isinstance(among, Table):
        if all(issubclass(of, kinds) for of in worked_out(among, "kinds", _kinds)):
            return among
        among = list(among)
    records = tuple(among)
    for record in records:
        if not isinstance(record, kinds):
            noun = " or ".join(map(_noun, kinds))
            raise WrongTypeError("among", record, f"is not {noun}")
    # A list of nothing is one of the kind that is asked for, if that has a table.
    return Table(records) if records else table_of_known((), tuple(_having_a_table(kinds)))


def _having_a_table(kinds: Iterable[type]) -> list[type]:
    return [kind for kind in kinds if kind in TABLES.values()]


def _noun(kind: type) -> str:
    return "a record" if kind is Entity else with_article(kind.__name__)


def _kinds(records: Table[Any]) -> frozenset[type]:
    return frozenset(map(type, records))


def wants_certainty(match: str) -> bool:
    """Return whether ``match`` is "certain"; any word but this and "possible" is an error."""
    if not isinstance(match, str):
        raise WrongTypeError("match", match, "is not a word", 'write "possible" or "certain"')
    if match not in ("possible", "certain"):
        raise InvalidValueError("match", match, 'is neither "possible" nor "certain"')
    return match == "certain"


def window_match(match: str) -> WindowMatch:
    """Return the word for how surely a date has to lie in a window; another is an error."""
    if not isinstance(match, str):
        remedy = 'write "possible", "coded" or "certain"'
        raise WrongTypeError("match", match, "is not a word", remedy)
    for word in WINDOW_MATCHES:
        if match == word:
            return word
    raise InvalidValueError("match", match, 'is none of "possible", "coded" and "certain"')


def between(
    records: Table[_D], window: Window, match: WindowMatch, *, undated: bool = False
) -> Table[_D]:
    """Return the records whose date falls in a window, in the order of time, undated last."""
    check_undated(match, undated=undated)
    found = in_window(worked_out(records, "time", _by_date), window, match)
    if undated:
        found += sorted([one for one in records if one.date is None], key=_id_of)
    return table_of_known(found, kinds_of(records))


def check_undated(match: WindowMatch, *, undated: bool) -> None:
    """Raise an error for ``undated`` beside a match that what has no date can never be."""
    if not isinstance(undated, bool):
        raise WrongTypeError("undated", undated, "is neither True nor False")
    if undated and match != "possible":
        complaint = f"asks for records that are never {match}"
        remedy = 'leave it out, or match="possible"'
        raise InvalidValueError("undated", undated, complaint, remedy)


def window_around(
    when: DateLike, within: relativedelta | timedelta, match: WindowMatch
) -> Window | None:
    """Return the window of what is that near to a date; None where nothing can be near enough."""
    centre = fuzzy_argument("when", when)
    length = whole_days(within, "within")
    require_forward(length, "within")
    if match == "possible":
        return Window(move_bound(centre.earliest, -length), move_bound(centre.latest, length))
    first, last = move_bound(centre.latest, -length), move_bound(centre.earliest, length)
    if first > last or (match == "certain" and centre.qualifier):
        return None
    return Window(first, last)


def in_window(index: TimeIndex[_T], window: Window, match: WindowMatch) -> list[_T]:
    """Return what an index has in a window, as surely as a word says."""
    if match == "possible":
        return index.possible(window)
    return index.coded(window) if match == "coded" else index.certain(window)


def _by_date(records: Table[_D]) -> TimeIndex[_D]:
    return TimeIndex((one.date, one.id, one) for one in records if one.date is not None)


def _id_of(record: Record) -> str:
    return record.id


def in_order_of_time(records: Iterable[_D], kind: type[_D] | None) -> Table[_D]:
    """Return records by first possible day, last possible day and id; the undated last, by id."""
    return of_kinds(Table(sorted(records, key=time_key)), *((kind,) if kind else ()))


def time_key(record: Any) -> tuple[bool, date, date, str]:
    """Return what records with a date are sorted by."""
    if record.date is None:
        return (True, date.max, date.max, record.id)
    return (False, record.date.earliest, record.date.latest, record.id)


def in_order_of_id(records: Iterable[_R], kind: type[_R]) -> Table[_R]:
    """Return records of a kind by id."""
    return table_of_known(sorted(records, key=_id_of), (kind,))
