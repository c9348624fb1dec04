"""Rows on a terminal, as JSON, or as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from kzseparatism.views.lines import as_list, as_table, terminal_width

__all__ = ["as_csv", "as_json", "as_list", "as_table", "terminal_width"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as a JSON array."""
    return json.dumps(list(rows), ensure_ascii=False, indent=2)


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as CSV with a header; lists are joined by semicolons, parts are JSON.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    if not rows:
        return ""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().rstrip("\n")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        parts = [json.dumps(i, ensure_ascii=False) if isinstance(i, dict) else i for i in value]
        value = "; ".join(parts)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
