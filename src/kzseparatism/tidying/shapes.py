"""Which relations a dataset has, and how the rows of each are found in a record.

All of it follows from the register of tables and from the variables of the codebook: a new field
of a record has its column, or its relation, with nothing to be done here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias

import attrs

from kzseparatism.codebook.columns import columns_of, columns_of_kind, link_columns
from kzseparatism.codebook.variables import Variable, variables
from kzseparatism.model import Place, Region
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.tables import TABLES
from kzseparatism.model.walk import behind
from kzseparatism.names.regions import placements
from kzseparatism.relations.relation import Column, ForeignKey, Relation
from kzseparatism.tidying.cells import Cells, cells_of, cells_of_kind
from kzseparatism.vocab import Vocabulary

Rows: TypeAlias = Callable[[Any], Iterator[Cells]]


class Placing(Vocabulary):
    """How surely a place lies in a region, as the queries answer."""

    CERTAIN = "certain", "The place lies in the region, and can lie nowhere else."
    POSSIBLE = (
        "possible",
        "The place may lie in the region, or lies in a former unit that the region succeeded.",
    )


@attrs.frozen(kw_only=True)
class Shape:
    """A relation without its rows, the table whose records it is about, and how they give rows.

    ``variable`` is what the relation is made of: the list that a field holds, or None for the
    records themselves.
    """

    relation: Relation
    table: str
    rows: Rows
    variable: Variable | None = None


@attrs.frozen(kw_only=True)
class _Level:
    """Records of a table, or the parts of one sort that they have.

    ``things`` yields each with its key; ``key`` are the columns of that key in the relations that
    are about what a thing holds, and ``own_key`` what they are called in its own.
    """

    table: str
    relation: str
    kind: type
    noun: str
    key: tuple[Column, ...]
    own_key: tuple[str, ...]
    things: Callable[[Any], Iterator[tuple[Cells, Any]]]


@cache
def shapes() -> tuple[Shape, ...]:
    """Return every relation, in the order in which they link; the same for every dataset."""
    return tuple(shape for name, kind in TABLES.items() for shape in _of_table(name, kind))


def singular(word: str) -> str:
    """Return the noun for one of many.

    >>> [singular(word) for word in ("case_stages", "aliases", "addressees", "responds_to")]
    ['case_stage', 'alias', 'addressee', 'responds_to']
    """
    return re.sub(r"(?<=alias)es$|s$", "", word)


def _of_table(name: str, kind: type[Entity]) -> Iterator[Shape]:
    noun = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
    cells = cells_of_kind(kind)
    yield Shape(
        relation=Relation(
            name=name,
            definition=_sentence(kind.__doc__),
            columns=columns_of_kind(kind),
            key=("id",),
            foreign_keys=tuple(_links(columns_of_kind(kind))),
        ),
        table=name,
        rows=lambda record: iter((cells(record),)),
    )
    owner, *_ = link_columns(f"{noun}_id", kind)
    level = _Level(
        table=name,
        relation=name,
        kind=kind,
        noun=noun,
        key=(owner,),
        own_key=("id",),
        things=lambda record: iter((((record.id,), record),)),
    )
    yield from _of_fields(level)


def _of_fields(level: _Level) -> Iterator[Shape]:
    """Yield the relations of what the things of a level hold: parts, links and lists of texts."""
    for variable in variables(level.kind):
        if variable.many and issubclass(variable.holds, Part):
            yield from _of_parts(level, variable)
        elif variable.many:
            yield from _of_list(level, variable)
        elif issubclass(variable.holds, Place):
            yield _of_regions(level, variable)


def _of_parts(owner: _Level, variable: Variable) -> Iterator[Shape]:
    cells = cells_of_kind(variable.holds)
    things = _items(owner, variable)

    def rows(record: Any) -> Iterator[Cells]:
        return ((*key, *cells(part)) for key, part in things(record))

    shape = _shape(owner, variable, columns_of_kind(variable.holds), rows)
    yield shape
    name = singular(variable.name)
    level = _Level(
        table=owner.table,
        relation=shape.relation.name,
        kind=variable.holds,
        noun=singular(shape.relation.name),
        key=(*owner.key, _position(f"{name}_position", f"Which {name} of its record, from 1.")),
        own_key=shape.relation.key,
        things=things,
    )
    yield from _of_fields(level)


def _of_list(owner: _Level, variable: Variable) -> Iterator[Shape]:
    name = singular(variable.name)
    if issubclass(variable.holds, Entity):
        columns = tuple(link_columns(f"{name}_id", variable.holds))
    else:
        columns = tuple(attrs.evolve(one, nullable=False) for one in columns_of(variable))
    if columns[0].name == variable.name:
        columns = (attrs.evolve(columns[0], name=name), *columns[1:])
    cells, items = cells_of(variable), _items(owner, variable)

    def rows(record: Any) -> Iterator[Cells]:
        return ((*key, *cells(item)) for key, item in items(record))

    shape = _shape(owner, variable, columns, rows)
    yield shape
    if issubclass(variable.holds, Place):
        key = (*owner.key, _position(f"{name}_position", f"Which {name} of the record, from 1."))
        places = attrs.evolve(
            owner, relation=shape.relation.name, key=key, own_key=shape.relation.key, things=items
        )
        yield _of_regions(places, None)


def _of_regions(level: _Level, variable: Variable | None) -> Shape:
    """Return the relation of the units that places may lie in: derived, as the queries answer.

    The places are what a field of the things of a level holds, or the things themselves.
    """

    def rows(record: Any) -> Iterator[Cells]:
        for key, thing in level.things(record):
            place = thing if variable is None else getattr(thing, variable.name)
            units = () if place is None else place.regions
            names = {unit.id: unit.name for unit in behind(units, Region)}
            for unit, surely in sorted(placements(units).items()):
                yield (*key, unit, names[unit], surely)

    region, name = link_columns("region_id", Region)
    match = Column(
        name="match",
        type=str,
        definition="How surely the place lies in the region: certain, or possible.",
        vocabulary=Placing,
        derived=True,
    )
    columns = (*level.key, attrs.evolve(region, derived=True), name, match)
    noun = singular(level.relation)
    relation = Relation(
        name=f"{noun}_regions",
        definition=f"The regions that the place of each row of {level.relation} lies in, or may.",
        columns=columns,
        key=(*(column.name for column in level.key), "region_id"),
        foreign_keys=tuple(_foreign_keys(level, columns)),
    )
    return Shape(relation=relation, table=level.table, rows=rows)


def _shape(owner: _Level, variable: Variable, columns: tuple[Column, ...], rows: Rows) -> Shape:
    position = _position("position", "The place in the order of the record, from 1.")
    all_columns = (*owner.key, position, *columns)
    relation = Relation(
        name=f"{owner.noun}_{variable.name}",
        definition=f"{owner.kind.__name__}, {variable.name}: {variable.definition}",
        columns=all_columns,
        key=(*(column.name for column in owner.key), "position"),
        foreign_keys=tuple(_foreign_keys(owner, all_columns)),
    )
    return Shape(relation=relation, table=owner.table, rows=rows, variable=variable)


def _items(owner: _Level, variable: Variable) -> Callable[[Any], Iterator[tuple[Cells, Any]]]:
    def items(record: Any) -> Iterator[tuple[Cells, Any]]:
        for key, thing in owner.things(record):
            for position, item in enumerate(getattr(thing, variable.name), 1):
                yield (*key, position), item

    return items


def _foreign_keys(owner: _Level, columns: tuple[Column, ...]) -> Iterator[ForeignKey]:
    """Yield the key of the owner, and every link of the other columns."""
    yield ForeignKey(tuple(column.name for column in owner.key), owner.relation, owner.own_key)
    yield from _links(columns[len(owner.key) :])


def _links(columns: tuple[Column, ...]) -> Iterator[ForeignKey]:
    for column in columns:
        if column.references is not None:
            yield ForeignKey((column.name,), column.references, ("id",))


def _position(name: str, definition: str) -> Column:
    return Column(name=name, type=int, definition=definition)


def _sentence(doc: str | None) -> str:
    return (doc or "").partition("\n")[0]
