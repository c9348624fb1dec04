"""Records as plain dictionaries, for JSON, CSV and data frames."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Case, Citation, LedgerRow
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
        row[name] = _plain(value)
        if holding.kind is FuzzyDate:
            row[f"{name}_earliest"] = value and _day(value.earliest)
            row[f"{name}_latest"] = value and _day(value.latest)
    if isinstance(record, Case):
        row["status"] = record.status.value
    return row


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
