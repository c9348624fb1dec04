"""Texts that a spreadsheet would take for a formula, and how they are made plain text."""

from __future__ import annotations

# The wide forms are formulas in a Japanese or Chinese spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe comes before it.

    A text that begins with apostrophes and then with a formula gets one more, so that the first
    apostrophe can be taken away again.

    >>> inert("=1+1"), inert("1+1"), inert("'=1+1")
    ("'=1+1", '1+1', "''=1+1")
    """
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def as_it_was(text: str) -> str:
    """Return the text of which ``inert`` made this one."""
    return text[1:] if text[:1] == "'" and text.lstrip("'").startswith(FORMULA) else text
