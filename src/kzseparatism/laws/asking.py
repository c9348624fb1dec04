"""Asking an implementation: every question and what came back is kept, for the report."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, NoReturn

import attrs

from kzseparatism.errors import shortened
from kzseparatism.model import Actor, Case, Event, Place, Site, Stage, Statement
from kzseparatism.model.fields import is_identified

# What a function may do without, and what the laws then leave out.
OPTIONS = {
    "match": 'the option match="certain"; all questions are then about what is possible',
    "text": "bounds and days as EDTF text or FuzzyDate, and regions by name",
    "datetimes": "bounds and days as datetime",
    "undated": "the option undated",
    "relation": "the option relation",
    "stage": "the option stage",
}


# The laws give no more records than these; an answer of more is from elsewhere.
_SHOWN = 6


class Broken(Exception):  # noqa: N818 - it never leaves this package
    """A law does not hold for the answers so far; the message is what it wanted."""


@attrs.define
class Ask:
    """One implementation during one trial: call it to ask, and it remembers."""

    query: str
    implementation: Callable[..., Any]
    without: frozenset[str] = frozenset()
    given: dict[str, None] = attrs.field(factory=dict)
    calls: list[str] = attrs.field(factory=list)

    def offers(self, option: str) -> bool:
        """Tell whether the implementation offers an option."""
        return option not in self.without

    def __call__(self, *arguments: Any, **options: Any) -> tuple[Any, ...]:
        """Return the records that come back; anything but records breaks every law."""
        answer = self.value(*arguments, **options)
        try:
            records = tuple(answer)
        except TypeError:
            self.wants("a list of records")
        if not all(isinstance(record, Hashable) and is_identified(record) for record in records):
            self.wants("a list of records")
        return records

    def value(self, *arguments: Any, **options: Any) -> Any:
        """Return whatever comes back; an error breaks every law that did not ask for one."""
        try:
            answer = self._called(arguments, options)
        except Exception as error:  # noqa: BLE001 - it can be any function and any error
            self._came_back(f"{type(error).__name__}: {_in_a_line(str(error))}")
            self.wants("an answer")
        self._came_back(_brief(answer))
        return answer

    def refused(
        self, errors: type[Exception] | tuple[type[Exception], ...], *arguments: Any, **options: Any
    ) -> None:
        """Break the law unless the implementation raises one of these errors."""
        kinds = errors if isinstance(errors, tuple) else (errors,)
        wanted = f"a {' or a '.join(kind.__name__ for kind in kinds)}"
        try:
            answer = self._called(arguments, options)
        except kinds:
            self.calls.pop()
            return
        except Exception as error:  # noqa: BLE001 - as above
            self._came_back(f"{type(error).__name__}: {_in_a_line(str(error))}")
            self.wants(wanted)
        self._came_back(_brief(answer))
        self.wants(wanted)

    def then(self, text: str, question: Callable[[], Any]) -> Any:
        """Return what something that came back says when asked on; the report has ``text``."""
        self.calls.append(text)
        try:
            answer = question()
        except Exception as error:  # noqa: BLE001 - as above
            self._came_back(f"{type(error).__name__}: {_in_a_line(str(error))}")
            self.wants("an answer")
        self._came_back(_brief(answer))
        return answer

    def then_refused(self, errors: type[Exception], text: str, question: Callable[[], Any]) -> None:
        """Break the law unless asking on raises one of these errors."""
        self.calls.append(text)
        try:
            answer = question()
        except errors:
            self.calls.pop()
            return
        except Exception as error:  # noqa: BLE001 - as above
            answer = error
        self._came_back(_brief(answer))
        self.wants(f"a {errors.__name__}")

    def same(self, answer: Iterable[Any], other: Iterable[Any], wanted: str) -> None:
        """Break the law unless both answers have the same records in the same order."""
        if [record.id for record in answer] != [record.id for record in other]:
            self.wants(wanted)

    def wants(self, wanted: str) -> NoReturn:
        """Break the law, and say what it wants."""
        raise Broken(wanted)

    def know(self, *records: Any) -> None:
        """Let the report describe these records, though no call is given them."""
        self.given.update(dict.fromkeys(map(described, records)))

    def _called(self, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        if not self.offers("match"):
            options.pop("match", None)
        parts = [_brief(argument) for argument in arguments]
        for name, value in options.items():
            among = _as_list(value) if name == "among" else value
            if name == "among":
                self.know(*among)
            parts.append(f"{name}={_brief(among)}")
        self.calls.append(f"{self.query}({', '.join(parts)})")
        answer = self.implementation(*arguments, **options)
        # A generator works, and fails, only when it is read.
        return tuple(answer) if hasattr(answer, "__next__") else answer

    def _came_back(self, what: str) -> None:
        self.calls[-1] += f"\n  came back  {what}"


class Once:
    """Records that can be gone through once, as a generator's can, and be told in a report."""

    def __init__(self, records: Iterable[Any]) -> None:
        self.records: tuple[Any, ...] = tuple(records)
        self._rest = iter(self.records)

    def __iter__(self) -> Any:
        return self._rest


def _as_list(among: Any) -> list[Any]:
    return list(among.records if isinstance(among, Once) else among)


def _brief(value: Any) -> str:
    if is_identified(value):
        return value.id
    if isinstance(value, list | tuple) or type(value).__name__ == "Table":
        items = list(value)
        if all(map(is_identified, items)):
            ids = [item.id for item in items[:_SHOWN]]
            more = [f"and {len(items) - _SHOWN} more"] if len(items) > _SHOWN else []
            return f"[{', '.join(ids + more)}]"
    return shortened(value)


def _in_a_line(text: str) -> str:
    return shortened(" ".join(text.split()))[1:-1]


def described(record: Any) -> str:
    """Return a line about a record: what the laws ask of it."""
    if isinstance(record, Statement | Event):
        return f"{record.id}: {_day(record.date)}"
    if isinstance(record, Case):
        parts = [*map(_site, record.sites), *map(_stage, record.stages)]
        return f"{record.id}: {'; '.join(parts) or 'nothing is told'}"
    if isinstance(record, Actor):
        return f"{record.id}: {', '.join((record.name, *record.aliases))}"
    return str(record.id)


def _day(when: Any) -> str:
    return "no date" if when is None else str(when)


def _site(site: Site) -> str:
    return f"{site.relation.value} {_where(site.place)}"


def _where(place: Place) -> str:
    units = " or ".join(unit.id for unit in place.regions)
    return f"in {units}" if units else f"in no region, country {place.country}"


def _stage(stage: Stage) -> str:
    told = ", ".join(dict.fromkeys(str(citation.source.published) for citation in stage.citations))
    return f"{stage.kind.value} {_day(stage.date)}, published {told}"
