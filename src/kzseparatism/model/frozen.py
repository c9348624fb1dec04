"""What never changes: values that are compared, copied and pickled without recursion over links.

A chain of links may be longer than Python's stack, and a record may be reached by more ways than
can ever be counted. So every walk here has a stack of its own and meets each object once.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cache
from threading import local
from typing import Any, Self
from weakref import WeakValueDictionary

import attrs


class Frozen:
    """A value made of fields that never change, down to everything that it links to.

    Equal by value, compared in time proportional to what stands behind. A copy is the value
    itself. What is unpickled is equal to what was pickled, and shares what that shared.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or (_shallow(self) == _shallow(other) and Numbers().same(self, other))

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in _names(self)))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        standing_in = _under_way.standing_in
        behind = [_stand_in(thing) for thing in inside_out((self,), standing_in)]
        return _last, ((*behind, _stand_in(self)),)


def _names(thing: object) -> tuple[str, ...]:
    kind: Any = type(thing)
    return _names_in(kind)


@cache
def _names_in(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))


def held(thing: Any) -> Iterator[Frozen]:
    """Yield the objects that a record, a part or a citation holds directly, linked ones too."""
    for name in _names(thing):
        value = getattr(thing, name)
        if isinstance(value, Frozen):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Frozen):
                    yield item


def inside_out(things: Iterable[Any], known: Container[int] = ()) -> Iterator[Any]:
    """Yield every object among ``things`` or behind them once, after all that it holds.

    ``known`` has the identities of those to leave out, with what is behind them.
    """
    met: set[int] = set()
    way: list[tuple[Any, Iterator[Any]]] = [(None, iter(things))]
    while way:
        thing, inner = way[-1]
        for one in inner:
            if id(one) not in met and id(one) not in known:
                met.add(id(one))
                way.append((one, held(one)))
                break
        else:
            way.pop()
            if way:
                yield thing


class Numbers:
    """Numbers for values: the same number for two that are equal, whatever their objects.

    The values must live as long as the numbers, which go by identity.
    """

    def __init__(self) -> None:
        self._of_value: dict[object, int] = {}
        self._of_object: dict[int, int] = {}

    def of(self, thing: Any) -> int:
        """Return the number of a value; others that were numbered before cost nothing again."""
        for one in inside_out((thing,), self._of_object):
            parts = (self._plain(getattr(one, name)) for name in _names(one))
            value = (type(one), *parts)
            self._of_object[id(one)] = self._of_value.setdefault(value, len(self._of_value))
        return self._of_object[id(thing)]

    def same(self, one: object, other: object) -> bool:
        """Return whether two things are equal: by number where they are frozen values."""
        if one is other:
            return True
        if isinstance(one, Frozen) and isinstance(other, Frozen):
            return self.of(one) == self.of(other)
        return one == other

    def _plain(self, value: Any) -> object:
        if isinstance(value, Frozen):
            return _Number(self._of_object[id(value)])
        if isinstance(value, tuple):
            return tuple(map(self._plain, value))
        return value


class _Number(int):
    """The number of a value, which is never equal to a number that a record has."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Number) and int(self) == int(other)

    __hash__ = int.__hash__


def _shallow(thing: Any) -> list[object]:
    """Return the values of a thing that link to nothing: most unequal things differ there."""
    values = (getattr(thing, name) for name in _names(thing))
    return [value for value in values if not isinstance(value, Frozen | tuple)]


class _StandIn:
    """What is pickled for a frozen value. Pickle itself sees to it that each stands there once.

    Everything that a value holds is pickled before it, so that nothing is pickled inside another.
    """

    def __init__(self, thing: Frozen) -> None:
        self.thing = thing

    def __reduce__(self) -> tuple[Any, ...]:
        thing = self.thing
        values = {name: _stood_in(getattr(thing, name)) for name in _names(thing)}
        return _made, (type(thing), values)


class _UnderWay(local):
    """The stand-ins of the values that this thread is pickling, by the identity of the value.

    A pickler keeps what it has written, so a stand-in lives until its pickler is done. One pickler
    writes a list of records: those behind the first need not be looked for behind the second.
    """

    def __init__(self) -> None:
        self.standing_in: WeakValueDictionary[int, _StandIn] = WeakValueDictionary()


_under_way = _UnderWay()


def _stand_in(thing: Frozen) -> _StandIn:
    standing_in = _under_way.standing_in
    known = standing_in.get(id(thing))
    if known is None:
        known = standing_in[id(thing)] = _StandIn(thing)
    return known


def _stood_in(value: Any) -> Any:
    if isinstance(value, Frozen):
        return _stand_in(value)
    return type(value)(map(_stood_in, value)) if isinstance(value, tuple) else value


def _made(kind: Any, values: dict[str, Any]) -> Any:
    thing = kind.__new__(kind)
    for name, value in values.items():
        object.__setattr__(thing, name, value)
    return thing


def _last(things: tuple[Any, ...]) -> Any:
    return things[-1]
