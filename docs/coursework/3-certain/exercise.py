"""Exercise 3: possible and certain. The task stands in README.md."""

from collections.abc import Iterable
from datetime import date

import kzseparatism as kz


def may_lie_in(when: kz.FuzzyDate, window: kz.Window) -> bool:
    """Return whether a date may lie in a window of days, both ends included."""
    return when.earliest <= window.end and window.start <= when.latest


def lies_in(when: kz.FuzzyDate, window: kz.Window) -> bool:
    """Return whether a date certainly lies in a window of days, both ends included.

    ``when.qualifier`` is "?", "~" or "%" where a date is marked as doubtful, and else "".
    """
    # Which of the two has to hold the other? And what about the mark?
    return when.earliest <= window.start and window.end <= when.latest


def by_time(statement: kz.Statement) -> tuple[date, date, str]:
    """Return what a dated statement is sorted by."""
    return statement.date.earliest, statement.date.latest, statement.id


def statements_between(
    start: object = None,
    end: object = None,
    *,
    match: str = "possible",
    among: Iterable[kz.Statement],
) -> list[kz.Statement]:
    """Return the statements of ``among`` that may lie in a window, or certainly do.

    ``match`` is "possible" or "certain"; any other word has to raise a ValueError.
    """
    window = kz.Window.of(start, end)
    fits = lies_in if match == "certain" else may_lie_in
    found = [one for one in among if one.date is not None and fits(one.date, window)]
    return sorted(found, key=by_time)
