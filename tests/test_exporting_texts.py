"""The formats that are text: CSV as a Data Package, GraphML and JSON-LD."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, strategies as st

import exports
import kzseparatism as kz
from kzseparatism.plot.ties import WAYS
from kzseparatism.views.spreadsheets import FORMULA, as_it_was, inert

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module")
def package() -> dict[str, bytes]:
    """Return the files of the Data Package of the shipped dataset."""
    return exports.files_in(exports.exported("csv"))


def test_the_csv_files_have_every_cell(package: dict[str, bytes]) -> None:
    """Each relation is a file with its columns and rows; what is missing is empty."""
    tidy = kz.tidy(kz.load().pseudonymised())
    for relation in (*tidy.values(), tidy.codebook()):
        text = package[f"{relation.name}.csv"].decode()
        header, *rows = csv.reader(io.StringIO(text))
        assert tuple(header) == relation.column_names
        assert rows == [[_cell(cell) for cell in row] for row in relation.rows]


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else inert(str(value))


def test_the_descriptor_describes_the_files(package: dict[str, bytes]) -> None:
    """It has each file with its size, digest, columns, words, keys and definitions."""
    told = json.loads(package.pop("datapackage.json"))
    tidy = kz.tidy(kz.load())
    assert [one["path"] for one in told["resources"]] == list(package)
    for one in told["resources"]:
        content = package[one["path"]]
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{sha256(content).hexdigest()}"
        if one["name"] == "codebook":
            continue
        relation = tidy[one["name"]]
        fields = one["schema"]["fields"]
        assert [field["name"] for field in fields] == list(relation.column_names)
        assert one["schema"]["primaryKey"] == list(relation.key)
        assert len(one["schema"].get("foreignKeys", ())) == len(relation.foreign_keys)
        for field, column in zip(fields, relation.columns, strict=True):
            assert field["description"] == column.definition
            words = [word.value for word in column.vocabulary or ()]
            assert field.get("constraints", {}).get("enum", []) == words


@given(st.text(st.sampled_from(["'", "=", "-", "a", "\t", "＝"])) | st.text())
def test_an_inert_text_is_no_formula_and_can_be_told(text: str) -> None:
    """No formula is left, a text that is none is as it was, and two texts stay two."""
    made = inert(text)
    assert not made.startswith(FORMULA)
    assert made in (text, f"'{text}")
    assert as_it_was(made) == text
    if made == text:
        assert not text.lstrip("'").startswith(FORMULA)


def test_formulas_in_the_data_are_inert_in_csv() -> None:
    """A note that begins as a formula begins with an apostrophe in the file."""
    shipped = kz.load()
    place = attrs.evolve(shipped.places[0], id="made-up-place", note="=1+1")
    dataset = kz.Dataset(about=shipped.about, places=kz.Table([place]))
    files = exports.files_in(exports.written(dataset, "csv"))
    rows = list(csv.DictReader(io.StringIO(files["places.csv"].decode())))
    assert [row["note"] for row in rows] == ["'=1+1"]


def test_the_network_has_every_tie() -> None:
    """An edge for each speaker, each other, each way and each statement; every end is a node."""
    root = ET.fromstring(exports.exported("graphml"))  # noqa: S314 - our own file
    names = {key.get("id"): key.get("attr.name") for key in root.iter(f"{GRAPHML}key")}
    nodes = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
    found: Counter[Any] = Counter()
    for edge in root.iter(f"{GRAPHML}edge"):
        told = {names[data.get("key")]: data.text for data in edge}
        assert {edge.get("source"), edge.get("target")} <= nodes
        found[edge.get("source"), edge.get("target"), told["way"], told["statement"]] += 1
        assert told.get("date") == (
            None if (when := kz.statements[str(told["statement"])].date) is None else str(when)
        )
    wanted: Counter[Any] = Counter()
    for one in kz.statements:
        answered = [speaker for first in one.responds_to for speaker in first.speakers]
        for way, others in zip(WAYS, (one.addressees, one.about, answered), strict=True):
            wanted.update((s.id, o.id, way, one.id) for s in one.speakers for o in others)
    assert found == wanted
    assert nodes == {end for source, target, *_ in wanted for end in (source, target)}


def test_a_text_that_xml_can_not_say_is_legible() -> None:
    """Angle brackets are escaped."""
    shipped = kz.load()
    actor = attrs.evolve(shipped.actors[0], name='A <b> & "c"', private=False)
    statement = attrs.evolve(shipped.statements[0], speakers=(actor,), about=(actor,))
    dataset = attrs.evolve(
        kz.Dataset(about=shipped.about),
        actors=kz.Table([actor]),
        statements=kz.Table([statement]),
    )
    root = ET.fromstring(exports.written(dataset, "graphml", names=True))  # noqa: S314
    assert 'A <b> & "c"' in [data.text for data in root.iter(f"{GRAPHML}data")]


def test_linked_data_have_every_record_and_its_provenance() -> None:
    """Each record is a node; its paragraphs, speakers and links are addresses of nodes."""
    told = json.loads(exports.exported("jsonld"))
    nodes = {node["@id"]: node for node in told["@graph"]}
    dataset = kz.load()
    assert len(nodes) == len(told["@graph"]) == 1 + sum(len(t) for _, t in dataset.tables())
    for statement in dataset.statements:
        node = nodes[f"record:{statement.id}"]
        paragraphs = [one["@id"] for one in node["prov:wasDerivedFrom"]]
        assert paragraphs == [f"record:{one}" for one in statement.citations]
        assert set(paragraphs) <= set(nodes)
        speakers = [one["@id"] for one in node["prov:wasAttributedTo"]]
        assert speakers == [f"record:{one.id}" for one in statement.speakers]
        assert node.get("date") == (None if statement.date is None else str(statement.date))
    for case in dataset.cases:
        stages = nodes[f"record:{case.id}"].get("stages", [])
        assert [stage["kind"] for stage in stages] == [stage.kind for stage in case.stages]
    assert _links(told["@graph"]) - set(nodes) == {
        source.url for source in dataset.sources if source.url
    }


def _links(value: Any) -> set[str]:
    if isinstance(value, list):
        return {link for item in value for link in _links(item)}
    if not isinstance(value, dict):
        return set()
    here = {value["@id"]} if "@id" in value else set()
    return here | {link for item in value.values() for link in _links(item)}
