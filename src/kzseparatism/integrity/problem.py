"""One broken rule: where, and in a sentence what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import DataError
from kzseparatism.model import Record


@attrs.frozen
class Problem:
    """A rule that a record breaks: the file and row it stands in, its id, and a sentence."""

    origin: str
    path: str
    record: str
    message: str

    def __str__(self) -> str:
        return str(DataError(self.origin, self.path, self.record, self.message))


@attrs.frozen
class Located:
    """A record, and where in the files of its dataset it stands."""

    origin: str
    path: str
    record: Any

    def problem(self, message: str, within: str = "") -> Problem:
        """Return a problem of this record, or of the part of it that ``within`` names."""
        return Problem(self.origin, self.path + within, self.record.id, message)


def located(dataset: Dataset) -> Iterator[Located]:
    """Yield every record of a dataset with its place, table by table."""
    for name, table in dataset.tables():
        for index, record in enumerate(table):
            yield Located(f"{name}.json", f"$[{index}]", record)


def cited(dataset: Dataset) -> Iterable[Located]:
    """Return the records that have citations, with their places."""
    return (place for place in located(dataset) if isinstance(place.record, Record))
