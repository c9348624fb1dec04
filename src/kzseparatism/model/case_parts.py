"""The parts of a case: where, what happened, what was charged, what was imposed."""

from __future__ import annotations

from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.term import term_or_none
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.actor import Actor
from kzseparatism.model.families import Part
from kzseparatism.model.fields import (
    as_date,
    as_tuple,
    count,
    each,
    flag,
    is_a,
    line,
    location,
    means,
    record_fields,
    text,
)
from kzseparatism.model.money import AMOUNT, as_amount, currency_code
from kzseparatism.model.place import Place
from kzseparatism.model.provision import Provision
from kzseparatism.model.record import Cited, DatedPart
from kzseparatism.vocab import Penalty, SiteRelation, StageKind


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Site(Cited, Part):
    """A place, and what it has to do with the case."""

    place: Place = attrs.field(validator=is_a(Place), metadata=means("The place."))
    relation: SiteRelation = attrs.field(
        converter=SiteRelation, metadata=means("What it has to do with the case.")
    )


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Stage(DatedPart):
    """One thing that is said to have happened in the course of a case."""

    kind: StageKind = attrs.field(converter=StageKind, metadata=means("What happened."))
    date: FuzzyDate | None = attrs.field(
        default=None, converter=as_date, metadata=means("When, as far as known.")
    )
    authority: Actor | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Actor)),
        metadata=means("The court or body that did it, where a document says which."),
    )
    defendants: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("To whom it happened; if empty, to the case as a whole."),
    )
    people: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(count),
        metadata=means("To how many people it happened, as reported."),
    )


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Charge(Cited, Part):
    """What somebody was charged with or convicted of."""

    offence: str = attrs.field(validator=line, metadata=means("The offence as reported."))
    provision: Provision | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Provision)),
        metadata=means("The rule it falls under, where a document says so."),
    )
    defendants: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Who was charged; if empty, all defendants of the case."),
    )


def _only_if_suspended(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and not instance.suspended:
        complaint = "fits a suspended sentence only"
        remedy = "set suspended, or leave it out"
        raise InvalidValueError(location(instance, attribute), str(value), complaint, remedy)


def _not_longer_than_term(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is None or instance.term is None:
        return
    if value.total_months > instance.term.total_months:
        complaint = f"is longer than the term of {instance.term}"
        raise InvalidValueError(location(instance, attribute), str(value), complaint)


def _not_of_a_fine(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and instance.penalty is Penalty.FINE:
        complaint = "does not fit a fine"
        remedy = "write what lasts for a time as a sentence of its own"
        raise InvalidValueError(location(instance, attribute), str(value), complaint, remedy)


def _of_a_fine(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and instance.penalty is not Penalty.FINE:
        complaint = "fits a fine only"
        remedy = "let the penalty be 'fine', or leave it out"
        raise InvalidValueError(location(instance, attribute), str(value), complaint, remedy)


def _with_amount(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if (value is None) != (instance.amount is None):
        given = instance.amount if value is None else value
        complaint = "needs a currency" if value is None else "has no amount"
        remedy = "give amount and currency together, or neither"
        raise InvalidValueError(location(instance, attribute), str(given), complaint, remedy)


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Sentence(Cited, Part):
    """What a court or an authority imposed on each of a group who received the same.

    Who received several things, such as imprisonment and a fine, has a sentence for each.
    """

    convicts: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Who received it, each in full."),
    )
    people: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(count),
        metadata=means("How many people received it, as reported."),
    )
    penalty: Penalty = attrs.field(
        default=Penalty.IMPRISONMENT, converter=Penalty, metadata=means("What was imposed.")
    )
    term: Term | None = attrs.field(
        default=None,
        converter=term_or_none,
        validator=_not_of_a_fine,
        metadata=means("How long, if the document says so."),
    )
    amount: str | None = attrs.field(
        default=None,
        converter=as_amount,
        validator=_of_a_fine,
        metadata=means(
            "How much each is to pay, as reported, in digits, with a point before cents.",
            pattern=f"^{AMOUNT}$",
        ),
    )
    currency: str | None = attrs.field(
        default=None,
        validator=[attrs.validators.optional(currency_code), _with_amount],
        metadata=means("The currency of the amount, as an ISO 4217 code.", pattern="^[A-Z]{3}$"),
    )
    suspended: bool = attrs.field(
        default=False, validator=flag, metadata=means("Whether its execution was suspended.")
    )
    suspended_for: Term | None = attrs.field(
        default=None,
        converter=term_or_none,
        validator=_only_if_suspended,
        metadata=means("For how long it was suspended."),
    )
    facility: str = attrs.field(
        default="", validator=text, metadata=means("The kind of institution, as reported.")
    )
    served: Term | None = attrs.field(
        default=None,
        converter=term_or_none,
        validator=_not_longer_than_term,
        metadata=means("How much of it was served, as reported."),
    )

    @property
    def months(self) -> float | None:
        """The term in months, for sorting; None if no term is reported."""
        return None if self.term is None else self.term.total_months
