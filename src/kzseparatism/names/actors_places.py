"""Actors and places by name: which names an index is made of, and what its messages may show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kzseparatism.model import Actor, Place, Region
from kzseparatism.names.everyday import is_abbreviation
from kzseparatism.names.index import IndexEntry, NameIndex
from kzseparatism.names.people import PersonNames
from kzseparatism.vocab import ActorKind


def actor_index(actors: Iterable[Actor], *, shows_private: bool = False) -> NameIndex[Actor]:
    """Return an index of actors by name and alias.

    Its messages show pseudonyms of private persons, and never tell whose name is like another;
    with ``shows_private`` they show the names.
    """
    return NameIndex("actor", [_actor_entry(actor, shows_private) for actor in actors])


def _actor_entry(actor: Actor, shows_private: bool) -> IndexEntry[Actor]:  # noqa: FBT001 - as named
    names = tuple(name for name in (actor.name, *actor.aliases) if name != actor.pseudonym)
    is_person = actor.named and actor.kind is ActorKind.PERSON
    return IndexEntry(
        record=actor,
        id=actor.id,
        names=names,
        label=actor.name if shows_private else actor.public_name,
        kind=actor.kind.value,
        exact=(actor.pseudonym,) if actor.private else (),
        described=not actor.named,
        hidden=actor.private and not shows_private,
        person=PersonNames.of(names, [role.title for role in actor.roles]) if is_person else None,
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
            names=(*region.former_codes, *_spelt(region)),
            label=region.name,
            kind=region.kind.value,
        )
        for region in regions
    ]
    entries += [_place_entry(place) for place in places if not _is_its_region(place)]
    return NameIndex("case, statement, place, region or actor", entries)


def _spelt(region: Region) -> list[str]:
    """Return the names that may be spelt in other ways: an abbreviation is read as it is."""
    return [name.text for name in region.names if not is_abbreviation(name.text)]


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
