"""The records that a picture is about: of the right kinds, named or not, and counted in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kzseparatism.errors import WrongTypeError, with_article
from kzseparatism.model.families import Entity, Printable
from kzseparatism.model.tables import TABLES
from kzseparatism.privacy import pseudonymised
from kzseparatism.queries import CasePart, Moment
from kzseparatism.table import Table

_PLURALS: dict[type, str] = {kind: plural for plural, kind in TABLES.items()}


def subjects(records: object, kinds: tuple[type, ...], remedy: str, *, names: bool) -> Table[Any]:
    """Return the records of a picture, each id once, private persons by pseudonym unless named.

    ``kinds`` are those that can be drawn. Anything else is a ``WrongTypeError`` with the remedy.
    """
    if not isinstance(names, bool):
        raise WrongTypeError("names", names, "is neither True nor False")
    if not isinstance(records, Iterable) or isinstance(records, str | bytes):
        raise WrongTypeError("records", records, "is not a list of records", remedy)
    given = tuple(records)
    for record in given:
        if not isinstance(record, kinds):
            # By its id: a record printed in full may print a private name.
            known = record.id if isinstance(record, Entity | CasePart) else record
            kind = with_article(_noun(record))
            raise WrongTypeError("records", known, f"is {kind}, which is not drawn here", remedy)
    return Table(given if names else pseudonymised(given))


def number_of(records: Iterable[object]) -> str:
    """Return how many records there are, and of which kind: "1 case", "12 records" if they mix."""
    given = tuple(records)
    nouns = {_noun(record) for record in given}
    plurals = {_PLURALS.get(type(record), f"{_noun(record)}s") for record in given}
    if len(given) == 1:
        return f"1 {nouns.pop()}"
    return f"{len(given)} {plurals.pop() if len(plurals) == 1 else 'records'}"


def amount(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, such as "1 link" or "3 links"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _noun(record: object) -> str:
    """Return what a record is, in small letters; a part of a case by the part's name."""
    if isinstance(record, Moment):
        return "moment"
    thing = record.part if isinstance(record, CasePart) else record
    if isinstance(thing, Printable):
        return type(thing).__name__.lower()
    return f"value of the type {type(thing).__name__}"
