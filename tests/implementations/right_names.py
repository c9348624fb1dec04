"""A right implementation of looking an actor up, with a small key of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import kzseparatism as kz

_CYRILLIC = dict(zip("абвгдежзийклмнопрстуфыэ", "abvgdejziiklmnoprstufie", strict=True))
_PAIRS = {"х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ь": ""}
_LETTERS = str.maketrans(_CYRILLIC | _PAIRS)


def _key(name: str) -> list[str]:
    """Return the words of a name, in Latin letters without what spellings differ by."""
    parted = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(one for one in parted if not unicodedata.combining(one)).translate(_LETTERS)
    for spelling, level in ((r"kh", "h"), (r"zh", "j"), (r"y[eo]", "e"), (r"y", "i")):
        plain = re.sub(spelling, level, plain)
    return re.findall(r"\w+", re.sub(r"(.)\1+", r"\1", plain))


def _actors(records: Iterable[Any]) -> Iterator[kz.Actor]:
    for record in records:
        yield from [record] if isinstance(record, kz.Actor) else record.speakers


def find_actor(name: str, *, among: Iterable[Any]) -> kz.Actor:
    """Return the actor who is meant: by id or name, by a spelling of it, or by a word of it."""
    actors = {one.id: one for one in _actors(among)}
    words = _key(name)
    if not words:
        message = "a name has letters"
        raise ValueError(message)
    names = [(one, text) for one in actors.values() for text in (one.name, *one.aliases)]
    steps = (
        {one.id for one in actors.values() if one.id == name},
        {one.id for one, text in names if text == name},
        {one.id for one, text in names if "".join(_key(text)) == "".join(words)},
        {one.id for one, text in names if f" {' '.join(words)} " in f" {' '.join(_key(text))} "},
    )
    found = next(filter(None, steps), set())
    if len(found) != 1:
        raise LookupError(name)
    return actors[found.pop()]
