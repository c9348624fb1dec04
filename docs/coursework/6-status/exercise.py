"""Exercise 6: what could be said on that day? The task stands in README.md."""

from collections.abc import Iterable
from datetime import date

import kzseparatism as kz

# What a stage brings a case to. Alleged conduct, appeal, flight and release bring it nowhere.
BRINGS_TO = {
    kz.StageKind.INVESTIGATION: kz.CaseStatus.INVESTIGATED,
    kz.StageKind.ARREST: kz.CaseStatus.ARRESTED,
    kz.StageKind.CHARGE: kz.CaseStatus.CHARGED,
    kz.StageKind.TRIAL: kz.CaseStatus.TRIED,
    kz.StageKind.ACQUITTAL: kz.CaseStatus.ACQUITTED,
    kz.StageKind.CONVICTION: kz.CaseStatus.CONVICTED,
    kz.StageKind.SENTENCE: kz.CaseStatus.CONVICTED,
    # What is imposed, but not under criminal law. No shipped case has such a stage.
    kz.StageKind.DETENTION: kz.CaseStatus.SANCTIONED,
    kz.StageKind.FINE: kz.CaseStatus.SANCTIONED,
    kz.StageKind.SUSPENSION: kz.CaseStatus.SANCTIONED,
    kz.StageKind.DISMISSAL: kz.CaseStatus.SANCTIONED,
}
NOT_CRIMINAL = [kz.CaseKind.ADMINISTRATIVE, kz.CaseKind.CIVIL]
IN_ORDER = list(kz.CaseStatus)  # from reported to convicted


def last_day(day: object) -> date:
    """Return the last day of a day or period, given as a date, a datetime or text."""
    return kz.Window.of(end=kz.FuzzyDate.of(day)).end


def certain_from(stage: kz.Stage) -> date:
    """Return the first day on which the stage had certainly been reached."""
    # What of a stage that carries no date, a range, or a question mark?
    # stage.citations[0].source.published is the day on which a document that tells it was out.
    if stage.date is None:
        return date.max
    return stage.date.earliest


def furthest(stages: Iterable[kz.Stage]) -> kz.CaseStatus:
    """Return the furthest status that these stages bring a case to."""
    status = kz.CaseStatus.REPORTED
    for stage in stages:
        # Is the stage that stands last also the one that goes furthest?
        status = BRINGS_TO.get(stage.kind, kz.CaseStatus.REPORTED)
    return status


def status_on(case: kz.Case, day: object) -> kz.CaseStatus:
    """Return what a case had certainly come to by the end of a day."""
    end = last_day(day)
    status = furthest(stage for stage in case.stages if certain_from(stage) <= end)
    # Only criminal law convicts.
    if status == kz.CaseStatus.CONVICTED and case.kind in NOT_CRIMINAL:
        return kz.CaseStatus.SANCTIONED
    return status


def grounds(case: kz.Case, day: object) -> list[kz.Citation]:
    """Return the paragraphs on which ``status_on(case, day)`` rests, each once, in any order.

    They are those cited by the stages that had certainly been reached by then and that bring the
    case to just this status. Where the status is "reported", the case's own citations.
    """
    if status_on(case, day) == kz.CaseStatus.REPORTED:
        return list(case.citations)
    # These are too many: which stages count, and by when? And is each given once?
    return [citation for stage in case.stages for citation in stage.citations]
