"""One record in a line for a reader: the outcome first, in words, with its region and documents.

``row`` is for the terminal, where ids and EDTF are typed again; here nothing has to be decoded.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from kzseparatism.citing import citations_in_brief
from kzseparatism.dates.wording import length, with_doubt
from kzseparatism.model import (
    Actor,
    Case,
    Discrepancy,
    Event,
    Place,
    Provision,
    Record,
    Source,
    Statement,
)
from kzseparatism.views.outcome import offences, regions, sentences, verdict
from kzseparatism.views.row import Cells, cells, names_of
from kzseparatism.vocab import Vocabulary

__all__ = ["outline"]


@singledispatch
def outline(record: Any) -> Cells:
    """Return headings and texts for a record, in the order in which a reader looks for them.

    A heading that is the name of a field means that field; the codebook explains the others, too.
    Records that have citations end with "source": the documents and their paragraphs.
    """
    return cells(record)


@outline.register
def _case(case: Case) -> Cells:
    return {
        "title": case.title,
        "verdict": verdict(case),
        "offence": offences(case),
        "sentences": sentences(case),
        "stages": _first_and_last(case),
        "region": regions(case),
        "source": _source(case),
    }


def _first_and_last(case: Case) -> str:
    """Return the first and the last stage that have a date: what lies between is in the record."""
    dated = [stage for stage in case.stages if stage.date is not None]
    ends = dict.fromkeys((*dated[:1], *dated[-1:]))
    return "; ".join(f"{_word(stage.kind)}: {with_doubt(stage.date)}" for stage in ends)


@outline.register
def _statement(statement: Statement) -> Cells:
    return {
        "date": with_doubt(statement.date),
        "speakers": names_of(statement.speakers),
        "summary": statement.summary,
        "stance": _word(statement.stance),
        "attribution": _word(statement.attribution),
        "region": regions(statement),
        "source": _source(statement),
    }


@outline.register
def _event(event: Event) -> Cells:
    return {
        "date": with_doubt(event.date),
        "kind": _word(event.kind),
        "summary": event.summary,
        "according to": names_of(event.according_to),
        "region": regions(event),
        "source": _source(event),
    }


@outline.register
def _actor(actor: Actor) -> Cells:
    return {
        "name": actor.name,
        "kind": _word(actor.kind),
        "roles": cells(actor)["roles"],
        "country": actor.country or "",
        "source": _source(actor),
    }


@outline.register
def _place(place: Place) -> Cells:
    return {
        "name": place.name,
        "country": place.country,
        "region": regions(place),
        "source": _source(place),
    }


@outline.register
def _discrepancy(discrepancy: Discrepancy) -> Cells:
    return {
        "kind": _word(discrepancy.kind),
        "summary": discrepancy.summary,
        "resolution": discrepancy.resolution,
        "source": _source(discrepancy),
    }


@outline.register
def _provision(provision: Provision) -> Cells:
    return {
        "title": provision.title,
        "offence": provision.offence,
        "maximum": length(provision.maximum) if provision.maximum else "",
        "date": with_doubt(provision.date),
        "source": _source(provision),
    }


@outline.register
def _publication(source: Source) -> Cells:
    return {
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "published": with_doubt(source.published),
        "paragraphs": str(source.paragraphs),
    }


def _source(record: Record) -> str:
    return citations_in_brief(record.all_citations)


def _word(word: Vocabulary) -> str:
    return word.value.replace("_", " ")
