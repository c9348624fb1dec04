"""Laws about cases, whose dates are those of their stages."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.law import law
from kzseparatism.laws.records import case, stage
from kzseparatism.laws.trial import Trial
from kzseparatism.laws.windows import cases_between
from kzseparatism.vocab import StageKind

_A_YEAR = timedelta(365)


@law(cases_between)
def one_stage_is_enough(trial: Trial) -> None:
    """One stage in the window is enough, whichever of a case's stages it is."""
    start, day, end = trial.days(3)
    when = (day, start - _A_YEAR, end + _A_YEAR)
    stages = [
        stage(word, one) for word, one in zip(("arrest", "conduct", "trial"), when, strict=True)
    ]
    given = [case("a", stages=trial.draw(st.permutations(stages)))]
    found = trial.ask(start, end, match="possible", among=given)
    trial.want_records(found, given, f"a, for the arrest was on {day}")


@law(cases_between, needs=["stage"])
def a_stage_keeps_its_own_date(trial: Trial) -> None:
    """The kind of stage and the window have to fit the same stage."""
    start, day, end = trial.days(3)
    asked, different = trial.draw(st.permutations(list(StageKind)))[:2]
    inside, outside = day, end + _A_YEAR
    right = case("a", stages=[stage(asked, inside)])
    wrong = case("b", stages=[stage(different, inside), stage(asked, outside)])
    kind = trial.one_of(asked, asked.value)
    found = trial.ask(start, end, match="possible", stage=kind, among=[right, wrong])
    trial.want_records(
        found, [right], f"a alone: only there a stage {asked.value} is in the window"
    )


@law(cases_between, needs=["match"])
def one_stage_is_certain(trial: Trial) -> None:
    """One stage that is certainly in the window is enough for certainty."""
    start, day, end = trial.days(3)
    inside = stage("arrest", day)
    outside, undated = stage("trial", end + _A_YEAR), stage("flight")
    given = [case("a", stages=trial.draw(st.permutations([inside, outside, undated])))]
    found = trial.ask(start, end, match="certain", among=given)
    trial.want_records(found, given, f"a, for the arrest was certainly on {day}")


@law(cases_between, needs=["match", "stage"])
def a_stage_may_be_asked_for_certainly(trial: Trial) -> None:
    """A kind of stage may be asked for certainly."""
    start, day, end = trial.days(3)
    certain = case("a", stages=[stage("trial", day)])
    possible = case("b", stages=[stage("trial", FuzzyDate(day, end + _A_YEAR))])
    found = trial.ask(start, end, match="certain", stage="trial", among=[certain, possible])
    trial.want_records(found, [certain], "a alone: the trial of b may have been after the window")


@law(cases_between)
def a_case_without_stages_is_nowhere(trial: Trial) -> None:
    """A case without a dated stage is in no window."""
    given = [case("a"), case("b", stages=[stage("trial")])]
    start, end = trial.days(2)
    if trial.ask(start, end, match="possible", among=given):
        trial.fail("nothing, for no stage has a date")
