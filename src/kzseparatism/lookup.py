"""Actors and places by name: which names an index is made of, and what its messages may show."""

from __future__ import annotations

from collections.abc import Iterable

from kzseparatism.model import Actor, Place
from kzseparatism.names import Named, NameIndex
from kzseparatism.privacy import label


def actor_index(actors: Iterable[Actor]) -> NameIndex[Actor]:
    """Return an index of actors by name and alias; its messages show pseudonyms of the private."""
    return NameIndex(
        "actor",
        [
            Named(
                record=actor,
                id=actor.id,
                names=(actor.name, *actor.aliases),
                label=label(actor),
                kind=actor.kind.value,
            )
            for actor in actors
        ],
    )


def place_index(places: Iterable[Place]) -> NameIndex[Place]:
    """Return an index of places by name and alias."""
    return NameIndex(
        "place",
        [
            Named(
                record=place,
                id=place.id,
                names=(place.name, *place.aliases),
                label=place.name,
                kind=place.country,
            )
            for place in places
        ],
    )
