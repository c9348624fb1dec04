"""A dataset, or some of its records, as relations: what ``kz.tidy`` returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import UnknownNameError, WrongTypeError
from kzseparatism.model.fields import Identified
from kzseparatism.model.tables import TABLES
from kzseparatism.names.spelling import nearest
from kzseparatism.relations.relation import Column, Relation
from kzseparatism.table import Table
from kzseparatism.tidying.shapes import Shape, shapes


class _UnknownRelationError(UnknownNameError, KeyError):
    """No relation has this name: also a KeyError, as every mapping raises."""


class Tidy(Mapping[str, Relation]):
    """Relations by name, in the order in which they link: each after those that it refers to.

    The names, the columns and their types are the same for every dataset and every table. The rows
    of a relation are made when it is first asked for.

    >>> import kzseparatism as kz
    >>> tidy = kz.tidy(kz.load())
    >>> tidy["case_stages"].key
    ('case_id', 'position')
    """

    def __init__(self, records: Mapping[str, Iterable[Any]], about: About | None = None) -> None:
        self._records = {name: tuple(records.get(name, ())) for name in TABLES}
        self._shapes = {shape.relation.name: shape for shape in shapes()}
        self._made: dict[str, Relation] = {}
        #: What the dataset says about itself; None for the records of a table.
        self.about: About | None = about

    def __getitem__(self, name: str) -> Relation:
        """Return a relation; an unknown name is an ``UnknownNameError`` and a ``KeyError``."""
        if name not in self._made:
            if name not in self._shapes:
                raise _UnknownRelationError("relation", name, nearest(str(name), self._shapes))
            self._made[name] = self._with_rows(self._shapes[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._shapes

    def __iter__(self) -> Iterator[str]:
        return iter(self._shapes)

    def __len__(self) -> int:
        return len(self._shapes)

    def __repr__(self) -> str:
        numbers = (f"{len(rows)} {name}" for name, rows in self._records.items() if rows)
        return f"<Tidy: {len(self)} relations, {', '.join(numbers) or 'no rows'}>"

    def codebook(self) -> Relation:
        """Return a relation with a row for each column of each relation, and what it means."""
        rows = (
            _codebook_row(relation, column)
            for shape in self._shapes.values()
            for relation in (shape.relation,)
            for column in relation.columns
        )
        return Relation(
            name="codebook",
            definition="Every column of every relation, and what it means.",
            columns=_CODEBOOK,
            key=("relation", "column"),
            rows=tuple(rows),
        )

    def _with_rows(self, shape: Shape) -> Relation:
        records = self._records[shape.table]
        rows = tuple(row for record in records for row in shape.rows(record))
        return attrs.evolve(shape.relation, rows=rows)


def tidy(data: Dataset | Iterable[Identified]) -> Tidy:
    """Return a dataset, or the records of a table, as relations of plain values.

    There is a relation for each table (``statements``), for the parts of each sort that records
    have (``case_stages``) and for each field of several values (``statement_speakers``). Every
    relation has a key. In a whole dataset every foreign key leads to a row.

    Of a table, the relations have the records of the table and nothing else, so that the rows of
    an answer are those rows of the whole dataset that belong to its records; a link may then lead
    to a record that is not among them. Names follow the data: take a dataset that is
    ``pseudonymised()`` if the rows are for others.

    Raises ``WrongTypeError`` for anything but records of the tables of a dataset; of an answer with
    parts of cases (``kz.sentences()``) take ``to_pandas()``, or the cases.

    >>> import kzseparatism as kz
    >>> relations = kz.tidy(kz.statements_between("2014"))
    >>> relations["statement_speakers"].column_names
    ('statement_id', 'position', 'speaker_id', 'speaker_name')
    """
    if isinstance(data, Dataset):
        return Tidy(dict(data.tables()), data.about)
    given: object = data
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise WrongTypeError("data", data, "is neither a dataset nor a table of records")
    records: dict[str, list[Any]] = {}
    names = {kind: name for name, kind in TABLES.items()}
    for record in data if isinstance(data, Table) else Table(data):
        name = names.get(type(record))  # type: ignore[arg-type] # any record has an id
        if name is None:
            complaint = "is not a record of a table of a dataset"
            raise WrongTypeError("data", record, complaint, "give cases, statements and the like")
        records.setdefault(name, []).append(record)
    return Tidy(records)


def _text(name: str, definition: str, *, nullable: bool = False) -> Column:
    return Column(name=name, type=str, definition=definition, nullable=nullable)


_CODEBOOK = (
    _text("relation", "The relation that has the column."),
    _text("column", "The name of the column."),
    _text("type", "What a cell holds: text, a whole number, a number, true or false, a day."),
    _text("definition", "What it means."),
    _text("words", "The words that may stand there, if they are a closed list.", nullable=True),
    _text("references", "The relation whose id stands there.", nullable=True),
    Column(name="key", type=bool, definition="Whether it is part of the key of the relation."),
    Column(name="nullable", type=bool, definition="Whether a value may be missing."),
    Column(name="derived", type=bool, definition="Whether it follows from other columns."),
)


def _codebook_row(relation: Relation, column: Column) -> tuple[Any, ...]:
    words = None if column.vocabulary is None else ", ".join(column.vocabulary)
    return (
        relation.name,
        column.name,
        column.type.__name__,
        column.definition,
        words,
        column.references,
        column.name in relation.key,
        column.nullable,
        column.derived,
    )
