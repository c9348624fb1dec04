"""An SQLite database: strict tables with keys and checks, full-text search, and views.

What a query asks with *possible* and *certain* is a view here. A view takes no arguments, so that
the windows of time stand in a table of their own, ``windows``: a view joins each row with the
windows that it may lie in, and ``WHERE "window" = '2023'`` asks for one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import attrs

from kzseparatism.dataset import About
from kzseparatism.exporting.material import Material
from kzseparatism.exporting.sqlite_texts import write_texts
from kzseparatism.exporting.sqlite_views import views, windows_of
from kzseparatism.relations.relation import Column, Relation

_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", date: "TEXT"}


def content(material: Material) -> bytes:
    """Return the bytes of a database with every relation, the codebook and the views."""
    relations = [*material.relations.values(), material.relations.codebook(), _about(material)]
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA page_size = 4096")
        with database:
            for relation in relations:
                _write(database, relation)
            write_texts(database, relations[: len(material.relations)])
            for statement, rows in windows_of(relations):
                database.executemany(statement, rows)
            for view in views(relations):
                database.execute(view)
        database.execute("PRAGMA optimize")
        return database.serialize()


def quoted(name: str) -> str:
    """Return a name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _write(database: sqlite3.Connection, relation: Relation) -> None:
    columns = ",\n  ".join([*map(_column, relation.columns), *_keys(relation)])
    name = quoted(relation.name)
    database.execute(f"CREATE TABLE {name} (\n  {columns}\n) STRICT")
    for number, key in enumerate(relation.foreign_keys):
        if key.columns != relation.key[: len(key.columns)]:
            index = quoted(f"{relation.name}_by_{number}")
            database.execute(f"CREATE INDEX {index} ON {name} ({_listed(key.columns)})")
    for column in relation.columns:
        if column.type is date:
            index = quoted(f"{relation.name}_by_{column.name}")
            database.execute(f"CREATE INDEX {index} ON {name} ({quoted(column.name)})")
    slots = ", ".join("?" * len(relation.columns))
    rows = (tuple(map(_cell, row)) for row in relation.rows)
    database.executemany(f"INSERT INTO {name} VALUES ({slots})", rows)  # noqa: S608 - our names


def _cell(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _column(column: Column) -> str:
    name = quoted(column.name)
    parts = [name, _TYPES[column.type]]
    if not column.nullable:
        parts.append("NOT NULL")
    if column.vocabulary is not None:
        words = ", ".join(f"'{word}'" for word in column.vocabulary)
        parts.append(f"CHECK ({name} IN ({words}))")
    elif column.type is bool:
        parts.append(f"CHECK ({name} IN (0, 1))")
    elif column.type is date:
        parts.append(f"CHECK ({name} = date({name}, '+0 days'))")
    return " ".join(parts)


def _keys(relation: Relation) -> Iterator[str]:
    yield f"PRIMARY KEY ({_listed(relation.key)})"
    for key in relation.foreign_keys:
        theirs = f"{quoted(key.relation)} ({_listed(key.their_columns)})"
        # A record may link to one that stands further down in its own table.
        yield (
            f"FOREIGN KEY ({_listed(key.columns)}) REFERENCES {theirs} "
            "DEFERRABLE INITIALLY DEFERRED"
        )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, names))


def _about(material: Material) -> Relation:
    about = attrs.asdict(material.dataset.about)
    columns = tuple(
        Column(
            name=field.name,
            type=type(about[field.name]),
            definition=field.metadata["definition"],
        )
        for field in attrs.fields(About)
    )
    return Relation(
        name="dataset",
        definition="What the dataset says about itself.",
        columns=columns,
        key=("title",),
        rows=(tuple(about.values()),),
    )
