"""Laws about records without a date, and about records with the same one."""

from __future__ import annotations

from hypothesis import strategies as st

from kzseparatism.laws.asking import Ask
from kzseparatism.laws.dated import Dated
from kzseparatism.laws.law import states
from kzseparatism.laws.made_up import dates, some_ids


@states("A record without a date is in no window, possible or certain.")
def the_undated_are_nowhere(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where undated records leak into an answer."""
    given = [*draw(kind.some()), kind.make("undated", None)]
    match = draw(st.sampled_from(["possible", "certain"])) if ask.offers("match") else "possible"
    for record in ask(*kind.question(draw, ask, given), match=match, among=given):
        if kind.date_of(record) is None:
            ask.wants(f"no {record.id}: it has no date")


@states("With undated=True the undated come last, by id, after the possible.", needs=["undated"])
def the_undated_come_last_when_asked_for(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where they come first, or only those of the window come."""
    given = draw(kind.some(min_size=1))
    window = kind.question(draw, ask, given)
    possible = ask(*window, match="possible", among=given)
    undated = kind.sorted([record for record in given if kind.date_of(record) is None])
    found = ask(*window, undated=True, among=given)
    ask.same(found, [*possible, *undated], "the possible, then the undated by id")


@states("Asking for the undated among the certain is a ValueError.", needs=["undated", "match"])
def the_undated_are_never_certain(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the contradiction goes unnoticed."""
    given = draw(kind.some())
    ask.refused(ValueError, None, None, match="certain", undated=True, among=given)


@states("Records of one day, however many, all stay.")
def records_of_one_day_all_stay(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where a dictionary by date, or a set of dates, loses one."""
    when, ids = draw(dates(allow_open_ends=False)), draw(some_ids(min_size=2))
    given = [kind.make(one, when) for one in ids]
    found = ask(when.earliest, when.latest, match="possible", among=given)
    if set(found) != set(given):
        ask.wants("all of the records")


@states("Records with the same date stand in the order of their ids.")
def ties_stand_in_order_of_ids(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where ties stay in the order given."""
    when, ids = draw(dates()), draw(some_ids(min_size=2))
    found = ask(None, None, match="possible", among=[kind.make(one, when) for one in ids])
    ids_in_order = sorted(record.id for record in found)
    if [record.id for record in found] != ids_in_order:
        ask.wants(f"the order {', '.join(ids_in_order)}")
