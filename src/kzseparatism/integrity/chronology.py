"""Dates and lengths of time that fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzseparatism.dataset import Dataset
from kzseparatism.dates import Term
from kzseparatism.errors import Problem
from kzseparatism.integrity.located import located
from kzseparatism.model import Case, Record, Sentence, Stage
from kzseparatism.model.record import Dated
from kzseparatism.model.walk import parts, walk
from kzseparatism.vocab import DateBasis

_LONGEST_TERM_IN_MONTHS = 100 * 12


def stages_are_in_order(dataset: Dataset) -> Iterator[Problem]:
    """No stage certainly precedes one that stands before it and is about the same people.

    Of several that it precedes, the one that began last is named, the first of these.
    """
    for place in located(dataset, Case):
        before = _Before()
        for index, late in enumerate(place.record.stages):
            if late.date is None or late.date.qualifier:
                continue
            early = before.last_about(late)
            if early is not None and late.date.latest < early.date.earliest:
                message = (
                    f"{late.kind.value} on {late.date} precedes {early.kind.value} on "
                    f"{early.date}; put them in order, or qualify what the document contradicts"
                )
                yield place.problem(message, f".stages[{index}]")
            before.add(late)


class _Before:
    """The dated stages that stand before one: the last to begin, of all and of each person."""

    def __init__(self) -> None:
        self._of_any: Any = None
        self._of_all: Any = None
        self._of_each: dict[str, Any] = {}

    def last_about(self, stage: Stage) -> Any:
        """Return the stage that began last of those about the same people, or None."""
        if not stage.defendants:
            return self._of_any
        about = [self._of_all, *(self._of_each.get(actor.id) for actor in stage.defendants)]
        return max(filter(None, about), key=lambda one: one.date.earliest, default=None)

    def add(self, stage: Stage) -> None:
        """Add a stage that has a date without a qualifier."""
        self._of_any = _later(self._of_any, stage)
        if not stage.defendants:
            self._of_all = _later(self._of_all, stage)
        for actor in stage.defendants:
            self._of_each[actor.id] = _later(self._of_each.get(actor.id), stage)


def _later(known: Any, stage: Any) -> Any:
    return stage if known is None or known.date.earliest < stage.date.earliest else known


def terms_make_sense(dataset: Dataset) -> Iterator[Problem]:
    """No sentence and no maximum is longer than a hundred years."""
    for place in located(dataset, Record):
        for found in walk(place.record):
            term = found.value
            if isinstance(term, Term) and term.total_months > _LONGEST_TERM_IN_MONTHS:
                message = f"a term of {term} can't be meant; check it"
                yield place.problem(message, found.path)


def dated_things(record: Record) -> Iterator[tuple[str, Dated]]:
    """Yield what has a date in a record: itself, and its parts, each with its path."""
    if isinstance(record, Dated):
        yield "", record
    for found in parts(record):
        if isinstance(found.value, Dated):
            yield found.path, found.value


def printed_doubts_are_explained(dataset: Dataset) -> Iterator[Problem]:
    """Every record that has a printed date with a question mark is named in a discrepancy."""
    explained = {
        record_id for discrepancy in dataset.discrepancies for record_id in discrepancy.records
    }
    for place in located(dataset, Record):
        doubtful = any(
            dated.date is not None
            and dated.date.qualifier == "?"
            and dated.date_basis is DateBasis.PRINTED
            for _, dated in dated_things(place.record)
        )
        if doubtful and place.record.id not in explained:
            message = (
                "a printed date is marked with '?', but no discrepancy names the record; add one"
            )
            yield place.problem(message)


def sentences_count_their_people(dataset: Dataset) -> Iterator[Problem]:
    """No sentence or stage names more people than it counts."""
    for place in located(dataset, Case):
        for found in parts(place.record):
            part = found.value
            if isinstance(part, Stage | Sentence) and part.people is not None:
                people = part.defendants if isinstance(part, Stage) else part.convicts
                if len(people) > part.people:
                    message = (
                        f"names {len(people)} people but counts {part.people}; correct one of them"
                    )
                    yield place.problem(message, found.path)
