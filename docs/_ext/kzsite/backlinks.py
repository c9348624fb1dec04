"""What links to a record: which other records, and by which of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kzseparatism.dataset import Dataset
from kzseparatism.dates.wording import with_doubt
from kzseparatism.model import Discrepancy, Site
from kzseparatism.model.families import Entity
from kzseparatism.model.record import Dated
from kzseparatism.model.walk import walk
from kzsite.address import TABLES, reference, table_of
from kzsite.markup import bullets, definitions, escaped

# What a record is to one that links to it. A field that is not here says its own name.
_WORDS = {
    "Case.defendants": "defendant",
    "Case.others": "named in the report, not reported as prosecuted",
    "Stage.defendants": "defendant in a stage",
    "Charge.defendants": "defendant in a charge",
    "Charge.provision": "rule of a charge",
    "Sentence.convicts": "convict in a sentence",
    "Statement.speakers": "speaker",
    "Statement.on_behalf_of": "spoken on its behalf",
    "Statement.outlet": "outlet",
    "Statement.relayed_by": "relayed by it",
    "Statement.addressees": "addressee",
    "Statement.responds_to": "responds to it",
    "Statement.cases": "about this case",
    "Statement.places": "speaks of this place",
    "Event.places": "place of the event",
    "Event.participants": "participant",
    "Event.cases": "part of this case",
    "Event.according_to": "according to it",
    "Role.organisation": "has a role in it",
    "Role.place": "has a role in this place",
    "Place.regions": "lies in it, or may lie in it",
    "Region.successors": "has it as a successor",
    "Discrepancy.records": "concerns it",
}


class Backlinks:
    """For each id, the records that link to it, and what it is to them."""

    def __init__(self, dataset: Dataset) -> None:
        self._found: dict[str, dict[str, tuple[Any, list[str]]]] = {}
        for _, table in dataset.tables():
            for record in table:
                for target, said in _links(record):
                    of_target = self._found.setdefault(target, {})
                    said_of = of_target.setdefault(record.id, (record, []))[1]
                    if said not in said_of:
                        said_of.append(said)

    def sections(self, record: Any) -> Iterator[tuple[str, str]]:
        """Yield the name of each table that links to a record, and lists of those that do."""
        found = self._found.get(record.id, {}).values()
        for name, _ in TABLES.values():
            groups: dict[str, list[Any]] = {}
            for other, said in found:
                if table_of(other) == name:
                    groups.setdefault("; ".join(said), []).append(other)
            if groups:
                yield name, definitions((said, _list(groups[said])) for said in sorted(groups))


def _list(records: Iterable[Any]) -> str:
    return bullets(line(record) for record in dated_first(records))


def line(record: Any) -> str:
    """Return a record as one line of a list: its date, if it is of a kind that has one; a link."""
    if not isinstance(record, Dated):
        return reference(record)
    return f"{escaped(with_doubt(record.date))}: {reference(record)}"


def dated_first(records: Iterable[Any]) -> list[Any]:
    """Return records in the order of time, undated ones last."""
    return sorted(records, key=_place_in_time)


def _place_in_time(record: Any) -> tuple[Any, ...]:
    date = getattr(record, "date", None)
    return (0, *date.sort_key, record.id) if date else (1, record.id)


def _links(record: Any) -> Iterator[tuple[str, str]]:
    """Yield the id of everything that a record or a part of it names, and as what."""
    if isinstance(record, Discrepancy):
        yield from ((record_id, _WORDS["Discrepancy.records"]) for record_id in record.records)
    for found in walk(record):
        if isinstance(found.value, Entity):
            yield found.value.id, _said(found.owner, found.field)


def _said(part: Any, name: str) -> str:
    if isinstance(part, Site):
        return f"site: {part.relation.value}"
    return _WORDS.get(f"{type(part).__name__}.{name}", name.replace("_", " "))
