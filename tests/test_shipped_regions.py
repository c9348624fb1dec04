"""The table of units: against two public packages, and against its own rules."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

import iso3166_2
import pycountry
import pytest

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import AmbiguousNameError, UnknownNameError
from kzseparatism.model import Region, RegionName
from kzseparatism.names.regions import find_region
from kzseparatism.names.spelling import fold
from kzseparatism.vocab import RegionKind

# Two packages that others keep; neither says of what types its answers are.
PYCOUNTRY: Any = pycountry
ISO3166_2: Any = iso3166_2

# What the packages say of a unit and we do not: nicknames, a slip, a name that we give to another.
KNOWN_DISAGREEMENTS = {
    ("KZ-61", "Turkestankaya oblast"): "the standard's slip for Turkestanskaya",
    ("KZ-71", "Akmola"): "once the name of the city, today that of the region around it",
    ("KZ-75", "Southern Capital"): "a nickname",
    ("KZ-75", "Apple City"): "a nickname",
    ("KZ-75", "Big Apple"): "a nickname",
}
# Names that really are names of two units: none so far.
AMBIGUOUS: set[str] = set()


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """Return the table as it stands in the file."""
    return tuple(json.loads((files("kzseparatism") / "data" / "regions.json").read_text("utf-8")))


@cache
def regions() -> tuple[Region, ...]:
    """Return the table as records, each linked to its successors."""
    by_id: dict[str, Region] = {}
    for row in sorted(rows(), key=lambda row: len(row.get("successors", ()))):
        names = tuple(RegionName(**name) for name in row["names"])
        successors = tuple(by_id[unit] for unit in row.get("successors", ()))
        by_id[row["id"]] = Region(**row | {"names": names, "successors": successors})
    return tuple(by_id[row["id"]] for row in rows())


def current() -> dict[str, Region]:
    """Return the units of today by code."""
    return {unit.id: unit for unit in regions() if not unit.former}


def of_pycountry() -> dict[str, tuple[str, str]]:
    """Return code, kind and Kazakh name of each unit according to pycountry."""
    subdivisions = PYCOUNTRY.subdivisions.get(country_code="KZ")
    return {one.code: (one.type.lower(), one.name) for one in subdivisions}


@cache
def of_iso3166_2() -> dict[str, dict[str, Any]]:
    """Return what iso3166-2 says of each unit, by code."""
    return dict(ISO3166_2.Subdivisions()["KZ"])


def test_twenty_units_of_today() -> None:
    """There are 17 regions and 3 cities, and the one former unit that the documents need."""
    kinds = [unit.kind for unit in current().values()]
    assert kinds.count(RegionKind.REGION) == 17
    assert kinds.count(RegionKind.CITY) == 3
    assert [unit.id for unit in regions() if unit.former] == ["kokshetau-region"]


def test_order_and_canonical_text() -> None:
    """Units stand by code, those without one last; defaults are left out; the text is canonical."""
    ids = [row["id"] for row in rows()]
    assert ids == sorted(ids)
    order = ["id", "kind", "names", "former_codes", "valid_from", "valid_to", "successors", "note"]
    for row in rows():
        assert list(row) == [field for field in order if field in row]
        assert all(row.values())
        assert all(name.get("former", True) for name in row["names"])
    text = (files("kzseparatism") / "data" / "regions.json").read_text("utf-8")
    assert text == json.dumps(rows(), ensure_ascii=False, indent=2) + "\n"


def test_dates_are_canonical() -> None:
    """Each date in the file is written as it would be written out."""
    for row in rows():
        for field in ("valid_from", "valid_to"):
            if field in row:
                assert str(FuzzyDate.parse(row[field])) == row[field]


def test_codes_and_kinds_agree_with_pycountry() -> None:
    """Pycountry has the same codes, and the same kind for each."""
    assert {code: kind for code, (kind, _) in of_pycountry().items()} == {
        code: unit.kind.value for code, unit in current().items()
    }


def test_names_agree_with_pycountry() -> None:
    """The Kazakh name of the standard stands, as it is, among the names of the unit."""
    for code, (_, name) in of_pycountry().items():
        latin = {one.text for one in current()[code].names if one.language == "kk-Latn"}
        assert name in latin


def test_codes_and_kinds_agree_with_iso3166_2() -> None:
    """The package iso3166-2 has the same codes, and the same kind for each."""
    assert {code: row["type"].lower() for code, row in of_iso3166_2().items()} == {
        code: unit.kind.value for code, unit in current().items()
    }


def test_former_codes_agree_with_iso3166_2() -> None:
    """Each former code is one that the history in iso3166-2 shows as changed to the unit's code."""
    changed: dict[str, set[str]] = {code: set() for code in current()}
    for row in of_iso3166_2().values():
        for issue in row["history"] or ():
            for old, new in re.findall(r"(KZ-[A-Z]{3}) -> (KZ-\d\d)", issue["Change"]):
                changed[new].add(old)
    assert changed == {code: set(unit.former_codes) for code, unit in current().items()}


def names_of_iso3166_2() -> list[tuple[str, str]]:
    """Return every name in iso3166-2 with its code."""
    pairs = []
    for code, row in of_iso3166_2().items():
        others = re.sub(r" \((?:kaz|rus|eng)\)", "", row["localOtherName"] or "").split(", ")
        pairs += [(code, name.rstrip("’'")) for name in (row["name"], *others)]
    return sorted(set(pairs))


def test_names_agree_with_iso3166_2() -> None:
    """Every name in iso3166-2 is, but for accents, one of the unit's; exceptions are listed."""
    missing = {
        (code, name)
        for code, name in names_of_iso3166_2()
        if fold(name) not in {fold(one.text) for one in current()[code].names}
        and find_region_or_none(name) != current()[code]
    }
    assert missing == set(KNOWN_DISAGREEMENTS)


def find_region_or_none(name: str) -> Region | None:
    """Return the unit, or None where there is none."""
    try:
        return find_region(name, regions())
    except UnknownNameError:
        return None


ALL_NAMES = [(unit, name.text) for unit in regions() for name in unit.names]


@pytest.mark.parametrize(("unit", "name"), ALL_NAMES)
def test_every_name_finds_its_unit(unit: Region, name: str) -> None:
    """A name leads to its unit, in small letters and in capitals too, unless listed."""
    for written in (name, name.lower(), name.upper()):
        if name in AMBIGUOUS:
            with pytest.raises(AmbiguousNameError):
                find_region(written, regions())
        else:
            assert find_region(written, regions()) == unit


def test_every_code_finds_its_unit() -> None:
    """Codes and former codes lead to the unit of today."""
    for unit in regions():
        for code in (unit.id, *unit.former_codes):
            assert find_region(code, regions()) == unit
            assert find_region(code.lower(), regions()) == unit


def test_no_two_units_share_a_code() -> None:
    """Every code and former code stands once in the table."""
    codes = [code for unit in regions() for code in (unit.id, *unit.former_codes)]
    assert len(codes) == len(set(codes))


def test_every_language_is_there() -> None:
    """Each unit has a name of today in each of the five languages and scripts."""
    for unit in regions():
        languages = {name.language for name in unit.names if not name.former}
        assert languages == {"en", "kk", "kk-Latn", "ru", "ru-Latn"}


def test_scripts_fit_languages() -> None:
    """Kazakh and Russian names are in Cyrillic, the others in Latin letters."""
    for _, name in ((unit, name) for unit in regions() for name in unit.names):
        letters = [letter for letter in name.text if letter.isalpha()]
        cyrillic = [letter for letter in letters if "\u0400" <= letter <= "\u04ff"]
        assert cyrillic == (letters if name.language in {"kk", "ru"} else [])


def test_display_names_are_different() -> None:
    """No two units are shown by one name, and a region is always shown as one."""
    assert len({unit.name for unit in regions()}) == len(regions())
    for unit in regions():
        assert unit.name.endswith(" region") == (unit.kind is RegionKind.REGION)


def test_chain_of_equal_look_ups() -> None:
    """Short name, code, former code, Kazakh and Russian name lead to one unit."""
    queries = (
        "North Kazakhstan",
        "KZ-59",
        "KZ-SEV",
        "Солтүстік Қазақстан облысы",
        "Северо-Казахстанская область",
        "Severo-Kazakhstanskaya oblast",
        "North Kazakhstan province",
        "Soltüstık Qazaqstan oblysy",
    )
    assert {find_region(query, regions()).id for query in queries} == {"KZ-59"}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("Almaty", "KZ-75"),
        ("Almaty region", "KZ-19"),
        ("Almaty Oblast", "KZ-19"),
        ("Akmola", "KZ-11"),
        ("Акмола", "KZ-11"),
        ("Ақмола", "KZ-11"),
        ("Akmola city", "KZ-71"),
        ("Nursultan", "KZ-71"),
        ("Nur-Sultan", "KZ-71"),
        ("Tselinograd", "KZ-71"),
        ("Tselinograd region", "KZ-11"),
        ("Chimkent", "KZ-79"),
        ("Chimkent oblast", "KZ-61"),
        ("South Kazakhstan", "KZ-61"),
        ("Turkestan oblast", "KZ-61"),
        ("Zhetysu", "KZ-33"),
        ("Jetysu", "KZ-33"),
        ("область Жетісу", "KZ-33"),
        ("область Ұлытау", "KZ-62"),
        ("Abay", "KZ-10"),
        ("Kyzyl-Orda", "KZ-43"),
        ("Kokshetau oblast", "kokshetau-region"),
        ("Kokchetav", "kokshetau-region"),
    ],
)
def test_names_that_are_easily_confused(query: str, code: str) -> None:
    """Cities and regions of one name, and old names, lead where the table says they lead."""
    assert find_region(query, regions()).id == code


def test_successors() -> None:
    """A former unit has successors of today; a unit of today has none."""
    for unit in regions():
        assert bool(unit.successors) == unit.former
        assert all(successor.id in current() for successor in unit.successors)


def test_dates_of_law() -> None:
    """The units of June 2022 begin on the 8th, and Kokshetau region ends on 3 May 1997."""
    by_id = {unit.id: unit for unit in regions()}
    new = {"KZ-10", "KZ-33", "KZ-62"}
    assert {code for code in by_id if str(by_id[code].valid_from) == "2022-06-08"} == new
    assert str(by_id["kokshetau-region"].valid_to) == "1997-05-03"
    dated = {code for code in by_id if by_id[code].valid_from or by_id[code].valid_to}
    assert dated == new | {"kokshetau-region", "KZ-71", "KZ-79"}


def test_dated_units_say_why() -> None:
    """Each unit with a legal date has a note that says what the date rests on."""
    for unit in regions():
        assert unit.note or (unit.valid_from is None and unit.valid_to is None)
