"""Entities of FollowTheMoney, one JSON object a line.

A property of this model holds a day, a month or a year, and nothing of how sure it is. A date that
is more than that stands in the notes alone; each date stands there, as EDTF with its field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kzseparatism.exporting.entities import cited_in, country_of, dated, entity, key_of
from kzseparatism.exporting.material import Material
from kzseparatism.model import Actor, Case, Event, Place, Provision, Source, Statement
from kzseparatism.vocab import ActorKind

_SCHEMAS = {ActorKind.PERSON: "Person", ActorKind.PUBLIC_BODY: "PublicBody"}


def content(material: Material) -> bytes:
    """Return the sources, places, actors, provisions, cases, statements and events as entities."""
    lines = (json.dumps(one, ensure_ascii=False) for one in _entities(material))
    return "".join(f"{line}\n" for line in lines).encode()


def _entities(material: Material) -> Iterator[dict[str, Any]]:
    data = material.dataset
    yield from map(_source, data.sources)
    yield from map(_place, data.places)
    for actor in data.actors:
        yield from _actor(actor)
    yield from map(_provision, data.provisions)
    for case in data.cases:
        yield from _case(case)
    yield from map(_statement, data.statements)
    yield from map(_event, data.events)


def _source(source: Source) -> dict[str, Any]:
    return entity(
        *("Article", key_of(source)),
        *(("title", source.title), ("name", source.title), ("fileName", source.file_name)),
        *(("author", source.author), ("publisher", source.outlet), ("sourceUrl", source.url)),
        *(*dated("published", source.published, "publishedAt"), ("description", source.note)),
    )


def _place(place: Place) -> dict[str, Any]:
    return entity(
        *("Address", key_of(place)),
        *(("name", place.name), ("full", place.name), ("alias", place.aliases)),
        *(("country", country_of(place.country)), ("region", [one.name for one in place.regions])),
        *(*cited_in(place.citations), ("description", place.note)),
    )


def _actor(actor: Actor) -> Iterator[dict[str, Any]]:
    person = actor.kind is ActorKind.PERSON
    yield entity(
        *(_SCHEMAS.get(actor.kind, "Organization"), key_of(actor)),
        *(("name", actor.name), ("alias", actor.aliases), ("country", country_of(actor.country))),
        ("position" if person else "description", [one.title for one in actor.roles]),
        *(("notes", f"kind: {actor.kind}"), ("description", actor.note)),
        *cited_in(actor.citations),
    )
    for number, role in enumerate(actor.roles, 1):
        key, body = f"{key_of(actor)}-role-{number}", role.organisation or role.place
        cited = cited_in(role.citations)
        if body is None:
            held = [("name", role.title), ("entity", key_of(actor))]
            yield entity("Note", key, *held, *dated("date", role.date), *cited)
        else:
            held = [("subject", key_of(actor)), ("object", key_of(body)), ("role", role.title)]
            when = dated("date", role.date, "date", "summary")
            noted = [("summary" if name == "notes" else name, text) for name, text in cited]
            yield entity("UnknownLink", key, *held, *when, *noted)


def _provision(provision: Provision) -> dict[str, Any]:
    return entity(
        *("Note", key_of(provision)),
        *(("name", provision.title), ("country", country_of(provision.jurisdiction))),
        ("description", [provision.offence, f"force: {provision.force}", provision.note]),
        *(*dated("date", provision.date), *cited_in(provision.citations)),
    )


def _case(case: Case) -> Iterator[dict[str, Any]]:
    yield entity(
        *("CourtCase", key_of(case)),
        *(("name", case.title), ("summary", case.summary), ("category", case.kind)),
        *(("status", case.status), ("country", country_of(case.jurisdiction))),
        ("addressEntity", [key_of(one.place) for one in case.sites]),
        *(*cited_in(case.citations), ("description", case.note)),
    )
    for role, parties in (("defendant", case.defendants), ("other", case.others)):
        for number, actor in enumerate(parties, 1):
            key = f"{key_of(case)}-{role}-{number}"
            link = (("party", key_of(actor)), ("case", key_of(case)), ("role", role))
            yield entity("CourtCaseParty", key, *link)
    for number, stage in enumerate(case.stages, 1):
        key = f"{key_of(case)}-stage-{number}"
        name, involved = f"{stage.kind}: {case.title}", [key_of(one) for one in stage.defendants]
        told = (("name", name), ("involved", involved), *cited_in(stage.citations))
        yield entity("Event", key, *told, *dated("date", stage.date, "date"))
        link = (("subject", key_of(case)), ("object", key), ("role", stage.kind))
        yield entity("UnknownLink", f"{key}-of", *link)


def _statement(said: Statement) -> dict[str, Any]:
    return entity(
        *("Event", key_of(said)),
        *(("name", said.summary), ("keywords", [said.stance, said.medium])),
        *(("description", [*said.quotes, said.note]), *dated("date", said.date, "date")),
        ("involved", [key_of(one) for one in said.speakers]),
        *(("addressEntity", [key_of(one) for one in said.places]), *cited_in(said.citations)),
    )


def _event(event: Event) -> dict[str, Any]:
    return entity(
        *("Event", key_of(event)),
        *(("name", event.title), ("summary", event.summary), ("keywords", event.kind)),
        *(("description", event.note), *dated("date", event.date, "date")),
        ("involved", [key_of(one) for one in event.participants]),
        *(("addressEntity", [key_of(one) for one in event.places]), *cited_in(event.citations)),
    )
