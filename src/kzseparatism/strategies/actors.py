"""People who do not exist, and the bodies they belong to."""

from __future__ import annotations

from datetime import date
from types import NoneType
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Actor, Citation, Place, Role
from kzseparatism.strategies.dates import days, fuzzy_dates
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import check_flag
from kzseparatism.strategies.places import place_known_or_new
from kzseparatism.strategies.sources import cited
from kzseparatism.vocab import ActorKind, DateBasis

_WORDS = {
    ActorKind.PERSON: "person",
    ActorKind.ORGANISATION: "organisation",
    ActorKind.PUBLIC_BODY: "authority",
    ActorKind.MEDIA_OUTLET: "newspaper",
    ActorKind.PLATFORM: "platform",
    ActorKind.GROUP: "group",
}
_KINDS = st.sampled_from((*[ActorKind.PERSON] * len(ActorKind), *ActorKind))
_BODIES = st.sampled_from([kind for kind in ActorKind if kind is not ActorKind.PERSON])
_STANDINGS = st.sampled_from(("named", "unnamed", "private"))
_BASES = st.sampled_from((DateBasis.PRINTED, DateBasis.DERIVED, DateBasis.INFERRED, DateBasis.NONE))
_ANY_DATE = fuzzy_dates()
# In a dataset: from the century before its documents, or without a beginning.
_FIRST, _LAST = date(1910, 1, 1), date(2023, 12, 31)
_CLOSED = fuzzy_dates(min_value=_FIRST, max_value=_LAST)
_OPEN = days(_FIRST, _LAST).map(lambda day: FuzzyDate(date.min, day))
_BEFORE_2024 = st.one_of(_CLOSED, _CLOSED, _CLOSED, _OPEN)


def date_fields(
    make: Maker, given: st.SearchStrategy[FuzzyDate | None] | None, *, worded: bool
) -> dict[str, Any]:
    """Make the three fields of a date that fit each other; by default also no date at all."""
    default = _BEFORE_2024 if make.world.strict else _ANY_DATE
    kinds = (FuzzyDate, date, str, NoneType)
    # Drawn with a date or without: examples shrink to what draws least, and that is to be dated.
    when = make.one("dates", given, kinds, default)
    basis = make.draw(_BASES)
    if when is None or (given is None and basis is DateBasis.NONE):
        return {"date": None, "date_basis": DateBasis.NONE, "date_text": ""}
    if basis is DateBasis.NONE or not (basis is DateBasis.PRINTED or FuzzyDate.of(when).qualifier):
        basis = DateBasis.DERIVED
    return {"date": when, "date_basis": basis, "date_text": make.text(wanted=worded)}


@strategy
def roles(
    make: Maker,
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
    in_a_body, at_a_place, former, worded = make.flags(4)
    return Role(
        citations=cited(make, citations),
        title=make.line(),
        organisation=make.one(
            "organisations",
            organisations,
            (Actor, NoneType),
            _new_body if in_a_body else st.none(),
        ),
        place=make.one(
            "places",
            places,
            (Place, NoneType),
            place_known_or_new if at_a_place else st.none(),
        ),
        former=former,
        **date_fields(make, dates, worded=worded),
    )


@strategy
def actors(
    make: Maker,
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
    record_id = make.record_id("actor")
    kind = ActorKind(make.one("kinds", kinds, str, _KINDS))
    standing, name = make.draw(_STANDINGS), f"Made-up {_WORDS[kind]} {make.line()}"
    private = allow_private and kind is ActorKind.PERSON and standing == "private"
    at_a_country, alias, note = make.flags(3)
    aliases = make.lines(2) if alias else ()
    if private:
        name, aliases = f"Nemo Incognitus-{record_id}", (f"N. Incognitus-{record_id}",) * alias
    actor = Actor(
        citations=cited(make, citations),
        id=record_id,
        name=name,
        aliases=aliases,
        kind=kind,
        named=standing != "unnamed",
        private=private,
        country=make.one(
            "countries",
            countries,
            (str, NoneType),
            Maker.country if at_a_country else st.none(),
        ),
        roles=make.several("roles", roles, Role, _role, (0, 0, 0, 1, 2)),
        note=make.text(wanted=note),
    )
    return make.keep(actor)


def _new_body(make: Maker) -> Actor:
    # Without roles of its own, so that no chain of bodies goes on and on.
    return make.new(actors, kinds=_BODIES, roles=st.nothing())


def _role(make: Maker) -> Role:
    return make.new(roles)


def actor_known_or_new(make: Maker, *, allow_private: bool = True) -> Actor:
    """Return an actor that other records of the test case name already, or a new one."""
    fits = None if allow_private else _is_public
    return make.known_or_new(Actor, actors, fits, allow_private=allow_private)


def _is_public(actor: Actor) -> bool:
    return not actor.private
