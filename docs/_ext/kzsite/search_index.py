"""What the search of the site knows: every record and page, and how its words are spelt alike.

The script of the search page reads the file, which is a script itself, so that the search works
without a server too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.wording import in_words, length
from kzseparatism.model import Actor, Case, Citation, Region
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.walk import walk
from kzseparatism.names.spelling import INSIDE_WORDS, LETTERS, SPELLINGS
from kzseparatism.vocab import Vocabulary
from kzsite.address import FOLDER, TABLES, page_of
from kzsite.headline import title_of

# What a record is called, or is known by: a word found here counts for more.
_NAMES = {"name", "aliases", "text", "former_codes"}
# What only machines read.
_LEFT_OUT = {"id", "sha256", "digest", "file_name", "url"}


@attrs.frozen
class Entry:
    """A page that can be found: title, address, kind, id, names that it goes by, and its text."""

    title: str
    address: str
    kind: str
    id: str
    names: str
    text: str


def record_entries(dataset: Dataset) -> Iterator[Entry]:
    """Yield an entry for each record that has a page, in the order of the lists of tables."""
    for name, _ in TABLES.values():
        for record in getattr(dataset, name):
            yield _entry(record)


def _entry(record: Any) -> Entry:
    names: list[str] = []
    said: list[str] = []
    for found in walk(record):
        if found.field in _LEFT_OUT or found.value is None or isinstance(found.value, Part):
            continue
        known = found.field in _NAMES and (found.owner is record or isinstance(record, Region))
        (names if known else said).append(_words(found.value))
    if isinstance(record, Case):
        said.append(record.status.value)
    return Entry(
        title=title_of(record),
        address=page_of(record, FOLDER),
        kind=TABLES[type(record)][1],
        id=record.id,
        names=_joined(names),
        text=_joined(said),
    )


def _words(value: Any) -> str:
    """Return a value as words that somebody may look for: a date as it is coded and as it is said.

    A link is found by the name of what it leads to.
    """
    if isinstance(value, FuzzyDate):
        return f"{value} {in_words(value)}"
    if isinstance(value, Term):
        return f"{value} {length(value)}"
    if isinstance(value, Vocabulary):
        return value.value.replace("_", " ")
    if isinstance(value, Citation):
        return str(value)
    if isinstance(value, Entity):
        return value.public_name if isinstance(value, Actor) else value.label
    return "" if isinstance(value, bool) else str(value)


def _joined(texts: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(text for text in texts if text))


def search_data(entries: Iterable[Entry]) -> str:
    """Return the script that holds the entries and the rules of spelling of the look-up."""
    data = {
        "letters": {chr(letter): plain for letter, plain in LETTERS.items()},
        "inside": "".join(map(chr, INSIDE_WORDS)),
        "spellings": [[_for_script(rule.pattern), _back(plain)] for rule, plain in SPELLINGS],
        "entries": [attrs.astuple(one) for one in entries],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.kzSearchData = {text};\n"


def _for_script(pattern: str) -> str:
    r"""Return a rule as JavaScript writes it: a letter there is not ``[^\W\d_]`` but ``\p{L}``."""
    return pattern.replace(r"[^\W\d_]", r"\p{L}")


def _back(plain: str) -> str:
    return re.sub(r"\\(\d)", r"$\1", plain)
