"""Rows on a terminal, as JSON, or as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from kzseparatism.cli.streams import shown
from kzseparatism.views import lines
from kzseparatism.views.lines import terminal_width
from kzseparatism.views.spreadsheets import inert

__all__ = ["as_csv", "as_json", "as_list", "as_table", "as_text", "terminal_width"]


def as_table(rows: Sequence[Mapping[str, str]], width: int) -> str:
    """Return rows as aligned columns that fit ``width``, in the letters that the output has."""
    return lines.as_table([_shown(row) for row in rows], width)


def as_list(row: Mapping[str, str], width: int) -> str:
    """Return one row as lines of heading and text, in the letters that the output has."""
    return lines.as_list(_shown(row), width)


def _shown(row: Mapping[str, str]) -> dict[str, str]:
    return {name: shown(value) for name, value in row.items()}


def as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as a JSON array."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2)


def as_csv(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, bool]) -> str:
    """Return rows as CSV with a header, which an answer without rows has as well.

    ``columns`` says of each column whether it holds parts of records: these are a JSON array. The
    items of other lists are joined by semicolons. A cell that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: inert(as_text(row[name], columns[name])) for name in columns})
    return text.getvalue().rstrip("\n")


def as_text(value: Any, holds_parts: bool) -> str:  # noqa: FBT001 - it comes from a column
    """Return one value of a row as text: parts as a JSON array, other lists with semicolons."""
    if holds_parts:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)
