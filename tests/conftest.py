"""Settings of all tests: how hard hypothesis looks, and where the documents are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("explore", max_examples=2_000, deadline=None)
# A loaded machine is slow for reasons that are no fault of the code.
settings.register_profile("standard", deadline=None)
# Mutants are many: a few examples for each, always the same.
settings.register_profile(
    "mutation",
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
)
# On other versions of Python and of the dependencies the question is whether anything fails at all.
settings.register_profile("quick", settings.get_profile("standard"), max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "standard"))


@pytest.fixture(scope="session")
def sources() -> Path:
    """Return the folder of the documents, or skip the test and say why."""
    folder = os.environ.get("KZSEPARATISM_SOURCES", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("the documents are not here: KZSEPARATISM_SOURCES names no folder")
    return Path(folder)


def pytest_report_header() -> str:
    """Say whether the tests that need the documents will run."""
    folder = os.environ.get("KZSEPARATISM_SOURCES", "")
    there = bool(folder) and Path(folder).is_dir()
    return f"documents: {'present, compared with the data' if there else 'absent, tests skipped'}"
