"""Many phrases looked for in a text at once, word by word, in one way over the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

_V = TypeVar("_V")
_VALUE = object()


class Trie(Generic[_V]):
    """Phrases as words in order, each with a value. How many there are costs a search nothing.

    >>> trie = Trie({("nemo",): 1, ("nemo", "nobody"): 2})
    >>> list(trie.at(["captain", "nemo", "nobody"], 1))
    [(2, 1), (3, 2)]
    >>> list(trie.all_in(["captain", "nemo", "nobody"]))
    [1, 2]
    """

    __slots__ = ("_first",)

    def __init__(self, phrases: Mapping[tuple[str, ...], _V]) -> None:
        self._first: dict[Any, Any] = {}
        for words, value in phrases.items():
            node = self._first
            for word in words:
                node = node.setdefault(word, {})
            node[_VALUE] = value

    def all_in(self, words: Sequence[str]) -> Iterator[_V]:
        """Yield the value of every phrase in a text, by where it begins, the shorter first."""
        for start in range(len(words)):
            for _, value in self.at(words, start):
                yield value

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, _V]]:
        """Yield end and value of each phrase that begins at ``start``, the shorter first."""
        node = self._first
        for position in range(start, len(words)):
            if words[position] not in node:
                return
            node = node[words[position]]
            if _VALUE in node:
                yield position + 1, node[_VALUE]
