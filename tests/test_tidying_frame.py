"""The frame of a table: a row a record, the columns of every kind, lists for several values."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import example, given

import kzseparatism as kz
from kzseparatism import strategies
from records import actor, case, dataset, sentence, stage, statement

ANSWERS: dict[str, kz.Table[Any]] = {
    **dict(kz.load().tables()),
    "sentences": kz.sentences(),
    "stages": kz.stages(),
    "charges": kz.charges(),
    "timeline": kz.timeline(),
    "counts": kz.counts(kz.statements, "year"),
    "hits": kz.search("separatism"),
    "mixed": kz.cited_by("worldcrunch"),
}
answers = pytest.mark.parametrize("table", ANSWERS.values(), ids=ANSWERS)


def isoformat(value: Any) -> Any:
    """Return a value in which every day is ISO text, as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: isoformat(inner) for key, inner in value.items()}
    return [isoformat(item) for item in value] if isinstance(value, list) else value


@given(strategies.tables())
@example(kz.statements)
@example(kz.cases)
@example(kz.regions)
@example(kz.load().cited_by("worldcrunch"))
def test_a_row_says_what_the_json_of_the_record_says(table: kz.Table[Any]) -> None:
    """Each key of ``to_records`` has its column with the same value; days are days."""
    for row, plain in zip(table.to_arrow().to_pylist(), table.to_records(), strict=True):
        for key, value in plain.items():
            assert same(isoformat(row[key]), value), key


def same(cell: Any, value: Any) -> bool:
    """Return whether a cell has all that a value has; parts have more columns than keys."""
    if isinstance(value, dict):
        return all(same(cell[key], inner) for key, inner in value.items())
    if isinstance(value, list):
        return len(cell) == len(value) and all(map(same, cell, value))
    return bool(cell == value)


@answers
def test_an_answer_of_nothing_has_the_columns_of_its_kind(table: kz.Table[Any]) -> None:
    """A slice of none, a condition that nothing fits and a pickled one keep columns and types."""
    whole = table.to_pandas()
    for nothing in (
        table[:0],
        table.where(lambda _: False),
        table - table,
        table[:0] & table,
        table[:0] | table[:0],
        pickle.loads(pickle.dumps(table[:0])),  # noqa: S301 - our own
    ):
        assert len(nothing) == 0
        assert nothing.to_pandas().dtypes.equals(whole.dtypes)
        assert nothing.to_arrow().schema == table.to_arrow().schema
        assert pd.concat([nothing.to_pandas(), whole]).dtypes.equals(whole.dtypes)


def empty_answers() -> Iterator[tuple[kz.Table[Any], kz.Table[Any]]]:
    """Yield answers of every sort of question that find nothing, with what has their columns."""
    never = ("1700", "1701")
    yield kz.statements_between(*never, match="certain"), kz.statements
    yield kz.statements_between(*never, among=[]), kz.statements
    yield kz.statements_around("2023?", timedelta(days=1), match="certain"), kz.statements
    yield kz.statements_by("Putin", among=kz.statements_by("Putin"))[:0], kz.statements
    yield kz.cases_between(*never, match="certain"), kz.cases
    yield kz.cases_by_region("KZ-75", match="certain", among=[]), kz.cases
    yield kz.events_between(*never, match="certain"), kz.events
    yield kz.actors_by_country("AQ"), kz.actors
    yield kz.sentences(at_least="P99Y"), kz.sentences()
    yield kz.stages("acquittal", among=[]), kz.stages()
    yield kz.charges("no such offence"), kz.charges()
    yield kz.timeline(among=[]), kz.timeline()
    yield kz.search("nosuchword"), kz.search("separatism")
    yield kz.counts([], "year"), kz.counts(kz.statements, "year")
    yield kz.discrepancies_about("almaty", among=[]), kz.discrepancies
    yield kz.cited_by("worldcrunch").only(kz.Provision)[:0], kz.provisions
    yield dataset().statements, kz.statements
    yield kz.load().pseudonymised().cases[:0], kz.cases


def test_questions_that_find_nothing_have_columns() -> None:
    """Whatever was asked, an empty answer goes below a full one."""
    for nothing, full in empty_answers():
        assert len(nothing) == 0
        assert nothing.to_pandas().dtypes.equals(full.to_pandas().dtypes), full


def test_a_table_of_nothing_known_has_ids() -> None:
    """A table that was made of nothing, for no question, has the one column that all have."""
    frame = kz.Table().to_pandas()
    assert frame.empty
    assert frame.index.name == "id"
    assert list(frame.columns) == []


def test_the_parts_of_cases_have_their_columns() -> None:
    """A sentence stands with its case, its term and its months; a stage has its date once."""
    made = case("a", sentences=[sentence(term="P5Y")], stages=[stage("trial", "2023-05")])
    frame: Any = kz.sentences(among=[made]).to_pandas()
    assert frame.loc["a:sentences:1", ["case", "number", "term", "term_months"]].tolist() == [
        *("a", 1, "P5Y", 60.0)
    ]
    stages: Any = kz.stages(among=[made]).to_pandas()
    assert list(stages.columns).count("date") == 1
    assert stages.loc["a:stages:1", "date"] == "2023-05"
    assert stages.loc["a:stages:1", "date_latest"] == pd.Timestamp("2023-05-31")


def test_any_record_is_an_id_with_what_it_is_called() -> None:
    """A hit and a moment lead to records of several kinds: id and label."""
    hit = kz.search("separatism")[0]
    row = kz.search("separatism").to_pandas().iloc[0]
    assert (row["record"], row["record_label"]) == (hit.record.id, hit.record.label)


def test_several_kinds_share_columns() -> None:
    """What one kind lacks is missing; words of two vocabularies are plain text together."""
    mixed = kz.Table[Any]([actor("nemo"), case(stages=[stage("trial", "2023")])])
    table = mixed.to_arrow()
    assert table.column("status").to_pylist() == [None, "tried"]
    assert table.column("kind").to_pylist() == ["person", "prosecution"]
    assert table.schema.field("kind").type == pa.string()
    assert table.schema.field("status").nullable


def test_what_is_no_record_of_ours_is_refused() -> None:
    """Anything with an id may be in a table; a frame needs to know its fields."""

    class Stranger:
        id = "stranger"

    with pytest.raises(kz.WrongTypeError, match="not a kind of record that has columns"):
        kz.Table[Any]([Stranger()]).to_pandas()


def test_kinds_whose_columns_differ_are_refused() -> None:
    """A column that is a list in one kind and text in another fits in no frame."""

    @attrs.frozen
    class Odd:
        id: str
        speakers: str

    with pytest.raises(kz.WrongTypeError, match="convert each kind alone"):
        kz.Table[Any]([statement(), Odd("odd", "somebody")]).to_pandas()


def test_pandas_is_told_what_to_write() -> None:
    """The constructor of a frame takes any sequence for an array; the error says what to write."""
    with pytest.raises(AttributeError, match=r"write \.to_pandas\(\)"):
        pd.DataFrame(kz.statements)
    assert not hasattr(kz.statements, "ndim")
    with pytest.raises(AttributeError, match=r"no attribute 'colour'$"):
        kz.statements.colour  # type: ignore[attr-defined] # noqa: B018
