"""Whole datasets in which nothing is amiss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.dataset import About, Dataset
from kzseparatism.model import (
    Actor,
    Case,
    Citation,
    Discrepancy,
    Event,
    LedgerRow,
    Place,
    Provision,
    Record,
    Source,
    Statement,
)
from kzseparatism.model.record import Dated
from kzseparatism.model.walk import behind
from kzseparatism.reading import load
from kzseparatism.strategies.cases import cases
from kzseparatism.strategies.events import discrepancies, events
from kzseparatism.strategies.options import check_sizes
from kzseparatism.strategies.statements import statements
from kzseparatism.strategies.world import worlds
from kzseparatism.table import Table
from kzseparatism.vocab import DateBasis, Exclusion

_ABOUT = About(
    title="Made up", version="0", coded="2024", licence="CC0-1.0", authors="Nobody in particular"
)


@st.composite
def datasets(draw: st.DrawFn, *, min_size: int = 0, max_size: int = 2) -> Dataset:
    """Generate small datasets of which ``kzseparatism.check`` has nothing to say.

    They have ``min_size`` to ``max_size`` cases, and of statements, events and discrepancies as
    many, with what these refer to (cases and statements among it), a complete ledger, and the
    real regions; one discrepancy more where a printed doubt needs it. Their documents have up to
    four paragraphs each and were published in 2024 or later; everything else is from before. They
    have nothing in common with other records of the same test case, not even an id. They shrink
    to the dataset of nothing.
    """
    check_sizes(min_size, max_size)
    with draw(worlds).of_a_dataset():
        told: list[Record] = []
        for strategy in _told():
            told += draw(st.lists(strategy, min_size=min_size, max_size=max_size))
        told += draw(_discrepancies_about(tuple(behind(told, Record)), min_size, max_size))
        rows = [draw(_rows(*paragraph)) for paragraph in _paragraphs(told)]
    return Dataset(
        about=_ABOUT,
        regions=load().regions,
        sources=_table(told, Source),
        places=_table(told, Place),
        actors=_table(told, Actor),
        provisions=_table(told, Provision),
        cases=_table(told, Case),
        statements=_table(told, Statement),
        events=_table(told, Event),
        discrepancies=_table(told, Discrepancy),
        ledger=Table(rows),
    )


@cache
def _told() -> tuple[st.SearchStrategy[Any], ...]:
    return cases(), statements(), events()


def _table(told: Iterable[Record], kind: type[Any]) -> Table[Any]:
    return Table(sorted(behind(told, kind), key=lambda record: str(record.id)))


@st.composite
def _discrepancies_about(
    draw: st.DrawFn, records: tuple[Record, ...], min_size: int, max_size: int
) -> list[Discrepancy]:
    """Generate discrepancies that touch these records, among them every doubt that is printed."""
    touched = st.sampled_from([record.id for record in records]) if records else st.nothing()
    odd = draw(st.lists(discrepancies(records=touched), min_size=min_size, max_size=max_size))
    doubtful = sorted({record.id for record in records if _is_doubtful(record)})
    if doubtful:
        odd.append(attrs.evolve(draw(discrepancies(records=st.nothing())), records=doubtful))
    return odd


def _is_doubtful(record: Record) -> bool:
    dated: list[Any] = [part for part in (record, *record.parts()) if isinstance(part, Dated)]
    return any(
        part.date_basis is DateBasis.PRINTED and part.date.qualifier == "?" for part in dated
    )


def _paragraphs(told: Iterable[Record]) -> Iterator[tuple[Citation, bool]]:
    """Yield every paragraph of every document, and whether a record cites it."""
    cited = {str(citation) for citation in behind(told, Citation)}
    for source in _table(told, Source):
        for number in range(1, source.paragraphs + 1):
            citation = Citation(source=source, paragraph=number)
            yield citation, str(citation) in cited


@st.composite
def _rows(draw: st.DrawFn, paragraph: Citation, cited: bool) -> LedgerRow:  # noqa: FBT001 - a pair
    return LedgerRow(
        paragraph=paragraph,
        opening="Once upon a",
        digest=f"{paragraph.paragraph:016x}",
        excluded=None if cited else draw(st.sampled_from(Exclusion)),
    )
