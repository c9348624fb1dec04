"""What was imposed, and by which law: the kind of a case, its stages and its sentences agree."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem
from kzseparatism.integrity.located import located
from kzseparatism.model import Case
from kzseparatism.model.case import NOT_CRIMINAL
from kzseparatism.vocab import CaseKind, CaseStatus, Penalty

_IMPOSED = (CaseStatus.SANCTIONED, CaseStatus.CONVICTED)


def criminal_law_convicts(dataset: Dataset) -> Iterator[Problem]:
    """No prosecution is *sanctioned* only: what criminal law imposes is a conviction."""
    for place in located(dataset, Case):
        case = place.record
        if case.kind is CaseKind.PROSECUTION and case.status is CaseStatus.SANCTIONED:
            for index, stage in enumerate(case.stages):
                if attrs.evolve(case, stages=(stage,)).status is CaseStatus.SANCTIONED:
                    message = (
                        f"the stage {stage.kind.value} is not of criminal law, and the case is a "
                        "prosecution; if a criminal court imposed it, write the stages conviction "
                        "and sentence, else let the case be administrative or civil"
                    )
                    yield place.problem(message, f".stages[{index}]")
                    break


def sentences_have_a_stage(dataset: Dataset) -> Iterator[Problem]:
    """No case has a sentence and no stage that imposed it, of which its status would know.

    The penalty *other* may stand alone: a document may tell of it and not say who imposed it.
    """
    for place in located(dataset, Case):
        case = place.record
        if case.status not in _IMPOSED:
            for index, sentence in enumerate(case.sentences):
                if sentence.penalty is not Penalty.OTHER:
                    kinds = sentence.penalty.value if case.kind in NOT_CRIMINAL else "conviction"
                    message = (
                        f"has a sentence, but the status of the case is {case.status.value}; add "
                        f"the stage that imposed it ({kinds} or sentence)"
                    )
                    yield place.problem(message, f".sentences[{index}]")
                    break


def only_criminal_law_imprisons(dataset: Dataset) -> Iterator[Problem]:
    """No sentence of an administrative or a civil case is imprisonment."""
    for place in located(dataset, Case):
        kind = place.record.kind
        if kind in NOT_CRIMINAL:
            for index, sentence in enumerate(place.record.sentences):
                if sentence.penalty is Penalty.IMPRISONMENT:
                    message = (
                        f"imprisonment is of criminal law, and the case is {kind.value}; name the "
                        "penalty (detention, fine), or let the case be a prosecution"
                    )
                    yield place.problem(message, f".sentences[{index}].penalty")
