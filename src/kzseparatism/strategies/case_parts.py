"""The parts of a case: sites, stages, charges and sentences."""

from __future__ import annotations

from functools import cache
from types import NoneType

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Actor, Charge, Citation, Place, Provision, Sentence, Site, Stage
from kzseparatism.strategies.actors import actors_known_or_new, dating, places_known_or_new
from kzseparatism.strategies.options import check_number, strategy_or
from kzseparatism.strategies.provisions import MOST_YEARS, provisions, terms
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import lines, texts
from kzseparatism.strategies.world import known_or_new, some_of
from kzseparatism.vocab import SiteRelation, StageKind


def _people(
    given: st.SearchStrategy[Actor] | None, name: str = "defendants"
) -> st.SearchStrategy[tuple[Actor, ...]]:
    return some_of(name, Actor, strategy_or(name, given, actors_known_or_new()))


@cache
def _head_counts() -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(1, 1_000)


@st.composite
def sites(
    draw: st.DrawFn,
    *,
    places: st.SearchStrategy[Place] | None = None,
    relations: st.SearchStrategy[SiteRelation] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Site:
    """Generate a place, and what it has to do with a case."""
    return Site(
        citations=draw(cited(citations)),
        place=draw(strategy_or("places", places, places_known_or_new(), Place)),
        relation=draw(strategy_or("relations", relations, st.sampled_from(SiteRelation), str)),
    )


@st.composite
def stages(
    draw: st.DrawFn,
    *,
    kinds: st.SearchStrategy[StageKind] | None = None,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    defendants: st.SearchStrategy[Actor] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Stage:
    """Generate stages of a case, dated or not, of everybody or of some defendants."""
    return Stage(
        citations=draw(cited(citations)),
        kind=draw(strategy_or("kinds", kinds, st.sampled_from(StageKind), str)),
        **draw(dating(dates)),
        defendants=draw(_people(defendants)),
        people=draw(_head_counts()),
    )


@st.composite
def charges(
    draw: st.DrawFn,
    *,
    defendants: st.SearchStrategy[Actor] | None = None,
    provisions: st.SearchStrategy[Provision | None] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Charge:
    """Generate charges, under some provision or none."""
    return Charge(
        citations=draw(cited(citations)),
        offence=draw(lines()),
        provision=draw(
            strategy_or("provisions", provisions, st.none() | _rules(), Provision, NoneType)
        ),
        defendants=draw(_people(defendants)),
    )


@st.composite
def sentences(
    draw: st.DrawFn,
    *,
    convicts: st.SearchStrategy[Actor] | None = None,
    max_years: int = 998,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Sentence:
    """Generate sentences of at most ``max_years``, suspended or not, served or not."""
    check_number("max_years", max_years, MOST_YEARS)
    term = draw(st.none() | terms(max_years=max_years))
    suspended = draw(st.booleans())
    return Sentence(
        citations=draw(cited(citations)),
        convicts=draw(_people(convicts, "convicts")),
        people=draw(_head_counts()),
        term=term,
        suspended=suspended,
        suspended_for=draw(st.none() | terms(max_years=max_years)) if suspended else None,
        facility=draw(texts()),
        served=draw(st.none() | _up_to(term)),
    )


def _up_to(term: Term | None) -> st.SearchStrategy[Term]:
    """Generate how much of a term was served: never more than all of it."""
    if term is None:
        return terms()
    months = term.years * 12 + term.months
    if not months:
        return st.integers(1, term.days).map(lambda days: Term(days=days))
    shorter = st.integers(1, months).map(lambda number: Term(months=number))
    return st.one_of(st.just(term), shorter)


@cache
def _rules() -> st.SearchStrategy[Provision]:
    return known_or_new(Provision, provisions())
