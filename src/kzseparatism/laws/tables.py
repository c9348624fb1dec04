"""The laws of a table: anything that is made of records, and gives them back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.laws.code import Once
from kzseparatism.laws.law import Laws, law
from kzseparatism.laws.near_dates import near_dates, several_ids
from kzseparatism.laws.records import statement
from kzseparatism.laws.trial import Trial
from kzseparatism.model import Statement

table: Laws = Laws("table")

_DATED = "made.where(lambda one: one.date is not None)"


def _records(trial: Trial, *, min_size: int = 0) -> list[Statement]:
    ids, when = trial.draw(several_ids(min_size=min_size)), st.none() | near_dates()
    return [statement(one, trial.draw(when)) for one in ids]


def _made(trial: Trial, *, min_size: int = 0) -> list[Statement]:
    """Return records of which the implementation has made what the code calls ``made``."""
    records = _records(trial, min_size=min_size)
    trial.answer(records, called="made")
    return records


@law(table)
def the_order_is_kept(trial: Trial) -> None:
    """A table has its records in the order in which they were given."""
    records = _made(trial)
    trial.expect("list(made)", records)
    trial.expect("len(made)", len(records))


@law(table)
def each_record_appears_once(trial: Trial) -> None:
    """An equal record given twice appears once, at its first place."""
    records = _records(trial, min_size=1)
    trial.answer([*records, attrs.evolve(trial.one_of(*records))], called="made")
    trial.expect("list(made)", records)


@law(table)
def two_records_of_one_id_are_refused(trial: Trial) -> None:
    """Two different records with one id are a ValueError."""
    records = _records(trial, min_size=1)
    other = attrs.evolve(trial.one_of(*records), summary="Somebody said something else.")
    trial.show(other, called="other")
    trial.must_raise(ValueError, [*records, other])


@law(table)
def an_id_finds_its_record(trial: Trial) -> None:
    """An id finds its record, and is in the table; so is the record."""
    one = trial.one_of(*_made(trial, min_size=1))
    trial.expect(f"made[{one.id!r}]", one)
    trial.expect(f"{one.id!r} in made", wanted=True)
    trial.expect(f"{one.id} in made", wanted=True)


@law(table)
def an_unknown_id_is_refused(trial: Trial) -> None:
    """An id that is not there is a KeyError, and not in the table; get gives None."""
    _made(trial)
    trial.evaluation_must_raise(KeyError, "made['nowhere']")
    trial.expect("'nowhere' in made", wanted=False)
    trial.expect("made.get('nowhere')", None)


@law(table)
def positions_count_as_in_a_list(trial: Trial) -> None:
    """Positions count from either end, as in a list; one too far is an IndexError."""
    records = _made(trial, min_size=1)
    position = trial.draw(st.integers(-len(records), len(records) - 1))
    trial.expect(f"made[{position}]", records[position])
    trial.evaluation_must_raise(IndexError, f"made[{len(records)}]")


@law(table)
def a_slice_is_a_table(trial: Trial) -> None:
    """A slice is a table again."""
    records = _made(trial, min_size=1)
    trial.expect("list(made[1:])", records[1:])
    trial.expect("type(made[1:]) is type(made)", wanted=True)


@law(table)
def together_means_each_once(trial: Trial) -> None:
    """Two tables together have the records of both, the first one's first, each once."""
    records = _records(trial, min_size=2)
    cut = trial.draw(st.integers(1, len(records) - 1))
    trial.answer(records[:cut], called="one")
    trial.answer(records[cut - 1 :], called="other")
    trial.expect("list(one | other)", records)


@law(table)
def equality_is_of_records(trial: Trial) -> None:
    """Tables are equal when they have equal records in the same order."""
    records = _made(trial, min_size=2)
    trial.answer([attrs.evolve(one) for one in records], called="same")
    trial.expect("made == same", wanted=True)
    trial.answer(records[::-1], called="turned")
    trial.expect("made == turned", wanted=False)


@law(table)
def where_keeps_the_order(trial: Trial) -> None:
    """A predicate keeps the records for which it is true, in their order."""
    records = _made(trial)
    trial.expect(f"list({_DATED})", [one for one in records if one.date is not None])


@law(table)
def a_table_is_no_view(trial: Trial) -> None:
    """What becomes of the list later does not change the table, nor must it be a list."""
    records = _records(trial, min_size=1)
    trial.answer(trial.keep("given", records), called="made")
    trial.answer(Once(records), called="from_iterator")
    trial.evaluate("given.clear()")
    trial.expect("list(made)", records)
    trial.expect("list(from_iterator)", records)


@law(table)
def the_definition_is_met(trial: Trial) -> None:
    """Whatever it is made of and asked, the answer or the error is what the definition says."""
    records = _records(trial)
    again = [attrs.evolve(one) for one in records if trial.flip()]
    given = trial.keep("given", [*records, *again])
    trial.answer(trial.one_of(given, given, Once(given)), called="made")
    if trial.flip():
        trial.evaluate("given.clear()")
    for code, wanted in trial.draw(st.lists(st.sampled_from([*_questions(records)]), min_size=1)):
        if isinstance(wanted, type):
            trial.evaluation_must_raise(wanted, code)
        else:
            trial.expect(code, wanted)
    trial.answer(records[::-1], called="turned")
    trial.expect("made == turned", len(records) < 2)
    trial.expect("list(made | turned)", records)
    if records:
        other = attrs.evolve(trial.one_of(*records), summary="Somebody said something else.")
        trial.show(other, called="other")
        trial.must_raise(ValueError, [*records, other])


def _questions(records: list[Statement]) -> Iterator[tuple[str, Any]]:
    """Yield code about a table of these records, with its value or its error."""
    number = len(records)
    yield from (("list(made)", records), ("len(made)", number))
    yield from ((f"made[{position}]", records[position]) for position in range(-number, number))
    yield from (("made[9]", IndexError), ("made['nowhere']", KeyError))
    yield from (("'nowhere' in made", False), ("made.get('nowhere')", None))
    for one in records:
        yield from ((f"made[{one.id!r}]", one), (f"{one.id!r} in made", True))
        yield f"{one.id} in made", True
    yield from (("list(made[1:])", records[1:]), ("type(made[1:]) is type(made)", True))
    yield from (("made == made[:]", True), ("list(made | made)", records))
    yield f"list({_DATED})", [one for one in records if one.date is not None]
