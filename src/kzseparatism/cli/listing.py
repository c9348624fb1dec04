"""A list as it is asked for: which rows, in which order, and which of their columns."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from kzseparatism.cli.output import as_csv, as_json, as_table, as_text, terminal_width
from kzseparatism.errors import InvalidValueError, did_you_mean
from kzseparatism.names.spelling import nearest


@attrs.frozen
class Row:
    """One row of a list: for programs by column, and as a person is shown it."""

    plain: Mapping[str, Any]
    cells: Mapping[str, str]


@attrs.frozen(kw_only=True)
class Listing:
    """What the options say about a list."""

    form: str = "table"
    columns: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None

    @classmethod
    def of(cls, arguments: Namespace) -> Listing:
        """Return the listing that a line asks for; what it does not say is at its default."""
        asked = vars(arguments)
        names = (asked.get("columns") or "").split(",")
        return cls(
            form=asked.get("format", "table"),
            columns=tuple(filter(None, map(str.strip, names))),
            sort=asked.get("sort"),
            limit=asked.get("limit"),
        )

    def text(self, rows: Sequence[Row], columns: Mapping[str, bool]) -> str:
        """Return rows as text. ``columns`` are all that there are; each says if it holds parts.

        Raises ``InvalidValueError`` for a column that is none of them.
        """
        for option, names in (("--columns", self.columns), ("--sort", (self.sort,))):
            for name in names:
                if name is not None and name not in columns:
                    _refuse(option, name, columns)
        count = _count(rows)
        if self.sort is not None:
            rows = sorted(rows, key=lambda row: _sort_key(row.plain, str(self.sort)))
        if self.limit is not None and self.limit < len(rows):
            rows = rows[: self.limit]
            first, _, rest = count.partition(":")
            count = f"{first}, {self.limit} of them shown{':' if rest else ''}{rest}"
        picked = {name: columns[name] for name in self.columns or columns}
        if self.form == "json":
            return as_json([{name: row.plain[name] for name in picked} for row in rows])
        if self.form == "csv":
            return as_csv([row.plain for row in rows], picked)
        cells = [row.cells for row in rows]
        if self.columns:
            cells = [
                {name: as_text(row.plain[name], picked[name]) for name in picked} for row in rows
            ]
        return f"{as_table(cells, terminal_width())}\n\n{count}" if rows else count


def _refuse(option: str, name: str, columns: Mapping[str, bool]) -> None:
    meant = did_you_mean(nearest(name, columns))
    rest = meant or f"; choose from {', '.join(columns)}"
    raise InvalidValueError(option, name, f"is not a column of this list{rest}")


def _sort_key(row: Mapping[str, Any], column: str) -> tuple[bool, Any, str]:
    """Return what a row is sorted by: a date by its first, then its last day; no value last."""
    value = row[column]
    if value is None or value in ("", []):
        return (True, "", "")
    if f"{column}_earliest" in row:
        last = row[f"{column}_latest"] or "9999-12-31"
        return (False, row[f"{column}_earliest"] or "", last)
    return (False, value if isinstance(value, int | float) else str(value).casefold(), "")


def _count(rows: Sequence[Row]) -> str:
    number = f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}" if rows else "nothing found"
    marks = [row.plain["match"] for row in rows if "match" in row.plain]
    if not marks:
        return number
    return f"{number}: {marks.count('certain')} certain, {marks.count('possible')} only possible"
