"""The laws bite: they reject what people really get wrong, and accept what is right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, settings

import kzseparatism as kz
from implementations import (
    right_cases,
    right_names,
    right_others,
    right_statements,
    wrong_answers,
    wrong_cases,
    wrong_dates,
    wrong_fuzzy,
    wrong_names,
    wrong_nearness,
    wrong_regions,
    wrong_stages,
    wrong_status,
    wrong_tables,
    wrong_windows,
)
from implementations.mistakes import Wrong
from kzseparatism import laws
from kzseparatism.laws.code import as_answer

pytestmark = pytest.mark.thorough

WRONG: list[Wrong] = [
    *wrong_dates.WRONG,
    *wrong_windows.WRONG,
    *wrong_answers.WRONG,
    *wrong_cases.WRONG,
    *wrong_stages.WRONG,
    *wrong_nearness.WRONG,
    *wrong_names.WRONG,
    *wrong_regions.WRONG,
    *wrong_status.WRONG,
    *wrong_tables.WRONG,
    *wrong_fuzzy.WRONG,
]
OURS: dict[str, Callable[..., Any]] = {
    "statements_between": kz.statements_between,
    "events_between": kz.events_between,
    "cases_between": kz.cases_between,
    "statements_around": kz.statements_around,
    "cases_by_region": kz.cases_by_region,
    "find_actor": kz.find_actor,
    "find_region": kz.find_region,
    "status_on": kz.Case.status_on,
    "table": kz.Table,
    "fuzzy_date": kz.FuzzyDate.parse,
}
RIGHT: list[tuple[str, Callable[..., Any]]] = [
    *OURS.items(),
    ("statements_between", right_statements.plain_loop),
    ("statements_between", right_statements.data_frame),
    ("events_between", right_statements.plain_loop),
    ("statements_around", right_statements.nearby),
    ("cases_by_region", right_cases.plain_loop),
    ("cases_by_region", right_cases.two_indexes),
    ("find_actor", right_names.find_actor),
    ("status_on", right_others.status_of_steps),
    ("table", right_others.PlainTable),
    ("fuzzy_date", right_others.Days.parse),
]
# One of each query whose laws are quickly asked, and one about windows.
JUDGED_BY_ALL = (
    wrong_dates.WRONG[0],
    wrong_cases.WRONG[0],
    wrong_names.WRONG[0],
    wrong_regions.WRONG[0],
    wrong_status.WRONG[0],
    wrong_tables.WRONG[0],
    wrong_fuzzy.WRONG[0],
)
# Fewer examples than by default, so that all is judged in a minute.
A_FEW = 10
# Whether a law is broken is known before the example is made small.
FIRST_FOUND = settings(phases=[Phase.generate], database=None)
# Where one example is enough, the search ends with it, and a high limit costs nothing.
UNTIL_FOUND = 4_000
# Beyond these the same laws, on the same bodies, are asked of other records.
SISTERS = {"events_between": "statements_between", "cases_between": "statements_between"}
# What these answer depends on what they were asked before.
STATEFUL = {"nothing_is_kept_between_calls"}


def laws_of(query: str) -> laws.Laws:
    """Return the laws of a query, by its name."""
    found: laws.Laws = getattr(laws, query)
    return found


def not_shrunk(wrong: Wrong, max_examples: int) -> Callable[..., Any]:
    """Return a wrong implementation with settings by which no example is made small."""

    @settings(FIRST_FOUND, max_examples=max_examples)
    def function(*arguments: Any, **options: Any) -> Any:
        return wrong.function(*arguments, **options)

    return function


def broken_by(wrong: Wrong, name: str, max_examples: int = UNTIL_FOUND) -> laws.BrokenLaw:
    """Return the first way in which a wrong implementation is seen to break a law."""
    broken = laws_of(wrong.query)[name].broken_by(not_shrunk(wrong, max_examples))
    assert broken is not None
    return broken


def replayed(broken: laws.BrokenLaw, function: Callable[..., Any]) -> str:
    """Return what comes back last when the code of a report is run."""
    names: dict[str, Any] = {broken.law.query: function}
    *before, last = broken.code.splitlines()
    try:
        exec("\n".join(before), names)  # noqa: S102 - the report's own code
        value = re.sub(r"^\w+ = ", "", last)
        return as_answer(eval(value, names))  # noqa: S307 - as above
    except Exception as error:  # noqa: BLE001 - it can be any function and any error
        return f"{type(error).__name__}: "


@pytest.mark.parametrize(
    ("wrong", "name"),
    [pytest.param(wrong, name, id=f"{wrong}-{name}") for wrong in WRONG for name in wrong.laws],
)
def test_a_wrong_implementation_breaks_the_law_that_tells_its_mistake(
    wrong: Wrong, name: str
) -> None:
    """The law named beside a wrong implementation rejects it, and the report is all one needs.

    It states the law, and its code, run again, has the same outcome.
    """
    law, broken = laws_of(wrong.query)[name], broken_by(wrong, name)
    assert broken.law is law
    assert broken.wanted
    first, *report = str(broken).splitlines()
    assert first == f"{law.name}: {law.states}"
    assert all(f"  given      {line}" in report for line in broken.given)
    assert all(f"  asked      {step.code}" in report for step in broken.asked)
    assert f"  the law wants {broken.wanted}" in report
    if name not in STATEFUL:
        assert broken.asked[-1].came_back.startswith(replayed(broken, wrong.function))


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_definition_alone_rejects_a_wrong_implementation(wrong: Wrong) -> None:
    """The law that compares with the definition finds each mistake by itself."""
    assert broken_by(wrong, "the_definition_is_met").wanted


@pytest.mark.parametrize("wrong", JUDGED_BY_ALL, ids=str)
def test_all_laws_together_name_the_one_that_tells_the_mistake(wrong: Wrong) -> None:
    """``check`` lists the law that tells the mistake among those that are broken."""
    judged = laws_of(wrong.query)
    with pytest.raises(laws.BrokenLawError) as raised:
        laws.check(not_shrunk(wrong, 3 * A_FEW), judged)
    error = raised.value
    assert wrong.laws[0] in [broken.law.name for broken in error.broken]
    assert error.judged == len(judged)
    assert len(error.broken) < len(judged)
    count = f"{len(error.broken)} of {len(judged)} laws of {error.query} do not hold"
    assert str(error).splitlines()[0] == count
    assert all(str(broken) in str(error) for broken in error.broken)


@pytest.mark.parametrize(
    ("query", "function"),
    [
        pytest.param(query, function, id=f"{query}-{number}")
        for number, (query, function) in enumerate(RIGHT)
    ],
)
def test_a_right_implementation_is_accepted(query: str, function: Callable[..., Any]) -> None:
    """Ours, and right implementations written otherwise, keep every law of their query."""
    laws.check(function, laws_of(query), max_examples=A_FEW)


@pytest.mark.parametrize("query", OURS)
def test_no_law_holds_of_everything(query: str) -> None:
    """Each law is broken by some implementation that is kept here for it, or for its sister.

    The definition is broken by all of them.
    """
    queries = {query, SISTERS.get(query, query)}
    bitten = {"the_definition_is_met"} | {
        name for wrong in WRONG if wrong.query in queries for name in wrong.laws
    }
    assert {law.name for law in laws_of(query)} - bitten == set()


def test_there_are_enough_mistakes_and_each_is_told_in_a_line() -> None:
    """There are thirty wrong implementations and more, each with one sentence and its own name."""
    assert len(WRONG) >= 30
    assert len({str(wrong) for wrong in WRONG}) == len(WRONG)
    for wrong in WRONG:
        assert re.fullmatch(r"[A-Z][^\n]*\.", wrong.mistake), str(wrong)
        assert wrong.function.__name__ != "loop"
