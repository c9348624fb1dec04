"""Wrong implementations of the query for what happened around a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from implementations.mistakes import Mistakes
from implementations.right_statements import WORDS, nearby, plain_loop

WRONG = Mistakes("statements_around")
_DAY = timedelta(1)


@WRONG.told_by("nearness_is_mutual", "the_last_day_within_counts")
def looks_ahead_alone(when: Any, within: Any, **asked: Any) -> Any:
    """Find only what came after."""
    first = kz.FuzzyDate.of(when).earliest
    return [one for one in nearby(when, within, **asked) if one.date.latest >= first]


@WRONG.told_by("nearness_is_mutual", "the_last_day_within_counts")
def looks_back_alone(when: Any, within: Any, **asked: Any) -> Any:
    """Find only what came before."""
    last = kz.FuzzyDate.of(when).latest
    return [one for one in nearby(when, within, **asked) if one.date.earliest <= last]


@WRONG.told_by("the_last_day_within_counts")
def leaves_the_last_day_out(
    when: Any, within: Any, *, match: str = "possible", **asked: Any
) -> Any:
    """End before the last day, as a slice does."""
    centre, found = kz.FuzzyDate.of(when), nearby(when, within, match=match, **asked)
    if centre.is_open:
        return found
    return [one for one in found if one.date.earliest < centre.latest + within]


@WRONG.told_by("one_day_more_is_too_far")
def rounds_the_length_up(when: Any, within: Any, **asked: Any) -> Any:
    """Count a day more than it is given."""
    nearby(when, within, **asked | {"among": ()})
    return nearby(when, within + relativedelta(days=1), **asked)


@WRONG.told_by("a_longer_length_loses_nothing")
def uses_the_length_the_wrong_way_round(
    when: Any, within: Any, *, match: str = "possible", among: Iterable[Any]
) -> Any:
    """Move the first day on and the last day back, so that a length narrows the window."""
    nearby(when, within, match=match, among=())
    centre = kz.FuzzyDate.of(when)
    try:
        return plain_loop(
            centre.earliest + within, centre.latest - within, match=match, among=among
        )
    except (ValueError, OverflowError):
        return []


@WRONG.told_by("no_length_is_the_date_itself")
def takes_no_length_for_no_limit(when: Any, within: Any, **asked: Any) -> Any:
    """Take a length of nothing for no limit."""
    return nearby(when, within or timedelta(10_000), **asked)


@WRONG.told_by("an_uncertain_date_reaches_further")
def counts_from_the_first_day(
    when: Any, within: Any, *, match: str = "possible", **asked: Any
) -> Any:
    """Count from the first day of an uncertain date alone."""
    centre = kz.FuzzyDate.of(when)
    exact = match != "possible" or centre.is_open
    return nearby(centre if exact else centre.earliest, within, match=match, **asked)


@WRONG.told_by("around_a_qualified_date_nothing_is_certain")
def ignores_the_qualifier_of_the_date(when: Any, within: Any, **asked: Any) -> Any:
    """Ignore the qualifier of the date asked about."""
    return nearby(kz.FuzzyDate.of(when).without_qualifier(), within, **asked)


@WRONG.told_by("around_a_qualified_date_much_is_coded")
def finds_nothing_coded_around_a_qualified_date(
    when: Any, within: Any, *, match: str = "possible", **asked: Any
) -> Any:
    """Take what is coded for what is certain, as far as the date asked about goes."""
    found = nearby(when, within, match=match, **asked)
    return [] if match == "coded" and kz.FuzzyDate.of(when).qualifier else found


@WRONG.told_by("coded_lies_between_certain_and_possible")
def takes_coded_for_merely_coded(
    when: Any, within: Any, *, match: str = "possible", among: Iterable[Any]
) -> Any:
    """Leave out of what is coded near a date what is certain."""
    given = list(among)
    found = nearby(when, within, match=match, among=given)
    certain = nearby(when, within, match="certain", among=given)
    return found if match != "coded" else [one for one in found if one not in certain]


@WRONG.told_by("being_wholly_near_is_asked_of_every_day")
def takes_coded_for_possible(
    when: Any, within: Any, *, match: str = "possible", **asked: Any
) -> Any:
    """Take what may be near for what is coded near."""
    return nearby(when, within, match="possible" if match == "coded" else match, **asked)


@WRONG.told_by("months_are_calendar_months")
def takes_a_month_for_thirty_days(when: Any, within: Any, **asked: Any) -> Any:
    """Take a month for thirty days."""
    if isinstance(within, relativedelta):
        within = timedelta(365 * within.years + 30 * within.months + within.days)
    return nearby(when, within, **asked)


@WRONG.told_by("a_negative_length_is_refused")
def finds_nothing_within_less_than_nothing(when: Any, within: Any, **asked: Any) -> Any:
    """Find nothing for a length that is negative, and tell nobody."""
    return [] if within == -_DAY else nearby(when, within, **asked)


@WRONG.told_by("a_negative_length_is_refused")
def turns_a_negative_length_round(when: Any, within: Any, **asked: Any) -> Any:
    """Drop the sign of a length."""
    return nearby(when, abs(within), **asked)


@WRONG.told_by("hours_are_refused")
def drops_hours(when: Any, within: Any, **asked: Any) -> Any:
    """Drop the hours of a length without a word."""
    days = timedelta(within.days) if isinstance(within, timedelta) else within
    return nearby(when, days, **asked)


@WRONG.told_by("the_undated_are_nowhere")
def lets_undated_records_in(when: Any, within: Any, *, among: Iterable[Any], **asked: Any) -> Any:
    """Take a record without a date for one of any day."""
    given = list(among)
    undated = sorted((one for one in given if one.date is None), key=lambda one: str(one.id))
    return [*nearby(when, within, among=given, **asked), *undated]


@WRONG.told_by("certain_implies_possible", "the_definition_is_met")
def takes_possible_for_merely_possible(
    when: Any, within: Any, *, match: str = "possible", among: Iterable[Any]
) -> Any:
    """Leave out of what is possible what is certain."""
    given = list(among)
    found = nearby(when, within, match=match, among=given)
    certain = nearby(when, within, match="certain", among=given)
    return found if match != "possible" else [one for one in found if one not in certain]


@WRONG.told_by("answers_stand_in_order", "the_definition_is_met")
def stands_the_nearest_first(when: Any, within: Any, **asked: Any) -> Any:
    """Sort by distance."""
    centre = kz.FuzzyDate.of(when).earliest
    found = nearby(when, within, **asked)
    return sorted(found, key=lambda one: (abs(one.date.earliest - centre), one.id))


@WRONG.told_by("order_of_records_makes_no_difference")
def stands_as_it_was_given(when: Any, within: Any, *, among: Iterable[Any], **asked: Any) -> Any:
    """Leave records in the order in which they were given."""
    given = list(among)
    return sorted(nearby(when, within, among=given, **asked), key=given.index)


@WRONG.told_by("records_are_read_once_and_left_alone")
def empties_the_list_of_the_caller(
    when: Any, within: Any, *, among: Iterable[Any], **asked: Any
) -> Any:
    """Take the records out of the list that was given."""
    given = list(among)
    if isinstance(among, list):
        among.clear()
    return nearby(when, within, among=given, **asked)


@WRONG.told_by("nothing_is_invented")
def reads_the_shipped_data(when: Any, within: Any, *, among: Iterable[Any], **asked: Any) -> Any:
    """Read the shipped statements, whatever was given."""
    del among
    return nearby(when, within, among=kz.statements, **asked)


@WRONG.told_by("an_unknown_match_is_refused")
def takes_any_word_for_possible(
    when: Any, within: Any, *, match: str = "possible", **asked: Any
) -> Any:
    """Take every word that there is not for "possible"."""
    word = match if match in WORDS else "possible"
    return nearby(when, within, match=word, **asked)


_KEPT: list[Any] = []


@WRONG.told_by("nothing_is_kept_between_calls")
def keeps_records_between_calls(
    when: Any, within: Any, *, among: Iterable[Any], given: list[Any] = _KEPT, **asked: Any
) -> Any:
    """Gather the records in a default, which grows from call to call."""
    given += [one for one in among if one not in given]
    return nearby(when, within, among=given, **asked)
