"""Data directories with faults are read, or refused with everything that is wrong: nothing else.

A mutant is a valid directory in which keys, types, links, encodings, length, depth or size were
changed at random. Many more are tried by ``HYPOTHESIS_PROFILE=explore``, and without hypothesis
by ``python benchmarks/mutants.py 100000``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
import miniature
from kzseparatism.reading.directories import write
from spoilt import Ground

_MOST_SECONDS = 20
# Each mutant is a number; those of the shipped data take ten times as long.
_MUTANTS = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Return the miniature dataset, to be spoilt."""
    return Ground(miniature.write(tmp_path_factory.mktemp("miniature")))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Return the shipped dataset, to be spoilt."""
    folder = tmp_path_factory.mktemp("shipped")
    write(kz.load(), folder)
    return Ground(folder)


def assert_well_behaved(ground: Ground, mutant: int) -> None:
    """Assert that a mutant is read or refused, soon, and that no private name is printed."""
    outcome = ground.outcome(mutant)
    assert not outcome.is_fault, f"{outcome.kind}: {outcome.text}"
    assert outcome.seconds < _MOST_SECONDS


@given(mutant=_MUTANTS)
def test_mutants_of_the_miniature(small: Ground, mutant: int) -> None:
    """Each is read, or gives DataErrors, and what is said of it holds no private name."""
    assert_well_behaved(small, mutant)


@pytest.mark.parametrize("mutant", range(8))
def test_mutants_of_the_shipped_data(large: Ground, mutant: int) -> None:
    """The same of the data that is shipped, whose private names are real."""
    assert_well_behaved(large, mutant)


def test_the_ground_is_put_right_again(small: Ground, tmp_path: Path) -> None:
    """After a mutant the folder is what it was, so that mutants don't add up."""
    for mutant in range(30):
        small.outcome(mutant)
    assert kz.read(small.folder) == miniature.build(tmp_path)


def test_mutants_are_of_both_kinds(small: Ground) -> None:
    """Some are still read, most are refused: the test looks at both."""
    kinds = {small.outcome(mutant).kind for mutant in range(60)}
    assert kinds == {"read", "errors"}


def test_a_printed_name_is_found(small: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without what hides names, this test fails: it is not blind."""
    monkeypatch.setattr("kzseparatism.privacy.messages.Discretion.error", lambda _, error: error)
    assert any(small.outcome(mutant).kind == "name" for mutant in range(200))
