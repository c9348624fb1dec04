"""Runs the examples of the README and the documentation as tests."""

from __future__ import annotations

from doctest import ELLIPSIS
from typing import Any

from hypothesis import Phase, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Exercises have files of the same names and fail by design; tests/test_coursework.py runs them.
collect_ignore_glob = ["docs/coursework/*.py"]

# What a page shows has to come out as printed; whether a law finds every mistake is for the tests
# of the laws. The explain phase takes ten times as long as the search, and no page prints it.
settings.register_profile(
    "documentation",
    max_examples=20,
    deadline=None,
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
_profiles: list[str] = []


def _before(_namespace: dict[str, Any]) -> None:
    """Run the examples of a page with few made-up records each."""
    _profiles.append(settings.get_current_profile_name())
    settings.load_profile("documentation")


def _after(_namespace: dict[str, Any]) -> None:
    """Give the tests their own settings back."""
    settings.load_profile(_profiles.pop())


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=_before,
    teardown=_after,
).pytest()
