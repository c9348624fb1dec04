"""The records that the library ships, for tests of code that is made for them."""

from __future__ import annotations

from hypothesis import strategies as st

from kzseparatism.model import Actor, Case, Statement
from kzseparatism.reading import load


@st.composite
def shipped_cases(draw: st.DrawFn) -> Case:
    """Generate cases of the shipped dataset. They shrink to the first."""
    return draw(st.sampled_from(load().cases))


@st.composite
def shipped_statements(draw: st.DrawFn) -> Statement:
    """Generate statements of the shipped dataset. They shrink to the first."""
    return draw(st.sampled_from(load().statements))


@st.composite
def shipped_actors(draw: st.DrawFn) -> Actor:
    """Generate actors of the shipped dataset. They shrink to the first."""
    return draw(st.sampled_from(load().actors))
