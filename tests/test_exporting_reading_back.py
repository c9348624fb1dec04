"""What export wrote as a database or as a Data Package is read back to an equal dataset."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, strategies as st

import exports
import kzseparatism as kz
from kzseparatism import strategies as kzst
from kzseparatism.exporting.records import files_of
from kzseparatism.reading.directories import canonical_files
from kzseparatism.views.spreadsheets import as_it_was, inert

BOTH = pytest.mark.parametrize("name", ["sqlite", "csv"])


@BOTH
@pytest.mark.parametrize("names", [True, False])
def test_the_shipped_dataset_comes_back(name: str, names: bool, tmp_path: Path) -> None:  # noqa: FBT001 - given by pytest
    """With names it is wholly equal; without, it is equal to the pseudonymised one."""
    path = kz.export(kz.load(), tmp_path / "data", name, names=names)
    back = kz.read_export(path)
    assert back == (kz.load() if names else kz.load().pseudonymised())
    if names:
        assert list(canonical_files(back)) == list(canonical_files(kz.load()))


@BOTH
def test_what_comes_back_can_be_exported_again(name: str, tmp_path: Path) -> None:
    """The bytes are the same."""
    first = kz.export(kz.load(), tmp_path / "data", name, names=True)
    again = kz.export(kz.read_export(first), tmp_path / "again", name, names=True)
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.thorough
@given(kzst.datasets(), st.sampled_from(["sqlite", "csv"]))
def test_any_dataset_comes_back(dataset: kz.Dataset, name: str) -> None:
    """Whatever its records say: formulas, line breaks, apostrophes, nothing."""
    path = exports.folder() / "any"
    path.write_bytes(exports.written(dataset, name, names=True))
    assert kz.read_export(path) == dataset


@given(st.text(st.sampled_from(["'", "=", "-", "a"])) | st.text())
def test_an_inert_text_is_as_it_was(text: str) -> None:
    """The apostrophe that was added is taken away, and no other."""
    assert as_it_was(inert(text)) == text


def _spoil_package(path: Path, name: str, old: str, new: str) -> None:
    files = exports.files_in(path.read_bytes())
    with ZipFile(path, "w") as spoilt:
        for one, content in files.items():
            text = content.decode()
            spoilt.writestr(one, text.replace(old, new, 1) if one == name else text)


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("statements.csv", "stance", "stanza", "lacks stance in statements; give what"),
        ("statement_quotes.csv", ",1,", ",many,", "row 1, position: 'many' is not a number"),
        ("datapackage.json", '"about"', '"above"', "lacks something: about"),
        ("datapackage.json", "{", "(", "can't be read"),
    ],
)
def test_a_spoilt_package(name: str, old: str, new: str, complaint: str, tmp_path: Path) -> None:
    """The error says what is missing or wrong, and where."""
    path = kz.export(kz.load(), tmp_path / "data.csv.zip")
    assert old in exports.files_in(path.read_bytes())[name].decode()
    _spoil_package(path, name, old, new)
    with pytest.raises(kz.InvalidValueError, match=complaint):
        kz.read_export(path)


def test_records_that_break_a_rule_are_told_as_read_tells_them(tmp_path: Path) -> None:
    """A word that is none of the vocabulary is a problem of its file."""
    path = kz.export(kz.load(), tmp_path / "data.csv.zip")
    _spoil_package(path, "statements.csv", ",challenges,", ",opera,")
    with pytest.raises(kz.DataErrors, match=r"nothing was read from .*data.csv.zip") as caught:
        kz.read_export(path)
    (problem,) = caught.value.problems
    assert problem.origin == "statements.json"
    assert "opera" in problem.message


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("DROP TABLE statement_quotes", "lacks statement_id, position, quote in statement_quotes"),
        ("ALTER TABLE places DROP COLUMN note", "lacks note in places"),
        ("DELETE FROM dataset", "can't be read"),
    ],
)
def test_a_spoilt_database(change: str, complaint: str, tmp_path: Path) -> None:
    """The error says what is missing."""
    path = kz.export(kz.load(), tmp_path / "data.db")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(change)
    with pytest.raises(kz.InvalidValueError, match=complaint):
        kz.read_export(path)


@pytest.mark.parametrize("name", ["data.xlsx", "data.parquet.zip"])
def test_what_does_not_come_back_says_what_does(name: str, tmp_path: Path) -> None:
    """A workbook to read is not taken for a broken Data Package without a word about the way."""
    path = kz.export(kz.load(), tmp_path / name)
    with pytest.raises(kz.InvalidValueError, match=r"datapackage.json.*as sqlite or csv.*book'"):
        kz.read_export(path)


def test_nothing_is_said_of_files_that_are_gone(tmp_path: Path) -> None:
    """What was read from one file has no folder, and its problems have no lines."""
    path = kz.export(kz.load(), tmp_path / "data.db")
    assert kz.read_export(path).directory is None
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("UPDATE statements SET date = '2023-02-30' WHERE date = '2023'")
        database.execute("UPDATE actors SET country = 'Kazakhstan' WHERE country = 'KZ'")
    with pytest.raises(kz.DataErrors) as caught:
        kz.read_export(path)
    assert {problem.line for problem in caught.value.problems} == {None}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is neither an SQLite database nor a Data Package in a zip"),
        (b"PK and no more", "can't be read"),
        (b"SQLite format 3\0 and no more", "can't be read"),
        (None, "is not a file that is there"),
    ],
)
def test_what_is_no_export(content: bytes | None, complaint: str, tmp_path: Path) -> None:
    """Another file, or none, is refused."""
    path = tmp_path / "data"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(kz.InvalidValueError, match=complaint):
        kz.read_export(path)


@pytest.mark.parametrize("path", [None, 3])
def test_what_is_no_path(path: Any) -> None:
    """Another type is refused."""
    with pytest.raises(kz.WrongTypeError, match="is not a path"):
        kz.read_export(path)


def test_no_name_of_a_private_person_stands_among_the_actors() -> None:
    """The names go into the file of private names."""
    tidy = kz.tidy(kz.load())
    files = files_of({name: relation.to_records() for name, relation in tidy.items()})
    private = [one for one in files["actors.json"] if one["private"]]
    assert private
    assert not any({"name", "aliases"} & set(one) for one in private)
    assert set(files["private_names.json"]) == {one["id"] for one in private}
