"""The shipped JSON Schemas: in step with the model, and true of the data."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kzseparatism.codebook.schema import schema_files, table_schema

DATA = files("kzseparatism") / "data"
NAMES = [name for name, _ in schema_files()]


@pytest.mark.parametrize(("name", "text"), list(schema_files()), ids=NAMES)
def test_shipped_schema_is_that_of_the_model(name: str, text: str) -> None:
    """Each shipped schema is byte for byte the one that the model gives."""
    path = Path(str(DATA), "schemas", name)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_the_data_fit(name: str) -> None:
    """Each schema is a schema, and an independent judge finds the shipped data to fit it."""
    schema = json.loads((DATA / "schemas" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads((DATA / name.replace(".schema", "")).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("statements", "stance", "pro"),
        ("statements", "summry", "x"),
        ("statements", "quotes", "not a list"),
        ("statements", "speakers", []),
        ("sources", "paragraphs", "52"),
        ("cases", "people", 0),
        ("events", "citations", ["worldcrunch"]),
    ],
)
def test_schema_refuses_what_the_reader_refuses(table: str, key: str, value: Any) -> None:
    """A wrong word, key, type, number or citation does not fit the schema."""
    rows = json.loads((DATA / f"{table}.json").read_text(encoding="utf-8"))
    rows[0][key] = value
    assert list(Draft202012Validator(table_schema(table)).iter_errors(rows))


def test_private_actor_has_no_name_in_the_schema() -> None:
    """A private actor with a name in the table does not fit; one without does."""
    rows = json.loads((DATA / "actors.json").read_text(encoding="utf-8"))
    private = next(row for row in rows if row.get("private"))
    validator = Draft202012Validator(table_schema("actors"))
    assert validator.is_valid([private])
    assert not validator.is_valid([private | {"name": "Somebody Made-Up"}])
    assert not validator.is_valid(
        [{key: value for key, value in private.items() if key != "private"}]
    )
