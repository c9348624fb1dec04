"""Dated happenings that are neither statements nor stages of a case."""

from __future__ import annotations

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.model.actor import Actor
from kzseparatism.model.case import Case
from kzseparatism.model.fields import as_date, as_tuple, each, line, means, record_fields
from kzseparatism.model.place import Place
from kzseparatism.model.record import DatedRecord
from kzseparatism.vocab import EventKind


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Event(DatedRecord):
    """A meeting, rally, broadcast, law change or other happening that a document dates."""

    title: str = attrs.field(validator=line, metadata=means("A neutral title in our words."))
    kind: EventKind = attrs.field(
        converter=EventKind, metadata=means("What sort of happening it was.")
    )
    date: FuzzyDate | None = attrs.field(
        default=None, converter=as_date, metadata=means("When, as far as known.")
    )
    places: tuple[Place, ...] = attrs.field(
        default=(), converter=as_tuple, validator=each(Place), metadata=means("Where.")
    )
    participants: tuple[Actor, ...] = attrs.field(
        default=(), converter=as_tuple, validator=each(Actor), metadata=means("Who took part.")
    )
    cases: tuple[Case, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Case),
        metadata=means("The cases that it belongs to."),
    )
    according_to: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Who claims it; if empty, the document reports it in its own voice."),
    )
    summary: str = attrs.field(
        validator=line, metadata=means("What happened, in one sentence in our words.")
    )
