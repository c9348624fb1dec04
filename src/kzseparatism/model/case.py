"""Prosecutions, plots, uprisings, other proceedings, and counts, with what happened in each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from kzseparatism.dates.window import period
from kzseparatism.model.actor import Actor
from kzseparatism.model.case_parts import Charge, Sentence, Site, Stage
from kzseparatism.model.fields import (
    DateLike,
    as_parts,
    as_tuple,
    count,
    country,
    each,
    line,
    means,
    record_fields,
)
from kzseparatism.model.record import Record
from kzseparatism.vocab import CaseKind, CaseStatus, StageKind

_STATUS = {
    StageKind.INVESTIGATION: CaseStatus.INVESTIGATED,
    StageKind.ARREST: CaseStatus.ARRESTED,
    StageKind.CHARGE: CaseStatus.CHARGED,
    StageKind.TRIAL: CaseStatus.TRIED,
    StageKind.ACQUITTAL: CaseStatus.ACQUITTED,
    StageKind.CONVICTION: CaseStatus.CONVICTED,
    StageKind.SENTENCE: CaseStatus.CONVICTED,
    StageKind.DETENTION: CaseStatus.SANCTIONED,
    StageKind.FINE: CaseStatus.SANCTIONED,
    StageKind.SUSPENSION: CaseStatus.SANCTIONED,
    StageKind.DISMISSAL: CaseStatus.SANCTIONED,
}
# Nobody is a convict who was found guilty of parking in the wrong place, or lost a civil case.
NOT_CRIMINAL = (CaseKind.ADMINISTRATIVE, CaseKind.CIVIL)
_PROGRESS = tuple(CaseStatus)


def _furthest(kind: CaseKind, stages: Iterable[Stage]) -> CaseStatus:
    reached = (_STATUS.get(stage.kind, CaseStatus.REPORTED) for stage in stages)
    furthest = max(reached, key=_PROGRESS.index, default=CaseStatus.REPORTED)
    if furthest is CaseStatus.CONVICTED and kind in NOT_CRIMINAL:
        return CaseStatus.SANCTIONED
    return furthest


@attrs.frozen(kw_only=True, repr=False, eq=False, order=False, field_transformer=record_fields)
class Case(Record):
    """A prosecution, plot, uprising, or administrative or civil case that a document reports."""

    title: str = attrs.field(validator=line, metadata=means("A neutral title in our words."))
    kind: CaseKind = attrs.field(converter=CaseKind, metadata=means("What sort of case it is."))
    jurisdiction: str = attrs.field(
        validator=country,
        metadata=means("ISO 3166-1 alpha-2 code of the state whose authorities dealt with it."),
    )
    summary: str = attrs.field(
        validator=line, metadata=means("What is reported, in one sentence in our words.")
    )
    defendants: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Those said to be pursued, accused or convicted."),
    )
    others: tuple[Actor, ...] = attrs.field(
        default=(),
        converter=as_tuple,
        validator=each(Actor),
        metadata=means("Others in the account, not said to be prosecuted."),
    )
    people: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(count),
        metadata=means("How many people the case is about, as reported."),
    )
    sites: tuple[Site, ...] = attrs.field(
        default=(),
        converter=as_parts,
        validator=each(Site),
        metadata=means("Where, and in what way."),
    )
    stages: tuple[Stage, ...] = attrs.field(
        default=(),
        converter=as_parts,
        validator=each(Stage),
        metadata=means("What happened to the case, in procedural order."),
    )
    charges: tuple[Charge, ...] = attrs.field(
        default=(), converter=as_parts, validator=each(Charge), metadata=means("What was charged.")
    )
    sentences: tuple[Sentence, ...] = attrs.field(
        default=(),
        converter=as_parts,
        validator=each(Sentence),
        metadata=means("What was imposed, one entry for each group that received the same."),
    )

    @property
    def status(self) -> CaseStatus:
        """The furthest stage that any defendant is said to have reached.

        Appeal, flight and release leave it as it is; alleged conduct alone is *reported*. A fine,
        a detention, a suspension or a dismissal makes it *sanctioned*. So does a verdict or a
        sentence in an administrative or a civil case, which is never *convicted*.
        """
        return _furthest(self.kind, self.stages)

    def status_on(self, day: DateLike) -> CaseStatus:
        """Return what had certainly been reached by the end of ``day`` (a period: its last day).

        A stage is certainly reached by its latest day if its date is unqualified, and in any
        case by the last possible day on which a document that cites it was published.
        """
        last = period("day", day).latest
        certain = (stage for stage in self.stages if _certain_by(stage) <= last)
        return _furthest(self.kind, certain)


def _certain_by(stage: Stage) -> date:
    days = [citation.source.published.latest for citation in stage.citations]
    if stage.date is not None and not stage.date.qualifier:
        days.append(stage.date.latest)
    return min(days)
