"""What Datasette shows beside an SQLite file: titles, definitions, licence, facets, the windows."""

from __future__ import annotations

import json
from typing import Any

from kzseparatism.exporting.material import Material
from kzseparatism.exporting.sqlite_views import MATCHES, dated, in_regions, placed
from kzseparatism.relations.relation import Relation
from kzseparatism.tidying.shapes import Placing

_LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
_TOLD = {
    "possible": "Rows whose date may lie in a window, each with the window. Choose one window.",
    "certain": "Rows whose date certainly lies in a window, each with the window. Choose one.",
}


def content(material: Material) -> bytes:
    """Return the metadata of a database of the same name, as JSON."""
    about = material.dataset.about
    relations = [*material.relations.values(), material.relations.codebook()]
    tables: dict[str, Any] = {}
    for relation in relations:
        tables[relation.name] = _of_relation(relation)
        if dated(relation):
            for match in MATCHES:
                tables[f"{relation.name}_{match}"] = _of_view(relation, match)
        if placed(relation):
            tables[in_regions(relation)] = {"description": Placing.__doc__, "facets": ["match"]}
    tables["windows"] = {
        "description": "The windows of time that the views ask for: the years. Add your own.",
        "label_column": "window",
    }
    tables["texts"] = {
        "description": "Every text, and where it stands.",
        "fts_table": "texts_fts",
        "fts_pk": "number",
        "facets": ["relation", "field"],
    }
    source = {
        "title": about.title,
        "license": about.licence,
        "license_url": _LICENCES.get(about.licence, ""),
    }
    told = {**source, "databases": {material.name: {**source, "tables": tables}}}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _of_relation(relation: Relation) -> dict[str, Any]:
    names = relation.column_names
    label = next((one for one in ("title", "name", "summary") if one in names), None)
    return {
        "description": relation.definition,
        "columns": {one.name: one.definition for one in relation.columns if one.definition},
        **({"facets": facets} if (facets := _facets(relation)) else {}),
        **({"label_column": label} if label else {}),
    }


def _of_view(relation: Relation, match: str) -> dict[str, Any]:
    # The columns are explained at the table; here they would push the rows out of sight.
    return {
        "description": _TOLD[match],
        "facets": ["window", *_facets(relation)],
    }


def _facets(relation: Relation) -> list[str]:
    return [one.name for one in relation.columns if one.vocabulary is not None]
