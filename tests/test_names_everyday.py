"""Units by the names of every day, by bare codes and letters, and by names of the past."""

from __future__ import annotations

import pickle

import pytest

import kzseparatism as kz
from kzseparatism.names.everyday import code_of, everyday, is_abbreviation
from kzseparatism.names.past import fate_of


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("KZ-27", "Batys Kazakhstan; Batys Kazakhstan oblast; W. Kazakhstan; ЗКО; БҚО; WKO; zko"),
        ("KZ-27", "Западно-Казахстанской области; Zap.-Kaz. obl.; Kazakhstan, West; ZAP"),
        ("KZ-59", "Soltustik Kazakhstan; Soltüstik Kazakhstan rgn; СКО; ско; СҚО; SQO; NKO"),
        ("KZ-59", "N. Kazakhstan rgn; N Kaz prov.; Severo-Kazakhstan; Severo-; Сев.-Каз. обл."),
        ("KZ-59", "SEV; kz-sev; KZ SEV; 59; kz59; KZ 59; KZ_59; KZ–59; KAZ-59; \uff15\uff19"),
        ("KZ-63", "Shygys Kazakhstan; Shyghys Kazakhstan; ВКО; В.К.О.; ШҚО; VKO; EKO; Vostochno-"),
        ("KZ-61", "Ontustik Kazakhstan; Ongtustik Kazakhstan region; ЮКО; ОҚО; YuKO; Yuzhno-Kaz."),
        ("KZ-55", "Pavlodar, Kazakhstan; Pavlodar Region of Kazakhstan; Kazakhstan: Pavlodar"),
        ("KZ-55", "Pavlodar region (Kazakhstan); Region of Pavlodar; the Pavlodar oblast; PAV"),
        ("KZ-75", "Almaty, Kazakhstan; Almaty munic.; city of Almaty; Almaty municipality; ALA"),
        ("KZ-19", "Almaty Region, KZ; Алматинской области; Almaty rgn; Almaty prov.; ALM"),
        ("KZ-71", "Astana, Republic of Kazakhstan; Tselinograd; Astana munic; AST; 71"),
        ("KZ-11", "Tselinograd region; Целиноградской области; Akmola rgn; 11; AKM"),
        ("KZ-23", "Guryev region; Guryev; Гурьевской области; Guryev, Kazakhstan"),
        ("KZ-39", "Kustanai; Kustanai oblast; Кустанайской обл.; KUS; Kustanai rgn"),
        ("kokshetau-region", "Kokchetav; Kokchetav rgn; Кокчетавской области"),
        ("KZ-79", "Chimkent; г. Чимкент; Chimkent munic.; SHY; 79"),
        ("KZ-31", "Dzhambul; Dzhambul rgn; Джамбулской области; 31; ZHA"),
    ],
)
def test_everyday_forms(code: str, names: str) -> None:
    """Each form leads to its unit."""
    assert {name: kz.find_region(name).id for name in names.split("; ")} == dict.fromkeys(
        names.split("; "), code
    )


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Semipalatinsk region", "Semipalatinsk"),
        ("Семипалатинской области", "Semipalatinsk"),
        ("Dzhezkazgan", "Dzhezkazgan"),
        ("Жезказганская обл.", "Dzhezkazgan"),
        ("Taldy-Kurgan oblast", "Taldy-Kurgan"),
        ("Taldyqorghan oblysy", "Taldy-Kurgan"),
        ("Turgai", "Turgay"),
        ("Торгайская область", "Turgay"),
        ("Mangyshlak rgn", "Mangyshlak"),
    ],
)
def test_units_of_the_past(name: str, unit: str) -> None:
    """A former unit that the table does not have is an error that says so, and offers nothing."""
    with pytest.raises(kz.UnknownNameError, match=f"{unit} region, which this table") as caught:
        kz.find_region(name)
    assert caught.value.candidates == ()
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - ours


@pytest.mark.parametrize(
    "name",
    [
        "North of Kazakhstan",
        "northern Kazakhstan",
        "НКО",
        "man",
        "sev",
        "00",
        "KZ-00",
        "KZ-5",
        "RU-59",
        "Semey city, Russia",
        "Kazakhstan, nowhere",
        "Abai munic.",
        "Astana rgn",
        "N.",
        "of Kazakhstan",
        "N. Kazakhstan " + "x" * 100,
    ],
)
def test_forms_that_lead_nowhere(name: str) -> None:
    """A part of the country, a word and a code of nobody are no unit."""
    with pytest.raises(kz.UnknownNameError):
        kz.find_region(name)


def test_letters_of_two() -> None:
    """SKO is the north in Russian and the former south in English: both are named."""
    with pytest.raises(kz.AmbiguousNameError) as caught:
        kz.find_region("SKO")
    assert len(caught.value.candidates) == 2


@pytest.mark.parametrize(
    "name", ["Kazakhstan, Republic of", "the Republic of Kazakhstan", "KZ", "Қазақстан"]
)
def test_the_country(name: str) -> None:
    """The country is told as such, also where its name is turned round."""
    with pytest.raises(kz.WholeCountryError):
        kz.find_region(name)


def test_suggestions_of_regions() -> None:
    """A suggestion shares more than "region" and "Kazakhstan" with what was asked."""
    for asked, candidates in {
        "Pavlodur region": ("Pavlodar region",),
        "Eastern Kazakhstan oblast": ("East Kazakhstan region",),
        "South Sudan": (),
        "Western Kazakhstan": ("West Kazakhstan region",),
        "Kazakh oblast": (),
        "KZ-BAY": (),
        "Est Kazakhstan": ("East Kazakhstan region", "West Kazakhstan region"),
        "Sakhalin region": (),
        "Ministry of Kazakhstan": (),
        "Novosibirsk oblast": (),
    }.items():
        with pytest.raises(kz.UnknownNameError) as caught:
            kz.find_region(asked)
        assert set(caught.value.candidates) <= set(candidates)
        assert bool(caught.value.candidates) == bool(candidates)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Uralsk", "in West Kazakhstan region"),
        ("Уральск", "in West Kazakhstan region"),
        ("Petropavlovsk", "in North Kazakhstan region"),
        ("Усть-Каменогорск", "in East Kazakhstan region"),
        ("Konaev", "in Almaty region"),
        ("Omsk", "lies in no region"),
    ],
)
def test_a_town_is_told(name: str, said: str) -> None:
    """A town is no region: the error says where it lies and what asks about it."""
    with pytest.raises(kz.UnknownNameError, match=said) as caught:
        kz.cases_by_region(name)
    assert said in caught.value.reason
    assert "kz.cases_by_place(" in caught.value.remedy


def test_other_kinds_of_name_are_told() -> None:
    """A place where an actor is asked for is told; "Uralsk region" and the city stay units."""
    with pytest.raises(kz.UnknownNameError, match="Omsk is a place"):
        kz.cases_involving("Omsk")
    assert kz.find_region("Uralsk region").id == "KZ-27"
    assert kz.find_region("Nur-Sultan").id == "KZ-71"
    assert kz.find_region("Almaty Oblast").id == "KZ-19"


def test_statements_about_take_the_same_forms() -> None:
    """A question about a thing takes everyday names of regions as well."""
    wanted = kz.statements_about("KZ-59")
    for name in ("Soltustik Kazakhstan", "СКО", "N. Kazakhstan rgn", "KZ 59", "59"):
        assert kz.statements_about(name) == wanted
    with pytest.raises(kz.UnknownNameError, match="abolished in 1997"):
        kz.statements_about("Semipalatinsk region")


def test_keys() -> None:
    """Keys are empty for what is no name of a unit."""
    assert [everyday(text) for text in ("", "region", "?!")] == [""] * 3
    assert [code_of(text) for text in ("", "KZ", "591", "x" * 50)] == [""] * 4
    assert not is_abbreviation("Oko Saka")
    assert fate_of("x" * 200) == ""


def test_dates_of_names() -> None:
    """Names agree with what is said of them: former ones end, and end after they began."""
    for unit in kz.regions:
        for name in unit.names:
            assert name.former or name.valid_to is None
    sultan = next(one for one in kz.regions["KZ-71"].names if one.text == "Nur-Sultan")
    assert (str(sultan.valid_from), str(sultan.valid_to)) == ("2019-03-23", "2022-09")
    with pytest.raises(kz.InvalidValueError, match="ends a name that is not former"):
        kz.RegionName(text="Somewhere", language="en", valid_to="1992")
    with pytest.raises(kz.InvalidValueError, match="when it began"):
        kz.RegionName(
            text="Somewhere", language="en", former=True, valid_from="1992", valid_to="1991"
        )


@pytest.mark.parametrize("name", ["Ско", "ско", "Region KZ", "Абай", "СК", "СКОО ОК"])
def test_what_is_not_all_in_capitals_is_no_abbreviation(name: str) -> None:
    """A word that has the letters of one, or ends in capitals, is a word."""
    assert not is_abbreviation(name)
    assert is_abbreviation("СКО")


def test_a_text_of_any_length_is_a_name_that_nothing_has() -> None:
    """It is not taken for the name of a country, which nobody has that long."""
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.find_region("Kazakhstan" * 1_000)
    assert not isinstance(caught.value, kz.WholeCountryError)
