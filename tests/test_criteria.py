"""Asking a table by its fields: each kind of value, against a plain loop over the shipped data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from kzseparatism.model.families import Part
from kzseparatism.model.tables import TABLES, askable
from records import actor, case, place, provision, role, stage, statement

UPRISING = kz.cases["kokshetau-uprising-1996"]
fedorov = actor("made-up-fyodorov", name="Nemo Fyodorov")
other = actor("other-nobody")
said = statement("b", "2023-05", speakers=[fedorov], medium="video", outlet=other)
posted = statement("a", speakers=[other], medium="book", dispute="wording")
tried = case("c", stages=[stage("trial", "2023")], people=2)
mixed = kz.Table[Any]([said, posted, tried, fedorov, place("town", regions=["KZ-59"])])


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        ({"medium": "video"}, lambda s: s.medium is kz.Medium.VIDEO),
        ({"medium": kz.Medium.BOOK}, lambda s: s.medium == "book"),
        ({"medium": ["video", "book"]}, lambda s: s.medium in ("video", "book")),
        ({"medium": iter(["video", "book"])}, lambda s: s.medium in ("video", "book")),
        ({"medium": set()}, lambda s: s is None),
        ({"disputed": True}, lambda s: s.dispute != "none"),
        ({"outlet": None}, lambda s: s.outlet is None),
        ({"date": None}, lambda s: s.date is None),
        ({"venue": None}, lambda s: s.venue == ""),
        ({"relayed_by": None}, lambda s: s.relayed_by == ()),
        ({"speakers": "putin"}, lambda s: "putin" in [one.id for one in s.speakers]),
        ({"speakers": "Путин"}, lambda s: "putin" in [one.id for one in s.speakers]),
        ({"speakers": kz.actors["putin"]}, lambda s: kz.actors["putin"] in s.speakers),
        (
            {"speakers": kz.actors_by_country("RU")},
            lambda s: any(one.country == "RU" for one in s.speakers),
        ),
        (
            {"speakers": "putin", "stance": "none"},
            lambda s: said_by_putin(s) and s.stance == "none",
        ),
        ({"places": "Казахстан"}, lambda s: "kazakhstan" in [one.id for one in s.places]),
        (
            {"cases": UPRISING.id},
            lambda s: UPRISING in s.cases,
        ),
        ({"date": "2014-08-29"}, lambda s: s.date == kz.FuzzyDate.parse("2014-08-29")),
        (
            {"citations": "worldcrunch#29"},
            lambda s: "worldcrunch#29" in [str(one) for one in s.citations],
        ),
        ({"label": kz.statements[0].summary}, lambda s: s == kz.statements[0]),
        ({}, lambda s: s is not None),
    ],
    ids=str,
)
def test_against_a_loop(fields: dict[str, Any], fits: Callable[[kz.Statement], bool]) -> None:
    """The answer is what a loop over the table keeps, in its order."""
    assert list(kz.statements.where(**fields)) == [s for s in kz.statements if fits(s)]


def said_by_putin(one: kz.Statement) -> bool:
    """Return whether Putin is among the speakers."""
    return "putin" in [speaker.id for speaker in one.speakers]


def test_predicate_and_fields_together() -> None:
    """A record has to fit the function and the fields."""
    found = kz.statements.where(lambda one: one.date is None, stance="challenges")
    assert list(found) == [s for s in kz.statements if s.date is None and s.stance == "challenges"]


def test_derived_fields() -> None:
    """What follows from the fields can be asked for like a field."""
    assert kz.cases.where(status="charged") == kz.Table(
        c for c in kz.cases if c.status == "charged"
    )
    assert kz.regions.where(former=True) == kz.Table(r for r in kz.regions if r.former)
    assert kz.regions.where(name="Astana").ids == ("KZ-71",)
    assert kz.ledger.where(id="worldcrunch#6").ids == ("worldcrunch#6",)


def test_numbers_terms_and_ids() -> None:
    """A number, a term and the id of a record are compared as what they mean."""
    rule = provision(maximum="P7Y")
    assert kz.Table([rule]).where(maximum=relativedelta(years=7)).ids == (rule.id,)
    assert mixed.where(people=2).ids == ("c",)
    touched = kz.discrepancies[0].records[0]
    assert kz.discrepancies[0] in kz.discrepancies.where(records=kz.load().get(touched))
    assert kz.discrepancies[0] in kz.discrepancies.where(records=touched)


def test_regions_by_name() -> None:
    """A region is found by each of its names among those that the table refers to."""
    for name in ("KZ-59", "North Kazakhstan", "Солтүстік Қазақстан облысы", kz.regions["KZ-59"]):
        assert mixed.where(regions=name).ids == ("town",)
    with pytest.raises(kz.UnknownNameError, match="no region is called 'Mangystau'"):
        mixed.where(regions="Mangystau")


def test_mixed_tables() -> None:
    """A kind without the field never fits; a word counts where one kind's vocabulary has it."""
    assert mixed.where(kind="person").ids == ("made-up-fyodorov",)
    assert mixed.where(kind=["person", "prosecution"]).ids == ("c", "made-up-fyodorov")
    assert mixed.where(disputed=False).ids == ("b",)
    assert mixed.where(medium=None).ids == ()
    with pytest.raises(kz.InvalidValueError, match="'persn' is none of"):
        mixed.where(kind="persn")


def test_names_are_those_of_the_table() -> None:
    """An actor is looked up among those that the records refer to, and never guessed."""
    assert mixed.where(speakers="Фёдоров").ids == ("b",)
    with pytest.raises(kz.UnknownNameError, match="no actor is called 'Putin'"):
        mixed.where(speakers="Putin")
    with pytest.raises(kz.AmbiguousNameError):
        kz.statements.where(speakers="Aleksandr")
    with pytest.raises(kz.UnknownIdError, match="did you mean 'kokshetau-uprising-1996'"):
        kz.statements.where(cases="kokshetau-uprising-1997")


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"mediun": "video"}, kz.UnknownNameError, "no field is called 'mediun'; did you mean 'me"),
        ({"status": "charged"}, kz.UnknownNameError, "no field is called 'status'"),
        ({"medium": "vido"}, kz.InvalidValueError, "Medium: 'vido' is none of"),
        ({"medium": 3}, kz.WrongTypeError, "Medium: 3 is not text"),
        ({"disputed": 1}, kz.WrongTypeError, "disputed: 1 is neither True nor False"),
        ({"date": 2014}, kz.WrongTypeError, "date: 2014 is a number"),
        ({"date": "2014-13"}, kz.InvalidValueError, "date: '2014-13' is not a date"),
        ({"venue": 3}, kz.WrongTypeError, "venue: 3 is not text"),
        ({"speakers": " "}, kz.InvalidValueError, "is blank"),
        ({"speakers": 3}, kz.WrongTypeError, "speakers: 3 is not an Actor"),
        ({"speakers": [["putin"]]}, kz.WrongTypeError, "is not an Actor"),
        ({"speakers": kz.cases[0]}, kz.WrongTypeError, "is not an Actor"),
        ({"citations": "worldcrunch"}, kz.InvalidValueError, "is not a paragraph"),
        ({"citations": "worldcrunsh#6"}, kz.UnknownIdError, "did you mean 'worldcrunch'"),
        ({"citations": 6}, kz.WrongTypeError, "is not a Citation"),
    ],
    ids=str,
)
def test_errors(fields: dict[str, Any], error: type[Exception], message: str) -> None:
    """What can't be understood is an error that says so."""
    with pytest.raises(error, match=message):
        kz.statements.where(**fields)


def test_more_errors() -> None:
    """Parts need a function; a text is none; numbers are not truth values."""
    with pytest.raises(kz.InvalidValueError, match="write a predicate"):
        kz.cases.where(stages="arrest")
    with pytest.raises(kz.WrongTypeError, match="where: 'video' is not a function"):
        kz.statements.where("video")  # type: ignore[arg-type]
    with pytest.raises(kz.WrongTypeError, match="people: True is not a whole number"):
        kz.cases.where(people=True)
    with pytest.raises(kz.InvalidValueError, match="maximum: '7 years' is not a term"):
        kz.provisions.where(maximum="7 years")
    timeline = kz.timeline()
    assert timeline.where(record="putin-no-statehood").ids == ("putin-no-statehood",)
    with pytest.raises(kz.WrongTypeError, match="is not a Statement or an Event or a Case"):
        timeline.where(record=kz.actors[0])


def test_an_empty_table_knows_the_fields() -> None:
    """Nothing fits in an empty table; a name that no table has is still an error."""
    empty = kz.statements[:0]
    assert empty.where(speakers="Putin", medium="video") == empty
    with pytest.raises(kz.UnknownNameError, match="did you mean 'medium'"):
        empty.where(mediun="video")


def test_roles_of_a_part_are_refused() -> None:
    """A part is no value, even where it is given itself."""
    post = role()
    with pytest.raises(kz.InvalidValueError, match="write a predicate"):
        kz.Table([actor(roles=[post])]).where(roles=post)


@pytest.mark.parametrize("name", TABLES)
def test_each_record_fits_its_own_values(name: str) -> None:
    """For each field of some records, the answer is every record that has that value there."""
    table: kz.Table[Any] = getattr(kz.load(), name)
    for record in table[:: max(1, len(table) // 6)]:
        kind: type = type(record)
        for field, holding in askable(kind).items():
            value = getattr(record, field)
            if isinstance(holding.kind, type) and issubclass(holding.kind, Part):
                continue
            one = value[0] if isinstance(value, tuple) and value else value or None
            if value is False:
                one = False
            expected = [
                other
                for other in table
                if (one in held(other, field) if one is not None else not held(other, field)[0])
            ]
            assert list(table.where(**{field: one})) == expected, (record.id, field)


def held(record: Any, field: str) -> tuple[Any, ...]:
    """Return the items of a field; one that is empty where it has none."""
    value = getattr(record, field)
    return value or (None,) if isinstance(value, tuple) else (value,)
