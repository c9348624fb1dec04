"""Made-up records that are written in few words, as the reports of the laws write them.

>>> from kzseparatism.laws.records import case, stage, statement
>>> str(statement("a", "2023-01").date)
'2023-01'
>>> case("b", stages=[stage("trial", "2023"), stage("arrest")]).status_on("2023")
<CaseStatus.TRIED: 'tried'>
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import (
    Actor,
    Case,
    Citation,
    Event,
    Place,
    Record,
    Region,
    Site,
    Source,
    Stage,
    Statement,
)
from kzseparatism.reading import load

_PUBLISHED = ("2024",)
_AS_ID = str.maketrans({"?": "q", "~": "a", "%": "b", ".": "o", "[": "-", "]": "-"})


def source(published: FuzzyDate | str) -> Source:
    """Return a document that nobody has written, published on a day or in a period."""
    when = FuzzyDate.of(published)
    return Source(
        id=f"gazette-{str(when).translate(_AS_ID).lower().strip('-')}".replace("--", "-"),
        title="Nothing happened",
        outlet="The Made-up Gazette",
        published=when,
        language="en",
        file_name="made-up.txt",
        sha256="0" * 64,
        paragraphs=9,
    )


def _cited(published: Iterable[FuzzyDate | str] = _PUBLISHED) -> tuple[Citation, ...]:
    return tuple(Citation(source=source(when), paragraph=1) for when in published)


_NOBODY = Actor(id="nobody", name="Nemo Nobody", kind="person", citations=_cited())
_STATEMENT = Statement(
    id="a",
    speakers=[_NOBODY],
    summary="Nobody said this.",
    attribution="reported",
    citations=_cited(),
)
_EVENT = Event(id="a", title="A meeting", kind="meeting", summary="Nobody met.", citations=_cited())
_CASE = Case(
    id="a",
    title="A case",
    kind="prosecution",
    jurisdiction="KZ",
    summary="Nothing.",
    citations=_cited(),
)


def _date_fields(when: FuzzyDate | date | str | None) -> dict[str, Any]:
    return {"date": when, "date_basis": "none" if when is None else "derived"}


def statement(
    record_id: str,
    when: FuzzyDate | date | str | None = None,
    *,
    speaker: Actor = _NOBODY,
    summary: str = _STATEMENT.summary,
) -> Statement:
    """Return a statement with a date or without, by nobody in particular."""
    fields = _date_fields(when)
    return attrs.evolve(_STATEMENT, id=record_id, speakers=[speaker], summary=summary, **fields)


def event(record_id: str, when: FuzzyDate | date | str | None = None) -> Event:
    """Return an event with a date or without."""
    return attrs.evolve(_EVENT, id=record_id, **_date_fields(when))


def actor(record_id: str, name: str, *aliases: str, kind: str = "person") -> Actor:
    """Return somebody who does not exist."""
    return Actor(id=record_id, name=name, aliases=aliases, kind=kind, citations=_cited())


def case(
    record_id: str,
    *,
    kind: str = "prosecution",
    stages: Iterable[Stage] = (),
    sites: Iterable[Site] = (),
) -> Case:
    """Return a case with these stages and sites, a prosecution unless a kind is given."""
    return attrs.evolve(_CASE, id=record_id, kind=kind, stages=tuple(stages), sites=tuple(sites))


def stage(
    kind: str,
    when: FuzzyDate | date | str | None = None,
    *,
    published: Iterable[FuzzyDate | str] = _PUBLISHED,
) -> Stage:
    """Return a stage with a date or without, reported in documents published on these dates."""
    return Stage(kind=kind, citations=_cited(published), **_date_fields(when))


def region(code: str) -> Region:
    """Return the unit of Kazakhstan with this code or id."""
    return load().regions[code]


def site(*codes: str, relation: str = "conduct", country: str = "KZ") -> Site:
    """Return a site at a place that lies, or may lie, in the units with these codes."""
    place = Place(
        id="-".join(["in", country, *codes]).lower(),
        name="Made-up town",
        country=country,
        regions=map(region, codes),
        citations=_cited(),
    )
    return Site(place=place, relation=relation, citations=_cited())


def record_as_code(record: Record) -> str:
    """Return the call of a function above that makes a record equal to this one."""
    words = [repr(record.id)]
    if isinstance(record, Statement | Event):
        words += [] if record.date is None else [repr(str(record.date))]
    if isinstance(record, Statement):
        speaker = record.speakers[0]
        words += [] if speaker == _NOBODY else [f"speaker={record_as_code(speaker)}"]
        words += [] if record.summary == _STATEMENT.summary else [f"summary={record.summary!r}"]
    if isinstance(record, Actor):
        words += map(repr, (record.name, *record.aliases))
        words += [] if record.kind == "person" else [f"kind={record.kind.value!r}"]
    if isinstance(record, Case):
        words += [] if record.kind == "prosecution" else [f"kind={record.kind.value!r}"]
        parts = {
            "stages": map(_stage_as_code, record.stages),
            "sites": map(_site_as_code, record.sites),
        }
        lists = {name: ", ".join(codes) for name, codes in parts.items()}
        words += [f"{name}=[{codes}]" for name, codes in lists.items() if codes]
    return f"{type(record).__name__.lower()}({', '.join(words)})"


def _stage_as_code(one: Stage) -> str:
    words = [repr(one.kind.value)] + ([] if one.date is None else [repr(str(one.date))])
    published = tuple(str(citation.source.published) for citation in one.citations)
    words += [] if published == _PUBLISHED else [f"published={list(published)}"]
    return f"stage({', '.join(words)})"


def _site_as_code(one: Site) -> str:
    words = [repr(unit.id) for unit in one.place.regions]
    words.append(f"relation={one.relation.value!r}")
    words += [] if one.place.country == "KZ" else [f"country={one.place.country!r}"]
    return f"site({', '.join(words)})"
