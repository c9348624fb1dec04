"""The views of the database: what may lie in a window or a region, and what certainly does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kzseparatism.relations.relation import Relation
from kzseparatism.tidying.shapes import Placing

WINDOWS = (
    'CREATE TABLE windows ("window" TEXT PRIMARY KEY, '
    "first_day TEXT NOT NULL CHECK (first_day = date(first_day, '+0 days')), "
    "last_day TEXT NOT NULL CHECK (last_day = date(last_day, '+0 days')), "
    "CHECK (first_day <= last_day)) STRICT"
)
# The two matches of a query, for a date whose open end is missing.
_POSSIBLE = (
    "{name} IS NOT NULL AND ({name}_earliest IS NULL OR {name}_earliest <= {last}) "
    "AND ({name}_latest IS NULL OR {name}_latest >= {first})"
)
_CERTAIN = "{name}_qualifier = '' AND {name}_earliest >= {first} AND {name}_latest <= {last}"
MATCHES = {"possible": _POSSIBLE, "certain": _CERTAIN}


def condition(match: str, name: str = "date", first: str = ":start", last: str = ":end") -> str:
    """Return the condition by which a date matches a window of two days, as SQL.

    >>> condition("certain")
    "date_qualifier = '' AND date_earliest >= :start AND date_latest <= :end"
    """
    return MATCHES[match].format(name=name, first=first, last=last)


def windows_of(relations: Sequence[Relation]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield what makes the table of windows: one for each year that a date begins or ends in."""
    years = {
        day.year
        for relation in relations
        for column in relation.columns
        if column.type is date
        for day in relation.values(column.name)
        if day is not None
    }
    yield WINDOWS, [()]
    rows = [(f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31") for year in sorted(years)]
    yield "INSERT INTO windows VALUES (?, ?, ?)", rows


def dated(relation: Relation) -> bool:
    """Return whether the rows of a relation have a date."""
    return "date_earliest" in relation.column_names


def views(relations: Sequence[Relation]) -> Iterator[str]:
    """Yield the statement that makes each view."""
    for relation in relations:
        if dated(relation):
            for match in MATCHES:
                where = condition(match, "one.date", "windows.first_day", "windows.last_day")
                yield (
                    f'CREATE VIEW "{relation.name}_{match}" AS '  # noqa: S608 - our own names
                    f'SELECT windows."window", one.* FROM windows JOIN "{relation.name}" AS one '
                    f"ON {where}"
                )
        if placed(relation):
            yield _in_regions(relation)


def placed(relation: Relation) -> bool:
    """Return whether a relation says in which regions places of records lie."""
    return any(column.vocabulary is Placing for column in relation.columns)


def in_regions(relation: Relation) -> str:
    """Return the name of the view that has the regions of each record once."""
    owner = relation.column(relation.key[0]).references or relation.name
    return f"{owner}_in_regions"


def _in_regions(relation: Relation) -> str:
    # Of several places of a record the surest counts; "certain" comes before "possible".
    owner = relation.key[0]
    return (
        f'CREATE VIEW "{in_regions(relation)}" AS '  # noqa: S608 - our own names
        f'SELECT "{owner}", region_id, region_name, min("match") AS "match" '
        f'FROM "{relation.name}" GROUP BY "{owner}", region_id'
    )
