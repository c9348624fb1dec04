"""Which names a misspelt one may have meant. Only rare words count: they tell records apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

import attrs

from kzseparatism.names.spelling import LONGEST_MISSPELLING, SUGGESTIONS, fold, words

Sort: TypeAlias = Literal["name", "person", "description"]

# How much of two words has to be alike; how many records may share a word that is rare; and how
# much of two names is alike where it hardly matters which words they share.
_ALIKE = 0.77
_RARE = 3
_NEARLY_THE_SAME = 0.85
_SHORT = 2
_COMMON = {
    word
    for text in (
        "region oblast oblys oblysy province city gorod qala qalasy district town area unit",
        "of the in on at to and a an from for with who by or",
        "Kazakhstan Qazaqstan Kazakh Russia Russian Soviet Ukraine Ukrainian republic",
        "court state national party movement organisation organization committee council",
        "government ministry office service security public authorities officials",
        "president minister people group media news members union",
        "north south east west new great",
    )
    for word in words(text)
}


@attrs.frozen(order=False)
class _Known:
    """One name of a record as it is compared, and which of its words can tell it from others.

    The given name of a person tells little, and a word of a description nothing.
    """

    label: str
    folded: str
    words: tuple[str, ...]
    telling: frozenset[str]


class Suggester:
    """Finds the labels of records that a misspelt name may have meant."""

    __slots__ = ("_known", "_spread")

    def __init__(self, names: Iterable[tuple[str, str, str, Sort]]) -> None:
        """Prepare names: the record's id, its label, the name, and what sort of name it is."""
        known: list[_Known] = []
        owners: dict[str, set[str]] = {}
        for record_id, label, name, sort in names:
            folded = fold(name)
            if folded and len(folded) <= LONGEST_MISSPELLING:
                split = words(folded)
                telling = {"name": split, "person": split[-1:], "description": ()}[sort]
                known.append(_Known(label, folded, split, frozenset(telling)))
                for word in split:
                    owners.setdefault(word, set()).add(record_id)
        self._known = tuple(known)
        self._spread = Counter({word: len(ids) for word, ids in owners.items()})

    def __call__(self, name: str) -> tuple[str, ...]:
        """Return up to three labels, the likest first; none for a text of over 100 characters."""
        if len(name) > LONGEST_MISSPELLING:
            return ()
        folded, asked = fold(name), words(name)
        alike = _remembering(_are_alike)
        found: dict[str, float] = {}
        for known in self._known:
            shared = self._shared(asked, known, alike)
            if shared == "nothing":
                continue
            likeness = SequenceMatcher(None, folded, known.folded).ratio()
            if shared == "enough" or likeness >= _NEARLY_THE_SAME:
                found[known.label] = max(likeness, found.get(known.label, 0.0))
        return tuple(sorted(found, key=lambda label: -found[label])[:SUGGESTIONS])

    def _shared(
        self, asked: tuple[str, ...], known: _Known, alike: Callable[[str, str], bool]
    ) -> Literal["nothing", "little", "enough"]:
        """Return how much a text shares with a name.

        Enough is a rare word that tells, or that the name has all that was asked; little is any
        other rare word: a given name.
        """
        pairs = [(one, other) for one in asked for other in known.words if alike(one, other)]
        rare = {other for one, other in pairs if self._is_rare(one) and self._is_rare(other)}
        has_all = {one for one, _ in pairs} == set(asked)
        if rare & known.telling or (has_all and (len(asked) > 1 or (known.telling and rare))):
            return "enough"
        return "little" if rare and known.telling else "nothing"

    def _is_rare(self, word: str) -> bool:
        return word not in _COMMON and self._spread[word] <= _RARE


def _are_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) <= _SHORT:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _remembering(alike: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
    known: dict[tuple[str, str], bool] = {}

    def remembered(one: str, other: str) -> bool:
        if (one, other) not in known:
            known[one, other] = alike(one, other)
        return known[one, other]

    return remembered
