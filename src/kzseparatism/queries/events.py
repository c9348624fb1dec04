"""Questions about events."""

from __future__ import annotations

from collections.abc import Iterable

from kzseparatism.dates import Window
from kzseparatism.model import Event
from kzseparatism.model.fields import DateLike
from kzseparatism.queries.matching import Match, between, wants_certainty
from kzseparatism.queries.scope import records_of
from kzseparatism.table import Table


def events_between(
    start: DateLike | None = None,
    end: DateLike | None = None,
    *,
    match: Match = "possible",
    undated: bool = False,
    among: Iterable[Event] | None = None,
) -> Table[Event]:
    """Return the events in a window of days; everything is as for ``statements_between``."""
    certainly = wants_certainty(match)
    window = Window.of(start, end)
    events = records_of(Event, among, lambda dataset: dataset.events)
    return between(events, window, certainly=certainly, undated=undated)
