"""Wrong ways to take a date into a window: everything else about them is right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from implementations.mistakes import Mistakes
from implementations.right_statements import Fits, as_coded, asking, certainly, possibly
from kzseparatism import FuzzyDate

WRONG = Mistakes("statements_between")
_DAY = timedelta(1)


def _taking(match: str, *laws: str) -> Callable[[Fits], Fits]:
    """Return a decorator that makes a query which takes dates in by the function for one word."""

    def kept(fits: Fits) -> Fits:
        WRONG.add(fits.__name__, fits, asking(**{match: fits}), laws)
        return fits

    return kept


_possible, _certain = partial(_taking, "possible"), partial(_taking, "certain")
_coded = partial(_taking, "coded")


@_possible("nothing_is_lost")
def compares_the_first_day_alone(when: FuzzyDate, start: date, end: date) -> bool:
    """Compare the first possible day alone."""
    return start <= when.earliest <= end


@_possible("nothing_is_lost")
def compares_the_last_day_alone(when: FuzzyDate, start: date, end: date) -> bool:
    """Compare the last possible day alone."""
    return start <= when.latest <= end


@_possible("nothing_is_lost", "halves_make_the_whole")
def asks_for_containment(when: FuzzyDate, start: date, end: date) -> bool:
    """Ask for containment where overlap is enough."""
    return start <= when.earliest and when.latest <= end


@_possible("nothing_is_lost", "widening_loses_nothing")
def asks_which_dates_hold_the_window(when: FuzzyDate, start: date, end: date) -> bool:
    """Ask whether the date holds the window."""
    return when.earliest <= start and end <= when.latest


@_possible("nothing_is_lost")
def takes_the_middle_for_the_day(when: FuzzyDate, start: date, end: date) -> bool:
    """Take the middle of the range for the day."""
    return start <= when.earliest + (when.latest - when.earliest) / 2 <= end


@_possible("nothing_is_lost")
def looks_whether_an_end_is_inside(when: FuzzyDate, start: date, end: date) -> bool:
    """Forget the range that begins before the window and ends after it."""
    return start <= when.earliest <= end or start <= when.latest <= end


@_possible("nothing_is_lost")
def compares_text(when: FuzzyDate, start: date, end: date) -> bool:
    """Compare the text of dates, so that a month is before its first day."""
    return str(start) <= str(when) <= str(end)


@_possible("nothing_outside_comes_in", "the_definition_is_met")
def forgets_the_end(when: FuzzyDate, start: date, _end: date) -> bool:
    """Compare with the start of the window alone."""
    return start <= when.latest


@_possible("nothing_outside_comes_in")
def forgets_the_start(when: FuzzyDate, _start: date, end: date) -> bool:
    """Compare with the end of the window alone."""
    return when.earliest <= end


@_possible("nothing_outside_comes_in")
def compares_years(when: FuzzyDate, start: date, end: date) -> bool:
    """Compare years, so that a window is always whole years."""
    return start.year <= when.latest.year and when.earliest.year <= end.year


@_possible("both_ends_are_included")
def half_open_at_the_end(when: FuzzyDate, start: date, end: date) -> bool:
    """End before the last day, as a slice does."""
    return start <= when.latest and when.earliest < end


@_possible("both_ends_are_included")
def half_open_at_the_start(when: FuzzyDate, start: date, end: date) -> bool:
    """Begin after the first day."""
    return start < when.latest and when.earliest <= end


@_possible("a_qualifier_moves_nothing")
def drops_qualified_dates(when: FuzzyDate, start: date, end: date) -> bool:
    """Leave doubtful dates out of what is possible."""
    return when.meets(start, end) and not when.qualifier


@_possible("a_qualifier_moves_nothing")
def widens_qualified_dates(when: FuzzyDate, start: date, end: date) -> bool:
    """Read "about 2023" as a month more on either side."""
    if "~" not in when.qualifier or start == date.min or end == date.max:
        return when.meets(start, end)
    return when.meets(start - 30 * _DAY, end + 30 * _DAY)


@_possible("none_is_an_open_end")
def loses_open_ended_dates(when: FuzzyDate, start: date, end: date) -> bool:
    """Leave out the dates of which one end is open."""
    return when.meets(start, end) and not when.is_open


@_possible("certain_implies_possible")
def takes_possible_for_merely_possible(when: FuzzyDate, start: date, end: date) -> bool:
    """Leave out of what is possible what is certain."""
    return when.meets(start, end) and not when.lies_in(start, end)


@_certain("overlap_is_not_certain")
def overlap_is_certain(when: FuzzyDate, start: date, end: date) -> bool:
    """Ask for overlap where containment is wanted."""
    return when.meets(start, end) and not when.qualifier


@_certain("overlap_is_not_certain")
def certain_by_the_first_day(when: FuzzyDate, start: date, end: date) -> bool:
    """Take the first possible day for the day, and call that certain."""
    return start <= when.earliest <= end and not when.qualifier


@_certain("containment_is_certain")
def holding_the_window_is_certain(when: FuzzyDate, start: date, end: date) -> bool:
    """Mix up what has to lie in what."""
    return when.earliest <= start and end <= when.latest and not when.qualifier


@_certain("a_qualifier_rules_certainty_out")
def ignores_the_qualifier(when: FuzzyDate, start: date, end: date) -> bool:
    """Ignore the qualifier."""
    return start <= when.earliest and when.latest <= end


@_certain("a_qualifier_rules_certainty_out")
def knows_one_qualifier(when: FuzzyDate, start: date, end: date) -> bool:
    """Know the question mark, and no other qualifier."""
    return start <= when.earliest and when.latest <= end and when.qualifier != "?"


@_coded("containment_is_coded")
def a_sign_keeps_from_being_coded(when: FuzzyDate, start: date, end: date) -> bool:
    """Leave what carries a sign out of what is coded in a window."""
    return certainly(when, start, end)


@_coded("overlap_is_not_coded")
def overlap_is_coded(when: FuzzyDate, start: date, end: date) -> bool:
    """Take what meets a window for coded in it."""
    return possibly(when, start, end)


@_coded("overlap_is_not_coded")
def coded_by_the_last_day(when: FuzzyDate, start: date, end: date) -> bool:
    """Look at the last day alone."""
    return start <= when.latest <= end


@_coded("coded_lies_between_certain_and_possible")
def coded_is_what_carries_a_sign(when: FuzzyDate, start: date, end: date) -> bool:
    """Leave what is certain out of what is coded in a window."""
    return as_coded(when, start, end) and bool(when.qualifier)


@_certain("single_days_are_certain")
def certain_is_strictly_inside(when: FuzzyDate, start: date, end: date) -> bool:
    """Take dates at the edge of the window for uncertain."""
    return start < when.earliest and when.latest < end and not when.qualifier
