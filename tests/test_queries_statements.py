"""Questions about statements: around a day, by somebody, about something."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from records import actor, case, place, region, role, statement

WHEN = {
    "day-before": "2023-05-29",
    "day": "2023-05-30",
    "about": "2023-05-30?",
    "day-after": "2023-05-31",
    "month": "2023-05",
    "until": "[..2023-05-30]",
    "since": "[2023-05-30..]",
    "unknown": None,
}
STATEMENTS = [statement(name, when) for name, when in WHEN.items()]


def around(when: Any, within: Any, match: Any = "possible") -> set[str]:
    """Return the ids of the statements around a day."""
    return set(kz.statements_around(when, within, match=match, among=STATEMENTS).ids)


ALL = "day-before day about day-after month until since"
THREE = "day-before day day-after"


@pytest.mark.parametrize(
    ("when", "length", "possible", "certain"),
    [
        ("2023-05-30", 0, "day about month until since", "day"),
        ("2023-05-30", 1, ALL, THREE),
        ("2023-05-31", 29, ALL, THREE),
        ("2023-05-31", 30, ALL, f"{THREE} month"),
        ("2023-05", 0, ALL, ""),
        ("2023-05", 28, ALL, "day-before"),
        ("2023-05", 29, ALL, "day-before day"),
        ("2023-05", 30, ALL, f"{THREE} month"),
        ("2023-05-30~", 9, ALL, ""),
        ("[..2023-05-29]", 0, "day-before month until", ""),
        ("[..2023-05-29]", 900, ALL, ""),
        ("[2023-05-31..]", 0, "day-after month since", ""),
        ("[2023-05-31..]", 900, ALL, ""),
        ("2021", 1, "until", ""),
    ],
)
def test_statements_around(when: str, length: int, possible: str, certain: str) -> None:
    """Possible: some day is near some day. Certain: every day is near every day, unqualified."""
    assert around(when, timedelta(length)) == set(possible.split())
    assert around(when, timedelta(length), "certain") == set(certain.split())
    assert around(when, relativedelta(days=length)) == set(possible.split())


def test_around_takes_dates_and_keywords() -> None:
    """The day may be a date, a datetime, text or a FuzzyDate; match is possible by default."""
    when = date(2023, 5, 30)
    found = kz.statements_around(when=when, within=timedelta(0), among=STATEMENTS)
    assert set(found.ids) == around("2023-05-30", timedelta(0))
    assert around(kz.FuzzyDate.of(when), timedelta(0)) == set(found.ids)


def test_around_counts_months_as_the_calendar_does() -> None:
    """A month before 31 May is 30 April, and a month after 30 January the end of February."""
    april = [statement("a", "2023-04-29"), statement("b", "2023-04-30")]
    month = relativedelta(months=1)
    assert kz.statements_around("2023-05-31", month, among=april).ids == ("b",)
    march = [statement("a", "2023-02-28"), statement("b", "2023-03-01")]
    assert kz.statements_around("2023-01-30", month, among=march).ids == ("a",)


def test_around_takes_a_month_less_than_a_year() -> None:
    """A length of more than nothing in all is taken, though one of its parts is below zero."""
    eleven = relativedelta(years=1, months=-1)
    said = [statement("near", "2024-04-30"), statement("far", "2024-05-01")]
    assert kz.statements_around("2023-05-30", eleven, among=said).ids == ("near",)


@pytest.mark.parametrize("years", [10, 5000, 10**12])
def test_around_ends_with_the_calendar(years: int) -> None:
    """Beyond the first and the last year there is nothing, and nothing goes wrong."""
    within = relativedelta(years=years)
    early = [statement("early", "[..0002]"), statement("late", "[9998..]")]
    assert "early" in kz.statements_around("0002", within, among=early).ids
    assert "late" in kz.statements_around("9998", within, among=early).ids
    days = timedelta(999_999_999)
    assert around("2023", days) == set(WHEN) - {"unknown"}


@pytest.mark.parametrize("when", ["0002-12-31", "9998-01-01"])
def test_around_ends_with_the_calendar_for_mixed_lengths(when: str) -> None:
    """Nine years and a month are no less at the end of the calendar when written as ten less 11."""
    mixed = relativedelta(years=10, months=-11)
    said = [statement("said", when)]
    assert kz.statements_around(when, mixed, among=said).ids == ("said",)


@pytest.mark.parametrize(
    "within",
    [
        timedelta(-1),
        relativedelta(days=-1),
        relativedelta(months=-1),
        relativedelta(months=1, days=-1),
        timedelta(hours=36),
        relativedelta(hours=5),
        relativedelta(year=2023),
        relativedelta(weekday=0),
    ],
)
def test_impossible_lengths(within: Any) -> None:
    """A negative length, or one not of whole days, is a ValueError of ours."""
    with pytest.raises(kz.InvalidValueError, match="within"):
        around("2023", within)


@pytest.mark.parametrize("within", [7, 7.5, "P7D", None, True])
def test_lengths_of_another_type(within: Any) -> None:
    """A number, text or nothing is a TypeError of ours."""
    with pytest.raises(kz.WrongTypeError, match="within"):
        around("2023", within)


def test_bad_days_to_be_around() -> None:
    """No date is a TypeError of ours, and text that is none a ValueError."""
    for wrong in (None, 2023, b"2023", ("2023", "2024")):
        with pytest.raises(kz.WrongTypeError):
            around(wrong, timedelta(1))
    for text in ("", "2023-02-29", "today"):
        with pytest.raises(kz.InvalidValueError):
            around(text, timedelta(1))


def test_bad_input_is_refused_whatever_there_is() -> None:
    """Records of another type are a TypeError even where nothing could be certain."""
    with pytest.raises(kz.WrongTypeError):
        kz.statements_around("2023?", timedelta(0), match="certain", among=[case()])  # type: ignore[list-item]


club = actor("example-club", kind="organisation")
other_club = actor("example-circle", kind="organisation")
current = actor("nemo-now", roles=[role(), role(organisation=other_club), role(organisation=club)])
former = actor("nemo-then", roles=[role(organisation=club, former=True)])
SAID = [
    statement("f-own", "2023-01", speakers=[club]),
    statement("e-on-behalf", "2023-02", speakers=[former], on_behalf_of=club),
    statement("d-together", "2023-03", speakers=[actor(), club]),
    statement("c-member", "2023-04", speakers=[actor(), current]),
    statement("b-former", "2023-05", speakers=[former]),
    statement("a-outlet", speakers=[actor()], outlet=club, relayed_by=[club], addressees=[club]),
]


def test_statements_by() -> None:
    """What an actor says itself, with others, or has said for it, in the order of time."""
    own = ("f-own", "e-on-behalf", "d-together")
    for wanted in (club, "example-club", "Example Club"):
        assert kz.statements_by(wanted, among=SAID).ids == own
        assert kz.statements_by(wanted, members=False, among=SAID).ids == own
        assert kz.statements_by(wanted, members=True, among=SAID).ids == (*own, "c-member")
    assert kz.statements_by(former, among=SAID).ids == ("e-on-behalf", "b-former")
    assert kz.statements_by(actor(), among=SAID).ids == ("d-together", "c-member", "a-outlet")


def test_membership_of_a_person() -> None:
    """Asking for the members of a person adds nothing to the person's own."""
    for who in (current, former):
        assert kz.statements_by(who, members=True, among=SAID) == kz.statements_by(who, among=SAID)


def test_members_is_true_or_false() -> None:
    """What is neither True nor False is a TypeError of ours, as for ``undated``."""
    with pytest.raises(kz.WrongTypeError):
        kz.statements_by(club, members="no", among=SAID)  # type: ignore[arg-type]


north = place("northville", regions=["KZ-59"])
either = place("eitherville", regions=["KZ-59", "KZ-63"])
old = place("oldville", regions=["kokshetau-region"])
abroad = place("faraway", country="RU")
told = case("told")
first = statement("first", "2023-01", places=[north], cases=[told])
second = statement("second", "2023-02", places=[abroad, either], responds_to=[first])
third = statement("third", "2023-03", places=[old], responds_to=[second, first])
TALK = [third, first, second]


def about(thing: Any, match: Any = "possible") -> tuple[str, ...]:
    """Return the ids of the statements about a thing."""
    return kz.statements_about(thing, match=match, among=TALK).ids


def test_statements_about_regions() -> None:
    """A region is spoken of where a place in it is; possible and certain are those of places."""
    assert about(region("KZ-59")) == about("KZ-59") == ("first", "second", "third")
    assert about("KZ-59", "certain") == ("first",)
    assert about("KZ-63") == ("second",)
    assert about("KZ-63", "certain") == ()
    assert about("kokshetau-region") == about("kokshetau-region", "certain") == ("third",)
    assert about("KZ-11") == ("third",)
    assert about("KZ-75") == ()


@pytest.mark.parametrize("match", ["possible", "certain"])
def test_statements_about_the_rest(match: str) -> None:
    """A case, a place or a statement that is linked is so in both modes."""
    assert about(told, match) == about("told", match) == ("first",)
    assert about(north, match) == about("northville", match) == ("first",)
    assert about(abroad, match) == ("second",)
    assert about(first, match) == about("first", match) == ("second", "third")
    assert about(second, match) == ("third",)
    assert about(third, match) == ()
    assert about(case("untold"), match) == ()


def test_statements_about_undated() -> None:
    """Who says it and what about has nothing to do with a date: the undated are there, last."""
    among = [statement("a", cases=[told]), statement("b", "2023", cases=[told])]
    assert kz.statements_about(told, among=among).ids == ("b", "a")
    assert kz.statements_by(actor(), among=among).ids == ("b", "a")


def test_error_about_members_carries_the_word() -> None:
    """A program reads from the error that it is about ``members``, and what was given."""
    with pytest.raises(kz.WrongTypeError, match="is neither True nor False") as caught:
        kz.statements_by(club, members="no", among=SAID)  # type: ignore[arg-type]
    assert (caught.value.place, caught.value.value) == ("members", "no")
