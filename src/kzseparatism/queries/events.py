"""What happened when: events, and everything that has a date in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.model import Case, Event, Record, Statement
from kzseparatism.model.fields import DateLike
from kzseparatism.model.frozen import Frozen
from kzseparatism.queries.question import (
    Match,
    between,
    given_records,
    records_of,
    shipped,
    time_key,
    wants_certainty,
)
from kzseparatism.table import Table
from kzseparatism.vocab import DateBasis


def events_between(
    start: Window | DateLike | None = None,
    end: DateLike | None = None,
    *,
    match: Match = "possible",
    undated: bool = False,
    among: Iterable[Event] | None = None,
) -> Table[Event]:
    """Return the events in a window of days; everything is as for ``statements_between``."""
    certainly = wants_certainty(match)
    window = Window.of(start, end)
    events = records_of(Event, among)
    return between(events, window, certainly=certainly, undated=undated)


@attrs.frozen(kw_only=True, eq=False, order=False)
class Moment(Frozen):
    """A statement, an event, or one stage of a case, with its date."""

    id: str
    date: FuzzyDate
    basis: DateBasis
    kind: str
    record: Statement | Event | Case


def timeline(*, among: Iterable[Record] | None = None) -> Table[Moment]:
    """Return the dated statements, events and stages of cases, by first day, last day and id.

    The id of a moment is that of its record; for a stage, followed by its number from 1, as in
    ``some-case:2``. Its kind is "statement", "event" or the kind of the stage. Records without
    a date, and of other types, have no moment.
    """
    records: Table[Record] = (
        Table(_shipped_records()) if among is None else given_records(among, Record)
    )
    moments = (moment for record in records for moment in _moments(record))
    return Table(sorted(moments, key=time_key))


def _shipped_records() -> Iterator[Record]:
    dataset = shipped()
    yield from dataset.statements
    yield from dataset.events
    yield from dataset.cases


def _moments(record: Record) -> Iterator[Moment]:
    if isinstance(record, Case):
        for number, stage in enumerate(record.stages, 1):
            if stage.date is not None:
                yield Moment(
                    id=f"{record.id}:{number}",
                    date=stage.date,
                    basis=stage.date_basis,
                    kind=stage.kind.value,
                    record=record,
                )
    elif isinstance(record, Statement | Event) and record.date is not None:
        yield Moment(
            id=record.id,
            date=record.date,
            basis=record.date_basis,
            kind=type(record).__name__.lower(),
            record=record,
        )
