"""The one way over a record: its values, its parts, its links, and all that stands behind it.

A *part* has no id and belongs to one record (a stage, a role, a region's name). A *link* leads to
an entity with an id of its own; a citation leads to the document that it cites.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

import attrs

from kzseparatism.model.families import Entity, Part
from kzseparatism.model.frozen import held
from kzseparatism.model.source import Citation

_T_co = TypeVar("_T_co", covariant=True)
_T = TypeVar("_T")


@attrs.frozen
class Found(Generic[_T_co]):
    """A value of a record, and where it is: its path, such as ``.stages[0].date``, and field.

    ``owner`` is the record or the part that has the field.
    """

    path: str
    owner: Any
    field: str
    value: _T_co


def values(thing: Any, path: str = "") -> Iterator[Found[Any]]:
    """Yield the values of one record or part in field order, each item of a list for itself."""
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield Found(f"{path}.{field.name}[{index}]", thing, field.name, item)
        else:
            yield Found(f"{path}.{field.name}", thing, field.name, value)


def walk(record: Any, path: str = "") -> Iterator[Found[Any]]:
    """Yield the values of a record in field order, those of each part right after the part."""
    for found in values(record, path):
        yield found
        if isinstance(found.value, Part):
            yield from walk(found.value, found.path)


def parts(record: Any) -> Iterator[Found[Part]]:
    """Yield the parts of a record in field order."""
    return (found for found in walk(record) if isinstance(found.value, Part))


def links(record: Any) -> Iterator[Found[Entity]]:
    """Yield every entity that a record or a part of it links to directly; cited sources too."""
    for found in walk(record):
        if isinstance(found.value, Entity):
            yield found
        elif isinstance(found.value, Citation):
            yield Found(found.path, found.owner, found.field, found.value.source)


def behind(records: Iterable[object], kind: type[_T]) -> Iterator[_T]:
    """Yield every object of ``kind`` among ``records`` or behind them, each object once."""
    seen: set[int] = set()
    # A stack of our own: a chain of links may be longer than Python's.
    waiting: list[Any] = list(records)
    while waiting:
        thing = waiting.pop()
        if id(thing) not in seen:
            seen.add(id(thing))
            if isinstance(thing, kind):
                yield thing
            waiting.extend(held(thing))
