"""People who do not exist, and the bodies they belong to."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import NoneType
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Actor, Citation, Place, Role
from kzseparatism.strategies.dates import fuzzy_dates
from kzseparatism.strategies.days import days
from kzseparatism.strategies.options import check_flag, strategy_or
from kzseparatism.strategies.places import places
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import a_few, countries, lines, names, texts
from kzseparatism.strategies.world import free_ids, known_or_new, some_of, worlds
from kzseparatism.vocab import ActorKind, DateBasis

_WORDS = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.PUBLIC_BODY: "authority",
    ActorKind.MEDIA_OUTLET: "newspaper",
    ActorKind.PLATFORM: "platform",
    ActorKind.GROUP: "group",
}


@st.composite
def dating(draw: st.DrawFn, dates: st.SearchStrategy[FuzzyDate | None] | None) -> dict[str, Any]:
    """Generate the three fields of a date that fit each other; by default also no date at all."""
    default = _dates_before_2024() if draw(worlds).strict else _any_dates()
    when = draw(strategy_or("dates", dates, default, FuzzyDate, date, str, NoneType))
    bases = [DateBasis.PRINTED, DateBasis.DERIVED]
    if when is not None and FuzzyDate.of(when).qualifier:
        bases.append(DateBasis.INFERRED)
    # Drawn with a date or without: examples shrink to what draws least, and that is to be dated.
    basis, words = draw(st.sampled_from(bases)), draw(texts())
    if when is None:
        return {"date": None, "date_basis": DateBasis.NONE, "date_text": ""}
    return {"date": when, "date_basis": basis, "date_text": words}


@st.composite
def roles(
    draw: st.DrawFn,
    *,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    organisations: st.SearchStrategy[Actor | None] | None = None,
    places: st.SearchStrategy[Place | None] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Role:
    """Generate posts and memberships, in a body or at a place or neither.

    ``dates``, ``organisations`` and ``places`` draw these, or None. They shrink to a present role
    in nothing.
    """
    return Role(
        citations=draw(cited(citations)),
        title=draw(lines()),
        organisation=draw(
            strategy_or("organisations", organisations, st.none() | _bodies(), Actor, NoneType)
        ),
        place=draw(strategy_or("places", places, st.none() | _known_places(), Place, NoneType)),
        former=draw(st.booleans()),
        **draw(dating(dates)),
    )


@st.composite
def actors(
    draw: st.DrawFn,
    *,
    kinds: st.SearchStrategy[ActorKind] | None = None,
    countries: st.SearchStrategy[str | None] | None = None,
    roles: st.SearchStrategy[Role] | None = None,
    allow_private: bool = True,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Actor:
    """Generate actors who are visibly made up, of every kind.

    ``kinds``, ``countries`` (or None) and ``roles`` draw what their names say; without
    ``allow_private`` nobody is a private person. The name of a private person ends in a word
    that nothing else has. They shrink to a named person without roles.
    """
    check_flag("allow_private", allow_private)
    record_id = draw(free_ids("actor"))
    kind = ActorKind(draw(strategy_or("kinds", kinds, _kinds(), str)))
    named = draw(st.sampled_from((True, False)))
    chosen, public_name = draw(st.booleans()), draw(names(_WORDS[kind]))
    private = allow_private and named and kind is ActorKind.PERSON and chosen
    actor = Actor(
        citations=draw(cited(citations)),
        id=record_id,
        name=f"Nemo Incognitus-{record_id}" if private else public_name,
        aliases=[f"N. Incognitus-{record_id}"][: draw(st.integers(0, 1))]
        if private
        else draw(a_few(lines())),
        kind=kind,
        named=named,
        private=private,
        country=draw(
            strategy_or("countries", countries, st.none() | _any_country(), str, NoneType)
        ),
        roles=draw(some_of("roles", Role, strategy_or("roles", roles, _any_roles()))),
        note=draw(texts()),
    )
    return draw(worlds).add(actor)


@cache
def _kinds() -> st.SearchStrategy[ActorKind]:
    return st.just(ActorKind.PERSON) | st.sampled_from(ActorKind)


@cache
def _any_dates() -> st.SearchStrategy[FuzzyDate | None]:
    return _or_no_date(fuzzy_dates())


@cache
def _dates_before_2024() -> st.SearchStrategy[FuzzyDate | None]:
    first, last = date(1910, 1, 1), date(2023, 12, 31)
    open_start = days(first, last).map(lambda day: FuzzyDate(date.min, day))
    return _or_no_date(fuzzy_dates(min_value=first, max_value=last) | open_start)


@st.composite
def _or_no_date(draw: st.DrawFn, dates: st.SearchStrategy[FuzzyDate]) -> FuzzyDate | None:
    when = draw(dates)
    return draw(st.sampled_from((when, when, None)))


@cache
def actors_known_or_new(*, allow_private: bool = True) -> st.SearchStrategy[Actor]:
    """Generate actors that other records of the test case name already, or new ones."""
    fits = None if allow_private else _is_public
    return known_or_new(Actor, actors(allow_private=allow_private), fits)


def _is_public(actor: Actor) -> bool:
    return not actor.private


@cache
def places_known_or_new() -> st.SearchStrategy[Place]:
    """Generate places that other records of the test case name already, or new ones."""
    return known_or_new(Place, places())


@cache
def _bodies() -> st.SearchStrategy[Actor]:
    # Without roles of their own, so that no chain of bodies goes on and on.
    kinds = st.sampled_from([kind for kind in ActorKind if kind is not ActorKind.PERSON])
    return actors(kinds=kinds, roles=st.nothing())


@cache
def _known_places() -> st.SearchStrategy[Place]:
    return places_known_or_new()


@cache
def _any_roles() -> st.SearchStrategy[Role]:
    return roles()


@cache
def _any_country() -> st.SearchStrategy[str]:
    return countries()
