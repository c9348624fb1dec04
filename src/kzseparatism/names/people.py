"""People by the forms of their names: order, initials, patronymics, and titles that they have.

A form leads to a person only where every word of it fits. A patronymic that no document prints
fits anybody; one that is printed has to be the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import attrs

from kzseparatism.names.spelling import fold, skeleton

_LONGEST_FORM = 100
_MOST_WORDS = 8
_WORD = re.compile(r"-?[^\W\d_]+(?:['’ʼʹ`][^\W\d_]+)*\.?")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_PATRONYMIC = re.compile(r".+(?:vich|[lmt]ich|vna|ichna|uli|kizi|kjzi)")
_WORDS_FOR_CHILD = {"uli", "kizi", "ogli"}
# One letter, or the letters that one Cyrillic letter becomes.
_INITIAL = re.compile(r"[^\W\d_]|[yij][aeou]|[zskc]h|ts|dzh|dj|shch", re.IGNORECASE)
_FIRST_SOUND = re.compile(r"shch|sh|ch|ts|i[aou]|.")
_POLITE = {"mr", "mister", "gospodin", "g n"}

# One name as Russian, Belarusian and Ukrainian have it; translations are other names.
_SAME_GIVEN_NAMES = """
    Aleksandr Alexander Aliaksandr Oleksandr
    Sergey Serhiy Siarhei
    Dmitry Dmytro Dzmitry Dmitri
    Yevgeny Yevhen Yauhen
    Vladimir Volodymyr Uladzimir
    Alexey Oleksiy Aliaksei
    Grigory Hryhoriy Ryhor
    Viktor Viktar
    Pavel Pavlo
    Leonid Leanid
    Nikolay Mykola Mikalai
    Mikhail Mykhailo
    Andrey Andriy
    Pyotr Petro
    Igor Ihor
    Oleg Oleh Aleh
    Tatyana Tetiana Tatsiana
    Yelena Olena
""".strip().splitlines()
_GIVEN = {
    skeleton(name): skeleton(line.split()[0]) for line in _SAME_GIVEN_NAMES for name in line.split()
}


@attrs.frozen(order=False)
class _Word:
    """A word of a form: its skeleton, and whether it stands for a name by its first letter.

    ``letter`` is that letter if it is Latin, ``hyphen`` whether the word before belongs to it.
    """

    key: str
    initial: bool
    letter: str
    hyphen: bool

    @classmethod
    def of(cls, text: str) -> _Word:
        letters = text.strip("-.")
        initial = len(letters) == 1 or (
            text.endswith(".") and _INITIAL.fullmatch(fold(letters)) is not None
        )
        latin = unicodedata.normalize("NFD", letters)[:1].isascii()
        return cls(skeleton(letters), initial, fold(letters)[:1] if latin else "", text[0] == "-")


@attrs.frozen(order=False)
class PersonNames:
    """The parts of one person's names, as far as the printed forms show them."""

    surnames: frozenset[str]
    given: frozenset[tuple[_Word, ...]]
    patronymics: frozenset[str]
    titles: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str], titles: Iterable[str] = ()) -> PersonNames:
        """Return the parts of the printed names: the surname is the last word of a full one."""
        printed = [_IN_BRACKETS.sub(" ", name).split() for name in names]
        full = [words for words in printed if len(words) > 1 and not _ends_another(words, printed)]
        lasts = {words[-1] for words in full}
        patronymics = {last for last in lasts if len(lasts) > 1 and _is_patronymic(skeleton(last))}
        called = [words for words in full if words[-1] not in patronymics]
        alone = {words[0] for words in printed if len(words) == 1}
        return cls(
            frozenset(_surname(skeleton(words[-1])) for words in called)
            | frozenset(_surname(skeleton(word)) for word in (alone if called else ())),
            frozenset(
                tuple(map(_Word.of, re.findall(r"[^\s-]+", " ".join(words[:-1]))))
                for words in called
            ),
            frozenset(map(skeleton, patronymics)),
            frozenset(tuple(map(skeleton, fold(title).split())) for title in titles),
        )

    def fit(self, form: str) -> bool:
        """Return whether a form of a name, such as "Lavrov S.V.", can be this person's."""
        if len(form) > _LONGEST_FORM:
            return False
        head, comma, tail = unicodedata.normalize("NFKC", form).partition(",")
        before, after = _words(head), _words(tail)
        if not before or len(before) + len(after) > _MOST_WORDS:
            return False
        if "," in tail:
            return False
        if comma:
            return self._is_surname(before) and self._is_given(after)
        forms = (before, *self._after_title(before))
        return any(self._is_surname(words) or self._fits(words) for words in forms)

    def _fits(self, words: list[_Word]) -> bool:
        cuts = range(1, len(words))
        return any(
            (self._is_surname(words[:cut]) and self._is_given(words[cut:]))
            or (self._is_surname(words[cut:]) and self._is_given(words[:cut]))
            for cut in cuts
        )

    def _after_title(self, words: list[_Word]) -> Iterator[list[_Word]]:
        """Yield what follows a title that a document gives the person, or a polite one."""
        for cut in range(1, len(words)):
            front, rest = [word.key for word in words[:cut]], words[cut:]
            polite = " ".join(front) in _POLITE and not any(
                surname.endswith("a") for surname in self.surnames
            )
            if polite or tuple(front) in self.titles:
                yield rest

    def _is_surname(self, words: list[_Word]) -> bool:
        if not words or any(word.initial for word in words):
            return False
        return _surname("".join(word.key for word in words)) in self.surnames

    def _is_given(self, words: list[_Word]) -> bool:
        """Return whether words are the given name or its initial, and perhaps a patronymic."""
        for given in self.given:
            for cut in range(1, len(words) + 1):
                name, rest = words[:cut], words[cut:]
                if _is_name(name, given) and self._is_patronymic(rest):
                    return True
        return False

    def _is_patronymic(self, words: list[_Word]) -> bool:
        if not words:
            return True
        word = words[0]
        if word.hyphen:
            return False
        if len(words) == 1 and word.initial:
            return not self.patronymics or any(
                _begins(word, _Word(one, initial=False, letter=one[0], hyphen=False))
                for one in self.patronymics
            )
        child = len(words) == 2 and words[1].key in _WORDS_FOR_CHILD
        if not child and (len(words) > 1 or not _is_patronymic(word.key)):
            return False
        return not self.patronymics or "".join(one.key for one in words) in self.patronymics


def _words(text: str) -> list[_Word]:
    words = [_Word.of(word) for word in _WORD.findall(text)]
    return words if all(word.key for word in words) else []


def _is_name(words: list[_Word], given: tuple[_Word, ...]) -> bool:
    if all(word.initial for word in words):
        return len(words) <= len(given) and all(map(_begins, words, given))
    if any(word.initial for word in words):
        return False
    asked, own = ("".join(word.key for word in name) for name in (words, given))
    return _GIVEN.get(asked, asked) == _GIVEN.get(own, own)


def _begins(initial: _Word, name: _Word) -> bool:
    """Return whether an initial is that of a name: by its sound, in Latin also by its letter."""
    sound = _FIRST_SOUND.match(name.key)
    by_letter = initial.letter != "" and len(initial.key) == 1 and initial.letter == name.letter
    return by_letter or (sound is not None and initial.key == sound[0])


def _is_patronymic(key: str) -> bool:
    return _PATRONYMIC.fullmatch(key) is not None


def _surname(key: str) -> str:
    # Belarusian writes the unstressed o of Lukashenko as a.
    return f"{key[:-1]}o" if key.endswith("enka") else key


def _ends_another(words: list[str], printed: list[list[str]]) -> bool:
    """Return whether a longer form only puts words before another full name: a rank, a title."""
    return any(1 < len(other) < len(words) and words[-len(other) :] == other for other in printed)
