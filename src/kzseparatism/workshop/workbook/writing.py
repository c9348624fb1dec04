"""A dataset as a workbook for coders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kzseparatism.codebook.words import vocabularies
from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.tables import TABLES
from kzseparatism.reading.converter import row_writer
from kzseparatism.workshop.workbook.cells import cell_of, needs_quoting
from kzseparatism.workshop.workbook.checks import check_for, check_of, list_names, words_name
from kzseparatism.workshop.workbook.guide import guide_lines
from kzseparatism.workshop.workbook.sheets import (
    ABOUT,
    FORMAT,
    GUIDE,
    HIDDEN,
    MARK,
    OF_NAMES,
    OF_WORKBOOK,
    SHOWN,
    WORDS,
    Column,
    Sheet,
    about_columns,
    sheets,
    takes,
)
from kzseparatism.workshop.workbook.style import (
    BOLD,
    HIGHEST,
    MAY,
    MUST,
    OURS,
    TITLE,
    WRAPPED,
    heading,
    set_heights,
    set_up_print,
)

_WIDEST, _NARROWEST = 60, 12
_LONGEST_CELL = 32_767


def workbook_of(dataset: Dataset, *, names: bool, texts: Mapping[str, str]) -> Workbook:
    """Return the workbook of a dataset, as it is given: with names, or with pseudonyms.

    ``names`` is what the workbook says of itself about that. ``texts`` are shown beside the rows
    of the ledger, by citation.
    """
    book = Workbook()
    book.remove(book.active)
    _write_guide(book.create_sheet(GUIDE))
    _write_about(book.create_sheet(ABOUT), dataset.about, names=names)
    rows = dict(_rows(dataset))
    for sheet in sheets():
        more = _beside_ledger(dataset, texts) if sheet.table == "ledger" else {}
        _write_sheet(book.create_sheet(sheet.name), sheet, rows[sheet.name], more)
    for name, formula in (*_write_words(book.create_sheet(WORDS)), *list_names()):
        book.defined_names[name] = DefinedName(name, attr_text=formula)
    for page in book:
        set_up_print(page)
    return book


def _rows(dataset: Dataset) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the name of each sheet with its rows, as the data files have them."""
    for name, table in dataset.tables():
        kind: Any = TABLES[name]
        write = row_writer(kind)
        made = [write(record) for record in table]
        for sheet in sheets():
            if sheet.table == name and sheet.field:
                yield sheet.name, list(_parts(sheet, made))
        yield name, made


def _parts(sheet: Sheet, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    owner, position = (column.name for column in sheet.columns[:2])
    for row in rows:
        for number, part in enumerate(row.pop(sheet.field, []), start=1):
            yield {owner: row["id"], position: number} | part


def _beside_ledger(dataset: Dataset, texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return what is shown beside each paragraph, for reading only."""
    citing: dict[str, list[str]] = {}
    for record in dataset.coded_records():
        for citation in record.all_citations:
            citing.setdefault(str(citation), []).append(record.id)
    return {
        f"{MARK}cited_by": {name: "\n".join(ids) for name, ids in citing.items()},
        f"{MARK}text": dict(texts),
    }


def _write_sheet(
    page: Worksheet,
    sheet: Sheet,
    rows: list[dict[str, Any]],
    more: Mapping[str, Mapping[str, str]],
) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        heading(page[f"{letter}1"], column.name, MUST if column.required else MAY)
        page[f"{letter}1"].comment = _comment(column)
        _shape(page, letter, [cell_of(row.get(column.name)) for row in rows], column)
        check = check_for(sheet, column, letter)
        if check is not None:
            page.add_data_validation(check)
    for number, (name, values) in enumerate(more.items(), start=len(sheet.columns) + 1):
        letter = get_column_letter(number)
        heading(page[f"{letter}1"], name, OURS)
        shown = [values.get(row[sheet.key.name], "") for row in rows]
        _shape(page, letter, [text[:_LONGEST_CELL] for text in shown], None)
    set_heights(page, HIGHEST)
    page.freeze_panes = "C2" if sheet.field else "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns) + len(more))}{len(rows) + 1}"


def _comment(column: Column) -> Comment:
    empty = "" if column.required else f"\nEmpty: {_default(column)}."
    text = f"{column.definition}\n{takes(column)}{empty}"
    comment = Comment(text, "kzseparatism")
    comment.width = 320
    comment.height = 22 * (3 + len(text) // 42)
    return comment


def _default(column: Column) -> str:
    if column.default is None or column.default in ("", ()):
        return "nothing"
    return str(cell_of(column.default))


def _shape(page: Worksheet, letter: str, values: list[Any], column: Column | None) -> None:
    """Fill a column, and give it its width and form, also where it is still empty."""
    is_number = column is not None and column.holds is int
    form = "General" if is_number else "@"
    longest = max((len(line) for text in values for line in str(text or "").split("\n")), default=0)
    name = page[f"{letter}1"].value
    dimension = page.column_dimensions[letter]
    dimension.width = min(_WIDEST, max(_NARROWEST, len(name) + 4, longest + 2))
    dimension.number_format = form
    dimension.alignment = WRAPPED
    for row, value in enumerate(values, start=2):
        cell = page[f"{letter}{row}"]
        cell.number_format = form
        cell.alignment = WRAPPED
        _fill(cell, value)


def _fill(cell: Any, value: Any) -> None:
    if isinstance(value, str) and len(value) > _LONGEST_CELL:
        complaint = f"has {len(value)} characters; a cell of a spreadsheet has room for 32767"
        raise InvalidValueError("workbook", value, complaint, "shorten it, or work on the files")
    cell.value = value
    if isinstance(value, str):
        # Never a formula, and never an error value, whatever it looks like.
        cell.data_type = "s"
        if needs_quoting(value):
            cell.quotePrefix = True


def _write_guide(page: Worksheet) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 100
    for row, (name, text) in enumerate(guide_lines(), start=1):
        page.cell(row, 1, name).font = BOLD if text else TITLE
        page.cell(row, 1).alignment = WRAPPED
        page.cell(row, 2, text).alignment = WRAPPED
        page.cell(row, 2).data_type = "s"
    set_heights(page, 400)
    page.sheet_view.showGridLines = False


def _write_about(page: Worksheet, about: About, *, names: bool) -> None:
    row: dict[str, Any] = row_writer(About)(about)
    of_workbook = (
        (OF_WORKBOOK, FORMAT, "What kind of workbook this is; leave it as it is."),
        (OF_NAMES, SHOWN if names else HIDDEN, "Whether names of private persons are shown."),
    )
    lines = [(one.name, cell_of(row.get(one.name, one.default)), one) for one in about_columns()]
    for letter, name in zip("ABC", ("field", "value", f"{MARK}meaning"), strict=True):
        heading(page[f"{letter}1"], name, OURS if letter == "C" else MUST)
    for number, (name, value, column) in enumerate(lines, start=2):
        page.cell(number, 3, f"{column.definition} {takes(column)}")
        _fill(page.cell(number, 1), name)
        _fill(page.cell(number, 2), value)
        check = check_of(column, f"B{number}")
        if check is not None:
            page.add_data_validation(check)
    for number, (name, value, meaning) in enumerate(of_workbook, start=2 + len(lines)):
        for place, text in enumerate((name, value, meaning), start=1):
            page.cell(number, place, text).font = OURS[1]
    for letter, width in (("A", 18), ("B", 70), ("C", 80)):
        page.column_dimensions[letter].width = width
        for (cell,) in page[f"{letter}2:{letter}{1 + len(lines) + len(of_workbook)}"]:
            cell.alignment, cell.number_format = WRAPPED, "@"
    set_heights(page, HIGHEST)
    page.freeze_panes = "A2"


def _write_words(page: Worksheet) -> Iterator[tuple[str, str]]:
    """Write the words of all vocabularies; yield the name of each list with where it stands."""
    for letter, name in zip("ABC", ("list", "word", "meaning"), strict=True):
        heading(page[f"{letter}1"], name, OURS)
    row = 2
    for vocabulary in vocabularies():
        first = row
        for member in vocabulary:
            for letter, text in zip(
                "ABC", (vocabulary.__name__, member.value, member.definition), strict=True
            ):
                page[f"{letter}{row}"].value = text
                page[f"{letter}{row}"].alignment = WRAPPED
            row += 1
        yield words_name(vocabulary), f"{WORDS}!$B${first}:$B${row - 1}"
    for letter, width in (("A", 18), ("B", 20), ("C", 100)):
        page.column_dimensions[letter].width = width
    page.freeze_panes = "A2"
