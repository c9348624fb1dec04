"""Ids and links: each id once, each link to the record that the dataset has under that id."""

from __future__ import annotations

from collections.abc import Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.integrity.problem import Problem, cited, located
from kzseparatism.links import direct_links
from kzseparatism.model import Actor, Case, Citation, Discrepancy, LedgerRow
from kzseparatism.names import nearest


def ids_are_unique(dataset: Dataset) -> Iterator[Problem]:
    """No two records of any tables have the same id."""
    owners: dict[str, str] = {}
    for place in located(dataset):
        first = owners.setdefault(place.record.id, place.origin + place.path)
        if first != place.origin + place.path:
            yield place.problem(f"the id is taken by {first}; ids are unique over all tables")


def links_lead_into_the_dataset(dataset: Dataset) -> Iterator[Problem]:
    """Every record that another links to is in the dataset, and is the same there."""
    known = {place.record.id: place.record for place in located(dataset)}
    for place in located(dataset):
        for link in direct_links(place.record):
            if link.id not in known:
                yield place.problem(f"links to {link.id!r}, which the dataset does not have")
            elif known[link.id] is not link and known[link.id] != link:
                yield place.problem(f"links to another {link.id!r} than the one in the dataset")


def citations_exist(dataset: Dataset) -> Iterator[Problem]:
    """No citation points beyond the last paragraph of its document."""
    for place in located(dataset):
        record = place.record
        citations = (record.paragraph,) if isinstance(record, LedgerRow) else ()
        for citation in getattr(record, "all_citations", citations):
            if citation.paragraph > citation.source.paragraphs:
                yield place.problem(_beyond(citation))


def _beyond(citation: Citation) -> str:
    last = citation.source.paragraphs
    return f"cites {citation}, but the document has {last} paragraphs; correct the number"


def discrepancies_name_records(dataset: Dataset) -> Iterator[Problem]:
    """Every record that a discrepancy touches is in the dataset."""
    known = {place.record.id for place in located(dataset)}
    for place in cited(dataset):
        if isinstance(place.record, Discrepancy):
            for index, record_id in enumerate(place.record.records):
                if record_id not in known:
                    close = " or ".join(map(repr, nearest(record_id, known)))
                    hint = f"; did you mean {close}?" if close else ""
                    yield place.problem(
                        f"{record_id!r} is the id of no record{hint}", f".records[{index}]"
                    )


def parts_stay_with_their_case(dataset: Dataset) -> Iterator[Problem]:
    """Whoever is charged or sentenced in a case is a defendant of it, and nobody is both kinds.

    A stage may also be about one of the others: somebody can flee without being prosecuted.
    """
    for place in cited(dataset):
        if isinstance(place.record, Case):
            defendants = {actor.id for actor in place.record.defendants}
            others = {actor.id for actor in place.record.others}
            for within, people in _people_of_parts(place.record):
                known = defendants | others if "stages" in within else defendants
                for stranger in sorted({actor.id for actor in people} - known):
                    message = f"{stranger!r} is no defendant of the case; add it there"
                    yield place.problem(message, within)
            for both in sorted(defendants & others):
                message = f"{both!r} is a defendant and can't be among the others as well"
                yield place.problem(message, ".others")


def _people_of_parts(case: Case) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    for index, stage in enumerate(case.stages):
        yield f".stages[{index}]", stage.defendants
    for index, charge in enumerate(case.charges):
        yield f".charges[{index}]", charge.defendants
    for index, sentence in enumerate(case.sentences):
        yield f".sentences[{index}]", sentence.convicts
