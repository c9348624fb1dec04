"""Dated happenings that are neither speech acts nor stages of a case."""

from __future__ import annotations

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.model.actor import Actor
from kzseparatism.model.case import Case
from kzseparatism.model.fields import dated, each, fuzzy, line, linked_by_id, means, several, text
from kzseparatism.model.place import Place
from kzseparatism.model.record import Record
from kzseparatism.vocab import DateBasis, EventKind


@attrs.frozen(kw_only=True, order=False, field_transformer=linked_by_id)
class Event(Record):
    """A meeting, rally, broadcast, law change or other happening that a document dates."""

    title: str = attrs.field(validator=line, metadata=means("A neutral title, ours."))
    kind: EventKind = attrs.field(
        converter=EventKind, metadata=means("What sort of happening it was.")
    )
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
    places: tuple[Place, ...] = attrs.field(
        default=(), converter=several, validator=each(Place), metadata=means("Where.")
    )
    participants: tuple[Actor, ...] = attrs.field(
        default=(), converter=several, validator=each(Actor), metadata=means("Who took part.")
    )
    cases: tuple[Case, ...] = attrs.field(
        default=(),
        converter=several,
        validator=each(Case),
        metadata=means("The cases that it belongs to."),
    )
    according_to: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=several,
        validator=each(Actor),
        metadata=means("Who claims it; empty: the document tells it itself."),
    )
    summary: str = attrs.field(
        validator=line, metadata=means("What happened, in one sentence, ours.")
    )
