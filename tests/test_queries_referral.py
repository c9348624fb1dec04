"""A name of the wrong kind: what it is, and which question takes it. See queries/referral.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

import kzseparatism as kz
from kzseparatism.queries.referral import what_is
from kzseparatism.table import Table
from records import actor, case, place, provision, role, site, source, statement

Question = Callable[..., Any]

# A name of each kind, as people write it.
NAMES = {
    "person": "Putin",
    "organisation": "LDPR",
    "public body": "KNB",
    "media outlet": "BK55",
    "platform": "Chatroulette",
    "group": "emigrants",
    "town": "Uralsk",
    "country": "Russia",
    "place that is a region": "North Kazakhstan",
    "region": "Akmola",
    "code of a region": "KZ-59",
    "case": "konaev-video-appeal",
    "statement": "putin-no-statehood",
    "event": "euromaidan",
    "provision": "separatism-article",
    "source": "ean-report",
    "discrepancy": "council-how-many",
    "ledger row": "ean-report#1",
    "code of a country": "RU",
}
ACTORS = {"person", "organisation", "public body", "media outlet", "platform", "group"}
PLACES = {"town", "country", "place that is a region"}
REGIONS = {"place that is a region", "region", "code of a region"}

# Each question that takes a name, and the kinds of name that it answers, also with nothing.
ANSWERED: dict[str, set[str]] = {
    "cases_by_region": REGIONS,
    "cases_by_place": {"town", "country"},
    "cases_involving": ACTORS - {"media outlet", "platform"},
    "cases_by_jurisdiction": {"code of a country"},
    "statements_by": ACTORS - {"media outlet", "platform"},
    "statements_about": ACTORS | PLACES | REGIONS | {"case", "statement"},
    "events_about": ACTORS | PLACES | REGIONS | {"case"},
    "members_of": ACTORS - {"person"},
    "actors_by_country": {"code of a country"},
    "cited_by": {"source"},
    "discrepancies_about": {
        *{"group", "code of a region", "case", "statement", "event", "provision", "source"},
        *{"discrepancy", "ledger row"},
    },
    "find_actor": ACTORS,
    "find_place": PLACES,
    "find_region": REGIONS,
}
# What no question knows a way for: there is nothing to find, and no question about it.
UNKNOWN = {
    (question, "code of a country")
    for question in (
        *("events_about", "cited_by", "discrepancies_about"),
        *("find_actor", "find_place", "find_region"),
    )
}
TABLE = [(question, kind) for question in ANSWERED for kind in NAMES]


def ask(question: str, name: object, **options: Any) -> Any:
    """Ask a question, by its name, about a name."""
    asked: Question = getattr(kz, question)
    return asked(name, **options)


def run(remedy: str) -> list[Any]:
    """Return what the code that a remedy offers comes to, each way of it."""
    ways = re.findall(r"kz\.\S.*?(?= or kz\.|$)", remedy)
    assert ways
    return [eval(way, {"kz": kz}) for way in ways]  # noqa: S307 - our own messages


@pytest.mark.parametrize(("question", "kind"), TABLE)
def test_a_name_of_the_wrong_kind_is_told(question: str, kind: str) -> None:
    """A question answers the kinds of name that it takes; of others it says what to ask instead."""
    name = NAMES[kind]
    if kind in ANSWERED[question]:
        assert isinstance(ask(question, name), Table | kz.Actor | kz.Place | kz.Region)
        return
    with pytest.raises(kz.KzSeparatismError) as caught:
        ask(question, name)
    expected: type[BaseException] = {
        "cases_by_jurisdiction": kz.InvalidValueError,
        "actors_by_country": kz.InvalidValueError,
        "cited_by": kz.UnknownIdError,
        "discrepancies_about": kz.UnknownIdError,
    }.get(question, kz.UnknownNameError)
    assert caught.type is expected
    error: Any = caught.value
    if (question, kind) in UNKNOWN:
        assert not error.reason
        return
    assert error.remedy in str(error)
    if "kz." not in error.remedy:
        # A country is asked for by its code.
        assert kind in PLACES
        assert ask(question, error.remedy[-3:-1]) is not None
        return
    # What is offered is code that runs, and never leads to another error.
    for found in run(error.remedy):
        assert found is not None


@pytest.mark.parametrize(
    ("question", "name", "told"),
    [
        ("cases_involving", "Chatroulette", "kz.statements.where(outlet='chatroulette')"),
        ("cases_involving", "Petropavlovsk", "kz.cases_by_place('petropavlovsk') or kz.cases_"),
        ("cases_by_region", "Uralsk", "kz.cases_by_place('uralsk') or kz.cases_by_region('KZ-27')"),
        ("cases_by_region", "Putin", "Vladimir Putin is a person; write kz.cases_invol"),
        ("cases_by_place", "North Kazakhstan", "kz.cases_by_region('KZ-59')"),
        (
            "cases_by_place",
            "Akmola",
            "Akmola region is a region; write kz.cases_by_regi",
        ),
        ("cases_by_place", "Karaganda", "Karaganda region is a region"),
        ("statements_by", "Crimea", "kz.statements_about('crimea')"),
        ("statements_by", "Facebook", "kz.statements.where(outlet='facebook')"),
        ("statements_by", "konaev-video-appeal", "kz.statements_about('konaev-video-appeal')"),
        ("statements_by", "ean-report", "kz.cited_by('ean-report').only(kz.Statement)"),
        ("members_of", "Putin", "is a person and has no members; write kz.actors['putin'].roles"),
        ("events_about", "putin-no-statehood", "kz.statements_about('putin-no-statehood')"),
        ("actors_by_country", "Russia", "Russia is a place of RU; write 'RU'"),
        ("actors_by_country", "kz", "write 'KZ'"),
        ("cases_by_jurisdiction", "Омск", "Omsk is a place of RU; write 'RU'"),
        ("cases_by_jurisdiction", "LDPR", "kz.cases_involving('ldpr')"),
        ("cited_by", "Caravanserai", "cited_by('caravanserai-article') or kz.cited_by('nlm-arti"),
        ("cited_by", "putin", "Vladimir Putin is a person; write kz.actors['putin'].citations"),
        ("discrepancies_about", "NLM", "kz.discrepancies_about('nlm')"),
        ("find_place", "Chatroulette", "Chatroulette is a platform; write kz.find_actor"),
        ("find_actor", "konaev-video-appeal", "is a case; write kz.cases['konaev-video-appeal']"),
        ("find_region", "person-2", "[person-2] is a person; write kz.find_actor('person-2')"),
    ],
)
def test_what_is_told(question: str, name: str, told: str) -> None:
    """The message says what the name is, and the question that a reader meant."""
    with pytest.raises(kz.KzSeparatismError, match=re.escape(told)):
        ask(question, name)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("cases_involving", "Putin"),
        ("cases_involving", "KNB"),
        ("cases_by_place", "Uralsk"),
        ("cases_by_region", "Mangystau"),
        ("statements_by", "uralsk-residents"),
        ("statements_about", "BK55"),
        ("events_about", "NLM"),
        ("members_of", "KNB"),
        ("actors_by_country", "FR"),
    ],
)
def test_nothing_is_a_right_answer(question: str, name: str) -> None:
    """Where the name is of the right kind, the answer may be empty, and no error."""
    assert ask(question, name) == kz.Table()


def test_a_record_in_hand_is_never_told() -> None:
    """Whoever has the record knows what it is: of a platform, or a region's place, nothing."""
    assert kz.cases_involving(kz.actors["chatroulette"]) == kz.Table()
    assert kz.statements_by(kz.actors["chatroulette"]) == kz.Table()
    assert kz.statements_by(["Chatroulette", "YouTube"]) == kz.Table()
    assert kz.members_of(kz.actors["putin"]) == kz.Table()
    assert kz.cases_by_place(kz.places["north-kazakhstan"]).ids
    assert kz.cases_by_place("north-kazakhstan") == kz.cases_by_place(kz.places["north-kazakhstan"])


def test_a_platform_or_person_that_fits_is_an_answer() -> None:
    """A platform may be prosecuted or speak, and a role may be with a person."""
    platform = actor("made-up-net", name="Made-Up Net", kind="platform")
    chief = actor("nemo-chief", name="Nemo Chief")
    aide = actor("nemo-aide", roles=[role(title="aide", organisation=chief)])
    assert kz.cases_involving("Made-Up Net", among=[case("c", defendants=[platform])]).ids == ("c",)
    assert kz.statements_by("Made-Up Net", among=[statement("s", speakers=[platform])]).ids == (
        "s",
    )
    assert kz.members_of("Nemo Chief", among=[aide]).ids == ("nemo-aide",)


def test_a_name_is_told_of_the_records_given() -> None:
    """With ``among``, a name is first looked for behind those records."""
    town = place("exampleville", name="Putin", regions=["KZ-59"])
    told = [case("c", sites=[site(town)])]
    gazette = actor("gazette", name="The Made-up Gazette", kind="media_outlet")
    with pytest.raises(kz.UnknownNameError, match="Putin is a place in North Kazakhstan region"):
        kz.cases_involving("Putin", among=told)
    with pytest.raises(kz.UnknownIdError, match=r"kz\.cited_by\('made-up-gazette'\)"):
        kz.cited_by("Made-Up Gazette", among=[gazette, *told])


def test_candidates_are_kept() -> None:
    """A town of which several actors are called by a word: what it is, and who they are."""
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.find_actor("Crimea")
    assert len(caught.value.candidates) == 2
    assert caught.value.reason == "Crimea is a place that lies in no region"
    with pytest.raises(kz.AmbiguousNameError):
        kz.find_actor("court")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        (question, wrong)
        for question, right in {
            "cases_by_region": kz.Region,
            "cases_by_place": kz.Place,
            "cases_involving": kz.Actor,
            "statements_by": kz.Actor,
            "members_of": kz.Actor,
        }.items()
        for wrong in (
            kz.regions[0],
            kz.places["uralsk"],
            kz.actors["putin"],
            kz.cases[0],
            kz.statements[0],
            source(),
            provision(),
        )
        if not isinstance(wrong, right)
    ],
)
def test_a_record_of_the_wrong_kind_is_a_type_error(question: str, wrong: Any) -> None:
    """The error names both kinds, and the question for this one."""
    with pytest.raises(kz.WrongTypeError) as caught:
        ask(question, wrong)
    kind = type(wrong).__name__
    assert re.match(rf"is an? {kind} and not an? \w+$", caught.value.complaint)
    assert wrong.id in caught.value.remedy
    if not isinstance(wrong, kz.Source | kz.Provision):
        run(caught.value.remedy)


def test_a_statement_is_no_subject_of_an_event() -> None:
    """No event is about a statement: given one, the error says what is."""
    with pytest.raises(kz.WrongTypeError, match=r"write kz\.statements_about\('putin-no-st"):
        kz.events_about(kz.statements["putin-no-statehood"])  # type: ignore[arg-type]


def test_private_people_are_told_by_pseudonym() -> None:
    """What a private person is called stands in no message."""
    for hidden in kz.actors.where(private=True):
        assert what_is(hidden).startswith(f"[{hidden.id}] is ")
        with pytest.raises(kz.UnknownNameError) as caught:
            kz.cases_by_region(hidden.id)
        assert hidden.name not in str(caught.value)


def test_what_means_nothing_is_told_as_before() -> None:
    """Text that is neither a name nor nearly a code is not a code, and no more."""
    for nothing in ("Zzzyx", "R", "K7"):
        with pytest.raises(kz.InvalidValueError, match="write two capital letters"):
            kz.actors_by_country(nothing)
    with pytest.raises(kz.InvalidValueError, match="write two capital letters"):
        kz.actors_by_country(" ")
