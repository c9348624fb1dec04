"""What must hold of this dataset, beside the rules of the library. Change it as you need."""

from pathlib import Path

import pytest

import kzseparatism as kz

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def dataset() -> kz.Dataset:
    """Return the dataset."""
    return kz.read(DATA)


def test_every_rule_holds(dataset: kz.Dataset) -> None:
    """The rules between records find nothing."""
    assert [str(problem) for problem in kz.check(dataset)] == []


def test_every_case_has_a_stage(dataset: kz.Dataset) -> None:
    """A case of which nothing is said to have happened was forgotten half-way."""
    assert [case.id for case in dataset.cases if not case.stages] == []


def test_articles_are_described(dataset: kz.Dataset) -> None:
    """Outlet and language of every article are written down."""
    left = kz.workshop.to_do(dataset)
    assert [str(one) for one in left if one.origin == "sources.json"] == []
