"""Sources, citations, and the rows of the ledger."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.errors import InvalidValueError, WrongTypeError
from records import citation, ledger_row, source


def test_source_keeps_what_it_is_given() -> None:
    """Every field of the widest source comes back, the date as a FuzzyDate."""
    wide = source(
        "a-1",
        author="A. Writer",
        published="[2023-12..2024-12]",
        dateline="Nowhere",
        url="https://example.org/x",
        note="The date is inferred.",
    )
    assert (wide.id, wide.author, wide.dateline) == ("a-1", "A. Writer", "Nowhere")
    assert wide.published == kz.FuzzyDate.parse("[2023-12..2024-12]")
    assert (wide.url, wide.note) == ("https://example.org/x", "The date is inferred.")


def test_defaults_of_a_source() -> None:
    """What is not printed is empty; only the address is None."""
    plain = source()
    assert (plain.author, plain.dateline, plain.url, plain.note) == ("", "", None, "")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("id", "Worldcrunch", "is not an id"),
        ("id", "", "must not be empty"),
        ("title", "", "must not be empty"),
        ("outlet", "", "must not be empty"),
        ("language", "", "must not be empty"),
        ("file_name", "", "must not be empty"),
        ("url", "", "must not be empty"),
        ("published", "yesterday", "date"),
        ("sha256", "0" * 63, "is not 64 lower-case hexadecimal digits"),
        ("sha256", "0" * 65, "is not 64 lower-case hexadecimal digits"),
        ("sha256", "A" * 64, "is not 64 lower-case hexadecimal digits"),
        ("sha256", "g" * 64, "is not 64 lower-case hexadecimal digits"),
        ("sha256", "٠" * 64, "is not 64 lower-case hexadecimal digits"),
        ("paragraphs", 0, "must be 1 or more"),
        ("paragraphs", -1, "must be 1 or more"),
    ],
)
def test_values_that_mean_nothing(field: str, value: object, message: str) -> None:
    """A value of the right type that is nonsense is a ValueError with value and remedy."""
    with pytest.raises(InvalidValueError) as caught:
        source(**{field: value})
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 5),
        ("author", None),
        ("url", 5),
        ("published", None),
        ("published", 2023),
        ("paragraphs", "5"),
        ("paragraphs", 5.0),
        ("paragraphs", True),
        ("sha256", b"0" * 64),
    ],
)
def test_values_of_other_types(field: str, value: object) -> None:
    """A value of another type is a TypeError."""
    with pytest.raises(WrongTypeError):
        source(**{field: value})


def test_citation_is_written_with_source_and_number() -> None:
    """A citation as text is the id of the source, a hash and the number."""
    assert str(citation(7)) == "made-up-gazette#7"


@pytest.mark.parametrize(("value", "error"), [(0, ValueError), (-3, ValueError)])
def test_paragraphs_are_counted_from_one(value: int, error: type[Exception]) -> None:
    """There is not a paragraph 0."""
    with pytest.raises(error, match="must be 1 or more"):
        citation(value)


@pytest.mark.parametrize("value", [True, "1", 1.0, None])
def test_paragraph_is_a_whole_number(value: Any) -> None:
    """True is not a paragraph 1, nor is text."""
    with pytest.raises(WrongTypeError, match="is not a whole number"):
        citation(value)


def test_citation_needs_a_source() -> None:
    """The id of a source is no source."""
    with pytest.raises(WrongTypeError, match="is not a Source"):
        citation(1, source="made-up-gazette")


def test_citations_are_equal_by_value() -> None:
    """Two citations of one paragraph are equal and hash alike; of two, they are not."""
    assert citation(1) == citation(1)
    assert hash(citation(1)) == hash(citation(1))
    assert citation(1) != citation(2)
    assert citation(1) != citation(1, source=source("other"))
    assert len({citation(1), citation(1), citation(2)}) == 2


def test_row_of_the_ledger_is_called_by_its_paragraph() -> None:
    """A row's id is its citation as text."""
    assert ledger_row(3).id == "made-up-gazette#3"


def test_row_is_excluded_for_a_reason_or_not_at_all() -> None:
    """The reason is a word of the vocabulary, and absent by default."""
    assert ledger_row(1).excluded is None
    assert ledger_row(1, excluded="byline").excluded is kz.Exclusion.BYLINE
    with pytest.raises(InvalidValueError, match="is none of boilerplate, heading"):
        ledger_row(1, excluded="boring")
    with pytest.raises(WrongTypeError):
        ledger_row(1, excluded=True)


@pytest.mark.parametrize(
    ("field", "value"),
    [("digest", "0" * 15), ("digest", "0" * 17), ("digest", "0" * 15 + "A"), ("opening", "")],
)
def test_row_needs_opening_and_digest(field: str, value: str) -> None:
    """The digest has sixteen lower-case hexadecimal digits, and the opening is not empty."""
    with pytest.raises(InvalidValueError):
        ledger_row(1, **{field: value})


def test_row_needs_a_citation() -> None:
    """A citation as text is not a citation."""
    with pytest.raises(WrongTypeError, match="is not a Citation"):
        ledger_row(1, paragraph="made-up-gazette#1")


def test_frozen() -> None:
    """Nothing about a source, citation or row can be changed; evolve makes another."""
    for record in (source(), citation(), ledger_row()):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, attrs.fields(type(record))[0].name, "other")
    assert attrs.evolve(citation(1), paragraph=2) == citation(2)
