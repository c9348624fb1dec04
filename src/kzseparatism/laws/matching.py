"""Laws about which dates a window takes in, possibly and certainly."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.dated import Dated, some_days
from kzseparatism.laws.law import states
from kzseparatism.laws.made_up import IDS, near_dates, single_days

_DAY = timedelta(1)


@states("A date whose range touches the window, if only by a day, is possible.")
def nothing_is_lost(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where containment is asked instead of overlap, or one end alone is compared."""
    given = draw(kind.some(min_size=1))
    start, end = some_days(draw, 2)
    found = ask(start, end, match="possible", among=given)
    for record in given:
        when = kind.date_of(record)
        if when is not None and when.meets(start, end) and record not in found:
            ask.wants(f"{record.id} as well: {when} may be from {start} to {end}")


@states("A date whose range does not touch the window is not possible.")
def nothing_outside_comes_in(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where one end alone is compared."""
    given = draw(kind.some(min_size=1))
    start, end = some_days(draw, 2)
    for record in ask(start, end, match="possible", among=given):
        when = kind.date_of(record)
        if when is not None and not when.meets(start, end):
            ask.wants(f"no {record.id}: {when} can't be from {start} to {end}")


@states("The first and the last day of a window are in it.")
def both_ends_are_included(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where a window is half-open."""
    start, end = some_days(draw, 2)
    first, last = kind.make("a", FuzzyDate.of(start)), kind.make("b", FuzzyDate.of(end))
    found = ask(start, end, match="possible", among=[first, last])
    ask.same(kind.sorted(found), kind.sorted([first, last]), "the records of both end days")


@states("A date that reaches out of the window on either side is not certain.", needs=["match"])
def overlap_is_not_certain(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where overlap is asked instead of containment."""
    given = draw(kind.some(min_size=1))
    start, end = some_days(draw, 2)
    for record in ask(start, end, match="certain", among=given):
        when = kind.date_of(record)
        if when is not None and not (start <= when.earliest and when.latest <= end):
            ask.wants(f"no {record.id}: {when} is not wholly from {start} to {end}")


@states("An unqualified date that lies wholly in the window is certain.", needs=["match"])
def containment_is_certain(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the record has to hold the window instead of lying in it."""
    given = draw(kind.some(min_size=1, allow_qualifiers=False))
    start, end = some_days(draw, 2)
    found = ask(start, end, match="certain", among=given)
    for record in given:
        when = kind.date_of(record)
        if when is not None and when.lies_in(start, end) and record not in found:
            ask.wants(f"{record.id} as well: {when} is wholly from {start} to {end}")


@states("A date with a qualifier (? ~ %) is never certain.", needs=["match"])
def a_qualifier_rules_certainty_out(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the qualifier is ignored."""
    given = draw(kind.some(min_size=1))
    for record in ask(*kind.question(draw, ask, given), match="certain", among=given):
        when = kind.date_of(record)
        if when is not None and when.qualifier:
            ask.wants(f"no {record.id}: {when} is qualified")


@states("A qualifier does not move a date: what is possible is so with and without it.")
def a_qualifier_moves_nothing(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where a doubtful date is widened, or left out."""
    plain = draw(near_dates(allow_qualifiers=False, allow_ranges=False))
    doubtful = FuzzyDate(plain.earliest, plain.latest, draw(st.sampled_from("?~%")))
    first, last = plain.earliest, plain.latest
    day = draw(st.sampled_from([first - _DAY, last + _DAY, first, last]))
    found = ask(day, day, match="possible", among=[kind.make("plain", plain)])
    again = ask(day, day, match="possible", among=[kind.make("doubtful", doubtful)])
    if len(again) != len(found):
        ask.wants(f"the same as for {plain} without the qualifier")


@states("For dates that are single days, possible and certain are the same.", needs=["match"])
def single_days_are_certain(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the two words differ by more than what is uncertain."""
    days = draw(st.lists(single_days(), min_size=1, max_size=4))
    given = [kind.make(one, FuzzyDate.of(day)) for one, day in zip(IDS, days, strict=False)]
    window = kind.question(draw, ask, given)
    possible = ask(*window, match="possible", among=given)
    certain = ask(*window, match="certain", among=given)
    ask.same(certain, possible, "the same records, for nothing about them is uncertain")


@states("A wider window loses no record.")
def widening_loses_nothing(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where a bound cuts the wrong way."""
    given = draw(kind.some(min_size=1))
    first, start, end, last = some_days(draw, 4)
    match = draw(st.sampled_from(["possible", "certain"])) if ask.offers("match") else "possible"
    narrow = ask(start, end, match=match, among=given)
    wide = ask(first, last, match=match, among=given)
    for record in narrow:
        if record not in wide:
            ask.wants(f"{record.id} again, as the window has grown")


@states("What is possible in a window is what is possible in its two halves, taken together.")
def halves_make_the_whole(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where containment is asked instead of overlap."""
    start, cut, end = some_days(draw, 3)
    given = [*draw(kind.some()), kind.make("across", FuzzyDate(cut, cut + _DAY))]
    whole = ask(start, end, match="possible", among=given)
    halves = {
        *ask(start, cut, match="possible", among=given),
        *ask(min(cut + _DAY, end), end, match="possible", among=given),
    }
    if set(whole) != halves:
        ask.wants("the records of the two halves together, neither more nor fewer")


MATCHING = (
    nothing_is_lost,
    nothing_outside_comes_in,
    both_ends_are_included,
    overlap_is_not_certain,
    containment_is_certain,
    a_qualifier_rules_certainty_out,
    a_qualifier_moves_nothing,
    single_days_are_certain,
    widening_loses_nothing,
    halves_make_the_whole,
)
