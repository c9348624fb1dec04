"""The options of the subcommands that print rows."""

from __future__ import annotations

from collections.abc import Callable

from kzseparatism.cli.options import (
    Commands,
    add_fields,
    add_output,
    add_window,
    new_command,
    words,
)
from kzseparatism.model import Actor, Case, Event, Statement
from kzseparatism.model.tables import TABLES
from kzseparatism.vocab import CaseStatus, SiteRelation, StageKind


def add_lists(commands: Commands) -> None:
    """Add a subcommand for each table, and those that search."""
    for name in dict.fromkeys((*_QUESTIONS, *TABLES)):
        _QUESTIONS.get(name, _add_table)(commands, name)


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


def add_timeline(commands: Commands) -> None:
    """Add the time line."""
    command = new_command(
        commands,
        "timeline",
        "draw the dated statements, events and stages in order",
        "timeline --from 2014",
    )
    add_window(command)
    add_output(command)


def add_counts(commands: Commands) -> None:
    """Add the counts."""
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


_QUESTIONS: dict[str, Callable[[Commands, str], None]] = {
    "cases": _add_cases,
    "statements": _add_statements,
    "events": _add_events,
    "actors": _add_actors,
    "ledger": _add_ledger,
    "search": _add_search,
}
