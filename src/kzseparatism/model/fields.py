"""How the fields of records are made: definitions, converters and checks that stand beside them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol, TypeAlias, TypeGuard

import attrs

from kzseparatism import _views
from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError, WrongTypeError, shortened, with_article

_Check: TypeAlias = "Callable[[Any, attrs.Attribute[Any], Any], None]"
DateLike: TypeAlias = "FuzzyDate | date | str"

_ENDS = {"id": -1, "citations": 1, "note": 2}
_DATE = ("date", "date_text", "date_basis")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# BCP 47 (RFC 5646, section 2.1): language, script, region, variants, extensions, private use. Its
# other forms are history: each of them has a tag of this form in its place.
LANGUAGE_TAG = (
    "([A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*"
    "(-[xX](-[A-Za-z0-9]{1,8})+)?|[xX](-[A-Za-z0-9]{1,8})+)"
)
_TAG = re.compile(LANGUAGE_TAG)


class Identified(Protocol):
    """Anything with an id: every record of a table, and a region."""

    @property
    def id(self) -> str:
        """The name by which others refer to it, unique and for life."""
        ...


def is_identified(value: object) -> TypeGuard[Identified]:
    """Return whether ``value`` is a record with an id."""
    return isinstance(getattr(value, "id", None), str)


def means(definition: str, pattern: str = "") -> dict[str, str]:
    """Return the metadata by which a field carries its definition into schema and codebook.

    ``pattern`` is for the schema: editors mark text that does not fit. The validator of the field
    is what decides.
    """
    return {"definition": definition} | ({"pattern": pattern} if pattern else {})


def location(instance: object, attribute: attrs.Attribute[Any]) -> str:
    """Return the words that say which field of which record an error is about."""
    record_id = getattr(instance, "id", None)
    name = type(instance).__name__
    if record_id:
        return f"{name} {shortened(record_id)}: {attribute.name}"
    return f"{name}.{attribute.name}"


def record_fields(_cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Arrange the fields of a record, and let each know where it is.

    Inherited fields come first in attrs; a reader of the data wants the id and the content first,
    citations and note last, and what is said about a date beside it. A record shows links as ids.
    An error of a converter names the record and the field.
    """
    names = [field.name for field in fields]

    def place(field: attrs.Attribute[Any]) -> tuple[int, ...]:
        if field.name in _DATE:
            return (0, names.index("date"), _DATE.index(field.name))
        return (_ENDS.get(field.name, 0), names.index(field.name))

    return [_located(field) for field in sorted(fields, key=place)]


def _located(field: attrs.Attribute[Any]) -> attrs.Attribute[Any]:
    if field.repr is repr_by_id:
        return field  # inherited, and made so already
    convert = _with_location(field.converter) if field.converter else None
    return field.evolve(repr=repr_by_id, converter=convert)


def _with_location(convert: Any) -> Any:
    def convert_here(value: Any, instance: Any, field: attrs.Attribute[Any]) -> Any:
        try:
            return convert(value)
        except (InvalidValueError, WrongTypeError) as error:
            raise error.at(location(instance, field)) from None

    return attrs.Converter(convert_here, takes_self=True, takes_field=True)


def repr_by_id(value: object) -> str:
    """Return the repr of a value, in which what has an id is shown by that alone."""
    if is_identified(value):
        return value.id
    if isinstance(value, tuple):
        return f"({', '.join(map(repr_by_id, value))})"
    return repr(value)


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Return the items of a list as a tuple; a text is not a list of its letters."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise WrongTypeError("list", value, "is not a list", "write it in brackets")
    return tuple(value)


class Parts(tuple[Any, ...]):
    """The parts of one sort that a record has: a tuple that a notebook shows as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the parts as an HTML table for notebooks, private persons by pseudonym."""
        text: str = _views.ask("html", "html_parts", self)
        return text


def as_parts(value: Iterable[Any]) -> tuple[Any, ...]:
    """Return the parts in a list as a tuple with a view of its own."""
    return Parts(as_tuple(value))


def as_known_date(value: DateLike) -> FuzzyDate:
    """Return the date that ``value`` stands for."""
    return FuzzyDate.of(value)


def as_date(value: DateLike | None) -> FuzzyDate | None:
    """Return the date that ``value`` stands for, or None for None."""
    return None if value is None else FuzzyDate.of(value)


# The checks below have the signature that attrs gives to validators.


def identifier(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold an id to lower-case words joined by single hyphens."""
    line(instance, attribute, value)
    if not is_identifier(value):
        complaint = "is not an id"
        remedy = "write lower-case letters a-z, digits and single hyphens"
        raise InvalidValueError(location(instance, attribute), value, complaint, remedy)


def is_identifier(value: str) -> bool:
    """Return whether a text is made of lower-case words joined by single hyphens."""
    return _ID.fullmatch(value) is not None


def text(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a text to normalised, printable characters without white space around it."""
    if not isinstance(value, str):
        raise WrongTypeError(location(instance, attribute), value, "is not text")
    problem = problem_of_text(value)
    if problem:
        raise InvalidValueError(location(instance, attribute), value, problem)


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
        raise InvalidValueError(location(instance, attribute), value, "must not be empty")


def lines(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold each of several texts, none empty and none twice."""
    for item in value:
        line(instance, attribute, item)
    once(instance, attribute, value)


def once(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a list to naming each thing once."""
    if len(value) > 1 and len(set(value)) < len(value):
        numbers = Counter(value)
        twice = next(item for item in value if numbers[item] > 1)
        name = twice.id if is_identified(twice) else twice
        where = location(instance, attribute)
        raise InvalidValueError(where, name, "stands twice", "name each once")


def flag(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a truth value, which no 0, 1 or text can stand for."""
    if not isinstance(value, bool):
        raise WrongTypeError(location(instance, attribute), value, "is neither True nor False")


def count(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a whole number of one or more."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongTypeError(location(instance, attribute), value, "is not a whole number")
    if value < 1:
        raise InvalidValueError(location(instance, attribute), value, "must be 1 or more")


def country(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold an ISO 3166-1 alpha-2 code: two capital letters."""
    require_country(location(instance, attribute), value)


def require_country(place: str, value: object) -> None:
    """Refuse anything but an ISO 3166-1 alpha-2 code: two capital letters."""
    if not isinstance(value, str):
        raise WrongTypeError(place, value, "is not text", 'write a country code, such as "KZ"')
    if not (len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()):
        remedy = "write two capital letters, such as KZ (ISO 3166-1 alpha-2)"
        raise InvalidValueError(place, value, "is not a country code", remedy)


def language(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a language tag in the form of BCP 47, such as ``de``, ``kk-Latn`` or ``zh-Hant-TW``.

    Only the form is checked: whether a language has this code is for its speakers to say.
    """
    line(instance, attribute, value)
    if not _TAG.fullmatch(value):
        complaint = "is not a language tag"
        written = value.replace("_", "-")
        example = written if _TAG.fullmatch(written) else "en, kk-Latn or pt-BR"
        remedy = f"write it as BCP 47 has it: {example}"
        raise InvalidValueError(location(instance, attribute), value, complaint, remedy)


def is_a(kind: type) -> _Check:
    """Return a check that a value is of ``kind``."""

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            complaint = f"is not {with_article(kind.__name__)}"
            raise WrongTypeError(location(instance, attribute), value, complaint)

    return check


def each(kind: type) -> _Check:
    """Return a check that every item of a list is of ``kind``, and none stands twice."""
    check_one = is_a(kind)

    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        for item in value:
            check_one(instance, attribute, item)
        once(instance, attribute, value)

    return check


def not_empty(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold a list to at least one item."""
    if not value:
        complaint = "is empty"
        remedy = "give at least one"
        raise InvalidValueError(location(instance, attribute), value, complaint, remedy)


def basis_fits_date(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    """Hold ``date`` and ``date_basis`` together.

    There is no date exactly when the basis is none, and an inferred date carries a qualifier.
    """
    if (instance.date is None) != (value == "none"):
        complaint = "does not fit the date"
        remedy = "the basis is 'none' exactly when there is no date"
        raise InvalidValueError(location(instance, attribute), value.value, complaint, remedy)
    if value == "inferred" and not instance.date.qualifier:
        complaint = "needs a qualified date"
        remedy = "put '?' after it"
        raise InvalidValueError(
            location(instance, attribute), str(instance.date), complaint, remedy
        )
