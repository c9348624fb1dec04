"""The lists: one page for each table, and the page that leads to them."""

from __future__ import annotations

from typing import Any

from kzseparatism.dataset import Dataset
from kzseparatism.model.tables import TABLES as REGISTER
from kzseparatism.views.row import cells
from kzsite.address import BASE, FOLDER, TABLES, path_of
from kzsite.markup import blocks, code, escaped, link, table

_INTRODUCTION = """\
# The dataset

Every record of the dataset has a page here. The pages are made from the data.
The data come from five English-language articles. Language models coded the articles in two passes. No person has checked the coding.

Being accused is not being guilty.
Stages, charges and sentences are recorded separately. What a prosecutor, a court or a defendant says is a statement with a speaker.
An id in brackets replaces the name of a private person. This is [a courtesy, not anonymity](../how-to/pseudonymise.md#what-it-does-not-do).

[Reading a date and a glossary](../explanation/glossary.md) says how to read a date, and what the words on these pages mean.
Each record ends with the paragraphs that it is based on. A link to a paragraph leads to its row in the ledger of the document. The articles themselves are not printed here.
To find a name, use the search box. You can search for names of regions in English, Kazakh and Russian."""  # noqa: E501 - one sentence a line


def _record_of(kind: type) -> str:
    """Return what one record of a table is: the first line about its class."""
    return (kind.__doc__ or "").partition("\n")[0]


def dataset_index(dataset: Dataset) -> str:
    """Return the page that leads to the list of each table."""
    rows = [
        [
            link(name.capitalize(), f"{name}/index.md"),
            str(len(getattr(dataset, name))),
            escaped(_record_of(kind)),
        ]
        for kind, (name, _) in TABLES.items()
    ]
    entries = "\n".join(f"{name}/index" for name, _ in TABLES.values())
    return (
        blocks(
            _INTRODUCTION,
            table(["table", "records", "what a record is"], rows),
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
            escaped(f"{_record_of(REGISTER[name])} The list has {len(rows)}, in data order."),
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
