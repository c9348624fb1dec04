"""The records as plain tables, for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from kzseparatism.citing import by_document, document_in_brief, paragraphs_in_words
from kzseparatism.dataset import Dataset
from kzseparatism.exploring.content import shown_tables
from kzseparatism.model import Case, Record, Source
from kzseparatism.model.families import Entity
from kzseparatism.views.outline import outline

# What the page is about; the other records are found by way of the scripts.
_TABLES = ("cases", "statements", "events", "sources")


def plain_tables(dataset: Dataset) -> str:
    """Return the tables of cases, statements, events and sources as HTML.

    The ends of rows and cells are left out, as HTML lets them be.
    """
    tables = shown_tables(dataset)
    return "\n".join(_table(name, tables[name]) for name in _TABLES if tables[name])


def _table(name: str, records: Sequence[Entity]) -> str:
    head = "".join(f'<th scope="col">{escape(heading)}' for heading in outline(records[0]))
    body = "\n".join(f'<tr id="{escape(one.id)}">{"".join(_cells(one))}' for one in records)
    title = f"{name.capitalize()} ({len(records)})"
    return (
        f'<h2>{title}</h2>\n<div class="scroller" tabindex="0" role="region" aria-label="{title}">'
        f"<table><thead><tr>{head}</thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _cells(record: Any) -> Iterator[str]:
    for name, text in outline(record).items():
        if name == "source":
            yield f"<td>{_documents(record)}"
        elif isinstance(record, Source) and name == "title" and is_web(record.url):
            yield f'<td><a href="{escape(record.url or "")}">{escape(text)}</a>'
        else:
            yield f"<td>{escape(text)}"


def _documents(record: Record) -> str:
    """Return the documents of a record; a case links to the articles, the others to their row."""
    documents = by_document(record.all_citations).items()
    return "; ".join(_linked(record, source, numbers) for source, numbers in documents)


def _linked(record: Record, source: Source, numbers: list[int]) -> str:
    words = escape(f"{document_in_brief(source)}, {paragraphs_in_words(numbers)}")
    direct = isinstance(record, Case) and is_web(source.url)
    address = source.url if direct else f"#{source.id}"
    return f'<a href="{escape(address or "")}">{words}</a>'


def is_web(address: str | None) -> bool:
    """Return whether an address leads to the web, and not into the page: "javascript:" does not."""
    return (address or "").lower().startswith(("https://", "http://"))
