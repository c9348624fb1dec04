"""Questions about actors, and looking names up."""

from __future__ import annotations

from collections.abc import Iterable

from kzseparatism.dataset import cited_paragraphs
from kzseparatism.errors import WrongTypeError
from kzseparatism.model import Actor, Place, Record, Region, Source
from kzseparatism.model.walk import behind
from kzseparatism.names.phrases import has_all, phrases, words_in
from kzseparatism.queries.question import (
    given_records,
    in_order_of_id,
    records_of,
    shipped,
)
from kzseparatism.queries.subject import actor_of, identifying, place_of, region_of, require_state
from kzseparatism.table import Table
from kzseparatism.vocab import ActorKind


def actors_by_kind(kind: ActorKind | str, *, among: Iterable[Actor] | None = None) -> Table[Actor]:
    """Return the actors of one kind, by id."""
    wanted = ActorKind(kind)
    actors = records_of(Actor, among)
    return in_order_of_id((actor for actor in actors if actor.kind is wanted), Actor)


def actors_by_country(country: str, *, among: Iterable[Actor] | None = None) -> Table[Actor]:
    """Return the actors of one country of office, seat or residence, by id.

    ``country`` is an ISO 3166-1 alpha-2 code such as "KZ"; the actors for which none is printed
    are in no country.
    """
    require_state(country, Actor)
    actors = records_of(Actor, among)
    return in_order_of_id((actor for actor in actors if actor.country == country), Actor)


def actors_by_role(text: str, *, among: Iterable[Actor] | None = None) -> Table[Actor]:
    """Return the actors with a role of this title, present or past, by id.

    Every word of ``text`` has to be in the title, as a whole word, in any case or alphabet; words
    in quotation marks have to stand together. Raises ``InvalidValueError`` for text without a word
    or of more than 200 characters.
    """
    runs = phrases("role", text)
    return in_order_of_id(
        (
            actor
            for actor in records_of(Actor, among)
            if any(has_all(words_in(role.title), runs) for role in actor.roles)
        ),
        Actor,
    )


def members_of(
    organisation: Actor | str, *, former: bool = False, among: Iterable[Actor] | None = None
) -> Table[Actor]:
    """Return the people with a current role in an organisation, by id.

    With ``former=True`` also those whose role there is past. Text is looked up among the actors
    that the actors are or refer to; the name of a person without members is an
    ``UnknownNameError``.
    """
    if not isinstance(former, bool):
        raise WrongTypeError("former", former, "is neither True nor False")
    actors = records_of(Actor, among)
    body = actor_of(organisation, None if among is None else actors, Actor)
    found = in_order_of_id(
        (one for one in actors if belongs_to(one, body.id, former=former)), Actor
    )
    if not found:
        from kzseparatism.queries.referral import explain_nothing  # noqa: PLC0415 - seldom

        explain_nothing(organisation, body, Actor)
    return found


def belongs_to(actor: Actor, body: str, *, former: bool = False) -> bool:
    """Return whether somebody is a person with a role in a body: a current one, or any."""
    return actor.kind is ActorKind.PERSON and any(
        role.organisation is not None
        and role.organisation.id == body
        and (former or not role.former)
        for role in actor.roles
    )


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


def find_region(name_or_code: Region | str, *, among: Iterable[Record] | None = None) -> Region:
    """Return the region with this name, in Kazakh, Russian or English, or this code, old or new.

    Everyday forms count: "Batys Kazakhstan", "N. Kazakhstan rgn", "СКО", "59".

    Without "region", "oblast" and the like it is still found, unless another unit has exactly
    that name: "Almaty" is the city, "Almaty region" the region around it.

    With ``among``, the regions of the dataset that those records come from are looked through
    first: those have names in the languages of that dataset.
    """
    return region_of(name_or_code, among)


def cited_by(
    source: Source | str, paragraph: int | None = None, *, among: Iterable[Record] | None = None
) -> Table[Record]:
    """Return the records that are based on a document, or on one paragraph of it, by table.

    A record counts if it or a part of it cites the paragraph. ``cited_by(...).only(kz.Statement)``
    is what was said there. With ``among`` the order is that of the records, and text is the id of a
    document that they cite. ``paragraph`` is counted from 1; one that the document does not have
    is an ``InvalidValueError``, an unknown document an ``UnknownIdError``.
    """
    if among is None:
        with identifying("document", Source):
            return shipped().cited_by(source, paragraph)
    records = given_records(among, Record)
    known = Table([source] if isinstance(source, Source) else behind(records, Source))
    with identifying("document", Source, records):
        cited = cited_paragraphs(known, source, paragraph)
    return records.where(lambda record: any(map(cited, record.all_citations)))
