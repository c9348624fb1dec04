"""``statements_between`` beside a plain list comprehension, at 120 and at 10,000 records.

Run: python benchmarks/queries.py. The comprehension asks the same question of the same records,
without order, checks, ids or a table; the ratio is what those cost.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import attrs

import kzseparatism as kz
from kzseparatism import FuzzyDate, Statement, Table

REPEATS = 9


def made_up(number: int) -> Table[Statement]:
    """Return as many statements, dated one day after the other."""
    template = kz.statements["medvedev-page-artificial-state"]
    first = date(1991, 1, 1)
    return Table(
        attrs.evolve(
            template,
            id=f"made-up-{index}",
            date=FuzzyDate.of(first + timedelta(days=index)),
        )
        for index in range(number)
    )


def comprehension(statements: Sequence[Statement], start: date, end: date) -> list[Statement]:
    """Ask the same question by hand."""
    return [
        statement
        for statement in statements
        if statement.date is not None
        and statement.date.earliest <= end
        and statement.date.latest >= start
    ]


def best_of(repeats: int, ask: Callable[[], object]) -> float:
    """Return the shortest time that one call took, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return min(times)


def compare(number: int) -> str:
    """Return a line with both times and their ratio at this number of records."""
    statements = made_up(number)
    start, end = date(1991, 2, 1), date(1991, 2, 1) + timedelta(days=number // 2)

    def ours() -> Table[Statement]:
        return kz.statements_between(start, end, among=statements)

    def plain() -> list[Statement]:
        return comprehension(statements, start, end)

    if list(ours()) != plain():
        sys.exit("the two ways give different answers")
    query, alone = best_of(REPEATS, ours), best_of(REPEATS, plain)
    return (
        f"{number:6} records: {query * 1e6:7.0f} µs, comprehension {alone * 1e6:6.0f} µs, "
        f"ratio {query / alone:5.1f}"
    )


if __name__ == "__main__":
    for number in (120, 10_000):
        print(compare(number))
