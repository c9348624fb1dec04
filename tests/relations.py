"""What must hold in any relation, and a naive way from records to what relations say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import kzseparatism as kz


def assert_holds(relation: kz.Relation, tidy: kz.Tidy) -> None:
    """Hold a relation to its keys, its foreign keys and the types of its columns."""
    keys = _tuples(relation, relation.key)
    assert len(set(keys)) == len(relation), relation.name
    assert not any(None in key for key in keys), relation.name
    for key in relation.foreign_keys:
        there = set(_tuples(tidy[key.relation], key.their_columns))
        here = {one for one in _tuples(relation, key.columns) if None not in one}
        assert here <= there, (relation.name, key)
    for column in relation.columns:
        for cell in relation.values(column.name):
            assert cell is None or type(cell) is column.type, (relation.name, column.name)
            assert cell is not None or column.nullable, (relation.name, column.name)
            if column.vocabulary is not None and cell is not None:
                assert cell in list(column.vocabulary)


def _tuples(relation: kz.Relation, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    rows = relation.to_records()
    return [tuple(row[column] for column in columns) for row in rows]


def said_by_records(table: kz.Table[Any]) -> dict[str, Counter[Any]]:
    """Return every plain value of each record by its id, taken from the JSON that it would be."""
    return {
        record.id: Counter(_leaves({**row, **_coded(record)}))
        for record, row in zip(table, table.to_records(), strict=True)
    }


def _coded(record: Any) -> dict[str, Any]:
    """Return nothing for the id of a ledger row and the status of a case, which nobody coded."""
    derived = {kz.LedgerRow: "id", kz.Case: "status"}
    return {derived[type(record)]: None} if type(record) in derived else {}


def _leaves(value: Any, name: str = "") -> Iterator[Any]:
    if isinstance(value, dict):
        for key, inner in value.items():
            # The days of a date follow from its text.
            if not key.endswith(("_earliest", "_latest")):
                yield from _leaves(inner, key)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, name)
    elif value is not None:
        yield value


def said_by_relations(tidy: kz.Tidy, table: str, owner: str) -> dict[str, Counter[Any]]:
    """Return every coded value of each record of a table by its id, from the table's relations."""
    found: dict[str, Counter[Any]] = {}
    for relation in tidy.values():
        first = relation.columns[0].name
        if relation.name == table:
            key = "id"
        elif first == f"{owner}_id" and relation.name.startswith(f"{owner}_"):
            key = first
        else:
            continue
        added = {column.name for column in relation.columns if column.derived}
        added |= set(relation.key) - ({"id"} if table != "ledger" else set())
        for row in relation.to_records():
            cells = {name: cell for name, cell in row.items() if name not in added}
            if "source_id" in cells:
                cells["paragraph"] = f"{cells.pop('source_id')}#{cells['paragraph']}"
            values = (cell for cell in cells.values() if cell is not None)
            found.setdefault(row[key], Counter()).update(values)
    return found


def ends(row: dict[str, Any], name: str) -> tuple[date | None, date | None, str | None]:
    """Return the three columns that follow from the text of a date."""
    return row[f"{name}_earliest"], row[f"{name}_latest"], row[f"{name}_qualifier"]
