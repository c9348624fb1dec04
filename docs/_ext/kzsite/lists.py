"""The lists: one page for each table, and the page that leads to them."""

from __future__ import annotations

from typing import Any

from kzseparatism.dataset import Dataset
from kzseparatism.views.row import cells
from kzsite.address import BASE, FOLDER, TABLES, path_of
from kzsite.markup import blocks, code, escaped, link, table

_INTRODUCTION = """\
# The dataset

Every record of the dataset has a page here, made from the data themselves.
Names of private persons are replaced by an id in brackets. That is a courtesy, not anonymity: date, place and term identify people in one search.

Being accused is not being guilty.
Stages, charges and sentences are told apart, and what a prosecutor, a court or a defendant says is a statement with a speaker.

Each record ends with the paragraphs on which it rests.
A link to a paragraph leads to its row in the ledger of the document; the articles themselves are not printed here.
To find a name, use the search box: names of regions can be searched in English, Kazakh and Russian."""  # noqa: E501 - one sentence a line

_SAYS = {
    "cases": "Prosecutions, plots, uprisings and counts of them.",
    "statements": "Who said what, when, and how closely a document renders it.",
    "actors": "Who acts, speaks, is spoken to, publishes or is prosecuted.",
    "events": "Other happenings that can be dated.",
    "places": "Places that the documents name.",
    "regions": "Kazakhstan's first-level units, today's and former, with their names.",
    "provisions": "What a document says the law says.",
    "discrepancies": "What contradicts itself or looks impossible, and how it was coded.",
    "sources": "The coded documents, paragraph by paragraph.",
}


def dataset_index(dataset: Dataset) -> str:
    """Return the page that leads to the list of each table."""
    rows = [
        [link(name.capitalize(), f"{name}/index.md"), str(len(getattr(dataset, name))), says]
        for name, says in _SAYS.items()
    ]
    entries = "\n".join(f"{name}/index" for name in _SAYS)
    return (
        blocks(
            _INTRODUCTION,
            table(["table", "records", "what it holds"], rows),
            escaped(f"Data version {dataset.about.version}, last coded {dataset.about.coded}."),
            f"```{{toctree}}\n:hidden:\n\n{entries}\n```",
        )
        + "\n"
    )


def list_page(name: str, dataset: Dataset) -> str:
    """Return the list of a table, in the order of its file."""
    records = getattr(dataset, name)
    shown = [cells(record) for record in records]
    headings = _in_order(list(shown[0])) if shown else ["id"]
    rows = [_row(record, list(row.values())) for record, row in zip(records, shown, strict=True)]
    return (
        blocks(
            "---\nhide-toc: true\n---",
            f"# {name.capitalize()}",
            f"{_SAYS[name]} {len(rows)} in all, in the order of the data.",
            f"{{.wide}}\n{table(headings, rows)}",
        )
        + "\n"
    )


def _row(record: Any, texts: list[str]) -> list[str]:
    """Return the cells of a record; the first one leads to its page, and the id stands last."""
    *others, shown = texts
    plain = [code(text) if text == record.id else escaped(text) for text in others]
    return _in_order([*plain, link(shown, f"{BASE}/{path_of(record)}")])


def _in_order(row: list[str]) -> list[str]:
    return [row[-1], *row[:-1]]


def list_pages(dataset: Dataset) -> dict[str, str]:
    """Return the paths and texts of all lists."""
    pages = {f"{FOLDER}/index.md": dataset_index(dataset)}
    for name, _ in TABLES.values():
        pages[f"{FOLDER}/{name}/index.md"] = list_page(name, dataset)
    return pages
