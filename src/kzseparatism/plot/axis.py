"""Days along a line: where each stands, what a date looks like there, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.plot.scene import (
    BLUE,
    FAINT,
    GREEN,
    INK,
    QUIET,
    RUST,
    Box,
    Dot,
    Label,
    Line,
    Mark,
    Shape,
    paler,
    width_of,
)

GAP, FOOT = 16.0, 34.0
# A short range is that much longer than high: it is no square, which is the mark of an event.
_SHORTEST = 1.7
# How much of its colour a bar keeps: a day is darker than a range, and a range than a doubt.
_RANGE, _ROOM = 0.55, 14.0
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MOST_TICKS = 9


def mark_of(kind: str) -> tuple[Mark, str]:
    """Return the mark and the colour of a statement, of an event, or else of a stage of a case."""
    if kind == "statement":
        return "circle", BLUE
    return ("square", RUST) if kind == "event" else ("diamond", GREEN)


@attrs.frozen
class Axis:
    """A line of days from ``left`` to ``right``; what is open goes on to the edge of its room."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day stands; the ends of the calendar stand at the edge of the room."""
        if day == date.min:
            return self.left - _ROOM
        if day == date.max:
            return self.right + _ROOM
        return self.left + (self.right - self.left) * (
            (day - self.first) / (self.last - self.first)
        )

    def span(self, when: FuzzyDate, height: float) -> tuple[float, float]:
        """Return where a date begins and ends, never too narrow to be seen beside its height."""
        start, end = self.x(when.earliest), self.x(when.latest)
        more = max(0.0, _SHORTEST * height - (end - start)) / 2
        return start - more, end + more

    def packed(self, dates: Iterable[FuzzyDate], height: float) -> Iterator[tuple[FuzzyDate, int]]:
        """Yield dates, each with the first depth from 0 at which no other is in its way."""
        free: list[float] = []
        for when in sorted(dates, key=lambda one: (one.earliest, one.latest, one.qualifier)):
            start, end = self.span(when, height)
            depth = next((at for at, x in enumerate(free) if x < start), len(free))
            free[depth : depth + 1] = [end + 2]
            yield when, depth

    def entry(
        self, when: FuzzyDate, y: float, height: float, mark: Mark, colour: str
    ) -> Iterator[Shape]:
        """Yield what a date looks like, ``y`` being the middle of its row."""
        fill = "#ffffff" if when.qualifier else colour
        if when.earliest == when.latest:
            x, radius = self.x(when.earliest), height * 0.48
            yield Dot(x=x, y=y, radius=radius, mark=mark, fill=fill, edge=colour)
            return
        start, end = self.span(when, height)
        inner = max(start, self.left - 4), min(end, self.right + 4)
        yield Box(
            x=inner[0],
            y=y - height / 2,
            width=inner[1] - inner[0],
            height=height,
            fill="#ffffff" if when.qualifier else paler(colour, _RANGE),
            edge=paler(colour, 0.75) if when.qualifier else colour,
            hatched=when.qualifier != "",
        )
        if when.earliest == date.min:
            yield Line(points=((inner[0], y), (start, y)), colour=colour, width=1.1, arrow=True)
        if when.latest == date.max:
            yield Line(points=((inner[1], y), (end, y)), colour=colour, width=1.1, arrow=True)

    def ticks(self, top: float, bottom: float) -> Iterator[Shape]:
        """Yield a line and its words for some days, at most nine, and the line below them all."""
        for day, text in _ticks(self.first, self.last):
            x = self.x(day)
            yield Line(points=((x, top), (x, bottom + 3)), colour=FAINT, width=0.6)
            yield Label(x=x, y=bottom + 13, text=text, size=7.5, colour=QUIET, align="center")
        ends = (self.left - _ROOM, bottom), (self.right + _ROOM, bottom)
        yield Line(points=ends, colour=QUIET)


def axis_of(dates: Iterable[FuzzyDate], left: float, right: float) -> Axis:
    """Return an axis between two edges that has every known end of the dates, and some room."""
    ends = [day for when in dates for day in (when.earliest, when.latest)]
    known = [day for day in ends if day not in (date.min, date.max)]
    first, last = min(known, default=date(2000, 1, 1)), max(known, default=date(2001, 1, 1))
    # Days so close to each other that there would be no line between them.
    if (last - first).days < 20:
        wider = timedelta(days=10)
        first = first - wider if first - date.min > wider else first
        last = last + wider if date.max - last > wider else last
    return Axis(first, last, left + _ROOM, right - 14 - _ROOM)


def _ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    years = last.year - first.year
    if years >= 3:
        step = next(step for step in _YEARS if years / step <= _MOST_TICKS - 1)
        for year in range(-(-first.year // step) * step, last.year + 1, step):
            if year >= 1 and date(year, 1, 1) >= first:
                yield date(year, 1, 1), f"{year:04}"
        return
    months = [first.year * 12 + first.month - 1, last.year * 12 + last.month - 1]
    if months[1] - months[0] >= 3:
        step = next(step for step in (1, 2, 3, 6, 12) if (months[1] - months[0]) / step <= 6)
        for number in range(-(-months[0] // step) * step, months[1] + 1, step):
            day = date(number // 12, number % 12 + 1, 1)
            if day >= first:
                yield day, f"{day:%Y-%m}"
        return
    step = next(step for step in (1, 2, 5, 7, 14, 21) if (last - first).days / step <= 6)
    for days in range(0, (last - first).days + 1, step):
        day = first + timedelta(days=days)
        yield day, f"{day:%m-%d}" if days else f"{day}"


def legend(x: float, y: float) -> Iterator[Shape]:
    """Yield what the marks mean, in two lines of which the first stands at ``y``."""
    kinds = ("statement", "event", "stage of a case")
    for at, kind in zip((x, x + 96, x + 172), kinds, strict=True):
        mark, colour = mark_of(kind)
        yield Dot(x=at + 5, y=y - 3, radius=3.6, mark=mark, fill=colour, edge=colour)
        yield Label(x=at + 14, y=y, text=kind, size=7.5)
    samples = (
        ("a day", "2000-01-06", 14),
        ("a day, doubtful", "2000-01-06?", 14),
        ("a range", "2000-01", 28),
        ("a range, doubtful", "2000-01?", 28),
        ("open at one end", "[2000-01-05..]", 42),
    )
    at = x
    for text, written, wide in samples:
        axis = Axis(date(2000, 1, 1), date(2000, 1, 31), at, at + 22)
        yield from axis.entry(FuzzyDate.parse(written), y + 13, 7.2, "circle", INK)
        yield Label(x=at + wide, y=y + 16, text=text, size=7.5)
        at += wide + 18 + width_of(text, 7.5)
