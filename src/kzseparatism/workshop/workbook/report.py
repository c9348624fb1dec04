"""What is wrong in a workbook: each problem at the cell where what it is about stands."""

from __future__ import annotations

import re

from kzseparatism.errors import DataError, DataErrors
from kzseparatism.reading.private import PRIVATE_NAMES
from kzseparatism.workshop.workbook.grid import Grid, Line
from kzseparatism.workshop.workbook.sheets import ABOUT

_PATH = re.compile(r"\$(?:\[(\d+)\](?:\.([a-z_]+)\[(\d+)\])?)?(?:\.([a-z_0-9]+))?")
# A problem of a whole record begins with the field: ``Statement 'id': field:`` or ``Stage.field:``.
_FIELD = re.compile(r"[A-Z]\w*(?: '[^']*': |\.)([a-z_0-9]+): ")
_IN_FILE = re.compile(r"\b([a-z_]+\.json)\$\[(\d+)\]")
# What a data file calls otherwise than a sheet does.
_WORDS = (
    ("the key is missing", "is empty; fill it in"),
    (f"needs an entry in {PRIVATE_NAMES}, with name and perhaps aliases", "needs a name"),
    (f"the entry in {PRIVATE_NAMES} has", "has"),
)
# Where a row of a data file stands in it: file, row, and for a part its field and place there.
_Key = tuple[str, int, str, int]


class Report:
    """The problems of one workbook, and where everything stands that may have one.

    ``grids`` has what each sheet has; ``lines`` has, for each row and part of a data file, its
    sheet and line; ``about`` has the rows of what is said of the dataset.
    """

    def __init__(self, workbook: str) -> None:
        self.workbook = workbook
        self.grids: dict[str, Grid] = {}
        self.lines: dict[_Key, tuple[str, Line]] = {}
        self.about: dict[str, int] = {}
        self._problems: list[DataError] = []
        self._told: set[tuple[str, str]] = set()

    def __bool__(self) -> bool:
        return bool(self._problems)

    def refusal(self) -> DataErrors:
        """Return everything that is wrong as one error."""
        return DataErrors(f"nothing was read from {self.workbook}", self._problems)

    def tell(self, sheet: str, where: str, message: str, record: str = "") -> None:
        """Add a problem of a cell, or of a sheet."""
        self._told.add((sheet, where))
        self._add(sheet, where, message, record)

    def place(self, problem: DataError) -> None:
        """Add a problem of a data file, at the cell where what it is about stands.

        What was wrong with the cell itself is told already, and is why this is wrong.
        """
        sheet, where = self._place_of(problem)
        if (sheet, where) not in self._told:
            self._add(sheet, where, self._in_words_of_the_workbook(problem.message), problem.record)

    def _add(self, sheet: str, where: str, message: str, record: str) -> None:
        problem = DataError(self.workbook, f"{sheet}!{where}", record, message)
        if problem not in self._problems:
            self._problems.append(problem)

    def _place_of(self, problem: DataError) -> tuple[str, str]:
        if problem.origin == "dataset.json":
            _, _, field = problem.path.partition(".")
            return ABOUT, f"B{self.about.get(field, 1)} ({field})"
        found = _PATH.match(problem.path)
        index, field, number, last = (found[n] or "" for n in (1, 2, 3, 4)) if found else [""] * 4
        key, column = (problem.origin, int(index or 0), field, int(number or 0)), last
        if key not in self.lines:
            # An item of a list, such as ``.citations[1]``, or a problem of the names.
            key, column = self._record_of(problem, int(index or 0)), field or column
        if key not in self.lines:
            return problem.origin.removesuffix(".json"), "whole sheet"
        sheet, line = self.lines[key]
        named = _FIELD.match(problem.message)
        if not column and named and named[1] in self.grids[sheet].letters:
            column = named[1]
        return sheet, self.grids[sheet].address(line.number, column)

    def _record_of(self, problem: DataError, index: int) -> _Key:
        if problem.origin != PRIVATE_NAMES:
            return (problem.origin, index, "", 0)
        for key, (sheet, line) in self.lines.items():
            if sheet == "actors" and line.values.get("id") == problem.record:
                return key
        return (problem.origin, 0, "", 0)

    def _in_words_of_the_workbook(self, message: str) -> str:
        def row(found: re.Match[str]) -> str:
            sheet, line = self.lines.get((found[1], int(found[2]), "", 0), ("", None))
            return found[0] if line is None else f"{sheet} row {line.number}"

        message = _IN_FILE.sub(row, message)
        for ours, theirs in _WORDS:
            message = message.replace(ours, theirs)
        return message
