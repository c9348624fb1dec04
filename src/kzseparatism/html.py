"""Records as an HTML table for notebooks: escaped, and private persons by pseudonym."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kzseparatism.listing import Cells, cells
from kzseparatism.privacy import pseudonymised

_MOST_ROWS = 60


def html_table(records: Sequence[object]) -> str:
    """Return records as a table, the first sixty of them, with their number below it.

    No colours are set, so that it reads in light and in dark.
    """
    shown = [cells(record) for record in pseudonymised(records[:_MOST_ROWS])]
    left_out = len(records) - len(shown)
    note = f"{len(records)} records" + (f", {left_out} not shown" if left_out else "")
    return f"<div>{''.join(map(_table, _runs(shown)))}<p>{note}</p></div>"


def _runs(rows: Sequence[Cells]) -> list[list[Cells]]:
    """Return the rows in runs that have the same headings, in order."""
    runs: list[list[Cells]] = []
    for row in rows:
        if runs and list(runs[-1][0]) == list(row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _table(rows: Sequence[Cells]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row.values()) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
