"""Whole datasets in which nothing is amiss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from kzseparatism.model.families import Entity
from kzseparatism.model.record import Dated
from kzseparatism.model.walk import behind
from kzseparatism.reading import load
from kzseparatism.strategies.actors import actors
from kzseparatism.strategies.cases import cases
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import check_sizes
from kzseparatism.strategies.places import places
from kzseparatism.strategies.sources import sources
from kzseparatism.strategies.statements import discrepancies, events, statements
from kzseparatism.table import Table
from kzseparatism.vocab import DateBasis, Exclusion

_SORTS: st.SearchStrategy[Any] = st.sampled_from(
    (statements, cases, events, actors, places, sources)
)
_EXCLUSIONS = st.sampled_from(Exclusion)
_ABOUT = About(
    title="Made up", version="0", coded="2024", licence="CC0-1.0", authors="Nobody in particular"
)


@strategy
def datasets(make: Maker, *, min_size: int = 0, max_size: int = 2) -> Dataset:
    """Generate small datasets of which ``kzseparatism.check`` has nothing to say.

    They have ``min_size`` to ``max_size`` cases, and of statements, events and discrepancies as
    many, with what these refer to (cases and statements among it), a complete ledger, and the
    real regions; one discrepancy more where a printed doubt needs it. Their documents have up to
    four paragraphs each and were published in 2024; everything else is from the century before, or
    has no beginning. They have nothing in common with other records of the same test case, not
    even an id. They shrink to the dataset of nothing.
    """
    check_sizes(min_size, max_size)
    sizes = st.integers(min_size, max_size)
    with make.world.of_a_dataset():
        made: list[Record] = []
        kinds: tuple[Any, ...] = (cases, statements, events)
        for kind in kinds:
            made += [make.new(kind) for _ in range(make.draw(sizes))]
        made += _discrepancies_about(make, tuple(behind(made, Record)), make.draw(sizes))
        rows = [_row(make, *paragraph) for paragraph in _paragraphs(made)]
    return Dataset(
        about=_ABOUT,
        regions=load().regions,
        sources=_table(made, Source),
        places=_table(made, Place),
        actors=_table(made, Actor),
        provisions=_table(made, Provision),
        cases=_table(made, Case),
        statements=_table(made, Statement),
        events=_table(made, Event),
        discrepancies=_table(made, Discrepancy),
        ledger=Table(rows),
    )


@st.composite
def shipped_cases(draw: st.DrawFn) -> Case:
    """Generate cases of the shipped dataset. They shrink to the first."""
    return draw(st.sampled_from(load().cases))


@st.composite
def shipped_statements(draw: st.DrawFn) -> Statement:
    """Generate statements of the shipped dataset. They shrink to the first."""
    return draw(st.sampled_from(load().statements))


@st.composite
def shipped_actors(draw: st.DrawFn) -> Actor:
    """Generate actors of the shipped dataset. They shrink to the first."""
    return draw(st.sampled_from(load().actors))


@strategy
def tables(
    make: Maker, *, records: st.SearchStrategy[Any] | None = None, max_size: int = 4
) -> Table[Any]:
    """Generate tables of up to ``max_size`` records, which ``records`` draws.

    By default they are of one sort that has a table in a dataset. They shrink to the empty table.
    """
    check_sizes(0, max_size)
    sort = make.draw(_SORTS)
    sizes = tuple(range(max_size + 1))
    drawn = make.several("records", records, Entity, sort, sizes)
    return Table({record.id: record for record in drawn}.values())


def _table(made: Iterable[Record], kind: type[Any]) -> Table[Any]:
    return Table(sorted(behind(made, kind), key=lambda record: str(record.id)))


def _discrepancies_about(
    make: Maker, records: tuple[Record, ...], number: int
) -> list[Discrepancy]:
    """Make discrepancies that touch these records, among them every doubt that is printed."""
    touched = st.sampled_from([record.id for record in records]) if records else st.nothing()
    odd = [make.new(discrepancies, records=touched) for _ in range(number)]
    doubtful = sorted({record.id for record in records if _is_doubtful(record)})
    if doubtful:
        odd.append(attrs.evolve(make.new(discrepancies, records=st.nothing()), records=doubtful))
    return odd


def _is_doubtful(record: Record) -> bool:
    dated: list[Any] = [part for part in (record, *record.parts()) if isinstance(part, Dated)]
    return any(
        part.date_basis is DateBasis.PRINTED and part.date.qualifier == "?" for part in dated
    )


def _paragraphs(made: Iterable[Record]) -> Iterator[tuple[Citation, bool]]:
    """Yield every paragraph of every document, and whether a record cites it."""
    cited = {str(citation) for citation in behind(made, Citation)}
    for source in _table(made, Source):
        for number in range(1, source.paragraphs + 1):
            citation = Citation(source=source, paragraph=number)
            yield citation, str(citation) in cited


def _row(make: Maker, paragraph: Citation, cited: bool) -> LedgerRow:  # noqa: FBT001 - a pair
    return LedgerRow(
        paragraph=paragraph,
        opening="Once upon a",
        digest=f"{paragraph.paragraph:016x}",
        excluded=None if cited else make.draw(_EXCLUSIONS),
    )
