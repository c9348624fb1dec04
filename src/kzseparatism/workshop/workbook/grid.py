"""The rows of a sheet as they stand in a workbook: cells by column, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from kzseparatism.errors import did_you_mean, shortened
from kzseparatism.names.spelling import nearest
from kzseparatism.workshop.workbook.cells import Cell, CellError, is_nothing, plain_of
from kzseparatism.workshop.workbook.sheets import MARK, Column

# Who is told of a problem or a note: where it is, and what it is.
Tell = Callable[[str, str], None]


@attrs.frozen(kw_only=True)
class Line:
    """One row of a sheet: its number, and the plain values of its cells that are not empty."""

    number: int
    values: Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Grid:
    """What a sheet has: its lines, and the letter of each column."""

    lines: Sequence[Line]
    letters: Mapping[str, str]

    def address(self, number: int, column: str) -> str:
        """Return where a value stands, such as ``D5 (date)``; the row where it has no column."""
        if column not in self.letters:
            return f"row {number}" + (f" ({column})" if column else "")
        return f"{self.letters[column]}{number} ({column})"


def read_grid(page: Any, columns: Sequence[Column], tell: Tell, note: Tell) -> Grid:
    """Return the lines of a sheet that are not empty; tell what is wrong with it, cell by cell."""
    for area in page.merged_cells.ranges:
        message = "these cells are merged; take the cells apart, and fill each"
        tell(str(area), message)
    rows = _cells_by_row(page)
    letters = _headings(rows.pop(1, {}), columns, tell)
    by_name = {column.name: column for column in columns}
    known = [(by_name[name], letter) for name, letter in letters.items()]
    lines = []
    for number, cells in sorted(rows.items()):
        filled = [one for one in known if one[1] in cells]
        values: dict[str, Any] = {}
        for column, letter in filled:
            where = f"{letter}{number} ({column.name})"
            try:
                value = _value(cells[letter], column, where, note)
            except CellError as error:
                tell(where, str(error))
            else:
                if value is not None:
                    values[column.name] = value
        if filled:
            lines.append(Line(number=number, values=values))
    return Grid(lines=lines, letters=letters)


def _cells_by_row(page: Any) -> dict[int, dict[str, Any]]:
    """Return the cells that are not empty, by row and by letter of the column."""
    rows: dict[int, dict[str, Any]] = {}
    # Only what is there: a form given to whole columns reaches down to row 1048576.
    for (row, column), cell in page._cells.items():  # noqa: SLF001 - no public way is as short
        if not is_nothing(cell.value):
            rows.setdefault(row, {})[get_column_letter(column)] = cell
    return rows


def _headings(row: Mapping[str, Any], columns: Sequence[Column], tell: Tell) -> dict[str, str]:
    """Return the letter of each column that is wanted; tell of those missing, unknown or twice."""
    wanted = [column.name for column in columns]
    letters: dict[str, str] = {}
    for letter, cell in row.items():
        name = str(cell.value).strip()
        if name.startswith(MARK):
            continue
        if name in letters:
            tell(f"{letter}1", f"the column {shortened(name)} stands twice; keep one")
        elif name not in wanted:
            hint = did_you_mean(nearest(name, wanted))
            remedy = f"begin its name with {MARK} if it is your own"
            tell(f"{letter}1", f"there is no column {shortened(name)} here{hint}; {remedy}")
        else:
            letters[name] = letter
    for name in wanted:
        if name not in letters:
            message = (
                f"the column {name!r} is missing; put it back, or write a new workbook if this one "
                "is from another version"
            )
            tell("row 1", message)
    return letters


def _value(cell: Any, column: Column, where: str, note: Tell) -> Any:
    value = cell.value
    if cell.data_type == "f" or isinstance(value, ArrayFormula | DataTableFormula):
        message = "is a formula; write what it gives, as text (Paste special: values)"
        raise CellError(message)
    if cell.data_type == "e":
        message = f"has the error {value}; write what should stand there"
        raise CellError(message)
    notes: list[str] = []
    quoted = bool(cell.quotePrefix)
    made = Cell(value=value, number_format=cell.number_format or "", quoted=quoted)
    plain = plain_of(made, column, notes)
    for one in notes:
        note(where, one)
    return plain
