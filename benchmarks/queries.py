"""``statements_between`` beside a plain list comprehension, at 120 and at 10,000 records.

Run: python benchmarks/queries.py. The comprehension asks the same question of the same records,
without order, checks, ids or a table; the ratio is what those cost.
"""

from __future__ import annotations

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


def main() -> None:
    """Print both times and their ratio."""
    for number in (120, 10_000):
        statements = made_up(number)
        start, end = date(1991, 2, 1), date(1991, 2, 1) + timedelta(days=number // 2)
        ours = best_of(REPEATS, lambda: kz.statements_between(start, end, among=statements))
        plain = best_of(REPEATS, lambda: comprehension(statements, start, end))
        assert set(kz.statements_between(start, end, among=statements)) == set(
            comprehension(statements, start, end)
        )
        print(
            f"{number:6} records: {ours * 1e6:9.0f} µs, comprehension {plain * 1e6:8.0f} µs, "
            f"ratio {ours / plain:5.1f}"
        )


main()
