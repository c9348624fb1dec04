"""The codebook: nothing without a definition, and nothing that can't be found."""

from __future__ import annotations

import pytest

import kzseparatism as kz
from kzseparatism import vocab
from kzseparatism.codebook import Word, explain, find_variables, variables, words
from kzseparatism.model.tables import kinds as all_kinds
from kzseparatism.views.row import cells
from kzseparatism.vocab import Vocabulary

VOCABULARIES = [
    thing
    for thing in vars(vocab).values()
    if isinstance(thing, type) and issubclass(thing, Vocabulary) and thing is not Vocabulary
]


def test_every_variable_has_a_definition() -> None:
    """Every field of every record is defined in one sentence."""
    for variable in variables():
        assert variable.definition.endswith("."), variable.full_name
        assert ". " not in variable.definition, variable.full_name


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
def test_every_word_is_lower_case_and_defined(words: type[Vocabulary]) -> None:
    """Each value is a lower-case word, and its definition one sentence of its own."""
    for member in words:
        assert member.value == member.name.lower()
        assert member.definition.endswith(".")
    assert len({member.definition for member in words}) == len(words)


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
def test_every_vocabulary_is_that_of_a_variable(words: type[Vocabulary]) -> None:
    """No vocabulary stands unused in the model; the status of a case is derived."""
    used = {variable.vocabulary for variable in variables()}
    assert words in used or words is kz.CaseStatus


def test_a_variable_is_found_by_its_names() -> None:
    """A variable is found by its own name, with its record, and all of a record by its name."""
    (stance,) = find_variables("STANCE")
    assert stance.full_name == "Statement.stance"
    assert find_variables("statement.stance") == (stance,)
    assert {variable.record.__name__ for variable in find_variables("date_basis")} == {
        "Role",
        "Provision",
        "Stage",
        "Statement",
        "Event",
    }
    assert find_variables("Citation") == variables(kz.Citation)


def test_an_unknown_variable_names_the_nearest() -> None:
    """A slip of the pen is answered with what may be meant."""
    with pytest.raises(kz.UnknownNameError, match="'stance'"):
        find_variables("stanze")


def test_all_kinds_of_records_are_there() -> None:
    """The codebook has every kind of record and part that a table of the dataset can hold."""
    kinds = {
        type(part) for record in kz.load().coded_records() for part in (record, *record.parts())
    }
    assert kinds <= set(all_kinds())


def test_every_word_of_a_first_screen_is_explained() -> None:
    """Every heading of every table, and every value of every vocabulary, is in the codebook."""
    dataset = kz.load()
    shown = {
        heading for _, table in dataset.tables() for row in table[:1] for heading in cells(row)
    }
    shown |= set(cells(kz.timeline()[0])) | {"match", "cited by", "status", "months"}
    shown |= {member.value for vocabulary in VOCABULARIES for member in vocabulary}
    shown |= {"possible", "certain", "only possible", "derived", "date_earliest", "date_latest"}
    for heading in sorted(shown):
        assert explain(heading), heading


def test_a_word_is_explained_in_each_of_its_meanings() -> None:
    """A value of two vocabularies is explained for both, a field and a value alike."""
    assert [(word.sort, word.name) for word in explain("Conduct") if isinstance(word, Word)] == [
        ("value of SiteRelation", "conduct"),
        ("value of StageKind", "conduct"),
    ]
    assert len(explain("sentence")) == len(variables(kz.Sentence)) + 1


def test_an_unknown_word_names_the_nearest() -> None:
    """A slip is answered with the words and the variables that may be meant."""
    with pytest.raises(kz.UnknownNameError, match="'convicted'"):
        explain("convictd")
    with pytest.raises(kz.UnknownNameError, match="'stance'"):
        explain("stanze")


def test_words_are_defined_once_and_in_sentences() -> None:
    """No word is listed twice in one sort; every definition ends with a point."""
    assert len({(word.name, word.sort) for word in words()}) == len(words())
    assert all(word.definition.endswith(".") for word in words())
