"""What the command takes: its subcommands, options and help."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib.metadata import version

from kzseparatism.citing import STYLES
from kzseparatism.cli.options import (
    Commands,
    add_data,
    add_fields,
    add_names,
    add_output,
    add_window,
    new_command,
    words,
)
from kzseparatism.cli.usage import Parser
from kzseparatism.model import Actor, Case, Event, Statement
from kzseparatism.model.tables import TABLES
from kzseparatism.vocab import CaseStatus, SiteRelation, StageKind

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
    for name in dict.fromkeys((*_QUESTIONS, *TABLES)):
        _QUESTIONS.get(name, _add_table)(commands, name)
    _add_show(commands)
    _add_timeline(commands)
    _add_counts(commands)
    _add_house(commands)
    return root


def _add_cases(commands: Commands, name: str) -> None:
    command = new_command(
        commands,
        name,
        "list cases",
        'cases --region "Северо-Казахстанская область" --match certain',
    )
    command.add_argument(
        "--region", metavar="NAME", help="with a site in this region, by name or code"
    )
    command.add_argument("--place", metavar="PLACE", help="with a site at this place")
    command.add_argument(
        "--relation", choices=words(SiteRelation), help="what the site has to do with the case"
    )
    command.add_argument("--status", choices=words(CaseStatus), help="with exactly this status")
    command.add_argument("--on", metavar="DATE", help="the status certainly reached by this day")
    command.add_argument("--stage", choices=words(StageKind), help="look at this stage only")
    command.add_argument(
        "--involving", "--by", metavar="ACTOR", help="in which this actor is named"
    )
    command.add_argument("--offence", metavar="WORDS", help="with a charge in these words")
    command.add_argument(
        "--jurisdiction", metavar="CODE", help="dealt with by this country, such as KZ"
    )
    add_fields(command, Case)
    add_window(command)
    add_output(command)


def _add_statements(commands: Commands, name: str) -> None:
    command = new_command(
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
    command.add_argument("--case", metavar="CASE", help="that belong to this case")
    command.add_argument("--outlet", metavar="ACTOR", help="said or published there")
    add_fields(command, Statement)
    command.add_argument("--undated", action="store_true", help="also those without a date, last")
    add_window(command)
    add_output(command)


def _add_events(commands: Commands, name: str) -> None:
    command = new_command(commands, name, "list events in the order of time", "events --from 2014")
    command.add_argument("--about", metavar="THING", help="about a case, place, region or actor")
    command.add_argument("--region", metavar="NAME", help="in this region")
    add_fields(command, Event)
    command.add_argument("--undated", action="store_true", help="also those without a date, last")
    add_window(command)
    add_output(command)


def _add_actors(commands: Commands, name: str) -> None:
    command = new_command(commands, name, "list actors", "actors --kind media_outlet")
    command.add_argument("--country", metavar="CODE", help="of this country, such as KZ")
    command.add_argument("--role", metavar="WORDS", help="with these words in the title of a role")
    command.add_argument("--member-of", metavar="ACTOR", help="people with a current role there")
    add_fields(command, Actor)
    add_output(command)


def _add_ledger(commands: Commands, name: str) -> None:
    command = new_command(
        commands,
        name,
        "list every paragraph and the records that cite it",
        "ledger worldcrunch",
    )
    command.add_argument("source", metavar="SOURCE", nargs="?", help="this document only")
    add_output(command)


def _add_search(commands: Commands, name: str) -> None:
    summary = "list the records that have these words in a text"
    command = new_command(commands, name, summary, "search '\"northern territories\"'")
    command.add_argument("text", metavar="TEXT", help="words; a phrase in quotation marks")
    add_output(command)


def _add_table(commands: Commands, name: str) -> None:
    """Add a table that has no questions of its own."""
    command = new_command(commands, name, f"list {name}", f"{name} --format csv")
    add_fields(command, TABLES[name])
    add_output(command)


_QUESTIONS: dict[str, Callable[[Commands, str], None]] = {
    "cases": _add_cases,
    "statements": _add_statements,
    "events": _add_events,
    "actors": _add_actors,
    "ledger": _add_ledger,
    "search": _add_search,
}


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


def _add_timeline(commands: Commands) -> None:
    command = new_command(
        commands,
        "timeline",
        "draw the dated statements, events and stages in order",
        "timeline --from 2014",
    )
    add_window(command)
    add_output(command)


def _add_counts(commands: Commands) -> None:
    command = new_command(
        commands,
        "counts",
        "count records by year, month, region or a field",
        "counts statements --by year",
    )
    command.add_argument(
        "table",
        metavar="TABLE",
        choices=tuple(TABLES),
        help="what to count: cases, statements, ...",
    )
    command.add_argument(
        "--by",
        metavar="FIELD",
        required=True,
        help="year, month, region, or a field that holds a word or links; cases have no date of "
        "their own: by year and month their stages are counted",
    )
    command.add_argument(
        "--stage", choices=words(StageKind), help="of cases: count the stages of this kind"
    )
    add_output(command, names=False)


def _add_house(commands: Commands) -> None:
    check = new_command(commands, "check", "apply every rule to a dataset", "check my-data")
    check.add_argument("directory", metavar="DIR", nargs="?", help="the shipped data if left out")
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
