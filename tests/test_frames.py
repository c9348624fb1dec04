"""Questions of frames: answers of the shipped data, kinds of frames, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from engines import ENGINES, Make, ids, rows
from kzseparatism import frames

TIDY = kz.tidy(kz.load())
MATCHES: tuple[Any, ...] = ("possible", "coded", "certain")
WINDOWS = [
    ("2023", None),
    ("2023-04-01", "2023-04-09"),
    (None, "2014"),
    ("2014-08-29", "2014-08-29"),
    (None, None),
]


@pytest.fixture(params=list(ENGINES))
def make(request: pytest.FixtureRequest) -> Make:
    """Return what makes a frame of each engine that is here."""
    return ENGINES[request.param]


def test_windows_of_the_shipped_data(make: Make) -> None:
    """The same ids, in the same order, for statements, events and stages."""
    statements, events = make(TIDY["statements"]), make(TIDY["events"])
    for start, end in WINDOWS:
        for match in MATCHES:
            asked: Any = (start, end) if end or not start else (start, start)
            said = frames.between(statements, *asked, match=match)
            assert ids(said) == list(kz.statements_between(*asked, match=match).ids)
            happened = frames.between(events, *asked, match=match)
            assert ids(happened) == list(kz.events_between(*asked, match=match).ids)
    undated = frames.between(statements, undated=True)
    assert ids(undated) == list(kz.statements_between(undated=True).ids)


def test_nearness_of_the_shipped_data(make: Make) -> None:
    """Thirty days around a day, and around a month with a sign."""
    statements = make(TIDY["statements"])
    for when in ("2022-02-24", "2014-08~"):
        for match in MATCHES:
            near: Any = (when, relativedelta(days=30))
            found = frames.around(statements, *near, match=match)
            assert ids(found) == list(kz.statements_around(*near, match=match).ids)


def test_regions_and_statuses_of_the_shipped_data(make: Make) -> None:
    """Cases, statements and events by every region; cases by every status."""
    cases = make(TIDY["cases"])
    placed = make(TIDY["case_site_regions"])
    for region in kz.regions:
        for match in ("possible", "certain"):
            found = frames.owning(cases, frames.by_region(placed, region, match=match))
            assert ids(found) == list(kz.cases_by_region(region, match=match).ids)
    for status in kz.CaseStatus:
        assert ids(frames.by_status(cases, status)) == list(kz.cases_by_status(status).ids)
    assert ids(frames.owning(cases, make(TIDY["case_sentences"]))) == sorted(
        case.id for case in kz.cases if case.sentences
    )


@pytest.mark.parametrize("by", ["year", "month", "stance", "outlet"])
def test_counts_are_those_of_the_library(make: Make, by: str) -> None:
    """The same groups with the same numbers; those of time in the same order."""
    counted = rows(frames.counts(make(TIDY["statements"]), by))
    expected = [(one.id, one.certain, one.possible) for one in kz.counts(kz.statements, by)]
    assert sorted(counted) == sorted(expected)
    if by in ("year", "month"):
        assert counted == expected


def test_owners_are_counted_once_a_region(make: Make) -> None:
    """A case with two sites in a region is one case there."""
    counted = rows(frames.counts(make(TIDY["case_site_regions"]), "region"))
    expected = [(one.id, one.certain, one.possible) for one in kz.counts(kz.cases, "region")]
    assert counted == [row for row in expected if row[0] != "no region"]


def test_the_callers_kind_comes_back(make: Make) -> None:
    """A frame of the same class, with the same columns; a narwhals frame as one."""
    given = make(TIDY["statements"])
    found = frames.between(given, "2023")
    assert type(found) is type(given)
    assert nw.from_native(found).columns == nw.from_native(given).columns
    assert type(frames.counts(given, "year")) is type(given)
    seen = nw.from_native(given)
    assert type(frames.between(seen, "2023")) is type(seen)
    assert type(frames.counts(seen, "year")) is type(seen)


def test_the_condition_fits_any_filter(make: Make) -> None:
    """``in_window`` selects what ``between`` selects, beside other conditions."""
    seen = nw.from_native(make(TIDY["statements"]))
    if seen.implementation.is_pandas() and seen.collect_schema()["date_latest"] == nw.Date:
        pytest.skip("pandas compares days of Arrow with nothing but days: between() knows that")
    for match in MATCHES:
        found = seen.filter(frames.in_window("2023", match=match)).to_native()
        assert sorted(ids(found)) == sorted(kz.statements_between("2023", match=match).ids)


def test_the_index_of_a_table_stays() -> None:
    """The pandas frame of a table is indexed by id before and after."""
    found = frames.between(kz.statements.to_pandas(), "2023", match="certain")
    assert found.index.name == "id"
    assert list(found.index) == list(kz.statements_between("2023", match="certain").ids)
    assert list(found.columns) == list(kz.statements.to_pandas().columns)
    assert list(frames.by_status(kz.cases.to_pandas(), "convicted").index) == list(
        kz.cases_by_status("convicted").ids
    )


def test_parts_are_put_in_order_by_their_key(make: Make) -> None:
    """Stages of one day stand by case and position."""
    found = nw.from_native(frames.between(make(TIDY["case_stages"]), "2023"))
    read = found.collect() if isinstance(found, nw.LazyFrame) else found
    keys = list(zip(read["date_earliest"], read["date_latest"], read["case_id"], strict=True))
    assert len(keys) > 5
    assert keys == sorted(keys)


def test_codes_without_a_match_column() -> None:
    """A unit is certain where its code stands; a former one that it succeeded is possible."""
    given = pa.table({"id": ["a", "b", "c"], "region_id": ["KZ-59", "kokshetau-region", "KZ-75"]})
    assert ids(frames.by_region(given, "North Kazakhstan")) == ["a", "b"]
    assert ids(frames.by_region(given, "North Kazakhstan", match="certain")) == ["a"]
    assert ids(frames.by_region(given, "kokshetau-region")) == ["b"]
    assert ids(frames.by_region(given, "KZ-59", among=kz.regions)) == ["a", "b"]
    named = given.rename_columns(["id", "where"])
    assert ids(frames.by_region(named, "KZ-75", column="where")) == ["c"]


def test_another_date_of_a_frame() -> None:
    """Columns of any name that are called as those of a date are one."""
    day = date(2020, 1, 1)
    given = pa.table(
        {
            "id": ["a", "b"],
            "said_earliest": [day, None],
            "said_latest": [day, day + timedelta(days=5)],
            "said_qualifier": pa.array([None, None], pa.string()),
        }
    )
    assert ids(frames.between(given, "2019", "2020-01-02", column="said")) == ["b", "a"]
    assert ids(frames.between(given, "2020", match="certain", column="said")) == ["a"]
    assert rows(frames.counts(given, "year", column="said")) == [("2020", 1, 2), ("open end", 1, 1)]


def test_a_frame_of_nothing(make: Make) -> None:
    """No row comes of no row, and no count."""
    nothing = make(kz.tidy([])["statements"])
    assert ids(frames.between(nothing, "2023", undated=True)) == []
    assert rows(frames.counts(nothing, "year")) == []
    assert rows(frames.counts(nothing, "stance")) == []


# The same functions, of which a type checker knows nothing: it would find these errors.
ANY: Any = frames
REFUSED: list[tuple[Any, type[Exception], str]] = [
    (lambda _: ANY.between([1], "2023"), kz.WrongTypeError, "is not a data frame"),
    (lambda f: ANY.between(f.drop(columns="date_latest")), kz.InvalidValueError, "date_latest"),
    (lambda f: ANY.between(f, "2024", "2023"), ValueError, "2024"),
    (lambda f: ANY.between(f, match="sure"), kz.InvalidValueError, "possible"),
    (lambda f: ANY.between(f, undated=True, match="certain"), kz.InvalidValueError, "undated"),
    (lambda f: ANY.between(f, column=3), kz.WrongTypeError, "column"),
    (lambda _: ANY.in_window(column=""), kz.InvalidValueError, "column"),
    (
        lambda f: ANY.between(f.assign(date_latest="2023-01-01")),
        kz.WrongTypeError,
        "is not a column of days",
    ),
    (lambda f: ANY.between(f.assign(_open=1)), kz.InvalidValueError, "_open"),
    (lambda f: ANY.around(f, "2023", timedelta(hours=3)), ValueError, "within"),
    (lambda f: ANY.by_region(f, "KZ-59"), kz.InvalidValueError, "region_id"),
    (lambda f: ANY.by_region(f, "Nowhere"), LookupError, "Nowhere"),
    (lambda f: ANY.by_status(f, "convicted"), kz.InvalidValueError, "status"),
    (lambda f: ANY.by_status(f, "guilty"), ValueError, "guilty"),
    (lambda f: ANY.counts(f, "colour"), kz.InvalidValueError, "colour"),
    (lambda f: ANY.counts(f, 7), kz.WrongTypeError, "by"),
    (lambda f: ANY.counts(f, "region"), kz.InvalidValueError, "region_id"),
    (lambda f: ANY.owning(f, f, by="case_id"), kz.InvalidValueError, "case_id"),
]


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_is_refused(number: int) -> None:
    """Each is one error, which names what is wrong."""
    asked, error, words = REFUSED[number]
    with pytest.raises(error, match=words):
        asked(TIDY["statements"].to_pandas())


def test_without_narwhals_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "narwhals", None)
    with pytest.raises(kz.MissingExtraError, match=r"narwhals .*\[frames\]"):
        frames.between(pd.DataFrame(), "2023")
