"""A law of a query: named, stated in a sentence, and runnable against any implementation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from random import Random
from typing import Any, TypeVar

import attrs
from hypothesis import Phase, find, settings, strategies as st
from hypothesis.errors import Flaky, InvalidArgument, NoSuchExample

from kzseparatism.errors import KzSeparatismError
from kzseparatism.laws.asking import OPTIONS, Ask, Broken

_F = TypeVar("_F", bound=Callable[..., None])


@attrs.frozen
class BrokenLaw:
    """A broken law: the smallest example found, what was asked, what came back, what was wanted."""

    law: Law
    records: tuple[str, ...]
    calls: tuple[str, ...]
    wanted: str
    unsteady: bool = False

    def __str__(self) -> str:
        lines = [f"{self.law.name}: {self.law.states}"]
        lines += [f"  given      {record}" for record in self.records]
        for call in self.calls:
            asked, *came_back = call.split("\n")
            lines += [f"  asked      {asked}", *came_back]
        lines.append(f"  the law wants {self.wanted}")
        if self.unsteady:
            lines.append(
                "  asked again, the answer was another: something besides the question decides"
            )
        return "\n".join(lines)


class BrokenLawError(KzSeparatismError, AssertionError):
    """An implementation breaks laws; ``broken`` has each with its smallest counterexample."""

    def __init__(self, query: str, broken: Iterable[BrokenLaw], judged: int) -> None:
        self.query = query
        self.broken: tuple[BrokenLaw, ...] = tuple(broken)
        self.judged = judged
        super().__init__(query, self.broken, judged)

    def __str__(self) -> str:
        count = f"{len(self.broken)} of {self.judged} laws of {self.query} do not hold"
        return "\n\n".join([count, *map(str, self.broken)])


@attrs.frozen(eq=False)
class Law:
    """What must hold of every answer of a query; call it with an implementation to judge that.

    ``name`` tells the mistake that breaks it, ``states`` says the law in a sentence, ``needs`` are
    the options without which it can't be asked.
    """

    query: str
    name: str
    states: str
    needs: frozenset[str]
    _body: Callable[[st.DrawFn, Ask], None] = attrs.field(repr=False)

    def __call__(
        self,
        implementation: Callable[..., Any],
        *,
        without: Iterable[str] = (),
        max_examples: int = 100,
    ) -> None:
        """Raise ``BrokenLawError`` if an example is found for which the law does not hold.

        ``implementation`` has the signature of the query that the law is about. ``without`` names
        what it does not offer (the keys of ``kzseparatism.laws.OPTIONS``); a law that needs one of
        these has nothing to say. At most ``max_examples`` examples are tried: the same ones as
        long as the code around is the same, for hypothesis also tries constants that stand in it.
        """
        broken = self.broken_by(implementation, without=without, max_examples=max_examples)
        if broken is not None:
            raise BrokenLawError(self.query, [broken], 1)

    def broken_by(
        self,
        implementation: Callable[..., Any],
        *,
        without: Iterable[str] = (),
        max_examples: int = 100,
    ) -> BrokenLaw | None:
        """Return how an implementation breaks the law, or None where no example shows that."""
        left_out = _options(without)
        if not callable(implementation):
            message = f"{implementation!r} is no function: give the function itself"
            raise InvalidArgument(message)
        if self.needs & left_out:
            return None
        failures: list[BrokenLaw] = []

        @st.composite
        def trials(draw: st.DrawFn) -> bool:
            ask = Ask(self.query, implementation, left_out)
            try:
                self._body(draw, ask)
            except Broken as wanted:
                told = BrokenLaw(self, tuple(ask.given), tuple(ask.calls), str(wanted))
                failures.append(told)
                return True
            return False

        try:
            find(trials(), bool, settings=_settings(max_examples), random=Random(0))  # noqa: S311
        except NoSuchExample:
            return None
        except Flaky:
            return attrs.evolve(failures[-1], unsteady=True)
        return failures[-1]

    def __str__(self) -> str:
        return self.name


def check(
    implementation: Callable[..., Any],
    laws: Iterable[Law],
    *,
    without: Iterable[str] = (),
    max_examples: int = 100,
) -> None:
    """Judge an implementation by several laws; raise one ``BrokenLawError`` about all it breaks.

    The error's text names each broken law, states it, and shows the smallest counterexample found:
    the records, what was asked, what came back, and what the law wanted.

    >>> import kzseparatism as kz
    >>> from kzseparatism import laws
    >>> laws.check(kz.statements_between, laws.statements_between, max_examples=5)
    """
    left_out = _options(without)
    judged = [law for law in laws if not law.needs & left_out]
    if not judged:
        message = "there is no law to judge by: give some, and leave out less"
        raise InvalidArgument(message)
    found = (
        law.broken_by(implementation, without=left_out, max_examples=max_examples) for law in judged
    )
    broken = [one for one in found if one is not None]
    if broken:
        raise BrokenLawError(judged[0].query, broken, len(judged))


def states(sentence: str, *, needs: Iterable[str] = ()) -> Callable[[_F], _F]:
    """Return a decorator that gives a law its sentence and what it needs."""

    def stated(body: _F) -> _F:
        body.states = sentence  # type: ignore[attr-defined]
        body.needs = frozenset(needs)  # type: ignore[attr-defined]
        return body

    return stated


def laws_of(query: str, bodies: Iterable[Callable[..., None]], *subject: Any) -> tuple[Law, ...]:
    """Return the laws of a query, made of functions with a sentence each."""
    return tuple(
        Law(
            query=query,
            name=body.__name__,
            states=body.states,  # type: ignore[attr-defined]
            needs=body.needs,  # type: ignore[attr-defined]
            body=partial(_with_subject, body, subject),
        )
        for body in bodies
    )


def _with_subject(
    body: Callable[..., None], subject: tuple[Any, ...], draw: st.DrawFn, ask: Ask
) -> None:
    body(draw, ask, *subject)


def _options(without: Iterable[str]) -> frozenset[str]:
    names = frozenset((without,) if isinstance(without, str) else without)
    unknown = sorted(names - OPTIONS.keys())
    if unknown:
        message = f"without={unknown!r} is unknown; the options are {', '.join(OPTIONS)}"
        raise InvalidArgument(message)
    return names


def _settings(max_examples: int) -> settings:
    return settings(
        max_examples=max_examples,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
    )
