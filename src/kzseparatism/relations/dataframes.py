"""Relations as the data frames of pandas, Polars and Arrow: a type for each column, always.

An empty relation has the types of a full one, so that two answers can be put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kzseparatism._optional import optional
from kzseparatism.relations.relation import Column, Relation

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def to_pandas(relation: Relation) -> pd.DataFrame:
    """Return a pandas DataFrame of a relation."""
    pandas = optional("pandas", extra="pandas")
    # Text is kept as this version of pandas keeps it: as objects in 2, as its own type in 3.
    text = pandas.Series(["text"]).dtype

    def dtype(column: Column) -> Any:
        if column.many:
            return object
        if column.vocabulary is not None:
            return pandas.CategoricalDtype([word.value for word in column.vocabulary])
        # A date before 1677 is beyond nanoseconds, which are what pandas 2 would take.
        names = {str: text, date: "datetime64[s]", float: "float64"}
        names |= (
            {int: "Int64", bool: "boolean"} if column.nullable else {int: "int64", bool: "bool"}
        )
        return names[column.type]

    series = {
        column.name: pandas.Series(_series_values(column, values), dtype=dtype(column))
        for column, values in _columns(relation)
    }
    frame: pd.DataFrame = pandas.DataFrame(series, columns=list(relation.column_names))
    return frame


def to_polars(relation: Relation) -> pl.DataFrame:
    """Return a Polars DataFrame of a relation."""
    polars = optional("polars", extra="polars")
    plain = {
        str: polars.String,
        int: polars.Int64,
        float: polars.Float64,
        bool: polars.Boolean,
        date: polars.Date,
    }

    def dtype(column: Column) -> Any:
        if column.parts:
            return polars.List(polars.Struct({one.name: dtype(one) for one in column.parts}))
        if column.many:
            return polars.List(plain[column.type])
        if column.vocabulary is not None:
            return polars.Enum([word.value for word in column.vocabulary])
        return plain[column.type]

    schema = {column.name: dtype(column) for column in relation.columns}
    frame: pl.DataFrame = polars.DataFrame(
        {column.name: values for column, values in _columns(relation)}, schema=schema
    )
    return frame


def to_arrow(relation: Relation) -> Any:
    """Return an Arrow table of a relation; each field carries its definition as metadata."""
    arrow = optional("pyarrow", extra="frames")
    plain = {
        str: arrow.string(),
        int: arrow.int64(),
        float: arrow.float64(),
        bool: arrow.bool_(),
        date: arrow.date32(),
    }

    def field(column: Column) -> Any:
        about = {"description": column.definition} if column.definition else None
        return arrow.field(column.name, kind(column), column.nullable, about)

    def kind(column: Column) -> Any:
        if column.parts:
            return arrow.list_(arrow.struct([field(one) for one in column.parts]))
        if column.many:
            return arrow.list_(plain[column.type])
        if column.vocabulary is not None:
            return arrow.dictionary(arrow.int16(), arrow.string())
        return plain[column.type]

    def array(column: Column, values: Sequence[Any]) -> Any:
        if column.vocabulary is None or column.many:
            return arrow.array(values, kind(column))
        words = [word.value for word in column.vocabulary]
        # The whole vocabulary, used or not: two answers then have one dictionary.
        codes = {word: code for code, word in enumerate(words)}
        indices = [codes.get(value) for value in values]
        return arrow.DictionaryArray.from_arrays(
            arrow.array(indices, arrow.int16()), arrow.array(words, arrow.string())
        )

    arrays = [array(column, values) for column, values in _columns(relation)]
    schema = arrow.schema([field(column) for column in relation.columns])
    return arrow.Table.from_arrays(arrays, schema=schema)


def _columns(relation: Relation) -> list[tuple[Column, list[Any]]]:
    columns: list[Any] = [list(values) for values in zip(*relation.rows, strict=True)]
    return list(zip(relation.columns, columns or [[] for _ in relation.columns], strict=True))


def _series_values(column: Column, values: list[Any]) -> list[Any]:
    # numpy takes what has a day's form; pandas would guess a unit for dates of its own accord.
    if column.type is date and not column.many:
        return [None if value is None else value.isoformat() for value in values]
    return values
