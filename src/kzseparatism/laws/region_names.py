"""The laws of looking regions up by name or code."""

from __future__ import annotations

from hypothesis import strategies as st

from kzseparatism.laws.law import Laws, law
from kzseparatism.laws.territory import COUNTRY
from kzseparatism.laws.trial import Trial
from kzseparatism.model import Region
from kzseparatism.reading import load
from kzseparatism.strategies import regions

find_region: Laws = Laws("find_region")

# Names, with the code of the region that they lead to.
_SPELLINGS = (
    ("NORTH KAZAKHSTAN REGION", "KZ-59"),
    ("солтүстік қазақстан облысы", "KZ-59"),
    ("Soltustik Qazaqstan oblysy", "KZ-59"),
    ("Zhambyl region", "KZ-31"),
    ("Severo-Kazahstanskaja oblast'", "KZ-59"),
)
_WITHOUT_THE_WORD = (
    ("North Kazakhstan", "KZ-59"),
    ("North Kazakhstan oblast", "KZ-59"),
    ("Северо-Казахстанская", "KZ-59"),
    ("Pavlodar", "KZ-55"),
)
_CITY = ("Almaty", "Алматы", "Almaty city")
_AROUND_IT = ("Almaty region", "Алматы облысы")
# Names that lead to no single region.
_PARTS = ("Pavlo", "orth", "KZ-5", "Almat")
_OF_SEVERAL = ("oblast", "region", "облысы")
_UNKNOWN = ("Nowhere", "KZ-00", "Pavlodur region")
_BLANK = ("", "  ")


def _is(trial: Trial, text: str | Region, unit_id: str) -> None:
    if getattr(trial.answer(text), "id", None) != unit_id:
        trial.fail(unit_id)


@law(find_region)
def a_code_finds_its_region(trial: Trial) -> None:
    """The code of a region finds it, in capitals or not."""
    unit = trial.draw(regions())
    _is(trial, trial.one_of(unit.id, unit.id.lower()), unit.id)


@law(find_region)
def a_former_code_finds_its_region(trial: Trial) -> None:
    """A code that a region once had finds the region."""
    unit = trial.one_of(*(unit for unit in load().regions if unit.former_codes))
    _is(trial, trial.one_of(*unit.former_codes), unit.id)


@law(find_region)
def every_name_finds_its_region(trial: Trial) -> None:
    """Every name of a region, in Kazakh, Russian and English, finds it."""
    # A bare former name may since have become the name of another unit.
    unit = trial.draw(regions())
    names = [name.text for name in unit.names if not name.former]
    _is(trial, trial.one_of(*names), unit.id)


@law(find_region)
def spelling_makes_no_difference(trial: Trial) -> None:
    """Capitals, accents and the usual transliterations make no difference."""
    text, code = trial.one_of(*_SPELLINGS)
    _is(trial, text, code)


@law(find_region)
def the_word_for_region_may_be_left_out(trial: Trial) -> None:
    """The word for "region" may be left out, or be another language's."""
    _is(trial, *trial.one_of(*_WITHOUT_THE_WORD))


@law(find_region)
def a_city_is_not_its_region(trial: Trial) -> None:
    """A bare name that is a unit's own is that unit: Almaty is the city."""
    _is(trial, trial.one_of(*_CITY), "KZ-75")
    _is(trial, trial.one_of(*_AROUND_IT), "KZ-19")


@law(find_region)
def a_region_finds_itself(trial: Trial) -> None:
    """A Region finds itself."""
    unit = trial.draw(regions())
    _is(trial, unit, unit.id)


@law(find_region)
def part_of_a_region_word_is_not_enough(trial: Trial) -> None:
    """Part of a word is not enough: it is a LookupError."""
    trial.must_raise(LookupError, trial.one_of(*_PARTS))


@law(find_region)
def two_regions_are_refused(trial: Trial) -> None:
    """Words that fit several regions are a LookupError: nothing is guessed."""
    trial.must_raise(LookupError, trial.one_of(*_OF_SEVERAL))


@law(find_region)
def the_country_is_no_region(trial: Trial) -> None:
    """The whole country is not a region of itself: it is a LookupError."""
    trial.must_raise(LookupError, trial.one_of(*COUNTRY))


@law(find_region)
def an_unknown_region_is_refused(trial: Trial) -> None:
    """A name that no region has is a LookupError."""
    trial.must_raise(LookupError, trial.one_of(*_UNKNOWN))


@law(find_region)
def a_blank_region_is_refused(trial: Trial) -> None:
    """A blank name is a ValueError."""
    trial.must_raise(ValueError, trial.one_of(*_BLANK))


@law(find_region)
def the_definition_is_met(trial: Trial) -> None:
    """Whatever is asked, the region or the error is what the definition says."""
    pairs = (
        *_SPELLINGS,
        *_WITHOUT_THE_WORD,
        *((name, "KZ-75") for name in _CITY),
        *((name, "KZ-19") for name in _AROUND_IT),
    )
    for _ in range(trial.draw(st.integers(1, 20))):
        if trial.flip():
            unit = trial.draw(regions())
            names = [name.text for name in unit.names if not name.former]
            codes = (unit.id, unit.id.lower(), *unit.former_codes)
            _is(trial, trial.one_of(unit, *codes, *names), unit.id)
        elif trial.flip():
            _is(trial, *trial.one_of(*pairs))
        else:
            name = trial.one_of(*_PARTS, *_OF_SEVERAL, *COUNTRY, *_UNKNOWN, *_BLANK)
            trial.must_raise(LookupError if name.strip() else ValueError, name)
