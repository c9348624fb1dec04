"""Units by name and code, in all the ways in which people write them; most are Kazakhstan's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kzseparatism.errors import UnknownNameError, WholeCountryError
from kzseparatism.model import Region
from kzseparatism.names.countries import is_country
from kzseparatism.names.everyday import (
    KIND_WORDS,
    LETTERS_OF_TWO,
    code_of,
    everyday,
    is_abbreviation,
    without_country,
    without_stops,
)
from kzseparatism.names.index import IndexEntry, NameIndex, check_name, only_one
from kzseparatism.names.past import fate_of
from kzseparatism.names.spelling import fold, skeleton

_WHAT = "region"
_LONGEST = 100
# A code with another sign, or none, between its parts.
_CODE = re.compile(r"\s*([A-Z]{2})[\s_./\u2010-\u2015\u2212-]*([A-Z0-9]{1,3})\s*", re.IGNORECASE)


class Gazetteer:
    """A table of units prepared for look-up. It never changes once made."""

    __slots__ = ("_by_code", "_countries", "_everyday", "_index", "_owned")

    def __init__(self, regions: Iterable[Region]) -> None:
        units = tuple(regions)
        self._owned = owned = {skeleton(name.text) for unit in units for name in unit.names}
        self._countries = countries_of(units)
        entries = [_entry(unit, owned) for unit in units]
        self._index = NameIndex(_WHAT, entries, keys=(_plain, _plain_skeleton))
        self._by_code: dict[str, dict[str, IndexEntry[Region]]] = {}
        self._everyday: dict[str, dict[str, IndexEntry[Region]]] = {}
        for entry in entries:
            abbreviations = [name.text for name in entry.record.names if is_abbreviation(name.text)]
            for code in (entry.id, *entry.record.former_codes, *abbreviations):
                self._by_code.setdefault(code.upper(), {})[entry.id] = entry
            for name in filter(None, map(everyday, entry.names)):
                self._everyday.setdefault(name, {})[entry.id] = entry
        for letters, meant in LETTERS_OF_TWO.items():
            for name in meant:
                self._by_code.setdefault(letters, {}).update(self._everyday.get(name, {}))

    def find(self, name_or_code: str | Region) -> Region:
        """Return the unit that a name or code leads to, as ``find_region`` does."""
        if isinstance(name_or_code, Region):
            return name_or_code
        check_name(_WHAT, name_or_code)
        code = code_of(name_or_code)
        parts = _CODE.fullmatch(name_or_code) if len(name_or_code) < _LONGEST else None
        spaced = "-".join(parts.groups()) if parts else ""
        for written in (name_or_code.strip(), code, spaced, without_stops(name_or_code)):
            coded = self._by_code.get(written.upper())
            if coded:
                return only_one(_WHAT, name_or_code, coded.values())
        if code:
            raise UnknownNameError(_WHAT, name_or_code)
        # A unit may have the name of its country, as the state of Mexico has.
        named = skeleton(name_or_code) in self._owned if len(name_or_code) < _LONGEST else False
        if not named and is_country(name_or_code, self._countries):
            raise WholeCountryError(_WHAT, name_or_code)
        try:
            return self._index.find(name_or_code)
        except UnknownNameError as unknown:
            found = self._in_everyday_form(name_or_code)
            if found:
                return only_one(_WHAT, name_or_code, found.values())
            fate = fate_of(name_or_code)
            if fate:
                raise UnknownNameError(_WHAT, name_or_code, reason=fate) from None
            raise unknown from None

    def _in_everyday_form(self, name: str) -> dict[str, IndexEntry[Region]]:
        if len(name) > _LONGEST:
            return {}
        for form in (name, *without_country(name)):
            found = self._everyday.get(everyday(form))
            if found:
                return found
        return {}


def countries_of(units: Iterable[Region]) -> tuple[str, ...]:
    """Return the codes of the countries that have units of a table, as far as their codes say."""
    codes = dict.fromkeys(unit.id.partition("-")[0] for unit in units)
    return tuple(code for code in codes if len(code) == 2 and code.isupper())


def is_bare_former(name: str, unit: Region) -> bool:
    """Return whether a text is a former name of a unit without its word for region, and no more.

    >>> from kzseparatism.model import RegionName
    >>> names = [RegionName(text="West Kazakhstan region", language="en")]
    >>> names.append(RegionName(text="Uralsk region", language="en", former=True))
    >>> west = Region(id="KZ-27", kind="region", names=names)
    >>> is_bare_former("Uralsk", west), is_bare_former("Uralsk oblast", west)
    (True, False)
    """
    if len(name) > _LONGEST:
        return False
    bare = {
        skeleton(_plain(one.text).removesuffix(f" {unit.kind}")): one.former for one in unit.names
    }
    return bare.get(skeleton(name), False) and all(
        skeleton(one.text) != skeleton(name) for one in unit.names
    )


# A script asks about the same table again and again, and a test about a few.
@lru_cache(maxsize=8)
def gazetteer(regions: tuple[Region, ...]) -> Gazetteer:
    """Return a table of units prepared for look-up, the same as long as it is asked for often."""
    return Gazetteer(regions)


def _plain(name: str) -> str:
    """Return the name folded, with "region" or "city" last, whichever word for it was where."""
    words = fold(name).split()
    for position in (-1, 0):
        kind = KIND_WORDS.get(skeleton(words[position])) if len(words) > 1 else None
        if kind:
            del words[position]
            return f"{' '.join(words)} {kind}"
    return " ".join(words)


def _plain_skeleton(name: str) -> str:
    return skeleton(_plain(name))


def _entry(unit: Region, owned: set[str]) -> IndexEntry[Region]:
    """Return what the index has to know of a unit, with bare names that no unit has as its own."""
    names = [name.text for name in unit.names if not is_abbreviation(name.text)]
    for name in map(_plain, tuple(names)):
        bare = name.removesuffix(f" {unit.kind}")
        names.append(f"{bare} {unit.kind}")
        if skeleton(bare) not in owned:
            names.append(bare)
    all_names = tuple(dict.fromkeys(names))
    return IndexEntry(record=unit, id=unit.id, names=all_names, label=unit.name, kind=unit.kind)
