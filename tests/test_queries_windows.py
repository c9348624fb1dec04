"""The windows that queries take, and the words for how sure an answer is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism import strategies
from records import case, event, stage, statement

WHEN = {"day": "2023-05-30", "month": "2023-05", "about": "2023-05-30~", "none": None}
STATEMENTS = [statement(name, when) for name, when in WHEN.items()]
EVENTS = [event(name, when) for name, when in WHEN.items()]
CASES = [case(name, stages=[stage("trial", when)]) for name, when in WHEN.items()]

Query = Callable[..., "kz.Table[Any]"]
between = pytest.mark.parametrize(
    ("query", "among"),
    [
        (kz.statements_between, STATEMENTS),
        (kz.events_between, EVENTS),
        (kz.cases_between, CASES),
    ],
)
with_undated = pytest.mark.parametrize(
    ("query", "among"), [(kz.statements_between, STATEMENTS), (kz.events_between, EVENTS)]
)
matching = pytest.mark.parametrize(
    "query",
    [
        lambda match: kz.statements_between(match=match, among=STATEMENTS),
        lambda match: kz.statements_around("2023", timedelta(1), match=match, among=STATEMENTS),
        lambda match: kz.statements_about(STATEMENTS[0], match=match, among=STATEMENTS),
        lambda match: kz.events_between(match=match, among=EVENTS),
        lambda match: kz.cases_between(match=match, among=CASES),
        lambda match: kz.cases_by_region("KZ-59", match=match, among=CASES),
    ],
)


@between
@pytest.mark.parametrize(
    ("window", "possible", "certain"),
    [
        ((None, None), {"day", "month", "about"}, {"day", "month"}),
        (("2023-05", "2023-05"), {"day", "month", "about"}, {"day", "month"}),
        (("2023-05", "2023-06"), {"day", "month", "about"}, {"day", "month"}),
        (("2023-05-02", None), {"day", "month", "about"}, {"day"}),
        ((None, "2023-05-30"), {"day", "month", "about"}, {"day"}),
        (("2023-05-30", "2023-05-30"), {"day", "month", "about"}, {"day"}),
        ((None, "2023-05-29"), {"month"}, set()),
        (("2023-05-31", None), {"month"}, set()),
        ((None, "2023-04"), set(), set()),
        (("2023-06", None), set(), set()),
    ],
)
def test_windows_are_closed(
    query: Query, among: list[Any], window: tuple[Any, Any], possible: set[str], certain: set[str]
) -> None:
    """Both ends belong to the window, a period names all its days, and None is open."""
    assert set(query(*window, among=among).ids) == possible
    assert set(query(*window, match="possible", among=among).ids) == possible
    assert set(query(*window, match="certain", among=among).ids) == certain


@between
@pytest.mark.parametrize(
    "day",
    [
        "2023-05-30",
        kz.FuzzyDate.parse("2023-05-30"),
        date(2023, 5, 30),
        datetime(2023, 5, 30, 23, 59),  # noqa: DTZ001 - one without a zone is taken, too
        datetime(2023, 5, 30, 0, 1, tzinfo=UTC),
        pd.Timestamp("2023-05-30 12:00"),
    ],
)
def test_a_bound_has_many_forms(query: Query, among: list[Any], day: Any) -> None:
    """Text, FuzzyDate, date and datetime name the same day, as start, end and keyword."""
    assert set(query(day, day, match="certain", among=among).ids) == {"day"}
    assert set(query(start=day, end=day, match="certain", among=among).ids) == {"day"}


@between
@pytest.mark.parametrize("bound", [2023, 2023.5, True, b"2023", ["2023"], pd.NaT, object()])
def test_bounds_of_another_type(query: Query, among: list[Any], bound: object) -> None:
    """A number, bytes, a list or a missing value is a TypeError of ours, at either end."""
    with pytest.raises(kz.WrongTypeError):
        query(bound, among=among)
    with pytest.raises(kz.WrongTypeError):
        query(None, bound, among=among)


@between
@pytest.mark.parametrize(
    "bound",
    ["", " 2023", "2023-02-29", "2023-13", "20230530", "yesterday", "2023/2024", "2023-05-30\n"],
)
def test_unreadable_and_impossible_bounds(query: Query, among: list[Any], bound: str) -> None:
    """Text that is no date is a ValueError of ours, at either end."""
    with pytest.raises(kz.InvalidValueError):
        query(bound, among=among)
    with pytest.raises(kz.InvalidValueError):
        query(None, bound, among=among)


@between
@pytest.mark.parametrize("mark", "?~%")
def test_qualified_bounds(query: Query, among: list[Any], mark: str) -> None:
    """A qualified bound is a ValueError of ours, as text or not, at either end."""
    for bound in (f"2023{mark}", kz.FuzzyDate.parse(f"2023{mark}")):
        with pytest.raises(kz.InvalidValueError, match="qualified"):
            query(bound, among=among)
        with pytest.raises(kz.InvalidValueError, match="qualified"):
            query(None, bound, among=among)


@between
def test_open_bounds(query: Query, among: list[Any]) -> None:
    """A bound with an open end of its own is a ValueError that says to write None."""
    for bound in ("[..2023]", "[2023..]"):
        with pytest.raises(kz.InvalidValueError, match="None"):
            query(bound, among=among)


@between
def test_reversed_windows(query: Query, among: list[Any]) -> None:
    """A reversed window is a ValueError that names both days, even with nothing to find."""
    for records in (among, []):
        with pytest.raises(kz.InvalidValueError, match=r"2023-06-01.*2023-05-31"):
            query("2023-06", "2023-05", among=records)


@matching
@pytest.mark.parametrize("word", ["", "maybe", "Certain", "possible ", "undated"])
def test_unknown_words_for_match(query: Query, word: str) -> None:
    """Any other word is a ValueError that lists those that there are."""
    with pytest.raises(kz.InvalidValueError, match=r'"possible".* (nor|and) "certain"'):
        query(word)


@matching
@pytest.mark.parametrize("word", [None, True, 1, b"certain", ["certain"]])
def test_matches_of_another_type(query: Query, word: object) -> None:
    """What is not text is a TypeError of ours."""
    with pytest.raises(kz.WrongTypeError, match="match"):
        query(word)


@with_undated
def test_undated_records_come_last(query: Query, among: list[Any]) -> None:
    """With ``undated=True`` those without a date follow, whatever the window; else they don't."""
    expected = ("month", "about", "day", "none")
    assert query(undated=True, among=among).ids == expected
    assert query("1999", "1999", undated=True, among=among).ids == ("none",)
    assert query("1999", "1999", undated=False, among=among) == kz.Table()


@with_undated
def test_undated_is_never_certain(query: Query, among: list[Any]) -> None:
    """``undated=True`` with "certain" is a ValueError of ours; False goes with both."""
    with pytest.raises(kz.InvalidValueError, match="undated"):
        query(undated=True, match="certain", among=among)
    assert set(query(undated=False, match="certain", among=among).ids) == {"day", "month"}


@with_undated
@pytest.mark.parametrize("flag", [1, 0, None, "yes", ""])
def test_undated_is_true_or_false(query: Query, among: list[Any], flag: object) -> None:
    """What is neither True nor False is a TypeError of ours."""
    with pytest.raises(kz.WrongTypeError, match="undated"):
        query(undated=flag, among=among)


@with_undated
def test_order_of_time(query: Query, among: list[Any]) -> None:
    """The order is first possible day, last possible day, id, however the records come."""
    make = type(among[0])
    assert make in (kz.Statement, kz.Event)
    when = [
        ("z", "[..2023-05-01]"),
        ("d", "2023-05-01"),
        ("b", "2023-05?"),
        ("c", "2023-05"),
        ("a", "2023"),
        ("e", "2023-05-02"),
        ("y", "[2023-05-02..]"),
        ("m", None),
        ("x", None),
    ]
    build = statement if make is kz.Statement else event
    records = [build(name, day) for name, day in when]
    expected = ("z", "a", "d", "b", "c", "e", "y", "m", "x")
    assert query(undated=True, among=records).ids == expected
    assert query(undated=True, among=records[::-1]).ids == expected


@with_undated
def test_errors_about_the_undated_carry_the_word(query: Query, among: list[Any]) -> None:
    """A program reads from an error that it is about ``undated``; a reader, what to do."""
    with pytest.raises(kz.WrongTypeError, match="is neither True nor False") as stranger:
        query(undated="yes", among=among)
    assert (stranger.value.place, stranger.value.value) == ("undated", "yes")
    with pytest.raises(kz.InvalidValueError, match='or match="possible"') as contrary:
        query(undated=True, match="certain", among=among)
    assert (contrary.value.place, contrary.value.value) == ("undated", True)


@matching
@pytest.mark.parametrize("word", ["maybe", 5])
def test_errors_about_match_carry_the_word(query: Query, word: object) -> None:
    """A program reads from the error that it is about ``match``, and what was given."""
    with pytest.raises((kz.InvalidValueError, kz.WrongTypeError)) as caught:
        query(word)
    assert (caught.value.place, caught.value.value) == ("match", word)


ABOUT = kz.FuzzyDate.parse("2023-04?")
WINDOW_QUERIES: dict[str, Callable[..., kz.Table[Any]]] = {
    "statements_between": lambda **how: kz.statements_between("2023-04-01", "2023-04-09", **how),
    "events_between": lambda **how: kz.events_between("2022", "2023", **how),
    "cases_between": lambda **how: kz.cases_between("2023-11", "2023-12", **how),
    "statements_around": lambda **how: kz.statements_around(ABOUT, timedelta(days=40), **how),
}


@pytest.mark.parametrize("ask", WINDOW_QUERIES.values(), ids=WINDOW_QUERIES)
def test_certain_implies_coded_implies_possible(ask: Callable[..., kz.Table[Any]]) -> None:
    """Each word asks for less than the one before, in the same order; here for less indeed."""
    possible, coded, certain = (ask(match=word) for word in ("possible", "coded", "certain"))
    assert coded & possible == coded
    assert certain & coded == certain
    assert possible & coded == coded
    assert len(possible) > len(coded) >= len(certain)
    assert len(coded) > len(certain)


@given(data=st.data())
def test_coded_is_certain_of_the_same_dates_without_signs(data: st.DataObject) -> None:
    """Taking the signs of doubt off makes what is coded inside certain, and nothing else."""
    said = data.draw(
        st.lists(strategies.statements(), max_size=5, unique_by=lambda one: one.id), "statements"
    )
    days = st.dates(date(2, 1, 1), date(9998, 12, 31))
    window = kz.Window(*sorted(data.draw(st.tuples(days, days))))
    expected = [
        one.id
        for one in said
        if one.date is not None and one.date.without_qualifier().lies_in(window)
    ]
    coded = kz.statements_between(window, match="coded", among=said)
    assert sorted(coded.ids) == sorted(expected)
    assert coded & kz.statements_between(window, among=said) == coded
    certain = kz.statements_between(window, match="certain", among=said)
    assert [one for one in coded if not (one.date and one.date.qualifier)] == list(certain)


def test_undated_is_never_coded() -> None:
    """What has no date lies in no window as coded."""
    with pytest.raises(kz.InvalidValueError, match="asks for records that are never coded"):
        kz.statements_between("2023", "2023", match="coded", undated=True)


def test_coded_is_a_word_for_windows_only() -> None:
    """A place has no sign of doubt: about regions there are two words."""
    with pytest.raises(kz.InvalidValueError, match='neither "possible" nor "certain"'):
        kz.cases_by_region("KZ-59", match="coded")  # type: ignore[arg-type]
