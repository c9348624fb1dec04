"""The laws of the queries, each against a naive reading of what the design says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, TypeAlias

import hypothesis.strategies as st
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given, settings

import kzseparatism as kz
from kzseparatism.model import Record
from records import case, place, region, site, statement
from strategies import (
    CAST,
    CITATIONS,
    IDS,
    KOKSHETAU,
    PLACES,
    UNITS,
    Bound,
    actors,
    answering_statements,
    days,
    events,
    fuzzy_dates,
    lengths,
    lists_of,
    peopled_cases,
    periods,
    sited_cases,
    staged_cases,
    statements,
    windows,
)

Days: TypeAlias = tuple[date, date]
Found: TypeAlias = "kz.Table[Any]"

few = settings(max_examples=25, deadline=None)
matches = st.sampled_from(["possible", "certain"])
units = st.sampled_from(UNITS).map(region)


# What the design says, in plain words.


def days_of(start: Bound, end: Bound) -> Days:
    """Return the first and the last day of a window; an open end is the end of the calendar."""
    first = date.min if start is None else kz.FuzzyDate.of(start).earliest
    last = date.max if end is None else kz.FuzzyDate.of(end).latest
    return first, last


def matched(when: kz.FuzzyDate | None, window: Days, match: str) -> bool:
    """Return whether the ranges meet, or the one lies inside the other and is unqualified."""
    first, last = window
    if when is None:
        return False
    if match == "possible":
        return not (when.latest < first or last < when.earliest)
    return when.qualifier == "" and first <= when.earliest and when.latest <= last


def by_time(records: Iterable[Any]) -> list[Any]:
    """Return records by (earliest, latest, id), those without a date last, by id."""
    records = sorted(records, key=lambda record: str(record.id))
    told = [record for record in records if record.date is not None]
    told.sort(key=lambda record: (record.date.earliest, record.date.latest))
    return told + [record for record in records if record.date is None]


def by_id(records: Iterable[Any]) -> list[Any]:
    """Return records by id."""
    return sorted(records, key=lambda record: str(record.id))


def placed(where: kz.Place, queried: kz.Region, match: str) -> bool:
    """Return whether a place may lie in a unit, or certainly does; a former one has successors."""
    own = [unit.id for unit in where.regions]
    if match == "certain":
        return bool(own) and set(own) == {queried.id}
    passed_on = [heir.id for unit in where.regions for heir in unit.successors]
    return queried.id in own + passed_on


STATUS = {
    "conduct": "reported",
    "investigation": "investigated",
    "arrest": "arrested",
    "charge": "charged",
    "trial": "tried",
    "acquittal": "acquitted",
    "conviction": "convicted",
    "sentence": "convicted",
    "appeal": "reported",
    "flight": "reported",
    "release": "reported",
    "detention": "sanctioned",
    "fine": "sanctioned",
    "suspension": "sanctioned",
    "dismissal": "sanctioned",
}
FURTHER = (
    *("reported", "investigated", "arrested", "charged", "tried"),
    *("acquitted", "sanctioned", "convicted"),
)


def status(case: kz.Case, stages: Iterable[kz.Stage]) -> str:
    """Return the furthest status that some stages of a case lead to."""
    reached = {STATUS[stage.kind] for stage in stages}
    if case.kind in ("administrative", "civil"):
        reached = {"sanctioned" if word == "convicted" else word for word in reached}
    return [word for word in FURTHER if word in reached | {"reported"}][-1]


def reached_by(stage: kz.Stage, day: date) -> bool:
    """Return whether a stage had certainly been reached by a day."""
    if any(citation.source.published.latest <= day for citation in stage.citations):
        return True
    when = stage.date
    return when is not None and when.qualifier == "" and when.latest <= day


def moved(day: date, length: relativedelta | timedelta, *, back: bool) -> date:
    """Return a day moved by a length: an open end stays, and the calendar ends where it ends."""
    if day in (date.min, date.max):
        return day
    try:
        return day - length if back else day + length
    except (OverflowError, ValueError):
        return date.min if back else date.max


# Each query against that.


@few
@given(lists_of(statements), windows(), matches)
def test_statements_between(
    among: list[kz.Statement], window: tuple[Bound, Bound], match: Any
) -> None:
    """The statements are those whose date falls in the window, in the order of time."""
    expected = [s for s in among if matched(s.date, days_of(*window), match)]
    assert list(kz.statements_between(*window, match=match, among=among)) == by_time(expected)


@few
@given(lists_of(statements), windows())
def test_statements_between_with_the_undated(
    among: list[kz.Statement], window: tuple[Bound, Bound]
) -> None:
    """The undated come after the possible ones, by id, whatever the window."""
    possible = kz.statements_between(*window, among=among)
    undated = by_id(s for s in among if s.date is None)
    assert list(kz.statements_between(*window, undated=True, among=among)) == [*possible, *undated]


@few
@given(among=lists_of(events), window=windows(), match=matches, undated=st.booleans())
def test_events_between(
    *, among: list[kz.Event], window: tuple[Bound, Bound], match: Any, undated: bool
) -> None:
    """The events are those whose date falls in the window, and the undated where asked for."""
    undated = undated and match == "possible"
    expected = [
        e for e in among if matched(e.date, days_of(*window), match) or (undated and e.date is None)
    ]
    found = kz.events_between(*window, match=match, undated=undated, among=among)
    assert list(found) == by_time(expected)


@few
@given(lists_of(events, least=1), fuzzy_dates() | days, lengths(), matches)
@example([], kz.FuzzyDate.parse("[..2023]"), timedelta(1), "certain")
def test_statements_around(
    among: list[kz.Event], when: Any, within: relativedelta | timedelta, match: Any
) -> None:
    """Possible meets the wide window, certain lies in the narrow one, which may be empty."""
    said = [statement(e.id, e.date) for e in among]
    centre = kz.FuzzyDate.of(when)
    if match == "possible":
        window = (
            moved(centre.earliest, within, back=True),
            moved(centre.latest, within, back=False),
        )
    else:
        window = (
            moved(centre.latest, within, back=True),
            moved(centre.earliest, within, back=False),
        )
    hopeless = match == "certain" and centre.qualifier != ""
    expected = [s for s in said if matched(s.date, window, match) and not hopeless]
    found = kz.statements_around(when, within, match=match, among=said)
    assert list(found) == by_time(expected)


@few
@given(among=lists_of(statements), who=st.sampled_from(CAST), members=st.booleans())
def test_statements_by(*, among: list[kz.Statement], who: kz.Actor, members: bool) -> None:
    """They are the actor's own, those on its behalf, and its present members' where asked for."""

    def speaks(s: kz.Statement) -> bool:
        if who in s.speakers or s.on_behalf_of == who:
            return True
        current = [r for speaker in s.speakers for r in speaker.roles if not r.former]
        return members and who in [r.organisation for r in current]

    found = kz.statements_by(who, members=members, among=among)
    assert list(found) == by_time(s for s in among if speaks(s))


@few
@given(answering_statements(), matches)
def test_statements_about(among: list[kz.Statement], match: Any) -> None:
    """They are those with the case, the place or a place in the region, or those that respond."""

    def about(thing: Any) -> list[kz.Statement]:
        return list(kz.statements_about(thing, match=match, among=among))

    for told in {told for s in among for told in s.cases}:
        assert about(told) == about(told.id) == by_time(s for s in among if told in s.cases)
    for where in PLACES:
        assert about(where) == by_time(s for s in among if where in s.places)
    for unit in map(region, UNITS):
        inside = (s for s in among if any(placed(p, unit, match) for p in s.places))
        assert about(unit) == about(unit.id) == by_time(inside)
    for asked in among:
        answers = by_time(s for s in among if asked in s.responds_to)
        assert about(asked) == about(asked.id) == answers


@few
@given(lists_of(sited_cases), units, matches, st.none() | st.sampled_from(kz.SiteRelation))
def test_cases_by_region(
    among: list[kz.Case], queried: kz.Region, match: Any, relation: kz.SiteRelation | None
) -> None:
    """The cases are those with a site in the unit, of the given sort, by id."""
    expected = [
        c
        for c in among
        if any(placed(s.place, queried, match) and relation in (None, s.relation) for s in c.sites)
    ]
    found = kz.cases_by_region(queried, match=match, relation=relation, among=among)
    assert list(found) == by_id(expected)


@few
@given(lists_of(staged_cases), windows(), matches, st.none() | st.sampled_from(kz.StageKind))
def test_cases_between(
    among: list[kz.Case], window: tuple[Bound, Bound], match: Any, stage: kz.StageKind | None
) -> None:
    """The cases are those with a stage in the window, of the given kind, by id."""
    expected = [
        c
        for c in among
        if any(
            matched(s.date, days_of(*window), match) and stage in (None, s.kind) for s in c.stages
        )
    ]
    found = kz.cases_between(*window, match=match, stage=stage, among=among)
    assert list(found) == by_id(expected)


@few
@given(lists_of(staged_cases), st.none() | days | periods())
def test_cases_by_status(among: list[kz.Case], on: date | kz.FuzzyDate | None) -> None:
    """Each case has exactly one status: that of the stages certainly reached by the day."""
    last = date.max if on is None else kz.FuzzyDate.of(on).latest
    for word in FURTHER:
        expected = [
            c
            for c in among
            if status(c, [s for s in c.stages if on is None or reached_by(s, last)]) == word
        ]
        assert list(kz.cases_by_status(word, on=on, among=among)) == by_id(expected)


@few
@given(lists_of(staged_cases))
def test_status_after_all_documents(among: list[kz.Case]) -> None:
    """From the last possible day of all documents on, the status is the final one."""
    last = max(citation.source.published.latest for citation in CITATIONS)
    for word in FURTHER:
        final = kz.cases_by_status(word, among=among)
        assert kz.cases_by_status(word, on=last, among=among) == final


@few
@given(lists_of(peopled_cases), st.sampled_from(CAST))
def test_cases_involving(among: list[kz.Case], who: kz.Actor) -> None:
    """The cases are those in which the actor is a defendant, a convict or otherwise named."""

    def people(c: kz.Case) -> set[kz.Actor]:
        parts = [c.defendants, c.others, *(part.defendants for part in c.stages)]
        parts += [part.defendants for part in c.charges]
        parts += [part.convicts for part in c.sentences]
        return {one for part in parts for one in part}

    assert list(kz.cases_involving(who, among=among)) == by_id(c for c in among if who in people(c))


@few
@given(lists_of(actors), st.sampled_from(kz.ActorKind), st.sampled_from(["KZ", "RU", "FR"]))
def test_actors_by_kind_and_country(
    among: list[kz.Actor], kind: kz.ActorKind, country: str
) -> None:
    """The actors are those with that kind, or that country, by id."""
    assert list(kz.actors_by_kind(kind, among=among)) == by_id(a for a in among if a.kind == kind)
    of_country = by_id(a for a in among if a.country == country)
    assert list(kz.actors_by_country(country, among=among)) == of_country


@few
@given(lists_of(events), lists_of(staged_cases))
def test_timeline(happened: list[kz.Event], pursued: list[kz.Case]) -> None:
    """Every dated statement, event and stage is there once, in the order of time."""
    said = [statement(f"said-{e.id}", e.date) for e in happened]
    pursued = [case(f"case-{c.id}", stages=c.stages) for c in pursued]
    expected = [(r.id, r.date, "statement", r.id) for r in said]
    expected += [(r.id, r.date, "event", r.id) for r in happened]
    expected += [
        (f"{c.id}:{number}", s.date, str(s.kind), c.id)
        for c in pursued
        for number, s in enumerate(c.stages, 1)
    ]
    dated = [
        (when.earliest, when.latest, name, when, kind, record)
        for name, when, kind, record in expected
        if when is not None
    ]
    among: list[Record] = [*pursued, *said, *happened]
    assert [
        (m.date.earliest, m.date.latest, m.id, m.date, m.kind, m.record.id)
        for m in kz.timeline(among=among)
    ] == sorted(dated, key=lambda row: row[:3])


# Laws that need no oracle.

WINDOWED: tuple[tuple[Callable[..., Found], Callable[[str], st.SearchStrategy[Any]]], ...] = (
    (kz.statements_between, lambda name: events(name).map(lambda e: statement(e.id, e.date))),
    (kz.events_between, events),
    (kz.cases_between, staged_cases),
)
windowed = pytest.mark.parametrize(("query", "strategy"), WINDOWED)


@windowed
@few
@given(data=st.data())
def test_windows_have_laws(query: Any, strategy: Any, data: st.DataObject) -> None:
    """Certain implies possible; widening loses nothing; possible is the union of two halves."""
    among = data.draw(lists_of(strategy, least=1), label="among")
    edges = sorted(data.draw(st.lists(days, min_size=5, max_size=5), label="edges"))
    outer, start, cut, end, last = edges

    def found(first: date | None, final: date | None, match: str = "possible") -> set[str]:
        return set(query(first, final, match=match, among=among).ids)

    assert found(start, end, "certain") <= found(start, end)
    for match in ("possible", "certain"):
        narrow, wide = found(start, end, match), found(outer, last, match)
        assert narrow <= wide <= found(None, None, match)
        assert narrow <= found(start, None, match) & found(None, end, match)
    assert found(start, end) == found(start, cut) | found(min(cut + timedelta(1), end), end)
    assert found(None, None) == found(None, cut) | found(cut + timedelta(1), None)


@windowed
@few
@given(data=st.data())
def test_order_of_records_does_not_matter(query: Any, strategy: Any, data: st.DataObject) -> None:
    """A permutation of the records, a Table or a generator of them gives the same Table."""
    among = data.draw(lists_of(strategy), label="among")
    shuffled = data.draw(st.permutations(among), label="shuffled")
    first, last = data.draw(windows(), label="window")
    found = query(first, last, among=among)
    assert query(first, last, among=shuffled) == found
    assert query(first, last, among=kz.Table(shuffled)) == found
    assert query(first, last, among=(record for record in [*shuffled, *among])) == found
    assert query(first, last, among=found) == found


@few
@given(st.lists(days, max_size=len(IDS)), windows())
def test_single_days_are_certain(when: list[date], window: tuple[Bound, Bound]) -> None:
    """An unqualified single day makes both modes equal."""
    among = [statement(name, day) for name, day in zip(IDS, when, strict=False)]
    possible = kz.statements_between(*window, match="possible", among=among)
    assert kz.statements_between(*window, match="certain", among=among) == possible


@few
@given(lists_of(events, least=1), fuzzy_dates(), lengths(), lengths())
def test_around_has_laws(among: list[kz.Event], when: kz.FuzzyDate, one: Any, other: Any) -> None:
    """Certain implies possible, a longer length loses nothing, and no length is the date itself."""
    said = [statement(e.id, e.date) for e in among]

    def found(within: Any, match: Any = "possible") -> set[str]:
        return set(kz.statements_around(when, within, match=match, among=said).ids)

    assert found(one, "certain") <= found(one)
    longer = timedelta(800)  # more than any of the lengths drawn
    assert found(one) <= found(longer)
    assert found(other, "certain") <= found(longer, "certain")
    touching = {s.id for s in said if s.date is not None and s.date.overlaps(when)}
    assert found(timedelta(0)) == touching


@few
@given(lists_of(sited_cases), units)
def test_certain_places_are_possible(among: list[kz.Case], queried: kz.Region) -> None:
    """A case that is certainly in a unit is possibly there, with any relation or none."""
    for relation in (None, *kz.SiteRelation):
        certain = kz.cases_by_region(queried, match="certain", relation=relation, among=among)
        possible = kz.cases_by_region(queried, relation=relation, among=among)
        assert set(certain.ids) <= set(possible.ids)
        assert set(possible.ids) <= set(kz.cases_by_region(queried, among=among).ids)


@few
@given(lists_of(sited_cases))
def test_former_unit_passes_its_cases_on(among: list[kz.Case]) -> None:
    """A former unit's cases are possibly its successors', and never the reverse."""
    former = region(KOKSHETAU)
    own = kz.cases_by_region(former, among=among)
    for heir in former.successors:
        possible = set(kz.cases_by_region(heir, among=among).ids)
        certain = set(kz.cases_by_region(heir, match="certain", among=among).ids)
        assert set(own.ids) <= possible
        in_heir_alone = {
            c.id for c in among if c.sites and all(s.place.regions == (heir,) for s in c.sites)
        }
        assert in_heir_alone <= certain
        assert not in_heir_alone & set(own.ids)


@pytest.mark.parametrize("unit", kz.load().regions, ids=lambda unit: str(unit.id))
def test_names_and_codes_answer_alike(unit: kz.Region) -> None:
    """A unit, its code, its former codes and each of its names find the same cases."""
    among = [
        case(f"in-{one.id.lower()}", sites=[site(place(f"at-{one.id.lower()}", regions=[one]))])
        for one in kz.load().regions
    ]
    possible = kz.cases_by_region(unit, among=among)
    certain = kz.cases_by_region(unit, match="certain", among=among)
    assert certain.ids == (f"in-{unit.id.lower()}",)
    for text in (unit.id, *unit.former_codes, *(name.text for name in unit.names)):
        assert kz.cases_by_region(text, among=among) == possible
        assert kz.cases_by_region(text, match="certain", among=among) == certain
