"""The questions: which rows of a frame lie in a window or a region, or have come how far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

from kzseparatism.dates import Window
from kzseparatism.errors import InvalidValueError
from kzseparatism.frames.filters import column_name, date_lies_in, is_dated
from kzseparatism.frames.frame import ID, Frame, narwhals
from kzseparatism.model import Region
from kzseparatism.model.fields import DateLike
from kzseparatism.names.regions import find_region, placements
from kzseparatism.queries.question import (
    Match,
    WindowMatch,
    check_undated,
    shipped,
    wants_certainty,
    window_around,
    window_match,
)
from kzseparatism.queries.subject import region_of
from kzseparatism.vocab import CaseStatus

if TYPE_CHECKING:
    from narwhals.typing import IntoFrameT


def between(
    frame: IntoFrameT,
    start: DateLike | Window | None = None,
    end: DateLike | None = None,
    *,
    match: WindowMatch = "possible",
    undated: bool = False,
    column: str = "date",
) -> IntoFrameT:
    """Return the rows whose date lies in a window, in the order of time, as the queries answer.

    ``match`` means what it means in ``statements_between``; so does ``undated``, which appends what
    has no date. Rows are in order of first day, last day and id (or what tells rows apart). An
    engine that promises no order (DuckDB, Spark) keeps it only until the next operation.

    Raises ``InvalidValueError`` for a frame without the columns of the date (they are named),
    ``WrongTypeError`` for what is not a frame or for text in the place of days, and what the
    queries raise for the same window.
    """
    how = window_match(match)
    check_undated(how, undated=undated)
    given = Frame(frame)
    condition = date_lies_in(given, column, Window.of(start, end), how)
    if undated:
        condition = condition | ~is_dated(given.days(column))
    answer: IntoFrameT = given.back(in_order(given, given.asked.filter(condition), column))
    return answer


def around(
    frame: IntoFrameT,
    when: DateLike,
    within: relativedelta | timedelta,
    *,
    match: WindowMatch = "possible",
    column: str = "date",
) -> IntoFrameT:
    """Return the rows dated at most ``within`` before or after ``when``: ``statements_around``.

    Order and errors are those of ``between``, and of ``statements_around`` for the length.
    """
    given = Frame(frame)
    how = window_match(match)
    near = window_around(when, within, how)
    if near is None:
        dated = is_dated(given.days(column_name(column)))
        condition = dated & ~dated  # nothing lies in a window that is not there
    else:
        condition = date_lies_in(given, column, near, how)
    answer: IntoFrameT = given.back(in_order(given, given.asked.filter(condition), column))
    return answer


def by_region(
    frame: IntoFrameT,
    region: Region | str,
    *,
    match: Match = "possible",
    column: str = "region_id",
    among: Iterable[Region] | None = None,
) -> IntoFrameT:
    """Return the rows of a region, in the order in which they are.

    The relations of ``tidy`` that say where something lies (``case_site_regions``) have a column
    ``match``, and their rows are taken by it. In a frame without it, the column holds the one unit
    in which a row lies, by code: this unit is *certain*, and a former one that it succeeded is
    *possible*. ``owning`` gives the cases, statements or events that rows belong to.

    ``region`` is looked up among the shipped regions, or in ``among``. Raises
    ``UnknownNameError`` for a region that can't be found, and what ``between`` raises of a frame.
    """
    certainly = wants_certainty(match)
    wanted = _region(region, among)
    given = Frame(frame)
    given.require([column], "a region is asked for")
    nw = narwhals()
    if "match" in given.schema:
        condition = nw.col(column) == wanted.id
        if certainly:
            condition = condition & (nw.col("match").cast(nw.String) == "certain")
    else:
        units = (wanted, *(shipped().regions if among is None else among))
        # The succession of regions goes in as a list: no engine has to know of it.
        codes = {unit.id for unit in units if wanted.id in placements((unit,))}
        condition = nw.col(column).is_in([wanted.id] if certainly else sorted(codes))
    answer: IntoFrameT = given.back(given.asked.filter(condition))
    return answer


def owning(frame: IntoFrameT, rows: Any, *, by: str = "") -> IntoFrameT:
    """Return the rows of ``frame`` that own at least one of ``rows``, in the order of their id.

    It leads from the rows of a relation back to the records: ``owning(cases, stages)``. ``rows`` is
    a frame of the same engine. ``by`` is their column with the id of the owner; without it, it is
    the first one whose name ends in ``_id``.
    """
    given, owned = Frame(frame), Frame(rows, "rows")
    given.require([ID], "records are found")
    name = by or next((one for one in owned.schema.names() if one.endswith("_id")), "case_id")
    owned.require([name], "the owner of a row is found")
    ids = owned.asked.select(name).unique()
    found = given.asked.join(ids, left_on=ID, right_on=name, how="semi").sort(ID)
    answer: IntoFrameT = given.back(found)
    return answer


def by_status(frame: IntoFrameT, status: CaseStatus | str) -> IntoFrameT:
    """Return the cases that have come so far and no farther, by id: ``cases_by_status``.

    Raises ``InvalidValueError`` for a word that is no status, and what ``between`` raises.
    """
    word = CaseStatus(status)
    given = Frame(frame)
    given.require([ID, "status"], "cases are asked for by status")
    nw = narwhals()
    # Words may be categories, which some engines compare with nothing but categories.
    found = given.asked.filter(nw.col("status").cast(nw.String) == word.value)
    answer: IntoFrameT = given.back(found.sort(ID))
    return answer


def in_order(frame: Frame, rows: Any, column: str) -> Any:
    """Return rows by first day, last day and key; an open end is farthest, no date last."""
    nw = narwhals()
    names = frame.days(column)
    first, last = nw.col(names[0]), nw.col(names[1])
    marks = {
        "_undated": first.is_null() & last.is_null(),
        "_begins": ~first.is_null(),
        "_open": last.is_null(),
    }
    clash = [name for name in marks if name in frame.schema]
    if clash:
        raise InvalidValueError("frame", clash[0], "is a column that is needed here", "rename it")
    marked = rows.with_columns(*(mark.cast(nw.Int8).alias(name) for name, mark in marks.items()))
    by = ["_undated", "_begins", names[0], "_open", names[1], *frame.key()]
    return marked.sort(by).drop(*marks)


def _region(region: Region | str, among: Iterable[Region] | None) -> Region:
    if isinstance(region, Region) or among is None:
        return region_of(region, None)
    return find_region(region, among)
