"""What records have in common: an identity, citations, a note, and often a date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.model.families import Entity, Part, Printable
from kzseparatism.model.fields import (
    as_date,
    as_tuple,
    basis_fits_date,
    each,
    identifier,
    means,
    not_empty,
    record_fields,
    text,
)
from kzseparatism.model.source import Citation
from kzseparatism.model.walk import parts
from kzseparatism.vocab import DateBasis


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Cited(Printable):
    """What says which paragraphs it comes from: every record, and every part of one."""

    citations: tuple[Citation, ...] = attrs.field(
        converter=as_tuple,
        validator=[not_empty, each(Citation)],
        metadata=means("The paragraphs that say it, at least one."),
    )


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Record(Cited, Entity):
    """A record with citations. Equal by value; hashed by its id; shown with its links as ids."""

    id: str = attrs.field(
        validator=identifier, metadata=means("Unique over all tables; it never changes.")
    )
    note: str = attrs.field(
        default="",
        validator=text,
        metadata=means(
            "Reasons, readings that are still possible, and anything that no field can say."
        ),
    )

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """The citations of the record and of its parts, each once, the record's own first."""
        found = dict.fromkeys(self.citations)
        for part in self.parts():
            found.update(dict.fromkeys(part.citations))
        return tuple(found)

    def parts(self) -> Iterator[Cited]:
        """Yield the parts of the record that have citations of their own, in field order."""
        return (found.value for found in parts(self) if isinstance(found.value, Cited))


# A record and a part lay their fields out differently in memory, so that no one class can give
# both their date. The two classes below are therefore alike; ``Dated`` is either.


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class DatedRecord(Record):
    """A record with a date, the words printed for it, and what it is based on."""

    date: FuzzyDate | None = attrs.field(
        default=None, converter=as_date, metadata=means("When, as far as known.")
    )
    date_text: str = attrs.field(
        default="", validator=text, metadata=means("The words printed for the date.")
    )
    date_basis: DateBasis = attrs.field(
        default=DateBasis.NONE,
        converter=DateBasis,
        validator=basis_fits_date,
        metadata=means("What the date is based on."),
    )


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class DatedPart(Cited, Part):
    """A part with a date, the words printed for it, and what it is based on."""

    date: FuzzyDate | None = attrs.field(
        default=None, converter=as_date, metadata=means("When, as far as known.")
    )
    date_text: str = attrs.field(
        default="", validator=text, metadata=means("The words printed for the date.")
    )
    date_basis: DateBasis = attrs.field(
        default=DateBasis.NONE,
        converter=DateBasis,
        validator=basis_fits_date,
        metadata=means("What the date is based on."),
    )


Dated: TypeAlias = DatedRecord | DatedPart
