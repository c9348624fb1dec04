"""How many records there are in each year, month, region, or for each word of a field."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import isclass
from typing import Any, get_args

from kzseparatism.errors import InvalidValueError, UnknownNameError, WrongTypeError, with_article
from kzseparatism.model import Actor, Place, Region
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import Identified
from kzseparatism.model.tables import TABLES, Holding, askable
from kzseparatism.model.walk import behind
from kzseparatism.names.regions import placements
from kzseparatism.names.spelling import nearest
from kzseparatism.queries.case_parts import CasePart, places_of
from kzseparatism.queries.periods import PERIODS, by_time
from kzseparatism.queries.tally import Count, Tally
from kzseparatism.table import Table
from kzseparatism.vocab import Vocabulary

# Texts that are codes, and may be counted like words.
_CODES = ("country", "jurisdiction", "language", "kind")
_KINDS = tuple(TABLES.values())


def counts(records: Iterable[Identified], by: str) -> Table[Count]:
    """Return how many records there are in each group, none of them left out.

    ``by`` is "year", "month", "region", or a field that holds words, codes or a truth value, such
    as "stance", "country" or "status", or that links to other records, such as "outlet" or
    "speakers". ``certain`` and ``possible`` are what the queries answer for
    that year, month or region. ``weighted`` shares each record out as one, so that its sum is the
    number of records: a date evenly over its days, several links evenly over them, places evenly
    over the places that lie in a region, and each of them over the regions in which it may lie, as
    coded.

    A date with an open end is possible in every group that it meets, but its weight is in a group
    of its own, "open end". What has no date is in "no date", what lies in no region is in "no
    region", and what has no value is in "no" and the name of the field; these groups are last. Time
    comes in its order, regions by id, words in the order of their vocabulary, and linked records
    with the most frequent first, then by id. Groups without a record are left out.

    Raises ``UnknownNameError`` for a field that no record has, and ``InvalidValueError`` for one
    that holds none of these. A case has several dates: count its stages, as in
    ``counts(kz.stages("conviction"), by="year")``.
    """
    given: object = records
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise WrongTypeError("records", given, "is not a list of records")
    if not isinstance(by, str):
        remedy = 'write "year", "month", "region" or the name of a field'
        raise WrongTypeError("by", by, "is not text", remedy)
    table = records if isinstance(records, Table) else Table(records)
    if by in PERIODS:
        return by_time(table, by)
    return _by_region(table) if by == "region" else _by_word(table, by)


def _by_region(records: Table[Any]) -> Table[Count]:
    groups, named = Tally(), {}
    for record in records:
        # A place may be named twice, and some places lie in no region.
        places = {one.id: one for one in _places_of(record) if one.regions}.values()
        surely: dict[str, bool] = {}
        weights: dict[str, float] = {}
        for place in places:
            for unit in behind(place.regions, Region):
                named[unit.id] = unit.name
            for region, placed in placements(place.regions).items():
                surely[region] = surely.get(region, False) or placed == "certain"
            for unit in place.regions:
                share = 1 / len(places) / len(place.regions)
                weights[unit.id] = weights.get(unit.id, 0) + share
        for region, certain in surely.items():
            groups.add(region, certain=certain, weight=weights.get(region, 0))
        if not places:
            groups.add("no region", certain=True, weight=1)
    return groups.table([*sorted(named.items()), ("no region", "no region")])


def _places_of(record: Any) -> tuple[Place, ...]:
    places = places_of(record)
    if places is None:
        noun = with_article(type(record).__name__)
        raise InvalidValueError("by", "region", f"asks for places, and {noun} has none")
    return places


def _by_word(records: Table[Any], by: str) -> Table[Count]:
    subjects = dict.fromkeys(map(_kinds_of, records)) or {(kind, None): None for kind in _KINDS}
    known = {subject: _fields_of(*subject) for subject in subjects}
    holdings = {subject: fields[by] for subject, fields in known.items() if by in fields}
    if not holdings:
        names = [name for held in known.values() for name in held if _is_word(name, held[name])]
        options = dict.fromkeys([*PERIODS, "region", *names])
        raise UnknownNameError("field", by, nearest(by, options))
    if any(_is_link(held) for held in holdings.values()):
        return _by_link(records, by)
    worded = {subject: held.kind for subject, held in holdings.items() if _is_word(by, held)}
    if not worded:
        complaint = "is a field that holds neither words, codes, a truth value nor links"
        raise InvalidValueError("by", by, complaint)
    groups, missing = Tally(), f"no {by}"
    for record in records:
        word = _word(_value(record, by)) if _kinds_of(record) in worded else ""
        groups.add(word or missing, certain=True, weight=1)
    vocabularies = (kind for kind in worded.values() if issubclass(kind, Vocabulary))
    order = [word.value for vocabulary in dict.fromkeys(vocabularies) for word in vocabulary]
    others = sorted(name for name in groups if name not in order and name != missing)
    return groups.table((name, name) for name in dict.fromkeys((*order, *others, missing)))


def _by_link(records: Table[Any], by: str) -> Table[Count]:
    groups, named, missing = Tally(), {}, f"no {by}"
    for record in records:
        value = _value(record, by)
        items = value if isinstance(value, tuple) else (value,)
        linked = [one for one in items if isinstance(one, Entity)]
        for one in linked:
            named[one.id] = one.public_name if isinstance(one, Actor) else one.label
            groups.add(one.id, certain=True, weight=1 / len(linked))
        if not linked:
            groups.add(missing, certain=True, weight=1)
    most_first = sorted(named, key=lambda group: (-groups.number(group), group))
    return groups.table([*((group, named[group]) for group in most_first), (missing, missing)])


def _kinds_of(record: Any) -> tuple[type, type | None]:
    return type(record), type(record.part) if isinstance(record, CasePart) else None


def _fields_of(kind: type, part: type | None) -> dict[str, Holding]:
    """Return what can be asked of a record; of a part of a case, also what the part says."""
    return {**(askable(part) if part else {}), **askable(kind)}


def _is_word(name: str, holding: Holding) -> bool:
    kind = holding.kind
    plain = isclass(kind) and (issubclass(kind, Vocabulary) or kind is bool)
    return not holding.many and (plain or name in _CODES)


def _is_link(holding: Holding) -> bool:
    return all(
        isclass(kind) and issubclass(kind, Entity)
        for kind in get_args(holding.kind) or (holding.kind,)
    )


def _value(record: Any, by: str) -> Any:
    if isinstance(record, CasePart) and not hasattr(record, by):
        return getattr(record.part, by, None)
    return getattr(record, by, None)


def _word(value: Any) -> str:
    """Return a word, a code or a truth value as text; nothing for no value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")
