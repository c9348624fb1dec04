"""The documents in somebody's folder: which of ours they are, paragraph by paragraph."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import attrs

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.evidence.text import digest, paragraphs
from kzseparatism.model import LedgerRow, Source

_LARGEST = 20_000_000
_MOST_ACCENTS = 1_000


@attrs.frozen(kw_only=True, order=False)
class File:
    """A readable text file: its name, its SHA-256, and its paragraphs by digest."""

    name: str
    sha256: str
    by_digest: Mapping[str, str]


@attrs.frozen(kw_only=True, order=False)
class Document:
    """What a folder has of one source: in which file, which paragraphs, and which not.

    ``paragraphs`` maps the numbers of those that are there to their text.
    """

    source: Source
    file: str
    identical: bool
    paragraphs: Mapping[int, str]

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that are not there, or not with the coded words."""
        return tuple(n for n in range(1, self.source.paragraphs + 1) if n not in self.paragraphs)

    @property
    def state(self) -> str:
        """In a word: identical, copy (every paragraph is there), changed, or absent."""
        if self.identical:
            return "identical"
        if not self.paragraphs:
            return "absent"
        return "changed" if self.missing else "copy"


def files_in(directory: str | os.PathLike[str]) -> tuple[list[File], list[str]]:
    """Return the text files of a folder, and what was passed over and why; order by name."""
    if not isinstance(directory, str | os.PathLike):
        raise WrongTypeError("directory", directory, "is not a path")
    folder = Path(directory)
    if not folder.is_dir():
        raise InvalidValueError(
            "directory", str(directory), "is not a folder", "name one that is there"
        )
    files: list[File] = []
    passed_over: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.is_file():
            try:
                files.append(_file(path))
            except (OSError, ValueError) as error:
                passed_over.append(f"{path.name}: {error}")
    return files, passed_over


def _file(path: Path) -> File:
    if path.stat().st_size > _LARGEST:
        message = f"larger than {_LARGEST} bytes, so no article"
        raise ValueError(message)
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "no text in UTF-8"
        raise ValueError(message) from None
    if _has_endless_accents(text):
        message = f"more than {_MOST_ACCENTS} accents on one letter, so no article"
        raise ValueError(message)
    by_digest = {digest(part): part for part in _candidates(text)}
    return File(name=path.name, sha256=hashlib.sha256(content).hexdigest(), by_digest=by_digest)


def _has_endless_accents(text: str) -> bool:
    """Return whether a letter has so many accents that putting them in order takes for ever."""
    marks = (unicodedata.combining(letter) > 0 for letter in ("" if text.isascii() else text))
    return any(are and sum(1 for _ in run) > _MOST_ACCENTS for are, run in groupby(marks))


def _candidates(text: str) -> Iterator[str]:
    """Yield what may be a paragraph: each line, and each run of lines between blank ones."""
    yield from paragraphs(text)
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            block.append(line)
        elif len(block) > 1:
            yield " ".join(block)
            block = []
        else:
            block = []


def find_document(source: Source, ledger: Iterable[LedgerRow], files: Iterable[File]) -> Document:
    """Return what the files have of a source: the identical file, else the one with most of it."""
    rows = [row for row in ledger if row.paragraph.source.id == source.id]
    best = Document(source=source, file="", identical=False, paragraphs={})
    for file in files:
        found = {
            row.paragraph.paragraph: file.by_digest[row.digest]
            for row in rows
            if row.digest in file.by_digest
        }
        identical = file.sha256 == source.sha256
        if identical or len(found) > len(best.paragraphs):
            best = Document(source=source, file=file.name, identical=identical, paragraphs=found)
        if identical:
            break
    return best
