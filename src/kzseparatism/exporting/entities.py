"""An entity of FollowTheMoney as plain JSON, and what its properties take of our fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Citation
from kzseparatism.model.families import Entity

# A day, a month or a year, and nothing of how sure it is.
_PLAIN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def entity(schema: str, key: str, *told: tuple[str, Any]) -> dict[str, Any]:
    """Return an entity; a property has each of its values once, and none is empty."""
    properties: dict[str, list[str]] = {}
    for name, value in told:
        for one in [value] if value is None or isinstance(value, str) else value:
            values = properties.setdefault(name, [])
            if one and str(one) not in values:
                values.append(str(one))
    given = {name: values for name, values in properties.items() if values}
    return {"id": key, "schema": schema, "properties": given}


def dated(
    name: str, when: FuzzyDate | None, plain: str = "", notes: str = "notes"
) -> Iterator[tuple[str, str]]:
    """Yield a date as a note, and as the property ``plain`` if that can hold all of it."""
    if when is not None:
        yield notes, f"{name}: {when}"
        if plain and _PLAIN.fullmatch(str(when)):
            yield plain, str(when)


def cited_in(citations: Iterable[Citation]) -> list[tuple[str, str]]:
    """Return the documents as proof, and the paragraphs as notes."""
    found = [(key_of(one.source), f"paragraph: {one}") for one in citations]
    return [pair for key, note in found for pair in (("proof", key), ("notes", note))]


def key_of(record: Entity) -> str:
    """Return the id of an entity: records of two kinds may have one id."""
    return f"{type(record).__name__.lower()}-{record.id}"


def country_of(code: str | None) -> str:
    """Return the code of a country as this model writes it."""
    return (code or "").lower()
