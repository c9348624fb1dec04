"""The SQLite file: it holds together, refuses what breaks a rule, and answers as the queries do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given

import exports
import kzseparatism as kz
import records
from kzseparatism import strategies as kzst
from kzseparatism.exporting.sqlite_views import condition
from kzseparatism.model.families import Entity
from kzseparatism.model.tables import TABLES
from kzseparatism.model.walk import behind


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    """Give the database of the shipped dataset."""
    with exports.opened(exports.exported("sqlite")) as opened:
        yield opened


def assert_holds_together(database: sqlite3.Connection) -> None:
    """Hold a database to its own keys and checks."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def ids(database: sqlite3.Connection, query: str, *values: str) -> set[str]:
    """Return the first column of an answer."""
    return {row[0] for row in database.execute(query, values)}


def test_it_holds_together_and_has_every_row(database: sqlite3.Connection) -> None:
    """Every cell of every relation is there, and every table is strict."""
    assert_holds_together(database)
    tidy = kz.tidy(kz.load().pseudonymised())
    for relation in (*tidy.values(), tidy.codebook()):
        rows = database.execute(f'SELECT * FROM "{relation.name}"').fetchall()  # noqa: S608
        assert rows == [tuple(map(_stored, row)) for row in relation.rows]
    loose = "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict"
    assert ids(database, loose) <= {"sqlite_schema", "sqlite_temp_schema", "sqlite_stat1"}


def _stored(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statements SET stance = 'pro'",
        "UPDATE statements SET date_earliest = '2023-02-30'",
        "UPDATE actors SET private = 2",
        "UPDATE sources SET paragraphs = 'many'",
        "UPDATE statements SET summary = NULL",
        "UPDATE statement_speakers SET speaker_id = 'nobody'",
        "UPDATE statements SET id = 'same'",
        "INSERT INTO windows VALUES ('backwards', '2023-02-01', '2023-01-01')",
    ],
)
def test_what_breaks_a_rule_is_refused(change: str) -> None:
    """Words, days, truth values, numbers, what is required, links, keys and windows are checked."""
    with (
        exports.opened(exports.exported("sqlite")) as database,
        pytest.raises(sqlite3.IntegrityError),
        database,
    ):
        database.execute(change)


@pytest.mark.parametrize("match", ["possible", "certain"])
def test_every_year_is_answered_as_the_queries_do(database: sqlite3.Connection, match: str) -> None:
    """The views, and the condition written by hand, have the records of the query."""
    dated = {"statements": kz.statements_between, "events": kz.events_between}
    years = sorted(ids(database, 'SELECT "window" FROM windows'))
    assert "2023" in years
    for name, query in dated.items():
        for year in years:
            wanted = set(query(year, year, match=match).ids)  # type: ignore[operator]
            view = f'SELECT id FROM {name}_{match} WHERE "window" = ?'  # noqa: S608
            assert ids(database, view, year) == wanted
            where = condition(match, first=":first", last=":last")
            by_hand = f"SELECT id FROM {name} WHERE {where}"  # noqa: S608
            ends = {"first": f"{year}-01-01", "last": f"{year}-12-31"}
            assert {row[0] for row in database.execute(by_hand, ends)} == wanted


def test_every_region_is_answered_as_the_queries_do(database: sqlite3.Connection) -> None:
    """A record stands once in a region, as surely as the query says."""
    for region in kz.regions:
        sure = set(kz.cases_by_region(region, match="certain").ids)
        possible = set(kz.cases_by_region(region).ids)
        query = 'SELECT case_id, "match" FROM cases_in_regions WHERE region_id = ?'
        found = database.execute(query, (region.id,)).fetchall()
        assert sorted(found) == sorted(
            (one, "certain" if one in sure else "possible") for one in possible
        )


def test_words_are_found_in_every_text(database: sqlite3.Connection) -> None:
    """What the index finds is where the words stand, accents or not."""
    query = (
        "SELECT relation, id FROM texts_fts JOIN texts ON texts.number = texts_fts.rowid "
        "WHERE texts_fts MATCH ?"
    )
    found = set(database.execute(query, ("referendum",)))
    wanted = {
        one.id
        for one in kz.load().pseudonymised().statements
        if any("referendum" in text.lower().split() for text in (one.summary, *one.quotes))
    }
    assert wanted
    assert wanted <= {identity for _, identity in found}
    assert {relation for relation, _ in found} >= {"statements", "cases"}


def test_the_metadata_are_about_what_is_there(database: sqlite3.Connection) -> None:
    """Each table, column and facet that Datasette is told of is in the database."""
    told = json.loads(exports.exported("datasette"))
    assert told["license"] == "CC-BY-4.0"
    (tables,) = [one["tables"] for one in told["databases"].values()]
    assert list(told["databases"]) == ["data"]
    for name, about in tables.items():
        columns = {row[1] for row in database.execute(f'PRAGMA table_info("{name}")')}
        assert columns, name
        assert about["description"]
        assert {*about.get("facets", ()), *about.get("columns", ())} <= columns
    views = ids(database, "SELECT name FROM sqlite_schema WHERE type IN ('view', 'table')")
    ours = {name for name in views if not name.startswith(("sqlite_", "texts_fts"))}
    assert ours - set(tables) == {"dataset"}


@pytest.mark.parametrize(
    "date", ["[2020..]", "[..2020]", "[2020?..2024?]", "2023?", "2023", "2023-12-31", "20XX", None]
)
def test_open_ends_and_doubts_are_answered_as_the_query_does(date: str | None) -> None:
    """A statement of any date is in the windows of the query, and in no others."""
    said = records.statement("said", date)
    years = [records.statement(f"in-{year}", str(year)) for year in range(2019, 2026)]
    table = kz.Table([said, *years])
    dataset = _dataset(said, *years)
    with exports.opened(exports.written(dataset, "sqlite")) as database:
        for year in range(2019, 2026):
            for match in ("possible", "certain"):
                found = kz.statements_between(str(year), str(year), match=match, among=table)
                view = f'SELECT id FROM statements_{match} WHERE "window" = ?'  # noqa: S608
                assert ids(database, view, str(year)) == set(found.ids)


def test_the_surest_of_several_places_counts() -> None:
    """A case at a place in a region, and at one that may lie there, is certainly in it."""
    sites = [records.site_in("KZ-59"), records.site_in("KZ-59", "KZ-63")]
    case = records.case(sites=sites)
    with exports.opened(exports.written(_dataset(case), "sqlite")) as database:
        found = database.execute('SELECT region_id, "match" FROM cases_in_regions').fetchall()
    assert sorted(found) == [("KZ-59", "certain"), ("KZ-63", "possible")]


def _dataset(*given: Any) -> kz.Dataset:
    """Return a dataset of some records and of all that they link to."""
    shipped = kz.load()
    linked = list(behind(given, Entity))
    tables: dict[str, Any] = {
        name: kz.Table([one for one in [*linked, *given] if type(one) is kind])
        for name, kind in TABLES.items()
        if name != "regions"
    }
    return kz.Dataset(about=shipped.about, regions=shipped.regions, **tables)


@pytest.mark.thorough
@given(kzst.datasets())
def test_any_dataset_holds_together_and_is_answered(dataset: kz.Dataset) -> None:
    """Open ends, doubts and missing dates are answered as the query answers them."""
    with exports.opened(exports.written(dataset, "sqlite", names=True)) as database:
        assert_holds_together(database)
        for match in ("possible", "certain"):
            for (year,) in database.execute('SELECT "window" FROM windows LIMIT 3').fetchall():
                wanted = kz.statements_between(year, year, match=match, among=dataset.statements)
                view = f'SELECT id FROM statements_{match} WHERE "window" = ?'  # noqa: S608
                assert ids(database, view, year) == set(wanted.ids)
