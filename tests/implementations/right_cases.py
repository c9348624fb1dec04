"""Right implementations of the query for a region, written otherwise than ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import kzseparatism as kz
from implementations.right_statements import check_word

Lies = Callable[[tuple[kz.Region, ...], kz.Region], bool]


def with_heirs(unit: kz.Region) -> set[str]:
    """Return the id of a unit and of all that came after it."""
    found, waiting = set(), [unit]
    while waiting:
        one = waiting.pop()
        found.add(one.id)
        waiting += one.successors
    return found


def may_lie(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Tell whether what lies in one of these units may lie in the one wanted."""
    return any(wanted.id in with_heirs(unit) for unit in units)


def must_lie(units: tuple[kz.Region, ...], wanted: kz.Region) -> bool:
    """Tell whether what lies in one of these units can lie nowhere but in the one wanted."""
    return {unit.id for unit in units} == {wanted.id}


def looking(
    possible: Lies = may_lie,
    certain: Lies = must_lie,
    region_of: Callable[[Any], kz.Region] = kz.find_region,
    enough: Callable[[Iterable[bool]], bool] = any,
) -> Callable[..., Any]:
    """Return a plain loop that takes sites in as it is told."""

    def loop(
        region: Any,
        *,
        match: str = "possible",
        relation: Any = None,
        among: Iterable[kz.Case],
    ) -> list[kz.Case]:
        check_word(match)
        wanted = region_of(region)
        lies = possible if match == "possible" else certain
        found = {}
        for case in among:
            sites = [one for one in case.sites if relation is None or one.relation == relation]
            if enough(lies(site.place.regions, wanted) for site in sites):
                found[case.id] = case
        return [found[one] for one in sorted(found)]

    return loop


plain_loop = looking()


def two_indexes(
    region: Any, *, match: str = "possible", relation: Any = None, among: Iterable[kz.Case]
) -> tuple[kz.Case, ...]:
    """Return what two indexes by unit hold, one for each word."""
    check_word(match)
    indexes: dict[str, dict[str, set[kz.Case]]] = {
        "possible": defaultdict(set),
        "certain": defaultdict(set),
    }
    for case in among:
        for site in case.sites:
            if relation not in (None, site.relation, site.relation.value):
                continue
            units = site.place.regions
            for unit in units:
                for one in with_heirs(unit):
                    indexes["possible"][one].add(case)
            if len({unit.id for unit in units}) == 1:
                indexes["certain"][units[0].id].add(case)
    found = indexes[match][kz.find_region(region).id]
    return tuple(sorted(found, key=lambda case: str(case.id)))
