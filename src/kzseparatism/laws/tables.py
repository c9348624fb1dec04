"""The laws of a Table: what is made of records, and gives them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.laws.asking import Ask, Once
from kzseparatism.laws.law import Law, laws_of, states
from kzseparatism.laws.made_up import near_dates, some_ids, statement
from kzseparatism.model import Statement


def _records(draw: st.DrawFn, *, min_size: int = 0) -> list[Statement]:
    ids, when = draw(some_ids(min_size=min_size)), st.none() | near_dates()
    return [statement(one, draw(when)) for one in ids]


def _table(ask: Ask, records: Sequence[Statement] | Once) -> Any:
    return ask.value(records)


def _ids(records: Sequence[Any]) -> str:
    return ", ".join(record.id for record in records) or "nothing"


@states("A table has its records in the order in which they were given.")
def the_order_is_kept(draw: st.DrawFn, ask: Ask) -> None:
    """Break where records are sorted, or gathered in a set."""
    records = _records(draw)
    table = _table(ask, records)
    if list(ask.then("list(table)", lambda: list(table))) != records:
        ask.wants(_ids(records))
    if ask.then("len(table)", lambda: len(table)) != len(records):
        ask.wants(str(len(records)))


@states("An equal record given twice appears once, at its first place.")
def each_record_appears_once(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a repetition is kept, or moves the record."""
    records = _records(draw, min_size=1)
    again = draw(st.sampled_from(records))
    table = _table(ask, [*records, attrs.evolve(again)])
    if list(ask.then("list(table)", lambda: list(table))) != records:
        ask.wants(_ids(records))


@states("Two different records with one id are a ValueError.")
def two_records_of_one_id_are_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the second quietly takes the place of the first."""
    records = _records(draw, min_size=1)
    other = attrs.evolve(draw(st.sampled_from(records)), summary="Somebody said something else.")
    ask.refused(ValueError, [*records, other])


@states("An id finds its record, and is in the table; so is the record.")
def an_id_finds_its_record(draw: st.DrawFn, ask: Ask) -> None:
    """Break where positions alone are known."""
    records = _records(draw, min_size=1)
    table, one = _table(ask, records), draw(st.sampled_from(records))
    if ask.then(f"table[{one.id!r}]", lambda: table[one.id]) != one:
        ask.wants(one.id)
    if ask.then(f"{one.id!r} in table", lambda: one.id in table) is not True:
        ask.wants("True")
    if ask.then(f"{one.id} in table", lambda: one in table) is not True:
        ask.wants("True")


@states("An id that is not there is a KeyError, and not in the table; get gives None.")
def an_unknown_id_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where None comes back from the brackets."""
    table = _table(ask, _records(draw))
    ask.then_refused(KeyError, "table['nowhere']", lambda: table["nowhere"])
    if ask.then("'nowhere' in table", lambda: "nowhere" in table) is not False:
        ask.wants("False")
    if ask.then("table.get('nowhere')", lambda: table.get("nowhere")) is not None:
        ask.wants("None")


@states("Positions count from either end, as in a list; one too far is an IndexError.")
def positions_count_as_in_a_list(draw: st.DrawFn, ask: Ask) -> None:
    """Break where negative positions, or the end, are forgotten."""
    records = _records(draw, min_size=1)
    table, at = _table(ask, records), draw(st.integers(-len(records), len(records) - 1))
    if ask.then(f"table[{at}]", lambda: table[at]) != records[at]:
        ask.wants(records[at].id)
    ask.then_refused(IndexError, f"table[{len(records)}]", lambda: table[len(records)])


@states("A slice is a table again.")
def a_slice_is_a_table(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a slice is a bare list, which knows no ids."""
    records = _records(draw, min_size=1)
    table = _table(ask, records)
    part = ask.then("table[1:]", lambda: table[1:])
    if list(ask.then("list(table[1:])", lambda: list(part))) != records[1:]:
        ask.wants(_ids(records[1:]))
    if type(part) is not type(table):
        ask.wants(f"a {type(table).__name__}")


@states("Two tables together have the records of both, the first one's first, each once.")
def together_means_each_once(draw: st.DrawFn, ask: Ask) -> None:
    """Break where | sorts, or repeats what both have."""
    records = _records(draw, min_size=2)
    cut = draw(st.integers(1, len(records) - 1))
    first, second = _table(ask, records[:cut]), _table(ask, records[cut - 1 :])
    both = ask.then("one | other", lambda: first | second)
    if list(ask.then("list(one | other)", lambda: list(both))) != records:
        ask.wants(_ids(records))


@states("Tables are equal when they have equal records in the same order.")
def equality_is_of_records(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a table is equal to itself alone, or order does not count."""
    records = _records(draw, min_size=2)
    table, same = _table(ask, records), _table(ask, [attrs.evolve(one) for one in records])
    if ask.then("table == one of equal records", lambda: table == same) is not True:
        ask.wants("True")
    turned = _table(ask, records[::-1])
    if ask.then("table == one in another order", lambda: table == turned) is not False:
        ask.wants("False")


@states("A predicate keeps the records for which it is true, in their order.")
def where_keeps_the_order(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the wrong half is kept."""
    records = _records(draw)
    table = _table(ask, records)
    kept = ask.then("table.where(dated)", lambda: table.where(lambda one: one.date is not None))
    wanted = [one for one in records if one.date is not None]
    if list(ask.then("list(table.where(dated))", lambda: list(kept))) != wanted:
        ask.wants(_ids(wanted))


@states("What becomes of the list later does not change the table, nor must it be a list.")
def a_table_is_no_view(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the caller's list is kept instead of copied."""
    records = _records(draw, min_size=1)
    given = list(records)
    table, once = _table(ask, given), _table(ask, Once(records))
    given.clear()
    if list(ask.then("list(table), the list emptied", lambda: list(table))) != records:
        ask.wants(_ids(records))
    if list(ask.then("list(table), made of an iterator", lambda: list(once))) != records:
        ask.wants(_ids(records))


table: tuple[Law, ...] = laws_of(
    "table",
    (
        the_order_is_kept,
        each_record_appears_once,
        two_records_of_one_id_are_refused,
        an_id_finds_its_record,
        an_unknown_id_is_refused,
        positions_count_as_in_a_list,
        a_slice_is_a_table,
        together_means_each_once,
        equality_is_of_records,
        where_keeps_the_order,
        a_table_is_no_view,
    ),
)
