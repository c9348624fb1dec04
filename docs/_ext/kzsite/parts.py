"""The parts of a record as tables: sites, stages, charges, sentences, roles, names of regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from kzseparatism.model import Site
from kzseparatism.model.families import Part
from kzsite.address import BASE
from kzsite.facts import citations, in_region, shown
from kzsite.markup import table
from kzsite.when import dated

_WITH_THE_DATE = {"date_text", "date_basis"}
_EMPTY: tuple[object, ...] = (None, "", (), False)


def part_tables(record: Any) -> Iterator[tuple[str, str]]:
    """Yield the name of each field of a record that holds parts, and the table of them."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if isinstance(value, tuple) and value and isinstance(value[0], Part):
            yield field.name, _table(value)


def _table(parts: Sequence[Any]) -> str:
    rows = [dict(_cells(part)) for part in parts]
    used = [name for name in rows[0] if any(row[name] for row in rows)]
    return table(
        [name.replace("_", " ") for name in used], [[row[n] for n in used] for row in rows]
    )


def _cells(part: Any) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        if field.name == "date":
            yield "date", dated(part)
        elif field.name == "citations":
            yield "citations", citations(part)
        elif field.name not in _WITH_THE_DATE:
            yield field.name, _cell(field.name, value)
        if field.name == "place" and isinstance(part, Site):
            yield "region", in_region(part.place)


def _cell(name: str, value: Any) -> str:
    if value in _EMPTY:
        return ""
    values = value if isinstance(value, tuple) else (value,)
    return ", ".join(shown(name, item, BASE) for item in values)
