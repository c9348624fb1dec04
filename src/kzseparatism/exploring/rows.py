"""Each record as a short row of plain values, with what it matches by and what its line says.

The page is read by people with slow connections, so nothing stands in it twice: a row has no names
of fields, a date stands once with its words, and a cell that a field says is left to the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kzseparatism.citing import by_document, cite
from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.wording import in_words, with_doubt
from kzseparatism.exploring.kinds import fields_of
from kzseparatism.exploring.matching import WordList, regions_of
from kzseparatism.model import Actor, Case, Event, Provision, Record, Source, Statement
from kzseparatism.model.families import Entity
from kzseparatism.queries.reasons import dates_of
from kzseparatism.views.outline import outline
from kzseparatism.views.plain import plain_record

# What is asked for by a window of days: the kinds that ``timeline`` has.
IN_TIME = (Case, Statement, Event)
# Columns that are sorted by something else than their words.
ORDERED: Mapping[type, tuple[str, ...]] = {Case: ("sentences", "stages"), Provision: ("maximum",)}
# No field holds 0, which is the shortest way to say that one is empty.
EMPTY = 0


class Dates:
    """The dates of a dataset, each once: in words, its ends (None if open), and its sign."""

    def __init__(self) -> None:
        self.dates: dict[str, list[Any]] = {}
        self.doubts: list[str] = []

    def add(self, when: FuzzyDate) -> str:
        """Return a date as text, under which ``dates`` has it now.

        Its words are those without doubt, and the number of the words that are put around them.
        """
        text, days = str(when), in_words(when)
        if text not in self.dates:
            doubt = with_doubt(when).replace(days, "{}")
            if doubt not in self.doubts:
                self.doubts.append(doubt)
            ends = (_day(when.earliest), _day(when.latest))
            self.dates[text] = [days, self.doubts.index(doubt), *ends, when.qualifier]
        return text


def _day(day: date) -> str | None:
    return None if day in (date.min, date.max) else day.isoformat()


class Rows:
    """Makes the rows of a dataset."""

    def __init__(self, dataset: Dataset, words: WordList, dates: Dates) -> None:
        self._dataset = dataset
        self._words = words
        self._dates = dates
        self._sources = {
            source: number for number, source in enumerate(sorted(dataset.sources.ids))
        }

    def of(self, record: Entity) -> list[Any]:
        """Return a record as a row: first what it matches by, then its fields in order.

        What it matches by are the units it lies in (``c`` certainly, ``p`` possibly), its documents
        with their paragraphs (``s``), its dates with what they are called (``d``), its words
        (``w``), the names that count as its words (``n``), the texts of its line (``t``), what
        these are sorted by (``o``), what it is called (``l``), and how it is cited (``q``), the
        last two where the scripts can't tell. What is empty is left out.
        """
        certain, possible = regions_of(record)
        extra: dict[str, Any] = {
            "c": certain,
            "p": possible,
            "s": self._documents(record),
            "d": self._moments(record),
            "w": self._words.texts(record),
            "n": self._words.known_by(record),
            "t": [_cell(record, name, text) for name, text in outline(record).items()],
            "o": _order(record),
            "l": record.label if not _has_label(record) else "",
            "q": cite(record, dataset=self._dataset) if isinstance(record, Source) else "",
        }
        row = self._fields(record, plain_record(record))
        return [{key: value for key, value in extra.items() if value}, *row]

    def _moments(self, record: Entity) -> list[list[str]]:
        if not isinstance(record, IN_TIME):
            return []
        return [[name, self._dates.add(when)] for name, when in dates_of(record)]

    def _documents(self, record: Entity) -> list[list[int]]:
        """Return the number of each document in the order of ids, and its paragraphs."""
        cited = by_document(record.all_citations) if isinstance(record, Record) else {}
        return [[self._sources[source.id], *numbers] for source, numbers in cited.items()]

    def _fields(self, record: Any, plain: Mapping[str, Any]) -> list[Any]:
        """Return the values of a record, or a part, in the order of its fields."""
        row = []
        for name, holds, *_ in fields_of(type(record)):
            value: Any = plain[name] or EMPTY
            if value and holds.startswith("part:"):
                parts = zip(getattr(record, name), value, strict=True)
                value = [self._fields(part, said) for part, said in parts]
            elif value and holds == "date":
                value = self._dates.add(getattr(record, name))
            row.append(value)
        while row[-1] == EMPTY:
            row.pop()
        return row


def _has_label(record: Any) -> bool:
    return _is_field(record, record._label_field)  # noqa: SLF001


def _is_field(record: Any, name: str) -> bool:
    return any(name == field for field, *_ in fields_of(type(record)))


def _cell(record: Any, name: str, text: str) -> str | int:
    """Return the text of a cell, or EMPTY if the field of this name says the same."""
    value = getattr(record, name, None)
    # What is no field, as the name of a region, the page can't tell by itself.
    is_told = text in (value, _as_field(value)) and _is_field(record, name)
    return EMPTY if name == "source" or is_told else text


def _as_field(value: Any) -> str:
    if value is None or isinstance(value, FuzzyDate):
        return with_doubt(value)
    if isinstance(value, tuple) and all(isinstance(one, Actor) for one in value):
        return "; ".join(one.name for one in value)
    if isinstance(value, Actor):
        return value.name
    return str(value).replace("_", " ")


def _order(record: Entity) -> dict[str, Any]:
    """Return what columns are sorted by where their words would not do."""
    if isinstance(record, Provision):
        return {"maximum": record.maximum.total_months if record.maximum else ""}
    if not isinstance(record, Case):
        return {}
    months = [one.months for one in record.sentences if one.months is not None]
    days = [stage.date.earliest for stage in record.stages if stage.date is not None]
    values = (max(months, default=""), min(days).isoformat() if days else "")
    return dict(zip(ORDERED[Case], values, strict=True))
