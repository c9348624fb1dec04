"""The timeline: everything that has a date, in the order of time."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import kzseparatism as kz
from records import actor, case, discrepancy, event, place, provision, stage, statement

pursued = case(
    "pursued",
    stages=[stage("arrest", "2023-02"), stage("charge"), stage("trial", "[2023-03-01..]")],
)
said = statement("said", "2023-02-01")
happened = event("happened", "2023-02-01")
undated = [statement("unsaid"), event("unhappened"), case("unpursued")]


def test_timeline() -> None:
    """Statements, events and dated stages come by first day, last day and id."""
    among = [pursued, said, *undated, happened]
    found = [(moment.id, moment.kind, moment.record) for moment in kz.timeline(among=among)]
    assert found == [
        ("happened", "event", happened),
        ("said", "statement", said),
        ("pursued:1", "arrest", pursued),
        ("pursued:3", "trial", pursued),
    ]


def test_moments_carry_their_date() -> None:
    """A moment has date and basis of its record, or of the stage, and the very record given."""
    arrest, trial = kz.timeline(among=[pursued])
    assert (arrest.date, trial.date) == (pursued.stages[0].date, pursued.stages[2].date)
    assert arrest.record is trial.record is pursued
    assert type(arrest.kind) is str
    guessed = event(date="2023?", date_basis="inferred")
    tried = case(stages=[stage("trial", "2023", date_basis="derived")])
    bases = {moment.kind: moment.basis for moment in kz.timeline(among=[guessed, tried])}
    assert bases == {"event": kz.DateBasis.INFERRED, "trial": kz.DateBasis.DERIVED}


def test_moments_are_frozen_and_comparable() -> None:
    """A moment can't be changed; equal ones are equal and hash alike."""
    one, other = kz.timeline(among=[said])[0], kz.timeline(among=[said])[0]
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.kind = "event"  # type: ignore[misc]


def test_a_moment_is_found_by_its_id() -> None:
    """The Table of moments is asked by the id of a record, with the stage's number for a case."""
    table = kz.timeline(among=[pursued, said])
    assert table["pursued:3"].kind == "trial"
    assert table["said"].record is said
    with pytest.raises(kz.UnknownIdError, match="pursued:1"):
        table["pursued:2"]


def test_timeline_without_dates() -> None:
    """Records without a date have no moment, nor have records of other types."""
    others: list[Any] = [actor(), place(), provision(date="2023"), discrepancy()]
    assert kz.timeline(among=[*undated, *others]) == kz.Table()


def test_timeline_of_everything() -> None:
    """The shipped timeline has one moment for each dated statement, event and stage."""
    shipped = kz.load()
    dated = [s for s in shipped.statements if s.date is not None]
    dated_events = [e for e in shipped.events if e.date is not None]
    stages = [s for c in shipped.cases for s in c.stages if s.date is not None]
    assert len(kz.timeline()) == len(dated) + len(dated_events) + len(stages)
    assert kz.timeline() == kz.timeline(among=shipped.coded_records())


def test_two_records_of_one_id() -> None:
    """Two different records with one id are a ValueError, though one of them has no date."""
    with pytest.raises(kz.DuplicateIdError):
        kz.timeline(among=[said, statement("said")])
