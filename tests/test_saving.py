"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz
from kzseparatism.saving import save


def whole() -> bytes:
    """Return what a file should have."""
    return b"all of it\n"


def test_a_new_file_has_its_content_and_nothing_else_is_left(tmp_path: Path) -> None:
    """The file is there under its name alone, and may be read as any new file."""
    path = save(tmp_path / "page.html", whole)
    assert path.read_bytes() == whole()
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]
    other = tmp_path / "other"
    other.touch()
    assert path.stat().st_mode == other.stat().st_mode


def test_a_path_may_be_text(tmp_path: Path) -> None:
    """Text is a path as well, and a Path comes back."""
    assert save(str(tmp_path / "page.html"), whole) == tmp_path / "page.html"


def test_a_file_that_exists_is_replaced_only_by_force(tmp_path: Path) -> None:
    """Without force the old one stays, and the content is not even made; with it, rights stay."""
    path = tmp_path / "page.html"
    path.write_text("old")
    path.chmod(0o640)

    def never() -> bytes:
        raise AssertionError

    with pytest.raises(kz.InvalidValueError, match="exists already; choose another name, or"):
        save(path, never)
    assert path.read_text() == "old"
    save(path, whole, force=True)
    assert path.read_bytes() == whole()
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("", "is not a path"),
        ("a\0b", "is not a path"),
        (".", "is a folder"),
        ("nowhere/page.html", "is in a folder that is not there; make it first"),
        ("file/page.html", "is in a folder that is not there; make it first"),
    ],
)
def test_a_path_that_can_not_be_used(
    name: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with a path is said before anything is made."""
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    with pytest.raises(kz.InvalidValueError, match=complaint):
        save(name, whole, force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("path", [None, 3, b"page.html"])
def test_what_is_no_path(path: Any) -> None:
    """Another type is refused."""
    with pytest.raises(kz.WrongTypeError, match="is not a path"):
        save(path, whole)


@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_a_full_disk_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails half-way, the error names the path, and the old file is as it was."""
    path = tmp_path / "page.html"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "some other name")

    monkeypatch.setattr(*{"fsync": (os, "fsync", full), "rename": (Path, "replace", full)}[step])
    with pytest.raises(OSError, match="No space left") as caught:
        save(path, whole, force=True)
    assert caught.value.filename == str(path)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.skipif(os.geteuid() == 0, reason="for root no folder is read-only")
def test_a_folder_that_can_not_be_written_to(tmp_path: Path) -> None:
    """The error of the system names the path."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PermissionError) as caught:
            save(tmp_path / "page.html", whole)
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.filename == str(tmp_path / "page.html")
