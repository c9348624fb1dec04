"""``statements_between`` beside a plain list comprehension, from 140 to a million records.

Run: python benchmarks/queries.py [NUMBER ...]. The comprehension asks the same question of the
same records, without order, checks, ids or a table. Each line has a question with many answers
(half of the table) and one with about ten, and what making the index costs in scans.
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
            date=FuzzyDate.of(first + timedelta(days=index % 900_000)),
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
    """Return the shortest processor time that one call took, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        ask()
        times.append(time.process_time() - start)
    return min(times)


def compare(number: int) -> str:
    """Return a line with the ratios of our time to that of the comprehension."""
    statements = made_up(number)
    start = date(1991, 2, 1)
    parts: list[str] = []
    for answers in (number // 2, 10):
        end = start + timedelta(days=answers - 1)

        def ours(until: date = end) -> Table[Statement]:
            return kz.statements_between(start, until, among=statements)

        def plain(until: date = end) -> list[Statement]:
            return comprehension(statements, start, until)

        def from_new(until: date = end) -> Table[Statement]:
            return kz.statements_between(start, until, among=statements[:])

        first = ours()
        if sorted(first.ids) != sorted(record.id for record in plain()):
            sys.exit("the two ways give different answers")
        query, alone = best_of(REPEATS, ours), best_of(REPEATS, plain)
        if not parts:
            making = best_of(3, from_new) - query
            parts.append(f"index made in {making / alone:5.1f} scans")
        parts.append(f"{len(first)} answers {query * 1e6:.0f} µs, {query / alone:.5f} of a scan")
    return f"{number:8} records: {'; '.join(parts)}"


if __name__ == "__main__":
    kz.load()
    for size in map(int, sys.argv[1:] or (140, 1_000, 10_000, 100_000)):
        print(compare(size))
