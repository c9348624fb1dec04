"""How well two codings agree: run it to print the tables of the page beside it.

The units come first: which statements and cases both codings have. The variables are compared on
the units that both have, as ``kzseparatism compare`` does: percentage, and Krippendorff's alpha for
nominal data.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from kzseparatism import FuzzyDate
from kzseparatism.workshop import agreement

HERE = Path(__file__).parent
VARIABLES = ("stance", "attribution", "medium", "dispute", "date_basis", "date", "date precision")

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Return the rows of a table of units."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shared(table: list[Row], variable: str) -> list[Row]:
    """Return the units that both codings have."""
    return [row for row in table if row[f"{variable}_1"] and row[f"{variable}_2"]]


def values(table: list[Row], variable: str) -> list[tuple[str, str]]:
    """Return what the first and the second coding say of each shared unit."""
    if variable == "date precision":
        return [(_precision(one), _precision(other)) for one, other in values(table, "date")]
    return [(row[f"{variable}_1"], row[f"{variable}_2"]) for row in shared(table, variable)]


def _precision(date: str) -> str:
    return "none" if date == "none" else FuzzyDate.parse(date).precision


def unit_table() -> Iterator[str]:
    """Yield the lines of the table of units, document by document."""
    yield "| document | in both | first coding only | second coding only | in both, of all |"
    yield "|---|---|---|---|---|"
    table = rows("statements.csv")
    for document in [*dict.fromkeys(row["document"] for row in table), "all"]:
        units = [row for row in table if document in (row["document"], "all")]
        both = len(shared(units, "stance"))
        first = sum(not row["stance_2"] for row in units)
        second = sum(not row["stance_1"] for row in units)
        yield f"| {document} | {both} | {first} | {second} | {100 * both / len(units):.0f} % |"


def variable_table() -> Iterator[str]:
    """Yield the lines of the table of variables."""
    yield "| variable | shared units | agreement | Krippendorff's alpha |"
    yield "|---|---|---|---|"
    table = rows("statements.csv")
    pairs = {variable: values(table, variable) for variable in VARIABLES}
    pairs["case kind"] = values(rows("cases.csv"), "kind")
    pairs["about"] = values(rows("about.csv"), "about")
    for variable, both in pairs.items():
        found = agreement(both)
        alpha = "" if found.alpha is None else f"{found.alpha:.2f}"
        yield f"| {variable} | {found.units} | {found.percentage:.0f} % | {alpha} |"


def links() -> tuple[int, int]:
    """Return how many links from a statement to an actor both codings have, and how many either."""
    both = either = 0
    for one, other in values(rows("about.csv"), "about"):
        first, second = (set(actors.split()) - {"nobody"} for actors in (one, other))
        both += len(first & second)
        either += len(first | second)
    return both, either


def link_line() -> str:
    """Return the line that tells how far the two codings link statements to the same actors."""
    both, either = links()
    percentage = 100 * both / either
    return f"- {both} of the {either} links that either coding has are in both: {percentage:.0f} %."


if __name__ == "__main__":
    print("\n".join([*unit_table(), "", *variable_table(), "", link_line()]))
