"""Questions about cases: where, when, how far, and who."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import kzseparatism as kz
from records import (
    actor,
    case,
    charge,
    citation,
    made_up_region,
    place,
    region,
    sentence,
    site,
    site_in,
    source,
    stage,
)

KOKSHETAU = "kokshetau-region"

sited = [
    case("north", sites=[site_in("KZ-59")]),
    case("north-or-east", sites=[site_in("KZ-59", "KZ-63")]),
    case("north-and-east", sites=[site_in("KZ-59"), site_in("KZ-63", relation="court")]),
    case("kokshetau", sites=[site_in(KOKSHETAU)]),
    case("kokshetau-or-north", sites=[site_in(KOKSHETAU, "KZ-59")]),
    case("abroad", sites=[site(place("faraway", country="RU"))]),
    case("somewhere", sites=[site_in()]),
    case("nowhere"),
]


@pytest.mark.parametrize(
    ("unit", "possible", "certain"),
    [
        (
            "KZ-59",
            "kokshetau kokshetau-or-north north north-and-east north-or-east",
            "north north-and-east",
        ),
        ("KZ-63", "north-and-east north-or-east", "north-and-east"),
        ("KZ-11", "kokshetau kokshetau-or-north", ""),
        (KOKSHETAU, "kokshetau kokshetau-or-north", "kokshetau"),
        ("KZ-75", "", ""),
    ],
)
def test_cases_by_region(unit: str, possible: str, certain: str) -> None:
    """A site in one of several units is possibly in each; a former unit's, in its successors."""
    for queried in (unit, region(unit)):
        assert kz.cases_by_region(queried, among=sited).ids == tuple(possible.split())
        found = kz.cases_by_region(queried, match="certain", among=sited)
        assert found.ids == tuple(certain.split())


def test_region_far_down_the_line() -> None:
    """What lay in a unit is possibly in the successors of its successors."""
    latest = made_up_region("latest")
    middle = made_up_region("middle", valid_to="2000", successors=[latest])
    first = made_up_region("first", valid_to="1990", successors=[middle])
    long_ago = [case("long-ago", sites=[site(place("once", regions=[first]))])]
    for unit in (first, middle, latest):
        assert kz.cases_by_region(unit, among=long_ago).ids == ("long-ago",)
    assert kz.cases_by_region(first, match="certain", among=long_ago).ids == ("long-ago",)
    assert kz.cases_by_region(latest, match="certain", among=long_ago) == kz.Table()


def test_cases_by_region_and_relation() -> None:
    """A relation asks for the sites of that sort only, as a word or a member."""
    for relation in ("court", kz.SiteRelation.COURT):
        found = kz.cases_by_region("KZ-63", relation=relation, among=sited)
        assert found.ids == ("north-and-east",)
    assert kz.cases_by_region("KZ-59", relation="court", among=sited) == kz.Table()
    assert kz.cases_by_region("KZ-63", relation="conduct", among=sited).ids == ("north-or-east",)


@pytest.mark.parametrize("word", ["", "Court", "courts", "unknown"])
def test_unknown_relations(word: str) -> None:
    """An unknown relation is a ValueError that lists the known ones."""
    with pytest.raises(kz.InvalidValueError, match="conduct, court, claimed, residence"):
        kz.cases_by_region("KZ-59", relation=word, among=sited)


@pytest.mark.parametrize("word", ["", "Trial", "hearing"])
def test_unknown_stages(word: str) -> None:
    """An unknown kind of stage is a ValueError that lists the known ones."""
    with pytest.raises(kz.InvalidValueError, match="conduct, investigation, arrest"):
        kz.cases_between(stage=word, among=sited)


@pytest.mark.parametrize("word", ["", "guilty", "Convicted", "conviction"])
def test_unknown_statuses(word: str) -> None:
    """An unknown status is a ValueError that lists the known ones."""
    with pytest.raises(kz.InvalidValueError, match="reported, investigated, arrested"):
        kz.cases_by_status(word, among=sited)


@pytest.mark.parametrize("word", [5, True, ["court"], b"court"])
def test_words_of_another_type(word: Any) -> None:
    """What is not text is a TypeError of ours, for relation, stage and status."""
    with pytest.raises(kz.WrongTypeError):
        kz.cases_by_region("KZ-59", relation=word, among=sited)
    with pytest.raises(kz.WrongTypeError):
        kz.cases_between(stage=word, among=sited)
    with pytest.raises(kz.WrongTypeError):
        kz.cases_by_status(word, among=sited)


def test_a_status_must_be_given() -> None:
    """None is no status, though it is no relation and no stage in particular."""
    with pytest.raises(kz.WrongTypeError):
        kz.cases_by_status(None, among=sited)  # type: ignore[arg-type]


def test_cases_between() -> None:
    """Any stage in the window is enough; a kind of stage asks for that kind only."""
    long = case("long", stages=[stage("arrest", "2020-01-01"), stage("trial", "2022?")])
    short = case("short", stages=[stage("trial", "2020-06-01")])
    unknown = case("unknown", stages=[stage("trial")])
    among = [unknown, short, long]
    assert kz.cases_between("2020", "2020", among=among).ids == ("long", "short")
    assert kz.cases_between("2022", among=among).ids == ("long",)
    assert kz.cases_between("2022", match="certain", among=among) == kz.Table()
    assert kz.cases_between(match="certain", among=among).ids == ("long", "short")
    for kind in ("trial", kz.StageKind.TRIAL):
        assert kz.cases_between("2020", "2020", stage=kind, among=among).ids == ("short",)
    assert kz.cases_between(stage="arrest", match="certain", among=among).ids == ("long",)
    assert kz.cases_between(stage="charge", among=among) == kz.Table()


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ("", "reported"),
        ("conduct", "reported"),
        ("release", "reported"),
        ("conduct investigation", "investigated"),
        ("arrest investigation", "arrested"),
        ("charge arrest", "charged"),
        ("trial appeal", "tried"),
        ("trial acquittal", "acquitted"),
        ("acquittal conviction", "convicted"),
        ("sentence acquittal release", "convicted"),
        ("arrest flight", "arrested"),
    ],
)
def test_cases_by_status(kinds: str, status: str) -> None:
    """A case has the status of its furthest stage, and no other."""
    among = [case(stages=[stage(kind, people=n + 1) for n, kind in enumerate(kinds.split())])]
    for word in kz.CaseStatus:
        found = kz.cases_by_status(word, among=among)
        assert found == kz.cases_by_status(str(word), among=among)
        assert len(found) == (word == status)


def test_cases_by_status_on_a_day() -> None:
    """On a day counts what had certainly been reached; a qualified date waits for its document."""
    late = [citation(source=source(published="2023-12"))]
    among = [
        case(
            stages=[
                stage("arrest", "2023-02", citations=late),
                stage("charge", "2023-03?", citations=late),
                stage("trial", citations=late),
            ]
        )
    ]

    def status_on(day: Any) -> str:
        found = [word for word in kz.CaseStatus if kz.cases_by_status(word, on=day, among=among)]
        assert len(found) == 1
        return found[0]

    assert status_on("2023-02-27") == "reported"
    for day in ("2023-02-28", "2023-02", date(2023, 2, 28), datetime(2023, 2, 28, tzinfo=UTC)):
        assert status_on(day) == "arrested"
    assert status_on("2023-12-30") == "arrested"
    assert status_on("2023-12-31") == status_on("2023") == status_on("2024") == "tried"
    assert kz.cases_by_status("tried", on=None, among=among) == kz.Table(among)


def test_bad_days_for_a_status() -> None:
    """A number is a TypeError of ours, text that is no date a ValueError."""
    with pytest.raises(kz.WrongTypeError):
        kz.cases_by_status("tried", on=2023, among=sited)  # type: ignore[arg-type]
    with pytest.raises(kz.InvalidValueError):
        kz.cases_by_status("tried", on="2023-02-30", among=[])


def test_cases_involving() -> None:
    """Defendants of the case or a part of it, convicts and others count, each alone enough."""
    who = actor("nemo-somebody")
    among = [
        case("f-others", others=[who]),
        case("e-defendants", defendants=[actor(), who]),
        case("d-stages", stages=[stage("arrest", defendants=[who])]),
        case("c-charges", charges=[charge(defendants=[who])]),
        case("b-sentences", sentences=[sentence(convicts=[who])]),
        case("a-none", defendants=[actor()], others=[actor()]),
    ]
    for wanted in (who, "nemo-somebody", "Nemo Somebody", "Somebody"):
        found = kz.cases_involving(wanted, among=among)
        assert found.ids == ("b-sentences", "c-charges", "d-stages", "e-defendants", "f-others")


@pytest.mark.parametrize(
    "query",
    [
        lambda among: kz.cases_by_region("KZ-59", among=among),
        lambda among: kz.cases_between(among=among),
        lambda among: kz.cases_by_status("tried", among=among),
        lambda among: kz.cases_involving(actor(), among=among),
    ],
)
def test_order_of_cases(query: Any) -> None:
    """Cases come by id, letter by letter, however they were given."""
    among = [
        case(
            record_id,
            defendants=[actor()],
            sites=[site_in("KZ-59")],
            stages=[stage("trial", f"20{number}")],
        )
        for record_id, number in (("b", 10), ("a-10", 12), ("c", 11), ("a-2", 9 + 10), ("a", 20))
    ]
    assert query(among).ids == query(among[::-1]).ids == ("a", "a-10", "a-2", "b", "c")
