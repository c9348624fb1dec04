"""Exported files, judged by the programs that they are for: ``nox -s formats`` installs these."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

import exports
import kzseparatism as kz

PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def judge(module: str) -> Any:
    """Return a module that the session installs, or skip the test and say why."""
    reason = f"{module} is not installed: run nox -s formats"
    return pytest.importorskip(module, reason=reason, exc_type=ImportError)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder."""
    return tmp_path_factory.mktemp("exported")


def test_the_data_package_is_valid(folder: Path) -> None:
    """Frictionless finds no error in the zip: types, words, keys, links, sizes and digests."""
    frictionless = judge("frictionless")
    path = kz.export(kz.load(), folder / "data.csv.zip")
    report = frictionless.validate(str(path), type="package")
    assert report.flatten(["title", "message"]) == []
    assert report.valid
    assert len(report.tasks) == len(kz.tidy([])) + 1


def test_frictionless_finds_what_is_wrong(folder: Path) -> None:
    """The judge is awake: a link to nobody is an error."""
    frictionless = judge("frictionless")
    files = exports.files_in(exports.exported("csv"))
    inside = folder / "spoilt"
    inside.mkdir()
    for name, content in files.items():
        (inside / name).write_bytes(content)
    speakers = inside / "statement_speakers.csv"
    speakers.write_text(speakers.read_text(encoding="utf-8") + "nothing,1,nobody,\n")
    report = frictionless.validate(str(inside / "datapackage.json"))
    assert "foreign-key" in {error[0] for error in report.flatten(["type"])}


def test_a_graph_is_read_by_networkx() -> None:
    """Its nodes and edges are those of the file, with their words."""
    networkx = judge("networkx")
    graph = networkx.parse_graphml(exports.exported("graphml").decode())
    assert (graph.is_directed(), graph.is_multigraph()) == (True, True)
    spoken = {edge["statement"] for *_, edge in graph.edges(data=True)}
    tied = [one for one in kz.statements if one.addressees or one.about or one.responds_to]
    assert spoken == {one.id for one in tied}
    assert graph.nodes["putin"]["kind"] == "person"
    assert graph.nodes["putin"]["private"] is False


# A warning of its reader of JSON-LD about itself.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_linked_data_are_read_by_rdflib() -> None:
    """Every record is of its kind, and every citation is a provenance."""
    rdflib = judge("rdflib")
    graph = rdflib.Graph().parse(data=exports.exported("jsonld"), format="json-ld")
    field, prov = "urn:kzseparatism:field:", "http://www.w3.org/ns/prov#"
    for name, table in kz.load().tables():
        kind = type(table[0]).__name__
        found = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(field + kind)))
        assert len(found) == len(table), name
    derived = set(graph.subject_objects(rdflib.URIRef(f"{prov}wasDerivedFrom")))
    record = "urn:kzseparatism:record:"
    cited = {
        (rdflib.URIRef(record + one.id), rdflib.URIRef(f"{record}{paragraph}"))
        for one in kz.load().coded_records()
        for paragraph in one.citations
    }
    assert cited <= derived
    spoken = set(graph.subject_objects(rdflib.URIRef(f"{prov}wasAttributedTo")))
    assert len(spoken) == sum(len(one.speakers) for one in kz.statements)
    dates = set(graph.subject_objects(rdflib.URIRef(f"{field}date")))
    assert {str(text) for _, text in dates} >= {str(one.date) for one in kz.statements if one.date}


@pytest.fixture(scope="module")
def datasette(folder: Path) -> Iterator[str]:
    """Start Datasette with the database and its metadata, and return its address."""
    judge("datasette")
    database = kz.export(kz.load(), folder / "separatism.db")
    metadata = kz.export(kz.load(), folder / "separatism.metadata.json")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "datasette", "serve", str(database))
    options = ("--metadata", str(metadata), "--host", "127.0.0.1", "--port", str(port))
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}/separatism"
            _wait_for(f"{address}.json")
            yield address
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        except URLError:
            time.sleep(0.1)
        else:
            return
    message = "Datasette did not start"
    raise AssertionError(message)


def asked(address: str, path: str, **options: str) -> Any:
    """Return what Datasette says in JSON."""
    with urlopen(f"{address}/{path}.json?{urlencode(options)}", timeout=30) as answer:  # noqa: S310
        return json.load(answer)


@pytest.mark.parametrize("match", ["possible", "certain"])
def test_datasette_counts_as_the_queries_do(
    datasette: str, match: Literal["possible", "certain"]
) -> None:
    """A view with a window has the statements of the query, and facets with their words."""
    found = asked(datasette, f"statements_{match}", window="2023", _shape="objects", _size="max")
    wanted = kz.statements_between("2023", "2023", match=match)
    assert {row["id"] for row in found["rows"]} == set(wanted.ids)
    facets = found["facet_results"]
    assert {"window", "stance", "medium"} <= set(facets)
    counted = {one["value"]: one["count"] for one in facets["stance"]["results"]}
    assert counted == {
        stance.value: len(wanted.where(stance=stance))
        for stance in kz.Stance
        if len(wanted.where(stance=stance))
    }


def test_datasette_finds_words(datasette: str) -> None:
    """The table of texts is searched with its index."""
    found = asked(datasette, "texts", _search="referendum", _shape="objects", _size="max")
    assert {"statements", "cases"} <= {row["relation"] for row in found["rows"]}
    assert all("referendum" in row["text"].lower() for row in found["rows"])


def test_datasette_shows_titles_and_definitions(datasette: str) -> None:
    """The page of a table has the licence, and what its columns mean."""
    with urlopen(f"{datasette}/statements", timeout=30) as page:  # noqa: S310
        html = page.read().decode()
    assert "CC-BY-4.0" in html
    assert kz.tidy([])["statements"].column("stance").definition[:30] in html


def test_entities_are_taken_by_followthemoney() -> None:
    """Each is valid by its own schema, loses no value, and leads to entities that are there."""
    model = judge("followthemoney").model
    lines = [json.loads(line) for line in exports.exported("ftm").splitlines()]
    ids = {line["id"]: line["schema"] for line in lines}
    assert len(ids) == len(lines)
    for line in lines:
        schema = model.get(line["schema"])
        schema.validate(line)
        proxy = model.get_proxy(line)
        for name, values in line["properties"].items():
            prop = schema.get(name)
            assert sorted(proxy.get(name)) == sorted(values), (line["id"], name)
            assert all(prop.type.validate(value) for value in values), (line["id"], name, values)
            if prop.range is not None:
                assert all(model.get(ids[value]).is_a(prop.range) for value in values), line


def test_no_date_is_lost_in_entities() -> None:
    """Each date of each record stands as EDTF in the entity that is made of it."""
    lines = {one["id"]: one for one in map(json.loads, exports.exported("ftm").splitlines())}
    dated: dict[str, kz.FuzzyDate | None] = {
        f"source-{one.id}": one.published for one in kz.sources
    }
    dated |= {f"statement-{one.id}": one.date for one in kz.statements}
    dated |= {f"event-{one.id}": one.date for one in kz.events}
    dated |= {f"provision-{one.id}": one.date for one in kz.load().provisions}
    for case in kz.cases:
        for number, stage in enumerate(case.stages, 1):
            dated[f"case-{case.id}-stage-{number}"] = stage.date
    for actor in kz.actors:
        for number, role in enumerate(actor.roles, 1):
            dated[f"actor-{actor.id}-role-{number}"] = role.date
    assert len([when for when in dated.values() if when is not None]) > 150
    for identity, when in dated.items():
        told = lines[identity]["properties"]
        notes = [*told.get("notes", ()), *told.get("summary", ())]
        found = {note.partition(": ")[2] for note in notes if note.startswith(("date:", "publ"))}
        assert found == (set() if when is None else {str(when)}), identity
        plain = {*told.get("date", ()), *told.get("publishedAt", ())}
        # A note has no property for a date.
        exact = PLAIN.fullmatch(str(when)) and lines[identity]["schema"] != "Note"
        assert plain == ({str(when)} if exact else set()), identity
