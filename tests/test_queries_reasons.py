"""Why a record is in an answer: the sentence agrees with the queries, and says what decides."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
from records import case, place, site, site_in, stage, statement

WORDS = ("possible", "coded", "certain")
YEARS = st.integers(1990, 2025)


def said_to_be_in(sentence: str) -> bool:
    """Return whether a sentence says that the record is in the answer."""
    return " is not in the answer" not in sentence


@given(st.sampled_from(kz.statements), YEARS, YEARS, st.sampled_from(WORDS))
def test_agrees_with_statements_between(
    one: kz.Statement, first: int, last: int, word: Any
) -> None:
    """In the answer is what the query answers; certainly so is what it answers for certain."""
    window = (f"{min(first, last)}", f"{max(first, last)}")
    sentence = kz.why(one, *window, match=word)
    assert said_to_be_in(sentence) == (one in kz.statements_between(*window, match=word))
    if said_to_be_in(sentence):
        certain = one in kz.statements_between(*window, match="certain")
        assert certain == (" certainly in the answer" in sentence)


@pytest.mark.parametrize("word", ["possible", "certain"])
def test_agrees_with_the_questions_about_cases(word: Any) -> None:
    """For every case, some years and every region, alone and together."""
    windows = [(f"{year}", f"{year}") for year in (1996, 1999, 2014, 2022, 2023)]
    for one in kz.cases:
        for unit in kz.regions:
            there = one in kz.cases_by_region(unit, match=word)
            assert said_to_be_in(kz.why(one, region=unit, match=word)) == there
            for window in windows:
                then = one in kz.cases_between(*window, match=word)
                both = kz.why(one, *window, region=unit, match=word)
                assert said_to_be_in(both) == (there and then)


@pytest.mark.parametrize(
    ("date", "because"),
    [
        ("2023-05-30", "x is certainly in the answer: its date, 30 May 2023, is inside the window"),
        ("2023-05?", "x is possibly in the answer: its date, May 2023, is inside the window but "),
        (
            "[2022-12-01..2023-07-02]",
            "x is possibly in the answer: its date, 1 December 2022 to 2 July 2023, meets the wind",
        ),
        ("2022", "x is not in the answer: its date, 2022, is before the window"),
        ("2024-01~", "x is not in the answer: its date, January 2024, is after the window"),
        (None, "x is not in the answer: it has no date"),
        ("[..2023-01]", "its date, 31 January 2023 or before, meets the window but is not inside"),
        ("[2023..]", "its date, 1 January 2023 or after, meets the window but is not inside"),
    ],
)
def test_what_is_said_of_a_date(date: str | None, because: str) -> None:
    """The sentence names the days, and what they have to do with the window."""
    assert because in kz.why(statement("x", date), "2023", "2023")


def test_signs_are_named() -> None:
    """What keeps a date from being certain is said in a word."""
    for date, sign in (("2023?", "uncertain"), ("2023~", "approximate"), ("2023%", "approximate")):
        assert kz.why(statement("x", date), "2023", "2023").endswith(sign)
        assert "not in the answer" not in kz.why(statement("x", date), "2023", match="coded")


def test_the_best_stage_and_place_decide() -> None:
    """A case is in an answer by the stage and the place that fit best."""
    one = case(
        "x",
        stages=[stage("conduct", "[2020..2023]"), stage("arrest", "2022-05"), stage("appeal")],
        sites=[site(place("abroad", country="DE")), site_in("KZ-59", "KZ-11"), site_in("KZ-59")],
    )
    both = kz.why(one, "2022", "2022", region="KZ-59")
    assert both.startswith("x is certainly in the answer: the date of its arrest, May 2022, is ins")
    assert both.endswith("; its place, Site-Kz-59, lies in North Kazakhstan region")
    other = kz.why(one, "2022", "2022", region="KZ-11", match="coded")
    assert other.startswith("x is possibly in the answer")
    assert "may lie in Akmola" in other
    assert kz.why(one, "1999", "1999").endswith("none of its dates meets the window")
    without = kz.why(one, "2022", "2022", region="KZ-27", match="certain")
    assert without == "x is not in the answer: none of its places lies in West Kazakhstan region"


def test_ids_parts_and_moments() -> None:
    """An id means a shipped record; parts of cases, moments and documents have dates too."""
    assert kz.why(kz.statements[0].id) == kz.why(kz.statements[0])
    first = kz.stages("sentence")[0]
    assert kz.why(first, "1900", "1901").startswith(f"{first.id} is not in the answer: its date")
    moment = kz.timeline()[-1]
    assert "in the answer: its date" in kz.why(moment)
    assert "is certainly in" in kz.why(kz.sources[0], "2000", "2030")
    assert "is not in the answer: it has no date" in kz.why(kz.sentences()[0])
    assert "lies in" in kz.why(kz.stages(among=[kz.cases[0]])[0], region="Almaty")
    town = kz.places["petropavlovsk"]
    assert "certainly" in kz.why(town, region="North Kazakhstan")


@pytest.mark.parametrize(
    ("question", "error", "message"),
    [
        ({"record": "putin"}, kz.InvalidValueError, "is an Actor, which has no date"),
        ({"record": "putin", "region": "Akmola"}, kz.InvalidValueError, "which has no places"),
        ({"record": "putinn"}, kz.UnknownIdError, "no record has the id"),
        ({"record": 3}, kz.WrongTypeError, "record: 3 is neither a record nor its id"),
        ({"start": "2023", "end": "2022"}, kz.InvalidValueError, "ends before it starts"),
        ({"match": "perhaps"}, kz.InvalidValueError, "match: 'perhaps' is none of"),
        ({"region": "Akmola", "match": "coded"}, kz.InvalidValueError, "match: 'coded' is neither"),
        ({"region": "Atlantis"}, kz.UnknownNameError, "no region is called 'Atlantis'"),
    ],
    ids=str,
)
def test_errors(question: dict[str, Any], error: type[Exception], message: str) -> None:
    """What the questions refuse is refused here, and records that have nothing to say."""
    with pytest.raises(error, match=message):
        kz.why(**{"record": kz.cases[0], **question})
