"""Single days, biased to where calendars and comparisons go wrong."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from hypothesis import strategies as st

FIRST, LAST = date(2, 1, 1), date(9998, 12, 31)
# What examples shrink to: close to the documents, and the first day of every period it is in.
HOME = date(2023, 1, 1)
_NEAR = 430  # days: every month, season and leap day around the documents
_EDGES = (
    *(date(2022, 12, 31), date(2023, 2, 28), date(2023, 3, 1), date(2023, 12, 31)),
    *(date(2024, 1, 1), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)),
    *(date(2019, 12, 31), date(2020, 1, 1), date(2020, 2, 29), date(1999, 12, 31)),
    *(date(2000, 1, 1), date(2000, 2, 29), date(1900, 2, 28), date(2100, 3, 1)),
)


@lru_cache(maxsize=64)
def days(low: date = FIRST, high: date = LAST) -> st.SearchStrategy[date]:
    """Generate days from ``low`` to ``high``, more often near 2023, the ends of years, leap days.

    They shrink towards 1 January 2023.
    """
    ways = []
    if low <= HOME + timedelta(_NEAR) and HOME - timedelta(_NEAR) <= high:
        ways.append(_between(max(low, HOME - timedelta(_NEAR)), min(high, HOME + timedelta(_NEAR))))
    edges = [day for day in (*_EDGES, low, high) if low <= day <= high]
    return st.one_of(*ways, st.sampled_from(edges), _between(low, high))


def _between(low: date, high: date) -> st.SearchStrategy[date]:
    offsets = st.integers((low - HOME).days, (high - HOME).days)
    return offsets.map(lambda offset: HOME + timedelta(offset))
