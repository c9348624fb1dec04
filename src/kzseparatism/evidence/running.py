"""Paragraphs and quotes inside running text, where line breaks say nothing about their ends."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import attrs

from kzseparatism.evidence.levelling import HYPHEN

# A paragraph can end after any of these: a space, a sign, a capital, a run of digits or of small
# letters, as in "the endThe next", where the line break between two paragraphs has been lost.
_PIECE = re.compile(r"\s|\W|\d+|[A-ZА-ЯЁ]|[^\W\dA-ZА-ЯЁ]+")
_LONGEST = 10_000
# What a file may cost: pieces of text times ways to read their hyphens, about a microsecond each.
_MOST_STEPS = 2_000_000
_MOST_WAYS = 64
# A shorter paragraph, as "Reply", may stand in any text by chance.
SHORT = 40


@attrs.frozen(order=False)
class Span:
    """Where a paragraph stands in the running text, from ``start`` until before ``end``."""

    digest: str
    start: int
    end: int
    text: str
    hyphens: bool


@attrs.define(eq=False)
class _Purse:
    steps: int = _MOST_STEPS


def spans(running: str, wanted: Mapping[str, set[str]]) -> Iterator[Span]:
    """Yield the paragraphs that stand in a running text, by the digests wanted for each opening.

    From each place of an opening on the text is digested piece by piece, until it is a wanted
    paragraph. Bounded: a file full of openings is given up after some seconds.
    """
    hyphens = [match.start() for match in re.finditer(HYPHEN, running)]
    purse = _Purse()
    for opening, digests in wanted.items():
        missing = set(digests)
        for start in _places(opening, running, hyphens):
            for span in _ends(running, start, missing, purse):
                # A short one is judged by what stands around it, so every place of it counts.
                if len(span.text) >= SHORT:
                    missing.discard(span.digest)
                yield span
            if not missing:
                break
            if purse.steps <= 0:
                return


def _places(opening: str, running: str, hyphens: list[int]) -> Iterator[int]:
    yield from _occurrences(opening, running.replace(HYPHEN, "-"))
    if hyphens:
        joined = [place - number for number, place in enumerate(hyphens)]
        for place in _occurrences(opening, running.replace(HYPHEN, "")):
            yield place + bisect_right(joined, place)


def _occurrences(sought: str, text: str) -> Iterator[int]:
    place = text.find(sought)
    while place >= 0:
        yield place
        place = text.find(sought, place + 1)


def _ends(running: str, start: int, wanted: set[str], purse: _Purse) -> Iterator[Span]:
    """Yield where wanted paragraphs end that begin here; a hyphen at a line end is read all ways.

    The likeliest way is first: all such hyphens belong to the line breaks.
    """
    left = {bytes.fromhex(digest) for digest in wanted}
    ways: list[tuple[int, str, hashlib._Hash]] = [(0, "", hashlib.sha256())]
    for match in _PIECE.finditer(running, start, start + _LONGEST):
        piece = match[0]
        if piece == HYPHEN:
            ways = sorted(_forked(ways), key=lambda way: way[0])[:_MOST_WAYS]
            continue
        purse.steps -= len(ways)
        if purse.steps <= 0:
            return
        content = piece.encode("utf-8", "replace")
        for _, chosen, hashed in ways:
            hashed.update(content)
            if piece != " " and hashed.digest()[:8] in left:
                left.discard(hashed.digest()[:8])
                text = _written(running[start : match.end()], chosen)
                yield Span(hashed.hexdigest()[:16], start, match.end(), text, bool(chosen))
        if not left:
            return


# A hyphen that goes, one that stays, and one that stays before a space, as in "north- and south".
_WAYS = {"0": "", "1": "-", "2": "- "}


def _forked(
    ways: list[tuple[int, str, hashlib._Hash]],
) -> Iterator[tuple[int, str, hashlib._Hash]]:
    for cost, chosen, hashed in ways:
        for choice, written in _WAYS.items():
            other = hashed.copy()
            other.update(written.encode())
            yield cost + int(choice), chosen + choice, other


def _written(text: str, chosen: str) -> str:
    choices = iter(chosen)
    return "".join(_WAYS[next(choices)] if sign == HYPHEN else sign for sign in text)


def stands_in(quote: str, running: str) -> bool:
    """Return whether a normalised quote stands, in whole words, in a running text."""
    if HYPHEN not in running:
        pattern = re.escape(quote)
    else:
        pattern = "".join(map(_loosely, quote, " " + quote, quote[1:] + " "))
    before = r"(?<!\w)" if quote[:1].isalnum() else ""
    after = r"(?!\w)" if quote[-1:].isalnum() else ""
    return bool(quote) and re.search(before + pattern + after, running) is not None


def _loosely(sign: str, before: str, after: str) -> str:
    if sign == "-":
        return f"[-{HYPHEN}]"
    if sign == " " and before == "-":
        return " ?"
    between = sign.isalnum() and after.isalnum()
    return re.escape(sign) + (f"{HYPHEN}?" if between else "")
