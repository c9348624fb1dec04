"""Statements: who said what, and how closely it is rendered."""

from __future__ import annotations

from typing import Any

import pytest

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.vocab import Attribution, DateBasis, Dispute, Medium, Stance
from records import actor, case, citation, place, statement


def test_defaults_of_a_statement() -> None:
    """Nothing is claimed that is not said."""
    plain = statement()
    assert (plain.on_behalf_of, plain.outlet, plain.relayed_by) == (None, None, ())
    assert (plain.medium, plain.venue, plain.addressees) == (Medium.UNSPECIFIED, "", ())
    assert (plain.date, plain.date_text, plain.date_basis) == (None, "", DateBasis.NONE)
    assert (plain.quotes, plain.dispute, plain.stance) == ((), Dispute.NONE, Stance.NONE)
    assert (plain.about, plain.responds_to, plain.cases, plain.places) == ((), (), (), ())


def test_somebody_spoke() -> None:
    """A statement has at least one speaker."""
    with pytest.raises(InvalidValueError, match=r"speakers: \(\) is empty; give at least one"):
        statement(speakers=[])


def test_speaker_outside_a_list_is_refused() -> None:
    """One actor is not a list of actors."""
    with pytest.raises(WrongTypeError):
        statement(speakers=actor())


@pytest.mark.parametrize("attribution", ["paraphrase", "reported"])
def test_quotes_make_it_direct(attribution: str) -> None:
    """With a quote it is direct, without one it is not."""
    assert statement(quotes=["Nothing."]).attribution is Attribution.DIRECT
    assert statement(attribution=attribution).attribution == attribution
    with pytest.raises(InvalidValueError, match="'direct' exactly when there is a quote"):
        statement(quotes=["Nothing."], attribution=attribution)
    with pytest.raises(InvalidValueError, match="'direct' exactly when there is a quote"):
        statement(attribution="direct")


def test_quote_has_seventy_five_words_at_most() -> None:
    """A quotation of 75 words is taken, one of 76 must be cut."""
    assert len(statement(quotes=["word " * 74 + "word"]).quotes) == 1
    with pytest.raises(InvalidValueError, match="has more than 75 words; cut it") as caught:
        statement(quotes=["short", "word " * 75 + "word"])
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("dispute", list(Dispute))
def test_disputed_when_any_doubt_is_reported(dispute: Dispute) -> None:
    """Every doubt but "none" makes a statement disputed."""
    assert statement(dispute=dispute).disputed is (dispute is not Dispute.NONE)


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("speakers", ["nemo-nobody"], WrongTypeError),
        ("speakers", [actor(), actor()], InvalidValueError),
        ("speakers", "nemo-nobody", WrongTypeError),
        ("on_behalf_of", "nowhere", WrongTypeError),
        ("on_behalf_of", place(), WrongTypeError),
        ("outlet", case(), WrongTypeError),
        ("relayed_by", [place()], WrongTypeError),
        ("addressees", [None], WrongTypeError),
        ("medium", "telepathy", InvalidValueError),
        ("medium", None, WrongTypeError),
        ("venue", None, WrongTypeError),
        ("summary", "", InvalidValueError),
        ("quotes", "Nothing.", WrongTypeError),
        ("quotes", ["Nothing.", "Nothing."], InvalidValueError),
        ("quotes", [""], InvalidValueError),
        ("attribution", "verbatim", InvalidValueError),
        ("dispute", "maybe", InvalidValueError),
        ("stance", "pro", InvalidValueError),
        ("about", actor(), WrongTypeError),
        ("about", [place()], WrongTypeError),
        ("about", [actor(), actor()], InvalidValueError),
        ("responds_to", [case()], WrongTypeError),
        ("responds_to", statement("other"), WrongTypeError),
        ("responds_to", [statement("other"), statement("other")], InvalidValueError),
        ("cases", [statement("other")], WrongTypeError),
        ("places", [actor()], WrongTypeError),
        ("citations", [], InvalidValueError),
        ("citations", None, WrongTypeError),
        ("citations", [citation(1), citation(1)], InvalidValueError),
        ("id", "Some id", InvalidValueError),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_fields_are_checked(field: str, value: Any, error: type[Exception]) -> None:
    """Each field refuses what does not belong there: TypeError by type, ValueError by value."""
    with pytest.raises(error):
        statement(**{field: value})


def test_attribution_must_be_given() -> None:
    """There is no default for how closely the words are rendered."""
    fields = {"id": "x", "speakers": [actor()], "summary": "x", "citations": [citation()]}
    with pytest.raises(TypeError, match="attribution"):
        type(statement())(**fields)  # type: ignore[arg-type]
