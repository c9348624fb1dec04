"""Wrong ways to read the arguments of a query for a window."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import attrs
from dateutil import parser

from implementations.mistakes import Mistakes
from implementations.right_statements import WORDS, plain_loop
from kzseparatism import FuzzyDate

WRONG = Mistakes("statements_between")


@WRONG.told_by("a_period_names_all_its_days")
def reads_months_as_their_first_day(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Read text with a parser that fills in what is missing."""
    first = datetime(2023, 1, 1)  # noqa: DTZ001 - the parser wants a naive one
    days = [
        parser.parse(bound, default=first) if is_month(bound) else bound for bound in (start, end)
    ]
    return plain_loop(*days, **asked)


def is_month(bound: Any) -> bool:
    """Tell whether a bound is the text of a month."""
    return isinstance(bound, str) and bool(re.fullmatch(r"\d{4}-(0\d|1[0-2])", bound))


@WRONG.told_by("a_period_names_all_its_days")
def reads_the_end_as_its_first_day(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Take the first day of the period at the end."""
    plain = end is None or FuzzyDate.of(end).qualifier
    return plain_loop(start, end if plain else FuzzyDate.of(end).earliest, **asked)


@WRONG.told_by("a_period_names_all_its_days")
def cuts_text_to_months(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Cut every text to its year and month."""
    months = [bound[:7] if type(bound) is str else bound for bound in (start, end)]
    return plain_loop(*months, **asked)


@WRONG.told_by("every_form_of_a_bound_is_taken")
def takes_text_and_dates_only(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Refuse a FuzzyDate as a bound."""
    if isinstance(start, FuzzyDate) or isinstance(end, FuzzyDate):
        raise TypeError(start, end)
    return plain_loop(start, end, **asked)


@WRONG.told_by("a_datetime_is_its_day")
def compares_the_time_of_day(
    start: Any = None, end: Any = None, *, among: Any, **asked: Any
) -> Any:
    """Compare the clock as well, so that the first day is lost after midnight."""
    found = plain_loop(start, end, among=among, **asked)
    if not isinstance(start, datetime):
        return found
    first = start.replace(tzinfo=None)
    midnights = {one: datetime.combine(one.date.latest, datetime.min.time()) for one in found}
    return [one for one in found if midnights[one] >= first]


@WRONG.told_by("a_datetime_is_its_day")
def takes_the_day_in_greenwich(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Turn a datetime into UTC, where it may be another day."""
    bounds = [
        one.astimezone(UTC) if isinstance(one, datetime) and one.tzinfo else one
        for one in (start, end)
    ]
    return plain_loop(*bounds, **asked)


@WRONG.told_by("a_reversed_window_is_refused")
def swaps_a_reversed_window(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Swap the bounds of a reversed window."""
    if isinstance(start, date) and isinstance(end, date) and start > end:
        start, end = end, start
    return plain_loop(start, end, **asked)


@WRONG.told_by("a_reversed_window_is_refused")
def finds_nothing_in_a_reversed_window(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Find nothing in a reversed window, and tell nobody."""
    if type(start) is date and type(end) is date and start > end:
        return []
    return plain_loop(start, end, **asked)


@WRONG.told_by("a_qualified_bound_is_refused")
def drops_the_qualifier_of_a_bound(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Drop the qualifier of a bound without a word."""
    bounds = [bound if bound is None else FuzzyDate.of(bound) for bound in (start, end)]
    return plain_loop(*(bound and bound.without_qualifier() for bound in bounds), **asked)


@WRONG.told_by("a_number_is_refused")
def takes_numbers_for_years(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Take a number for a year."""
    return plain_loop(*(str(one) if type(one) is int else one for one in (start, end)), **asked)


@WRONG.told_by("a_number_is_refused")
def takes_a_number_for_the_last_year(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Check the type of the first bound alone."""
    return plain_loop(start, str(end) if type(end) is int else end, **asked)


@WRONG.told_by("none_is_an_open_end")
def begins_today(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """Begin today where no start is given."""
    today = date(2026, 1, 1) if end is None else None
    return plain_loop(today if start is None else start, end, **asked)


@WRONG.told_by("none_is_an_open_end")
def ends_today(start: Any = None, end: Any = None, **asked: Any) -> Any:
    """End today where no end is given."""
    today = None if start is not None else date(2026, 1, 1)
    return plain_loop(start, today if end is None else end, **asked)


@WRONG.told_by("an_unknown_match_is_refused")
def takes_any_word_for_possible(*window: Any, match: str = "possible", **asked: Any) -> Any:
    """Take every word that there is not for "possible"."""
    return plain_loop(*window, match=match if match in WORDS else "possible", **asked)


@WRONG.told_by("the_undated_are_never_certain")
def finds_undated_records_certain(*window: Any, undated: bool = False, **asked: Any) -> Any:
    """Ignore ``undated`` where the match is certain."""
    certain = asked.get("match") == "certain"
    return plain_loop(*window, undated=undated and not certain, **asked)


@WRONG.told_by("the_undated_are_never_coded")
def finds_undated_records_coded(*window: Any, undated: bool = False, **asked: Any) -> Any:
    """Ignore ``undated`` where the match is coded."""
    coded = asked.get("match") == "coded"
    return plain_loop(*window, undated=undated and not coded, **asked)


@WRONG.told_by("the_undated_are_nowhere")
def lets_undated_records_in(*window: Any, undated: bool = False, **asked: Any) -> Any:
    """Take a record without a date for one of any day."""
    return plain_loop(*window, undated=undated or asked.get("match") == "possible", **asked)


@WRONG.told_by("the_undated_are_nowhere")
def takes_no_date_for_the_first_day(*window: Any, among: Any, **asked: Any) -> Any:
    """Fill a missing date in with 1 January 1970."""
    epoch = FuzzyDate.of("1970-01-01")
    given = {one.id: one for one in among}
    filled = [
        attrs.evolve(one, date=epoch, date_basis="printed") if one.date is None else one
        for one in given.values()
    ]
    asked.pop("undated", None)
    return [given[one.id] for one in plain_loop(*window, among=filled, **asked)]


@WRONG.told_by("the_undated_come_last_when_asked_for")
def puts_undated_records_first(*window: Any, **asked: Any) -> Any:
    """Sort no date before every date."""
    return sorted(plain_loop(*window, **asked), key=lambda one: one.date is not None)


@WRONG.told_by("the_undated_come_last_when_asked_for")
def gives_undated_records_alone(*window: Any, undated: bool = False, **asked: Any) -> Any:
    """Give undated records instead of, and not after, the others."""
    found = plain_loop(*window, undated=undated, **asked)
    return [one for one in found if one.date is None] if undated else found
