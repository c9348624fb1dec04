"""Judges exercise.py by made-up statements and cases: run ``python -m pytest`` in this folder."""

from datetime import date
from functools import partial
from random import Random
from typing import Any

import exercise
import pandas as pd
import pytest
from exercise import draw

import kzseparatism as kz
from kzseparatism import laws

DAYS = [date(year, month, 15) for year in (2021, 2022, 2023, 2024) for month in (1, 12)]


def made_up(number: int) -> list[tuple[date | None, date | None, str | None]]:
    """Return dates of every shape: first day, last day and sign."""
    chance = Random(number)  # noqa: S311 - the same dates every time
    dates: list[tuple[date | None, date | None, str | None]] = []
    for _ in range(number):
        first, last = sorted(chance.choices(DAYS, k=2))
        sign = chance.choice(["", "", "?", "~"])
        shapes: list[tuple[date | None, date | None, str | None]] = [
            (first, last, sign),
            (first, first, sign),
            (None, last, sign),
            (first, None, sign),
            (None, None, None),
        ]
        dates.append(chance.choice(shapes))
    return dates


def frame(dates: list[tuple[date | None, date | None, str | None]]) -> pd.DataFrame:
    """Return statements with these dates, with the columns and types of the library's table."""
    columns = ["date_earliest", "date_latest", "date_qualifier"]
    made = pd.DataFrame(dates, columns=columns)
    return made.astype({"date_earliest": "datetime64[s]", "date_latest": "datetime64[s]"})


def possibly(first: date | None, last: date | None) -> bool:
    """Return whether a date may be of 2023."""
    if first is None and last is None:
        return False
    return (first or date.min) <= date(2023, 12, 31) and (last or date.max) >= date(2023, 1, 1)


def certainly(first: date | None, last: date | None, sign: str | None) -> bool:
    """Return whether a date is certainly of 2023."""
    return bool(first and last and not sign and first.year == last.year == 2023)


# While your work is judged, the library does not give the answer.
NOT_YOURS = partial(pytest.fail.Exception, pytrace=False)
of_year = laws.own_work(exercise.of_year, possibly, certainly, error=NOT_YOURS)
in_region = laws.own_work(exercise.in_region, error=NOT_YOURS)


def told(dates: list[tuple[date | None, date | None, str | None]]) -> str:
    """Return some dates as a person reads them."""
    return "; ".join(
        f"{first or 'open'} to {last or 'open'} {sign or ''}".strip() for first, last, sign in dates
    )


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 100])
def test_a_year(number: int) -> None:
    """Both numbers are right for statements with dates of every shape."""
    for more in range(15 if number < 100 else 1):
        dates = made_up(number + 1000 * more)[:number]
        right = sum(certainly(*one) for one in dates), sum(possibly(*one[:2]) for one in dates)
        answer = of_year(frame(dates), 2023)
        if tuple(answer) != right:
            shown = told(dates) if number < 9 else f"{number} dates of every shape"
            pytest.fail(
                f"Of 2023 are {right[0]} certainly and {right[1]} possibly, and not {answer}.\n"
                f"The dates: {shown}",
                pytrace=False,
            )


def test_no_statements() -> None:
    """Of no statements none is of any year."""
    assert tuple(of_year(frame([]), 2023)) == (0, 0)


def test_the_year_of_the_dataset() -> None:
    """For the shipped statements the numbers are those of the library."""
    statements = kz.tidy(kz.load())["statements"].to_pandas()
    for one in kz.counts(kz.statements, "year"):
        if one.id.isdigit():
            answer = tuple(of_year(statements, int(one.id)))
            if answer != (one.certain, one.possible):
                pytest.fail(
                    f"In the dataset, {one.certain} statements are certainly of {one.id} and "
                    f"{one.possible} possibly, and not {answer}.",
                    pytrace=False,
                )


SITES = [
    ([("a", "KZ-59", "certain")], (1, 1), "a case with one site"),
    ([("a", "KZ-59", "certain"), ("a", "KZ-59", "certain")], (1, 1), "a case with two sites there"),
    (
        [("a", "KZ-59", "possible"), ("a", "KZ-11", "possible")],
        (0, 1),
        "a site in one of two units",
    ),
    ([("a", "KZ-59", "possible"), ("a", "KZ-59", "certain")], (1, 1), "one site sure, one not"),
    ([("a", "KZ-11", "certain")], (0, 0), "a case elsewhere"),
    ([("a", "KZ-59", "certain"), ("b", "KZ-59", "possible")], (1, 2), "two cases"),
    ([], (0, 0), "no cases"),
]


@pytest.mark.parametrize(("rows", "right", "what"), SITES, ids=[what for *_, what in SITES])
def test_a_region(rows: list[tuple[str, str, str]], right: tuple[int, int], what: str) -> None:
    """Cases are counted, and neither sites nor rows."""
    sites = pd.DataFrame(rows, columns=["case_id", "region_id", "match"])
    answer = in_region(sites, "KZ-59")
    if tuple(answer) != right:
        pytest.fail(
            f"For {what}: {right[0]} certainly and {right[1]} possibly, and not {answer}.",
            pytrace=False,
        )


NUMBERS = {2021: (0, 3), 2022: (2, 2), 2023: (4, 9)}


def drawn() -> Any:
    """Return the axes after the bars are drawn."""
    figures = pytest.importorskip("matplotlib.figure", reason="the figure needs matplotlib")
    axes = figures.Figure().add_subplot()
    draw(axes, dict(NUMBERS), 26)
    return axes


def bars(axes: Any, *, hatched: bool) -> dict[int, tuple[float, float]]:
    """Return for each year where its bar begins and ends, of those with a hatch or without."""
    found = {}
    for one in axes.patches:
        if bool(one.get_hatch()) is hatched and one.get_height():
            year = round(one.get_x() + one.get_width() / 2)
            found[year] = (one.get_y(), one.get_y() + one.get_height())
    return found


def test_what_is_certain_is_solid_and_at_the_bottom() -> None:
    """A bar without a hatch goes from 0 to the certain number."""
    right = {year: (0, certain) for year, (certain, _) in NUMBERS.items() if certain}
    if bars(drawn(), hatched=False) != right:
        pytest.fail(
            f"Without a hatch there should be bars from and to {right}, and there are "
            f"{bars(drawn(), hatched=False)}.",
            pytrace=False,
        )


def test_what_is_only_possible_is_hatched_and_on_top() -> None:
    """A bar with a hatch goes from the certain number to the possible one."""
    right = {year: both for year, both in NUMBERS.items() if both[0] < both[1]}
    if bars(drawn(), hatched=True) != right:
        pytest.fail(
            f"With a hatch there should be bars from and to {right}, and there are "
            f"{bars(drawn(), hatched=True)}. (bar() takes bottom= and hatch=.)",
            pytrace=False,
        )


def test_the_figure_says_what_it_shows() -> None:
    """Both axes have a label, and the undated are told."""
    axes = drawn()
    for which in ("x", "y"):
        if not getattr(axes, f"get_{which}label")():
            pytest.fail(f"The {which} axis has no label.", pytrace=False)
    texts = [axes.get_title(loc=where) for where in ("left", "center", "right")]
    texts += [axes.get_xlabel(), axes.get_ylabel(), *(one.get_text() for one in axes.texts)]
    legend = axes.get_legend()
    texts += [one.get_text() for one in legend.get_texts()] if legend else []
    if not any("26" in text for text in texts):
        pytest.fail("No text says that 26 statements have no date.", pytrace=False)
