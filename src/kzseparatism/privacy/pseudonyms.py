"""The pseudonymised view: names of private persons are replaced everywhere at once.

It is a courtesy, not anonymity: date, place and term identify people in one search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from kzseparatism.model.actor import Actor
from kzseparatism.model.frozen import inside_out
from kzseparatism.model.walk import behind
from kzseparatism.privacy.trie import Trie

_T = TypeVar("_T")


# Fields that hold no prose: a name that happens to be a code must not break it.
_CODES = {
    "id",
    "former_codes",
    "country",
    "jurisdiction",
    "language",
    "sha256",
    "digest",
    "records",
}


SOMEBODY = "[private person]"


def private_names(actor: Actor) -> tuple[str, ...]:
    """Return the names to hide of a private person: none of others, or of one already hidden."""
    names = (actor.name, *actor.aliases) if actor.private else ()
    return tuple(name for name in names if name != actor.pseudonym)


def last_words(actors: Iterable[Actor]) -> dict[str, set[str]]:
    """Return the last words of private names, in small letters, each with the ids of whose it is.

    A word that is part of a public name gives nobody away, and is left out.
    """
    owners: dict[str, set[str]] = {}
    public: set[str] = set()
    for actor in actors:
        for name in private_names(actor):
            owners.setdefault(name.split()[-1].casefold(), set()).add(actor.id)
        if not actor.private:
            public |= set(" ".join((actor.name, *actor.aliases)).casefold().split())
    return {word: ids for word, ids in owners.items() if word not in public}


def _pseudonyms(actors: tuple[Actor, ...]) -> dict[str, str]:
    """Return what stands for each private name, and for its last word alone, in small letters."""
    hidden = {name.casefold(): actor.pseudonym for actor in actors for name in private_names(actor)}
    for word, ids in last_words(actors).items():
        # Nothing is guessed: a word that two share is hidden, and pinned on neither.
        hidden.setdefault(word, f"[{min(ids)}]" if len(ids) == 1 else SOMEBODY)
    return hidden


_TOKENS = re.compile(r"\w+|\W")


def _letters(token: str) -> str:
    """Return a token in small letters, so that all forms of a letter are one; dots of i too."""
    return token.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token[0] == "_"


class HiddenNames:
    """Names, and what is shown in place of each: whole words only, in small letters or capitals."""

    def __init__(self, pseudonyms: Mapping[str, str]) -> None:
        shown: dict[tuple[str, ...], str] = {}
        for name, pseudonym in pseudonyms.items():
            letters = tuple(map(_letters, _TOKENS.findall(name)))
            # Nothing is guessed: what may be either of two is pinned on neither.
            one = shown.setdefault(letters, pseudonym) == pseudonym
            shown[letters] = pseudonym if one else SOMEBODY
        self._names = Trie(shown)

    def in_text(self, text: str) -> str:
        """Return ``text`` with every name replaced, a full name before the surname inside it."""
        tokens = _TOKENS.findall(text)
        letters = list(map(_letters, tokens))
        shown: list[str] = []
        position = 0
        while position < len(tokens):
            end, part = position + 1, tokens[position]
            # A name may begin or end with a sign, and is still no part of a longer word.
            if not (position and _is_word(tokens[position - 1])):
                for last, pseudonym in self._names.at(letters, position):
                    if (
                        last == len(tokens)
                        or not _is_word(tokens[last])
                        or _is_word(tokens[last - 1])
                    ):
                        end, part = last, pseudonym
            shown.append(part)
            position = end
        return "".join(shown)


class Pseudonymiser:
    """Replaces the names of given private persons in records and in texts."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._pseudonyms = _pseudonyms(tuple(actors))
        self._names = HiddenNames(self._pseudonyms)
        self._done: dict[int, tuple[object, object]] = {}

    def text(self, text: str) -> str:
        """Return ``text`` with every private name replaced, whole words only, in any case."""
        if not self._pseudonyms:
            return text
        hidden = self._names.in_text(text)
        return text if hidden == text else hidden

    def record(self, record: _T) -> _T:
        """Return a record with every private name replaced, in itself and in all its links."""
        if not self._pseudonyms:
            return record
        for thing in inside_out((record,), self._done):
            # The original is kept beside its copy, so that its identity stays taken.
            self._done[id(thing)] = (thing, self._rebuilt(thing))
        return self._done[id(record)][1]  # type: ignore[return-value]

    def _rebuilt(self, record: Any) -> Any:
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(record)):
            old = getattr(record, field.name)
            new = old if field.name in _CODES else self._value(old)
            if new is not old:
                changes[field.name] = new
        if isinstance(record, Actor) and record.private:
            changes |= {"name": record.pseudonym, "aliases": ()}
        return attrs.evolve(record, **changes) if changes else record

    def _value(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if isinstance(value, tuple):
            new = tuple(map(self._value, value))
            if all(one is other for one, other in zip(new, value, strict=True)):
                return value
            # Two spellings of one name are one pseudonym, and no list has an item twice.
            return tuple(dict.fromkeys(new))
        return self._done[id(value)][1] if id(value) in self._done else value


def pseudonymised(records: Iterable[_T]) -> tuple[_T, ...]:
    """Return records with the names of all private actors in and behind them replaced.

    What is not made like a record of ours stays as it is.
    """
    records = tuple(records)
    hide = Pseudonymiser(behind((one for one in records if attrs.has(type(one))), Actor))
    return tuple(hide.record(one) if attrs.has(type(one)) else one for one in records)
