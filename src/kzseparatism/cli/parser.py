"""What the command takes: its subcommands, options and help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.metadata import version

from kzseparatism.citing import STYLES
from kzseparatism.cli.coding import add_coding
from kzseparatism.cli.completion import SHELLS
from kzseparatism.cli.lists import add_counts, add_lists, add_timeline
from kzseparatism.cli.options import Commands, add_data, add_names, new_command
from kzseparatism.cli.usage import Parser
from kzseparatism.exporting.formats import FORMATS

DESCRIPTION = """\
Cases, statements and actors about separatism and irredentism concerning Kazakhstan,
coded paragraph by paragraph from published articles."""

EXAMPLES = """\
examples:
  kzseparatism cases --region "North Kazakhstan"
  kzseparatism statements --from 2021-09 --to 2022-08 --match certain
  kzseparatism statements --by Putin
  kzseparatism show putin-no-statehood
  kzseparatism check

Dates are EDTF: 2023-05-30, 2023-05, 2023, 2023-21 (spring); a period names all its days.
A possible match may be right. A certain one is right for every date and place it may have.
Names of private persons are left out unless --names is given."""


# An option that narrows another one down means nothing without it.
_COMPANIONS = {"on": ("status",), "relation": ("region", "place"), "members": ("by",)}
# What an answer can be uncertain about.
_DOUBTS = {"start": "--from", "end": "--to", "region": "--region", "about": "--about"}


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what a line says; a ``UsageError`` if it is not in the command's language."""
    parsed, left = parser().parse_known_args(arguments)
    command: Parser = parsed.parser
    if left:
        command.refuse(left)
    for option, needed in _COMPANIONS.items():
        if getattr(parsed, option, None) and all(getattr(parsed, one) is None for one in needed):
            command.error(f"--{option} goes with {' or '.join(f'--{one}' for one in needed)}")
    _check_match(parsed)
    if parsed.command == "counts" and parsed.stage is not None and parsed.table != "cases":
        command.error("--stage goes with cases")
    return parsed


def _check_match(parsed: argparse.Namespace) -> None:
    """Refuse a match that would change nothing."""
    match = getattr(parsed, "match", "possible")
    asked = [name for name in _DOUBTS if getattr(parsed, name, None) is not None]
    options = [option for name, option in _DOUBTS.items() if hasattr(parsed, name)]
    if match == "certain" and not asked:
        parsed.parser.error(
            f"--match certain goes with {', '.join(options[:-1])} or {options[-1]}: "
            f"without them nothing in the answer is uncertain"
        )
    if match == "coded" and not {"start", "end"} & set(asked):
        parsed.parser.error("--match coded goes with --from or --to: it is about dates")


def parser() -> Parser:
    """Return the parser of the whole command."""
    root = Parser(
        prog="kzseparatism",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.set_defaults(parser=root)
    root.add_argument("--version", action="version", version=f"%(prog)s {version('kzseparatism')}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    add_lists(commands)
    _add_show(commands)
    add_timeline(commands)
    add_counts(commands)
    _add_explorer(commands)
    _add_export(commands)
    _add_house(commands)
    add_coding(commands)
    return root


def _add_show(commands: Commands) -> None:
    command = new_command(
        commands,
        "show",
        "print one record, where each part is said, and what is linked to it",
        "show kokshetau-uprising-1996",
    )
    command.add_argument(
        "id", metavar="ID", help="the id of a record, or the name of an actor or place"
    )
    command.add_argument(
        "--format", choices=("table", "json"), default="table", help="how to print it"
    )
    add_names(command)
    add_data(command)


def _add_explorer(commands: Commands) -> None:
    command = new_command(
        commands,
        "explorer",
        "write the dataset as one page to look at in a browser",
        "explorer -o explorer.html",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default="explorer.html",
        help="the file to write; explorer.html if left out",
    )
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    add_names(command)
    add_data(command)


def _add_export(commands: Commands) -> None:
    command = new_command(
        commands,
        "export",
        "write the dataset as a file for other programs",
        "export separatism.sqlite",
    )
    command.add_argument(
        "target",
        metavar="TARGET",
        help="the file to write; it says the format by its ending: "
        + ", ".join(one.endings[0] for one in FORMATS.values()),
    )
    command.add_argument(
        "--format", dest="form", choices=tuple(FORMATS), help="the format, whatever the ending"
    )
    command.add_argument("--force", action="store_true", help="replace a file that is there")
    add_names(command)
    add_data(command)


def _add_house(commands: Commands) -> None:
    check = new_command(commands, "check", "apply every rule to a dataset", "check my-data")
    check.add_argument("directory", metavar="DIR", nargs="?", help="the shipped data if left out")
    check.add_argument(
        "--finished",
        action="store_true",
        help="hold a dataset that is being coded to the rules of a finished one",
    )
    form = new_command(
        commands, "format", "write data files in their canonical form", "format my-data"
    )
    form.add_argument("directory", metavar="DIR", help="the folder with the data files")
    form.add_argument("--check", action="store_true", help="write nothing; say what would change")
    verify = new_command(
        commands, "verify", "compare the dataset with the documents in a folder", "verify articles"
    )
    verify.add_argument(
        "directory", metavar="DIR", help="the folder with the articles, as text files"
    )
    add_data(verify)
    codebook = new_command(
        commands, "codebook", "explain the variables and their values", "codebook stance"
    )
    codebook.add_argument(
        "name", metavar="NAME", nargs="?", help="a variable, record or vocabulary"
    )
    cite = new_command(
        commands,
        "cite",
        "print how to cite the data, or one thing in it",
        "cite worldcrunch#38 --style bibtex",
    )
    cite.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        help="a record, an article or a paragraph; the data if left out",
    )
    cite.add_argument("--style", choices=STYLES, default="text", help="how to write it")
    add_data(cite)
    completion = new_command(
        commands,
        "completion",
        "print the script by which a shell completes this command",
        "completion bash",
    )
    completion.add_argument("shell", metavar="SHELL", choices=SHELLS, help="bash, zsh or fish")
