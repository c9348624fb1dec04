"""What every record below the sources has in common: an identity, citations and a note."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kzseparatism.model.fields import (
    each,
    identifier,
    linked_by_id,
    means,
    several,
    some,
    text,
)
from kzseparatism.model.shown import Shown
from kzseparatism.model.source import Citation


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Part(Shown):
    """A part of a record with citations of its own: a role, a site, a stage, a sentence."""

    citations: tuple[Citation, ...] = attrs.field(
        converter=several,
        validator=[some, each(Citation)],
        metadata=means("The paragraphs that say it, at least one."),
    )


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Record(Part):
    """A record with an id. Equal by value; hashed by its id; shown with its links as ids."""

    id: str = attrs.field(
        validator=identifier, metadata=means("Unique over all tables, and for life.")
    )
    note: str = attrs.field(
        default="",
        validator=text,
        metadata=means("Reasoning, readings left open, and anything that the fields can't say."),
    )

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """The citations of the record and of its parts, each once, the record's own first."""
        found = dict.fromkeys(self.citations)
        for part in self.parts():
            found.update(dict.fromkeys(part.citations))
        return tuple(found)

    def parts(self) -> Iterator[Part]:
        """Yield the parts of the record that have citations of their own, in field order."""
        for field in attrs.fields(type(self)):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                for item in value:
                    if isinstance(item, Part) and not isinstance(item, Record):
                        yield item
