"""Rows as lines of plain text: aligned in columns, or one below the other."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Mapping, Sequence

_NARROWEST = 24
_GAP = "  "


def terminal_width() -> int:
    """Return the width of the terminal in columns, at least 40; 100 where there is none."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def as_table(rows: Sequence[Mapping[str, str]], width: int) -> str:
    """Return rows as aligned columns that fit ``width``, the last one wrapped.

    Where the columns leave the last one no room, each row stands on lines of its own instead.
    """
    if not rows:
        return ""
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
            wrapped = [part for line in value.split("\n") for part in _wrap(line, room)]
            lines.append(head + f"\n{' ' * len(head)}".join(wrapped))
    return "\n".join(lines)


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    fixed = _GAP.join(f"{text:<{width}}" for text, width in zip(texts[:-1], widths, strict=False))
    wrapped = _wrap(texts[-1], widths[-1])
    indent = "\n" + " " * (len(fixed) + len(_GAP))
    return (fixed + _GAP + indent.join(wrapped)).rstrip() if fixed else indent.join(wrapped)


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) or [""]
