"""Exercise 7: count in a data frame, and draw it. The task stands in README.md."""

from typing import Any

import pandas as pd


def of_year(statements: pd.DataFrame, year: int) -> tuple[int, int]:
    """Return how many statements are certainly of a year, and how many possibly.

    The columns are date_earliest, date_latest (days, or missing) and date_qualifier.
    """
    # A first day is not a date. And where are those without one?
    number = int((statements["date_earliest"].dt.year == year).sum())
    return number, number


def in_region(sites: pd.DataFrame, region: str) -> tuple[int, int]:
    """Return how many cases are certainly in a region, and how many possibly.

    The columns are case_id, region_id and match ("certain" or "possible").
    """
    # What does a row of this table stand for?
    number = int((sites["region_id"] == region).sum())
    return number, number


def draw(axes: Any, numbers: dict[int, tuple[int, int]], undated: int) -> None:
    """Draw a bar for each year on the axes of a figure of matplotlib.

    ``numbers`` has for each year how many statements are certainly, and how many possibly of it;
    ``undated`` is how many have no date.
    """
    axes.bar(list(numbers), [possible for _, possible in numbers.values()])
