"""What somebody is reported to have said."""

from __future__ import annotations

from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.actor import Actor
from kzseparatism.model.case import Case
from kzseparatism.model.fields import (
    as_date,
    as_tuple,
    each,
    is_a,
    line,
    lines,
    location,
    means,
    not_empty,
    record_fields,
    text,
)
from kzseparatism.model.place import Place
from kzseparatism.model.record import DatedRecord
from kzseparatism.vocab import Attribution, Dispute, Medium, Stance

_LONGEST_QUOTE = 75


def _are_statements(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    each(Statement)(instance, attribute, value)


def _short_enough(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    for quote in value:
        if len(quote.split()) > _LONGEST_QUOTE:
            complaint = f"has more than {_LONGEST_QUOTE} words"
            remedy = "cut it into the parts that are needed"
            raise InvalidValueError(location(instance, attribute), quote, complaint, remedy)


def _fits_quotes(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if bool(instance.quotes) != (value is Attribution.DIRECT):
        complaint = "does not fit the quotes"
        remedy = "it is 'direct' exactly when there is a quote"
        raise InvalidValueError(location(instance, attribute), value.value, complaint, remedy)


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Statement(DatedRecord):
    """What somebody is reported to have said: who, what, when, by what means, in whose words."""

    _label_field = "summary"

    speakers: tuple[Actor, ...] = attrs.field(
        converter=as_tuple,
        validator=[not_empty, each(Actor)],
        metadata=means("Who said it; if nobody is named, an unnamed group."),
    )
    on_behalf_of: Actor | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Actor)),
        metadata=means("The body for which the speaker spoke."),
    )
    outlet: Actor | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Actor)),
        metadata=means("The outlet or platform where it was said or published."),
    )
    relayed_by: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Through whom the document has it, the nearest to the speaker first."),
    )
    medium: Medium = attrs.field(
        default=Medium.UNSPECIFIED,
        converter=Medium,
        metadata=means("By what means it was made."),
    )
    venue: str = attrs.field(
        default="", validator=text, metadata=means("The occasion or place, as reported.")
    )
    addressees: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("To whom it was said."),
    )
    date: FuzzyDate | None = attrs.field(
        default=None,
        converter=as_date,
        metadata=means("When it was said, as far as known; not when it was published."),
    )
    summary: str = attrs.field(
        validator=line, metadata=means("What was said, in one sentence in our words.")
    )
    quotes: tuple[str, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=[lines, _short_enough],
        metadata=means("The speaker's words, verbatim, in the order of the document."),
    )
    attribution: Attribution = attrs.field(
        converter=Attribution,
        validator=_fits_quotes,
        metadata=means("How closely the document renders it."),
    )
    dispute: Dispute = attrs.field(
        default=Dispute.NONE,
        converter=Dispute,
        metadata=means("Which doubt the document reports about it."),
    )
    stance: Stance = attrs.field(
        default=Stance.NONE,
        converter=Stance,
        metadata=means(
            "What it says about the territorial integrity or statehood that the dataset is about."
        ),
    )
    about: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Of whom it speaks, by name or office."),
    )
    responds_to: tuple[Statement, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=_are_statements,
        metadata=means("The statements that it answers."),
    )
    cases: tuple[Case, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Case),
        metadata=means("The cases that it is about or part of."),
    )
    places: tuple[Place, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Place),
        metadata=means("The places spoken of."),
    )

    @property
    def disputed(self) -> bool:
        """Whether the document reports any doubt about the statement."""
        return self.dispute is not Dispute.NONE
