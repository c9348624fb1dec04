"""The ledger: every paragraph of every document is cited, or excluded for a reason."""

from __future__ import annotations

from collections.abc import Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.integrity.problem import Located, Problem, located
from kzseparatism.model import LedgerRow


def every_paragraph_has_a_row(dataset: Dataset) -> Iterator[Problem]:
    """Each paragraph of each document has a row in the ledger."""
    rows = set(dataset.ledger.ids)
    for index, source in enumerate(dataset.sources):
        for number in range(1, source.paragraphs + 1):
            if f"{source.id}#{number}" not in rows:
                message = f"the ledger has no row for paragraph {number}; add it"
                yield Problem("sources.json", f"$[{index}]", source.id, message)


def every_paragraph_is_accounted_for(dataset: Dataset) -> Iterator[Problem]:
    """Each paragraph is either cited by a record or excluded, and not both."""
    cited = {str(citation) for record in dataset.records() for citation in record.all_citations}
    for place in located(dataset):
        if isinstance(place.record, LedgerRow):
            yield from _accounted(place, is_cited=place.record.id in cited)


def _accounted(place: Located, *, is_cited: bool) -> Iterator[Problem]:
    excluded = place.record.excluded
    if is_cited and excluded is not None:
        yield place.problem(f"is cited and yet excluded as {excluded.value}; leave 'excluded' out")
    if not is_cited and excluded is None:
        yield place.problem("is neither cited nor excluded; code it, or say why not")
