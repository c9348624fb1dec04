"""Dates and lengths of time that fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

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
    """No stage certainly precedes one that stands before it and is about the same people."""
    for place in located(dataset, Case):
        for (_, early), (index, late) in combinations(enumerate(place.record.stages), 2):
            if _same_people(early, late) and _certainly_precedes(late, early):
                message = (
                    f"{late.kind.value} on {late.date} precedes {early.kind.value} on "
                    f"{early.date}; put them in order, or qualify what the document contradicts"
                )
                yield place.problem(message, f".stages[{index}]")


def _same_people(one: Stage, other: Stage) -> bool:
    ids = {actor.id for actor in one.defendants}
    return not ids or not other.defendants or any(a.id in ids for a in other.defendants)


def _certainly_precedes(one: Stage, other: Stage) -> bool:
    if one.date is None or other.date is None or one.date.qualifier or other.date.qualifier:
        return False
    return one.date.precedes(other.date)


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
