"""The subcommand explorer: the file it writes, what it says, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kzseparatism as kz
import miniature
from kzseparatism.cli import main
from kzseparatism.exploring.document import document

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return what runs the command in an empty folder: its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(("explorer", *arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_without_options_the_shipped_data_are_written(run: Run) -> None:
    """The file is explorer.html, by pseudonym, and its size is said."""
    code, told, complaints = run()
    text = Path("explorer.html").read_text(encoding="utf-8")
    assert text == document(kz.load())
    size = Path("explorer.html").stat().st_size // 1000
    assert told == f"wrote explorer.html ({size} kB): open it in a browser\n"
    assert (code, complaints) == (0, "")


def test_names_and_another_dataset(run: Run) -> None:
    """With --names the page has the names of the private; without, not one of them."""
    Path("data").mkdir()
    dataset = miniature.build(Path("data"))
    assert run("--data", "data", "-o", "with.html", "--names")[0] == 0
    assert Path("with.html").read_text(encoding="utf-8") == document(dataset, names=True)
    assert run("--data", "data", "--output", "without.html")[0] == 0
    assert miniature.PRIVATE_NAME not in Path("without.html").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_kept(run: Run) -> None:
    """A second time is an error, and --force replaces the file."""
    Path("page.html").write_text("old")
    code, told, complaints = run("-o", "page.html")
    assert (code, told) == (2, "")
    assert "'page.html' exists already; choose another name, or" in complaints
    assert Path("page.html").read_text() == "old"
    assert run("-o", "page.html", "--force")[0] == 0
    assert Path("page.html").stat().st_size > 100_000


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("-o", "nowhere/page.html"), "is in a folder that is not there; make it first"),
        (("-o", "."), "is a folder; give the name of a file in it"),
        (("--data", "nowhere"), "there is no such folder"),
        (("--out", "page.html", "--nmaes"), "unknown option: '--nmaes'; did you mean '--names'?"),
    ],
)
def test_what_can_not_be_done(arguments: tuple[str, ...], complaint: str, run: Run) -> None:
    """The error is a line, the code is 2, and nothing is written."""
    code, told, complaints = run(*arguments)
    assert (code, told) == (2, "")
    assert complaint in complaints
    assert list(Path().iterdir()) == []


def test_a_dataset_with_problems_is_shown_all_the_same(run: Run) -> None:
    """Rules that are broken are for ``check`` to tell; the page is made, and a line says so."""
    files = miniature.content()
    files["ledger"] = files["ledger"][1:]
    Path("data").mkdir()
    number = len(kz.check(miniature.build(Path("data"), files)))
    code, told, _ = run("--data", "data", "-o", "page.html")
    assert code == 0
    problems = "a problem" if number == 1 else f"{number} problems"
    assert told.splitlines()[1] == f"the dataset has {problems}: kzseparatism check data"
    assert Path("page.html").stat().st_size > 10_000


def test_data_that_can_not_be_read_give_no_page(run: Run) -> None:
    """A dataset that can't be read is an error as everywhere, and no file is left."""
    files = miniature.content()
    files["cases"][0]["kind"] = "opera"
    Path("data").mkdir()
    miniature.write(Path("data"), files)
    code, told, complaints = run("--data", "data", "-o", "page.html")
    assert (code, told) == (2, "")
    assert "opera" in complaints
    assert not Path("page.html").exists()
