"""Questions about events and actors, and looking a name up."""

from __future__ import annotations

from typing import Any

import pytest

import kzseparatism as kz
from records import actor, event, place, region, statement

ACTORS = [
    actor("c-ministry", kind="public_body", country="KZ"),
    actor("b-somebody", country="KZ"),
    actor("a-2", country="RU"),
    actor("a-10"),
]


def test_events_between() -> None:
    """Events come in the order of time; a match is possible by default."""
    among = [event("b", "2023-05"), event("a", "2023-05-20?"), event("c", "2022"), event("d")]
    assert kz.events_between("2023-05", "2023-05", among=among).ids == ("b", "a")
    assert kz.events_between("2023-05", match="certain", among=among).ids == ("b",)
    assert kz.events_between(undated=True, among=among).ids == ("c", "b", "a", "d")


@pytest.mark.parametrize("kind", ["person", kz.ActorKind.PERSON])
def test_actors_by_kind(kind: Any) -> None:
    """Actors of the kind, a word or a member, by id, letter by letter."""
    assert kz.actors_by_kind(kind, among=ACTORS).ids == ("a-10", "a-2", "b-somebody")
    assert kz.actors_by_kind("public_body", among=ACTORS).ids == ("c-ministry",)
    assert kz.actors_by_kind("group", among=ACTORS) == kz.Table()


def test_bad_kinds() -> None:
    """An unknown kind is a ValueError that lists the known ones; no text is a TypeError."""
    for word in ("", "Person", "people", "public body"):
        with pytest.raises(kz.InvalidValueError, match="person, organisation, public_body"):
            kz.actors_by_kind(word, among=ACTORS)
    wrong: list[Any] = [None, 5, ["person"]]
    for kind in wrong:
        with pytest.raises(kz.WrongTypeError):
            kz.actors_by_kind(kind, among=ACTORS)


def test_actors_by_country() -> None:
    """Actors of the country by id; those without one are in none."""
    assert kz.actors_by_country("KZ", among=ACTORS).ids == ("b-somebody", "c-ministry")
    assert kz.actors_by_country("RU", among=ACTORS).ids == ("a-2",)
    assert kz.actors_by_country("XX", among=ACTORS) == kz.Table()


@pytest.mark.parametrize("code", ["", "kz", "Kz", "KAZ", "K", "K1", "ҚЗ", "KZ ", "Kazakhstan"])
def test_bad_countries(code: str) -> None:
    """What is not two capital letters is a ValueError that says so, or which two they are."""
    with pytest.raises(kz.InvalidValueError, match=r"two capital letters|write 'KZ'"):
        kz.actors_by_country(code, among=ACTORS)


@pytest.mark.parametrize("code", [None, 398, b"KZ", ["K", "Z"], ("K", "Z")])
def test_countries_of_another_type(code: Any) -> None:
    """What is not text is a TypeError of ours."""
    with pytest.raises(kz.WrongTypeError, match="country"):
        kz.actors_by_country(code, among=ACTORS)


def test_finding_by_name() -> None:
    """A name leads to the one actor or place that has it, among records or the shipped ones."""
    shipped = kz.load()
    body = shipped.actors.where(lambda one: not one.private)[0]
    assert kz.find_actor(body.id) is kz.find_actor(body.name) is body
    assert kz.find_place(shipped.places[0].id) is shipped.places[0]
    assert kz.find_region("Солтүстік Қазақстан облысы") is region("KZ-59")
    other = actor("other", name=body.name)
    assert kz.find_actor(body.name, among=[other]) is other
    assert kz.find_actor(other.name, among=(one for one in [statement(speakers=[other])])) is other
    square = place("square", name=shipped.places[0].name)
    assert kz.find_place(square.name, among=[event(places=[square])]) is square


def test_aliases_are_names() -> None:
    """Another spelling that the documents have leads to the actor or place, too."""
    who = actor("nemo", aliases=["Solus Ipse"])
    where = place("here", aliases=["Over There"])
    assert kz.find_actor("Solus Ipse", among=[who]) is who
    assert kz.find_place("over there", among=[where]) is where


def test_a_name_of_nobody_and_of_two() -> None:
    """Nobody of the name, and two of it, are LookupErrors of ours."""
    two = [actor("one-nemo"), actor("two-nemo")]
    with pytest.raises(kz.AmbiguousNameError, match="any of 2 actors") as caught:
        kz.find_actor("Nemo", among=two)
    described = {"One Nemo (person, one-nemo)", "Two Nemo (person, two-nemo)"}
    assert set(caught.value.candidates) == described
    with pytest.raises(kz.UnknownNameError, match="did you mean 'One Nemo' or 'Two Nemo'"):
        kz.find_actor("Ono Nemo", among=two)
    with pytest.raises(kz.UnknownNameError, match="no place is called 'One Nemo'"):
        kz.find_place("One Nemo", among=two)


def test_messages_hide_private_names() -> None:
    """A private person is among candidates by the neutral id, and is not offered for a slip."""
    hidden = [
        actor("person-1", name="Nemo Hidden", private=True),
        actor("person-2", name="Nemo Hiddan", private=True),
    ]
    with pytest.raises(kz.AmbiguousNameError) as several:
        kz.find_actor("Nemo", among=hidden)
    with pytest.raises(kz.UnknownNameError) as none:
        kz.find_actor("Nema Hidde", among=hidden)
    assert "person-1" in str(several.value)
    assert none.value.candidates == ()
    for error in (several, none):
        assert "Hidde" not in str(error.value).replace("'Nema Hidde'", "")
        assert "Hidda" not in str(error.value)


def test_cited_by() -> None:
    """What rests on a document, or a paragraph of it, is found by source or its id."""
    document = kz.load().sources[0]
    everything = kz.cited_by(document)
    assert everything == kz.cited_by(document.id) == kz.load().cited_by(document)
    cited = everything[0].all_citations
    paragraph = next(one.paragraph for one in cited if one.source == document)
    found = kz.cited_by(document.id, paragraph)
    assert everything[0] in found
    assert set(found.ids) <= set(everything.ids)
    assert all(
        (document.id, paragraph) in {(one.source.id, one.paragraph) for one in record.all_citations}
        for record in found
    )


def test_bad_citations() -> None:
    """An unknown document is our KeyError with the nearest; an impossible paragraph an error."""
    document = kz.load().sources[0]
    with pytest.raises(kz.UnknownIdError) as caught:
        kz.cited_by(document.id + "x")
    assert document.id in caught.value.nearest
    for paragraph in (0, -1, document.paragraphs + 1):
        with pytest.raises(kz.InvalidValueError):
            kz.cited_by(document, paragraph)
    wrong: list[Any] = ["1", 1.0, True]
    for paragraph in wrong:
        with pytest.raises(kz.WrongTypeError):
            kz.cited_by(document, paragraph)


@pytest.mark.parametrize("code", [398, "kz"])
def test_errors_about_countries_carry_the_code(code: Any) -> None:
    """A program reads from the error that it is about the country, and which was given."""
    with pytest.raises((kz.InvalidValueError, kz.WrongTypeError)) as caught:
        kz.actors_by_country(code, among=ACTORS)
    assert (caught.value.place, caught.value.value) == ("country", code)
