"""Events that did not take place, and what is at odds about them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Actor, Case, Citation, Discrepancy, Event, Place
from kzseparatism.strategies.actors import actors_known_or_new, dating, places_known_or_new
from kzseparatism.strategies.cases import cases
from kzseparatism.strategies.options import strategy_or
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import a_few, ids, lines, texts
from kzseparatism.strategies.world import free_ids, known_or_new, some_of, worlds
from kzseparatism.vocab import DiscrepancyKind, EventKind


@st.composite
def events(
    draw: st.DrawFn,
    *,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    kinds: st.SearchStrategy[EventKind] | None = None,
    places: st.SearchStrategy[Place] | None = None,
    participants: st.SearchStrategy[Actor] | None = None,
    cases: st.SearchStrategy[Case] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Event:
    """Generate events, dated or not.

    Each option draws one of the elements that its name says. They shrink to one of
    1 January 2023.
    """
    people = strategy_or("participants", participants, actors_known_or_new())
    event = Event(
        citations=draw(cited(citations)),
        id=draw(free_ids("event")),
        title=draw(lines()),
        kind=draw(strategy_or("kinds", kinds, st.sampled_from(EventKind), str)),
        **draw(dating(dates)),
        places=draw(some_of("places", Place, strategy_or("places", places, places_known_or_new()))),
        participants=draw(some_of("participants", Actor, people)),
        cases=draw(some_of("cases", Case, strategy_or("cases", cases, _cases()), max_size=1)),
        according_to=draw(some_of("according_to", Actor, actors_known_or_new(), max_size=1)),
        summary=draw(lines()),
        note=draw(texts()),
    )
    return draw(worlds).add(event)


@st.composite
def discrepancies(
    draw: st.DrawFn,
    *,
    records: st.SearchStrategy[str] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Discrepancy:
    """Generate what is at odds; ``records`` draws the ids of the records that it touches."""
    touched = strategy_or("records", records, ids("record"), str, several=True)
    discrepancy = Discrepancy(
        citations=draw(cited(citations)),
        id=draw(free_ids("discrepancy")),
        kind=draw(st.sampled_from(DiscrepancyKind)),
        summary=draw(lines()),
        resolution=draw(lines()),
        records=draw(a_few(touched)),
        note=draw(texts()),
    )
    return draw(worlds).add(discrepancy)


@cache
def _cases() -> st.SearchStrategy[Case]:
    return known_or_new(Case, cases())
