"""What every question shares: its records, its arguments, how surely a date fits, and the order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, TypeAlias, TypeVar

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.errors import (
    AmbiguousNameError,
    InvalidValueError,
    UnknownNameError,
    WholeCountryError,
    WrongTypeError,
    with_article,
)
from kzseparatism.model import Actor, Case, Event, Place, Record, Region, Statement
from kzseparatism.model.walk import behind
from kzseparatism.names.actors_places import actor_index, place_index, territory_index
from kzseparatism.names.index import NameIndex, check_name
from kzseparatism.names.regions import find_region, is_country
from kzseparatism.names.spelling import nearest
from kzseparatism.queries.time_index import TimeIndex
from kzseparatism.reading import load
from kzseparatism.table import Table, table_of_known, worked_out

Match: TypeAlias = Literal["possible", "certain"]
_R = TypeVar("_R", bound=Record)
_D = TypeVar("_D", bound="Statement | Event")


def shipped() -> Dataset:
    """Return the dataset that a question is about where ``among`` is left out."""
    return load()


def records_of(kind: type[_R], among: Iterable[_R] | None) -> Table[_R]:
    """Return the records to ask among: those given, each id once, or the shipped ones."""
    return shipped().table_of(kind) if among is None else given_records(among, kind)


def given_records(among: Iterable[_R], kind: type[_R]) -> Table[_R]:
    """Return the records that a caller gave, each id once; anything else among them is an error."""
    if not hasattr(among, "__iter__") or isinstance(among, str | bytes):
        raise WrongTypeError("among", among, f"is not a list of {kind.__name__} records")
    if isinstance(among, Table):
        if all(issubclass(of, kind) for of in worked_out(among, "kinds", _kinds)):
            return among
        among = list(among)
    records = tuple(among)
    for record in records:
        if not isinstance(record, kind):
            raise WrongTypeError("among", record, f"is not {with_article(kind.__name__)}")
    return Table(records)


def _kinds(records: Table[Any]) -> frozenset[type]:
    return frozenset(map(type, records))


def actor_of(actor: Actor | str, among: Iterable[Record] | None) -> Actor:
    """Return the actor itself, or the one of this name among those that the records refer to."""
    if isinstance(actor, Actor):
        return actor
    if among is None:
        return shipped().find_actor(actor)
    return worked_out(given_records(among, Record), "actors", _actors_behind).find(actor)


def place_of(place: Place | str, among: Iterable[Record] | None) -> Place:
    """Return the place itself, or the one of this name among those that the records refer to."""
    if isinstance(place, Place):
        return place
    if among is None:
        return shipped().find_place(place)
    return worked_out(given_records(among, Record), "places", _places_behind).find(place)


def _actors_behind(records: Table[Record]) -> NameIndex[Actor]:
    return actor_index(behind(records, Actor))


def _places_behind(records: Table[Record]) -> NameIndex[Place]:
    return place_index(behind(records, Place))


def region_of(region: Region | str) -> Region:
    """Return the region itself, or the one of this name or code in the region table."""
    return find_region(region, shipped().regions)


def thing_of(
    thing: Actor | Case | Place | Region | Statement | str, among: Iterable[Record] | None
) -> Actor | Case | Place | Region | Statement:
    """Return the thing itself, or the one that a text means.

    Text is the id of a case, statement or place, else the code or name of a place or a region, in
    the steps of every look-up of names. Where none of these fits, it is the name of an actor.
    """
    if isinstance(thing, Actor | Case | Place | Region | Statement):
        return thing
    records = tuple(shipped().coded_records()) if among is None else given_records(among, Record)
    known = {
        one.id: one for one in behind(records, Record) if isinstance(one, Case | Statement | Place)
    }
    check_name("thing", thing)
    if thing in known:
        return known[thing]
    try:
        return territory_index(behind(records, Place), shipped().regions).find(thing)
    except (AmbiguousNameError, UnknownNameError) as error:
        if is_country(thing):
            raise WholeCountryError("region", thing) from None
        if isinstance(error, AmbiguousNameError):
            raise
        try:
            return actor_index(behind(records, Actor)).find(thing)
        except UnknownNameError as no_actor:
            # A slip in an id has near misses of its own.
            near = (*error.candidates, *no_actor.candidates, *nearest(thing, known))
            raise UnknownNameError(error.what, thing, near) from None


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


def between(
    records: Table[_D], window: Window, *, certainly: bool, undated: bool = False
) -> Table[_D]:
    """Return the records whose date falls in a window, in the order of time, undated last."""
    if not isinstance(undated, bool):
        raise WrongTypeError("undated", undated, "is neither True nor False")
    if undated and certainly:
        complaint = "asks for records that are never certain"
        remedy = 'leave it out, or match="possible"'
        raise InvalidValueError("undated", undated, complaint, remedy)
    index = worked_out(records, "time", _by_date)
    found = index.certain(window) if certainly else index.possible(window)
    if undated:
        found += sorted([one for one in records if one.date is None], key=_id_of)
    return table_of_known(found)


def _by_date(records: Table[_D]) -> TimeIndex[_D]:
    return TimeIndex((one.date, one.id, one) for one in records if one.date is not None)


def _id_of(record: Record) -> str:
    return record.id


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
    return table_of_known(sorted(records, key=_id_of))
