"""Answer 8: read a discrepancy."""

from collections.abc import Iterable

import kzseparatism as kz

# "All of 2024 with the year of the third misprinted", "all are of 2023", and "the first two of 2024
# and the third of 2023, as printed".
READINGS: set[tuple[int, int, int]] = {
    (2024, 2024, 2024),
    (2023, 2023, 2023),
    (2024, 2024, 2023),
}
# The reading that the dataset has: each of the three dates carries a question mark.
CODED: tuple[int, int, int] = (2024, 2024, 2023)


def documents(discrepancy: kz.Discrepancy) -> list[str]:
    """Return the ids of the documents that a discrepancy cites, each once, in their order."""
    return list(dict.fromkeys(citation.source.id for citation in discrepancy.citations))


def at_odds(case: kz.Case, dataset: kz.Dataset) -> list[kz.Discrepancy]:
    """Return the discrepancies of a dataset that touch a case, in the order of the dataset."""
    # Who doubts what was said about a case, doubts the case.
    belonging = [*dataset.statements, *dataset.events]
    ids = {case.id, *(one.id for one in belonging if case in one.cases)}
    return [one for one in dataset.discrepancies if not ids.isdisjoint(one.records)]


def least_and_most(readings: Iterable[tuple[int, ...]], year: int) -> tuple[int, int]:
    """Return the smallest and the greatest number of verdicts in a year under some readings."""
    numbers = [years.count(year) for years in readings]
    return min(numbers), max(numbers)
