"""How the fields of records are made: definitions, converters and checks that stand beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol, TypeAlias, TypeGuard

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, WrongTypeError

_Check: TypeAlias = "Callable[[Any, attrs.Attribute[Any], Any], None]"
DateLike: TypeAlias = "FuzzyDate | date | str"

# Inherited fields come first in attrs; what a reader of the data wants first is id and content.
_LAST = {"id": -1, "citations": 1, "note": 2}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Identified(Protocol):
    """Anything with an id: every record of a table, and a region."""

    @property
    def id(self) -> str:
        """The name by which others refer to it, unique and for life."""
        ...


def is_identified(value: object) -> TypeGuard[Identified]:
    """Tell whether ``value`` is a record with an id."""
    return isinstance(getattr(value, "id", None), str)


def means(definition: str) -> dict[str, str]:
    """Return the metadata by which a field carries its definition into schema and codebook."""
    return {"definition": definition}


def place_of(instance: object, attribute: attrs.Attribute[Any]) -> str:
    """Return the words that say which field of which record an error is about."""
    record_id = getattr(instance, "id", None)
    name = type(instance).__name__
    return f"{name} {record_id!r}: {attribute.name}" if record_id else f"{name}.{attribute.name}"


def linked_by_id(_cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Let a record hash by its id alone, show links as ids, and end with citations and note."""
    has_id = any(field.name == "id" for field in fields)
    return sorted(
        (
            field.evolve(repr=shown_by_id, hash=(field.name == "id") if has_id else None)
            for field in fields
        ),
        key=lambda field: _LAST.get(field.name, 0),
    )


def shown_by_id(value: object) -> str:
    """Return the repr of a value, in which what has an id is shown by that alone."""
    if is_identified(value):
        return value.id
    if isinstance(value, tuple):
        return f"({', '.join(map(shown_by_id, value))})"
    return repr(value)


def several(value: Iterable[Any]) -> tuple[Any, ...]:
    """Return the items of a list as a tuple; a text is no list of its letters."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise WrongTypeError("list", value, "is no list; write it in brackets")
    return tuple(value)


def known_date(value: DateLike) -> FuzzyDate:
    """Return the date that ``value`` stands for."""
    return FuzzyDate.of(value)


def fuzzy(value: DateLike | None) -> FuzzyDate | None:
    """Return the date that ``value`` stands for, or None for None."""
    return None if value is None else FuzzyDate.of(value)


# The checks below have the signature that attrs gives to validators.


def identifier(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold an id to lower-case words joined by single hyphens."""
    line(instance, attribute, value)
    if not is_identifier(value):
        remedy = "is no id; write lower-case letters a-z, digits and single hyphens"
        raise InvalidValueError(place_of(instance, attribute), value, remedy)


def is_identifier(value: str) -> bool:
    """Tell whether a text is made of lower-case words joined by single hyphens."""
    return _ID.fullmatch(value) is not None


def text(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a text to normalised, printable characters without white space around it."""
    if not isinstance(value, str):
        raise WrongTypeError(place_of(instance, attribute), value, "is no text")
    problem = problem_of_text(value)
    if problem:
        raise InvalidValueError(place_of(instance, attribute), value, problem)


def problem_of_text(value: str) -> str:
    """Return what is wrong with the characters of a text, or nothing."""
    if not value.isprintable():
        return "has a character that can't be printed (a line break, perhaps); take it out"
    if value != value.strip():
        return "has white space around it; take it off"
    if not unicodedata.is_normalized("NFC", value):
        return "is not in Unicode normal form C; normalise it"
    return ""


def line(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a text that must not be empty."""
    text(instance, attribute, value)
    if not value:
        raise InvalidValueError(place_of(instance, attribute), value, "must not be empty")


def lines(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold each of several texts, none empty and none twice."""
    for item in value:
        line(instance, attribute, item)
    once(instance, attribute, value)


def once(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a list to naming each thing once."""
    if len(value) > 1 and len(set(value)) < len(value):
        twice = next(item for item in value if value.count(item) > 1)
        shown = twice.id if is_identified(twice) else twice
        remedy = "stands twice; name each once"
        raise InvalidValueError(place_of(instance, attribute), shown, remedy)


def flag(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a truth value, which no 0, 1 or text can stand for."""
    if not isinstance(value, bool):
        raise WrongTypeError(place_of(instance, attribute), value, "is neither True nor False")


def count(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a whole number of one or more."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongTypeError(place_of(instance, attribute), value, "is no whole number")
    if value < 1:
        raise InvalidValueError(place_of(instance, attribute), value, "must be 1 or more")


def country(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold an ISO 3166-1 alpha-2 code: two capital letters."""
    line(instance, attribute, value)
    if not (len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()):
        remedy = "is no country code; write two capital letters, such as KZ (ISO 3166-1 alpha-2)"
        raise InvalidValueError(place_of(instance, attribute), value, remedy)


def is_a(kind: type) -> _Check:
    """Return a check that a value is of ``kind``."""

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            remedy = f"is no {kind.__name__}"
            raise WrongTypeError(place_of(instance, attribute), value, remedy)

    return check


def each(kind: type) -> _Check:
    """Return a check that every item of a list is of ``kind``, and none stands twice."""
    check_one = is_a(kind)

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        for item in value:
            check_one(instance, attribute, item)
        once(instance, attribute, value)

    return check


def some(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a list to at least one item."""
    if not value:
        remedy = "is empty; give at least one"
        raise InvalidValueError(place_of(instance, attribute), value, remedy)


def dated(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold ``date`` and ``date_basis`` together.

    There is no date exactly when the basis is none, and an inferred date carries a qualifier.
    """
    if (instance.date is None) != (value == "none"):
        remedy = "does not fit the date; the basis is 'none' exactly when there is no date"
        raise InvalidValueError(place_of(instance, attribute), value.value, remedy)
    if value == "inferred" and not instance.date.qualifier:
        remedy = "needs a qualified date; put '?' after it"
        raise InvalidValueError(place_of(instance, attribute), str(instance.date), remedy)
