"""Records as a table of HTML that a script can sort and narrow, and a phone shows as cards."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from kzsite.columns import Column, columns
from kzsite.order import is_by_date


def record_table(records: Sequence[Any], base: str, name: str) -> str:
    """Return records, in the order in which they are given, as one block of HTML.

    The roles are written out, because a table that is laid out as cards loses them in some
    browsers. There is no blank line: Markdown would end the block there.
    """
    rows = [columns(record, base) for record in records]
    sorted_by = _sorted_by(records, rows)
    head = "".join(
        f'<th role="columnheader" scope="col"{_order(column, sorted_by)}>'
        f"{escape(_capital(column.heading))}</th>"
        for column in rows[0]
    )
    body = "\n".join(_row(row) for row in rows)
    return "\n".join(
        [
            '<div class="table-wrapper docutils container">',
            f'<table class="docutils records" role="table" aria-label="{escape(name)}">',
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>',
            f'<tbody role="rowgroup">\n{body}\n</tbody>',
            "</table>",
            "</div>",
        ]
    )


def _row(row: Sequence[Column]) -> str:
    first, *others = row
    head = f'<th role="rowheader" scope="row" data-key="{escape(first.key)}">{first.html}</th>'
    return f'<tr role="row">{head}{"".join(map(_cell, others))}</tr>'


def _cell(column: Column) -> str:
    # A card on a phone has no column above it: each cell says itself what it is.
    label, key = escape(_capital(column.heading)), escape(column.key)
    choices = f' data-choices="{escape("|".join(column.choices))}"' if column.choices else ""
    return f'<td role="cell" data-key="{key}" data-label="{label}"{choices}>{column.html}</td>'


def _sorted_by(records: Sequence[Any], rows: Sequence[Sequence[Column]]) -> str:
    """Return the heading of the column by which the records stand in order."""
    dates = {"date", "published"}
    by_date = is_by_date(type(records[0]))
    found = [one.heading for one in rows[0] if (one.heading in dates) == by_date]
    return found[0]


def _order(column: Column, sorted_by: str) -> str:
    if column.heading == sorted_by:
        return ' aria-sort="ascending"'
    return ' data-first="descending"' if column.largest_first else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
