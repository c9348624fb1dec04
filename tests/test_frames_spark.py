"""The questions of frames on Spark itself, in local mode: a chosen set, since each takes a second.

It runs in the session ``spark`` of nox.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import narwhals as nw
import pytest
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from engines import SPARK, Asked, ids, rows
from kzseparatism import frames, laws
from records import statement

if not os.environ.get("KZSEPARATISM_SPARK"):
    pytest.skip("Spark is started by nox -s spark (KZSEPARATISM_SPARK)", allow_module_level=True)

# Spark's own modules warn of what they will need one day.
pytestmark = pytest.mark.filterwarnings("ignore")
TIDY = kz.tidy(kz.load())
MATCHES: tuple[Any, ...] = ("possible", "coded", "certain")
# The law that refuses every mistake by itself, and those that tell the commonest.
CHOSEN = [
    ("statements_between", "the_definition_is_met", 10),
    ("statements_between", "certain_implies_possible", 2),
    ("statements_between", "the_undated_are_nowhere", 2),
    ("events_between", "the_definition_is_met", 4),
    ("statements_around", "the_definition_is_met", 6),
    ("cases_between", "the_definition_is_met", 4),
    ("cases_by_region", "the_definition_is_met", 6),
]


@pytest.fixture(scope="module", autouse=True)
def session() -> Iterator[Any]:
    """Start Spark on two cores, without its web pages."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only here

    here = SparkSession.builder.master("local[2]").appName("kzseparatism")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.log.level": "ERROR",
    }.items():
        here = here.config(name, value)
    started = here.getOrCreate()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def statements(session: Any) -> Any:  # noqa: ARG001 - it has to be started
    """Return the shipped statements as a frame of Spark."""
    return SPARK(TIDY["statements"]).cache()


@pytest.mark.parametrize(("query", "law", "examples"), CHOSEN)
def test_a_law_holds(query: str, law: str, examples: int) -> None:
    """No law that is chosen is broken."""
    function: Any = getattr(Asked(SPARK), query)
    without = {"cases_between": ["stage"], "cases_by_region": ["relation"]}.get(query, [])
    assert (
        getattr(laws, query)[law].broken_by(function, without=without, max_examples=examples)
        is None
    )


def test_windows(statements: Any) -> None:
    """The same ids, in the same order, of the shipped statements."""
    for window in ("2023-04", "2014", None):
        for match in MATCHES:
            found = frames.between(statements, window, window, match=match)
            assert ids(found) == list(kz.statements_between(window, window, match=match).ids)
    assert ids(frames.between(statements, undated=True)) == list(
        kz.statements_between(undated=True).ids
    )


def test_the_ends_of_the_calendar() -> None:
    """Windows and dates in the first and the last years are compared, and open ends met."""
    made = [statement("a", "0002-01-01"), statement("b", "[..1500]"), statement("c", "[9998..]")]
    frame = SPARK(kz.tidy(made)["statements"]).cache()
    windows: Any = [(None, "0002-01-01"), ("0003", "0999"), ("9998-12-31", None), ("1000", "1600")]
    for window in windows:
        expected = list(kz.statements_between(*window, among=made).ids)
        assert ids(frames.between(frame, *window)) == expected


def test_nearness(statements: Any) -> None:
    """Thirty days around a day."""
    near: Any = ("2022-02-24", relativedelta(days=30))
    assert ids(frames.around(statements, *near)) == list(kz.statements_around(*near).ids)


def test_regions_and_statuses() -> None:
    """Cases of a region, of a former one, and by status."""
    cases, placed = SPARK(TIDY["cases"]).cache(), SPARK(TIDY["case_site_regions"]).cache()
    for region in ("KZ-59", "kokshetau-region"):
        for match in ("possible", "certain"):
            found = frames.owning(cases, frames.by_region(placed, region, match=match))
            assert ids(found) == list(kz.cases_by_region(region, match=match).ids)
    assert ids(frames.by_status(cases, "convicted")) == list(kz.cases_by_status("convicted").ids)
    expected = [(one.id, one.certain, one.possible) for one in kz.counts(kz.cases, "region")]
    assert rows(frames.counts(placed, "region")) == [r for r in expected if r[0] != "no region"]


def test_counts(statements: Any) -> None:
    """The counts of 2023 and of every other year are those of the library."""
    counted = frames.counts(statements, "year")
    assert type(counted) is type(statements)
    assert rows(counted) == [
        (one.id, one.certain, one.possible) for one in kz.counts(kz.statements, "year")
    ]


def test_the_condition(statements: Any) -> None:
    """``in_window`` filters a frame of Spark."""
    found = nw.from_native(statements).filter(frames.in_window("2023", match="certain"))
    assert found.to_native().count() == len(kz.statements_between("2023", match="certain"))
