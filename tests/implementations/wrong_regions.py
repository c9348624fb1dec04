"""Wrong implementations of looking a region up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import kzseparatism as kz
from implementations.mistakes import Mistakes

WRONG = Mistakes("find_region")


def _region(fits: Callable[[kz.Region], bool], name: Any) -> kz.Region:
    for unit in kz.regions:
        if fits(unit):
            return unit
    return kz.find_region(name)


@WRONG.told_by("a_city_is_not_its_region")
def takes_almaty_for_the_region(name: Any) -> Any:
    """Take the first unit whose name begins so."""
    return _region(lambda unit: isinstance(name, str) and unit.name == f"{name} region", name)


@WRONG.told_by("a_city_is_not_its_region")
def cuts_the_word_for_region(name: Any) -> Any:
    """Cut the word for region off before comparing."""
    if not isinstance(name, str):
        return kz.find_region(name)
    bare = name.removesuffix(" region").removesuffix(" облысы")
    return kz.find_region(bare if bare in {"Almaty", "Алматы"} else name)


@WRONG.told_by("a_code_finds_its_region")
def knows_names_alone(name: Any) -> Any:
    """Know names, and no codes."""
    if isinstance(name, str) and any(name.upper() == unit.id for unit in kz.regions):
        raise LookupError(name)
    return kz.find_region(name)


@WRONG.told_by("a_code_finds_its_region")
def minds_capitals_in_codes(name: Any) -> Any:
    """Ask for codes in capitals."""
    if isinstance(name, str) and name.startswith("kz-"):
        raise LookupError(name)
    return kz.find_region(name)


@WRONG.told_by("a_former_code_finds_its_region")
def knows_no_former_codes(name: Any) -> Any:
    """Know the codes of today alone."""
    if any(name in unit.former_codes for unit in kz.regions):
        raise LookupError(name)
    return kz.find_region(name)


@WRONG.told_by("every_name_finds_its_region")
def knows_english_alone(name: Any) -> Any:
    """Know English names alone."""
    if isinstance(name, str) and not name.isascii():
        raise LookupError(name)
    return kz.find_region(name)


@WRONG.told_by("spelling_makes_no_difference")
def minds_capitals(name: Any) -> Any:
    """Ask for names written exactly so."""
    if isinstance(name, str) and len(name) > 10 and name in (name.upper(), name.lower()):
        raise LookupError(name)
    return kz.find_region(name)


@WRONG.told_by("the_word_for_region_may_be_left_out")
def asks_for_the_official_name(name: Any) -> Any:
    """Ask for the name in full."""
    unit = kz.find_region(name)
    spelt = {unit, unit.id, unit.id.lower(), *unit.former_codes, *(one.text for one in unit.names)}
    if name not in spelt - {"North Kazakhstan", "Pavlodar"}:
        raise LookupError(name)
    return unit


@WRONG.told_by("a_region_finds_itself")
def takes_text_alone(name: Any) -> Any:
    """Refuse a region that is one already."""
    if not isinstance(name, str):
        raise TypeError(name)
    return kz.find_region(name)


@WRONG.told_by("part_of_a_region_word_is_not_enough")
def looks_for_part_of_a_name(name: Any) -> Any:
    """Look for the text anywhere in a name."""
    try:
        return kz.find_region(name)
    except kz.UnknownNameError:
        return _region(lambda unit: name in unit.name, name)


@WRONG.told_by("the_country_is_no_region")
def finds_the_country_in_a_region(name: Any) -> Any:
    """Find "Kazakhstan" within the name of some region."""
    return kz.find_region("KZ-59" if name == "Kazakhstan" else name)


@WRONG.told_by("an_unknown_region_is_refused")
def gives_none(name: Any) -> Any:
    """Give None where nothing is found."""
    try:
        return kz.find_region(name)
    except kz.UnknownNameError:
        return None


@WRONG.told_by("a_blank_region_is_refused")
def knows_no_region_of_a_blank_name(name: Any) -> Any:
    """Take a blank name for an unknown one."""
    if isinstance(name, str) and not name.strip():
        raise LookupError(name)
    return kz.find_region(name)


@WRONG.told_by("two_regions_are_refused")
def takes_the_first_of_several(name: Any) -> Any:
    """Take some region where several fit."""
    try:
        return kz.find_region(name)
    except kz.AmbiguousNameError:
        return kz.regions[0]
