"""The pages of the reference: everything public is on them, with an example, and nothing else."""

from __future__ import annotations

import argparse
import inspect
import re
import shlex
from collections import Counter
from pathlib import Path

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.cli import main
from kzseparatism.cli.parser import parser
from kzseparatism.model.tables import kinds

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
COMMAND = PAGES["command.md"]

_DIRECTIVE = re.compile(r"^\.\. (?:auto\w+|py:\w+):: ([\w.]+)(.*)$", re.MULTILINE)
_EXAMPLES = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_RUN = re.compile(
    r"^```console\n\$ kzseparatism ([^\n]*)\n```\n\n```text\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
# These have names of their own, on pages of their own.
_WITHIN = tuple(f"kzseparatism.{name}." for name in kz._SUBMODULES)


def documented(page: str) -> list[str]:
    """Return the names that a page has a directive for, without those of the modules."""
    names = [name for name, _ in _DIRECTIVE.findall(page)]
    return [name.removeprefix("kzseparatism.") for name in names if not name.startswith(_WITHIN)]


def examples(page: str) -> str:
    """Return the lines of a page that are executed."""
    lines = "".join(_EXAMPLES.findall(page)).splitlines()
    return "\n".join(line for line in lines if line.startswith((">>>", "...")))


def rows(kind: type) -> list[str]:
    """Return the rows of the table of fields that a record should have."""
    # As written: what a field has as its type is another object once a dataset has been read.
    types = {
        name: str(annotation).replace(" | ", " or ")
        for one in kind.__mro__
        for name, annotation in inspect.get_annotations(one).items()
    }
    return [
        f"| `{field.name}` | `{types[field.name]}` | {field.metadata['definition']} |"
        for field in attrs.fields(kind)
    ]


def signature(kind: type) -> str:
    """Return the arguments of a record as the page should have them."""
    arguments = ["*"]
    for argument in inspect.signature(kind).parameters.values():
        default = argument.default
        text = str.__repr__(default) if isinstance(default, str) else repr(default)
        required = default is inspect.Parameter.empty
        arguments.append(argument.name if required else f"{argument.name}={text}")
    return f"({', '.join(arguments)})"


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each subcommand by name."""
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError


SUBCOMMANDS = subcommands()


def options(command: argparse.ArgumentParser) -> set[str]:
    """Return the options that a parser takes, without those for help."""
    strings = {string for action in command._actions for string in action.option_strings}
    return strings - {"-h", "--help"}


def test_every_public_name_is_on_one_page() -> None:
    """Each name of ``__all__`` has one directive on one page, and nothing else has any."""
    counts = Counter(name for page in PAGES.values() for name in documented(page))
    assert counts == Counter(kz.__all__)


@pytest.mark.parametrize("name", kz.__all__)
def test_every_public_name_has_an_example(name: str) -> None:
    """Where a name is documented, an executed example uses it."""
    page = next(page for page in PAGES.values() if name in documented(page))
    assert re.search(rf"\bkz\.{name}\b", examples(page))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_fields_of_a_record(kind: type) -> None:
    """The arguments and the table of fields of a record are those that it has."""
    page = PAGES["records.md"]
    arguments = dict(_DIRECTIVE.findall(page))[f"kzseparatism.{kind.__name__}"]
    assert arguments == signature(kind)
    _, _, after = page.partition(f".. autoclass:: kzseparatism.{kind.__name__}(")
    table = [line for line in after.partition("```python")[0].splitlines() if line[:3] == "| `"]
    assert table == rows(kind)


def test_every_subcommand_has_a_section() -> None:
    """The sections of the command's page are the subcommands of the parser."""
    assert Counter(name for name, _ in _SECTION.findall(COMMAND)) == Counter(list(SUBCOMMANDS))


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_options_of_a_subcommand(name: str) -> None:
    """The table of a subcommand has its options and arguments, and no others."""
    section = dict(_SECTION.findall(COMMAND))[name]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {word for cell in cells for word in re.findall(r"`(--?\w[\w-]*)`", cell)} == options(
        SUBCOMMANDS[name]
    )
    positional = {a.metavar for a in SUBCOMMANDS[name]._actions if not a.option_strings}
    assert {word for cell in cells for word in re.findall(r"`([A-Z]+)`", cell)} == positional


def test_options_of_the_command_itself() -> None:
    """What the command takes without a subcommand is told before the first section."""
    assert all(f"`{option}`" in COMMAND.partition("\n## ")[0] for option in options(parser()))


@pytest.mark.parametrize(("line", "output"), _RUN.findall(COMMAND), ids=lambda text: text[:20])
def test_output_of_the_command(
    line: str,
    output: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """What the page shows under a command is what it prints on 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    code = main([str(tmp_path) if word == "FOLDER" else word for word in shlex.split(line)])
    assert capsys.readouterr().out == output
    assert code == (1 if "FOLDER" in line else 0)
