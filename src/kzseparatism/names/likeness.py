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
_ENDING = 3
_NEARLY_THE_SAME = 0.85
_SHORT = 2
# Words for kinds of unit, which may be left out; other words that say nothing of a name; and words
# that say too little to rest a suggestion on.
_KINDS = set(words("region oblast oblys oblysy province city gorod qala qalasy district town unit"))
_EMPTY = _KINDS | {
    word
    for text in (
        "of the in on at to and a an from for with who by or",
        "Kazakhstan Qazaqstan Kazakh Russia Russian Soviet Ukraine Ukrainian republic",
    )
    for word in words(text)
}
_COMMON = _EMPTY | {
    word
    for text in (
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
    telling: frozenset[str]


class Suggester:
    """Finds the labels of records that a misspelt name may have meant."""

    __slots__ = ("_by_word", "_spread")

    def __init__(self, names: Iterable[tuple[str, str, str, Sort]]) -> None:
        """Prepare names: the record's id, its label, the name, and what sort of name it is."""
        self._by_word: dict[str, list[_Known]] = {}
        owners: dict[str, set[str]] = {}
        for record_id, label, name, sort in names:
            folded = fold(name)
            if folded and len(folded) <= LONGEST_MISSPELLING:
                split = words(folded)
                telling = {"name": split, "person": split[-1:], "description": ()}[sort]
                known = _Known(label, folded, frozenset(telling))
                for word in dict.fromkeys(split):
                    self._by_word.setdefault(word, []).append(known)
                    owners.setdefault(word, set()).add(record_id)
        self._spread = Counter({word: len(ids) for word, ids in owners.items()})

    def __call__(self, name: str) -> tuple[str, ...]:
        """Return up to three labels, the likest first; none for a text of over 100 characters."""
        if len(name) > LONGEST_MISSPELLING:
            return ()
        folded, asked = fold(name), frozenset(words(name))
        found: dict[str, float] = {}
        for known, pairs in self._alike(asked).items():
            shared = self._shared(asked, known, pairs)
            if shared == "nothing":
                continue
            likeness = SequenceMatcher(None, folded, known.folded).ratio()
            if shared == "enough" or likeness >= _NEARLY_THE_SAME:
                found[known.label] = max(likeness, found.get(known.label, 0.0))
        return tuple(sorted(found, key=lambda label: (-found[label], label))[:SUGGESTIONS])

    def _alike(self, asked: frozenset[str]) -> dict[_Known, list[tuple[str, str]]]:
        """Return the names that have a word like one that was asked, each with those pairs."""
        pairs: dict[_Known, list[tuple[str, str]]] = {}
        for one in sorted(asked):
            like = _likeness_to(one)
            for other in filter(like, self._by_word):
                for known in self._by_word[other]:
                    pairs.setdefault(known, []).append((one, other))
        return pairs

    def _shared(
        self, asked: frozenset[str], known: _Known, pairs: list[tuple[str, str]]
    ) -> Literal["nothing", "little", "enough"]:
        """Return how much a text shares with a name.

        Enough is a rare word that tells, or that the name has all that was asked; little is any
        other rare word: a given name.
        """
        rare = {other for one, other in pairs if self._is_rare(one) and self._is_rare(other)}
        has_all = {one for one, _ in pairs} >= asked - _KINDS and any(
            one not in _EMPTY and other not in _EMPTY for one, other in pairs
        )
        if rare & known.telling or (has_all and (len(asked) > 1 or (known.telling and rare))):
            return "enough"
        return "little" if rare and known.telling else "nothing"

    def _is_rare(self, word: str) -> bool:
        return word not in _COMMON and self._spread[word] <= _RARE


def _likeness_to(word: str) -> Callable[[str], bool]:
    """Return a function that returns whether another word is like this one."""
    matcher = SequenceMatcher(None, "", word)

    def is_like(other: str) -> bool:
        if word == other:
            return True
        shorter, longer = sorted((len(word), len(other)))
        if shorter > _ENDING and longer - shorter <= _ENDING and _begins(word, other):
            return True  # east, eastern
        # The likeness is at most that of two words of which the longer begins with the shorter.
        if shorter <= _SHORT or 2 * shorter < _ALIKE * (shorter + longer):
            return False
        matcher.set_seq1(other)
        return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE

    return is_like


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
