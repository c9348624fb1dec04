"""Exercise 1: look at the dataset and count honestly. The task stands in README.md."""

from collections import Counter
from collections.abc import Iterable

import kzseparatism as kz


def count_by_stance(statements: Iterable[kz.Statement]) -> dict[str, int]:
    """Return for each of the four stances how many of the statements have it.

    A stance that none of them has is counted as 0: nothing is left out of a table in silence.
    """
    return dict(Counter(str(one.stance) for one in statements))


def count_by_year(statements: Iterable[kz.Statement]) -> dict[int | None, int]:
    """Return for each year how many of the statements were made in it.

    Under None stands how many there are of which no year is certain: those without a date, and
    those whose date may lie in more than one year (``date.year`` is None there).
    """
    years: Counter[int | None] = Counter()
    for one in statements:
        if one.date is not None:
            years[one.date.earliest.year] += 1
    return dict(years)


# Which of the six sentences in README.md does the dataset bear out? True or False for each.
BORNE_OUT = {1: True, 2: True, 3: True, 4: True, 5: True, 6: True}
