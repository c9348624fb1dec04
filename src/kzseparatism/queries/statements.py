"""Questions about statements. Every answer is in the order of time, the undated last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from kzseparatism.dates import Window
from kzseparatism.errors import WrongTypeError
from kzseparatism.model import Actor, Case, Place, Region, Statement
from kzseparatism.model.fields import DateLike
from kzseparatism.names.regions import lies_in_region
from kzseparatism.queries.actors import belongs_to
from kzseparatism.queries.question import (
    Match,
    WindowMatch,
    between,
    in_order_of_time,
    records_of,
    wants_certainty,
    window_around,
    window_match,
)
from kzseparatism.queries.subject import actors_of, thing_of
from kzseparatism.table import Table, table_of_known


def statements_between(
    start: Window | DateLike | None = None,
    end: DateLike | None = None,
    *,
    match: WindowMatch = "possible",
    undated: bool = False,
    among: Iterable[Statement] | None = None,
) -> Table[Statement]:
    """Return the statements made in a window of days, both ends included.

    A bound is a date, a datetime, EDTF text, a FuzzyDate, or None for an open end; a period
    names all its days. *possible*: the range of the date meets the window. *coded*: it lies inside,
    whether or not it carries a sign of doubt. *certain*: it lies inside and is unqualified.
    Statements without a date are in none, unless ``undated=True`` puts them last. The order is that
    of first possible day, last possible day and id.

    Raises ``InvalidValueError`` (a ``ValueError``) for a reversed or qualified window, an unknown
    ``match``, and ``undated`` with another than "possible"; ``WrongTypeError`` (a ``TypeError``)
    for the rest.
    """
    how = window_match(match)
    window = Window.of(start, end)
    statements = records_of(Statement, among)
    return between(statements, window, how, undated=undated)


def statements_around(
    when: DateLike,
    within: relativedelta | timedelta,
    *,
    match: WindowMatch = "possible",
    among: Iterable[Statement] | None = None,
) -> Table[Statement]:
    """Return the statements made at most ``within`` before or after ``when``.

    *possible*: some day of the statement is that near to some day of ``when``. *coded*: every day
    is that near to every day of ``when``. *certain*: the same, and both are unqualified. ``within``
    counts whole days or more and is not negative.
    """
    how = window_match(match)
    near = window_around(when, within, how)
    statements = records_of(Statement, among)
    return table_of_known((), (Statement,)) if near is None else between(statements, near, how)


def statements_by(
    actor: Actor | str | Iterable[Actor | str],
    *,
    members: bool = False,
    among: Iterable[Statement] | None = None,
) -> Table[Statement]:
    """Return the statements that an actor made, or that were made on its behalf.

    With ``members=True`` also those of people with a current role in it. Several actors may be
    given, such as the defendants of a case: what any of them said comes back. Text is looked up
    among the actors that the statements refer to. The name of an outlet or platform that made none
    of them itself is an ``UnknownNameError`` that says how to ask what was said there.
    """
    if not isinstance(members, bool):
        raise WrongTypeError("members", members, "is neither True nor False")
    statements = records_of(Statement, among)
    given = None if among is None else statements
    actors = actors_of(actor, given, Statement)
    wanted = {one.id for one in actors}
    found = in_order_of_time(
        (
            statement
            for statement in statements
            if any(voice.id in wanted for voice in _voices(statement))
            or (
                members
                and any(belongs_to(one, body) for body in wanted for one in statement.speakers)
            )
        ),
        Statement,
    )
    if not found and len(actors) == 1:
        from kzseparatism.queries.referral import explain_nothing  # noqa: PLC0415 - seldom

        explain_nothing(actor, actors[0], Statement)
    return found


def statements_about(
    thing: Actor | Case | Place | Region | Statement | str,
    *,
    match: Match = "possible",
    among: Iterable[Statement] | None = None,
) -> Table[Statement]:
    """Return the statements about a case, a place, a region or an actor, or answers to a statement.

    A region is spoken of where a place in it is: *possible* and *certain* as for
    ``cases_by_region``; they make no difference to the others. Text is the id of a case or a
    statement, or the name of a place or a region, or else of an actor; text that fits several
    is an ``AmbiguousNameError``.
    """
    certainly = wants_certainty(match)
    statements = records_of(Statement, among)
    about = thing_of(thing, None if among is None else statements)
    return in_order_of_time(
        (statement for statement in statements if _is_about(statement, about, certainly=certainly)),
        Statement,
    )


def _voices(statement: Statement) -> tuple[Actor, ...]:
    body = statement.on_behalf_of
    return statement.speakers if body is None else (*statement.speakers, body)


def _is_about(
    statement: Statement, thing: Actor | Case | Place | Region | Statement, *, certainly: bool
) -> bool:
    if isinstance(thing, Region):
        return lies_in_region(statement.places, thing, certainly=certainly)
    linked = (*statement.cases, *statement.places, *statement.about, *statement.responds_to)
    return any(other.id == thing.id for other in linked)
