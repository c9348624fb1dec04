"""The map of tiles: the numbers are those of the queries, and what is on no tile is told."""

from __future__ import annotations

import re
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import kzseparatism as kz
from kzseparatism.plot.scene import Box, Label
from kzseparatism.plot.tiles import places_of_tiles
from miniature import build
from records import actor, case, dataset, event, made_up_region, place, site, site_in, statement
from strategies import lists_of, sited_cases

UNITS = kz.regions
TODAY = [unit for unit in UNITS if not unit.former]


def numbers(picture: kz.plot.Picture) -> dict[str, tuple[int, int]]:
    """Return what the text says of each unit: how many are certain, how many more possible."""
    told = re.findall(r"^- (.*): (\d+) certain, (\d+) more possible$", picture.text, re.MULTILINE)
    return {name.removesuffix(" (former)"): (int(one), int(more)) for name, one, more in told}


def labels(picture: kz.plot.Picture) -> list[str]:
    """Return the words in a picture, in the order in which they are drawn."""
    return [shape.text for shape in picture._scene.shapes if isinstance(shape, Label)]


@settings(max_examples=40)
@given(lists_of(sited_cases))
def test_numbers_are_those_of_the_queries(cases: list[kz.Case]) -> None:
    """Each unit has the cases that ``cases_by_region`` finds in it, certainly and possibly."""
    picture = kz.plot.regions(cases)
    told = numbers(picture)
    for unit in UNITS:
        certain = len(kz.cases_by_region(unit, match="certain", among=cases))
        possible = len(kz.cases_by_region(unit, among=cases))
        assert told.get(unit.name, (0, 0)) == (certain, possible - certain)
    nowhere = sum(not any(one.place.regions for one in case.sites) for case in cases)
    assert f"In no region: {nowhere or 'none'}" in picture.text


def test_tiles_say_what_the_text_says() -> None:
    """The numbers of the cases stand on the tiles; only a tile with a possible one is hatched."""
    picture = kz.plot.regions(kz.cases)
    assert "3 + 2 possible" in labels(picture)
    assert "2 possible" in labels(picture)
    assert labels(picture).count("0") == len(UNITS) - len(numbers(picture))
    hatched = [one for one in picture._scene.shapes if isinstance(one, Box) and one.hatched]
    assert len(hatched) == 1 + sum(more > 0 for _, more in numbers(picture).values())
    assert "Former units" in labels(picture)
    assert "In no region: 5 (4 with no place, 1 only in KZ)" in labels(picture)


def test_the_more_are_certain_the_darker_is_the_tile() -> None:
    """A tile's colour goes with the certain number alone, and is white if there is none."""
    cases = [case(f"north-{n}", sites=[site_in("KZ-59")]) for n in range(4)]
    cases += [case("east", sites=[site_in("KZ-63")])]
    cases += [case(f"either-{n}", sites=[site_in("KZ-11", "KZ-63")]) for n in range(9)]
    scene = kz.plot.regions(cases)._scene
    tiles = [
        (box.fill, label.text)
        for box, label in zip(scene.shapes, scene.shapes[1:], strict=False)
        if isinstance(box, Box) and isinstance(label, Label) and not box.hatched
    ]
    light = {text.split()[0]: sum(bytes.fromhex(fill[1:])) for fill, text in tiles}
    fills = [box.fill for box in scene.shapes if isinstance(box, Box) and box.height > 20]
    assert light["North"] < sum(bytes.fromhex(max(set(fills) - {"#ffffff"})[1:])) < 3 * 255
    assert fills.count("#ffffff") == len(UNITS) - 2


def test_places_abroad_and_no_places_are_told_apart() -> None:
    """What lies in no region is counted by the countries of its places."""
    words = [
        statement("one", places=[place("moscow", country="RU")]),
        statement("two", places=[place("moscow", country="RU"), place("kyiv", country="UA")]),
        statement("three"),
        event("four", places=[place("steppe", country="KZ")]),
    ]
    told = "In no region: 4 (1 only in KZ, 1 only in RU, 1 only in RU and UA, 1 with no place)."
    picture = kz.plot.regions(words)
    assert told in picture.text
    assert picture.title == "Regions: 4 records"


def test_tiles_of_kazakhstan_stand_like_on_a_map() -> None:
    """Each of the twenty units has a tile of its own, and some neighbours are beside each other."""
    stands = places_of_tiles(TODAY)
    assert set(stands) == {unit.id for unit in TODAY}
    assert len(set(stands.values())) == 20
    for west, east in [("KZ-27", "KZ-39"), ("KZ-39", "KZ-55"), ("KZ-43", "KZ-33")]:
        assert stands[west][0] < stands[east][0]
    for north, south in [("KZ-59", "KZ-11"), ("KZ-27", "KZ-47"), ("KZ-61", "KZ-79")]:
        assert stands[north][1] < stands[south][1]


@given(st.integers(0, 40))
def test_tiles_of_other_units_do_not_meet(number: int) -> None:
    """Units of other countries stand in rows in the order of names, each in its own place."""
    units = [made_up_region(f"unit-{n:02}") for n in range(number)]
    stands = places_of_tiles(reversed(units))
    assert [stands[unit.id] for unit in units] == sorted(
        stands.values(), key=lambda at: (at[1], at[0])
    )
    assert len(set(stands.values())) == number
    assert max((column for column, _ in stands.values()), default=0) < 7


def test_a_dataset_has_its_own_units(tmp_path: Any) -> None:
    """Without ``units`` the units behind the records are shown, with it all those given."""
    own = build(tmp_path)
    picture = kz.plot.regions(own.cases, units=own.regions)
    assert all(unit.name.removesuffix(" region") in labels(picture) for unit in own.regions)
    assert "The tiles stand in the order of their names, not like on a map." in picture.text
    nowhere = made_up_region("made-up-county")
    alone = kz.plot.regions([case(sites=[site(place(regions=[nowhere]))])])
    assert numbers(alone) == {"Made Up County": (1, 0)}
    assert "none: " not in alone.text


def test_units_left_out_are_told() -> None:
    """Records in a unit that is not among those to show are not lost in silence."""
    north = case(sites=[site_in("KZ-59")])
    told = kz.plot.regions([north], units=kz.regions.where(kind="city")).text
    assert "Not shown, because they are not among the units: KZ-59." in told


@pytest.mark.parametrize("records", [[], [case()]])
def test_nothing_to_show_is_a_map_of_zeros(records: list[Any]) -> None:
    """Without a record in a region every tile says 0."""
    assert labels(kz.plot.regions(records)).count("0") == len(UNITS)


def test_large_numbers_stand_in_two_lines() -> None:
    """A number that does not fit into a line is not cut."""
    many = [case(f"certain-{n}", sites=[site_in("KZ-59")]) for n in range(1200)]
    many += [case(f"possible-{n}", sites=[site_in("KZ-59", "KZ-11")]) for n in range(1200)]
    assert {"1200 + 1200", "possible"} <= set(labels(kz.plot.regions(many)))


@pytest.mark.parametrize(
    ("records", "value"),
    [
        (3, "3 is not a list of records"),
        ([actor()], "'nemo-nobody' is an actor, which is not drawn here"),
        ([case(), kz.sources[0]], "is a source, which is not drawn here"),
        (dataset(), "is not a list of records"),
    ],
)
def test_other_things_are_refused(records: Any, value: str) -> None:
    """What has no place is an error that says which, what it is and what to give."""
    with pytest.raises(kz.WrongTypeError, match="records: ") as raised:
        kz.plot.regions(records)
    assert value in str(raised.value)
    assert str(raised.value).endswith("give cases, parts of cases, statements, events or places")


def test_units_have_to_be_regions() -> None:
    """Names of regions are refused as units: nothing is looked up here."""
    with pytest.raises(kz.WrongTypeError, match=r"give regions, such as dataset\.regions"):
        kz.plot.regions([], units=["KZ-59"])  # type: ignore[list-item] # what is tested
