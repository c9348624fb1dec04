"""The subcommands that ask the dataset something."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from kzseparatism.cli.options import word_fields
from kzseparatism.cli.session import Session
from kzseparatism.model import Actor, Case, Event, Record, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.tables import TABLES
from kzseparatism.queries.actors import actors_by_country, actors_by_role, cited_by, members_of
from kzseparatism.queries.case_parts import stages
from kzseparatism.queries.cases import (
    cases_between,
    cases_by_jurisdiction,
    cases_by_offence,
    cases_by_place,
    cases_by_region,
    cases_by_status,
    cases_involving,
)
from kzseparatism.queries.counting import counts
from kzseparatism.queries.events import events_about, events_between
from kzseparatism.queries.question import (
    Match,
    WindowMatch,
    in_order_of_id,
    in_order_of_time,
)
from kzseparatism.queries.searching import Hit
from kzseparatism.queries.statements import statements_about, statements_between, statements_by
from kzseparatism.queries.subject import thing_of
from kzseparatism.queries.tally import Count
from kzseparatism.table import Table

_R = TypeVar("_R", bound=Entity)
_D = TypeVar("_D", Statement, Event)


def cases(session: Session, arguments: Namespace) -> int:
    """List the cases that every given option fits."""

    def answer(match: WindowMatch) -> Table[Case]:
        found = in_order_of_id(session.dataset.cases, Case)
        if arguments.region is not None:
            region = session.region(arguments.region, Case)
            found = cases_by_region(
                region, match=_sure(match), relation=arguments.relation, among=found
            )
        if arguments.place is not None:
            place = session.place(arguments.place, Case)
            found = cases_by_place(place, relation=arguments.relation, among=found)
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
            involved = partial(cases_involving, among=session.dataset.cases)
            actor = session.actor(arguments.involving, Case, involved)
            found = cases_involving(actor, among=found)
        if arguments.offence is not None:
            found = cases_by_offence(arguments.offence, among=found)
        if arguments.jurisdiction is not None:
            found = cases_by_jurisdiction(arguments.jurisdiction, among=found)
        return _by_fields(session, arguments, Case, found)

    in_doubt = arguments.region is not None or _has_window(arguments)
    return _print(session, arguments, Case, answer, in_doubt=in_doubt)


def statements(session: Session, arguments: Namespace) -> int:
    """List the statements that every given option fits, in the order of time."""
    things = _things(session, arguments, Statement)

    def answer(match: WindowMatch) -> Table[Statement]:
        found = _in_window(statements_between, session.dataset.statements, arguments, match)
        if arguments.by is not None:
            said = partial(statements_by, among=session.dataset.statements)
            speaker = session.actor(arguments.by, Statement, said)
            found = statements_by(speaker, members=arguments.members, among=found)
        for thing in things:
            found = statements_about(thing, match=_sure(match), among=found)
        if arguments.case is not None:
            found = found.where(cases=session.dataset.cases[arguments.case])
        if arguments.outlet is not None:
            found = found.where(outlet=session.actor(arguments.outlet, Statement))
        return _by_fields(session, arguments, Statement, found)

    in_doubt = bool(things) or _has_window(arguments)
    return _print(session, arguments, Statement, answer, in_doubt=in_doubt)


def events(session: Session, arguments: Namespace) -> int:
    """List the events that every given option fits, in the order of time."""
    things = _things(session, arguments, Event)

    def answer(match: WindowMatch) -> Table[Event]:
        found = _in_window(events_between, session.dataset.events, arguments, match)
        for thing in things:
            found = events_about(thing, match=_sure(match), among=found)
        return _by_fields(session, arguments, Event, found)

    in_doubt = bool(things) or _has_window(arguments)
    return _print(session, arguments, Event, answer, in_doubt=in_doubt)


def found(session: Session, arguments: Namespace) -> int:
    """List the records that have some words in one of their texts, and where."""
    session.print_records(Hit, session.hits(arguments.text))
    return 0


def counted(session: Session, arguments: Namespace) -> int:
    """Count the records of a table in groups; cases by time by way of their stages."""
    records: Sequence[Any] = session.dataset.table_of(TABLES[arguments.table])
    by_time = arguments.by in ("year", "month")
    if arguments.table == "cases" and (by_time or arguments.stage is not None):
        records = stages(arguments.stage, among=session.dataset.cases)
    session.print_records(Count, counts(records, arguments.by))
    return 0


def _things(session: Session, arguments: Namespace, asked: type[Entity]) -> list[Any]:
    """Return what --about and --region mean."""
    things: list[Any] = []
    if arguments.about is not None:
        things.append(thing_of(arguments.about, tuple(session.dataset.coded_records()), asked))
    if arguments.region is not None:
        things.append(session.region(arguments.region, asked))
    return things


def _by_fields(
    session: Session, arguments: Namespace, kind: type[_R], records: Table[_R]
) -> Table[_R]:
    """Return the records with the words that are asked for, and of the document."""
    asked = {name: getattr(arguments, name) for name in word_fields(kind)}
    found = records.where(**{name: word for name, word in asked.items() if word is not None})
    source = getattr(arguments, "source", None)
    if source is None:
        return found
    cited = cited_by(session.dataset.sources[source], among=found.only(Record))
    return cited.only(kind)


def _in_window(
    query: Callable[..., Table[_D]], records: Table[_D], arguments: Namespace, match: WindowMatch
) -> Table[_D]:
    """Ask for a window if there is one; without, every record fits, dated or not."""
    if not _has_window(arguments):
        return in_order_of_time(records, None)
    undated = arguments.undated and match == arguments.match
    return query(arguments.start, arguments.end, match=match, undated=undated, among=records)


def actors(session: Session, arguments: Namespace) -> int:
    """List the actors that every given option fits, by id."""
    found = in_order_of_id(session.dataset.actors, Actor)
    if arguments.country is not None:
        found = actors_by_country(arguments.country, among=found)
    if arguments.role is not None:
        found = actors_by_role(arguments.role, among=found)
    if arguments.member_of is not None:
        members = partial(members_of, among=session.dataset.actors)
        found = members_of(session.actor(arguments.member_of, Actor, members), among=found)
    session.print_records(Actor, _by_fields(session, arguments, Actor, found))
    return 0


def table(session: Session, arguments: Namespace) -> int:
    """List a table of the dataset that has no questions but its fields, by id."""
    kind: type[Any] = TABLES[arguments.command]
    records = Table(sorted(session.dataset.table_of(kind), key=lambda record: record.id))
    session.print_records(kind, _by_fields(session, arguments, kind, records))
    return 0


def _sure(match: WindowMatch) -> Match:
    """Return how surely a place has to fit: only a date can be *coded* in a window."""
    return "certain" if match == "certain" else "possible"


def _has_window(arguments: Namespace) -> bool:
    return arguments.start is not None or arguments.end is not None


def _print(
    session: Session,
    arguments: Namespace,
    kind: type,
    answer: Callable[[WindowMatch], Table[Any]],
    *,
    in_doubt: bool,
) -> int:
    """Print the answer, each row marked possible or certain where a question leaves doubt."""
    certain = answer("certain").ids if in_doubt else None
    session.print_records(kind, answer(arguments.match), certain)
    return 0
