"""One configured cattrs converter: how records become rows of plain values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Citation
from kzseparatism.model.tables import TABLES
from kzseparatism.vocab import Vocabulary


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


def _to_list(write: Callable[[Any], Any]) -> Callable[[tuple[Any, ...]], list[Any]]:
    return lambda items: [write(item) for item in items]
