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


STAGED = (one_stage_is_enough, a_stage_keeps_its_own_date)
