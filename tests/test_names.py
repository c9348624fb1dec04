"""Folding, skeleton keys, nearest names, and the index that finds records by name."""

from __future__ import annotations

import difflib
from typing import Any, NoReturn

import pytest

from kzseparatism.errors import (
    AmbiguousNameError,
    DuplicateIdError,
    InvalidValueError,
    UnknownNameError,
    WrongTypeError,
)
from kzseparatism.names import index as names_index
from kzseparatism.names.index import IndexEntry, NameIndex
from kzseparatism.names.spelling import fold, nearest, skeleton


def entry(
    record_id: str, *all_names: str, label: str = "", kind: str = "person"
) -> IndexEntry[str]:
    """Return an entry whose record is its own id."""
    return IndexEntry(
        record=record_id, id=record_id, names=all_names, label=label or all_names[0], kind=kind
    )


FYODOROV = entry("yevgeny-fyodorov", "Yevgeny Fyodorov", "Yevgeni Fedorov")
ZAKHAROVA = entry("maria-zakharova", "Maria Zakharova")
TOKAYEV = entry("kassym-jomart-tokayev", "Kassym-Jomart Tokayev")
DUMA = entry("state-duma", "State Duma", kind="public_body")
INDEX = NameIndex("actor", [FYODOROV, ZAKHAROVA, TOKAYEV, DUMA])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Солтүстік Қазақстан", "soltustik qazaqstan"),
        ("Северо-Казахстанская", "severo kazakhstanskaya"),
        ("Щучинск, объезд", "shchuchinsk obezd"),
        ("Фёдоров", "fedorov"),
        ("Федоров", "fedorov"),
        ("Ust'-Kamenogorsk", "ust kamenogorsk"),
        ("Усть-Каменогорск", "ust kamenogorsk"),
        ("Rus’ ʼ ʹ", "rus"),
        ("Ақтөбе", "aqtobe"),
        ("Aqtöbe", "aqtobe"),
        ("Şyğys", "shygys"),
        ("Jetısu", "jetisu"),
        ("Їжак Ґанок", "yizhak ganok"),
        ("Straße", "strasse"),
        ("Ａｓｔａｎａ", "astana"),
        ("a_b...c\u00a0d", "a b c d"),
        ("Ӣ", "i"),
        ("a\u20ddb", "ab"),
        ("Il'ya Ил'я", "ilya ilya"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Letters become small and Latin, accents go, signs part words, apostrophes vanish."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ("Yevgeny Fyodorov", "Evgeny Fedorov", "Евгений Фёдоров", "Evgenii Fedorov"),
        ("Tokayev", "Tokaev", "Toqaev", "Токаев", "Тоқаев"),
        ("Kassym-Jomart", "Qasym-Jomart", "Касым-Жомарт", "Қасым-Жомарт", "Kasym Zhomart"),
        ("Ust-Kamenogorsk", "Ust'-Kamenogorsk", "Ustkamenogorsk", "Усть-Каменогорск"),
        ("Zakharova", "Zaharova", "Захарова"),
        ("Zhirinovsky", "Zhirinovskiy", "Zhirinovskii", "Жириновский"),
        ("Shyngys", "Shynghys", "Şyñğys", "Shyńģys", "Шыңғыс"),
        ("Mangystau", "Mangistau", "Mangghystaū", "Маңғыстау"),
        ("Mukhamejanov", "Mukhamedzhanov", "Muhamedjanov"),
        ("Alexey", "Aleksei", "Алексей"),
        ("Victor", "Viktor", "Виктор"),
        ("Sergeyev", "Sergeev", "Сергеев"),
        ("Maria", "Mariya", "Мария"),
        ("Nur-Sultan", "Nursultan", "Нұр-Сұлтан"),
    ],
)
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    """The usual spellings of one name have one skeleton."""
    assert len({skeleton(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petropavlovsk", "Petropavl"),
        ("Uralsk", "Oral"),
        ("Dzhambul", "Zhambyl"),
        ("Chimkent", "Shymkent"),
        ("Fyodorov", "Fyodorova"),
        ("Kazakh", "Kazak"),
        ("Chan", "Khan"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    """Names that differ in more than spelling have different skeletons."""
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("state-duma", "state-duma"),
        ("State Duma", "state-duma"),
        ("STATE  DUMA", "state-duma"),
        ("Евгений Фёдоров", "yevgeny-fyodorov"),
        ("Zakharova", "maria-zakharova"),
        ("захарова", "maria-zakharova"),
        ("Fedorov", "yevgeny-fyodorov"),
        ("Jomart Tokaev", "kassym-jomart-tokayev"),
        ("Kassymjomart Tokayev", "kassym-jomart-tokayev"),
    ],
)
def test_find(name: str, found: str) -> None:
    """Each step finds: id, exact name, folded, skeleton, one whole word, a run of whole words."""
    assert INDEX.find(name) == found


@pytest.mark.parametrize("name", ["Zakhar", "Fyodorov Yevgeny", "Yevgeny Zakharova", "?!", "\0"])
def test_unknown(name: str) -> None:
    """Parts of words, words in another order and words of two records lead nowhere."""
    with pytest.raises(UnknownNameError):
        INDEX.find(name)


def test_earlier_step_decides() -> None:
    """What an earlier step finds is returned though a later step would find more."""
    index = NameIndex(
        "actor",
        [
            entry("one", "Ivan Petrov"),
            entry("two", "ivan petrov"),
            entry("three", "Ivan Petroff", "Petrov"),
            entry("Petrov", "Somebody Else"),
        ],
    )
    assert index.find("Ivan Petrov") == "one"
    assert index.find("ivan petrov") == "two"
    assert index.find("Petrov") == "Petrov"
    with pytest.raises(AmbiguousNameError) as caught:
        index.find("IVAN PETROV")
    assert len(caught.value.candidates) == 2


def test_id_is_exact() -> None:
    """An id is only found as it is written: it is no name to be spelt in other ways."""
    with pytest.raises(UnknownNameError):
        NameIndex("actor", [entry("actor-7", "Somebody")]).find("ACTOR-7")


def test_surname_of_two_is_ambiguous() -> None:
    """A word that two records spell in different ways is refused, with label, kind and id."""
    index = NameIndex("actor", [FYODOROV, entry("fedorov-fund", "Fedorov Fund", kind="group")])
    with pytest.raises(AmbiguousNameError, match="may be any of 2 actors") as caught:
        index.find("Fedorov")
    assert caught.value.candidates == (
        "Fedorov Fund (group, fedorov-fund)",
        "Yevgeny Fyodorov (person, yevgeny-fyodorov)",
    )


def test_two_names_of_one_record_are_no_doubt() -> None:
    """A name that matches several aliases of one record finds it."""
    assert NameIndex("actor", [FYODOROV]).find("fedorov") == "yevgeny-fyodorov"


def test_messages_show_labels_only() -> None:
    """Names of a record with a pseudonym stand in no message, suggestion or candidate."""
    secret = entry("actor-7", "Aibek Invented", label="actor-7")
    other = entry("actor-8", "Aibek Inventive", label="actor-8")
    index = NameIndex("actor", [secret, other])
    with pytest.raises(UnknownNameError) as unknown:
        index.find("Aibek Inventet")
    assert set(unknown.value.candidates) == {"actor-7", "actor-8"}
    with pytest.raises(AmbiguousNameError) as ambiguous:
        index.find("Aibek")
    assert ambiguous.value.candidates == ("actor-7 (person)", "actor-8 (person)")
    assert "nvent" not in str(ambiguous.value)


def test_suggestions_are_three_records_nearest_first() -> None:
    """At most three labels are suggested, each once, the most alike first."""
    close = entry("b", "Petrovixx", "Petrovixx8", "Petrovixx7", "Petrovixx6", label="nearest")
    others = [entry(f"a{n}", f"Petrovixy{n}", f"Petrovixyh{n}", label=f"P{n}") for n in range(6)]
    with pytest.raises(UnknownNameError) as caught:
        NameIndex("actor", [*others, close]).find("Petrovixx9")
    assert caught.value.candidates[0] == "nearest"
    assert len(caught.value.candidates) == len(set(caught.value.candidates)) == 3


def test_names_without_letters_are_not_all_one() -> None:
    """Names of signs alone are found exactly, and not as one another."""
    index = NameIndex("actor", [entry("one", "?!"), entry("two", "Two")])
    assert index.find("?!") == "one"
    with pytest.raises(UnknownNameError):
        index.find("...")


def test_equal_records_are_one() -> None:
    """A record given twice is no ambiguity; two records with one id are an error."""
    assert NameIndex("actor", [DUMA, DUMA]).find("Duma") == "state-duma"
    other = IndexEntry(record="other", id="state-duma", names=("Duma",), label="Duma", kind="group")
    with pytest.raises(DuplicateIdError) as caught:
        NameIndex("actor", [DUMA, other])
    assert caught.value.record_id == "state-duma"


@pytest.mark.parametrize("name", [None, 5, b"Duma", ["Duma"], True])
def test_other_types(name: object) -> None:
    """Anything but text is a TypeError that says so."""
    with pytest.raises(WrongTypeError, match="is not text"):
        INDEX.find(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", " ", "\n\t\u00a0"])
def test_blank(name: str) -> None:
    """Blank text is a ValueError that says so."""
    with pytest.raises(InvalidValueError, match="is blank"):
        INDEX.find(name)


@pytest.mark.parametrize("name", ["\udc80", "\0" * 50, "Fyodor\ud800ov", "a\u0301" * 5_000])
def test_hostile_text(name: str) -> None:
    """Surrogates, NUL and endless accents lead to an error of ours that can be shown."""
    with pytest.raises(UnknownNameError) as caught:
        INDEX.find(name)
    assert str(caught.value).encode()


def test_long_text_is_neither_folded_nor_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only id and exact name count for long text, and nothing is likened to a paragraph."""
    index = NameIndex("actor", [FYODOROV, entry("long", "x" * 2_000)])

    def refuse(*_arguments: object, **_options: object) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(difflib, "get_close_matches", refuse)
    with pytest.raises(UnknownNameError):
        index.find("Fyodorof " * 12)
    assert nearest("x" * 101, ["x" * 100]) == ()
    monkeypatch.setattr(names_index, "fold", refuse)
    assert index.find("x" * 2_000) == "long"
    with pytest.raises(UnknownNameError):
        index.find("X" * 2_000)


def test_keys_are_tried_in_turn() -> None:
    """An index compares by the keys it is given, the first before the second."""
    entries = [entry("one", "abc"), entry("two", "ax"), entry("three", "by")]
    index = NameIndex("thing", entries, keys=(lambda name: name[:2], lambda name: name[:1]))
    assert index.find("abz") == "one"
    assert index.find("bzz") == "three"
    with pytest.raises(AmbiguousNameError):
        index.find("azz")


def test_nearest() -> None:
    """The options most like the text come back, the nearest first, at most three."""
    options = ["uralsk-rally", "putin-speech", "putin-speech-2", "putin-speach-3", "putin-spee"]
    close = nearest("putin-speech-", options)
    assert close[0] in {"putin-speech", "putin-speech-2"}
    assert len(close) == 3
    assert nearest("zzz", options) == ()


def test_long_is_more_than_the_limit() -> None:
    """A hundred characters are still likened, and a thousand still folded."""
    misspelt = "x" * 99 + "y"
    assert nearest(misspelt, ["x" * 100]) == ("x" * 100,)
    index = NameIndex("actor", [entry("hundred", "x" * 100), entry("thousand", "z" * 1_000)])
    with pytest.raises(UnknownNameError) as caught:
        index.find(misspelt)
    assert caught.value.candidates == ("x" * 100,)
    assert index.find("Z" * 1_000) == "thousand"


def test_errors_carry_what_was_asked() -> None:
    """A program reads from an error what sort of record was asked for, and by which name."""
    index = NameIndex("actor", [FYODOROV, entry("fedorov-fund", "Fedorov Fund", kind="group")])
    for name, error in (("Fedorov", AmbiguousNameError), ("Nemo", UnknownNameError)):
        with pytest.raises(error) as caught:
            index.find(name)
        assert (caught.value.what, caught.value.name) == ("actor", name)
    wrong: list[Any] = [5, " "]
    for value in wrong:
        with pytest.raises((InvalidValueError, WrongTypeError)) as refused:
            index.find(value)
        assert (refused.value.place, refused.value.value) == ("actor", value)
