"""Which columns a variable has in a table: a date has four, a length of time two, a link two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from kzseparatism.codebook.variables import Variable, single_variables, variables
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Citation, Source
from kzseparatism.model.families import Entity
from kzseparatism.model.tables import TABLES
from kzseparatism.relations.relation import Column

# What the added columns mean, by the ending that they add to the name of a variable.
ENDINGS = {
    "earliest": "The first day that a date may be; empty if the beginning is open.",
    "latest": "The last day that a date may be; empty if the end is open.",
    "qualifier": (
        "The sign of a date: ? uncertain, ~ approximate, % both; nothing if it has none, "
        "missing if there is no date."
    ),
    "months": "A length of time in months, for sorting; a day counts as a part of a month.",
}


def columns_of(variable: Variable) -> tuple[Column, ...]:
    """Return the columns of a variable that holds one value or none.

    The first has the variable's own name, but for a citation: that is a source and a paragraph.
    """
    return tuple(_columns(variable))


def columns_of_kind(kind: type) -> tuple[Column, ...]:
    """Return the columns of a kind of record: those of its ``single_variables``, in order."""
    return tuple(column for one in single_variables(kind) for column in _columns(one))


def link_columns(name: str, kind: type[Entity], *, nullable: bool = False) -> Iterator[Column]:
    """Yield the column of a link, which holds an id, and the one that says what that is called."""
    noun = kind.__name__.lower()
    word = kind._label_field  # noqa: SLF001 - the field has no public name
    stem = name.removesuffix("_id")
    yield Column(
        name=name,
        type=str,
        definition=f"The id of the {noun}.",
        references=table_of(kind),
        nullable=nullable,
    )
    yield Column(
        name=f"{stem}_{word}",
        type=str,
        definition=f"The {word} of the {noun}.",
        nullable=nullable,
        derived=True,
    )


def table_of(kind: type) -> str:
    """Return the name of the table of a kind of record."""
    return next(name for name, of in TABLES.items() if of is kind)


def _columns(variable: Variable) -> Iterator[Column]:
    name, nullable = variable.name, variable.optional
    if issubclass(variable.holds, Entity):
        link, called = link_columns(name, variable.holds, nullable=nullable)
        yield attrs.evolve(link, definition=variable.definition)
        yield called
    elif issubclass(variable.holds, Citation):
        source, paragraph = variables(Citation)
        document, title = link_columns("source_id", Source)
        yield attrs.evolve(document, definition=source.definition)
        yield title
        yield from _columns(paragraph)
    else:
        yield Column(
            name=name,
            type=_plain_type(variable.holds),
            definition=variable.definition,
            vocabulary=variable.vocabulary,
            nullable=nullable,
            derived=variable.derived,
        )
    if issubclass(variable.holds, FuzzyDate):
        yield _added(name, "earliest", date, nullable=True)
        yield _added(name, "latest", date, nullable=True)
        yield _added(name, "qualifier", str, nullable=nullable)
    elif issubclass(variable.holds, Term):
        yield _added(name, "months", float, nullable=nullable)


def _plain_type(kind: type) -> type:
    """Return the type of a cell: what is neither a number nor a truth value is written as text."""
    return kind if kind in (int, float, bool) else str


def _added(name: str, ending: str, kind: type, *, nullable: bool) -> Column:
    return Column(
        name=f"{name}_{ending}",
        type=kind,
        definition=ENDINGS[ending],
        nullable=nullable,
        derived=True,
    )
