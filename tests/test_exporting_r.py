"""The exported files as R reads them, with haven and readr, and the lines of the guide for R."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import exports
import kzseparatism as kz
from kzseparatism.views.spreadsheets import inert

R = shutil.which("Rscript")
HERE = Path(__file__).parent
pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(R is None, reason="R is not here: nox -s formats says what it needs"),
]


def run(script: str | Path, *arguments: str, cwd: Path) -> str:
    """Return what a script of R prints; an error or a warning in it fails the test."""
    done = subprocess.run(
        [str(R), "--vanilla", str(script), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"LC_ALL": "C.UTF-8", "PATH": str(Path(str(R)).parent), "HOME": str(cwd)},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


@pytest.fixture(scope="module", params=["dta", "sav", "csv"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the name of a format, and the rows that R reads in each of its files."""
    name: str = request.param
    folder = tmp_path_factory.mktemp(name)
    for file, content in exports.files_in(exports.exported(name)).items():
        if file.endswith(f".{name}"):
            (folder / file).write_bytes(content)
    run(HERE / "read_in_r.R", str(folder), cwd=folder)
    rows = {}
    for path in folder.glob("*.read"):
        with path.open(encoding="utf-8", newline="") as opened:
            rows[path.name.partition(".")[0]] = list(csv.reader(opened))
    return name, rows


def text_of(value: Any, name: str) -> str:
    """Return a value as the script writes it; CSV has no labels, and formulas are inert there."""
    if isinstance(value, bool):
        return str(value).upper() if name == "csv" else "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, date):
        return value.isoformat()
    text = "" if value is None else str(value)
    return inert(text) if name == "csv" else text


def test_r_reads_every_cell(read: Any) -> None:
    """Words have their labels, days are days, and columns their definitions where there are any."""
    name, rows = read
    assert {relation.name for relation in exports.relations()} == rows.keys()
    for relation in exports.relations():
        header, labels, *cells = rows[relation.name]
        assert tuple(header) == relation.column_names
        for number, (row, values) in enumerate(zip(cells, relation.rows, strict=True)):
            wanted = [text_of(value, name) for value in values]
            assert row == wanted, (relation.name, number)
        for column, label in zip(relation.columns, labels, strict=True):
            assert column.definition.startswith(label.removesuffix("..."))
            assert bool(label) is (name != "csv")


def test_the_lines_of_the_guide_for_r(tmp_path: Path) -> None:
    """They count what the queries count."""
    guide = (HERE.parent / "docs/how-to/statistics.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```text\n(s <- read\.csv.*?)```", guide, re.DOTALL)
    statements = exports.files_in(exports.exported("csv"))["statements.csv"]
    (tmp_path / "statements.csv").write_bytes(statements)
    (tmp_path / "guide.R").write_text(lines, encoding="utf-8")
    certain, possible = (
        len(kz.statements_between("2023", "2023", match=match)) for match in ("certain", "possible")
    )
    assert run("guide.R", cwd=tmp_path).split() == ["[1]", str(possible), "[1]", str(certain)]
