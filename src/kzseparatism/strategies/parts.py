"""What a case is made of: rules of law, sites, stages, charges and sentences."""

from __future__ import annotations

from types import NoneType

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Actor, Charge, Citation, Place, Provision, Sentence, Site, Stage
from kzseparatism.strategies.actors import actor_known_or_new, date_fields
from kzseparatism.strategies.dates import MOST_YEARS, terms
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import check_number
from kzseparatism.strategies.places import place_known_or_new
from kzseparatism.strategies.sources import cited
from kzseparatism.vocab import Force, Penalty, SiteRelation, StageKind

_RELATIONS = st.sampled_from(SiteRelation)
_STAGE_KINDS = st.sampled_from(StageKind)
_HEADS = st.integers(1, 1_000)
_PENALTIES = st.sampled_from(Penalty)
_FINES = st.sampled_from(("1", "100", "1500.50", "0.0001", "99999999999999999"))
_CURRENCIES = st.sampled_from(("KZT", "EUR", "RUB", "XAF"))
# What they shrink to comes first.
_FORCES = st.sampled_from((Force.UNSPECIFIED, Force.DRAFT, Force.IN_FORCE))


def people(
    make: Maker, given: st.SearchStrategy[Actor] | None, name: str = "defendants"
) -> tuple[Actor, ...]:
    """Make up to two actors, known already or new."""
    return make.several(name, given, Actor, actor_known_or_new)


@strategy
def provisions(
    make: Maker,
    *,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    max_years: int | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Provision:
    """Generate rules of laws that nobody passed, with a maximum of ``max_years`` or none at all."""
    if max_years is not None:
        check_number("max_years", max_years, MOST_YEARS)
    longest = max_years if max_years is not None else 99 if make.world.strict else 998
    with_maximum, worded, note = make.flags(3)
    provision = Provision(
        citations=cited(make, citations),
        id=make.record_id("provision"),
        title=make.line(),
        jurisdiction=make.country(),
        offence=make.line(),
        maximum=make.draw(terms(max_years=longest)) if with_maximum else None,
        force=make.draw(_FORCES),
        **date_fields(make, dates, worded=worded),
        note=make.text(wanted=note),
    )
    return make.keep(provision)


@strategy
def sites(
    make: Maker,
    *,
    places: st.SearchStrategy[Place] | None = None,
    relations: st.SearchStrategy[SiteRelation] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Site:
    """Generate a place, and what it has to do with a case."""
    return Site(
        citations=cited(make, citations),
        place=make.one("places", places, Place, place_known_or_new),
        relation=make.one("relations", relations, str, _RELATIONS),
    )


@strategy
def stages(
    make: Maker,
    *,
    kinds: st.SearchStrategy[StageKind] | None = None,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    defendants: st.SearchStrategy[Actor] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Stage:
    """Generate stages of a case, dated or not, of everybody or of some defendants."""
    counted, worded, by_a_body = make.flags(3)
    return Stage(
        citations=cited(make, citations),
        kind=make.one("kinds", kinds, str, _STAGE_KINDS),
        **date_fields(make, dates, worded=worded),
        authority=actor_known_or_new(make) if by_a_body else None,
        defendants=people(make, defendants),
        people=make.draw(_HEADS) if counted else None,
    )


@strategy
def charges(
    make: Maker,
    *,
    defendants: st.SearchStrategy[Actor] | None = None,
    provisions: st.SearchStrategy[Provision | None] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Charge:
    """Generate charges, under some provision or none."""
    (under_a_rule,) = make.flags(1)
    return Charge(
        citations=cited(make, citations),
        offence=make.line(),
        provision=make.one(
            "provisions",
            provisions,
            (Provision, NoneType),
            _provision_known_or_new if under_a_rule else st.none(),
        ),
        defendants=people(make, defendants),
    )


def _provision_known_or_new(make: Maker) -> Provision:
    return make.known_or_new(Provision, provisions)


@strategy
def sentences(
    make: Maker,
    *,
    convicts: st.SearchStrategy[Actor] | None = None,
    penalties: st.SearchStrategy[Penalty] | None = None,
    max_years: int = 998,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Sentence:
    """Generate sentences of at most ``max_years``, suspended or not, served or not, and fines."""
    check_number("max_years", max_years, MOST_YEARS)
    length = terms(max_years=max_years)
    with_term, suspended, suspended_for, served, counted, facility = make.flags(6)
    penalty = Penalty(make.one("penalties", penalties, str, _PENALTIES))
    fined = penalty is Penalty.FINE
    term = make.draw(length) if with_term and not fined else None
    amount = make.draw(_FINES) if with_term and fined else None
    return Sentence(
        citations=cited(make, citations),
        convicts=people(make, convicts, "convicts"),
        people=make.draw(_HEADS) if counted else None,
        penalty=penalty,
        term=term,
        amount=amount,
        currency=make.draw(_CURRENCIES) if amount else None,
        suspended=suspended,
        suspended_for=make.draw(length) if suspended and suspended_for else None,
        facility=make.text(wanted=facility),
        served=_up_to(make, term, max_years) if served else None,
    )


def _up_to(make: Maker, term: Term | None, max_years: int) -> Term:
    """Make how much of a term was served: never more than all of it, or than ``max_years``."""
    if term is None:
        return make.draw(terms(max_years=max_years))
    months = term.years * 12 + term.months
    if not months:
        return Term(days=make.draw(st.integers(1, term.days)))
    number = make.draw(st.integers(0, months))
    return Term(months=number) if number else term
