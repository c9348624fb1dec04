"""Words and phrases that are looked for in texts, in any of the spellings that look-up levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.names.spelling import words

LONGEST_QUESTION = 200

Run: TypeAlias = tuple[str, ...]

_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_QUOTED = re.compile('["“”„«»]')


def phrases(place: str, text: str) -> tuple[Run, ...]:
    """Return the words to look for, each as a run: a phrase in quotation marks is one run.

    A word with a hyphen is a run as well. Raises ``WrongTypeError`` for anything but text, and
    ``InvalidValueError`` for text without a word, for more than 200 characters, and for a
    quotation mark that has no second one; they name ``place``, the argument.

    >>> phrases("text", 'Ust-Kamenogorsk "Народный совет"')
    (('ust', 'kamenogorsk'), ('narodni', 'sovet'))
    """
    if not isinstance(text, str):
        raise WrongTypeError(place, text, "is not text", "write the words to look for")
    if len(text) > LONGEST_QUESTION:
        remedy = f"write {LONGEST_QUESTION} characters at the most"
        raise InvalidValueError(place, text, "is too long to look for", remedy)
    pieces = _QUOTED.split(text)
    if len(pieces) % 2 == 0:
        complaint = "has a quotation mark without a second one"
        raise InvalidValueError(place, text, complaint, "put the phrase between two")
    runs = []
    for number, piece in enumerate(pieces):
        quoted = number % 2 == 1
        runs += [words_in(piece)] if quoted else [words_in(word) for word in piece.split()]
    found = tuple(dict.fromkeys(run for run in runs if run))
    if not found:
        raise InvalidValueError(place, text, "has no word in it", "write the words to look for")
    return found


def words_in(text: str) -> Run:
    """Return the words of a text in the spelling in which they meet; "Putin's" is "Putin".

    >>> words_in("Putin’s words on Қазақстан")
    ('putin', 'words', 'on', 'kazakstan')
    """
    return words(_POSSESSIVE.sub("", text))


def has_all(text: Sequence[str], runs: Sequence[Run]) -> bool:
    """Return whether every run stands somewhere among the words of a text."""
    return all(position_of(run, text) is not None for run in runs)


def position_of(run: Run, text: Sequence[str]) -> int | None:
    """Return where a run of words begins among the words of a text, or None.

    >>> position_of(("b", "c"), ("a", "b", "c")), position_of(("c", "b"), ("a", "b", "c"))
    (1, None)
    """
    last = len(text) - len(run)
    return next((i for i in range(last + 1) if tuple(text[i : i + len(run)]) == run), None)
