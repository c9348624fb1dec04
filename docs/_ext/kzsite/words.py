"""The words of the vocabularies: what each means, how often it is used, and where first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzseparatism.codebook import variables
from kzseparatism.dataset import Dataset
from kzseparatism.model import Case
from kzseparatism.model.walk import walk
from kzseparatism.vocab import CaseStatus, Vocabulary
from kzsite.address import reference, word_anchor
from kzsite.markup import anchor, blocks, escaped, link, slug, table

_BASE = "dataset"


def all_vocabularies() -> list[type[Vocabulary]]:
    """Return every vocabulary in the order of the model; the derived status of a case last."""
    used = [variable.vocabulary for variable in variables() if variable.vocabulary]
    return [*dict.fromkeys(used), CaseStatus]


def words_of(vocabulary: type[Vocabulary]) -> list[str]:
    """Return the words of a vocabulary, each linked to its definition below."""
    return [link(word.value, f"#{word_anchor(word)}") for word in vocabulary]


def vocabularies(dataset: Dataset) -> Iterator[str]:
    """Yield the heading and the sections of all vocabularies."""
    yield "## Vocabularies"
    used = _uses(dataset)
    for vocabulary in all_vocabularies():
        yield blocks(
            f"### {vocabulary.__name__}",
            escaped((vocabulary.__doc__ or "").strip().splitlines()[0]),
            _variables(vocabulary),
            table(
                ["word", "definition", "uses", "first use"],
                [_row(word, used.get(word_anchor(word), [])) for word in vocabulary],
            ),
        )


def _row(word: Vocabulary, records: list[Any]) -> list[str]:
    name = f"[{escaped(word.value)}]{anchor(word_anchor(word))}"
    first = reference(records[0], _BASE) if records else "not used: in reserve"
    return [name, escaped(word.definition), str(len(records)), first]


def _variables(vocabulary: type[Vocabulary]) -> str:
    names = [one.full_name for one in variables() if one.vocabulary is vocabulary]
    if not names:
        return f"Worked out from the stages, not stored: {escaped('Case.status')}."
    links = ", ".join(link(name, f"#{slug(name)}") for name in names)
    return f"Used by {links}."


def _uses(dataset: Dataset) -> dict[str, list[Any]]:
    """Return for each word the records that use it, once for each use.

    Words of two vocabularies may be equal, so they go by their anchors.
    """
    found: dict[str, list[Any]] = {}
    for _, records in dataset.tables():
        for record in records:
            if isinstance(record, Case):
                found.setdefault(word_anchor(record.status), []).append(record)
            for value in walk(record):
                if isinstance(value.value, Vocabulary):
                    found.setdefault(word_anchor(value.value), []).append(record)
    return found
