"""The documents in somebody's folder: which of ours they are, paragraph by paragraph."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.evidence.encodings import looks_like
from kzseparatism.evidence.files import Draft, content_of, drafts, sha256
from kzseparatism.evidence.recognition import Found, Known, recognise
from kzseparatism.evidence.text import digest, normalised, paragraphs
from kzseparatism.model import LedgerRow, Source


@attrs.frozen(kw_only=True, order=False)
class File:
    """A file of the folder: its name, its SHA-256, its text, and what was recognised in it.

    ``found`` has the paragraphs by their digests. A file that is a coded document by its SHA-256
    but can't be read as text has no text.
    """

    name: str
    sha256: str
    draft: Draft
    found: Mapping[str, Found]


@attrs.frozen(kw_only=True, order=False)
class Document:
    """What a folder has of one source: in which file, which paragraphs, and which not.

    ``coded`` is whether the file has the SHA-256 of the coded one; ``paragraphs`` maps the numbers
    of the paragraphs that are there to what was found; ``draft`` is how the file was read.
    ``digests`` maps the numbers of those paragraphs of the coded file for which the ledger has a
    wrong digest to the right one.
    """

    source: Source
    file: str = ""
    coded: bool = False
    paragraphs: Mapping[int, Found] = attrs.field(factory=dict)
    draft: Draft | None = None
    digests: Mapping[int, str] = attrs.field(factory=dict)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that are not there, or not with the coded words."""
        there = self.paragraphs.keys() - self.digests.keys()
        return tuple(n for n in range(1, self.source.paragraphs + 1) if n not in there)

    @property
    def state(self) -> str:
        """In a word: identical, copy (every paragraph is there), changed, or absent.

        A file with the right SHA-256 and other digests than the ledger's is ``changed``, though
        it is the ledger that is wrong.
        """
        if self.missing:
            return "changed" if self.paragraphs or self.coded else "absent"
        return "identical" if self.coded else "copy"


def files_in(
    directory: str | os.PathLike[str], known: Known, passed_over: list[str]
) -> Iterator[File]:
    """Yield the files of a folder that are text, by name; add to a list what is not, and why."""
    if not isinstance(directory, str | os.PathLike):
        raise WrongTypeError("directory", directory, "is not a path")
    folder = Path(directory)
    if not folder.is_dir():
        raise InvalidValueError(
            "directory", str(directory), "is not a folder", "name one that is there"
        )
    for path in sorted(folder.iterdir()):
        try:
            if path.is_file():
                yield _file(path, known)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            passed_over.append(f"{shown(path.name)}: {reason}")


def shown(name: str) -> str:
    """Return the name of a file on one line, whatever stands in it."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name)


def _file(path: Path, known: Known) -> File:
    content = content_of(path)
    hashed = sha256(content)
    best: Draft | None = None
    found: Mapping[str, Found] = {}
    try:
        for draft in drafts(content, path.name):
            recognised = recognise(draft.text, known)
            if best is None or len(recognised) > len(found):
                best, found = draft, recognised
    except ValueError:
        if hashed not in known.files:
            raise
    if best is not None and not best.sure and not found and hashed not in known.files:
        message = (
            f"is not UTF-8, and no paragraph is recognised in it; it looks like"
            f" {looks_like(content)}: save it as UTF-8"
        )
        raise ValueError(message)
    draft = best or Draft(text="", encoding="UTF-8")
    return File(name=shown(path.name), sha256=hashed, draft=draft, found=found)


def find_document(
    source: Source, ledger: Iterable[LedgerRow], known: Known, files: Iterable[File]
) -> Document:
    """Return what the files have of a source: the coded file, else the one with most of it.

    What could stand in any text, or stands in another document as well, does not make a file
    a copy: it must have a paragraph of its own, or half of them.
    """
    rows = [row for row in ledger if row.paragraph.source.id == source.id]
    best = Document(source=source)
    for file in files:
        found = {
            row.paragraph.paragraph: file.found[row.digest]
            for row in rows
            if row.digest in file.found
        }
        coded = file.sha256 == source.sha256
        telling = any(
            row.digest in file.found and known.tells(row.digest, file.found[row.digest])
            for row in rows
        )
        if not (coded or telling or 2 * len(found) > source.paragraphs):
            continue
        if coded or len(found) > len(best.paragraphs):
            wrong = _wrong_digests(source, file.draft.text, found) if coded else {}
            best = Document(
                source=source,
                file=file.name,
                coded=coded,
                paragraphs=found | wrong,
                draft=file.draft,
                digests={number: digest(one.text) for number, one in wrong.items()},
            )
        if coded:
            break
    return best


def _wrong_digests(source: Source, text: str, found: Mapping[int, Found]) -> dict[int, Found]:
    """Return the paragraphs of the coded file that its ledger does not know by their digests.

    The SHA-256 says that this is the file that was coded, so its lines have the numbers cited.
    """
    lines = paragraphs(text)
    if len(lines) != source.paragraphs:
        return {}
    return {
        number: Found(text=normalised(line))
        for number, line in enumerate(lines, start=1)
        if number not in found
    }
