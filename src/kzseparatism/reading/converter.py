"""One configured cattrs converter: how plain values become records, and records plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.errors import InvalidValueError, WrongTypeError, with_article
from kzseparatism.model import Citation, Source
from kzseparatism.model.tables import TABLES
from kzseparatism.names.spelling import Suggestions
from kzseparatism.vocab import Vocabulary


class BrokenLinkError(Exception):
    """A link to a record that is itself broken: its own problem is reported, not this one."""


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


# The functions below are made once a process, which takes longer than reading a small dataset. So
# they can't hold the registry of one reading; they ask for that of the reading that goes on.
_registry: ContextVar[Registry] = ContextVar("the registry of the reading that goes on")


@contextmanager
def links_to(registry: Registry) -> Iterator[None]:
    """Look links up in a registry for a while, in this thread alone."""
    token = _registry.set(registry)
    try:
        yield
    finally:
        _registry.reset(token)


@cache
def strict_converter() -> Converter:
    """Return a converter that takes each JSON type for itself alone and looks links up."""
    converter = Converter(forbid_extra_keys=True)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly)
    # A vocabulary is text as well: the hook of the nearer class is the one that counts.
    converter.register_structure_hook(Vocabulary, lambda value, kind: kind(value))
    converter.register_structure_hook(FuzzyDate, lambda value, _: FuzzyDate.parse(_text(value)))
    converter.register_structure_hook(Term, lambda value, _: Term.parse(_text(value)))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _from_list(kind, converter))
    converter.register_structure_hook(Citation, lambda value, _: _citation(value))
    for kind in TABLES.values():
        converter.register_structure_hook(kind, _linked)
    return converter


@cache
def row_reader(kind: type) -> Callable[[Mapping[str, Any], Any], Any]:
    """Return the function that makes a record of ``kind`` from a row of its table."""
    return make_dict_structure_fn(kind, strict_converter(), _cattrs_forbid_extra_keys=True)


@cache
def writing_converter() -> Converter:
    """Return a converter that writes records as rows whose links are ids."""
    converter = Converter()
    for written in (FuzzyDate, Term, Citation):
        converter.register_unstructure_hook(written, str)
    converter.register_unstructure_hook(Vocabulary, lambda member: member.value)
    converter.register_unstructure_hook_factory(
        _is_tuple, lambda kind: _to_list(converter.get_unstructure_hook(get_args(kind)[0]))
    )
    converter.register_unstructure_hook_factory(
        attrs.has, lambda kind: _row_writer(kind, converter)
    )
    for kind in TABLES.values():
        converter.register_unstructure_hook(kind, lambda record: record.id)
    return converter


@cache
def row_writer(kind: type) -> Callable[[Any], dict[str, Any]]:
    """Return the function that makes a row of a record: keys in field order, defaults left out."""
    return _row_writer(kind, writing_converter())


def _row_writer(kind: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(kind, converter)
    # Defaults are compared as they are written.
    defaults = {
        field.name: converter.unstructure(field.default)
        for field in attrs.fields(kind)
        if field.default is not attrs.NOTHING
    }

    def write_short(record: Any) -> dict[str, Any]:
        return {
            name: value
            for name, value in write(record).items()
            if name not in defaults or value not in (defaults[name], [])
        }

    return write_short


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _exactly(value: object, kind: type) -> Any:
    # bool is a subclass of int, and true is not a number.
    if type(value) is not kind:
        names = {str: "text in quotes", int: "a whole number", bool: "true or false"}
        raise WrongTypeError("value", value, f"must be {names[kind]}")
    return value


def _text(value: object) -> str:
    return str(_exactly(value, str))


def _from_list(kind: Any, converter: Converter) -> Callable[[object, Any], tuple[Any, ...]]:
    listed: Any = list.__class_getitem__(get_args(kind)[0])
    read = converter.get_structure_hook(listed)

    def read_list(value: object, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise WrongTypeError("value", value, "must be a list in square brackets")
        return tuple(read(value, listed))

    return read_list


def _to_list(write: Callable[[Any], Any]) -> Callable[[tuple[Any, ...]], list[Any]]:
    return lambda items: [write(item) for item in items]


def _linked(value: object, kind: type) -> Any:
    return _registry.get().link(value, kind)


def _citation(value: object) -> Citation:
    text, known = _text(value), _registry.get().citations
    if text not in known:
        known[text] = _new_citation(text)
    return known[text]


def _new_citation(text: str) -> Citation:
    source, mark, number = text.rpartition("#")
    if not mark or not number.isascii() or not number.isdigit() or number.startswith("0"):
        raise InvalidValueError("citation", text, "is not a citation", "write it as source#12")
    if len(number) > 9:
        raise InvalidValueError("citation", text, "has a paragraph number beyond any document")
    return Citation(source=_linked(source, Source), paragraph=int(number))
