"""Strategies for the laws of the queries: made-up records around 2023, built and not filtered.

Records share a small cast of actors and places, so that queries find something. A list of records
draws its ids by lot, so that its order and that of its ids differ.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from typing import Any, TypeAlias, TypeVar

import hypothesis.strategies as st
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from records import (
    actor,
    case,
    charge,
    citation,
    event,
    place,
    role,
    sentence,
    site,
    source,
    stage,
    statement,
)

Bound: TypeAlias = kz.FuzzyDate | date | str | None
_T = TypeVar("_T")

KOKSHETAU = "kokshetau-region"
UNITS = ("KZ-59", "KZ-11", KOKSHETAU, "KZ-63")  # the successors of the third, and a stranger
IDS = ("b", "a-2", "c", "a", "a-10", "d")

assembly = actor("made-up-assembly", kind="organisation")
club = actor("example-club", kind="organisation")
member = actor("nemo-member", roles=[role(organisation=club), role(title="guest")])
past_member = actor("nemo-past", roles=[role(organisation=club, former=True)])
loner = actor("nemo-loner", aliases=["Solus"])
PEOPLE = (loner, member, past_member)
CAST = (*PEOPLE, club, assembly)

PLACES = (
    place("abroad", country="RU"),
    *(
        place(f"exampleton-{number}", regions=units)
        for number, units in enumerate(
            units for size in range(4) for units in combinations(UNITS, size)
        )
    ),
)
CITATIONS = tuple(
    citation(1, source=source(f"gazette-{number}", published=published))
    for number, published in enumerate(("2023-01-15", "2023-02?", "[2023-01..2023-03-05]"))
)

days = st.dates(date(2022, 12, 15), date(2023, 3, 20))


def periods() -> st.SearchStrategy[kz.FuzzyDate]:
    """Return unqualified days, months, seasons, years and the like, most often days."""
    named = (
        *("2022-12", "2023-01", "2023-02", "2023-02-XX", "2022-24", "2023-21", "2023-33"),
        *("2023-40", "2022", "2023", "202X", "20XX"),
    )
    return st.one_of(days.map(kz.FuzzyDate.of), st.sampled_from(named).map(kz.FuzzyDate.parse))


def fuzzy_dates() -> st.SearchStrategy[kz.FuzzyDate]:
    """Return dates of every sort: periods, qualified or not, ranges, and open ones."""
    marks = st.sampled_from(["", "", "?", "~", "%"])
    return st.one_of(
        st.builds(lambda when, mark: kz.FuzzyDate.parse(f"{when}{mark}"), periods(), marks),
        st.builds(lambda one, other: kz.FuzzyDate(*sorted((one, other))), days, days),
        days.map(lambda day: kz.FuzzyDate(date.min, day)),
        days.map(lambda day: kz.FuzzyDate(day, date.max)),
    )


def bounds(period: kz.FuzzyDate) -> st.SearchStrategy[Bound]:
    """Return every form in which a bound of a window may name ``period``, or None."""
    forms: list[Bound] = [None, period, str(period)]
    if period.day is not None:
        day = period.earliest
        evening = datetime.combine(day, time(23, 59), UTC)
        forms += [day, evening, evening.replace(tzinfo=None)]
    return st.sampled_from(forms)


def windows() -> st.SearchStrategy[tuple[Bound, Bound]]:
    """Return starts and ends in every accepted form, never reversed."""
    return (
        st.lists(periods(), min_size=2, max_size=2)
        .map(lambda pair: sorted(pair, key=lambda period: period.sort_key))
        .flatmap(lambda pair: st.tuples(bounds(pair[0]), bounds(pair[1])))
    )


def lengths() -> st.SearchStrategy[relativedelta | timedelta]:
    """Return lengths of whole days, months and years, none negative."""
    return st.one_of(
        st.timedeltas(timedelta(0), timedelta(90)).map(lambda length: timedelta(length.days)),
        st.builds(
            relativedelta,
            years=st.integers(0, 1),
            months=st.integers(0, 13),
            days=st.integers(0, 9),
        ),
        st.just(relativedelta(years=1, months=-11)),
    )


def subsets(items: tuple[_T, ...], *, at_least: int = 0) -> st.SearchStrategy[list[_T]]:
    """Return up to three of ``items``, each once, in any order."""
    return st.lists(st.sampled_from(items), min_size=at_least, max_size=3, unique=True)


@st.composite
def dated(draw: st.DrawFn) -> dict[str, Any]:
    """Return the fields of a date: one, or more rarely none."""
    when = draw(st.one_of(fuzzy_dates(), fuzzy_dates(), st.none()))
    return {"date": when, "date_basis": "none" if when is None else "derived"}


@st.composite
def actors(draw: st.DrawFn, record_id: str) -> kz.Actor:
    """Return an actor of any kind, of one of three countries or none."""
    kind = draw(st.sampled_from(kz.ActorKind))
    country = draw(st.sampled_from(["KZ", "RU", "US", None]))
    return actor(record_id, kind=kind, country=country)


@st.composite
def sites(draw: st.DrawFn) -> list[kz.Site]:
    """Return up to three sites of a case, at home or abroad."""
    relations = st.sampled_from(kz.SiteRelation)
    return [site(where, relation=draw(relations)) for where in draw(subsets(PLACES))]


@st.composite
def stages(draw: st.DrawFn) -> list[kz.Stage]:
    """Return up to three stages of a case, in any order, each told by one or more documents."""
    kinds = draw(st.lists(st.sampled_from(kz.StageKind), max_size=3))
    cited = subsets(CITATIONS, at_least=1)
    return [
        stage(kind, **draw(dated()), people=number, citations=draw(cited))
        for number, kind in enumerate(kinds, 1)
    ]


def sited_cases(record_id: str) -> st.SearchStrategy[kz.Case]:
    """Return a case of which only the sites are told."""
    return sites().map(lambda where: case(record_id, sites=where))


def staged_cases(record_id: str) -> st.SearchStrategy[kz.Case]:
    """Return a case, of any kind, of which only the stages are told."""
    return st.builds(
        lambda kind, happened: case(record_id, kind=kind, stages=happened),
        st.sampled_from(kz.CaseKind),
        stages(),
    )


@st.composite
def peopled_cases(draw: st.DrawFn, record_id: str) -> kz.Case:
    """Return a case of which only the people are told, in every capacity."""
    return case(
        record_id,
        defendants=draw(subsets(PEOPLE)),
        others=draw(subsets(CAST)),
        stages=[stage("arrest", defendants=draw(subsets(PEOPLE)))],
        charges=[charge(defendants=draw(subsets(PEOPLE)))],
        sentences=[sentence(convicts=draw(subsets(PEOPLE)))],
    )


@st.composite
def statements(
    draw: st.DrawFn, record_id: str, earlier: tuple[kz.Statement, ...] = ()
) -> kz.Statement:
    """Return a statement by some of the cast, about places, a case and ``earlier`` statements."""
    return statement(
        record_id,
        **draw(dated()),
        speakers=draw(subsets(CAST, at_least=1)),
        on_behalf_of=draw(st.sampled_from([None, club, assembly])),
        places=draw(subsets(PLACES)),
        cases=draw(subsets((case("spoken-of"), case("also-spoken-of")))),
        responds_to=draw(subsets(earlier)) if earlier else (),
    )


@st.composite
def events(draw: st.DrawFn, record_id: str) -> kz.Event:
    """Return an event, dated or not."""
    return event(record_id, **draw(dated()))


@st.composite
def lists_of(
    draw: st.DrawFn, strategy: Callable[[str], st.SearchStrategy[_T]], *, least: int = 0
) -> list[_T]:
    """Return up to four records of a strategy, each with an id of its own, in any order."""
    ids = draw(st.permutations(IDS))
    return [draw(strategy(record_id)) for record_id in ids[: draw(st.integers(least, 4))]]


@st.composite
def answering_statements(draw: st.DrawFn) -> list[kz.Statement]:
    """Return statements of which some answer others, in any order."""
    made: tuple[kz.Statement, ...] = ()
    for record_id in draw(st.permutations(IDS))[: draw(st.integers(1, 4))]:
        made = (*made, draw(statements(record_id, made)))
    return draw(st.permutations(made))
