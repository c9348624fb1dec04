"""Lengths of imprisonment, and what a document says the law says."""

from __future__ import annotations

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Citation, Provision
from kzseparatism.strategies.actors import dating
from kzseparatism.strategies.options import check_number
from kzseparatism.strategies.sources import cited
from kzseparatism.strategies.texts import countries, lines, texts
from kzseparatism.strategies.world import free_ids, worlds

MOST_YEARS = 999  # three digits, as the data files write them


@st.composite
def terms(draw: st.DrawFn, *, max_years: int = 999) -> Term:
    """Generate lengths that a court or a law can give: years, months and days, not all zero.

    None is longer than ``max_years``, or than a month where that is 0. They shrink to a day.
    """
    check_number("max_years", max_years, MOST_YEARS)
    years = draw(st.integers(0, max_years))
    months = draw(st.integers(0, 11))
    days = draw(st.integers(0, 30))
    if years == max_years:
        months, days = 0, days if max_years == 0 else 0
    return Term(years=years, months=months, days=days or (0 if years or months else 1))


@st.composite
def provisions(
    draw: st.DrawFn,
    *,
    dates: st.SearchStrategy[FuzzyDate | None] | None = None,
    max_years: int | None = None,
    citations: st.SearchStrategy[Citation] | None = None,
) -> Provision:
    """Generate rules of laws that nobody passed, with a maximum of ``max_years`` or none at all."""
    if max_years is not None:
        check_number("max_years", max_years, MOST_YEARS)
    longest = max_years
    if longest is None:
        longest = 99 if draw(worlds).strict else 998
    provision = Provision(
        citations=draw(cited(citations)),
        id=draw(free_ids("provision")),
        title=draw(lines()),
        jurisdiction=draw(countries()),
        offence=draw(lines()),
        maximum=draw(st.none() | terms(max_years=longest)),
        **draw(dating(dates)),
        note=draw(texts()),
    )
    return draw(worlds).add(provision)
