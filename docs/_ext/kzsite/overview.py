"""All that has a date, on one time line (SVG): a lane for each case, for statements and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.wording import with_doubt
from kzsite.headline import shortened

_LANE = 38
_TOP = 26
_LEFT, _RIGHT = 2.0, 98.0  # per cent of the width
_STEP = 5  # years between two marks of the scale
_LABEL = 64

_CAPTION = (
    "A dot is a day. A bar is not how long something lasted: the date is one of the days under it. "
    "A dashed outline means that the date is uncertain or approximate, or that an end of its range "
    "is open. The lanes of statements and events are darker where more "
    "of them lie. What has no date is not drawn: {undated}."
)


@attrs.frozen
class _Mark:
    when: FuzzyDate
    told: str


def overview(dataset: Dataset) -> str:
    """Return the drawing, with a text for those who cannot see it, or nothing without dates."""
    lanes = list(_lanes(dataset))
    dates = [mark.when for _, marks in lanes for mark in marks]
    if not dates:
        return ""
    return "\n".join(_figure(lanes, _span(dates), _undated(dataset)))


def _lanes(dataset: Dataset) -> Iterator[tuple[str, list[_Mark]]]:
    """Yield each lane: cases in the order of their first date, then statements, then events."""
    cases = []
    for case in dataset.cases:
        dated = [stage for stage in case.stages if stage.date is not None]
        marks = [
            _Mark(stage.date, f"{stage.kind.value}: {with_doubt(stage.date)}")
            for stage in dated
            if stage.date
        ]
        if marks:
            cases.append((shortened(case.title, _LABEL), marks))
    yield from sorted(cases, key=lambda lane: min(mark.when.sort_key for mark in lane[1]))
    for name in ("statements", "events"):
        records = [one for one in getattr(dataset, name) if one.date is not None]
        if records:
            label = f"{len(records)} {name}"
            yield label, [_Mark(one.date, with_doubt(one.date)) for one in records]


def _undated(dataset: Dataset) -> str:
    """Return how many records of each kind are not on the drawing."""
    counted = {
        "cases": sum(all(stage.date is None for stage in case.stages) for case in dataset.cases),
        "statements": sum(one.date is None for one in dataset.statements),
        "events": sum(one.date is None for one in dataset.events),
    }
    return ", ".join(f"{number} {name}" for name, number in counted.items())


def _figure(
    lanes: Sequence[tuple[str, list[_Mark]]], span: tuple[date, date], undated: str
) -> Iterator[str]:
    first, last = span
    height = _TOP + _LANE * len(lanes) + 4
    yield '<figure class="timeline overview">'
    yield (
        '<svg role="img" aria-labelledby="overview-title overview-desc" width="100%" '
        f'height="{height}" xmlns="http://www.w3.org/2000/svg">'
    )
    yield f'<title id="overview-title">Time line, {first.year} to {last.year}</title>'
    yield f'<desc id="overview-desc">{escape(_told(lanes))}</desc>'
    yield from _scale(first, last, height)
    for number, (label, marks) in enumerate(lanes):
        top = _TOP + _LANE * number
        yield f'<text x="{_LEFT}%" y="{top + 14}">{escape(label)}</text>'
        dense = len(marks) > _LANE
        for mark in marks:
            yield _shape(mark, top + 20, span, dense=dense)
    yield "</svg>"
    yield f"<figcaption>{escape(_CAPTION.format(undated=undated))}</figcaption>"
    yield "</figure>"


def _told(lanes: Iterable[tuple[str, list[_Mark]]]) -> str:
    """Return the lanes as text: each case with its dated stages, other lanes with their span."""
    said = []
    for label, marks in lanes:
        if len(marks) > _LANE:
            first, last = _span(mark.when for mark in marks)
            said.append(f"{label} from {first.year} to {last.year}")
        else:
            said.append(f"{label}: {'; '.join(mark.told for mark in marks)}")
    return ". ".join(said) + "."


def _scale(first: date, last: date, height: int) -> Iterator[str]:
    for year in range(first.year - first.year % _STEP + _STEP, last.year + 1, _STEP):
        at = _at(date(year, 1, 1), first, last)
        yield f'<line class="mark" x1="{at:.2f}%" x2="{at:.2f}%" y1="{_TOP}" y2="{height}"/>'
        yield f'<text x="{at:.2f}%" y="14" class="scale" text-anchor="middle">{year}</text>'


def _shape(mark: _Mark, top: int, span: tuple[date, date], *, dense: bool) -> str:
    when = mark.when
    start = _at(max(when.earliest, span[0]), *span)
    end = _at(min(when.latest, span[1]), *span)
    kind = "bar" + (" doubtful" if when.qualifier or when.is_open else "") + dense * " dense"
    told = "" if dense else f"<title>{escape(mark.told)}</title>"
    if when.earliest == when.latest:
        return f'<circle class="{kind}" cx="{start:.2f}%" cy="{top + 5}" r="4">{told}</circle>'
    return (
        f'<rect class="{kind}" x="{start:.2f}%" y="{top}" '
        f'width="{max(end - start, 0.6):.2f}%" height="10" rx="2">{told}</rect>'
    )


def _span(dates: Iterable[FuzzyDate]) -> tuple[date, date]:
    """Return the first and the last day that the dates name; open ends name none."""
    named = [day for when in dates for day in (when.earliest, when.latest)]
    inside = [day for day in named if day not in (date.min, date.max)]
    return min(inside), max(inside)


def _at(day: date, first: date, last: date) -> float:
    """Return the place of a day, in per cent of the width."""
    return _LEFT + (_RIGHT - _LEFT) * (day - first).days / max((last - first).days, 1)
