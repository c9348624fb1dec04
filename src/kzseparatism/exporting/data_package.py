"""CSV files with a description of every column: a Data Package (version 2) in a zip."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import date
from typing import Any

import attrs

from kzseparatism.exporting.archive import archive
from kzseparatism.exporting.material import Material
from kzseparatism.relations.relation import Column, Relation
from kzseparatism.views.spreadsheets import inert

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TABLE = "https://datapackage.org/profiles/2.0/tableschema.json"
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}
_LICENCES = {
    "CC-BY-4.0": {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Creative Commons Attribution 4.0",
    }
}


def content(material: Material) -> bytes:
    """Return a zip with a CSV file for each relation, the codebook, and ``datapackage.json``."""
    relations = [*material.relations.values(), material.relations.codebook()]
    files = {f"{one.name}.csv": as_csv(one) for one in relations}
    described = json.dumps(_package(material, relations, files), ensure_ascii=False, indent=2)
    return archive({"datapackage.json": f"{described}\n".encode(), **files})


def as_csv(relation: Relation) -> bytes:
    """Return a relation as CSV: what is missing is empty, and no text is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(relation.column_names)
    writer.writerows([_cell(value) for value in row] for row in relation.rows)
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return inert(value) if isinstance(value, str) else value


def _package(
    material: Material, relations: list[Relation], files: dict[str, bytes]
) -> dict[str, Any]:
    about = material.dataset.about
    return {
        "$schema": _PROFILE,
        "name": "kzseparatism",
        "title": about.title,
        "version": about.version,
        "created": f"{about.coded}T00:00:00Z",
        "about": attrs.asdict(about),
        "licenses": [_LICENCES.get(about.licence, {"name": about.licence})],
        "contributors": [{"title": about.authors, "roles": ["creator"]}],
        "sources": [
            {"title": one.title, **({"path": one.url} if one.url else {})}
            for one in material.dataset.sources
        ],
        "resources": [_resource(one, files[f"{one.name}.csv"]) for one in relations],
    }


def _resource(relation: Relation, file: bytes) -> dict[str, Any]:
    return {
        "name": relation.name,
        "path": f"{relation.name}.csv",
        "type": "table",
        "description": relation.definition,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(file),
        "hash": f"sha256:{hashlib.sha256(file).hexdigest()}",
        "schema": _schema(relation),
    }


def _schema(relation: Relation) -> dict[str, Any]:
    keys = [
        {
            "fields": list(key.columns),
            # A relation that links to itself is called by an empty text until version 2.
            "reference": {
                "resource": "" if key.relation == relation.name else key.relation,
                "fields": list(key.their_columns),
            },
        }
        for key in relation.foreign_keys
    ]
    return {
        "$schema": _TABLE,
        "fields": [_field(relation, column) for column in relation.columns],
        "missingValues": [""],
        "primaryKey": list(relation.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(relation: Relation, column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if column.name in relation.key or (column.type is not str and not column.nullable):
        limits["required"] = True
    if column.vocabulary is not None:
        limits["enum"] = [word.value for word in column.vocabulary]
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.definition,
        **({"constraints": limits} if limits else {}),
    }
    if column.vocabulary is not None:
        words = [{"value": word.value, "label": word.definition} for word in column.vocabulary]
        field["categories"] = words
    return field
