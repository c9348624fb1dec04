"""The laws of what a case had certainly come to by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.law import Laws, law
from kzseparatism.laws.near_dates import ONE_DAY, near_dates, near_days
from kzseparatism.laws.records import case, stage
from kzseparatism.laws.trial import Trial
from kzseparatism.model import Case, Stage
from kzseparatism.vocab import CaseKind, CaseStatus, StageKind

status_on: Laws = Laws("status_on")

_PROGRESS = tuple(CaseStatus)
_SANCTIONS = (StageKind.DETENTION, StageKind.FINE, StageKind.SUSPENSION, StageKind.DISMISSAL)
_REACHED = {
    StageKind.INVESTIGATION: CaseStatus.INVESTIGATED,
    StageKind.ARREST: CaseStatus.ARRESTED,
    StageKind.CHARGE: CaseStatus.CHARGED,
    StageKind.TRIAL: CaseStatus.TRIED,
    StageKind.ACQUITTAL: CaseStatus.ACQUITTED,
    StageKind.CONVICTION: CaseStatus.CONVICTED,
    StageKind.SENTENCE: CaseStatus.CONVICTED,
    **dict.fromkeys(_SANCTIONS, CaseStatus.SANCTIONED),
}
_NOT_CRIMINAL = ("administrative", "civil")
_VERDICTS = (StageKind.CONVICTION, StageKind.SENTENCE)
_WITHOUT_WEIGHT = [kind for kind in StageKind if kind not in _REACHED]


def _cases() -> st.SearchStrategy[Case]:
    late = st.sampled_from([FuzzyDate.parse("2024"), FuzzyDate.parse("2023-09")])
    out = st.booleans().flatmap(lambda soon: near_dates(allow_open_ends=False) if soon else late)
    published = st.lists(out, min_size=1, max_size=2, unique=True)
    when = st.none() | st.none() | near_dates()
    stages = st.builds(stage, st.sampled_from(StageKind), when, published=published)
    kinds = st.sampled_from(("prosecution", *CaseKind))
    several = st.lists(stages, max_size=3, unique=True)
    return st.builds(lambda kind, made: case("a", kind=kind, stages=made), kinds, several)


def _furthest(one: Case, stages: Iterable[Stage]) -> CaseStatus:
    reached = [_REACHED.get(part.kind, CaseStatus.REPORTED) for part in stages]
    if one.kind in _NOT_CRIMINAL:
        reached = [min(status, CaseStatus.SANCTIONED, key=_PROGRESS.index) for status in reached]
    return max(reached, key=_PROGRESS.index, default=CaseStatus.REPORTED)


def _published(one: Stage) -> list[date]:
    return [citation.source.published.latest for citation in one.citations]


def _is(trial: Trial, one: Case, day: Any, wanted: CaseStatus) -> None:
    if str(trial.answer(one, day)) != wanted.value:
        trial.fail(wanted.value)


def _status(trial: Trial, one: Case, day: Any) -> CaseStatus:
    word = str(trial.answer(one, day))
    if word not in list(CaseStatus):
        trial.fail(f"one of {', '.join(CaseStatus)}")
    return CaseStatus(word)


def _day_asked_for(trial: Trial, one: Case) -> date:
    edges = [edge for part in one.stages for edge in _edges(part)]
    day = st.sampled_from(edges) | near_days() if edges else near_days()
    return trial.draw(day)


def _edges(one: Stage) -> Iterable[date]:
    ends = _published(one)
    if one.date is not None and not one.date.is_open:
        ends += [one.date.earliest, one.date.latest]
    return [end + step for end in ends for step in (-ONE_DAY, 0 * ONE_DAY, ONE_DAY)]


@law(status_on)
def in_the_end_everything_counts(trial: Trial) -> None:
    """When every document is out, the status is that of all stages."""
    one = trial.draw(_cases())
    last = max((day for part in one.stages for day in _published(part)), default=date(2024, 1, 1))
    _is(trial, one, last, _furthest(one, one.stages))


@law(status_on)
def nothing_is_undone(trial: Trial) -> None:
    """What has been reached is never undone on a later day."""
    one = trial.draw(_cases())
    early, late = sorted((_day_asked_for(trial, one), _day_asked_for(trial, one)))
    before, after = _status(trial, one, early), _status(trial, one, late)
    if _PROGRESS.index(before) > _PROGRESS.index(after):
        trial.fail(f"{before} or further on the later day")


@law(status_on)
def a_stage_counts_from_its_last_day(trial: Trial) -> None:
    """A stage counts from the last day on which it may have happened, not from the first."""
    when = trial.draw(near_dates(allow_open_ends=False, allow_qualifiers=False))
    one = case("a", stages=[stage("arrest", when, published=["2200"])])
    _is(trial, one, when.latest - ONE_DAY, CaseStatus.REPORTED)
    _is(trial, one, when.latest, CaseStatus.ARRESTED)


@law(status_on)
def a_doubtful_date_waits_for_its_document(trial: Trial) -> None:
    """A stage with a doubtful date counts when a document that reports it is surely out."""
    when = FuzzyDate.parse(trial.one_of("2023-05?", "2023-05-30~", "2023%"))
    one = case("a", stages=[stage("conviction", when, published=["2024-03"])])
    _is(trial, one, date(2024, 3, 30), CaseStatus.REPORTED)
    _is(trial, one, date(2024, 3, 31), CaseStatus.CONVICTED)


@law(status_on)
def an_undated_stage_waits_for_its_document(trial: Trial) -> None:
    """A stage without a date counts when a document that reports it is surely out."""
    out = trial.draw(near_dates(allow_open_ends=False))
    one = case("a", stages=[stage("charge", published=[out])])
    _is(trial, one, out.latest - ONE_DAY, CaseStatus.REPORTED)
    _is(trial, one, out.latest, CaseStatus.CHARGED)


@law(status_on)
def the_first_document_is_enough(trial: Trial) -> None:
    """Of several documents that report a stage the first is enough."""
    published = trial.draw(st.permutations(["2023-02", "2023-09"]))
    one = case("a", stages=[stage("trial", published=published)])
    _is(trial, one, date(2023, 2, 28), CaseStatus.TRIED)


@law(status_on)
def some_stages_have_no_weight(trial: Trial) -> None:
    """Alleged conduct, an appeal, a flight and a release leave the status as it is."""
    when, kind = trial.draw(near_days()), trial.one_of(*_WITHOUT_WEIGHT)
    later = stage(kind, when)
    _is(trial, case("a", stages=[later]), when, CaseStatus.REPORTED)
    charged = stage("charge", when - ONE_DAY)
    _is(trial, case("b", stages=[charged, later]), when, CaseStatus.CHARGED)


@law(status_on)
def a_fine_is_no_conviction(trial: Trial) -> None:
    """A fine, a detention, a suspension or a dismissal sanctions, and convicts nobody."""
    when = trial.draw(near_days())
    later = stage(trial.one_of(*_SANCTIONS), when)
    one = case("a", kind=trial.one_of(*CaseKind), stages=[stage("trial", when), later])
    _is(trial, one, when, CaseStatus.SANCTIONED)


@law(status_on)
def only_criminal_law_convicts(trial: Trial) -> None:
    """A verdict or a sentence in an administrative or civil case sanctions, and no more."""
    when, kind = trial.draw(near_days()), trial.one_of(*CaseKind)
    wanted = CaseStatus.SANCTIONED if kind in _NOT_CRIMINAL else CaseStatus.CONVICTED
    _is(trial, case("a", kind=kind, stages=[stage(trial.one_of(*_VERDICTS), when)]), when, wanted)


@law(status_on)
def the_furthest_stage_counts(trial: Trial) -> None:
    """The furthest stage counts, whatever the order in which the stages stand."""
    one = trial.draw(_cases())
    day = _day_asked_for(trial, one)
    found = str(trial.answer(one, day))
    again = case("b", kind=one.kind, stages=trial.draw(st.permutations(one.stages)))
    if str(trial.answer(again, day)) != found:
        trial.fail(f"{found}, as before")


@law(status_on, needs=["text"])
def a_period_means_its_last_day(trial: Trial) -> None:
    """A period as the day means its last day."""
    one = trial.draw(_cases())
    period = trial.draw(near_dates(allow_ranges=False, allow_qualifiers=False))
    exact = str(trial.answer(one, period.latest))
    if str(trial.answer(one, str(period))) != exact:
        trial.fail(f"{exact}, as on {period.latest}")


@law(status_on, needs=["datetimes"])
def a_datetime_is_its_day(trial: Trial) -> None:
    """A datetime stands for its day, whatever its hour."""
    when, clock = trial.draw(near_days()), trial.one_of(time(0), time(23, 59))
    one = case("a", stages=[stage("arrest", when)])
    _is(trial, one, datetime.combine(when - ONE_DAY, clock), CaseStatus.REPORTED)
    _is(trial, one, datetime.combine(when, clock), CaseStatus.ARRESTED)


@law(status_on)
def the_definition_is_met(trial: Trial) -> None:
    """Whatever day is asked for, the status is what the definition says."""
    one = trial.draw(_cases())
    for _ in range(trial.draw(st.integers(1, 20))):
        day = _day_asked_for(trial, one)
        forms: list[Any] = [day]
        if trial.offers("text"):
            periods = near_dates(allow_ranges=False, allow_qualifiers=False).map(str)
            forms += [str(day), FuzzyDate.of(day), trial.draw(periods)]
        if trial.offers("datetimes"):
            forms += [datetime.combine(day, time(0)), datetime.combine(day, time(23, 59))]
        asked = trial.one_of(*forms)
        last = FuzzyDate.of(asked).latest
        told = (part for part in one.stages if _is_reached(part, last))
        _is(trial, one, asked, _furthest(one, told))


def _is_reached(one: Stage, day: date) -> bool:
    exact = one.date is not None and not one.date.qualifier and one.date.latest <= day
    return exact or min(_published(one)) <= day
