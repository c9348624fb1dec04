"""Table: the read-only, ordered collection that every query returns."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Sequence
from copy import copy, deepcopy
from typing import Any

import attrs
import pandas as pd
import pytest

import kzseparatism as kz
from records import actor, case, citation, event, ledger_row, region, source, stage, statement

a, b, c, d = (actor(name) for name in ("nemo-a", "nemo-b", "nemo-c", "nemo-d"))
changed = actor("nemo-a", note="changed")
table = kz.Table([b, a, c])


def test_a_table_is_a_sequence() -> None:
    """It has a length, an order, positions from both ends, and is true where it holds anything."""
    assert isinstance(table, Sequence)
    assert len(table) == 3
    assert list(table) == [b, a, c]
    assert list(reversed(table)) == [c, a, b]
    assert table[0] is b
    assert table[-1] is c
    assert table.index(a) == 1
    assert table.count(a) == 1
    assert table
    assert not kz.Table()
    with pytest.raises(IndexError):
        table[3]
    with pytest.raises(TypeError):
        table[1.0]  # type: ignore[call-overload]


def test_records_of_every_kind_fit() -> None:
    """Whatever has an id can be in a table: also sources, regions and rows of the ledger."""
    rows = [source(), region(), ledger_row(3), event()]
    assert kz.Table[Any](rows).ids == (
        "made-up-gazette",
        "KZ-59",
        "made-up-gazette#3",
        "made-up-event",
    )


def test_an_iterator_is_enough() -> None:
    """A table is made of a generator as well, and of another table, and of nothing."""
    assert kz.Table(record for record in [b, a, c]) == kz.Table(table) == table
    assert kz.Table() == kz.Table([]) == kz.Table(iter(()))


def test_slices_are_tables() -> None:
    """A slice is a Table in the order of the slice, whatever it reaches beyond."""
    for part, expected in (
        (table[1:], [a, c]),
        (table[:1], [b]),
        (table[::-1], [c, a, b]),
        (table[5:], []),
        (table[:], [b, a, c]),
    ):
        assert isinstance(part, kz.Table)
        assert list(part) == expected
        assert part.ids == tuple(record.id for record in expected)


def test_ids_are_keys() -> None:
    """A record is found by its id; ``get`` gives None for another; ``ids`` has them in order."""
    assert table["nemo-a"] is a
    assert table.get("nemo-a") is a
    assert table.get("nemo-d") is None
    assert table.ids == ("nemo-b", "nemo-a", "nemo-c")


def test_unknown_ids() -> None:
    """An unknown id is our KeyError with the nearest ids, in its fields and in its message."""
    with pytest.raises(kz.UnknownIdError, match="did you mean 'nemo-") as caught:
        table["nemo-aa"]
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, kz.KzSeparatismError)
    assert caught.value.record_id == "nemo-aa"
    assert "nemo-a" in caught.value.nearest
    with pytest.raises(kz.UnknownIdError):
        table[""]
    with pytest.raises(kz.UnknownIdError):
        kz.Table()["nemo-a"]


def test_in() -> None:
    """A table holds an id, and an equal record; not another record of the same id."""
    holds: Callable[[object], bool] = table.__contains__
    assert holds("nemo-a")
    assert holds(a)
    assert holds(deepcopy(a))
    assert not holds("nemo-d")
    assert not holds(d)
    assert not holds(changed)
    for stranger in (None, 0, "", [], {}, object()):
        assert not holds(stranger)


def test_union_keeps_order() -> None:
    """The records of both, the left ones first, each once; either may be any iterable of them."""
    union = table | kz.Table([d, a])
    assert isinstance(union, kz.Table)
    assert list(union) == [b, a, c, d]
    assert table | [d] == table | iter([d]) == kz.Table([b, a, c, d])
    assert table | [] == kz.Table() | table == table
    mixed = table | [event()]
    assert mixed.ids == (*table.ids, "made-up-event")
    assert list(table) == [b, a, c]


def test_bad_unions() -> None:
    """Another record of a known id is a ValueError; what holds no records is a TypeError."""
    with pytest.raises(kz.DuplicateIdError):
        table | [changed]
    with pytest.raises(TypeError):
        table | 5  # type: ignore[operator]
    with pytest.raises(kz.WrongTypeError):
        table | ["nemo-d"]  # type: ignore[type-var]


def test_where() -> None:
    """The records for which the predicate says yes, or anything true, in the same order."""
    found = table.where(lambda record: record.id != "nemo-a")
    assert isinstance(found, kz.Table)
    assert list(found) == [b, c]
    assert table.where(lambda record: record.note) == kz.Table()
    assert table.where(lambda record: record.name) == table


def test_equality() -> None:
    """Tables are equal with equal records in the same order; a list is no table."""
    assert table == kz.Table(map(deepcopy, [b, a, c]))
    assert table != kz.Table([a, b, c])
    assert table != kz.Table([b, a])
    assert table != kz.Table([b, changed, c])
    assert table != [b, a, c]
    assert table != (b, a, c)
    assert table.__eq__([b, a, c]) is NotImplemented


def test_hash() -> None:
    """Equal tables hash alike, so that a table can be a key."""
    assert hash(table) == hash(kz.Table(map(deepcopy, [b, a, c])))
    assert hash(table) != hash(kz.Table([a, b, c]))
    assert {table: 1}[kz.Table([b, a, c])] == 1


def test_equal_records_appear_once() -> None:
    """An equal record given again is left out; the one first given stays, at its place."""
    again = deepcopy(a)
    found = kz.Table([a, b, again, a])
    assert list(found) == [a, b]
    assert found[0] is a
    assert kz.Table([again, a])[0] is again


def test_two_records_of_one_id() -> None:
    """Two different records with one id are a ValueError that carries the id."""
    with pytest.raises(kz.DuplicateIdError, match="'nemo-a'") as caught:
        kz.Table([a, b, changed])
    assert isinstance(caught.value, ValueError)
    assert caught.value.record_id == "nemo-a"
    with pytest.raises(kz.DuplicateIdError):
        kz.Table[Any]([a, statement("nemo-a")])


@pytest.mark.parametrize("stranger", ["nemo", None, 5, {"id": "nemo"}, citation()])
def test_strangers(stranger: Any) -> None:
    """What has no id is a TypeError of ours."""
    with pytest.raises(kz.WrongTypeError, match="is not a record"):
        kz.Table([a, stranger])


@pytest.mark.parametrize("records", ["text", 5, a, None])
def test_what_is_no_list(records: Any) -> None:
    """Text, a number, a record alone and None are a TypeError."""
    with pytest.raises(TypeError):
        kz.Table(records)


def test_a_table_is_read_only() -> None:
    """Nothing in it can be set, added or taken out, and a list it was made of is its own."""
    records = [a, b]
    kept = kz.Table(records)
    records.append(c)
    assert len(kept) == 2
    for name in ("_records", "_by_id", "ids", "anything"):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(kept, name, ())
    with pytest.raises(TypeError):
        kept[0] = c  # type: ignore[index]
    with pytest.raises(TypeError):
        del kept[0]  # type: ignore[attr-defined]


def test_copies() -> None:
    """A copied and a pickled table are equal to the table."""
    for again in (copy(table), deepcopy(table), pickle.loads(pickle.dumps(table))):  # noqa: S301
        assert again == table
        assert again["nemo-a"] == a


def test_repr_counts() -> None:
    """The repr counts each kind in the order met, and never shows a record."""
    assert repr(kz.Table()) == "<Table: empty>"
    assert repr(table) == "<Table: 3 Actor>"
    assert repr(kz.Table[Any]([case(), a, case("second")])) == "<Table: 2 Case, 1 Actor>"
    assert len(repr(kz.load().statements)) < 30


def test_html_for_notebooks() -> None:
    """A notebook shows a row for each record, escaped, and a private person by the id alone."""
    hidden = actor("person-1", name="Nemo Hidden", private=True)
    html = kz.Table([hidden, actor(name="Nemo & <Nobody>")])._repr_html_()
    assert html.count("<tr>") == 3  # the headings have one, too
    assert "Hidden" not in html
    assert "person-1" in html
    assert "Nemo &amp; &lt;Nobody&gt;" in html
    assert "0 records" in kz.Table()._repr_html_()


def test_to_records() -> None:
    """One dictionary for each record, in order, that JSON takes and gives back as it was."""
    rows = table.to_records()
    assert [row["id"] for row in rows] == list(table.ids)
    assert json.loads(json.dumps(rows)) == rows
    rows[0]["id"] = "changed"
    assert table.to_records()[0]["id"] == "nemo-b"
    assert kz.Table().to_records() == []


@pytest.mark.parametrize("name", [name for name, _ in kz.load().tables()])
def test_shipped_tables_are_json_ready(name: str) -> None:
    """Every shipped table becomes JSON, without help and without loss."""
    shipped: kz.Table[Any] = getattr(kz.load(), name)
    rows = shipped.to_records()
    assert json.loads(json.dumps(rows, ensure_ascii=False, allow_nan=False)) == rows
    assert [row["id"] for row in rows] == list(shipped.ids)


def test_to_pandas() -> None:
    """A DataFrame with a row for each record, indexed by id, and a column for each other key."""
    said = kz.Table([statement("b", "2023-05"), statement("a")])
    frame = said.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert frame.index.name == "id"
    assert list(frame.index) == ["b", "a"]
    assert set(said.to_records()[0]) <= {"id", *frame.columns}
    assert frame.loc["b", "date_latest"] == pd.Timestamp("2023-05-31")
    assert frame.loc["b", "speakers"] == ["nemo-nobody"]
    assert list(frame["date"].isna()) == [False, True]


def test_mixed_tables_to_pandas() -> None:
    """Records of several kinds share a DataFrame, each with the columns that it has."""
    mixed = kz.Table[Any]([a, case(stages=[stage("trial", "2023")])])
    frame = mixed.to_pandas()
    assert frame.loc["made-up-case", "status"] == "tried"
    assert list(frame["status"].isna()) == [True, False]


def test_empty_tables_to_pandas() -> None:
    """An empty table is an empty DataFrame, indexed by id: a query may find nothing."""
    frame = kz.Table().to_pandas()
    assert frame.empty
    assert frame.index.name == "id"


def test_error_about_a_stranger_carries_it() -> None:
    """A program reads from the error that it is about a table, and what is not a record."""
    with pytest.raises(kz.WrongTypeError) as caught:
        kz.Table[Any]([a, "nemo"])
    assert (caught.value.place, caught.value.value) == ("table", "nemo")


def test_only_one_kind() -> None:
    """Records of a kind stay, in order; what is no kind of record is refused."""
    mixed = kz.Table[Any]([b, case(), a])
    assert list(mixed.only(kz.Actor)) == [b, a]
    assert mixed.only(kz.Record) == mixed
    assert mixed.only(kz.Event) == kz.Table()
    wrong: list[Any] = [kz.Stage, str, "Statement", kz.Statement | kz.Case]
    for kind in wrong:
        with pytest.raises(kz.WrongTypeError, match="is not a kind of record"):
            mixed.only(kind)


def test_both_and_without() -> None:
    """What is in both, and what is in the first alone, in its order; together they are all."""
    left, right = kz.Table([b, a]), [c, attrs.evolve(a, note="another"), b]
    assert list(left & right) == [b]
    assert list(left - right) == [a]
    assert list(left & iter([a, b])) == [b, a]
    assert list(left - kz.Table()) == [b, a]
    with pytest.raises(kz.WrongTypeError):
        left & ["nemo-a"]  # type: ignore[list-item]
    with pytest.raises(TypeError):
        left - 3  # type: ignore[operator]
    with pytest.raises(TypeError):
        left & None  # type: ignore[operator]


def test_head() -> None:
    """The first few records; a number below zero, or none at all, is refused."""
    assert list(table.head(2)) == [b, a]
    assert table.head() == table
    assert table.head(0) == kz.Table()
    assert len(kz.statements.head()) == 10
    with pytest.raises(kz.InvalidValueError, match="n: -1 is below zero"):
        table.head(-1)
    for wrong in (True, 2.0, "2", None):
        with pytest.raises(kz.WrongTypeError, match="is not a whole number"):
            table.head(wrong)  # type: ignore[arg-type]


def test_completion_of_keys() -> None:
    """A notebook offers the ids in brackets."""
    assert table._ipython_key_completions_() == ["nemo-b", "nemo-a", "nemo-c"]
