"""The options of the strategies: each is kept to, and what is impossible is refused by its name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

import kzseparatism as kz
import records as made
from kzseparatism import strategies as kzst

pytestmark = pytest.mark.thorough

DAY = kz.FuzzyDate.parse("2019-07")
SOMEBODY = made.actor("nemo-somebody", kind="organisation")
SOMEWHERE = made.place("somewhere-else", regions=["KZ-11"])
SOME_CASE = made.case("some-case")
SOME_CITATION = made.citation(7)
SOME_WORDS = made.statement("some-words")
SOME_RULE = made.provision("some-rule")
# For each option that takes a strategy: what it may draw, and where that shows in a record.
ELEMENTS: dict[tuple[str, str], tuple[Any, Callable[[Any], Any]]] = {
    ("actors", "kinds"): (kz.ActorKind.PLATFORM, lambda r: [r.kind]),
    ("actors", "countries"): ("FR", lambda r: [r.country]),
    ("actors", "roles"): (made.role(), lambda r: r.roles),
    ("cases", "kinds"): (kz.CaseKind.PLOT, lambda r: [r.kind]),
    ("cases", "defendants"): (SOMEBODY, lambda r: r.defendants),
    ("cases", "others"): (SOMEBODY, lambda r: r.others),
    ("cases", "sites"): (made.site_in("KZ-59"), lambda r: r.sites),
    ("cases", "stages"): (made.stage("trial", "2019"), lambda r: r.stages),
    ("cases", "charges"): (made.charge(), lambda r: r.charges),
    ("cases", "sentences"): (made.sentence(), lambda r: r.sentences),
    ("charges", "defendants"): (SOMEBODY, lambda r: r.defendants),
    ("charges", "provisions"): (SOME_RULE, lambda r: [r.provision]),
    ("citations", "sources"): (made.source("some-source"), lambda r: [r.source]),
    ("discrepancies", "records"): ("some-words", lambda r: r.records),
    ("events", "dates"): (DAY, lambda r: [r.date]),
    ("events", "kinds"): (kz.EventKind.RALLY, lambda r: [r.kind]),
    ("events", "places"): (SOMEWHERE, lambda r: r.places),
    ("events", "participants"): (SOMEBODY, lambda r: r.participants),
    ("events", "cases"): (SOME_CASE, lambda r: r.cases),
    ("ledger_rows", "paragraphs"): (SOME_CITATION, lambda r: [r.paragraph]),
    ("places", "regions"): (made.region("KZ-59"), lambda r: r.regions),
    ("places", "countries"): ("FR", lambda r: [r.country]),
    ("provisions", "dates"): (DAY, lambda r: [r.date]),
    ("roles", "dates"): (DAY, lambda r: [r.date]),
    ("roles", "organisations"): (SOMEBODY, lambda r: [r.organisation]),
    ("roles", "places"): (SOMEWHERE, lambda r: [r.place]),
    ("sentences", "convicts"): (SOMEBODY, lambda r: r.convicts),
    ("sentences", "penalties"): (kz.Penalty.FINE, lambda r: [r.penalty]),
    ("sites", "places"): (SOMEWHERE, lambda r: [r.place]),
    ("sites", "relations"): (kz.SiteRelation.COURT, lambda r: [r.relation]),
    ("sources", "published"): (DAY, lambda r: [r.published]),
    ("sources", "paragraphs"): (77, lambda r: [r.paragraphs]),
    ("stages", "kinds"): (kz.StageKind.FLIGHT, lambda r: [r.kind]),
    ("stages", "dates"): (DAY, lambda r: [r.date]),
    ("stages", "defendants"): (SOMEBODY, lambda r: r.defendants),
    ("statements", "dates"): (DAY, lambda r: [r.date]),
    ("statements", "speakers"): (SOMEBODY, lambda r: r.speakers),
    ("statements", "places"): (SOMEWHERE, lambda r: r.places),
    ("statements", "cases"): (SOME_CASE, lambda r: r.cases),
    ("statements", "responds_to"): (SOME_WORDS, lambda r: r.responds_to),
    ("statements", "stances"): (kz.Stance.AFFIRMS, lambda r: [r.stance]),
    ("tables", "records"): (SOME_CASE, tuple),
    ("statements", "quotes"): ("I am nobody.", lambda r: r.quotes),
}
CITING = (
    *("actors", "cases", "charges", "discrepancies", "events", "places", "provisions", "roles"),
    *("sentences", "sites", "stages", "statements"),
)
ELEMENTS |= {(name, "citations"): (SOME_CITATION, lambda r: r.citations) for name in CITING}
NAMES = [f"{strategy}-{option}" for strategy, option in ELEMENTS]
elements = pytest.mark.parametrize(("strategy", "option"), ELEMENTS, ids=NAMES)
# Options that are no strategy of elements.
SETTINGS = {
    "fuzzy_dates": "min_value max_value allow_qualifiers allow_ranges allow_open_ends",
    "windows": "around min_value max_value allow_text allow_open_ends",
    "lengths": "max_days allow_months",
    "datasets": "min_size max_size",
    "tables": "max_size",
    "terms": "max_years",
    "provisions": "max_years",
    "sentences": "max_years",
    "regions": "former",
    "cases": "coherent",
    "actors": "allow_private",
    "statements": "allow_private",
}


def drawn_from(strategy: st.SearchStrategy[Any], *, examples: int = 15) -> list[Any]:
    """Return what a strategy draws in a few examples, all in one list."""
    drawn: list[Any] = []

    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
    )
    @given(strategy)
    def draw(value: Any) -> None:
        drawn.append(value)

    draw()
    return drawn


def refusal(name: str, **options: Any) -> str:
    """Return the words in which hypothesis refuses these options of a strategy."""
    with pytest.raises(InvalidArgument) as caught:
        drawn_from(getattr(kzst, name)(**options), examples=60)
    return str(caught.value)


def test_every_option_is_tested_here() -> None:
    """The tables above name every option of every strategy, and each is keyword-only."""
    options = {
        (name, option.name)
        for name in kzst.__all__
        for option in inspect.signature(getattr(kzst, name)).parameters.values()
        if option.kind is option.KEYWORD_ONLY
    }
    named = {(name, option) for name, words in SETTINGS.items() for option in words.split()}
    assert options == named | set(ELEMENTS)
    count = sum(len(inspect.signature(getattr(kzst, name)).parameters) for name in kzst.__all__)
    assert count == len(options)


@elements
def test_elements_are_drawn_from_the_strategy_given(strategy: str, option: str) -> None:
    """An option is the only source of what it draws, and something of it is drawn."""
    element, shown = ELEMENTS[strategy, option]
    records = drawn_from(getattr(kzst, strategy)(**{option: st.just(element)}), examples=30)
    assert {value for record in records for value in shown(record)} == {element}


@elements
def test_nothing_leaves_elements_out(strategy: str, option: str) -> None:
    """With st.nothing() there is none of them, where a record can do without."""
    _, shown = ELEMENTS[strategy, option]
    empty = {option: st.nothing()}
    made_of_it = shown(drawn_from(getattr(kzst, strategy)(), examples=1)[0])
    if option in ("citations", "speakers"):
        assert refusal(strategy, **empty).startswith(f"{option}=")
    elif isinstance(made_of_it, tuple):
        records = drawn_from(getattr(kzst, strategy)(**empty))
        assert [value for record in records for value in shown(record)] == []


@elements
def test_element_strategy_must_be_a_strategy(strategy: str, option: str) -> None:
    """A value in place of a strategy is refused, and the message says how to write it."""
    element, _ = ELEMENTS[strategy, option]
    message = refusal(strategy, **{option: element})
    assert message == f"{option}={element!r} is not a strategy: write st.just({element!r})"


@elements
@pytest.mark.parametrize("wrong", [True, 5.0, ()], ids=repr)
def test_element_of_the_wrong_kind_is_refused(strategy: str, option: str, wrong: Any) -> None:
    """What an element strategy draws must be of the kind that the option names."""
    message = refusal(strategy, **{option: st.just(wrong)})
    assert message.startswith(f"{option}= has drawn {wrong!r}, which is not of type ")


def test_dates_may_be_left_out() -> None:
    """An option for dates may draw None, and then there is neither a basis nor a text."""
    for strategy in ("events", "provisions", "roles", "stages", "statements"):
        for record in drawn_from(getattr(kzst, strategy)(dates=st.none())):
            assert (record.date, record.date_basis, record.date_text) == (None, "none", "")


def test_nobody_is_private_unless_allowed() -> None:
    """Without ``allow_private`` no actor is private, and nobody behind a statement either."""
    assert not [a for a in drawn_from(kzst.actors(allow_private=False), examples=50) if a.private]
    # Private people of the cases are known by then, and still speak in no later statement.
    several = st.lists(kzst.statements(allow_private=False), min_size=2, max_size=3)
    for said in (one for drawn in drawn_from(several, examples=40) for one in drawn):
        people = [*said.speakers, *said.relayed_by, *said.addressees]
        people += [actor for actor in (said.outlet, said.on_behalf_of) if actor]
        assert not [actor for actor in people if actor.private]


@pytest.mark.parametrize(
    ("strategy", "option"),
    [("statements", "dates"), ("actors", "kinds"), ("actors", "countries"), ("sites", "places")],
)
def test_nothing_to_draw_a_single_value_from_is_refused(strategy: str, option: str) -> None:
    """What a record has one of must be drawn from something; None is drawn by st.none()."""
    assert refusal(strategy, **{option: st.nothing()}).startswith(f"{option}= has nothing")


@pytest.mark.parametrize("years", [0, 1, 3])
def test_no_term_is_longer_than_its_option(years: int) -> None:
    """The longest term is ``max_years`` exactly, and a month where that is none."""
    for term in drawn_from(kzst.terms(max_years=years), examples=60):
        assert term.years * 12 + term.months + term.days / 31 <= max(years * 12, 1)
    for sentence in drawn_from(kzst.sentences(max_years=years), examples=60):
        assert (sentence.months or 0) <= max(years * 12, 1)


def test_citations_that_are_no_strategy_are_refused() -> None:
    """A list of citations is refused like anything else that is no strategy."""
    assert refusal("statements", citations=[]).startswith("citations=[] is not a strategy")


def test_coherent_cases_keep_the_rules_of_one_case() -> None:
    """Parts are about the case's own people, stages are in order, and no term is endless."""
    cases = drawn_from(kzst.cases(coherent=True), examples=60)
    assert any(len(case.stages) > 1 for case in cases)
    for case in cases:
        found = kz.check(made.dataset(cases=[case]))
        words = ("no defendant of the case", "can't be among", "precedes", "can't be meant")
        problems = [p for p in found if any(w in p.message for w in (*words, "but counts"))]
        assert problems == []


DAY_AND_TIME = datetime(2023, 5, 1, 12)  # noqa: DTZ001 - of no zone
HUGE = 10**12
REFUSED: list[tuple[str, str, Any]] = [
    *(
        (name, option, value)
        for name in ("fuzzy_dates", "windows")
        for option in ("min_value", "max_value")
        for value in (DAY_AND_TIME, "2023-05-01", None, 2023, DAY)
    ),
    *(
        (name, option, value)
        for name, words in SETTINGS.items()
        for option in words.split()
        if option.startswith(("allow_", "coherent"))
        for value in (0, 1, None, "yes")
    ),
    *(("regions", "former", value) for value in (0, 1, "yes")),
    *(("lengths", "max_days", value) for value in (-1, True, 1.5, "5", None, HUGE)),
    *(
        (name, "max_years", value)
        for name in ("terms", "provisions", "sentences")
        for value in (-1, True, 1.5, "5", 1_000)
    ),
    *(("terms", "max_years", None), ("sentences", "max_years", None)),
    *(
        ("datasets", option, value)
        for option in ("min_size", "max_size")
        for value in (-1, True, 1.0, "1", None)
    ),
    *(("windows", "around", value) for value in (5, None, "2023", SOME_WORDS, DAY)),
    *(("windows", "around", value) for value in (["nonsense"], [5], [None], [("2023",)])),
]


@pytest.mark.parametrize(
    ("name", "option", "value"), REFUSED, ids=[f"{n}-{o}-{v!r:.20}" for n, o, v in REFUSED]
)
def test_impossible_value_is_refused(name: str, option: str, value: Any) -> None:
    """A value of the wrong type or size is refused by the option's name, and the value is shown."""
    message = refusal(name, **{option: value})
    assert message.startswith(f"{option}=")
    shown = value[0] if option == "around" and isinstance(value, list) else value
    assert repr(shown) in message


@pytest.mark.parametrize("name", ["fuzzy_dates", "windows"])
@pytest.mark.parametrize(
    ("low", "high"),
    [
        (date(2023, 5, 2), date(2023, 5, 1)),
        (date(9999, 1, 1), date.max),
        (date.min, date(1, 12, 31)),
    ],
)
def test_no_day_between_the_bounds(name: str, low: date, high: date) -> None:
    """Bounds that leave no day of the years 2 to 9998 are refused, and both are named."""
    message = refusal(name, min_value=low, max_value=high)
    assert message.startswith("there is no day from min_value=")
    assert "max_value=" in message


def test_no_size_between_the_sizes() -> None:
    """Sizes that leave none between them are refused, and both are named."""
    message = refusal("datasets", min_size=2, max_size=1)
    assert message == "there is no size from min_size=2 to max_size=1"
    assert "min_size=3" in refusal("datasets", min_size=3)
