"""Which records a query asks among, and what a text may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest

import kzseparatism as kz
from kzseparatism.model.walk import behind
from records import (
    actor,
    case,
    charge,
    event,
    place,
    region,
    role,
    sentence,
    site,
    site_in,
    source,
    stage,
    statement,
)

nobody = actor("nemo-nobody")
club = actor("example-club", kind="organisation", country="KZ")
member = actor("nemo-member", roles=[role(organisation=club)])
square = place("example-square", regions=["KZ-59"])
pursued = case(
    "pursued",
    defendants=[nobody],
    sites=[site(square)],
    stages=[stage("trial", "2023-05")],
    charges=[charge(offence="doing nothing at all")],
    sentences=[sentence(term="P1Y")],
)
asked = statement("asked", "2023-05-01", speakers=[nobody], places=[square], cases=[pursued])
answered = statement("answered", "2023-05-02", speakers=[member], responds_to=[asked])
met = event("met", "2023-05-03", participants=[nobody])

CASES = (case("another", stages=[stage("charge", "2023-05-31")], sites=[site_in("KZ-59")]), pursued)
STATEMENTS = (answered, asked)
EVENTS = (met, event("met-again", "2023-06"))
ACTORS = (nobody, club, member)

Query = Callable[..., "kz.Table[Any]"]
QUERIES: dict[str, tuple[Query, Iterable[Any], tuple[str, ...]]] = {
    "cases_by_region": (
        lambda among: kz.cases_by_region("KZ-59", among=among),
        CASES,
        ("another", "pursued"),
    ),
    "cases_between": (
        lambda among: kz.cases_between("2023", among=among),
        CASES,
        ("another", "pursued"),
    ),
    "cases_by_status": (
        lambda among: kz.cases_by_status("tried", among=among),
        CASES,
        ("pursued",),
    ),
    "cases_involving": (
        lambda among: kz.cases_involving(nobody, among=among),
        CASES,
        ("pursued",),
    ),
    "statements_between": (
        lambda among: kz.statements_between("2023", among=among),
        STATEMENTS,
        ("asked", "answered"),
    ),
    "statements_around": (
        lambda among: kz.statements_around("2023-05", timedelta(7), among=among),
        STATEMENTS,
        ("asked", "answered"),
    ),
    "statements_by": (
        lambda among: kz.statements_by(nobody, among=among),
        STATEMENTS,
        ("asked",),
    ),
    "statements_about": (
        lambda among: kz.statements_about(asked, among=among),
        STATEMENTS,
        ("answered",),
    ),
    "events_between": (
        lambda among: kz.events_between("2023", among=among),
        EVENTS,
        ("met", "met-again"),
    ),
    "actors_by_kind": (
        lambda among: kz.actors_by_kind("person", among=among),
        ACTORS,
        ("nemo-member", "nemo-nobody"),
    ),
    "actors_by_country": (
        lambda among: kz.actors_by_country("KZ", among=among),
        ACTORS,
        ("example-club",),
    ),
    "cases_by_place": (
        lambda among: kz.cases_by_place(square, among=among),
        CASES,
        ("pursued",),
    ),
    "cases_by_offence": (
        lambda among: kz.cases_by_offence("nothing", among=among),
        CASES,
        ("pursued",),
    ),
    "cases_by_jurisdiction": (
        lambda among: kz.cases_by_jurisdiction("KZ", among=among),
        CASES,
        ("another", "pursued"),
    ),
    "cases: stages": (
        lambda among: kz.stages(among=among),
        CASES,
        ("pursued:stages:1", "another:stages:1"),
    ),
    "cases: charges": (
        lambda among: kz.charges(among=among),
        CASES,
        ("pursued:charges:1",),
    ),
    "cases: sentences": (
        lambda among: kz.sentences(among=among),
        CASES,
        ("pursued:sentences:1",),
    ),
    "actors_by_role": (
        lambda among: kz.actors_by_role("member", among=among),
        ACTORS,
        ("nemo-member",),
    ),
    "actors: members_of": (
        lambda among: kz.members_of(club, among=among),
        ACTORS,
        ("nemo-member",),
    ),
    "events_about": (
        lambda among: kz.events_about(nobody, among=among),
        EVENTS,
        ("met",),
    ),
    "any: cited_by": (
        lambda among: kz.cited_by(source(), among=among),
        (asked,),
        ("asked",),
    ),
    "any: timeline": (
        lambda among: kz.timeline(among=among),
        STATEMENTS,
        ("asked", "answered"),
    ),
}

every_query = pytest.mark.parametrize(("query", "records", "ids"), QUERIES.values(), ids=QUERIES)


@every_query
def test_among_takes_any_iterable(
    query: Query, records: tuple[Any, ...], ids: tuple[str, ...]
) -> None:
    """A list, tuple, set, Table, dict view, iterator or generator of records gives the same."""
    forms: list[Iterable[Any]] = [
        list(records),
        records,
        set(records),
        kz.Table(records),
        {record.id: record for record in records}.values(),
        iter(records),
        (record for record in reversed(records)),
        [*records, *records],
        [*records, *map(deepcopy, records)],
    ]
    for among in forms:
        found = query(among)
        assert isinstance(found, kz.Table)
        assert found.ids == ids


@every_query
def test_nothing_among_is_nothing_found(
    query: Query, records: tuple[Any, ...], ids: tuple[str, ...]
) -> None:
    """No records, in whatever form, give an empty Table and never the shipped records."""
    assert records
    assert ids
    forms: tuple[Iterable[Any], ...] = ([], (), set(), kz.Table(), iter(()))
    for nothing in forms:
        assert query(nothing) == kz.Table()


@every_query
@pytest.mark.parametrize(
    "among",
    ["nemo-nobody", "", b"bytes", 5, 2.5, True, object(), pursued],
    ids=lambda among: type(among).__name__,
)
def test_among_must_be_a_list(
    query: Query, records: tuple[Any, ...], ids: tuple[str, ...], among: object
) -> None:
    """Text, numbers and a record alone are a TypeError of ours; a text is not a list of letters."""
    assert records
    assert ids
    with pytest.raises(kz.WrongTypeError):
        query(among)


@every_query
@pytest.mark.parametrize(
    "stranger", ["nemo-nobody", None, 5, region(), source()], ids=lambda one: type(one).__name__
)
def test_among_must_hold_records(
    query: Query, records: tuple[Any, ...], ids: tuple[str, ...], stranger: object
) -> None:
    """One thing among the records that is none, or a source or region, is a TypeError of ours."""
    assert ids
    with pytest.raises(kz.WrongTypeError):
        query([*records, stranger])


@pytest.mark.parametrize("name", [name for name in QUERIES if not name.startswith("any")])
def test_among_must_hold_records_of_the_kind(name: str) -> None:
    """A record of another type is a TypeError that names the kind, in a list or in a Table."""
    query, records, _ = QUERIES[name]
    kind = {"cases": "Case", "statements": "Statement", "events": "Event", "actors": "Actor"}[
        re.split("[_:]", name)[0]
    ]
    with pytest.raises(kz.WrongTypeError, match=rf"among: .* is not an? {kind}$") as caught:
        query([*records, square])
    assert caught.value.value is square
    with pytest.raises(kz.WrongTypeError):
        query(kz.Table([square]))


@every_query
def test_two_records_of_one_id_are_refused(
    query: Query, records: tuple[Any, ...], ids: tuple[str, ...]
) -> None:
    """Two different records with one id are a ValueError that names it."""
    assert ids
    first = next(iter(records))
    changed = type(first)(**{name: getattr(first, name) for name in _fields(first)} | {"note": "x"})
    with pytest.raises(kz.DuplicateIdError, match=first.id):
        query([*records, changed])


def _fields(record: Any) -> list[str]:
    return [field.name for field in record.__attrs_attrs__]


@every_query
def test_nothing_is_changed(query: Query, records: tuple[Any, ...], ids: tuple[str, ...]) -> None:
    """A query leaves the list and its records as they were, and gives the same when repeated."""
    among = list(records)
    before = deepcopy(among)
    assert query(among).ids == query(among).ids == ids
    assert among == before
    assert all(one is other for one, other in zip(among, records, strict=True))


@every_query
def test_found_records_are_the_given_ones(
    query: Query, records: tuple[Any, ...], ids: tuple[str, ...]
) -> None:
    """The Table holds the objects that were given, not copies of them."""
    assert ids
    given = {id(record) for record in records}
    for found in query(records):
        assert id(getattr(found, "record", getattr(found, "case", found))) in given


def test_two_threads_get_the_same() -> None:
    """Queries of the shipped data from several threads at once agree with one after the other."""
    barrier = Barrier(4)

    def ask(_: int) -> list[kz.Table[Any]]:
        barrier.wait()
        return [
            kz.cases_by_region("North Kazakhstan", match="certain"),
            kz.statements_between("2014", "2024"),
            kz.timeline(),
            *(query(records) for query, records, _ in QUERIES.values()),
        ]

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(ask, range(4)))
    assert all(answer == answers[0] for answer in answers)


def test_shipped_records_are_the_default() -> None:
    """Without ``among`` the shipped records are asked, as if they had been given."""
    shipped = kz.load()
    assert kz.cases_between() == kz.cases_between(among=shipped.cases) != kz.Table()
    assert kz.cases_by_status("convicted") == kz.cases_by_status("convicted", among=shipped.cases)
    assert kz.statements_between() == kz.statements_between(among=shipped.statements) != kz.Table()
    assert kz.events_between() == kz.events_between(among=shipped.events) != kz.Table()
    people = kz.actors_by_kind("person")
    assert people == kz.actors_by_kind("person", among=shipped.actors) != kz.Table()
    everything = [*shipped.statements, *shipped.events, *shipped.cases]
    assert kz.timeline() == kz.timeline(among=everything) != kz.Table()


def test_queries_compose() -> None:
    """The result of one query is what the next one asks among."""
    found = kz.cases_by_status("tried", among=kz.cases_by_region("KZ-59", among=CASES))
    assert found.ids == ("pursued",)


# Text that stands for an actor, a place or a region.


@pytest.mark.parametrize("text", ["nemo-nobody", "Nemo Nobody", "NÉMO  NOBODY", "Nobody"])
def test_an_actor_is_looked_up_among_the_records(text: str) -> None:
    """An id, a name, its folded form and a word of it lead to the actor behind the records."""
    assert kz.statements_by(text, among=STATEMENTS).ids == ("asked",)
    assert kz.cases_involving(text, among=CASES).ids == ("pursued",)
    assert kz.find_actor(text, among=CASES) is nobody


def test_actors_behind_the_records_count() -> None:
    """The body in which a speaker has a role can be named, however far behind the records."""
    assert kz.statements_by("Example Club", members=True, among=STATEMENTS).ids == ("answered",)
    assert kz.find_actor("Example Club", among=[answered]) is club
    assert kz.find_place("Example-Square", among=[answered]) is square


def test_an_actor_in_hand_needs_no_look_up() -> None:
    """An Actor is compared by id; one that the records don't know finds nothing."""
    assert kz.statements_by(actor("nemo-nobody", note="x"), among=STATEMENTS).ids == ("asked",)
    assert kz.statements_by(actor("nemo-stranger"), among=STATEMENTS) == kz.Table()
    assert kz.cases_involving(actor("nemo-stranger"), among=CASES) == kz.Table()


ASK_BY_ACTOR: tuple[Callable[[Any], object], ...] = (
    lambda name: kz.statements_by(name, among=STATEMENTS),
    lambda name: kz.cases_involving(name, among=CASES),
    lambda name: kz.find_actor(name, among=STATEMENTS),
)


@pytest.mark.parametrize("ask", ASK_BY_ACTOR)
def test_bad_actors(ask: Callable[[Any], object]) -> None:
    """No such name is our LookupError with the nearest; blank a ValueError; no text a TypeError."""
    with pytest.raises(kz.UnknownNameError, match="did you mean 'Nemo Nobody'") as caught:
        ask("Nemo Nobdy")
    assert isinstance(caught.value, LookupError)
    assert caught.value.candidates[0] == "Nemo Nobody"
    with pytest.raises(kz.InvalidValueError):
        ask(" ")
    for wrong in (None, 5, b"Nemo"):
        with pytest.raises(kz.WrongTypeError, match="is not text"):
            ask(wrong)
    with pytest.raises(kz.WrongTypeError, match="is a Place and not an Actor"):
        ask(square)


def test_two_actors_of_one_name_are_ambiguous() -> None:
    """A word that two actors have is our LookupError with both of them."""
    with pytest.raises(kz.AmbiguousNameError, match=r"nemo-member.*nemo-nobody|nemo-nobody.*"):
        kz.statements_by("Nemo", among=STATEMENTS)


def test_an_actor_elsewhere_is_unknown() -> None:
    """With ``among``, actors and places are looked up in it and nowhere else."""
    shipped = kz.load()
    with pytest.raises(kz.UnknownNameError):
        kz.statements_by(shipped.actors[0].id, among=STATEMENTS)
    with pytest.raises(kz.UnknownNameError):
        kz.statements_about(shipped.places[0].id, among=STATEMENTS)
    assert kz.find_actor(shipped.actors[0].id) is shipped.actors[0]
    assert kz.find_place(shipped.places[0].id) is shipped.places[0]


def test_bad_places() -> None:
    """No such place is our LookupError with the nearest; no text is a TypeError."""
    with pytest.raises(kz.UnknownNameError, match="did you mean 'Example-Square'"):
        kz.find_place("Example-Sqare", among=STATEMENTS)
    for wrong in (None, 5, [square]):
        with pytest.raises(kz.WrongTypeError, match="is not text"):
            kz.find_place(wrong, among=STATEMENTS)  # type: ignore[arg-type]
    with pytest.raises(kz.WrongTypeError, match="is an Actor and not a Place"):
        kz.find_place(nobody, among=STATEMENTS)  # type: ignore[arg-type]


ASK_BY_REGION: tuple[Callable[[Any], object], ...] = (
    lambda name: kz.cases_by_region(name, among=CASES),
    kz.find_region,
)


@pytest.mark.parametrize("ask", ASK_BY_REGION)
def test_bad_regions(ask: Callable[[Any], object]) -> None:
    """No such unit is our LookupError with the nearest; the country is to be left out."""
    with pytest.raises(kz.UnknownNameError, match="did you mean 'North Kazakhstan region'"):
        ask("Nort Kazakstan")
    for country in ("Kazakhstan", "KZ", "Казахстан"):
        with pytest.raises(kz.UnknownNameError, match="leave it out"):
            ask(country)
    with pytest.raises(kz.InvalidValueError):
        ask("")
    for wrong in (None, 59, b"KZ-59", ["KZ-59"]):
        with pytest.raises(kz.WrongTypeError, match="is not text"):
            ask(wrong)
    with pytest.raises(kz.WrongTypeError, match="is a Place and not a Region"):
        ask(square)


def test_regions_are_those_of_the_table() -> None:
    """A region is looked up in the region table, whatever ``among`` is; a Region needs none."""
    assert kz.cases_by_region("KZ-75", among=CASES) == kz.Table()
    assert kz.find_region("KZ-SEV") is kz.find_region(region()) is region()


# Text that stands for any of them.


def test_a_thing_is_looked_up() -> None:
    """An id leads to a case, statement or place; a name to a place or a region."""

    def about(text: str) -> tuple[str, ...]:
        return kz.statements_about(text, among=STATEMENTS).ids

    assert about("pursued") == ("asked",)
    assert about("asked") == ("answered",)
    assert about("example-square") == about("Example-Square") == ("asked",)
    assert about("KZ-59") == about("North Kazakhstan") == about("KZ-SEV") == ("asked",)


def test_a_thing_may_be_an_actor() -> None:
    """Text that fits no case, statement, place or region is the name of an actor."""
    square_actor = actor("square-actor", name="Example Square", kind="organisation")
    told = [
        statement("of-club", about=[club], places=[square]),
        statement("of-nobody", speakers=[member], about=[nobody, square_actor]),
    ]

    def about(thing: Any, match: Any = "possible") -> tuple[str, ...]:
        return kz.statements_about(thing, match=match, among=told).ids

    assert about(club) == about("example-club") == about("Example Club", "certain") == ("of-club",)
    assert about(nobody) == about("Nemo Nobody") == ("of-nobody",)
    assert about(member) == about("nemo-member") == ()
    # A place comes before an actor of the same name.
    assert about("Example Square") == ("of-club",)
    assert about("square-actor") == about(square_actor) == ("of-nobody",)
    with pytest.raises(kz.AmbiguousNameError, match=r"nemo-nobody"):
        about("Nemo")
    with pytest.raises(kz.UnknownNameError, match="'Example Club'"):
        about("Example Clib")


def test_bad_things() -> None:
    """No such thing is our LookupError, another type a TypeError, blank text a ValueError."""
    with pytest.raises(kz.UnknownNameError, match="case, statement, place, region or actor"):
        kz.statements_about("Nowhere at all", among=STATEMENTS)
    with pytest.raises(kz.InvalidValueError):
        kz.statements_about("", among=STATEMENTS)
    for wrong in (None, 5, met, [asked]):
        with pytest.raises(kz.WrongTypeError, match="thing"):
            kz.statements_about(wrong, among=STATEMENTS)  # type: ignore[arg-type]


def test_a_name_of_two_things_is_ambiguous() -> None:
    """A name of a place and of a region is our LookupError with the ids that tell them apart."""
    border = place("the-border", name="Pavlodar region", regions=["KZ-55", "KZ-59"])
    spoken = statement("spoken", places=[border])
    with pytest.raises(kz.AmbiguousNameError, match=r"KZ-55\); .*the-border\)"):
        kz.statements_about("Pavlodar region", among=[spoken])
    assert kz.statements_about("the-border", among=[spoken]).ids == ("spoken",)
    assert kz.statements_about("KZ-55", among=[spoken]).ids == ("spoken",)


def test_a_place_that_is_a_region_means_the_region() -> None:
    """A place of a region's own name, lying in it alone, makes the name no less clear."""
    city = place("the-city", name="Astana", regions=["KZ-71"])
    street = place("the-street", name="Made-Up Street", regions=["KZ-71"])
    spoken = [statement("of-city", places=[city]), statement("of-street", places=[street])]
    assert set(kz.statements_about("Astana", among=spoken).ids) == {"of-city", "of-street"}
    assert kz.statements_about("the-city", among=spoken).ids == ("of-city",)


def test_a_code_is_no_word_of_a_name() -> None:
    """The code of a region leads to it, though a place has the code in its name."""
    road = place("the-road", name="Road KZ 59")
    spoken = statement("spoken", places=[road])
    assert kz.statements_about("KZ-59", among=[spoken]) == kz.Table()


def test_unknown_things_come_with_the_nearest() -> None:
    """A misspelt id or name of a thing is answered with the nearest ones."""
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.statements_about("example-sqare", among=STATEMENTS)
    assert caught.value.candidates


@pytest.mark.parametrize("among", ["text", 5, [5]])
@pytest.mark.parametrize("find", [kz.find_actor, kz.find_place])
def test_finding_needs_records(find: Callable[..., object], among: Any) -> None:
    """Text or a number as ``among``, or in it, is a TypeError of ours when looking a name up."""
    with pytest.raises(kz.WrongTypeError):
        find("Nemo", among=among)


def test_each_record_behind_others_is_met_once() -> None:
    """However many ways lead to a record, it is one; and those behind it are met as well."""
    assert sum(found is nobody for found in behind([asked, asked, answered], kz.Actor)) == 1
    met_once = [found.id for found in behind([answered, asked], kz.Statement)]
    assert sorted(met_once) == ["answered", "asked"]
    assert club in set(behind([answered], kz.Actor))


SHIPPED: list[tuple[Callable[..., kz.Table[Any]], str]] = [
    (lambda **among: kz.actors_by_country("KZ", **among), "actors"),
    (lambda **among: kz.actors_by_role("minister", **among), "actors"),
    (lambda **among: kz.members_of("LDPR", **among), "actors"),
    (lambda **among: kz.cases_by_jurisdiction("KZ", **among), "cases"),
    (lambda **among: kz.cases_by_offence("separatism", **among), "cases"),
    (lambda **among: kz.cases_by_place(kz.load().cases[0].sites[0].place, **among), "cases"),
    (kz.sentences, "cases"),
    (kz.stages, "cases"),
    (kz.charges, "cases"),
    (lambda **among: kz.events_about(kz.load().events[0].cases[0], **among), "events"),
    (lambda **among: kz.discrepancies_about(kz.load().cases[0], **among), "discrepancies"),
    (lambda **among: kz.cases_by_region("KZ-59", **among), "cases"),
    (lambda **among: kz.cases_involving(kz.load().cases[0].defendants[0], **among), "cases"),
    (lambda **among: kz.statements_about("KZ-59", **among), "statements"),
    (lambda **among: kz.statements_around("2014-08", timedelta(7), **among), "statements"),
    (
        lambda **among: kz.statements_by(kz.load().statements[0].speakers[0], **among),
        "statements",
    ),
]


@pytest.mark.parametrize(("query", "table"), SHIPPED)
def test_every_query_asks_among_the_shipped_records(
    query: Callable[..., kz.Table[Any]], table: str
) -> None:
    """The other queries, too, ask the shipped records where none are given."""
    assert query() == query(among=getattr(kz.load(), table)) != kz.Table()


@pytest.mark.parametrize(
    ("query", "table"), [(kz.cases_involving, "cases"), (kz.statements_by, "statements")]
)
def test_a_shipped_actor_is_found_behind_any_record(
    query: Callable[..., kz.Table[Any]], table: str
) -> None:
    """Without ``among`` an actor that no such record refers to is known, and has none."""
    records = getattr(kz.load(), table)
    known = {one.id for one in behind(records, kz.Actor)}
    others = kz.load().actors.where(kind=["person", "group", "organisation"], private=False)
    elsewhere = others.where(lambda one: one.id not in known)[0]
    assert query(elsewhere.id) == kz.Table()
    with pytest.raises(kz.UnknownNameError):
        query(elsewhere.id, among=records)


def test_a_shipped_thing_is_found_behind_any_record() -> None:
    """Without ``among`` a case that no statement refers to is known, and nothing is said of it."""
    spoken_of = {one.id for one in behind(kz.load().statements, kz.Case)}
    silent = kz.load().cases.where(lambda one: one.id not in spoken_of)[0]
    assert kz.statements_about(silent.id) == kz.Table()
    with pytest.raises(kz.UnknownNameError):
        kz.statements_about(silent.id, among=kz.load().statements)


@pytest.mark.parametrize(
    ("text", "what"),
    [("Kazakhstan", "region"), ("example-sqare", "case, statement, place, region or actor")],
)
def test_errors_about_things_carry_what_was_asked(text: str, what: str) -> None:
    """A program reads from an error what sort of thing was asked for, and by which text."""
    with pytest.raises(kz.UnknownNameError) as caught:
        kz.statements_about(text, among=STATEMENTS)
    assert (caught.value.what, caught.value.name) == (what, text)


@pytest.mark.parametrize("wrong", [5, " "])
def test_errors_about_no_text_carry_it(wrong: Any) -> None:
    """What can't be the text of a thing is in the error, with the word for things."""
    with pytest.raises((kz.WrongTypeError, kz.InvalidValueError)) as caught:
        kz.statements_about(wrong, among=STATEMENTS)
    assert (caught.value.place, caught.value.value) == ("thing", wrong)


@pytest.mark.parametrize(
    ("among", "wrong", "message"),
    [
        ("text", "text", "is not a list of Case records"),
        (5, 5, "is not a list of Case records"),
        ([pursued, asked], asked, "is not a Case"),
    ],
)
def test_errors_about_among_carry_what_is_wrong(among: Any, wrong: object, message: str) -> None:
    """A program reads from the error whether the list is wrong or one thing in it."""
    with pytest.raises(kz.WrongTypeError, match=message) as caught:
        kz.cases_between(among=among)
    assert (caught.value.place, caught.value.value) == ("among", wrong)
