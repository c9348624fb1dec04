"""The parts of a case: where, what happened, what was charged, what was imposed."""

from __future__ import annotations

from typing import Any

import attrs

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.term import term_or_none
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.actor import Actor
from kzseparatism.model.fields import (
    count,
    dated,
    each,
    flag,
    fuzzy,
    is_a,
    line,
    linked_by_id,
    means,
    place_of,
    several,
    text,
)
from kzseparatism.model.place import Place
from kzseparatism.model.provision import Provision
from kzseparatism.model.record import Part
from kzseparatism.vocab import DateBasis, SiteRelation, StageKind


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Site(Part):
    """A place, and what it has to do with the case."""

    place: Place = attrs.field(validator=is_a(Place), metadata=means("The place."))
    relation: SiteRelation = attrs.field(
        converter=SiteRelation, metadata=means("What it has to do with the case.")
    )


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Stage(Part):
    """One thing that is said to have happened in the course of a case."""

    kind: StageKind = attrs.field(converter=StageKind, metadata=means("What happened."))
    date: FuzzyDate | None = attrs.field(
        default=None, converter=fuzzy, metadata=means("When, as far as known.")
    )
    date_text: str = attrs.field(
        default="", validator=text, metadata=means("The words printed for the date.")
    )
    date_basis: DateBasis = attrs.field(
        default=DateBasis.NONE,
        converter=DateBasis,
        validator=dated,
        metadata=means("What the date rests on."),
    )
    authority: Actor | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Actor)),
        metadata=means("The court or body that did it, where a document says which."),
    )
    defendants: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=several,
        validator=each(Actor),
        metadata=means("To whom it happened; empty: to the case as a whole."),
    )
    people: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(count),
        metadata=means("To how many people it happened, as reported."),
    )


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Charge(Part):
    """What somebody was charged with or convicted of."""

    offence: str = attrs.field(validator=line, metadata=means("The offence as reported."))
    provision: Provision | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(is_a(Provision)),
        metadata=means("The rule it falls under, where a document says so."),
    )
    defendants: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=several,
        validator=each(Actor),
        metadata=means("Who was charged; empty: all defendants of the case."),
    )


def _only_if_suspended(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and not instance.suspended:
        remedy = "fits a suspended sentence only; set suspended, or leave it out"
        raise InvalidValueError(place_of(instance, attribute), str(value), remedy)


def _not_longer_than_term(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is None or instance.term is None:
        return
    if value.total_months > instance.term.total_months:
        remedy = f"is longer than the term of {instance.term}"
        raise InvalidValueError(place_of(instance, attribute), str(value), remedy)


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Sentence(Part):
    """What a court imposed on each of a group who received the same."""

    convicts: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=several,
        validator=each(Actor),
        metadata=means("Who received it, each in full."),
    )
    people: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(count),
        metadata=means("How many people received it, as reported."),
    )
    term: Term | None = attrs.field(
        default=None, converter=term_or_none, metadata=means("How long, if the document says so.")
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
        """The term in months, for sorting; None where no term is told."""
        return None if self.term is None else self.term.total_months
