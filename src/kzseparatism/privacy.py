"""The pseudonymised view: names of private persons are replaced everywhere at once.

It is a courtesy, not anonymity: date, place and term identify people in one search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from kzseparatism.links import linked
from kzseparatism.model.actor import Actor

_T = TypeVar("_T")


def pseudonym(actor: Actor) -> str:
    """Return what is shown instead of a private person's name: the neutral id in brackets."""
    return f"[{actor.id}]"


def label(actor: Actor) -> str:
    """Return the name of an actor, or the pseudonym of a private one."""
    return pseudonym(actor) if actor.private else actor.name


class Pseudonymiser:
    """Replaces the names of given private persons in records and in texts."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._pseudonyms = {
            name: pseudonym(actor)
            for actor in actors
            if actor.private
            for name in (actor.name, *actor.aliases)
        }
        # Longest first, so that a full name goes before the surname inside it.
        names = sorted(self._pseudonyms, key=len, reverse=True)
        self._names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
        self._done: dict[int, tuple[object, object]] = {}

    def text(self, text: str) -> str:
        """Return ``text`` with every private name replaced, whole words only."""
        if not self._pseudonyms:
            return text
        hidden = self._names.sub(lambda match: self._pseudonyms[match[0]], text)
        return text if hidden == text else hidden

    def record(self, record: _T) -> _T:
        """Return a record with every private name replaced, in itself and in all its links."""
        if not self._pseudonyms:
            return record
        # A stack of our own: a chain of replies may be longer than Python's.
        waiting: list[Any] = [record]
        while waiting:
            last = waiting[-1]
            first = [part for part in _parts(last) if id(part) not in self._done]
            waiting.extend(first)
            if not first:
                # The original is kept beside its copy, so that its identity stays taken.
                self._done.setdefault(id(last), (last, self._rebuilt(last)))
                waiting.pop()
        return self._done[id(record)][1]  # type: ignore[return-value]

    def _rebuilt(self, record: Any) -> Any:
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(record)):
            old = getattr(record, field.name)
            new = self._value(old)
            if new is not old:
                changes[field.name] = new
        if isinstance(record, Actor) and record.private:
            changes |= {"name": pseudonym(record), "aliases": ()}
        return attrs.evolve(record, **changes) if changes else record

    def _value(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if isinstance(value, tuple):
            new = tuple(map(self._value, value))
            return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
        return self._done[id(value)][1] if attrs.has(type(value)) else value


def _parts(record: Any) -> Iterator[Any]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if attrs.has(type(item)):
                yield item


def pseudonymised(records: Iterable[_T]) -> tuple[_T, ...]:
    """Return records with the names of all private actors in and behind them replaced."""
    records = tuple(records)
    hide = Pseudonymiser(linked(records, Actor))
    return tuple(map(hide.record, records))
