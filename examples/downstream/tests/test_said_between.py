"""Our query, judged by the laws that the library's own query keeps."""

import pytest

from kzseparatism import laws
from yearbook import said_between

WITHOUT = ["coded", "undated"]  # our function has neither this kind of match nor this option


@pytest.mark.parametrize("law", laws.statements_between, ids=str)
def test_said_between(law: laws.Law) -> None:
    """Each law is a test of its own."""
    law(said_between, without=WITHOUT)


def test_all_at_once() -> None:
    """The same in one test, which names everything that is wrong."""
    laws.check(said_between, laws.statements_between, without=WITHOUT, max_examples=20)
