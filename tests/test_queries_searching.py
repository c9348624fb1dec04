"""Search, against an oracle that folds every text anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

import kzseparatism as kz
from kzseparatism.names.spelling import words
from records import actor, case, charge, dataset, role, source, statement

FIELDS = ("name", "title", "aliases", "quotes", "summary", "offence", "venue", "resolution", "note")
EVERYTHING: list[Any] = [one for _, table in kz.load().tables() for one in table]


def texts(record: Any) -> Iterator[str]:
    """Yield every text of a record that search promises to look at, in no order."""
    for field in FIELDS:
        if not isinstance(record, kz.Region | kz.LedgerRow):
            value = getattr(record, field, ())
            yield from (value,) if isinstance(value, str) else value
    yield from (one.text for one in getattr(record, "names", ()))
    yield from (one.offence for one in getattr(record, "charges", ()))
    yield from (one.title for one in getattr(record, "roles", ()))
    if isinstance(record, kz.Region):
        yield record.note


def folded(text: str) -> str:
    """Return a text as folded words between spaces, without the English 's."""
    return f" {' '.join(words(POSSESSIVE.sub('', text)))} "


POSSESSIVE = re.compile(r"['’]s\b")
FOLDED = {one.id: [folded(text) for text in texts(one)] for one in EVERYTHING}
WORDS = sorted(
    {word for all_texts in FOLDED.values() for text in all_texts for word in text.split()}
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), st.booleans())
def test_against_an_oracle(looked_for: list[str], phrase: bool) -> None:  # noqa: FBT001
    """Found is exactly what has all the words, or the phrase, in one of its texts."""
    question = " ".join(looked_for)
    runs = [question] if phrase else looked_for
    found = kz.search(f'"{question}"' if phrase else question)
    assert set(found.ids) == {
        record_id
        for record_id, all_texts in FOLDED.items()
        if any(all(f" {' '.join(words(run))} " in text for run in runs) for text in all_texts)
    }


@settings(max_examples=5)
@given(st.sampled_from(WORDS))
def test_records_that_are_given_are_searched_as_the_dataset_is(word: str) -> None:
    """The same records have the same answer, from wherever they come."""
    assert kz.search(word, among=EVERYTHING) == kz.search(word)


def test_order_and_field() -> None:
    """Titles before quotations, summaries, what else is told, and notes; then by id."""
    said = statement("b", quotes=["a red flag"], note="the flag was red")
    records = [
        statement("z", note="a flag"),
        said,
        statement("a", summary="A flag was shown."),
        case("case", charges=[charge(offence="showing a flag")]),
        statement("y", quotes=["nothing", "their flag"]),
        actor("a-club", kind="organisation", aliases=["The Club", "Flag Club"]),
        actor("bearer", roles=[role(title="flag bearer")]),
        statement("x", speakers=[actor("flag-club-2", name="Flag")]),
    ]
    hits = kz.search("flag", among=records)
    assert [(hit.id, hit.field) for hit in hits] == [
        ("a-club", ".aliases[1]"),
        ("b", ".quotes[0]"),
        ("y", ".quotes[1]"),
        ("a", ".summary"),
        ("bearer", ".roles[0].title"),
        ("case", ".charges[0].offence"),
        ("z", ".note"),
    ]
    assert hits["b"].record is said
    assert kz.search("flag", among=iter(records)) == hits


def test_words_are_in_one_text() -> None:
    """Words of two texts are no hit, in whichever order they stand in one."""
    said = statement(quotes=["one two", "three"])
    assert kz.search("two one", among=[said]).ids == (said.id,)
    assert kz.search("two three", among=[said]).ids == ()
    assert kz.search('"two one"', among=[said]).ids == ()


@pytest.mark.parametrize(
    "question", ["Жириновский", "ZHIRINOVSKIY", "Jirinovsky", "Zhirinovskii’s"]
)
def test_alphabets_meet(question: str) -> None:
    """A name is found in any of the usual spellings."""
    assert kz.search(question, among=[source(title="On Zhirinovsky's lands")]) != kz.Table()


def test_numbers_are_told_apart() -> None:
    """A doubled digit is another number, while a doubled letter may be another spelling."""
    records = [statement(id="a", summary="In 2002, Kassym."), statement(id="b", summary="In 2022.")]
    assert kz.search("2022", among=records).ids == ("b",)
    assert kz.search("2002", among=records).ids == ("a",)
    assert kz.search("Kasym", among=records).ids == ("a",)


def test_the_text_shown_is_cut_between_words() -> None:
    """A long text is shown around the words, a short one in full."""
    short = statement("short", summary="A flag (red).")
    note = f"{'before ' * 40}flag {'after ' * 40}".strip()
    hits = kz.search("flag", among=[short, statement("long", note=note)])
    assert hits["short"].text == "A flag (red)."
    shown = hits["long"].text
    assert shown.startswith("... before")
    assert shown.endswith("after ...")
    assert len(shown) < 220
    assert shown.strip(". ") in note
    last = statement("last", note=f"{'before ' * 40}flag!")
    assert kz.search("flag", among=[last])[0].text.endswith("before flag!")


def test_private_names() -> None:
    """A private name is found where it stands, printed by pseudonym, and not once replaced."""
    hidden = actor("somebody-1", name="Quidam Ignotus", private=True)
    data = dataset(actors=[hidden])
    hits = kz.search("Ignotus", among=data.actors)
    assert hits.ids == ("somebody-1",)
    assert "Ignotus" not in str(hits)
    assert "[somebody-1]" in str(hits)
    assert kz.search("Ignotus", among=data.pseudonymised().actors) == kz.Table()


def test_errors() -> None:
    """Nothing to look for, too much of it, and other types."""
    for text in ("", " \t", "?!", "word " * 41):
        with pytest.raises(kz.InvalidValueError, match="text: "):
            kz.search(text)
    wrong: list[Any] = [None, 3, b"flag", ["flag"]]
    for text in wrong:
        with pytest.raises(kz.WrongTypeError, match="is not text"):
            kz.search(text)
    with pytest.raises(kz.WrongTypeError, match="among: None is not a record"):
        kz.search("flag", among=wrong)
    with pytest.raises(kz.WrongTypeError, match="among: 3 is not a list of records"):
        kz.search("flag", among=wrong[1])
