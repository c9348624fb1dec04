"""Ask millions of made-up statements on every engine, beside the filter written by hand there.

    python benchmarks/frames.py [ROWS] [ENGINE ...]

ROWS is five million if it is left out. The dates have the shapes of the library's: days, months,
years, ranges, open ends, none, with and without a sign. Each engine reads the same Parquet file,
answers the same question three times, and the quickest counts. The ratio is ours to the filter
written by hand, which has to give the same ids in the same order.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import kzseparatism as kz
from kzseparatism import frames

FIRST, LAST = date(2023, 4, 1), date(2023, 4, 9)
ORDER = ["date_earliest", "date_latest", "id"]
ROUNDS = 3


def made_up(number: int, seed: int = 0) -> pa.Table:
    """Return statements with dates of every shape; most are of this century."""
    chance = np.random.default_rng(seed)
    begin = (date(2000, 1, 1) - date(1970, 1, 1)).days
    earliest = begin + chance.integers(0, 9_131, number)
    shape = chance.random(number)
    length = np.select(
        [shape < 0.5, shape < 0.65, shape < 0.75], [0, 30, 364], chance.integers(1, 4_000, number)
    )
    latest = earliest + length
    sign = np.where(chance.random(number) < 0.1, chance.choice(["?", "~", "%"], number), "")
    undated, open_start, open_end = (
        (shape > low) & (shape <= high) for low, high in ((0.85, 0.93), (0.93, 0.97), (0.97, 1))
    )
    days = pa.int32()
    return pa.table(
        {
            "id": pa.array(np.char.add("made-up-", np.arange(number).astype(str))),
            "date_earliest": pa.array(earliest, days, mask=undated | open_start).cast(pa.date32()),
            "date_latest": pa.array(latest, days, mask=undated | open_end).cast(pa.date32()),
            "date_qualifier": pa.array(sign, pa.string(), mask=undated),
        }
    )


def in_pandas(path: Path) -> tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]:
    """Return a pandas frame, the filter by hand, and what reads an answer."""
    frame = pq.read_table(path).to_pandas(date_as_object=False)
    first, last = datetime(2023, 4, 1), datetime(2023, 4, 9)  # noqa: DTZ001 - a day, as the column

    def by_hand(given: Any) -> Any:
        inside = (given.date_earliest >= first) & (given.date_latest <= last)
        return given[inside & (given.date_qualifier == "")].sort_values(ORDER)

    return frame, by_hand, lambda answer: answer["id"].tolist()


def in_polars(path: Path) -> tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]:
    """Return a lazy Polars frame, the filter by hand, and what reads an answer."""
    import polars as pl  # noqa: PLC0415 - only the engines that are asked for

    inside = (pl.col("date_earliest") >= FIRST) & (pl.col("date_latest") <= LAST)
    condition = inside & (pl.col("date_qualifier") == "")
    return (
        pl.read_parquet(path).lazy(),
        lambda given: given.filter(condition).sort(ORDER),
        lambda answer: answer.collect()["id"].to_list(),
    )


def in_arrow(path: Path) -> tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]:
    """Return an Arrow table, the filter by hand, and what reads an answer."""
    import pyarrow.compute as pc  # noqa: PLC0415

    inside = (pc.field("date_earliest") >= FIRST) & (pc.field("date_latest") <= LAST)
    condition = inside & (pc.field("date_qualifier") == "")
    order = [(name, "ascending") for name in ORDER]
    return (
        pq.read_table(path),
        lambda given: given.filter(condition).sort_by(order),
        lambda answer: answer["id"].to_pylist(),
    )


def in_duckdb(path: Path) -> tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]:
    """Return a DuckDB table, the filter by hand, and what reads an answer."""
    import duckdb  # noqa: PLC0415

    database = duckdb.connect()
    database.execute(f"create table made_up as from '{path}'")
    condition = (
        f"date_earliest >= date '{FIRST}' and date_latest <= date '{LAST}' and date_qualifier = ''"
    )
    return (
        database.table("made_up"),
        lambda given: given.filter(condition).order(", ".join(ORDER)),
        lambda answer: [row[0] for row in answer.project("id").fetchall()],
    )


def in_spark(path: Path) -> tuple[Any, Callable[[Any], Any], Callable[[Any], Any]]:
    """Return a frame of Spark in local mode, the filter by hand, and what reads an answer."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.host", "spark.driver.bindAddress"):
        builder = builder.config(name, "127.0.0.1")
    spark = builder.config("spark.log.level", "ERROR").getOrCreate()
    frame = spark.read.parquet(str(path)).cache()
    frame.count()
    condition = (
        f"date_earliest >= date '{FIRST}' and date_latest <= date '{LAST}' and date_qualifier = ''"
    )
    return (
        frame,
        lambda given: given.filter(condition).sort(*ORDER),
        lambda answer: [row[0] for row in answer.select("id").collect()],
    )


ENGINES = {
    "pandas": in_pandas,
    "polars": in_polars,
    "arrow": in_arrow,
    "duckdb": in_duckdb,
    "spark": in_spark,
}


def quickest(ask: Callable[[], Any]) -> tuple[float, Any]:
    """Return the least of some times that a question took, in milliseconds, and its answer."""
    times, answer = [], None
    for _ in range(ROUNDS):
        began = time.perf_counter()
        answer = ask()
        times.append(time.perf_counter() - began)
    return min(times) * 1000, answer


def main() -> None:
    """Print a row for each engine."""
    given = sys.argv[1:]
    number = int(given.pop(0)) if given and given[0].isdigit() else 5_000_000
    print(f"{number} statements; certainly from {FIRST} to {LAST}; milliseconds")
    print(
        f"{'engine':8} {'by hand':>8} {'ours':>8} {'ratio':>6} {'possible':>9} {'by year':>8} found"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "made-up.parquet")
        pq.write_table(made_up(number), path)
        everywhere: set[tuple[str, ...]] = set()
        for name in given or ENGINES:
            frame, by_hand, read = ENGINES[name](path)

            def between(match: Any, frame: Any = frame) -> Any:
                return frames.between(frame, FIRST, LAST, match=match)

            plain, expected = quickest(lambda: read(by_hand(frame)))  # noqa: B023 - asked at once
            took, found = quickest(lambda: read(between("certain")))  # noqa: B023
            possible, _ = quickest(lambda: read(between("possible")))  # noqa: B023
            counted, _ = quickest(lambda: _few(frames.counts(frame, "year")))  # noqa: B023
            everywhere.add(tuple(found))
            if found != expected or len(everywhere) > 1:
                sys.exit(f"{name} answers otherwise")
            ratio = took / plain
            print(
                f"{name:8} {plain:8.0f} {took:8.0f} {ratio:6.2f} {possible:9.0f} {counted:8.0f}"
                f" {len(found)}",
                flush=True,
            )
            with suppress(AttributeError):
                frame.sparkSession.stop()


def _few(frame: Any) -> Any:
    for way in ("collect", "fetchall"):
        if hasattr(frame, way):
            return getattr(frame, way)()
    return frame


if __name__ == "__main__":
    print(f"kzseparatism {kz.__version__}")
    main()
