"""Where to ask about a name that a question doesn't take: what it is, and what takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeAlias

from kzseparatism.errors import (
    AmbiguousNameError,
    InvalidValueError,
    UnknownIdError,
    UnknownNameError,
    WholeCountryError,
    WrongTypeError,
    with_article,
)
from kzseparatism.model import (
    Actor,
    Case,
    Discrepancy,
    Event,
    LedgerRow,
    Place,
    Record,
    Region,
    Source,
    Statement,
)
from kzseparatism.model.families import Entity
from kzseparatism.model.tables import TABLES, holdings
from kzseparatism.model.walk import behind
from kzseparatism.names.actors_places import actor_index
from kzseparatism.names.regions import find_region
from kzseparatism.names.spelling import skeleton
from kzseparatism.vocab import ActorKind, RegionKind

# What a question returns; None for look-up, which returns what a name means.
Asked: TypeAlias = type[Entity] | None
# The kinds of record of which a question takes the name.
Kinds: TypeAlias = tuple[type[Entity], ...]

# Actors that a question may be asked about by mistake, by what it returns, and what to say then.
_CHANNELS = (ActorKind.MEDIA_OUTLET, ActorKind.PLATFORM)
_NO_SUBJECTS = {
    Case: (_CHANNELS, "that none of these cases involves"),
    Statement: (_CHANNELS, "that made none of these statements itself"),
    Actor: ((ActorKind.PERSON,), "and has no members"),
}
_NOUNS = {Case: "defendant or other person in a case", Statement: "speaker", Actor: "organisation"}

# The question that takes a kind of record, by what it returns.
_QUESTIONS: dict[tuple[Asked, type[Entity]], str] = {
    (Case, Actor): "cases_involving",
    (Case, Place): "cases_by_place",
    (Case, Region): "cases_by_region",
    (Statement, Actor): "statements_by",
    (Statement, Place): "statements_about",
    (Statement, Region): "statements_about",
    (Statement, Case): "statements_about",
    (Statement, Statement): "statements_about",
    (Event, Actor): "events_about",
    (Event, Place): "events_about",
    (Event, Region): "events_about",
    (Event, Case): "events_about",
    (Event, Statement): "statements_about",
    (Actor, Actor): "members_of",
    **{(Discrepancy, kind): "discrepancies_about" for kind in TABLES.values()},
    (None, Actor): "find_actor",
    (None, Place): "find_place",
    (None, Region): "find_region",
}

# The question about a country, by what it returns.
_OF_COUNTRIES: dict[Asked, str] = {
    Case: "kz.cases_by_jurisdiction({!r})",
    Actor: "kz.actors_by_country({!r})",
    Statement: "kz.statements_by(kz.actors_by_country({!r}))",
}


def referred(
    error: UnknownNameError | AmbiguousNameError,
    taken: Kinds,
    asked: Asked,
    *known: Iterable[Entity],
) -> UnknownNameError | AmbiguousNameError:
    """Return the error with what its name is instead, and where to ask, if any record has it.

    The name is that of no record of the kinds ``taken``, or a word of the names of several. It is
    looked for in the first of ``known`` that has it. Names that are merely like it are then beside
    the point.
    """
    if isinstance(error, WholeCountryError):
        return error
    if isinstance(error, UnknownNameError) and error.reason:
        return error
    whole = isinstance(error, AmbiguousNameError)
    # What a word of the name leads to is still of use; what looks like it is not.
    candidates = error.candidates if whole else ()
    for records in map(tuple, known):
        for thing in _called(error.name, records, whole=whole):
            if not isinstance(thing, taken):
                reason, remedy = what_is(thing), f"write {way_to(thing, asked)}"
                return UnknownNameError(error.what, error.name, candidates, reason, remedy)
        if asked in _OF_COUNTRIES and error.name in _countries(records):
            remedy = f"write {_OF_COUNTRIES[asked].format(error.name)}"
            reason = f"{error.name} is the code of a country"
            return UnknownNameError(error.what, error.name, (), reason, remedy)
    return error


def identified(
    error: UnknownIdError, what: str, asked: type[Entity], *known: Iterable[Entity]
) -> UnknownIdError:
    """Return the error about an id with the record that its text means, and where to ask.

    A question about documents returns ``Source``: it is told of the documents of an outlet.
    """
    for records in map(tuple, known):
        for thing in _called(str(error.record_id), records, whole=False):
            if isinstance(thing, asked):
                return UnknownIdError(error.record_id, error.nearest, what=what)
            way = _documents_of(thing, records) if asked is Source else way_to(thing, asked)
            return UnknownIdError(error.record_id, (), what_is(thing), f"write {way}", what)
    return UnknownIdError(error.record_id, error.nearest, what=what)


def _documents_of(thing: Entity, records: tuple[Entity, ...]) -> str:
    """Return the code that asks about the documents of an outlet, or those that a record cites."""
    own = [one.id for one in behind(records, Source) if one.outlet == thing.label]
    if own:
        return " or ".join(f"kz.cited_by({source!r})" for source in own)
    return way_to(thing, Record) + (".citations" if isinstance(thing, Record) else "")


def refuse_kind(what: str, value: object, taken: Kinds, asked: Asked) -> None:
    """Raise WrongTypeError for a record of a kind that a question doesn't take."""
    if isinstance(value, Entity) and not isinstance(value, taken):
        noun = " or ".join(kind.__name__ for kind in taken)
        complaint = f"is {with_article(type(value).__name__)} and not {with_article(noun)}"
        raise WrongTypeError(what, value, complaint, f"write {way_to(value, asked)}")


def explain_nothing(name: object, actor: Actor, asked: type[Entity]) -> None:
    """Raise UnknownNameError where nothing was found by a name of a kind that is no such subject.

    Only a name is refused: whoever has the record in hand knows what it is. And only where nothing
    was found: a platform can be prosecuted, and an outlet can speak.
    """
    kinds, because = _NO_SUBJECTS[asked]
    if isinstance(name, str) and actor.kind in kinds:
        reason, remedy = f"{what_is(actor)} {because}", f"write {way_to(actor, asked)}"
        raise UnknownNameError(_NOUNS[asked], name, (), reason, remedy)


def refuse_region(name: str, place: Place, asked: type[Entity]) -> None:
    """Raise UnknownNameError where a place is a whole region and is named as such.

    A place alone is not what lies in it, so that the answer would lack the towns of the region. Its
    id still leads to the place.
    """
    unit = _whole_region(place)
    if unit is not None and name != place.id:
        remedy = f"write {way_to(unit, asked)}"
        raise UnknownNameError("place", name, (), what_is(unit), remedy)


def _whole_region(thing: Entity) -> Region | None:
    """Return the region that a place is; a city that is a region is a place like others."""
    if not isinstance(thing, Place) or len(thing.regions) != 1:
        return None
    (unit,) = thing.regions
    return unit if unit.kind is RegionKind.REGION and unit.name == thing.name else None


def country_named(
    error: InvalidValueError, asked: type[Entity], known: Iterable[Entity]
) -> InvalidValueError:
    """Return the error about a country code, with the code of the country that its text means."""
    text = error.value
    if not isinstance(text, str) or not text.strip():
        return error
    records, remedy = tuple(known), error.remedy
    codes = _countries(records).intersection((text.strip().upper(), skeleton(text).upper()))
    if codes:
        remedy = f"write {codes.pop()!r}"
    else:
        for thing in _called(text, records, whole=False):
            if isinstance(thing, Place):
                remedy = f"{thing.name} is a place of {thing.country}; write {thing.country!r}"
            else:
                remedy = f"{what_is(thing)}; write {way_to(thing, asked)}"
            break
    return InvalidValueError(error.place, text, error.complaint, remedy)


def _countries(known: Iterable[Entity]) -> set[str]:
    return {place.country for place in behind(known, Place)}


def _called(name: str, records: tuple[Entity, ...], *, whole: bool) -> Iterator[Entity]:
    """Yield what a name means among records and those behind them, the likeliest first.

    That is the record of this id; a place of exactly this name; a region; an actor, of whose name a
    word is enough unless the ``whole`` is asked for.
    """
    everything = tuple(dict.fromkeys(behind(records, Entity)))
    yield from (_whole_region(one) or one for one in everything if one.id == name)
    spelt = skeleton(name)
    for place in everything:
        if isinstance(place, Place) and spelt in map(skeleton, (place.name, *place.aliases)):
            yield _whole_region(place) or place
    with suppress(LookupError):
        yield find_region(name, [one for one in everything if isinstance(one, Region)])
    with suppress(LookupError):
        if not whole:
            yield actor_index(one for one in everything if isinstance(one, Actor)).find(name)


def what_is(thing: Entity) -> str:
    """Return in a clause what a record is, with a private person by pseudonym."""
    match thing:
        case Actor():
            called = thing.public_name if thing.named else repr(thing.public_name)
            return f"{called} is {with_article(thing.kind.value.replace('_', ' '))}"
        case Place(regions=()):
            return f"{thing.name} is a place that lies in no region"
        case Place():
            units = " or ".join(unit.name for unit in thing.regions)
            return f"{thing.name} is a place in {units}"
        case Region():
            return f"{thing.name} is a {thing.kind.value}"
        case _:
            noun = "ledger row" if isinstance(thing, LedgerRow) else type(thing).__name__.lower()
            return f"{thing.id!r} is {with_article(noun)}"


def way_to(thing: Entity, asked: Asked) -> str:
    """Return the code that asks about a record what a question asks about others."""
    kind: type = type(thing)
    table = next((name for name, of in TABLES.items() if of is kind), "")
    record = f"kz.{table}[{thing.id!r}]"
    if isinstance(thing, Actor) and thing.kind is ActorKind.PERSON and asked is Actor:
        return f"{record}.roles"
    if isinstance(thing, Actor) and thing.kind in _CHANNELS and asked in (Case, Statement):
        return f"kz.statements.where(outlet={thing.id!r})"
    if (asked, kind) in _QUESTIONS:
        ways = [f"kz.{_QUESTIONS[asked, kind]}({thing.id!r})"]
        if isinstance(thing, Place) and asked in (Case, Statement, Event):
            ways += [f"kz.{_QUESTIONS[asked, Region]}({unit.id!r})" for unit in thing.regions]
        return " or ".join(ways)
    if asked is None or kind is asked:
        return record
    if isinstance(thing, Source):
        return f"kz.cited_by({thing.id!r}).only(kz.{asked.__name__})"
    # A record that links to what is asked for says so itself.
    fields = [name for name, held in holdings(kind).items() if held.kind is asked]
    return f"{record}.{fields[0]}" if fields else record
