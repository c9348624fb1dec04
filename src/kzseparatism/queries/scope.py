"""Which records a query asks among, and which actor, place or region an argument means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kzseparatism.dataset import Dataset
from kzseparatism.errors import (
    AmbiguousNameError,
    UnknownNameError,
    WholeCountryError,
    WrongTypeError,
    with_article,
)
from kzseparatism.model import Actor, Case, Place, Record, Region, Statement
from kzseparatism.model.walk import behind
from kzseparatism.names.actors_places import actor_index, place_index, territory_index
from kzseparatism.names.index import check_name
from kzseparatism.names.regions import find_region, is_country
from kzseparatism.names.spelling import nearest
from kzseparatism.reading import load
from kzseparatism.table import Table

_R = TypeVar("_R", bound=Record)


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
    records = tuple(among)
    for record in records:
        if not isinstance(record, kind):
            raise WrongTypeError("among", record, f"is not {with_article(kind.__name__)}")
    return among if isinstance(among, Table) else Table(records)


def actor_of(actor: Actor | str, among: Iterable[Record] | None) -> Actor:
    """Return the actor itself, or the one of this name among those that the records refer to."""
    if isinstance(actor, Actor):
        return actor
    if among is None:
        return shipped().find_actor(actor)
    return actor_index(behind(given_records(among, Record), Actor)).find(actor)


def place_of(place: Place | str, among: Iterable[Record] | None) -> Place:
    """Return the place itself, or the one of this name among those that the records refer to."""
    if isinstance(place, Place):
        return place
    if among is None:
        return shipped().find_place(place)
    return place_index(behind(given_records(among, Record), Place)).find(place)


def region_of(region: Region | str) -> Region:
    """Return the region itself, or the one of this name or code in the region table."""
    return find_region(region, shipped().regions)


def thing_of(
    thing: Case | Place | Region | Statement | str, among: Iterable[Record] | None
) -> Case | Place | Region | Statement:
    """Return the thing itself, or the one that a text means.

    Text is the id of a case, statement or place, else the code or name of a place or a region, in
    the steps of every look-up of names.
    """
    if isinstance(thing, Case | Place | Region | Statement):
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
        # A slip in an id has near misses of its own.
        near = (*error.candidates, *nearest(thing, known))
        raise UnknownNameError(error.what, thing, near) from None
