"""Why a record is in an answer, or not: in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.dates.wording import SIGNS, in_words
from kzseparatism.errors import InvalidValueError, WrongTypeError, with_article
from kzseparatism.model import Case, Place, Record, Region, Source
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import DateLike
from kzseparatism.model.tables import askable
from kzseparatism.names.regions import placement
from kzseparatism.queries.case_parts import CasePart, places_of
from kzseparatism.queries.events import Moment
from kzseparatism.queries.question import (
    WindowMatch,
    shipped,
    wants_certainty,
    window_match,
)
from kzseparatism.queries.subject import region_of


class _Level(IntEnum):
    """How surely something fits, from not at all to certainly."""

    NOT = 0
    POSSIBLE = 1
    CODED = 2
    CERTAIN = 3


@attrs.frozen
class _Reason:
    level: _Level
    because: str


def why(
    record: Entity | CasePart[Any] | Moment | str,
    start: Window | DateLike | None = None,
    end: DateLike | None = None,
    *,
    region: Region | str | None = None,
    match: WindowMatch = "possible",
) -> str:
    """Return a sentence that says why a record is in an answer, certainly or possibly, or is not.

    The answer is that of the questions about a window of days (``statements_between``,
    ``events_between``, ``cases_between``), about a ``region`` (``cases_by_region``), or about both
    at once; ``match`` is as there. Without window and region the window is open at both ends.
    ``record`` is a record or its id. Raises what those questions raise, and ``InvalidValueError``
    for a record of a kind that has no dates, or no places.
    """
    wanted = _Level[window_match(match).upper()]
    thing = shipped().get(record) if isinstance(record, str) else record
    if not isinstance(thing, Entity | CasePart | Moment):
        raise WrongTypeError("record", thing, "is neither a record nor its id")
    if start is None and end is None and region is not None:
        wants_certainty(match)  # about a region alone there are two words
    in_time = start is not None or end is not None or region is None
    reasons = [_in_time(thing, Window.of(start, end))] if in_time else []
    if region is not None:
        told = thing.case if isinstance(thing, CasePart) else getattr(thing, "record", thing)
        among = [told] if isinstance(told, Record) else None
        reasons.append(_in_region(thing, region_of(region, among)))
    weakest = min(reason.level for reason in reasons)
    if weakest < wanted:
        answer = "is not in the answer"
        if weakest is not _Level.NOT:
            answer += f' for match="{match}"'
        # What does fit is no reason for not being there.
        reasons = [reason for reason in reasons if reason.level < wanted]
    else:
        answer = f"is {'certainly' if weakest is _Level.CERTAIN else 'possibly'} in the answer"
    return f"{thing.id} {answer}: {'; '.join(reason.because for reason in reasons)}"


def _in_time(thing: Any, window: Window) -> _Reason:
    dates = list(dates_of(thing))
    if not dates:
        return _Reason(_Level.NOT, "it has no date")
    reasons = [_of_date(name, when, window) for name, when in dates]
    best = max(reasons, key=lambda reason: reason.level)
    if best.level is _Level.NOT and len(reasons) > 1:
        return _Reason(_Level.NOT, "none of its dates meets the window")
    return best


def dates_of(thing: Any) -> Iterator[tuple[str, FuzzyDate]]:
    """Yield the dates of a record, each with what it is called."""
    if isinstance(thing, Case):
        for stage in thing.stages:
            if stage.date is not None:
                yield f"the date of its {stage.kind.value}", stage.date
        return
    field = "published" if isinstance(thing, Source) else "date"
    kind: type = type(thing)
    if field not in askable(kind):
        complaint = f"is {with_article(kind.__name__)}, which has no date"
        raise InvalidValueError("record", thing.id, complaint)
    when = getattr(thing, field)
    if when is not None:
        yield "its date", when


def _of_date(name: str, when: FuzzyDate, window: Window) -> _Reason:
    said = f"{name}, {in_words(when)},"
    if when.lies_in(window):
        return _Reason(_Level.CERTAIN, f"{said} is inside the window")
    if when.without_qualifier().lies_in(window):
        sign = SIGNS[when.qualifier]
        return _Reason(_Level.CODED, f"{said} is inside the window but {sign}")
    if when.meets(window):
        return _Reason(_Level.POSSIBLE, f"{said} meets the window but is not inside it")
    side = "before" if when.latest < window.start else "after"
    return _Reason(_Level.NOT, f"{said} is {side} the window")


def _in_region(thing: Any, region: Region) -> _Reason:
    reasons = [_of_place(place, region) for place in _places_of(thing)]
    best = max(reasons, key=lambda reason: reason.level, default=None)
    if best is None or best.level is _Level.NOT:
        return _Reason(_Level.NOT, f"none of its places lies in {region.name}")
    return best


def _places_of(thing: Any) -> tuple[Place, ...]:
    places = places_of(thing.record if isinstance(thing, Moment) else thing)
    if places is not None:
        return places
    complaint = f"is {with_article(type(thing).__name__)}, which has no places"
    raise InvalidValueError("record", thing.id, complaint)


def _of_place(place: Place, region: Region) -> _Reason:
    placed = placement(place.regions, region)
    if placed == "certain":
        return _Reason(_Level.CERTAIN, f"its place, {place.name}, lies in {region.name}")
    if placed == "possible":
        units = " or ".join(unit.name for unit in place.regions)
        because = f"its place, {place.name}, is coded as in {units}, and may lie in {region.name}"
        # A place carries no sign of doubt: it is possible as it is coded.
        return _Reason(_Level.CODED, because)
    return _Reason(_Level.NOT, "")
