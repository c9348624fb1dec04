"""The questions of the library, asked of any data frame or engine, by way of narwhals.

They take the frames of ``to_pandas``, ``to_polars``, ``to_arrow`` and ``tidy``, or any frame with
columns of the same names, and give the caller's own kind of frame back: pandas, Polars (lazy, too),
Arrow, DuckDB, Ibis, PySpark. Needs narwhals (the extra ``frames``).
"""

from kzseparatism.frames.counting import counts
from kzseparatism.frames.filters import in_window
from kzseparatism.frames.questions import around, between, by_region, by_status, owning

__all__ = ["around", "between", "by_region", "by_status", "counts", "in_window", "owning"]
