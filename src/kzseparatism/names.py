"""Look-up of names that are spelt in many ways: folding, skeleton keys, and "did you mean".

Nothing is ever guessed: a name leads to exactly one record, or to an error that says why not.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
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

_T = TypeVar("_T")

# Some Unicode operations take quadratic time on hostile text, and no name is as long as this.
_LONGEST_NAME = 1_000
# Likeness is slow to measure on long texts, and a text of a few lines is no misspelt name.
_LONGEST_MISSPELLING = 100
_SUGGESTIONS = 3

# Signs that stand inside a word without being letters: apostrophes, soft and hard signs, marks.
_INSIDE_WORDS = dict.fromkeys(map(ord, "'’‘ʼʹʺ`′″ьъ"))
# Russian, the letters that Kazakh, Ukrainian and Belarusian add, and Latin letters that lose more
# than an accent when they lose their mark. Ё is Е, as Russian print has it.
_CYRILLIC = "а б в г д е ж  з и й к л м н о п р с т у ф х  ц  ч  ш  щ    ы э ю  я  ё"
_IN_LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya e"
_ADDED_CYRILLIC = "і ә ғ қ ң ө ұ ү һ є  ґ ў ї"
_ADDED_IN_LATIN = "i a g q n o u u h ye g u yi"
_MARKED = "ş  š  č  ž  ı ə ŋ ø ł đ æ  œ  þ  ð"
_UNMARKED = "sh sh ch zh i a n o l d ae oe th d"
_LETTERS = str.maketrans(
    dict(
        zip(
            f"{_CYRILLIC} {_ADDED_CYRILLIC} {_MARKED}".split(),
            f"{_IN_LATIN} {_ADDED_IN_LATIN} {_UNMARKED}".split(),
            strict=True,
        )
    )
)
_NO_LETTERS = re.compile(r"[\W_]+")

# Each rule makes a word lighter, so applying them until nothing changes comes to an end.
_SPELLINGS = (
    (re.compile(r"dzh|dj|zh"), "j"),  # Jambyl, Zhambyl, Dzhambul's first letter
    (re.compile(r"kh"), "h"),  # Khabarov, Habarov
    (re.compile(r"gh"), "g"),  # Mangghystau, Mangystau
    (re.compile(r"q|ck|c(?!h)"), "k"),  # Toqaev, Tokaev; Victor, Viktor
    (re.compile(r"x"), "ks"),  # Alexey, Aleksey
    (re.compile(r"y[eo]"), "e"),  # Yevgeny, Evgeny; Fyodorov, Fedorov
    (re.compile(r"y"), "i"),  # Sergey, Sergei; Petrovskiy, Petrovsky, Petrovskii
    (re.compile(r"(.)\1+"), r"\1"),  # Kassym, Kasym
)


def fold(text: str) -> str:
    """Return ``text`` in small Latin letters, without accents and signs, its words one space apart.

    Cyrillic is transliterated; hyphens and other signs part words, apostrophes don't. Letters of
    other scripts stay. Folding what is folded changes nothing. Text without a letter or digit
    gives "".

    >>> fold("Солтүстік Қазақстан"), fold("  Ust'-Kamenogorsk ")
    ('soltustik qazaqstan', 'ust kamenogorsk')
    """
    if text.isascii():  # the common case, and much the faster
        return _NO_LETTERS.sub(" ", text.lower().translate(_INSIDE_WORDS)).strip()
    # Composed first, so that Й and Ş are still letters of their own when they are transliterated.
    text = unicodedata.normalize("NFKC", text).casefold()
    text = text.translate(_INSIDE_WORDS).translate(_LETTERS)
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.category(letter).startswith("M")
    )
    plain = plain.translate(_INSIDE_WORDS).translate(_LETTERS)
    return _NO_LETTERS.sub(" ", plain).strip()


def skeleton(text: str) -> str:
    """Return the key on which the usual spellings of one name meet: folded, then levelled.

    Which spellings are levelled is a closed list of rules, with no measure of likeness: initial
    and inner "ye" and "yo" are "e"; "y", "iy", "ii" are "i"; "kh" is "h"; "zh", "dzh", "j" are
    "j"; "q" and "c" are "k"; doubled letters are single; and words are joined.

    >>> skeleton("Yevgeny Fyodorov") == skeleton("Евгений Фёдоров") == skeleton("Evgenii Fedorov")
    True
    >>> skeleton("Petropavlovsk") == skeleton("Petropavl")
    False
    """
    return _level(fold(text).replace(" ", ""))


def _level(word: str) -> str:
    before = None
    while word != before:
        before = word
        for pattern, plain in _SPELLINGS:
            word = pattern.sub(plain, word)
    return word


def _words(text: str) -> tuple[str, ...]:
    return tuple(map(_level, fold(text).split()))


def nearest(text: str, options: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of ``options`` that look most like ``text``, the nearest first.

    Long text is like nothing: for more than 100 characters there is no answer.

    >>> nearest("putin-short-histroy", ["putin-short-history", "uralsk-rally"])
    ('putin-short-history',)
    """
    if len(text) > _LONGEST_MISSPELLING:
        return ()
    return tuple(difflib.get_close_matches(text, list(options), n=_SUGGESTIONS))


@attrs.frozen(kw_only=True, order=False)
class Named(Generic[_T]):
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
    ...     Named(record=1, id="fyodorov", names=("Yevgeny Fyodorov",), label="YF", kind="person"),
    ...     Named(record=2, id="zakharova", names=("Maria Zakharova",), label="MZ", kind="person"),
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
        entries: Iterable[Named[_T]],
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

    def _candidates(self, name: str) -> Mapping[str, Named[_T]]:
        if name in self._by_name:
            return self._by_name[name]
        if len(name) > _LONGEST_NAME:
            return {}
        for key, by_key in self._by_key:
            value = key(name)
            if value in by_key:
                return by_key[value]
        return self._with_run(_words(name))

    def _with_run(self, run: tuple[str, ...]) -> Mapping[str, Named[_T]]:
        if not run:
            return {}
        return {
            entry.id: entry
            for words, entry in self._by_word.get(run[0], ())
            if _has_run(words, run)
        }

    def _suggestions(self, name: str) -> tuple[str, ...]:
        if len(name) > _LONGEST_MISSPELLING:
            return ()
        labelled = {
            folded: entry.label
            for folded, entry in self._named(fold)
            if len(folded) <= _LONGEST_MISSPELLING
        }
        # A record has many names that look alike: ask for more than are shown.
        close = difflib.get_close_matches(fold(name), labelled, n=4 * _SUGGESTIONS)
        labels = dict.fromkeys(labelled[folded] for folded in close)
        return tuple(islice(labels, _SUGGESTIONS))

    def _named(self, key: Callable[[str], str]) -> Iterator[tuple[str, Named[_T]]]:
        for entry in self._entries.values():
            for name in entry.names:
                value = key(name)
                # Names of signs alone fold to nothing, and must not all be one name.
                if value:
                    yield value, entry

    def _index(self, key: Callable[[str], str]) -> dict[str, dict[str, Named[_T]]]:
        index: dict[str, dict[str, Named[_T]]] = {}
        for value, entry in self._named(key):
            index.setdefault(value, {})[entry.id] = entry
        return index

    def _index_words(self) -> dict[str, list[tuple[tuple[str, ...], Named[_T]]]]:
        index: dict[str, list[tuple[tuple[str, ...], Named[_T]]]] = {}
        for words, entry in ((_words(folded), entry) for folded, entry in self._named(fold)):
            for word in dict.fromkeys(words):
                index.setdefault(word, []).append((words, entry))
        return index


def check_name(what: str, name: object) -> None:
    """Raise WrongTypeError unless ``name`` is text, InvalidValueError where it is blank."""
    if not isinstance(name, str):
        raise WrongTypeError(what, name, "is no text; write a name or an id")
    if not name.strip():
        raise InvalidValueError(what, name, "is blank; write a name or an id")


def only_one(what: str, name: str, found: Iterable[Named[_T]]) -> _T:
    """Return the record that was found, or raise AmbiguousNameError where there are several."""
    entry, *others = sorted(found, key=lambda one: one.id)
    if others:
        described = (one.description for one in (entry, *others))
        raise AmbiguousNameError(what, name, described)
    return entry.record


def _unique(entries: Iterable[Named[_T]]) -> dict[str, Named[_T]]:
    by_id: dict[str, Named[_T]] = {}
    for entry in entries:
        known = by_id.setdefault(entry.id, entry)
        if known.record is not entry.record and known.record != entry.record:
            raise DuplicateIdError(entry.id)
    return by_id


def _has_run(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    last = len(words) - len(run)
    return any(words[start : start + len(run)] == run for start in range(last + 1))
