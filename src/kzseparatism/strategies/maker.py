"""What makes the records of one test case, so that all of them fit each other.

Every record drawn in a test case has an id that no other has, and links mostly lead to records
that are known already: one speaker makes several statements, one article reports several cases.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from kzseparatism.strategies.options import check_strategy, checked, each_once

_PHRASES = (
    *("nothing", "nobody", "Nowhere", "Nobody said anything.", "it's made-up", "100", "№ 7"),
    *("ничто", "Никто нигде", "Ёлки-палки", "Ешкім ештеңе айтпады.", "Үй", "Ştat", "naïve café"),
    *("«цитата»", "“said”", "a, b; c", '"quoted"', "<b>&amp;</b>", "=1+1", "null", "NaN", "ß"),
)
# None stands for anything else; it is rare, for it costs many draws.
_LINES = st.sampled_from((*_PHRASES, None))
_COUNTRIES = st.sampled_from(("KZ", "RU", "UA", "US", "XX", "KG", "UZ", None))
_LETTERS = st.sampled_from((*"abcdefgh" * 2, None))

_word = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"), min_size=1, max_size=4)
_any_id = st.lists(_word, min_size=1, max_size=3).map("-".join)
# Anything that can be printed: no control characters, no white space but the plain one.
_printable = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
_any_line = st.text(_printable, max_size=12)
_any_country = st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), min_size=2, max_size=2)

_T = TypeVar("_T")
_P = ParamSpec("_P")
_Given: TypeAlias = st.SearchStrategy[_T] | None
# A strategy, a function of this library that returns one, or a function of a maker.
_Default: TypeAlias = st.SearchStrategy[_T] | Callable[..., Any]


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


# One for each test case, whichever strategies it draws from.
_worlds: st.SearchStrategy[World] = st.shared(
    st.builds(World), key="kzseparatism.strategies: what is made up in a test case"
)
# The functions that make one value, by the public function that returns their strategy.
_makes: dict[Any, Callable[..., Any]] = {}


@attrs.frozen
class Maker:
    """Draws values, and makes records of them."""

    draw: st.DrawFn
    world: World

    def new(self, strategy: Callable[_P, st.SearchStrategy[_T]], **options: Any) -> _T:
        """Return what a strategy of this library makes, without the cost of one."""
        made: _T = _makes[strategy](self, **options)
        return made

    def keep(self, record: _T) -> _T:
        """Return a record, known from now on."""
        self.world.known(type(record)).append(record)
        return record

    def record_id(self, of: str) -> str:
        """Draw an id that no other record of the test case has, mostly such as "actor-a"."""
        return self.world.free(self.any_id(of))

    def any_id(self, of: str) -> str:
        """Draw an id: mostly such as "actor-a", to which it shrinks, or lower-case words."""
        letter = self.draw(_LETTERS)
        return self.draw(_any_id) if letter is None else f"{of}-{letter}"

    def country(self) -> str:
        """Draw a code in the form of ISO 3166-1 alpha-2, mostly one that is in use."""
        code = self.draw(_COUNTRIES)
        return self.draw(_any_country) if code is None else code

    def line(self) -> str:
        """Draw a text that is not empty, in one of several alphabets. It shrinks to "nothing"."""
        phrase = self.draw(_LINES)
        if phrase is not None:
            return phrase
        return unicodedata.normalize("NFC", self.draw(_any_line)).strip() or "nothing"

    def lines(self, number: int) -> tuple[str, ...]:
        """Draw so many texts, and keep each once."""
        return each_once(self.line() for _ in range(number))

    def text(self, *, wanted: bool) -> str:
        """Draw a text, or return the empty one."""
        return self.line() if wanted else ""

    def flags(self, number: int) -> Sequence[bool]:
        """Draw so many truth values in one draw: mostly none or one is True, now and then all."""
        return self.draw(_flags(number))

    def make(self, default: _Default[_T]) -> _T:
        """Return what a strategy draws, or what a function makes of this maker."""
        if isinstance(default, st.SearchStrategy):
            return self.draw(default)
        made: _T = _makes.get(default, default)(self)
        return made

    def one(
        self, name: str, given: _Given[_T], kinds: type | tuple[type, ...], default: _Default[_T]
    ) -> _T:
        """Draw one value from the strategy given for an option, or else make it by default."""
        if given is None:
            return self.make(default)
        if check_strategy(name, given).is_empty:
            message = f"{name}= has nothing to draw from, and one value has to be drawn"
            raise InvalidArgument(message)
        drawn: _T = checked(name, kinds, self.draw(given))
        return drawn

    def several(
        self,
        name: str,
        given: _Given[_T],
        kind: type,
        default: _Default[_T],
        sizes: tuple[int, ...] = (0, 0, 0, 1, 2),
    ) -> tuple[_T, ...]:
        """Draw a few values, each once; their number is one of ``sizes``."""
        if given is not None and check_strategy(name, given).is_empty:
            if min(sizes):
                message = f"{name}= has nothing to draw from, and a record needs at least one"
                raise InvalidArgument(message)
            return ()
        # By default some numbers are rare, for the sake of speed.
        number = self.draw(_number(sizes if given is None else tuple(sorted({*sizes}))))
        return each_once(self.one(name, given, kind, default) for _ in range(number))

    def known_or_new(
        self,
        kind: type[_T],
        new: Callable[..., st.SearchStrategy[_T]],
        fits: Callable[[_T], bool] | None = None,
        **options: Any,
    ) -> _T:
        """Draw a record that is known already and fits, or make a new one with these options.

        It shrinks to the one that is known longest.
        """
        known = [one for one in self.world.known(kind) if fits is None or fits(one)]
        position = self.draw(st.integers(0, 3 * len(known))) if known else 0
        return known[position // 3] if position < 3 * len(known) else self.new(new, **options)


def strategy(
    make: Callable[Concatenate[Maker, _P], _T],
) -> Callable[_P, st.SearchStrategy[_T]]:
    """Return the strategy of what a function makes, with the options that the function has."""

    @wraps(make)
    def drawn(draw: st.DrawFn, *args: _P.args, **options: _P.kwargs) -> _T:
        return make(Maker(draw, draw(_worlds)), *args, **options)

    strategy: Callable[_P, st.SearchStrategy[_T]] = st.composite(drawn)  # type: ignore[arg-type] # of ``wraps``
    _makes[strategy] = make
    return strategy


@cache
def _flags(number: int) -> st.SearchStrategy[tuple[bool, ...]]:
    none = (False,) * number
    single = [(*none[:at], True, *none[at + 1 :]) for at in range(number)]
    return st.sampled_from([*[none] * number, *single, (True,) * number])


@cache
def _number(sizes: tuple[int, ...]) -> st.SearchStrategy[int]:
    return st.sampled_from(sizes)
