"""Units by what they are called, and whether a place lies in one of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, TypeAlias

from kzseparatism.errors import UnknownNameError, WholeCountryError
from kzseparatism.model import Place, Region
from kzseparatism.names.spelling import skeleton

Placement: TypeAlias = Literal["certain", "possible"]


def find_region(name_or_code: str | Region, regions: Iterable[Region]) -> Region:
    """Return the unit among ``regions`` that a name, a code or a former code leads to.

    A Region is returned as it is. Otherwise the first of these steps that leads anywhere decides:
    a code or former code, in capitals or not; the exact name; the name without regard to case,
    accents, script, and to which word for region or city stands before or after it, if any, but
    never a bare name that is another unit's own; the same with the spellings levelled that
    ``skeleton`` levels; a whole word of a name; the forms that ``everyday`` levels, with the
    country before or after the name.

    Raises UnknownNameError or AmbiguousNameError (LookupErrors), of which WholeCountryError for
    the country as a whole, InvalidValueError (a ValueError) for blank text, WrongTypeError (a
    TypeError) for other types.

    >>> from kzseparatism.model import RegionName
    >>> def unit(code, kind, name):
    ...     return Region(id=code, kind=kind, names=[RegionName(text=name, language="en")])
    >>> units = [unit("KZ-19", "region", "Almaty region"), unit("KZ-75", "city", "Almaty")]
    >>> find_region("almaty", units).id, find_region("Almaty Oblast", units).id
    ('KZ-75', 'KZ-19')
    >>> find_region("Kazakhstan", units)
    Traceback (most recent call last):
    ...
    kzseparatism.errors.WholeCountryError: 'Kazakhstan' is the whole country, no region ...
    """
    units = tuple(regions)
    # An index of all spellings takes a while to make, and most questions are well written.
    exact = [unit for unit in units if name_or_code in written(unit)]
    if len(exact) == 1:
        return exact[0]
    from kzseparatism.names.gazetteer import gazetteer  # noqa: PLC0415 - and to import

    return gazetteer(units).find(name_or_code)


def region_called(
    name_or_code: str | Region, regions: Iterable[Region], places: Iterable[Place]
) -> Region:
    """Return what ``find_region`` does, unless the name is that of a country or a town.

    A town among ``places`` that had a region named after it is a town: "Uralsk" is unknown as a
    region. A country in whose regions ``places`` lie is a WholeCountryError, whatever the codes of
    its regions are.
    """
    try:
        found = find_region(name_or_code, regions)
    except WholeCountryError:
        raise
    except UnknownNameError as error:
        from kzseparatism.names.countries import is_country  # noqa: PLC0415 - as above

        if is_country(error.name, {place.country for place in places if place.regions}):
            raise WholeCountryError(error.what, error.name) from None
        raise
    if isinstance(name_or_code, str) and name_or_code not in written(found):
        from kzseparatism.names.gazetteer import is_bare_former  # noqa: PLC0415 - as above

        if is_bare_former(name_or_code, found) and is_place(name_or_code, places):
            raise UnknownNameError("region", name_or_code)
    return found


def is_place(name: str, places: Iterable[Place]) -> bool:
    """Return whether a text is the whole name of a place, not a word of it."""
    spelt = skeleton(name)
    return any(spelt in map(skeleton, (one.id, one.name, *one.aliases)) for one in places)


def written(unit: Region) -> tuple[object, ...]:
    """Return the codes and names of a unit as the table writes them."""
    return (unit.id, *unit.former_codes, *(name.text for name in unit.names))


def placement(units: tuple[Region, ...], queried: Region) -> Placement | None:
    """Return how surely a place that lies in one of ``units`` lies in the queried unit.

    "certain" if every one of them is the queried unit; "possible" if one of them is, or is a
    former unit whose territory went to it, directly or not; None if neither, and for no units.
    Units are told apart by their ids. What lies in a unit of today is never placed in a former one.
    """
    return placements(units).get(queried.id)


# Many sites and statements are about one place; its units may be at the head of many others.
@lru_cache(maxsize=128)
def placements(units: tuple[Region, ...]) -> dict[str, Placement]:
    """Return the id of every unit that a place in one of ``units`` may lie in, and how surely."""
    placed: dict[str, Placement] = {}
    waiting = list(units)
    while waiting:
        unit = waiting.pop()
        if unit.id not in placed:
            placed[unit.id] = "possible"
            waiting.extend(unit.successors)
    if len({unit.id for unit in units}) == 1:
        placed[units[0].id] = "certain"
    return placed


def lies_in_region(places: Iterable[Place], queried: Region, *, certainly: bool) -> bool:
    """Return whether one of some places lies in a region, certainly or at least possibly."""
    enough = ("certain",) if certainly else ("certain", "possible")
    return any(placement(place.regions, queried) in enough for place in places)
