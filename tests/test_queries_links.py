"""Questions by place, offence, state, role, membership and link, against plain loops."""

from __future__ import annotations

import pytest

import kzseparatism as kz
from kzseparatism.names.phrases import has_all, phrases
from kzseparatism.names.spelling import words
from records import (
    actor,
    case,
    charge,
    discrepancy,
    event,
    place,
    provision,
    role,
    site,
    site_in,
    statement,
)

town, village = place("exampleville", aliases=["Примерск"]), place("nowhere")
club = actor("made-up-club", kind="organisation")
member = actor("nemo-member", roles=[role(title="deputy chairman", organisation=club)])
left = actor("nemo-left", roles=[role(title="Head", organisation=club, former=True)])
branch = actor("branch", kind="group", roles=[role(title="branch", organisation=club)])
there = case("b-there", sites=[site(village), site(town, relation="court")], jurisdiction="RU")
here = case("a-here", sites=[site(town)], charges=[charge(offence="Calls for separatism")])
by_law = case("c-law", charges=[charge(provision=provision(offence="calls for separatism"))])
made_up = (there, here, by_law)


def test_cases_by_place() -> None:
    """A case has a site there, of the sort asked for; only that very place counts."""
    assert kz.cases_by_place("Primersk", among=made_up).ids == ("a-here", "b-there")
    assert kz.cases_by_place(town, relation="court", among=made_up).ids == ("b-there",)
    assert kz.cases_by_place(place("elsewhere"), among=made_up).ids == ()
    for found in kz.places:
        assert kz.cases_by_place(found) == kz.Table(
            sorted((c for c in kz.cases if found in [s.place for s in c.sites]), key=lambda c: c.id)
        )
    with pytest.raises(kz.UnknownNameError, match="no place is called 'Atlantis'"):
        kz.cases_by_place("Atlantis", among=made_up)
    with pytest.raises(kz.InvalidValueError, match="SiteRelation: 'home'"):
        kz.cases_by_place(town, relation="home")


def test_cases_by_offence() -> None:
    """Whole words in the offence of a charge or of its provision."""
    assert kz.cases_by_offence("SEPARATISM", among=made_up).ids == ("a-here", "c-law")
    assert kz.cases_by_offence('"for separatism"', among=iter(made_up)).ids == ("a-here", "c-law")
    assert kz.cases_by_offence('"separatism for"', among=made_up).ids == ()
    assert kz.cases_by_offence("separat", among=made_up).ids == ()
    for word in ("hatred", "separatism", "propaganda of separatism"):
        runs = phrases("text", word)
        expected = {
            c.id
            for c in kz.cases
            for one in c.charges
            for text in (one.offence, one.provision.offence if one.provision else "")
            if has_all(words(text), runs)
        }
        assert set(kz.cases_by_offence(word).ids) == expected
    with pytest.raises(kz.InvalidValueError, match="offence: '' has no word in it"):
        kz.cases_by_offence("")


def test_cases_by_jurisdiction() -> None:
    """The state whose authorities dealt with it, by its code."""
    assert kz.cases_by_jurisdiction("RU", among=made_up).ids == ("b-there",)
    assert kz.cases_by_jurisdiction("DE", among=made_up).ids == ()
    with pytest.raises(kz.InvalidValueError, match="country: 'Russia' is not a country code"):
        kz.cases_by_jurisdiction("Russia")


def test_actors_by_role() -> None:
    """Words of a title, of present and past roles."""
    everybody = [member, left, branch, club]
    assert kz.actors_by_role("Deputy", among=everybody).ids == ("nemo-member",)
    assert kz.actors_by_role("head", among=everybody).ids == ("nemo-left",)
    assert kz.actors_by_role("chair", among=everybody).ids == ()
    with pytest.raises(kz.WrongTypeError, match="role: 3 is not text"):
        kz.actors_by_role(3)  # type: ignore[arg-type]


def test_members() -> None:
    """People with a current role; with ``former`` past ones too; no groups."""
    everybody = [member, left, branch, club]
    assert kz.members_of("made-up club", among=everybody).ids == ("nemo-member",)
    assert kz.members_of(club, former=True, among=everybody).ids == ("nemo-left", "nemo-member")
    assert kz.members_of("Club", among=[member]).ids == ("nemo-member",)
    with pytest.raises(kz.WrongTypeError, match="former: 1 is neither"):
        kz.members_of(club, former=1)  # type: ignore[arg-type]
    with pytest.raises(kz.UnknownNameError):
        kz.members_of("LDPR", among=everybody)


def test_statements_by_several() -> None:
    """What any of several actors said, each statement once; nobody said nothing."""
    said = [
        statement("b", "2023", speakers=[member, left]),
        statement("a", "2024", speakers=[left]),
        statement("c", "2022", speakers=[branch]),
    ]
    assert kz.statements_by([member, left], among=said).ids == ("b", "a")
    assert kz.statements_by((one for one in ("nemo-member", branch)), among=said).ids == ("c", "b")
    assert kz.statements_by((), among=said) == kz.Table()
    assert kz.statements_by({club, branch}, members=True, among=said).ids == ("c", "b")
    for one in kz.cases:
        both = kz.Table(s for actor in one.defendants for s in kz.statements_by(actor))
        assert set(kz.statements_by(one.defendants).ids) == set(both.ids)
    with pytest.raises(kz.UnknownNameError):
        kz.statements_by(["nemo-member", "Nobody At All"], among=said)
    for wrong in (3, [3], [kz.cases[0]], b"Putin"):
        with pytest.raises(kz.WrongTypeError):
            kz.statements_by(wrong)  # type: ignore[arg-type]


def test_events_about() -> None:
    """By case, place, region and who took part; who only tells of it does not count."""
    north = site_in("KZ-59").place
    events = [
        event("late", "2023", cases=[here], places=[north]),
        event("early", "2020", participants=[member]),
        event("undated", places=[town], according_to=[member]),
    ]
    assert kz.events_about("a-here", among=events).ids == ("late",)
    assert kz.events_about(member, among=events).ids == ("early",)
    assert kz.events_about("Exampleville", among=events).ids == ("undated",)
    assert kz.events_about("North Kazakhstan", match="certain", among=events).ids == ("late",)
    for one in kz.cases:
        linked = kz.Table(e for e in kz.events if one in e.cases)
        assert set(kz.events_about(one.id).ids) == set(linked.ids)
    with pytest.raises(kz.UnknownNameError):
        kz.events_about("Atlantis")
    with pytest.raises(kz.InvalidValueError, match="match: 'perhaps'"):
        kz.events_about(here, match="perhaps")  # type: ignore[arg-type]


def test_discrepancies_about() -> None:
    """A record or its id; an id that nothing has is an error."""
    found = [discrepancy("b", records=["a-here", "x-y"]), discrepancy("a", records=["a-here"])]
    assert kz.discrepancies_about(here, among=found).ids == ("a", "b")
    assert kz.discrepancies_about("x-y", among=iter(found)).ids == ("b",)
    assert kz.discrepancies_about(kz.cases[0].id, among=found).ids == ()
    with pytest.raises(kz.UnknownIdError):
        kz.discrepancies_about("x-z", among=found)
    with pytest.raises(kz.WrongTypeError, match="is neither a record nor its id"):
        kz.discrepancies_about(3)  # type: ignore[arg-type]


def test_cited_by_among() -> None:
    """Among given records, in their order; a document that none of them cites is unknown."""
    for paragraph in (None, 29):
        everywhere = kz.cited_by("worldcrunch", paragraph)
        for table in (kz.cases, kz.statements, kz.places):
            found = kz.cited_by("worldcrunch", paragraph, among=table)
            assert set(found.ids) == {one.id for one in everywhere if one in table}
            assert found == kz.Table(one for one in table if one in found)
    with pytest.raises(kz.UnknownIdError, match=r"no document has the id 'worldcrunch'$"):
        kz.cited_by("worldcrunch", among=made_up)
    with pytest.raises(kz.InvalidValueError, match="it has 1 to 20"):
        kz.cited_by("made-up-gazette", 21, among=made_up)
