"""Laws of folding, skeleton keys and look-up, for any text and any small index."""

from __future__ import annotations

import unicodedata
from random import Random

import attrs
import pytest
from hypothesis import example, given, strategies as st

import kzseparatism as kz
from kzseparatism.errors import (
    AmbiguousNameError,
    InvalidValueError,
    KzSeparatismError,
    UnknownNameError,
)
from kzseparatism.names.index import IndexEntry, NameIndex
from kzseparatism.names.people import PersonNames
from kzseparatism.names.spelling import fold, joined, nearest, skeleton
from kzseparatism.names.standards import readings

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
        {owner for name, owner in pairs if joined(name) == joined(query) != ""},
        {owner for name, owner in pairs if fold(query) and spaced(query) in spaced(name)},
    )
    return next((found for found in steps if found), set())


def read_otherwise(entries: list[IndexEntry[str]], query: str) -> set[str]:
    """Return the ids that some reading of the query by another standard leads to."""
    # An id is never spelt in another way, and neither is an exact name: no such step here.
    folded = [attrs.evolve(entry, names=tuple(map(fold, entry.names))) for entry in entries]
    without_ids = [attrs.evolve(entry, id=f"\0{entry.id}") for entry in folded]
    found = (candidates(without_ids, fold(reading)) for reading in readings(query))
    return {owner.removeprefix("\0") for owners in found for owner in owners}


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
    expected = candidates(entries, query) or read_otherwise(entries, query)
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


PEOPLE = [
    actor
    for actor in kz.actors
    if actor.kind == "person" and actor.named and not actor.private and " " in actor.name
]
PATRONYMICS = ["", "Ivanovich", "Abishuly", "Сергеевна", "V.", "А."]


@st.composite
def forms(draw: st.DrawFn, actor: kz.Actor) -> str:
    """Draw a form of a person's printed name: its order, initials, a patronymic, a title, case."""
    *given, surname = actor.name.partition(" (")[0].split()
    patronymic = draw(st.sampled_from(PATRONYMICS))
    initial = draw(st.sampled_from([f"{given[0][0]}.", given[0][0]]))
    first = draw(st.sampled_from([" ".join(given), initial]))
    comma = draw(st.sampled_from(["", ","]))
    last_first = f"{surname}{comma} {first} {patronymic}"
    form = draw(st.sampled_from([f"{first} {patronymic} {surname}", last_first]))
    title = draw(st.sampled_from(["", "", "Mr ", *(f"{role.title} " for role in actor.roles)]))
    written = " ".join(f"{title}{form}".split())
    return draw(st.sampled_from([written, written.upper(), written.lower()]))


def found_or_none(form: str) -> str | None:
    """Return the id of the actor that a form leads to, or None where it leads to none or many."""
    try:
        return kz.find_actor(form).id
    except (kz.UnknownNameError, kz.AmbiguousNameError):
        return None


@given(st.data(), st.sampled_from(PEOPLE))
def test_no_form_leads_to_somebody_else(data: st.DataObject, actor: kz.Actor) -> None:
    """A form of one actor's name leads to that actor, or to an error; never to another."""
    form = data.draw(forms(actor))
    assert found_or_none(form) in (actor.id, None)


def has_words(actor: kz.Actor, form: str) -> bool:
    """Return whether every word of a form is a word of the actor's names."""
    printed = fold(" ".join((actor.name, *actor.aliases))).split()
    # The one given name among these that has two forms.
    same = {"aleksander": "aleksandr"}
    asked, own = (
        {same.get(key, key) for key in map(skeleton, one)} for one in (fold(form).split(), printed)
    )
    return asked <= own


@given(st.data(), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_parts_of_two_names_lead_to_nobody(
    data: st.DataObject, one: kz.Actor, other: kz.Actor
) -> None:
    """The given name of one and the surname of another are the name of neither."""
    given, surname = one.name.split()[0], other.name.partition(" (")[0].split()[-1]
    form = data.draw(st.sampled_from([f"{given} {surname}", f"{surname}, {given}"]))
    assert found_or_none(form) in (None, *(actor.id for actor in PEOPLE if has_words(actor, form)))


@given(ANY_TEXT | WRITTEN, st.lists(WRITTEN, max_size=3))
def test_forms_of_any_text_are_judged(form: str, names: list[str]) -> None:
    """Whether a form fits a person is answered for any text at all."""
    assert PersonNames.of(names).fit(form) in (True, False)


@given(st.sampled_from([actor.id for actor in kz.load().actors if actor.private]), st.data())
def test_nobody_is_told_whose_name_is_alike(actor_id: str, data: st.DataObject) -> None:
    """A private name with a slip in it is never answered with its pseudonym."""
    actor = kz.load().actors[actor_id]
    place = data.draw(st.integers(0, len(actor.name)))
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.find_actor(f"{actor.name[:place]}f{actor.name[place:]}")
    assert not any("person-" in candidate for candidate in caught.value.candidates)
