"""Sentences, stages and charges with their cases, against plain loops."""

from __future__ import annotations

from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism import strategies
from records import case, charge, provision, sentence, stage

first = case(
    "a-case",
    stages=[stage("trial", "2023"), stage("arrest", "2022-05"), stage("appeal")],
    charges=[charge(offence="Inciting hatred"), charge(provision=provision(offence="separatism"))],
    sentences=[sentence(term="P5Y"), sentence(), sentence(term="P18M", suspended=True)],
)
second = case("b-case", stages=[stage("trial", "2021~")], sentences=[sentence(term="P5Y")])
made_up = (second, first)


def ids(found: kz.Table[Any]) -> list[str]:
    """Return the ids without the name of the sort."""
    return [f"{one.case.id[0]}{one.number}" for one in found]


def test_each_part_knows_its_case() -> None:
    """The id has the case, the sort and the number; a stage has its date."""
    found = kz.stages("arrest", among=made_up)[0]
    assert (found.id, found.case, found.number) == ("a-case:stages:2", first, 2)
    assert found.part is first.stages[1]
    assert found.date == kz.FuzzyDate.parse("2022-05")
    assert kz.charges(among=made_up)[0].date is None


def test_orders() -> None:
    """Sentences by length, the longest first; stages by time; charges by case and number."""
    assert ids(kz.sentences(among=made_up)) == ["a1", "b1", "a3", "a2"]
    assert ids(kz.stages(among=made_up)) == ["b1", "a2", "a1", "a3"]
    assert ids(kz.charges(among=made_up)) == ["a1", "a2"]


def test_ten_parts_are_in_the_order_of_numbers() -> None:
    """The second stands before the tenth."""
    many = case(charges=[charge(offence=f"act {number}") for number in range(1, 12)])
    assert [one.number for one in kz.charges(among=[many])] == list(range(1, 12))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ({"at_least": "P5Y"}, ["a1", "b1"]),
        ({"at_most": relativedelta(months=18)}, ["a3"]),
        ({"at_least": kz.Term(months=18), "at_most": "P18M"}, ["a3"]),
        ({"at_least": "P1Y", "at_most": "P60M"}, ["a1", "b1", "a3"]),
        ({"suspended": True}, ["a3"]),
        ({"suspended": False}, ["a1", "b1", "a2"]),
        ({"suspended": False, "at_most": "P9Y"}, ["a1", "b1"]),
    ],
    ids=str,
)
def test_lengths(question: dict[str, Any], answer: list[str]) -> None:
    """Both bounds are included, and a length that is not reported is within none."""
    assert ids(kz.sentences(**question, among=made_up)) == answer


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"at_least": "P0D"}, "at_least: 'P0D' is not a term"),
        ({"at_most": "5 years"}, "at_most: '5 years' is not a term"),
        ({"at_least": relativedelta(years=-1)}, "at_least: .* is not a term"),
        ({"at_least": "P3Y", "at_most": "P2Y"}, "at_least: 'P3Y' is longer than at_most, P2Y"),
        ({"at_least": ""}, "at_least: '' is not a term"),
    ],
    ids=str,
)
def test_bad_lengths(question: dict[str, Any], message: str) -> None:
    """What is no length, or reversed, is an error that names the argument."""
    with pytest.raises(kz.InvalidValueError, match=message):
        kz.sentences(**question)


def test_wrong_types() -> None:
    """A number is no length, a text no truth value, an actor no case."""
    with pytest.raises(kz.WrongTypeError, match="at_most: 5 is not a term"):
        kz.sentences(at_most=5)  # type: ignore[arg-type]
    with pytest.raises(kz.WrongTypeError, match="suspended: 'yes' is neither"):
        kz.sentences(suspended="yes")  # type: ignore[arg-type]
    with pytest.raises(kz.WrongTypeError, match="is not a Case"):
        kz.stages(among=kz.actors)  # type: ignore[arg-type]
    with pytest.raises(kz.InvalidValueError, match="StageKind: 'verdict'"):
        kz.stages("verdict")
    with pytest.raises(kz.InvalidValueError, match="offence: ' ' has no word in it"):
        kz.charges(" ")


def test_charges_by_words() -> None:
    """Whole words, in the charge or in its provision, in any case."""
    assert ids(kz.charges("HATRED", among=made_up)) == ["a1"]
    assert ids(kz.charges("separatism", among=made_up)) == ["a2"]
    assert ids(kz.charges("hat", among=made_up)) == []


def test_the_time_line_takes_stages() -> None:
    """Dated stages give the moments that they have in their case; other parts give none."""
    everything = kz.timeline(among=kz.cases)
    assert kz.timeline(among=kz.stages()) == everything
    assert kz.timeline(among=[*kz.cases, *kz.stages("trial")]) == everything
    assert kz.timeline(among=kz.sentences()) == kz.Table()
    assert kz.timeline(among=kz.stages("appeal", among=made_up)) == kz.Table()


def test_a_generator_is_read_once() -> None:
    """Cases may come from anything that can be gone through once."""
    assert kz.stages(among=(one for one in made_up)) == kz.stages(among=made_up)


@given(st.lists(strategies.cases(), max_size=3, unique_by=lambda one: one.id))
def test_against_loops(cases: list[kz.Case]) -> None:
    """Nothing is left out, nothing is twice, and the order is the one that is promised."""
    stages = kz.stages(among=cases)
    assert len(stages) == sum(len(one.stages) for one in cases)
    dated = [one.date for one in stages if one.date is not None]
    assert [one.date for one in stages[: len(dated)]] == dated
    assert dated == sorted(dated, key=lambda date: (date.earliest, date.latest))
    longest = [one.part.months for one in kz.sentences(at_least="P1D", among=cases)]
    assert longest == sorted(
        (s.months for one in cases for s in one.sentences if s.months is not None), reverse=True
    )


def test_parts_print() -> None:
    """Each sort of part has a row that people can read."""
    for found in (kz.sentences(), kz.stages(), kz.charges()):
        assert str(found).endswith(f"{len(found.head(20))} records") or "not shown" in str(found)
    assert "P18M" not in str(kz.sentences(among=made_up))
    assert "P1Y6M suspended" in str(kz.sentences(among=made_up))
