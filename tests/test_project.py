"""The project itself: what its files promise about each other."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import kzseparatism as kz

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_ci_runs_the_readmes_test_command() -> None:
    """The very line that the README gives for the tests stands in the CI script."""
    (command,) = re.findall(r"^python3 -m venv .*pytest$", read("README.md"), re.MULTILINE)
    assert command in read(".ci/run").splitlines()


def test_versions_agree() -> None:
    """The version of the metadata is that of pyproject, CITATION.cff and the changelog."""
    project = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert version("kzseparatism") == project
    assert f"\nversion: {project}\n" in read("CITATION.cff")
    assert project in read("CHANGELOG.md")


def test_citation_file_agrees_with_the_data() -> None:
    """CITATION.cff has the title, the authors and the day that the dataset states."""
    about = kz.load().about
    text = read("CITATION.cff")
    assert f'title: "{about.title}"' in text
    assert f"name: {about.authors}" in text
    assert f"date-released: {about.coded}" in text


def test_facade_is_lazy() -> None:
    """Importing the package imports nothing but the door to hypothesis, which imports nothing."""
    heavy = ("kzseparatism.", "cattr", "attr", "dateutil", "hypothesis")
    code = f"import sys, kzseparatism; print([m for m in sys.modules if m.startswith({heavy})])"
    result = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "['kzseparatism._hypothesis']"


def test_every_public_name_is_there_and_sorted() -> None:
    """``__all__`` is sorted, each name can be had, and ``dir`` lists it."""
    assert kz.__all__ == sorted(kz.__all__)
    for name in kz.__all__:
        assert getattr(kz, name) is not None
        assert name in dir(kz)


def test_public_things_have_docstrings() -> None:
    """Every public class and function says what it is."""
    undocumented = [
        name for name in kz.__all__ if callable(getattr(kz, name)) and not getattr(kz, name).__doc__
    ]
    assert undocumented == []


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that the package does not have is the error that Python gives."""
    with pytest.raises(AttributeError, match="nonsense"):
        kz.nonsense  # noqa: B018


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.name)
def test_modules_stay_small(path: Path) -> None:
    """No module has more than 300 lines."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_article_and_no_address_is_in_the_project() -> None:
    """No lock file with index addresses is tracked, and constraints are plain pins."""
    assert "://" not in read("constraints.txt")
    assert {"uv.lock", "pylock*.toml"} <= set(read(".gitignore").splitlines())
