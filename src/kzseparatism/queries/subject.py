"""The subject of a question: the actor, place, region or other thing that a name means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from kzseparatism.dataset import Dataset, regions_beside
from kzseparatism.errors import (
    AmbiguousNameError,
    InvalidValueError,
    UnknownIdError,
    UnknownNameError,
    WholeCountryError,
)
from kzseparatism.model import Actor, Case, Place, Record, Region, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import require_country
from kzseparatism.model.walk import behind
from kzseparatism.names.regions import find_region, is_place, region_called
from kzseparatism.names.spelling import nearest
from kzseparatism.queries.question import given_records, shipped
from kzseparatism.table import Table, worked_out

# Look-up by name, and what is said of a name that leads nowhere, is imported when a name is no
# exact one: most questions need neither.
# ruff: noqa: PLC0415
if TYPE_CHECKING:
    from kzseparatism.names.index import NameIndex


@contextmanager
def referring(
    what: str,
    value: object,
    taken: tuple[type[Entity], ...],
    asked: type[Entity] | None,
    records: Table[Any] | None = None,
) -> Iterator[None]:
    """Have a value looked up that is to mean a record of the kinds ``taken``.

    If it is or means something else, the error says what, and which question to ask in place of the
    one that returns ``asked``.
    """
    try:
        if isinstance(value, Entity):
            from kzseparatism.queries.referral import refuse_kind

            refuse_kind(what, value, taken, asked)
        yield
    except (AmbiguousNameError, UnknownNameError) as error:
        from kzseparatism.queries.referral import referred

        raise referred(error, taken, asked, records or (), _everything()) from None


@contextmanager
def identifying(
    what: str, asked: type[Entity], records: Table[Any] | None = None
) -> Iterator[None]:
    """Have an id looked up; if it is a name or another's id, the error says whose, as above."""
    try:
        yield
    except UnknownIdError as error:
        from kzseparatism.queries.referral import identified

        raise identified(error, what, asked, records or (), _everything()) from None


def _everything() -> Iterator[Entity]:
    return (record for _, table in shipped().tables() for record in table)


def actor_of(
    actor: Actor | str, among: Iterable[Record] | None, asked: type[Entity] | None = None
) -> Actor:
    """Return the actor itself, or the one of this name among those that the records refer to.

    ``asked`` is what the question returns.
    """
    if isinstance(actor, Actor):
        return actor
    records = None if among is None else given_records(among, Record)
    with referring("actor", actor, (Actor,), asked, records):
        if records is None:
            return shipped().find_actor(actor)
        return worked_out(records, "actors", _actors_behind).find(actor)


def actors_of(
    actors: Actor | str | Iterable[Actor | str],
    among: Iterable[Record] | None,
    asked: type[Entity] | None = None,
) -> list[Actor]:
    """Return the actors that are meant by one actor or name, or by several."""
    if isinstance(actors, Entity | str | bytes) or not isinstance(actors, Iterable):
        return [actor_of(actors, among, asked)]
    return [actor_of(one, among, asked) for one in actors]


def place_of(
    place: Place | str, among: Iterable[Record] | None, asked: type[Entity] | None = None
) -> Place:
    """Return the place itself, or the one of this name among those that the records refer to."""
    if isinstance(place, Place):
        return place
    records = None if among is None else given_records(among, Record)
    with referring("place", place, (Place,), asked, records):
        found = (
            shipped().find_place(place)
            if records is None
            else worked_out(records, "places", _places_behind).find(place)
        )
    if asked is not None:
        from kzseparatism.queries.referral import refuse_region

        refuse_region(place, found, asked)
    return found


def _actors_behind(records: Table[Record]) -> NameIndex[Actor]:
    from kzseparatism.names.actors_places import actor_index

    return actor_index(behind(records, Actor))


def _places_behind(records: Table[Record]) -> NameIndex[Place]:
    from kzseparatism.names.actors_places import place_index

    return place_index(behind(records, Place))


def region_of(
    region: Region | str, among: Iterable[Record] | None, asked: type[Entity] | None = None
) -> Region:
    """Return the region itself, or the one of this name or code in a region table.

    That is the table of the dataset that the records come from; then the shipped one. A town that
    had a region named after it is a town: "Uralsk" is an error that says where it lies.
    """
    if isinstance(region, Region):
        return region
    if among is None:
        with referring("region", region, (Region,), asked):
            return region_called(region, shipped().regions, shipped().places)
    records = given_records(among, Record)
    with referring("region", region, (Region,), asked, records):
        return _region_among(region, worked_out(records, "regions", _regions_of), records)


def region_in(dataset: Dataset, region: Region | str, asked: type[Entity] | None = None) -> Region:
    """Return the region of this name or code of a dataset, or else of the shipped table."""
    with referring("region", region, (Region,), asked, Table(dataset.coded_records())):
        return _region_among(region, dataset.regions, dataset.places)


def _region_among(name: Any, own: Sequence[Region], records: Iterable[Record]) -> Region:
    try:
        return region_called(name, own, _places_of(records))
    except WholeCountryError:
        raise
    except UnknownNameError as error:
        others = _others(own)
        if not others:
            raise
        try:
            return region_called(name, others, shipped().places)
        except UnknownNameError as unknown:
            # Of two tables that do not have it, the one that has more to say about it.
            raise (error if error.candidates or error.reason else unknown) from None


def _places_of(records: Iterable[Record]) -> Iterator[Place]:
    yield from behind(records, Place)
    # Not loaded unless the name needs it: most are exact.
    yield from shipped().places


def _others(own: Iterable[Region]) -> tuple[Region, ...]:
    """Return the shipped regions, but none with a code that a region of one's own has."""
    taken = {code for unit in own for code in (unit.id, *unit.former_codes)}
    return tuple(
        unit for unit in shipped().regions if taken.isdisjoint((unit.id, *unit.former_codes))
    )


def _regions_of(records: Table[Record]) -> tuple[Region, ...]:
    """Return the regions of the datasets that records come from.

    What comes from no dataset may refer to any regions, and is about the shipped ones besides.
    """
    tables: dict[int, Table[Region]] = {}
    others: list[Record] = []
    for record in records:
        table = regions_beside(record.citations[0].source)
        if table is None:
            others.append(record)
        else:
            tables[id(table)] = table
    units = {unit.id: unit for table in tables.values() for unit in table}
    for unit in behind(others, Region):
        units.setdefault(unit.id, unit)
    if others or not units:
        # A few units would not do: of a few, one alone may have a word that many have.
        return (*units.values(), *_others(units.values()))
    return tuple(units.values())


def require_state(country: str, asked: type[Entity]) -> None:
    """Refuse anything but a country code; for another name, say which code it needs."""
    try:
        require_country("country", country)
    except InvalidValueError as error:
        from kzseparatism.queries.referral import country_named

        raise country_named(error, asked, _everything()) from None


def thing_of(
    thing: Actor | Case | Place | Region | Statement | str,
    among: Iterable[Record] | None,
    asked: type[Entity] = Statement,
) -> Actor | Case | Place | Region | Statement:
    """Return the thing itself, or the one that a text means.

    Text is the id of a case, statement or place, else the code or name of a place or a region, in
    the steps of every look-up of names. Where none of these fits, it is the name of an actor. A
    statement is a thing that only other statements are about.
    """
    taken = (Case, *((Statement,) if asked is Statement else ()), Place, Region, Actor)
    if isinstance(thing, taken):
        return thing  # type: ignore[no-any-return] # one of these
    given = None if among is None else given_records(among, Record)
    with referring("thing", thing, taken, asked, given):
        records = Table(shipped().coded_records()) if given is None else given
        return _named(thing, taken, records)


def _named(
    thing: Any, taken: tuple[type[Entity], ...], records: Table[Record]
) -> Actor | Case | Place | Region | Statement:
    from kzseparatism.names.actors_places import actor_index, territory_index
    from kzseparatism.names.countries import is_country
    from kzseparatism.names.gazetteer import countries_of
    from kzseparatism.names.index import check_name

    by_id = (Case, Statement, Place)
    known = {
        one.id: one
        for one in behind(records, Record)
        if isinstance(one, by_id) and isinstance(one, taken)
    }
    check_name("thing", thing)
    if thing in known:
        return known[thing]
    own = worked_out(records, "regions", _regions_of)
    places = tuple(behind(records, Place))
    countries = {*countries_of(own), *(one.country for one in places if one.regions)}
    if is_country(thing, countries) and not is_place(thing, places):
        raise WholeCountryError("region", thing)
    try:
        return territory_index(places, own).find(thing)
    except AmbiguousNameError:
        raise
    except UnknownNameError as error:
        try:
            return find_region(thing, own)
        except UnknownNameError as no_region:
            fate = no_region.reason
        try:
            return actor_index(behind(records, Actor)).find(thing)
        except UnknownNameError as no_actor:
            with suppress(UnknownNameError):
                return find_region(thing, _others(own))
            # A slip in an id has near misses of its own.
            near = (*error.candidates, *no_actor.candidates, *nearest(thing, known))
            what = ", ".join(kind.__name__.lower() for kind in taken[:-1])
            raise UnknownNameError(f"{what} or actor", thing, near, fate) from None
