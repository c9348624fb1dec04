"""Which records a query asks among, and which actor, place or region an argument means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kzseparatism.dataset import Dataset
from kzseparatism.errors import AmbiguousNameError, UnknownNameError, WrongTypeError
from kzseparatism.gazetteer import find_region
from kzseparatism.links import linked
from kzseparatism.lookup import actor_index, place_index
from kzseparatism.model import Actor, Case, Place, Record, Region, Statement
from kzseparatism.model.fields import several
from kzseparatism.reading import load
from kzseparatism.table import Table

_R = TypeVar("_R", bound=Record)
_T = TypeVar("_T")


def records_of(
    kind: type[_R], among: Iterable[_R] | None, shipped: Callable[[Dataset], Table[_R]]
) -> Table[_R]:
    """Return the records to ask among: those given, each id once, or the shipped ones."""
    if among is None:
        return shipped(load())
    table = among if isinstance(among, Table) else Table(several(among))
    for record in table:
        if not isinstance(record, kind):
            raise WrongTypeError("among", record, f"is no {kind.__name__}")
    return table


def actor_of(actor: Actor | str, among: Iterable[Record] | None) -> Actor:
    """Return the actor itself, or the one of this name among those that the records refer to."""
    if isinstance(actor, Actor):
        return actor
    if not isinstance(actor, str):
        raise WrongTypeError("actor", actor, "is neither an Actor nor a name")
    if among is None:
        return load().find_actor(actor)
    return actor_index(linked(among, Actor)).find(actor)


def place_of(place: Place | str, among: Iterable[Record] | None) -> Place:
    """Return the place itself, or the one of this name among those that the records refer to."""
    if isinstance(place, Place):
        return place
    if not isinstance(place, str):
        raise WrongTypeError("place", place, "is neither a Place nor a name")
    if among is None:
        return load().find_place(place)
    return place_index(linked(among, Place)).find(place)


def region_of(region: Region | str) -> Region:
    """Return the region itself, or the one of this name or code in the region table."""
    return find_region(region, load().regions)


def thing_of(
    thing: Case | Place | Region | Statement | str, among: Iterable[Record] | None
) -> Case | Place | Region | Statement:
    """Return the thing itself, or the one that a text names: by id, else a place or a region.

    A text that is the name of a place and of a region is ambiguous: their ids tell them apart.
    """
    if isinstance(thing, Case | Place | Region | Statement):
        return thing
    if not isinstance(thing, str):
        raise WrongTypeError("thing", thing, "is no Case, Place, Region, Statement or text")
    for known in _with_id(thing, among):
        return known
    found: list[Place | Region] = [
        *_if_known(lambda: place_of(thing, among)),
        *_if_known(lambda: region_of(thing)),
    ]
    if not found:
        raise UnknownNameError("case, statement, place or region", thing)
    if len(found) > 1:
        raise AmbiguousNameError("thing", thing, [f"{one.name} ({one.id})" for one in found])
    return found[0]


def _with_id(record_id: str, among: Iterable[Record] | None) -> Iterator[Case | Statement | Place]:
    scope: Iterable[Record] = load().records() if among is None else among
    for record in linked(scope, Record):
        if isinstance(record, Case | Statement | Place) and record.id == record_id:
            yield record


def _if_known(look_up: Callable[[], _T]) -> list[_T]:
    try:
        return [look_up()]
    except UnknownNameError:
        return []
