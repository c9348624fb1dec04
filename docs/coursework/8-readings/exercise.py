"""Exercise 8: read a discrepancy. The task stands in README.md."""

from collections.abc import Iterable

import kzseparatism as kz

# The years of the verdicts on ust-kamenogorsk-video-chat, konaev-video-appeal and
# petropavlovsk-video-chat-september-2021, under each reading that is weighed.
READINGS: set[tuple[int, int, int]] = {(2024, 2024, 2024)}
# The reading that the dataset has.
CODED: tuple[int, int, int] = (2024, 2024, 2024)


def documents(discrepancy: kz.Discrepancy) -> list[str]:
    """Return the ids of the documents that a discrepancy cites, each once, in their order."""
    # Is each there once?
    return [citation.source.id for citation in discrepancy.citations]


def at_odds(case: kz.Case, dataset: kz.Dataset) -> list[kz.Discrepancy]:
    """Return the discrepancies of a dataset that touch a case, in the order of the dataset.

    Those that name the case, a statement about it (``statement.cases``) or an event of it
    (``event.cases``).
    """
    return [one for one in dataset.discrepancies if case.id in one.records]


def least_and_most(readings: Iterable[tuple[int, ...]], year: int) -> tuple[int, int]:
    """Return the smallest and the greatest number of verdicts in a year under some readings."""
    numbers = [years.count(year) for years in readings]
    # One of the two is right.
    return max(numbers), max(numbers)
