"""The laws of queries that ask for a window of days."""

from __future__ import annotations

from kzseparatism.laws.answers import ANSWERS
from kzseparatism.laws.bounds import BOUNDS
from kzseparatism.laws.dated import Dated
from kzseparatism.laws.law import Law, laws_of
from kzseparatism.laws.made_up import event, staged, statement
from kzseparatism.laws.matching import MATCHING
from kzseparatism.laws.staged import STAGED
from kzseparatism.laws.undated import (
    records_of_one_day_all_stay,
    the_undated_are_never_certain,
    the_undated_are_nowhere,
    the_undated_come_last_when_asked_for,
    ties_stand_in_order_of_ids,
)

_OF_ALL = (
    *MATCHING,
    *BOUNDS,
    the_undated_are_nowhere,
    records_of_one_day_all_stay,
    ties_stand_in_order_of_ids,
    *ANSWERS,
)
_OF_RECORDS = (
    *_OF_ALL,
    the_undated_come_last_when_asked_for,
    the_undated_are_never_certain,
)
statements_between: tuple[Law, ...] = laws_of("statements_between", _OF_RECORDS, Dated(statement))
events_between: tuple[Law, ...] = laws_of("events_between", _OF_RECORDS, Dated(event))
# Cases have dates by way of their stages, are never asked for undated, and stand in order of id.
cases_between: tuple[Law, ...] = laws_of(
    "cases_between", (*_OF_ALL, *STAGED), Dated(staged, sorts_by_time=False)
)
