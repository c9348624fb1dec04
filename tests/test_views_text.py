"""Tables and records as people see them printed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import kzseparatism as kz
from records import actor, case, statement


@pytest.fixture(autouse=True)
def _columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def test_a_table_prints_as_rows() -> None:
    """Each kind has headings of its own; the number of records stands below."""
    text = str(kz.Table[Any]([actor("nemo-nobody"), actor("quis"), case()]))
    first, second, last = text.split("\n\n")
    assert [line.split()[0] for line in first.splitlines()] == ["ID", "nemo-nobody", "quis"]
    assert "made-up-case" in second
    assert last == "3 records"
    assert str(kz.Table()) == "0 records"
    assert str(kz.Table([actor()])).endswith("\n\n1 record")


def test_a_long_table_prints_twenty_rows() -> None:
    """Twenty rows, then how many more there are."""
    text = str(kz.actors)
    rows, last = text.rsplit("\n\n", 1)
    assert last == f"{len(kz.actors)} records, {len(kz.actors) - 20} not shown"
    assert kz.actors[19].id in rows
    assert kz.actors[20].id not in rows


def test_a_record_prints_its_fields() -> None:
    """The kind stands first, then what the record says, field by field."""
    lines = str(statement("made-up-words", "2023-05", venue="a market")).splitlines()
    assert lines[0] == "Statement"
    assert "id:          made-up-words" in lines
    assert "venue:       a market" in lines
    assert len(lines) < 12


def test_private_persons_print_by_pseudonym() -> None:
    """Neither a table nor a record prints a private name; ``repr`` is as it was."""
    hidden = actor("somebody-1", name="Quidam Ignotus", private=True)
    said = statement(speakers=[hidden], summary="Ignotus said nothing.")
    for text in (str(kz.Table([said])), str(said), str(hidden), str(kz.Table([hidden]))):
        assert "Ignotus" not in text
        assert "[somebody-1]" in text
    assert "Quidam Ignotus" in repr(hidden)


def test_strangers_print_by_id() -> None:
    """A table may hold anything with an id; it prints, in text and in HTML."""
    strangers = kz.Table([SimpleNamespace(id="somebody")])
    assert "somebody" in str(strangers)
    assert "somebody" in strangers._repr_html_()
