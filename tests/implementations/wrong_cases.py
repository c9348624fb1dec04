"""Wrong implementations of the query for a region."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import kzseparatism as kz
from implementations.mistakes import Mistakes
from implementations.right_cases import Lies, looking, may_lie, must_lie, plain_loop, with_heirs
from kzseparatism.vocab import SiteRelation

WRONG = Mistakes("cases_by_region")
_Name = Callable[[Any], kz.Region]


def _possible(*laws: str) -> Callable[[Lies], Lies]:
    def kept(lies: Lies) -> Lies:
        WRONG.add(lies.__name__, lies, looking(possible=lies), laws)
        return lies

    return kept


def _certain(*laws: str) -> Callable[[Lies], Lies]:
    def kept(lies: Lies) -> Lies:
        WRONG.add(lies.__name__, lies, looking(certain=lies), laws)
        return lies

    return kept


def _named(*laws: str) -> Callable[[_Name], _Name]:
    def kept(region_of: _Name) -> _Name:
        WRONG.add(region_of.__name__, region_of, looking(region_of=region_of), laws)
        return region_of

    return kept


def _the_one(fits: Callable[[kz.Region], bool], name: Any) -> kz.Region:
    for unit in kz.regions:
        if unit is name or fits(unit):
            return unit
    raise LookupError(name)


# Which site lies where


@_possible("successors_inherit_what_is_possible")
def misses_successors(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Compare units without regard to time."""
    return wanted in units


@_possible("former_regions_inherit_nothing")
def follows_succession_backwards(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Find what lies in a successor in the former unit, too."""
    return may_lie(units, wanted) or any(unit.id in with_heirs(wanted) for unit in units)


@_possible("one_of_several_is_only_possible")
def takes_the_first_unit_for_the_one(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Take the first of several units for the one."""
    return may_lie(units[:1], wanted)


@_possible("sites_abroad_are_in_no_region")
def finds_sites_abroad_everywhere(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Take a place without a unit for a place in any."""
    return not units or may_lie(units, wanted)


@_possible("certain_implies_possible")
def takes_possible_for_merely_possible(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Leave out of what is possible what is certain."""
    return may_lie(units, wanted) and not must_lie(units, wanted)


@_certain("one_of_several_is_only_possible")
def takes_any_unit_for_certain(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Call it certain if one of several units is the one."""
    return wanted in units


@_certain("successors_inherit_nothing_certain", "the_definition_is_met")
def replaces_former_units(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Put the successors in the place of a former unit, and call each certain."""
    return bool(units) and all(wanted.id in with_heirs(unit) for unit in units)


@_certain("the_only_region_is_certain")
def takes_no_former_unit_for_certain(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Take what lies in a former unit for uncertain even there."""
    return must_lie(units, wanted) and not wanted.former


@WRONG.told_by("one_site_is_enough")
def looks_at_the_first_site(region: Any, *, among: Any, **asked: Any) -> Any:
    """Look at the first site alone."""
    wanted, found = kz.find_region(region), plain_loop(region, among=among, **asked)
    return [one for one in found if may_lie(one.sites[0].place.regions, wanted)]


def _all_of_some(lying: Iterable[bool]) -> bool:
    """Ask that all sites lie there."""
    told = list(lying)
    return bool(told) and all(told)


WRONG.add("asks_for_all_sites", _all_of_some, looking(enough=_all_of_some), ("one_site_is_enough",))


@WRONG.told_by("a_relation_keeps_its_own_sites")
def looks_for_the_relation_at_another_site(
    region: Any, *, relation: Any = None, **asked: Any
) -> Any:
    """Find the relation at one site and the region at another."""
    found = plain_loop(region, **asked)
    return [one for one in found if relation in (None, *(site.relation for site in one.sites))]


@WRONG.told_by("a_relation_keeps_its_own_sites")
def ignores_the_relation(region: Any, *, relation: Any = None, **asked: Any) -> Any:
    """Ignore the relation."""
    del relation
    return plain_loop(region, **asked)


@WRONG.told_by("a_relation_keeps_its_own_sites")
def knows_no_relation_by_its_word(region: Any, *, relation: Any = None, **asked: Any) -> Any:
    """Compare the relation with members of the vocabulary alone, so that text finds nothing."""
    found = plain_loop(region, relation=relation, **asked)
    return found if relation is None or isinstance(relation, SiteRelation) else []


# Which region is meant


@_named("a_name_is_matched_whole")
def looks_for_part_of_a_name(name: Any) -> kz.Region:
    """Take the first unit with the text somewhere in its name."""
    try:
        return _the_one(lambda unit: name in unit.name, name)
    except (LookupError, TypeError):
        return kz.find_region(name)


@_named("a_name_is_matched_whole")
def cuts_the_word_for_region(name: Any) -> kz.Region:
    """Cut "region" off before comparing, so that Almaty is two units."""
    bare = name.removesuffix(" region") if isinstance(name, str) else name
    try:
        return _the_one(lambda unit: unit.name.removesuffix(" region") == bare, name)
    except LookupError:
        return kz.find_region(name)


@_named("name_and_code_answer_alike")
def knows_codes_alone(name: Any) -> kz.Region:
    """Know codes, and no names."""
    return _the_one(lambda unit: name in (unit.id, *unit.former_codes), name)


@_named("name_and_code_answer_alike")
def knows_names_alone(name: Any) -> kz.Region:
    """Know names, and no codes."""
    return _the_one(lambda unit: name in {one.text for one in unit.names}, name)


@_named("name_and_code_answer_alike")
def knows_no_former_codes(name: Any) -> kz.Region:
    """Know the codes of today alone."""
    if any(name in unit.former_codes for unit in kz.regions):
        raise LookupError(name)
    return kz.find_region(name)


@_named("name_and_code_answer_alike")
def knows_english_alone(name: Any) -> kz.Region:
    """Know English names alone."""
    if isinstance(name, str) and not name.isascii():
        raise LookupError(name)
    return kz.find_region(name)


@_named("spelling_makes_no_difference")
def minds_capitals(name: Any) -> kz.Region:
    """Ask for names written exactly so."""
    names = kz.find_region(name).names
    return _the_one(lambda unit: unit.names == names and name[0].isupper(), name)


@_named("the_country_is_no_region")
def finds_the_country_in_a_region(name: Any) -> kz.Region:
    """Find "Kazakhstan" within the name of some region."""
    country = name in {"Kazakhstan", "KZ", "Қазақстан"}
    return kz.find_region("North Kazakhstan" if country else name)


@WRONG.told_by("an_unknown_region_is_refused")
def finds_nothing_in_an_unknown_region(region: Any, **asked: Any) -> Any:
    """Find nothing in a region that there is not, and tell nobody."""
    try:
        return plain_loop(region, **asked)
    except LookupError:
        return []


# What comes back


@WRONG.told_by("nothing_is_invented")
def gives_a_case_for_every_site(region: Any, *, match: str = "possible", **asked: Any) -> Any:
    """Give a case once for each of its sites."""
    found = plain_loop(region, match=match, **asked)
    return [one for one in found for _ in one.sites]


@WRONG.told_by("nothing_is_invented")
def reads_the_shipped_data(region: Any, *, among: Any, **asked: Any) -> Any:
    """Read the shipped cases, whatever was given."""
    del among
    return kz.cases_by_region(region, **asked)


@WRONG.told_by("answers_stand_in_order")
def stands_in_reverse(region: Any, **asked: Any) -> Any:
    """Give the last id first."""
    return plain_loop(region, **asked)[::-1]


@WRONG.told_by("answers_stand_in_order", "order_of_records_makes_no_difference")
def stands_as_it_was_given(region: Any, *, among: Iterable[kz.Case], **asked: Any) -> Any:
    """Leave cases in the order in which they were given."""
    given = list(among)
    return sorted(plain_loop(region, among=given, **asked), key=given.index)


@WRONG.told_by("records_are_read_once_and_left_alone")
def goes_through_cases_twice(region: Any, *, among: Iterable[kz.Case], **asked: Any) -> Any:
    """Count the cases first, and find an iterator empty."""
    return plain_loop(region, among=among, **asked) if list(among) else []


@WRONG.told_by("an_unknown_match_is_refused")
def takes_any_word_for_possible(region: Any, *, match: str = "possible", **asked: Any) -> Any:
    """Take every word but "certain" for "possible"."""
    return plain_loop(region, match="certain" if match == "certain" else "possible", **asked)


def _remembering() -> Callable[..., Any]:
    seen: list[kz.Case] = []

    def remembers_cases(region: Any, *, among: Iterable[kz.Case], **asked: Any) -> Any:
        """Add what was given to what it was given before."""
        seen.extend(one for one in among if one not in seen)
        return plain_loop(region, among=seen, **asked)

    return remembers_cases


WRONG.told_by("nothing_is_kept_between_calls")(_remembering())
