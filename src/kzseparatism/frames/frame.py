"""A caller's frame: what columns it has to have, and how an answer goes back as one of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from kzseparatism._optional import optional
from kzseparatism.errors import InvalidValueError, WrongTypeError

# The frame of a pandas user may have its ids as an index; here they are a column for a while.
ID = "id"


def narwhals() -> Any:
    """Return narwhals; without it, a ``MissingExtraError`` says how to get it."""
    return optional("narwhals", extra="frames")


class Frame:
    """A frame that a caller gave, as narwhals sees it."""

    def __init__(self, given: Any, name: str = "frame") -> None:
        nw = narwhals()
        try:
            frame = nw.from_native(given)
        except TypeError:
            complaint = "is not a data frame"
            remedy = "give one of pandas, Polars, Arrow, DuckDB, Ibis or PySpark"
            raise WrongTypeError(name, given, complaint, remedy) from None
        self._name = name
        self._as_given = frame is given
        index = nw.maybe_get_index(frame)
        self._indexed = getattr(index, "name", None) == ID
        #: What is asked.
        self.asked: Any = nw.from_native(given.reset_index()) if self._indexed else frame
        self.schema: Any = self.asked.collect_schema()

    def require(self, columns: Iterable[str], question: str) -> None:
        """Raise an ``InvalidValueError`` that names the columns that are missing, if any are."""
        missing = [name for name in columns if name not in self.schema]
        if missing:
            complaint = f"lacks {', '.join(missing)}, by which {question}"
            remedy = f"it has {', '.join(self.schema.names()) or 'no columns'}"
            raise InvalidValueError(self._name, "the frame", complaint, remedy)

    def days(self, column: str) -> tuple[str, str, str]:
        """Return the names of the first day, the last day and the sign of a date.

        Raises ``WrongTypeError`` where the days are anything else, such as text.
        """
        first, last, sign = f"{column}_earliest", f"{column}_latest", f"{column}_qualifier"
        self.require((first, last, sign), "a date is asked for")
        nw = narwhals()
        for name in (first, last):
            kind = self.schema[name]
            # A column of nothing has no type of its own in some engines.
            if not (isinstance(kind, nw.Date | nw.Datetime) or kind == nw.Unknown):
                remedy = "turn it into days first, or take the frames of kz.tidy"
                raise WrongTypeError(name, str(kind), "is not a column of days", remedy)
        return first, last, sign

    def key(self) -> list[str]:
        """Return the columns that tell rows apart: the id, or those of the owner and position."""
        if ID in self.schema:
            return [ID]
        names: list[str] = self.schema.names()
        found = [name for name in names if name.endswith(("_id", "position"))]
        self.require(found or [ID], "rows are put in order")
        return found

    def back(self, answer: Any) -> Any:
        """Return an answer as the caller's own kind of frame."""
        if self._indexed and ID in answer.columns:
            answer = narwhals().maybe_set_index(answer, ID)
        return answer if self._as_given else answer.to_native()

    def small(self, columns: Mapping[str, Sequence[Any]]) -> Any:
        """Return a few rows as a frame of the caller's kind."""
        nw = narwhals()
        kind = self.asked.implementation
        if isinstance(self.asked, nw.DataFrame):
            return self.back(nw.from_dict(columns, backend=kind))
        made = _LAZY[str(kind.name)](self.asked.to_native(), columns)
        return nw.from_native(made) if self._as_given else made


# Whoever gives a frame of one of these has the package.
def _of_polars(_: Any, columns: Mapping[str, Sequence[Any]]) -> Any:
    return import_module("polars").LazyFrame(columns)


def _of_duckdb(_: Any, columns: Mapping[str, Sequence[Any]]) -> Any:
    table = optional("pyarrow", extra="frames").table(columns)
    return import_module("duckdb").from_arrow(table)


def _of_ibis(_: Any, columns: Mapping[str, Sequence[Any]]) -> Any:
    table = optional("pyarrow", extra="frames").table(columns)
    return import_module("ibis").memtable(table)


def _of_spark(like: Any, columns: Mapping[str, Sequence[Any]]) -> Any:
    types = ["string", *["long"] * (len(columns) - 1)]
    schema = ", ".join(f"{name} {kind}" for name, kind in zip(columns, types, strict=True))
    rows = [tuple(row) for row in zip(*columns.values(), strict=True)]
    return like.sparkSession.createDataFrame(rows, schema)


_LAZY: dict[str, Callable[[Any, Mapping[str, Sequence[Any]]], Any]] = {
    "POLARS": _of_polars,
    "DUCKDB": _of_duckdb,
    "IBIS": _of_ibis,
    "PYSPARK": _of_spark,
    "PYSPARK_CONNECT": _of_spark,
}
