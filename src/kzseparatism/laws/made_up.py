"""The records that the laws ask about: made up, and told in as few fields as the law needs."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

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
from kzseparatism.strategies import fuzzy_dates

_R = TypeVar("_R", bound=Record)

# In the order of text, "a-10" is before "a-2", and so it is in every answer.
IDS = ("a", "b", "a-2", "a-10", "c", "d")

_HOME = date(2023, 1, 1)
# What is simple comes first, for examples shrink to it.
_DAYS = [_HOME + timedelta(offset) for offset in (*range(70), *range(-1, -20, -1))]
_ENDS = [_HOME + timedelta(offset) for offset in (0, 1, 2, 14, 30, 31, 45, 58, 59, -1, -3, -31)]
_NAMED = [
    FuzzyDate.parse(text)
    for text in (
        *("2023-01", "2023-02", "2022-12", "2023-03", "2023", "2022", "2023-21", "2022-24"),
        *("2023-33", "2022-36", "2023-40", "202X", "20XX"),
    )
]
_RANGES = [FuzzyDate(first, last) for first in _ENDS for last in _ENDS if first < last]
_OPEN = [
    *(FuzzyDate(day, date.max) for day in _ENDS),
    *(FuzzyDate(date.min, day) for day in _ENDS),
]
_QUALIFIED = [
    FuzzyDate(when.earliest, when.latest, mark)
    for when in (*map(FuzzyDate.of, _ENDS), *_NAMED)
    for mark in "?~%"
]
_QUALIFIED_RANGES = [attrs.evolve(when, qualifier=mark) for when in _RANGES[::7] for mark in "?~%"]
_QUALIFIED_OPEN = [attrs.evolve(when, qualifier=mark) for when in _OPEN[::5] for mark in "?~%"]


def source(record_id: str = "made-up-gazette", *, published: FuzzyDate | str = "2024") -> Source:
    """Return a document that nobody has written."""
    return Source(
        id=record_id,
        title="Nothing happened",
        outlet="The Made-up Gazette",
        published=FuzzyDate.of(published),
        language="en",
        file_name="made-up.txt",
        sha256="0" * 64,
        paragraphs=9,
    )


CITATION = Citation(source=source(), paragraph=1)
_TOLD: dict[str, Any] = {"citations": (CITATION,)}
_NOBODY = Actor(id="nobody", name="Nemo Nobody", kind="person", **_TOLD)
_STATEMENT = Statement(
    id="a", speakers=[_NOBODY], summary="Nobody said this.", attribution="reported", **_TOLD
)
_EVENT = Event(id="a", title="A meeting", kind="meeting", summary="Nobody met.", **_TOLD)
_CASE = Case(
    id="a", title="A case", kind="prosecution", jurisdiction="KZ", summary="Nothing.", **_TOLD
)
_PLACE = Place(id="a", name="Made-up town", country="KZ", **_TOLD)


def _dated(template: Any, record_id: str, when: FuzzyDate | None) -> Any:
    basis = "none" if when is None else "derived"
    return attrs.evolve(template, id=record_id, date=when, date_basis=basis)


def statement(record_id: str, when: FuzzyDate | None) -> Statement:
    """Return a statement of which little but its date is told."""
    made: Statement = _dated(_STATEMENT, record_id, when)
    return made


def statement_by(record_id: str, speaker: Actor) -> Statement:
    """Return an undated statement of somebody."""
    return attrs.evolve(_STATEMENT, id=record_id, speakers=(speaker,))


def event(record_id: str, when: FuzzyDate | None) -> Event:
    """Return an event of which little but its date is told."""
    made: Event = _dated(_EVENT, record_id, when)
    return made


def stage(kind: str, when: FuzzyDate | None = None, *told_in: Source) -> Stage:
    """Return a stage on a date, told in one document or more."""
    told = [Citation(source=document, paragraph=1) for document in told_in] or [CITATION]
    basis = "none" if when is None else "derived"
    return Stage(kind=kind, date=when, date_basis=basis, citations=told)


def staged(record_id: str, when: FuzzyDate | None) -> Case:
    """Return a case with one stage on a date."""
    return case(record_id, stages=[stage("trial", when)])


def case(record_id: str, **fields: Any) -> Case:
    """Return a case of which only these fields are told."""
    return attrs.evolve(_CASE, id=record_id, **fields)


def site(*units: Region, relation: str = "conduct", country: str = "KZ") -> Site:
    """Return a site at a place in one of these units."""
    name = "-".join(["at", *(unit.id.lower() for unit in units)]) if units else "at-nowhere"
    place = attrs.evolve(_PLACE, id=name, regions=units, country=country)
    return Site(place=place, relation=relation, **_TOLD)


def actor(record_id: str, name: str, *aliases: str, kind: str = "person") -> Actor:
    """Return somebody who does not exist."""
    return Actor(id=record_id, name=name, aliases=aliases, kind=kind, **_TOLD)


@cache
def some_ids(*, min_size: int = 0, max_size: int = 4) -> st.SearchStrategy[list[str]]:
    """Generate a few ids, each once, in any order."""
    return st.lists(st.sampled_from(IDS), min_size=min_size, max_size=max_size, unique=True)


def records(one: st.SearchStrategy[_R], *, min_size: int = 0) -> st.SearchStrategy[list[_R]]:
    """Generate up to four records, each with an id of its own, in any order."""
    return st.lists(one, min_size=min_size, max_size=4, unique_by=_id)


def _id(record: Record) -> str:
    return record.id


@cache
def near_dates(
    *, allow_qualifiers: bool = True, allow_ranges: bool = True, allow_open_ends: bool = True
) -> st.SearchStrategy[FuzzyDate]:
    """Generate dates that are close enough to each other to meet.

    They are picked from lists, in few draws, so that examples shrink well: a record that can go
    is soon gone.
    """
    days = [FuzzyDate.of(day) for day in _DAYS]
    sorts = [days, days, _NAMED]
    if allow_ranges:
        sorts.append(_RANGES)
    if allow_ranges and allow_open_ends:
        sorts.append(_OPEN)
    if allow_qualifiers:
        sorts.append(
            _QUALIFIED
            + _QUALIFIED_RANGES * allow_ranges
            + _QUALIFIED_OPEN * (allow_ranges and allow_open_ends)
        )
    return st.one_of([st.sampled_from(sort) for sort in sorts])


@cache
def dates(**options: Any) -> st.SearchStrategy[FuzzyDate]:
    """Generate dates that are close enough to each other to meet, and now and then others."""
    near = near_dates(**options)
    return st.one_of(near, near, near, fuzzy_dates(**options))


@cache
def single_days() -> st.SearchStrategy[date]:
    """Generate days close to each other."""
    return st.sampled_from(_DAYS)
