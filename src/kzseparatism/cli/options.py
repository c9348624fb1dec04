"""The options that several subcommands have."""

from __future__ import annotations

import argparse
from inspect import isclass
from typing import TypeAlias

from kzseparatism.cli.usage import Parser
from kzseparatism.errors import shortened
from kzseparatism.model import Record
from kzseparatism.model.tables import holdings
from kzseparatism.queries.question import WINDOW_MATCHES
from kzseparatism.vocab import Vocabulary

# argparse gives the type of its subcommands no public name.
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001


def new_command(commands: Commands, name: str, summary: str, example: str = "") -> Parser:
    """Add a subcommand with its help, and return its parser."""
    made = commands.add_parser(
        name,
        help=summary,
        description=summary[:1].upper() + summary[1:] + ".",
        epilog=f"example:\n  kzseparatism {example}" if example else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(parser=made)
    return made


def add_window(command: Parser) -> None:
    """Add the window and how surely it is met."""
    command.add_argument(
        "--from", dest="start", metavar="DATE", help="not before this day or period"
    )
    command.add_argument("--to", dest="end", metavar="DATE", help="not after this day or period")
    command.add_argument(
        "--match",
        choices=WINDOW_MATCHES,
        default="possible",
        help="what may fit (the default), what lies in the window as it is coded, or only what "
        "certainly fits; where nothing is asked that can be uncertain, the last two are refused",
    )


def word_fields(kind: type) -> dict[str, type[Vocabulary]]:
    """Return the fields of a kind of record that hold one word, with the vocabulary of each."""
    return {
        name: holding.kind
        for name, holding in holdings(kind).items()
        if isclass(holding.kind) and issubclass(holding.kind, Vocabulary) and not holding.many
    }


def add_fields(command: Parser, kind: type) -> None:
    """Add an option for each field of a kind of record that holds a word, and for its documents."""
    for name, vocabulary in word_fields(kind).items():
        option, noun = name.replace("_", "-"), name.replace("_", " ")
        command.add_argument(f"--{option}", choices=words(vocabulary), help=f"with this {noun}")
    if issubclass(kind, Record):
        command.add_argument("--source", metavar="SOURCE", help="based on this document")


def add_output(command: Parser, *, names: bool = True) -> None:
    """Add what is said about a list; ``names`` where it may show names of private persons."""
    command.add_argument(
        "--format", choices=("table", "json", "csv"), default="table", help="how to print the rows"
    )
    command.add_argument(
        "--columns", metavar="LIST", help="these columns of JSON and CSV, separated by commas"
    )
    command.add_argument("--sort", metavar="COLUMN", help="by this column of JSON and CSV")
    command.add_argument("--limit", metavar="N", type=_number, help="the first N rows")
    if names:
        add_names(command)
    add_data(command)


def add_names(command: Parser) -> None:
    """Add the option that shows names of private persons."""
    command.add_argument(
        "--names", action="store_true", help="print names of private persons as well"
    )


def add_data(command: Parser) -> None:
    """Add the option that asks another dataset."""
    command.add_argument("--data", metavar="DIR", help="ask another dataset in the same layout")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{shortened(text)} is not a number of rows")
    return int(text)


def words(vocabulary: type[Vocabulary]) -> tuple[str, ...]:
    """Return the words of a vocabulary, in its order."""
    return tuple(member.value for member in vocabulary)
