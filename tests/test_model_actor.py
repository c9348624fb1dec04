"""Actors and their roles."""

from __future__ import annotations

import pytest

from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.vocab import ActorKind
from records import actor, citation, place, role


def test_defaults_of_an_actor() -> None:
    """By default an actor is named, public, of no country, and has neither alias nor role."""
    plain = actor()
    assert plain.kind is ActorKind.PERSON
    assert (plain.named, plain.private, plain.country) == (True, False, None)
    assert (plain.aliases, plain.roles, plain.note) == ((), (), "")


def test_lists_become_tuples() -> None:
    """Lists and other iterables are taken and kept as tuples, in order."""
    made = actor(aliases=["B", "A"], roles=iter([role()]))
    assert made.aliases == ("B", "A")
    assert made.roles == (role(),)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "organisation"},
        {"kind": "public_body"},
        {"kind": "media_outlet"},
        {"kind": "platform"},
        {"kind": "group"},
        {"named": False},
    ],
    ids=str,
)
def test_only_a_named_person_is_private(fields: dict[str, object]) -> None:
    """There is nothing to hide about bodies, groups and the unnamed."""
    assert actor(private=True).private
    with pytest.raises(InvalidValueError, match=r"private: True fits a named person only"):
        actor(private=True, **fields)


@pytest.mark.parametrize("field", ["named", "private"])
@pytest.mark.parametrize("value", [0, 1, "false", "", None, []])
def test_flags_are_true_or_false(field: str, value: object) -> None:
    """No 0, 1 or text stands for a truth value."""
    with pytest.raises(WrongTypeError, match="is neither True nor False"):
        actor(**{field: value})


@pytest.mark.parametrize("value", ["kz", "KAZ", "K", "", "K1", "ҚЗ", "K ", "KZ\n"])
def test_country_is_a_code_of_two_capitals(value: str) -> None:
    """An ISO 3166-1 alpha-2 code has two capital ASCII letters."""
    with pytest.raises(InvalidValueError):
        actor(country=value)


def test_country_of_another_type() -> None:
    """A country is text."""
    with pytest.raises(WrongTypeError):
        actor(country=7)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("Nobody", WrongTypeError),
        (b"Nobody", WrongTypeError),
        (None, WrongTypeError),
        (5, WrongTypeError),
        (["Nobody", 5], WrongTypeError),
        (["Nobody", ["Nobody"]], WrongTypeError),
        (["Nobody", ""], InvalidValueError),
        (["Nobody", "No one", "Nobody"], InvalidValueError),
    ],
    ids=repr,
)
def test_aliases_are_a_list_of_different_names(value: object, error: type[Exception]) -> None:
    """A text is not a list of its letters, and each name stands once."""
    with pytest.raises(error):
        actor(aliases=value)


def test_kind_is_of_the_vocabulary() -> None:
    """An unknown kind is a ValueError, what is not text a TypeError."""
    expected = "Actor 'nemo-nobody': kind: 'robot' is none of person"
    with pytest.raises(InvalidValueError, match=expected):
        actor(kind="robot")
    with pytest.raises(WrongTypeError):
        actor(kind=None)


def test_role_may_be_held_in_a_body_at_a_place() -> None:
    """A role links to its organisation and place, and says when a document shows it."""
    body = actor("nowhere-society", kind="organisation")
    held = role(organisation=body, place=place(), date="2023-05", former=True)
    assert held.organisation is body
    assert held.place == place()
    assert str(held.date) == "2023-05"
    assert held.former


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("title", "", InvalidValueError),
        ("title", None, WrongTypeError),
        ("organisation", "nowhere-society", WrongTypeError),
        ("organisation", place(), WrongTypeError),
        ("place", "exampleville", WrongTypeError),
        ("former", 1, WrongTypeError),
        ("citations", [], InvalidValueError),
        ("citations", ["made-up-gazette#1"], WrongTypeError),
        ("citations", [citation(), citation()], InvalidValueError),
        ("date_text", None, WrongTypeError),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_role_is_checked(field: str, value: object, error: type[Exception]) -> None:
    """Each field of a role refuses what does not belong there."""
    with pytest.raises(error):
        role(**{field: value})


def test_roles_are_roles_each_once() -> None:
    """No role stands twice, and nothing else is a role."""
    with pytest.raises(InvalidValueError, match="stands twice"):
        actor(roles=[role(), role()])
    with pytest.raises(WrongTypeError, match="is not a Role"):
        actor(roles=["member"])
