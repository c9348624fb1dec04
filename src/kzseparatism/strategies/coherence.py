"""Cases whose parts fit each other, as the rules between records ask."""

from __future__ import annotations

from datetime import date

import attrs

from kzseparatism.model import Actor, Case, Sentence, Stage
from kzseparatism.strategies.options import each_once

_LONGEST_TERM_IN_MONTHS = 100 * 12


def made_coherent(case: Case) -> Case:
    """Return a case with parts that are about its own people, stand in order and make sense."""
    accused = case.defendants
    others = tuple(actor for actor in case.others if actor not in accused)
    stages = [_own_stage(stage, (*accused, *others)) for stage in case.stages]
    charges = [
        attrs.evolve(charge, defendants=_own(charge.defendants, accused)) for charge in case.charges
    ]
    sentences = [
        _own_sentence(sentence, accused)
        for sentence in case.sentences
        if all(
            length is None or length.total_months <= _LONGEST_TERM_IN_MONTHS
            for length in (sentence.term, sentence.suspended_for, sentence.served)
        )
    ]
    return attrs.evolve(
        case,
        others=others,
        stages=each_once(sorted(stages, key=_first_day)),
        charges=each_once(charges),
        sentences=each_once(sentences),
    )


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
