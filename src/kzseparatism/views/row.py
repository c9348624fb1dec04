"""What a person is shown of records: one row each, with what is uncertain said in words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import (
    Actor,
    Case,
    Discrepancy,
    Event,
    LedgerRow,
    Place,
    Provision,
    Region,
    Sentence,
    Source,
    Stage,
    Statement,
)
from kzseparatism.queries.case_parts import CasePart
from kzseparatism.queries.events import Moment
from kzseparatism.queries.searching import Hit
from kzseparatism.queries.tally import Count
from kzseparatism.vocab import DateBasis, Penalty

Cells = dict[str, str]


@singledispatch
def cells(record: Any) -> Cells:
    """Return the row that stands for a record: headings and texts, the longest text last."""
    return {"id": record.id, "record": type(record).__name__}


def date_in_words(date: FuzzyDate | None, basis: DateBasis) -> str:
    """Return a date in words that show what it is based on: a printed one stands alone.

    >>> date_in_words(FuzzyDate.parse("2024-06-06?"), DateBasis.INFERRED)
    '2024-06-06? (inferred)'
    """
    if date is None:
        return "no date"
    return str(date) if basis is DateBasis.PRINTED else f"{date} ({basis.value})"


def names_of(actors: Iterable[Actor]) -> str:
    """Return the names of actors, separated by semicolons."""
    return "; ".join(actor.name for actor in actors)


@cells.register
def _case(case: Case) -> Cells:
    first = next((stage for stage in case.stages if stage.date is not None), None)
    return {
        "id": case.id,
        "first dated stage": f"{first.kind.value} {date_in_words(first.date, first.date_basis)}"
        if first
        else "",
        "status": case.status.value,
        "sentences": "; ".join(map(imposed, case.sentences)),
        "title": case.title,
    }


def imposed(sentence: Sentence) -> str:
    """Return what a sentence imposed, in a few words: a term alone is one of imprisonment."""
    much = str(sentence.term) if sentence.term else ""
    if sentence.amount is not None:
        much = f"{sentence.amount} {sentence.currency}"
    if sentence.penalty is Penalty.IMPRISONMENT:
        words = much or "not given"
    else:
        words = f"{sentence.penalty.value} {much}".strip()
    return f"{words} suspended" if sentence.suspended else words


@cells.register(CasePart)
def _case_part(one: CasePart[Any]) -> Cells:
    match one.part:
        case Sentence() as sentence:
            people = str(sentence.people or "")
            who = names_of(sentence.convicts)
            return {"term": imposed(sentence), "people": people, "id": one.id, "who": who}
        case Stage() as stage:
            when = date_in_words(stage.date, stage.date_basis)
            return {"date": when, "kind": stage.kind.value, "id": one.id}
        case part:
            return {"id": one.id, "offence": part.offence}


@cells.register
def _statement(statement: Statement) -> Cells:
    doubts = [f"disputed: {statement.dispute.value}"] if statement.disputed else []
    if statement.relayed_by:
        doubts.append(f"by way of {names_of(statement.relayed_by)}")
    return {
        "date": date_in_words(statement.date, statement.date_basis),
        "speakers": names_of(statement.speakers),
        "attribution": "; ".join([statement.attribution.value, *doubts]),
        "stance": statement.stance.value,
        "id": statement.id,
        "summary": statement.summary,
    }


@cells.register
def _event(event: Event) -> Cells:
    claim = f"according to {names_of(event.according_to)}: " if event.according_to else ""
    return {
        "date": date_in_words(event.date, event.date_basis),
        "kind": event.kind.value,
        "id": event.id,
        "summary": claim + event.summary,
    }


@cells.register
def _actor(actor: Actor) -> Cells:
    roles = (
        ("former " if role.former else "")
        + role.title
        + (f", {role.organisation.name}" if role.organisation else "")
        for role in actor.roles
    )
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "country": actor.country or "",
        "named": "yes" if actor.named else "no",
        "roles": "; ".join(roles),
        "name": actor.name,
    }


@cells.register
def _place(place: Place) -> Cells:
    regions = " or ".join(region.name for region in place.regions)
    return {"id": place.id, "country": place.country, "regions": regions, "name": place.name}


@cells.register
def _region(region: Region) -> Cells:
    since = f"since {region.valid_from}" if region.valid_from else ""
    until = f"until {region.valid_to}" if region.valid_to else ""
    years = " ".join(filter(None, (since, until)))
    return {"id": region.id, "kind": region.kind.value, "valid": years, "name": region.name}


@cells.register
def _provision(provision: Provision) -> Cells:
    return {
        "id": provision.id,
        "date": date_in_words(provision.date, provision.date_basis),
        "maximum": str(provision.maximum) if provision.maximum else "not given",
        "title": provision.title,
    }


@cells.register
def _source(source: Source) -> Cells:
    return {
        "id": source.id,
        "published": str(source.published),
        "paragraphs": str(source.paragraphs),
        "outlet": source.outlet,
        "title": source.title,
    }


@cells.register
def _discrepancy(discrepancy: Discrepancy) -> Cells:
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind.value,
        "summary": discrepancy.summary,
    }


@cells.register
def _ledger_row(row: LedgerRow) -> Cells:
    return {
        "id": row.id,
        "excluded": row.excluded.value if row.excluded else "",
        "opening": row.opening,
    }


@cells.register
def _moment(moment: Moment) -> Cells:
    return {
        "date": date_in_words(moment.date, moment.basis),
        "kind": moment.kind,
        "id": moment.record.id,
        "summary": moment.record.label,
    }


@cells.register(Hit)
def _hit(hit: Hit[Any]) -> Cells:
    kind = type(hit.record).__name__.lower()
    return {"record": kind, "id": hit.id, "field": hit.field.removeprefix("."), "text": hit.text}


@cells.register
def _count(count: Count) -> Cells:
    return {
        "group": count.group,
        "certain": str(count.certain),
        "possible": str(count.possible),
        "weighted": f"{count.weighted:.2f}",
    }
