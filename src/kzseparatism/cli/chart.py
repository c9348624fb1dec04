"""A time line in characters: one line for each moment, ranges as ranges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzseparatism.dates import Window
from kzseparatism.queries.events import Moment
from kzseparatism.views.row import date_in_words

_BAR = 40
_NARROW_BAR = 15

LEGEND = "| within one column   = a range   ? doubtful   < > goes on beyond this side"


def chart(moments: Sequence[Moment], window: Window, width: int) -> str:
    """Return a line for each moment: its date, its place in the window, what it is.

    An open window ends where the last of the known days does. A range is drawn as long as it is;
    a qualified one is drawn with question marks, so that what is certain and what is not look
    different without colour.
    """
    known = [day for moment in moments for day in _ends(moment)]
    first = min(known) if window.start == date.min else window.start
    last = max(known) if window.end == date.max else window.end
    dates = [date_in_words(moment.date, moment.basis) for moment in moments]
    column = max(map(len, dates))
    bar = _BAR if width >= column + _BAR + 40 else _NARROW_BAR
    lines = [
        f"{text:<{column}}  {_bar(moment, first, last, bar)}  {moment.kind}: {moment.record.id}"
        for text, moment in zip(dates, moments, strict=True)
    ]
    axis = f"{'':<{column}}  {first.isoformat()[:7]:<{bar - 7}}{last.isoformat()[:7]}"
    return "\n".join([axis, *lines, "", LEGEND])


def _ends(moment: Moment) -> tuple[date, ...]:
    both = (moment.date.earliest, moment.date.latest)
    return tuple(day for day in both if day not in (date.min, date.max))


def _bar(moment: Moment, first: date, last: date, width: int) -> str:
    start = _column(moment.date.earliest, first, last, width)
    end = _column(moment.date.latest, first, last, width)
    mark = "?" if moment.date.qualifier else "|" if start == end else "="
    line = [mark if start <= column <= end else " " for column in range(width)]
    if moment.date.earliest < first:
        line[0] = "<"
    if moment.date.latest > last:
        line[-1] = ">"
    return "".join(line)


def _column(day: date, first: date, last: date, width: int) -> int:
    span = max(1, (last - first).days)
    inside = min(max(day, first), last)
    return (inside - first).days * (width - 1) // span
