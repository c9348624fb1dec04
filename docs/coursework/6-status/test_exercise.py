"""Judges exercise.py by the laws of the library: run ``python -m pytest`` in this folder."""

from collections.abc import Iterator

import attrs
import exercise
import pytest
from exercise import grounds, status_on

import kzseparatism as kz
from kzseparatism import laws

DAYS = ("1999", "2014-05", "2021-12-31", "2023-04-30", "2023-12-01", "2024-12-31")


@pytest.fixture(autouse=True)
def own_work() -> Iterator[None]:
    """Keep the library from answering exercise.py: what is judged is your own work."""
    try:
        with laws.own_work(exercise, "Case.status_on", "cases_by_status"):
            yield
    except laws.BorrowedWorkError as borrowed:
        pytest.fail(str(borrowed), pytrace=False)


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


def complain(case: kz.Case, day: str, what: str) -> None:
    """Fail with a sentence about a case on a day."""
    status = case.status_on(day)
    pytest.fail(
        f"By the end of {day} the case {case.id} had certainly come to: {status}; {what}.",
        pytrace=False,
    )
