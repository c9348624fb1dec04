"""Names of private persons stand in their own file, in quotations, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem
from kzseparatism.integrity.located import located
from kzseparatism.model import Actor, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.frozen import held, inside_out
from kzseparatism.model.walk import Found, walk
from kzseparatism.names.spelling import fold
from kzseparatism.privacy import Pseudonymiser, last_words, private_names
from kzseparatism.privacy.trie import Trie

# Names are compared folded, so that another case or alphabet is no hiding place.
_OWN_PLACE = {"name", "aliases"}
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"\w+")


def private_names_stay_apart(dataset: Dataset) -> Iterator[Problem]:
    """No text but a quotation has the name, or the last word of the name, of a private person."""
    owners = _Owners(dataset)
    for place in located(dataset, Entity) if owners.names else ():
        for found in _texts(place.record):
            for owner in owners.of_names_in(found.value):
                message = f"holds the name of private person {owner!r}; describe, don't name"
                yield place.problem(message, found.path)


def quoted_names_can_be_hidden(dataset: Dataset) -> Iterator[Problem]:
    """Find quotes that name a private person unlinked, or by a spelling that is not listed.

    What shows a statement alone, as a notebook does, knows only the persons behind it, and
    replaces only what is printed as a name or an alias.
    """
    owners = _Owners(dataset)
    if not owners.names:
        return
    known = _Known(dataset.statements)
    for place in located(dataset, Statement):
        for index, quote in enumerate(place.record.quotes):
            if owners.of_names_in(quote):
                hide = Pseudonymiser(known.behind(place.record, quote))
                for owner in owners.of_names_in(hide.text(quote)):
                    message = (
                        f"names private person {owner!r} in a way that can't be hidden; link the "
                        "person, and list the spelling as an alias"
                    )
                    yield place.problem(message, f".quotes[{index}]")


class _Owners:
    """What gives a private person away, folded, and whom: names, aliases, last words."""

    def __init__(self, dataset: Dataset) -> None:
        names = {fold(name): actor.id for actor in dataset.actors for name in private_names(actor)}
        for word, owners in last_words(dataset.actors).items():
            names.setdefault(fold(word), min(owners))
        names.pop("", None)
        self.names = names
        ranked = {tuple(name.split()): (rank, names[name]) for rank, name in enumerate(names)}
        self._phrases = Trie(ranked)

    def of_names_in(self, text: str) -> list[str]:
        """Return the ids of those whom a text gives away, each once, in the order of actors."""
        words = fold(_POSSESSIVE.sub("", text)).split()
        return list(dict.fromkeys(owner for _, owner in sorted(self._phrases.all_in(words))))


class _Known:
    """The actors behind each statement, found in one way over all of them."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._actors: list[Actor] = []
        # Sets of actors, and of the actors that have a word in a name, as bits of a number: each
        # of thousands of replies may have thousands behind it.
        self._behind: dict[int, int] = {}
        self._with_word: dict[str, int] = {}
        for one in inside_out(statements):
            bits = 0
            for other in held(one):
                bits |= self._behind[id(other)]
            if isinstance(one, Actor):
                bits |= self._added(one)
            self._behind[id(one)] = bits

    def _added(self, actor: Actor) -> int:
        bit = 1 << len(self._actors)
        self._actors.append(actor)
        for name in (actor.name, *actor.aliases):
            # A private name or its last word is in a text only if the last word is.
            for word in _WORD.findall(name.casefold())[-1 if actor.private else 0 :]:
                self._with_word[word] = self._with_word.get(word, 0) | bit
        return bit

    def behind(self, statement: Statement, text: str) -> Iterator[Actor]:
        """Yield the actors behind a statement on whom it depends what is hidden in a text."""
        bits = 0
        for word in set(_WORD.findall(text.casefold())):
            bits |= self._with_word.get(word, 0)
        bits &= self._behind[id(statement)]
        while bits:
            last = bits.bit_length() - 1
            yield self._actors[last]
            bits ^= 1 << last


def _texts(record: Entity) -> Iterator[Found[str]]:
    private = isinstance(record, Actor) and record.private
    for found in walk(record):
        own_place = found.field == "quotes" or (private and found.field in _OWN_PLACE)
        if type(found.value) is str and not own_place:
            yield found
