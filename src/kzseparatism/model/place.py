"""Places that the documents name."""

from __future__ import annotations

import attrs

from kzseparatism.model.fields import country, each, line, lines, linked_by_id, means, several
from kzseparatism.model.record import Record
from kzseparatism.model.region import Region


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Place(Record):
    """A town, district, region or country that a document names."""

    name: str = attrs.field(validator=line, metadata=means("The fullest form printed."))
    aliases: tuple[str, ...] = attrs.field(
        default=(),
        converter=several,
        validator=lines,
        metadata=means("Every other spelling that occurs in the documents."),
    )
    country: str = attrs.field(
        validator=country,
        metadata=means(
            "ISO 3166-1 alpha-2 code of the state it lies in, as the United Nations sees it."
        ),
    )
    regions: tuple[Region, ...] = attrs.field(
        default=(),
        converter=several,
        validator=each(Region),
        metadata=means(
            "The units of Kazakhstan that it lies in, or may lie in where there are several."
        ),
    )
