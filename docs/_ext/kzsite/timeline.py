"""The stages of a case as a small drawing (SVG) that needs no script and reads in both themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.wording import with_doubt
from kzseparatism.model import Case, Stage

_ROW = 40
_TOP = 24
# In per cent of the width; what is left at the sides is for bars with an open end.
_LEFT, _RIGHT = 6.0, 94.0
_FINE = 800  # a span of so many days or fewer is divided into months
_MOST_MARKS = 40


def timeline(case: Case) -> str:
    """Return the drawing of a case's dated stages, or nothing where fewer than two have a date."""
    stages = [stage for stage in case.stages if stage.date is not None]
    if len(stages) < 2:
        return ""
    return "\n".join(_figure(case, stages))


def _figure(case: Case, stages: Sequence[Stage]) -> Iterator[str]:
    first, last = _span([stage.date for stage in stages if stage.date])
    height = _TOP + _ROW * len(stages) + 8
    told = "; ".join(map(_told, stages))
    name = f"timeline-{case.id}"
    yield '<figure class="timeline">'
    yield (
        f'<svg role="img" aria-labelledby="{name}-title {name}-desc" width="100%" '
        f'height="{height}" xmlns="http://www.w3.org/2000/svg">'
    )
    yield f'<title id="{name}-title">Time line of the stages, {first} to {last}</title>'
    yield f'<desc id="{name}-desc">{escape(told)}.</desc>'
    yield f'<text x="{_LEFT}%" y="14" class="scale">{first}</text>'
    yield f'<text x="{_RIGHT}%" y="14" class="scale" text-anchor="end">{last}</text>'
    for mark in _marks(first, last):
        at = f"{_at(mark, first, last):.2f}%"
        yield f'<line class="mark" x1="{at}" x2="{at}" y1="{_TOP}" y2="{height}"/>'
    for row, stage in enumerate(stages):
        yield from _bar(stage, _TOP + _ROW * row, first, last)
    yield "</svg>"
    yield (
        "<figcaption>A bar is not how long a stage lasted: its date is one of the days under "
        "it. A dashed outline means that the date is uncertain or approximate, or that an end of "
        "its range is open. "
        f"The thin lines divide the time into {'months' if _is_fine(first, last) else 'years'}. "
        "Stages without a date are only in the table.</figcaption>"
    )
    yield "</figure>"


def _bar(stage: Stage, top: int, first: date, last: date) -> Iterator[str]:
    when = stage.date
    if when is None:
        return
    start = 0.3 if when.earliest == date.min else _at(when.earliest, first, last)
    end = 99.7 if when.latest == date.max else _at(when.latest, first, last)
    kind = "bar doubtful" if when.qualifier or when.is_open else "bar"
    words = escape(_told(stage))
    # A label begins where there is room for it: with its bar, or before the right-hand edge.
    if start > 50:
        yield f'<text x="100%" y="{top + 16}" text-anchor="end">{words}</text>'
    else:
        yield f'<text x="{start:.2f}%" y="{top + 16}">{words}</text>'
    yield (
        f'<rect class="{kind}" x="{start:.2f}%" y="{top + 22}" '
        f'width="{max(end - start, 0.6):.2f}%" height="10" rx="2"/>'
    )


def _told(stage: Stage) -> str:
    return f"{stage.kind.value}: {with_doubt(stage.date)}"


def _span(dates: Sequence[FuzzyDate]) -> tuple[date, date]:
    """Return the first and the last day that the dates name; open ends name none."""
    named = [day for when in dates for day in (when.earliest, when.latest)]
    inside = [day for day in named if day not in (date.min, date.max)]
    return min(inside), max(inside)


def _at(day: date, first: date, last: date) -> float:
    """Return the place of a day, in per cent of the width."""
    whole = max((last - first).days, 1)
    return _LEFT + (_RIGHT - _LEFT) * (day - first).days / whole


def _is_fine(first: date, last: date) -> bool:
    return (last - first).days <= _FINE


def _marks(first: date, last: date) -> list[date]:
    """Return the first days of the months or years between two days, if they are not too many."""
    step = 1 if _is_fine(first, last) else 12
    months = range(first.year * 12, (last.year + 1) * 12, step)
    found = [date(month // 12, month % 12 + 1, 1) for month in months]
    inside = [day for day in found if first < day < last]
    return inside if len(inside) <= _MOST_MARKS else []
