"""What a document says the law says."""

from __future__ import annotations

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.term import term_or_none
from kzseparatism.model.fields import country, dated, fuzzy, line, linked_by_id, means, text
from kzseparatism.model.record import Record
from kzseparatism.vocab import DateBasis, Force


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Provision(Record):
    """A rule or penalty that a document says the law has, draft or in force."""

    title: str = attrs.field(validator=line, metadata=means("A neutral title, ours."))
    jurisdiction: str = attrs.field(
        validator=country, metadata=means("ISO 3166-1 alpha-2 code of the state whose law it is.")
    )
    offence: str = attrs.field(validator=line, metadata=means("The acts it is about, as reported."))
    maximum: Term | None = attrs.field(
        default=None,
        converter=term_or_none,
        metadata=means("The longest imprisonment it allows, as reported; never a sentence."),
    )
    force: Force = attrs.field(
        default=Force.UNSPECIFIED,
        converter=Force,
        metadata=means("Whether the document has it as a draft or as law in force."),
    )
    date: FuzzyDate | None = attrs.field(
        default=None,
        converter=fuzzy,
        metadata=means("A day on which the document places the rule."),
    )
    date_text: str = attrs.field(
        default="", validator=text, metadata=means("The words printed for that day.")
    )
    date_basis: DateBasis = attrs.field(
        default=DateBasis.NONE,
        converter=DateBasis,
        validator=dated,
        metadata=means("What that day rests on."),
    )
