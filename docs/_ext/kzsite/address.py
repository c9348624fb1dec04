"""Where each record has its page, and how a page links to it.

Links are relative. ``BASE`` leads from the page of a record, or a list of them, to the folder of
the dataset; a page elsewhere gives its own way there.
"""

from __future__ import annotations

from typing import Any

from kzseparatism.citing import citations_in_brief
from kzseparatism.model import Citation, LedgerRow, Source, Statement
from kzseparatism.model.tables import TABLES as REGISTER
from kzseparatism.vocab import Vocabulary
from kzsite.headline import title_of
from kzsite.markup import escaped, link, slug

BASE = ".."
FOLDER = "dataset"

# What people look for stands first; the other tables follow in the order of the register.
_FIRST = ("cases", "statements", "actors", "events", "places")

# The tables whose records have pages, and the word for one of their records.
TABLES: dict[type, tuple[str, str]] = {
    REGISTER[name]: (name, REGISTER[name].__name__.lower())
    for name in dict.fromkeys((*_FIRST, *REGISTER))
    if REGISTER[name] is not LedgerRow
}


def table_of(record: object) -> str:
    """Return the name of the table of a record."""
    return TABLES[type(record)][0]


def path_of(record: Any) -> str:
    """Return the path of a record's page below the folder of the dataset."""
    return f"{table_of(record)}/{record.id}.md"


def name_of(record: Any) -> str:
    """Return the words by which a link shows a record."""
    if isinstance(record, Statement):
        # Never the words alone: they are the speaker's, and not ours.
        return f"{'; '.join(speaker.name for speaker in record.speakers)}: {record.summary}"
    return title_of(record) if isinstance(record, Source) else str(record.label)


def page_of(record: Any, base: str = BASE) -> str:
    """Return the address of a record's page as HTML has it."""
    return f"{base}/{path_of(record).removesuffix('.md')}.html"


def reference(record: Any, base: str = BASE) -> str:
    """Return a link to the page of a record, or to the anchor of a paragraph."""
    if isinstance(record, LedgerRow):
        return cited(record.paragraph, base)
    return link(name_of(record), f"{base}/{path_of(record)}")


def anchor_of(paragraph: int) -> str:
    """Return the anchor of a paragraph on the page of its document."""
    return f"p{paragraph}"


def cited(citation: Citation, base: str = BASE, words: str = "") -> str:
    """Return a link to a paragraph in the ledger of its document."""
    target = f"{base}/{path_of(citation.source)}#{anchor_of(citation.paragraph)}"
    return link(words or citations_in_brief([citation]), target)


def word_anchor(word: Vocabulary) -> str:
    """Return the anchor of a word of a vocabulary in the codebook."""
    return slug(f"{type(word).__name__}-{word.value}")


def word(value: Vocabulary, base: str = BASE) -> str:
    """Return a word of a vocabulary, linked to its definition."""
    return link(value.value.replace("_", " "), f"{base}/../codebook.md#{word_anchor(value)}")


def variable(record: type, name: str, base: str = BASE) -> str:
    """Return the name of a field, linked to its definition."""
    target = f"{base}/../codebook.md#{slug(f'{record.__name__}.{name}')}"
    return f"[{escaped(name.replace('_', ' '))}]({target})"
