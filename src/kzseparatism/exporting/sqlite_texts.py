"""The texts of the database in one table, and the index by which their words are found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kzseparatism.relations.relation import Column, Relation


def write_texts(database: sqlite3.Connection, relations: list[Relation]) -> None:
    """Write every text with the place where it stands, and the index of its words."""
    database.execute(
        "CREATE TABLE texts (number INTEGER PRIMARY KEY, relation TEXT NOT NULL, "
        "id TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL) STRICT"
    )
    database.execute(
        "CREATE VIRTUAL TABLE texts_fts USING fts5(text, content='texts', "
        "content_rowid='number', tokenize=\"unicode61 remove_diacritics 2\")"
    )
    database.executemany(
        "INSERT INTO texts (relation, id, field, text) VALUES (?, ?, ?, ?)",
        (found for relation in relations for found in _texts(relation)),
    )
    database.execute("INSERT INTO texts_fts (texts_fts) VALUES ('rebuild')")


def _texts(relation: Relation) -> Iterator[tuple[str, str, str, str]]:
    columns = [
        (index, column.name)
        for index, column in enumerate(relation.columns)
        if _is_text(relation, column)
    ]
    own = relation.column_names.index(relation.key[0])
    for row in relation.rows:
        for index, name in columns:
            if row[index]:
                yield relation.name, row[own], name, row[index]


def _is_text(relation: Relation, column: Column) -> bool:
    """Return whether a column has words that somebody may search for."""
    names = relation.column_names
    stands_for_more = any(f"{column.name}_{end}" in names for end in ("earliest", "months"))
    plain = column.type is str and column.vocabulary is None and column.references is None
    return plain and not (column.derived or column.name in relation.key or stands_for_more)
