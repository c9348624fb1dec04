"""A workbook to read: a sheet for each relation, the codebook first, days as days."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from kzseparatism._optional import optional
from kzseparatism.errors import InvalidValueError
from kzseparatism.exporting.material import Material
from kzseparatism.relations.relation import Column, Relation

# A text is never a formula, a link or a number, whatever it looks like.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MOST_LETTERS, _LONGEST_NAME = 32_767, 31
_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
_FIRST_DAY = date(1900, 3, 1)  # a spreadsheet counts the days before this one wrongly
_TRUTH = '"TRUE";"TRUE";"FALSE"'
_A4 = 9


def content(material: Material) -> bytes:
    """Return the bytes of a workbook. A day before March 1900 is text, for it can't be a date."""
    xlsxwriter = optional("xlsxwriter", extra="export")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    about = material.dataset.about
    # Else the workbook would say when it was made.
    told = {"title": about.title, "author": about.authors, "created": _NO_TIME}
    version = f"version {about.version}, coded {about.coded}, {about.licence}"
    book.set_properties({**told, "comments": version})
    forms = {
        "heading": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
        # Of truth values side by side, LibreOffice shows some as 0 and 1 if they have no form.
        "truth": book.add_format({"num_format": _TRUTH, "align": "left", "valign": "top"}),
        "plain": book.add_format({"align": "left", "valign": "top"}),
        "wrapped": book.add_format({"valign": "top", "text_wrap": True}),
    }
    for relation in (material.relations.codebook(), *material.relations.values()):
        _write(book.add_worksheet(relation.name[:_LONGEST_NAME]), relation, forms)
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, relation: Relation, forms: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for number, column in enumerate(relation.columns):
        values = relation.values(column.name)
        width, form = _width(column, values)
        sheet.set_column(number, number, width, forms[form])
        sheet.write_string(0, number, column.name, forms["heading"])
        for row, value in enumerate(values, 1):
            _write_cell(sheet, (row, number), value, forms)
    sheet.autofilter(0, 0, len(relation), len(relation.columns) - 1)


def _width(column: Column, values: tuple[Any, ...]) -> tuple[int, str]:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    widest = 60 if column.type is str else 12
    width = max(min(longest, widest), len(column.name)) + 3
    return width, "wrapped" if longest > widest else "plain"


def _write_cell(sheet: Any, place: tuple[int, int], value: Any, forms: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(*place, value, forms["day"])
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value, forms["truth"])
    elif isinstance(value, int | float):
        sheet.write_number(*place, value)
    elif len(str(value)) > _MOST_LETTERS:
        where = f"{sheet.get_name()}, row {place[0]}"
        complaint = f"has more than {_MOST_LETTERS} characters, for which no cell has room"
        raise InvalidValueError(where, value, complaint, "choose another format")
    else:
        sheet.write_string(*place, str(value))
