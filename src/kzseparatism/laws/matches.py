"""Laws about which dates a window holds, possibly and certainly, and about records without one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.law import law
from kzseparatism.laws.near_dates import IDS, ONE_DAY, dates, near_dates, near_days, several_ids
from kzseparatism.laws.trial import Trial
from kzseparatism.laws.windows import BETWEEN, events_between, statements_around, statements_between


def _listed(dates: Iterable[FuzzyDate]) -> str:
    return ", ".join(map(str, dates))


@law(*BETWEEN)
def nothing_is_lost(trial: Trial) -> None:
    """A date whose range touches the window, if only by a day, is possible."""
    given = trial.records(min_size=1)
    start, end = trial.days(2)
    found = trial.ask(start, end, match="possible", among=given)
    for record in given:
        for when in trial.subject.dates_of(record):
            if when.meets(start, end) and record not in found:
                trial.fail(f"{record.id} as well: {when} may be from {start} to {end}")


@law(*BETWEEN)
def nothing_outside_comes_in(trial: Trial) -> None:
    """A date whose range does not touch the window is not possible."""
    given = trial.records(min_size=1)
    start, end = trial.days(2)
    for record in trial.ask(start, end, match="possible", among=given):
        when = trial.subject.dates_of(record)
        if when and not any(one.meets(start, end) for one in when):
            trial.fail(f"no {record.id}: {_listed(when)} can't be from {start} to {end}")


@law(*BETWEEN)
def both_ends_are_included(trial: Trial) -> None:
    """The first and the last day of a window are in it."""
    start, end = trial.days(2)
    first, last = trial.make("a", FuzzyDate.of(start)), trial.make("b", FuzzyDate.of(end))
    found = trial.ask(start, end, match="possible", among=[first, last])
    trial.want_records(
        trial.subject.sorted(found),
        trial.subject.sorted([first, last]),
        "the records of both end days",
    )


@law(*BETWEEN, needs=["match"])
def overlap_is_not_certain(trial: Trial) -> None:
    """A date that reaches out of the window on either side is not certain."""
    _refuse_overlap(trial, "certain")


@law(*BETWEEN, needs=["match", "coded"])
def overlap_is_not_coded(trial: Trial) -> None:
    """A date that reaches out of the window on either side is not coded in it."""
    _refuse_overlap(trial, "coded")


def _refuse_overlap(trial: Trial, match: str) -> None:
    given = trial.records(min_size=1)
    start, end = trial.days(2)
    for record in trial.ask(start, end, match=match, among=given):
        when = trial.subject.dates_of(record)
        if when and not any(start <= one.earliest and one.latest <= end for one in when):
            trial.fail(f"no {record.id}: {_listed(when)} is not wholly from {start} to {end}")


@law(*BETWEEN, needs=["match"])
def containment_is_certain(trial: Trial) -> None:
    """An unqualified date that lies wholly in the window is certain."""
    _want_contained(trial, trial.records(min_size=1, allow_qualifiers=False), "certain")


@law(*BETWEEN, needs=["match", "coded"])
def containment_is_coded(trial: Trial) -> None:
    """A date that lies wholly in the window is coded there, with a qualifier or without."""
    _want_contained(trial, trial.records(min_size=1), "coded")


def _want_contained(trial: Trial, given: list[Any], match: str) -> None:
    start, end = trial.days(2)
    found = trial.ask(start, end, match=match, among=given)
    for record in given:
        for when in trial.subject.dates_of(record):
            if start <= when.earliest and when.latest <= end and record not in found:
                trial.fail(f"{record.id} as well: {when} is wholly from {start} to {end}")


@law(*BETWEEN, needs=["match"])
def a_qualifier_rules_certainty_out(trial: Trial) -> None:
    """A date with a qualifier (? ~ %) is never certain."""
    given = trial.records(min_size=1)
    for record in trial.ask(*trial.question(given), match="certain", among=given):
        when = trial.subject.dates_of(record)
        if when and all(one.qualifier for one in when):
            trial.fail(f"no {record.id}: {_listed(when)} is qualified")


@law(*BETWEEN)
def a_qualifier_moves_nothing(trial: Trial) -> None:
    """A qualifier does not move a date: what is possible is so with and without it."""
    plain = trial.draw(near_dates(allow_qualifiers=False, allow_ranges=False))
    doubtful = FuzzyDate(plain.earliest, plain.latest, trial.one_of(*"?~%"))
    first, last = plain.earliest, plain.latest
    day = trial.one_of(first - ONE_DAY, last + ONE_DAY, first, last)
    found = trial.ask(day, day, match="possible", among=[trial.make("plain", plain)])
    again = trial.ask(day, day, match="possible", among=[trial.make("doubtful", doubtful)])
    if len(again) != len(found):
        trial.fail(f"the same as for {plain} without the qualifier")


@law(*BETWEEN, needs=["match"])
def single_days_are_certain(trial: Trial) -> None:
    """For dates that are single days, possible and certain are the same."""
    days = trial.draw(st.lists(near_days(), min_size=1, max_size=4))
    given = [trial.make(one, FuzzyDate.of(day)) for one, day in zip(IDS, days, strict=False)]
    window = trial.question(given)
    possible = trial.ask(*window, match="possible", among=given)
    certain = trial.ask(*window, match="certain", among=given)
    trial.want_records(certain, possible, "the same records, for nothing about them is uncertain")


@law(*BETWEEN)
def widening_loses_nothing(trial: Trial) -> None:
    """A wider window loses no record."""
    given = trial.records(min_size=1)
    first, start, end, last = trial.days(4)
    match = trial.match()
    narrow = trial.ask(start, end, match=match, among=given)
    wide = trial.ask(first, last, match=match, among=given)
    for record in narrow:
        if record not in wide:
            trial.fail(f"{record.id} again, as the window has grown")


@law(*BETWEEN)
def halves_make_the_whole(trial: Trial) -> None:
    """What is possible in a window is what is possible in its two halves, taken together."""
    start, cut, end = trial.days(3)
    given = [*trial.records(), trial.make("across", FuzzyDate(cut, cut + ONE_DAY))]
    whole = trial.ask(start, end, match="possible", among=given)
    halves = {
        *trial.ask(start, cut, match="possible", among=given),
        *trial.ask(min(cut + ONE_DAY, end), end, match="possible", among=given),
    }
    if set(whole) != halves:
        trial.fail("the records of the two halves together, neither more nor fewer")


@law(*BETWEEN, statements_around)
def the_undated_are_nowhere(trial: Trial) -> None:
    """A record without a date is in no window, possible or certain."""
    given = [*trial.records(), trial.make("undated", None)]
    match = trial.match()
    for record in trial.ask(*trial.question(given), match=match, among=given):
        if not trial.subject.dates_of(record):
            trial.fail(f"no {record.id}: it has no date")


@law(statements_between, events_between, needs=["undated"])
def the_undated_come_last_when_asked_for(trial: Trial) -> None:
    """With undated=True the undated come last, by id, after the possible."""
    given = trial.records(min_size=1)
    window = trial.question(given)
    possible = trial.ask(*window, match="possible", among=given)
    undated = trial.subject.sorted(one for one in given if not trial.subject.dates_of(one))
    found = trial.ask(*window, undated=True, among=given)
    trial.want_records(found, [*possible, *undated], "the possible, then the undated by id")


@law(statements_between, events_between, needs=["undated", "match"])
def the_undated_are_never_certain(trial: Trial) -> None:
    """Asking for the undated among the certain is a ValueError."""
    given = trial.records()
    trial.must_raise(ValueError, None, None, match="certain", undated=True, among=given)


@law(statements_between, events_between, needs=["undated", "match", "coded"])
def the_undated_are_never_coded(trial: Trial) -> None:
    """Asking for the undated among what is coded in a window is a ValueError."""
    given = trial.records()
    trial.must_raise(ValueError, None, None, match="coded", undated=True, among=given)


@law(*BETWEEN)
def records_of_one_day_all_stay(trial: Trial) -> None:
    """Records of one day, however many, all stay."""
    when, ids = trial.draw(dates(allow_open_ends=False)), trial.draw(several_ids(min_size=2))
    given = [trial.make(one, when) for one in ids]
    found = trial.ask(when.earliest, when.latest, match="possible", among=given)
    if set(found) != set(given):
        trial.fail("all of the records")


@law(*BETWEEN)
def ties_stand_in_order_of_ids(trial: Trial) -> None:
    """Records with the same date stand in the order of their ids."""
    when, ids = trial.draw(dates()), trial.draw(several_ids(min_size=2))
    found = trial.ask(None, None, match="possible", among=[trial.make(one, when) for one in ids])
    ids_in_order = sorted(record.id for record in found)
    if [record.id for record in found] != ids_in_order:
        trial.fail(f"the order {', '.join(ids_in_order)}")
