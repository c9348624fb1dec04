"""Terms: ISO 8601 durations of whole years, months and days, which can't be changed."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.errors import InvalidValueError, WrongTypeError

PAIRS = [
    ("P5Y", relativedelta(years=5)),
    ("P1Y6M", relativedelta(years=1, months=6)),
    ("P1Y6M15D", relativedelta(years=1, months=6, days=15)),
    ("P15D", relativedelta(days=15)),
    ("P999Y", relativedelta(years=999)),
    ("P9999D", relativedelta(days=9999)),
]
lengths = st.builds(
    relativedelta,
    years=st.integers(0, 900),
    months=st.integers(0, 11),
    days=st.integers(0, 9999),
).filter(bool)


@pytest.mark.parametrize(("text", "value"), PAIRS)
def test_text_term_and_relativedelta_are_each_other(text: str, value: relativedelta) -> None:
    """A canonical duration is read as the length, and the length written as that duration."""
    term = Term.parse(text)
    assert (term.years, term.months, term.days) == (value.years, value.months, value.days)
    assert str(term) == text
    assert term == value == term.relativedelta
    assert Term.of(value) == Term.of(text) == term == Term(
        years=value.years, months=value.months, days=value.days
    )  # fmt: skip
    assert Term.of(term) is term


def test_months_beyond_eleven_become_years() -> None:
    """Eighteen months are a year and a half, however written; days are never reckoned up."""
    half = Term.parse("P1Y6M")
    assert Term.parse("P18M") == Term(months=18) == Term.of(relativedelta(months=18)) == half
    assert (half.years, half.months) == (Term(months=18).years, Term(months=18).months) == (1, 6)
    assert str(Term(days=365)) == "P365D"
    assert Term(days=365) != Term(years=1)


@pytest.mark.parametrize(
    "text",
    [
        *("", "P", "5", "5Y", "p5y", "P5", "PY", "P5Y ", " P5Y", "P5Y\n", "P-5Y", "P+5Y", "P5.5Y"),
        *("P5Y6", "P6M5Y", "P5Y5Y", "P5W", "PT5H", "P1YT5H", "P٥Y", "P5Y, P6Y", "five years"),
        *("P0Y", "P0Y0M0D", "P1000Y", "P10000D", "P" + "9" * 10_000 + "Y", "R2/P5Y"),
    ],
)
def test_text_that_is_not_a_term_is_a_value_error(text: str) -> None:
    """Anything else, also nothing at all and other digits, is refused with an example."""
    with pytest.raises(InvalidValueError, match=r"^term: .* is not a term; write it as") as caught:
        Term.parse(text)
    assert len(str(caught.value)) < 300
    assert caught.value.value == text
    with pytest.raises(InvalidValueError, match=r"^term: "):
        Term.of(text)


@pytest.mark.parametrize("value", [5, 5.0, True, b"P5Y", object(), None, timedelta(5), ["P5Y"]])
def test_term_of_another_type_is_a_type_error(value: Any) -> None:
    """Only a Term, a relativedelta and text make a term; the message says what to write."""
    with pytest.raises(WrongTypeError, match=r"^term: .* is not text; Term\.of\(\)"):
        Term.parse(value)
    with pytest.raises(WrongTypeError, match=r'^term: .* is not a term; write "P5Y"') as caught:
        Term.of(value)
    assert caught.value.value is value


@pytest.mark.parametrize(
    "value",
    [
        relativedelta(),
        relativedelta(years=-1),
        relativedelta(years=1, days=-1),
        relativedelta(years=1, months=-1, days=-40),
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
def test_length_that_no_duration_can_say_is_refused(value: relativedelta) -> None:
    """A term is positive, of whole days, and short enough to be written and read again."""
    with pytest.raises(InvalidValueError, match=r"^term: .* is not a term; give whole") as caught:
        Term.of(value)
    assert caught.value.value is value


@pytest.mark.parametrize(
    ("numbers", "error", "place"),
    [
        ({"years": -1}, InvalidValueError, "Term.years"),
        ({"years": 1, "months": -1}, InvalidValueError, "Term.months"),
        ({"days": -1}, InvalidValueError, "Term.days"),
        ({"years": 1000}, InvalidValueError, "Term.years"),
        ({"years": 999, "months": 12}, InvalidValueError, "Term.years"),
        ({"days": 10_000}, InvalidValueError, "Term.days"),
        ({}, InvalidValueError, "Term"),
        ({"years": 0, "months": 0, "days": 0}, InvalidValueError, "Term"),
        ({"years": 1.0}, WrongTypeError, "Term.years"),
        ({"months": True}, WrongTypeError, "Term.months"),
        ({"days": "5"}, WrongTypeError, "Term.days"),
        ({"days": None}, WrongTypeError, "Term.days"),
    ],
)
def test_constructor_refuses_what_can_not_be_written(
    numbers: dict[str, Any], error: type[Exception], place: str
) -> None:
    """The constructor holds types and sizes, and says which number is wrong."""
    with pytest.raises(error) as caught:
        Term(**numbers)
    assert str(caught.value).startswith(f"{place}: ")


def test_term_is_frozen() -> None:
    """Neither a term, nor one of a record, nor one of the shipped data can be changed."""
    sentence = next(one for case in kz.cases for one in case.sentences if one.term)
    provision = next(one for one in kz.provisions if one.maximum)
    for term in (Term.parse("P5Y"), sentence.term, provision.maximum):
        before = str(term)
        for name in ("years", "months", "days", "weeks"):
            with pytest.raises(AttributeError):
                setattr(term, name, 99)
        term.relativedelta.years = 99  # type: ignore[union-attr]
        assert str(term) == before
        assert not hasattr(term, "__dict__")


def test_term_is_a_copy_of_what_was_given() -> None:
    """A relativedelta can be changed: what the caller does to theirs leaves ours alone."""
    mine = relativedelta(years=5)
    term = Term.of(mine)
    mine.years = 50
    assert term == relativedelta(years=5) != mine


def test_terms_are_values() -> None:
    """Terms hash by value, as the relativedelta does, and survive copy, pickle and asdict."""
    term = Term.parse("P1Y6M")
    assert {term: "found"}[Term(months=18)] == "found"
    assert hash(term) == hash(term.relativedelta)
    assert len({term, term.relativedelta, Term.parse("P2Y")}) == 2
    assert pickle.loads(pickle.dumps(term)) == term  # noqa: S301
    assert copy.copy(term) == copy.deepcopy(term) == term
    assert attrs.asdict(term) == {"years": 1, "months": 6, "days": 0}
    assert attrs.evolve(term, months=18) == Term.parse("P2Y6M")
    assert repr(term) == "Term.parse('P1Y6M')"
    assert kz.Term is Term


def test_term_is_unlike_its_text_and_other_lengths() -> None:
    """A term equals the same term and the same relativedelta, and nothing else."""
    others: list[object] = ["P5Y", 5, None, timedelta(5), Term(years=4), relativedelta(hours=1)]
    assert Term.parse("P5Y") not in others
    assert Term.parse("P5Y") != relativedelta(years=5, hours=1)


def test_terms_have_no_order() -> None:
    """A month has no fixed number of days: sort by ``total_months``."""
    terms: list[Any] = [Term(months=1), Term(days=30)]
    with pytest.raises(TypeError):
        sorted(terms)


def test_a_term_is_added_to_days_and_dates() -> None:
    """A day, a moment, a FuzzyDate and a relativedelta move by a term as by the relativedelta."""
    term = Term.parse("P1Y1M")
    assert date(2023, 1, 31) + term == date(2024, 2, 29)
    assert date(2023, 5, 30) - term == date(2022, 4, 30)
    moment = datetime(2023, 5, 30, 10, 15)  # noqa: DTZ001
    assert moment + term == datetime(2024, 6, 30, 10, 15)  # noqa: DTZ001
    assert relativedelta(years=1) + term == relativedelta(years=2, months=1)
    assert relativedelta(years=1) - term == relativedelta(months=-1)
    assert str(FuzzyDate.parse("2023-05?") + term) == "2024-06?"
    assert str(FuzzyDate.parse("2023-05") - term) == "2022-04"
    assert str(FuzzyDate.parse("2023-05-30") + Term(days=15)) == "2023-06-14"
    assert FuzzyDate.parse("2023-05").widen(term) == FuzzyDate.parse("2023-05").widen(
        term.relativedelta
    )
    strangers: list[Any] = ["2023", None, ["P1Y"]]
    for stranger in strangers:
        with pytest.raises(TypeError):
            stranger + term
        with pytest.raises(TypeError):
            stranger - term


@pytest.mark.parametrize(
    ("text", "months"), [("P1Y6M", 18.0), ("P5Y", 60.0), ("P1M", 1.0), ("P11M", 11.0)]
)
def test_months_are_exact_without_days(text: str, months: float) -> None:
    """Years and months count exactly."""
    assert Term.parse(text).total_months == months


def test_days_count_as_the_mean_part_of_a_month() -> None:
    """A year of days is about twelve months, and one day more is more."""
    assert Term.parse("P365D").total_months == pytest.approx(12, abs=0.01)
    assert Term.parse("P30D").total_months < 1 < Term.parse("P31D").total_months
    assert Term.parse("P5Y").total_months < Term.parse("P5Y1D").total_months


@given(lengths)
def test_every_written_term_is_read_again(value: relativedelta) -> None:
    """Text and value are each other, for every length that is not nothing."""
    term = Term.of(value)
    assert Term.parse(str(term)) == term == value
    assert eval(repr(term)) == term  # noqa: S307
    assert term.relativedelta == value


@given(lengths, lengths)
def test_terms_are_equal_exactly_as_their_texts_are(
    one: relativedelta, other: relativedelta
) -> None:
    """Equality is that of the printed lengths, with a relativedelta too; hashes follow."""
    left, right = Term.of(one), Term.of(other)
    assert (left == right) == (str(left) == str(right)) == (left == other) == (other == left)
    if left == right:
        assert hash(left) == hash(right) == hash(other)


@given(st.text(max_size=20) | st.from_regex(r"P(\d{1,4}[YMD]){1,3}", fullmatch=True))
def test_any_text_is_a_term_or_a_value_error(text: str) -> None:
    """No text makes the reader of durations fail in any other way."""
    try:
        value = Term.parse(text)
    except InvalidValueError:
        return
    assert Term.parse(str(value)) == value


@given(st.from_type(Term))
def test_hypothesis_knows_terms(term: Any) -> None:
    """``st.from_type`` makes terms."""
    assert Term.parse(str(term)) == term
