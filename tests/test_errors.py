"""The errors: what each can be caught as, what it carries, and what its message says."""

from __future__ import annotations

import copy
import pickle

import pytest

from kzseparatism import errors
from kzseparatism.errors import (
    AmbiguousNameError,
    DataError,
    DataErrors,
    DuplicateIdError,
    InvalidValueError,
    KzSeparatismError,
    UnknownIdError,
    UnknownNameError,
    WholeCountryError,
    WrongTypeError,
    did_you_mean,
    shortened,
)

ROW = DataError("statements.json", "$[12].date", "some-id", "is no day")
EXAMPLES: list[tuple[KzSeparatismError, type[Exception]]] = [
    (InvalidValueError("date", "2023-02-30", "is no day"), ValueError),
    (WrongTypeError("date", 2014, "is a number"), TypeError),
    (UnknownNameError("actor", "Nemo", ("Nobody",)), LookupError),
    (WholeCountryError("region", "KZ"), LookupError),
    (AmbiguousNameError("actor", "Nemo", ("Nemo A", "Nemo B")), LookupError),
    (UnknownIdError("nobodi", ("nobody",)), KeyError),
    (DuplicateIdError("nobody"), ValueError),
    (ROW, ValueError),
]
each_error = pytest.mark.parametrize(
    ("error", "builtin"), EXAMPLES, ids=lambda value: type(value).__name__
)


@each_error
def test_error_is_the_builtin_that_a_caller_would_catch(
    error: KzSeparatismError, builtin: type[Exception]
) -> None:
    """Every error is a KzSeparatismError and the builtin of its kind at once."""
    assert isinstance(error, KzSeparatismError)
    assert isinstance(error, builtin)


@each_error
def test_error_survives_pickling_and_copying(
    error: KzSeparatismError, builtin: type[Exception]
) -> None:
    """An error that crosses a process boundary keeps its class, fields and message."""
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own
        assert type(twin) is type(error)
        assert isinstance(twin, builtin)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (EXAMPLES[0][0], "date: '2023-02-30' is no day"),
        (EXAMPLES[1][0], "date: 2014 is a number"),
        (EXAMPLES[2][0], "no actor is called 'Nemo'; did you mean 'Nobody'?"),
        (UnknownNameError("actor", "Nemo"), "no actor is called 'Nemo'"),
        (EXAMPLES[3][0], "'KZ' is the whole country, no region of it; leave it out"),
        (
            EXAMPLES[4][0],
            "'Nemo' may be any of 2 actors: Nemo A; Nemo B: write a longer name or the id",
        ),
        (EXAMPLES[5][0], "no record has the id 'nobodi'; did you mean 'nobody'?"),
        (UnknownIdError(5), "no record has the id 5"),
        (EXAMPLES[6][0], "two different records have the id 'nobody': give one a new id"),
    ],
)
def test_message_names_value_place_and_remedy(error: KzSeparatismError, message: str) -> None:
    """Each message is a lower-case sentence with the value and what to do."""
    assert str(error) == message


def test_fields_carry_what_the_message_says() -> None:
    """A program finds the parts of the message in the fields of the error."""
    invalid = InvalidValueError("date", "x", "is not a day", "write 2023-05-30")
    assert (invalid.place, invalid.value) == ("date", "x")
    assert (invalid.complaint, invalid.remedy) == ("is not a day", "write 2023-05-30")
    assert str(invalid) == "date: 'x' is not a day; write 2023-05-30"
    assert str(InvalidValueError("date", "x", "is not a day")) == "date: 'x' is not a day"
    elsewhere = invalid.at("start")
    assert str(elsewhere) == "start: 'x' is not a day; write 2023-05-30"
    assert type(elsewhere) is InvalidValueError
    unknown = UnknownNameError("actor", "Nemo", iter(["A", "B"]))
    assert (unknown.what, unknown.name, unknown.candidates) == ("actor", "Nemo", ("A", "B"))
    no_id = UnknownIdError("x", iter(["y"]))
    assert (no_id.record_id, no_id.nearest) == ("x", ("y",))
    assert DuplicateIdError("x").record_id == "x"
    assert (ROW.origin, ROW.path) == ("statements.json", "$[12].date")
    assert (ROW.record, ROW.message) == ("some-id", "is no day")


@pytest.mark.parametrize(
    ("path", "record", "message"),
    [
        ("$[12].date", "some-id", 'a.json: $[12] "some-id".date: bad'),
        ("$[12].stages[3].date", "some-id", 'a.json: $[12] "some-id".stages[3].date: bad'),
        ("$[12]", "some-id", 'a.json: $[12] "some-id": bad'),
        ("$[12].date", "", "a.json: $[12].date: bad"),
        ("$.title", "", "a.json: $.title: bad"),
        ("$", "some-id", 'a.json: $ "some-id": bad'),
        ("$", "", "a.json: $: bad"),
    ],
)
def test_data_error_puts_the_record_behind_its_row(path: str, record: str, message: str) -> None:
    """The id stands right behind the row, before the path inside the record."""
    assert str(DataError("a.json", path, record, "bad")) == message


def test_data_errors_is_a_group_that_lists_everything() -> None:
    """The group is our root error and an ExceptionGroup, and its message lists every problem."""
    other = DataError("cases.json", "$", "", "no JSON")
    group = DataErrors("nothing was read", [ROW, other])
    assert isinstance(group, KzSeparatismError)
    assert isinstance(group, ExceptionGroup)
    first, *rest = str(group).splitlines()
    assert first.startswith("nothing was read")
    assert rest == [str(ROW), str(other)]
    assert group.exceptions == (ROW, other)


def test_data_errors_split_into_groups_of_their_kind() -> None:
    """``except*``, subgroup and split keep the class, and so the message with the list."""
    group = DataErrors("nothing was read", [ROW, DataError("cases.json", "$", "", "no JSON")])
    mine, rest = group.split(lambda error: error is ROW)
    assert isinstance(mine, DataErrors)
    assert isinstance(rest, DataErrors)
    assert mine.exceptions == (ROW,)
    assert mine.message == "nothing was read"
    caught: list[object] = []
    try:
        raise group
    except* ValueError as part:
        caught.append(part)
    assert [type(part) for part in caught] == [DataErrors]


def test_data_errors_survive_pickling() -> None:
    """The whole group crosses a process boundary."""
    twin = pickle.loads(pickle.dumps(DataErrors("nothing", [ROW])))  # noqa: S301 - our own
    assert type(twin) is DataErrors
    assert str(twin.exceptions[0]) == str(ROW)


@pytest.mark.parametrize(
    "value",
    ["x" * 1_000_000, 10**5_000, list(range(10**5)), [["x"] * 99] * 9],
    ids=["text", "number", "list", "lists"],
)
def test_shown_is_short_whatever_the_value(value: object) -> None:
    """No value, however long, fills the screen; Python's refusal of huge numbers is no crash."""
    assert len(shortened(value)) < 1_000


def test_shown_leaves_short_values_whole() -> None:
    """What fits is shown as ``repr`` shows it."""
    assert shortened("a'b") == '"a\'b"'
    assert shortened("x" * 118) == repr("x" * 118)
    assert shortened(-5) == "-5"
    assert shortened(None) == "None"


def test_shown_survives_an_object_that_cannot_be_shown() -> None:
    """An object whose repr fails does not make the error message fail."""

    class Broken:
        def __repr__(self) -> str:
            message = "no"
            raise ValueError(message)

    assert "Broken" in shortened(Broken())


def test_did_you_mean_offers_or_says_nothing() -> None:
    """Suggestions are joined by "or"; without one there is nothing to say."""
    assert did_you_mean(()) == ""
    assert did_you_mean(["a"]) == "; did you mean 'a'?"
    assert did_you_mean(["a", "b"]) == "; did you mean 'a' or 'b'?"


def test_every_public_error_of_the_module_has_the_root() -> None:
    """``except KzSeparatismError`` catches whatever the module defines."""
    found = [value for value in vars(errors).values() if isinstance(value, type)]
    raised = [value for value in found if issubclass(value, Exception)]
    assert len(raised) >= 10
    assert all(issubclass(value, KzSeparatismError) for value in raised)
