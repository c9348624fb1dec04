"""What cattrs and our own checks found wrong, as one flat list with paths."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from kzseparatism.errors import shortened
from kzseparatism.names.spelling import Suggestions
from kzseparatism.reading.converter import BrokenLinkError


def problems_of(
    error: BaseException, path: str, suggestions: Suggestions
) -> Iterator[tuple[str, str]]:
    """Yield the path and the message of everything wrong below ``path``.

    A link to a record that is broken itself yields nothing: that record has its own message.
    """
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, rest = error.group_exceptions()
        for part, note in noted:
            yield from problems_of(part, path + _step(note), suggestions)
        for part in rest:
            yield from problems_of(part, path, suggestions)
    elif isinstance(error, BaseValidationError):
        for part in error.exceptions:
            yield from problems_of(part, path, suggestions)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            yield path, f"unknown key {shortened(key)}{suggestions.hint(key, known)}"
    elif isinstance(error, KeyError) and path.endswith(f".{error.args[0]}"):
        yield path, "the key is missing"
    elif not isinstance(error, BrokenLinkError):
        yield path, str(error)


def _step(note: AttributeValidationNote | IterableValidationNote) -> str:
    return f"[{note.index}]" if isinstance(note, IterableValidationNote) else f".{note.name}"
