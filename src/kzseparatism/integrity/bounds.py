"""Bounds of what is dated: what its documents can tell of, and what comes after what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs
from dateutil.relativedelta import relativedelta

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, Problem
from kzseparatism.integrity.chronology import dated_things
from kzseparatism.integrity.located import located
from kzseparatism.model import Case, Event, Provision, Record, Source, Statement
from kzseparatism.model.fields import repr_by_id
from kzseparatism.model.record import Dated

_SURELY_A_SLIP = relativedelta(years=120)
_OWN = {"id", "note"}


def nothing_is_dated_after_its_documents(dataset: Dataset) -> Iterator[Problem]:
    """Nothing is dated after every document that tells of it, not even possibly.

    Statements, stages, events, roles and provisions are held to the last day on which one of
    their documents may have been published. Where that is open, nothing can be said.
    """
    for place in located(dataset, Record):
        for within, dated, when in _dates(place.record):
            last = max(citation.source.published.latest for citation in dated.citations)
            if last < when.earliest:
                message = (
                    f"{when} is after its documents were published, on {last} at the latest; "
                    "correct the date or the citations"
                )
                yield place.problem(message, within)
            elif last < when.latest:
                message = (
                    f"{when} goes on after its documents were published, on {last} at the "
                    "latest; let it end there"
                )
                yield place.problem(message, within)


def nothing_is_dated_long_before_its_documents(dataset: Dataset) -> Iterator[Problem]:
    """No statement, stage or role is dated more than 120 years before its first document.

    That is a slip of the pen; events and provisions may be as old as history.
    """
    for place in located(dataset, Record):
        if isinstance(place.record, Event | Provision):
            continue
        for within, dated, when in _dates(place.record):
            first = min(citation.source.published.earliest for citation in dated.citations)
            if when.latest < _long_before(first):
                message = (
                    f"{when} is more than {_SURELY_A_SLIP.years} years before its documents, "
                    f"which are of {first} at the earliest; correct the year"
                )
                yield place.problem(message, within)


def _long_before(day: date) -> date:
    return date.min if day.year <= _SURELY_A_SLIP.years else day - _SURELY_A_SLIP


def stages_are_told_after_they_happened(dataset: Dataset) -> Iterator[Problem]:
    """No stage cites a document that had certainly appeared before the stage began."""
    for place in located(dataset, Case):
        for within, stage, when in _dates(place.record):
            last = max(citation.source.published.latest for citation in stage.citations)
            for citation in stage.citations:
                told = citation.source.published
                # Where all documents are too early, the date is what is wrong, and said elsewhere.
                if told.latest < when.earliest <= last:
                    message = (
                        f"cites {citation}, which was published on {told.latest} at the latest, "
                        f"before {when}; take the citation out, or correct the date"
                    )
                    yield place.problem(message, within)


def documents_are_older_than_their_coding(dataset: Dataset) -> Iterator[Problem]:
    """No document was published after the day of the last coding."""
    try:
        coded = FuzzyDate.parse(dataset.about.coded)
    except InvalidValueError:
        return
    for place in located(dataset, Source):
        published = place.record.published
        if coded.precedes(published):
            message = f"{published} is after the coding, on {coded}; correct one of the two days"
            yield place.problem(message, ".published")


def answers_come_after_what_they_answer(dataset: Dataset) -> Iterator[Problem]:
    """No statement certainly precedes one that it answers."""
    for place in located(dataset, Statement):
        for index, answered in enumerate(place.record.responds_to):
            if _certainly_precedes(place.record.date, answered.date):
                message = (
                    f"is of {place.record.date} and answers {answered.id!r} of "
                    f"{answered.date}; correct a date, or qualify what the document contradicts"
                )
                yield place.problem(message, f".responds_to[{index}]")


def _certainly_precedes(one: FuzzyDate | None, other: FuzzyDate | None) -> bool:
    if one is None or other is None or one.qualifier or other.qualifier:
        return False
    return one.precedes(other)


def no_statement_stands_twice(dataset: Dataset) -> Iterator[Problem]:
    """No two statements are the same but for their ids and notes."""
    owners: dict[tuple[str, ...], str] = {}
    for place in located(dataset, Statement):
        first = owners.setdefault(_content(place.record), place.record.id)
        if first != place.record.id:
            yield place.problem(f"says the same as {first!r}; keep one of the two")


def _content(statement: Statement) -> tuple[str, ...]:
    return tuple(
        repr_by_id(getattr(statement, field.name))
        for field in attrs.fields(Statement)
        if field.name not in _OWN
    )


def _dates(record: Record) -> Iterator[tuple[str, Dated, FuzzyDate]]:
    """Yield what is dated in a record, itself or a part, with the path and value of its date."""
    for within, dated in dated_things(record):
        if dated.date is not None:
            yield f"{within}.date", dated, dated.date
