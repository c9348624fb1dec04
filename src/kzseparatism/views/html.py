"""Tables and records as HTML for notebooks: escaped, and private persons by pseudonym.

No colours are set, so that both read in light and in dark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from kzseparatism.privacy import pseudonymised
from kzseparatism.views.page import described
from kzseparatism.views.row import Cells, cells

_MOST_ROWS = 60
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def html_table(records: Sequence[object]) -> str:
    """Return records as a table, the first sixty of them, with their number below it."""
    rows = [cells(record) for record in pseudonymised(records[:_MOST_ROWS])]
    left_out = len(records) - len(rows)
    number = f"{len(records)} record{'' if len(records) == 1 else 's'}"
    note = f"{number}, {left_out} not shown" if left_out else number
    return f"<div>{''.join(map(_table, _runs(rows)))}<p>{note}</p></div>"


def html_record(record: object) -> str:
    """Return one record as a table of its fields, in the words in which the command shows it."""
    (hidden,) = pseudonymised((record,))
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{escape(name)}</th>'
        f'<td style="text-align:left;white-space:pre-wrap">{_linked(text)}</td></tr>'
        for name, text in described(hidden).items()
    )
    caption = escape(f"{type(record).__name__}")
    return f"<table><caption>{caption}</caption><tbody>{rows}</tbody></table>"


def _linked(text: str) -> str:
    """Return a text escaped, in which an address on the web is a link."""
    return _ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', escape(text))


def _runs(rows: Sequence[Cells]) -> list[list[Cells]]:
    """Return the rows in runs that have the same headings, in order."""
    runs: list[list[Cells]] = []
    for row in rows:
        if runs and list(runs[-1][0]) == list(row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _table(rows: Sequence[Mapping[str, str]]) -> str:
    left = 'style="text-align:left"'
    head = "".join(f'<th scope="col" {left}>{escape(name)}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td {left}>{escape(text)}</td>" for text in row.values()) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
