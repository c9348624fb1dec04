"""The order in which records are listed and followed by each other: by date, or by the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Case, Source, Stage
from kzseparatism.model.record import Dated
from kzseparatism.names.spelling import fold
from kzseparatism.vocab import StageKind
from kzsite.address import FOLDER, TABLES, path_of
from kzsite.headline import title_of

_VERDICTS = (StageKind.CONVICTION, StageKind.ACQUITTAL, StageKind.SENTENCE)


def date_of(record: Any) -> FuzzyDate | None:
    """Return the date by which a record is listed: its own; of a case that of its last step."""
    if isinstance(record, Case):
        stage = last_step(record)
        return stage.date if stage else None
    return record.published if isinstance(record, Source) else getattr(record, "date", None)


def last_step(case: Case) -> Stage | None:
    """Return the dated stage that says most of what came of a case: its verdict, else the last."""
    dated = [stage for stage in case.stages if stage.date is not None]
    verdicts = [stage for stage in dated if stage.kind in _VERDICTS]
    return next(iter(verdicts or dated[-1:]), None)


def is_by_date(kind: type) -> bool:
    """Return whether a kind of record is listed by date."""
    return issubclass(kind, Case | Source) or issubclass(kind, Dated)


def in_order(records: Iterable[Any]) -> list[Any]:
    """Return the records of a table by date, undated ones last; or by their titles."""
    return sorted(records, key=_place)


def _place(record: Any) -> tuple[Any, ...]:
    if not is_by_date(type(record)):
        return (fold(title_of(record)), record.id)
    return (*place_in_time(date_of(record)), record.id)


def place_in_time(when: FuzzyDate | None) -> tuple[bool, str, str]:
    """Return what a date is listed by; "by 2017" stands with 2017, and no date last."""
    if when is None:
        return (True, "", "")
    first = when.latest if when.earliest == date.min else when.earliest
    return (False, first.isoformat(), when.latest.isoformat())


@attrs.frozen
class Step:
    """A record among those of its table: its number from 1, how many there are, its neighbours."""

    number: int
    total: int
    before: Any
    after: Any


def steps(records: Iterable[Any]) -> Iterator[tuple[Any, Step]]:
    """Yield each record of a table in order, with its place among them."""
    ordered = in_order(records)
    framed = [None, *ordered, None]
    for number, record in enumerate(ordered, 1):
        yield record, Step(number, len(ordered), framed[number - 1], framed[number + 1])


def neighbours(dataset: Dataset) -> dict[str, dict[str, tuple[str, str]]]:
    """Return for the page of each record the pages before and after it, with their titles."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for name, _ in TABLES.values():
        for record, step in steps(getattr(dataset, name)):
            beside = {"prev": step.before, "next": step.after}
            found[_page(record)] = {
                side: (_page(other), title_of(other))
                for side, other in beside.items()
                if other is not None
            }
    return found


def _page(record: Any) -> str:
    return f"{FOLDER}/{path_of(record).removesuffix('.md')}"
