"""What a notebook shows of records, tables, dates and datasets: escaped, names by pseudonym.

No colours are set, so that a view reads in light and in dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.privacy import Pseudonymiser, pseudonymised
from kzseparatism.views.page import described
from kzseparatism.views.row import Cells, cells

_MOST_ROWS = 60
_ADDRESS = re.compile(r"(https?://[^\s<>\"']+)")
_LEFT = 'style="text-align:left"'
_WRAPPED = 'style="text-align:left;white-space:pre-wrap"'
# Two dollar signs in a text are not mathematics. The two kinds of MathJax leave out what has one
# of these classes.
_NO_MATHEMATICS = 'class="tex2jax_ignore mathjax_ignore"'
_QUALIFIERS = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}


def html_table(records: Sequence[object]) -> str:
    """Return records as a table, the first sixty of them, with their number below it."""
    rows = [cells(record) for record in pseudonymised(records[:_MOST_ROWS])]
    left_out = len(records) - len(rows)
    number = f"{len(records)} record{'' if len(records) == 1 else 's'}"
    note = f"{number}, {left_out} not shown" if left_out else number
    tables = "".join(map(_table, _runs(rows)))
    return f"<div {_NO_MATHEMATICS}>{tables}<p>{note}</p></div>"


def html_record(record: object) -> str:
    """Return one record, or a part of one, as a table of its fields, in the command's words."""
    (hidden,) = pseudonymised((record,))
    return _page(type(record).__name__, described(hidden))


def html_parts(parts: Sequence[object]) -> str:
    """Return the parts of one sort as a table: a row each, with the fields that any of them has."""
    rows = [described(part) for part in pseudonymised(parts)]
    names = list(dict.fromkeys(name for row in rows for name in row))
    filled = [{name: row.get(name, "") for name in names} for row in rows]
    if not filled:
        return f"<p {_NO_MATHEMATICS}>nothing</p>"
    return f"<div {_NO_MATHEMATICS}>{_table(filled)}</div>"


def html_date(value: FuzzyDate) -> str:
    """Return a date as a table: its text, its first and its last day, and how sure it is."""
    rows = {
        "date": str(value),
        "first day": _day(value.earliest),
        "last day": _day(value.latest),
        "precision": value.precision,
    }
    if value.qualifier:
        rows["qualifier"] = f"{value.qualifier} ({_QUALIFIERS[value.qualifier]})"
    return _page(type(value).__name__, rows)


def html_term(value: Term) -> str:
    """Return a term as a table: its text, and its years, months and days."""
    lengths = {name: getattr(value, name) for name in ("years", "months", "days")}
    rows = {name: str(number) for name, number in lengths.items() if number}
    return _page(type(value).__name__, {"term": str(value)} | rows)


def html_dataset(dataset: Dataset) -> str:
    """Return what a dataset is, and how many records each of its tables has."""
    about = Pseudonymiser(dataset.actors).record(dataset.about)
    numbers = {name: str(len(table)) for name, table in dataset.tables()}
    rows = {"version": f"{about.version} (coded {about.coded})", "licence": about.licence}
    if about.stance_towards:
        rows["stance towards"] = about.stance_towards
    return _page(f"Dataset: {about.title}", rows | numbers)


def _day(day: date) -> str:
    return "open" if day in (date.min, date.max) else day.isoformat()


def _page(caption: str, rows: Mapping[str, str]) -> str:
    body = "".join(
        f'<tr><th scope="row" {_LEFT}>{_safe(name)}</th><td {_WRAPPED}>{_linked(text)}</td></tr>'
        for name, text in rows.items()
    )
    return (
        f"<table {_NO_MATHEMATICS}><caption>{_safe(caption)}</caption><tbody>{body}</tbody></table>"
    )


def _safe(text: str) -> str:
    """Return a text escaped.

    Some notebooks look for mathematics in what is escaped, too, but never across an element.
    """
    return escape(text).replace("$", "<span>&#36;</span>")


def _linked(text: str) -> str:
    """Return a text escaped, in which an address on the web is a link."""
    pieces = _ADDRESS.split(text)  # every second one is an address
    pieces[::2] = map(_safe, pieces[::2])
    pieces[1::2] = map(_link, pieces[1::2])
    return "".join(pieces)


def _link(address: str) -> str:
    return f'<a href="{escape(address).replace("$", "&#36;")}">{_safe(address)}</a>'


def _runs(rows: Iterable[Cells]) -> list[list[Cells]]:
    """Return the rows in runs that have the same headings, in order."""
    runs: list[list[Cells]] = []
    for row in rows:
        if runs and list(runs[-1][0]) == list(row):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _table(rows: Sequence[Mapping[str, str]]) -> str:
    head = "".join(f'<th scope="col" {_LEFT}>{_safe(name)}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td {_LEFT}>{_safe(text)}</td>" for text in row.values()) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
