"""Statements that nobody made, events that did not take place, and what is at odds about them."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Actor, Case, Citation, Discrepancy, Event, Place, Statement
from kzseparatism.strategies.actors import actor_known_or_new, date_fields
from kzseparatism.strategies.cases import case_known_or_new
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import check_flag
from kzseparatism.strategies.parts import people
from kzseparatism.strategies.places import place_known_or_new
from kzseparatism.strategies.sources import cited
from kzseparatism.vocab import (
    Attribution,
    DiscrepancyKind,
    Dispute,
    EventKind,
    Medium,
    Stance,
)

_NOT_DIRECT = st.sampled_from([one for one in Attribution if one is not Attribution.DIRECT])
# What they shrink to comes first.
_MEDIA = st.sampled_from(sorted(Medium, key=lambda medium: medium is not Medium.UNSPECIFIED))
_STANCES = st.sampled_from(sorted(Stance, key=lambda stance: stance is not Stance.NONE))
_DISPUTES = st.sampled_from(Dispute)
_EVENT_KINDS = st.sampled_from(EventKind)
_DISCREPANCY_KINDS = st.sampled_from(DiscrepancyKind)
_AT_MOST_ONE = (0, 0, 0, 1)


@strategy
def statements(
    make: Maker,
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

    person = partial(actor_known_or_new, allow_private=allow_private)
    on_behalf, in_outlet, relayed, addressed, about, venue, worded, note = make.flags(8)
    voices = make.several("speakers", speakers, Actor, person, (1, 1, 1, 2))
    words = make.several("quotes", quotes, str, partial(_quote, voices=voices))
    when = date_fields(make, dates, worded=worded)
    earlier = [one for one in make.world.known(Statement) if _may_answer(make, when, one)]
    answered = st.sampled_from(earlier) if earlier else st.nothing()
    statement = Statement(
        citations=cited(make, citations),
        id=make.record_id("statement"),
        speakers=voices,
        on_behalf_of=person(make) if on_behalf else None,
        outlet=person(make) if in_outlet else None,
        relayed_by=[person(make)] if relayed else [],
        medium=make.draw(_MEDIA),
        venue=make.text(wanted=venue),
        addressees=[person(make)] if addressed else [],
        **when,
        summary=_unlike_the_others(make),
        quotes=words,
        attribution=Attribution.DIRECT if words else make.draw(_NOT_DIRECT),
        dispute=make.draw(_DISPUTES),
        stance=make.one("stances", stances, str, _STANCES),
        about=[person(make)] if about else [],
        responds_to=make.several(
            "responds_to",
            answered if responds_to is None else responds_to,
            Statement,
            answered,
        ),
        cases=make.several("cases", cases, Case, case_known_or_new, _AT_MOST_ONE),
        places=make.several("places", places, Place, place_known_or_new),
        note=make.text(wanted=note),
    )
    return make.keep(statement)


def _may_answer(make: Maker, when: dict[str, Any], answered: Statement) -> bool:
    """Return whether a statement can be an answer; in a dataset no answer comes first."""
    day = when["date"]
    if not make.world.strict or day is None or answered.date is None:
        return True
    return not FuzzyDate.of(day).precedes(answered.date)


def _unlike_the_others(make: Maker) -> str:
    """Return what was said; in a dataset no two statements say the same."""
    said = make.line()
    others = make.world.known(Statement) if make.world.strict else []
    return f"{said} ({len(others)})" if any(one.summary == said for one in others) else said


def _quote(make: Maker, voices: tuple[Actor, ...]) -> str:
    """Make a quote, in which a speaker may say who it is."""
    speaker = make.draw(st.sampled_from((None, *voices)))
    return f"My name is {speaker.name}, and I said nothing." if speaker else make.line()


@strategy
def events(
    make: Maker,
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
    according, worded, note = make.flags(3)
    event = Event(
        citations=cited(make, citations),
        id=make.record_id("event"),
        title=make.line(),
        kind=make.one("kinds", kinds, str, _EVENT_KINDS),
        **date_fields(make, dates, worded=worded),
        places=make.several("places", places, Place, place_known_or_new),
        participants=people(make, participants, "participants"),
        cases=make.several("cases", cases, Case, case_known_or_new, _AT_MOST_ONE),
        according_to=[actor_known_or_new(make)] if according else [],
        summary=make.line(),
        note=make.text(wanted=note),
    )
    return make.keep(event)


@strategy
def discrepancies(
    make: Maker,
    *,
    records: st.SearchStrategy[str] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Discrepancy:
    """Generate what is at odds; ``records`` draws the ids of the records that it touches."""
    (note,) = make.flags(1)
    discrepancy = Discrepancy(
        citations=cited(make, citations),
        id=make.record_id("discrepancy"),
        kind=make.draw(_DISCREPANCY_KINDS),
        summary=make.line(),
        resolution=make.line(),
        records=make.several("records", records, str, _any_id),
        note=make.text(wanted=note),
    )
    return make.keep(discrepancy)


def _any_id(make: Maker) -> str:
    return make.any_id("record")
