"""One cell: from the plain value of a data file to what a spreadsheet holds, and back, strictly."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from typing import Any

import attrs
from openpyxl.utils.datetime import from_excel

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.errors import shortened
from kzseparatism.model import Citation
from kzseparatism.workshop.workbook.sheets import Column

_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t]")
_SHOWS_NOTHING = re.compile("[\u200b\u2060\ufeff\u00ad]")
_LINES = re.compile(r"(?:_x000D_)?\r?\n|\r")
# What databases and programs of statistics write where there is nothing.
_NULL = {"null", "#n/a"}
_NOTHING = {*_NULL, "n/a", "na", "nan", "nil", "-", "–", "—"}
# In a number format: what is quoted or escaped, and what stands in brackets, is no part of a date.
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_AS_TEXT = "format the cell as text and type it again"
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
# openpyxl reads these as they are written in the file.
_ESCAPE = re.compile("_x005[fF]_")
_NEEDS_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class CellError(Exception):
    """What is wrong with a cell, and what to do about it."""


def cell_of(value: Any) -> str | int | None:
    """Return what a cell holds for a plain value, or None for an empty cell."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return _escaped("\n".join(map(str, value))) or None
    if value is None or isinstance(value, int):
        return value
    return _escaped(str(value)) or None


def needs_quoting(value: Any) -> bool:
    """Return whether a spreadsheet, or we, would take a text for something else.

    It is a formula, or one of the words for nothing.
    """
    return isinstance(value, str) and (value[:1] in "=+-@" or value.casefold() in _NOTHING)


def _escaped(text: str) -> str:
    return _NEEDS_ESCAPE.sub("_x005F_", text)


@attrs.frozen(kw_only=True)
class Cell:
    """What a spreadsheet has in a cell: its value, the form in which it shows it, and its place.

    ``quoted`` is whether an apostrophe before it says that it is text as it stands.
    """

    value: Any
    number_format: str = "General"
    quoted: bool = False


def plain_of(cell: Cell, column: Column, notes: list[str]) -> Any:
    """Return the plain value of a cell that is not empty, or None where nothing is left of it.

    Adds to ``notes`` what was read otherwise than it stands. Raises ``CellError``.
    """
    value = cell.value
    if column.many:
        text = _text(cell, column, notes)
        separator = _LINES if _is_text(column) else re.compile(f"{_LINES.pattern}|;")
        items = [clean for item in separator.split(text) if (clean := _clean(item))]
        return items or None
    if column.holds is bool:
        return _flag(value)
    if column.holds is int:
        return _number(value)
    return _clean(_text(cell, column, notes)) or None


def is_nothing(value: object) -> bool:
    """Return whether a cell is empty, or has nothing but what can't be seen."""
    return value is None or (isinstance(value, str) and not _clean(value))


def _is_text(column: Column) -> bool:
    return column.holds is str


def _clean(text: str) -> str:
    """Return a text without what spreadsheets and web pages leave in it unseen."""
    seen = _SHOWS_NOTHING.sub("", _SPACES.sub(" ", _ESCAPE.sub("_", text)))
    return unicodedata.normalize("NFC", seen).strip()


def _text(cell: Cell, column: Column, notes: list[str]) -> str:
    value = cell.value
    if isinstance(value, str):
        nothing = _NULL if _is_text(column) else _NOTHING
        if _clean(value).casefold() in nothing and not cell.quoted:
            message = f"{value!r} stands for nothing; leave the cell empty"
            raise CellError(message)
        return value
    if isinstance(value, bool):
        message = f"is {'TRUE' if value else 'FALSE'}, not text; {_AS_TEXT}"
        raise CellError(message)
    if isinstance(value, datetime | date | time):
        return _day(value, column, cell.number_format, notes)
    return _digits(value, column, notes)


def _day(
    value: datetime | date | time, column: Column, number_format: str, notes: list[str]
) -> str:
    """Return the day that a cell shows, if it shows a whole day and a day is wanted."""
    shown = _LITERAL.sub("", number_format).casefold()
    whole = isinstance(value, date) and all(letter in shown for letter in "dmy")
    midnight = not isinstance(value, datetime) or value.time() == time()
    day = value.date() if isinstance(value, datetime) else value
    if column.holds is FuzzyDate and whole and midnight:
        notes.append(f"a date of the spreadsheet, read as {day}")
        return str(day)
    example = "2023-05" if column.holds is FuzzyDate else "as it is printed"
    message = f"the spreadsheet has made a date of it ({day}); {_AS_TEXT}, {example}"
    raise CellError(message)


def _digits(value: Any, column: Column, notes: list[str]) -> str:
    """Return a number as the text that was typed, where that is certain."""
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if column.holds is FuzzyDate:
        if whole and 1000 <= value <= 9999:
            notes.append(f"a number, read as the year {int(value)}")
            return str(int(value))
        day = _serial(value)
        meant = f" (perhaps {day}, by the spreadsheet's own count of days)" if day else ""
        message = f"{value} is a number{meant}, not a date; {_AS_TEXT}, such as 2023-05-30"
        raise CellError(message)
    # A spreadsheet keeps 15 digits of a number, and drops zeros before it.
    certain = whole and abs(value) < 10**11 and column.name not in ("digest", "sha256")
    if not certain or column.holds in (Term, Citation):
        message = f"{value} is a number, not text; {_AS_TEXT}"
        raise CellError(message)
    return str(int(value))


def _serial(value: Any) -> str:
    try:
        day = from_excel(value)
    except (ValueError, OverflowError, TypeError):
        return ""
    return str(day.date()) if isinstance(day, datetime) and 1900 < day.year < 2200 else ""


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _clean(value).casefold() if isinstance(value, str) else ""
    if text not in _YES_NO:
        message = f"{shortened(value)} is neither yes nor no"
        raise CellError(message)
    return _YES_NO[text]


def _number(value: Any) -> int:
    text = _clean(value) if isinstance(value, str) else ""
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if whole and not isinstance(value, bool):
        return int(value)
    message = f"{shortened(value)} is not a whole number"
    raise CellError(message)
