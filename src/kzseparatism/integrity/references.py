"""What refers to what: ids, links, citations, and the ledger that accounts for every paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem
from kzseparatism.integrity.located import Located, located
from kzseparatism.model import Case, Charge, Citation, Discrepancy, LedgerRow, Sentence, Stage
from kzseparatism.model.families import Entity
from kzseparatism.model.frozen import Numbers
from kzseparatism.model.walk import links, parts, walk
from kzseparatism.names.spelling import Suggestions


def ids_are_unique(dataset: Dataset) -> Iterator[Problem]:
    """No two records of any tables have the same id."""
    owners: dict[str, str] = {}
    for place in located(dataset, Entity):
        first = owners.setdefault(place.record.id, place.origin + place.path)
        if first != place.origin + place.path:
            yield place.problem(
                f"the id is taken by {first}; ids are unique over all tables", ".id"
            )


def links_lead_into_the_dataset(dataset: Dataset) -> Iterator[Problem]:
    """Every record that another links to is in the dataset, and is the same there."""
    known = {place.record.id: place.record for place in located(dataset, Entity)}
    numbers = Numbers()
    for place in located(dataset, Entity):
        for found in links(place.record):
            link = found.value
            if link.id not in known:
                message = f"links to {link.id!r}, which the dataset does not have"
            elif numbers.same(known[link.id], link):
                continue
            else:
                message = f"links to another {link.id!r} than the one in the dataset"
            yield place.problem(message, found.path)


def citations_exist(dataset: Dataset) -> Iterator[Problem]:
    """No citation points beyond the last paragraph of its document."""
    for place in located(dataset, Entity):
        for found in walk(place.record):
            if isinstance(found.value, Citation) and _is_beyond(found.value):
                yield place.problem(_beyond(found.value), found.path)


def _is_beyond(citation: Citation) -> bool:
    return citation.paragraph > citation.source.paragraphs


def _beyond(citation: Citation) -> str:
    last = citation.source.paragraphs
    return f"cites {citation}, but the document has {last} paragraphs; correct the number"


def discrepancies_name_records(dataset: Dataset) -> Iterator[Problem]:
    """Every record that a discrepancy touches is in the dataset."""
    known = {place.record.id for place in located(dataset, Entity)}
    suggestions = Suggestions()
    for place in located(dataset, Discrepancy):
        for index, record_id in enumerate(place.record.records):
            if record_id not in known:
                hint = suggestions.hint(record_id, known)
                message = f"{record_id!r} is not the id of a record{hint}"
                yield place.problem(message, f".records[{index}]")


def parts_stay_with_their_case(dataset: Dataset) -> Iterator[Problem]:
    """Everybody charged or sentenced in a case is a defendant of it, and nobody is both kinds.

    A stage may also be about one of the others: somebody can flee without being prosecuted.
    """
    for place in located(dataset, Case):
        case = place.record
        defendants = {actor.id for actor in case.defendants}
        others = {actor.id for actor in case.others}
        for found in parts(case):
            part, known = found.value, defendants
            if isinstance(part, Stage):
                people, known = part.defendants, defendants | others
            elif isinstance(part, Charge):
                people = part.defendants
            elif isinstance(part, Sentence):
                people = part.convicts
            else:
                continue
            for stranger in sorted({actor.id for actor in people} - known):
                message = f"{stranger!r} is not a defendant of the case; add it there"
                yield place.problem(message, found.path)
        for both in sorted(defendants & others):
            message = f"{both!r} is a defendant and can't be among the others as well"
            yield place.problem(message, ".others")


def every_paragraph_has_a_row(dataset: Dataset) -> Iterator[Problem]:
    """Each paragraph of each document has a row in the ledger."""
    rows = set(dataset.ledger.ids)
    for index, source in enumerate(dataset.sources):
        for number in range(1, source.paragraphs + 1):
            if f"{source.id}#{number}" not in rows:
                message = f"the ledger has no row for paragraph {number}; add it"
                yield Problem("sources.json", f"$[{index}]", source.id, message)


def every_paragraph_is_accounted_for(dataset: Dataset) -> Iterator[Problem]:
    """Each paragraph is either cited by a record or excluded, and not both.

    While the coding goes on, one that is neither is open, and to do: see ``open_paragraphs``.
    """
    cited = _cited(dataset)
    for place in located(dataset, LedgerRow):
        excluded = place.record.excluded
        if excluded is not None and place.record.id in cited:
            message = f"is cited and yet excluded as {excluded.value}; leave 'excluded' out"
            yield place.problem(message, ".excluded")
    if dataset.about.finished:
        for place in _open(dataset):
            yield place.problem("is neither cited nor excluded; code it, or say why not")


def open_paragraphs(dataset: Dataset) -> Iterator[Problem]:
    """Yield what is still to do in the ledger: each paragraph that is neither cited nor excluded.

    A finished dataset has none.
    """
    for place in _open(dataset):
        message = f'is open ("{place.record.opening}"); code it, or say why not'
        yield place.problem(message)


def _open(dataset: Dataset) -> Iterator[Located[LedgerRow]]:
    cited = _cited(dataset)
    for place in located(dataset, LedgerRow):
        if place.record.excluded is None and place.record.id not in cited:
            yield place


def _cited(dataset: Dataset) -> set[str]:
    return {
        str(citation) for record in dataset.coded_records() for citation in record.all_citations
    }
