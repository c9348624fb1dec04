"""The picture of what happened when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.wording import with_doubt
from kzseparatism.model import Case, Event, Record, Stage, Statement
from kzseparatism.plot.axis import FOOT, GAP, Axis, axis_of, legend, mark_of
from kzseparatism.plot.picture import Picture
from kzseparatism.plot.scene import PAPER, QUIET, Box, Label, Line, Scene, Shape, fitted, width_of
from kzseparatism.plot.subjects import amount, number_of, subjects
from kzseparatism.queries import CasePart, Moment, counts, timeline as moments_of
from kzseparatism.queries.question import time_key
from kzseparatism.table import Table
from kzseparatism.views.row import names_of
from kzseparatism.vocab import StageKind

# More rows than this no longer fit on a page; then each kind has a lane, without words.
MOST_ROWS = 40
WIDTH, MARGIN, WORDS = 580.0, 14.0, 226.0
ROW, LINE, THIN, TOP = 27.0, 9.0, 4.6, 40.0
_REMEDY = "give statements, events, cases, stages, or the answer of kz.timeline()"


@attrs.frozen(kw_only=True)
class _Entry:
    """One dated or undated thing: its kind, its date, who or what it is, and what it says.

    A stage says nothing but its kind: what came of its case later is not known by its date.
    """

    kind: str
    when: FuzzyDate | None
    head: str
    body: str

    @property
    def words(self) -> str:
        """The entry as one line of the text."""
        body = f": {self.body}" if self.body else ""
        return f"- {with_doubt(self.when)}: {self.kind}: {self.head}{body}"


def timeline(
    records: Iterable[Record | CasePart[Any] | Moment],
    *,
    title: str = "",
    names: bool = False,
) -> Picture:
    """Return the time line of statements, events and the stages of cases.

    A day is a mark, and a range is a bar from its first possible day to its last. What carries a
    qualifier is an empty mark or a hatched bar, so that doubt is never darker than certainty. An
    open end is an arrow. The order is that of ``kz.timeline``: first day, last day, id.

    Up to forty entries have a row each, with date, who or what it is, and what it says; those
    without a date have a row without a mark. If there are more, each kind has a lane, without
    words, and below stands how many have no date.

    Private persons are shown by pseudonym unless ``names`` is true. Raises ``WrongTypeError`` for
    other kinds of record: they have no date of their own.
    """
    given = subjects(records, (Statement, Event, Case, CasePart, Moment), _REMEDY, names=names)
    # A sentence or a charge has no date.
    subjects([one for one in given if not _is_dated_kind(one)], (), _REMEDY, names=names)
    moments = _moments(given)
    dated = [_entry(one) for one in moments]
    undated = [_undated(one) for one in given]
    missing = [entry for entries in undated for entry in entries]
    heading = title or f"Time line: {number_of(given)}"
    if len(dated) + len(missing) > MOST_ROWS:
        scene = _lanes(heading, dated, missing)
        listed = _by_year(moments)
    else:
        scene = _rows(heading, dated, missing)
        listed = [entry.words for entry in (*dated, *missing)]
    text = "\n".join([_summary(dated, missing), *listed])
    return Picture(title=heading, text=text, scene=scene)


def _is_dated_kind(record: object) -> bool:
    return not isinstance(record, CasePart) or isinstance(record.part, Stage)


def _moments(given: Table[Any]) -> Table[Moment]:
    ready = given.only(Moment)
    others = moments_of(among=[one for one in given if not isinstance(one, Moment)])
    return Table(sorted([*ready, *others], key=time_key))


def _entry(moment: Moment) -> _Entry:
    return _told(moment.kind, moment.date, moment.record)


def _told(kind: str, when: FuzzyDate | None, record: Statement | Event | Case) -> _Entry:
    match record:
        case Statement():
            return _Entry(kind=kind, when=when, head=names_of(record.speakers), body=record.summary)
        case Event():
            return _Entry(kind=kind, when=when, head=record.title, body=record.summary)
        case Case():
            return _Entry(kind=kind, when=when, head=record.title, body="")


def _undated(record: Any) -> list[_Entry]:
    """Return what a record has without a date: itself, or stages; a case without stages is one."""
    match record:
        case Case():
            kinds = [stage.kind.value for stage in record.stages if stage.date is None]
            kinds += [] if record.stages else ["case without stages"]
            return [_told(kind, None, record) for kind in kinds]
        case CasePart(part=Stage() as stage) if stage.date is None:
            return [_told(stage.kind.value, None, record.case)]
        case Statement() | Event() if record.date is None:
            return [_told(type(record).__name__.lower(), None, record)]
        case _:
            return []


def _summary(dated: list[_Entry], missing: list[_Entry]) -> str:
    dates = [entry.when for entry in dated if entry.when]
    days = sum(when.earliest == when.latest for when in dates)
    said = [
        f"{amount(len(dated), 'entry', 'entries')} with a date: {amount(days, 'single day')}",
        amount(len(dates) - days, "range"),
        f"{sum(when.is_open for when in dates)} open at one end",
        f"{sum(when.qualifier != '' for when in dates)} marked as doubtful",
    ]
    return f"{', '.join(said)}. {amount(len(missing), 'entry', 'entries')} without a date."


def _by_year(moments: Table[Moment]) -> list[str]:
    """Return a line for each year; what is open at one end is in all years that it may lie in."""
    return [
        f"- {one.group}: {one.certain} certain, {one.possible - one.certain} more possible"
        for one in counts(moments, by="year")
        if one.group.isdigit()
    ]


def _rows(heading: str, dated: list[_Entry], missing: list[_Entry]) -> Scene:
    axis = axis_of([entry.when for entry in dated if entry.when], MARGIN + WORDS + GAP, WIDTH)
    bottom = TOP + ROW * (len(dated) + len(missing))
    shapes: list[Shape] = [_heading(heading), *axis.ticks(TOP - 6, bottom)]
    for row, entry in enumerate((*dated, *missing)):
        shapes += _row(axis, entry, TOP + ROW * row)
    if not dated and not missing:
        shapes.append(Label(x=MARGIN, y=bottom + 6, text="No record.", colour=QUIET))
    shapes += legend(MARGIN, bottom + FOOT)
    return Scene(width=WIDTH, height=bottom + FOOT + 30, shapes=tuple(shapes))


def _heading(heading: str) -> Label:
    text = fitted(heading, WIDTH - 2 * MARGIN, 11)
    return Label(x=MARGIN, y=20, text=text, size=11, bold=True)


def _row(axis: Axis, entry: _Entry, top: float) -> Iterator[Shape]:
    yield Label(x=MARGIN, y=top + 11, text=fitted(entry.head, WORDS, 8))
    body = fitted(f"{entry.kind}: {entry.body}" if entry.body else entry.kind, WORDS, 7)
    yield Label(x=MARGIN, y=top + 20.5, text=body, size=7, colour=QUIET)
    date = with_doubt(entry.when)
    begins = axis.left if entry.when is None else axis.span(entry.when, LINE)[0]
    # Above the bar, and as far to the left as its words need.
    wide = width_of(date, 7)
    x = min(max(begins, axis.left - GAP), WIDTH - MARGIN - wide)
    yield Box(x=x, y=top + 2, width=wide, height=8, fill=PAPER, edge=PAPER)
    yield Label(x=x, y=top + 9, text=date, size=7, colour=QUIET)
    if entry.when is not None:
        yield from axis.entry(entry.when, top + 17, LINE, *mark_of(entry.kind))


def _lanes(heading: str, dated: list[_Entry], missing: list[_Entry]) -> Scene:
    """Return a scene with a lane for each kind; in a lane what overlaps stands one below another.

    The lanes come in the order of the vocabulary of stages, after statements and events.
    """
    axis = axis_of([entry.when for entry in dated if entry.when], MARGIN + 96, WIDTH)
    numbers, y = Counter(entry.kind for entry in dated), TOP + 4
    drawn: list[Shape] = []
    for kind in sorted(numbers, key=_lane):
        dates = [entry.when for entry in dated if entry.kind == kind and entry.when]
        deep = 0
        for when, depth in axis.packed(dates, THIN):
            drawn += axis.entry(when, y + 6.5 * depth + 3, THIN, *mark_of(kind))
            deep = max(deep, depth + 1)
        drawn.append(Label(x=MARGIN, y=y + 6, text=kind, bold=True))
        drawn.append(Label(x=MARGIN, y=y + 15, text=f"{numbers[kind]}", size=7, colour=QUIET))
        y += max(6.5 * deep, 18) + 9
        drawn.append(
            Line(points=((MARGIN, y - 5), (WIDTH - MARGIN, y - 5)), colour="#dededa", width=0.5)
        )
    shapes: list[Shape] = [_heading(heading), *axis.ticks(TOP - 6, y - 4), *drawn]
    if missing:
        without = Counter(entry.kind for entry in missing)
        told = ", ".join(f"{kind} {number}" for kind, number in sorted(without.items()))
        note = f"Not drawn, because it has no date: {told}."
        shapes.append(Label(x=MARGIN, y=y + FOOT - 4, text=note))
        y += 14
    shapes += legend(MARGIN, y + FOOT)
    return Scene(width=WIDTH, height=y + FOOT + 30, shapes=tuple(shapes))


def _lane(kind: str) -> tuple[int, str]:
    order = ["statement", "event", *(word.value for word in StageKind)]
    return (order.index(kind) if kind in order else len(order), kind)
