"""Judges exercise.py by the laws of the library: run ``python -m pytest`` in this folder."""

import pytest
from exercise import statements_between

from kzseparatism import laws

WITHOUT = {"coded", "undated"}  # what the function need not offer
LAWS = [law for law in laws.statements_between if not law.needs & WITHOUT]


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_law(law: laws.Law) -> None:
    """A law holds, or this says which, and shows the smallest example that breaks it."""
    broken = law.broken_by(statements_between, without=WITHOUT, max_examples=40)
    if broken is not None:
        pytest.fail(str(broken), pytrace=False)
