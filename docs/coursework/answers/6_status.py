"""Answer 6: what a case had certainly come to, and on what grounds."""

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
    # Nobody can tell of what has not happened: when a document that tells it is surely out, the
    # stage has been reached. One document is enough, so that the first of them counts.
    days = [citation.source.published.latest for citation in stage.citations]
    # The date may say it earlier: from its last day on, and only if it is not doubtful.
    if stage.date is not None and stage.date.qualifier == "":
        days.append(stage.date.latest)
    return min(days)


def furthest(stages: Iterable[kz.Stage]) -> kz.CaseStatus:
    """Return the furthest status that these stages bring a case to."""
    # The last stage of a list may be a release, and the list may be in another order.
    reached = [BRINGS_TO.get(stage.kind, kz.CaseStatus.REPORTED) for stage in stages]
    return max(reached, key=IN_ORDER.index, default=kz.CaseStatus.REPORTED)


def status_on(case: kz.Case, day: object) -> kz.CaseStatus:
    """Return what a case had certainly come to by the end of a day."""
    status = furthest(reached_by(case, day))
    # Only criminal law convicts.
    if status == kz.CaseStatus.CONVICTED and case.kind in NOT_CRIMINAL:
        return kz.CaseStatus.SANCTIONED
    return status


def reached_by(case: kz.Case, day: object) -> list[kz.Stage]:
    """Return the stages that had certainly been reached by the end of a day."""
    end = last_day(day)
    return [stage for stage in case.stages if certain_from(stage) <= end]


def grounds(case: kz.Case, day: object) -> list[kz.Citation]:
    """Return the paragraphs on which ``status_on(case, day)`` rests, each once, in any order."""
    status = status_on(case, day)
    if status == kz.CaseStatus.REPORTED:
        return list(case.citations)
    # A sentence and a conviction bring a case to the same status, and both are grounds for it.
    deciding = [one for one in reached_by(case, day) if BRINGS_TO.get(one.kind) == status]
    # dict.fromkeys keeps the order and takes each citation once.
    return list(dict.fromkeys(citation for stage in deciding for citation in stage.citations))
