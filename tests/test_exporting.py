"""Exporting: which format a name asks for, what is refused, and what holds in every format."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import exports
import kzseparatism as kz
import miniature
from kzseparatism.exporting.formats import FORMATS, format_for, stem

EVERY = pytest.mark.parametrize("name", FORMATS)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> kz.Dataset:
    """Return the miniature, which has a private person."""
    return miniature.build(tmp_path_factory.mktemp("miniature"))


@EVERY
def test_the_ending_says_the_format(name: str) -> None:
    """Each ending asks for its format alone, in capitals too; a name may have dots."""
    for ending in FORMATS[name].endings:
        assert format_for(f"some.data{ending.upper()}", None) is FORMATS[name]
        assert stem(f"some.data{ending}") == "some.data"
        assert format_for(f"data{ending}", name) is FORMATS[name]
    assert format_for("data", name) is FORMATS[name]
    assert [one for one in FORMATS.values() if set(one.endings) & set(FORMATS[name].endings)] == [
        FORMATS[name]
    ]


@pytest.mark.parametrize(
    ("path", "asked", "complaint"),
    [
        ("data.docx", None, "does not say a format by its ending; let it end in one of .sqlite, "),
        ("data", None, "'data' does not say a format"),
        ("data.xlsx.zip", None, "'data.xlsx.zip' does not say a format"),
        ("data.SQLite.zip", None, "'data.SQLite.zip' does not say a format"),
        ("data", "sqlight", "format: 'sqlight' is none of sqlite, .*; write sqlite"),
        ("data.graphml", "csv", "ends as a file of graphml does, .*; let it end in .csv.zip or"),
        ("nowhere/data.db", None, "is in a folder that is not there; make it first"),
        (".", None, "is a folder; give the name of a file in it"),
        ("", None, "is not a path"),
    ],
)
def test_what_can_not_be_written(
    path: str, asked: str | None, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error says what is wrong and what to do, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(kz.InvalidValueError, match=complaint):
        kz.export(kz.load(), path, asked)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "options", "complaint"),
    [
        ((kz.load, "data.db"), {}, "dataset: .* is not a Dataset; give"),
        ((None, 3), {}, "path: 3 is not a path"),
        ((None, "data.db", 3), {}, "format: 3 is not the name of a format"),
        ((None, "data.db"), {"names": 1}, "names: 1 is neither True nor False"),
        ((None, "data.db"), {"force": "no"}, "force: 'no' is neither True nor False"),
    ],
)
def test_arguments_of_another_type(
    arguments: tuple[Any, ...],
    options: dict[str, Any],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each is refused by name."""
    monkeypatch.chdir(tmp_path)
    first, *rest = arguments
    with pytest.raises(kz.WrongTypeError, match=complaint):
        kz.export(kz.load() if first is None else first, *rest, **options)
    assert list(tmp_path.iterdir()) == []


@EVERY
def test_a_file_that_is_there_is_kept(name: str, small: kz.Dataset, tmp_path: Path) -> None:
    """Without force it is refused, with force replaced; no other file is left."""
    path = tmp_path / f"data{FORMATS[exports.installed(name)].endings[0]}"
    path.write_text("old")
    with pytest.raises(kz.InvalidValueError, match="exists already"):
        kz.export(small, path)
    assert path.read_text() == "old"
    assert kz.export(small, path, force=True) == path
    assert path.read_bytes() == exports.written(small, name)
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which another process has put the shipped dataset in each format."""
    folder = tmp_path_factory.mktemp("elsewhere")
    code = """if True:
        import sys, kzseparatism as kz
        for name in sys.argv[2:]:
            try:
                kz.export(kz.load(), f"{sys.argv[1]}/data", name).rename(f"{sys.argv[1]}/{name}")
            except kz.MissingExtraError:
                pass
    """
    settings = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    subprocess.run([sys.executable, "-c", code, folder, *FORMATS], check=True, env=settings)
    return folder


@EVERY
def test_the_same_dataset_gives_the_same_bytes(name: str, elsewhere: Path) -> None:
    """Also in another process and place, whatever the order of its sets, and at another time."""
    assert (elsewhere / exports.installed(name)).read_bytes() == exports.exported(name)


@EVERY
def test_no_private_name_is_in_any_byte(name: str, small: kz.Dataset) -> None:
    """Not in the file and not in the files in it; with names the file has them."""
    names = exports.names_of_private(kz.load())
    assert names
    assert not exports.has_one_of(exports.exported(name), names)
    hidden = {miniature.PRIVATE_NAME, miniature.PRIVATE_ALIAS}
    assert not exports.has_one_of(exports.written(small, name), hidden)
    # The network has those only who speak or are spoken of, and the metadata nobody.
    shown = exports.written(small, name, names=True)
    assert exports.has_one_of(shown, hidden) == (name not in {"datasette", "graphml"})


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("parquet", "pyarrow", "export"),
        ("xlsx", "xlsxwriter", "export"),
        ("dta", "pyreadstat", "statistics"),
        ("sav", "pyreadstat", "statistics"),
    ],
)
def test_a_package_that_is_not_installed(
    name: str, module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the package and the extra that brings it, and nothing is written."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(kz.MissingExtraError) as caught:
        kz.export(kz.load(), tmp_path / "data", name)
    assert (caught.value.package, caught.value.extra) == (module, extra)
    assert list(tmp_path.iterdir()) == []


def test_a_dataset_with_problems(tmp_path: Path) -> None:
    """All its problems are raised together, and nothing is written."""
    files = miniature.content()
    files["ledger"] = files["ledger"][1:]
    (tmp_path / "data").mkdir()
    dataset = miniature.build(tmp_path / "data", files)
    with pytest.raises(kz.DataErrors, match="was not exported") as caught:
        kz.export(dataset, tmp_path / "data.db")
    assert caught.value.problems == kz.check(dataset)
    assert not (tmp_path / "data.db").exists()


def test_a_full_disk_leaves_the_old_file(
    small: kz.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the path; the old file is as it was, and no part is left."""
    path = tmp_path / "data.db"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        kz.export(small, path, force=True)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("data.db", "old")]
