"""Comparing, copying and pickling take a way over each object once, whatever its links."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.errors import DuplicateIdError
from kzseparatism.model import frozen
from kzseparatism.model.frozen import Numbers, inside_out
from kzseparatism.model.walk import behind
from kzseparatism.names.regions import placement
from records import actor, case, citation, dataset, made_up_region, place, site, stage, statement

# They take half a minute, and what they are about is seldom changed.
pytestmark = pytest.mark.thorough

Shape = Callable[[str], kz.Statement]


def chain(leaf: str, length: int = 1_500) -> kz.Statement:
    """Return the last of many statements, each of which answers the one before."""
    last = statement("leaf", summary=leaf)
    for number in range(length):
        last = statement(f"s-{number}", responds_to=[last])
    return last


def diamonds(leaf: str, length: int = 60) -> kz.Statement:
    """Return a statement from which 2 to the power of 60 ways lead to the leaf."""
    last = statement("leaf", summary=leaf)
    for number in range(length):
        sides = [statement(f"{side}-{number}", responds_to=[last]) for side in ("left", "right")]
        last = statement(f"s-{number}", responds_to=sides)
    return last


def complete(leaf: str, length: int = 100) -> kz.Statement:
    """Return the last of many statements, each of which answers all before it."""
    told = [statement("leaf", summary=leaf)]
    for number in range(length):
        told.append(statement(f"s-{number}", responds_to=told))
    return told[-1]


def star(leaf: str, length: int = 1_500) -> kz.Statement:
    """Return a statement that answers thousands of others."""
    others = [statement(f"s-{number}") for number in range(length)]
    return statement("hub", responds_to=[*others, statement("leaf", summary=leaf)])


def by_parts(leaf: str, length: int = 60) -> kz.Statement:
    """Return a statement about somebody with roles in bodies with roles in bodies, twice each."""
    body = actor("leaf", name=leaf)
    for number in range(length):
        roles = [
            kz.Role(title=title, organisation=body, citations=[citation()])
            for title in ("chair", "founder")
        ]
        body = actor(f"body-{number}", roles=roles)
    return statement("s", speakers=[body])


shapes = pytest.mark.parametrize("shape", [chain, diamonds, complete, star, by_parts])


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the list of the objects into which a walk has looked."""
    looked: list[object] = []
    held = frozen.held

    def counted(thing: Any) -> Iterator[Any]:
        looked.append(thing)
        return held(thing)

    monkeypatch.setattr(frozen, "held", counted)
    return looked


@shapes
def test_equal_by_value_however_built(shape: Shape, looks: list[object]) -> None:
    """Two graphs that were built apart are equal, and each object is looked into once."""
    one, other = shape("x"), shape("x")
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert len(looks) <= sum(1 for _ in behind([one, other], object))


@shapes
def test_a_change_far_down_is_a_difference(shape: Shape) -> None:
    """One leaf that is another makes all that leads to it another."""
    assert shape("x") != shape("y")
    assert not shape("x") == shape("y")  # noqa: SIM201 - either operator


@pytest.mark.parametrize(
    "other",
    [
        statement(note="Another."),
        statement(responds_to=[statement("other")]),
        statement(speakers=[actor(country="KZ")]),
        statement(speakers=[actor(), actor("other")]),
        statement(citations=[citation(2)]),
        statement(citations=[citation(), citation(2)]),
        statement(outlet=actor()),
        statement("other"),
        actor("made-up-words"),
        None,
        "made-up-words",
    ],
)
def test_unequal(other: object) -> None:
    """A record is unequal to all that is not the same in every field."""
    assert statement() != other
    assert other != statement()


def test_unequal_records_differ_at_once(looks: list[object]) -> None:
    """Two records of different ids need no way over what is behind them."""
    assert chain("x") != statement("other", responds_to=[chain("x")])
    assert looks == []


def test_what_is_shared_differently_is_equal() -> None:
    """Equality asks for values, not for which of them are one object."""
    once = actor()
    shared = case(defendants=[once], stages=[stage("arrest", defendants=[once])])
    apart = case(defendants=[actor()], stages=[stage("arrest", defendants=[actor()])])
    assert shared == apart
    assert shared.stages == apart.stages
    assert len({shared, apart}) == 1


def test_number_of_a_value_is_no_number_of_a_record() -> None:
    """What stands for a value never equals a number that a field holds."""
    numbers = Numbers()
    one, other = citation(1), citation(2)  # which live as long as their numbers
    assert numbers.of(one) != numbers.of(other)
    held = numbers._plain(one)
    assert (held == int(str(int(held)))) is False  # type: ignore[call-overload]


def test_tables_and_datasets_compare_what_they_share_once(looks: list[object]) -> None:
    """Tables of a chain are compared in one way over it, and not in one for each record."""
    ones, others = (kz.Table(behind([chain("x")], kz.Statement)) for _ in range(2))
    looks.clear()
    assert ones == others
    assert ones | others == ones
    assert dataset(statements=ones) == dataset(statements=others)
    objects = sum(1 for _ in behind([*ones, *others], object))
    assert len(looks) <= 4 * objects
    assert ones != kz.Table(behind([chain("y")], kz.Statement))
    assert ones != kz.Table(reversed(ones))
    assert ones != ones[1:]


def test_table_refuses_a_record_that_differs_far_down() -> None:
    """Two records with one id are the same only with all that is behind them."""
    with pytest.raises(DuplicateIdError):
        kz.Table([chain("x"), chain("y")])
    assert len(kz.Table([chain("x"), chain("x")])) == 1


def test_links_to_copies_are_compared_once(looks: list[object]) -> None:
    """Checking a chain whose records link to copies takes a way over each chain."""
    mine, copied = ([*behind([chain("x", 500)], kz.Statement)] for _ in range(2))
    mixed = [
        attrs.evolve(one, responds_to=other.responds_to)
        for one, other in zip(mine, copied, strict=True)
    ]
    looks.clear()
    problems = kz.check(dataset(statements=mixed))
    assert not any("links to another" in problem.message for problem in problems)
    assert len(looks) < 20 * len(mixed)


@shapes
def test_copies_are_the_thing_itself(shape: Shape) -> None:
    """What never changes need not be copied."""
    one = shape("x")
    assert copy.copy(one) is one
    assert copy.deepcopy(one) is one
    assert copy.deepcopy([one, one]) == [one, one]


@pytest.mark.parametrize("protocol", [0, 2, pickle.HIGHEST_PROTOCOL])
@shapes
def test_unpickled_is_equal_and_shares_its_links(shape: Shape, protocol: int) -> None:
    """Nothing is pickled twice, and nothing inside another."""
    one = shape("x")
    other = pickle.loads(pickle.dumps(one, protocol))  # noqa: S301 - our own
    assert other == one
    assert other is not one
    for kind in (kz.Statement, kz.Actor, kz.Source, kz.Citation):
        assert number_of(kind, other) == number_of(kind, one)


def number_of(kind: type, *records: object) -> int:
    """Return how many objects of a kind are among or behind records."""
    return sum(1 for _ in behind(records, kind))


@pytest.mark.parametrize("holder", [list, tuple, kz.Table, set, lambda told: dict(enumerate(told))])
def test_records_pickled_together_share_their_links(holder: Callable[[Any], Any]) -> None:
    """Records of a list, a table or a dictionary share after pickling what they shared before."""
    told = [*behind([chain("x", 1_500)], kz.Statement)]
    held = holder(told)
    other = pickle.loads(pickle.dumps(held))  # noqa: S301 - our own
    # As tables: lists compare each record for itself, with all that is behind it.
    records, before = (kz.Table(x.values() if isinstance(x, dict) else x) for x in (other, held))
    assert set(records.ids) == set(before.ids)
    assert kz.Table(records[one] for one in before.ids) == before
    assert number_of(kz.Statement, *records) == len(told)
    assert number_of(kz.Source, *records) == number_of(kz.Source, *told)


def test_pickles_grow_with_the_data() -> None:
    """Twice as many diamonds, or records of a chain, are twice as many bytes."""
    for shape in (chain, diamonds):
        small, large = (len(pickle.dumps(shape("x", length))) for length in (60, 120))
        assert large < 2.3 * small
        told = [[*behind([shape("x", length)], kz.Statement)] for length in (60, 120)]
        small, large = (len(pickle.dumps(records)) for records in told)
        assert large < 2.3 * small


@pytest.mark.parametrize(
    "thing",
    [
        citation(),
        stage("arrest", "2023-05?", defendants=[actor()]),
        made_up_region(),
        site(place(regions=["KZ-59"])),
        kz.timeline(among=[case(stages=[stage("arrest", "2023")])])[0],
        kz.load().cases,
        kz.load(),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_every_kind_is_pickled_and_copied(thing: Any) -> None:
    """Parts, citations, regions, moments, tables and datasets come back equal."""
    other = pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own
    assert other == thing
    assert hash(other) == hash(thing)
    assert repr(other) == repr(thing)
    assert copy.copy(thing) == copy.deepcopy(thing) == thing


def test_what_a_table_worked_out_is_not_pickled() -> None:
    """A table that was asked is pickled as one that was not."""
    fresh, asked = (kz.Table(kz.load().cases) for _ in range(2))
    assert kz.cases_by_region("KZ-59", among=asked)
    assert len(pickle.dumps(asked)) == len(pickle.dumps(fresh))
    assert pickle.loads(pickle.dumps(asked)).ids == fresh.ids  # noqa: S301 - our own


def test_unpickled_dataset_is_one_whole() -> None:
    """What a record of one table links to is the record of the other table itself."""
    other = pickle.loads(pickle.dumps(kz.load()))  # noqa: S301 - our own
    for told in other.statements:
        assert all(speaker is other.actors[speaker.id] for speaker in told.speakers)
    assert kz.check(other) == ()


def test_threads_pickle_apart() -> None:
    """What one thread is pickling is no concern of another."""
    one = chain("x", 500)
    with ThreadPoolExecutor(4) as pool:
        pickles = set(pool.map(pickle.dumps, [one] * 20))
    assert {pickle.loads(text) == one for text in pickles} == {True}  # noqa: S301 - our own


def test_nothing_is_kept_after_pickling() -> None:
    """A record can be forgotten once it was pickled."""
    pickle.dumps(chain("x", 50))
    assert len(frozen._under_way.standing_in) == 0


def test_evolve_makes_a_new_record() -> None:
    """A changed record is new, and holds the rules as any other."""
    one = diamonds("x", 5)
    assert attrs.evolve(one) == one
    assert attrs.evolve(one, note="New.") != one
    with pytest.raises(ValueError, match="has white space"):
        attrs.evolve(one, note=" ")


def test_inside_out_yields_each_once_after_what_it_holds() -> None:
    """Nothing comes before what it holds, and what is known is left out with all behind it."""
    one = complete("x", 20)
    order = list(inside_out([one, one]))
    place_of = {id(thing): index for index, thing in enumerate(order)}
    assert len(place_of) == len(order) == sum(1 for _ in behind([one], object))
    for thing in order:
        assert all(place_of[id(inner)] < place_of[id(thing)] for inner in frozen.held(thing))
    assert list(inside_out([one], {id(thing) for thing in order})) == []


def test_regions_that_succeed_each_other_in_diamonds() -> None:
    """A place at the head of 60 diamonds of former units lies, perhaps, where they lead to."""
    heirs = [kz.load().regions["KZ-59"]]
    for number in range(60):
        heirs = [
            made_up_region(f"{side}-{number}", valid_to="1990", successors=heirs)
            for side in ("left", "right")
        ]
    cases = [
        case(f"c-{number}", sites=[site(place(f"p-{number}", regions=heirs))])
        for number in range(50)
    ]
    table = kz.Table(cases)
    assert kz.cases_by_region("KZ-59", among=table).ids == tuple(sorted(table.ids))
    assert len(kz.cases_by_region("KZ-19", among=table)) == 0
    assert len(kz.cases_by_region("KZ-59", match="certain", among=table)) == 0
    assert placement((heirs[0],), heirs[0]) == "certain"
    told = [statement(f"s-{one.id}", places=[one.sites[0].place]) for one in cases]
    assert len(kz.statements_about(kz.load().regions["KZ-59"], among=told)) == 50
