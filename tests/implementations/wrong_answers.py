"""Wrong ways to give an answer: its order, its records, and what is kept for the next one."""

from __future__ import annotations

from functools import partial
from typing import Any

import kzseparatism as kz
from implementations.mistakes import Mistakes
from implementations.right_statements import plain_loop

WRONG = Mistakes("statements_between")


@WRONG.told_by("records_of_one_day_all_stay")
def keeps_one_record_of_a_date(*window: Any, **asked: Any) -> Any:
    """Keep records in a dictionary by date, so that the last of a date is left."""
    return [*{one.date or one.id: one for one in plain_loop(*window, **asked)}.values()]


@WRONG.told_by("answers_stand_in_order")
def stands_in_order_of_id(*window: Any, **asked: Any) -> Any:
    """Sort by id alone."""
    return sorted(plain_loop(*window, **asked), key=lambda one: str(one.id))


@WRONG.told_by("answers_stand_in_order")
def stands_in_order_of_last_days(*window: Any, **asked: Any) -> Any:
    """Sort by the last possible day."""
    found = plain_loop(*window, **asked)
    return sorted(found, key=lambda one: (one.date is None, one.date and one.date.latest, one.id))


@WRONG.told_by("answers_stand_in_order")
def stands_newest_first(*window: Any, **asked: Any) -> Any:
    """Give the newest first."""
    return plain_loop(*window, **asked)[::-1]


@WRONG.told_by("order_of_records_makes_no_difference")
def stands_as_it_was_given(*window: Any, among: Any, **asked: Any) -> Any:
    """Leave records in the order in which they were given."""
    given = list(among)
    return sorted(plain_loop(*window, among=given, **asked), key=given.index)


@WRONG.told_by("ties_stand_in_order_of_ids")
def leaves_ties_as_they_were_given(*window: Any, among: Any, **asked: Any) -> Any:
    """Sort by date and leave ties as they were given."""
    given = list(among)
    found = plain_loop(*window, among=given, **asked)
    dated = sorted((one for one in found if one.date), key=given.index)
    undated = [one for one in found if one.date is None]
    return [*sorted(dated, key=lambda one: one.date.sort_key[:2]), *undated]


@WRONG.told_by("ties_stand_in_order_of_ids")
def sorts_numbers_in_ids(*window: Any, **asked: Any) -> Any:
    """Take the numbers in ids for numbers, so that 2 is before 10."""
    found = plain_loop(*window, **asked)
    return sorted(found, key=lambda one: (_time(one), len(one.id), one.id))


def _time(one: kz.Statement) -> Any:
    return (0, *one.date.sort_key[:2]) if one.date else (1,)


@WRONG.told_by("nothing_is_invented")
def reads_the_shipped_data(*window: Any, among: Any, **asked: Any) -> Any:
    """Read the shipped statements, whatever was given."""
    del among
    return kz.statements_between(*window, **asked)


@WRONG.told_by("nothing_is_invented")
def reads_the_shipped_data_for_none(*window: Any, among: Any = None, **asked: Any) -> Any:
    """Take an empty list for no list."""
    return plain_loop(*window, among=list(among or ()) or kz.statements, **asked)


@WRONG.told_by("nothing_is_invented")
def gives_single_days_twice(*window: Any, **asked: Any) -> Any:
    """Ask for either end of the range in turn, and add the answers up."""
    found = plain_loop(*window, **asked)
    return [one for one in found for day in ("first", "last")[: 1 + _is_single(one)] if day]


def _is_single(one: kz.Statement) -> bool:
    return one.date is not None and one.date.day is not None


_KEPT: list[Any] = []


@WRONG.told_by("nothing_is_kept_between_calls")
def keeps_a_list_between_calls(*window: Any, found: list[Any] = _KEPT, **asked: Any) -> Any:
    """Gather the answer in a default, which grows from call to call."""
    found += [one for one in plain_loop(*window, **asked) if one not in found]
    return list(found)


def _cached() -> Any:
    kept: dict[str, Any] = {}

    def asks_a_cache(*window: Any, **asked: Any) -> Any:
        """Keep answers by their window, whatever records were given."""
        key = repr((window, asked.get("match"), asked.get("undated")))
        answer = partial(plain_loop, *window, **asked)
        return kept[key] if key in kept else kept.setdefault(key, answer())

    return asks_a_cache


WRONG.told_by("nothing_is_kept_between_calls")(_cached())


@WRONG.told_by("records_are_read_once_and_left_alone")
def goes_through_records_twice(*window: Any, among: Any, **asked: Any) -> Any:
    """Count the records first, and find an iterator empty."""
    count = sum(1 for _ in among)
    return plain_loop(*window, among=among, **asked)[:count]


@WRONG.told_by("records_are_read_once_and_left_alone")
def sorts_the_list_of_the_caller(*window: Any, among: Any, **asked: Any) -> Any:
    """Sort the list that was given."""
    if isinstance(among, list):
        among.sort(key=lambda one: str(one.id))
    return plain_loop(*window, among=among, **asked)
