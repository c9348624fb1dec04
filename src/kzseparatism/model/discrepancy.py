"""Contradictions, impossible dates, guessed identities and printed slips."""

from __future__ import annotations

import attrs

from kzseparatism.model.fields import as_tuple, line, lines, means, record_fields
from kzseparatism.model.record import Record
from kzseparatism.vocab import DiscrepancyKind


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Discrepancy(Record):
    """What two passages tell differently, or one leaves unclear, and how it was coded."""

    _label_field = "summary"

    kind: DiscrepancyKind = attrs.field(
        converter=DiscrepancyKind, metadata=means("What does not fit.")
    )
    summary: str = attrs.field(
        validator=line, metadata=means("What each passage says, in one sentence in our words.")
    )
    resolution: str = attrs.field(validator=line, metadata=means("How it was coded, and why."))
    records: tuple[str, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=lines,
        metadata=means("The ids of the records that it touches."),
    )
