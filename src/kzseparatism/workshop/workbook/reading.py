"""A workbook as a dataset: all of it, or every problem with its sheet and cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kzseparatism.dataset import Dataset
from kzseparatism.errors import DataErrors, did_you_mean, shortened
from kzseparatism.integrity import check
from kzseparatism.names.spelling import nearest
from kzseparatism.reading.directories import read_values
from kzseparatism.reading.private import PRIVATE_NAMES
from kzseparatism.workshop.workbook.cells import Cell, CellError, plain_of
from kzseparatism.workshop.workbook.grid import Grid, Line, read_grid
from kzseparatism.workshop.workbook.opening import open_workbook
from kzseparatism.workshop.workbook.report import Report
from kzseparatism.workshop.workbook.sheets import (
    ABOUT,
    FORMAT,
    GUIDE,
    MARK,
    OF_NAMES,
    OF_WORKBOOK,
    POSITION,
    SHOWN,
    WORDS,
    Column,
    Sheet,
    about_columns,
    sheets,
)

_KEYS_OF_NAMES = ("name", "aliases")


def read_book(path: Path) -> tuple[Dataset, tuple[str, ...]]:
    """Return the dataset in a workbook, and a line for each value that was read with a change.

    The rules between records are applied as well. Raises ``DataErrors`` with everything that is
    wrong, each with sheet and cell; a file that is no workbook is an ``InvalidValueError``.
    """
    taking = _Taking(path.name, open_workbook(path))
    return taking.dataset(), tuple(taking.notes)


class _Taking:
    """One reading of one workbook: where each value stands, and what is wrong."""

    def __init__(self, name: str, book: Any) -> None:
        self.book = book
        self.notes: list[str] = []
        self.report = Report(name)

    def dataset(self) -> Dataset:
        self._look_at_sheets()
        about = self._read_about()
        if self.report:
            raise self.report.refusal()
        for sheet in sheets():
            self.report.grids[sheet.name] = self._grid(sheet.name, sheet.columns)
        files = self._files() | {"dataset.json": about}
        try:
            dataset = read_values(files)
        except DataErrors as errors:
            for problem in errors.problems:
                self.report.place(problem)
            raise self.report.refusal() from None
        for problem in () if self.report else check(dataset):
            self.report.place(problem)
        if self.report:
            raise self.report.refusal()
        return dataset

    def _look_at_sheets(self) -> None:
        wanted = [ABOUT, *(sheet.name for sheet in sheets())]
        there = self.book.sheetnames
        for name in there:
            if name not in (*wanted, GUIDE, WORDS) and not name.startswith(MARK):
                missing = [one for one in wanted if one not in there]
                hint = did_you_mean(nearest(name, missing))
                message = f"is no sheet of ours{hint}; give it a name with {MARK} if it is your own"
                self.report.tell(name, "whole sheet", message)
        for name in wanted:
            if name not in there:
                message = "the sheet is missing; give it its name back, or write a new workbook"
                self.report.tell(name, "whole sheet", message)

    def _grid(self, name: str, columns: Sequence[Column]) -> Grid:
        return read_grid(
            self.book[name],
            columns,
            lambda where, message: self.report.tell(name, where, message),
            lambda where, text: self.notes.append(f"{name}!{where}: {text}"),
        )

    def _read_about(self) -> dict[str, Any]:
        if ABOUT not in self.book.sheetnames:
            return {}
        known = {column.name: column for column in about_columns()}
        text = Column(name="value", definition="", holds=str, default="")
        field = Column(name="field", definition="", holds=str, required=True)
        grid = self._grid(ABOUT, (field, text))
        said: dict[str, Any] = {}
        for line in grid.lines:
            name = str(line.values.get("field", ""))
            self.report.about[name] = line.number
            if name in (OF_WORKBOOK, OF_NAMES):
                said[name] = line.values.get("value")
            elif name not in known:
                hint = did_you_mean(nearest(name, [*known, OF_WORKBOOK, OF_NAMES]))
                message = f"{shortened(name)} is nothing that is said of a dataset{hint}"
                self.report.tell(ABOUT, grid.address(line.number, "field"), message)
            elif "value" in line.values:
                said[name] = self._value_about(known[name], line, grid)
        self._judge(said, grid)
        return {name: value for name, value in said.items() if name in known}

    def _value_about(self, column: Column, line: Line, grid: Grid) -> Any:
        """Return what a row says of the dataset; it was read as text, whatever it holds."""
        text = line.values["value"]
        try:
            return text if column.holds is str else plain_of(Cell(value=text), column, [])
        except CellError as error:
            self.report.tell(ABOUT, grid.address(line.number, "value"), str(error))
            return None

    def _judge(self, said: Mapping[str, Any], grid: Grid) -> None:
        """Refuse a workbook of another version, and one without the names that it would erase."""
        if said.get(OF_WORKBOOK) != FORMAT:
            where = grid.address(self.report.about.get(OF_WORKBOOK, 1), "value")
            message = (
                f"says {said.get(OF_WORKBOOK)!r} where this version reads {FORMAT!r}; write a new "
                "workbook with this version, and copy your rows into it"
            )
            self.report.tell(ABOUT, where, message)
        elif said.get(OF_NAMES) != SHOWN:
            where = grid.address(self.report.about.get(OF_NAMES, 1), "value")
            message = (
                "names of private persons are replaced by pseudonyms here, and reading it would "
                "erase them; write a workbook with --names, and work in that"
            )
            self.report.tell(ABOUT, where, message)

    def _files(self) -> dict[str, Any]:
        """Return what each data file says, and remember where each row of it stands."""
        files: dict[str, Any] = {}
        for sheet in sheets():
            origin = f"{sheet.table}.json"
            lines = [line for line in self.report.grids[sheet.name].lines if line.values]
            if not sheet.field:
                self._refuse_ids_that_stand_twice(sheet, lines)
                files[origin] = [dict(line.values) for line in lines]
                for index, line in enumerate(lines):
                    self.report.lines[origin, index, "", 0] = (sheet.name, line)
            else:
                self._add_parts(sheet, lines, files[origin])
        files[PRIVATE_NAMES] = _private_names(files["actors.json"])
        return files

    def _refuse_ids_that_stand_twice(self, sheet: Sheet, lines: Sequence[Line]) -> None:
        first: dict[Any, int] = {}
        for line in lines:
            key = line.values.get(sheet.key.name)
            if key is not None and first.setdefault(key, line.number) != line.number:
                where = self.report.grids[sheet.name].address(line.number, sheet.key.name)
                message = f"stands in row {first[key]} too; each id is used once"
                self.report.tell(sheet.name, where, message, str(key))

    def _add_parts(self, sheet: Sheet, lines: Sequence[Line], rows: list[dict[str, Any]]) -> None:
        """Put the parts of a sheet into the rows of their records, in the order of their places."""
        origin, owner = f"{sheet.table}.json", sheet.key.name
        grid = self.report.grids[sheet.name]
        index_of = {row["id"]: index for index, row in reversed([*enumerate(rows)]) if "id" in row}
        of_record: dict[int, list[Line]] = {}
        for line in lines:
            name = line.values.get(owner)
            if name in index_of:
                of_record.setdefault(index_of[name], []).append(line)
            elif name is None:
                message = "says of no record; write the id of the one that it is part of"
                self.report.tell(sheet.name, grid.address(line.number, owner), message)
            else:
                hint = did_you_mean(nearest(str(name), index_of))
                message = f"{shortened(name)} is no id of the sheet {sheet.table}{hint}"
                self.report.tell(sheet.name, grid.address(line.number, owner), message)
        for index, some in of_record.items():
            self._refuse_places_that_stand_twice(sheet, some)
            some.sort(key=lambda line: line.values.get(POSITION, len(lines) + 1))
            rows[index][sheet.field] = [_without(line.values, owner, POSITION) for line in some]
            for number, line in enumerate(some):
                self.report.lines[origin, index, sheet.field, number] = (sheet.name, line)

    def _refuse_places_that_stand_twice(self, sheet: Sheet, lines: Sequence[Line]) -> None:
        counts = Counter(line.values[POSITION] for line in lines if POSITION in line.values)
        for line in lines:
            position = line.values.get(POSITION)
            if counts[position] > 1:
                where = self.report.grids[sheet.name].address(line.number, POSITION)
                message = f"{position} stands {counts[position]} times for this record; keep one"
                self.report.tell(sheet.name, where, message)


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _private_names(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Take the names of private persons out of their rows, and return them by id."""
    names: dict[str, Any] = {}
    for row in rows:
        if row.get("private") is True:
            said = {key: row.pop(key) for key in _KEYS_OF_NAMES if key in row}
            if "id" in row and "name" in said:
                names[row["id"]] = said
    return names
