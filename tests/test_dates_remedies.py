"""What people write for a date, and what the message tells them to write instead."""

from __future__ import annotations

import re

import pytest

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError

# By kind: why the text is refused, and the texts with all that each may mean.
KINDS: dict[str, tuple[str, dict[str, list[str]]]] = {
    "zeros": (
        "has 00 for what is not known:",
        {
            "2021-00-00": ["2021"],
            "2021-05-00": ["2021-05"],
            "2021-00": ["2021"],
            "1999-12-00": ["1999-12"],
            "2021-00-00?": ["2021?"],
            "2023-04-00~": ["2023-04~"],
        },
    ),
    "unknown digits": (
        "is not a date: X, a capital, stands for an unknown digit:",
        {
            "1990-uu-uu": ["1990"],
            "1990-05-uu": ["1990-05"],
            "199u": ["199X"],
            "19uu": ["19XX"],
            "202x": ["202X"],
            "20xx": ["20XX"],
            "20xx?": ["20XX?"],
            "202х": ["202X"],
            "2023-xx": ["2023"],
            "2023-05-xx~": ["2023-05~"],
            "199?": ["199X"],
            "19??": ["19XX"],
            "2023-??-??": ["2023"],
            "199*": ["199X"],
        },
    ),
    "decades": (
        "is not a date:",
        {
            "1990s": ["199X"],
            "1990's": ["199X"],
            "2020s?": ["202X?"],
            "1980s": ["198X"],
            "1900s": ["190X", "19XX"],
        },
    ),
    "year first": (
        "is not a date:",
        {
            "2023/05/30": ["2023-05-30"],
            "2023.05.30": ["2023-05-30"],
            "2023_05_30": ["2023-05-30"],
            "2023 05 30": ["2023-05-30"],
            "2023-5-30": ["2023-05-30"],
            "2023-5-3": ["2023-05-03"],
            "2023-12-1~": ["2023-12-01~"],
            "2023/5": ["2023-05"],
            "2023.05": ["2023-05"],
            "2023-5": ["2023-05"],
            "2023/05/00": ["2023-05"],
        },
    ),
    "day or month first": (
        "is not a date:",
        {
            "30/05/2023": ["2023-05-30"],
            "30.05.2023": ["2023-05-30"],
            "30-05-2023": ["2023-05-30"],
            "30 05 2023": ["2023-05-30"],
            "05/30/2023": ["2023-05-30"],
            "5/30/2023?": ["2023-05-30?"],
            "5/5/2023": ["2023-05-05"],
            "30.05.2023 г.": ["2023-05-30"],
            "05/2023": ["2023-05"],
            "05.2023": ["2023-05"],
        },
    ),
    "day and month alike": (
        "is not a date, and the day and the month can't be told apart:",
        {
            "05/06/2023": ["2023-06-05", "2023-05-06"],
            "05.06.2023": ["2023-06-05", "2023-05-06"],
            "1.12.2023": ["2023-12-01", "2023-01-12"],
            "12-11-2023": ["2023-11-12", "2023-12-11"],
            "1/2/2023~": ["2023-02-01~", "2023-01-02~"],
        },
    ),
    "intervals": (
        "is an interval, a thing that lasted: write the day it began, or for one day of it",
        {
            "2023/2024": ["[2023..2024]"],
            "2023-01/2023-02": ["[2023-01..2023-02]"],
            "2023-05-30/2023-06-02": ["[2023-05-30..2023-06-02]"],
            "30.05.2023/02.06.2023": [
                "[2023-05-30..2023-06-02]",
            ],
            "2023?/2024?": ["[2023?..2024?]"],
            "../2023": ["[..2023]"],
            "2023/..": ["[2023..]"],
            "/2023": ["[..2023]"],
            "2023/": ["[2023..]"],
        },
    ),
    "ranges": (
        "is not a date: for one day of a range",
        {
            "2023-2024": ["[2023..2024]"],
            "2023–2024": ["[2023..2024]"],
            "2023/24": ["[2023..2024]"],
            "2022..2023": ["[2022..2023]"],
            "2022 - 2023": ["[2022..2023]"],
            "2023-05-30 - 2023-06-02": ["[2023-05-30..2023-06-02]"],
            "2023-05 to 2023-07": ["[2023-05..2023-07]"],
        },
    ),
    "seasons": (
        "is not a date: the seasons are 21 to 24, from spring to winter:",
        {
            "spring 2023": ["2023-21"],
            "Summer of 2023": ["2023-22"],
            "in the autumn of 2023": ["2023-23"],
            "Fall 2023": ["2023-23"],
            "весна 2023 г.": ["2023-21"],
            "күз 2023?": ["2023-23?"],
        },
    ),
    "winters": (
        "is not a date: winter is 24, of the year in which it begins:",
        {
            "winter 2023": ["2023-24", "2022-24"],
            "in the winter of 2023": ["2023-24", "2022-24"],
            "зимой 2023 года": ["2023-24", "2022-24"],
            "қыс 2023?": ["2023-24?", "2022-24?"],
        },
    ),
    "a month or two years": ("is not a date:", {"2011/12": ["2011-12", "[2011..2012]"]}),
    "sets": (
        "is a set of several days: for one of them",
        {
            "{2022..2023}": ["[2022..2023]"],
            "{2022,2023}": ["[2022..2023]"],
            "{2023-05-01..2023-05-03}": ["[2023-05-01..2023-05-03]"],
            "{2022-05..2023}": ["[2022-05..2023]"],
            "{2023-01, 2023-02}": ["[2023-01..2023-02]"],
        },
    ),
    "no separators": (
        "is not a date:",
        {
            "20230530": ["2023-05-30"],
            "30052023": ["2023-05-30"],
            "05302023": ["2023-05-30"],
            "20230500": ["2023-05"],
            "202305": ["2023-05"],
            "20230530?": ["2023-05-30?"],
            "122012": ["1220-12", "2012-12"],
        },
    ),
    "months in words": (
        "is not a date:",
        {
            "May 2023": ["2023-05"],
            "30 May 2023": ["2023-05-30"],
            "May 30, 2023": ["2023-05-30"],
            "30th of May 2023": ["2023-05-30"],
            "Sept 2023": ["2023-09"],
            "2023-Dec-1": ["2023-12-01"],
            "MARCH 2023?": ["2023-03?"],
            "май 2023": ["2023-05"],
            "30 мая 2023 года": ["2023-05-30"],
            "1 марта 2023": ["2023-03-01"],
            "мамыр 2023": ["2023-05"],
        },
    ),
    "white space around": (
        "has white space around it:",
        {
            " 2023": ["2023"],
            "2023 ": ["2023"],
            "2023\n": ["2023"],
            "\t2023-05?": ["2023-05?"],
            " [2023..2024]": ["[2023..2024]"],
        },
    ),
    "white space inside": (
        "has white space in it:",
        {
            "2023 - 05": ["2023-05"],
            "2023-05 -30": ["2023-05-30"],
            "2023 ?": ["2023?"],
            "202 X": ["202X"],
            "2023-\u00a005": ["2023-05"],
        },
    ),
    "other digits": (
        "is not in the digits 0-9, X and -:",
        {
            "٢٠٢٣": ["2023"],
            "۲۰۲۳": ["2023"],
            "２０２３": ["2023"],
            "２０２３-０５-３０": ["2023-05-30"],
            "2023–05": ["2023-05"],
            "2023−05−30": ["2023-05-30"],
            "202Х": ["202X"],
        },
    ),
    "about": (
        "is not a date: ~ at the end says about:",
        {
            "c. 2023": ["2023~"],
            "c.2023": ["2023~"],
            "ca. 2023": ["2023~"],
            "circa 2023-05": ["2023-05~"],
            "about May 2023": ["2023-05~"],
            "около 2023": ["2023~"],
            "2023 ca.": ["2023~"],
            "c. 2023?": ["2023%"],
        },
    ),
    "times": (
        "has a time of day, and a date has none:",
        {
            "2023-05-30T10:00": ["2023-05-30"],
            "2023-05-30 10:00:00": ["2023-05-30"],
            "2023-05-30T10:00:00+06:00": ["2023-05-30"],
            "2023-05-30T10:00Z": ["2023-05-30"],
            "30.05.2023 9:15": ["2023-05-30"],
        },
    ),
    "quarters": (
        "is not a date: the quarters are 33 to 36, the halves 40 and 41:",
        {
            "2023-Q2": ["2023-34"],
            "2023Q1": ["2023-33"],
            "Q4 2023": ["2023-36"],
            "2023-q3?": ["2023-35?"],
            "2023-H1": ["2023-40"],
            "H2 2023": ["2023-41"],
        },
    ),
    "signs": (
        "is not a date: one sign stands at the end:",
        {
            "?2023": ["2023?"],
            "~2023": ["2023~"],
            "2023?-05": ["2023-05?"],
            "2023-?05": ["2023-05?"],
            "2023-05-?30": ["2023-05-30?"],
            "2023??": ["2023?"],
            "2023?~": ["2023%"],
            "2023?-05~": ["2023-05%"],
        },
    ),
    "sign after the bracket": (
        "has its sign after the bracket: in a range",
        {
            "[2022..2023]?": ["[2022?..2023?]"],
            "[2022-05..2023-06-01]~": ["[2022-05~..2023-06-01~]"],
            "[..2023]%": ["[..2023%]"],
            "[2022..]?": ["[2022?..]"],
            "[2022?..2023?]?": ["[2022?..2023?]"],
            "[2022?..2023]?": ["[2022?..2023?]"],
        },
    ),
    "perhaps": ("is not a date: ? at the end says perhaps:", {"2023-05 (?)": ["2023-05?"]}),
}
CASES = [
    pytest.param(why, text, meant, id=f"{kind}: {text!a}")
    for kind, (why, texts) in KINDS.items()
    for text, meant in texts.items()
]


def refusal(text: str) -> str:
    """Return what the message says of ``text``."""
    with pytest.raises(InvalidValueError) as caught:
        FuzzyDate.parse(text)
    assert (caught.value.place, caught.value.value) == ("date", text)
    return f"{caught.value.complaint}: {caught.value.remedy}"


@pytest.mark.parametrize(("why", "text", "meant"), CASES)
def test_remedy_is_what_was_meant(why: str, text: str, meant: list[str]) -> None:
    """The message says why, and shows all that may be meant, each of which can be read."""
    written = " or ".join(f'"{one}"' for one in meant)
    assert refusal(text) == f"{why} write {written}"
    assert all(str(FuzzyDate.parse(one)) == one or one[0] == "[" for one in meant)


@pytest.mark.parametrize(
    "text", [text for kind, (_, texts) in KINDS.items() if kind != "intervals" for text in texts]
)
def test_only_intervals_are_called_intervals(text: str) -> None:
    """A slash inside one date does not make an interval of it."""
    assert "interval" not in refusal(text)


NO_DATE = {
    "is not a day: there is no 2023-02-30": ["2023/02/30", "30.02.2023", "30 Feb 2023"],
    "is not a day: there is no 2023-02-29": ["2023-2-29", "20230229", "29/02/2023", "29022023"],
    "is not a date: where nothing is known, leave the date out": [
        *("", " ", "unknown", "n.d.", "None", "nan", "-"),
    ],
    "says nothing about the year: leave the date out": [
        *("XXXX", "uuuu", "xxxx-05-30", "????", "0000-00-00"),
    ],
    'names a month but no year: write the year, too, as in "2023-03"': [
        *("March", "in March", "Early March", "mar.", "late-march", "в марте", "наурыз"),
    ],
    'names a month but no year: write the year, too, as in "2023-05"': ["May", "of May", "мае"],
    "names a day but no month: write [A..B] around the days it may be": [
        *("2021-00-15", "2021-00-01?", "1999-00-31", "2021-XX-15", "2021-XX-15~"),
    ],
    "is an interval, a thing that lasted: write the day it began, or for one day of it write "
    "[A..B], the earlier end first": [
        "2024/2023",
        "2023?/2024",
        "2023-05/2023-04",
        "2023-13/2024",
        "2023/2022-05",
    ],
    'is not a date: write the year first, in four digits, as in "2023-05-30"': [
        *("30/05/23", "23-05-30", "30.05.23", "1.1.23", "05-30-23"),
    ],
    "is not a date: for 'on or before' write [..B], for 'on or after' [A..]": [
        *("before 2023", "after 2023-05", "since 2014", "до 2023", "by May 2023"),
    ],
}


@pytest.mark.parametrize(
    ("text", "remedy"), [(text, remedy) for remedy, texts in NO_DATE.items() for text in texts]
)
def test_text_of_which_no_date_can_be_made(text: str, remedy: str) -> None:
    """Where nothing can be read into a text, no date is shown as its meaning."""
    assert refusal(text) == remedy


@pytest.mark.parametrize("text", ["2XXX", "2023-1X", "2023-05-3X", "2023-05-3?", "1X90", "199U-uu"])
def test_x_stands_where_x_can_stand(text: str) -> None:
    """An X for one digit of a month or a day leads to a range."""
    assert re.match(r"is not a date: X stands for .*; else write \[A\.\.B\]", refusal(text))


@pytest.mark.parametrize(
    "text",
    ["Mayday 2023", "20231330", "may 23", "30/05", "2023-Q5", "12023", "-2023", "today", "5%"],
)
def test_nothing_is_guessed(text: str) -> None:
    """Text that can mean anything gets the general remedy."""
    assert refusal(text).startswith('is not a date: write a day "2023-05-30", a month "2023-05"')


@pytest.mark.parametrize(
    ("text", "end", "remedy"),
    [
        ("[20230530..]", "20230530", 'is not a date: write "2023-05-30"'),
        ("[2021-00-00..2022]", "2021-00-00", 'has 00 for what is not known: write "2021"'),
        ("[2022..30.05.2023]", "30.05.2023", 'is not a date: write "2023-05-30"'),
        ("[2023 ..2024]", "2023 ", 'has white space around it: write "2023"'),
        ("[..c. 2023]", "c. 2023", 'is not a date: ~ at the end says about: write "2023~"'),
        ("[?2022..2023]", "?2022", 'is not a date: one sign stands at the end: write "2022?"'),
    ],
)
def test_remedy_is_for_the_end_that_is_wrong(text: str, end: str, remedy: str) -> None:
    """In a range the message names the end, and says what to write for it alone."""
    assert refusal(text) == f"has the end {end!r}, which {remedy}"


@pytest.mark.parametrize(
    ("text", "with_sign", "without"),
    [
        ("[2022?..2023]", "[2022?..2023?]", "[2022..2023]"),
        ("[2022..2023~]", "[2022~..2023~]", "[2022..2023]"),
        ("[2022?..2023~]", "[2022?..2023?]", "[2022..2023]"),
        ("[2022-05%..2023-06-01]", "[2022-05%..2023-06-01%]", "[2022-05..2023-06-01]"),
        ("[202X..2030?]", "[202X?..2030?]", "[202X..2030]"),
    ],
)
def test_two_signs_in_a_range(text: str, with_sign: str, without: str) -> None:
    """The message says that the signs differ, and shows the range with one sign and with none."""
    assert refusal(text) == (
        "has different signs at its two ends: write the same sign at both, as in "
        f'"{with_sign}", or none, "{without}"'
    )
    assert FuzzyDate.parse(with_sign).without_qualifier() == FuzzyDate.parse(without)


@pytest.mark.parametrize(
    "piece", ["c. ", "1:00 ", "2/", "/", "..", ",", "?", "X", " to ", "may ", "٢"]
)
def test_remedies_are_found_at_once(piece: str) -> None:
    """However often a piece comes again, the message comes, and is short."""
    text = (piece * 64)[:64]
    assert len(refusal(text)) < 300
