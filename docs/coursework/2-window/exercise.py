"""Exercise 2: statements in a window of days. The task stands in README.md."""

from collections.abc import Iterable

import kzseparatism as kz


def may_lie_in(when: kz.FuzzyDate, window: kz.Window) -> bool:
    """Return whether a date may lie in a window of days, both ends included.

    ``when.earliest`` and ``when.latest`` are the first and the last day that it may be;
    ``window.start`` and ``window.end`` are the first and the last day of the window.
    """
    # Look again: is this the only day that it may be?
    return window.start <= when.earliest < window.end


def statements_between(
    start: object = None, end: object = None, *, among: Iterable[kz.Statement]
) -> list[kz.Statement]:
    """Return the statements of ``among`` that may have been made from ``start`` to ``end``.

    They stand in the order of the earliest day, then of the latest day, then of the id.
    """
    window = kz.Window.of(start, end)  # refuses what is no window; None is an open end
    return [one for one in among if one.date is not None and may_lie_in(one.date, window)]
