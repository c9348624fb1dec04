"""The rules of fields that many records share: texts, ids, dates with their basis, counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs
import pytest
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import RegionName
from kzseparatism.model.fields import as_tuple
from records import (
    actor,
    case,
    charge,
    discrepancy,
    event,
    ledger_row,
    made_up_region,
    place,
    provision,
    role,
    sentence,
    site,
    source,
    stage,
    statement,
)

Builder = Callable[..., Any]
RECORDS: list[Builder] = [actor, case, discrepancy, event, place, provision, statement]


def region_name() -> RegionName:
    """Return a name of a region."""
    return RegionName(text="Nowhere", language="en")


PARTS: list[Builder] = [role, site, stage, charge, sentence, region_name]
ALL: list[Builder] = [*RECORDS, *PARTS, source, made_up_region, ledger_row]


def fields_of(*types: object) -> list[tuple[Builder, str]]:
    """Return every field of one of these types of everything that is recorded."""
    return [
        (builder, field.name)
        for builder in ALL
        for field in attrs.fields(attrs.resolve_types(type(builder())))
        if field.type in types
    ]


# An amount of money is text that may be given as a number; it has tests of its own.
TEXTS = [(builder, field) for builder, field in fields_of(str, str | None) if field != "amount"]
LISTS = fields_of(tuple[str, ...])
DATED: list[Builder] = [role, provision, stage, statement, event]
each_dated = pytest.mark.parametrize("builder", DATED)
each_record = pytest.mark.parametrize("builder", RECORDS)

UNTIDY = [
    (" x", "white space around it"),
    ("x ", "white space around it"),
    ("\u00a0x", "can't be printed"),
    ("x\ny", "can't be printed"),
    ("x\ty", "can't be printed"),
    ("x\x00y", "can't be printed"),
    ("x\u200by", "can't be printed"),
    ("x\ufeffy", "can't be printed"),
    ("x\ud800y", "can't be printed"),
    ("\x1b[31mx", "can't be printed"),
    ("x\u2028y", "can't be printed"),
    ("e\u0301", "normal form C"),
    ("И\u0306", "normal form C"),
]


@pytest.mark.parametrize(("value", "message"), UNTIDY, ids=range(len(UNTIDY)))
def test_text_is_tidy(value: str, message: str) -> None:
    """A text is refused where it would differ unseen; the error says what is wrong, and where."""
    with pytest.raises(InvalidValueError) as caught:
        statement(venue=value)
    assert message in str(caught.value)
    assert caught.value.place.endswith(": venue")
    assert caught.value.value == value
    assert str(caught.value).encode()


@pytest.mark.parametrize("value", [5, None, b"x", ["x"], True])
def test_text_is_text(value: object) -> None:
    """A value of another type is refused."""
    with pytest.raises(WrongTypeError, match="venue: "):
        statement(venue=value)


def test_every_text_is_held_to_that() -> None:
    """Every field for a text, of every record and part, has the rules of the tests above."""
    assert len(TEXTS) > 50
    for builder, field in TEXTS:
        for value, error in ((" x", InvalidValueError), ("x\n", InvalidValueError), (5, TypeError)):
            with pytest.raises(error) as caught:
                attrs.evolve(builder(), **{field: value})
            assert getattr(caught.value, "place", "").endswith(field), (builder, field)
            assert getattr(caught.value, "value", None) == value


LISTED = [
    ("abc", WrongTypeError),
    (b"abc", WrongTypeError),
    (None, WrongTypeError),
    (5, WrongTypeError),
    ([5], WrongTypeError),
    ([["a"]], WrongTypeError),
    ([None], WrongTypeError),
    ([""], InvalidValueError),
    (["a "], InvalidValueError),
    (["a", "b", "a"], InvalidValueError),
]


@pytest.mark.parametrize(("value", "error"), LISTED, ids=repr)
def test_list_of_texts(value: object, error: type[Exception]) -> None:
    """A text is not a list of its letters, and each item is a text that stands once."""
    with pytest.raises(error):
        actor(aliases=value)


def test_every_list_of_texts_is_held_to_that() -> None:
    """Every field for several texts has these rules."""
    assert len(LISTS) > 2
    for builder, field in LISTS:
        for value, error in LISTED:
            with pytest.raises(error):
                attrs.evolve(builder(), **{field: value})


@each_record
@pytest.mark.parametrize(
    "value",
    ["", "A", "a_b", "a--b", "-a", "a-", "a b", "ä", "я", "a\n", "a.b", "a#1", "²", "١"],
)
def test_id_has_lower_case_words_and_single_hyphens(builder: Builder, value: str) -> None:
    """An id is ASCII, lower-case, and joined by single hyphens."""
    with pytest.raises(InvalidValueError):
        builder(value)


@each_record
@pytest.mark.parametrize("value", ["a", "1", "a-1", "2014-law", "a-b-c-4"])
def test_ids_that_are_taken(builder: Builder, value: str) -> None:
    """Letters and digits in any order are an id."""
    assert builder(value).id == value


@each_record
@pytest.mark.parametrize("value", [None, 5, b"a", ["a"]])
def test_id_is_text(builder: Builder, value: object) -> None:
    """An id of another type is a TypeError."""
    with pytest.raises(WrongTypeError):
        attrs.evolve(builder(), id=value)


@each_record
def test_record_rests_on_something(builder: Builder) -> None:
    """No record is without a citation."""
    with pytest.raises(InvalidValueError, match=r"citations: \(\) is empty; give at least one"):
        builder(citations=[])


@each_record
def test_message_names_the_record_and_the_field(builder: Builder) -> None:
    """The place of an error is the class, the id and the field."""
    with pytest.raises(InvalidValueError) as caught:
        builder("some-id", note=" x")
    name = type(builder()).__name__
    assert caught.value.place == f"{name} 'some-id': note"
    assert (
        str(caught.value) == f"{name} 'some-id': note: ' x' has white space around it; take it off"
    )


def test_message_about_a_part_names_class_and_field() -> None:
    """A part has no id: its class stands alone."""
    with pytest.raises(InvalidValueError) as caught:
        charge(offence="")
    assert caught.value.place == "Charge.offence"


@each_dated
def test_date_and_basis_belong_together(builder: Builder) -> None:
    """There is no date exactly when the basis is none, and the message shows plain words."""
    assert builder(date=None, date_basis="none").date is None
    assert builder(date="2023", date_basis="printed").date == FuzzyDate.parse("2023")
    remedy = "the basis is 'none' exactly when there is no date"
    with pytest.raises(InvalidValueError, match=remedy):
        builder(date="2023", date_basis="none")
    for basis in ("printed", "derived", "inferred"):
        with pytest.raises(InvalidValueError, match=remedy) as caught:
            builder(date=None, date_basis=basis)
        assert f"'{basis}'" in str(caught.value)
        assert "<" not in str(caught.value)


@each_dated
def test_inferred_date_is_qualified(builder: Builder) -> None:
    """What is inferred is uncertain; what is printed or derived may be."""
    with pytest.raises(InvalidValueError, match="needs a qualified date") as caught:
        builder(date="2023-02", date_basis="inferred")
    assert "'2023-02'" in str(caught.value)
    for mark in "?~%":
        assert builder(date=f"2023-02{mark}", date_basis="inferred")
        assert builder(date=f"2023-02{mark}", date_basis="printed")
    assert builder(date="2023-02", date_basis="derived")


@each_dated
@pytest.mark.parametrize(
    "value",
    [date(2023, 5, 30), datetime(2023, 5, 30, 23, 59), "2023-05-30"],  # noqa: DTZ001
)
def test_days_are_taken_in_every_form(builder: Builder, value: object) -> None:
    """A date, a datetime and a text of one day are that day."""
    assert builder(date=value, date_basis="printed").date == FuzzyDate.parse("2023-05-30")


@each_dated
@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("2023-02-30", InvalidValueError),
        ("", InvalidValueError),
        ("May 2023", InvalidValueError),
        (2023, WrongTypeError),
        (20.23, WrongTypeError),
        (True, WrongTypeError),
        (b"2023", WrongTypeError),
        (["2023"], WrongTypeError),
    ],
    ids=repr,
)
def test_bad_dates_are_refused(builder: Builder, value: object, error: type[Exception]) -> None:
    """What FuzzyDate refuses is refused here as well."""
    with pytest.raises(error):
        builder(date=value, date_basis="printed")


@each_dated
@pytest.mark.parametrize(
    ("value", "error"),
    [("guessed", InvalidValueError), (None, WrongTypeError), (1, WrongTypeError)],
    ids=repr,
)
def test_basis_is_of_the_vocabulary(
    builder: Builder, value: object, error: type[Exception]
) -> None:
    """An unknown basis is a ValueError, what is not text a TypeError."""
    with pytest.raises(error):
        builder(date="2023", date_basis=value)


@pytest.mark.parametrize("builder", [case, stage, sentence])
@pytest.mark.parametrize(
    ("value", "error"),
    [
        (0, InvalidValueError),
        (-2, InvalidValueError),
        (True, WrongTypeError),
        ("2", WrongTypeError),
        (2.0, WrongTypeError),
        ([2], WrongTypeError),
    ],
    ids=repr,
)
def test_people_are_counted_from_one(
    builder: Builder, value: object, error: type[Exception]
) -> None:
    """A number of people is a whole number of one or more, or not told."""
    assert builder(people=None).people is None
    assert builder(people=1).people == 1
    with pytest.raises(error, match="people"):
        builder(people=value)


@pytest.mark.parametrize("builder", [case, provision])
@pytest.mark.parametrize("value", ["kz", "KAZ", "K", "", "K1", "ҚЗ"])
def test_jurisdiction_is_a_country(builder: Builder, value: str) -> None:
    """A jurisdiction is two capital ASCII letters; the message gives an example."""
    with pytest.raises(InvalidValueError):
        builder(jurisdiction=value)


def test_several_takes_any_iterable_but_text() -> None:
    """What is to be listed may come as list, tuple or generator; a text is refused."""
    assert as_tuple(["a", "b"]) == as_tuple(iter("ab")) == ("a", "b")
    for value in ("ab", b"ab", 5, None):
        with pytest.raises(WrongTypeError, match="is not a list; write it in brackets"):
            as_tuple(value)  # type: ignore[arg-type]


def test_every_field_of_every_record_is_defined() -> None:
    """The codebook and the schema take each field's definition from its metadata."""
    for kind in (*map(type, (builder() for builder in (*RECORDS, source))), kz.Role, kz.Site):
        for field in attrs.fields(kind):
            assert field.metadata["definition"].endswith("."), f"{kind.__name__}.{field.name}"


YEAR = relativedelta(years=1)


@pytest.mark.parametrize(
    ("builder", "fields", "place", "value"),
    [
        (actor, {"id": "Some one"}, "Actor 'Some one': id", "Some one"),
        (actor, {"id": ""}, "Actor.id", ""),
        (actor, {"id": 5}, "Actor 5: id", 5),
        (actor, {"name": ""}, "Actor 'it': name", ""),
        (actor, {"name": 5}, "Actor 'it': name", 5),
        (actor, {"aliases": ["a", ""]}, "Actor 'it': aliases", ""),
        (actor, {"aliases": ["a", "a"]}, "Actor 'it': aliases", "a"),
        (actor, {"country": "kz"}, "Actor 'it': country", "kz"),
        (actor, {"country": ""}, "Actor 'it': country", ""),
        (actor, {"named": 1}, "Actor 'it': named", 1),
        (actor, {"roles": ["x"]}, "Actor 'it': roles", "x"),
        (actor, {"citations": []}, "Actor 'it': citations", ()),
        (actor, {"aliases": "a"}, "Actor 'it': aliases", "a"),
        (role, {"organisation": "x"}, "Role.organisation", "x"),
        (case, {"people": 0}, "Case 'it': people", 0),
        (case, {"people": "2"}, "Case 'it': people", "2"),
        (sentence, {"suspended_for": YEAR}, "Sentence.suspended_for", "P1Y"),
        (sentence, {"term": YEAR, "served": YEAR + YEAR}, "Sentence.served", "P2Y"),
        (statement, {"date": "2023", "date_basis": "none"}, "Statement 'it': date_basis", "none"),
        (
            statement,
            {"date": "2023", "date_basis": "inferred"},
            "Statement 'it': date_basis",
            "2023",
        ),
        (statement, {"responds_to": ["x"]}, "Statement 'it': responds_to", "x"),
        (statement, {"attribution": "direct"}, "Statement 'it': attribution", "direct"),
        (source, {"sha256": "x"}, "Source 'it': sha256", "x"),
        (source, {"sha256": ""}, "Source 'it': sha256", ""),
        (source, {"paragraphs": 10**9}, "Source 'it': paragraphs", 10**9),
    ],
)
def test_errors_carry_field_and_value(
    builder: Builder, fields: dict[str, Any], place: str, value: object
) -> None:
    """A program reads from an error which field of which record is wrong, and its value."""
    own_id = {} if builder in {role, sentence} else {"id": "it"}
    with pytest.raises((InvalidValueError, WrongTypeError)) as caught:
        attrs.evolve(builder(), **own_id | fields)
    assert (caught.value.place, caught.value.value) == (place, value)


def test_errors_about_a_thing_named_twice_carry_its_id() -> None:
    """What stands twice is told by its id, where it has one."""
    twice = [actor("nemo"), actor("nemo")]
    with pytest.raises(InvalidValueError, match="stands twice; name each once") as caught:
        statement("it", speakers=twice)
    assert (caught.value.place, caught.value.value) == ("Statement 'it': speakers", "nemo")


def test_errors_about_a_long_quote_carry_it() -> None:
    """The quote that is too long is in the error, whole."""
    quote = "word " * 75 + "more"
    with pytest.raises(InvalidValueError, match="more than 75 words") as caught:
        statement("it", quotes=["short", quote], attribution="direct")
    assert (caught.value.place, caught.value.value) == ("Statement 'it': quotes", quote)


def test_what_stands_twice_is_told_not_what_stands_first() -> None:
    """Of several texts the error has the one that is repeated."""
    with pytest.raises(InvalidValueError) as caught:
        actor(aliases=["once", "twice", "twice"])
    assert caught.value.value == "twice"


def test_messages_about_countries_and_lengths_say_what_to_write() -> None:
    """The message gives an example, or the most that is taken."""
    with pytest.raises(InvalidValueError, match="write two capital letters, such as KZ"):
        case(jurisdiction="kz")
    assert source(paragraphs=100_000).paragraphs == 100_000
    with pytest.raises(InvalidValueError, match="give 100000 at the most"):
        source(paragraphs=100_001)
