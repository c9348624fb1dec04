"""Engines that a frame may be of: how each takes a relation, and how an answer is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from itertools import count
from typing import Any

import kzseparatism as kz
from kzseparatism import Relation, frames

Make = Callable[[Relation], Any]


def _pandas(relation: Relation) -> Any:
    return relation.to_pandas()


def _pandas_on_arrow(relation: Relation) -> Any:
    import pandas as pd  # noqa: PLC0415 - each engine is imported where it is tried

    return relation.to_arrow().to_pandas(types_mapper=pd.ArrowDtype)


def _arrow(relation: Relation) -> Any:
    return relation.to_arrow()


def _polars(relation: Relation) -> Any:
    return relation.to_polars()


def _polars_lazy(relation: Relation) -> Any:
    return relation.to_polars().lazy()


def _duckdb(relation: Relation) -> Any:
    import duckdb  # noqa: PLC0415

    return duckdb.from_arrow(relation.to_arrow())


def _ibis(relation: Relation) -> Any:
    # A name of our own: one that is drawn by chance would make hypothesis see a test that wavers.
    name = f"t{next(_NUMBERS)}"
    tables, database = _database()
    tables.register(name, relation.to_arrow())
    return database.table(name)


@cache
def _database() -> tuple[Any, Any]:
    """Return one database for all tables, since only those of one can be joined, and Ibis' view."""
    import duckdb  # noqa: PLC0415
    import ibis  # noqa: PLC0415

    tables = duckdb.connect()
    return tables, ibis.duckdb.from_connection(tables)


def _spark(relation: Relation) -> Any:
    import pyarrow as pa  # noqa: PLC0415
    from pyspark.sql import SparkSession  # noqa: PLC0415

    table = relation.to_arrow()
    plain = [f.type.value_type if pa.types.is_dictionary(f.type) else f.type for f in table.schema]
    fields = [f.with_type(kind) for f, kind in zip(table.schema, plain, strict=True)]
    return SparkSession.active().createDataFrame(table.cast(pa.schema(fields)))


_NUMBERS = count()

# The name of an engine, the package it needs, and how it takes a relation.
_KNOWN: dict[str, tuple[str, Make]] = {
    "pandas": ("pandas", _pandas),
    "pandas on arrow": ("pandas", _pandas_on_arrow),
    "arrow": ("pyarrow", _arrow),
    "polars": ("polars", _polars),
    "polars lazy": ("polars", _polars_lazy),
    "duckdb": ("duckdb", _duckdb),
    "ibis": ("ibis", _ibis),
}
ENGINES: dict[str, Make] = {
    name: make for name, (package, make) in _KNOWN.items() if find_spec(package)
}
SPARK: Make = _spark
MISSING = sorted(set(_KNOWN) - set(ENGINES))
# In the session ``engines`` of nox every engine is asked more.
THOROUGH = bool(os.environ.get("KZSEPARATISM_ENGINES"))


def rows(frame: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a frame of any engine."""
    import narwhals as nw  # noqa: PLC0415

    seen = nw.from_native(frame)
    read = seen.collect() if isinstance(seen, nw.LazyFrame) else seen
    return list(read.iter_rows())


def ids(frame: Any) -> list[str]:
    """Return the ids of the rows of a frame, in their order."""
    import narwhals as nw  # noqa: PLC0415

    seen = nw.from_native(frame).select("id")
    read = seen.collect() if isinstance(seen, nw.LazyFrame) else seen
    return [str(one) for one in read["id"].to_list()]


class Asked:
    """The library's queries, answered by way of the frames of one engine."""

    def __init__(self, make: Make) -> None:
        self._make = make

    def statements_between(
        self,
        start: Any = None,
        end: Any = None,
        *,
        match: Any = "possible",
        undated: Any = False,
        among: Iterable[kz.Statement],
    ) -> list[kz.Statement]:
        """Answer as ``kz.statements_between``."""
        given = _by_id(among)
        frame = self._of("statements", given)
        found = frames.between(frame, start, end, match=match, undated=undated)
        return [given[one] for one in ids(found)]

    def events_between(
        self,
        start: Any = None,
        end: Any = None,
        *,
        match: Any = "possible",
        undated: Any = False,
        among: Iterable[kz.Event],
    ) -> list[kz.Event]:
        """Answer as ``kz.events_between``."""
        given = _by_id(among)
        frame = self._of("events", given)
        found = frames.between(frame, start, end, match=match, undated=undated)
        return [given[one] for one in ids(found)]

    def statements_around(
        self, when: Any, within: Any, *, match: Any = "possible", among: Iterable[kz.Statement]
    ) -> list[kz.Statement]:
        """Answer as ``kz.statements_around``."""
        given = _by_id(among)
        found = frames.around(self._of("statements", given), when, within, match=match)
        return [given[one] for one in ids(found)]

    def cases_between(
        self,
        start: Any = None,
        end: Any = None,
        *,
        match: Any = "possible",
        among: Iterable[kz.Case],
    ) -> list[kz.Case]:
        """Answer as ``kz.cases_between``, by the stages."""
        given = _by_id(among)
        stages = frames.between(self._of("case_stages", given), start, end, match=match)
        return [given[one] for one in ids(frames.owning(self._of("cases", given), stages))]

    def cases_by_region(
        self, region: Any, *, match: Any = "possible", among: Iterable[kz.Case]
    ) -> list[kz.Case]:
        """Answer as ``kz.cases_by_region``, by the regions of the sites."""
        given = _by_id(among)
        placed = frames.by_region(self._of("case_site_regions", given), region, match=match)
        return [given[one] for one in ids(frames.owning(self._of("cases", given), placed))]

    def _of(self, relation: str, given: dict[str, Any]) -> Any:
        return self._make(kz.tidy(list(given.values()))[relation])


def _by_id(among: Iterable[Any]) -> dict[str, Any]:
    # As ``among`` of the library: the same record twice is one, another of its id is an error.
    return {str(one.id): one for one in kz.Table(among)}
