"""Kazakhstan's units by name and code, and whether a place lies in one of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, TypeAlias

from kzseparatism.errors import WholeCountryError
from kzseparatism.model import Region
from kzseparatism.names.index import IndexEntry, NameIndex, check_name, only_one
from kzseparatism.names.spelling import fold, skeleton
from kzseparatism.vocab import RegionKind

Placement: TypeAlias = Literal["certain", "possible"]

_WHAT = "region"
_REGION_WORDS = "region oblast oblys oblysy obl province"
_CITY_WORDS = "city gorod qala qalasy g q"
_KIND_WORDS = {
    skeleton(word): kind.value
    for kind, words in ((RegionKind.REGION, _REGION_WORDS), (RegionKind.CITY, _CITY_WORDS))
    for word in words.split()
}
_COUNTRY = {
    skeleton(name)
    for name in (
        "KZ",
        "KAZ",
        "Kazakhstan",
        "Republic of Kazakhstan",
        "Qazaqstan",
        "Qazaqstan Respublikasy",
        "Respublika Kazakhstan",
    )
}


def find_region(name_or_code: str | Region, regions: Iterable[Region]) -> Region:
    """Return the unit among ``regions`` that a name, a code or a former code leads to.

    A Region is returned as it is. Otherwise the first of these steps that leads anywhere decides:
    a code or former code, in capitals or not; the exact name; the name without regard to case,
    accents, script, and to which word for region or city stands before or after it, if any, but
    never a bare name that is another unit's own; the same with the spellings levelled that
    ``skeleton`` levels; a whole word of a name.

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
    exact = [unit for unit in units if name_or_code in _written(unit)]
    return exact[0] if len(exact) == 1 else _gazetteer(units).find(name_or_code)


def _written(unit: Region) -> tuple[object, ...]:
    return (unit.id, *unit.former_codes, *(name.text for name in unit.names))


class Gazetteer:
    """A table of units prepared for look-up. It never changes once made."""

    __slots__ = ("_by_code", "_index")

    def __init__(self, regions: Iterable[Region]) -> None:
        units = tuple(regions)
        owned = {skeleton(name.text) for unit in units for name in unit.names}
        entries = [_entry(unit, owned) for unit in units]
        self._index = NameIndex(_WHAT, entries, keys=(_plain, _plain_skeleton))
        self._by_code: dict[str, dict[str, IndexEntry[Region]]] = {}
        for entry in entries:
            for code in (entry.id, *entry.record.former_codes):
                self._by_code.setdefault(code.upper(), {})[entry.id] = entry

    def find(self, name_or_code: str | Region) -> Region:
        """Return the unit that a name or code leads to, as ``find_region`` does."""
        if isinstance(name_or_code, Region):
            return name_or_code
        check_name(_WHAT, name_or_code)
        coded = self._by_code.get(name_or_code.strip().upper())
        if coded:
            return only_one(_WHAT, name_or_code, coded.values())
        if is_country(name_or_code):
            raise WholeCountryError(_WHAT, name_or_code)
        return self._index.find(name_or_code)


def is_country(name: str) -> bool:
    """Return whether a name is that of the whole country, which is not a region of itself."""
    return len(name) < 100 and skeleton(name) in _COUNTRY


def placement(units: tuple[Region, ...], queried: Region) -> Placement | None:
    """Return how surely a place that lies in one of ``units`` lies in the queried unit.

    "certain" if every one of them is the queried unit; "possible" if one of them is, or is a
    former unit whose territory went to it, directly or not; None if neither, and for no units.
    Units are told apart by their ids. What lies in a unit of today is never placed in a former one.
    """
    return placements(units).get(queried.id)


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


# A script asks about the same table again and again, and a test about a few.
@lru_cache(maxsize=8)
def _gazetteer(regions: tuple[Region, ...]) -> Gazetteer:
    return Gazetteer(regions)


def _plain(name: str) -> str:
    """Return the name folded, with "region" or "city" last, whichever word for it was where."""
    words = fold(name).split()
    for position in (-1, 0):
        kind = _KIND_WORDS.get(skeleton(words[position])) if len(words) > 1 else None
        if kind:
            del words[position]
            return f"{' '.join(words)} {kind}"
    return " ".join(words)


def _plain_skeleton(name: str) -> str:
    return skeleton(_plain(name))


def _entry(unit: Region, owned: set[str]) -> IndexEntry[Region]:
    """Return what the index has to know of a unit, with bare names that no unit has as its own."""
    names = [name.text for name in unit.names]
    for name in map(_plain, tuple(names)):
        bare = name.removesuffix(f" {unit.kind}")
        names.append(f"{bare} {unit.kind}")
        if skeleton(bare) not in owned:
            names.append(bare)
    all_names = tuple(dict.fromkeys(names))
    return IndexEntry(record=unit, id=unit.id, names=all_names, label=unit.name, kind=unit.kind)
