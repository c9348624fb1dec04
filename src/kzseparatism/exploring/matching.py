"""What makes a record match: its regions, its documents, and the words that it is found by."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.wording import length
from kzseparatism.model import Actor, Case, Citation, Place, Region, Source
from kzseparatism.model.families import Entity
from kzseparatism.model.walk import walk
from kzseparatism.names.phrases import Run, words_in
from kzseparatism.names.regions import placements
from kzseparatism.queries.case_parts import places_of
from kzseparatism.vocab import Vocabulary

# Texts for machines: nobody looks for a digest, and an address is full of other people's words.
_NOT_READ = {"sha256", "file_name", "url"}
# Which of the vocabularies stands in a record is looked for by the filters; this one is everywhere.
_NO_WORDS = {"date_basis"}
SIGNS_OF_NUMBERS = string.digits + string.ascii_letters + "-_"
_BREAK = SIGNS_OF_NUMBERS[0]


def regions_of(record: Entity) -> tuple[list[str], list[str]]:
    """Return the units that a record certainly lies in, and those that it only may lie in.

    They are those of ``cases_by_region`` and the like, by id: one place that surely lies there is
    enough.
    """
    sure: dict[str, bool] = {}
    for place in places_of(record) or ():
        for region, placed in placements(place.regions).items():
            sure[region] = sure.get(region, False) or placed == "certain"
    certain = sorted(region for region, surely in sure.items() if surely)
    return certain, sorted(sure.keys() - set(certain))


class WordList:
    """The texts of records as numbers: each word, as the search of the library levels it, has one.

    The most frequent word has the number 1. Two texts are parted by 0, so that a phrase is never
    found across them.
    """

    def __init__(self, records: Iterable[Entity]) -> None:
        self._words_in = cache(words_in)
        texts: dict[str, list[Run]] = {}
        links: dict[str, list[str]] = {}
        names: dict[str, list[Run]] = {}
        for record in records:
            texts[record.id] = self._split([record.id, *_texts(record)])
            links[record.id] = [thing.id for thing in _linked(record)]
            for thing in _linked(record):
                if thing.id not in names:
                    names[thing.id] = self._split(_names(thing))
        number = Counter(word for runs in (*texts.values(), *names.values()) for word in _all(runs))
        # Words that are as frequent stand in the order of letters: the same data, the same page.
        self.words: list[str] = sorted(number, key=lambda word: (-number[word], word))
        self._numbers = {word: index for index, word in enumerate(self.words, 1)}
        self._texts = {record_id: self._written(runs) for record_id, runs in texts.items()}
        self.names: list[str] = [self._written(runs) for runs in names.values()]
        places = {thing: index for index, thing in enumerate(names)}
        self._known_by = {one: sorted(places[thing] for thing in links[one]) for one in links}

    def texts(self, record: Entity) -> str:
        """Return what a record itself says: its id, its texts, numbers, dates, terms and words."""
        return self._texts[record.id]

    def known_by(self, record: Entity) -> list[int]:
        """Return which of ``names`` count as words of a record.

        They are those of the actors, places and documents that it links to, and of the units in
        which its places are coded: "Жириновский" finds what he said, and "SKO" what was said there.
        """
        return self._known_by[record.id]

    def _split(self, texts: Iterable[str]) -> list[Run]:
        return [run for run in map(self._words_in, texts) if run]

    def _written(self, runs: Iterable[Run]) -> str:
        return _BREAK.join("".join(_in_signs(self._numbers[word]) for word in run) for run in runs)


def _all(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        yield from run


def _in_signs(number: int) -> str:
    """Return a number in signs of five bits, the highest first; all but the last are marked."""
    signs = SIGNS_OF_NUMBERS[number % 32]
    while number >= 32:
        number //= 32
        signs = SIGNS_OF_NUMBERS[32 + number % 32] + signs
    return signs


def _linked(record: Entity) -> Iterable[Entity]:
    """Return what a record links to by names that people look for, each thing once."""
    linked: dict[str, Entity] = {}
    for found in walk(record):
        value = found.value.source if isinstance(found.value, Citation) else found.value
        if isinstance(value, Actor | Place | Source | Region):
            linked[value.id] = value
    for place in places_of(record) or ():
        linked |= {unit.id: unit for unit in place.regions}
    return [one for one in linked.values() if one is not record]


def _names(thing: Entity) -> list[str]:
    match thing:
        case Actor() | Place():
            return [thing.name, *thing.aliases, thing.id]
        case Region():
            return [*(name.text for name in thing.names), thing.id, *thing.former_codes]
        case Source():
            return [thing.outlet, thing.title, thing.author, thing.id]
        case _:
            return [thing.label]


def _texts(record: Any) -> Iterator[str]:
    if isinstance(record, Case):
        yield record.status.value
    for found in walk(record):
        value = found.value
        if isinstance(value, FuzzyDate):
            yield str(value)
        elif isinstance(value, Term):
            yield length(value)
        elif isinstance(value, Vocabulary) and found.field not in _NO_WORDS:
            yield value.value.replace("_", " ")
        elif type(value) is str and found.field not in _NOT_READ and value != record.id:
            yield value
        elif isinstance(value, int) and not isinstance(value, bool):
            yield str(value)
