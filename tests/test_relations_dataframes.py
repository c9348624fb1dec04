"""Data frames of relations: the same types for nothing and for all; no value is changed."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

import kzseparatism as kz
from kzseparatism._optional import optional
from records import statement

SHIPPED = kz.tidy(kz.load())
NOTHING = kz.tidy([])
# Before 1677, where nanoseconds end.
LONG_AGO = kz.tidy([statement("a", "1456"), statement("b"), statement("c", "[1650-01-01~..]")])


def python_values(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Return the rows of a pandas frame as plain Python values, what is missing as None."""
    columns = []
    for name in frame.columns:
        column: Any = frame[name]
        cells = column.dt.date if column.dtype.kind == "M" else column
        columns.append([None if pd.isna(cell) else cell for cell in cells])
    return list(zip(*columns, strict=True))


def test_arrow_says_what_the_relation_says() -> None:
    """Every row comes back from Arrow as it was, in every relation of the shipped data."""
    for relation in (*SHIPPED.values(), LONG_AGO["statements"]):
        table = relation.to_arrow()
        assert table.to_pylist() == relation.to_records()
        table.validate(full=True)


def test_pandas_says_what_the_relation_says() -> None:
    """Every row comes back from pandas as it was, in every relation of the shipped data."""
    for relation in (*SHIPPED.values(), LONG_AGO["statements"]):
        assert python_values(relation.to_pandas()) == list(relation)


def test_polars_says_what_the_relation_says() -> None:
    """Every row comes back from Polars as it was, in every relation of the shipped data."""
    pytest.importorskip("polars", reason="Polars is not installed: to_polars is not tested")
    for relation in (*SHIPPED.values(), LONG_AGO["statements"]):
        assert relation.to_polars().rows() == list(relation)


def test_types_are_the_same_for_nothing_and_for_all() -> None:
    """The frame of an empty relation has the types of the full one, and goes below it."""
    for name, relation in SHIPPED.items():
        nothing, everything = NOTHING[name].to_pandas(), relation.to_pandas()
        assert nothing.dtypes.equals(everything.dtypes)
        assert pd.concat([nothing, everything]).dtypes.equals(everything.dtypes)
        assert NOTHING[name].to_arrow().schema == relation.to_arrow().schema
        both = pa.concat_tables([relation.to_arrow(), NOTHING[name].to_arrow()])
        assert both.num_rows == len(relation)


def test_polars_types_are_the_same_for_nothing_and_for_all() -> None:
    """The same in Polars, where two Enums of different words would not go together."""
    polars = pytest.importorskip("polars", reason="Polars is not installed: it is not tested")
    for name, relation in SHIPPED.items():
        both = polars.concat([NOTHING[name].to_polars(), relation.to_polars()])
        assert both.schema == relation.to_polars().schema


def test_types_of_pandas() -> None:
    """Days, words, numbers that may be missing and truth values each have a type of their own."""
    types = {name: str(kind) for name, kind in SHIPPED["statements"].to_pandas().dtypes.items()}
    assert types["date_earliest"] == "datetime64[s]"
    assert types["medium"] == "category"
    assert types["disputed"] == "bool"
    assert types["date"] == str(pd.Series(["text"]).dtype)
    assert str(SHIPPED["cases"].to_pandas()["people"].dtype) == "Int64"
    assert str(SHIPPED["case_sentences"].to_pandas()["term_months"].dtype) == "float64"
    medium = SHIPPED["statements"].to_pandas()["medium"]
    assert list(medium.cat.categories) == list(kz.Medium)


def test_types_of_arrow() -> None:
    """Words are dictionary-encoded with the whole vocabulary, days are days, and all is defined."""
    table = SHIPPED["statements"].to_arrow()
    assert table.schema.field("date_latest").type == pa.date32()
    assert table.column("stance").chunk(0).dictionary.to_pylist() == list(kz.Stance)
    assert table.schema.field("stance").metadata[b"description"].endswith(b".")
    assert not table.schema.field("id").nullable
    assert table.schema.field("date").nullable


def test_whatever_takes_arrow_takes_a_relation() -> None:
    """The stream of a relation is that of its Arrow table."""
    relation = SHIPPED["ledger"]
    assert pa.table(relation) == relation.to_arrow()
    assert pa.table(kz.ledger).column_names == list(kz.ledger.to_pandas().reset_index().columns)


@pytest.mark.parametrize(
    ("method", "package", "extra"),
    [
        ("to_pandas", "pandas", "pandas"),
        ("to_polars", "polars", "polars"),
        ("to_arrow", "pyarrow", "frames"),
        ("__arrow_c_stream__", "pyarrow", "frames"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(
    method: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says what to install, and the error has both names."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(kz.MissingExtraError) as caught:
        getattr(kz.statements, method)()
    assert (caught.value.package, caught.value.extra, caught.value.name) == (
        package,
        extra,
        package,
    )
    assert str(caught.value) == (
        f"this needs {package}: python -m pip install {package} "
        f"(or, in a clone of the library, '.[{extra}]')"
    )


def test_a_fault_inside_a_package_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that is there and lacks something of its own is reported as it is."""
    (tmp_path / "made_up_package.py").write_text("import made_up_other\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="made_up_other") as caught:
        optional("made_up_package", extra="none")
    assert not isinstance(caught.value, kz.MissingExtraError)


def test_days_long_ago_are_days() -> None:
    """A year that nanoseconds could not hold is kept; the open end stays open."""
    frame = LONG_AGO["statements"].to_pandas()
    assert frame["date_earliest"].dt.year.tolist()[::2] == [1456, 1650]
    assert LONG_AGO["statements"].values("date_latest") == (date(1456, 12, 31), None, None)
