"""Statements that hypothesis makes up, of every sort that a record allows."""

from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism.strategies import fuzzy_dates, shipped_statements, statements
from yearbook import by_year


@given(st.from_type(kz.Statement))
def test_one_statement_has_one_year(statement: kz.Statement) -> None:
    """A statement is in exactly one year, or in none."""
    assert list(by_year([statement]).values()) == [[statement]]


@given(st.lists(statements(dates=fuzzy_dates(allow_qualifiers=False)), max_size=5))
def test_nothing_is_lost(given_statements: list[kz.Statement]) -> None:
    """All statements are somewhere, and each year has those that were certainly made in it."""
    years = by_year(given_statements)
    assert sum(map(len, years.values())) == len(given_statements)
    for year, found in years.items():
        if year is not None:
            certain = kz.statements_between(
                f"{year:04}", f"{year:04}", match="certain", among=found
            )
            assert set(certain) == set(found)


@given(shipped_statements())
def test_shipped_statements_have_a_place(statement: kz.Statement) -> None:
    """The real statements are no exception."""
    assert by_year([statement])
