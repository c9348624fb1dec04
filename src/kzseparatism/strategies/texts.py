"""Texts that a record can hold: ids, lines, names that are visibly made up, codes of countries."""

from __future__ import annotations

import unicodedata
from functools import cache

from hypothesis import strategies as st

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_PHRASES = (
    *("nothing", "nobody", "Nowhere", "Nobody said anything.", "it's made-up", "100", "№ 7"),
    *("ничто", "Никто нигде", "Ёлки-палки", "Ешкім ештеңе айтпады.", "Үй", "Ştat", "naïve café"),
    *("«цитата»", "“said”", "a, b; c", '"quoted"', "<b>&amp;</b>", "=1+1", "null", "NaN", "ß"),
)
_COUNTRIES = ("KZ", "RU", "UA", "US", "XX")


@cache
def ids(of: str) -> st.SearchStrategy[str]:
    """Generate ids: lower-case words joined by hyphens, such as "actor-a", to which they shrink."""
    word = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=4)
    wild = st.lists(word, min_size=1, max_size=3).map("-".join)
    return st.one_of(st.sampled_from([f"{of}-{letter}" for letter in "abcdefgh"]), wild)


@cache
def lines() -> st.SearchStrategy[str]:
    """Generate texts that are not empty, in several alphabets. They shrink to "nothing"."""
    # Anything that can be printed: no control characters, no white space but the plain one.
    printable = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
    wild = st.text(printable, max_size=12).map(_as_line)
    return st.one_of(*[st.sampled_from(_PHRASES)] * 4, wild)


@cache
def texts() -> st.SearchStrategy[str]:
    """Generate texts that may be empty, and shrink to that."""
    return st.one_of(st.sampled_from(("", *_PHRASES)), lines())


@cache
def names(of: str) -> st.SearchStrategy[str]:
    """Generate names of something that there is not: "Made-up person nobody"."""
    return lines().map(lambda line: f"Made-up {of} {line}")


@cache
def countries() -> st.SearchStrategy[str]:
    """Generate codes in the form of ISO 3166-1 alpha-2, more often some that are in use."""
    capitals = st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), min_size=2, max_size=2)
    return st.one_of(st.sampled_from(_COUNTRIES), st.sampled_from(_COUNTRIES), capitals)


def a_few(elements: st.SearchStrategy[str], *, max_size: int = 2) -> st.SearchStrategy[list[str]]:
    """Generate a few texts, each once; none where there is nothing to draw from."""
    if elements.is_empty:
        return st.just([])
    return st.lists(elements, max_size=max_size, unique=True)


@cache
def hex_digits(number: int) -> st.SearchStrategy[str]:
    """Generate so many lower-case hexadecimal digits."""
    return st.integers(0, 16**number - 1).map(lambda value: f"{value:0{number}x}")


def _as_line(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip() or "nothing"
