"""What a document says the law says."""

from __future__ import annotations

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.term import term_or_none
from kzseparatism.model.fields import as_date, country, line, means, record_fields
from kzseparatism.model.record import DatedRecord
from kzseparatism.vocab import Force


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Provision(DatedRecord):
    """A rule or penalty that a document says the law has, draft or in force."""

    title: str = attrs.field(validator=line, metadata=means("A neutral title in our words."))
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
        converter=as_date,
        metadata=means("A day on which the document places the rule."),
    )
