"""Who speaks to whom, about whom, and in answer to whom, counted in statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import attrs

from kzseparatism.model import Actor, Statement

Way: TypeAlias = Literal["to", "about", "in answer to"]
WAYS: tuple[Way, ...] = ("to", "about", "in answer to")


@attrs.frozen(kw_only=True)
class Tie:
    """One actor speaks to or about another, or answers it, in so many statements."""

    speaker: str
    other: str
    way: Way
    statements: int


@attrs.frozen(kw_only=True)
class Ties:
    """The ties of some statements: those that are shown, and how many of which sort are not.

    ``actors`` are those with a shown tie, by id, the most connected first; the ties of an actor to
    itself are never shown. ``silent`` counts the statements that make no tie at all.
    """

    actors: dict[str, Actor]
    shown: tuple[Tie, ...]
    actors_left_out: int
    ties_left_out: int
    to_themselves: int
    silent: int


def ties_among(statements: Iterable[Statement], most: int) -> Ties:
    """Return the ties between the actors that have most of them, ``most`` actors at most.

    An actor counts by the statements of its ties. Actors that count the same come by id. The ties
    shown are those between two actors shown.
    """
    people: dict[str, Actor] = {}
    number: Counter[tuple[str, str, Way]] = Counter()
    silent = 0
    for statement in statements:
        found = dict.fromkeys(ties_of(statement))
        for speaker, other, way in found:
            people |= {speaker.id: speaker, other.id: other}
            number[speaker.id, other.id, way] += 1
        silent += not found
    ties = [
        Tie(speaker=one, other=other, way=way, statements=times)
        for (one, other, way), times in sorted(number.items(), key=_in_order)
    ]
    between = [tie for tie in ties if tie.speaker != tie.other]
    weights: Counter[str] = Counter()
    for tie in between:
        weights[tie.speaker] += tie.statements
        weights[tie.other] += tie.statements
    chosen = sorted(weights, key=lambda one: (-weights[one], one))[:most]
    shown = [tie for tie in between if tie.speaker in chosen and tie.other in chosen]
    # An actor may have its ties with those only that did not make it.
    tied = {end for tie in shown for end in (tie.speaker, tie.other)}
    return Ties(
        actors={one: people[one] for one in chosen if one in tied},
        shown=tuple(shown),
        actors_left_out=len(weights) - len(tied),
        ties_left_out=len(between) - len(shown),
        to_themselves=len(ties) - len(between),
        silent=silent,
    )


def ties_of(statement: Statement) -> Iterator[tuple[Actor, Actor, Way]]:
    """Yield who speaks, to, about or in answer to whom, and which of the three."""
    answered = [one for first in statement.responds_to for one in first.speakers]
    for way, others in zip(WAYS, (statement.addressees, statement.about, answered), strict=True):
        for speaker in statement.speakers:
            for other in others:
                yield speaker, other, way


def _in_order(item: tuple[tuple[str, str, Way], int]) -> tuple[int, str, str, int]:
    (speaker, other, way), times = item
    return -times, speaker, other, WAYS.index(way)
