"""How the sheets of a workbook look."""

from __future__ import annotations

import math
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

# The fill and the letters of a heading: what must be filled in, what may, and what is ours.
MUST = (PatternFill("solid", start_color="1F4E5F"), Font(bold=True, color="FFFFFF"))
MAY = (PatternFill("solid", start_color="D9E6EA"), Font(bold=True, color="1F2F36"))
OURS = (PatternFill("solid", start_color="EEEEEE"), Font(italic=True, color="666666"))
WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left")
BOLD = Font(bold=True)
TITLE = Font(bold=True, size=14, color="1F4E5F")
# In points; a row that is higher than the highest would hide those below it.
_LINE, HIGHEST = 15, 150


def heading(cell: Any, name: str, style: tuple[PatternFill, Font]) -> None:
    """Write the heading of a column."""
    cell.value = name
    cell.fill, cell.font = style
    cell.alignment = Alignment(vertical="top")


def set_up_print(page: Worksheet) -> None:
    """Let a sheet be as wide as the paper, with the headings on every page."""
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def set_heights(page: Worksheet, highest: int) -> None:
    """Make each row as high as its text: not every program does so when it opens a file."""
    for row in page.iter_rows(min_row=2):
        lines = max(_lines(cell.value, page.column_dimensions[cell.column_letter]) for cell in row)
        page.row_dimensions[row[0].row].height = min(highest, _LINE * lines + 2)


def _lines(value: object, column: Any) -> int:
    text = "" if value is None else str(value)
    return sum(max(1, math.ceil(1.05 * len(line) / column.width)) for line in text.split("\n"))
