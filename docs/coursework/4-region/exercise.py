"""Exercise 4: cases by region, through time. The task stands in README.md."""

from collections.abc import Iterable

import kzseparatism as kz


def may_lie_in(place: kz.Place, region: kz.Region) -> bool:
    """Return whether a place may lie in a region.

    ``place.regions`` has the regions that the place lies or may lie in; ``successors`` of a
    region has those that took over its land.
    """
    # What of a place in a region that no longer exists?
    return region in place.regions


def lies_in(place: kz.Place, region: kz.Region) -> bool:
    """Return whether a place certainly lies in a region, and can lie nowhere else."""
    # What if the place may lie in another region as well?
    return region in place.regions


def cases_by_region(
    region: kz.Region | str, *, match: str = "possible", among: Iterable[kz.Case]
) -> list[kz.Case]:
    """Return the cases of ``among`` with a site that may lie in a region, or certainly does.

    ``match`` is "possible" or "certain"; any other word has to raise a ValueError. The cases
    stand in the order of their ids.
    """
    wanted = kz.find_region(region)  # a name, a code, a former code or the region itself
    fits = lies_in if match == "certain" else may_lie_in
    found = [case for case in among if any(fits(site.place, wanted) for site in case.sites)]
    return sorted(found, key=lambda case: case.id)
