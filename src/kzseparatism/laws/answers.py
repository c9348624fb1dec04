"""Laws that hold of the answer of any query, whatever it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from hypothesis import strategies as st

from kzseparatism.laws.asking import Ask, Once
from kzseparatism.laws.law import states


class Subject(Protocol):
    """What a query is asked about, and how."""

    def some(self, *, min_size: int = 0) -> st.SearchStrategy[Sequence[Any]]:
        """Generate records to ask among."""
        ...

    def question(self, draw: st.DrawFn, ask: Ask, given: Sequence[Any]) -> tuple[Any, ...]:
        """Draw the arguments of a question that fits the records."""
        ...

    def fits(self, record: Any, question: tuple[Any, ...], *, certainly: bool) -> bool:
        """Tell whether a record is an answer by the definition of the query."""
        ...

    def sorted(self, records: Sequence[Any]) -> list[Any]:
        """Return records in the order in which an answer has them."""
        ...


def _a_match(draw: st.DrawFn, ask: Ask) -> str:
    return draw(st.sampled_from(["possible", "certain"])) if ask.offers("match") else "possible"


@states("Every record that comes back is one of those that were given, and comes back once.")
def nothing_is_invented(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where a record comes from elsewhere, or twice."""
    given = draw(kind.some())
    match = _a_match(draw, ask)
    found = ask(*kind.question(draw, ask, given), match=match, among=given)
    if any(record not in given for record in found) or len(set(found)) < len(found):
        ask.wants("none but the given records, each once")


@states("Whatever is certain is also possible.", needs=["match"])
def certain_implies_possible(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where the two words are mixed up, or are two different questions."""
    given = draw(kind.some(min_size=1))
    question = kind.question(draw, ask, given)
    possible = ask(*question, match="possible", among=given)
    for record in ask(*question, match="certain", among=given):
        if record not in possible:
            ask.wants(f"{record.id} among the possible, as it is certain")


@states("In which order the records are given makes no difference.")
def order_of_records_makes_no_difference(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where the order given shows in the answer."""
    given = draw(kind.some(min_size=2))
    question, match = kind.question(draw, ask, given), _a_match(draw, ask)
    found = ask(*question, match=match, among=given)
    again = ask(*question, match=match, among=draw(st.permutations(given)))
    ask.same(again, found, "the same records in the same order")


@states("The records may be anything that can be gone through once, and are left alone.")
def records_are_read_once_and_left_alone(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where an iterator is exhausted, or the caller's list is sorted or emptied."""
    given = list(draw(kind.some(min_size=1)))
    before, question = tuple(given), kind.question(draw, ask, given)
    match = _a_match(draw, ask)
    found = ask(*question, match=match, among=given)
    if tuple(given) != before:
        ask.wants("the list that was given to stay as it was")
    again = ask(*question, match=match, among=Once(given))
    ask.same(again, found, "the same from an iterator as from a list")


@states("What was asked before makes no difference.")
def nothing_is_kept_between_calls(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where state is kept: a cache that ignores the records, a default that grows."""
    given, others = draw(kind.some(min_size=1)), draw(kind.some())
    question = kind.question(draw, ask, given)
    found = ask(*question, match="possible", among=given)
    ask(*question, match="possible", among=others)
    if ask(*question, match="possible", among=[]):
        ask.wants("nothing, as nothing is given")
    ask.same(ask(*question, match="possible", among=given), found, "the same as the first time")


@states("Answers stand in the documented order: of time and then id, or of id alone.")
def answers_stand_in_order(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where they stand in the order given, by id alone, or by one end of the range."""
    given = draw(kind.some(min_size=2))
    found = ask(*kind.question(draw, ask, given), match="possible", among=given)
    wanted = kind.sorted(found)
    ask.same(found, wanted, f"the order {', '.join(record.id for record in wanted)}")


@states('Any match but "possible" and "certain" is a ValueError.', needs=["match"])
def an_unknown_match_is_refused(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where another word is quietly read as one of the two."""
    given = draw(kind.some())
    word = draw(st.sampled_from(["maybe", "Certain", ""]))
    ask.refused(ValueError, *kind.question(draw, ask, given), match=word, among=given)


@states("The answer is what the definition says, word for word.")
def the_definition_is_met(draw: st.DrawFn, ask: Ask, kind: Subject) -> None:
    """Break where anything else is amiss."""
    given = draw(kind.some())
    question, match = kind.question(draw, ask, given), _a_match(draw, ask)
    certainly = match == "certain"
    wanted = kind.sorted(
        [record for record in given if kind.fits(record, question, certainly=certainly)]
    )
    found = ask(*question, match=match, among=given)
    ask.same(found, wanted, ", ".join(record.id for record in wanted) or "nothing")


ANSWERS = (
    nothing_is_invented,
    certain_implies_possible,
    answers_stand_in_order,
    order_of_records_makes_no_difference,
    records_are_read_once_and_left_alone,
    nothing_is_kept_between_calls,
    an_unknown_match_is_refused,
    the_definition_is_met,
)
