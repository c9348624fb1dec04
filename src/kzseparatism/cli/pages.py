"""The subcommands that show one thing, or everything in order."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from kzseparatism.citing import cite
from kzseparatism.cli.chart import chart
from kzseparatism.cli.listing import Row
from kzseparatism.cli.output import as_list, as_table, terminal_width
from kzseparatism.cli.session import Session
from kzseparatism.codebook import Variable, Word, example, explain, variables, words
from kzseparatism.dates import Window
from kzseparatism.integrity import check
from kzseparatism.model import LedgerRow
from kzseparatism.queries.events import Moment, timeline
from kzseparatism.queries.question import in_window, window_match
from kzseparatism.queries.time_index import TimeIndex
from kzseparatism.views.page import described
from kzseparatism.views.plain import plain_date, plain_record
from kzseparatism.views.row import cells
from kzseparatism.vocab import Stance, Vocabulary

_MOMENT = (
    *("id", "date", "date_earliest", "date_latest", "date_qualifier", "date_basis"),
    *("kind", "record"),
)
_LEDGER = ("id", "source", "paragraph", "opening", "digest", "excluded", "cited_by")


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
    match = window_match(arguments.match)
    window = Window.of(arguments.start, arguments.end)
    dated = timeline(among=list(session.dataset.coded_records()))
    moments = in_window(TimeIndex((one.date, one.id, one) for one in dated), window, match)
    listed = bool(arguments.columns or arguments.sort or arguments.limit is not None)
    if arguments.format == "table" and not listed:
        print(chart(moments, window, terminal_width()) if moments else "nothing found")
        return 0
    rows = [Row(_plain_moment(moment), cells(moment)) for moment in moments]
    session.print_rows(rows, dict.fromkeys(_MOMENT, False))
    return 0


def _plain_moment(moment: Moment) -> dict[str, Any]:
    date = plain_date("date", moment.date)
    values = (moment.id, *date.values(), moment.date.qualifier, moment.basis.value)
    return dict(zip(_MOMENT, (*values, moment.kind, moment.record.id), strict=True))


def ledger(session: Session, arguments: Namespace) -> int:
    """List the paragraphs of the documents, and the records that cite each."""
    rows = session.dataset.ledger
    if arguments.source is not None:
        source = session.dataset.sources[arguments.source]
        rows = rows.where(lambda row: row.paragraph.source.id == source.id)
    session.print_rows([_ledger_row(row, session) for row in rows], dict.fromkeys(_LEDGER, False))
    return 0


def _ledger_row(row: LedgerRow, session: Session) -> Row:
    place = (row.paragraph.source.id, row.paragraph.paragraph)
    cited_by = list(session.dataset.cited_by(*place).ids)
    excluded = row.excluded.value if row.excluded else None
    values = (row.id, *place, row.opening, row.digest, excluded, cited_by)
    plain = dict(zip(_LEDGER, values, strict=True))
    return Row(plain, cells(row) | {"cited by": ", ".join(cited_by)})


def explore(session: Session, arguments: Namespace) -> int:
    """Write the explorer, and say where it is, and whether its dataset breaks any rule."""
    # It brings templates, which no other subcommand needs.
    from kzseparatism.exploring import explorer  # noqa: PLC0415

    path = explorer(session.dataset, arguments.output, names=arguments.names, force=arguments.force)
    print(f"wrote {path} ({path.stat().st_size // 1000} kB): open it in a browser")
    problems = len(check(session.dataset)) if arguments.data else 0
    if problems:
        rules = "a problem" if problems == 1 else f"{problems} problems"
        print(f"the dataset has {rules}: kzseparatism check {arguments.data}")
    return 0


def codebook(session: Session, arguments: Namespace) -> int:
    """Explain a variable, the variables of one record or a word that is shown, or list all."""
    if arguments.name is not None:
        found = explain(arguments.name)
        rows = [_row(entry, session) for entry in found]
        print("\n\n".join(as_list(row, terminal_width()) for row in rows))
        return 0
    entries = [(variable.full_name, variable.definition) for variable in variables()]
    entries += [(f"{word.name} ({word.sort})", word.definition) for word in words()]
    width = max(len(name) for name, _ in entries)
    for name, definition in entries:
        print(f"{name:<{width}}  {definition}")
    return 0


def _row(entry: Variable | Word, session: Session) -> dict[str, str]:
    if isinstance(entry, Word):
        return {"word": entry.name, "sort": entry.sort, "definition": entry.definition}
    default = "" if entry.default in (None, ()) else str(entry.default)
    towards = session.dataset.about.stance_towards if entry.vocabulary is Stance else ""
    return {
        "variable": entry.full_name,
        "definition": entry.definition,
        **({"in this dataset": towards} if towards else {}),
        "holds": ("a list of " if entry.many else "") + entry.holds.__name__,
        "required": "yes" if entry.required else "no",
        "if missing": default if not entry.required else "",
        "values": "\n".join(_values(entry.vocabulary)) if entry.vocabulary else "",
        "example": example(entry, session.dataset) or "none in this dataset (in reserve)",
    }


def _values(vocabulary: type[Vocabulary]) -> Iterator[str]:
    for member in vocabulary:
        reserve = " (in reserve)" if member.in_reserve else ""
        yield f"{member.value}: {member.definition}{reserve}"


def print_citation(session: Session, arguments: Namespace) -> int:
    """Print how to cite the data, or one record, paragraph or article."""
    print(cite(arguments.id, arguments.style, dataset=session.dataset))
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
