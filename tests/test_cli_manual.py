"""The manual page: made of the parser of the command, and shipped as a file.

After a change of the parser, run these tests with UPDATE_GOLDEN=1: the page is written anew.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from argparse_manpage.manpage import Manpage

from kzseparatism.cli.parser import parser

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "man" / "kzseparatism.1"
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINNED = f"argparse-manpage=={version('argparse-manpage')}" in CONSTRAINTS


def subcommands(command: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield the parsers of the subcommands."""
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def optional(command: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the options of a parser."""
    return [action for action in command._actions if action.option_strings]


def made() -> str:
    """Return the page that is made of the parser: short usage, and words below their option."""
    whole = parser()
    for command in subcommands(whole):
        places = []
        for action in command._actions:
            if not action.option_strings:
                name = str(action.metavar)
                places.append(f"[{name}]" if action.nargs == "?" else name)
            elif action.choices:
                action.metavar = action.dest.replace("_", "-").upper()
                action.help = f"{action.help}: {', '.join(action.choices)}"
        has_options = any("--help" not in action.option_strings for action in optional(command))
        places += ["[OPTIONS]"] if has_options else []
        command.usage = " ".join([command.prog, *places])
        command.epilog = None
    summary, whole.epilog = whole.epilog or "", None
    description = "cases, statements and actors about separatism concerning Kazakhstan"
    page = Manpage(whole, _data={"description": description, "manual_title": "User commands"})
    page.date = ""  # the day on which it was made says nothing about it
    _, _, notes = summary.partition("\n\n")
    return f"{page}.SH NOTES\n" + notes.replace("-", r"\-") + "\n"


@pytest.mark.skipif(not PINNED, reason="another version of argparse-manpage writes another page")
def test_the_page_is_that_of_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shipped is what is made of the parser as it is."""
    monkeypatch.setenv("COLUMNS", "80")
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(made(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == made(), "run this test with UPDATE_GOLDEN=1"


def test_the_page_is_shipped() -> None:
    """The wheel has the page where `man` looks for it, beside the command."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"docs/man/kzseparatism.1": "share/man/man1/kzseparatism.1"}


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff")
def test_a_reader_sees_every_option() -> None:
    """What is set of the page has each subcommand and each option, and no warning."""
    shell = ["groff", "-man", "-Tascii", "-P-cbou", "-ww", "-rLL=100n", str(PAGE)]
    result = subprocess.run(shell, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    for command in subcommands(parser()):
        section = result.stdout.partition(f"COMMAND '{command.prog}'")[2].partition("COMMAND '")[0]
        assert section, command.prog
        options = {text for action in command._actions for text in action.option_strings}
        assert options - {"-h", "--help"} <= set(re.findall(r"(?<![\w-])--?\w[\w-]*", section)), (
            command.prog
        )
