"""The diagram of who speaks to whom: every arrow is counted, drawn or said to be left out."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import kzseparatism as kz
from kzseparatism.plot.scene import Label, Line, width_of
from kzseparatism.plot.ties import ties_among
from records import actor, case, statement

CAST = tuple(actor(f"made-up-{letter}") for letter in "abcde")
SOME = st.lists(st.sampled_from(CAST), max_size=2, unique=True)
SPEAKERS = st.lists(st.sampled_from(CAST), min_size=1, max_size=2, unique=True)


@st.composite
def conversations(draw: st.DrawFn) -> list[kz.Statement]:
    """Return up to six statements of a small cast, some in answer to earlier ones."""
    made: list[kz.Statement] = []
    for number in range(draw(st.integers(0, 6))):
        earlier = st.lists(st.sampled_from(made), max_size=2, unique=True) if made else st.just([])
        made.append(
            statement(
                f"words-{number}",
                speakers=draw(SPEAKERS),
                addressees=draw(SOME),
                about=draw(SOME),
                responds_to=draw(earlier),
            )
        )
    return made


def naively(words: list[kz.Statement]) -> Counter[tuple[str, str, str]]:
    """Return in how many statements one speaks to, about or in answer to another."""
    number: Counter[tuple[str, str, str]] = Counter()
    for one, way in product(words, ("to", "about", "in answer to")):
        others = {
            "to": {other.id for other in one.addressees},
            "about": {other.id for other in one.about},
            "in answer to": {other.id for first in one.responds_to for other in first.speakers},
        }[way]
        number.update((who.id, other, way) for who in one.speakers for other in others)
    return number


@settings(max_examples=60)
@given(conversations(), st.integers(2, 6))
def test_every_tie_is_shown_or_counted(words: list[kz.Statement], most: int) -> None:
    """What is shown and what is left out add up to what a naive count finds."""
    right, ties = naively(words), ties_among(words, most)
    between = {key: number for key, number in right.items() if key[0] != key[1]}
    shown = {(tie.speaker, tie.other, tie.way): tie.statements for tie in ties.shown}
    assert shown.items() <= between.items()
    assert len(shown) + ties.ties_left_out == len(between)
    assert ties.to_themselves == len(right) - len(between)
    everybody = {end for key in between for end in key[:2]}
    assert len(ties.actors) + ties.actors_left_out == len(everybody)
    assert len(ties.actors) <= most
    assert set(ties.actors) == {end for key in shown for end in key[:2]}
    silent = [one for one in words if not (one.addressees or one.about or one.responds_to)]
    assert ties.silent == len(silent)
    if most >= len(CAST):
        assert not ties.ties_left_out


@settings(max_examples=40)
@given(conversations(), st.integers(2, 6))
def test_those_with_most_ties_stay(words: list[kz.Statement], most: int) -> None:
    """Nobody who is left out is in more statements than somebody who could be chosen."""
    weights: Counter[str] = Counter()
    for (one, other, _), number in naively(words).items():
        if one != other:
            weights.update({one: number, other: number})
    chosen = sorted(weights, key=lambda who: (-weights[who], who))[:most]
    assert set(ties_among(words, most).actors) <= set(chosen)


@settings(max_examples=40)
@given(conversations())
def test_the_picture_has_the_ties(words: list[kz.Statement]) -> None:
    """There is an arrow and a line of the text for each tie, and the same picture every time."""
    picture, ties = kz.plot.network(words), ties_among(words, 15)
    arrows = [one for one in picture._scene.shapes if isinstance(one, Line) and one.arrow]
    assert len(arrows) == 3 + len(ties.shown)
    assert picture.text.count("\n- ") == len(ties.shown)
    assert all(0 <= y <= picture._scene.height for one in arrows for _, y in one.points)
    again = kz.plot.network(list(words))
    assert (again.text, again._scene) == (picture.text, picture._scene)


def test_the_shipped_statements_are_readable() -> None:
    """Fifteen names at the most, none cut and none upon another, and the rest is told."""
    picture = kz.plot.network(kz.statements)
    named = [
        one
        for one in picture._scene.shapes
        if isinstance(one, Label) and one.size == 8 and one.y < picture._scene.height - 30
    ]
    assert not [one.text for one in named if "…" in one.text]
    boxes = [
        (
            one.x - (width_of(one.text, 8) if one.align == "right" else 0),
            one.x + (0 if one.align == "right" else width_of(one.text, 8)),
            one.y,
        )
        for one in named
    ]
    for at, (left, right, y) in enumerate(boxes):
        assert 0 <= left <= right <= picture._scene.width
        for other_left, other_right, other_y in boxes[:at]:
            assert right < other_left or other_right < left or abs(y - other_y) > 8
    assert picture.text.startswith("15 actors, 32 arrows.\n")
    ties = ties_among(kz.statements, 15)
    left_out = (
        f"Left out: {ties.actors_left_out} actors; {ties.ties_left_out} arrows; "
        f"{ties.to_themselves} arrows of actors to themselves; "
        f"{ties.silent} statements to nobody, about nobody and in answer to nothing."
    )
    assert picture.text.endswith(left_out)
    words = [one.text for one in picture._scene.shapes if isinstance(one, Label)]
    assert left_out in " ".join(words)


def test_more_statements_are_a_thicker_arrow() -> None:
    """The width of an arrow grows with its statements."""
    one, other = CAST[:2]
    words = [statement(f"words-{n}", speakers=[one], addressees=[other]) for n in range(3)]
    words.append(statement("reply", speakers=[other], addressees=[one]))
    shapes = kz.plot.network(words)._scene.shapes
    thick, thin = (line for line in shapes if isinstance(line, Line) and len(line.points) == 3)
    assert thick.width > thin.width


def test_private_persons_are_named_only_if_asked() -> None:
    """A private person is a pseudonym among the actors."""
    somebody = actor("made-up-1", name="Nemo Incognitus", private=True)
    words = [statement(speakers=[somebody], about=[CAST[0]])]
    assert "- [made-up-1], about, Made Up A: 1 statement" in kz.plot.network(words).text
    assert "- Nemo Incognitus, about, " in kz.plot.network(words, names=True).text


@pytest.mark.parametrize("records", [[], [statement()]])
def test_no_arrow_is_told(records: list[Any]) -> None:
    """Without a tie there is a picture that says so."""
    picture = kz.plot.network(records)
    (note,) = (
        one.text
        for one in picture._scene.shapes
        if isinstance(one, Label) and one.text.startswith("No arrow.")
    )
    assert note.endswith(picture.text.splitlines()[-1])


@pytest.mark.parametrize("records", [7, "putin", [case()], [statement(), actor()], kz.events])
def test_other_things_are_refused(records: Any) -> None:
    """Only statements speak."""
    with pytest.raises(kz.WrongTypeError, match=r"give statements, such as kz\.statements or"):
        kz.plot.network(records)


@pytest.mark.parametrize(
    ("most", "error"),
    [(1, kz.InvalidValueError), (31, kz.InvalidValueError), (True, kz.WrongTypeError)],
)
def test_the_number_of_actors_is_bounded(most: int, error: type[Exception]) -> None:
    """One actor has nobody to speak to, more than thirty are a ball of wool, True is no number."""
    with pytest.raises(error, match="most: "):
        kz.plot.network([], most=most)
