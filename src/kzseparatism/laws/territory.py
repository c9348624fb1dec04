"""Cases with sites in real regions, and regions to look for them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from hypothesis import strategies as st

from kzseparatism.laws import records as made
from kzseparatism.laws.law import Laws
from kzseparatism.laws.near_dates import IDS, several
from kzseparatism.laws.windows import BAD_WORDS, Question
from kzseparatism.model import Case, Region, Site
from kzseparatism.reading import load
from kzseparatism.strategies import regions
from kzseparatism.vocab import SiteRelation

if TYPE_CHECKING:
    from kzseparatism.laws.trial import Trial

# Spellings of KZ-59, names of the whole country, and names that no region has.
SPELLINGS = ("north kazakhstan", "NORTH KAZAKHSTAN REGION", "North Kazakhstan oblast", "kz-59")
COUNTRY = ("Kazakhstan", "KZ", "Қазақстан")
UNKNOWN = ("Nowhere", "KZ-00", "North Kazahkstn")


@cache
def some_units() -> tuple[Region, ...]:
    """Return real units: a former one after its successors, and Almaty, the city and the region."""
    (former, *_) = (unit for unit in load().regions if unit.former)
    others = [unit for unit in load().regions if unit.id in ("KZ-19", "KZ-75")]
    return (*former.successors, former, *others)


def former_unit() -> Region:
    """Return a unit that has been abolished, and has successors."""
    return next(unit for unit in some_units() if unit.former)


def units(*, min_size: int = 0) -> st.SearchStrategy[list[Region]]:
    """Generate up to two units, often the former one: that one is most often got wrong."""
    one = st.sampled_from(some_units()) | st.just(former_unit())
    return st.lists(one, min_size=min_size, max_size=2, unique=True)


def codes_and_name(unit: Region) -> tuple[str, ...]:
    """Return the code of a unit, its former codes, and its name in English."""
    return (unit.id, *unit.former_codes, unit.name)


@attrs.frozen
class CasesWithSites:
    """Cases with up to two sites, at home or abroad."""

    matches: ClassVar[tuple[str, ...]] = ("possible", "certain")

    def records(self, *, min_size: int = 0) -> st.SearchStrategy[list[Case]]:
        """Generate cases, in any order."""
        sites = st.lists(
            st.builds(_site, units(), st.sampled_from(SiteRelation)), max_size=2, unique=True
        )
        return several(st.builds(_case, st.sampled_from(IDS), sites), min_size=min_size)

    def crowd(self) -> st.SearchStrategy[list[Case]]:
        """Generate a few cases."""
        return self.records(min_size=1)

    def question(self, trial: Trial, given: Iterable[Any]) -> tuple[Any, ...]:  # noqa: ARG002 - any do
        """Draw a region that a site is mostly in, as itself, by code or by name."""
        unit = trial.draw(st.sampled_from(some_units()) | regions())
        return (trial.one_of(unit, *codes_and_name(unit)) if trial.offers("text") else unit,)

    def any_question(self, trial: Trial, given: list[Any]) -> Question:
        """Draw a question, good or bad, with the answer or the error that the definition wants."""
        match = trial.match()
        near = [unit for case in given for site in case.sites for unit in site.place.regions]
        near += [heir for unit in near for heir in unit.successors]
        unit = trial.one_of(*near) if near and not trial.rarely() else trial.one_of(*some_units())
        region: Any = unit
        if trial.rarely():
            if trial.offers("match") and trial.flip():
                return (unit,), {"match": trial.one_of(*BAD_WORDS)}, ValueError
            if trial.offers("text"):
                return (trial.one_of(*COUNTRY, *UNKNOWN),), {"match": match}, LookupError
        elif trial.offers("text"):
            names = [name.text for name in unit.names if not name.former]
            spellings = SPELLINGS if unit.id == "KZ-59" else ()
            region = trial.one_of(unit, *codes_and_name(unit), *names, *spellings)
        options: dict[str, Any] = {"match": match}
        relation = None
        if trial.offers("relation") and trial.flip():
            relation = trial.one_of(*SiteRelation)
            options["relation"] = trial.one_of(relation, relation.value)
        found = [
            case
            for case in given
            if any(
                relation in (None, site.relation)
                and _lies_in(site.place.regions, unit, certain=match == "certain")
                for site in case.sites
            )
        ]
        return (region,), options, self.sorted(found)

    def sorted(self, records: Iterable[Any]) -> list[Any]:
        """Return cases by id."""
        return sorted(records, key=lambda record: str(record.id))


def _site(units: list[Region], relation: SiteRelation) -> Site:
    return made.site(*(unit.id for unit in units), relation=relation)


def _case(record_id: str, sites: list[Site]) -> Case:
    return made.case(record_id, sites=sites)


def _lies_in(units: Sequence[Region], wanted: Region, *, certain: bool) -> bool:
    if certain:
        return bool(units) and all(unit.id == wanted.id for unit in units)
    return any(
        unit.id == wanted.id or _lies_in(unit.successors, wanted, certain=False) for unit in units
    )


cases_by_region: Laws = Laws("cases_by_region", CasesWithSites())
