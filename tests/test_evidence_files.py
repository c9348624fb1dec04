"""Whether files that are not articles, or are hostile, are named and do no harm."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path

import attrs
import pytest

import evidence_copies as copies
import kzseparatism as kz
from kzseparatism.evidence import files as files_module


@pytest.fixture(scope="module")
def dataset() -> kz.Dataset:
    """Return the dataset of the two made-up articles."""
    return copies.made_up()


ADVICE = {
    "%PDF-1.7\n%\xe2": "is a PDF: save its text as a .txt file, for example with pdftotext",
    "{\\rtf1\\ansi": "is RTF: save its text as a .txt file",
    "PK\x03\x04\x14": "is a ZIP archive",
    "\xd0\xcf\x11\xe0\xa1\xb1": "is an old Office document",
    "\x89PNG\r\n\x1a\n\0\0": "is an image: type its text",
    "\xff\xd8\xff\xe0JFIF": "is an image",
    "GIF89a": "is an image",
    "\x1f\x8b\x08": "is compressed with gzip: unpack it",
    "From: <saved>\nSubject: x\nMIME-Version: 1.0\n": "is a saved message or web archive",
    "\0" * 5_000: "is not text",
    "\x01\x02\x03" * 900: "is not text",
    "\xff\xfe\x00\xd8\x00": "has the mark of UTF-16 but is not UTF-16",
    "\xef\xbb\xbf\xff": "has the mark of UTF-8 but is not UTF-8",
    "caf\xe9 au lait": "it looks like Windows-1252: save it as UTF-8",
    "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0": "it looks like Windows-1251: save it as UTF-8",
    "\xf0\xd2\xc9\xd7\xc5\xd4, \xcd\xc9\xd2": "it looks like KOI8-R: save it as UTF-8",
    "<div>" * 3_000 + "x": "is HTML with its tags nested too deeply: save its text",
}


@pytest.mark.parametrize(("content", "advice"), ADVICE.items(), ids=ADVICE.values())
def test_what_is_not_read_is_told_what_to_do(
    dataset: kz.Dataset, tmp_path: Path, content: str, advice: str
) -> None:
    """The file is named with what it is; the rest is verified."""
    (tmp_path / "other").write_bytes(content.encode("latin-1"))
    found = copies.verify(tmp_path, dataset, str)
    assert found.complete
    (said,) = found.passed_over
    assert said.startswith("other: ")
    assert advice in said


def test_html_without_the_extra(
    dataset: kz.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library the report names HTML as the cause, and both remedies."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    found = copies.verify(tmp_path, dataset, copies.page)
    assert found.passed_over[0] == (
        "gazette: is HTML: save its text as a .txt file, "
        "or install the extra html: python -m pip install selectolax"
    )
    assert [one.state for one in found.documents] == ["absent", "absent"]


def test_the_coded_file_may_be_unreadable(dataset: kz.Dataset, tmp_path: Path) -> None:
    """A PDF with the right SHA-256 is told apart from a document that is not there."""
    content = b"%PDF-1.7 made up"
    source = attrs.evolve(dataset.sources[0], sha256=hashlib.sha256(content).hexdigest())
    (tmp_path / "gazette.pdf").write_bytes(content)
    found = kz.verify(
        tmp_path, attrs.evolve(dataset, sources=kz.Table([source, dataset.sources[1]]))
    )
    assert found.documents[0].state == "changed"
    assert "byte for byte" not in found.report()


HOSTILE: dict[str, bytes] = {
    "20 MB": b"x" * 20_000_000,
    "more": b"x" * 20_000_001,
    "zeros": b"\0" * 5_000_000,
    "one word": b"x" * 400_000,
    "openings": b"The office of " * 5_000,
    "hyphens": b"The office of " + b"ab-\ncd" * 10_000,
    "short paragraphs": b"Reply " * 30_000,
    "quotation marks": b"'" * 400_000,
    "marks": b"> " * 200_000,
    "spaces": b"a" + b" " * 400_000,
    "comments": b"<!---->" * 700 + b"x",
    "tags": b"<p>" * 100_000,
    "nested tags": b"<html>" + b"<div><p>" * 100_000,
    "every byte": bytes(range(128, 256)) * 200,
    "empty": b"",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_take_bounded_time(
    dataset: kz.Dataset, tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a file is made of, it is done with soon, and the rest is verified."""
    monkeypatch.setattr("kzseparatism.evidence.running._MOST_STEPS", 30_000)
    (tmp_path / "hostile.txt").write_bytes(content)
    began = time.process_time()
    assert copies.verify(tmp_path, dataset, str).complete
    # What grows with the square of its length takes minutes; a slow machine, or coverage, does not.
    assert time.process_time() - began < 30


def test_odd_entries_of_a_folder(dataset: kz.Dataset, tmp_path: Path) -> None:
    """Folders, loops of links, links to nowhere and pipes are no documents and no trouble."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "evil\nherald: x is the document\x1b[31m").write_bytes(b"\0\1\2")
    found = copies.verify(tmp_path, dataset, str)
    assert found.complete
    assert found.passed_over == ("evil\\nherald: x is the document\\x1b[31m: is not text",)


def test_a_file_that_vanishes_is_passed_over(
    dataset: kz.Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was there when the folder was listed, and is gone when it is read, is named."""
    read = files_module.content_of

    def vanishing(path: Path) -> bytes:
        if path.name == "gone":
            path.unlink()
        return read(path)

    monkeypatch.setattr("kzseparatism.evidence.documents.content_of", vanishing)
    (tmp_path / "gone").write_text("x", encoding="utf-8")
    found = copies.verify(tmp_path, dataset, str)
    assert found.complete
    assert found.passed_over == ("gone: No such file or directory",)


def test_thousands_of_files(dataset: kz.Dataset, tmp_path: Path) -> None:
    """The time is proportional to what there is to read."""
    for number in range(1_000):
        (tmp_path / f"{number}.txt").write_bytes(b"Some words.\n")
    began = time.process_time()
    assert copies.verify(tmp_path, dataset, str).complete
    assert time.process_time() - began < 5


@pytest.mark.parametrize("marks", ["\u0301", "\u0301\u0316", "\u0316" * 3 + "\u0301"])
def test_a_letter_with_endless_accents_is_no_article(tmp_path: Path, marks: str) -> None:
    """To put thousands of accents in order takes the square of their number."""
    text = f"A letter a{marks * 20_000} with accents.\n"
    (tmp_path / "accents.txt").write_text(text, encoding="utf-8")
    assert "more than 1000 accents on one letter" in kz.verify(tmp_path).report()
