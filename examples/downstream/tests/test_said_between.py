"""Our query, judged by the laws that the library's own query keeps."""

import pytest

from kzseparatism import laws
from yearbook import said_between


@pytest.mark.parametrize("law", laws.statements_between, ids=str)
def test_said_between(law: laws.Law) -> None:
    """Each law is a test of its own; our function has no option ``undated``."""
    law(said_between, without=["undated"])


def test_all_at_once() -> None:
    """The same in one test, which names everything that is wrong."""
    laws.check(said_between, laws.statements_between, without=["undated"], max_examples=20)
