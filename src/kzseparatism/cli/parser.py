"""What the command takes: its subcommands, options and help."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import TypeAlias

from kzseparatism.citing import STYLES
from kzseparatism.cli.usage import Parser
from kzseparatism.errors import shortened
from kzseparatism.model.tables import TABLES
from kzseparatism.vocab import ActorKind, CaseStatus, SiteRelation, StageKind, Stance, Vocabulary

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
_COMPANIONS = (("on", "status"), ("relation", "region"), ("members", "by"))
# What an answer can be uncertain about.
_DOUBTS = {"start": "--from", "end": "--to", "region": "--region", "about": "--about"}


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what a line says; a ``UsageError`` if it is not in the command's language."""
    parsed, left = parser().parse_known_args(arguments)
    command: Parser = parsed.parser
    if left:
        command.refuse(left)
    for option, needed in _COMPANIONS:
        if getattr(parsed, option, None) and getattr(parsed, needed, None) is None:
            command.error(f"--{option} goes with --{needed}")
    doubts = [option for name, option in _DOUBTS.items() if hasattr(parsed, name)]
    asked = any(getattr(parsed, name, None) is not None for name in _DOUBTS)
    if getattr(parsed, "match", "possible") == "certain" and not asked:
        command.error(
            f"--match certain goes with {', '.join(doubts[:-1])} or {doubts[-1]}: "
            f"without them nothing in the answer is uncertain"
        )
    return parsed


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
    for name in dict.fromkeys((*_QUESTIONS, *TABLES)):
        _QUESTIONS.get(name, _add_table)(commands, name)
    _add_show(commands)
    _add_timeline(commands)
    _add_house(commands)
    return root


# argparse gives the type of its subcommands no public name.
_Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001


def _command(commands: _Commands, name: str, summary: str, example: str = "") -> Parser:
    command = commands.add_parser(
        name,
        help=summary,
        description=summary[:1].upper() + summary[1:] + ".",
        epilog=f"example:\n  kzseparatism {example}" if example else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(parser=command)
    return command


def _add_cases(commands: _Commands, name: str) -> None:
    command = _command(
        commands,
        name,
        "list cases",
        'cases --region "Северо-Казахстанская область" --match certain',
    )
    command.add_argument(
        "--region", metavar="NAME", help="with a site in this region, by name or code"
    )
    command.add_argument(
        "--relation", choices=_words(SiteRelation), help="what the site has to do with the case"
    )
    command.add_argument("--status", choices=_words(CaseStatus), help="with exactly this status")
    command.add_argument("--on", metavar="DATE", help="the status certainly reached by this day")
    command.add_argument("--stage", choices=_words(StageKind), help="look at this stage only")
    command.add_argument(
        "--involving", "--by", metavar="ACTOR", help="in which this actor is named"
    )
    _add_window(command)
    _add_output(command)


def _add_statements(commands: _Commands, name: str) -> None:
    command = _command(
        commands,
        name,
        "list statements in the order of time",
        "statements --from 2014-08 --to 2014-12 --about Kazakhstan",
    )
    command.add_argument("--by", metavar="ACTOR", help="said by, or on behalf of, this actor")
    command.add_argument("--members", action="store_true", help="also by people with a role there")
    command.add_argument(
        "--about", metavar="THING", help="about a case, place, region or statement"
    )
    command.add_argument("--region", metavar="NAME", help="about places in this region")
    command.add_argument("--stance", choices=_words(Stance), help="with this stance")
    command.add_argument("--undated", action="store_true", help="also those without a date, last")
    _add_window(command)
    _add_output(command)


def _add_events(commands: _Commands, name: str) -> None:
    command = _command(commands, name, "list events in the order of time", "events --from 2014")
    command.add_argument("--undated", action="store_true", help="also those without a date, last")
    _add_window(command)
    _add_output(command)


def _add_actors(commands: _Commands, name: str) -> None:
    command = _command(commands, name, "list actors", "actors --kind media_outlet")
    command.add_argument("--kind", choices=_words(ActorKind), help="of this kind")
    command.add_argument("--country", metavar="CODE", help="of this country, such as KZ")
    _add_output(command)


def _add_ledger(commands: _Commands, name: str) -> None:
    command = _command(
        commands,
        name,
        "list every paragraph and the records that cite it",
        "ledger worldcrunch",
    )
    command.add_argument("source", metavar="SOURCE", nargs="?", help="this document only")
    _add_output(command)


def _add_search(commands: _Commands, name: str) -> None:
    summary = "list the records that have these words in a text"
    command = _command(commands, name, summary, "search '\"northern territories\"'")
    command.add_argument("text", metavar="TEXT", help="words; a phrase in quotation marks")
    _add_output(command)


def _add_table(commands: _Commands, name: str) -> None:
    """Add a table that has no questions of its own."""
    command = _command(commands, name, f"list {name}", f"{name} --format csv")
    _add_output(command)


_QUESTIONS: dict[str, Callable[[_Commands, str], None]] = {
    "cases": _add_cases,
    "statements": _add_statements,
    "events": _add_events,
    "actors": _add_actors,
    "ledger": _add_ledger,
    "search": _add_search,
}


def _add_show(commands: _Commands) -> None:
    command = _command(
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
    _add_names(command)
    _add_data(command)


def _add_timeline(commands: _Commands) -> None:
    command = _command(
        commands,
        "timeline",
        "draw the dated statements, events and stages in order",
        "timeline --from 2014",
    )
    _add_window(command)
    _add_output(command)


def _add_house(commands: _Commands) -> None:
    check = _command(commands, "check", "apply every rule to a dataset", "check my-data")
    check.add_argument("directory", metavar="DIR", nargs="?", help="the shipped data if left out")
    form = _command(
        commands, "format", "write data files in their canonical form", "format my-data"
    )
    form.add_argument("directory", metavar="DIR", help="the folder with the data files")
    form.add_argument("--check", action="store_true", help="write nothing; say what would change")
    verify = _command(
        commands, "verify", "compare the dataset with the documents in a folder", "verify articles"
    )
    verify.add_argument(
        "directory", metavar="DIR", help="the folder with the articles, as text files"
    )
    _add_data(verify)
    codebook = _command(
        commands, "codebook", "explain the variables and their values", "codebook stance"
    )
    codebook.add_argument(
        "name", metavar="NAME", nargs="?", help="a variable, record or vocabulary"
    )
    cite = _command(
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
    _add_data(cite)


def _add_window(command: Parser) -> None:
    command.add_argument(
        "--from", dest="start", metavar="DATE", help="not before this day or period"
    )
    command.add_argument("--to", dest="end", metavar="DATE", help="not after this day or period")
    command.add_argument(
        "--match",
        choices=("possible", "certain"),
        default="possible",
        help="what may fit (the default), or only what certainly does; where nothing is asked "
        "that can be uncertain, certain is refused",
    )


def _add_output(command: Parser) -> None:
    command.add_argument(
        "--format", choices=("table", "json", "csv"), default="table", help="how to print the rows"
    )
    command.add_argument(
        "--columns", metavar="LIST", help="these columns of JSON and CSV, separated by commas"
    )
    command.add_argument("--sort", metavar="COLUMN", help="by this column of JSON and CSV")
    command.add_argument("--limit", metavar="N", type=_number, help="the first N rows")
    _add_names(command)
    _add_data(command)


def _add_names(command: Parser) -> None:
    command.add_argument(
        "--names", action="store_true", help="print names of private persons as well"
    )


def _add_data(command: Parser) -> None:
    command.add_argument("--data", metavar="DIR", help="ask another dataset in the same layout")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise argparse.ArgumentTypeError(f"{shortened(text)} is not a number of rows")
    return int(text)


def _words(vocabulary: type[Vocabulary]) -> tuple[str, ...]:
    return tuple(member.value for member in vocabulary)
