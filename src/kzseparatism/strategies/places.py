"""Places, in the real regions of Kazakhstan or elsewhere."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from kzseparatism.model import Citation, Place, Region, RegionName
from kzseparatism.reading import load
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import check_flag
from kzseparatism.strategies.sources import cited


@st.composite
def regions(draw: st.DrawFn, *, former: bool | None = None) -> Region:
    """Generate units of Kazakhstan out of the shipped region table.

    Regions of another dataset are drawn from its own table: ``st.sampled_from(dataset.regions)``.
    ``former`` asks for abolished units only, or for those of today only. They shrink to the first
    of the table.
    """
    if former is not None:
        check_flag("former", former)
    return draw(_units(former))


@st.composite
def region_names(draw: st.DrawFn) -> RegionName:
    """Generate names of units out of the shipped region table, in every language and script."""
    unit = draw(_units(None))
    return draw(st.sampled_from(unit.names))


@cache
def _units(former: bool | None) -> st.SearchStrategy[Region]:  # noqa: FBT001 - passed on
    return st.sampled_from([unit for unit in load().regions if former in (None, unit.former)])


@strategy
def places(
    make: Maker,
    *,
    regions: st.SearchStrategy[Region] | None = None,
    countries: st.SearchStrategy[str] | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Place:
    """Generate places that there are not, in none, one or several units of Kazakhstan.

    ``regions`` draws each of the units that the place lies or may lie in, ``countries`` the code
    of the state. A place with a unit is in Kazakhstan unless ``countries`` says otherwise. They
    shrink to a place without a unit.
    """
    sizes = (0, 1, 1, 2)
    units = make.several("regions", regions, Region, _units(None), sizes)
    note, alias = make.flags(2)
    place = Place(
        citations=cited(make, citations),
        id=make.record_id("place"),
        name=f"Made-up place {make.line()}",
        aliases=make.lines(alias),
        country=make.one("countries", countries, str, st.just("KZ") if units else Maker.country),
        regions=units,
        note=make.text(wanted=note),
    )
    return make.keep(place)


def place_known_or_new(make: Maker) -> Place:
    """Return a place that other records of the test case name already, or a new one."""
    return make.known_or_new(Place, places)
