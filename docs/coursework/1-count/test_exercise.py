"""Judges exercise.py against the dataset: run ``python -m pytest`` in this folder."""

from functools import partial
from hashlib import sha256
from itertools import product

import exercise
import pytest
from exercise import BORNE_OUT

import kzseparatism as kz
from kzseparatism import laws

ONE_SPEAKER = kz.statements_by("Putin")

# While your work is judged, the library does not give the answer.
NOT_YOURS = partial(pytest.fail.Exception, pytrace=False)
count_by_stance = laws.own_work(exercise.count_by_stance, error=NOT_YOURS)
count_by_year = laws.own_work(exercise.count_by_year, error=NOT_YOURS)

# What is right is not readable here, so that nobody reads it by chance.
RIGHT = "917140cbddb025737b7411f40c01f2e8c37ea61e77fa6bfaafafc680a60cc117"


def test_every_stance_is_in_the_table() -> None:
    """A stance that nobody took is 0, and not missing."""
    for stance in kz.Stance:
        if stance not in count_by_stance(ONE_SPEAKER):
            pytest.fail(
                f"Among the statements of one speaker nobody has the stance {str(stance)!r}: the "
                "table should say 0, and leaves it out.",
                pytrace=False,
            )


def test_stances_are_counted() -> None:
    """The numbers are those of the dataset."""
    counts = count_by_stance(kz.statements)
    for stance in kz.Stance:
        right = len(kz.statements.where(lambda one, wanted=stance: one.stance is wanted))
        if counts.get(stance) != right:
            pytest.fail(
                f"{right} statements have the stance {str(stance)!r}, and the table says "
                f"{counts.get(stance)}.",
                pytrace=False,
            )


def test_years_add_up() -> None:
    """No statement is dropped in silence: the counts add up to the whole."""
    total = sum(count_by_year(kz.statements).values())
    if total != len(kz.statements):
        pytest.fail(
            f"The counts by year add up to {total}, and there are {len(kz.statements)} "
            "statements: where are the others?",
            pytrace=False,
        )


def test_no_year_is_made_up() -> None:
    """A statement that may be of two years is counted under None."""
    between_years = kz.statements.where(lambda one: one.date is not None and one.date.year is None)
    for one in between_years:
        if count_by_year([one]) != {None: 1}:
            pytest.fail(
                f"{one.id} is dated {one.date}, which may be in more than one year: it should be "
                f"counted under None, and is under {list(count_by_year([one]))}.",
                pytrace=False,
            )


def test_years_are_counted() -> None:
    """A year has the statements that were certainly made in it, doubtful dates included."""
    counts = count_by_year(kz.statements)
    for year in {one.date.year for one in kz.statements if one.date and one.date.year}:
        right = len(kz.statements.where(lambda one, y=year: one.date and one.date.year == y))
        if counts.get(year) != right:
            pytest.fail(
                f"{right} statements are of {year}, and the table says {counts.get(year)}.",
                pytrace=False,
            )


def test_sentences() -> None:
    """Each of the six sentences is shown to be true by the dataset, or it is not."""
    every = product([False, True], repeat=6)
    (right,) = (one for one in every if sha256(bytes(one)).hexdigest() == RIGHT)
    wrong = sum(BORNE_OUT.get(number) is not answer for number, answer in enumerate(right, 1))
    if wrong:
        pytest.fail(
            f"{wrong} of the 6 answers in BORNE_OUT {'is' if wrong == 1 else 'are'} not right. Can "
            "these articles show what a sentence says? If they can: count, and do not guess.",
            pytrace=False,
        )
