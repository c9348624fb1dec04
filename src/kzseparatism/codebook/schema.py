"""The JSON Schema of every data file, made from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kzseparatism.codebook.variables import Variable, variables
from kzseparatism.dataset import About
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Actor, Citation
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.tables import TABLES
from kzseparatism.reading.files import json_text
from kzseparatism.vocab import Vocabulary

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATES = ["2023-05-30", "2023-05~", "[..2023-05-30]", "[2023-03?..2024-05?]"]
_PLAIN: Mapping[type, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1},
    FuzzyDate: {"type": "string", "minLength": 4, "examples": _DATES},
    Term: {"type": "string", "pattern": "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+D)?$"},
    Citation: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*#[1-9][0-9]*$"},
}


def table_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the table ``name``, such as "statements"."""
    row = _object(TABLES[name])
    if TABLES[name] is Actor:
        row |= _names_of_the_private_stand_apart(row)
    return {
        "$schema": _DIALECT,
        "title": f"{name}.json",
        "description": (TABLES[name].__doc__ or "").partition("\n")[0],
        "type": "array",
        "items": row,
    }


def schema_files() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of the shipped schema of each data file."""
    for name in TABLES:
        yield f"{name}.schema.json", json_text(table_schema(name))
    about = {"$schema": _DIALECT, "title": "dataset.json", **_object(About)}
    yield "dataset.schema.json", json_text(about)
    yield "private_names.schema.json", json_text(_private_names())


def _private_names() -> dict[str, Any]:
    texts = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    entry = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "aliases": texts},
        "required": ["name"],
        "additionalProperties": False,
    }
    return {
        "$schema": _DIALECT,
        "title": "private_names.json",
        "description": "The names of private persons by actor id: the only place where they stand.",
        "type": "object",
        "additionalProperties": entry,
    }


def _object(kind: type) -> dict[str, Any]:
    held = variables(kind)
    return {
        "type": "object",
        "properties": {variable.name: _property(variable) for variable in held},
        "required": [variable.name for variable in held if variable.required],
        "additionalProperties": False,
    }


def _property(variable: Variable) -> dict[str, Any]:
    value = _value(variable)
    if variable.many:
        least = {"minItems": 1} if variable.required else {}
        return {
            "type": "array",
            "items": value,
            "uniqueItems": True,
            **least,
            "description": variable.definition,
        }
    default = variable.default
    if isinstance(default, str | bool):
        value["default"] = default.value if isinstance(default, Vocabulary) else default
    return value | {"description": variable.definition}


def _value(variable: Variable) -> dict[str, Any]:
    kind = variable.holds
    if kind in _PLAIN:
        return _PLAIN[kind] | ({"pattern": variable.pattern} if variable.pattern else {})
    if variable.vocabulary is not None:
        return {"enum": [member.value for member in variable.vocabulary]}
    if issubclass(kind, Entity):
        return {"type": "string", "description": f"The id of a {kind.__name__.lower()}."}
    if issubclass(kind, Part):
        return _object(kind)
    raise AssertionError(kind)


def _names_of_the_private_stand_apart(row: dict[str, Any]) -> dict[str, Any]:
    required = [name for name in row["required"] if name != "name"]
    return {
        "required": required,
        "if": {"properties": {"private": {"const": True}}, "required": ["private"]},
        "then": {"properties": {"name": False, "aliases": False}},
        "else": {"required": ["name"]},
    }
