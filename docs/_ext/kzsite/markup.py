"""Markdown: text that stays as it is, and the few shapes that the pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Every sign that Markdown could read as markup; a backslash before it keeps it a sign.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#+\-.!|~$&:@^=]")


def escaped(text: str) -> str:
    r"""Return a text as Markdown that shows the very same text.

    >>> escaped("[person-2] said *no*")
    '\\[person\\-2\\] said \\*no\\*'
    """
    return _SIGNS.sub(r"\\\g<0>", text)


def code(text: str) -> str:
    """Return an id or another text without backquotes as code."""
    return f"`{text}`"


def link(text: str, target: str) -> str:
    """Return a link; ``text`` is shown as it is."""
    return f"[{escaped(text)}]({target})"


def anchor(name: str) -> str:
    """Return the attribute that makes the thing before or below it a target of links."""
    return f"{{#{name}}}"


def slug(text: str) -> str:
    """Return the anchor that a heading of this text gets.

    >>> slug("Statement.date_basis")
    'statement-date-basis'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def bullets(items: Iterable[str]) -> str:
    """Return a list, one line for each item of Markdown."""
    return "\n".join(f"- {item}" for item in items)


def quotations(quotes: Iterable[str]) -> str:
    """Return quotes, each in a block of its own."""
    return "\n\n".join(f"> {escaped(quote)}" for quote in quotes)


def definitions(rows: Iterable[tuple[str, str]]) -> str:
    """Return pairs of Markdown as a list of terms with what is said of them."""
    return "\n\n".join(f"{term}\n: {_indented(text)}" for term, text in rows)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; every cell is Markdown in one line, and the headings are plain text."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell or ' ' for cell in row)} |" for row in lines)


def blocks(*parts: str) -> str:
    """Return the parts that say something, with a blank line between them."""
    return "\n\n".join(part for part in parts if part)
