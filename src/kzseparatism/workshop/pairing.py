"""Which paragraph of a text is which in a later state of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kzseparatism.evidence.text import normalised
from kzseparatism.model import LedgerRow

# Two texts that share less than this are two paragraphs, and not one that was changed.
_LEAST_LIKENESS = 0.5


class Pairing:
    """The paragraphs of a text before and now, as rows of a ledger, with their words.

    The words of before may be lost: then ``texts`` is empty, and the first words must do.
    """

    def __init__(
        self,
        before: Sequence[LedgerRow],
        now: Sequence[LedgerRow],
        texts: Sequence[str],
        new_texts: Sequence[str],
    ) -> None:
        self._before = before
        self._now = now
        self._texts = texts
        self._new_texts = new_texts
        # From the place of an old paragraph to that of the new one.
        self._pairs: dict[int, int] = {}

    def pairs(self) -> list[tuple[int | None, int | None]]:
        """Return the places of each paragraph before and now; None where it was not, or is not."""
        self._find_those_in_order()
        self._find_those_that_moved()
        for old, new in list(self._gaps()):
            self._find_those_that_changed(old, new)
        taken = set(self._pairs.values())
        return [
            *self._pairs.items(),
            *((one, None) for one in range(len(self._before)) if one not in self._pairs),
            *((None, one) for one in range(len(self._now)) if one not in taken),
        ]

    def _find_those_in_order(self) -> None:
        old = [row.digest for row in self._before]
        new = [row.digest for row in self._now]
        blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks()
        for start, there, size in blocks:
            self._pairs |= {start + step: there + step for step in range(size)}

    def _find_those_that_moved(self) -> None:
        """Pair what stands elsewhere with the same words, the first with the first."""
        taken = set(self._pairs.values())
        left = [place for place in range(len(self._now)) if place not in taken]
        for place, row in enumerate(self._before):
            found = next((one for one in left if self._now[one].digest == row.digest), None)
            if place not in self._pairs and found is not None:
                self._pairs[place] = found
                left.remove(found)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the runs of paragraphs without a partner that stand between the same neighbours."""
        taken = set(self._pairs.values())
        last_old, last_new = -1, -1
        for place in [*sorted(self._pairs), len(self._before)]:
            there = self._pairs.get(place, len(self._now))
            if there < last_new:
                continue  # it has moved towards the beginning, and is nobody's neighbour
            yield (
                [one for one in range(last_old + 1, place) if one not in self._pairs],
                [one for one in range(last_new + 1, there) if one not in taken],
            )
            last_old, last_new = place, there

    def _find_those_that_changed(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Pair the likeliest first; one that stands alone where one stood alone is that one."""
        likely = sorted((-self._likeness(one, other), one, other) for one in old for other in new)
        alone = len(likely) == 1 and not self._texts
        taken = set(self._pairs.values())
        for unlike, one, other in likely:
            free = one not in self._pairs and other not in taken
            if free and (-unlike >= _LEAST_LIKENESS or alone):
                self._pairs[one] = other
                taken.add(other)

    def _likeness(self, old: int, new: int) -> float:
        if old >= len(self._texts):
            same = normalised(self._before[old].opening) == normalised(self._now[new].opening)
            return float(same)
        one, other = normalised(self._texts[old]).split(), normalised(self._new_texts[new]).split()
        return SequenceMatcher(a=one, b=other, autojunk=False).ratio()
