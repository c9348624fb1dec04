"""What is levelled in a copy beyond ``normalised``, to find paragraphs and quotes in it.

The digests of the ledger rest on ``normalised`` alone, which never changes. What stands here is
done to copies only: a paragraph counts as found if the levelled copy has its digest, so a changed
word is never levelled away.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

import attrs

from kzseparatism.evidence.text import normalised

# Stands for a hyphen at the end of a line, which may belong to the word or to the line break.
# Control characters are taken out of a copy before, so that it can't be in the text.
HYPHEN = "\x01"

# The Latin ligatures only: full compatibility forms would make 10² the same as 102.
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"ĳ": "ij", "Ĳ": "IJ"}
)
# Programs that take text out of a PDF leave one of these in place of the hyphen.
_SOFT_LINE_END = re.compile("[\u00ad\x02¬](?=[ \t]*\r?\n)")
_SHOWS_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u034f\u061c\u180e\u200c-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,8});")
_MARKS = re.compile(r"^[ \t]*(?:[>|][ \t]?)+", re.MULTILINE)
_QUOTES = str.maketrans(dict.fromkeys("″‶〝〞〟＂❝❞ˮ", '"') | dict.fromkeys("′‵‹›´ʻʹ＇❛❜ꞌ", "'"))
_TWO_FOR_ONE = re.compile(r"(?<!['`’‘])(?:''|``|´´|’’|‘‘|‚‚|,,)(?!['`’‘])")
_DASHES = re.compile(r"[-‐‑‒–—―−⸺⸻﹘﹣－─]{2,}|[⸺⸻﹘﹣－─]")
_ELLIPSIS = re.compile(r"\.(?:[ \u00a0]\.){2}")
_LINE_END = re.compile(r"(?<=\w)(?:[ \t]*\r?\n\s*)?[-‐‑][ \t]*\r?\n\s*(?=\w)")
# Where the document may have two signs for one of the copy.
_TYPED_DASH = re.compile(r"[–—―]|(?<=\s)[-‒−](?=\s)")
_SPACED_DASH = re.compile(r"(?<![ \t])[ \t]+[-‒–—―−][ \t]+")
_TIGHT_DASH = re.compile(r"(?<=[^\W\d])[–—―](?=[^\W\d])")
_TYPED_QUOTE = re.compile('["“”„‟«»]')
_BULLET = re.compile(
    r"\s*(?:[^\w\s\"'“„«‘(\[]{1,3}\s*|[(\[]?(?:\d{1,4}|[A-Za-z])[.):\]]\s+|\d{1,4}\s+)"
)

_Step = Callable[[str], str]


def _invisible(text: str) -> str:
    return _SHOWS_NOTHING.sub("", _SOFT_LINE_END.sub("-", text))


# In this order; the names are the words of the report.
_STEPS: tuple[tuple[str, _Step], ...] = (
    ("HTML entities", lambda text: _ENTITY.sub(lambda match: html.unescape(match[0]), text)),
    ("characters that show nothing", _invisible),
    ("ligatures", lambda text: text.translate(_LIGATURES)),
    ("marks before lines", lambda text: _MARKS.sub("", text)),
    ("quotation marks", lambda text: _TWO_FOR_ONE.sub('"', text.translate(_QUOTES))),
    ("ellipses", lambda text: _ELLIPSIS.sub("...", text)),
    # The en dash, and not the hyphen that it becomes: so it can be told from hyphens until then.
    ("dashes", lambda text: _DASHES.sub("–", text)),
)


@attrs.frozen(kw_only=True, order=False)
class Reading:
    """A text as it is compared, with its line breaks, and what was levelled in it."""

    text: str
    levelled: tuple[str, ...]

    @property
    def running(self) -> str:
        """The whole on one line, normalised; ``HYPHEN`` stands for a hyphen that ends a line."""
        return normalised(_LINE_END.sub(HYPHEN, self.text.replace(HYPHEN, "")))


def level(text: str) -> Reading:
    """Return a text with everything levelled that means nothing, and the names of what was.

    In this order: HTML entities become the characters that they stand for; characters that show
    nothing (word joiners, direction marks, control characters) go; Latin ligatures become their
    letters; ``>`` and ``|`` before a line go; two single quotation marks or two commas become one
    double mark, and primes quotation marks; three points with spaces between lose the spaces; two
    or more hyphens or dashes become one dash. Line breaks stay, and what ``normalised`` levels.

    >>> level("> ``Oﬃce'' -- she said").levelled
    ('ligatures', 'marks before lines', 'quotation marks', 'dashes')
    >>> level("> ``Oﬃce'' -- she said").text
    '"Office" – she said'
    """
    changed: list[str] = []
    for name, step in _STEPS:
        after = step(text)
        if after != text:
            changed.append(name)
        text = after
    return Reading(text=text, levelled=tuple(changed))


def readings(text: str) -> Iterator[Reading]:
    """Yield the ways to read a copy, the plainest first: as it is, levelled, with doubled signs.

    The last are for a document that has ``--`` or ``''`` where the copy has one sign, or has
    spaces around its dashes where the copy has none, or the other way round.
    """
    yield Reading(text=text, levelled=())
    wide = level(text)
    if wide.levelled:
        yield wide
    dashes = _TYPED_DASH.sub("--", wide.text)
    others = (
        (("dashes",), dashes),
        (("dashes",), _SPACED_DASH.sub("–", wide.text)),
        (("dashes",), _TIGHT_DASH.sub(" – ", wide.text)),
        (("quotation marks",), _TYPED_QUOTE.sub("''", wide.text)),
        (("dashes", "quotation marks"), _TYPED_QUOTE.sub("''", dashes)),
    )
    seen = {wide.text}
    for names, other in others:
        if other not in seen:
            seen.add(other)
            yield Reading(text=other, levelled=tuple(dict.fromkeys((*wide.levelled, *names))))


def without_bullet(paragraph: str) -> str:
    """Return a paragraph without a bullet or number that may have been put before it.

    >>> without_bullet("• Once"), without_bullet("12. Once"), without_bullet("Once")
    ('Once', 'Once', 'Once')
    """
    return _BULLET.sub("", paragraph, count=1) if _BULLET.match(paragraph) else paragraph
