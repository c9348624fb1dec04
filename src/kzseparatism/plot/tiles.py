"""Where the tile of each unit stands: like on a map, or in the order of names for other units."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt

from kzseparatism.model import Region

# Column and row, from the west and from the north. Neighbours stand beside each other where a grid
# allows it; sizes and borders are not shown.
_KAZAKHSTAN = {
    "KZ-59": (3, 0),
    "KZ-27": (0, 1),
    "KZ-39": (2, 1),
    "KZ-11": (3, 1),
    "KZ-71": (4, 1),
    "KZ-55": (5, 1),
    "KZ-23": (0, 2),
    "KZ-15": (1, 2),
    "KZ-62": (3, 2),
    "KZ-35": (4, 2),
    "KZ-10": (5, 2),
    "KZ-63": (6, 2),
    "KZ-47": (0, 3),
    "KZ-43": (2, 3),
    "KZ-61": (3, 3),
    "KZ-31": (4, 3),
    "KZ-19": (5, 3),
    "KZ-33": (6, 3),
    "KZ-79": (3, 4),
    "KZ-75": (5, 4),
}


def places_of_tiles(units: Iterable[Region]) -> dict[str, tuple[int, int]]:
    """Return the column and the row of each unit's tile, by id, from 0.

    Today's units of Kazakhstan stand like on a map. If there is any other unit among those that
    exist, all stand in the order of their names, row by row, about as wide as high.
    """
    names = {unit.id: unit.name for unit in units}
    if names.keys() <= _KAZAKHSTAN.keys():
        return {unit: _KAZAKHSTAN[unit] for unit in names}
    columns = max(1, ceil(sqrt(len(names))))
    in_order = sorted(names, key=lambda unit: (names[unit], unit))
    return {unit: (at % columns, at // columns) for at, unit in enumerate(in_order)}


def like_a_map(units: Iterable[Region]) -> bool:
    """Return whether the tiles of these units stand like on a map."""
    return {unit.id for unit in units} <= _KAZAKHSTAN.keys()


def short_names(units: Iterable[Region]) -> dict[str, str]:
    """Return what stands on the tile of each unit, by id: its name without the word region.

    The word stays where another unit has the bare name.

    >>> from kzseparatism import regions
    >>> names = short_names(regions)
    >>> names["KZ-59"], names["KZ-19"], names["KZ-75"]
    ('North Kazakhstan', 'Almaty region', 'Almaty')
    """
    names = {unit.id: unit.name for unit in units}
    taken = set(names.values())
    bare = {unit: name.removesuffix(" region") for unit, name in names.items()}
    return {unit: names[unit] if bare[unit] in taken else bare[unit] for unit in names}
