"""Rows on a terminal, as JSON, or as CSV."""

from __future__ import annotations

import csv
import io
import json
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from kzseparatism.cli.streams import shown

_NARROWEST = 24
_GAP = "  "
# The wide forms are formulas in a Japanese or Chinese spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")


def terminal_width() -> int:
    """Return the width of the terminal in columns, at least 40; 100 where there is none."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def as_table(rows: Sequence[Mapping[str, str]], width: int) -> str:
    """Return rows as aligned columns that fit ``width``, the last one wrapped.

    Where the columns leave the last one no room, each row stands on lines of its own instead.
    """
    if not rows:
        return ""
    rows = [{name: shown(value) for name, value in row.items()} for row in rows]
    headings = list(rows[0])
    widths = [max(len(row[name]) for row in (*rows, {h: h for h in headings})) for name in headings]
    room = width - sum(widths[:-1]) - len(_GAP) * (len(widths) - 1)
    if room < min(_NARROWEST, widths[-1]):
        return "\n\n".join(as_list(row, width) for row in rows)
    widths[-1] = room
    lines = [_line([name.upper() for name in headings], widths)]
    lines += [_line([row[name] for name in headings], widths) for row in rows]
    return "\n".join(lines)


def as_list(row: Mapping[str, str], width: int) -> str:
    """Return one row as lines of heading and text, the text wrapped under itself."""
    label = max(map(len, row)) + 1
    lines = []
    for name, value in row.items():
        if value:
            head = f"{name + ':':<{label}} "
            room = max(_NARROWEST // 2, width - len(head))
            wrapped = [part for line in shown(value).split("\n") for part in _wrap(line, room)]
            lines.append(head + f"\n{' ' * len(head)}".join(wrapped))
    return "\n".join(lines)


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    fixed = _GAP.join(f"{text:<{width}}" for text, width in zip(texts[:-1], widths, strict=False))
    wrapped = _wrap(texts[-1], widths[-1])
    indent = "\n" + " " * (len(fixed) + len(_GAP))
    return (fixed + _GAP + indent.join(wrapped)).rstrip() if fixed else indent.join(wrapped)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]


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
        writer.writerow({name: _cell(as_text(row[name], columns[name])) for name in columns})
    return text.getvalue().rstrip("\n")


def as_text(value: Any, holds_parts: bool) -> str:  # noqa: FBT001 - it comes from a column
    """Return one value of a row as text: parts as a JSON array, other lists with semicolons."""
    if holds_parts:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
