"""The codebook as relations: a row for each variable, and a row for each word."""

from __future__ import annotations

from typing import Any

from kzseparatism.codebook.columns import columns_of
from kzseparatism.codebook.variables import Variable, derived_variables, variables
from kzseparatism.codebook.words import words
from kzseparatism.model.tables import kinds
from kzseparatism.relations.relation import Column, Relation


def _text(name: str, definition: str, *, nullable: bool = False) -> Column:
    return Column(name=name, type=str, definition=definition, nullable=nullable)


_VARIABLES = (
    _text("record", "The kind of record, or of part of one, that has the variable."),
    _text("name", "The name of the variable."),
    _text("definition", "What it means."),
    _text("holds", "What it holds: a type, a vocabulary, or the kind of what it links to."),
    _text("words", "The words that it may hold, if they are a closed list.", nullable=True),
    Column(name="many", type=bool, definition="Whether it holds several values, in order."),
    Column(name="required", type=bool, definition="Whether every record has to have it."),
    _text("default", "What it is where nothing is said; missing if nothing is.", nullable=True),
    Column(name="derived", type=bool, definition="Whether it follows from others, uncoded."),
)
_WORDS = (
    _text("name", "The word."),
    _text("sort", "What sort of word it is: a value, a derived column, a word of the queries."),
    _text("definition", "What it means."),
)


def variable_relation() -> Relation:
    """Return every variable as a row, in the order of the model, derived ones after their record.

    What a date, a length of time or a link adds as columns (``date_earliest``, ``term_months``,
    ``outlet_name``) follows its variable. ``.to_records()`` gives dictionaries, ``.to_pandas()``
    and the like a data frame.

    >>> names = variable_relation().values("name")
    >>> names[names.index("date") : names.index("date") + 4]
    ('date', 'date_earliest', 'date_latest', 'date_qualifier')
    """
    rows = tuple(row for kind in kinds() for row in _rows_of(kind))
    return Relation(
        name="variables",
        definition="Every variable of every kind of record.",
        columns=_VARIABLES,
        key=("record", "name"),
        rows=rows,
    )


def word_relation() -> Relation:
    """Return every word that a table or a message shows as a row: vocabularies first."""
    return Relation(
        name="words",
        definition="Every word of the vocabularies, of derived columns and of the queries.",
        columns=_WORDS,
        key=("name", "sort"),
        rows=tuple((word.name, word.sort, word.definition) for word in words()),
    )


def _rows_of(kind: type) -> list[tuple[Any, ...]]:
    rows = []
    for variable in (*variables(kind), *derived_variables(kind)):
        rows.append(_row(variable))
        added = () if variable.many else columns_of(variable)
        rows += [_added(kind, column) for column in added if column.name != variable.name]
    return rows


def _row(variable: Variable) -> tuple[Any, ...]:
    words_held = None if variable.vocabulary is None else ", ".join(variable.vocabulary)
    nothing = variable.default is None or variable.default == ""
    return (
        variable.record.__name__,
        variable.name,
        variable.definition,
        variable.holds.__name__,
        words_held,
        variable.many,
        variable.required,
        None if nothing else str(variable.default).lower(),
        variable.derived,
    )


def _added(kind: type, column: Column) -> tuple[Any, ...]:
    name, definition = column.name, column.definition
    return kind.__name__, name, definition, column.type.__name__, None, False, False, None, True
