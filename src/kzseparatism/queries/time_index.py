"""Dated things in the order of time, ready to be asked for a window of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import itemgetter
from typing import Generic, TypeVar

from kzseparatism.dates import FuzzyDate, Window

_T = TypeVar("_T")

# How many neighbours are looked at together. Larger is quicker to build and slower to ask.
_BLOCK = 16
# No day of the calendar has a number of more bits.
_BITS = 22
_LAST_DAY = (1 << _BITS) - 1


class TimeIndex(Generic[_T]):
    """Finds what may lie in a window, and what does so surely. It never changes once made.

    The things stand in the order of answers: by first possible day, last possible day, id. A
    question takes time for the answers that it has, and hardly any for those that it has not,
    also where ranges lie inside each other or have an open end.
    """

    __slots__ = ("_dated", "_early", "_exact", "_late")

    def __init__(self, dated: Iterable[tuple[FuzzyDate, str, _T]]) -> None:
        # First day and last day in one number, which sorts quicker than a pair of days.
        entries = [
            (when.earliest.toordinal() << _BITS | when.latest.toordinal(), name, when, thing)
            for when, name, thing in dated
        ]
        entries.sort(key=itemgetter(0, 1))
        self._dated = entries
        self._late: _Line[_T] | None = None
        self._early: _Line[_T] | None = None
        self._exact: _Line[_T] | None = None

    def possible(self, window: Window) -> list[_T]:
        """Return what may lie in a window: its range meets it."""
        if self._late is None:
            self._late = _Line([(days, thing) for days, _, _, thing in self._dated], sign=1)
        first, last = window.start.toordinal(), window.end.toordinal()
        return self._late.between(0, self._late.after(last), first)

    def coded(self, window: Window) -> list[_T]:
        """Return what lies in a window as it is coded: its range is inside, with a sign or not."""
        if self._early is None:
            self._early = _Line([(days, thing) for days, _, _, thing in self._dated], sign=-1)
        return _inside(self._early, window)

    def certain(self, window: Window) -> list[_T]:
        """Return what certainly lies in a window: its range is inside and has no qualifier."""
        if self._exact is None:
            exact = [(days, thing) for days, _, when, thing in self._dated if not when.qualifier]
            self._exact = _Line(exact, sign=-1)
        return _inside(self._exact, window)


class _Line(Generic[_T]):
    """Things by their first day, with a tree over their last days.

    Each level of the tree has the greatest value of every sixteen of the level below, so that a
    block in which nothing can fit is passed over as one. With the sign -1 the last days are counted
    backwards, so that early ends are found instead of late ones.
    """

    __slots__ = ("_firsts", "_levels", "_things")

    def __init__(self, dated: Sequence[tuple[int, _T]], *, sign: int) -> None:
        self._things = [thing for _, thing in dated]
        self._firsts = array("i", [days >> _BITS for days, _ in dated])
        self._levels = [array("i", [sign * (days & _LAST_DAY) for days, _ in dated])]
        while len(self._levels[-1]) > _BLOCK:
            below = self._levels[-1]
            blocks = range(0, len(below), _BLOCK)
            self._levels.append(array("i", [max(below[i : i + _BLOCK]) for i in blocks]))

    def before(self, day: int) -> int:
        """Return the position of the first thing that begins on a day or later."""
        return bisect_left(self._firsts, day)

    def after(self, day: int) -> int:
        """Return the position after the last thing that begins on a day or earlier."""
        return bisect_right(self._firsts, day)

    def between(self, start: int, stop: int, least: int) -> list[_T]:
        """Return the things from ``start`` to before ``stop`` whose value is ``least`` or more."""
        found: list[_T] = []
        if start < stop:
            self._collect(len(self._levels) - 1, start, stop, least, found)
        return found

    def _collect(self, level: int, start: int, stop: int, least: int, found: list[_T]) -> None:
        """Add what fits below the blocks of a level that hold ``start`` to before ``stop``."""
        if level == 0:
            fits = [value >= least for value in self._levels[0][start:stop]]
            found.extend(compress(self._things[start:stop], fits))
            return
        # Neighbouring blocks that may hold something are looked into as one.
        size = _BLOCK**level
        first = start // size
        run = first
        for block, value in enumerate(self._levels[level][first : (stop - 1) // size + 1], first):
            if value < least:
                if run < block:
                    low, high = max(start, run * size), min(stop, block * size)
                    self._collect(level - 1, low, high, least, found)
                run = block + 1
        if run * size < stop:
            self._collect(level - 1, max(start, run * size), stop, least, found)


def _inside(line: _Line[_T], window: Window) -> list[_T]:
    """Return the things of a line by early ends whose range is inside a window."""
    first, last = window.start.toordinal(), window.end.toordinal()
    # A range that begins after the window can't end inside it.
    return line.between(line.before(first), line.after(last), -last)
