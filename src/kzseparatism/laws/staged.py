"""Laws about cases, whose dates are those of their stages."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.dated import Dated, some_days
from kzseparatism.laws.law import states
from kzseparatism.laws.made_up import case, stage
from kzseparatism.vocab import StageKind

_YEAR = timedelta(365)


@states("One stage in the window is enough, whichever of a case's stages it is.")
def one_stage_is_enough(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where only the first stage counts, or the last, or all of them must lie there."""
    start, day, end = some_days(draw, 3)
    when = (day, start - _YEAR, end + _YEAR)
    stages = [
        stage(word, FuzzyDate.of(one))
        for word, one in zip(("arrest", "conduct", "trial"), when, strict=True)
    ]
    given = [case("a", stages=draw(st.permutations(stages)))]
    found = ask(start, end, match="possible", among=given)
    ask.same(found, given, f"a, for the arrest was on {day}")


@states("The kind of stage and the window have to fit the same stage.", needs=["stage"])
def a_stage_keeps_its_own_date(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the kind of one stage is paired with the date of another, or ignored."""
    start, day, end = some_days(draw, 3)
    asked, different = draw(st.permutations(list(StageKind)))[:2]
    inside, outside = FuzzyDate.of(day), FuzzyDate.of(end + _YEAR)
    right = case("a", stages=[stage(asked, inside)])
    wrong = case("b", stages=[stage(different, inside), stage(asked, outside)])
    told = draw(st.sampled_from([asked, asked.value]))
    found = ask(start, end, match="possible", stage=told, among=[right, wrong])
    ask.same(found, [right], f"a alone: only there a stage {asked.value} is in the window")


@states("One stage that is certainly in the window is enough for certainty.", needs=["match"])
def one_stage_is_certain(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where all stages have to lie in the window."""
    start, day, end = some_days(draw, 3)
    inside = stage("arrest", FuzzyDate.of(day))
    outside, undated = stage("trial", FuzzyDate.of(end + _YEAR)), stage("flight")
    given = [case("a", stages=draw(st.permutations([inside, outside, undated])))]
    found = ask(start, end, match="certain", among=given)
    ask.same(found, given, f"a, for the arrest was certainly on {day}")


@states("A kind of stage may be asked for certainly.", needs=["match", "stage"])
def a_stage_may_be_asked_for_certainly(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where match is forgotten as soon as a kind is given."""
    start, day, end = some_days(draw, 3)
    certain = case("a", stages=[stage("trial", FuzzyDate.of(day))])
    possible = case("b", stages=[stage("trial", FuzzyDate(day, end + _YEAR))])
    found = ask(start, end, match="certain", stage="trial", among=[certain, possible])
    ask.same(found, [certain], "a alone: the trial of b may have been after the window")


@states("A case without a dated stage is in no window.")
def a_case_without_stages_is_nowhere(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where every case is taken to have a stage, or to be open."""
    given = [case("a"), case("b", stages=[stage("trial")])]
    start, end = some_days(draw, 2)
    if ask(start, end, match="possible", among=given):
        ask.wants("nothing, for no stage has a date")


STAGED = (
    one_stage_is_enough,
    a_stage_keeps_its_own_date,
    one_stage_is_certain,
    a_stage_may_be_asked_for_certainly,
    a_case_without_stages_is_nowhere,
)
