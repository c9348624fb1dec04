"""What a spreadsheet can check while somebody types: lists that drop down, and formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from openpyxl.worksheet.datavalidation import DataValidation

from kzseparatism.vocab import Vocabulary
from kzseparatism.workshop.workbook.sheets import Column, Sheet, sheets, takes

# As far down as the lists and the checks reach.
LAST_ROW = 5_000
_LONGEST_MESSAGE = 220


def list_names() -> Iterator[tuple[str, str]]:
    """Yield each name that stands for a list of ids, with its formula.

    The list grows with its sheet; an empty line in it would let anything pass.
    """
    for sheet in sheets():
        if not sheet.field:
            first = f"{sheet.name}!$A$2"
            count = f"COUNTA({sheet.name}!$A$2:$A${LAST_ROW})"
            yield f"ids_{sheet.name}", f"OFFSET({first},0,0,MAX(1,{count}),1)"


def words_name(vocabulary: type[Vocabulary]) -> str:
    """Return the name that stands for the words of a vocabulary."""
    return f"words_{vocabulary.__name__}"


def check_for(sheet: Sheet, column: Column, letter: str) -> DataValidation | None:
    """Return the check of a column of a sheet, or None where there is nothing that can be checked.

    A word or a number that is wrong is refused; an id that is not known is warned of, since the
    record may be written next.
    """
    area = f"{letter}2:{letter}{LAST_ROW}"
    if column is not sheet.key or sheet.field:
        return check_of(column, area)
    return _made(
        column,
        area,
        type="custom",
        formula1=f"COUNTIF({_fixed(area)},{letter}2)=1",
        error="This id stands in another row already. Each id is used once.",
    )


def check_of(column: Column, area: str) -> DataValidation | None:
    """Return the check of the values of a column in an area of cells, such as ``B2:B9``."""
    cell = area.partition(":")[0]
    if column.vocabulary is not None:
        return _made(column, area, type="list", formula1=f"={words_name(column.vocabulary)}")
    if column.holds is bool:
        return _made(column, area, type="list", formula1='"yes,no"')
    if column.holds is int:
        return _made(column, area, type="whole", operator="greaterThanOrEqual", formula1="1")
    if not column.target:
        return None
    noun = "paragraph" if column.target == "ledger" else "id"
    rules: dict[str, str] = {
        "errorStyle": "warning",
        "error": f"The sheet {column.target} has no such {noun} yet. Go on if you will write it.",
    }
    if column.many:
        return _made(column, area, type="custom", formula1=_all_known(cell, column.target), **rules)
    return _made(column, area, type="list", formula1=f"=ids_{column.target}", **rules)


def _made(column: Column, area: str, **rules: str) -> DataValidation:
    made = DataValidation(
        **({"error": takes(column)[:_LONGEST_MESSAGE], "errorTitle": column.name} | rules),
        allow_blank=True,
        showErrorMessage=True,
    )
    made.add(area)
    return made


def _fixed(area: str) -> str:
    return re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", area)


def _all_known(cell: str, target: str) -> str:
    """Return a formula that counts the ids that are known, and compares with how many there are."""
    items = f'SUBSTITUTE(SUBSTITUTE({cell}," ",""),CHAR(10),";")'
    found = f'FIND(";"&ids_{target}&";",";"&{items}&";")'
    return f'SUMPRODUCT(--ISNUMBER({found}))=LEN({items})-LEN(SUBSTITUTE({items},";",""))+1'
