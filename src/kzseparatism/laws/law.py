"""A law of a query: named, stated in a sentence, and runnable against any implementation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import Any, overload

import attrs
from hypothesis import Phase, core, find, settings, strategies as st
from hypothesis.errors import Flaky, InvalidArgument, NoSuchExample

from kzseparatism.errors import UnknownIdError
from kzseparatism.laws.code import import_of
from kzseparatism.laws.trial import OPTIONS, LawFailed, Trial
from kzseparatism.laws.verdict import BrokenLaw, BrokenLawError
from kzseparatism.names.spelling import nearest

_Body = Callable[[Trial], None]


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
    _body: _Body = attrs.field(repr=False)
    _subject: Any = attrs.field(repr=False)

    def __call__(
        self,
        implementation: Callable[..., Any],
        *,
        without: Iterable[str] = (),
        max_examples: int | None = None,
    ) -> None:
        """Raise ``BrokenLawError`` if an example is found for which the law does not hold.

        ``implementation`` has the signature of the query that the law is about. ``without`` names
        what it does not offer (the keys of ``kzseparatism.laws.OPTIONS``); a law that needs one of
        these has nothing to say. The settings of hypothesis apply that are active where the law
        is called, without its deadline and its phase that explains; ``max_examples`` overrides
        theirs. The same examples are tried each time, as long as the code around is the same,
        for hypothesis also tries constants that stand in it; ``--hypothesis-seed`` asks for others,
        and so do settings with a database of their own, which is then asked first.
        """
        broken = self.broken_by(implementation, without=without, max_examples=max_examples)
        if broken is not None:
            raise BrokenLawError(self.query, [broken], 1)

    def broken_by(
        self,
        implementation: Callable[..., Any],
        *,
        without: Iterable[str] = (),
        max_examples: int | None = None,
    ) -> BrokenLaw | None:
        """Return how an implementation breaks the law, or None where no example shows that."""
        left_out = _options(without)
        if not callable(implementation):
            message = f"{implementation!r} is not a function: give the function itself"
            raise InvalidArgument(message)
        if self.needs & left_out:
            return None
        failures: list[BrokenLaw] = []

        @st.composite
        def trials(draw: st.DrawFn) -> bool:
            trial = Trial(self.query, implementation, draw, self._subject, left_out)
            try:
                self._body(trial)
            except LawFailed as wanted:
                given, asked = tuple(trial.given), tuple(trial.steps)
                judged = import_of(implementation, self.query)
                found = BrokenLaw(self, given, asked, str(wanted), implementation=judged)
                failures.append(found)
                return True
            return False

        try:
            own = _settings(implementation, max_examples)
            find(
                trials(),
                bool,
                settings=own,
                random=_dice(own),
                database_key=self._key(implementation),
            )
        except NoSuchExample:
            return None
        except Flaky:
            return attrs.evolve(failures[-1], unsteady=True)
        return failures[-1]

    def __str__(self) -> str:
        return self.name

    def _key(self, implementation: Callable[..., Any]) -> bytes:
        """Return under what hypothesis keeps failing examples, where it has a database."""
        module = getattr(implementation, "__module__", "")
        name = getattr(implementation, "__qualname__", type(implementation).__qualname__)
        return f"{self.query}.{self.name}: {module}.{name}".encode()


class Laws(Sequence[Law]):
    """The laws of one query, in order: by position, by slice, and by name.

    ``subject`` is what the query is asked about, for the laws that several queries share.
    """

    def __init__(self, query: str, subject: Any = None) -> None:
        self.query = query
        self.subject = subject
        self._laws: dict[str, Law] = {}

    @overload
    def __getitem__(self, key: int | str) -> Law: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Law, ...]: ...
    def __getitem__(self, key: int | str | slice) -> Law | tuple[Law, ...]:
        """Return the law at a position or of a name, or the laws of a slice.

        Raises UnknownIdError, a KeyError, for a name that no law of the query has.
        """
        if not isinstance(key, str):
            return tuple(self._laws.values())[key]
        if key not in self._laws:
            raise UnknownIdError(key, nearest(key, self._laws), what="law")
        return self._laws[key]

    def __len__(self) -> int:
        return len(self._laws)

    def __iter__(self) -> Iterator[Law]:
        return iter(tuple(self._laws.values()))

    def __contains__(self, item: object) -> bool:
        """Return whether a law, or a law of a name, is there."""
        return item in self._laws or item in self._laws.values()

    def __repr__(self) -> str:
        return f"<Laws of {self.query}: {len(self)}>"

    def _add(self, body: _Body, needs: frozenset[str]) -> None:
        name, states = body.__name__, body.__doc__ or body.__name__
        self._laws[name] = Law(self.query, name, states, needs, body, self.subject)


def law(*queries: Laws, needs: Iterable[str] = ()) -> Callable[[_Body], _Body]:
    """Return a decorator that makes a function a law of these queries.

    The function's name is that of the law, and its docstring the sentence.
    """

    def registered(body: _Body) -> _Body:
        for query in queries:
            query._add(body, frozenset(needs))  # noqa: SLF001 - the only one who adds
        return body

    return registered


def check(
    implementation: Callable[..., Any],
    laws: Iterable[Law],
    *,
    without: Iterable[str] = (),
    max_examples: int | None = None,
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


def _options(without: Iterable[str]) -> frozenset[str]:
    names = frozenset((without,) if isinstance(without, str) else without)
    unknown = sorted(names - OPTIONS.keys())
    if unknown:
        message = f"without={unknown!r} is unknown; the options are {', '.join(OPTIONS)}"
        raise InvalidArgument(message)
    return names


def _settings(implementation: Callable[..., Any], max_examples: int | None) -> settings:
    """Return the caller's settings: those that decorate the function, or else the active ones."""
    own = getattr(implementation, "_hypothesis_internal_use_settings", None) or settings()
    return settings(
        own,
        max_examples=own.max_examples if max_examples is None else max_examples,
        deadline=None,  # a law asks several questions, each as long as it takes
        phases=[phase for phase in own.phases if phase is not Phase.explain],
    )


def _dice(own: settings) -> Random | None:
    """Return dice that always fall alike, unless a database of the caller's own is to be used.

    Hypothesis asks no database where the dice are given.
    """
    if own.database not in (None, settings.get_profile("default").database):
        return None
    return Random(getattr(core, "global_force_seed", None) or 0)  # noqa: S311 - nothing is hidden
