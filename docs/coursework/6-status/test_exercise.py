"""Judges exercise.py by the laws of the library: run ``python -m pytest`` in this folder."""

from collections.abc import Iterator
from functools import partial

import attrs
import exercise
import pytest

import kzseparatism as kz
from kzseparatism import laws

DAYS = ("1999", "2014-05", "2021-12-31", "2023-04-30", "2023-12-01", "2024-12-31")


def questions() -> Iterator[tuple[kz.Case, str, set[str]]]:
    """Yield every case of the dataset on several days, and the paragraphs that are right."""
    for case in kz.cases:
        for day in DAYS:
            status = case.status_on(day)
            if status == "reported":
                citations = case.citations
            else:
                # A stage is a ground if the case would have come as far with this stage alone.
                alone = [(one, attrs.evolve(case, stages=(one,))) for one in case.stages]
                stages = [one for one, only in alone if only.status_on(day) == status]
                citations = tuple(citation for one in stages for citation in one.citations)
            yield case, day, {str(citation) for citation in citations}


# While your work is judged, the library does not give the answer.
NOT_YOURS = partial(pytest.fail.Exception, pytrace=False)
status_on = laws.own_work(exercise.status_on, "Case.status", "Case.status_on", error=NOT_YOURS)
grounds = laws.own_work(
    exercise.grounds, "Case.status", "Case.status_on", questions, error=NOT_YOURS
)


@pytest.mark.parametrize("law", laws.status_on, ids=str)
def test_law(law: laws.Law) -> None:
    """A law holds, or this says which, and shows the smallest example that breaks it."""
    broken = law.broken_by(status_on, max_examples=100)
    if broken is not None:
        pytest.fail(str(broken), pytrace=False)


def test_no_ground_too_many() -> None:
    """Every paragraph given tells of a stage that brought the case to its status by then."""
    for case, day, right in questions():
        found = [str(citation) for citation in grounds(case, day)]
        for citation in found:
            if citation not in right:
                complain(case, day, f"{citation} is no ground for that")
            if found.count(citation) > 1:
                complain(case, day, f"{citation} is given more than once")


def test_no_ground_too_few() -> None:
    """Every paragraph that tells of such a stage is given."""
    for case, day, right in questions():
        found = {str(citation) for citation in grounds(case, day)}
        for citation in sorted(right - found):
            complain(case, day, f"{citation} is a ground for that, and is not given")


def complain(case: kz.Case, day: str, what: str) -> None:
    """Fail with a sentence about a case on a day."""
    status = case.status_on(day)
    pytest.fail(
        f"By the end of {day} the case {case.id} had certainly come to: {status}; {what}.",
        pytrace=False,
    )
