"""What stands behind a record: what it links to, directly or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from kzseparatism.model.fields import Identified, is_identified

_T = TypeVar("_T")


def linked(records: Iterable[object], kind: type[_T]) -> Iterator[_T]:
    """Yield every record of ``kind`` among ``records`` or behind them, each object once."""
    seen: set[int] = set()
    waiting: list[Any] = list(records)
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting.extend(value)
        elif attrs.has(type(value)) and id(value) not in seen:
            seen.add(id(value))
            if isinstance(value, kind):
                yield value
            waiting.extend(getattr(value, field.name) for field in attrs.fields(type(value)))


def direct_links(record: Any) -> Iterator[Identified]:
    """Yield every record that a record, or a part of it, links to directly."""
    waiting = [getattr(record, field.name) for field in attrs.fields(type(record))]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting.extend(value)
        elif is_identified(value):
            yield value
        elif attrs.has(type(value)):
            waiting.extend(getattr(value, field.name) for field in attrs.fields(type(value)))
