"""Runs the examples of the README and the documentation as tests."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

# Exercises have files of the same names and fail by design; tests/test_coursework.py runs them.
collect_ignore_glob = ["docs/coursework/*.py"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS)],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
).pytest()
