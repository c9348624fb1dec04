"""The text of a web page, by the parser of the extra ``[html]``."""

from __future__ import annotations

import re

TEXT_FROM = "save its text as a .txt file"

_BLOCKS = (
    "address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|th"
    "|title|tr|ul"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# These have no end, or one that is understood.
_NOT_NESTED = re.compile(
    r"(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|html|head|body|p|li"
    r"|dt|dd|tr|td|th|tbody|thead|tfoot|option|optgroup)$",
    re.IGNORECASE,
)
# Tags times the depth to which they are nested: so HTML grows in time and in room.
_MOST_NESTED = 3_000_000
_BLOCK_TAG = re.compile(rf"(?=</?(?:{_BLOCKS})\b)", re.IGNORECASE)
_BREAK_TAG = re.compile(r"(?=<br\b)", re.IGNORECASE)
_QUOTE_TAG = re.compile(r"(?=</?q\b)", re.IGNORECASE)
_PAGE = re.compile(
    r"(?>\s*)(?>(?>(?:<\?xml[^>]*>|<!--.*?-->)\s*)*)<(?:!doctype\s+html|html|head|body|meta|title|article"
    r"|section|main|div|h[1-6]|p)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)


def is_html(text: str, name: str) -> bool:
    """Return whether a text is HTML: by its beginning, or by the file's name and its tags."""
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return bool(_PAGE.match(text[:5_000])) or (named and "</" in text)


def text_of_html(page: str) -> str:
    """Return all the text of a page, with a blank line between blocks; scripts and styles go.

    All of it, and not what a program takes for the main text: comments, bylines and parts of the
    page are paragraphs, too. Needs the extra ``html``; without it this is a ``ValueError``.
    """
    try:
        # An extra: imported only when a page is there.
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415
    except ModuleNotFoundError:
        remedy = "or install the extra html: python -m pip install selectolax"
        message = f"is HTML: {TEXT_FROM}, {remedy}"
        raise ValueError(message) from None
    if _nesting(page) > _MOST_NESTED:
        message = f"is HTML with its tags nested too deeply: {TEXT_FROM}"
        raise ValueError(message)
    # Line breaks go in before parsing: a tree of depth without end is slow to change.
    page = _BLOCK_TAG.sub("\n\n", page.replace("\0", ""))
    page = _QUOTE_TAG.sub('"', _BREAK_TAG.sub("\n", page))
    tree = LexborHTMLParser(page)
    for node in tree.css("script, style, template"):
        node.decompose()
    root = tree.root
    return root.text(deep=True, separator="", strip=False) if root is not None else ""


def _nesting(page: str) -> int:
    depth = deepest = number = 0
    for match in _TAG.finditer(page):
        closing, name = match.groups()
        number += 1
        if not _NOT_NESTED.match(name):
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return number * deepest
