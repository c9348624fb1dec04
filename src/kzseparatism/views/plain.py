"""Records as plain dictionaries, for JSON, CSV and data frames."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Case, Citation, LedgerRow
from kzseparatism.model.families import Part
from kzseparatism.model.fields import is_identified
from kzseparatism.model.tables import holdings


def plain_records(records: Iterable[Any]) -> list[dict[str, Any]]:
    """Return ``plain_record`` of each record, in order."""
    return [plain_record(record) for record in records]


def plain_record(record: Any) -> dict[str, Any]:
    """Return a record, or a part of one, as a dictionary of JSON-ready values.

    The keys are the fields in order. A date ``x`` is followed by ``x_earliest`` and ``x_latest``;
    a ledger row begins with its ``id``, and a case ends with its ``status``.
    """
    row: dict[str, Any] = {"id": record.id} if isinstance(record, LedgerRow) else {}
    kind: Any = type(record)
    for name, holding in holdings(kind).items():
        value = getattr(record, name)
        row |= plain_date(name, value) if holding.kind is FuzzyDate else {name: _plain(value)}
    if isinstance(record, Case):
        row["status"] = record.status.value
    return row


def plain_date(name: str, date: FuzzyDate | None) -> dict[str, str | None]:
    """Return a date as EDTF under a name, and its first and last day, None for an open end."""
    return {
        name: None if date is None else str(date),
        f"{name}_earliest": None if date is None else _day(date.earliest),
        f"{name}_latest": None if date is None else _day(date.latest),
    }


def plain_columns(kind: type) -> dict[str, bool]:
    """Return the keys of ``plain_record`` for a kind of record, each with whether it holds parts.

    They are the same for every record of the kind, and known where there is none.
    """
    columns = {"id": False} if kind is LedgerRow else {}
    for name, holding in holdings(kind).items():
        columns[name] = isinstance(holding.kind, type) and issubclass(holding.kind, Part)
        if holding.kind is FuzzyDate:
            columns |= {f"{name}_earliest": False, f"{name}_latest": False}
    return columns | ({"status": False} if kind is Case else {})


def _day(day: date) -> str | None:
    return None if day in (date.min, date.max) else day.isoformat()


def _plain(value: Any) -> Any:
    if is_identified(value):
        return value.id
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, FuzzyDate | Term | Citation):
        return str(value)
    if isinstance(value, str):
        return str.__str__(value)
    return plain_record(value) if attrs.has(type(value)) else value
