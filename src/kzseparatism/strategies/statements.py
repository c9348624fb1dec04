"""Statements that nobody made."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Actor, Case, Citation, Place, Statement
from kzseparatism.strategies.actors import actors_known_or_new, dating, places_known_or_new
from kzseparatism.strategies.cases import cases
from kzseparatism.strategies.options import check_flag, strategy_or
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import a_few, lines, texts
from kzseparatism.strategies.world import free_ids, known_or_new, some_of, worlds
from kzseparatism.vocab import Attribution, Dispute, Medium, Stance

_NOT_DIRECT = [one for one in Attribution if one is not Attribution.DIRECT]
# What they shrink to comes first.
_MEDIA = (Medium.UNSPECIFIED, *(medium for medium in Medium if medium is not Medium.UNSPECIFIED))
_STANCES = (Stance.NONE, *(stance for stance in Stance if stance is not Stance.NONE))


@st.composite
def statements(
    draw: st.DrawFn,
    *,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    speakers: st.SearchStrategy[Actor] | None = None,
    places: st.SearchStrategy[Place] | None = None,
    cases: st.SearchStrategy[Case] | None = None,
    responds_to: st.SearchStrategy[Statement] | None = None,
    stances: st.SearchStrategy[Stance] | None = None,
    quotes: st.SearchStrategy[str] | None = None,
    allow_private: bool = True,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Statement:
    """Generate statements: dated or not, quoted or not, in answer to others or not.

    Each option draws one of the elements that its name says. ``responds_to`` draws from the
    statements that the test case has made already, unless it is given. Speakers now and then
    say their own name in a quote, private persons too; without ``allow_private`` no private
    person is behind a statement, unless another option draws one. They shrink to a statement of
    1 January 2023, by one speaker, about nothing.
    """
    check_flag("allow_private", allow_private)
    people = actors_known_or_new(allow_private=allow_private)
    told_in = draw(cited(citations))
    voices = draw(some_of("speakers", Actor, strategy_or("speakers", speakers, people), min_size=1))
    own_name = st.sampled_from(voices).map(_introduction)
    words = strategy_or("quotes", quotes, lines() | own_name, str, several=True)
    worded = draw(a_few(words))
    when = draw(dating(dates))
    statement = Statement(
        citations=told_in,
        id=draw(free_ids("statement")),
        speakers=voices,
        on_behalf_of=draw(st.none() | people),
        outlet=draw(st.none() | people),
        relayed_by=draw(some_of("relayed_by", Actor, people, max_size=1)),
        medium=draw(st.sampled_from(_MEDIA)),
        venue=draw(texts()),
        addressees=draw(some_of("addressees", Actor, people, max_size=1)),
        **when,
        summary=draw(_unlike_the_others()),
        quotes=worded,
        attribution=Attribution.DIRECT if worded else draw(st.sampled_from(_NOT_DIRECT)),
        dispute=draw(st.sampled_from(Dispute)),
        stance=draw(strategy_or("stances", stances, st.sampled_from(_STANCES), str)),
        about=draw(some_of("about", Actor, people, max_size=1)),
        responds_to=draw(_answered(responds_to, when["date"])),
        cases=draw(some_of("cases", Case, strategy_or("cases", cases, _cases()), max_size=1)),
        places=draw(some_of("places", Place, strategy_or("places", places, places_known_or_new()))),
        note=draw(texts()),
    )
    return draw(worlds).add(statement)


def _introduction(speaker: Actor) -> str:
    return f"My name is {speaker.name}, and I said nothing."


@st.composite
def _unlike_the_others(draw: st.DrawFn) -> str:
    """Generate what was said; in a dataset no two statements say the same."""
    world, said = draw(worlds), draw(lines())
    others = world.known(Statement) if world.strict else []
    return f"{said} ({len(others)})" if any(one.summary == said for one in others) else said


@st.composite
def _answered(
    draw: st.DrawFn, given: st.SearchStrategy[Statement] | None, when: Any
) -> tuple[Statement, ...]:
    if given is None:
        world = draw(worlds)
        known = world.known(Statement)
        if world.strict:
            known = [one for one in known if _may_answer(when, one)]
        given = st.sampled_from(known) if known else st.nothing()
    return draw(some_of("responds_to", Statement, strategy_or("responds_to", given, given)))


def _may_answer(when: Any, answered: Statement) -> bool:
    return when is None or answered.date is None or not FuzzyDate.of(when).precedes(answered.date)


@cache
def _cases() -> st.SearchStrategy[Case]:
    return known_or_new(Case, cases())
