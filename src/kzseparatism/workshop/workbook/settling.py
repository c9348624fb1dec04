"""What two codings say differently, as a workbook in which it is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kzseparatism.workshop.comparison import Comparison, figures
from kzseparatism.workshop.units import RULES
from kzseparatism.workshop.workbook.style import MAY, MUST, WRAPPED, heading, set_heights

_WIDEST = 50
_SETTLED = "first,second,neither"


def settling_workbook(comparison: Comparison, labels: Mapping[str, str]) -> Workbook:
    """Return the workbook: what the figures are, and a row for each difference to settle.

    ``labels`` has what each record of either coding is called, by id with ``first:`` or
    ``second:`` before it.
    """
    book = Workbook()
    book.remove(book.active)
    about = book.create_sheet("read me")
    about.column_dimensions["A"].width = 110
    how = (" ".join(paragraph.split()) for paragraph in _HOW.split("\n\n"))
    for row, text in enumerate(("Two codings of the same articles", *how, *RULES), start=1):
        about.cell(row, 1, text).alignment = WRAPPED
    about["A1"].font = Font(bold=True, size=14)
    set_heights(about, 400)
    units, variables = figures(comparison)
    _write(book.create_sheet("units"), units)
    _write(book.create_sheet("agreement"), variables)
    rows = [
        {
            "table": one.table,
            "paragraphs": one.paragraphs.replace(" ", "\n"),
            "first id": one.one,
            "second id": one.other,
            "first is": labels.get(f"first:{one.one}", ""),
            "second is": labels.get(f"second:{one.other}", ""),
            "variable": one.variable,
            "first says": one.first,
            "second says": one.second,
            "settled": "",
            "reason": "",
        }
        for one in comparison.differences
    ]
    page = book.create_sheet("differences")
    _write(page, rows, to_fill=("settled", "reason"))
    if rows:
        letter = get_column_letter([*rows[0]].index("settled") + 1)
        choice = DataValidation(type="list", formula1=f'"{_SETTLED}"', allow_blank=True)
        choice.add(f"{letter}2:{letter}{len(rows) + 1}")
        page.add_data_validation(choice)
    return book


_HOW = """\
Each row of the sheet differences is one thing that the two codings say differently. Read the
paragraphs again. Write into the column settled which coding is right, and into the column reason
why. Then correct the data. Report the figures of the sheets units and agreement as they are: they
say how far the codings agreed before anything was settled.

An id with * after it is of a record that only the second coding has.

Krippendorff's alpha is 1 for full agreement and 0 for what chance would give. It is empty where
both codings have one value only. A percentage says little where one value is by far the commonest,
and no figure says much where the units are few."""


def _write(page: Any, rows: Sequence[Mapping[str, object]], to_fill: Iterable[str] = ()) -> None:
    names = list(rows[0]) if rows else ["nothing"]
    for number, name in enumerate(names, start=1):
        letter = get_column_letter(number)
        heading(page[f"{letter}1"], name, MAY if name in to_fill else MUST)
        texts = [str(row[name]) for row in rows]
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
        page.column_dimensions[letter].width = min(_WIDEST, max(14, len(name) + 4, longest + 2))
        for row, text in enumerate(texts, start=2):
            cell = page[f"{letter}{row}"]
            cell.value, cell.data_type, cell.alignment = text or None, "s", WRAPPED
            cell.number_format = "@"
    set_heights(page, 150)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"
