"""The subcommands that ask the dataset something."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any, TypeVar

from kzseparatism.cli.session import Session
from kzseparatism.model import Actor, Case, Event, Place, Region, Statement
from kzseparatism.model.tables import TABLES
from kzseparatism.queries.actors import actors_by_country, actors_by_kind
from kzseparatism.queries.cases import (
    cases_between,
    cases_by_region,
    cases_by_status,
    cases_involving,
)
from kzseparatism.queries.events import events_between
from kzseparatism.queries.question import (
    Match,
    in_order_of_id,
    in_order_of_time,
    region_of,
    thing_of,
)
from kzseparatism.queries.searching import Hit
from kzseparatism.queries.statements import statements_about, statements_between, statements_by
from kzseparatism.table import Table
from kzseparatism.vocab import Stance

_D = TypeVar("_D", Statement, Event)


def cases(session: Session, arguments: Namespace) -> int:
    """List the cases that every given option fits."""

    def answer(match: Match) -> Table[Case]:
        found = in_order_of_id(session.dataset.cases)
        if arguments.region is not None:
            found = cases_by_region(
                arguments.region, match=match, relation=arguments.relation, among=found
            )
        if _has_window(arguments):
            found = cases_between(
                arguments.start, arguments.end, stage=arguments.stage, match=match, among=found
            )
        elif arguments.stage is not None:
            # Nobody asked when: a stage without a date is a stage as well.
            found = found.where(lambda case: any(s.kind == arguments.stage for s in case.stages))
        if arguments.status is not None:
            found = cases_by_status(arguments.status, on=arguments.on, among=found)
        if arguments.involving is not None:
            found = cases_involving(session.actor(arguments.involving), among=found)
        return found

    in_doubt = arguments.region is not None or _has_window(arguments)
    return _print(session, arguments, Case, answer, in_doubt=in_doubt)


def statements(session: Session, arguments: Namespace) -> int:
    """List the statements that every given option fits, in the order of time."""
    things: list[Actor | Case | Place | Region | Statement] = []
    if arguments.about is not None:
        things.append(thing_of(arguments.about, tuple(session.dataset.coded_records())))
    if arguments.region is not None:
        things.append(region_of(arguments.region))

    def answer(match: Match) -> Table[Statement]:
        found = _in_window(statements_between, session.dataset.statements, arguments, match)
        if arguments.by is not None:
            speaker = session.actor(arguments.by)
            found = statements_by(speaker, members=arguments.members, among=found)
        for thing in things:
            found = statements_about(thing, match=match, among=found)
        if arguments.stance is not None:
            stance = Stance(arguments.stance)
            found = found.where(lambda statement: statement.stance is stance)
        return found

    in_doubt = bool(things) or _has_window(arguments)
    return _print(session, arguments, Statement, answer, in_doubt=in_doubt)


def events(session: Session, arguments: Namespace) -> int:
    """List the events of a window, in the order of time."""

    def answer(match: Match) -> Table[Event]:
        return _in_window(events_between, session.dataset.events, arguments, match)

    return _print(session, arguments, Event, answer, in_doubt=_has_window(arguments))


def found(session: Session, arguments: Namespace) -> int:
    """List the records that have some words in one of their texts, and where."""
    session.print_records(Hit, session.hits(arguments.text))
    return 0


def _in_window(
    query: Callable[..., Table[_D]], records: Table[_D], arguments: Namespace, match: Match
) -> Table[_D]:
    """Ask for a window if there is one; without, every record fits, dated or not."""
    if not _has_window(arguments):
        return in_order_of_time(records)
    undated = arguments.undated and match == arguments.match
    return query(arguments.start, arguments.end, match=match, undated=undated, among=records)


def actors(session: Session, arguments: Namespace) -> int:
    """List the actors of a kind and a country, by id."""
    found = in_order_of_id(session.dataset.actors)
    if arguments.kind is not None:
        found = actors_by_kind(arguments.kind, among=found)
    if arguments.country is not None:
        found = actors_by_country(arguments.country, among=found)
    session.print_records(Actor, found)
    return 0


def table(session: Session, arguments: Namespace) -> int:
    """List a table of the dataset that has no questions of its own, by id."""
    kind = TABLES[arguments.command]
    records = sorted(session.dataset.table_of(kind), key=lambda record: record.id)
    session.print_records(kind, records)
    return 0


def _has_window(arguments: Namespace) -> bool:
    return arguments.start is not None or arguments.end is not None


def _print(
    session: Session,
    arguments: Namespace,
    kind: type,
    answer: Callable[[Match], Table[Any]],
    *,
    in_doubt: bool,
) -> int:
    """Print the answer, each row marked possible or certain where a question leaves doubt."""
    certain = answer("certain").ids if in_doubt else None
    session.print_records(kind, answer(arguments.match), certain)
    return 0
