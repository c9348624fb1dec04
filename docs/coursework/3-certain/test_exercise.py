"""Judges exercise.py by the laws of the library: run ``python -m pytest`` in this folder."""

from functools import partial

import pytest
from exercise import statements_between

from kzseparatism import laws

WITHOUT = {"coded", "undated"}  # what the function need not offer
# While your work is judged, the library does not give the answer.
NOT_YOURS = partial(pytest.fail.Exception, pytrace=False)
mine = laws.own_work(
    statements_between,
    "FuzzyDate.meets",
    "FuzzyDate.lies_in",
    "FuzzyDate.overlaps",
    "FuzzyDate.precedes",
    error=NOT_YOURS,
)
LAWS = [law for law in laws.statements_between if not law.needs & WITHOUT]


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_law(law: laws.Law) -> None:
    """A law holds, or this says which, and shows the smallest example that breaks it."""
    broken = law.broken_by(mine, without=WITHOUT, max_examples=40)
    if broken is not None:
        pytest.fail(str(broken), pytrace=False)
