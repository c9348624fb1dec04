"""The files of somebody's folder, as text, or what they are instead and what to do."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import attrs

from kzseparatism.evidence.encodings import decoded
from kzseparatism.evidence.webpage import TEXT_FROM, is_html, text_of_html

_LARGEST = 20_000_000
_LONGEST = 2_000_000
_MOST_ACCENTS = 1_000
_KINDS = (
    (b"%PDF-", f"is a PDF: {TEXT_FROM}, for example with pdftotext"),
    (b"{\\rtf", f"is RTF: {TEXT_FROM}"),
    (b"PK\x03\x04", f"is a ZIP archive, perhaps a text document or an e-book: {TEXT_FROM}"),
    (b"\xd0\xcf\x11\xe0", f"is an old Office document: {TEXT_FROM}"),
    (b"\x1f\x8b", "is compressed with gzip: unpack it"),
    (b"\x89PNG", "is an image: type its text, or use text recognition"),
    (b"\xff\xd8\xff", "is an image: type its text, or use text recognition"),
    (b"GIF8", "is an image: type its text, or use text recognition"),
)
# What a browser writes that saves a page with its pictures into one file.
WEB_ARCHIVE = re.compile(
    rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:", re.IGNORECASE
)


@attrs.frozen(kw_only=True, order=False)
class Draft:
    """One way to read a file as text: the encoding, and whether it was HTML.

    ``sure`` is whether the encoding is certain without knowing what the text should say.
    """

    text: str
    encoding: str
    html: bool = False
    sure: bool = True


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; a file too large for any article is a ``ValueError``."""
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        message = f"larger than {_LARGEST} bytes, so no article"
        raise ValueError(message)
    return content


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def drafts(content: bytes, name: str) -> Iterator[Draft]:
    """Yield the texts that a file's content may be, the likeliest first.

    There are several where the encoding is uncertain. Whatever isn't text is a ``ValueError``
    that says what to do.
    """
    for beginning, advice in _KINDS:
        if content.startswith(beginning):
            raise ValueError(advice)
    if WEB_ARCHIVE.match(content[:5_000]):
        message = f"is a saved message or web archive: {TEXT_FROM}"
        raise ValueError(message)
    for found in decoded(content):
        page = is_html(found.text, name)
        text = text_of_html(found.text) if page else found.text
        if len(text) > _LONGEST:
            message = f"has more than {_LONGEST} characters of text, so no article"
            raise ValueError(message)
        if _has_endless_accents(text):
            message = f"has more than {_MOST_ACCENTS} accents on one letter, so no article"
            raise ValueError(message)
        yield Draft(text=text, encoding=found.encoding, html=page, sure=found.sure)


def _has_endless_accents(text: str) -> bool:
    """Return whether a letter has so many accents that putting them in order takes for ever."""
    marks = (unicodedata.combining(letter) > 0 for letter in ("" if text.isascii() else text))
    return any(are and sum(1 for _ in run) > _MOST_ACCENTS for are, run in groupby(marks))
