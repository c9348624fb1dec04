"""How wrong implementations are kept: each with the laws that it breaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

_F = TypeVar("_F", bound=Callable[..., Any])


@attrs.frozen(eq=False)
class Wrong:
    """A wrong implementation of a query; the name of the first of its laws tells the mistake."""

    query: str
    function: Callable[..., Any]
    laws: tuple[str, ...]

    @property
    def mistake(self) -> str:
        """What is wrong, in a sentence."""
        return (self.function.__doc__ or "").strip()

    def __str__(self) -> str:
        return f"{self.query}-{self.function.__name__}"


class Mistakes(list[Wrong]):
    """The wrong implementations of one query."""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.query = query

    def told_by(self, *laws: str) -> Callable[[_F], _F]:
        """Return a decorator that keeps an implementation with the laws that it breaks."""

        def kept(function: _F) -> _F:
            self.append(Wrong(self.query, function, laws))
            return function

        return kept

    def add(self, name: str, like: Callable[..., Any], function: _F, laws: tuple[str, ...]) -> None:
        """Keep an implementation that was made of a part, under the name and words of that."""
        function.__name__, function.__doc__ = name, like.__doc__
        self.append(Wrong(self.query, function, laws))
