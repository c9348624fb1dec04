"""The streams of the command: every encoding, and streams that are closed, full or cut off."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
from command import pseudonymise_once
from kzseparatism.cli import main, streams
from kzseparatism.cli.output import as_table
from miniature import content, write as write_miniature

ENCODINGS = ["cp1251", "cp866", "cp1252", "ascii", "latin-1", "shift_jis", "koi8-r", "utf-16"]
NO_UNICODE = [name for name in ENCODINGS if not name.startswith("utf")]


@pytest.fixture(scope="module", autouse=True)
def _view() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        pseudonymise_once(patch)
        yield


class Terminal(io.BytesIO):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def written(
    patch: pytest.MonkeyPatch, encoding: str, *arguments: str, terminal: bool = False
) -> bytes:
    """Return the bytes that the command writes where standard output has an encoding."""
    raw = Terminal() if terminal else io.BytesIO()
    patch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding, newline=""))
    assert main(arguments) == 0
    return raw.getvalue()


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252:strict", "utf-16", "ascii:surrogateescape"])
def test_data_is_utf_8(encoding: str) -> None:
    """In a pipe JSON and CSV are UTF-8 and have every letter, whatever the environment says."""
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    rows = json.loads(process("actors", "--format", "json", **environment).stdout.decode("utf-8"))
    assert {row["id"]: row["name"] for row in rows} == {
        actor.id: actor.name for actor in kz.load().pseudonymised().actors
    }


@pytest.mark.thorough
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "line",
    [
        "regions --format json",
        "regions --format csv",
        "show KZ-59 --format json",
        "actors --format csv",
        "ledger --format json",
        "cite --style csl-json",
        "cite nlm-article --style bibtex",
        "cite nlm-article --style ris",
    ],
)
def test_every_form_of_data(monkeypatch: pytest.MonkeyPatch, encoding: str, line: str) -> None:
    """What a program reads has the same bytes in every encoding, and these are UTF-8."""
    data = written(monkeypatch, encoding, *line.split())
    assert data == written(monkeypatch, "utf-8", *line.split())
    text = data.decode("utf-8")
    if "csv" in line:
        list(csv.DictReader(io.StringIO(text), strict=True))
    elif "json" in line:
        json.loads(text)


@pytest.mark.parametrize("encoding", NO_UNICODE)
def test_json_on_a_terminal(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """On a terminal JSON is in the letters of the terminal, and means the same."""
    line = ("regions", "--format", "json")
    text = written(monkeypatch, encoding, *line, terminal=True).decode(encoding)
    assert json.loads(text) == json.loads(written(monkeypatch, "utf-8", *line))


@pytest.mark.parametrize(
    ("encoding", "text", "readable"),
    [
        ("cp1251", "Солтүстік Қазақстан", "Солтустік Казакстан"),
        ("cp866", "Шығыс Өскемен", "Шыгыс Оскемен"),
        ("cp1251", "Baýyrjanuly", "Bayyrjanuly"),
        ("ascii", "Щербаков, Ёлкин, Подъезд", "Shcherbakov, Elkin, Pod'ezd"),
        ("cp1252", "Актау — “так”…", "Aktau — “так”…".replace("так", "tak")),
        ("ascii", "« it’s » – №", "' it's ' - no"),
        ("latin-1", "Ústí nad Labem: Şymkent", "Ústí nad Labem: Shymkent"),
        ("shift_jis", "Žilina", "Zhilina"),
        ("ascii", "e\N{COMBINING ACUTE ACCENT}", "e"),
        ("ascii", "東 \N{GRINNING FACE} €", "? ? ?"),
        ("cp1251", "\ud800\udfff", "??"),
        ("utf-8", "a\udcffb", "a?b"),
    ],
)
def test_what_stands_for_a_letter(
    monkeypatch: pytest.MonkeyPatch, encoding: str, text: str, readable: str
) -> None:
    """A letter that is lacking is replaced by the most like it, and never by an escape."""
    assert text.encode(encoding, streams.replacing(encoding)).decode(encoding) == readable
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))
    assert streams.shown(text) == readable


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(ENCODINGS))
def test_any_text_can_be_written(text: str, encoding: str) -> None:
    """No text fails in any encoding; what the encoding has is left as it is."""
    shown = text.encode(encoding, streams.replacing(encoding)).decode(encoding)
    try:
        expected = text.encode(encoding).decode(encoding)
    except UnicodeEncodeError:
        return
    assert shown == expected


@pytest.mark.parametrize("encoding", NO_UNICODE)
@pytest.mark.parametrize("line", ["show KZ-59", "regions", "actors", "codebook stance", "--help"])
def test_tables_stay_readable(monkeypatch: pytest.MonkeyPatch, encoding: str, line: str) -> None:
    """A table has no escapes in any encoding, and fits the terminal as it does in UTF-8."""
    monkeypatch.setenv("COLUMNS", "90")
    text = written(monkeypatch, encoding, *line.split(), terminal=True).decode(encoding)
    assert "\\" not in text
    assert max(map(len, text.splitlines())) <= 90 + 10 * (line == "--help")


@pytest.mark.parametrize("encoding", NO_UNICODE)
def test_columns_stay_aligned(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """What stands for a letter is measured, be it longer than the letter or shorter."""
    names = ["Щука", "Ж…", "a\N{COMBINING BREVE}b", "Қ", "東", "plain", "Şymkent"]
    rows = [{"name": name, "number": "1", "title": "t"} for name in names]
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding, streams.replacing(encoding))
    monkeypatch.setattr(sys, "stdout", stream)
    print(as_table(rows, 80), flush=True)  # noqa: T201 - it is what is tested
    lines = raw.getvalue().decode(encoding).splitlines()
    assert {line.index("1  ") for line in lines[1:]} == {lines[0].index("NUMBER")}


@pytest.mark.parametrize("encoding", ["ascii", "cp866", "cp1251"])
@pytest.mark.parametrize("command", ["cases", "statements", "regions", "format", "cite"])
def test_help_in_every_encoding(
    monkeypatch: pytest.MonkeyPatch, encoding: str, command: str
) -> None:
    """Help has Cyrillic examples, and fails nowhere."""
    assert b"usage: kzseparatism" in written(monkeypatch, encoding, command, "--help")


@pytest.mark.parametrize(
    ("file", "field"),
    [("statements", "summary"), ("actors", "name"), ("cases", "title"), ("places", "id"),
     ("events", "note")],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_half_a_pair_in_the_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, field: str, encoding: str
) -> None:
    """Half of a surrogate pair in a file is a problem that can be printed, not a crash."""
    write_miniature(tmp_path)
    rows = content()[file]
    rows[0][field] = "half \ud83d of a pair"
    (tmp_path / f"{file}.json").write_text(json.dumps(rows), encoding="ascii")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding))
    assert main(["check", str(tmp_path)]) == 1
    assert f"{file}.json" in raw.getvalue().decode(encoding)


@pytest.mark.parametrize("line", [["show"], ["ledger"], ["cases", "--region"], ["codebook"], []])
def test_half_a_pair_on_the_line(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An argument that is not text in the encoding of the system is an error in one line."""
    assert main([*line, "\udcff"]) == 2
    assert r"'\udcff'" in capsys.readouterr().err.splitlines()[-1]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kzseparatism", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which KZ is the command."""
    environment = {**os.environ, "KZ": f"{sys.executable} -m kzseparatism"}
    environment.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        ["/bin/bash", "-c", line], capture_output=True, check=False, env=environment
    )


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("$KZ cases >&-", b"standard output: is closed"),
        ("$KZ --help >&-", b"standard output: is closed"),
        ("$KZ actors --format json >/dev/full", b"standard output: No space left"),
        ("PYTHONUNBUFFERED=1 $KZ actors --format csv >/dev/full", b"standard output: No space"),
        ("PYTHONUNBUFFERED=1 $KZ --version >/dev/full", b"standard output: No space left"),
        ("$KZ codebook 1</dev/null", b"standard output: Bad file descriptor"),
        ("ulimit -f 1; $KZ statements --format csv >half", b"standard output: File too large"),
    ],
)
def test_output_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, message: bytes
) -> None:
    """Output that is closed, full or cut off half-way is an error in one line."""
    monkeypatch.chdir(tmp_path)
    result = shell(line)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.count(b"\n") == 1
    assert result.stderr.startswith(b"kzseparatism: error: " + message)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$KZ nonsense 2>&-", 2),
        ("$KZ nonsense 2>/dev/full", 2),
        ("$KZ show nobody 2>&-", 2),
        ("$KZ cases >/dev/full 2>/dev/full", 2),
        ("$KZ codebook 2>&- | grep -q stance; exit ${PIPESTATUS[0]}", 0),
    ],
)
def test_errors_that_cannot_be_written(line: str, code: int) -> None:
    """Where there is no standard error, the exit code still tells, and nothing goes elsewhere."""
    result = shell(line)
    assert (result.returncode, result.stdout, result.stderr) == (code, b"", b"")


@pytest.mark.thorough
@pytest.mark.parametrize(
    "line",
    [
        "$KZ statements --format json",
        "PYTHONUNBUFFERED=1 $KZ statements --format json",
        "$KZ ledger",
        "PYTHONUNBUFFERED=1 $KZ codebook",
        "$KZ regions --format csv",
    ],
)
def test_a_closed_pipe_does_no_harm(line: str) -> None:
    """When the reader of the output goes away, the command ends quietly and well."""
    result = shell(f"{line} | head -c 10; exit ${{PIPESTATUS[0]}}")
    assert (result.returncode, len(result.stdout), result.stderr) == (0, 10, b"")


def test_output_has_no_colour_codes() -> None:
    """Nothing that is printed has escape codes, so that pipes and NO_COLOR need no care."""
    assert b"\x1b" not in process("timeline").stdout


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who stops the command sees no traceback, and 130 says why it ended."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kzseparatism.cli.questions.in_order_of_id", interrupt)
    assert main(["cases"]) == 130
