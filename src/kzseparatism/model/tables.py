"""The one register: the tables of a dataset, what each is a table of, and the kinds inside.

Whatever lists tables or kinds of record derives from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from inspect import getmembers
from operator import or_
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from kzseparatism.model.actor import Actor
from kzseparatism.model.case import Case
from kzseparatism.model.discrepancy import Discrepancy
from kzseparatism.model.event import Event
from kzseparatism.model.families import Entity, Printable
from kzseparatism.model.place import Place, Region
from kzseparatism.model.provision import Provision
from kzseparatism.model.source import LedgerRow, Source
from kzseparatism.model.statement import Statement

# In the order in which they link: a record links to tables above its own, or to its own.
TABLES: Mapping[str, type[Entity]] = {
    "sources": Source,
    "regions": Region,
    "places": Place,
    "actors": Actor,
    "provisions": Provision,
    "cases": Case,
    "statements": Statement,
    "events": Event,
    "discrepancies": Discrepancy,
    "ledger": LedgerRow,
}


@attrs.frozen
class Holding:
    """What a field may hold: the type of its values, and whether it is a list of them."""

    kind: Any
    many: bool


@cache
def holdings(kind: type) -> Mapping[str, Holding]:
    """Return what each field of a kind of record holds, by name, in field order."""
    types = get_type_hints(kind)
    return {field.name: _holding(types[field.name]) for field in attrs.fields(kind)}


@cache
def askable(kind: type) -> Mapping[str, Holding]:
    """Return what can be asked of a kind of record by name: its fields, and what they give.

    ``status``, ``disputed``, ``label`` and other properties stand after the fields.
    """
    found = dict(holdings(kind)) if attrs.has(kind) else {}
    for name, value in getmembers(kind, lambda member: isinstance(member, property)):
        if not name.startswith("_"):
            found[name] = _holding(get_type_hints(value.fget)["return"])
    return found


def kinds() -> tuple[type, ...]:
    """Return every kind of record in the order of the tables, each followed by its new parts."""
    return tuple(dict.fromkeys(kind for table in TABLES.values() for kind in _with_parts(table)))


def _with_parts(kind: type) -> Iterator[type]:
    yield kind
    for holding in holdings(kind).values():
        held = holding.kind
        if isinstance(held, type) and issubclass(held, Printable) and not issubclass(held, Entity):
            yield from _with_parts(held)


def _holding(annotation: Any) -> Holding:
    if get_origin(annotation) is tuple:
        return Holding(get_args(annotation)[0], many=True)
    if get_origin(annotation) in (Union, UnionType):
        held = [part for part in get_args(annotation) if part is not NoneType]
        return Holding(reduce(or_, held), many=False)
    return Holding(annotation, many=False)
