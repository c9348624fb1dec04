"""FuzzyDate by example: what its texts mean, what is refused, and what it says of itself."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pytest

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.errors import InvalidValueError, KzSeparatismError, WrongTypeError

MEANINGS = [
    # text, earliest, latest, canonical text, precision
    ("2023-05-30", date(2023, 5, 30), date(2023, 5, 30), "2023-05-30", "day"),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "2024-02-29", "day"),
    ("0002-01-01", date(2, 1, 1), date(2, 1, 1), "0002-01-01", "day"),
    ("9998-12-31", date(9998, 12, 31), date(9998, 12, 31), "9998-12-31", "day"),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "2023-02", "month"),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024-02", "month"),
    ("2023-12", date(2023, 12, 1), date(2023, 12, 31), "2023-12", "month"),
    ("2023-05-XX", date(2023, 5, 1), date(2023, 5, 31), "2023-05", "month"),
    ("2023", date(2023, 1, 1), date(2023, 12, 31), "2023", "year"),
    ("9998", date(9998, 1, 1), date(9998, 12, 31), "9998", "year"),
    ("2023-XX", date(2023, 1, 1), date(2023, 12, 31), "2023", "year"),
    ("2023-XX-XX", date(2023, 1, 1), date(2023, 12, 31), "2023", "year"),
    ("202X", date(2020, 1, 1), date(2029, 12, 31), "202X", "decade"),
    ("001X", date(10, 1, 1), date(19, 12, 31), "001X", "decade"),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31), "20XX", "century"),
    ("01XX", date(100, 1, 1), date(199, 12, 31), "01XX", "century"),
    ("2023-21", date(2023, 3, 1), date(2023, 5, 31), "2023-21", "season"),
    ("2023-22", date(2023, 6, 1), date(2023, 8, 31), "2023-22", "season"),
    ("2023-23", date(2023, 9, 1), date(2023, 11, 30), "2023-23", "season"),
    ("2022-24", date(2022, 12, 1), date(2023, 2, 28), "2022-24", "season"),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "2023-24", "season"),
    ("2023-33", date(2023, 1, 1), date(2023, 3, 31), "2023-33", "quarter"),
    ("2023-34", date(2023, 4, 1), date(2023, 6, 30), "2023-34", "quarter"),
    ("2023-35", date(2023, 7, 1), date(2023, 9, 30), "2023-35", "quarter"),
    ("2023-36", date(2023, 10, 1), date(2023, 12, 31), "2023-36", "quarter"),
    ("2023-40", date(2023, 1, 1), date(2023, 6, 30), "2023-40", "half"),
    ("2023-41", date(2023, 7, 1), date(2023, 12, 31), "2023-41", "half"),
    ("[2023-05..2023-06-15]", date(2023, 5, 1), date(2023, 6, 15), None, "range"),
    ("[2023-24..202X]", date(2023, 12, 1), date(2029, 12, 31), None, "range"),
    ("[2023-06..2023]", date(2023, 6, 1), date(2023, 12, 31), None, "range"),
    ("[2021..2022]", date(2021, 1, 1), date(2022, 12, 31), None, "range"),
    ("[2015..2024]", date(2015, 1, 1), date(2024, 12, 31), None, "range"),
    ("[1950..2049]", date(1950, 1, 1), date(2049, 12, 31), None, "range"),
    ("[2023-02..2024-01]", date(2023, 2, 1), date(2024, 1, 31), None, "range"),
    ("[2023-02..2023-04]", date(2023, 2, 1), date(2023, 4, 30), None, "range"),
    ("[2023-05-02..2023-05-31]", date(2023, 5, 2), date(2023, 5, 31), None, "range"),
    ("[2020..2029]", date(2020, 1, 1), date(2029, 12, 31), "202X", "decade"),
    ("[2023-05-30..2023-05-30]", date(2023, 5, 30), date(2023, 5, 30), "2023-05-30", "day"),
    ("[..2023]", date.min, date(2023, 12, 31), "[..2023-12-31]", "open"),
    ("[..009X]", date.min, date(99, 12, 31), "[..0099-12-31]", "open"),
    ("[2023..]", date(2023, 1, 1), date.max, "[2023-01-01..]", "open"),
    # Were the open end taken for a day, these two would be a decade and a century.
    ("[9990..]", date(9990, 1, 1), date.max, "[9990-01-01..]", "open"),
    ("[9900..]", date(9900, 1, 1), date.max, "[9900-01-01..]", "open"),
]
RANGES = [
    # a range without signs, its canonical text, and its text where each end carries a "?"
    ("[2023-03..2024-05]", "[2023-03-01..2024-05-31]", "[2023-03-01?..2024-05-31?]"),
    ("[..2024-06-05]", "[..2024-06-05]", "[..2024-06-05?]"),
    ("[2024-06..]", "[2024-06-01..]", "[2024-06-01?..]"),
    ("[2017-01-30..2017-02-03]", "[2017-01-30..2017-02-03]", "[2017-01-30?..2017-02-03?]"),
    ("[2017..2018-02-03]", "[2017-01-01..2018-02-03]", "[2017-01-01?..2018-02-03?]"),
    ("[..202X]", "[..2029-12-31]", "[..2029-12-31?]"),
    ("[2023-01..2023-03]", "2023-33", "2023-33?"),
    ("[2023-05-30..2023-05-30]", "2023-05-30", "2023-05-30?"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "canonical", "precision"), MEANINGS)
def test_text_means_these_days(
    text: str, earliest: date, latest: date, canonical: str | None, precision: str
) -> None:
    """Each form of text means its first to its last day, and is written in one canonical way."""
    parsed = FuzzyDate.parse(text)
    assert parsed == FuzzyDate(earliest, latest)
    assert parsed.precision == precision
    assert str(parsed) == canonical or str(parsed) == f"[{earliest}..{latest}]"
    assert (str(parsed) == canonical) == (canonical is not None)


@pytest.mark.parametrize("qualifier", ["?", "~", "%"])
@pytest.mark.parametrize("period", ["2023-05-30", "2023-05", "2023", "2023-24", "202X", "20XX"])
def test_qualifier_is_kept_and_moves_nothing(period: str, qualifier: str) -> None:
    """A qualifier after any named period is read and written back, and the days stay the same."""
    plain, qualified = FuzzyDate.parse(period), FuzzyDate.parse(period + qualifier)
    assert (qualified.earliest, qualified.latest) == (plain.earliest, plain.latest)
    assert qualified.qualifier == qualifier
    assert qualified != plain
    assert str(qualified) == period + qualifier
    assert qualified.without_qualifier() == plain
    assert qualified.precision == plain.precision


@pytest.mark.parametrize("sign", ["?", "~", "%"])
@pytest.mark.parametrize(("plain", "canonical", "qualified"), RANGES)
def test_a_range_carries_one_sign_at_its_given_ends(
    plain: str, canonical: str, qualified: str, sign: str
) -> None:
    """The sign stands at both ends, or at the one that is given; the days stay the same."""
    first, last = plain[1:-1].split("..")
    ends = [f"{end}{sign}" if end else "" for end in (first, last)]
    value, without = FuzzyDate.parse(f"[{'..'.join(ends)}]"), FuzzyDate.parse(plain)
    assert value == FuzzyDate(without.earliest, without.latest, sign)
    assert (str(without), str(value)) == (canonical, qualified.replace("?", sign))
    assert FuzzyDate.parse(str(value)) == value != without
    assert value.without_qualifier() == without
    assert (value.precision, value.is_open) == (without.precision, without.is_open)


def test_equal_ranges_with_equal_signs_are_equal() -> None:
    """However they were written, and they hash alike; another sign makes another value."""
    same = [FuzzyDate.parse(text) for text in ("[2023?..2024?]", "[2023-01?..2024-12-31?]")]
    same.append(FuzzyDate(date(2023, 1, 1), date(2024, 12, 31), "?"))
    assert len(set(same)) == 1
    other = FuzzyDate.parse("[2023~..2024~]")
    assert len({*same, other, other.without_qualifier()}) == 3


REFUSED = [
    # text, what the message must say
    ("", "is not a date"),
    (" 2023", "white space"),
    ("2023 ", "white space"),
    ("2023\n", "white space"),
    ("2023-05-30\n", "white space"),
    ("[2023 ..2024]", "white space"),
    ("20230530", 'write "2023-05-30"'),
    ("[20230530..]", 'write "2023-05-30"'),
    ("2023-01/2023-02", 'for one day of it write "[2023-01..2023-02]"'),
    ("../2023", 'for one day of it write "[..2023]"'),
    ("2023-02-29", "2023-02 has 28 days"),
    ("2023-02-29~", "2023-02 has 28 days"),
    ("2023-04-31", "2023-04 has 30 days"),
    ("2023-04-00", 'write "2023-04"'),
    ("[2023-02-30..2024]", "2023-02 has 28 days"),
    ("2023-00-10", "names a day but no month"),
    ("2023-13-10", "months are 01 to 12"),
    ("2023-21-05", "months are 01 to 12"),
    ("2023-00", 'write "2023"'),
    ("2023-13", "after the year stands a month"),
    ("2023-20", "after the year stands a month"),
    ("2023-25", "after the year stands a month"),
    ("2023-32", "after the year stands a month"),
    ("2023-37", "after the year stands a month"),
    ("2023-39", "after the year stands a month"),
    ("2023-42", "after the year stands a month"),
    ("2023-21-XX", "after the year stands a month"),
    ("2023-XX-05", "names a day but no month"),
    ("202X-05", "part of an unknown year"),
    ("202X-XX", "part of an unknown year"),
    ("XXXX", "leave the date out"),
    ("XXXX-05-30", "leave the date out"),
    ("2XXX", "is not a date"),
    ("202x", "is not a date"),
    ("2023-X5", "is not a date"),
    ("2023-1X", "is not a date"),
    ("2023-05-3X", "is not a date"),
    ("2X23", "is not a date"),
    ("2023-5", "is not a date"),
    ("23-05-30", "is not a date"),
    ("12023", "is not a date"),
    ("-2023", "is not a date"),
    ("+2023", "is not a date"),
    ("Y12023", "is not a date"),
    ("2023-05-30T12:00", "has a time of day"),
    ("2023-W05-1", "is not a date"),
    ("2023-150", "is not a date"),
    ("2023??", "is not a date"),
    ("?2023", "is not a date"),
    ("2023?-05", "is not a date"),
    ("2023_05", "is not a date"),
    ("30 May 2023", "is not a date"),
    ("2023-05-30\x00", "is not a date"),
    ("\ud800", "is not a date"),
    ("٢٠٢٣", "is not in the digits 0-9"),
    ("\uff12\uff10\uff12\uff13", "is not in the digits 0-9"),
    ("202³", "in the digits 0-9"),
    ("2023–05", "is not in the digits 0-9, X and -"),
    ("0000", "outside the years 0002 to 9998"),
    ("0001", "outside the years 0002 to 9998"),
    ("0001-12-31", "outside the years 0002 to 9998"),
    ("0000-01-01", "outside the years 0002 to 9998"),
    ("9999", "for an open end write [..B] (on or before) or [A..] (on or after)"),
    ("9999-01-01", "outside the years 0002 to 9998"),
    ("9999-12", "outside the years 0002 to 9998"),
    ("[..9999]", "outside the years 0002 to 9998"),
    ("000X", "outside the years 0002 to 9998"),
    ("00XX", "outside the years 0002 to 9998"),
    ("999X", "outside the years 0002 to 9998"),
    ("99XX", "outside the years 0002 to 9998"),
    ("9998-24", "outside the years 0002 to 9998"),
    ("0001-24", "outside the years 0002 to 9998"),
    ("[..]", "write [A..B], [A..] or [..B]"),
    ("[]", "write [A..B], [A..] or [..B]"),
    ("[2023]", "write [A..B], [A..] or [..B]"),
    ("[2023.2024]", "write [A..B], [A..] or [..B]"),
    ("[2023,2024]", "write [A..B], [A..] or [..B]"),
    ("[2022..2023..2024]", "is not a date"),
    ("[2022...2024]", "is not a date"),
    ("[[2022..2023]..2024]", "is not a date"),
    ("[2022..2023", "is not a date"),
    ("2022..2023", "is not a date"),
    ("{2022..2023}", "is a set of several days"),
    ("[2022..2023]?", "has its sign after the bracket"),
    ("[2022?..2023]", "different signs at its two ends"),
    ("[2022..2023~]", "different signs at its two ends"),
    ("[2022%..2023~]", "different signs at its two ends"),
    ("[2024..2023]", "runs backwards"),
    ("[2023-05-31..2023-05-30]", "runs backwards"),
    ("[2023-06-15..2023-05]", "runs backwards"),
]


@pytest.mark.parametrize(("text", "remedy"), REFUSED)
def test_other_text_is_refused_with_a_remedy(text: str, remedy: str) -> None:
    """Text outside the grammar is a ValueError that names the whole text and what to write."""
    with pytest.raises(InvalidValueError) as caught:
        FuzzyDate.parse(text)
    assert isinstance(caught.value, ValueError)
    assert caught.value.value == text
    assert remedy in str(caught.value)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize("text", ["2" * 1_000_000, "[" + "." * 1_000_000 + "]", " " * 65, "X" * 65])
def test_long_text_is_refused_unread(text: str) -> None:
    """Text longer than any date is refused for its length alone, with a short message."""
    with pytest.raises(InvalidValueError, match="longer than 64 characters") as caught:
        FuzzyDate.parse(text)
    assert len(str(caught.value)) < 250


def test_text_of_the_greatest_length_still_gets_a_precise_hint() -> None:
    """Sixty-four characters are read, and refused for what they say."""
    with pytest.raises(InvalidValueError, match="white space"):
        FuzzyDate.parse("2023".ljust(64))


@pytest.mark.parametrize("value", [None, 2023, b"2023", date(2023, 1, 1), FuzzyDate.parse("2023")])
def test_parse_takes_text_only(value: Any) -> None:
    """Anything but text is a TypeError."""
    with pytest.raises(WrongTypeError, match=r"is not text; FuzzyDate\.of\(\)"):
        FuzzyDate.parse(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2023-05~", "2023-05~"),
        (np.str_("2023-05"), "2023-05"),
        (FuzzyDate.parse("202X"), "202X"),
        (date(2023, 5, 30), "2023-05-30"),
        (datetime(2023, 5, 30, 23, 59, tzinfo=UTC), "2023-05-30"),
        (datetime(2023, 5, 30, 23, 59, tzinfo=timezone(timedelta(hours=-11))), "2023-05-30"),
        (datetime(2023, 5, 30, 0, 1), "2023-05-30"),  # noqa: DTZ001
        (pd.Timestamp("2023-05-30 23:59:59.999999999"), "2023-05-30"),
    ],
)
def test_of_takes_every_form_of_a_date(value: Any, text: str) -> None:
    """Text, a FuzzyDate, a date and a datetime (the day on its own clock) make a FuzzyDate."""
    made = FuzzyDate.of(value)
    assert made == FuzzyDate.parse(text)
    assert type(made.earliest) is type(made.latest) is date


def test_of_returns_a_fuzzy_date_itself() -> None:
    """A FuzzyDate, being frozen, comes back as the same object, qualifier and all."""
    given = FuzzyDate.parse("2023?")
    assert FuzzyDate.of(given) is given


@pytest.mark.parametrize("number", [2014, 0, -5, 10**30])
def test_of_tells_how_to_write_a_number(number: Any) -> None:
    """A whole number is a TypeError that says to write text."""
    with pytest.raises(WrongTypeError, match='write text, such as "2014"'):
        FuzzyDate.of(number)


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, False, 2014.0, float("nan"), b"2014", bytearray(b"2014"), object(), date),
        *(
            pd.NaT,
            pd.NA,
            pd.Period("2023-05"),
            np.datetime64("2023-05-30"),
            np.datetime64("NaT", "D"),
        ),
        *(np.int64(2014), np.array(["2023"]), timedelta(1), ["2023"], ("2023",), {}, 1j),
    ],
    ids=lambda value: type(value).__name__,
)
def test_of_refuses_everything_else(value: Any) -> None:
    """Missing values, floats, bytes, truth values and containers are a TypeError, never a guess."""
    with pytest.raises(WrongTypeError, match="is not a date; give a FuzzyDate"):
        FuzzyDate.of(value)


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 6, 1), date(9999, 6, 1)])
def test_of_refuses_days_that_stand_for_open_ends(day: date) -> None:
    """A day of the year 1 or 9999 is a ValueError."""
    with pytest.raises(InvalidValueError, match="outside the years 0002 to 9998"):
        FuzzyDate.of(day)


DAY = date(2023, 5, 30)


@pytest.mark.parametrize(
    ("arguments", "error", "place", "remedy"),
    [
        (("2023", DAY), WrongTypeError, "FuzzyDate.earliest", "is not a plain datetime.date"),
        ((DAY, None), WrongTypeError, "FuzzyDate.latest", "is not a plain datetime.date"),
        ((datetime(2023, 5, 1, tzinfo=UTC), DAY), WrongTypeError, "FuzzyDate.earliest", "plain"),
        ((DAY, pd.Timestamp("2024")), WrongTypeError, "FuzzyDate.latest", "plain"),
        ((pd.NaT, DAY), WrongTypeError, "FuzzyDate.earliest", "plain"),
        ((DAY, date(2023, 5, 29)), InvalidValueError, "FuzzyDate.latest", "2023-05-30"),
        ((date.min, date.max), InvalidValueError, "FuzzyDate.latest", "leaves both ends open"),
        ((date(1, 1, 2), DAY), InvalidValueError, "FuzzyDate.earliest", "outside the years"),
        ((date.max, date.max), InvalidValueError, "FuzzyDate.earliest", "outside the years"),
        ((date(9999, 1, 1), date.max), InvalidValueError, "FuzzyDate.earliest", "outside"),
        ((DAY, date(9999, 12, 30)), InvalidValueError, "FuzzyDate.latest", "outside the years"),
        ((date.min, date.min), InvalidValueError, "FuzzyDate.latest", "outside the years"),
        ((date.min, date(1, 12, 31)), InvalidValueError, "FuzzyDate.latest", "outside"),
        ((DAY, DAY, None), WrongTypeError, "FuzzyDate.qualifier", "is not text"),
        ((DAY, DAY, "!"), InvalidValueError, "FuzzyDate.qualifier", "is unknown"),
        ((DAY, DAY, "??"), InvalidValueError, "FuzzyDate.qualifier", "is unknown"),
        ((DAY, DAY, "?~"), InvalidValueError, "FuzzyDate.qualifier", "is unknown"),
        ((date.min, date.max, "?"), InvalidValueError, "FuzzyDate.latest", "leaves both ends open"),
    ],
)
def test_constructor_refuses_what_is_no_date(
    arguments: tuple[Any, ...], error: type[Exception], place: str, remedy: str
) -> None:
    """The constructor holds types, order, years and qualifier, and says which field is wrong."""
    with pytest.raises(error) as caught:
        FuzzyDate(*arguments)
    assert str(caught.value).startswith(f"{place}: ")
    assert remedy in str(caught.value)
    assert isinstance(caught.value, KzSeparatismError)


def test_constructor_takes_the_outermost_days() -> None:
    """The first and last days that are no open end are good bounds, beside an open end too."""
    first, last = date(2, 1, 1), date(9998, 12, 31)
    assert not FuzzyDate(first, last).is_open
    assert FuzzyDate(date.min, first).is_open
    assert FuzzyDate(last, date.max).is_open


def test_dates_are_values() -> None:
    """Dates are frozen, hash by value, have no other attributes, and survive pickle and copy."""
    one, same = FuzzyDate.parse("2023-05?"), FuzzyDate(date(2023, 5, 1), date(2023, 5, 31), "?")
    assert {one: "found"}[same] == "found"
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert copy.deepcopy(one) == one
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.qualifier = ""  # type: ignore[misc]
    assert not hasattr(one, "__dict__")


def test_a_date_is_unlike_its_text_and_its_day() -> None:
    """A FuzzyDate equals only a FuzzyDate."""
    others: list[object] = ["2023-05-30", DAY, None]
    assert FuzzyDate.parse("2023-05-30") not in others


@pytest.mark.parametrize("text", ["2023-05-30", "2023-05~", "[..2023-12-31?]", "202X"])
def test_repr_makes_the_date_again(text: str) -> None:
    """The repr is the expression that parses the canonical text."""
    assert repr(FuzzyDate.parse(text)) == f"FuzzyDate.parse('{text}')"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2023-05-30", (2023, 5, 30)),
        ("2023-05", (2023, 5, None)),
        ("2023-05?", (2023, 5, None)),
        ("[2023-05-01..2023-05-02]", (2023, 5, None)),
        ("[2023-05-30..2024-05-30]", (None, None, None)),
        ("2023", (2023, None, None)),
        ("2023-33", (2023, None, None)),
        ("2023-24", (None, None, None)),
        ("202X", (None, None, None)),
        ("[..2023]", (None, None, None)),
        ("[..0002-01-31]", (None, None, None)),
        ("[9998-12..]", (None, None, None)),
    ],
)
def test_parts_are_given_where_fixed(text: str, parts: tuple[int | None, ...]) -> None:
    """Year, month and day are numbers where every possible day agrees, else None."""
    parsed = FuzzyDate.parse(text)
    assert (parsed.year, parsed.month, parsed.day) == parts


def test_sort_key_orders_by_earliest_latest_qualifier() -> None:
    """Sorting by the key puts open starts first, shorter spans before longer, plain before not."""
    texts = ["[..2023-12-31]", "2022", "2023-01-01", "2023-01", "2023", "2023%", "2023?", "2023~"]
    dates = [FuzzyDate.parse(text) for text in texts]
    backwards = dates[::-1]
    assert sorted(backwards, key=lambda date: date.sort_key) == dates
    assert dates[5].sort_key == (date(2023, 1, 1), date(2023, 12, 31), "%")


@pytest.mark.parametrize("operator", ["__lt__", "__le__", "__gt__", "__ge__"])
@pytest.mark.parametrize("other", [FuzzyDate.parse("2024"), DAY, "2024", 5, None])
def test_dates_have_no_order(operator: str, other: object) -> None:
    """Each comparison operator is a TypeError that names precedes() and sort_key."""
    with pytest.raises(TypeError, match=r"precedes\(\), or sort by sort_key") as caught:
        getattr(FuzzyDate.parse("2023"), operator)(other)
    assert isinstance(caught.value, WrongTypeError)


def test_sorting_and_reflected_comparison_are_refused() -> None:
    """Neither sorted() nor a date on the left finds an order."""
    dates: list[Any] = [FuzzyDate.parse("2023"), FuzzyDate.parse("2024")]
    with pytest.raises(TypeError, match="sort_key"):
        sorted(dates)
    with pytest.raises(TypeError, match="sort_key"):
        assert dates[0] > DAY
    with pytest.raises(TypeError, match="sort_key"):
        assert dates[0] < DAY


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("2023-05", date(2023, 5, 1), date(2023, 5, 31), (True, True)),
        ("2023-05", date(2023, 5, 2), date(2023, 5, 31), (True, False)),
        ("2023-05", date(2023, 5, 1), date(2023, 5, 30), (True, False)),
        ("2023-05", date(2023, 5, 31), date(2023, 6, 30), (True, False)),
        ("2023-05", date(2023, 6, 1), date(2023, 6, 30), (False, False)),
        ("2023-05", date(2023, 4, 1), date(2023, 5, 1), (True, False)),
        ("2023-05", date(2023, 4, 1), date(2023, 4, 30), (False, False)),
        ("2023-05~", date(2023, 1, 1), date(2023, 12, 31), (True, False)),
        ("[2023-05?..2023-06-02?]", date(2023, 1, 1), date(2023, 12, 31), (True, False)),
        ("[2023-05-02..2023-06-02]", date(2023, 1, 1), date(2023, 12, 31), (True, True)),
        ("[..2020?]", date.min, date.max, (True, False)),
        ("[2020%..]", date.min, date(2019, 12, 31), (False, False)),
        ("2023-05?", date.min, date.max, (True, False)),
        ("2023-05", date.min, date.max, (True, True)),
        ("2023-05", date(2023, 5, 31), date(2023, 5, 1), (False, False)),
        ("[..2020]", date.min, date(2020, 12, 31), (True, True)),
        ("[..2020]", date(1, 1, 2), date(2020, 12, 31), (True, False)),
        ("[..2020]", date(1900, 1, 1), date(2020, 12, 31), (True, False)),
        ("[..2020]", date(2020, 12, 31), date.max, (True, False)),
        ("[..2020]", date(2021, 1, 1), date.max, (False, False)),
        ("[2020..]", date(2020, 1, 1), date.max, (True, True)),
        ("[2020..]", date(2020, 1, 1), date(9999, 12, 30), (True, False)),
        ("[2020..]", date.min, date(2019, 12, 31), (False, False)),
        ("[2020..]", date.min, date.max, (True, True)),
    ],
)
def test_possible_and_certain(
    text: str,
    start: date,
    end: date,
    expected: tuple[bool, bool],
) -> None:
    """Windows are closed; open ends lie only in open windows; a qualifier is never certain."""
    parsed = FuzzyDate.parse(text)
    assert (parsed.meets(start, end), parsed.lies_in(start, end)) == expected
    if start <= end:
        window = Window(start, end)
        assert (parsed.meets(window), parsed.lies_in(window)) == expected


@pytest.mark.parametrize("method", ["meets", "lies_in"])
@pytest.mark.parametrize("wrong", ["2023", None, datetime(2023, 1, 1, tzinfo=UTC), 2023])
def test_predicates_of_a_window_take_plain_days(method: str, wrong: Any) -> None:
    """A bound that is not a plain date is a TypeError that says which one."""
    ask = getattr(FuzzyDate.parse("2023"), method)
    with pytest.raises(WrongTypeError, match=r"^start: "):
        ask(wrong, DAY)
    with pytest.raises(WrongTypeError, match=r"^end: "):
        ask(DAY, wrong)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2022", "2023", (True, False)),
        ("2023", "2022", (False, False)),
        ("2022~", "2023-01-01?", (True, False)),
        ("2023", "2023-12-31", (False, True)),
        ("2023-12-31", "2023", (False, True)),
        ("[..2023]", "[2024..]", (True, False)),
        ("[..2023]", "[2023-12-31..]", (False, True)),
        ("[2024..]", "[..2023]", (False, False)),
    ],
)
def test_precedes_and_overlaps(
    left: str,
    right: str,
    expected: tuple[bool, bool],
) -> None:
    """Both compare the bounds alone: the last possible day against the first."""
    one, other = FuzzyDate.parse(left), FuzzyDate.parse(right)
    assert (one.precedes(other), one.overlaps(other)) == expected


@pytest.mark.parametrize("method", ["precedes", "overlaps"])
@pytest.mark.parametrize("wrong", ["2023", DAY, None])
def test_predicates_of_another_date_take_a_fuzzy_date(method: str, wrong: Any) -> None:
    """Anything else is a TypeError that says how to make one."""
    with pytest.raises(WrongTypeError, match=r"make one with FuzzyDate\.of\(\)"):
        getattr(FuzzyDate.parse("2023"), method)(wrong)


def test_import_is_light() -> None:
    """The dates need neither pandas, numpy, hypothesis nor cattrs, nor dateutil's parser."""
    heavy = "{'pandas', 'numpy', 'hypothesis', 'cattrs', 'dateutil.parser', 'dateutil.tz'}"
    program = f"import sys, kzseparatism.dates; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("operator", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_refusal_of_an_order_names_the_date(operator: str) -> None:
    """A program reads from the error that it is about order, and of which date."""
    first = FuzzyDate.parse("2023")
    with pytest.raises(WrongTypeError) as caught:
        getattr(first, operator)(FuzzyDate.parse("2024"))
    assert caught.value.place == "order"
    assert caught.value.value is first


@pytest.mark.parametrize("text", [text for text, _ in REFUSED])
def test_refusal_of_a_text_is_about_a_date(text: str) -> None:
    """Whatever is wrong with a text, the place of the error is the same."""
    with pytest.raises(InvalidValueError) as caught:
        FuzzyDate.parse(text)
    assert caught.value.place == "date"


@pytest.mark.parametrize(
    ("ask", "place", "value"),
    [
        (lambda date: date.precedes("2024"), "date", "2024"),
        (lambda date: date.overlaps(5), "date", 5),
        (lambda date: date.meets("2024", DAY), "start", "2024"),
        (lambda date: date.lies_in(DAY, 5), "end", 5),
        (lambda _: FuzzyDate.of(5), "date", 5),  # type: ignore[arg-type]
        (lambda _: FuzzyDate.of(b"x"), "date", b"x"),  # type: ignore[arg-type]
        (lambda _: FuzzyDate.parse(5), "date", 5),  # type: ignore[arg-type]
        (lambda _: FuzzyDate(DAY, date.min), "FuzzyDate.latest", date.min),
        (lambda _: FuzzyDate(DAY, date(2022, 1, 1)), "FuzzyDate.latest", date(2022, 1, 1)),
        (lambda _: FuzzyDate(date.max, DAY), "FuzzyDate.earliest", date.max),
        (lambda _: FuzzyDate(date.min, date.max), "FuzzyDate.latest", date.max),
        (lambda _: FuzzyDate(DAY, DAY, "!"), "FuzzyDate.qualifier", "!"),
        (lambda _: FuzzyDate(DAY, DAY, 5), "FuzzyDate.qualifier", 5),  # type: ignore[arg-type]
        (lambda _: FuzzyDate(DAY, date.max, "??"), "FuzzyDate.qualifier", "??"),
        (lambda date: date.meets(Window.of("2024"), DAY), "end", DAY),
        (lambda date: date.lies_in(Window.of("2024"), DAY), "end", DAY),
        (lambda date: date.meets(DAY), "end", None),
        (lambda date: date.lies_in(DAY), "end", None),
        (lambda _: FuzzyDate(5, DAY), "FuzzyDate.earliest", 5),  # type: ignore[arg-type]
    ],
)
def test_errors_carry_place_and_value(
    ask: Callable[[FuzzyDate], object], place: str, value: object
) -> None:
    """A program reads from an error which argument or field is wrong, and its value."""
    with pytest.raises((InvalidValueError, WrongTypeError)) as caught:
        ask(FuzzyDate.parse("2023"))
    assert (caught.value.place, caught.value.value) == (place, value)


@pytest.mark.parametrize(
    "text", ["[2022..20233", "[2022..2023-", "x2022..2023]", "9999-01", "X" * 65]
)
def test_text_that_is_nearly_a_date_is_refused_whole(text: str) -> None:
    """A bracket on one side alone makes no range, and the month after the last is none."""
    with pytest.raises(InvalidValueError) as caught:
        FuzzyDate.parse(text)
    assert (caught.value.place, caught.value.value) == ("date", text)
