"""The laws of what a case had certainly come to by a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.law import Law, laws_of, states
from kzseparatism.laws.made_up import case, near_dates, single_days, source, stage
from kzseparatism.model import Case, Stage
from kzseparatism.vocab import CaseStatus, StageKind

_PROGRESS = tuple(CaseStatus)
_REACHED = {
    StageKind.INVESTIGATION: CaseStatus.INVESTIGATED,
    StageKind.ARREST: CaseStatus.ARRESTED,
    StageKind.CHARGE: CaseStatus.CHARGED,
    StageKind.TRIAL: CaseStatus.TRIED,
    StageKind.ACQUITTAL: CaseStatus.ACQUITTED,
    StageKind.CONVICTION: CaseStatus.CONVICTED,
    StageKind.SENTENCE: CaseStatus.CONVICTED,
}
_WITHOUT_WEIGHT = [kind for kind in StageKind if kind not in _REACHED]
_DAY = timedelta(1)


def _cases() -> st.SearchStrategy[Case]:
    published = near_dates(allow_open_ends=False)
    documents = st.lists(published, min_size=1, max_size=2, unique=True).map(
        lambda days: [source(f"gazette-{n}", published=day) for n, day in enumerate(days)]
    )
    stages = st.builds(
        lambda kind, when, told: stage(kind, when, *told),
        st.sampled_from(StageKind),
        st.none() | near_dates(),
        documents,
    )
    return st.lists(stages, max_size=3, unique=True).map(lambda made: case("a", stages=made))


def _furthest(stages: Iterable[Stage]) -> CaseStatus:
    reached = (_REACHED.get(one.kind, CaseStatus.REPORTED) for one in stages)
    return max(reached, key=_PROGRESS.index, default=CaseStatus.REPORTED)


def _published(one: Stage) -> list[date]:
    return [citation.source.published.latest for citation in one.citations]


def _is(ask: Ask, one: Case, day: Any, wanted: CaseStatus) -> None:
    ask.know(one)
    if str(ask.value(one, day)) != wanted.value:
        ask.wants(wanted.value)


def _status(ask: Ask, one: Case, day: Any) -> CaseStatus:
    word = str(ask.value(one, day))
    if word not in list(CaseStatus):
        ask.wants(f"one of {', '.join(CaseStatus)}")
    return CaseStatus(word)


def _asked_on(draw: st.DrawFn, one: Case) -> date:
    edges = [edge for part in one.stages for edge in _edges(part)]
    day = st.sampled_from(edges) | single_days() if edges else single_days()
    return draw(day)


def _edges(one: Stage) -> Iterable[date]:
    ends = _published(one)
    if one.date is not None and not one.date.is_open:
        ends += [one.date.earliest, one.date.latest]
    return [end + step for end in ends for step in (-_DAY, timedelta(0), _DAY)]


@states("When every document is out, the status is that of all stages told.")
def in_the_end_everything_counts(draw: st.DrawFn, ask: Ask) -> None:
    """Break where stages without an exact date are never reached."""
    one = draw(_cases())
    last = max((day for part in one.stages for day in _published(part)), default=date(2024, 1, 1))
    _is(ask, one, last, _furthest(one.stages))


@states("What has been reached is never undone on a later day.")
def nothing_is_undone(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the last stage counts instead of the furthest."""
    one = draw(_cases())
    ask.know(one)
    early, late = sorted((_asked_on(draw, one), _asked_on(draw, one)))
    before, after = _status(ask, one, early), _status(ask, one, late)
    if _PROGRESS.index(before) > _PROGRESS.index(after):
        ask.wants(f"{before} or further on the later day")


@states("A stage counts from the last day on which it may have happened, not from the first.")
def a_stage_counts_from_its_last_day(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the first possible day is taken for the day."""
    when = draw(near_dates(allow_open_ends=False, allow_qualifiers=False))
    one = case("a", stages=[stage("arrest", when, source(published="2200"))])
    _is(ask, one, when.latest - _DAY, CaseStatus.REPORTED)
    _is(ask, one, when.latest, CaseStatus.ARRESTED)


@states("A stage with a doubtful date counts when a document that tells it is surely out.")
def a_doubtful_date_waits_for_its_document(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the qualifier is ignored."""
    when = FuzzyDate.parse(draw(st.sampled_from(["2023-05?", "2023-05-30~", "2023%"])))
    one = case("a", stages=[stage("conviction", when, source(published="2024-03"))])
    _is(ask, one, date(2024, 3, 30), CaseStatus.REPORTED)
    _is(ask, one, date(2024, 3, 31), CaseStatus.CONVICTED)


@states("A stage without a date counts when a document that tells it is surely out.")
def an_undated_stage_waits_for_its_document(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a stage without a date is never, or always, reached."""
    out = draw(near_dates(allow_open_ends=False))
    one = case("a", stages=[stage("charge", None, source(published=out))])
    _is(ask, one, out.latest - _DAY, CaseStatus.REPORTED)
    _is(ask, one, out.latest, CaseStatus.CHARGED)


@states("Of several documents that tell a stage the first is enough.")
def the_first_document_is_enough(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the last document is waited for, or the first one listed is taken."""
    early, late = source("early", published="2023-02"), source("late", published="2023-09")
    told_in = draw(st.permutations([early, late]))
    one = case("a", stages=[stage("trial", None, *told_in)])
    _is(ask, one, date(2023, 2, 28), CaseStatus.TRIED)


@states("Alleged conduct, an appeal, a flight and a release leave the status as it is.")
def some_stages_have_no_weight(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the latest stage is taken for the status."""
    when, kind = draw(single_days()), draw(st.sampled_from(_WITHOUT_WEIGHT))
    later = stage(kind, FuzzyDate.of(when))
    _is(ask, case("a", stages=[later]), when, CaseStatus.REPORTED)
    charged = stage("charge", FuzzyDate.of(when - _DAY))
    _is(ask, case("a", stages=[charged, later]), when, CaseStatus.CHARGED)


@states("The furthest stage counts, whatever the order in which the stages stand.")
def the_furthest_stage_counts(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the last stage listed, or dated, is taken."""
    one = draw(_cases())
    day = _asked_on(draw, one)
    found = str(ask.value(one, day))
    again = case("a", stages=draw(st.permutations(one.stages)))
    ask.know(again)
    if str(ask.value(again, day)) != found:
        ask.wants(f"{found}, as before")


@states("A period as the day means its last day.", needs=["text"])
def a_period_means_its_last_day(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a month is read as its first day."""
    one = draw(_cases())
    ask.know(one)
    period = draw(near_dates(allow_ranges=False, allow_qualifiers=False))
    exact = str(ask.value(one, period.latest))
    if str(ask.value(one, str(period))) != exact:
        ask.wants(f"{exact}, as on {period.latest}")


@states("A datetime stands for its day, whatever its hour.", needs=["datetimes"])
def a_datetime_is_its_day(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a stage of the day itself is not yet reached in the morning."""
    when, clock = draw(single_days()), draw(st.sampled_from([time(0), time(23, 59)]))
    one = case("a", stages=[stage("arrest", FuzzyDate.of(when))])
    _is(ask, one, datetime.combine(when - _DAY, clock), CaseStatus.REPORTED)
    _is(ask, one, datetime.combine(when, clock), CaseStatus.ARRESTED)


@states("The status is what the definition says, word for word.")
def the_definition_is_met(draw: st.DrawFn, ask: Ask) -> None:
    """Break where anything else is amiss."""
    one = draw(_cases())
    day = _asked_on(draw, one)
    reached = [
        part
        for part in one.stages
        if min(_published(part)) <= day
        or (part.date is not None and not part.date.qualifier and part.date.latest <= day)
    ]
    _is(ask, one, day, _furthest(reached))


status_on: tuple[Law, ...] = laws_of(
    "status_on",
    (
        in_the_end_everything_counts,
        nothing_is_undone,
        a_stage_counts_from_its_last_day,
        a_doubtful_date_waits_for_its_document,
        an_undated_stage_waits_for_its_document,
        the_first_document_is_enough,
        some_stages_have_no_weight,
        the_furthest_stage_counts,
        a_period_means_its_last_day,
        a_datetime_is_its_day,
        the_definition_is_met,
    ),
)
