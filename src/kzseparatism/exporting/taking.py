"""The rows of an exported file, with the types that their columns have."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from kzseparatism.errors import InvalidValueError
from kzseparatism.relations.relation import Column, Relation
from kzseparatism.tidying.shapes import shapes
from kzseparatism.views.spreadsheets import as_it_was

_TRUTH: Mapping[str, bool] = {"true": True, "false": False}


def from_database(path: Path) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Any]]:
    """Return the rows of each relation of a database, and what the dataset says about itself."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            rows = {one.name: list(_stored(path, database, one)) for one in _all()}
            (about,) = _selected(database, "dataset")
    except (sqlite3.Error, ValueError) as error:
        if isinstance(error, InvalidValueError):
            raise
        raise refused(path, f"can't be read ({error})") from None
    return rows, {**about, "finished": bool(about["finished"])}


def _selected(database: sqlite3.Connection, name: str) -> Iterator[dict[str, Any]]:
    answer = database.execute(f"SELECT * FROM {name}")  # noqa: S608 - our names
    columns = [column[0] for column in answer.description]
    return (dict(zip(columns, row, strict=True)) for row in answer)


def _stored(
    path: Path, database: sqlite3.Connection, relation: Relation
) -> Iterator[dict[str, Any]]:
    columns = [row["name"] for row in _selected(database, f"pragma_table_info('{relation.name}')")]
    _complete(path, relation, columns)
    for row in _selected(database, f'"{relation.name}" ORDER BY rowid'):
        yield {
            # Some values of a truth column are no truth values: these are for ``read`` to refuse.
            one.name: bool(value) if one.type is bool and value in (0, 1) else value
            for one in relation.columns
            for value in (row[one.name],)
        }


def from_package(path: Path) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Any]]:
    """Return the rows of each relation of a Data Package, and what is said of the dataset."""
    try:
        with ZipFile(path) as files:
            told = json.loads(files.read("datapackage.json"))
            rows = {one.name: list(_read(path, files, one)) for one in _all()}
        about: dict[str, Any] = told["about"]
    except KeyError as error:
        raise refused(path, f"lacks something: {error.args[0]}") from None
    except (BadZipFile, UnicodeDecodeError, json.JSONDecodeError, TypeError) as error:
        raise refused(path, f"can't be read ({error})") from None
    return rows, about


def _read(path: Path, files: ZipFile, relation: Relation) -> Iterator[dict[str, Any]]:
    text = io.StringIO(files.read(f"{relation.name}.csv").decode(), newline="")
    reader = csv.DictReader(text)
    _complete(path, relation, reader.fieldnames or ())
    for number, row in enumerate(reader, 1):
        place = f"{relation.name}.csv, row {number}"
        yield {one.name: _typed(one, row, place) for one in relation.columns}


def _typed(column: Column, row: Mapping[str, Any], place: str) -> Any:
    text = as_it_was(row[column.name] or "")
    if text == "" and (column.nullable or column.type is not str):
        return None
    if column.type is bool:
        return _TRUTH.get(text, text)
    if column.type is int:
        try:
            return int(text)
        except ValueError:
            raise InvalidValueError(f"{place}, {column.name}", text, "is not a number") from None
    return text


def _all() -> Iterator[Relation]:
    return (shape.relation for shape in shapes())


def _complete(path: Path, relation: Relation, columns: Sequence[str]) -> None:
    missing = [name for name in relation.column_names if name not in columns]
    if missing:
        raise refused(path, f"lacks {', '.join(missing)} in {relation.name}")


def refused(path: Path, complaint: str) -> InvalidValueError:
    """Return the error about a file that can't be read back, which says what can be."""
    remedy = (
        "give what export wrote as sqlite or csv; the workbook that comes back is that of "
        "'kzseparatism workbook'"
    )
    return InvalidValueError("path", str(path), complaint, remedy)
