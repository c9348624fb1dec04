"""Linked data (JSON-LD): the dataset as schema.org has it, and each record with its provenance.

A field of a record is a property of its own name in a vocabulary of this library. Beside that
stands what others know: the types of schema.org, and PROV: a record was derived from paragraphs,
and a statement was attributed to those who speak.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from kzseparatism.codebook.variables import variables
from kzseparatism.exporting.material import Material
from kzseparatism.model import Actor, Citation, Place, Region, Source, Statement
from kzseparatism.model.families import Entity, Part
from kzseparatism.views.plain import plain_record
from kzseparatism.vocab import ActorKind

_CONTEXT = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "record": "urn:kzseparatism:record:",
    "kz": "urn:kzseparatism:field:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "@vocab": "urn:kzseparatism:field:",
}
_LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}
_TYPES: dict[type, str] = {
    Source: "schema:Article",
    Place: "schema:Place",
    Region: "schema:AdministrativeArea",
    Statement: "schema:Quotation",
}
_ACTORS = {ActorKind.PERSON: ("schema:Person", "prov:Person")}
_GROUP = ("schema:Organization", "prov:Organization")


def content(material: Material) -> bytes:
    """Return the whole dataset as one JSON-LD document."""
    records = [record for _, table in material.dataset.tables() for record in table]
    graph = [_dataset(material), *map(_record, records)]
    text = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def address(identity: str) -> str:
    """Return the address of a record or a paragraph.

    >>> address("worldcrunch#38")
    'record:worldcrunch#38'
    """
    return f"record:{quote(identity, safe='#')}"


def _dataset(material: Material) -> dict[str, Any]:
    about = material.dataset.about
    return {
        "@id": "urn:kzseparatism:dataset",
        "@type": ["schema:Dataset", "prov:Entity"],
        "schema:name": about.title,
        "schema:version": about.version,
        "schema:dateModified": about.coded,
        "schema:license": _LICENCES.get(about.licence, about.licence),
        "schema:creator": {"@type": "schema:Organization", "schema:name": about.authors},
        "schema:isBasedOn": [_link(one) for one in material.dataset.sources],
        "prov:wasDerivedFrom": [_link(one) for one in material.dataset.sources],
    }


def _record(record: Entity) -> dict[str, Any]:
    told = {
        "@id": address(record.id),
        "@type": list(_types(record)),
        "schema:name": record.label,
        "schema:isPartOf": {"@id": "urn:kzseparatism:dataset"},
        **dict(_fields(record)),
    }
    if isinstance(record, Statement):
        told["prov:wasAttributedTo"] = [_link(one) for one in record.speakers]
    if isinstance(record, Source) and record.url:
        told["schema:url"] = {"@id": record.url}
    return told


def _types(record: Entity) -> Iterator[str]:
    yield f"kz:{type(record).__name__}"
    if isinstance(record, Actor):
        yield from _ACTORS.get(record.kind, _GROUP)
    elif type(record) in _TYPES:
        yield _TYPES[type(record)]
    yield "prov:Entity"


def _fields(thing: Any) -> Iterator[tuple[str, Any]]:
    """Yield what each field says, links as addresses, and the paragraphs as provenance."""
    plain = plain_record(thing)
    for name, value in plain.items():
        if value is not None and value != [] and name not in _linking(type(thing)):
            yield name, value
    for variable in variables(type(thing)):
        values = getattr(thing, variable.name)
        values = values if variable.many else [] if values is None else [values]
        if not values or variable.name not in _linking(type(thing)):
            continue
        if issubclass(variable.holds, Citation):
            found = [{"@id": address(str(one))} for one in values]
            yield "prov:wasDerivedFrom", found
        elif issubclass(variable.holds, Part):
            yield (
                variable.name,
                [{"@type": f"kz:{type(one).__name__}"} | dict(_fields(one)) for one in values],
            )
        else:
            yield variable.name, [_link(one) for one in values]


def _linking(kind: type) -> set[str]:
    return {one.name for one in variables(kind) if issubclass(one.holds, Entity | Part | Citation)}


def _link(record: Entity) -> dict[str, str]:
    return {"@id": address(record.id)}
