"""The picture of what is where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kzseparatism.model import Case, Event, Place, Record, Region, Statement
from kzseparatism.model.walk import behind
from kzseparatism.plot.picture import Picture
from kzseparatism.plot.scene import (
    BLUE,
    FAINT,
    INK,
    QUIET,
    Box,
    Label,
    Scene,
    Shape,
    fitted,
    paler,
    wrapped,
)
from kzseparatism.plot.subjects import number_of, subjects
from kzseparatism.plot.tiles import like_a_map, places_of_tiles, short_names
from kzseparatism.queries import CasePart, counts
from kzseparatism.queries.case_parts import places_of
from kzseparatism.queries.question import shipped
from kzseparatism.table import Table

MARGIN, TOP = 14.0, 36.0
_WIDE, _HIGH, _BETWEEN, _STRIP = 78.0, 62.0, 6.0, 9.0
_NARROWEST = 470.0
# How much blue a tile has, from one certain record to the most; its words stay readable on all.
_PALEST, _DARKEST, _HATCH = 0.3, 0.7, 0.45
_REMEDY = "give cases, parts of cases, statements, events or places"


@attrs.frozen(kw_only=True)
class _Unit:
    """A unit, with how many of the records certainly lie in it, and how many more possibly do."""

    region: Region
    name: str
    certain: int = 0
    more: int = 0

    @property
    def number(self) -> str:
        """The numbers as the tile has them: "3", "3 + 2 possible", "2 possible" or "0"."""
        if not self.more:
            return str(self.certain)
        return f"{self.certain} + {self.more} possible" if self.certain else f"{self.more} possible"


def regions(
    records: Iterable[Record | CasePart[Any]],
    *,
    units: Iterable[Region] | None = None,
    title: str = "",
) -> Picture:
    """Return a map of tiles: how many records lie in each unit, "3 + 2 possible".

    The first number is of those that certainly lie there, the second of those that only may: as
    *certain* and *possible* in ``kz.cases_by_region``. A record may be in more than one unit. The
    more are certain, the darker the tile is; what is only possible is a hatched strip. Below the
    map are the former units, and those records that lie in no region: how many have no place, and
    in which countries the places of the others are.

    ``units`` are the units to show, such as ``dataset.regions``. Without them the shipped ones are
    shown, or those behind the records if one of these is not among the shipped ones. The twenty
    units of Kazakhstan stand like on a map, others in the order of their names.

    Raises ``WrongTypeError`` for other kinds of record: they have no place.
    """
    kinds = (Case, CasePart, Statement, Event, Place)
    given = subjects(records, kinds, _REMEDY, names=False)
    shown = _units(given, units)
    numbers = {one.id: one for one in counts(given, by="region")}
    called = short_names(shown)
    tiles = []
    for region in shown:
        one = numbers.get(region.id)
        certain, possible = (one.certain, one.possible) if one else (0, 0)
        name = called[region.id]
        tiles.append(_Unit(region=region, name=name, certain=certain, more=possible - certain))
    outside = _outside(given)
    heading = title or f"Regions: {number_of(given)}"
    return Picture(
        title=heading,
        text="\n".join(_words(tiles, outside, numbers.keys() - called.keys())),
        scene=_scene(heading, tiles, outside),
    )


def _units(given: Table[Any], units: Iterable[Region] | None) -> Table[Region]:
    if units is not None:
        chosen = subjects(units, (Region,), "give regions, such as dataset.regions", names=True)
        return Table(chosen)
    behind_records = {unit.id: unit for unit in behind(given, Region)}
    if all(shipped().regions.get(unit) == one for unit, one in behind_records.items()):
        return shipped().regions
    return Table(sorted(behind_records.values(), key=lambda unit: unit.id))


def _outside(given: Table[Any]) -> Counter[str]:
    """Count the records that lie in no region, by the countries of their places, or "no place"."""
    found: Counter[str] = Counter()
    for record in given:
        places = places_of(record) or ()
        if not any(place.regions for place in places):
            countries = sorted({place.country for place in places})
            found[" and ".join(countries) or "no place"] += 1
    return found


def _words(tiles: list[_Unit], outside: Counter[str], more_units: set[str]) -> Iterator[str]:
    """Yield the text of the picture: units with records, units without, and what is on no tile."""
    for one in tiles:
        if one.certain or one.more:
            yield f"- {_full(one.region)}: {one.certain} certain, {one.more} more possible"
    empty = [_full(one.region) for one in tiles if not (one.certain or one.more)]
    if empty:
        yield f"- none: {', '.join(empty)}"
    yield f"In no region: {_of_no_region(outside)}."
    unseen = sorted(more_units - {"no region"})
    if unseen:
        yield f"Not shown, because they are not among the units: {', '.join(unseen)}."
    today = [one.region for one in tiles if not one.region.former]
    if today and not like_a_map(today):
        yield "The tiles stand in the order of their names, not like on a map."


def _full(region: Region) -> str:
    return f"{region.name} (former)" if region.former else region.name


def _of_no_region(outside: Counter[str]) -> str:
    told = ", ".join(
        f"{number} with {where}" if where == "no place" else f"{number} only in {where}"
        for where, number in sorted(outside.items(), key=lambda one: (-one[1], one[0]))
    )
    return f"{outside.total()} ({told})" if told else "none"


def _scene(heading: str, tiles: list[_Unit], outside: Counter[str]) -> Scene:
    today = [one for one in tiles if not one.region.former]
    former = [one for one in tiles if one.region.former]
    stands = places_of_tiles(one.region for one in today)
    columns = 1 + max((column for column, _ in stands.values()), default=0)
    across = columns * (_WIDE + _BETWEEN) - _BETWEEN
    width = max(across + 2 * MARGIN, _NARROWEST)
    most = max((one.certain for one in tiles), default=0)
    left = (width - across) / 2
    shapes: list[Shape] = []
    y = TOP
    for one in today:
        column, row = stands[one.region.id]
        corner = left + column * (_WIDE + _BETWEEN), TOP + row * (_HIGH + _BETWEEN)
        shapes += _tile(one, *corner, most)
        y = max(y, corner[1] + _HIGH + _BETWEEN)
    if former:
        shapes.append(Label(x=MARGIN, y=y + 16, text="Former units", bold=True))
        fit = int((width - 2 * MARGIN + _BETWEEN) // (_WIDE + _BETWEEN))
        for at, one in enumerate(former):
            top = y + 22 + at // fit * (_HIGH + _BETWEEN)
            shapes += _tile(one, MARGIN + at % fit * (_WIDE + _BETWEEN), top, most)
        y += 22 + -(-len(former) // fit) * (_HIGH + _BETWEEN)
    told = wrapped(f"In no region: {_of_no_region(outside)}", width - 2 * MARGIN, 8, 3)
    shapes += _notes(told, y + 16)
    y += 11 * len(told)
    text = fitted(heading, width - 2 * MARGIN, 11)
    shapes.append(Label(x=MARGIN, y=20, text=text, size=11, bold=True))
    return Scene(width=width, height=y + 45, shapes=tuple(shapes))


def _tile(one: _Unit, x: float, y: float, most: int) -> Iterator[Shape]:
    some = one.certain or one.more
    fill = "#ffffff"
    if one.certain:
        fill = paler(BLUE, _PALEST + (_DARKEST - _PALEST) * one.certain / most)
    yield Box(x=x, y=y, width=_WIDE, height=_HIGH, fill=fill, edge=QUIET if some else FAINT)
    if one.more:
        yield _hatching(x, y + _HIGH - _STRIP, _WIDE)
    for row, line in enumerate(wrapped(one.name, _WIDE - 8, 8, 2)):
        yield Label(x=x + 5, y=y + 13 + 10 * row, text=line, colour=INK if some else QUIET)
    numbers = wrapped(one.number, _WIDE - 8, 8, 2)
    for row, line in enumerate(reversed(numbers)):
        yield Label(x=x + 5, y=y + 47 - 10 * row, text=line, bold=bool(some))


def _hatching(x: float, y: float, width: float) -> Box:
    edge = paler(BLUE, _HATCH)
    return Box(x=x, y=y, width=width, height=_STRIP, fill="#ffffff", edge=edge, hatched=True)


def _notes(told: list[str], y: float) -> Iterator[Shape]:
    """Yield the lines about what is on no tile, and what the blue and the strips mean."""
    for row, line in enumerate(told):
        yield Label(x=MARGIN, y=y + 11 * row, text=line)
    y += 11 * (len(told) - 1)
    yield Box(x=MARGIN, y=y + 11, width=20, height=_STRIP, fill=paler(BLUE, _DARKEST), edge=QUIET)
    yield Label(x=MARGIN + 25, y=y + 18.5, text="the more are certain, the darker", size=7.5)
    yield _hatching(MARGIN + 190, y + 11, 20)
    yield Label(x=MARGIN + 215, y=y + 18.5, text="some are only possible", size=7.5)
