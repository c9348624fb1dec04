"""Counts by year, month, region and word, against independent computations."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from math import isclose
from typing import Any

import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism import strategies
from records import actor, case, event, place, site, site_in, stage, statement

YEAR, MONTH = "%Y", "%Y-%m"


def days(when: kz.FuzzyDate) -> list[date]:
    """Return every day of a date without an open end."""
    length = (when.latest - when.earliest).days + 1
    return [when.earliest + timedelta(days=number) for number in range(length)]


def rows(found: kz.Table[kz.Count]) -> dict[str, tuple[int, int, float]]:
    """Return the numbers of each group."""
    return {one.id: (one.certain, one.possible, one.weighted) for one in found}


@pytest.mark.parametrize(("by", "pattern"), [("year", YEAR), ("month", MONTH)])
@pytest.mark.parametrize("table", [kz.statements, kz.events], ids=["statements", "events"])
def test_time_against_counting_days(table: kz.Table[Any], by: str, pattern: str) -> None:
    """Each day of each date is counted for itself; the queries give the same numbers."""
    table = table.where(lambda record: record.date is None or not record.date.is_open)
    possible, certain, weighted = Counter[str](), Counter[str](), Counter[str]()
    for record in table:
        if record.date is None:
            continue
        groups = Counter(day.strftime(pattern) for day in days(record.date))
        possible.update(set(groups))
        if len(groups) == 1 and not record.date.qualifier:
            certain.update(groups.keys())
        for group, number in groups.items():
            weighted[group] += number / groups.total()  # type: ignore[assignment]
    found = kz.counts(table, by=by)
    for row in found:
        if row.id[0].isdigit():
            assert (row.certain, row.possible) == (certain[row.id], possible[row.id])
            assert isclose(row.weighted, weighted[row.id])
    assert {row.id for row in found} - {"no date"} == set(possible)
    assert found["no date"].possible == sum(record.date is None for record in table)
    assert isclose(sum(row.weighted for row in found), len(table))


def test_time_agrees_with_the_queries() -> None:
    """A year's numbers are those of the windows of that year."""
    for row in kz.counts(kz.statements, by="year"):
        if row.id[0].isdigit():
            window = (row.id, row.id)
            assert row.possible == len(kz.statements_between(*window))
            assert row.certain == len(kz.statements_between(*window, match="certain"))
    open_ends = kz.statements.where(lambda one: one.date is not None and one.date.is_open)
    assert kz.counts(kz.statements, "year")["open end"].possible == len(open_ends)


def test_open_ends_and_the_undated() -> None:
    """An open end is possible wherever it reaches, and weighs in a group of its own."""
    said = [
        statement("a", "2020"),
        statement("b", "[..2021]"),
        statement("c", "2023?"),
        statement("d"),
        statement("e", "[2022..]"),
    ]
    assert rows(kz.counts(said, "year")) == {
        "2020": (1, 2, 1.0),
        "2021": (0, 1, 0.0),
        "2022": (0, 1, 0.0),
        "2023": (0, 2, 1.0),
        "open end": (2, 2, 2.0),
        "no date": (1, 1, 1.0),
    }
    assert kz.counts(said, "year").ids[-2:] == ("open end", "no date")


def test_a_date_is_spread_evenly() -> None:
    """Ten days in two months: three in the one, seven in the other."""
    said = [statement("a", "[2023-05-29..2023-06-07]")]
    assert rows(kz.counts(said, "month")) == {"2023-05": (0, 1, 0.3), "2023-06": (0, 1, 0.7)}
    assert rows(kz.counts(said, "year")) == {"2023": (1, 1, 1.0)}


def test_regions_against_the_query() -> None:
    """For each region the numbers are those of ``cases_by_region``; nobody is left out."""
    found = kz.counts(kz.cases, by="region")
    for unit in kz.regions:
        possible = kz.cases_by_region(unit)
        certain = kz.cases_by_region(unit, match="certain")
        row = found.get(unit.id)
        numbers = (0, 0) if row is None else (row.certain, row.possible)
        assert numbers == (len(certain), len(possible))
        assert row is None or row.group == unit.name
    nowhere = [c for c in kz.cases if not any(s.place.regions for s in c.sites)]
    assert found["no region"].possible == len(nowhere)
    assert isclose(sum(row.weighted for row in found), len(kz.cases))


def test_weights_of_regions() -> None:
    """A record is shared over its places in regions, each place over its alternatives."""
    twice = site_in("KZ-59", "KZ-11")
    records = [
        case("a", sites=[twice, site(twice.place, relation="court"), site_in("KZ-59")]),
        case("b", sites=[site(place("abroad", country="DE"))]),
        case("c", sites=[site_in("kokshetau-region"), site(place("abroad", country="DE"))]),
    ]
    found = rows(kz.counts(records, "region"))
    assert found["KZ-59"] == (1, 2, 0.75)
    assert found["KZ-11"] == (0, 2, 0.25)
    assert found["kokshetau-region"] == (1, 1, 1.0)
    assert found["no region"] == (1, 1, 1.0)
    events = [event(places=[twice.place])]
    assert rows(kz.counts(events, "region"))["KZ-11"] == (0, 1, 0.5)
    assert rows(kz.counts([twice.place], "region"))["KZ-11"] == (0, 1, 0.5)
    assert set(rows(kz.counts(kz.stages(among=[case(stages=[stage()])]), "region"))) == {
        "no region"
    }


@pytest.mark.parametrize(
    ("table", "by"),
    [
        (kz.statements, "stance"),
        (kz.statements, "disputed"),
        (kz.cases, "status"),
        (kz.actors, "country"),
        (kz.events, "kind"),
    ],
)
def test_words_against_a_counter(table: kz.Table[Any], by: str) -> None:
    """A word's number is how often it stands there; nothing is dropped."""
    names = {True: "yes", False: "no", None: f"no {by}"}
    expected = Counter(
        names[value] if value in (True, False, None) else str(value)
        for value in (getattr(one, by) for one in table)
    )
    found = kz.counts(table, by)
    assert {row.id: row.possible for row in found} == expected
    assert all(row.certain == row.possible == row.weighted for row in found)


def test_words_stand_in_the_order_of_their_vocabulary() -> None:
    """Status goes from reported to convicted; what has no word comes last."""
    statuses = [word.value for word in kz.CaseStatus]
    found = kz.counts(kz.cases, "status").ids
    assert list(found) == sorted(found, key=statuses.index)
    mixed = kz.Table[Any]([statement(), case(), actor()])
    assert kz.counts(mixed, "kind").ids == ("prosecution", "person", "no kind")
    assert kz.counts(kz.stages(), "kind").ids[0] == "conduct"
    moments = kz.counts(kz.timeline(), "kind")
    assert moments["statement"].possible == len(kz.timeline(among=kz.statements))
    assert kz.counts(kz.sentences(), "suspended").ids == ("no", "yes")


def test_links_against_a_counter() -> None:
    """A linked record's number is how many link to it; the most frequent is first."""
    for by in ("speakers", "addressees"):
        expected = Counter(one.id for s in kz.statements for one in getattr(s, by))
        expected[f"no {by}"] = sum(not getattr(s, by) for s in kz.statements)
        found = kz.counts(kz.statements, by)
        assert {row.id: row.possible for row in found} == +expected
        assert isclose(sum(row.weighted for row in found), len(kz.statements))
        numbers = [row.possible for row in found if row.id != f"no {by}"]
        assert numbers == sorted(numbers, reverse=True)
    outlets = kz.counts(kz.statements, "outlet")
    assert outlets["facebook"].group == "Facebook"
    assert outlets.ids[-1] == "no outlet"


def test_private_persons_are_counted_by_pseudonym() -> None:
    """No group is called by a private name."""
    hidden = actor("somebody-1", name="Quidam Ignotus", private=True)
    (row,) = kz.counts([statement(speakers=[hidden])], "speakers")
    assert (row.id, row.group) == ("somebody-1", "[somebody-1]")


@given(st.lists(strategies.statements(), max_size=6, unique_by=lambda one: one.id))
def test_weights_sum_to_the_number_of_records(said: list[kz.Statement]) -> None:
    """However dates and places lie, each record weighs one; certain is never above possible."""
    for by in ("year", "region", "stance", "medium", "speakers", "outlet"):
        if by == "year":
            said = [one for one in said if one.date is None or short(one.date)]
        found = kz.counts(said, by)
        assert isclose(sum(row.weighted for row in found), len(said))
        for row in found:
            assert row.certain <= row.possible <= len(said)
            assert 0 <= row.weighted <= row.possible + 1e-9


def short(when: kz.FuzzyDate) -> bool:
    """Return whether a date has few years, so that the test stays quick."""
    return when.is_open or when.latest.year - when.earliest.year < 100


def test_a_generator_is_read_once() -> None:
    """Records may come from anything that can be gone through once."""
    assert kz.counts((one for one in kz.events), "year") == kz.counts(kz.events, "year")
    assert kz.counts([], "year") == kz.counts([], "kind") == kz.Table()


def test_sources_and_moments() -> None:
    """A document counts by its publication, a moment by its date."""
    assert sum(row.possible for row in kz.counts(kz.sources, "month")) >= len(kz.sources)
    assert kz.counts(kz.timeline(), "year").ids == tuple(
        sorted(kz.counts(kz.timeline(), "year").ids)
    )


@pytest.mark.parametrize(
    ("records", "by", "error", "message"),
    [
        (kz.cases, "year", kz.InvalidValueError, r'counts\(kz.stages\("conviction"\), by="year"\)'),
        (kz.actors, "month", kz.InvalidValueError, "an Actor has none"),
        (kz.actors, "region", kz.InvalidValueError, "asks for places, and an Actor has none"),
        (kz.statements, "title", kz.UnknownNameError, "no field is called 'title'"),
        (kz.statements, "stanse", kz.UnknownNameError, "did you mean 'stance'"),
        (kz.statements, "summary", kz.InvalidValueError, "neither words, codes, a truth value nor"),
        (kz.statements, "quotes", kz.InvalidValueError, "neither words, codes, a truth"),
        (kz.cases, "stages", kz.InvalidValueError, "neither words, codes, a truth value"),
        (kz.statements, "", kz.UnknownNameError, "no field is called ''"),
        (kz.statements, 3, kz.WrongTypeError, "by: 3 is not text"),
        (kz.statements, None, kz.WrongTypeError, "by: None is not text"),
        ("kz", "year", kz.WrongTypeError, "records: 'kz' is not a list of records"),
        (3, "year", kz.WrongTypeError, "records: 3 is not a list of records"),
        ([3], "year", kz.WrongTypeError, "3 is not a record"),
    ],
)
def test_errors(records: Any, by: Any, error: type[Exception], message: str) -> None:
    """What can't be counted is an error that says what can."""
    with pytest.raises(error, match=message):
        kz.counts(records, by)


@pytest.mark.parametrize("value", [True, "1.0"])
def test_a_number_is_compared_with_numbers_only(value: object) -> None:
    """What is counted in parts is no truth and no text."""
    counted = kz.counts([statement("a", "2023")], "year")
    assert counted.where(weighted=1.0).ids == counted.where(weighted=1).ids == ("2023",)
    with pytest.raises(kz.WrongTypeError, match=r"weighted: .* is not a number"):
        counted.where(weighted=value)
