"""Messages about data with faults, in which private names may stand anywhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from kzseparatism.errors import DataError
from kzseparatism.names.spelling import fold
from kzseparatism.privacy.pseudonyms import SOMEBODY
from kzseparatism.privacy.trie import Trie

# What stands in a message: an escape of a sign that can't be printed, or a word with its accents.
_PIECE = re.compile(
    r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[nrt\\'])|[^\W_](?:[^\W_]|[\u0300-\u036f])*"
)
# In the path of a problem: a key that a table does not have. All else there is our own.
_UNKNOWN_KEY = re.compile(r'\["(?:[^"\\]|\\.)*"\]')
_CUT = "..."
_SHORTEST_WORD = 3
_SHORTEST_INSIDE = 5
_LONGEST_COMPARED = 40


class Discretion:
    """Keeps private names, and each of their words, out of messages, and puts words in their place.

    A name may stand in a message in another alphabet, joined to other letters, or cut off in the
    middle: every word of a message that is, holds or begins like a word of a name is hidden. Words
    of public names give nobody away, nor do those of one or two letters.

    >>> Discretion(["Quidam Ignotus"], ["Nemo Quidam"]).text("'Ignotus, Q.' and Quidam Ignotus")
    "'[private person], Q.' and [private person]"
    """

    __slots__ = ("_backwards", "_folded", "_inside", "_names", "_words")

    def __init__(self, private: Iterable[str], public: Iterable[str]) -> None:
        names = {words: True for words in (tuple(fold(name).split()) for name in private) if words}
        self._names = Trie(names)
        known = {
            word
            for words in (fold(name).split() for name in public)
            if not any(self._names.all_in(words))
            for word in words
        }
        hidden = {
            word[:_LONGEST_COMPARED] for words in names for word in words if word not in known
        }
        self._words = sorted(word for word in hidden if len(word) >= _SHORTEST_WORD)
        self._backwards = sorted(word[::-1] for word in self._words)
        self._inside = Trie(
            {tuple(word): True for word in self._words if len(word) >= _SHORTEST_INSIDE}
        )
        self._folded: dict[str, str] = {}

    def error(self, error: DataError) -> DataError:
        """Return a problem with private names hidden in its message, its id and unknown keys."""
        path = _UNKNOWN_KEY.sub(lambda step: self.text(step[0]), error.path)
        hidden = DataError(error.origin, path, self.text(error.record), self.text(error.message))
        if hidden == error:
            return error
        hidden.line, hidden.column = error.line, error.column
        return hidden

    def text(self, text: str) -> str:
        """Return a text with every private name hidden; those that follow each other as one."""
        pieces = list(_PIECE.finditer(text))
        folded = [self._fold(piece[0]) for piece in pieces]
        hidden = {
            index
            for index, piece in enumerate(pieces)
            if self._is_hidden(folded[index], text, piece)
        }
        for start in range(len(pieces)):
            for end, _ in self._names.at(folded, start):
                hidden.update(range(start, end))
        return "".join(_replaced(text, pieces, hidden)) if hidden else text

    def _fold(self, piece: str) -> str:
        if piece not in self._folded:
            self._folded[piece] = "" if piece[0] == "\\" else fold(piece)
        return self._folded[piece]

    def _is_hidden(self, word: str, text: str, piece: re.Match[str]) -> bool:
        if len(word) < _SHORTEST_WORD:
            return False
        if any(self._inside.all_in(word)) or _begins(self._words, word, word):
            return True
        if text.startswith(_CUT, piece.end()) and _begins(self._words, word):
            return True
        return text.endswith(_CUT, 0, piece.start()) and _begins(self._backwards, word[::-1])


def _begins(words: Sequence[str], beginning: str, whole: str = "") -> bool:
    """Return whether one of sorted words begins so, or is so as a whole."""
    place = bisect_left(words, beginning)
    if place == len(words):
        return False
    return words[place] == whole if whole else words[place].startswith(beginning)


def _replaced(text: str, pieces: Sequence[re.Match[str]], hidden: set[int]) -> Iterator[str]:
    done = 0
    for index in sorted(hidden):
        piece = pieces[index]
        between = text[done : piece.start()]
        # Two words of one name are one person: nothing of the name is between them but signs.
        if index - 1 in hidden and len(between) <= 3:
            done = piece.end()
            continue
        yield between
        yield SOMEBODY
        done = piece.end()
    yield text[done:]
