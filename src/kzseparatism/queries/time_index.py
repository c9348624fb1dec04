"""Dated things in the order of time, ready to be asked for a window of days."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

from kzseparatism.dates import FuzzyDate, Window

_T = TypeVar("_T")

# No day of the calendar has a number of more bits. A float holds two such numbers exactly, and
# Python sorts floats quicker than whole numbers of that size.
_TWO_DAYS = float(1 << 22)
# A range is at most so many times as long as another of its sort. With a larger number there are
# fewer sorts to look at, and more ranges of each that do not fit.
_BITS = 3


class TimeIndex(Generic[_T]):
    """Finds what may lie in a window, and what does so surely. It never changes once made.

    The things stand in the order of answers: by first possible day, last possible day, id. A
    question takes time for the answers that it has, and hardly any for those that it has not: of
    ranges that are about equally long, those that meet a window begin close to it. So each sort of
    length is kept by itself, in the order of first days, and what begins there is found by halving.
    """

    __slots__ = ("_exact", "_sorts", "_things")

    def __init__(self, dated: Iterable[tuple[FuzzyDate, str, _T]]) -> None:
        whens: list[FuzzyDate] = []
        names: list[str] = []
        things: list[_T] = []
        for when, name, thing in dated:
            whens.append(when)
            names.append(name)
            things.append(thing)
        firsts = [when.earliest.toordinal() for when in whens]
        lasts = [when.latest.toordinal() for when in whens]
        days = [first * _TWO_DAYS + last for first, last in zip(firsts, lasts, strict=True)]
        # Sorting keeps what is equal in its place, and ids mostly stand in order already.
        by_id = sorted(range(len(names)), key=names.__getitem__)
        order = sorted(by_id, key=days.__getitem__)
        self._things = [things[at] for at in order]
        self._exact = bytes(not whens[at].qualifier for at in order)
        self._sorts = _sorted_by_length(
            array("i", map(firsts.__getitem__, order)), array("i", map(lasts.__getitem__, order))
        )

    def possible(self, window: Window) -> list[_T]:
        """Return what may lie in a window: its range meets it."""
        return [self._things[at] for at in self._positions(window, inside=False)]

    def coded(self, window: Window) -> list[_T]:
        """Return what lies in a window as it is coded: its range is inside, with a sign or not."""
        return [self._things[at] for at in self._positions(window, inside=True)]

    def certain(self, window: Window) -> list[_T]:
        """Return what certainly lies in a window: its range is inside and has no qualifier."""
        inside = self._positions(window, inside=True)
        return [self._things[at] for at in inside if self._exact[at]]

    def _positions(self, window: Window, *, inside: bool) -> list[int]:
        first, last = window.start.toordinal(), window.end.toordinal()
        found: list[int] = []
        for ranges in self._sorts:
            add = ranges.add_inside if inside else ranges.add_meeting
            add(first, last, found)
        # Each sort has its own in order, and Python merges such runs quickly.
        found.sort()
        return found


class _AboutAsLong:
    """Ranges of days of about the same length, by their first day, with their positions."""

    __slots__ = ("_firsts", "_lasts", "_least", "_most", "_positions")

    def __init__(
        self, size: int, firsts: array[int], lasts: array[int], positions: array[int]
    ) -> None:
        self._firsts = array("i", map(firsts.__getitem__, positions))
        self._lasts = array("i", map(lasts.__getitem__, positions))
        self._positions = positions
        # How many days a range ends after it begins.
        self._least = (1 << _BITS * size) >> _BITS
        self._most = (1 << _BITS * size) - 1

    def add_meeting(self, first: int, last: int, found: list[int]) -> None:
        """Add the positions of the ranges that have a day from ``first`` to ``last``."""
        start = bisect_left(self._firsts, first - self._most)
        # What begins here reaches the first day, or begins after it.
        sure = bisect_left(self._firsts, first - self._least, start)
        stop = bisect_right(self._firsts, last, start)
        doubtful = slice(start, min(sure, stop))
        pairs = zip(self._positions[doubtful], self._lasts[doubtful], strict=True)
        found += [at for at, end in pairs if end >= first]
        found += self._positions[sure:stop]

    def add_inside(self, first: int, last: int, found: list[int]) -> None:
        """Add the positions of the ranges that have no day but from ``first`` to ``last``."""
        start = bisect_left(self._firsts, first)
        # What begins before this ends in time.
        sure = bisect_right(self._firsts, last - self._most, start)
        stop = bisect_right(self._firsts, last - self._least, start)
        found += self._positions[start:sure]
        pairs = zip(self._positions[sure:stop], self._lasts[sure:stop], strict=True)
        found += [at for at, end in pairs if end <= last]


class _WithoutBeginning:
    """Ranges that are open at their start, by their last day, with their positions."""

    __slots__ = ("_lasts", "_positions")

    def __init__(self, lasts: array[int], positions: array[int]) -> None:
        self._lasts = array("i", map(lasts.__getitem__, positions))
        self._positions = positions

    def add_meeting(self, first: int, last: int, found: list[int]) -> None:  # noqa: ARG002 - all begin before it
        """Add the positions of the ranges that reach the day ``first``."""
        found += self._positions[bisect_left(self._lasts, first) :]

    def add_inside(self, first: int, last: int, found: list[int]) -> None:
        """Add the positions of those that end by ``last``, if the window has no beginning too."""
        if first == _FIRST:
            found += self._positions[: bisect_right(self._lasts, last)]


# The number of the first day that there is: it stands for an open start.
_FIRST = 1


def _sorted_by_length(
    firsts: array[int], lasts: array[int]
) -> tuple[_AboutAsLong | _WithoutBeginning, ...]:
    """Return ranges that stand in order, those of each sort of length by themselves."""
    sorts: dict[int, array[int]] = {}
    for at, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        # The number of bits is that of the length, and so is 0 for a day.
        size = -1 if first == _FIRST else -(-(last - first).bit_length() // _BITS)
        positions = sorts.get(size)
        if positions is None:
            positions = sorts[size] = array("i")
        positions.append(at)
    return tuple(
        _WithoutBeginning(lasts, positions)
        if size < 0
        else _AboutAsLong(size, firsts, lasts, positions)
        for size, positions in sorts.items()
    )
