"""Tables and records as HTML for notebooks: escaped, and private persons by pseudonym.

No colours are set, so that both read in light and in dark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kzseparatism.detail import described
from kzseparatism.listing import Cells, cells
from kzseparatism.model import LedgerRow, Record, Region, Source
from kzseparatism.privacy import pseudonymised

_MOST_ROWS = 60


def html_table(records: Sequence[object]) -> str:
    """Return records as a table, the first sixty of them, with their number below it."""
    shown = [cells(record) for record in pseudonymised(records[:_MOST_ROWS])]
    left_out = len(records) - len(shown)
    number = f"{len(records)} record{'' if len(records) == 1 else 's'}"
    note = f"{number}, {left_out} not shown" if left_out else number
    return f"<div>{''.join(map(_table, _runs(shown)))}<p>{note}</p></div>"


def html_record(record: object) -> str:
    """Return one record as a table of its fields, in the words in which the command shows it."""
    (shown,) = pseudonymised((record,))
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{_escaped(name)}</th>'
        f'<td style="text-align:left;white-space:pre-wrap">{_escaped(text)}</td></tr>'
        for name, text in described(shown).items()
    )
    caption = _escaped(f"{type(record).__name__}")
    return f"<table><caption>{caption}</caption><tbody>{rows}</tbody></table>"


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
    head = "".join(f'<th scope="col" {left}>{_escaped(name)}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td {left}>{_escaped(text)}</td>" for text in row.values()) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _escaped(text: str) -> str:
    from html import escape  # noqa: PLC0415 - for notebooks only, and every start would pay for it

    return escape(text)


def _view(record: Any) -> str:
    """Return the record as HTML for notebooks, private persons by pseudonym."""
    return html_record(record)


# Records stand below this module and can't ask it for their view, so it gives them one.
for _kind in (Record, Source, Region, LedgerRow):
    setattr(_kind, "_repr_html_", _view)  # noqa: B010 - none of them declares it
