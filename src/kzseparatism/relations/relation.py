"""A relation: rows of plain values under columns that say what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from kzseparatism.errors import UnknownNameError
from kzseparatism.relations.framed import Framed
from kzseparatism.vocab import Vocabulary

# Inside the class below, ``type`` is the name of a field.
_Vocabulary: TypeAlias = type[Vocabulary]


@attrs.frozen(kw_only=True, order=False)
class Column:
    """One column of a relation: what it is called, what it holds and what that means.

    ``type`` is ``str``, ``int``, ``float``, ``bool`` or ``date`` (the class of ``datetime``).
    ``vocabulary`` are the words that the column may hold, if they are a closed list.
    ``references`` is the relation whose ``id`` stands here. ``nullable`` is whether a value may be
    missing (None). ``derived`` is whether the column follows from others, so that nobody coded it.

    ``many`` is whether a cell holds a list; if ``parts`` names columns, each item of the list has
    these. Both are found only in the frame of a ``Table``: a relation of ``tidy`` has plain cells.
    """

    name: str
    type: type[Any]
    definition: str = ""
    vocabulary: _Vocabulary | None = None
    references: str | None = None
    nullable: bool = False
    derived: bool = False
    many: bool = False
    parts: tuple[Column, ...] = ()


@attrs.frozen(order=False)
class ForeignKey:
    """Columns that hold the values of a key of another relation, or of the same."""

    columns: tuple[str, ...]
    relation: str
    their_columns: tuple[str, ...]


@attrs.frozen(kw_only=True, order=False, repr=False)
class Relation(Framed):
    """Rows of plain values under fixed columns: the same for no rows, for some and for all.

    ``key`` names the columns by which a row is told from the others. Two relations with the same
    columns can be put one below the other in any data frame.
    """

    name: str
    definition: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    # Names of people may stand in the rows, so that they are counted and not shown.
    def __repr__(self) -> str:
        return f"<Relation {self.name}: {len(self.rows)} rows, {len(self.columns)} columns>"

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of a name; an ``UnknownNameError`` has the names that there are."""
        for column in self.columns:
            if column.name == name:
                return column
        raise UnknownNameError(f"column of {self.name}", name, self.column_names)

    def values(self, name: str) -> tuple[Any, ...]:
        """Return what stands in the column of a name, row by row."""
        index = self.columns.index(self.column(name))
        return tuple(row[index] for row in self.rows)

    def to_records(self) -> list[dict[str, Any]]:
        """Return each row as a dictionary; a date is a ``datetime.date``, what is missing None."""
        return [dict(zip(self.column_names, row, strict=True)) for row in self.rows]

    def _relation(self) -> Relation:
        return self
