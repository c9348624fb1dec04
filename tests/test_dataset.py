"""What can be looked up in a dataset: ids, names, paragraphs, links."""

from __future__ import annotations

import threading
from typing import Any

import attrs
import pytest

import kzseparatism as kz

DATASET = kz.load()


def test_every_record_can_be_had_by_its_id() -> None:
    """``get`` finds the record of every table under its id."""
    for _, table in DATASET.tables():
        for record in table:
            assert DATASET.get(record.id) is record


def test_an_unknown_id_comes_with_the_nearest() -> None:
    """A slip of the pen is a KeyError that names what may be meant."""
    with pytest.raises(kz.UnknownIdError, match="putin-no-statehood") as caught:
        DATASET.get("putin-no-statehod")
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("wrong", [5, None, b"putin", ["putin"], True])
def test_what_is_no_id_is_a_type_error(wrong: Any) -> None:
    """What is not text is a TypeError of ours, wherever an id is asked for."""
    for ask in (DATASET.get, DATASET.cited_by, DATASET.find_actor, DATASET.find_place):
        with pytest.raises(kz.WrongTypeError):
            ask(wrong)


def test_whatever_cites_a_paragraph_is_found() -> None:
    """For each paragraph, ``cited_by`` has exactly what cites it, itself or in a part."""
    for row in DATASET.ledger:
        citation = row.paragraph
        found = DATASET.cited_by(citation.source, citation.paragraph)
        assert set(found.ids) == {
            record.id for record in DATASET.coded_records() if citation in record.all_citations
        }
        assert bool(found) == (row.excluded is None)


def test_whatever_cites_a_document_is_found() -> None:
    """Without a paragraph, ``cited_by`` has what cites any paragraph of the document."""
    for source in DATASET.sources:
        found: set[str] = set()
        for number in range(1, source.paragraphs + 1):
            found |= set(DATASET.cited_by(source.id, number).ids)
        assert set(DATASET.cited_by(source.id).ids) == found
        assert kz.cited_by(source).ids == DATASET.cited_by(source).ids


@pytest.mark.parametrize(
    ("paragraph", "error"),
    [(0, ValueError), (53, ValueError), (-1, ValueError), ("6", TypeError), (True, TypeError)],
)
def test_a_paragraph_that_is_not_there(paragraph: Any, error: type[Exception]) -> None:
    """A number outside the document, or no number, is an error of ours."""
    with pytest.raises(error) as caught:
        DATASET.cited_by("worldcrunch", paragraph)
    assert isinstance(caught.value, kz.KzSeparatismError)


def test_an_unknown_document() -> None:
    """A document that the dataset does not have is named with the nearest id."""
    with pytest.raises(kz.UnknownIdError, match="'worldcrunch'"):
        DATASET.cited_by("worldcrunh")


def test_links_are_found_from_the_other_side() -> None:
    """What links to a record, itself or in a part, or names it in a discrepancy, is found."""
    linking = {
        record_id: DATASET.linking_to(DATASET.get(record_id)).ids
        for record_id in ("medvedev-page-artificial-state", "kokshetau", "aktau", "KZ-59")
    }
    assert "medvedev-page-hacked" in linking["medvedev-page-artificial-state"]
    assert "kokshetau-uprising-1996" in linking["kokshetau"]
    assert "mukhamejanov-of-which-city" in linking["aktau"]
    assert "kokshetau" not in linking["kokshetau"]
    assert "petropavlovsk" in linking["KZ-59"]


def test_threads_get_the_same_answers() -> None:
    """Threads that ask for the first time at once get equal answers."""
    dataset = attrs.evolve(DATASET)
    answers: list[tuple[str, ...]] = []

    def ask() -> None:
        found = dataset.find_actor("Путин"), *dataset.cited_by("worldcrunch", 6)
        answers.append(tuple(record.id for record in found))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert len(set(answers)) == 1


def test_repr_counts_and_does_not_dump() -> None:
    """A dataset shows the number of its records, and none of them."""
    shown = repr(DATASET)
    assert f"{len(DATASET.cases)} Case" in shown
    assert "putin" not in shown
