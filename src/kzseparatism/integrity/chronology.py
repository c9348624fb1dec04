"""Dates and lengths of time that fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kzseparatism.dataset import Dataset
from kzseparatism.integrity.problem import Problem, cited
from kzseparatism.model import Case, Sentence, Stage
from kzseparatism.vocab import DateBasis

_LONGEST_TERM_IN_MONTHS = 100 * 12


def stages_are_in_order(dataset: Dataset) -> Iterator[Problem]:
    """No stage certainly precedes one that stands before it and is about the same people."""
    for place in cited(dataset):
        if isinstance(place.record, Case):
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
    for place in cited(dataset):
        parts = getattr(place.record, "sentences", ())
        terms = [(f".sentences[{index}]", part.term) for index, part in enumerate(parts)]
        terms.append((".maximum", getattr(place.record, "maximum", None)))
        for within, term in terms:
            if term is not None and term.total_months > _LONGEST_TERM_IN_MONTHS:
                yield place.problem(f"a term of {term} can't be meant; check it", within)


def printed_doubts_are_explained(dataset: Dataset) -> Iterator[Problem]:
    """Whatever has a printed date with a question mark is named in a discrepancy."""
    explained = {
        record_id for discrepancy in dataset.discrepancies for record_id in discrepancy.records
    }
    for place in cited(dataset):
        doubtful = any(
            part.date is not None
            and part.date.qualifier == "?"
            and part.date_basis is DateBasis.PRINTED
            for part in (place.record, *place.record.parts())
            if hasattr(part, "date_basis")
        )
        if doubtful and place.record.id not in explained:
            message = (
                "a printed date is marked with '?', but no discrepancy names the record; add one"
            )
            yield place.problem(message)


def sentences_count_their_people(dataset: Dataset) -> Iterator[Problem]:
    """No sentence or stage names more people than it counts."""
    for place in cited(dataset):
        if isinstance(place.record, Case):
            for part in place.record.parts():
                people = part.convicts if isinstance(part, Sentence) else ()
                people = part.defendants if isinstance(part, Stage) else people
                counted = getattr(part, "people", None)
                if counted is not None and len(people) > counted:
                    message = (
                        f"names {len(people)} people but counts {counted}; correct one of them"
                    )
                    yield place.problem(message)
