"""Answer 1: look at the dataset and count honestly."""

from collections import Counter
from collections.abc import Iterable

import kzseparatism as kz


def count_by_stance(statements: Iterable[kz.Statement]) -> dict[str, int]:
    """Return for each of the four stances how many of the statements have it."""
    # Begin with the whole vocabulary, and not with what happens to occur: then "nobody" shows
    # as 0, and a reader can tell it from a stance that was forgotten.
    counts = {str(stance): 0 for stance in kz.Stance}
    for one in statements:
        counts[str(one.stance)] += 1
    return counts


def count_by_year(statements: Iterable[kz.Statement]) -> dict[int | None, int]:
    """Return for each year how many of the statements were made in it, and of how many none is."""
    # What can't be placed is counted as well, so that the numbers add up to the whole. To take
    # the earliest year for the year would be to make up a date.
    years: Counter[int | None] = Counter()
    for one in statements:
        years[None if one.date is None else one.date.year] += 1
    return dict(years)


# 1, 4 and 6 are about what these five articles contain, and can be counted. 1 and 4 are so. 6 is
# not: fewer than half of these statements have a quotation (statement.quotes). 2 and 3 are about
# the world, of which the articles are no sample. 5 divides by a number of cases that were never
# collected: a case that came to nothing is less likely to be in an article, and some rows stand
# for many cases.
BORNE_OUT = {1: True, 2: False, 3: False, 4: True, 5: False, 6: False}
