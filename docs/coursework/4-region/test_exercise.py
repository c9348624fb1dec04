"""Judges exercise.py by the laws of the library: run ``python -m pytest`` in this folder."""

from collections.abc import Iterator

import exercise
import pytest
from exercise import cases_by_region

from kzseparatism import laws

WITHOUT = {"relation"}  # what the function need not offer
LAWS = [law for law in laws.cases_by_region if not law.needs & WITHOUT]


@pytest.fixture(autouse=True)
def own_work() -> Iterator[None]:
    """Keep the library from answering exercise.py: what is judged is your own work."""
    try:
        with laws.own_work(exercise, "cases_by_region", "counts"):
            yield
    except laws.BorrowedWorkError as borrowed:
        pytest.fail(str(borrowed), pytrace=False)


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_law(law: laws.Law) -> None:
    """A law holds, or this says which, and shows the smallest example that breaks it."""
    broken = law.broken_by(cases_by_region, without=WITHOUT, max_examples=40)
    if broken is not None:
        pytest.fail(str(broken), pytrace=False)
