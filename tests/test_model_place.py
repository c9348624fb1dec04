"""The record of a unit: what its fields take, and what it says of itself."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Region, RegionName
from kzseparatism.vocab import RegionKind
from records import source

NORTH = RegionName(text="North Kazakhstan region", language="en")
RUSSIAN = RegionName(text="Северо-Казахстанская область", language="ru")
FORMER = RegionName(text="Kokchetav region", language="en", former=True)
TODAY = Region(id="KZ-59", kind="region", names=(NORTH,), former_codes=("KZ-SEV",))
WIDEST: dict[str, Any] = {
    "id": "old-unit",
    "kind": "region",
    "names": [NORTH, RUSSIAN],
    "former_codes": ["KZ-OLD"],
    "valid_from": "1992",
    "valid_to": "1997-05-03",
    "successors": [TODAY],
    "note": "Abolished by decree.",
}


def test_fields_are_converted() -> None:
    """Text for kind and dates, and lists, become the values that the fields hold."""
    unit = Region(**WIDEST)
    assert unit.kind is RegionKind.REGION
    assert unit.names == (NORTH, RUSSIAN)
    assert unit.valid_to == FuzzyDate.parse("1997-05-03")
    assert unit.successors == (TODAY,)


def test_name_and_former() -> None:
    """The first name is shown; a unit is former when it has an end."""
    assert Region(**WIDEST).name == "North Kazakhstan region"
    assert Region(**WIDEST).former
    assert not TODAY.former


def test_equal_by_value_hashed_by_id() -> None:
    """Units with one id hash alike, and are equal only if all their fields are."""
    noted = attrs.evolve(TODAY, note="A note.")
    assert hash(noted) == hash(TODAY)
    assert noted != TODAY
    assert attrs.evolve(TODAY) == TODAY


def test_links_are_shown_as_ids() -> None:
    """The representation names successors by id and does not print them."""
    assert "successors=(KZ-59)" in repr(Region(**WIDEST))


def test_every_field_is_defined() -> None:
    """Each field carries its definition, for schema and codebook."""
    for record in (Region, RegionName):
        for field in attrs.fields(record):
            assert field.metadata["definition"].endswith(".")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("id", "", "must not be empty"),
        ("id", "kz-59 ", "white space"),
        ("id", "KZ_59", "is not an id"),
        ("kind", "oblast", "is none of region, city"),
        ("names", [], "is empty"),
        ("names", [NORTH, NORTH], "stands twice"),
        ("names", [FORMER, NORTH], "can't be displayed"),
        ("names", [attrs.evolve(NORTH, former=True)], "can't be displayed"),
        ("former_codes", ["KZ-SEV", "KZ-SEV"], "stands twice"),
        ("former_codes", ["old-unit"], "is not a former code"),
        ("former_codes", ["sev"], "is not a former code"),
        ("valid_to", "1991", "is before 1992"),
        ("valid_to", None, "follow a unit that still exists"),
        ("note", " note", "white space"),
    ],
)
def test_values_that_mean_nothing(field: str, value: object, message: str) -> None:
    """A value that makes no sense for a unit is refused with the reason."""
    with pytest.raises(InvalidValueError, match=message):
        Region(**WIDEST | {field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", 59),
        ("kind", 1),
        ("names", "North Kazakhstan region"),
        ("names", ["North Kazakhstan region"]),
        ("former_codes", "KZ-SEV"),
        ("former_codes", [["KZ-SEV"]]),
        ("valid_from", 1992),
        ("successors", ["KZ-59"]),
        ("note", None),
    ],
)
def test_values_of_other_types(field: str, value: object) -> None:
    """A value of a type that the field does not take is a TypeError of ours."""
    with pytest.raises(WrongTypeError):
        Region(**WIDEST | {field: value})


def test_a_unit_does_not_follow_itself() -> None:
    """A unit is refused among its own successors."""
    with pytest.raises(InvalidValueError, match="can't follow itself"):
        Region(**WIDEST | {"id": "KZ-59", "successors": [TODAY]})


def test_a_code_is_not_its_own_former_code() -> None:
    """The id is refused among the former codes."""
    with pytest.raises(InvalidValueError, match="is not a former code"):
        Region(**WIDEST | {"id": "KZ-OLD"})


def test_overlapping_dates_are_taken() -> None:
    """An end that may lie after the beginning is no contradiction."""
    assert Region(**WIDEST | {"valid_from": "1997"}).former


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("text", "", InvalidValueError),
        ("text", "Almaty\n", InvalidValueError),
        ("language", "de_DE", InvalidValueError),
        ("language", None, WrongTypeError),
        ("former", 1, WrongTypeError),
    ],
)
def test_names_are_checked(field: str, value: Any, error: type[Exception]) -> None:
    """A name is a printable line in one language and script, former or not."""
    with pytest.raises(error):
        attrs.evolve(NORTH, **{field: value})


@pytest.mark.parametrize(
    ("fields", "place", "value"),
    [
        ({"id": ""}, "Region.id", ""),
        ({"id": "KZ_59"}, "Region 'KZ_59': id", "KZ_59"),
        ({"names": [FORMER, RUSSIAN]}, "Region 'old-unit': names", FORMER.text),
        ({"former_codes": [" x"]}, "Region 'old-unit': former_codes", " x"),
        ({"former_codes": ["sev"]}, "Region 'old-unit': former_codes", "sev"),
        ({"valid_to": "1991"}, "Region 'old-unit': valid_to", "1991"),
        ({"valid_to": None}, "Region 'old-unit': successors", ["KZ-59"]),
        ({"successors": ["KZ-59"]}, "Region 'old-unit': successors", "KZ-59"),
        ({"id": "KZ-59"}, "Region 'KZ-59': successors", "KZ-59"),
    ],
)
def test_errors_carry_field_and_value(fields: dict[str, Any], place: str, value: object) -> None:
    """A program reads from an error which field of which unit is wrong, and its value."""
    with pytest.raises((InvalidValueError, WrongTypeError)) as caught:
        Region(**WIDEST | fields)
    assert (caught.value.place, caught.value.value) == (place, value)


@pytest.mark.parametrize(
    "tag",
    [
        *("de", "DE", "kk-Latn", "ru-Latn", "zh-Hant-TW", "de-CH-1996", "es-419", "zh-yue-HK"),
        *("sl-rozaj-biske-1994", "en-a-myext-b-another", "de-x-my-own", "x-made-up", "tlh"),
    ],
)
def test_a_name_is_in_any_language(tag: str) -> None:
    """Whatever has the form of BCP 47 is taken as it is written."""
    assert RegionName(text="Nowhere", language=tag).language == tag


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("en_US", "en-US"),
        ("kk_Latn_KZ", "kk-Latn-KZ"),
        ("English", "en, kk-Latn or pt-BR"),
        ("русский", "en, kk-Latn or pt-BR"),
        ("e", "en, kk-Latn or pt-BR"),
        ("en-", "en, kk-Latn or pt-BR"),
        ("en--US", "en, kk-Latn or pt-BR"),
        ("en US", "en, kk-Latn or pt-BR"),
        ("Latn", "en, kk-Latn or pt-BR"),
        ("x-", "en, kk-Latn or pt-BR"),
        ("en-a", "en, kk-Latn or pt-BR"),
        ("en-" + "a" * 9, "en, kk-Latn or pt-BR"),
    ],
)
@pytest.mark.parametrize("make", [source, lambda **it: RegionName(text="Nowhere", **it)])
def test_what_is_no_tag_is_told_with_a_right_one(make: Any, tag: str, remedy: str) -> None:
    """A wrong tag is refused, for names and documents alike; an underscore is put right."""
    with pytest.raises(InvalidValueError, match="is not a language tag") as caught:
        make(language=tag)
    assert caught.value.place.endswith("language")
    assert caught.value.value == tag
    assert caught.value.remedy.endswith(f": {remedy}")


def test_a_hostile_tag_is_refused_at_once() -> None:
    """A tag of a million letters takes no time."""
    with pytest.raises(InvalidValueError, match="is not a language tag"):
        RegionName(text="Nowhere", language="en" + "-abcde1" * 150_000 + "-")


def test_the_name_to_show_is_in_any_language() -> None:
    """The first name is shown, and need not be English."""
    assert Region(id="AT-9", kind="city", names=[RUSSIAN, NORTH]).name == RUSSIAN.text
