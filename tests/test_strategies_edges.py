"""The strategies reach the edges where queries go wrong, and shrink to what can be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, find, given, seed, settings, strategies as st
from hypothesis.vendor.pretty import pretty

import kzseparatism as kz
import records as made
from kzseparatism import strategies as kzst
from kzseparatism.vocab import Vocabulary

# They take half a minute, and what they are about is seldom changed.
pytestmark = pytest.mark.thorough

_T = TypeVar("_T")
DAY = timedelta(1)
SEARCH = settings(max_examples=5_000, database=None, deadline=None, phases=[Phase.generate])


def reached(strategy: st.SearchStrategy[_T], condition: Callable[[_T], Any]) -> _T:
    """Return an example that fits a condition, or fail."""
    dice = Random(0)  # noqa: S311 - nothing is hidden
    return find(strategy, lambda value: bool(condition(value)), settings=SEARCH, random=dice)


def reported(
    strategy: st.SearchStrategy[_T],
    number: int = 0,
    phases: tuple[Phase, ...] = (Phase.generate, Phase.shrink),
) -> tuple[_T, str]:
    """Return the example with which a test that always fails is reported, and the report."""
    drawn: list[_T] = []

    @seed(number)
    @settings(database=None, phases=phases)
    @given(strategy)
    def fails(value: _T) -> None:
        drawn.append(value)
        pytest.fail("always")

    with pytest.raises(pytest.fail.Exception) as caught:
        fails()
    return drawn[-1], "\n".join(caught.value.__notes__)


PRECISIONS = (
    *("day", "month", "year", "season", "quarter", "half", "decade", "century", "range", "open"),
)


@pytest.mark.parametrize("precision", PRECISIONS)
def test_dates_have_every_precision(precision: str) -> None:
    """Every sort of date is reached."""
    reached(kzst.fuzzy_dates(), lambda when: when.precision == precision)


@pytest.mark.parametrize("mark", ["", "?", "~", "%"])
@pytest.mark.parametrize("precision", ["day", "year", "range", "open"])
def test_dates_have_every_qualifier(precision: str, mark: str) -> None:
    """Every qualifier is reached, on days, on periods and on ranges."""
    reached(kzst.fuzzy_dates(), lambda when: (when.precision, when.qualifier) == (precision, mark))


@pytest.mark.parametrize(
    "condition",
    [
        lambda when: when.earliest == date.min,
        lambda when: when.latest == date.max,
        lambda when: when.earliest == when.latest == date(2024, 2, 29),
        lambda when: (when.latest.month, when.latest.day, when.day) == (2, 29, None),
        lambda when: (when.precision, when.earliest.month) == ("season", 12),
        lambda when: when.earliest == date(2, 1, 1),
        lambda when: when.latest == date(9998, 12, 31),
        lambda when: when.day == 31 and when.month == 12,
    ],
    ids=[
        *("open start", "open end", "leap day", "period to a leap day", "winter"),
        *("first year", "last year", "end of a year"),
    ],
)
def test_dates_reach_the_edges(condition: Callable[[kz.FuzzyDate], bool]) -> None:
    """Open ends, leap days, winters and both ends of the calendar are reached."""
    reached(kzst.fuzzy_dates(), condition)


AROUND = [
    made.statement("of-may", "2023-05"),
    made.case("of-a-leap-day", stages=[made.stage("trial", "2020-02-29")]),
    made.event("undated"),
    kz.FuzzyDate.parse("[1999-12-31..]"),
    "1985-21",
    date(1950, 7, 3),
]
EDGES = (
    *(date(2023, 5, 1), date(2023, 5, 31), date(2020, 2, 29), date(1999, 12, 31)),
    *(date(1985, 5, 31), date(1950, 7, 3)),
)


@pytest.mark.parametrize("step", [-DAY, 0 * DAY, DAY], ids=["before", "on", "after"])
@pytest.mark.parametrize("edge", EDGES, ids=str)
def test_windows_begin_and_end_at_the_edges(edge: date, step: timedelta) -> None:
    """A window begins, and one ends, a day before, on, and a day after each edge given."""
    windows = kzst.windows(around=AROUND, allow_text=False, allow_open_ends=False)
    day = edge + step
    reached(windows, lambda window: kz.Window.of(window[0]).start == day)
    reached(windows, lambda window: kz.Window.of(None, window[1]).end == day)


def test_windows_take_what_is_given_only_once() -> None:
    """Dates out of a generator count in every example, and not in the first one alone."""
    windows = kzst.windows(around=(day for day in [date(1950, 7, 3)]), allow_text=False)
    reached(
        st.lists(windows, min_size=3, max_size=3),
        lambda drawn: all(date(1950, 7, 3) in window for window in drawn),
    )


FORMS: dict[str, Callable[[Any], bool]] = {
    "None": lambda bound: bound is None,
    "date": lambda bound: type(bound) is date,
    "datetime": lambda bound: isinstance(bound, datetime) and bound.tzinfo is None,
    "datetime with a time zone": lambda bound: getattr(bound, "tzinfo", None) is not None,
    "last moment": lambda bound: isinstance(bound, datetime) and bound.microsecond == 999_999,
    "text of a day": lambda bound: isinstance(bound, str) and len(bound) == 10,
    "text of a month": lambda bound: isinstance(bound, str) and len(bound) == 7,
    "text of a decade": lambda bound: isinstance(bound, str) and bound.endswith("X"),
    "day": lambda bound: isinstance(bound, kz.FuzzyDate) and bound.precision == "day",
    "period": lambda bound: isinstance(bound, kz.FuzzyDate) and bound.precision != "day",
}


@pytest.mark.parametrize("form", FORMS)
def test_windows_have_every_form(form: str) -> None:
    """Both bounds come in every form that a query takes."""
    reached(kzst.windows(), lambda window: FORMS[form](window[0]))
    reached(kzst.windows(), lambda window: FORMS[form](window[1]))


def test_lengths_have_every_form() -> None:
    """Lengths are timedeltas, days, months and years; none at all, and the longest asked for."""
    reached(kzst.lengths(), lambda length: length == timedelta(0))
    reached(kzst.lengths(), lambda length: length == timedelta(400))
    reached(kzst.lengths(), lambda length: getattr(length, "months", 0) > 0)
    reached(kzst.lengths(), lambda length: getattr(length, "years", 0) > 0)


# Draws from one strategy after the other, so that a record may link to an earlier one.
several = st.lists(kzst.statements(), max_size=4)
bare = {"participants": st.nothing(), "places": st.nothing(), "cases": st.nothing()}
RECORDS: list[tuple[str, st.SearchStrategy[Any], Callable[[Any], Any]]] = [
    ("a private person quoted", kzst.statements(), lambda said: any(
        one.private and one.name in quote for one in said.speakers for quote in said.quotes)),
    ("undated statement", kzst.statements(), lambda said: said.date is None),
    ("an answer", several, lambda said: any(s.responds_to for s in said)),
    ("an answer to an answer", several, lambda said: any(
        one.responds_to for s in said for one in s.responds_to)),
    ("two events of one day", st.lists(kzst.events(**bare), max_size=3), lambda happened: len(
        {e.date for e in happened if e.date}) < sum(1 for e in happened if e.date)),
    ("former region", kzst.regions(), lambda unit: unit.former),
    ("place in two regions", kzst.places(), lambda place: len(place.regions) == 2),
    ("stages out of order", kzst.cases(), lambda case: any(
        one.date and two.date and two.date.precedes(one.date)
        for one, two in zip(case.stages, case.stages[1:], strict=False))),
    ("stage of some defendants", kzst.stages(), lambda stage: stage.defendants),
    ("served in part", kzst.sentences(), lambda s: s.term and s.served and s.served != s.term),
    ("alias of a private person", kzst.actors(), lambda a: a.private and a.aliases),
    ("doubts in a dataset", kzst.datasets(), lambda dataset: dataset.discrepancies),
    ("answer in a dataset", kzst.datasets(), lambda dataset: any(
        said.responds_to for said in dataset.statements)),
    ("private person in a dataset", kzst.datasets(), lambda dataset: any(
        actor.private for actor in dataset.actors)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("strategy", "condition"), [row[1:] for row in RECORDS], ids=[row[0] for row in RECORDS]
)
def test_records_reach(strategy: st.SearchStrategy[Any], condition: Callable[[Any], Any]) -> None:
    """Whatever is rare and matters to a query is reached."""
    reached(strategy, condition)


FIELDS: dict[str, dict[str, type[Vocabulary]]] = {
    "actors": {"kind": kz.ActorKind},
    "cases": {"kind": kz.CaseKind},
    "discrepancies": {"kind": kz.DiscrepancyKind},
    "events": {"kind": kz.EventKind},
    "ledger_rows": {"excluded": kz.Exclusion},
    "regions": {"kind": kz.RegionKind},
    "sites": {"relation": kz.SiteRelation},
    "stages": {"kind": kz.StageKind},
    "statements": {
        "attribution": kz.Attribution,
        "date_basis": kz.DateBasis,
        "dispute": kz.Dispute,
        "medium": kz.Medium,
        "stance": kz.Stance,
    },
}


@pytest.mark.parametrize("name", FIELDS)
def test_every_word_is_reached(name: str) -> None:
    """Every member of every vocabulary of a field is reached."""
    missing = {(field, word) for field, words in FIELDS[name].items() for word in words}

    @seed(0)
    @settings(SEARCH, max_examples=2_000)
    @given(getattr(kzst, name)())
    def draw(record: Any) -> None:
        missing.difference_update((field, getattr(record, field)) for field in FIELDS[name])
        if not missing:
            raise StopIteration

    with pytest.raises(StopIteration):
        draw()


NEW_YEAR = kz.FuzzyDate.parse("2023-01-01")
PLAIN = {"id", "name", "title", "speakers", "summary", "citations", "attribution", "outlet"}


def told(record: Any) -> dict[str, Any]:
    """Return what a record says beyond its default, by field, without ids, names and citations."""
    fields = type(record).__attrs_attrs__
    values = {field.name: getattr(record, field.name) for field in fields}
    return {
        field.name: values[field.name]
        for field in fields
        if field.name not in PLAIN and values[field.name] not in (field.default, ())
    }


DATED = {"date": NEW_YEAR, "date_basis": kz.DateBasis.PRINTED}
SMALLEST: dict[str, dict[str, Any]] = {
    "events": {"kind": next(iter(kz.EventKind)), **DATED},
    "roles": DATED,
    "actors": {"kind": kz.ActorKind.PERSON},
    "places": {"country": "KZ"},
}


@pytest.mark.parametrize("name", SMALLEST)
def test_records_shrink_to_little(name: str) -> None:
    """What a failing test is reported with is the plain record of which the docstring speaks."""
    record, _ = reported(getattr(kzst, name)())
    assert told(record) == SMALLEST[name]
    assert getattr(record, "id", "-a").endswith("-a")
    assert [str(citation) for citation in record.citations] == ["source-a#1"]


@pytest.mark.parametrize("number", range(2))
def test_other_values_shrink_to_the_plainest(number: int) -> None:
    """Days shrink to 1 January 2023, windows to that day as dates, lengths and terms to little."""
    assert reported(kzst.fuzzy_dates(), number)[0] == NEW_YEAR
    assert reported(kzst.windows(), number)[0] == (NEW_YEAR.earliest, NEW_YEAR.earliest)
    assert reported(kzst.lengths(), number)[0] == timedelta(0)
    assert reported(kzst.terms(), number)[0].days == 1
    source, _ = reported(kzst.sources(), number)
    assert (source.paragraphs, source.published, source.note) == (1, NEW_YEAR, "")
    row, _ = reported(kzst.ledger_rows(), number)
    assert (str(row.paragraph), row.excluded) == ("source-a#1", None)
    assert reported(kzst.regions(), number)[0] == kz.regions[0]


def test_shipped_records_and_datasets_shrink_to_the_first() -> None:
    """Shipped records shrink to the first of their table, datasets to the one of nothing."""
    assert reported(kzst.shipped_cases())[0] == kz.cases[0]
    assert reported(kzst.shipped_statements())[0] == kz.statements[0]
    assert reported(kzst.shipped_actors())[0] == kz.actors[0]
    assert list(reported(kzst.datasets())[0].coded_records()) == []
    case, _ = reported(kzst.cases())
    assert told(case) == {"kind": next(iter(kz.CaseKind)), "jurisdiction": "KZ"}


def test_report_of_a_failing_test_is_short() -> None:
    """A plain statement of one speaker: its id and date in a few lines, and links as ids alone."""
    said, report = reported(st.from_type(kz.Statement), phases=tuple(Phase))
    assert (told(said), said.id, len(said.speakers)) == (DATED, "statement-a", 1)
    assert len(report.splitlines()) < 25
    assert f"id={said.id!r}" in report
    assert "date=FuzzyDate.parse('2023-01-01')" in report
    assert "Source(" not in report
    assert "sha256" not in report


def test_records_are_printed_shortly() -> None:
    """What hypothesis prints of a statement has a line for each field told, and no other record."""
    said = reached(kzst.statements(), lambda s: s.quotes and s.date and s.responds_to == ())
    text = pretty(said)
    assert len(text.splitlines()) < 25
    assert repr(said.date) in text
    assert not [kind for kind in ("Source(", "Actor(", "Case(", "Place(") if kind in text]
    assert "responds_to" not in text
