"""Look-up by name: an index of records, and what to say where a name leads to none or to several.

Nothing is ever guessed: a name leads to exactly one record, or to an error that says why not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
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
from kzseparatism.names.likeness import Sort, Suggester
from kzseparatism.names.people import PersonNames
from kzseparatism.names.spelling import fold, joined, nearest, words
from kzseparatism.names.standards import readings

_T = TypeVar("_T")
_V = TypeVar("_V")

# Some Unicode operations take quadratic time on hostile text, and no name is as long as this.
_LONGEST_NAME = 1_000


@attrs.frozen(order=False)
class IndexEntry(Generic[_T]):
    """What an index has to know of a record: its id, its names, and what may be shown of it.

    ``label`` and ``kind`` are all that an error message says of the record besides its id, so
    the label of a private person is a pseudonym.

    ``exact`` are names that lead to the record only as they are written. ``described`` says that
    the names are descriptions, no single word of which is a name. ``person`` has the parts of a
    person's names. A ``hidden`` record is never suggested for a name that is like its own.
    """

    record: _T
    id: str
    names: tuple[str, ...]
    label: str
    kind: str
    exact: tuple[str, ...] = ()
    described: bool = False
    hidden: bool = False
    person: PersonNames | None = None

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

    def __init__(
        self,
        what: str,
        entries: Iterable[IndexEntry[_T]],
        *,
        keys: Sequence[Callable[[str], str]] = (fold, joined),
    ) -> None:
        self._what = what
        self._entries = _unique(entries)
        self._by_name = self._index(lambda name: name)
        for entry in self._entries.values():
            for name in entry.exact:
                self._by_name.setdefault(name, {})[entry.id] = entry
        self._by_key = tuple((key, self._index(key)) for key in keys)
        self._by_word = self._index_words()

    def find(self, name: str) -> _T:
        """Return the one record that ``name`` leads to.

        Steps, of which the first that leads anywhere decides: the id; the exact name; each key
        (by default ``fold``, then ``joined``); a whole word or run of words of a name, compared
        by skeleton; the keys and words again, as another standard of transliteration reads the
        name; for people, their names in another order, with initials, patronymics and titles.
        Beyond 1,000 characters only id and exact name count.

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
        found = self._spelt(name)
        if not found:
            others = readings(name)
            found = _merged(map(self._spelt, others)) or self._people((name, *others))
        return found

    def _spelt(self, name: str) -> Mapping[str, IndexEntry[_T]]:
        for key, by_key in self._by_key:
            value = key(name)
            if value in by_key:
                return by_key[value]
        return self._with_run(words(name))

    def _people(self, forms: tuple[str, ...]) -> Mapping[str, IndexEntry[_T]]:
        return {
            entry.id: entry
            for entry in self._entries.values()
            if entry.person is not None and any(map(entry.person.fit, forms))
        }

    def _with_run(self, run: tuple[str, ...]) -> Mapping[str, IndexEntry[_T]]:
        if not run:
            return {}
        found = {
            entry.id: entry
            for split, entry in self._by_word.get(run[0], ())
            if _has_run(split, run)
        }
        # Words that only descriptions have are nobody's name.
        return {} if all(entry.described for entry in found.values()) else found

    def _suggestions(self, name: str) -> tuple[str, ...]:
        hidden = dict.fromkeys(self._hidden[text] for text in self._like(name))
        return self._suggest(name) or tuple(hidden)

    def _like(self, name: str) -> tuple[str, ...]:
        """Return the ids and labels of hidden records that a text with a number is like."""
        return nearest(name, self._hidden) if any(map(str.isdigit, name)) else ()

    @cached_property
    def _hidden(self) -> dict[str, str]:
        hidden = [entry for entry in self._entries.values() if entry.hidden]
        return {text: entry.label for entry in hidden for text in (entry.id, entry.label)}

    @cached_property
    def _suggest(self) -> Suggester:
        return Suggester(
            (entry.id, entry.label, name, _sort(entry))
            for entry in self._entries.values()
            if not entry.hidden
            for name in entry.names
        )

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


def _sort(entry: IndexEntry[_T]) -> Sort:
    if entry.described:
        return "description"
    return "name" if entry.person is None else "person"


def _merged(found: Iterable[Mapping[str, _V]]) -> dict[str, _V]:
    return {key: value for one in found for key, value in one.items()}
