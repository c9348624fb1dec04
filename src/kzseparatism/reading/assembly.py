"""From a directory of JSON files to a dataset: all of it, or every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from importlib.resources.abc import Traversable
from typing import Any

from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import DataError, DataErrors
from kzseparatism.model import Actor, Region, Statement
from kzseparatism.reading.converter import ROWS, Registry, row_reader, strict_converter
from kzseparatism.reading.files import read_json
from kzseparatism.reading.private import PRIVATE_NAMES, with_private_names
from kzseparatism.reading.problems import problems
from kzseparatism.table import Table


def _organisations(row: Mapping[str, Any]) -> list[object]:
    roles = row.get("roles")
    return [role.get("organisation") for role in _list(roles) if isinstance(role, dict)]


# Rows of these tables may link to rows of the same table, in whatever order they stand.
_LINKS_WITHIN: Mapping[type, Callable[[Mapping[str, Any]], list[object]]] = {
    Region: lambda row: _list(row.get("successors")),
    Actor: _organisations,
    Statement: lambda row: _list(row.get("responds_to")),
}


class Assembly:
    """One reading of one directory: what has been read, and what is wrong."""

    def __init__(self, directory: Traversable, shipped: Traversable) -> None:
        self.directory = directory
        self.shipped = shipped
        self.errors: list[DataError] = []
        self._registry = Registry()
        self._converter = strict_converter(self._registry)
        self._readers: dict[type, Callable[[Any, Any], Any]] = {}
        self._owners: dict[str, str] = {}

    def dataset(self) -> Dataset:
        """Return the dataset, or raise ``DataErrors`` with everything that is wrong."""
        about = self._record(About, self._file("dataset.json"), "dataset.json", "$")
        names = self._file(PRIVATE_NAMES)
        tables = {name: self._table(name, kind, names) for name, kind in ROWS.items()}
        if self.errors:
            message = f"nothing was read from {self.directory}"
            raise DataErrors(message, self.errors)
        return Dataset(about=about, **tables)

    def _file(self, name: str) -> Any:
        # Regions are the library's own reference table: another dataset need not repeat it.
        own = name != "regions.json" or (self.directory / name).is_file()
        try:
            return read_json(self.directory if own else self.shipped, name)
        except DataError as error:
            self.errors.append(error)
            return None

    def _table(self, name: str, kind: type, names: Any) -> Table[Any]:
        origin = f"{name}.json"
        rows = self._file(origin)
        if not isinstance(rows, list):
            if rows is not None:
                self._add(origin, "$", "", "a table must be a list of objects")
            self._registry.unread.add(kind)
            return Table()
        if kind is Actor:
            rows = with_private_names(rows, names, self.errors)
        made: dict[int, Any] = {}
        for index in self._in_order(rows, kind, origin):
            record = self._record(kind, rows[index], origin, f"$[{index}]")
            if record is not None and self._is_new(record.id, origin, f"$[{index}]"):
                self._registry.records[kind][record.id] = made[index] = record
        return Table(made[index] for index in sorted(made))

    def _record(self, kind: type, row: Any, origin: str, path: str) -> Any:
        if not isinstance(row, dict):
            if row is not None or path != "$":
                self._add(origin, path, "", "must be an object in curly brackets")
            return None
        try:
            return self._reader(kind)(row, kind)
        except Exception as error:  # noqa: BLE001 - whatever a check found is reported, not raised
            self._registry.broken.add(_id_of(row))
            for where, message in problems(error, path):
                self._add(origin, where, _id_of(row), message)
            return None

    def _reader(self, kind: type) -> Callable[[Any, Any], Any]:
        if kind not in self._readers:
            self._readers[kind] = row_reader(kind, self._converter)
        return self._readers[kind]

    def _is_new(self, record_id: str, origin: str, path: str) -> bool:
        first = self._owners.setdefault(record_id, origin + path)
        if first == origin + path:
            return True
        self._add(origin, path, record_id, f"the id is taken by {first}; ids are unique")
        return False

    def _in_order(self, rows: Sequence[Any], kind: type, origin: str) -> Iterable[int]:
        """Yield the indexes of rows such that a row comes after those that it links to."""
        if kind not in _LINKS_WITHIN:
            return range(len(rows))
        index_of = {_id_of(row): index for index, row in enumerate(rows)}
        sorter: TopologicalSorter[int] = TopologicalSorter()
        for index, row in enumerate(rows):
            links = _LINKS_WITHIN[kind](row) if isinstance(row, dict) else []
            known = (index_of[link] for link in links if isinstance(link, str) and link in index_of)
            sorter.add(index, *known)
        order, circle = _sorted_as_far_as_possible(sorter)
        ids = " -> ".join(_id_of(rows[index]) for index in circle)
        for index in sorted(set(range(len(rows))) - set(order)):
            self._registry.broken.add(_id_of(rows[index]))
            message = f"its links form a circle, or lead into one: {ids}; leave one link out"
            self._add(origin, f"$[{index}]", _id_of(rows[index]), message)
        return order

    def _add(self, origin: str, path: str, record: str, message: str) -> None:
        self.errors.append(DataError(origin, path, record, message))


def _sorted_as_far_as_possible(sorter: TopologicalSorter[int]) -> tuple[list[int], list[int]]:
    circle: list[int] = []
    try:
        sorter.prepare()
    except CycleError as error:
        circle = error.args[1]
    order: list[int] = []
    while ready := sorter.get_ready():
        order.extend(ready)
        sorter.done(*ready)
    return order, circle


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _id_of(row: object) -> str:
    record_id = row.get("id", row.get("paragraph")) if isinstance(row, dict) else None
    return record_id if isinstance(record_id, str) else ""
