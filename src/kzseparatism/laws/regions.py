"""Laws about what lies in a region."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from kzseparatism.laws.law import law
from kzseparatism.laws.records import case, site
from kzseparatism.laws.territory import (
    COUNTRY,
    SPELLINGS,
    UNKNOWN,
    cases_by_region,
    codes_and_name,
    former_unit,
    some_units,
    units,
)
from kzseparatism.laws.trial import Trial
from kzseparatism.model import Case, Region
from kzseparatism.reading import load
from kzseparatism.strategies import regions
from kzseparatism.vocab import SiteRelation


def _in(record_id: str, *units: Region, **options: Any) -> Case:
    return case(record_id, sites=[site(*(unit.id for unit in units), **options)])


@law(cases_by_region)
def one_site_is_enough(trial: Trial) -> None:
    """One site in the region is enough, whichever of a case's sites it is."""
    here, elsewhere = trial.draw(st.permutations(some_units()[3:])), site()
    sites = trial.draw(st.permutations([site(here[0].id), elsewhere, site(here[1].id)]))
    given = [case("a", sites=sites)]
    trial.want_records(
        trial.ask(here[0], match="possible", among=given), given, "a, which has a site there"
    )


@law(cases_by_region)
def one_of_several_is_only_possible(trial: Trial) -> None:
    """A place that may lie in several regions is possibly in each, and certainly in none."""
    one, other = trial.draw(units(min_size=2))
    given = [_in("a", one, other)]
    for unit in (one, other):
        trial.want_records(
            trial.ask(unit, match="possible", among=given), given, "a, which may lie there"
        )
        if trial.offers("match") and trial.ask(unit, match="certain", among=given):
            trial.fail("nothing: it may lie in the other region as well")


@law(cases_by_region, needs=["match"])
def the_only_region_is_certain(trial: Trial) -> None:
    """A place that lies in one region alone is certainly in it."""
    unit = trial.draw(regions())
    given = [_in("a", unit)]
    trial.want_records(
        trial.ask(unit, match="certain", among=given), given, f"a, which is in {unit.id} alone"
    )


@law(cases_by_region)
def sites_abroad_are_in_no_region(trial: Trial) -> None:
    """Sites outside Kazakhstan's regions are in no region."""
    given = [_in("a", country="RU"), case("b")]
    if trial.ask(trial.draw(regions()), match="possible", among=given):
        trial.fail("nothing: one case has a site abroad, the other has none")


@law(cases_by_region)
def successors_inherit_what_is_possible(trial: Trial) -> None:
    """A former region's cases are possibly in each of its successors."""
    heir = trial.one_of(*former_unit().successors)
    given = [_in("a", former_unit())]
    found = trial.ask(heir, match="possible", among=given)
    trial.want_records(found, given, f"a, for part of {former_unit().id} went to {heir.id}")


@law(cases_by_region, needs=["match"])
def successors_inherit_nothing_certain(trial: Trial) -> None:
    """A former region's cases are certainly in none of its successors."""
    heir = trial.one_of(*former_unit().successors)
    if trial.ask(heir, match="certain", among=[_in("a", former_unit())]):
        trial.fail(f"nothing: it may lie in another successor of {former_unit().id}")


@law(cases_by_region)
def former_regions_inherit_nothing(trial: Trial) -> None:
    """A case in a region of today is never in a former one."""
    heir = trial.one_of(*former_unit().successors)
    if trial.ask(former_unit(), match=trial.match(), among=[_in("a", heir)]):
        trial.fail(f"nothing: {heir.id} is more than {former_unit().id} was")


@law(cases_by_region, needs=["text"])
def name_and_code_answer_alike(trial: Trial) -> None:
    """A region is the same by itself, by code, by former code and by name."""
    unit = trial.draw(regions())
    given = [_in("a", unit)]
    for text in (*codes_and_name(unit), *trial.draw(_names(unit))):
        found = trial.ask(text, match="possible", among=given)
        trial.want_records(found, given, f"a: {text!r} is {unit.id}")


def _names(unit: Region) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([name.text for name in unit.names]), max_size=2)


@law(cases_by_region, needs=["text"])
def spelling_makes_no_difference(trial: Trial) -> None:
    """Capitals, accents and the word for region make no difference."""
    north = load().regions["KZ-59"]
    text = trial.one_of(*SPELLINGS)
    given = [_in("a", north)]
    trial.want_records(
        trial.ask(text, match="possible", among=given), given, f"a: {text!r} is KZ-59"
    )


@law(cases_by_region, needs=["text"])
def a_name_is_matched_whole(trial: Trial) -> None:
    """A name that is part of another region's name is not that region."""
    city, around = load().regions["KZ-75"], load().regions["KZ-19"]
    given = [_in("a", city), _in("b", around)]
    trial.want_records(
        trial.ask("Almaty", match="possible", among=given), given[:1], "a alone, in the city"
    )
    trial.want_records(
        trial.ask("Almaty region", match="possible", among=given), given[1:], "b alone"
    )


@law(cases_by_region, needs=["text"])
def the_country_is_no_region(trial: Trial) -> None:
    """The whole country is not a region: it is a LookupError."""
    name = trial.one_of(*COUNTRY)
    trial.must_raise(LookupError, name, match="possible", among=trial.records())


@law(cases_by_region, needs=["text"])
def an_unknown_region_is_refused(trial: Trial) -> None:
    """A region that nobody knows is a LookupError."""
    name = trial.one_of(*UNKNOWN)
    trial.must_raise(LookupError, name, match="possible", among=trial.records())


@law(cases_by_region, needs=["relation"])
def a_relation_keeps_its_own_sites(trial: Trial) -> None:
    """A relation keeps the sites of that sort only."""
    unit, other = trial.draw(st.permutations(some_units()[3:]))
    asked, different = trial.draw(st.permutations(list(SiteRelation)))[:2]
    right = _in("a", unit, relation=asked)
    wrong = case("b", sites=[site(unit.id, relation=different), site(other.id, relation=asked)])
    relation = trial.one_of(asked, asked.value)
    found = trial.ask(unit, match="possible", relation=relation, among=[right, wrong])
    wanted = f"a alone: only there a site of sort {asked.value} is in {unit.id}"
    trial.want_records(found, [right], wanted)
    if trial.offers("match"):
        open_one = case("c", sites=[site(unit.id, other.id, relation=asked)])
        found = trial.ask(unit, match="certain", relation=relation, among=[right, wrong, open_one])
        trial.want_records(found, [right], wanted)
