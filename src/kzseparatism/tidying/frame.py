"""The one frame of a table: a row for each record, whatever kinds of record it has.

The columns of one value are those of ``tidy``; fields of several values are lists beside them, in
the order of the fields. They follow from the kinds of record, so that an empty answer has them too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, get_args, get_origin

import attrs

from kzseparatism.codebook.columns import columns_of
from kzseparatism.codebook.variables import Variable, derived_variables, variables
from kzseparatism.errors import WrongTypeError
from kzseparatism.model.families import Part
from kzseparatism.model.fields import is_identified
from kzseparatism.relations.relation import Column, Relation
from kzseparatism.table import Table, kinds_of
from kzseparatism.tidying.cells import Cells, cells_of

# Columns that belong together, and what makes their cells of a record.
_Group: TypeAlias = tuple[tuple[Column, ...], Callable[[Any], Cells]]
_ID = Column(name="id", type=str, definition="The id of the record.")


def frame(table: Table[Any]) -> Relation:
    """Return the records of a table as one relation, with the columns of every kind it has."""
    kinds = kinds_of(table)
    columns = _together([_columns(kind) for kind in kinds])
    names = [column.name for column in columns]
    makers = {kind: _row_maker(kind) for kind in kinds}
    of_type = {get_origin(kind) or kind: make for kind, make in makers.items()}

    def row(record: Any) -> Cells:
        part = getattr(record, "part", None)
        make = of_type[type(record)] if part is None else makers[type(record)[type(part)]]
        return tuple(map(make(record).get, names))

    return Relation(
        name=" and ".join(getattr(kind, "__name__", "record") for kind in kinds) or "records",
        definition="A row for each record.",
        columns=columns,
        key=("id",),
        rows=tuple(map(row, table)),
    )


def _columns(kind: Any) -> tuple[Column, ...]:
    return tuple(column for columns, _ in _groups(kind) for column in columns)


def _row_maker(kind: Any) -> Callable[[Any], dict[str, Any]]:
    groups = _groups(kind)

    def make(record: Any) -> dict[str, Any]:
        return {
            column.name: cell
            for columns, cells in groups
            for column, cell in zip(columns, cells(record), strict=True)
        }

    return make


@cache
def _groups(kind: Any) -> tuple[_Group, ...]:
    """Return the columns of a kind of record in the order of its fields, then what is derived.

    ``CasePart[Stage]`` is a case part whose part is a stage: it has the columns of both.
    """
    of: Any = get_origin(kind) or kind
    if not attrs.has(of):
        raise WrongTypeError("table", kind, "is not a kind of record that has columns")
    derived = derived_variables(of)
    first = [variable for variable in derived if variable.name == "id"]
    last = [variable for variable in derived if variable.name != "id"]
    found: list[_Group] = []
    for variable in (*first, *variables(of), *last):
        found += _groups_of(variable, get_args(kind))
    return tuple(_without_twins(found))


def _groups_of(variable: Variable, part_kinds: tuple[type, ...]) -> Iterator[_Group]:
    get = attrgetter(variable.name)
    if not isinstance(variable.holds, type):
        # A type variable, or one of several kinds: the part of a case, or any record.
        if variable.name == "part":
            yield from (_of_part(group) for kind in part_kinds for group in _groups(kind))
        else:
            yield _of_any_record(variable.name)
    elif variable.many:
        yield _of_list(variable)
    else:
        cells = cells_of(variable)
        yield columns_of(variable), lambda record: cells(get(record))


def _of_part(group: _Group) -> _Group:
    columns, cells = group
    return columns, lambda record: cells(record.part)


def _of_any_record(name: str) -> _Group:
    columns = (
        Column(name=name, type=str, definition="The id of the record."),
        Column(
            name=f"{name}_label",
            type=str,
            definition="What the record is called: its name, its title or its summary.",
            derived=True,
        ),
    )
    get = attrgetter(name)
    return columns, lambda record: (get(record).id, get(record).label)


def _of_list(variable: Variable) -> _Group:
    """Return the column of a field of several values: ids, texts, or parts with their columns."""
    get = attrgetter(variable.name)
    parts: tuple[Column, ...] = ()
    make: Callable[[Any], Any] = _item
    if issubclass(variable.holds, Part):
        # Inside a list words are plain text: no data frame keeps categories there.
        parts = tuple(attrs.evolve(one, vocabulary=None) for one in _columns(variable.holds))
        make = _row_maker(variable.holds)
    column = Column(
        name=variable.name, type=str, definition=variable.definition, many=True, parts=parts
    )
    return (column,), lambda record: ([make(item) for item in get(record)],)


def _item(value: Any) -> str:
    return value.id if is_identified(value) else str(value)


def _without_twins(groups: Iterable[_Group]) -> Iterator[_Group]:
    """Yield the groups, the later of two with one name left out: a stage has its date once."""
    known: set[str] = set()
    for columns, cells in groups:
        if columns[0].name not in known:
            known |= {column.name for column in columns}
            yield columns, cells


def _together(several: list[tuple[Column, ...]]) -> tuple[Column, ...]:
    """Return the columns of several kinds, each once: what one kind lacks may be missing."""
    found: dict[str, Column] = {} if several else {"id": _ID}
    for columns in several:
        for column in columns:
            other = found.setdefault(column.name, column)
            if (other.type, other.many, other.parts) != (column.type, column.many, column.parts):
                complaint = "is not of one type in all of these records"
                raise WrongTypeError("column", column.name, complaint, "convert each kind alone")
            same = other.vocabulary is column.vocabulary
            found[column.name] = attrs.evolve(
                other,
                nullable=other.nullable or column.nullable,
                vocabulary=other.vocabulary if same else None,
            )
    everywhere = (
        set.intersection(*({one.name for one in columns} for columns in several))
        if several
        else {"id"}
    )
    return tuple(
        column if name in everywhere else attrs.evolve(column, nullable=True)
        for name, column in found.items()
    )
