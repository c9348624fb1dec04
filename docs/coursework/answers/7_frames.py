"""Answer 7: count in a data frame, and draw it."""

from typing import Any

import pandas as pd


def of_year(statements: pd.DataFrame, year: int) -> tuple[int, int]:
    """Return how many statements are certainly of a year, and how many possibly."""
    first_day, last_day = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    earliest, latest = statements["date_earliest"], statements["date_latest"]
    # A comparison with a missing day is false. So what is open at an end is kept by asking what
    # rules it out, and a statement without any day has to be ruled out by itself.
    dated = earliest.notna() | latest.notna()
    possible = dated & ~(earliest > last_day) & ~(latest < first_day)
    # Here false is right: what is open at an end is certain of no year.
    inside = (earliest >= first_day) & (latest <= last_day)
    certain = inside & (statements["date_qualifier"] == "")
    return int(certain.sum()), int(possible.sum())


def in_region(sites: pd.DataFrame, region: str) -> tuple[int, int]:
    """Return how many cases are certainly in a region, and how many possibly."""
    there = sites[sites["region_id"] == region]
    # Each row is a region of a site: what is counted are cases, each of them once.
    certain = there[there["match"] == "certain"]
    return int(certain["case_id"].nunique()), int(there["case_id"].nunique())


def draw(axes: Any, numbers: dict[int, tuple[int, int]], undated: int) -> None:
    """Draw a bar for each year on the axes of a figure of matplotlib."""
    years = list(numbers)
    certain = [sure for sure, _ in numbers.values()]
    doubtful = [possible - sure for sure, possible in numbers.values()]
    axes.bar(years, certain, color="tab:blue", label="certainly of this year")
    axes.bar(
        years,
        doubtful,
        bottom=certain,
        color="white",
        edgecolor="tab:blue",
        hatch="//",
        label="possibly of this year",
    )
    axes.set_xlabel("year")
    axes.set_ylabel("statements in five articles")
    axes.set_title(f"{undated} statements have no date", loc="left")
    axes.legend()
