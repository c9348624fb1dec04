"""One example on which an implementation is tried: what it is asked is kept, for the report."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, NoReturn

import attrs
from hypothesis import strategies as st

from kzseparatism.laws.code import NAMESPACE, as_answer, as_code, as_line
from kzseparatism.laws.near_dates import near_days
from kzseparatism.laws.records import record_as_code
from kzseparatism.laws.verdict import Step
from kzseparatism.model import Region
from kzseparatism.model.fields import is_identified

# What a function may do without, and what the laws then leave out.
OPTIONS = {
    "match": 'the option match="certain"; all questions are then about what is possible',
    "coded": 'the word match="coded" of questions about a window of days',
    "text": "bounds and days as EDTF text or FuzzyDate, and regions by name",
    "datetimes": "bounds and days as datetime",
    "undated": "the option undated",
    "relation": "the option relation",
    "stage": "the option stage",
}


class LawFailed(Exception):  # noqa: N818 - it never leaves this package
    """A law does not hold for the answers so far; the message is what it wanted."""


@attrs.define
class Trial:
    """An implementation and the source of one example; every question is kept, with its answer.

    ``draw`` draws from a strategy, and ``subject`` is what the query is asked about.
    """

    query: str
    implementation: Callable[..., Any]
    draw: st.DrawFn
    subject: Any = None
    without: frozenset[str] = frozenset()
    variables: dict[str, Any] = attrs.field(factory=dict)
    names: dict[int, str] = attrs.field(factory=dict)
    given: list[str] = attrs.field(factory=list)
    steps: list[Step] = attrs.field(factory=list)

    def offers(self, option: str) -> bool:
        """Return whether the implementation offers an option."""
        return option not in self.without

    # What is drawn

    def records(self, *, min_size: int = 0, **options: Any) -> list[Any]:
        """Draw records to ask among, each with an id of its own."""
        drawn: list[Any] = self.draw(self.subject.records(min_size=min_size, **options))
        return drawn

    def question(self, given: Iterable[Any]) -> tuple[Any, ...]:
        """Draw the arguments of a question that fits the records."""
        arguments: tuple[Any, ...] = self.subject.question(self, given)
        return arguments

    def make(self, record_id: str, when: Any) -> Any:
        """Return a record with this date, or without one."""
        return self.subject.make(record_id, when)

    def days(self, number: int) -> list[Any]:
        """Draw days that are close to each other, the earliest first."""
        return sorted(self.draw(st.lists(near_days(), min_size=number, max_size=number)))

    def one_of(self, *values: Any) -> Any:
        """Draw one of these values; examples shrink to the first."""
        return self.draw(st.sampled_from(values))

    def flip(self) -> bool:
        """Draw True or False."""
        return self.draw(st.booleans())

    def rarely(self) -> bool:
        """Draw True one time in four."""
        return self.draw(st.integers(0, 3)) == 3

    def match(self) -> str:
        """Draw one of the words that say how sure an answer has to be."""
        return str(self.one_of(*filter(self._offers_match, self.subject.matches)))

    def _offers_match(self, word: str) -> bool:
        offered = self.offers("match") and (word != "coded" or self.offers("coded"))
        return offered or word == "possible"

    # What is asked

    def ask(self, *arguments: Any, **options: Any) -> tuple[Any, ...]:
        """Return the records that come back; anything but records breaks every law."""
        answer = self.answer(*arguments, **options)
        try:
            found = tuple(answer)
        except TypeError:
            self.fail("a list of records")
        if not all(isinstance(record, Hashable) and is_identified(record) for record in found):
            self.fail("a list of records")
        return found

    def answer(self, *arguments: Any, called: str = "", **options: Any) -> Any:
        """Return anything that comes back; an error breaks every law that wants none.

        With ``called``, later code can use the answer by that name.
        """
        code, ask = self._call(arguments, options)
        answer = self._try(f"{called} = {code}" if called else code, ask)
        if called:
            self.variables[called] = answer
        return answer

    def must_raise(self, error: type[Exception], *arguments: Any, **options: Any) -> None:
        """Break the law unless the implementation raises this error."""
        self._must_raise(error, *self._call(arguments, options))

    def evaluate(self, code: str) -> Any:
        """Return the value of code about what was given and what came back."""
        return self._try(code, lambda: self._value_of(code))

    def expect(self, code: str, wanted: object) -> None:
        """Break the law unless code has a value of the same type that is equal."""
        found = self.evaluate(code)
        if type(found) is not type(wanted) or found != wanted:
            self.fail(as_answer(wanted))

    def evaluation_must_raise(self, error: type[Exception], code: str) -> None:
        """Break the law unless the code raises this error."""
        self._must_raise(error, code, lambda: self._value_of(code))

    # What is kept for the report

    def show(self, *records: Any, called: str = "") -> None:
        """Let the report make these records; each is called by its id, or as ``called`` says."""
        for record in records:
            name = called or self.names.get(id(record), record.id)
            if isinstance(record, Region) or self.variables.get(name) == record:
                continue
            if name in self.variables:
                message = f"two records of one trial have the id {name!r}"
                raise RuntimeError(message)
            self._remember(name, record, record_as_code(record))

    def keep(self, name: str, items: Iterable[Any]) -> list[Any]:
        """Return a list of records that the report gives a name to."""
        kept = list(items)
        self.show(*kept)
        self._remember(name, kept, as_code(kept, self.names))
        return kept

    # What the law wants

    def fail(self, wanted: str) -> NoReturn:
        """Break the law, and say what it wants."""
        raise LawFailed(wanted)

    def want_records(self, found: Iterable[Any], wanted: Iterable[Any], words: str = "") -> None:
        """Break the law unless an answer has these records in this order."""
        ids = [record.id for record in wanted]
        if [record.id for record in found] != ids:
            self.fail(words or ", ".join(ids) or "nothing")

    def _call(
        self, arguments: tuple[Any, ...], options: dict[str, Any]
    ) -> tuple[str, Callable[[], Any]]:
        if not self.offers("match"):
            options.pop("match", None)
        for value in (*arguments, options.get("among", ())):
            items = getattr(value, "items", value)
            records = items if isinstance(items, list | tuple) else [items]
            self.show(*filter(is_identified, records))
        words = [as_code(argument, self.names) for argument in arguments]
        words += [f"{name}={as_code(value, self.names)}" for name, value in options.items()]

        def ask() -> Any:
            answer = self.implementation(*arguments, **options)
            # A generator works, and fails, only when it is read.
            return tuple(answer) if hasattr(answer, "__next__") else answer

        return f"{self.query}({', '.join(words)})", ask

    def _remember(self, name: str, value: Any, code: str) -> None:
        self.variables[name] = value
        self.names[id(value)] = name
        self.given.append(f"{name} = {code}")

    def _value_of(self, code: str) -> Any:
        # The code is the law's own, and the report can show it as it was run.
        return eval(code, {**NAMESPACE, **self.variables})  # noqa: S307

    def _try(self, code: str, question: Callable[[], Any]) -> Any:
        try:
            answer = question()
        except Exception as error:  # noqa: BLE001 - it can be any function and any error
            self.steps.append(Step(code, as_line(error)))
            self.fail("an answer")
        self.steps.append(Step(code, as_answer(answer)))
        return answer

    def _must_raise(self, wanted: type[Exception], code: str, question: Callable[[], Any]) -> None:
        try:
            came_back = as_answer(question())
        except wanted:
            return
        except Exception as error:  # noqa: BLE001 - as above
            came_back = as_line(error)
        self.steps.append(Step(code, came_back))
        self.fail(f"a {wanted.__name__}")
