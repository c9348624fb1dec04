"""The laws of queries that ask what lies in a region."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.laws.answers import ANSWERS
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.law import Law, laws_of, states
from kzseparatism.laws.made_up import IDS, case, records, site
from kzseparatism.model import Case, Region, Site
from kzseparatism.reading import load
from kzseparatism.strategies import regions
from kzseparatism.vocab import SiteRelation

_RELATIONS = st.sampled_from(SiteRelation)


@cache
def _units() -> tuple[Region, ...]:
    """Return a few real units among which sites are laid: a former one, its heirs, a stranger."""
    (former, *_) = (unit for unit in load().regions if unit.former)
    others = [unit for unit in load().regions if unit.id in ("KZ-19", "KZ-75")]
    return (*former.successors, former, *others)


def _some_units(*, min_size: int = 0) -> st.SearchStrategy[list[Region]]:
    return st.lists(st.sampled_from(_units()), min_size=min_size, max_size=2, unique=True)


@attrs.frozen
class Sited:
    """What a query for a region is asked about: cases with sites in real regions."""

    def some(self, *, min_size: int = 0) -> st.SearchStrategy[Sequence[Case]]:
        """Generate cases with up to two sites, at home or abroad, in any order."""
        sites = st.lists(
            st.builds(lambda units, kind: site(*units, relation=kind), _some_units(), _RELATIONS),
            max_size=2,
            unique=True,
        )
        return records(st.builds(_sited, st.sampled_from(IDS), sites), min_size=min_size)

    def question(self, draw: st.DrawFn, ask: Ask, given: Sequence[Any]) -> tuple[Any, ...]:
        """Draw a region that a site is mostly in, as itself, by code or by name."""
        unit = draw(st.sampled_from(_units()) | regions())
        if not ask.offers("text"):
            return (unit,)
        return (draw(st.sampled_from([unit, *_told(unit)])),)

    def fits(self, record: Any, question: tuple[Any, ...], *, certainly: bool) -> bool:
        """Tell whether a site of a case may lie in a region, or can lie nowhere else."""
        wanted = _meant(question[0])
        return any(_lies(one.place.regions, wanted, certainly=certainly) for one in record.sites)

    def sorted(self, records: Sequence[Any]) -> list[Any]:
        """Return cases by id."""
        return sorted(records, key=lambda record: str(record.id))


def _sited(one: str, sites: list[Site]) -> Case:
    return case(one, sites=sites)


def _told(unit: Region) -> tuple[str, ...]:
    return (unit.id, *unit.former_codes, unit.name)


def _meant(region: Region | str) -> Region:
    if isinstance(region, Region):
        return region
    (unit,) = (unit for unit in load().regions if region in _told(unit))
    return unit


def _lies(units: Sequence[Region], wanted: Region, *, certainly: bool) -> bool:
    if certainly:
        return bool(units) and all(unit.id == wanted.id for unit in units)
    return any(
        unit.id == wanted.id or _lies(unit.successors, wanted, certainly=False) for unit in units
    )


def _former() -> Region:
    return next(unit for unit in _units() if unit.former)


def _in(one: str, *units: Region, **options: Any) -> Case:
    return case(one, sites=[site(*units, **options)])


@states("One site in the region is enough, whichever of a case's sites it is.")
def one_site_is_enough(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where only the first site counts, or all of them must lie there."""
    here, elsewhere = draw(st.permutations(_units()[3:])), site()
    sites = draw(st.permutations([site(here[0]), elsewhere, site(here[1])]))
    given = [case("a", sites=sites)]
    ask.same(ask(here[0], match="possible", among=given), given, "a, which has a site there")


@states("A place that may lie in several regions is possibly in each, and certainly in none.")
def one_of_several_is_only_possible(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where the first region of a place is taken for the one, or any for certain."""
    one, other = draw(_some_units(min_size=2))
    given = [_in("a", one, other)]
    for unit in (one, other):
        ask.same(ask(unit, match="possible", among=given), given, "a, which may lie there")
        if ask.offers("match") and ask(unit, match="certain", among=given):
            ask.wants("nothing: it may lie in the other region as well")


@states("A place that lies in one region alone is certainly in it.", needs=["match"])
def the_only_region_is_certain(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where certainty asks for more than that."""
    unit = draw(regions())
    given = [_in("a", unit)]
    ask.same(ask(unit, match="certain", among=given), given, f"a, which is in {unit.id} alone")


@states("Sites outside Kazakhstan's regions are in no region.")
def sites_abroad_are_in_no_region(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where a case without a region is found everywhere."""
    given = [_in("a", country="RU"), case("b")]
    if ask(draw(regions()), match="possible", among=given):
        ask.wants("nothing: one case has a site abroad, the other has none")


@states("A former region's cases are possibly in each of its successors.")
def successors_inherit_what_is_possible(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where regions are compared without regard to time."""
    heir = draw(st.sampled_from(_former().successors))
    given = [_in("a", _former())]
    found = ask(heir, match="possible", among=given)
    ask.same(found, given, f"a, for part of {_former().id} went to {heir.id}")


@states("A former region's cases are certainly in none of its successors.", needs=["match"])
def successors_inherit_nothing_certain(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where a former region is simply replaced by its successors."""
    heir = draw(st.sampled_from(_former().successors))
    if ask(heir, match="certain", among=[_in("a", _former())]):
        ask.wants(f"nothing: it may lie in another successor of {_former().id}")


@states("A case in a region of today is never in a former one.")
def former_regions_inherit_nothing(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where succession is followed backwards."""
    heir = draw(st.sampled_from(_former().successors))
    match = "certain" if ask.offers("match") and draw(st.booleans()) else "possible"
    if ask(_former(), match=match, among=[_in("a", heir)]):
        ask.wants(f"nothing: {heir.id} is more than {_former().id} was")


@states("A region is the same by itself, by code, by former code and by name.", needs=["text"])
def name_and_code_answer_alike(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where a code is known and a name is not, or the other way round."""
    unit = draw(regions())
    given = [_in("a", unit)]
    for text in (*_told(unit), *draw(_names(unit))):
        found = ask(text, match="possible", among=given)
        ask.same(found, given, f"a: {text!r} is {unit.id}")


def _names(unit: Region) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([name.text for name in unit.names]), max_size=2)


@states("Capitals, accents and the word for region make no difference.", needs=["text"])
def spelling_makes_no_difference(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where a name has to be written exactly so."""
    north = load().regions["KZ-59"]
    text = draw(
        st.sampled_from(
            ["north kazakhstan", "NORTH KAZAKHSTAN REGION", "North Kazakhstan oblast", "kz-59"]
        )
    )
    given = [_in("a", north)]
    ask.same(ask(text, match="possible", among=given), given, f"a: {text!r} is KZ-59")


@states("A name that is part of another region's name is not that region.", needs=["text"])
def a_name_is_matched_whole(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where names are matched by substring: "Almaty" is the city, not the region."""
    city, around = load().regions["KZ-75"], load().regions["KZ-19"]
    given = [_in("a", city), _in("b", around)]
    ask.same(ask("Almaty", match="possible", among=given), given[:1], "a alone, in the city")
    ask.same(ask("Almaty region", match="possible", among=given), given[1:], "b alone")


@states("The whole country is no region: it is a LookupError.", needs=["text"])
def the_country_is_no_region(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where "Kazakhstan" is found inside the name of some region."""
    name = draw(st.sampled_from(["Kazakhstan", "KZ", "Қазақстан"]))
    ask.refused(LookupError, name, match="possible", among=draw(kind.some()))


@states("A region that nobody knows is a LookupError.", needs=["text"])
def an_unknown_region_is_refused(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where a slip of the pen quietly finds nothing."""
    name = draw(st.sampled_from(["Nowhere", "KZ-00", "North Kazahkstn"]))
    ask.refused(LookupError, name, match="possible", among=draw(kind.some()))


@states("A relation keeps the sites of that sort only.", needs=["relation"])
def a_relation_keeps_its_own_sites(draw: st.DrawFn, ask: Ask, kind: Sited) -> None:
    """Break where the relation of one site is paired with the region of another."""
    unit, other = draw(st.permutations(_units()[3:]))
    asked, different = draw(st.permutations(list(SiteRelation)))[:2]
    right = _in("a", unit, relation=asked)
    wrong = case("b", sites=[site(unit, relation=different), site(other, relation=asked)])
    told = draw(st.sampled_from([asked, asked.value]))
    found = ask(unit, match="possible", relation=told, among=[right, wrong])
    wanted = f"a alone: only there a site of sort {asked.value} is in {unit.id}"
    ask.same(found, [right], wanted)
    if ask.offers("match"):
        open_one = case("c", sites=[site(unit, other, relation=asked)])
        found = ask(unit, match="certain", relation=told, among=[right, wrong, open_one])
        ask.same(found, [right], wanted)


cases_by_region: tuple[Law, ...] = laws_of(
    "cases_by_region",
    (
        one_site_is_enough,
        one_of_several_is_only_possible,
        the_only_region_is_certain,
        sites_abroad_are_in_no_region,
        successors_inherit_what_is_possible,
        successors_inherit_nothing_certain,
        former_regions_inherit_nothing,
        name_and_code_answer_alike,
        spelling_makes_no_difference,
        a_name_is_matched_whole,
        the_country_is_no_region,
        an_unknown_region_is_refused,
        a_relation_keeps_its_own_sites,
        *ANSWERS,
    ),
    Sited(),
)
