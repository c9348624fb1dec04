"""Draw the figures of the documentation: run it to write the SVG files beside it.

Nothing but the shipped data goes in, and the same data give the same bytes. Each figure brings
its own light background, so that it reads on a light page and on a dark one, and says in words
what it says in colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import kzseparatism as kz

HERE = Path(__file__).parent
Dated = tuple[kz.Statement, kz.FuzzyDate]
WIDTH, LEFT, RIGHT = 360, 16, 344
INK, QUIET, PAPER = "#1b1b1b", "#595959", "#fbfbf8"
COLOURS = {"certain": "#1f5f9e", "possible": "#a04e00", "neither": QUIET}

START, END = "2023-03", "2023-04"
STATEMENTS = (
    "declaration-fictitious-corporation",
    "council-independence-law-sham",
    "satpayev-blames-fsb",
    "experts-on-council",
    "council-heirs-of-the-ussr",
    "borodavkin-nationalists-and-russophobia",
)
# From the notes of the region table: which territory went where, and when.
TRANSFERS = (
    ("kokshetau-region", "KZ-59", "1997-05-03"),
    ("KZ-59", "KZ-11", "1999-04"),
    ("KZ-11", "KZ-71", "1997-10-20"),
    ("KZ-19", "KZ-33", "2022-06-08"),
    ("KZ-35", "KZ-62", "2022-06-08"),
    ("KZ-63", "KZ-10", "2022-06-08"),
    ("KZ-61", "KZ-79", "2018-06-19"),
)


class Axis:
    """A line of days, laid out from the left margin to the right one."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last

    def x(self, day: date) -> float:
        """Return where a day stands; what lies beyond the axis stands at its end."""
        share = (day - self.first) / (self.last - self.first)
        return round(LEFT + (RIGHT - LEFT) * min(1, max(0, share)), 1)


def words(x: float, y: float, text: str, style: str = "") -> str:
    """Return a line of text; ``style`` holds further attributes."""
    return f'<text x="{x}" y="{y}" {style}>{escape(text)}</text>'


def bar(x1: float, x2: float, y: float, style: str) -> str:
    """Return a horizontal bar from ``x1`` to ``x2``, never too narrow to be seen."""
    width = max(x2 - x1, 6)
    start = (x1 + x2 - width) / 2
    return f'<rect x="{start:.1f}" y="{y}" width="{width:.1f}" height="10" rx="3" {style}/>'


def stroke(x1: float, y1: float, x2: float, y2: float, style: str = "") -> str:
    """Return a line."""
    return f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{QUIET}" {style}/>'


def figure(title: str, description: str, height: int, parts: Iterator[str]) -> str:
    """Return an SVG document with a title, a description and a background of its own."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH * 4 // 3}" height="{height * 4 // 3}" role="img" '
        f'aria-labelledby="title description" font-family="sans-serif" font-size="12" '
        f'fill="{INK}">'
    )
    about = f'<title id="title">{escape(title)}</title>'
    more = f'<desc id="description">{escape(description)}</desc>'
    paper = f'<rect width="{WIDTH}" height="{height}" rx="6" fill="{PAPER}"/>'
    return "\n".join([head, about, more, paper, *parts, "</svg>"]) + "\n"


def verdict(statement: kz.Statement, when: kz.FuzzyDate) -> tuple[str, str]:
    """Return whether the queries find a statement in the window, and the reason in a few words."""
    window = kz.Window.of(START, END)
    if kz.statements_between(START, END, match="certain", among=[statement]):
        return "certain", "all inside"
    if not kz.statements_between(START, END, among=[statement]):
        return "neither", "all outside"
    if when.without_qualifier().lies_in(window.start, window.end):
        return "possible", f"marked {when.qualifier}"
    if window.start <= when.earliest:
        return "possible", "may be later"
    return "possible", "may lie outside"


def possible_and_certain() -> str:
    """Return the figure of a window and six dates of different shapes."""
    axis = Axis(date(2022, 12, 1), date(2023, 12, 31))
    dated = [(one, one.date) for one in map(kz.statements.__getitem__, STATEMENTS) if one.date]
    height = 74 + 62 * len(dated)
    told = "; ".join(f"{when} {', '.join(verdict(one, when))}" for one, when in dated)
    return figure(
        "Six dates and the window from March to April 2023",
        f"Which statements lie in the window certainly, possibly, or not: {told}.",
        height,
        _dates(axis, dated, height),
    )


def _dates(axis: Axis, dated: list[Dated], height: int) -> Iterator[str]:
    window, foot = kz.Window.of(START, END), height - 30
    x1, x2 = axis.x(window.start), axis.x(window.end)
    yield f'<rect x="{x1}" y="32" width="{x2 - x1:.1f}" height="{foot - 32}" fill="#dfe6ea"/>'
    yield words(LEFT, 22, f"window: {START} to {END} (shaded)", 'font-weight="bold"')
    for row, (one, when) in enumerate(dated):
        yield from _date(axis, one, when, 50 + 62 * row)
    yield stroke(LEFT, foot, RIGHT, foot)
    for month in (date(2023, 1, 1), date(2023, 4, 1), date(2023, 7, 1), date(2023, 10, 1)):
        yield stroke(axis.x(month), foot, axis.x(month), foot + 5)
        yield words(axis.x(month), foot + 19, f"{month:%Y-%m}", 'text-anchor="middle"')


def _date(axis: Axis, statement: kz.Statement, when: kz.FuzzyDate, y: int) -> Iterator[str]:
    answer, reason = verdict(statement, when)
    colour = COLOURS[answer]
    yield words(LEFT, y, statement.id, f'fill="{QUIET}" font-size="11"')
    yield words(LEFT, y + 16, str(when))
    style = f'text-anchor="end" font-weight="bold" fill="{colour}"'
    yield words(RIGHT, y + 16, f"{answer}: {reason}", style)
    look = f'fill="{colour}"' if answer == "certain" else 'fill="#ffffff" stroke-dasharray="4 2"'
    first, last = axis.x(when.earliest), axis.x(when.latest)
    yield bar(first, last, y + 24, f'{look} stroke="{colour}" stroke-width="1.5"')
    if when.earliest < axis.first:
        yield f'<path d="M4 {y + 29}l10 -6v12z" fill="{colour}"/>'


def succession() -> str:
    """Return the figure of the units that took over territory from others."""
    axis = Axis(date(1991, 12, 16), date(2026, 1, 1))
    lanes = list(dict.fromkeys(unit for pair in TRANSFERS for unit in pair[:2]))
    height = 138 + 38 * len(lanes)
    told = "; ".join(
        f"{kz.regions[old].name} to {kz.regions[new].name}, {when}" for old, new, when in TRANSFERS
    )
    return figure(
        "Units of Kazakhstan that took over territory since independence",
        f"Territory went from {told}. Only Kokshetau region was abolished.",
        height,
        _lanes(axis, lanes, height),
    )


def _lanes(axis: Axis, lanes: list[str], height: int) -> Iterator[str]:
    foot = height - 112
    tops = {unit: 34 + 38 * row for row, unit in enumerate(lanes)}
    for year in (1995, 2005, 2015, 2025):
        x = axis.x(date(year, 1, 1))
        yield stroke(x, 12, x, foot + 6, 'stroke-opacity="0.25"')
        yield words(x, foot + 20, str(year), 'text-anchor="middle"')
    for unit, y in tops.items():
        yield from _unit(axis, kz.regions[unit], y)
    heirs = {heir.id for unit in kz.regions for heir in unit.successors}
    for _, new, when in TRANSFERS:
        yield from _arrow(axis.x(kz.FuzzyDate.of(when).earliest), tops[new], solid=new in heirs)
    yield words(LEFT, foot + 42, "Solid arrow: territory of the abolished region.")
    yield words(LEFT, foot + 56, "Its cases are possibly those of the unit it went to.")
    yield words(LEFT, foot + 78, "Dashed arrow: taken out of a region that still exists.")
    yield words(LEFT, foot + 92, "Nothing is carried over.")


def _unit(axis: Axis, unit: kz.Region, y: int) -> Iterator[str]:
    began, ended = unit.valid_from, unit.valid_to
    came = [kz.FuzzyDate.of(when).earliest for _, new, when in TRANSFERS if new == unit.id]
    early = [axis.x(day) + 8 for day in came if day.year < 2000]
    code = "no code" if unit.former else unit.id
    yield words(max(early, default=LEFT), y - 5, f"{unit.name} ({code})")
    first = axis.first if began is None else began.earliest
    last = axis.last if ended is None else ended.latest
    colour = COLOURS["possible" if unit.former else "certain"]
    yield bar(axis.x(first), axis.x(last), y, f'fill="{colour}"')


def _arrow(x: float, y: int, *, solid: bool) -> Iterator[str]:
    dashes = "" if solid else 'stroke-dasharray="3 3"'
    yield stroke(x, y - 28, x, y - 6, f'stroke-width="2" {dashes}')
    yield f'<path d="M{x} {y}l-5 -8h10z" fill="{QUIET}"/>'


FIGURES = {"possible-and-certain.svg": possible_and_certain, "succession.svg": succession}

if __name__ == "__main__":
    for name, draw in FIGURES.items():
        (HERE / name).write_text(draw(), encoding="utf-8", newline="\n")
