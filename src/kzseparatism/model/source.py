"""Where things are said: a document, a paragraph of it, and its row in the ledger."""

from __future__ import annotations

import re
from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.families import Entity, Printable
from kzseparatism.model.fields import (
    LANGUAGE_TAG,
    as_known_date,
    count,
    identifier,
    is_a,
    language,
    line,
    location,
    means,
    record_fields,
    text,
)
from kzseparatism.vocab import Exclusion

_MOST_PARAGRAPHS = 100_000
_HEX = re.compile(r"[0-9a-f]+")


def _hex_digits(number: int) -> Any:
    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        line(instance, attribute, value)
        if len(value) != number or not _HEX.fullmatch(value):
            complaint = f"is not {number} lower-case hexadecimal digits"
            raise InvalidValueError(location(instance, attribute), value, complaint)

    return check


def _not_endless(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value > _MOST_PARAGRAPHS:
        complaint = "is beyond any article"
        remedy = f"give {_MOST_PARAGRAPHS} at the most"
        raise InvalidValueError(location(instance, attribute), value, complaint, remedy)


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Source(Entity):
    """A coded document."""

    id: str = attrs.field(
        validator=identifier, metadata=means("The name by which citations refer to the document.")
    )
    title: str = attrs.field(
        validator=line, metadata=means("The headline as printed, or the words in its place.")
    )
    outlet: str = attrs.field(validator=line, metadata=means("Who published the document."))
    author: str = attrs.field(
        default="", validator=text, metadata=means("Who is printed as its author, if anybody.")
    )
    published: FuzzyDate = attrs.field(
        converter=as_known_date,
        validator=is_a(FuzzyDate),
        metadata=means("When it was published, as far as known; the note says what is inferred."),
    )
    dateline: str = attrs.field(
        default="", validator=text, metadata=means("The place printed before the first words.")
    )
    language: str = attrs.field(
        validator=language,
        metadata=means(
            "The language it is written in, as a BCP 47 tag.", pattern=f"^{LANGUAGE_TAG}$"
        ),
    )
    url: str | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(line),
        metadata=means("Its address on the web, if known."),
    )
    file_name: str = attrs.field(
        validator=line, metadata=means("The name of the file that was coded.")
    )
    sha256: str = attrs.field(
        validator=_hex_digits(64), metadata=means("The SHA-256 of that file, in hexadecimal.")
    )
    paragraphs: int = attrs.field(
        validator=[count, _not_endless],
        metadata=means("How many lines that are not blank it has."),
    )
    note: str = attrs.field(
        default="",
        validator=text,
        metadata=means("Which of these are printed and which are inferred."),
    )


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Citation(Printable):
    """One paragraph of one document, written ``source#paragraph``."""

    source: Source = attrs.field(validator=is_a(Source), metadata=means("The document."))
    paragraph: int = attrs.field(
        validator=count, metadata=means("The paragraph, counted from 1 in the order of the file.")
    )

    def __hash__(self) -> int:
        return hash((self.source.id, self.paragraph))

    def __str__(self) -> str:
        return f"{self.source.id}#{self.paragraph}"


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class LedgerRow(Entity):
    """What became of one paragraph of a document."""

    _label_field = "opening"

    paragraph: Citation = attrs.field(
        validator=is_a(Citation), metadata=means("The paragraph, as a citation.")
    )
    opening: str = attrs.field(
        validator=line, metadata=means("Its first three words, to recognise it by.")
    )
    digest: str = attrs.field(
        validator=_hex_digits(16),
        metadata=means(
            "The first sixteen hexadecimal digits of the SHA-256 of its normalised text."
        ),
    )
    excluded: Exclusion | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(Exclusion),
        metadata=means("Why no record is based on it; missing if one is."),
    )

    @property
    def id(self) -> str:
        """The citation as text, such as ``worldcrunch#6``."""
        return str(self.paragraph)
