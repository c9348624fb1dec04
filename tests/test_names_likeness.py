"""What a misspelt name may have meant rests on rare words."""

from __future__ import annotations

import pytest

import kzseparatism as kz
from kzseparatism.names.likeness import Suggester

BODIES = Suggester(
    [
        ("a", "Nowhere City Court", "Nowhere City Court", "name"),
        ("b", "Elsewhere City Court", "Elsewhere City Court", "name"),
        ("c", "Sergey Nemov", "Sergey Nemov", "person"),
        ("d", "woman who read", "woman who read", "description"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ("Nowere Court", ("Nowhere City Court",)),
        ("Nemof", ("Sergey Nemov",)),
        ("Nemov Ivan Petrovich", ("Sergey Nemov",)),
        ("City Cuort", ("Elsewhere City Court", "Nowhere City Court")),
        ("Supreme Court", ()),
        ("Sergey Ivanov", ()),
        ("woman", ()),
        ("court of the city", ()),
        ("x" * 101, ()),
        ("", ()),
        ("?!", ()),
    ],
)
def test_rare_words_are_suggested(asked: str, labels: tuple[str, ...]) -> None:
    """A rare word, or all words, have to be alike; "court" and a given name are not enough."""
    assert sorted(BODIES(asked)) == list(labels)


def test_a_word_of_many_is_common() -> None:
    """A word that more than three records have is shared by too many to tell."""
    many = [(str(number), f"Nemov {number}", f"Nemov{number} Club", "name") for number in range(5)]
    alone = ("z", "Zeta", "Zeta Club", "name")
    assert Suggester([*many, alone])("Zetta Clubb") == ("Zeta",)  # type: ignore[list-item]
    assert Suggester([*many, alone])("Gamma Club") == ()  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("asked", "candidates"),
    [
        ("Aleksandr Lukashenk", ("Alexander Lukashenko",)),
        ("V. Lavrov", ("Sergey Lavrov",)),
        ("Vladimir Ivanovich Putin", ("Vladimir Putin",)),
        ("Supreme Court of Russia", ()),
        ("Sergey Ivanov", ()),
        ("Ministry of Truth of Kazakhstan", ()),
        ("Petropavlovsk Court", ("Petropavlovsk City Court", "People's Council of Workers")),
    ],
)
def test_suggestions_of_actors(asked: str, candidates: tuple[str, ...]) -> None:
    """What is offered shares a rare word with what was asked, and can be asked for in its turn."""
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.find_actor(asked)
    assert caught.value.candidates == candidates
    assert all(kz.find_actor(one) for one in candidates)


@pytest.mark.parametrize("asked", ["[person-13]", "person-112", "[person-12", "Person-12"])
def test_pseudonyms_are_offered_for_pseudonyms(asked: str) -> None:
    """A mistyped pseudonym or id is answered with pseudonyms that look-up accepts."""
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.find_actor(asked)
    assert caught.value.candidates
    for pseudonym in caught.value.candidates:
        assert kz.find_actor(pseudonym).pseudonym == pseudonym


def test_a_pseudonym_is_a_name() -> None:
    """Pseudonym and id lead to the person, with the names shown and with the names hidden."""
    for dataset in (kz.load(), kz.load().pseudonymised()):
        for actor in dataset.actors:
            if actor.private:
                assert dataset.find_actor(actor.pseudonym) is actor
                assert dataset.find_actor(actor.id) is actor
    with pytest.raises(kz.UnknownNameError):
        kz.load().pseudonymised().find_actor("12")
