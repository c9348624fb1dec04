"""Tables and records as plain text for ``print``: private persons by pseudonym."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kzseparatism.privacy import pseudonymised
from kzseparatism.views.lines import as_list, as_table, terminal_width
from kzseparatism.views.page import described
from kzseparatism.views.row import cells

_MOST_ROWS = 20


def text_table(records: Sequence[object]) -> str:
    """Return the first twenty records as aligned rows, with their number below.

    Records of different kinds have different columns: each run of one kind has headings of its own.
    """
    rows = [cells(record) for record in pseudonymised(records[:_MOST_ROWS])]
    width = terminal_width()
    runs = [as_table(list(run), width) for _, run in groupby(rows, key=tuple)]
    left_out = len(records) - len(rows)
    number = f"{len(records)} record{'' if len(records) == 1 else 's'}"
    return "\n\n".join([*runs, f"{number}, {left_out} not shown" if left_out else number])


def text_record(record: object) -> str:
    """Return what kind of record it is, and below it each field that says something."""
    (hidden,) = pseudonymised((record,))
    return f"{type(record).__name__}\n{as_list(described(hidden), terminal_width())}"
