"""What ``where(medium="video")`` means: each field's value made ready, and compared.

A value is made ready once for every kind of record that has the field: a word becomes a member of
its vocabulary, a name becomes the record that it leads to. What can't be made ready is an error,
so that a slip never looks like an empty answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import isclass
from operator import attrgetter
from typing import Any, TypeAlias, get_args

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.errors import (
    InvalidValueError,
    KzSeparatismError,
    UnknownIdError,
    UnknownNameError,
    WrongTypeError,
    with_article,
)
from kzseparatism.model import Actor, Citation, Discrepancy, Place, Region, Source
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import is_identified
from kzseparatism.model.tables import TABLES, Holding, askable
from kzseparatism.model.walk import behind
from kzseparatism.names.actors_places import actor_index, place_index
from kzseparatism.names.gazetteer import Gazetteer
from kzseparatism.names.spelling import nearest
from kzseparatism.vocab import Vocabulary

Condition: TypeAlias = Callable[[Any], bool]
# What finds a record of a kind by text, such as ``finder`` makes.
Finder: TypeAlias = Callable[[str], Any]


def condition(
    records: Iterable[Any],
    fields: Mapping[str, object],
    finder_of: Callable[[type], Finder],
) -> Condition:
    """Return what says whether a record fits every field.

    ``finder_of`` gives, for a kind of record, what finds one by its name or id among those that
    the records refer to.
    """
    # No record, no kind: a field that some table has is then as good as another.
    known = tuple(dict.fromkeys(map(type, records)))
    kinds = known or tuple(TABLES.values())
    by_kind: dict[type, list[Condition]] = {kind: [] for kind in kinds}
    for name, value in fields.items():
        having = _having(name, kinds)
        alternatives = _alternatives(value)
        wanted: dict[type, list[Condition]] = {kind: [] for kind in having}
        for one in alternatives:
            for kind, test in _tests(name, one, having, finder_of if known else None):
                wanted[kind].append(test)
        for kind in kinds:
            tests = wanted.get(kind, [])
            many = kind in having and having[kind].many
            by_kind[kind].append(_field_condition(name, tests, many=many))
    if len(kinds) == len(fields) == 1:
        (only,) = by_kind[kinds[0]]
        return only
    return lambda record: all(fits(record) for fits in by_kind[type(record)])


def finder(records: Iterable[Any], kind: type[Any]) -> Finder:
    """Return what finds a record of ``kind`` by id or name among those that records refer to."""
    found: tuple[Any, ...] = tuple(behind(records, kind))
    if kind is Actor:
        return actor_index(found).find
    if kind is Place:
        return place_index(found).find
    if kind is Region:
        return Gazetteer(dict.fromkeys(found)).find
    by_id = {one.id: one for one in found}

    def find(text: str) -> Any:
        if text not in by_id:
            raise UnknownIdError(text, nearest(text, by_id))
        return by_id[text]

    return find


def _having(name: str, kinds: tuple[type, ...]) -> dict[type, Holding]:
    """Return the kinds that have a field, and what each holds in it; one has to."""
    having = {kind: askable(kind)[name] for kind in kinds if name in askable(kind)}
    if not having:
        names = dict.fromkeys(field for kind in kinds for field in askable(kind))
        raise UnknownNameError("field", name, nearest(name, names))
    return having


def _alternatives(value: object) -> tuple[object, ...]:
    """Return the values of which one is enough."""
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
        return tuple(value)
    return (value,)


def _tests(
    name: str,
    value: object,
    having: Mapping[type, Holding],
    finder_of: Callable[[type], Finder] | None,
) -> Iterator[tuple[type, Condition]]:
    """Yield what says whether a value fits, for each kind that can take it; one has to."""
    refused: list[KzSeparatismError] = []
    for kind, holding in having.items():
        try:
            test = _test(name, value, kind, holding, finder_of)
        except KzSeparatismError as error:
            refused.append(error)
        else:
            yield kind, test
    if len(refused) == len(having):
        raise refused[0]


def _field_condition(name: str, tests: list[Condition], *, many: bool) -> Condition:
    if not tests:
        return lambda _: False
    get = attrgetter(name)
    if len(tests) == 1 and not many:
        (test,) = tests
        return lambda record: test(get(record))

    def fits(record: Any) -> bool:
        value = get(record)
        # A list fits by one of its items, and by having none where that is asked for.
        items = value if many and value else (value,)
        return any(test(item) for test in tests for item in items)

    return fits


def _test(
    name: str,
    value: Any,
    kind: type,
    holding: Holding,
    finder_of: Callable[[type], Finder] | None,
) -> Condition:
    """Return what says whether an item of a field is the value that is asked for."""
    held = holding.kind
    if _is_kind(held, Entity):
        wanted = _linked_id(name, value, held, finder_of)
        if wanted is not None:
            return lambda item: is_identified(item) and item.id == wanted
    elif not _is_plain(held):
        complaint = "is asked of a field that holds more than plain values"
        remedy = "write a predicate: where(lambda record: ...)"
        raise InvalidValueError(name, value, complaint, remedy)
    if value is None:
        return lambda item: item is None or item in ("", ())
    if _is_kind(held, Entity):
        return lambda _: False
    if held is Citation:
        paragraph = _paragraph(name, value, finder_of)
        return lambda item: str(item) == paragraph
    if kind is Discrepancy and name == "records" and isinstance(value, Entity):
        value = value.id
    ready = _ready(name, value, held)
    return lambda item: bool(item == ready)


def _is_kind(held: Any, kind: type) -> bool:
    return all(isclass(one) and issubclass(one, kind) for one in get_args(held) or (held,))


def _is_plain(held: Any) -> bool:
    return _is_kind(held, Vocabulary) or held in (str, bool, int, float, FuzzyDate, Term, Citation)


def _linked_id(
    name: str, value: Any, held: Any, finder_of: Callable[[type], Finder] | None
) -> str | None:
    """Return the id of the record that is meant; None if none is, or there is nobody to ask."""
    if value is None:
        return None
    if isinstance(value, str):
        if finder_of is None:
            return None
        found: Any = finder_of(held)(value)
        return str(found.id)
    if not isinstance(value, held):
        noun = " or ".join(with_article(one.__name__) for one in get_args(held) or (held,))
        raise WrongTypeError(name, value, f"is not {noun}", "give the record, its id or its name")
    return str(value.id)


def _paragraph(name: str, value: Any, finder_of: Callable[[type], Finder] | None) -> str:
    """Return a paragraph as ``source#number``; its document is one that the records cite."""
    if isinstance(value, Citation):
        return str(value)
    if not isinstance(value, str):
        raise WrongTypeError(name, value, "is not a Citation", 'write "some-document#6"')
    source, _, number = value.partition("#")
    if not number.isdecimal():
        raise InvalidValueError(name, value, "is not a paragraph", 'write "some-document#6"')
    if finder_of is not None:
        finder_of(Source)(source)
    return f"{source}#{int(number)}"


def _ready(name: str, value: Any, held: Any) -> object:
    """Return a plain value in the type that the field holds."""
    if issubclass(held, Vocabulary):
        return held(value)
    if held in (FuzzyDate, Term):
        try:
            return held.of(value)
        except (InvalidValueError, WrongTypeError) as error:
            raise error.at(name) from None
    if held is bool:
        fits, complaint = isinstance(value, bool), "is neither True nor False"
    elif held is str:
        fits, complaint = isinstance(value, str), "is not text"
    elif held is int:
        fits = isinstance(value, int) and not isinstance(value, bool)
        complaint = "is not a whole number"
    else:
        fits = isinstance(value, int | float) and not isinstance(value, bool)
        complaint = "is not a number"
    if not fits:
        raise WrongTypeError(name, value, complaint)
    return value
