"""The scripts by which shells complete the command: made of its parser, and shipped as files.

After a change of the parser, run these tests with UPDATE_GOLDEN=1: the scripts are written anew.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import shtab

import kzseparatism.cli.completion
from kzseparatism.cli import main
from kzseparatism.cli.completion import SCRIPTS
from kzseparatism.cli.parser import parser
from kzseparatism.vocab import Medium

FOLDER = Path(kzseparatism.cli.completion.__file__).parent / "shells"

CONSTRAINTS = Path(__file__).parents[1] / "constraints.txt"
PINNED = f"shtab=={shtab.__version__}" in CONSTRAINTS.read_text(encoding="utf-8").splitlines()


def parsers(command: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a parser and those of its subcommands."""
    yield command
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from parsers(one)


def made(shell: str) -> str:
    """Return the script that shtab makes of the parser; folders are completed as folders."""
    whole = parser()
    for command in parsers(whole):
        for action in command._actions:
            if action.metavar == "DIR":
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    lines = shtab.complete(whole, shell).splitlines()
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


@pytest.mark.skipif(not PINNED, reason="another version of shtab writes another script")
@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_is_that_of_the_parser(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is shipped and printed is what is made of the parser as it is."""
    path = FOLDER / SCRIPTS[shell]
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(made(shell), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == made(shell), "run this test with UPDATE_GOLDEN=1"
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == made(shell)
    assert made(shell).isascii()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_knows_every_option(shell: str) -> None:
    """Each subcommand and each option stands in the script."""
    script = (FOLDER / SCRIPTS[shell]).read_text(encoding="utf-8")
    for command in parsers(parser()):
        name = command.prog.split()[-1]
        options = [text for action in command._actions for text in action.option_strings]
        words = [name, *(text.lstrip("-") if shell == "fish" else text for text in options)]
        assert [word for word in words if word not in script] == []


def test_no_other_script_is_shipped() -> None:
    """Each file in the folder is the script of a shell."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(SCRIPTS.values())


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["coun"], {"counts"}),
        (["completion", ""], set(SCRIPTS)),
        (["cases", "--juris"], {"--jurisdiction"}),
        (["statements", "--match", "c"], {"coded", "certain"}),
        (["statements", "--medium", ""], {word.value for word in Medium}),
        (["counts", "state"], {"statements"}),
        (["counts", "cases", "--sta"], {"--stage"}),
    ],
)
def test_bash_completes(words: list[str], expected: set[str]) -> None:
    """What bash offers for the last word is what the command takes there."""
    line = ["kzseparatism", *words]
    code = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_shtab_kzseparatism; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    script = str(FOLDER / SCRIPTS["bash"])
    shell = ["bash", "--noprofile", "--norc", "-c", code, "bash", script, *line]
    result = subprocess.run(shell, capture_output=True, text=True, check=True)
    assert set(result.stdout.split()) == expected


def test_an_unknown_shell_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A shell without a script is refused with those that have one."""
    assert main(["completion", "tcsh"]) == 2
    assert "choose from bash, zsh, fish" in capsys.readouterr().err
