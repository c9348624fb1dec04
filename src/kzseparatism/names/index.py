"""Look-up by name: an index of records, and what to say where a name leads to none or to several.

Nothing is ever guessed: a name leads to exactly one record, or to an error that says why not.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, TypeVar

import attrs

from kzseparatism.errors import (
    AmbiguousNameError,
    DuplicateIdError,
    InvalidValueError,
    UnknownNameError,
    WrongTypeError,
)
from kzseparatism.model.frozen import Numbers
from kzseparatism.names.spelling import LONGEST_MISSPELLING, SUGGESTIONS, fold, skeleton, words

_T = TypeVar("_T")

# Some Unicode operations take quadratic time on hostile text, and no name is as long as this.
_LONGEST_NAME = 1_000


@attrs.frozen(order=False)
class IndexEntry(Generic[_T]):
    """What an index has to know of a record: its id, its names, and what may be shown of it.

    ``label`` and ``kind`` are all that an error message says of the record besides its id, so
    the label of a private person is a pseudonym.
    """

    record: _T
    id: str
    names: tuple[str, ...]
    label: str
    kind: str

    @property
    def description(self) -> str:
        """The label with kind and id, by which one of several can be picked."""
        about = [self.kind] if self.id == self.label else [self.kind, self.id]
        return f"{self.label} ({', '.join(about)})"


class NameIndex(Generic[_T]):
    """Finds records by name. It never changes once made, so threads may share it.

    ``what`` is the noun for messages ("actor"). ``keys`` are tried in turn after the id and the
    exact name: two names are the same when a key makes the same of both.

    >>> index = NameIndex("actor", [
    ...     IndexEntry(1, "fyodorov", ("Yevgeny Fyodorov",), label="YF", kind="person"),
    ...     IndexEntry(2, "zakharova", ("Maria Zakharova",), label="MZ", kind="person"),
    ... ])
    >>> index.find("ЗАХАРОВА"), index.find("Fedorov")
    (2, 1)
    >>> index.find("Evgeny Fedorof")
    Traceback (most recent call last):
    ...
    kzseparatism.errors.UnknownNameError: no actor is called 'Evgeny Fedorof'; did you mean 'YF'?
    """

    __slots__ = ("_by_key", "_by_name", "_by_word", "_entries", "_what")

    def __init__(
        self,
        what: str,
        entries: Iterable[IndexEntry[_T]],
        *,
        keys: Sequence[Callable[[str], str]] = (fold, skeleton),
    ) -> None:
        self._what = what
        self._entries = _unique(entries)
        self._by_name = self._index(lambda name: name)
        self._by_key = tuple((key, self._index(key)) for key in keys)
        self._by_word = self._index_words()

    def find(self, name: str) -> _T:
        """Return the one record that ``name`` leads to.

        Steps, of which the first that leads anywhere decides: the id; the exact name; each key
        (by default ``fold``, then ``skeleton``); a whole word or run of words of a name, compared
        by skeleton. Beyond 1,000 characters only id and exact name count.

        Raises AmbiguousNameError where the step leads to several records, UnknownNameError where
        none does (both are LookupErrors), InvalidValueError (a ValueError) for blank text, and
        WrongTypeError (a TypeError) for anything but text.
        """
        check_name(self._what, name)
        if name in self._entries:
            return self._entries[name].record
        found = self._candidates(name)
        if not found:
            raise UnknownNameError(self._what, name, self._suggestions(name))
        return only_one(self._what, name, found.values())

    def _candidates(self, name: str) -> Mapping[str, IndexEntry[_T]]:
        if name in self._by_name:
            return self._by_name[name]
        if len(name) > _LONGEST_NAME:
            return {}
        for key, by_key in self._by_key:
            value = key(name)
            if value in by_key:
                return by_key[value]
        return self._with_run(words(name))

    def _with_run(self, run: tuple[str, ...]) -> Mapping[str, IndexEntry[_T]]:
        if not run:
            return {}
        return {
            entry.id: entry
            for split, entry in self._by_word.get(run[0], ())
            if _has_run(split, run)
        }

    def _suggestions(self, name: str) -> tuple[str, ...]:
        if len(name) > LONGEST_MISSPELLING:
            return ()
        labelled = {
            folded: entry.label
            for folded, entry in self._named(fold)
            if len(folded) <= LONGEST_MISSPELLING
        }
        # A record has many names that look alike: ask for more than are shown.
        close = difflib.get_close_matches(fold(name), labelled, n=4 * SUGGESTIONS)
        labels = dict.fromkeys(labelled[folded] for folded in close)
        return tuple(islice(labels, SUGGESTIONS))

    def _named(self, key: Callable[[str], str]) -> Iterator[tuple[str, IndexEntry[_T]]]:
        for entry in self._entries.values():
            for name in entry.names:
                value = key(name)
                # Names of signs alone fold to nothing, and must not all be one name.
                if value:
                    yield value, entry

    def _index(self, key: Callable[[str], str]) -> dict[str, dict[str, IndexEntry[_T]]]:
        index: dict[str, dict[str, IndexEntry[_T]]] = {}
        for value, entry in self._named(key):
            index.setdefault(value, {})[entry.id] = entry
        return index

    def _index_words(self) -> dict[str, list[tuple[tuple[str, ...], IndexEntry[_T]]]]:
        index: dict[str, list[tuple[tuple[str, ...], IndexEntry[_T]]]] = {}
        for split, entry in ((words(folded), entry) for folded, entry in self._named(fold)):
            for word in dict.fromkeys(split):
                index.setdefault(word, []).append((split, entry))
        return index


def check_name(what: str, name: object) -> None:
    """Raise WrongTypeError unless ``name`` is text, InvalidValueError where it is blank."""
    if not isinstance(name, str):
        raise WrongTypeError(what, name, "is not text", "write a name or an id")
    if not name.strip():
        raise InvalidValueError(what, name, "is blank", "write a name or an id")


def only_one(what: str, name: str, found: Iterable[IndexEntry[_T]]) -> _T:
    """Return the record that was found, or raise AmbiguousNameError where there are several."""
    entry, *others = sorted(found, key=lambda one: one.id)
    if others:
        described = (one.description for one in (entry, *others))
        raise AmbiguousNameError(what, name, described)
    return entry.record


def _unique(entries: Iterable[IndexEntry[_T]]) -> dict[str, IndexEntry[_T]]:
    by_id: dict[str, IndexEntry[_T]] = {}
    numbers = Numbers()
    for entry in list(entries):  # a list, so that each record lives as long as its number
        if not numbers.same(by_id.setdefault(entry.id, entry).record, entry.record):
            raise DuplicateIdError(entry.id)
    return by_id


def _has_run(split: tuple[str, ...], run: tuple[str, ...]) -> bool:
    last = len(split) - len(run)
    return any(split[start : start + len(run)] == run for start in range(last + 1))
