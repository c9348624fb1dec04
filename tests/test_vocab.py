"""The controlled vocabularies: words, definitions, and what is refused."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from kzseparatism import vocab
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.vocab import CaseStatus, DateBasis, StageKind, Stance, Vocabulary

VOCABULARIES = [
    value
    for value in vars(vocab).values()
    if isinstance(value, type) and issubclass(value, Vocabulary) and value is not Vocabulary
]
MEMBERS = [member for words in VOCABULARIES for member in words]
each_vocabulary = pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)


def test_every_vocabulary_of_the_design_is_there() -> None:
    """The words of the design are the values, in its order where order means something."""
    words = {listed.__name__: [member.value for member in listed] for listed in VOCABULARIES}
    assert words["ActorKind"] == [
        *("person", "organisation", "public_body", "media_outlet", "platform", "group")
    ]
    assert sorted(words["CaseKind"]) == [
        *("administrative", "aggregate", "civil", "plot", "prosecution", "uprising")
    ]
    assert words["Penalty"] == [
        *("imprisonment", "detention", "fine", "suspension", "dismissal", "other")
    ]
    assert words["Attribution"] == ["direct", "paraphrase", "reported"]
    assert words["Dispute"] == ["none", "occurrence", "authorship", "wording", "context"]
    assert words["Stance"] == ["challenges", "affirms", "equivocates", "none"]
    assert words["DateBasis"] == ["printed", "derived", "inferred", "none"]
    assert words["SiteRelation"] == ["conduct", "court", "claimed", "residence"]
    assert sorted(words["DiscrepancyKind"]) == [
        *("account", "attribution", "date", "identity", "number", "place", "wording")
    ]
    assert sorted(words["Exclusion"]) == [
        *("background", "boilerplate", "byline", "caption", "duplicate", "editorial"),
        *("heading", "reader_comment"),
    ]


def test_stages_and_statuses_stand_in_procedural_order() -> None:
    """The order of the members is the order of the proceedings, which the status relies on."""
    stages = [member.value for member in StageKind]
    assert stages == [
        *("conduct", "investigation", "arrest", "charge", "trial", "conviction", "acquittal"),
        *("sentence", "detention", "fine", "suspension", "dismissal"),
        *("appeal", "flight", "release"),
    ]
    statuses = [member.value for member in CaseStatus]
    assert statuses == [
        *("reported", "investigated", "arrested", "charged", "tried", "acquitted"),
        *("sanctioned", "convicted"),
    ]


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: f"{type(member).__name__}.{member}")
def test_member_is_its_word(member: Vocabulary) -> None:
    """A member is lower-case text, equals it, and comes back from it; its name is the word's."""
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", member.value)
    assert member == member.value
    assert str(member) == f"{member}" == member.value
    assert member.name == member.value.upper()
    assert type(member)(member.value) is member
    assert type(member)(member) is member
    assert hash(member) == hash(member.value)


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: f"{type(member).__name__}.{member}")
def test_member_has_a_definition_of_one_sentence(member: Vocabulary) -> None:
    """The codebook prints a sentence for each member: capital first, one full stop at the end."""
    assert member.definition[0].isupper()
    assert member.definition.endswith(".")
    assert ". " not in member.definition


@each_vocabulary
def test_definitions_differ_within_a_vocabulary(words: type[Vocabulary]) -> None:
    """No two members of a vocabulary mean the same, and none is an alias of another."""
    assert len({member.definition for member in words}) == len(list(words))
    assert len(words.__members__) == len(list(words))
    assert words.__doc__


@each_vocabulary
@pytest.mark.parametrize("word", ["", "NONSENSE", "none ", "None", "\0", "x" * 10_000])
def test_unknown_word_is_refused_with_the_list(words: type[Vocabulary], word: str) -> None:
    """An unknown word is a ValueError that names the vocabulary, the word and all its members."""
    with pytest.raises(InvalidValueError) as caught:
        words(word)
    assert caught.value.place == words.__name__
    assert caught.value.value == word
    assert caught.value.complaint == f"is none of {', '.join(words)}"
    assert len(str(caught.value)) < 500


@each_vocabulary
def test_a_slip_gets_the_word_that_was_meant(words: type[Vocabulary]) -> None:
    """A capital letter, a blank or a letter too many leads to the word that is like it."""
    for word in words:
        for slip in (word.upper(), f" {word}", f"{word[0]}{word}"):
            with pytest.raises(InvalidValueError) as caught:
                words(slip)
            assert caught.value.remedy == f"did you mean {word.value!r}?"
    with pytest.raises(InvalidValueError) as caught:
        words("xyxyxy")
    assert not caught.value.remedy


@pytest.mark.parametrize("value", [None, 0, 1, True, 1.0, b"none", [], {}, object()])
def test_what_is_no_text_is_a_type_error(value: object) -> None:
    """Anything but text is a TypeError, also what cannot be hashed."""
    with pytest.raises(WrongTypeError, match=r"Stance: .* is not text"):
        Stance(value)  # type: ignore[arg-type]


def test_capitals_are_another_word() -> None:
    """Values are lower case: nothing is folded."""
    with pytest.raises(InvalidValueError):
        Stance("NONE")


def test_pickled_and_copied_members_are_the_same_object() -> None:
    """A member stays one object, so ``is`` keeps working."""
    for member in MEMBERS:
        assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own
        assert copy.deepcopy(member) is member


def test_members_cannot_be_changed() -> None:
    """A vocabulary is closed: no member can be replaced."""
    with pytest.raises(AttributeError):
        DateBasis.NONE = "other"  # type: ignore[misc, assignment]
