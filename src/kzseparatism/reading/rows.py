"""How rows of plain values become records: strictly, and with everything that is wrong at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.errors import InvalidValueError, WrongTypeError, shortened, with_article
from kzseparatism.model import Citation, Source
from kzseparatism.model.tables import TABLES
from kzseparatism.names.spelling import Suggestions
from kzseparatism.vocab import Vocabulary

_PLAIN = {str: "text in quotes", int: "a whole number", bool: "true or false"}


class BrokenLinkError(Exception):
    """A link to a record that is itself broken: its own problem is reported, not this one."""


class RowError(Exception):
    """Everything that is wrong in a value: messages, each with the path from the value to it."""

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.problems: tuple[tuple[str, str], ...] = tuple(problems)


class Registry:
    """What has been read so far: records, ids of broken ones, and tables that are unreadable."""

    def __init__(self) -> None:
        self.records: dict[type, dict[str, Any]] = {kind: {} for kind in TABLES.values()}
        self.broken: set[str] = set()
        self.unread: set[type] = set()
        # Most paragraphs are cited many times, and a citation never changes.
        self.citations: dict[str, Citation] = {}
        self.suggestions: Suggestions = Suggestions()

    def link(self, value: object, kind: type) -> Any:
        """Return the record that an id in a data file refers to."""
        noun = kind.__name__.lower()
        if not isinstance(value, str):
            raise WrongTypeError(noun, value, f"is not the id of {with_article(noun)} in quotes")
        known = self.records[kind]
        if value in known:
            return known[value]
        if value in self.broken or kind in self.unread:
            raise BrokenLinkError(value)
        hint = self.suggestions.hint(value, known)
        raise InvalidValueError(noun, value, f"is not the id of {with_article(noun)}{hint}")


# What makes a value of a plain one; it looks links up in the registry of the reading.
Reader: TypeAlias = Callable[[Any, Registry], Any]


def problems_of(error: Exception) -> tuple[tuple[str, str], ...]:
    """Return the path and the message of everything that an error says is wrong.

    A link to a record that is broken itself has none: that record has its own message.
    """
    if isinstance(error, RowError):
        return error.problems
    return () if isinstance(error, BrokenLinkError) else (("", str(error)),)


@cache
def row_reader(kind: type) -> Reader:
    """Return the function that makes a record, or a part of one, of a row with all its keys.

    It raises ``RowError`` for what is wrong with single keys, and else what ``kind`` raises.
    """
    types = get_type_hints(kind)
    fields = attrs.fields(kind)
    readers = [
        (field.name, _reader(types[field.name]), field.default is attrs.NOTHING) for field in fields
    ]
    known = [field.name for field in fields]

    def read(row: object, registry: Registry) -> Any:
        if not isinstance(row, dict):
            raise RowError([("", "must be an object in curly brackets")])
        values: dict[str, Any] = {}
        errors: list[tuple[str, Exception]] = []
        for name, read_value, required in readers:
            if name in row:
                try:
                    values[name] = read_value(row[name], registry)
                except Exception as error:  # noqa: BLE001 - whatever a check found is reported
                    errors.append((f".{name}", error))
            elif required:
                errors.append((f".{name}", RowError([("", "the key is missing")])))
        if errors or len(values) < len(row):
            raise RowError([*_below(errors), *_unknown(row, known, registry)])
        try:
            return kind(**values)
        except (InvalidValueError, WrongTypeError) as error:
            raise RowError([(_field_of(error, values), str(error))]) from None

    return read


def _field_of(error: InvalidValueError | WrongTypeError, values: Mapping[str, Any]) -> str:
    """Return the step to the field that an error of a record names, or nothing if to none."""
    field = re.split(r"\W", re.split(r": |\.", error.place)[-1])[0]
    return f".{field}" if field in values else ""


def _below(errors: Iterable[tuple[str, Exception]]) -> Iterable[tuple[str, str]]:
    for step, error in errors:
        for path, message in problems_of(error):
            yield step + path, message


def _unknown(
    row: Mapping[str, Any], known: list[str], registry: Registry
) -> Iterable[tuple[str, str]]:
    from kzseparatism.reading.json_places import unknown_step  # noqa: PLC0415 - only errors need it

    for key in sorted(row.keys() - set(known)):
        yield (
            unknown_step(key),
            f"unknown key {shortened(key)}{registry.suggestions.hint(key, known)}",
        )


def _reader(annotation: Any) -> Reader:  # noqa: PLR0911 - one for each type
    """Return the reader for what a field holds: one JSON type for each, taken for itself alone."""
    parts = get_args(annotation)
    if get_origin(annotation) is tuple:
        return _list_of(_reader(parts[0]))
    if NoneType in parts:
        (held,) = (part for part in parts if part is not NoneType)
        read = _reader(held)
        return lambda value, registry: None if value is None else read(value, registry)
    if annotation in _PLAIN:
        return lambda value, _: _exactly(value, annotation)
    if annotation is Citation:
        return _citation
    if annotation in (FuzzyDate, Term):
        return lambda value, _: annotation.parse(_exactly(value, str))
    if annotation in TABLES.values():
        return lambda value, registry: registry.link(value, annotation)
    if issubclass(annotation, Vocabulary):
        return lambda value, _: annotation(value)
    return row_reader(annotation)


def _list_of(read: Reader) -> Reader:
    def read_list(value: object, registry: Registry) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise WrongTypeError("value", value, "must be a list in square brackets")
        items: list[Any] = []
        errors: list[tuple[str, Exception]] = []
        for index, item in enumerate(value):
            try:
                items.append(read(item, registry))
            except Exception as error:  # noqa: BLE001 - whatever a check found is reported
                errors.append((f"[{index}]", error))
        if errors:
            raise RowError(_below(errors))
        return tuple(items)

    return read_list


def _exactly(value: object, kind: type) -> Any:
    # bool is a subclass of int, and true is not a number.
    if type(value) is not kind:
        raise WrongTypeError("value", value, f"must be {_PLAIN[kind]}")
    return value


def _citation(value: object, registry: Registry) -> Citation:
    text = _exactly(value, str)
    if text not in registry.citations:
        registry.citations[text] = _new_citation(text, registry)
    return registry.citations[text]


def _new_citation(text: str, registry: Registry) -> Citation:
    source, mark, number = text.rpartition("#")
    if not mark or not number.isascii() or not number.isdigit() or number.startswith("0"):
        raise InvalidValueError("citation", text, "is not a citation", "write it as source#12")
    if len(number) > 9:
        raise InvalidValueError("citation", text, "has a paragraph number beyond any document")
    return Citation(source=registry.link(source, Source), paragraph=int(number))
