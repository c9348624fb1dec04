"""Where the records of a dataset stand in its files, so that a problem can say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem

_T_co = TypeVar("_T_co", covariant=True)
_T = TypeVar("_T")


@attrs.frozen
class Located(Generic[_T_co]):
    """A record, and where in the files of its dataset it stands."""

    origin: str
    path: str
    record: _T_co

    def problem(self, message: str, within: str = "") -> Problem:
        """Return a problem of this record, or of the part of it that ``within`` names."""
        record: Any = self.record
        return Problem(self.origin, self.path + within, record.id, message)


def located(dataset: Dataset, kind: type[_T]) -> Iterator[Located[_T]]:
    """Yield every record of a kind with its place, table by table; ``Entity`` is every kind."""
    for name, table in dataset.tables():
        for index, record in enumerate(table):
            if isinstance(record, kind):
                yield Located(f"{name}.json", f"$[{index}]", record)
