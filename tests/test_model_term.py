"""Terms: ISO 8601 durations of whole years, months and days."""

from __future__ import annotations

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, strategies as st

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model.term import parse_term, term, term_months, term_or_none, term_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("P5Y", relativedelta(years=5)),
        ("P1Y6M", relativedelta(years=1, months=6)),
        ("P1Y6M15D", relativedelta(years=1, months=6, days=15)),
        ("P15D", relativedelta(days=15)),
        ("P999Y", relativedelta(years=999)),
        ("P9999D", relativedelta(days=9999)),
    ],
)
def test_text_and_value_are_each_other(text: str, value: relativedelta) -> None:
    """A canonical duration is read as the value, and the value written as that duration."""
    assert parse_term(text) == value
    assert term_text(value) == text


def test_months_beyond_eleven_become_years() -> None:
    """Eighteen months are a year and a half, however written."""
    assert parse_term("P18M") == parse_term("P1Y6M")
    assert term_text(term(relativedelta(months=18))) == "P1Y6M"


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "5", "5Y", "p5y", "P5", "PY", "P5Y ", " P5Y", "P5Y\n", "P-5Y", "P+5Y", "P5.5Y"),
        *("P5Y6", "P6M5Y", "P5Y5Y", "P5W", "PT5H", "P1YT5H", "P٥Y", "P5Y, P6Y", "five years"),
        *("P0Y", "P0Y0M0D", "P1000Y", "P10000D", "P" + "9" * 10_000 + "Y", "R2/P5Y"),
    ],
)
def test_what_is_no_term_is_a_value_error(text: str) -> None:
    """Anything else, also nothing at all and other digits, is refused with an example."""
    with pytest.raises(InvalidValueError, match=r"^term: .* is not a term; ") as caught:
        parse_term(text)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("value", ["P5Y", 5, 5.0, True, b"P5Y", object()])
def test_term_of_another_type_is_a_type_error(value: object) -> None:
    """Only a relativedelta is a term; the message says what to write."""
    with pytest.raises(WrongTypeError, match=r"write relativedelta\(years=5\)"):
        term(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        relativedelta(),
        relativedelta(years=-1),
        relativedelta(years=1, days=-1),
        relativedelta(years=1, months=-1),
        relativedelta(hours=5),
        relativedelta(years=1, seconds=1),
        relativedelta(year=2020),
        relativedelta(years=1, day=1),
        relativedelta(years=1, leapdays=1),
        relativedelta(years=1, weekday=0),
        relativedelta(days=1.5),  # type: ignore[arg-type]
        relativedelta(days=float("inf")),  # type: ignore[arg-type]
        relativedelta(years=1_000),
        relativedelta(days=10_000),
    ],
    ids=repr,
)
def test_value_that_no_duration_can_say_is_refused(value: relativedelta) -> None:
    """A term is positive, of whole days, and short enough to be written and read again."""
    with pytest.raises(InvalidValueError, match=r"^term: .* is not a term; "):
        term(value)


def test_term_is_a_copy() -> None:
    """A relativedelta can be changed: what the caller does to theirs leaves ours alone."""
    mine = relativedelta(years=5)
    copy = term(mine)
    mine.years = 50
    assert copy == relativedelta(years=5)


def test_none_stays_none() -> None:
    """No term is not a term; anything else is checked."""
    assert term_or_none(None) is None
    assert term_or_none(relativedelta(years=2)) == relativedelta(years=2)
    with pytest.raises(WrongTypeError):
        term_or_none(0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "months"), [("P1Y6M", 18.0), ("P5Y", 60.0), ("P1M", 1.0), ("P11M", 11.0)]
)
def test_months_are_exact_without_days(text: str, months: float) -> None:
    """Years and months count exactly."""
    assert term_months(parse_term(text)) == months


def test_days_count_as_the_mean_part_of_a_month() -> None:
    """A year of days is about twelve months, and one day more is more."""
    assert term_months(parse_term("P365D")) == pytest.approx(12, abs=0.01)
    assert term_months(parse_term("P30D")) < 1 < term_months(parse_term("P31D"))
    assert term_months(parse_term("P5Y")) < term_months(parse_term("P5Y1D"))


@given(st.integers(0, 900), st.integers(0, 11), st.integers(0, 9999))
def test_every_written_term_is_read_again(years: int, months: int, days: int) -> None:
    """Text and value are each other, for every length that is not nothing."""
    value = relativedelta(years=years, months=months, days=days)
    if value:
        assert parse_term(term_text(term(value))) == value


@given(st.text(max_size=20) | st.from_regex(r"P(\d{1,4}[YMD]){1,3}", fullmatch=True))
def test_any_text_is_a_term_or_a_value_error(text: str) -> None:
    """No text makes the reader of durations fail in any other way."""
    try:
        value = parse_term(text)
    except InvalidValueError:
        return
    assert parse_term(term_text(value)) == value


def test_errors_carry_the_term() -> None:
    """A program reads from an error that it is about a term, and what was given for it."""
    endless = "P" + "9" * 10_000 + "Y"
    with pytest.raises(InvalidValueError) as unreadable:
        parse_term(endless)
    with pytest.raises(WrongTypeError) as stranger:
        term(5)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError) as nothing:
        term(relativedelta())
    found = [(error.value.place, error.value.value) for error in (unreadable, stranger, nothing)]
    assert found == [("term", endless), ("term", 5), ("term", relativedelta())]
