"""The window query beside other packages, first answers, memory: prints docs/reference/speed.md.

Run: python benchmarks/side_by_side.py [NUMBER ...] > docs/reference/speed.md; the group "bench" of
pyproject.toml names what it needs. Every package answers the same question about the same made-up
statements, with the same ids in the same order, or the run ends.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib.metadata import version
from platform import python_version

import attrs
import duckdb
import pandas as pd
import polars as pl
from intervaltree import IntervalTree

import kzseparatism as kz
from kzseparatism import FuzzyDate, Statement, Table
from startup import REPEATS as STARTS, YARDSTICK, seconds

Row = tuple[str, int, int]
# What gives the ids of the statements in a window of days, given as their numbers.
Query = Callable[[int, int], list[str]]
REPEATS = 7
DAYS = 35 * 365
WINDOWS = {"one day": (date(2014, 5, 30),) * 2, "one year": (date(2014, 1, 1), date(2014, 12, 31))}
FIRST_ANSWERS = {
    "KZ-59": {
        "kzseparatism": "import kzseparatism as kz; kz.find_region('KZ-59').name",
        "pycountry": "import pycountry; pycountry.subdivisions.get(code='KZ-59').name",
    },
    "last day of 2023-05": {
        "kzseparatism": "from kzseparatism import FuzzyDate; FuzzyDate.parse('2023-05').latest",
        "undate": "from undate import Undate; Undate.parse('2023-05', 'EDTF').latest",
        "edtf": "import edtf; edtf.parse_edtf('2023-05').upper_strict()",
    },
}
# ruff: noqa: E501 - one line of the page for each sentence or two
PAGE = """# Speed

`benchmarks/side_by_side.py` made this page on {day}, with Python {python} on a machine with two cores.
Compare the figures of one table with each other. On another machine, all of them are different.

## Statements in a window

Which statements may fall in a window of time? Each package gives the same ids in the same order.
The statements are made up. Their dates are shaped like those of the shipped data: days, ranges, open ends, and none.
About one in eleven may fall in any one day, because of long ranges and open ends.
*Made ready* is the time for what a package does once with the statements, such as an index or a frame.
The times of the questions are the best of {repeats} runs.

{windows}

This library checks the arguments and gives records. The other packages get days as whole numbers, and give ids.

## The first answer of a new process

This is processor time without that of the bare interpreter, the best of {starts} runs.
To import attrs, cattrs, relativedelta and json takes {yardstick:.0f} ms.

{first}

## Memory

These are bytes for each made-up statement. Each statement has its own id and its own date. All share their texts and their links.
The first question about a window makes the index of time.

{memory}
"""


def made_up(number: int) -> Table[Statement]:
    """Return as many statements whose dates are shaped like those of the shipped ones."""
    chance = random.Random(number)  # noqa: S311 - the same in every run
    shapes = kz.statements
    return Table(
        attrs.evolve(
            kz.statements["medvedev-page-artificial-state"],
            id=f"made-up-{index:07}",
            date=_moved(shapes[index % len(shapes)].date, chance.randrange(DAYS)),
            date_basis=shapes[index % len(shapes)].date_basis,
        )
        for index in range(number)
    )


def _moved(shape: FuzzyDate | None, days: int) -> FuzzyDate | None:
    """Return a date as long as another, which begins, or ends, some days after 1991 began."""
    if shape is None:
        return None
    day = date(1991, 1, 1) + timedelta(days=days)
    if shape.earliest == date.min:
        return attrs.evolve(shape, latest=day)
    last = date.max if shape.latest == date.max else day + (shape.latest - shape.earliest)
    return attrs.evolve(shape, earliest=day, latest=last)


def with_kzseparatism(statements: Table[Statement]) -> Query:
    """Make the index of a table ready: a first question does."""
    fresh = Table(statements)

    def ask(first: int, last: int) -> list[str]:
        window = date.fromordinal(first), date.fromordinal(last)
        return list(kz.statements_between(*window, among=fresh).ids)

    ask(DAYS, DAYS)
    return ask


def with_pandas(rows: list[Row]) -> Query:
    """Make a frame in the order of the answer."""
    frame = pd.DataFrame(rows, columns=["id", "first", "last"]).sort_values(["first", "last", "id"])

    def ask(first: int, last: int) -> list[str]:
        found = frame.loc[(frame["first"] <= last) & (frame["last"] >= first), "id"]
        return [str(one) for one in found.tolist()]

    return ask


def with_polars(rows: list[Row]) -> Query:
    """Make a frame in the order of the answer."""
    frame = pl.DataFrame(rows, schema=["id", "first", "last"], orient="row")
    frame = frame.sort("first", "last", "id")

    def ask(first: int, last: int) -> list[str]:
        found = frame.filter((pl.col("first") <= last) & (pl.col("last") >= first))
        return list(found["id"].to_list())

    return ask


_SQL = "SELECT id FROM t WHERE first <= ? AND last >= ? ORDER BY first, last, id"


def with_duckdb(rows: list[Row]) -> Query:
    """Make a table in memory."""
    base = duckdb.connect()
    frame = pd.DataFrame(rows, columns=["id", "first", "last"])
    base.register("rows", frame)
    base.execute("CREATE TABLE t AS SELECT * FROM rows ORDER BY first, last, id")

    def ask(first: int, last: int) -> list[str]:
        return [one for (one,) in base.execute(_SQL, [last, first]).fetchall()]

    return ask


def with_sqlite3(rows: list[Row]) -> Query:
    """Make a table in memory with an index that has all that is asked."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE t (id TEXT, first INTEGER, last INTEGER)")
    base.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
    base.execute("CREATE INDEX i ON t (first, last, id)")

    def ask(first: int, last: int) -> list[str]:
        return [one for (one,) in base.execute(_SQL, (last, first))]

    return ask


def with_intervaltree(rows: list[Row]) -> Query:
    """Make a tree of half-open ranges; its answers are put in order."""
    tree = IntervalTree.from_tuples((first, last + 1, number) for number, first, last in rows)

    def ask(first: int, last: int) -> list[str]:
        return [one.data for one in sorted(tree.overlap(first, last + 1))]

    return ask


OTHERS = {
    "intervaltree": with_intervaltree,
    "sqlite3": with_sqlite3,
    "duckdb": with_duckdb,
    "polars": with_polars,
    "pandas": with_pandas,
}


def windows(number: int) -> Iterator[str]:
    """Yield the lines of the table about so many statements."""
    statements = made_up(number)
    rows = [
        (one.id, one.date.earliest.toordinal(), one.date.latest.toordinal())
        for one in statements
        if one.date is not None
    ]
    makers: dict[str, Callable[[], Query]] = {
        "kzseparatism": partial(with_kzseparatism, statements)
    }
    for name, other in OTHERS.items():
        makers[name] = partial(other, rows)
    expected: dict[str, list[str]] = {}
    for name, make in makers.items():
        began = time.perf_counter()
        ask = make()
        cells = [f"{(time.perf_counter() - began) * 1000:.1f} ms"]
        for window, (start, end) in WINDOWS.items():
            first, last = start.toordinal(), end.toordinal()
            answer = ask(first, last)
            if answer != expected.setdefault(window, answer):
                sys.exit(f"{name} gives another answer for {window} of {number}")
            cells.append(f"{_best(lambda: ask(first, last)) * 1000:.3f} ms")  # noqa: B023 - called here
        shown = name if name in {"kzseparatism", "sqlite3"} else f"{name} {version(name)}"
        yield _line([f"{number:,}", shown, *cells])
    numbers = [f"{len(answer):,} ids" for answer in expected.values()]
    yield _line([f"{number:,}", "*answers*", "", *numbers])


def _best(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        ask()
        times.append(time.perf_counter() - began)
    return min(times)


def first_answers() -> tuple[float, Iterable[str]]:
    """Return the time of the yardstick in milliseconds, and the lines of the table."""
    codes = [
        "pass",
        YARDSTICK,
        *(code for ways in FIRST_ANSWERS.values() for code in ways.values()),
    ]
    best = dict.fromkeys(codes, float("inf"))
    with tempfile.TemporaryDirectory() as byte_code:
        for _ in range(STARTS):
            for code in codes:
                best[code] = min(best[code], seconds(code, byte_code))
    net = {code: (taken - best["pass"]) * 1000 for code, taken in best.items()}
    return net[YARDSTICK], [
        _line(
            [
                f"`{question}`" if question.startswith("KZ") else question,
                name,
                f"{net[code]:.0f} ms",
            ]
        )
        for question, ways in FIRST_ANSWERS.items()
        for name, code in ways.items()
    ]


def memory(number: int) -> str:
    """Return the line of the table about so many statements."""
    made_up(1)
    tracemalloc.start()
    statements = made_up(number)
    records = tracemalloc.get_traced_memory()[0]
    kz.statements_between("2014", "2015", among=statements)
    both = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return _line([f"{number:,}", f"{records / number:,.0f}", f"{(both - records) / number:,.0f}"])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(heads: list[str], lines: Iterable[str]) -> str:
    return "\n".join([_line(heads), _line("---" for _ in heads), *lines])


def main() -> None:
    """Print the page."""
    kz.load()
    numbers = [*map(int, sys.argv[1:])] or [10_000, 100_000]
    lines = [line for number in numbers for line in windows(number)]
    yardstick, first = first_answers()
    page = PAGE.format(
        day=f"{date.today():%-d %B %Y}",  # noqa: DTZ011 - the day of the machine
        python=python_version(),
        repeats=REPEATS,
        starts=STARTS,
        yardstick=yardstick,
        windows=_table(["statements", "package", "made ready", *WINDOWS], lines),
        first=_table(["question", "package", "time"], first),
        memory=_table(
            ["statements", "records, table", "index of time"], map(memory, (140, *numbers))
        ),
    )
    print(page, end="")


if __name__ == "__main__":
    main()
