"""Groups of records while they are counted, and the table that comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import fsum

import attrs

from kzseparatism.table import Table, of_kinds


@attrs.frozen(kw_only=True, order=False)
class Count:
    """How many records are in a group: certainly, possibly, and with each shared out as one."""

    id: str
    group: str
    certain: int
    possible: int
    weighted: float


@attrs.frozen
class _Share:
    """What one record gives to a group."""

    certain: bool
    weight: float


class Tally:
    """Groups of records while they are counted: each record is in some, and gives its share."""

    def __init__(self) -> None:
        self._shares: dict[str, list[_Share]] = {}

    def add(self, group: str, *, certain: bool, weight: float) -> None:
        """Count a record in a group; a weight of 0 is only a possibility."""
        self._shares.setdefault(group, []).append(_Share(certain, weight))

    def number(self, group: str) -> int:
        """Return how many records may be in a group."""
        return len(self._shares[group])

    def table(self, groups: Iterable[tuple[str, str]]) -> Table[Count]:
        """Return the groups that have a record, in the order of ids and names given."""
        found: Table[Count] = Table(
            Count(
                id=group,
                group=name,
                certain=sum(share.certain for share in self._shares[group]),
                possible=self.number(group),
                weighted=fsum(share.weight for share in self._shares[group]),
            )
            for group, name in groups
            if group in self._shares
        )
        return of_kinds(found, Count)

    def __iter__(self) -> Iterator[str]:
        return iter(self._shares)
