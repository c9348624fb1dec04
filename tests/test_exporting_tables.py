"""The formats of tables: Parquet, the workbook, Stata and SPSS."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pyarrow.parquet
import pytest

import exports
import kzseparatism as kz


@pytest.fixture(scope="module")
def relations() -> list[kz.Relation]:
    """Return the relations of the shipped dataset as they are shown, and the codebook."""
    return [*exports.relations()]


def test_parquet_files_have_every_row_and_type(relations: list[kz.Relation]) -> None:
    """Each is the Arrow table of its relation, with its definitions."""
    files = exports.files_in(exports.exported("parquet"))
    assert list(files) == [f"{one.name}.parquet" for one in relations]
    for one in relations:
        table = pyarrow.parquet.read_table(io.BytesIO(files[f"{one.name}.parquet"]))
        assert table.equals(one.to_arrow())
        for column in one.columns:
            about = table.schema.field(column.name).metadata or {}
            assert about.get(b"description", b"").decode() == column.definition


def test_a_workbook_has_every_cell(relations: list[kz.Relation]) -> None:
    """The codebook is the first sheet; days are days, numbers numbers, and no cell is a formula."""
    book = openpyxl.load_workbook(io.BytesIO(exports.exported("xlsx")))
    assert book.sheetnames == ["codebook", *(one.name for one in relations[:-1])]
    for one in relations:
        header, *rows = book[one.name].iter_rows()
        assert tuple(cell.value for cell in header) == one.column_names
        assert len(rows) == len(one)
        for cells, row in zip(rows, one.rows, strict=True):
            for cell, value in zip(cells, row, strict=True):
                assert cell.data_type != "f"
                found = cell.value.date() if isinstance(cell.value, datetime) else cell.value
                assert found == (None if value == "" else value)
                assert isinstance(value, date) == cell.is_date
                assert isinstance(value, bool) == (cell.data_type == "b")


def test_formulas_and_old_days_are_text_in_a_workbook() -> None:
    """A text that looks like a formula, a link or a number is text, and so is a day of 1850."""
    shipped = kz.load()
    texts = ["=1+1", "https://example.org", "007", "@SUM(1)"]
    places = [
        attrs.evolve(shipped.places[0], id=f"made-up-{number}", note=text)
        for number, text in enumerate(texts)
    ]
    source = attrs.evolve(shipped.sources[0], id="old", published="1850-02-03")
    tables: dict[str, Any] = {"places": kz.Table(places), "sources": kz.Table([source])}
    dataset = kz.Dataset(about=shipped.about, **tables)
    book = openpyxl.load_workbook(io.BytesIO(exports.written(dataset, "xlsx")))
    rows = list(book["places"].iter_rows(min_row=2))
    notes = [cell for row in rows for cell in row if cell.value in texts]
    assert [cell.value for cell in notes] == texts
    assert {cell.data_type for cell in notes} == {"s"}
    assert not any(cell.hyperlink for cell in notes)
    old = [cell.value for cell in next(book["sources"].iter_rows(min_row=2))]
    assert old.count("1850-02-03") == 3  # the text, and its two days


def test_a_text_that_no_cell_has_room_for() -> None:
    """It is refused with its place, and not cut."""
    shipped = kz.load()
    place = attrs.evolve(shipped.places[0], id="long", note="a" * 32_768)
    dataset = kz.Dataset(about=shipped.about, places=kz.Table([place]))
    with pytest.raises(kz.InvalidValueError, match=r"places, row 1: .* more than 32767 characters"):
        exports.written(dataset, "xlsx")


def _read(name: str, folder: Path, relations: list[kz.Relation]) -> Iterator[Any]:
    pyreadstat = pytest.importorskip(
        "pyreadstat", reason="pyreadstat is not installed: run nox -s formats"
    )
    files = exports.files_in(exports.exported(name))
    assert list(files) == [f"{one.name}.{name}" for one in relations]
    read = {"dta": pyreadstat.read_dta, "sav": pyreadstat.read_sav}[name]
    for one in relations:
        path = folder / f"{one.name}.{name}"
        path.write_bytes(files[path.name])
        yield one, *read(str(path))


@pytest.mark.parametrize("name", ["dta", "sav"])
def test_files_for_stata_and_spss_have_every_cell(
    name: str, tmp_path: Path, relations: list[kz.Relation]
) -> None:
    """Words are numbers with labels, days are days, columns have their definitions as labels."""
    for relation, frame, about in _read(name, tmp_path, relations):
        assert tuple(frame.columns) == relation.column_names
        for column in relation.columns:
            values = [None if _missing(one) else one for one in frame[column.name]]
            labels = about.variable_value_labels.get(column.name, {})
            if column.vocabulary is not None:
                assert labels == {
                    number: word.value for number, word in enumerate(column.vocabulary, 1)
                }
                values = [labels.get(value) for value in values]
            wanted = list(relation.values(column.name))
            if column.type is str and column.vocabulary is None:
                wanted = [one or "" for one in wanted]
                values = [one or "" for one in values]
            assert values == wanted, (relation.name, column.name)
            label = about.column_names_to_labels[column.name] or ""
            assert column.definition.startswith(label.removesuffix("..."))
            assert len(label) > 10 or label == column.definition


def test_the_conditions_of_the_guide_for_stata() -> None:
    """On the file for Stata they count what the queries count, in every year."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    files = exports.files_in(exports.exported("dta"))
    frame = pandas.read_stata(io.BytesIO(files["statements.dta"]))
    begins, ends = frame.date_earliest, frame.date_latest
    for year in range(2010, 2026):
        first, last = pandas.Timestamp(f"{year}-01-01"), pandas.Timestamp(f"{year}-12-31")
        possible = (frame.date != "") & (begins.isna() | (begins <= last))
        possible &= ends.isna() | (ends >= first)
        certain = (frame.date != "") & (frame.date_qualifier == "")
        certain &= (begins >= first) & (ends <= last)
        assert set(frame.id[possible]) == set(kz.statements_between(str(year), str(year)).ids)
        sure = kz.statements_between(str(year), str(year), match="certain")
        assert set(frame.id[certain]) == set(sure.ids)


def _missing(value: Any) -> bool:
    return value is None or value != value  # noqa: PLR0124 - so is what is no number
