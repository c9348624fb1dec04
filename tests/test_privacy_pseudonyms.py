"""The pseudonymised view: no private name is left anywhere, and nothing else changes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
import miniature
from kzseparatism.errors import AmbiguousNameError, UnknownNameError
from kzseparatism.names.spelling import fold
from kzseparatism.privacy import HiddenNames, Pseudonymiser, pseudonymised
from miniature import PRIVATE_ALIAS, PRIVATE_ID, PRIVATE_NAME, Content, row
from records import actor, case, statement

PSEUDONYM = f"[{PRIVATE_ID}]"
SURNAME = PRIVATE_NAME.split()[-1]
Change = Callable[[Content], object]


def texts(value: Any, seen: set[int]) -> Iterator[str]:
    """Yield every text in a value and in all that it links to."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | kz.Table):
        for item in value:
            yield from texts(item, seen)
    elif attrs.has(type(value)) and id(value) not in seen:
        seen.add(id(value))
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name), seen)


def all_texts(dataset: kz.Dataset) -> list[str]:
    """Return every text of a dataset."""
    return list(texts(dataset, set()))


def private_words(dataset: kz.Dataset) -> set[str]:
    """Return the names of the private persons, and their last words, folded."""
    names = {
        fold(name)
        for found in dataset.actors
        if found.private
        for name in (found.name, *found.aliases)
    }
    return names | {name.split()[-1] for name in names}


def holds(text: str, name: str) -> bool:
    """Return whether a text has a folded name in it, as whole words."""
    return f" {name} " in f" {fold(text)} "


def built(tmp_path: Path, change: Change) -> kz.Dataset:
    """Return the miniature after a change to its content; it holds every rule."""
    content = miniature.content()
    change(content)
    dataset = miniature.build(tmp_path, content)
    assert kz.check(dataset) == ()
    return dataset


def quoting(*quotes: str) -> Change:
    """Return the change that gives the one quoted statement these quotes."""
    return lambda content: row(content, "nobody-replies").update(quotes=list(quotes))


def ids_of(dataset: kz.Dataset) -> list[tuple[str, ...]]:
    """Return the ids of each table."""
    return [table.ids for _, table in dataset.tables()]


@pytest.fixture
def dataset(tmp_path: Path) -> kz.Dataset:
    """Return the miniature."""
    return miniature.build(tmp_path)


def test_no_private_name_is_left_anywhere(dataset: kz.Dataset) -> None:
    """Not in the actor, its links, the quotes, or any other text, in any spelling."""
    names = private_words(dataset)
    assert any(holds(text, name) for text in all_texts(dataset) for name in names)
    for text in all_texts(dataset.pseudonymised()):
        assert not any(holds(text, name) for name in names), text


def test_no_private_name_of_the_shipped_data_is_left_anywhere() -> None:
    """The same for the shipped data; the names are taken from it and not printed."""
    names = private_words(kz.load())
    public = {
        fold(word) for found in kz.load().actors if not found.private for word in found.name.split()
    }
    left = sum(
        holds(text, name)
        for text in all_texts(kz.load().pseudonymised())
        for name in names - public
    )
    assert left == 0


def test_pseudonym_is_made_of_the_id_alone(dataset: kz.Dataset) -> None:
    """Whoever has the id knows the pseudonym, and nothing else goes into it."""
    private = dataset.actors[PRIVATE_ID]
    assert private.pseudonym == private.public_name == PSEUDONYM
    assert dataset.actors["nemo-nobody"].public_name == "Nemo Nobody"
    hidden = dataset.pseudonymised().actors[PRIVATE_ID]
    assert (hidden.name, hidden.aliases) == (PSEUDONYM, ())
    assert (hidden.private, hidden.id, hidden.citations) == (True, PRIVATE_ID, private.citations)


def test_quotes_are_pseudonymised(dataset: kz.Dataset) -> None:
    """A quotation shows the pseudonym where the name stood."""
    quotes = dataset.pseudonymised().statements["nobody-replies"].quotes
    assert quotes == (f"{PSEUDONYM} said nothing.", "Nor did I.")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"{PRIVATE_NAME}, {PRIVATE_ALIAS}!", f"{PSEUDONYM}, {PSEUDONYM}!"),
        (f"«{PRIVATE_NAME}»", f"«{PSEUDONYM}»"),
        (f"{PRIVATE_NAME}'s words", f"{PSEUDONYM}'s words"),
        (f"anti-{PRIVATE_NAME}", f"anti-{PSEUDONYM}"),
        (f"{PRIVATE_NAME}ov", f"{PRIVATE_NAME}ov"),
        (f"X{SURNAME}", f"X{SURNAME}"),
        ("Quidam alone", "Quidam alone"),
    ],
)
def test_whole_names_are_replaced(tmp_path: Path, said: str, shown: str) -> None:
    """A name is replaced wherever it stands as whole words, and only there."""
    hidden = built(tmp_path, quoting(said)).pseudonymised()
    assert hidden.statements["nobody-replies"].quotes == (shown,)


@pytest.mark.parametrize(
    "said",
    [
        f"I asked {SURNAME}.",
        f"{SURNAME}'s words",
        f"Free {PRIVATE_NAME.upper()}!",
        f"Free {PRIVATE_NAME.lower()}!",
        f"Free {SURNAME.upper()}!",
        "Свободу Квидаму, Квидам Игнотус!",
    ],
)
def test_name_in_another_form_is_hidden_or_reported(tmp_path: Path, said: str) -> None:
    """A surname alone, capitals or another alphabet in a quotation leave no name in the view.

    Either the view replaces it, or ``check`` says that an alias is missing.
    """
    content = miniature.content()
    quoting(said)(content)
    dataset = miniature.build(tmp_path, content)
    hidden = dataset.pseudonymised().statements["nobody-replies"].quotes[0]
    assert kz.check(dataset) or fold(SURNAME) not in fold(hidden)


def test_longest_name_first(tmp_path: Path) -> None:
    """A surname that is an alias leaves nothing of the full name."""

    def change(content: Content) -> None:
        content["private_names"][PRIVATE_ID]["aliases"] = [SURNAME]
        quoting(f"{PRIVATE_NAME} is {SURNAME}.")(content)

    hidden = built(tmp_path, change).pseudonymised()
    assert hidden.statements["nobody-replies"].quotes == (f"{PSEUDONYM} is {PSEUDONYM}.",)


def test_longest_name_first_where_both_begin_alike(tmp_path: Path) -> None:
    """A first name that is an alias leaves nothing of the full name either."""

    def change(content: Content) -> None:
        content["private_names"][PRIVATE_ID]["aliases"] = [PRIVATE_NAME.split()[0]]
        quoting(f"{PRIVATE_NAME} spoke.")(content)

    hidden = built(tmp_path, change).pseudonymised()
    assert hidden.statements["nobody-replies"].quotes == (f"{PSEUDONYM} spoke.",)


def test_quotes_that_become_alike_stay_a_record(tmp_path: Path) -> None:
    """Two quotes that differ in the spelling of the name alone are one after it is replaced."""
    hidden = built(
        tmp_path, quoting(f"{PRIVATE_NAME} is free.", f"{PRIVATE_ALIAS} is free.")
    ).pseudonymised()
    assert set(hidden.statements["nobody-replies"].quotes) == {f"{PSEUDONYM} is free."}


def test_name_with_signs_of_patterns(tmp_path: Path) -> None:
    """A name is text, also where it has signs that mean something to a pattern."""

    def change(content: Content) -> None:
        content["private_names"][PRIVATE_ID]["name"] = "Q. (Nobody) I*"
        quoting("Was it Q. (Nobody) I*?", "Was it Qx (Nobody) III?")(content)

    hidden = built(tmp_path, change).pseudonymised()
    assert hidden.statements["nobody-replies"].quotes == (
        f"Was it {PSEUDONYM}?",
        "Was it Qx (Nobody) III?",
    )


def test_two_private_persons_stay_two(tmp_path: Path) -> None:
    """Each gets the pseudonym of their own id."""

    def change(content: Content) -> None:
        content["actors"].append(row(content, PRIVATE_ID) | {"id": "accused-2"})
        content["private_names"]["accused-2"] = {"name": "Aliquis Incertus"}
        row(content, "nobody-replies")["addressees"] = ["accused-2"]
        quoting(f"{PRIVATE_NAME} and Aliquis Incertus")(content)

    hidden = built(tmp_path, change).pseudonymised()
    assert hidden.statements["nobody-replies"].quotes == ("[accused-1] and [accused-2]",)


def test_public_names_are_untouched(dataset: kz.Dataset) -> None:
    """Whoever is public keeps name, aliases and everything else."""
    hidden = dataset.pseudonymised()
    for found in dataset.actors:
        if not found.private:
            assert hidden.actors[found.id] == found


def test_public_name_that_shares_a_surname_is_untouched(tmp_path: Path) -> None:
    """A public actor with the surname of a private one keeps the name, also in quotes."""

    def change(content: Content) -> None:
        row(content, "nemo-nobody")["name"] = f"Marcus {SURNAME}"
        quoting(f"Marcus {SURNAME} met {PRIVATE_NAME}.")(content)

    hidden = built(tmp_path, change).pseudonymised()
    assert hidden.actors["nemo-nobody"].name == f"Marcus {SURNAME}"
    (quote,) = hidden.statements["nobody-replies"].quotes
    assert quote == f"Marcus {SURNAME} met {PSEUDONYM}."


def test_public_name_that_holds_an_alias_is_untouched_or_reported(tmp_path: Path) -> None:
    """The same where the surname is an alias: no public name is mangled without a word."""
    content = miniature.content()
    content["private_names"][PRIVATE_ID]["aliases"] = [SURNAME]
    row(content, "nemo-nobody")["name"] = f"Marcus {SURNAME}"
    dataset = miniature.build(tmp_path, content)
    hidden = dataset.pseudonymised()
    assert kz.check(dataset) or hidden.actors["nemo-nobody"] == dataset.actors["nemo-nobody"]


def test_surname_of_two_private_persons_is_hidden_and_not_pinned_on_one(tmp_path: Path) -> None:
    """Nothing is guessed: a surname that two share is hidden without saying whose it is."""

    def change(content: Content) -> None:
        content["actors"].append(row(content, PRIVATE_ID) | {"id": "accused-2"})
        content["private_names"]["accused-2"] = {"name": f"Aliquis {SURNAME}"}
        row(content, "nobody-replies")["addressees"] = [PRIVATE_ID, "accused-2"]
        quoting(f"{PRIVATE_NAME}, Aliquis {SURNAME}, and {SURNAME} again.")(content)

    (quote,) = built(tmp_path, change).pseudonymised().statements["nobody-replies"].quotes
    assert quote.startswith("[accused-1], [accused-2], and [")
    assert SURNAME not in quote
    assert not quote.endswith(("[accused-1] again.", "[accused-2] again."))


def test_alias_counts_more_than_the_last_word_of_another_name(tmp_path: Path) -> None:
    """A surname that is coded as an alias of one private person is that person's."""

    def change(content: Content) -> None:
        content["actors"].append(row(content, PRIVATE_ID) | {"id": "accused-2"})
        content["private_names"][PRIVATE_ID]["aliases"] = [SURNAME]
        content["private_names"]["accused-2"] = {"name": f"Aliquis {SURNAME}"}
        row(content, "nobody-replies")["addressees"] = [PRIVATE_ID, "accused-2"]
        quoting(f"{SURNAME} said nothing.")(content)

    hidden = built(tmp_path, change).pseudonymised()
    assert hidden.statements["nobody-replies"].quotes == (f"{PSEUDONYM} said nothing.",)


@pytest.mark.parametrize("alias", ["made", "KZ", "en", "Case", "Accused", "0"])
def test_name_that_is_a_word_of_ids_and_codes_breaks_nothing(tmp_path: Path, alias: str) -> None:
    """Ids and codes are no texts: they stay, whatever people are called."""
    content = miniature.content()
    content["private_names"][PRIVATE_ID]["aliases"] = [alias]
    dataset = miniature.build(tmp_path, content)
    hidden = dataset.pseudonymised()
    assert ids_of(hidden) == ids_of(dataset)
    assert hidden.discrepancies[0].records == dataset.discrepancies[0].records
    assert [case.jurisdiction for case in hidden.cases] == ["KZ", "KZ"]
    assert [source.sha256 for source in hidden.sources] == [
        source.sha256 for source in dataset.sources
    ]


def test_about_is_pseudonymised(tmp_path: Path) -> None:
    """The description of the dataset is a text like any other: checked, or replaced."""
    content = miniature.content()
    content["dataset"]["title"] = f"The case of {PRIVATE_NAME}"
    dataset = miniature.build(tmp_path, content)
    assert kz.check(dataset) or PRIVATE_NAME not in dataset.pseudonymised().about.title


def test_twice_is_once(dataset: kz.Dataset) -> None:
    """Pseudonymising what is pseudonymised changes nothing more."""
    once = dataset.pseudonymised()
    assert once.pseudonymised() == once
    shipped = kz.load().pseudonymised()
    assert shipped.pseudonymised() == shipped


def test_twice_is_once_for_awkward_ids(tmp_path: Path) -> None:
    """Also where the name of one private person is the id of another."""

    def change(content: Content) -> None:
        content["actors"].append(row(content, PRIVATE_ID) | {"id": "nullus"})
        content["private_names"]["nullus"] = {"name": "Accused", "aliases": [f"[{PRIVATE_ID}]"]}
        content["private_names"][PRIVATE_ID]["aliases"] = ["Nullus"]
        quoting("Nullus, Accused and Quidam Ignotus")(content)

    content = miniature.content()
    change(content)
    once = miniature.build(tmp_path, content).pseudonymised()
    assert once.pseudonymised() == once
    assert once.statements["nobody-replies"].quotes == ("[accused-1], [nullus] and [accused-1]",)


@pytest.mark.parametrize("shipped", [False, True], ids=["miniature", "shipped"])
def test_result_holds_every_rule(dataset: kz.Dataset, *, shipped: bool) -> None:
    """Links lead to the new records, and a pseudonym is no private name."""
    hidden = (kz.load() if shipped else dataset).pseudonymised()
    assert kz.check(hidden) == ()


def test_links_lead_to_the_pseudonymised_records(dataset: kz.Dataset) -> None:
    """What a record links to is the very record of the new dataset, at any depth."""
    hidden = dataset.pseudonymised()
    told = hidden.cases["made-up-case"]
    assert told.defendants[0] is hidden.actors[PRIVATE_ID]
    assert told.sentences[0].convicts[0] is hidden.actors[PRIVATE_ID]
    assert hidden.statements["nobody-replies"].cases[0] is told
    assert hidden.events[0].cases[0] is told


def test_tables_keep_order_and_ids(dataset: kz.Dataset) -> None:
    """No record is lost, added or moved."""
    hidden = dataset.pseudonymised()
    assert ids_of(hidden) == ids_of(dataset)


def test_the_original_is_untouched(dataset: kz.Dataset) -> None:
    """The view is another dataset."""
    dataset.pseudonymised()
    assert dataset.actors[PRIVATE_ID].name == PRIVATE_NAME


def test_records_without_private_people_are_the_same_objects(dataset: kz.Dataset) -> None:
    """Nothing is rebuilt that need not be."""
    hidden = dataset.pseudonymised()
    assert hidden.cases["made-up-count"] is dataset.cases["made-up-count"]
    public = Pseudonymiser(found for found in dataset.actors if not found.private)
    assert public.record(dataset.cases[0]) is dataset.cases[0]
    assert public.text(PRIVATE_NAME) == PRIVATE_NAME


def test_records_alone_are_pseudonymised_by_what_is_behind_them() -> None:
    """Records outside a dataset have their private actors found, however far behind they are."""
    hidden_one = actor("accused-9", name=PRIVATE_NAME, private=True)
    first = statement("first", speakers=[hidden_one], quotes=[f"I am {PRIVATE_NAME}."])
    reply = statement("reply", responds_to=[first], cases=[case(defendants=[hidden_one])])
    (result,) = pseudonymised([reply])
    assert result.responds_to[0].quotes == ("I am [accused-9].",)
    assert result.cases[0].defendants[0].name == "[accused-9]"
    assert not any(SURNAME in text for text in texts(result, set()))
    assert pseudonymised([]) == ()


@pytest.mark.parametrize("newest_first", [False, True])
def test_long_chain_of_replies(tmp_path: Path, *, newest_first: bool) -> None:
    """More replies, each to another, than Python has room for calls are pseudonymised."""
    number = sys.getrecursionlimit() + 500

    def change(content: Content) -> None:
        first = row(content, "locals-say-nothing") | {"speakers": [PRIVATE_ID]}
        chain = [first | {"id": "s-0"}]
        chain += [first | {"id": f"s-{n}", "responds_to": [f"s-{n - 1}"]} for n in range(1, number)]
        content["statements"] += chain[::-1] if newest_first else chain

    hidden = built(tmp_path, change).pseudonymised()
    assert len(hidden.statements) == number + 2
    assert hidden.statements[f"s-{number - 1}"].speakers[0].name == PSEUDONYM
    assert hidden.statements["s-0"].speakers[0].name == PSEUDONYM


@pytest.mark.parametrize(
    "asked", ["Quidam Ignotos", "Kvidam Ignotur", "Quidam Ignatus", "Ignotis Kvidam"]
)
def test_suggestions_show_no_private_name(dataset: kz.Dataset, asked: str) -> None:
    """A near miss of a private name is answered without it."""
    with pytest.raises(UnknownNameError) as caught:
        dataset.find_actor(asked)
    assert SURNAME not in str(caught.value).replace(asked, "")
    assert not any(SURNAME in candidate for candidate in caught.value.candidates)


def test_near_miss_does_not_suggest_the_pseudonym(dataset: kz.Dataset) -> None:
    """A pseudonym would tell whose name is alike; a mistyped pseudonym is answered with it."""
    with pytest.raises(UnknownNameError) as caught:
        dataset.find_actor("Quidam Ignotos")
    assert caught.value.candidates == ()
    with pytest.raises(UnknownNameError) as mistyped:
        dataset.find_actor("[acused-1]")
    assert mistyped.value.candidates == (PSEUDONYM,)
    assert dataset.find_actor(PSEUDONYM).id == PRIVATE_ID


def test_ambiguity_shows_no_private_name(tmp_path: Path) -> None:
    """Two private persons of one surname are told apart by kind and id alone."""

    def change(content: Content) -> None:
        content["actors"].append(row(content, PRIVATE_ID) | {"id": "accused-2"})
        content["private_names"]["accused-2"] = {"name": f"Aliquis {SURNAME}"}
        row(content, "nobody-replies")["addressees"] = ["accused-2"]

    dataset = built(tmp_path, change)
    with pytest.raises(AmbiguousNameError) as caught:
        dataset.find_actor(SURNAME)
    assert caught.value.candidates == (
        "[accused-1] (person, accused-1)",
        "[accused-2] (person, accused-2)",
    )
    assert SURNAME not in str(caught.value).replace(repr(SURNAME), "")
    assert "Aliquis" not in str(caught.value)


def test_private_person_is_found_by_name_id_and_pseudonym(dataset: kz.Dataset) -> None:
    """Whoever knows the name finds the record; the view is found by id and pseudonym alone."""
    for name in (PRIVATE_NAME, PRIVATE_ALIAS, SURNAME, PRIVATE_ID):
        assert dataset.find_actor(name).id == PRIVATE_ID
    hidden = dataset.pseudonymised()
    for name in (PRIVATE_ID, PSEUDONYM):
        assert hidden.find_actor(name).id == PRIVATE_ID
    with pytest.raises(UnknownNameError):
        hidden.find_actor(PRIVATE_NAME)


@given(
    names=st.lists(st.text("ab .-(Iİ", min_size=1, max_size=5), max_size=6),
    said=st.text("abA .-()iI", max_size=20),
)
def test_names_are_found_as_a_pattern_of_all_of_them_would(names: list[str], said: str) -> None:
    """Whole words, the longest first, in any case: a pattern of all names is the judge."""
    named = [name for name in names if name.isascii()]
    pattern = "|".join(
        rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(named, key=len, reverse=True)
    )
    expected = re.sub(pattern, "#", said, flags=re.IGNORECASE) if named else said
    assert HiddenNames(dict.fromkeys(named, "#")).in_text(said) == expected


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Nemo (J.) x", "[p] x"),
        ("(Nemo (J.))", "([p])"),
        ("Nemo (J.)x", "Nemo (J.)x"),
        ("Nemo (J.)_", "Nemo (J.)_"),
        ("x 'T Ignotus", "x [q]"),
        ("x'T Ignotus", "x'T Ignotus"),
        ("_'T Ignotus", "_'T Ignotus"),
        ("'T Ignotusx", "'T Ignotusx"),
        ("'t ignotus, NEMO (J.)", "[q], [p]"),
    ],
)
def test_a_name_that_begins_or_ends_with_a_sign_is_a_whole_word_too(said: str, shown: str) -> None:
    """What a letter, a digit or a low line touches is another word."""
    assert HiddenNames({"Nemo (J.)": "[p]", "'T Ignotus": "[q]"}).in_text(said) == shown
