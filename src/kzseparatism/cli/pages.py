"""The subcommands that show one thing, or everything in order."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from kzseparatism.citing import cite
from kzseparatism.cli.chart import chart
from kzseparatism.cli.output import as_list, as_table, terminal_width
from kzseparatism.cli.session import Session
from kzseparatism.codebook import Variable, example, find_variables, variables
from kzseparatism.dates import Window
from kzseparatism.queries.events import timeline
from kzseparatism.queries.matching import falls_in, wants_certainty
from kzseparatism.views.page import described
from kzseparatism.views.plain import plain_record
from kzseparatism.views.row import cells
from kzseparatism.vocab import Vocabulary


def show(session: Session, arguments: Namespace) -> int:
    """Print a record with where each part is said, and what links to it."""
    record = session.named(arguments.id)
    if arguments.format == "json":
        print(json.dumps(plain_record(record), ensure_ascii=False, indent=2))
        return 0
    width = terminal_width()
    print(f"{type(record).__name__} {record.id}\n")
    print(as_list(described(record), width))
    others = session.dataset.linking_to(record)
    if others:
        print("\nlinked to it:\n")
        rows = [
            {"record": type(other).__name__.lower(), "id": other.id, "label": other.label}
            for other in others
        ]
        print(as_table(rows, width))
    return 0


def draw_timeline(session: Session, arguments: Namespace) -> int:
    """Draw the dated statements, events and stages of a window in order."""
    certainly = wants_certainty(arguments.match)
    window = Window.of(arguments.start, arguments.end)
    moments = timeline(among=list(session.dataset.coded_records())).where(
        lambda moment: falls_in(moment.date, window, certainly=certainly)
    )
    if arguments.format == "table":
        print(chart(moments, window, terminal_width()) if moments else "nothing found")
        return 0
    session.print_rows(
        [
            {
                "id": moment.id,
                "date": str(moment.date),
                "kind": moment.kind,
                "record": moment.record.id,
            }
            for moment in moments
        ]
    )
    return 0


def ledger(session: Session, arguments: Namespace) -> int:
    """List the paragraphs of the documents, and the records that rest on each."""
    rows = session.dataset.ledger
    if arguments.source is not None:
        source = session.dataset.sources[arguments.source]
        rows = rows.where(lambda row: row.paragraph.source.id == source.id)
    session.print_rows(
        [
            cells(row)
            | {"cited by": ", ".join(session.dataset.cited_by(*_place(row.paragraph)).ids)}
            for row in rows
        ]
    )
    return 0


def _place(citation: Any) -> tuple[str, int]:
    return citation.source.id, citation.paragraph


def codebook(session: Session, arguments: Namespace) -> int:
    """Explain one variable, the variables of one record, or list them all."""
    if arguments.name is None:
        width = max(len(variable.full_name) for variable in variables())
        for variable in variables():
            print(f"{variable.full_name:<{width}}  {variable.definition}")
        return 0
    found = find_variables(arguments.name)
    print("\n\n".join(_explained(variable, session) for variable in found))
    return 0


def _explained(variable: Variable, session: Session) -> str:
    default = "" if variable.default in (None, ()) else str(variable.default)
    row = {
        "variable": variable.full_name,
        "definition": variable.definition,
        "holds": ("a list of " if variable.many else "") + variable.holds.__name__,
        "required": "yes" if variable.required else "no",
        "if missing": default if not variable.required else "",
        "values": "\n".join(_values(variable.vocabulary)) if variable.vocabulary else "",
        "example": example(variable, session.dataset),
    }
    return as_list(row, terminal_width())


def _values(vocabulary: type[Vocabulary]) -> Iterator[str]:
    for member in vocabulary:
        yield f"{member.value}: {member.definition}"


def print_citation(arguments: Namespace) -> int:
    """Print how to cite the library and its data."""
    print(cite(arguments.style))
    return 0


def welcome(session: Session) -> int:
    """Tell a newcomer in one screen what this is and what to try."""
    counts = {name: len(table) for name, table in session.dataset.tables()}
    print(session.dataset.about.title)
    print(
        f"{counts['cases']} cases, {counts['statements']} statements, {counts['actors']} actors "
        f"and {counts['events']} events from {counts['sources']} published articles;"
    )
    print(f"{counts['discrepancies']} discrepancies are described and none is smoothed over.\n")
    print("Every record says which paragraph it comes from, every date says how much is known,")
    print("every query says whether its answer is certain.\n")
    print("Try:")
    for command in (
        'cases --region "North Kazakhstan"',
        "statements --from 2021-09 --to 2022-08 --match certain",
        "timeline --from 2014-01 --to 2014-12",
        "codebook stance",
        "--help",
    ):
        print(f"  kzseparatism {command}")
    return 0
