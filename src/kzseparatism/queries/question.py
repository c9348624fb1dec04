"""What every question shares: its records, its arguments, how surely a date fits, and the order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

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
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import Identified
from kzseparatism.model.walk import behind
from kzseparatism.names.regions import find_region, written
from kzseparatism.names.spelling import nearest, skeleton
from kzseparatism.queries.time_index import TimeIndex
from kzseparatism.reading import load
from kzseparatism.table import Table, table_of_known, worked_out

# Look-up by name is imported when a name is no exact one: most questions need none.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from kzseparatism.names.index import NameIndex

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
    return Table(records)


def _noun(kind: type) -> str:
    return "a record" if kind is Entity else with_article(kind.__name__)


def _kinds(records: Table[Any]) -> frozenset[type]:
    return frozenset(map(type, records))


def actor_of(actor: Actor | str, among: Iterable[Record] | None) -> Actor:
    """Return the actor itself, or the one of this name among those that the records refer to."""
    if isinstance(actor, Actor):
        return actor
    try:
        if among is None:
            return shipped().find_actor(actor)
        return worked_out(given_records(among, Record), "actors", _actors_behind).find(actor)
    except UnknownNameError as error:
        raise told_otherwise(error, _no_actor(error.name)) from None


def actors_of(
    actors: Actor | str | Iterable[Actor | str], among: Iterable[Record] | None
) -> list[Actor]:
    """Return the actors that are meant by one actor or name, or by several."""
    if isinstance(actors, Actor | str | bytes) or not isinstance(actors, Iterable):
        return [actor_of(actors, among)]
    return [actor_of(one, among) for one in actors]


def place_of(place: Place | str, among: Iterable[Record] | None) -> Place:
    """Return the place itself, or the one of this name among those that the records refer to."""
    if isinstance(place, Place):
        return place
    if among is None:
        return shipped().find_place(place)
    return worked_out(given_records(among, Record), "places", _places_behind).find(place)


def _actors_behind(records: Table[Record]) -> NameIndex[Actor]:
    from kzseparatism.names.actors_places import actor_index

    return actor_index(behind(records, Actor))


def _places_behind(records: Table[Record]) -> NameIndex[Place]:
    from kzseparatism.names.actors_places import place_index

    return place_index(behind(records, Place))


def region_of(region: Region | str) -> Region:
    """Return the region itself, or the one of this name or code in the region table.

    A town that had a region named after it is a town: "Uralsk" is an error that says where it lies.
    """
    try:
        found = find_region(region, shipped().regions)
    except UnknownNameError as error:
        raise told_otherwise(error, _no_region(error.name)) from None
    if isinstance(region, str) and region not in written(found):
        from kzseparatism.names.gazetteer import is_bare_former

        town = _no_region(region) if is_bare_former(region, found) else ""
        if town:
            raise UnknownNameError("region", region, reason=town)
    return found


def told_otherwise(error: UnknownNameError, reason: str) -> UnknownNameError:
    """Return the error with what its name is instead, in place of names that are like it."""
    if isinstance(error, WholeCountryError) or error.reason or not reason:
        return error
    return UnknownNameError(error.what, error.name, reason=reason)


def _no_region(name: str) -> str:
    """Return where a place of this name lies, or "" where no place has it."""
    place = _place_called(name)
    if place is None:
        return ""
    ask = f"ask for statements about {place.id!r}"
    if not place.regions:
        return f"{place.name} is a place that lies in no region; {ask}"
    units = " or ".join(unit.name for unit in place.regions)
    return f"{place.name} is a place in {units}; ask about the region, or {ask}"


def _place_called(name: str) -> Place | None:
    """Return the place of which a text is the whole name, not a word of it."""
    try:
        place = shipped().find_place(name)
    except LookupError:
        return None
    names = map(skeleton, (place.id, place.name, *place.aliases))
    return place if skeleton(name) in names else None


def _no_actor(name: str) -> str:
    """Return what a name is that is not an actor's, and what to ask about it, or ""."""
    place = _place_called(name)
    if place is None:
        return ""
    return f"{place.name} is a place; ask for statements about {place.id!r}"


def thing_of(
    thing: Actor | Case | Place | Region | Statement | str, among: Iterable[Record] | None
) -> Actor | Case | Place | Region | Statement:
    """Return the thing itself, or the one that a text means.

    Text is the id of a case, statement or place, else the code or name of a place or a region, in
    the steps of every look-up of names. Where none of these fits, it is the name of an actor.
    """
    if isinstance(thing, Actor | Case | Place | Region | Statement):
        return thing
    from kzseparatism.names.actors_places import actor_index, territory_index
    from kzseparatism.names.gazetteer import is_country
    from kzseparatism.names.index import check_name

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
            return find_region(thing, shipped().regions)
        except UnknownNameError as no_region:
            fate = no_region.reason
        try:
            return actor_index(behind(records, Actor)).find(thing)
        except UnknownNameError as no_actor:
            # A slip in an id has near misses of its own.
            near = (*error.candidates, *no_actor.candidates, *nearest(thing, known))
            raise UnknownNameError(error.what, thing, near, fate) from None


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


def falls_in(when: FuzzyDate | None, window: Window, *, certainly: bool) -> bool:
    """Return whether a date may lie in a window, or certainly does; no date does neither."""
    if when is None:
        return False
    return when.lies_in(window) if certainly else when.meets(window)


def between(
    records: Table[_D], window: Window, match: WindowMatch, *, undated: bool = False
) -> Table[_D]:
    """Return the records whose date falls in a window, in the order of time, undated last."""
    if not isinstance(undated, bool):
        raise WrongTypeError("undated", undated, "is neither True nor False")
    if undated and match != "possible":
        complaint = f"asks for records that are never {match}"
        remedy = 'leave it out, or match="possible"'
        raise InvalidValueError("undated", undated, complaint, remedy)
    found = in_window(worked_out(records, "time", _by_date), window, match)
    if undated:
        found += sorted([one for one in records if one.date is None], key=_id_of)
    return table_of_known(found)


def in_window(index: TimeIndex[_T], window: Window, match: WindowMatch) -> list[_T]:
    """Return what an index has in a window, as surely as a word says."""
    if match == "possible":
        return index.possible(window)
    return index.coded(window) if match == "coded" else index.certain(window)


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
