"""Answer 3: possible and certain."""

from collections.abc import Iterable
from datetime import date

import kzseparatism as kz


def may_lie_in(when: kz.FuzzyDate, window: kz.Window) -> bool:
    """Return whether a date may lie in a window of days, both ends included."""
    return when.earliest <= window.end and window.start <= when.latest


def lies_in(when: kz.FuzzyDate, window: kz.Window) -> bool:
    """Return whether a date certainly lies in a window of days, both ends included."""
    # Wherever in its range the true day is, it has to be in the window: so the window holds the
    # range. A qualifier says that the range itself is doubtful, and then nothing is certain.
    inside = window.start <= when.earliest and when.latest <= window.end
    return inside and when.qualifier == ""


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
    """Return the statements of ``among`` that may lie in a window, or certainly do."""
    # Without this, "Certain" or "sure" would quietly be answered as "possible".
    if match not in ("possible", "certain"):
        raise ValueError(f'match={match!r} is neither "possible" nor "certain"')
    window = kz.Window.of(start, end)
    fits = lies_in if match == "certain" else may_lie_in
    found = [one for one in among if one.date is not None and fits(one.date, window)]
    return sorted(found, key=by_time)
