"""Dates and lengths of time in words: every form, every sign, and nothing lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

import kzseparatism as kz
from kzseparatism import strategies as st
from kzseparatism.dates.wording import in_brief, in_words, length, with_doubt


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-05-30", "30 May 2023"),
        ("2023-05", "May 2023"),
        ("2023", "2023"),
        ("202X", "2020 to 2029"),
        ("20XX", "2000 to 2099"),
        ("2023-21", "spring 2023"),
        ("2023-24", "winter 2023 to 2024"),
        ("2023-33", "1 January 2023 to 31 March 2023"),
        ("[2021-12-01..2022-07-02]", "1 December 2021 to 2 July 2022"),
        ("[..2024-06-05?]", "5 June 2024 or before"),
        ("[2022-12-01..]", "1 December 2022 or after"),
    ],
)
def test_days_in_words(text: str, words: str) -> None:
    """Each form of a date has its words, and its sign is left out."""
    assert in_words(kz.FuzzyDate.parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-05-30", "30 May 2023"),
        ("2017-01-26?", "26 January 2017, uncertain"),
        ("2012-03~", "March 2012, approximate"),
        ("2012%", "2012, uncertain and approximate"),
        ("[2017-01-26?..2017-02-04?]", "a day from 26 January 2017 to 4 February 2017, uncertain"),
        ("[..2017-01-30?]", "30 January 2017 or before, uncertain"),
    ],
)
def test_a_sign_is_said(text: str, words: str) -> None:
    """A doubtful date says so, and a range is one day of it."""
    assert with_doubt(kz.FuzzyDate.parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-05-30", "30 May 2023"),
        ("[2014-08-26..2014-08-31]", "August 2014"),
        ("[2017-01-26?..2017-02-04?]", "2017?"),
        ("2012-03~", "about March 2012"),
        ("2012-24%", "about winter 2012 to 2013?"),
        ("202X", "2020 to 2029"),
        ("[2022-12-01..]", "since 2022"),
    ],
)
def test_a_title_has_the_shortest_name(text: str, words: str) -> None:
    """A title has the day, the month, the year or the years that hold the date, and its sign."""
    assert in_brief(kz.FuzzyDate.parse(text)) == words


@given(when=st.fuzzy_dates())
def test_a_title_hides_no_doubt(when: kz.FuzzyDate) -> None:
    """A qualified date is doubtful in its shortest name too, and no other is."""
    said = in_brief(when)
    assert bool(when.qualifier) == (said.startswith("about ") or said.endswith("?"))


@given(when=st.fuzzy_dates())
def test_the_years_and_the_doubt_are_in_the_words(when: kz.FuzzyDate) -> None:
    """The years of both ends are named, and the words are doubtful where the date is."""
    said = with_doubt(when)
    for day in (when.earliest, when.latest):
        assert day in (date.min, date.max) or str(day.year) in said
    assert bool(when.qualifier) == said.endswith(("uncertain", "approximate"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P1Y", "1 year"),
        ("P1Y6M", "1 year, 6 months"),
        ("P15D", "15 days"),
        ("P2Y1D", "2 years, 1 day"),
    ],
)
def test_a_length_in_words(text: str, words: str) -> None:
    """Each unit is said with its number, one or many."""
    assert length(kz.Term.parse(text)) == words
