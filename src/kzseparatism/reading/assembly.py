"""From a directory of JSON files to a dataset: all of it, or every problem at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import DataError, DataErrors, in_a_line
from kzseparatism.model import Actor, Region, Statement
from kzseparatism.model.tables import TABLES
from kzseparatism.reading.files import LARGEST_FILE, Folder, is_there, read_json
from kzseparatism.reading.order import without_circles
from kzseparatism.reading.private import (
    PRIVATE_NAMES,
    names_in,
    names_in_bytes,
    public_names,
    with_private_names,
)
from kzseparatism.reading.rows import Registry, problems_of, row_reader
from kzseparatism.table import Table, table_of_known

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from kzseparatism.privacy import Discretion


def _organisations(row: Mapping[str, Any]) -> list[object]:
    roles = row.get("roles")
    return [role.get("organisation") for role in _list(roles) if isinstance(role, dict)]


# Rows of these tables may link to rows of the same table, in any order.
_LINKS_WITHIN: Mapping[type, Callable[[Mapping[str, Any]], list[object]]] = {
    Region: lambda row: _list(row.get("successors")),
    Actor: _organisations,
    Statement: lambda row: _list(row.get("responds_to")),
}


# What stands for the content of a file that could not be read; its problem is known already.
_UNREAD = object()


_MOST_SHOWN = 8


class Assembly:
    """One reading of one directory: what has been read, and what is wrong."""

    def __init__(self, directory: Folder | Traversable, shipped: Folder | Traversable) -> None:
        self.directory = directory
        self.shipped = shipped
        self.errors: list[DataError] = []
        self._registry = Registry()
        self._owners: dict[str, str] = {}
        self._actors: object = ()

    def dataset(self) -> Dataset:
        """Return the dataset, or raise ``DataErrors`` with everything that is wrong."""
        row = self._file("dataset.json")
        about: Any = None
        if row is not _UNREAD:
            about = self._record(About, row, "dataset.json", "$")
        names = self._file(PRIVATE_NAMES)
        tables = {name: self._table(name, kind, names) for name, kind in TABLES.items()}
        if self.errors:
            message = f"nothing was read from {in_a_line(str(self.directory))}"
            raise DataErrors(message, self._told(names))
        here = str(self.directory) if isinstance(self.directory, Folder) else None
        return Dataset(about=about, directory=here, **tables)

    def _told(self, names: object) -> list[DataError]:
        """Return the problems with their lines, and without private names."""
        from kzseparatism.reading.positions import Positions  # noqa: PLC0415 - only errors need it

        positions, discretion = Positions(str(self.directory)), self._discretion(names)
        return [discretion.error(positions.of(error)) for error in self.errors]

    def _discretion(self, names: object) -> Discretion:
        """Return what keeps private names out of messages, in whatever state their file is."""
        from kzseparatism.privacy import Discretion  # noqa: PLC0415 - only errors need it

        private = list(names_in(names) if names is not _UNREAD else self._unread_names())
        return Discretion(private, public_names(self._actors))

    def _unread_names(self) -> Iterable[str]:
        try:
            with (self.directory / PRIVATE_NAMES).open("rb") as file:
                return names_in_bytes(file.read(LARGEST_FILE))
        except (OSError, ValueError):
            return ()

    def _file(self, name: str) -> Any:
        # Regions are the library's own reference table: another dataset need not repeat it.
        try:
            own = name != "regions.json" or is_there(self.directory, name)
            return read_json(self.directory if own else self.shipped, name)
        except DataError as error:
            self.errors.append(error)
            return _UNREAD

    def _table(self, name: str, kind: type, names: Any) -> Table[Any]:
        origin = f"{name}.json"
        rows = self._file(origin)
        if not isinstance(rows, list):
            if rows is not _UNREAD:
                self._add(origin, "$", "", "a table must be a list of objects")
            self._registry.unread.add(kind)
            return Table()
        if kind is Actor:
            self._actors = rows
            rows = with_private_names(rows, names, self.errors, unread=names is _UNREAD)
        made: dict[int, Any] = {}
        for index in self._in_order(rows, kind, origin):
            record = self._record(kind, rows[index], origin, f"$[{index}]")
            if record is not None and self._is_new(record.id, origin, rows[index], f"$[{index}]"):
                self._registry.records[kind][record.id] = made[index] = record
        return table_of_known(made[index] for index in sorted(made))

    def _record(self, kind: type, row: Any, origin: str, path: str) -> Any:
        if not isinstance(row, dict):
            self._add(origin, path, "", "must be an object in curly brackets")
            return None
        try:
            return row_reader(kind)(row, self._registry)
        except Exception as error:  # noqa: BLE001 - anything that a check found is reported, not raised
            self._registry.broken.add(_id_of(row))
            for within, message in problems_of(error):
                self._add(origin, path + within, _id_of(row), message)
            return None

    def _is_new(self, record_id: str, origin: str, row: dict[str, Any], path: str) -> bool:
        first = self._owners.setdefault(record_id, origin + path)
        if first == origin + path:
            return True
        self._registry.broken.add(record_id)
        field = "id" if "id" in row else "paragraph"
        message = f"the id is taken by {first}; ids are unique"
        self._add(origin, f"{path}.{field}", record_id, message)
        return False

    def _in_order(self, rows: Sequence[Any], kind: type, origin: str) -> Iterable[int]:
        """Return the indexes of rows such that a row comes after those that it links to.

        Rows that link to each other in a circle come last: each is reported, and broken.
        """
        if kind not in _LINKS_WITHIN:
            return range(len(rows))
        index_of = {_id_of(row): index for index, row in enumerate(rows)}
        links = {
            index: {
                index_of[link]
                for link in (_LINKS_WITHIN[kind](row) if isinstance(row, dict) else ())
                if isinstance(link, str) and link in index_of
            }
            for index, row in enumerate(rows)
        }
        order, circles = without_circles(links)
        for circle in circles:
            path = " -> ".join(_shown(circle, rows))
            message = f"its links form a circle: {path}; leave one link out"
            for index in circle:
                self._registry.broken.add(_id_of(rows[index]))
                self._add(origin, f"$[{index}]", _id_of(rows[index]), message)
        return [*order, *(index for circle in circles for index in circle)]

    def _add(self, origin: str, path: str, record: str, message: str) -> None:
        self.errors.append(DataError(origin, path, record, message))


def _shown(circle: Sequence[int], rows: Sequence[Any]) -> list[str]:
    ids = [in_a_line(_id_of(rows[index])) for index in (*circle, circle[0])]
    return ids if len(ids) <= _MOST_SHOWN else [*ids[:3], "...", *ids[-2:]]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _id_of(row: object) -> str:
    record_id = row.get("id", row.get("paragraph")) if isinstance(row, dict) else None
    return record_id if isinstance(record_id, str) else ""
