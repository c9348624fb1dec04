"""Statements by year: two functions of a project that uses kzseparatism."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import kzseparatism as kz

Bound = kz.FuzzyDate | date | str | None


def said_between(
    start: Bound = None,
    end: Bound = None,
    *,
    match: str = "possible",
    among: Iterable[kz.Statement] | None = None,
) -> list[kz.Statement]:
    """Return the statements made in a window of days, in the order of time."""
    if match not in ("possible", "certain"):
        message = f"match is {match!r}, and not 'possible' or 'certain'"
        raise ValueError(message)
    window = kz.Window.of(start, end)
    found = []
    for statement in kz.statements if among is None else among:
        when = statement.date
        if when is None:
            continue
        if match == "possible":
            fits = when.earliest <= window.end and window.start <= when.latest
        else:
            inside = window.start <= when.earliest and when.latest <= window.end
            fits = inside and not when.qualifier
        if fits:
            found.append((when.earliest, when.latest, statement.id, statement))
    return [statement for *_, statement in sorted(found, key=lambda row: row[:3])]


def by_year(statements: Iterable[kz.Statement]) -> dict[int | None, list[kz.Statement]]:
    """Return statements by the year they were certainly made in; None holds the others."""
    years: dict[int | None, list[kz.Statement]] = {}
    for statement in statements:
        when = statement.date
        year = when.year if when is not None and not when.qualifier else None
        years.setdefault(year, []).append(statement)
    return years
