"""What a record is called on the site: as a person would, and never by a slug."""

from __future__ import annotations

from typing import Any

from kzseparatism.dates.wording import in_brief
from kzseparatism.model import Actor, Discrepancy, Event, Place, Region, Source, Statement

_LONGEST = 100


def title_of(record: Any) -> str:
    """Return the title of a record's page, which a search shows too.

    A statement is called by its speakers, the shortest name of its date, and what was said.
    """
    match record:
        case Statement():
            said = shortened(record.summary.removesuffix("."))
            title = f"{_speakers(record)}{_when(record)}: {said}"
        case Event():
            title = record.title + ("" if _names_year(record) else _when(record))
        case Discrepancy():
            title = f"Discrepancy ({record.kind.value}): {shortened(record.summary)}"
        case Source():
            told = record.title.startswith(record.outlet)
            title = record.title if told else f"{record.outlet}: {record.title}"
        case Actor():
            title = f"{record.name} ({record.kind.value.replace('_', ' ')})"
        case Place() | Region():
            title = f"{record.name} ({type(record).__name__.lower()})"
        case _:
            title = str(record.label)
    return title[:1].upper() + title[1:]


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text cut between words, with three dots, if it is long.

    >>> shortened("one two three", 9)
    'one two …'
    """
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0].rstrip(' ,;:')} …"


def _speakers(statement: Statement) -> str:
    names = [speaker.name for speaker in statement.speakers]
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(names)


def _when(record: Statement | Event) -> str:
    return f", {in_brief(record.date)}" if record.date is not None else ""


def _names_year(event: Event) -> bool:
    return event.date is not None and str(event.date.earliest.year) in event.title
