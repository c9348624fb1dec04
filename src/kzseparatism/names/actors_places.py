"""Actors and places by name: which names an index is made of, and what its messages may show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kzseparatism.model import Actor, Place, Region
from kzseparatism.names.index import IndexEntry, NameIndex


def actor_index(actors: Iterable[Actor]) -> NameIndex[Actor]:
    """Return an index of actors by name and alias; its messages show pseudonyms of the private."""
    return NameIndex(
        "actor",
        [
            IndexEntry(
                record=actor,
                id=actor.id,
                names=(actor.name, *actor.aliases),
                label=actor.public_name,
                kind=actor.kind.value,
            )
            for actor in actors
        ],
    )


def territory_index(
    places: Iterable[Place], regions: Iterable[Region]
) -> NameIndex[Place | Region]:
    """Return an index of places and regions together, so that no name of either is preferred.

    A place that is a region under the region's own name is left out: it means the region.
    """
    entries: list[IndexEntry[Place | Region]] = [
        IndexEntry(
            record=region,
            id=region.id,
            names=(*region.former_codes, *(name.text for name in region.names)),
            label=region.name,
            kind=region.kind.value,
        )
        for region in regions
    ]
    entries += [_place_entry(place) for place in places if not _is_its_region(place)]
    return NameIndex("case, statement, place, region or actor", entries)


def _is_its_region(place: Place) -> bool:
    return len(place.regions) == 1 and any(
        place.name == name.text and not name.former for name in place.regions[0].names
    )


def place_index(places: Iterable[Place]) -> NameIndex[Place]:
    """Return an index of places by name and alias."""
    return NameIndex("place", [_place_entry(place) for place in places])


def _place_entry(place: Place) -> IndexEntry[Any]:
    return IndexEntry(
        record=place,
        id=place.id,
        names=(place.name, *place.aliases),
        label=place.name,
        kind=place.country,
    )
