"""Ask for the statements of a window in Spark.

spark-submit window.py STATEMENTS ANSWER START END [possible | coded | certain]

With STATEMENTS alone, the shipped statements are written there, so that there is something to ask.
"""

from __future__ import annotations

import sys
from typing import Any

import kzseparatism as kz
from kzseparatism import frames


def main() -> int:
    """Write the answer as Parquet, and print how many statements there are in it and a year."""
    arguments = sys.argv[1:]
    if len(arguments) == 1:
        import pyarrow.parquet as pq  # noqa: PLC0415 - not needed by the question

        pq.write_table(kz.tidy(kz.load())["statements"].to_arrow(), arguments[0])
        return 0
    if len(arguments) not in (4, 5):
        sys.stderr.write(__doc__ or "")
        return 2
    given, answer, start, end, *rest = arguments
    match: Any = rest[0] if rest else "possible"
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only where it is asked

    spark = SparkSession.builder.appName("statements of a window").getOrCreate()
    statements = spark.read.parquet(given)
    found = frames.between(statements, start, end, match=match)
    found.write.mode("error").parquet(answer)
    print(f"{spark.read.parquet(answer).count()} statements, {match}")
    frames.counts(statements, "year").show(1_000)
    spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
