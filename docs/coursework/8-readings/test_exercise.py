"""Judges exercise.py by the dataset: run ``python -m pytest`` in this folder."""

from collections.abc import Iterator
from functools import partial

import exercise
import pytest
from exercise import CODED, READINGS, documents, least_and_most

import kzseparatism as kz
from kzseparatism import laws

VERDICTS = (
    "ust-kamenogorsk-video-chat",
    "konaev-video-appeal",
    "petropavlovsk-video-chat-september-2021",
)


def touched() -> Iterator[tuple[kz.Case, list[str]]]:
    """Yield each case, and the ids of the discrepancies that touch it."""
    for case in kz.cases:
        belonging: list[kz.Statement | kz.Event] = [*kz.statements, *kz.events]
        ids = {case.id, *(one.id for one in belonging if case in one.cases)}
        yield case, [one.id for one in kz.discrepancies if ids & set(one.records)]


# While your work is judged, the library does not give the answer.
NOT_YOURS = partial(pytest.fail.Exception, pytrace=False)
at_odds = laws.own_work(exercise.at_odds, "Dataset.linking_to", touched, error=NOT_YOURS)


def test_documents() -> None:
    """Each document is there once, in the order of the citations."""
    for one in kz.discrepancies:
        right = list(dict.fromkeys(str(citation).partition("#")[0] for citation in one.citations))
        if list(documents(one)) != right:
            pytest.fail(f"{one.id} cites {right}, and not {documents(one)}.", pytrace=False)


def test_nothing_at_odds_is_missing() -> None:
    """A discrepancy about a statement or an event of a case touches the case."""
    for case, right in touched():
        missing = [
            name for name in right if name not in [one.id for one in at_odds(case, kz.load())]
        ]
        if missing:
            pytest.fail(f"{case.id} is touched by {', '.join(missing)}, too.", pytrace=False)


def test_nothing_else_is_at_odds() -> None:
    """No other discrepancy is there, none twice, and they stand in the order of the dataset."""
    for case, right in touched():
        answer = [one.id for one in at_odds(case, kz.load())]
        if set(answer) <= set(right) and answer != [name for name in right if name in answer]:
            pytest.fail(f"{case.id}: {answer} is not in order, or has one twice.", pytrace=False)
        others = [name for name in answer if name not in right]
        if others:
            pytest.fail(f"{case.id} is not touched by {', '.join(others)}.", pytrace=False)


def test_readings() -> None:
    """The readings are those that the resolution weighs, and the coded one is among them."""
    coded = tuple(
        stage.date.year
        for stages in (
            [s for s in kz.cases[case].stages if s.kind == "sentence"] for case in VERDICTS
        )
        for stage in stages[:1]
        if stage.date is not None
    )
    if tuple(CODED) != coded:
        pytest.fail("CODED is not what the dataset has: look at the sentences.", pytrace=False)
    if coded not in READINGS:
        pytest.fail("The coded reading is one of the readings.", pytrace=False)
    # One year for all three is another reading, and there are two years to choose from.
    right = {coded, *((year,) * 3 for year in set(coded))}
    if len(READINGS) != len(right):
        pytest.fail(f"The text weighs three readings, and not {len(READINGS)}.", pytrace=False)
    if {tuple(one) for one in READINGS} != right:
        pytest.fail("One of the readings is not weighed in the text.", pytrace=False)


@pytest.mark.parametrize(
    ("readings", "year", "right"),
    [
        ([(2024, 2024, 2023), (2023, 2023, 2023)], 2023, (1, 3)),
        ([(2024, 2024, 2023), (2023, 2023, 2023)], 2024, (0, 2)),
        ([(2024, 2024, 2023)], 2022, (0, 0)),
        ([(1, 2), (2, 1), (3, 3)], 3, (0, 2)),
    ],
)
def test_least_and_most(readings: list[tuple[int, ...]], year: int, right: tuple[int, int]) -> None:
    """Both ends are right, and readings may come from anything that can be gone through once."""
    answer = least_and_most(iter(readings), year)
    if tuple(answer) != right:
        pytest.fail(
            f"Under {readings} there are {right} in {year}, and not {answer}.", pytrace=False
        )
