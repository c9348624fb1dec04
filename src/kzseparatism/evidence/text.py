"""How the text of documents is compared: paragraphs, digests, and what is levelled."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SPACE = re.compile(r"\s+")
_SIGNS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "ʼ": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...",
        "\u00ad": None, "\u200b": None, "\ufeff": None,
    }
)  # fmt: skip
# Cyrillic letters that look like Latin ones, as they stray into Latin words.
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХаеорсухі", "ABEKMHOPCTXaeopcyxi")
_LOOKS_LATIN = re.compile("[АВЕКМНОРСТХаеорсухі]")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")


def paragraphs(text: str) -> list[str]:
    """Return the lines of a document that are not blank, in order; the first is paragraph 1."""
    return [line for line in text.splitlines() if line.strip()]


def normalised(text: str) -> str:
    """Return a text as it is compared: what differs between copies of an article is levelled.

    In this order: Unicode normal form C; typographic quotation marks and apostrophes straight;
    every dash a hyphen; an ellipsis three points; soft hyphens and zero-width spaces out; a
    Cyrillic look-alike inside a word with Latin letters is that Latin letter; every run of white
    space one space, and none at the ends.

    >>> normalised("  “We аre – filled…” ")
    '"We are - filled..."'
    """
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    before = None
    while text != before:
        # A letter that has become Latin may join an accent, and the word around it.
        before = text
        text = unicodedata.normalize("NFC", text).translate(_SIGNS)
        if _LOOKS_LATIN.search(text):
            text = _WORD.sub(_latin_word, text)
        text = _SPACE.sub(" ", text).strip()
    return text


def _latin_word(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_LOOK_ALIKES) if _LATIN.search(word) else word


def digest(paragraph: str) -> str:
    """Return the first sixteen hexadecimal digits of the SHA-256 of the normalised text."""
    return hashlib.sha256(normalised(paragraph).encode()).hexdigest()[:16]


def opening(paragraph: str) -> str:
    """Return the first three words of a paragraph, by which a reader recognises it."""
    return " ".join(unicodedata.normalize("NFC", paragraph).split()[:3])
