"""Records with a date, and the windows that a query asks them for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.made_up import IDS, dates, records, single_days
from kzseparatism.strategies import windows


@attrs.frozen
class Dated:
    """What a query for a window is asked about: records made of an id and a date, or none."""

    make: Callable[[str, FuzzyDate | None], Any]
    sorts_by_time: bool = True

    def some(
        self, *, min_size: int = 0, undated: bool = True, **options: Any
    ) -> st.SearchStrategy[Sequence[Any]]:
        """Generate records, in any order, most of them dated close to each other."""
        when = dates(**options) | st.none() if undated else dates(**options)
        return records(st.builds(self.make, st.sampled_from(IDS), when), min_size=min_size)

    def question(self, draw: st.DrawFn, ask: Ask, given: Sequence[Any]) -> tuple[Any, ...]:
        """Draw a window whose ends are mostly at, or beside, an end of a date."""
        around = [when for record in given if (when := self.date_of(record)) is not None]
        drawn = draw(windows(around=around, allow_text=ask.offers("text")))
        if ask.offers("datetimes"):
            return drawn
        return tuple(bound.date() if isinstance(bound, datetime) else bound for bound in drawn)

    def fits(self, record: Any, question: tuple[Any, ...], *, certainly: bool) -> bool:
        """Tell whether the date of a record may lie in a window, or does."""
        when, window = self.date_of(record), Window.of(*question)
        if when is None:
            return False
        if certainly:
            return when.lies_in(window.start, window.end)
        return when.meets(window.start, window.end)

    def sorted(self, records: Sequence[Any]) -> list[Any]:
        """Return records in the order in which an answer has them."""
        return sorted(records, key=self._place)

    def date_of(self, record: Any) -> FuzzyDate | None:
        """Return the date that the query looks at."""
        when: FuzzyDate | None = record.date if hasattr(record, "date") else record.stages[0].date
        return when

    def _place(self, record: Any) -> tuple[Any, ...]:
        when = self.date_of(record)
        if not self.sorts_by_time:
            return (record.id,)
        if when is None:
            return (1, date.max, date.max, record.id)
        return (0, when.earliest, when.latest, record.id)


def some_days(draw: st.DrawFn, number: int) -> list[date]:
    """Draw days close to each other, the earliest first."""
    return sorted(draw(st.lists(single_days(), min_size=number, max_size=number)))
