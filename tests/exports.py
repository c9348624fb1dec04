"""What the tests of the exported files share."""

from __future__ import annotations

import io
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, is_zipfile

import pytest

import kzseparatism as kz
from kzseparatism.exporting.formats import FORMATS
from kzseparatism.exporting.material import Material
from kzseparatism.privacy import private_names


def installed(name: str) -> str:
    """Return the name of a format, or skip the test if the package of the format is not here."""
    if name in {"dta", "sav"}:
        reason = "pyreadstat is not installed: run nox -s formats"
        pytest.importorskip("pyreadstat", reason=reason)
    return name


@cache
def exported(name: str) -> bytes:
    """Return the shipped dataset in a format, made once."""
    return written(kz.load(), name)


def written(dataset: kz.Dataset, name: str, *, names: bool = False) -> bytes:
    """Return the bytes of a dataset in a format."""
    return FORMATS[installed(name)].writer()(Material.of(dataset, name="data", names=names))


@cache
def relations() -> tuple[kz.Relation, ...]:
    """Return the relations of the shipped dataset as they are shown, and the codebook."""
    tidy = kz.tidy(kz.load().pseudonymised())
    return (*tidy.values(), tidy.codebook())


def files_in(content: bytes) -> dict[str, bytes]:
    """Return the files in a zip by name."""
    with ZipFile(io.BytesIO(content)) as found:
        return {name: found.read(name) for name in found.namelist()}


def all_bytes(content: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file, and those of the files in it if it is a zip."""
    yield content
    if is_zipfile(io.BytesIO(content)):
        for inner in files_in(content).values():
            yield from all_bytes(inner)


def has_one_of(content: bytes, names: set[str]) -> bool:
    """Return whether a file has one of some names, within longer words too, in usual encodings.

    In a binary file the end of one cell is next to the beginning of another.
    """
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    for raw in all_bytes(content):
        for encoding in ("utf-8", "utf-16-le"):
            text = raw.decode(encoding, "replace")
            for form in (text, unescape(text), re.sub(r"\\u([0-9a-f]{4})", _letter, text)):
                if pattern.search(form):
                    return True
    return False


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def names_of_private(dataset: kz.Dataset) -> set[str]:
    """Return every name of the private persons of a dataset."""
    return {name for actor in dataset.actors for name in private_names(actor)}


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """Give a database that has these bytes, and close it."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        database.execute("PRAGMA foreign_keys = ON")
        yield database


_KEPT: list[TemporaryDirectory[str]] = []


@cache
def folder() -> Path:
    """Return a folder that is there as long as the tests run."""
    _KEPT.append(TemporaryDirectory())
    return Path(_KEPT[0].name)
