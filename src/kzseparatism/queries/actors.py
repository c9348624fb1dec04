"""Questions about actors, and looking names up."""

from __future__ import annotations

from collections.abc import Iterable

from kzseparatism.model import Actor, Place, Record, Region, Source
from kzseparatism.model.fields import require_country
from kzseparatism.queries.question import (
    actor_of,
    in_order_of_id,
    place_of,
    records_of,
    region_of,
    shipped,
)
from kzseparatism.table import Table
from kzseparatism.vocab import ActorKind


def actors_by_kind(kind: ActorKind | str, *, among: Iterable[Actor] | None = None) -> Table[Actor]:
    """Return the actors of one kind, by id."""
    wanted = ActorKind(kind)
    actors = records_of(Actor, among)
    return in_order_of_id(actor for actor in actors if actor.kind is wanted)


def actors_by_country(country: str, *, among: Iterable[Actor] | None = None) -> Table[Actor]:
    """Return the actors of one country of office, seat or residence, by id.

    ``country`` is an ISO 3166-1 alpha-2 code such as "KZ"; the actors for which none is printed
    are in no country.
    """
    require_country("country", country)
    actors = records_of(Actor, among)
    return in_order_of_id(actor for actor in actors if actor.country == country)


def find_actor(name: str, *, among: Iterable[Record] | None = None) -> Actor:
    """Return the actor with this id, name or alias, in any of the usual spellings.

    A whole word that only one actor's names have is enough; people are also found surname first,
    with initials, a patronymic or a title that fits. With ``among``, the actors that
    those records are or refer to. Raises ``UnknownNameError`` with the nearest names, or
    ``AmbiguousNameError`` with the candidates; both are a ``LookupError``. Nothing is guessed.
    """
    return actor_of(name, among)


def find_place(name: str, *, among: Iterable[Record] | None = None) -> Place:
    """Return the place with this id, name or alias; everything else is as for ``find_actor``."""
    return place_of(name, among)


def find_region(name_or_code: Region | str) -> Region:
    """Return the region with this name, in Kazakh, Russian or English, or this code, old or new.

    Everyday forms count: "Batys Kazakhstan", "N. Kazakhstan rgn", "СКО", "59".

    Without "region", "oblast" and the like it is still found, unless another unit has exactly
    that name: "Almaty" is the city, "Almaty region" the region around it.
    """
    return region_of(name_or_code)


def cited_by(source: Source | str, paragraph: int | None = None) -> Table[Record]:
    """Return the shipped records that are based on a document, or on one paragraph of it."""
    return shipped().cited_by(source, paragraph)
