"""Answer 4: cases by region, through time."""

from collections.abc import Iterable

import kzseparatism as kz


def became(unit: kz.Region, region: kz.Region) -> bool:
    """Return whether a unit is a region, or left land to it, at once or by way of others."""
    # A region of today has no successors, so that this asks no further. It goes forward only:
    # what lies in North Kazakhstan today need not lie where the Kokshetau region was.
    return unit == region or any(became(heir, region) for heir in unit.successors)


def may_lie_in(place: kz.Place, region: kz.Region) -> bool:
    """Return whether a place may lie in a region."""
    return any(became(unit, region) for unit in place.regions)


def lies_in(place: kz.Place, region: kz.Region) -> bool:
    """Return whether a place certainly lies in a region, and can lie nowhere else."""
    # A place abroad has no regions at all: () == (region,) is False, as it should be, whereas
    # all(...) over nothing would be True.
    return place.regions == (region,)


def cases_by_region(
    region: kz.Region | str, *, match: str = "possible", among: Iterable[kz.Case]
) -> list[kz.Case]:
    """Return the cases of ``among`` with a site that may lie in a region, or certainly does."""
    if match not in ("possible", "certain"):
        raise ValueError(f'match={match!r} is neither "possible" nor "certain"')
    wanted = kz.find_region(region)
    fits = lies_in if match == "certain" else may_lie_in
    found = [case for case in among if any(fits(site.place, wanted) for site in case.sites)]
    return sorted(found, key=lambda case: case.id)
