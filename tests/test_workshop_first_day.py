"""The guide for a coding team: whoever follows it, step by step, gets what it says."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import kzseparatism as kz
from kzseparatism.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "how-to" / "own-dataset.md"
TEMPLATE = Path(__file__).parents[1] / "examples" / "template"
_ARTICLE = re.compile(r"This is `([\w-]+\.txt)`:\n\n```text\n(.*?)```", re.DOTALL)
_STEP = re.compile(
    r"^\*\*(?P<sheet>\w+)\*\*\n\n(?P<table>(?:\|[^\n]*\n)+)"
    r"|^```console\n(?P<lines>(?:\$ kzseparatism [^\n]*\n)+)```\n"
    r"(?:\n```text\n(?P<output>.*?)```)?",
    re.MULTILINE | re.DOTALL,
)


def rows(table: str) -> tuple[list[str], list[list[str]]]:
    """Return the headings and the rows of a table of the page."""
    lines = [[cell.strip() for cell in line[1:-1].split("|")] for line in table.splitlines()]
    return lines[0], lines[2:]


def fill(page: Any, table: str) -> None:
    """Write the rows of a table into a sheet: into the row with that key, or into the next."""
    headings, lines = rows(table)
    letters = {cell.value: cell.column_letter for cell in page[1]}
    key = letters[headings[0]]
    for line in lines:
        keys = [page[f"{key}{number}"].value for number in range(2, page.max_row + 1)]
        # A record may have several parts of one sort: they are told apart by what is told next.
        known = line[0] in keys and not page.title.startswith("region_")
        number = keys.index(line[0]) + 2 if known else len(list(filter(None, keys))) + 2
        for heading, text in zip(headings, line, strict=True):
            page[f"{letters[heading]}{number}"].value = text or None


def steps() -> Iterator[dict[str, str | None]]:
    """Yield the steps of the page: commands with what they print, and rows to write."""
    return (found.groupdict() for found in _STEP.finditer(PAGE.read_text(encoding="utf-8")))


def test_the_guide_can_be_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command is run, each row is written, and each output is that of the page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name, text in _ARTICLE.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    outputs = 0
    for step in steps():
        if step["sheet"]:
            book = load_workbook("book.xlsx")
            fill(book[step["sheet"]], str(step["table"]))
            book.save("book.xlsx")
            continue
        printed = []
        for line in str(step["lines"]).splitlines():
            arguments = shlex.split(line.removeprefix("$ kzseparatism "))
            assert main(arguments) in (0, 1), line
            printed.append(capsys.readouterr().out)
        if step["output"]:
            outputs += 1
            # Of several questions the page shows the first answer, of several checks all.
            expected = [printed[0], "".join(printed)]
            assert step["output"] in expected
    assert outputs == 7
    dataset = kz.read("kg")
    assert kz.check(dataset) == ()
    assert kz.workshop.to_do(dataset) == ()
    assert len(dataset.cases) == 3
    found = kz.cases_by_region("Төмөнкү Нигдея", among=dataset.cases)
    assert found.ids == ("press-secretary",)
    assert Path("kg.html").read_text(encoding="utf-8").count("valley-tv-licence")
    assert main(["compare", "kg", "kg", "--table", "cases"]) == 0
    assert capsys.readouterr().out.endswith("\n0 differences to settle\n")
    assert main(["check", "--finished", "kg"]) == 0


def test_the_template_checks_a_dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a dataset in its folder, the template's own steps and tests pass, without the names."""
    template = Path(shutil.copytree(TEMPLATE, tmp_path / "team"))
    monkeypatch.chdir(template)
    Path("one.txt").write_text("A headline\nA fact.\n", encoding="utf-8")
    details = ("--outlet", "O", "--language", "en", "--published", "2024")
    assert main(["new", "data", "one.txt", *details]) == 0
    private = {"id": "person-1", "kind": "person", "private": True, "citations": ["one#2"]}
    Path("data/actors.json").write_text(json.dumps([private], indent=2) + "\n", encoding="utf-8")
    Path("data/private_names.json").unlink()
    steps = re.findall(r"- run: (.*)", Path(".github/workflows/check.yml").read_text("utf-8"))
    assert len(steps) == 4
    for step in steps[1:]:
        words = shlex.split(step)
        if words[0] == "kzseparatism":
            words = ["python", "-m", *words]
        command = [sys.executable, *words[1:], *["-p", "no:cacheprovider"] * ("pytest" in words)]
        subprocess.run(command, check=True, capture_output=True)
    names = json.loads(Path("data/private_names.json").read_text(encoding="utf-8"))
    assert list(names) == ["person-1"]


def test_the_template_keeps_names_articles_and_workbooks_out() -> None:
    """Its file of what git leaves out names all three, and the page on rules shows each file."""
    ignored = (TEMPLATE / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"data/articles/", "*.xlsx", "data/private_names.json"} <= set(ignored)
    page = (PAGE.parent / "coding-rules.md").read_text(encoding="utf-8")
    for path in ("README.md", "RULES.md", "requirements.txt", ".github/workflows/check.yml"):
        assert (TEMPLATE / path).is_file()
        assert f"\n{path} " in page
