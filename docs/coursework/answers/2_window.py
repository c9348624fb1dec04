"""Answer 2: statements in a window of days."""

from collections.abc import Iterable
from datetime import date

import kzseparatism as kz


def may_lie_in(when: kz.FuzzyDate, window: kz.Window) -> bool:
    """Return whether a date may lie in a window of days, both ends included."""
    # Two ranges have no day in common only if one ends before the other begins. This says that
    # neither does. It needs both ends of both, and no list of cases (inside, across, touching).
    return when.earliest <= window.end and window.start <= when.latest


def by_time(statement: kz.Statement) -> tuple[date, date, str]:
    """Return what a dated statement is sorted by."""
    # The id settles ties, so that the answer does not depend on the order in which records come.
    return statement.date.earliest, statement.date.latest, statement.id


def statements_between(
    start: object = None, end: object = None, *, among: Iterable[kz.Statement]
) -> list[kz.Statement]:
    """Return the statements of ``among`` that may have been made from ``start`` to ``end``."""
    window = kz.Window.of(start, end)
    found = [one for one in among if one.date is not None and may_lie_in(one.date, window)]
    # sorted() makes a new list; found.sort() would do as well, but among.sort() would change
    # the list of whoever called.
    return sorted(found, key=by_time)
