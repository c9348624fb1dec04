"""Finding a unit by name or code, and saying how surely a place lies in one."""

from __future__ import annotations

from typing import NoReturn

import attrs
import pytest

from kzseparatism.errors import (
    AmbiguousNameError,
    InvalidValueError,
    UnknownNameError,
    WholeCountryError,
    WrongTypeError,
)
from kzseparatism.model import Region, RegionName
from kzseparatism.names import gazetteer
from kzseparatism.names.gazetteer import Gazetteer
from kzseparatism.names.regions import find_region, placement


def unit(code: str, kind: str, *names: str, **fields: object) -> Region:
    """Return a unit with English names; the rest of its fields as given."""
    texts = [RegionName(text=name, language="en") for name in names]
    return Region(id=code, kind=kind, names=texts, **fields)  # type: ignore[arg-type]


NORTH = unit("KZ-59", "region", "North Kazakhstan region", former_codes=["KZ-SEV"])
EAST = unit("KZ-63", "region", "East Kazakhstan region", "Восточно-Казахстанская область")
AKMOLA = unit("KZ-11", "region", "Akmola region", "Akmola", "Tselinograd region")
ALMATY_REGION = unit("KZ-19", "region", "Almaty region", "Алматы облысы", former_codes=["KZ-ALM"])
ALMATY = unit("KZ-75", "city", "Almaty", "Alma-Ata")
ASTANA = unit("KZ-71", "city", "Astana", "Akmola city", "Tselinograd")
ABAI = unit("KZ-10", "region", "Abai region")
FORMER = unit(
    "kokshetau-region", "region", "Kokshetau region", valid_to="1997", successors=[NORTH, AKMOLA]
)
OLDER = unit("older-region", "region", "Older region", valid_to="1944", successors=[FORMER])
UNITS = (NORTH, EAST, AKMOLA, ALMATY_REGION, ALMATY, ASTANA, ABAI, FORMER)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("KZ-59", "KZ-59"),
        ("kz-59", "KZ-59"),
        (" KZ-SEV ", "KZ-59"),
        ("kz-sev", "KZ-59"),
        ("kokshetau-region", "kokshetau-region"),
        ("North Kazakhstan region", "KZ-59"),
        ("NORTH KAZAKHSTAN", "KZ-59"),
        ("North-Kazakhstan Oblast'", "KZ-59"),
        ("North Kazakhstan province", "KZ-59"),
        ("North Kazahstan oblısı", "KZ-59"),
        ("North", "KZ-59"),
        ("Восточно-Казахстанская", "KZ-63"),
        ("Восточно-Казахстанская обл.", "KZ-63"),
        ("область Абай", "KZ-10"),
        ("Kokshetau", "kokshetau-region"),
    ],
)
def test_find_region(query: str, code: str) -> None:
    """Codes, former codes, names in any writing, with or without their word for region, find it."""
    assert find_region(query, UNITS).id == code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("Almaty", "KZ-75"),
        ("алматы", "KZ-75"),
        ("Almatty", "KZ-75"),
        ("Almaty city", "KZ-75"),
        ("г. Алматы", "KZ-75"),
        ("город Алматы", "KZ-75"),
        ("Алматы қаласы", "KZ-75"),
        ("Алматы қ.", "KZ-75"),
        ("Alma-Ata", "KZ-75"),
        ("Almaty region", "KZ-19"),
        ("Almaty oblast", "KZ-19"),
        ("Almaty Province", "KZ-19"),
        ("Almaty oblysy", "KZ-19"),
        ("область Алматы", "KZ-19"),
        ("KZ-ALM", "KZ-19"),
        ("Akmola", "KZ-11"),
        ("Aqmola", "KZ-11"),
        ("Akmola oblast", "KZ-11"),
        ("Akmola city", "KZ-71"),
        ("город Акмола", "KZ-71"),
        ("Tselinograd", "KZ-71"),
        ("Tselinograd oblast", "KZ-11"),
    ],
)
def test_city_and_region_of_one_name(query: str, code: str) -> None:
    """The word for region or city decides; without one the unit whose own name it is."""
    assert find_region(query, UNITS).id == code


@pytest.mark.parametrize("query", ["Astana region", "Abai city", "Almaty city region", "Shymkent"])
def test_no_such_unit(query: str) -> None:
    """A city is not found as a region, nor a region as a city."""
    with pytest.raises(UnknownNameError, match="no region is called"):
        find_region(query, UNITS)


def test_bare_name_of_two() -> None:
    """A bare name that no unit has as its own, but two with a word for their kind, is refused."""
    units = [unit("KZ-01", "region", "Oral region"), unit("KZ-02", "city", "Oral city")]
    with pytest.raises(AmbiguousNameError) as caught:
        find_region("Oral", units)
    assert caught.value.candidates == ("Oral region (region, KZ-01)", "Oral city (city, KZ-02)")
    assert find_region("Oral oblast", units).id == "KZ-01"
    assert find_region("Oral qalasy", units).id == "KZ-02"


def test_bare_name_without_its_owner() -> None:
    """Where the city is not in the table, its name may lead to the region."""
    assert find_region("Almaty", [ALMATY_REGION, NORTH]) is ALMATY_REGION


def test_spelling_of_one_before_levelled_spelling_of_two() -> None:
    """A name that is one unit's letter for letter finds it, though another's is spelt alike."""
    units = [unit("KZ-01", "region", "Jem region"), unit("KZ-02", "region", "Zhem region")]
    assert find_region("zhem oblast", units).id == "KZ-02"
    assert find_region("jem oblast", units).id == "KZ-01"


def test_the_word_for_region_is_no_bare_name() -> None:
    """A name that is nothing but a word for region is not taken apart."""
    with pytest.raises(UnknownNameError):
        find_region("oblast", [unit("KZ-01", "region", "Province")])


def test_code_of_two() -> None:
    """A former code that two units of somebody's table share is refused."""
    shared = attrs.evolve(EAST, former_codes=["KZ-SEV"])
    with pytest.raises(AmbiguousNameError):
        find_region("KZ-SEV", [NORTH, shared])


@pytest.mark.parametrize(
    "query",
    ["Kazakhstan", "KAZAKHSTAN", "KZ", "kz", "Қазақстан", "Казахстан", "Республика Казахстан"],
)
def test_the_country_is_no_region(query: str) -> None:
    """The name of the country is a LookupError of its own that says to leave it out."""
    with pytest.raises(WholeCountryError, match="whole country, no region of it; leave it out"):
        find_region(query, UNITS)


def test_part_of_four_names_is_refused() -> None:
    """A word that several units have is refused with all of them."""
    with pytest.raises(AmbiguousNameError) as caught:
        find_region("Kazakhstan region", UNITS)
    assert len(caught.value.candidates) == 2


def test_suggestions() -> None:
    """A misspelt name is answered with display names."""
    with pytest.raises(UnknownNameError) as caught:
        find_region("Nroth Kazakhstan", UNITS)
    assert caught.value.candidates[0] == "North Kazakhstan region"


def test_region_passes_through() -> None:
    """A Region is returned as it is, in the table or not."""
    assert find_region(NORTH, []) is NORTH


@pytest.mark.parametrize("query", [None, 59, b"KZ-59", ("KZ-59",)])
def test_other_types(query: object) -> None:
    """Anything but text or a Region is a TypeError of ours."""
    with pytest.raises(WrongTypeError, match="region"):
        find_region(query, UNITS)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["", "  "])
def test_blank(query: str) -> None:
    """Blank text is a ValueError of ours."""
    with pytest.raises(InvalidValueError, match="is blank"):
        find_region(query, UNITS)


@pytest.mark.parametrize("query", ["\ud800", "\0", "x" * 100_000, "ß" * 99, "Kazakhstan" * 50])
def test_hostile_text(query: str) -> None:
    """Surrogates, NUL and long text lead to no region, and to an error that can be shown."""
    with pytest.raises(UnknownNameError) as caught:
        find_region(query, UNITS)
    assert str(caught.value).encode()


def test_long_text_is_not_levelled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long text is refused without being worked on."""
    prepared = Gazetteer(UNITS)

    def refuse(_text: str) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(gazetteer, "skeleton", refuse)
    with pytest.raises(UnknownNameError):
        prepared.find("x" * 100_000)


def test_index_is_made_once_for_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking up twice in one table prepares it once, and another table is prepared anew."""
    made = []

    class Counting(Gazetteer):
        def __init__(self, regions: tuple[Region, ...]) -> None:
            made.append(regions)
            super().__init__(regions)

    monkeypatch.setattr(gazetteer, "Gazetteer", Counting)
    table = [unit("KZ-98", "region", "Counted region")]
    assert find_region("Counted", table) is find_region("KZ-98", iter(table))
    assert len(made) == 1
    renamed = [unit("KZ-98", "region", "Renamed region")]
    assert find_region("Renamed", renamed).id == "KZ-98"
    assert len(made) == 2


@pytest.mark.parametrize(
    ("units", "queried", "answer"),
    [
        ((), NORTH, None),
        ((NORTH,), NORTH, "certain"),
        ((NORTH, NORTH), NORTH, "certain"),
        ((NORTH, EAST), NORTH, "possible"),
        ((EAST, NORTH), NORTH, "possible"),
        ((EAST,), NORTH, None),
        ((FORMER,), FORMER, "certain"),
        ((FORMER,), NORTH, "possible"),
        ((FORMER,), AKMOLA, "possible"),
        ((FORMER,), EAST, None),
        ((FORMER, NORTH), NORTH, "possible"),
        ((FORMER, NORTH), FORMER, "possible"),
        ((NORTH,), FORMER, None),
        ((NORTH, AKMOLA), FORMER, None),
        ((OLDER,), NORTH, "possible"),
        ((OLDER,), FORMER, "possible"),
        ((FORMER,), OLDER, None),
    ],
)
def test_placement(units: tuple[Region, ...], queried: Region, answer: str | None) -> None:
    """All of them: certain; one of them or a successor at any remove: possible; else not at all."""
    assert placement(units, queried) == answer


def test_placement_compares_ids() -> None:
    """Units of two datasets are the same unit when their ids are."""
    other = attrs.evolve(NORTH, note="From another dataset.")
    assert placement((other,), NORTH) == "certain"
    assert placement((attrs.evolve(FORMER, successors=[other]),), NORTH) == "possible"


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("KZ-SEV", AmbiguousNameError),
        ("Oral", AmbiguousNameError),
        ("Kazakhstan", WholeCountryError),
        ("Nowhere", UnknownNameError),
    ],
)
def test_errors_carry_what_was_asked(
    query: str, error: type[AmbiguousNameError | UnknownNameError]
) -> None:
    """A program reads from an error that a region was asked for, and by which name."""
    units = [
        unit("KZ-01", "region", "Oral region", former_codes=["KZ-SEV"]),
        unit("KZ-02", "city", "Oral city", former_codes=["KZ-SEV"]),
    ]
    with pytest.raises(error) as caught:
        find_region(query, units)
    assert (caught.value.what, caught.value.name) == ("region", query)


def test_bare_name_before_a_word_of_a_longer_name() -> None:
    """The whole name of one unit without its word for region beats a word of another's name."""
    names = ("Oral region", "Oral Hills region", "Oral Hills Lake region")
    units = [unit(f"KZ-0{number}", "region", name) for number, name in enumerate(names, 1)]
    assert find_region("oral", units).id == find_region("Orāl", units).id == "KZ-01"
    assert find_region("oral hills", units).id == "KZ-02"
    assert find_region("lake", units).id == "KZ-03"
