"""Cases and their parts, and the status that is derived from the stages."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, strategies as st

from kzseparatism.dates import Term
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Site
from kzseparatism.vocab import CaseStatus, SiteRelation, StageKind
from records import actor, case, charge, citation, place, provision, sentence, site, source, stage

# The table of the design, in words.
STATUS = {
    "conduct": "reported",
    "investigation": "investigated",
    "arrest": "arrested",
    "charge": "charged",
    "trial": "tried",
    "conviction": "convicted",
    "acquittal": "acquitted",
    "sentence": "convicted",
    "detention": "sanctioned",
    "fine": "sanctioned",
    "suspension": "sanctioned",
    "dismissal": "sanctioned",
}
PROGRESS = [
    *("reported", "investigated", "arrested", "charged", "tried", "acquitted"),
    *("sanctioned", "convicted"),
]
WITHOUT_EFFECT = ["appeal", "flight", "release"]


def test_a_case_without_stages_is_reported() -> None:
    """Nothing is known but that it is told of."""
    assert case().status is CaseStatus.REPORTED


def test_the_table_names_every_kind_of_stage() -> None:
    """No kind of stage is without a rule."""
    assert sorted([*STATUS, *WITHOUT_EFFECT]) == sorted(StageKind)


@pytest.mark.parametrize(("kind", "status"), STATUS.items())
def test_one_stage_gives_its_status(kind: str, status: str) -> None:
    """Each row of the table, for a case with that stage alone."""
    assert case(stages=[stage(kind)]).status == status


@pytest.mark.parametrize("kind", WITHOUT_EFFECT)
@pytest.mark.parametrize("before", [None, *STATUS])
def test_appeal_flight_and_release_leave_it_as_it_is(kind: str, before: str | None) -> None:
    """They change nothing, alone or after any other stage."""
    stages = [stage(kind)] if before is None else [stage(before), stage(kind)]
    assert case(stages=stages).status == ("reported" if before is None else STATUS[before])


@pytest.mark.parametrize("pair", list(permutations(STATUS, 2)), ids="-".join)
def test_the_furthest_stage_counts_in_any_order(pair: tuple[str, str]) -> None:
    """Of two stages the further one decides, whichever stands first."""
    expected = max((STATUS[kind] for kind in pair), key=PROGRESS.index)
    assert case(stages=[stage(kind) for kind in pair]).status == expected


@pytest.mark.parametrize("kind", ["administrative", "civil"])
@pytest.mark.parametrize("reached", STATUS)
def test_nobody_is_convicted_but_under_criminal_law(kind: str, reached: str) -> None:
    """In an administrative or civil case a verdict sanctions; all other stages stay what they are.

    So whoever reads "convicted" reads of a crime, whatever words a coder took for the stages.
    """
    wanted = "sanctioned" if STATUS[reached] == "convicted" else STATUS[reached]
    one = case(kind=kind, stages=[stage(reached, "2023-05-01")])
    assert one.status == one.status_on("2023-05-01") == wanted


def test_a_fine_beside_a_conviction_leaves_it_one() -> None:
    """A newspaper that is fined in the case of a convict does not hide the conviction."""
    stages = [stage("conviction"), stage("sentence"), stage("fine"), stage("suspension")]
    assert case(stages=stages).status is CaseStatus.CONVICTED
    assert case(kind="aggregate", stages=stages[2:]).status is CaseStatus.SANCTIONED


def test_any_defendant_counts() -> None:
    """One convicted and one acquitted make the case convicted."""
    one, other = actor("one"), actor("other")
    stages = [stage("conviction", defendants=[one]), stage("acquittal", defendants=[other])]
    assert case(defendants=[one, other], stages=stages).status is CaseStatus.CONVICTED


def _arrested(when: Any, published: str, **fields: Any) -> Any:
    told = [citation(1, source=source(published=published))]
    return case(stages=[stage("arrest", when, citations=told, **fields)])


@pytest.mark.parametrize(
    ("when", "published", "reached_on"),
    [
        ("2023-03-05", "2023-12-31", "2023-03-05"),
        ("2023-03", "2023-12-31", "2023-03-31"),
        ("[..2023-03-05]", "2023-12-31", "2023-03-05"),
        ("[2023-03-05..]", "2023-12-31", "2023-12-31"),
        ("2023-03-05?", "2023-12-31", "2023-12-31"),
        ("2023-03-05~", "2023-12-31", "2023-12-31"),
        ("2023-03-05%", "2023-12-31", "2023-12-31"),
        (None, "2023-12-31", "2023-12-31"),
        (None, "[2023-12..2024-12]", "2024-12-31"),
        ("2023", "2023-06-15", "2023-06-15"),
    ],
)
def test_a_stage_is_reached_by_its_latest_day_or_the_day_of_print(
    when: str | None, published: str, reached_on: str
) -> None:
    """An unqualified date counts by its last day, and any stage by the last day of publication."""
    told = _arrested(when, published)
    reached = date.fromisoformat(reached_on)
    assert told.status_on(reached) is CaseStatus.ARRESTED
    assert told.status_on(reached - relativedelta(days=1)) is CaseStatus.REPORTED


def test_the_earliest_of_several_documents_counts() -> None:
    """What one document told in May had happened by May, whatever was printed later."""
    told = [
        citation(1, source=source("late", published="2024-01-01")),
        citation(1, source=source("early", published="2023-05-01")),
    ]
    found = case(stages=[stage("arrest", citations=told)])
    assert found.status_on("2023-05-01") is CaseStatus.ARRESTED
    assert found.status_on("2023-04-30") is CaseStatus.REPORTED


def test_a_period_stands_for_its_last_day() -> None:
    """A month, a year and a day are taken as date, text or FuzzyDate, by their last day."""
    told = _arrested("2023-03-31", "2023-12-31")
    assert told.status_on("2023-03") is CaseStatus.ARRESTED
    assert told.status_on("2023") is CaseStatus.ARRESTED
    assert told.status_on("2023-02") is CaseStatus.REPORTED
    assert told.status_on("2023-03-30") is CaseStatus.REPORTED


@pytest.mark.parametrize("value", [None, 2023, True, 1.5, b"2023"])
def test_a_day_of_another_type_is_a_type_error(value: Any) -> None:
    """What is no day is refused, also where there is no stage."""
    with pytest.raises(WrongTypeError):
        case().status_on(value)


def test_a_day_that_is_none_is_a_value_error() -> None:
    """An impossible day is refused."""
    with pytest.raises(InvalidValueError):
        case().status_on("2023-02-30")


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*STATUS, *WITHOUT_EFFECT]),
            st.sampled_from([None, "2022", "2023-04", "2023-04-05?", "[..2023-05]", "[2023..]"]),
            st.sampled_from(["2023-06-01", "[2023-12..2024-12]"]),
        ),
        max_size=5,
        unique=True,
    )
)
def test_status_only_grows_and_ends_as_the_status(told: list[tuple[str, str, str]]) -> None:
    """As days pass a case only gets further, and after all documents it has its full status."""
    stages = [
        stage(kind, when, citations=[citation(1, source=source(published=published))])
        for kind, when, published in told
    ]
    found = case(stages=stages)
    days = [date(1900, 1, 1), date(2022, 12, 31), date(2023, 4, 30), date(2023, 6, 1)]
    reached = [PROGRESS.index(found.status_on(day)) for day in [*days, date(2024, 12, 31)]]
    assert reached == sorted(reached)
    assert PROGRESS[reached[0]] == "reported"
    assert PROGRESS[reached[-1]] == found.status


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("title", "", InvalidValueError),
        ("kind", "crime", InvalidValueError),
        ("kind", 5, WrongTypeError),
        ("summary", "", InvalidValueError),
        ("jurisdiction", None, WrongTypeError),
        ("defendants", actor(), WrongTypeError),
        ("defendants", ["nobody"], WrongTypeError),
        ("defendants", [actor(), actor()], InvalidValueError),
        ("others", [place()], WrongTypeError),
        ("sites", [place()], WrongTypeError),
        ("sites", [site(), site()], InvalidValueError),
        ("stages", [charge()], WrongTypeError),
        ("stages", [stage("trial"), stage("trial")], InvalidValueError),
        ("charges", ["separatism"], WrongTypeError),
        ("sentences", [stage()], WrongTypeError),
        ("sentences", "P5Y", WrongTypeError),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_case_is_checked(field: str, value: Any, error: type[Exception]) -> None:
    """Each field of a case refuses what does not belong there."""
    with pytest.raises(error):
        case(**{field: value})


def test_site_needs_a_place_and_a_relation() -> None:
    """A site is a place in a relation to the case."""
    assert site().relation is SiteRelation.CONDUCT
    with pytest.raises(WrongTypeError, match=r"Site.place: 'Exampleville' is not a Place"):
        Site(place="Exampleville", relation="court", citations=[citation()])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError):
        site(relation="nearby")


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("kind", "verdict", InvalidValueError),
        ("defendants", ["nobody"], WrongTypeError),
        ("citations", [], InvalidValueError),
    ],
)
def test_stage_is_checked(field: str, value: Any, error: type[Exception]) -> None:
    """Each field of a stage refuses what does not belong there."""
    with pytest.raises(error):
        stage(**{field: value})


def test_charge_may_name_its_provision() -> None:
    """A charge links to the rule, where a document says which."""
    assert charge().provision is None
    assert charge(provision=provision()).provision == provision()
    with pytest.raises(WrongTypeError, match="is not a Provision"):
        charge(provision="made-up-article")
    with pytest.raises(InvalidValueError):
        charge(offence="")


def test_months_of_a_sentence() -> None:
    """The term in months, or None where none is told."""
    assert sentence().months is None
    assert sentence(term=relativedelta(years=1, months=6)).months == 18


def test_only_a_suspended_sentence_is_suspended_for_a_time() -> None:
    """The time of suspension needs the flag, and the message shows the term as text."""
    year = relativedelta(years=1)
    assert sentence(suspended=True, suspended_for=year).suspended_for == year
    assert sentence(suspended=True).suspended_for is None
    with pytest.raises(InvalidValueError, match=r"suspended_for: 'P1Y' fits a suspended sentence"):
        sentence(suspended_for=year)


def test_nobody_serves_longer_than_the_term() -> None:
    """What was served is at most the term, where a term is told."""
    term = relativedelta(years=1)
    assert sentence(term=term, served=relativedelta(months=12)).served == term
    assert sentence(served=relativedelta(years=30)).term is None
    with pytest.raises(InvalidValueError, match=r"served: 'P1Y1D' is longer than the term of P1Y"):
        sentence(term=term, served=relativedelta(years=1, days=1))


@pytest.mark.parametrize("field", ["term", "served", "suspended_for"])
@pytest.mark.parametrize("value", ["P5Y", relativedelta(years=5), Term(months=60)])
def test_terms_are_taken_in_every_form(field: str, value: Any) -> None:
    """A duration as text, a relativedelta and a term make the same term."""
    held = getattr(sentence(suspended=True, **{field: value}), field)
    assert isinstance(held, Term)
    assert held == Term(years=5)


@pytest.mark.parametrize("field", ["term", "served", "suspended_for"])
@pytest.mark.parametrize("value", [5, True, b"P5Y"])
def test_terms_of_another_type_are_refused(field: str, value: Any) -> None:
    """A number has no unit."""
    with pytest.raises(WrongTypeError):
        sentence(suspended=True, **{field: value})


@pytest.mark.parametrize("value", [0, 1, "false", None])
def test_suspended_is_true_or_false(value: Any) -> None:
    """No 0, 1 or text stands for a truth value."""
    with pytest.raises(WrongTypeError):
        sentence(suspended=value)


def test_authority_of_a_stage_is_an_actor() -> None:
    """A court or body did it, or it is not told which."""
    court = actor("exampleville-court", kind="public_body")
    assert stage("trial").authority is None
    assert stage("trial", authority=court).authority is court
    with pytest.raises(WrongTypeError):
        stage("trial", authority="exampleville-court")
