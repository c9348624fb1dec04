"""How many rows there are a year, a month, a region or a word: certain and possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from kzseparatism.errors import WrongTypeError
from kzseparatism.frames.filters import column_name
from kzseparatism.frames.frame import Frame, narwhals

if TYPE_CHECKING:
    from narwhals.typing import IntoFrameT

# Where a date begins and ends, as numbers of periods, whether it has no sign, how many rows are so.
_Span: TypeAlias = tuple[int, int, bool, int]
_MONTHS = 12
# No period has this number, since no year has. Engines differ in how they say that there is none.
_OPEN = 0


def counts(frame: IntoFrameT, by: str, *, column: str = "date") -> IntoFrameT:
    """Return how many rows there are in each group: columns ``name``, ``certain``, ``possible``.

    ``by`` is "year" or "month", by the date; "region", for a relation that says where something
    lies (``case_site_regions``: each owner counts once); or the name of a column. Groups are those
    of ``kz.counts``, in order; nothing is dropped: "open end", "no date" and "no" with the name of
    the column come last. ``certain`` and ``possible`` are what ``between`` gives for that year.

    The engine groups; what comes out is a few rows, which are finished here and go back as a frame
    of the caller's kind. Raises what ``between`` raises.
    """
    if not isinstance(by, str):
        raise WrongTypeError("by", by, "is not text", 'write "year", "month", "region" or a column')
    given = Frame(frame)
    if by in ("year", "month"):
        rows = _by_time(given, by, column_name(column))
    elif by == "region":
        rows = _by_region(given)
    else:
        rows = _by_word(given, by)
    names = [name for name, *_ in rows]
    answer: IntoFrameT = given.small(
        {
            "name": names,
            "certain": [certain for _, certain, _ in rows],
            "possible": [possible for *_, possible in rows],
        }
    )
    return answer


def _by_time(frame: Frame, by: str, column: str) -> list[tuple[str, int, int]]:
    nw = narwhals()
    names = frame.days(column)

    def period(name: str) -> Any:
        year = nw.col(name).dt.year()
        months = year if by == "year" else year * _MONTHS + nw.col(name).dt.month() - 1
        return months.fill_null(_OPEN)

    sure = nw.col(names[2]).is_null() | (nw.col(names[2]) == nw.lit(""))
    grouped = (
        frame.asked.select(
            period(names[0]).alias("first"),
            period(names[1]).alias("last"),
            # A sign that is missing is none, also where nothing is known of the date.
            nw.when(sure).then(nw.lit(1)).otherwise(nw.lit(0)).alias("sure"),
        )
        .group_by("first", "last", "sure")
        .agg(nw.len().alias("number"))
    )
    spans = [(int(a), int(b), bool(c), int(d)) for a, b, c, d in _rows(grouped)]
    return [(_called(name, by), *number) for name, number in _tallied(spans).items()]


def _tallied(spans: Iterable[_Span]) -> dict[int | str, tuple[int, int]]:
    """Return for each period how many dates are certainly and possibly in it.

    A date with an open end meets infinitely many. Those count in which some other date is, or in
    which its own end is.
    """
    certain: Counter[int | str] = Counter()
    possible: Counter[int | str] = Counter()
    half_open: list[tuple[int, int, int]] = []
    for first, last, sure, number in spans:
        if first == last == _OPEN:
            certain["no date"] += number
            possible["no date"] += number
        elif _OPEN in (first, last):
            half_open.append((first, last, number))
            certain["open end"] += number
            possible["open end"] += number
        else:
            for period in range(first, last + 1):
                possible[period] += number
            certain[first] += number * (first == last and sure)
    ends = {first or last for first, last, _ in half_open}
    periods = sorted({name for name in possible if isinstance(name, int)} | ends)
    for first, last, number in half_open:
        for period in periods:
            # That no first day is known is a number below all, and so is right as it is.
            if first <= period and (last == _OPEN or period <= last):
                possible[period] += number
    names: list[int | str] = [*periods]
    names += [name for name in ("open end", "no date") if possible[name]]
    return {name: (certain[name], possible[name]) for name in names}


def _called(period: int | str, by: str) -> str:
    if isinstance(period, str):
        return period
    if by == "year":
        return f"{period:04}"
    return f"{period // _MONTHS:04}-{period % _MONTHS + 1:02}"


def _by_region(frame: Frame) -> list[tuple[str, int, int]]:
    nw = narwhals()
    owner = next(
        (name for name in frame.schema if name.endswith("_id") and name != "region_id"), ""
    )
    frame.require(["region_id", "match", owner or "case_id"], "owners are counted by region")
    surely = nw.when(nw.col("match").cast(nw.String) == nw.lit("certain"))
    grouped = (
        frame.asked.select(
            nw.col("region_id").alias("name"),
            nw.col(owner).alias("owner"),
            surely.then(nw.lit(1)).otherwise(nw.lit(0)).alias("surely"),
        )
        .group_by("name", "owner")
        .agg(nw.col("surely").max())
        .group_by("name")
        .agg(nw.col("surely").sum(), nw.len().alias("number"))
    )
    return sorted((str(a), int(b), int(c)) for a, b, c in _rows(grouped))


def _by_word(frame: Frame, by: str) -> list[tuple[str, int, int]]:
    nw = narwhals()
    frame.require([by], "rows are counted")
    named = frame.asked.select(nw.col(by).cast(nw.String).alias("name"))
    grouped = named.group_by("name").agg(nw.len().alias("number"))
    numbers = {_text(name): int(number) for name, number in _rows(grouped)}
    nothing = numbers.pop(None, 0) + numbers.pop("", 0)
    found = [(str(name), numbers[name], numbers[name]) for name in sorted(map(str, numbers))]
    return found + [(f"no {by}", nothing, nothing)] * bool(nothing)


def _rows(grouped: Any) -> list[tuple[Any, ...]]:
    nw = narwhals()
    few = grouped.collect() if isinstance(grouped, nw.LazyFrame) else grouped
    return list(few.iter_rows())


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
