"""Wrong implementations of what a case had come to by a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs

import kzseparatism as kz
from implementations.mistakes import Mistakes
from implementations.right_others import reached, status_by, status_of_steps, step_of

WRONG = Mistakes("status_on")
_Counts = Callable[[kz.Stage, date], bool]


def _counting(*laws: str) -> Callable[[_Counts], _Counts]:
    def kept(counts: _Counts) -> _Counts:
        WRONG.add(counts.__name__, counts, status_by(counts), laws)
        return counts

    return kept


def _published(stage: kz.Stage) -> list[date]:
    return [citation.source.published.latest for citation in stage.citations]


@_counting("a_stage_counts_from_its_last_day", "the_definition_is_met")
def counts_from_the_first_day(stage: kz.Stage, day: date) -> bool:
    """Take the first possible day for the day."""
    when = stage.date
    return reached(stage, day) or bool(when and not when.qualifier and when.earliest <= day)


@_counting("a_doubtful_date_waits_for_its_document")
def ignores_the_qualifier(stage: kz.Stage, day: date) -> bool:
    """Ignore the qualifier."""
    return reached(stage, day) or (stage.date is not None and stage.date.latest <= day)


@_counting("an_undated_stage_waits_for_its_document", "in_the_end_everything_counts")
def never_reaches_undated_stages(stage: kz.Stage, day: date) -> bool:
    """Take a stage without a date for one that was never reached."""
    return stage.date is not None and reached(stage, day)


@_counting("an_undated_stage_waits_for_its_document")
def always_reaches_undated_stages(stage: kz.Stage, day: date) -> bool:
    """Take a stage without a date for one that was always reached."""
    return stage.date is None or reached(stage, day)


@_counting("in_the_end_everything_counts", "a_doubtful_date_waits_for_its_document")
def ignores_documents(stage: kz.Stage, day: date) -> bool:
    """Look at the dates of stages alone."""
    return stage.date is not None and not stage.date.qualifier and stage.date.latest <= day


@_counting("the_first_document_is_enough")
def waits_for_the_last_document(stage: kz.Stage, day: date) -> bool:
    """Wait until all documents are out."""
    dated = stage.date is not None and not stage.date.qualifier and stage.date.latest <= day
    return dated or max(_published(stage)) <= day


@_counting("the_first_document_is_enough")
def looks_at_the_document_listed_first(stage: kz.Stage, day: date) -> bool:
    """Look at the document that is listed first."""
    dated = stage.date is not None and not stage.date.qualifier and stage.date.latest <= day
    return dated or _published(stage)[0] <= day


def _certain_by(stage: kz.Stage) -> date:
    when = stage.date
    return min([*_published(stage), *([when.latest] if when and not when.qualifier else [])])


@WRONG.told_by("nothing_is_undone")
def takes_the_last_stage_by_date(case: kz.Case, day: Any) -> str:
    """Take the latest stage for the furthest."""
    last = kz.FuzzyDate.of(day).latest
    stages = sorted((one for one in case.stages if reached(one, last)), key=_certain_by)
    return step_of(stages[-1], case) if stages else "reported"


@WRONG.told_by("the_furthest_stage_counts")
def takes_the_last_stage_listed(case: kz.Case, day: Any) -> str:
    """Take the stage that stands last for the furthest."""
    last = kz.FuzzyDate.of(day).latest
    stages = [one for one in case.stages if reached(one, last)]
    return step_of(stages[-1], case) if stages else "reported"


@WRONG.told_by("a_fine_is_no_conviction")
def convicts_with_a_fine(case: kz.Case, day: Any) -> str:
    """Take a fine for a conviction."""
    fined = [attrs.evolve(one, kind="conviction") for one in case.stages if one.kind == "fine"]
    return status_of_steps(attrs.evolve(case, stages=[*case.stages, *fined]), day)


@WRONG.told_by("a_fine_is_no_conviction", "the_definition_is_met")
def does_not_know_sanctions(case: kz.Case, day: Any) -> str:
    """Take a fine for nothing."""
    known = [one for one in case.stages if step_of(one, case) != "sanctioned"]
    return status_of_steps(attrs.evolve(case, stages=known), day)


@WRONG.told_by("only_criminal_law_convicts")
def ignores_the_kind_of_case(case: kz.Case, day: Any) -> str:
    """Take every verdict for one under criminal law."""
    return status_of_steps(attrs.evolve(case, kind="prosecution"), day)


@WRONG.told_by("some_stages_have_no_weight")
def undoes_with_an_appeal(case: kz.Case, day: Any) -> str:
    """Take an appeal or a release for the end of what was reached."""
    last = kz.FuzzyDate.of(day).latest
    undone = {"appeal", "flight", "release"}
    if any(reached(one, last) and one.kind.value in undone for one in case.stages):
        return "reported"
    return status_of_steps(case, day)


@WRONG.told_by("a_period_means_its_last_day")
def takes_the_first_day_of_a_period(case: kz.Case, day: Any) -> str:
    """Read a month as its first day."""
    return status_of_steps(case, kz.FuzzyDate.of(day).earliest)


@WRONG.told_by("a_datetime_is_its_day")
def waits_for_the_end_of_the_day(case: kz.Case, day: Any) -> str:
    """Compare with midnight, at which the day has not yet been."""
    if isinstance(day, datetime):
        stages = [one for one in case.stages if one.date is None or one.date.latest < day.date()]
        case = attrs.evolve(case, stages=stages)
    return status_of_steps(case, day)
