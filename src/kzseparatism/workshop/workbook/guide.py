"""The sheet that explains how to write into the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from kzseparatism.model.tables import TABLES
from kzseparatism.workshop.workbook.sheets import MARK, WORDS, Sheet, sheets

# A heading before the first colon of each paragraph.
_GUIDE = f"""\
What it is: Each sheet is a table of the dataset, and each row a record. Sheets such as case_stages
have the parts of a record: each row begins with the id of the record that has them.

Where to begin: 1. dataset: say what the dataset is. 2. sources: describe the articles. 3. ledger:
read paragraph by paragraph. Where a paragraph reports something, write a record in one of the other
sheets, and cite the paragraph there. Where it does not, say in the column excluded why. Write
places and actors first, then cases, statements and events: these take the ids of the former.

Headings: Dark headings must be filled in, light ones may stay empty. Point at a heading to read
what the column means and what it takes. The columns may stand in any order; their names must stay.

Ids: A short name of your own, such as rally-in-may: small letters a-z, digits and hyphens. Each id
is used once in the whole workbook, and stays the same for ever. Do not put the name of a person
into an id who is only accused or convicted: write person-1.

Private persons: Write yes in the column private of the sheet actors. The name is then kept in a
file of its own, and is shown nowhere unless somebody asks for it.

Citations: Every record, and every part of one, says which paragraphs it comes from: gazette#12.

Several things in one cell: One to a line: press Alt+Enter for a new line (in LibreOffice
Ctrl+Enter). Ids and citations may also stand with ; between them.

Dates: As text, as much as is known: 2023-05-30, 2023-05, 2023, 2023-21 (spring),
[2023-05-02..2023-06], [..2023-06] (open). ? after a date: uncertain; ~: approximate. date_text has
the words that are printed, and date_basis says what the date is based on; it is none exactly where
there is no date. The cells are text, so that the spreadsheet does not change what you type. Paste
without formats (Ctrl+Shift+V).

Lengths of time: P5Y is five years, P1Y6M a year and six months, P15D fifteen days.

Warnings: Where a cell takes a word, a list drops down. Where it takes ids, the spreadsheet warns
you of one that is not there yet: go on if you are about to write it.

Order: The order of the rows is kept. Parts of a record are in the order of the column position, or
as the rows stand where it is empty. Stages of a case stand in the order in which they happened.

Your own notes: Columns and sheets whose names begin with {MARK} are not read, and are lost when the
workbook is written anew. What should last belongs into the column note.

Reading it in: Save and close the workbook, then: kzseparatism workbook --read BOOK.xlsx FOLDER.
Each problem is named with its sheet and cell. Nothing is written unless all is right.
"""


def guide_lines() -> Iterator[tuple[str, str]]:
    """Yield a heading and a text for each thing to know, then a line for each sheet."""
    yield "How to use this workbook", ""
    for paragraph in _GUIDE.split("\n\n"):
        heading, _, text = " ".join(paragraph.split()).partition(": ")
        yield heading, text
    yield "The sheets", ""
    for sheet in sheets():
        yield sheet.name, _about(sheet)
    yield WORDS, "The words of the lists, with what each means."


def _about(sheet: Sheet) -> str:
    if sheet.field:
        return f"Parts of {sheet.table}: {', '.join(column.name for column in sheet.columns[2:])}."
    return (TABLES[sheet.table].__doc__ or "").partition("\n")[0]
