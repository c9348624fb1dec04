"""Laws of folding, skeleton keys and look-up, for any text and any small index."""

from __future__ import annotations

import unicodedata
from random import Random

from hypothesis import example, given, strategies as st

from kzseparatism.errors import (
    AmbiguousNameError,
    InvalidValueError,
    KzSeparatismError,
    UnknownNameError,
)
from kzseparatism.names.index import IndexEntry, NameIndex
from kzseparatism.names.spelling import fold, nearest, skeleton

# Any code point at all, lone surrogates too.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
# The letters of the material, where case comes in plain pairs.
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
WRITTEN = st.text(LETTERS + LETTERS.upper() + " -'", max_size=30)
# Few letters, so that names meet on every step.
ALIKE = st.text("aeyoihkjzцж ё'-?", max_size=8)


@st.composite
def indexes(draw: st.DrawFn) -> list[IndexEntry[str]]:
    """Draw a few entries whose names look alike, each with its own id."""
    ids = draw(st.lists(st.sampled_from(["a", "e", "k-h", "zh", "yo"]), max_size=4, unique=True))
    return [
        IndexEntry(
            record=record_id,
            id=record_id,
            names=tuple(draw(st.lists(ALIKE.filter(str.strip), max_size=3))),
            label=record_id,
            kind="thing",
        )
        for record_id in ids
    ]


def spaced(text: str) -> str:
    """Return the levelled words of a text with a space around each."""
    return "".join(f" {skeleton(word)}" for word in fold(text).split()) + " "


def answer(entries: list[IndexEntry[str]], query: str) -> str | KzSeparatismError:
    """Return what the index says: an id, or the error it raises."""
    try:
        return NameIndex("thing", entries).find(query)
    except KzSeparatismError as error:
        return error


def candidates(entries: list[IndexEntry[str]], query: str) -> set[str]:
    """Return the ids that the first step which finds any finds, told step by step."""
    pairs = [(name, entry.id) for entry in entries for name in entry.names]
    steps = (
        {entry.id for entry in entries if entry.id == query},
        {owner for name, owner in pairs if name == query},
        {owner for name, owner in pairs if fold(name) == fold(query) != ""},
        {owner for name, owner in pairs if skeleton(name) == skeleton(query) != ""},
        {owner for name, owner in pairs if fold(query) and spaced(query) in spaced(name)},
    )
    return next((found for found in steps if found), set())


@given(ANY_TEXT)
@example("ﷺİ\u0345ß")
def test_fold_is_idempotent(text: str) -> None:
    """What is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT | WRITTEN | ALIKE)
@example("zkh kkh qh")
def test_skeleton_is_idempotent(text: str) -> None:
    """A skeleton is its own skeleton."""
    assert skeleton(skeleton(text)) == skeleton(text)


@given(WRITTEN)
def test_case_does_not_matter(text: str) -> None:
    """Capitals and small letters fold alike."""
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(WRITTEN, st.sampled_from("\u0300\u0301\u0304"))
def test_accents_do_not_matter(text: str, accent: str) -> None:
    """A grave, acute or macron on any letter changes nothing."""
    assert fold("".join(f"{one}{accent}" if one.isalpha() else one for one in text)) == fold(text)


@given(WRITTEN)
def test_composition_does_not_matter(text: str) -> None:
    """Composed and decomposed letters fold alike."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(WRITTEN)
def test_folded_material_is_plain(text: str) -> None:
    """Latin, Russian and Kazakh letters all become small a to z, words one space apart."""
    folded = fold(text)
    assert folded.isascii()
    assert folded == " ".join(folded.split()) == folded.lower()
    assert all(letter.isalpha() or letter == " " for letter in folded)


@given(ANY_TEXT | WRITTEN)
def test_skeleton_depends_on_the_fold_alone(text: str) -> None:
    """Texts that fold alike have one skeleton."""
    assert skeleton(fold(text)) == skeleton(text)


@given(indexes(), ALIKE | st.sampled_from(["a", "k-h", "zh"]))
def test_find_never_guesses(entries: list[IndexEntry[str]], query: str) -> None:
    """One candidate is returned, several are refused, none is unknown; as told step by step."""
    expected = candidates(entries, query)
    found = answer(entries, query)
    if isinstance(found, str):
        assert {found} == expected
    elif isinstance(found, AmbiguousNameError):
        assert len(found.candidates) == len(expected) > 1
    elif isinstance(found, UnknownNameError):
        assert not expected
        assert len(found.candidates) <= 3
        assert set(found.candidates) <= {entry.label for entry in entries}
    else:
        assert isinstance(found, InvalidValueError)
        assert not query.strip()


@given(indexes(), st.randoms(use_true_random=False), ALIKE)
def test_order_of_records_does_not_matter(
    entries: list[IndexEntry[str]], random: Random, query: str
) -> None:
    """Records in another order lead to the same record or the same kind of error."""
    before = answer(entries, query)
    random.shuffle(entries)
    after = answer(entries, query)
    assert type(after) is type(before)
    assert isinstance(after, KzSeparatismError) or after == before


@given(indexes(), ANY_TEXT | st.none() | st.binary())
def test_only_errors_of_ours(entries: list[IndexEntry[str]], query: str) -> None:
    """Whatever is asked, what is raised is ours and also the builtin for it, and can be shown."""
    found = answer(entries, query)
    if isinstance(found, KzSeparatismError):
        assert isinstance(found, LookupError | ValueError | TypeError)
        assert str(found).encode()


@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=6))
def test_nearest_are_options(text: str, options: list[str]) -> None:
    """Up to three come back, each one of the options."""
    close = nearest(text, options)
    assert len(close) <= 3
    assert set(close) <= set(options)
