"""What has been made up so far in one test case, so that all of it fits together.

Every record drawn in a test case has an id that no other has, and links mostly lead to records
that are known already: one speaker makes several statements, one article tells of several cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from kzseparatism.strategies.options import check_kind, each_once
from kzseparatism.strategies.texts import ids

_T = TypeVar("_T")


class World:
    """The records of one test case, by type, and the ids that are taken."""

    def __init__(self) -> None:
        self.strict: bool = False
        self._known: dict[type, list[Any]] = {}
        self._taken: set[str] = set()

    def known(self, kind: type[_T]) -> list[_T]:
        """Return the records of a type, in the order in which they were made."""
        return self._known.setdefault(kind, [])

    @contextmanager
    def of_a_dataset(self) -> Iterator[None]:
        """Forget for a while what is known, though not which ids are taken, and be strict.

        While ``strict``, what is made up has to keep the rules between the records of a dataset.
        """
        before = self._known, self.strict
        self._known, self.strict = {}, True
        try:
            yield
        finally:
            self._known, self.strict = before

    def free(self, record_id: str) -> str:
        """Return an id that is not taken: this one, or this one and a number; it is taken then."""
        free, number = record_id, 1
        while free in self._taken:
            number += 1
            free = f"{record_id}-{number}"
        self._taken.add(free)
        return free

    def add(self, record: _T) -> _T:
        """Return a record, known from now on."""
        self.known(type(record)).append(record)
        return record


# One for each test case, whichever strategies it draws from.
worlds: st.SearchStrategy[World] = st.shared(
    st.builds(World), key="kzseparatism.strategies: what is made up in a test case"
)


@st.composite
def free_ids(draw: st.DrawFn, of: str) -> str:
    """Generate an id that no other record of the test case has."""
    return draw(worlds).free(draw(ids(of)))


@st.composite
def known_or_new(
    draw: st.DrawFn,
    kind: type[_T],
    new: st.SearchStrategy[_T],
    fits: Callable[[_T], bool] | None = None,
) -> _T:
    """Generate a record that is known already and fits, or a new one.

    It shrinks to the one that is known longest.
    """
    known = [one for one in draw(worlds).known(kind) if fits is None or fits(one)]
    position = draw(st.integers(0, 3 * len(known)))
    return known[position // 3] if position < 3 * len(known) else draw(new)


@st.composite
def some_of(
    draw: st.DrawFn,
    name: str,
    kind: type[_T],
    elements: st.SearchStrategy[_T],
    *,
    min_size: int = 0,
    max_size: int = 2,
) -> tuple[_T, ...]:
    """Generate a few linked records, each once; ``name`` is the option that they are drawn for."""
    if elements.is_empty:
        if min_size:
            message = f"{name}= has nothing to draw from, and a record needs at least one"
            raise InvalidArgument(message)
        return ()
    drawn = draw(st.lists(elements, min_size=min_size, max_size=max_size))
    for record in drawn:
        check_kind(name, (kind,), record)
    return each_once(drawn)
