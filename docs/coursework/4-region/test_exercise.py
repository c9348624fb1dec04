"""Judges exercise.py by the laws of the library: run ``python -m pytest`` in this folder."""

import pytest
from exercise import cases_by_region

from kzseparatism import laws

WITHOUT = {"relation"}  # what the function need not offer
LAWS = [law for law in laws.cases_by_region if not law.needs & WITHOUT]


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_law(law: laws.Law) -> None:
    """A law holds, or this says which, and shows the smallest example that breaks it."""
    broken = law.broken_by(cases_by_region, without=WITHOUT, max_examples=40)
    if broken is not None:
        pytest.fail(str(broken), pytrace=False)
