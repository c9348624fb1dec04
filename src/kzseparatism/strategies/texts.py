"""Texts that a record can hold: ids, lines, codes of countries; most come out of small lists."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

_PHRASES = (
    *("nothing", "nobody", "Nowhere", "Nobody said anything.", "it's made-up", "100", "№ 7"),
    *("ничто", "Никто нигде", "Ёлки-палки", "Ешкім ештеңе айтпады.", "Үй", "Ştat", "naïve café"),
    *("«цитата»", "“said”", "a, b; c", '"quoted"', "<b>&amp;</b>", "=1+1", "null", "NaN", "ß"),
)
# None stands for anything else; it is rare, for it costs many draws.
_LINES = st.sampled_from((*_PHRASES, None))
_COUNTRIES = st.sampled_from(("KZ", "RU", "UA", "US", "XX", "KG", "UZ", None))
_LETTERS = st.sampled_from((*"abcdefgh" * 2, None))

_word = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"), min_size=1, max_size=4)
_any_id = st.lists(_word, min_size=1, max_size=3).map("-".join)
# Anything that can be printed: no control characters, no white space but the plain one.
_printable = st.characters(exclude_categories=("C", "Z"), include_characters=" ")
_any_line = st.text(_printable, max_size=12)
_any_country = st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), min_size=2, max_size=2)


def record_id(draw: st.DrawFn, of: str) -> str:
    """Draw an id: mostly such as "actor-a", to which it shrinks, or lower-case words."""
    letter = draw(_LETTERS)
    return draw(_any_id) if letter is None else f"{of}-{letter}"


def line(draw: st.DrawFn) -> str:
    """Draw a text that is not empty, in one of several alphabets. It shrinks to "nothing"."""
    phrase = draw(_LINES)
    if phrase is not None:
        return phrase
    return unicodedata.normalize("NFC", draw(_any_line)).strip() or "nothing"


def country(draw: st.DrawFn) -> str:
    """Draw a code in the form of ISO 3166-1 alpha-2, mostly one that is in use."""
    code = draw(_COUNTRIES)
    return draw(_any_country) if code is None else code
