"""A network in GraphML: who speaks to, about, and in answer to whom, an edge a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from kzseparatism.exporting.material import Material
from kzseparatism.model import Actor, Statement
from kzseparatism.plot.ties import ties_of

# What XML can't say at all.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE = {
    "name": "string",
    "kind": "string",
    "country": "string",
    "private": "boolean",
}
_EDGE = {
    "way": "string",
    "statement": "string",
    "date": "string",
    "date_earliest": "string",
    "date_latest": "string",
    "medium": "string",
    "stance": "string",
    "summary": "string",
}


def content(material: Material) -> bytes:
    """Return the network of all statements; each actor that speaks or is spoken of is a node.

    A statement by two speakers to one actor is two edges. Of an open end there is no day.
    """
    return ("\n".join(_lines(material)) + "\n").encode()


def _lines(material: Material) -> Iterator[str]:
    statements = {row["id"]: row for row in material.relations["statements"].to_records()}
    ties = [(tie, one) for one in material.dataset.statements for tie in ties_of(one)]
    tied = {actor.id for (speaker, other, _), _ in ties for actor in (speaker, other)}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for sort, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            key = f'id="{sort}_{name}" for="{sort}" attr.name="{name}" attr.type="{kind}"'
            yield f"  <key {key}/>"
    yield f'  <graph id={quoteattr(material.name)} edgedefault="directed">'
    for actor in material.dataset.actors:
        if actor.id in tied:
            yield from _element("node", f"id={quoteattr(actor.id)}", _of_actor(actor))
    for number, ((speaker, other, way), statement) in enumerate(ties, 1):
        ends = f"source={quoteattr(speaker.id)} target={quoteattr(other.id)}"
        told = {"way": way, "statement": statement.id, **_of(statement, statements)}
        yield from _element("edge", f'id="tie{number}" {ends}', told)
    yield "  </graph>"
    yield "</graphml>"


def _of_actor(actor: Actor) -> dict[str, Any]:
    return {name: getattr(actor, name) for name in _NODE}


def _of(statement: Statement, rows: dict[str, dict[str, Any]]) -> dict[str, Any]:
    row = rows[statement.id]
    return {name: row[name] for name in _EDGE if name in row}


def _element(sort: str, attributes: str, data: dict[str, Any]) -> Iterator[str]:
    yield f"    <{sort} {attributes}>"
    for name, value in data.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            legal = escape(_NOT_XML.sub("\ufffd", text))
            yield f'      <data key="{sort}_{name}">{legal}</data>'
    yield f"    </{sort}>"
