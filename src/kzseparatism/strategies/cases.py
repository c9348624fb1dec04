"""Cases that nobody tried."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import strategies as st

from kzseparatism.dates import Term
from kzseparatism.model import Actor, Case, Charge, Citation, Sentence, Site, Stage
from kzseparatism.model.case import NOT_CRIMINAL
from kzseparatism.model.walk import values
from kzseparatism.strategies import parts
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import check_flag, each_once
from kzseparatism.strategies.sources import cited
from kzseparatism.vocab import CaseKind, CaseStatus, Penalty

_KINDS = st.sampled_from(CaseKind)
_HEADS = st.integers(1, 1_000)
_LONGEST_TERM_IN_MONTHS = 100 * 12


@strategy
def cases(
    make: Maker,
    *,
    kinds: st.SearchStrategy[CaseKind] | None = None,
    defendants: st.SearchStrategy[Actor] | None = None,
    others: st.SearchStrategy[Actor] | None = None,
    sites: st.SearchStrategy[Site] | None = None,
    stages: st.SearchStrategy[Stage] | None = None,
    charges: st.SearchStrategy[Charge] | None = None,
    sentences: st.SearchStrategy[Sentence] | None = None,
    coherent: bool = False,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Case:
    """Generate cases of every kind, at home and abroad, with up to three stages in any order.

    Each option draws one of the elements that its name says; ``st.nothing()`` leaves them out.
    With ``coherent``, the parts of a case are about its own defendants, its stages stand in order,
    no term is longer than a hundred years, and stages and sentences fit the kind of the case, as
    ``kzseparatism.check`` asks; that nothing is
    dated after its documents is left to ``dates`` and ``citations``. They shrink to a case of
    which nothing is known.
    """
    check_flag("coherent", coherent)
    counted, note = make.flags(2)
    case = Case(
        citations=cited(make, citations),
        id=make.record_id("case"),
        title=make.line(),
        kind=make.one("kinds", kinds, str, _KINDS),
        jurisdiction=make.country(),
        summary=make.line(),
        defendants=parts.people(make, defendants),
        others=parts.people(make, others, "others"),
        people=make.draw(_HEADS) if counted else None,
        sites=make.several("sites", sites, Site, parts.sites),
        stages=make.several("stages", stages, Stage, parts.stages, (0, 0, 1, 2, 3)),
        charges=make.several("charges", charges, Charge, parts.charges),
        sentences=make.several("sentences", sentences, Sentence, parts.sentences),
        note=make.text(wanted=note),
    )
    return make.keep(_made_coherent(case) if coherent or make.world.strict else case)


def case_known_or_new(make: Maker) -> Case:
    """Return a case that other records of the test case are about already, or a new one."""
    return make.known_or_new(Case, cases)


def _made_coherent(case: Case) -> Case:
    """Return a case with parts that are about its own people, stand in order and make sense."""
    accused = case.defendants
    others = tuple(actor for actor in case.others if actor not in accused)
    own_stages = [_own_stage(stage, (*accused, *others)) for stage in case.stages]
    own_charges = [
        attrs.evolve(charge, defendants=_own(charge.defendants, accused)) for charge in case.charges
    ]
    own_sentences = [
        _own_sentence(sentence, accused)
        for sentence in case.sentences
        if not any(_is_endless(found.value) for found in values(sentence))
    ]
    coherent = attrs.evolve(
        case,
        others=others,
        stages=each_once(sorted(own_stages, key=_first_day)),
        charges=each_once(own_charges),
        sentences=each_once(own_sentences),
    )
    return _made_lawful(coherent)


def _made_lawful(case: Case) -> Case:
    """Return a case in which what is imposed fits its kind, and has a stage that imposes it."""
    if case.kind is CaseKind.PROSECUTION and case.status is CaseStatus.SANCTIONED:
        alone = ((stage, attrs.evolve(case, stages=(stage,))) for stage in case.stages)
        stages = [one for one, only in alone if only.status is not CaseStatus.SANCTIONED]
        case = attrs.evolve(case, stages=tuple(stages))
    imposed = case.status in (CaseStatus.SANCTIONED, CaseStatus.CONVICTED)
    fitting = [
        one
        for one in case.sentences
        if one.penalty is Penalty.OTHER
        or (imposed and not (one.penalty is Penalty.IMPRISONMENT and case.kind in NOT_CRIMINAL))
    ]
    return attrs.evolve(case, sentences=tuple(fitting))


def _is_endless(value: object) -> bool:
    return isinstance(value, Term) and value.total_months > _LONGEST_TERM_IN_MONTHS


def _own_stage(stage: Stage, people: tuple[Actor, ...]) -> Stage:
    own = _own(stage.defendants, people)
    return attrs.evolve(stage, defendants=own, people=_enough(stage.people, own))


def _own_sentence(sentence: Sentence, people: tuple[Actor, ...]) -> Sentence:
    own = _own(sentence.convicts, people)
    return attrs.evolve(sentence, convicts=own, people=_enough(sentence.people, own))


def _own(named: tuple[Actor, ...], people: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(actor for actor in named if actor in people)


def _enough(counted: int | None, named: tuple[Actor, ...]) -> int | None:
    return None if counted is None else max(counted, len(named))


def _first_day(stage: Stage) -> date:
    return date.min if stage.date is None else stage.date.earliest
