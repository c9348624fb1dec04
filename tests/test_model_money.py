"""Sums of money: exactly as they are printed, in a currency that there is or was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pycountry
import pytest
from hypothesis import given, strategies as st

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Sentence
from kzseparatism.model.money import CURRENCIES
from records import sentence


def fine(amount: Any, currency: Any = "KZT", **fields: Any) -> Sentence:
    """Return a fine of so much."""
    return sentence(penalty="fine", amount=amount, currency=currency, **fields)


@given(st.decimals("0.0001", "999999999999", places=4))
def test_an_amount_is_exact(amount: Decimal) -> None:
    """Whatever is given as a Decimal, a whole number or text comes back the same, cent by cent."""
    assert Decimal(str(fine(amount).amount)) == amount
    assert fine(str(fine(amount).amount)) == fine(amount)
    if amount == int(amount):
        assert fine(int(amount) or 1).amount == str(int(amount) or 1)


@pytest.mark.parametrize("text", ["1", "20000", "1500.50", "0.01", "1500.00", "999999999999999999"])
def test_an_amount_stays_as_it_is_written(text: str) -> None:
    """The cents that a document prints are kept, and none are added."""
    assert fine(text).amount == text
    assert fine(Decimal(text)).amount == text


def test_powers_of_ten_are_written_out() -> None:
    """A Decimal that Python prints as 1.0E+3 is a thousand."""
    assert fine(Decimal("1E+3")).amount == "1000"


@pytest.mark.parametrize(
    ("amount", "complaint"),
    [
        ("-5", "is below zero"),
        (-5, "is below zero"),
        (Decimal("-0.5"), "is below zero"),
        ("0", "is nothing"),
        (0, "is nothing"),
        ("0.00", "is nothing"),
        ("", "is not an amount"),
        ("1,500", "is not an amount"),
        ("1 500", "is not an amount"),
        ("1.500,00", "is not an amount"),
        ("1500.", "is not an amount"),
        (".5", "is not an amount"),
        ("007", "is not an amount"),
        ("1e3", "is not an amount"),
        ("+5", "is not an amount"),
        ("٥", "is not an amount"),
        ("5 KZT", "is not an amount"),
        ("1.23456", "is not an amount"),
        ("1" * 19, "is not an amount"),
        (10**5000, "is not an amount"),
        (Decimal("NaN"), "is not an amount"),
        (Decimal("Infinity"), "is not an amount"),
        ("5\n", "is not an amount"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_is_no_amount_is_refused(amount: Any, complaint: str) -> None:
    """Nothing is guessed: a comma may stand for thousands or for cents."""
    with pytest.raises(InvalidValueError, match=complaint) as caught:
        fine(amount)
    assert (caught.value.place, caught.value.value) == ("Sentence.amount", amount)


@pytest.mark.parametrize("amount", [1500.5, float("nan"), True, b"5", ["5"], object()])
def test_other_types_are_refused(amount: Any) -> None:
    """A float among them: 0.1 is not a tenth."""
    with pytest.raises(WrongTypeError) as caught:
        fine(amount)
    assert caught.value.complaint == (
        "is not exact" if isinstance(amount, float) else "is not an amount"
    )


@pytest.mark.parametrize("currency", ["kzt", "KZ", "TENGE", "₸", "ABC", "XXX", "", " KZT", "KZT\n"])
def test_a_currency_that_is_none_is_refused(currency: str) -> None:
    """Three capital letters are not enough: somebody has to have paid with it."""
    with pytest.raises(InvalidValueError, match="is not the code of a currency") as caught:
        fine("5", currency)
    assert (caught.value.place, caught.value.value) == ("Sentence.currency", currency)


@pytest.mark.parametrize("currency", [643, b"RUB", True])
def test_a_currency_of_another_type_is_refused(currency: Any) -> None:
    """The numbers of ISO 4217 are not taken for its letters."""
    with pytest.raises(WrongTypeError):
        fine("5", currency)


def test_amount_and_currency_go_together() -> None:
    """Neither is of use without the other, and the message says which one is missing."""
    with pytest.raises(InvalidValueError, match="'5' needs a currency"):
        fine("5", None)
    with pytest.raises(InvalidValueError, match="'KZT' has no amount"):
        fine(None, "KZT")
    assert fine(None, None).amount is None


@pytest.mark.parametrize("penalty", ["imprisonment", "detention", "suspension", "dismissal"])
def test_only_a_fine_has_an_amount(penalty: str) -> None:
    """A sum stands with the sentence that it is the sum of."""
    with pytest.raises(InvalidValueError, match="fits a fine only"):
        sentence(penalty=penalty, amount="5", currency="KZT")


def test_a_fine_has_no_term() -> None:
    """Who is imprisoned and fined has two sentences, so that neither is overlooked."""
    with pytest.raises(InvalidValueError, match="does not fit a fine"):
        fine("5", term="P5Y")
    assert sentence(penalty="suspension", term="P6M").months == 6


def test_every_currency_in_use_is_known() -> None:
    """An independent list of ISO 4217 has no currency that this one lacks, but metals and tests."""
    others = {"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XPD", "XPT", "XTS", "XXX"}
    listed = {currency.alpha_3 for currency in pycountry.currencies}
    assert listed - others <= CURRENCIES
    assert {"SUR", "RUR", "DEM", "YUD"} <= CURRENCIES
    assert not others & CURRENCIES
