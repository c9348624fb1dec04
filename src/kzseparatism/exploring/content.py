"""What the page holds: the records, and everything about them that its scripts must not guess."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from itertools import chain
from typing import Any

import attrs

from kzseparatism.citing import cite
from kzseparatism.codebook import words
from kzseparatism.dataset import Dataset
from kzseparatism.dates import Term
from kzseparatism.dates.wording import SIGNS, length
from kzseparatism.exploring.kinds import has_page, shown_kinds, shown_words, word_fields
from kzseparatism.exploring.matching import SIGNS_OF_NUMBERS, WordList
from kzseparatism.exploring.rows import IN_TIME, ORDERED, Dates, Rows
from kzseparatism.model import Citation, Event, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.tables import TABLES
from kzseparatism.model.walk import walk
from kzseparatism.names.spelling import INSIDE_WORDS, LETTERS, SPELLINGS
from kzseparatism.queries.case_parts import places_of
from kzseparatism.queries.question import time_key
from kzseparatism.views.outline import outline

# What people look for stands first; the other tables follow in the order of the register.
_FIRST = ("cases", "statements", "events", "actors", "discrepancies")


def shown_tables(dataset: Dataset) -> dict[str, list[Any]]:
    """Return the tables of the page in its order, each in the order of the library's answers."""
    names = [name for name in dict.fromkeys((*_FIRST, *TABLES)) if has_page(TABLES[name])]
    return {name: _in_order(name, list(getattr(dataset, name))) for name in names}


def _in_order(name: str, records: list[Any]) -> list[Any]:
    in_time = TABLES[name] in (Statement, Event)
    return sorted(records, key=time_key if in_time else lambda record: record.id)


def content(dataset: Dataset, *, names: bool) -> dict[str, Any]:
    """Return everything that the page shows of a dataset, as plain values.

    The dataset is taken as it is; ``names`` says whether it has the names of private persons.
    """
    tables, said = shown_tables(dataset), Dates()
    found = WordList(chain.from_iterable(tables.values()))
    rows = Rows(dataset, found, said)
    records = {name: [rows.of(record) for record in table] for name, table in tables.items()}
    return {
        "about": _about(dataset, names=names),
        "tables": {name: _table(name, table) for name, table in tables.items()},
        "kinds": shown_kinds(),
        "words": shown_words(),
        "definitions": {word.name: word.definition for word in words() if "column" in word.sort},
        "dates": said.dates,
        "doubts": said.doubts,
        "signs": SIGNS,
        "terms": {str(term): length(term) for term in _values(dataset, Term)},
        "openings": _openings(dataset),
        "records": records,
        "names": found.names,
        "vocabulary": " ".join(found.words),
        "digits": SIGNS_OF_NUMBERS,
        "spelling": _spelling(),
    }


def _about(dataset: Dataset, *, names: bool) -> dict[str, Any]:
    citation = cite(dataset=dataset)
    # A record is cited with the same beginning and end as the whole.
    before, _, after = citation.partition(f" {dataset.about.title}. ")
    return attrs.asdict(dataset.about) | {
        "program": version("kzseparatism"),
        "names": names,
        "citation": citation,
        "before": before,
        "after": after,
    }


def _table(name: str, records: Sequence[Entity]) -> dict[str, Any]:
    kind: Any = TABLES[name]
    return {
        "kind": kind.__name__,
        "columns": list(outline(records[0])) if records else [],
        "ordered": list(ORDERED.get(kind, ())),
        "choices": word_fields(kind),
        "in_time": issubclass(kind, IN_TIME),
        "in_space": bool(records) and places_of(records[0]) is not None,
    }


def _values(dataset: Dataset, kind: type) -> list[Any]:
    """Return the different values of a type in a dataset, in the order of their texts."""
    tables = (table for name, table in dataset.tables() if has_page(TABLES[name]))
    found = {
        str(value.value): value.value
        for table in tables
        for record in table
        for value in walk(record)
        if isinstance(value.value, kind)
    }
    return [found[text] for text in sorted(found)]


def _openings(dataset: Dataset) -> dict[str, str]:
    """Return the first words of each paragraph that is cited, to find it by in the article."""
    cited = {str(citation) for citation in _values(dataset, Citation)}
    return {row.id: row.opening for row in dataset.ledger if row.id in cited}


def _spelling() -> dict[str, Any]:
    """Return the rules by which the spellings of a word meet, for the words of a question."""
    letters = {chr(sign): plain for sign, plain in LETTERS.items()}
    return {
        "inside": "".join(map(chr, INSIDE_WORDS)),
        "letters": letters | {"ß": "ss"},  # as casefold has it, which scripts lack
        "rules": [[pattern.pattern, plain.replace("\\1", "$1")] for pattern, plain in SPELLINGS],
    }
