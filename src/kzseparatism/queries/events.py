"""What happened when: events, and everything that has a date in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.errors import WrongTypeError
from kzseparatism.model import (
    Actor,
    Case,
    Discrepancy,
    Event,
    Place,
    Record,
    Region,
    Stage,
    Statement,
)
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import DateLike
from kzseparatism.model.frozen import Frozen
from kzseparatism.names.regions import lies_in_region
from kzseparatism.queries.case_parts import CasePart
from kzseparatism.queries.question import (
    Match,
    WindowMatch,
    between,
    given_records,
    in_order_of_id,
    in_order_of_time,
    records_of,
    shipped,
    time_key,
    wants_certainty,
    window_match,
)
from kzseparatism.queries.subject import identifying, thing_of
from kzseparatism.table import Table, of_kinds
from kzseparatism.vocab import DateBasis


def events_between(
    start: Window | DateLike | None = None,
    end: DateLike | None = None,
    *,
    match: WindowMatch = "possible",
    undated: bool = False,
    among: Iterable[Event] | None = None,
) -> Table[Event]:
    """Return the events in a window of days; everything is as for ``statements_between``."""
    how = window_match(match)
    window = Window.of(start, end)
    events = records_of(Event, among)
    return between(events, window, how, undated=undated)


def events_about(
    thing: Actor | Case | Place | Region | str,
    *,
    match: Match = "possible",
    among: Iterable[Event] | None = None,
) -> Table[Event]:
    """Return the events that belong to a case, took place at a place, or had an actor take part.

    In a region is what has a place in it: *possible* and *certain* as for ``cases_by_region``; they
    make no difference to the others. Text is read as by ``statements_about``. The order is that of
    ``events_between``, the undated last.
    """
    certainly = wants_certainty(match)
    events = records_of(Event, among)
    about = thing_of(thing, None if among is None else events, Event)

    def is_about(event: Event) -> bool:
        if isinstance(about, Region):
            return lies_in_region(event.places, about, certainly=certainly)
        linked = (*event.cases, *event.places, *event.participants)
        return any(other.id == about.id for other in linked)

    return in_order_of_time(filter(is_about, events), Event)


def discrepancies_about(
    record: Entity | str, *, among: Iterable[Discrepancy] | None = None
) -> Table[Discrepancy]:
    """Return the discrepancies that touch a record, by id.

    ``record`` is a record or its id. Raises ``UnknownIdError`` for an id that neither the shipped
    data nor any of the discrepancies has, and for a name, with the id that it leads to.
    """
    if not isinstance(record, Entity | str):
        raise WrongTypeError("record", record, "is neither a record nor its id")
    discrepancies = records_of(Discrepancy, among)
    wanted = record if isinstance(record, str) else record.id
    found = [one for one in discrepancies if wanted in one.records]
    if not found and isinstance(record, str):
        with identifying("record", Discrepancy):
            shipped().get(record)
    return in_order_of_id(found, Discrepancy)


@attrs.frozen(kw_only=True, eq=False, order=False)
class Moment(Frozen):
    """A statement, an event, or one stage of a case, with its date."""

    id: str
    date: FuzzyDate
    basis: DateBasis
    kind: str
    record: Statement | Event | Case


def timeline(*, among: Iterable[Record | CasePart[Any]] | None = None) -> Table[Moment]:
    """Return the dated statements, events and stages of cases, by first day, last day and id.

    The id of a moment is that of its record; for a stage, followed by its number from 1, as in
    ``some-case:2``. Its kind is "statement", "event" or the kind of the stage. Records without
    a date, and of other types, have no moment. ``among`` may have ``stages`` too.
    """
    records: Iterable[Record | CasePart[Any]] = (
        _shipped_records() if among is None else given_records(among, Record, CasePart)
    )
    moments = (moment for record in records for moment in _moments(record))
    return of_kinds(Table(sorted(moments, key=time_key)), Moment)


def _shipped_records() -> Iterator[Record]:
    dataset = shipped()
    yield from dataset.statements
    yield from dataset.events
    yield from dataset.cases


def _moments(record: Record | CasePart[Any]) -> Iterator[Moment]:
    if isinstance(record, Case):
        for number, stage in enumerate(record.stages, 1):
            yield from _of_stage(record, number, stage)
    elif isinstance(record, CasePart):
        yield from _of_stage(record.case, record.number, record.part)
    elif isinstance(record, Statement | Event) and record.date is not None:
        yield Moment(
            id=record.id,
            date=record.date,
            basis=record.date_basis,
            kind=type(record).__name__.lower(),
            record=record,
        )


def _of_stage(case: Case, number: int, part: Any) -> Iterator[Moment]:
    if isinstance(part, Stage) and part.date is not None:
        yield Moment(
            id=f"{case.id}:{number}",
            date=part.date,
            basis=part.date_basis,
            kind=part.kind.value,
            record=case,
        )
