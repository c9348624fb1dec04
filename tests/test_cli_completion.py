"""The scripts by which shells complete the command: made of its parser by shtab."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzseparatism.cli import main
from kzseparatism.cli.completion import SHELLS, script
from kzseparatism.cli.parser import parser
from kzseparatism.vocab import Medium


def parsers(command: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a parser and those of its subcommands."""
    yield command
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from parsers(one)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_knows_every_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each subcommand and each option stands in the script that is printed."""
    assert main(["completion", shell]) == 0
    printed = capsys.readouterr().out
    assert printed == script(parser(), shell)
    for command in parsers(parser()):
        name = command.prog.split()[-1]
        options = [text for action in command._actions for text in action.option_strings]
        words = [name, *(text.lstrip("-") if shell == "fish" else text for text in options)]
        assert [word for word in words if word not in printed] == []


def test_without_shtab_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where shtab is not installed, one line says what to install."""
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    said = capsys.readouterr().err
    assert "needs the extra kzseparatism[completion]; install it" in said
    assert said.count("\n") == 1


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["coun"], {"counts"}),
        (["completion", ""], set(SHELLS)),
        (["cases", "--juris"], {"--jurisdiction"}),
        (["statements", "--match", "c"], {"coded", "certain"}),
        (["statements", "--medium", ""], {word.value for word in Medium}),
        (["counts", "state"], {"statements"}),
        (["counts", "cases", "--sta"], {"--stage"}),
    ],
)
def test_bash_completes(words: list[str], expected: set[str], tmp_path: Path) -> None:
    """What bash offers for the last word is what the command takes there."""
    line = ["kzseparatism", *words]
    code = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_shtab_kzseparatism; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = tmp_path / "completion.bash"
    path.write_text(script(parser(), "bash"), encoding="utf-8")
    shell = ["bash", "--noprofile", "--norc", "-c", code, "bash", str(path), *line]
    result = subprocess.run(shell, capture_output=True, text=True, check=True)
    assert set(result.stdout.split()) == expected


def test_an_unknown_shell_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A shell without a script is refused with those that have one."""
    assert main(["completion", "tcsh"]) == 2
    assert "choose from bash, zsh, fish" in capsys.readouterr().err
