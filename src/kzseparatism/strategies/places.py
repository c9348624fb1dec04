"""Places, in the real regions of Kazakhstan or elsewhere."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from kzseparatism.model import Citation, Place, Region, RegionName
from kzseparatism.reading import load
from kzseparatism.strategies.options import check_flag, strategy_or
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import a_few, countries, lines, names, texts
from kzseparatism.strategies.world import free_ids, some_of, worlds


@st.composite
def regions(draw: st.DrawFn, *, former: bool | None = None) -> Region:
    """Generate units of Kazakhstan out of the shipped region table, for no other exist.

    ``former`` asks for abolished units only, or for those of today only. They shrink to the first
    of the table.
    """
    if former is not None:
        check_flag("former", former)
    return draw(st.sampled_from(_units(former)))


@st.composite
def region_names(draw: st.DrawFn) -> RegionName:
    """Generate names of units out of the shipped region table, in every language and script."""
    unit = draw(regions())
    return draw(st.sampled_from(unit.names))


@cache
def _units(former: bool | None) -> tuple[Region, ...]:  # noqa: FBT001 - passed on
    return tuple(unit for unit in load().regions if former in (None, unit.former))


@st.composite
def places(
    draw: st.DrawFn,
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
    units = draw(some_of("regions", Region, strategy_or("regions", regions, _real_regions())))
    at_home = st.just("KZ") if units else _any_country()
    place = Place(
        citations=draw(cited(citations)),
        id=draw(free_ids("place")),
        name=draw(names("place")),
        aliases=draw(a_few(lines())),
        country=draw(strategy_or("countries", countries, at_home, str)),
        regions=units,
        note=draw(texts()),
    )
    return draw(worlds).add(place)


@cache
def _real_regions() -> st.SearchStrategy[Region]:
    return regions()


@cache
def _any_country() -> st.SearchStrategy[str]:
    return countries()
