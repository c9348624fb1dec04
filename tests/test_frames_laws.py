"""The laws of the queries, of the same questions asked of frames, on every engine that is here.

pandas and Arrow are always here. ``nox -s engines`` has the others, and asks for more examples.
"""

from __future__ import annotations

from typing import Any

import pytest

from engines import ENGINES, MISSING, THOROUGH, Asked
from kzseparatism import laws

# What the functions on frames have no word for.
WITHOUT: dict[str, list[str]] = {
    "statements_between": [],
    "events_between": [],
    "statements_around": [],
    "cases_between": ["stage"],
    "cases_by_region": ["relation"],
}
# Three of five queries run through the same few lines, and pandas takes its time.
QUICK = {("arrow", "statements_between"), ("arrow", "cases_by_region")}
ASKED = [
    pytest.param(*(engine, query), marks=() if (engine, query) in QUICK else pytest.mark.thorough)
    for engine in ENGINES
    for query in WITHOUT
    if THOROUGH or engine in ("pandas", "arrow")
]


@pytest.mark.parametrize(("engine", "query"), ASKED)
def test_every_law_holds(engine: str, query: str) -> None:
    """No law of the query is broken by the frames of an engine."""
    function: Any = getattr(Asked(ENGINES[engine]), query)
    examples = 10 if THOROUGH else 5
    laws.check(function, getattr(laws, query), without=WITHOUT[query], max_examples=examples)


def test_every_engine_is_here_where_all_are_asked() -> None:
    """In the session of the engines none is left out."""
    assert not (THOROUGH and MISSING)
    assert {"pandas", "arrow"} <= set(ENGINES)
