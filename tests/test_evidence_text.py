"""How the text of documents is compared: paragraphs, what is levelled, digests and openings."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from kzseparatism.evidence.text import digest, normalised, opening, paragraphs

# What stands in real documents, thick: signs, spaces, marks, and letters that look alike.
THICK = st.text(
    "aeopcxyiABE аеорсухіАВЕ é\u0301\u0308\u00ad\u200b\ufeff“”„«»‘’‚`ʼ‐‑–—−…-'\""
    " \t\n\r\u00a0\u2028.,1_",
    max_size=40,
)
ANY = st.text(max_size=60) | THICK


@pytest.mark.parametrize("sign", "“”„«»‟")
def test_typographic_quotation_marks_are_straight(sign: str) -> None:
    """Every double quotation mark is the straight one."""
    assert normalised(f"{sign}x{sign}") == '"x"'


@pytest.mark.parametrize("sign", "‘’‚‛`ʼ")
def test_typographic_apostrophes_are_straight(sign: str) -> None:
    """Every single quotation mark and apostrophe is the straight one."""
    assert normalised(f"it{sign}s") == "it's"


@pytest.mark.parametrize("sign", "‐‑‒–—―−-")
def test_every_dash_is_a_hyphen(sign: str) -> None:
    """Hyphens, dashes and the minus sign are one sign, with or without spaces around them."""
    assert normalised(f"a{sign}b") == "a-b"
    assert normalised(f"a {sign} b") == "a - b"


def test_ellipsis_is_three_points() -> None:
    """The one sign and the three are the same."""
    assert normalised("and so on…") == normalised("and so on...") == "and so on..."


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufeff"])
def test_invisible_signs_go(sign: str) -> None:
    """Soft hyphens and zero-width spaces leave no trace, at the ends or inside a word."""
    assert normalised(f"{sign}sepa{sign}ratism{sign}") == "separatism"
    assert normalised(f"a {sign} b") == "a b"


@pytest.mark.parametrize(
    "space", ["  ", "\t", "\n", "\r\n", "\u00a0", "\u2009", "\u202f", "\u3000"]
)
def test_every_run_of_white_space_is_one_space(space: str) -> None:
    """No-break, thin and wide spaces and line breaks are spaces, and none stays at the ends."""
    assert normalised(f"{space}a{space}b{space}") == "a b"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """Unicode normal form C, for Latin and Cyrillic."""
    assert normalised("Jose\u0301") == "José"
    assert normalised("и\u0306") == "й"


def test_compatibility_forms_are_kept() -> None:
    """Normal form C changes no ligature, superscript or wide letter."""
    assert normalised("ﬁ ² Ａ") == "ﬁ ² Ａ"


@pytest.mark.parametrize(
    ("cyrillic", "latin"), list(zip("АВЕКМНОРСТХаеорсухі", "ABEKMHOPCTXaeopcyxi", strict=True))
)
def test_stray_cyrillic_letter_in_a_latin_word(cyrillic: str, latin: str) -> None:
    """A look-alike inside a word with Latin letters is the Latin letter, wherever it stands."""
    assert normalised(f"{cyrillic}zz") == f"{latin}zz"
    assert normalised(f"z{cyrillic}z") == f"z{latin}z"
    assert normalised(f"zz{cyrillic}") == f"zz{latin}"
    assert normalised(f"zz {cyrillic}") == f"zz {cyrillic}"


def test_cyrillic_words_stay_cyrillic() -> None:
    """A word without a Latin letter is left alone, beside Latin words and numbers too."""
    assert normalised("Саха Republic") == "Саха Republic"
    assert normalised("КамАЗ-5 and МАЗ5") == "КамАЗ-5 and МАЗ5"


def test_letters_without_a_look_alike_stay() -> None:
    """Only look-alikes change, even in a mixed word."""
    assert normalised("Жzа") == "Жza"


def test_case_punctuation_and_digits_are_kept() -> None:
    """What is not listed differs."""
    assert normalised("A b, C! 1") == "A b, C! 1"
    assert normalised("a") != normalised("A")
    assert normalised("a.b") != normalised("ab")


def test_nothing_is_left_of_nothing() -> None:
    """Blank text is empty text."""
    assert normalised("") == normalised(" \n\u200b ") == ""


@given(ANY)
@example("e\u00ad\u0301")
@example("xа\u0301")
@example("\u200b \u0301")
@example("\u1fef")
def test_normalising_twice_is_once(text: str) -> None:
    """What is normalised is not changed again, so a digest does not depend on how often it was."""
    assert normalised(normalised(text)) == normalised(text)


@given(ANY)
def test_normalised_text_has_nothing_that_is_levelled(text: str) -> None:
    """No listed sign, no double space, no space at the ends, and normal form C."""
    result = normalised(text)
    assert not set(result) & set("“”„«»‟‘’‚‛`ʼ‐‑‒–—―−…\u00ad\u200b\ufeff")
    assert result == " ".join(result.split())
    assert unicodedata.is_normalized("NFC", result)


@given(THICK, st.sampled_from(["NFC", "NFD"]))
@example("e\u00ad\u0301", "NFD")
def test_form_of_the_copy_does_not_matter(text: str, form: str) -> None:
    """A composed and a decomposed copy of a text are normalised alike."""
    copied = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert normalised(copied) == normalised(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_digest_is_of_the_normalised_text(text: str) -> None:
    """Sixteen hexadecimal digits of the SHA-256 of the UTF-8 of the normalised text."""
    expected = hashlib.sha256(normalised(text).encode("utf-8")).hexdigest()[:16]
    assert digest(text) == expected
    assert re.fullmatch(r"[0-9a-f]{16}", digest(text))
    assert digest(f"  {text}\n") == digest(text)


def test_digest_is_fixed_for_life() -> None:
    """The ledger rests on these digests: they must never change."""
    assert digest("  “We аre – filled…” ") == digest('"We are - filled..."')
    assert digest("Once upon a time") == "e286222c229ec73b"
    assert digest("") == "e3b0c44298fc1c14"
    assert digest("a") != digest("b")


def test_opening_is_the_first_three_words() -> None:
    """Three words as they are printed, with one space between; fewer where there are no more."""
    assert opening("  “Once,  upon\ta time” it was") == "“Once, upon a"
    assert opening("Once") == "Once"
    assert opening("") == ""
    assert opening("Jose\u0301 x") == "José x"


@given(ANY)
def test_opening_is_of_three_words_at_most(text: str) -> None:
    """The opening is the beginning of the text, and its own opening."""
    result = opening(text)
    assert len(result.split()) <= 3
    assert opening(result) == result
    assert " ".join(unicodedata.normalize("NFC", text).split()).startswith(result)


def test_paragraphs_are_the_lines_that_are_not_blank() -> None:
    """Blank lines don't count, and a line is kept as it is."""
    text = "One\n\n  \t\nTwo \r\n\u00a0\r\n Three"
    assert paragraphs(text) == ["One", "Two ", " Three"]
    assert paragraphs("") == paragraphs("\n \n") == []
    assert paragraphs("one line") == ["one line"]


@given(ANY)
def test_paragraphs_lose_nothing_but_white_space(text: str) -> None:
    """The paragraphs together have every visible character, in order, and none is blank."""
    found = paragraphs(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(part.strip() for part in found)
    assert paragraphs("\n".join(found)) == found


@given(st.lists(st.text("ab .", min_size=1, max_size=9).filter(str.strip), max_size=6))
def test_paragraph_numbers_do_not_depend_on_blank_lines(lines: list[str]) -> None:
    """A copy with other blank lines and line ends has the same paragraphs."""
    assert paragraphs("\n".join(lines)) == lines
    assert paragraphs("\r\n\r\n \r\n".join(lines)) == lines
