"""The project itself: what its files promise about each other."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

import kzseparatism as kz

HERE = Path(__file__).parent
ROOT = HERE.parent


def read(name: str) -> str:
    """Return the text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_ci_runs_the_readmes_test_command() -> None:
    """The very line that the README gives for the tests stands in the CI script, and before all."""
    (command,) = re.findall(r"^python3 -m venv .*pytest$", read("README.md"), re.MULTILINE)
    assert command in read(".ci/run").splitlines()
    assert command in read("CONTRIBUTING.md").splitlines()
    assert "first_lane() {\n  readme && " in read(".ci/run")


def test_no_file_has_a_merge_left_open() -> None:
    """No file of the project has the lines that git puts where two changes meet."""
    marks = ("<" * 7 + " ", ">" * 7 + " ")
    git = shutil.which("git") or pytest.skip("git is not here")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = [name for name in listed.stdout.decode().split("\0") if name]
    if not names:
        pytest.skip("this is no clone of git, and its files are not listed")
    for name in filter(lambda name: (ROOT / name).is_file(), names):
        lines = (ROOT / name).read_bytes().decode("utf-8", "replace").splitlines()
        assert not [line for line in lines if line.startswith(marks)], name


def test_ci_and_the_page_for_contributors_know_every_session() -> None:
    """Each session of noxfile.py is run by the CI script, and is on the page."""
    names = re.findall(r"@nox\.session.*\ndef (\w+)", read("noxfile.py"))
    (waiting,) = re.findall(r"<<'END'\n(.*?)^END$", read(".ci/run"), re.DOTALL | re.MULTILINE)
    assert sorted(waiting.split()) == sorted(names)
    rows = re.findall(r"^\| (`.*`) \| ", read("CONTRIBUTING.md"), re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(rows)) == names


def test_every_test_of_a_room_judges_its_mutants() -> None:
    """Of each room that mutmut changes, all modules of tests are run."""
    settings = tomllib.loads(read("pyproject.toml"))["tool"]["mutmut"]
    rooms = {Path(name).parts[2].removesuffix(".py") for name in settings["only_mutate"]}
    tests = {f"tests/{path.name}" for room in rooms for path in HERE.glob(f"test_{room}*.py")}
    selected = settings["pytest_add_cli_args_test_selection"]
    assert tests <= set(selected)
    assert all((ROOT / name).is_file() for name in selected)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_pages_say_how_long_the_tests_take(page: str) -> None:
    """Below the test command stands how long it takes."""
    _, _, after = read(page).partition(".venv/bin/python -m pytest\n```\n")
    assert after.lstrip().startswith("This takes about two minutes on two cores")


def test_paths_on_the_page_for_contributors_exist() -> None:
    """Files and folders that the page names are there."""
    named = set(
        re.findall(r"`((?:src|tests|docs|\.ci)/[\w./-]+|[A-Z]+\.\w+)`", read("CONTRIBUTING.md"))
    )
    assert len(named) > 15
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_extra_that_the_code_asks_for_is_declared() -> None:
    """What a message says to install is an extra, and installs the package that is missing."""
    declared = tomllib.loads(read("pyproject.toml"))["project"]["optional-dependencies"]
    asked = set()
    for path in (ROOT / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        asked.update(
            re.findall(r'optional\("(\w+)[\w.]*", extra="(\w+)"(?:, package="(.*)")?\)', text)
        )
        asked.update(
            (p, e, "") for e, p in re.findall(r'MissingExtraError\("(\w+)", "(\w+)"', text)
        )
    assert len(asked) > 4
    for module, extra, package in sorted(asked):
        assert (package or module) in [re.split("[><=~]", one)[0] for one in declared[extra]]


def releases() -> list[tuple[str, str]]:
    """Return the versions of the changelog with their days, the newest first."""
    return re.findall(r"^## (\S+) \((.*)\)$", read("CHANGELOG.md"), re.MULTILINE)


def test_changelog_has_dated_releases() -> None:
    """Each section has a version and a day, and tells of data and of code apart."""
    sections = re.split(r"^## ", read("CHANGELOG.md"), flags=re.MULTILINE)[1:]
    assert len(sections) == len(releases())
    for section in sections:
        assert re.findall(r"^### (.*)$", section, re.MULTILINE) == ["Data", "Code"]
    days = [day for _, day in releases()]
    assert all(date.fromisoformat(day) for day in days if day != "unreleased")
    assert "unreleased" not in days[1:]


def test_versions_agree() -> None:
    """The version installed is that of pyproject, and is released or the next in the changelog."""
    project = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert version("kzseparatism") == project
    assert project in [number for number, _ in releases()][:2]


def test_citation_file_agrees_with_changelog_and_data() -> None:
    """CITATION.cff has the last release with its day, and the title and authors of the data."""
    about = kz.load().about
    text = read("CITATION.cff")
    number, day = next(release for release in releases() if release[1] != "unreleased")
    assert f"\nversion: {number}\ndate-released: {day}\n" in text
    assert f'title: "{about.title}"' in text
    assert f"name: {about.authors}" in text


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


def test_modules_stay_small() -> None:
    """No module has more than 300 lines."""
    lengths = {
        str(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "src").rglob("*.py")
    }
    assert {path: length for path, length in lengths.items() if length > 300} == {}


# Tests of what is not a module: the project, its pages and its data.
OF_NO_MODULE = {"coursework", "docs", "figures", "project", "reliability", "shipped"}


def test_tests_are_named_after_what_they_test() -> None:
    """A file of tests begins with the name of a module or a folder of modules."""
    package = ROOT / "src" / "kzseparatism"
    modules = {path.stem.strip("_") for path in package.rglob("*.py")}
    folders = {path.name for path in package.iterdir() if path.is_dir()}
    for path in (ROOT / "tests").glob("test_*.py"):
        first, *rest = path.stem.removeprefix("test_").split("_")
        assert first in modules | folders | OF_NO_MODULE, path.name
        if first == "model":
            assert rest[0] in modules, path.name


def test_mutation_testing_names_files_that_are_there() -> None:
    """What is mutated and the tests that are run for it exist."""
    settings = tomllib.loads(read("pyproject.toml"))["tool"]["mutmut"]
    for pattern in settings["only_mutate"]:
        assert list(ROOT.glob(pattern)), pattern
    for name in settings["pytest_add_cli_args_test_selection"]:
        assert (ROOT / name).is_file(), name


def test_no_article_and_no_address_is_in_the_project() -> None:
    """No lock file with index addresses is tracked, and constraints are plain pins."""
    assert "://" not in read("constraints.txt")
    assert {"uv.lock", "pylock*.toml"} <= set(read(".gitignore").splitlines())
