"""The lists: one page for each table, and the page that leads to them."""

from __future__ import annotations

from kzseparatism.dataset import Dataset
from kzseparatism.model.tables import TABLES as REGISTER
from kzsite.address import BASE, FOLDER, TABLES
from kzsite.markup import blocks, escaped, link, table
from kzsite.order import in_order, is_by_date
from kzsite.record_table import record_table

_INTRODUCTION = """\
# The dataset

Every record of the dataset has a page here. The pages are made from the data.
The id in brackets replaces the name of a private person.
[Questions people ask](../questions-people-ask.md) says who made the data and what they are good for, and [Reading a date and a glossary](../explanation/glossary.md) what the dates and words mean.

Each record ends with the paragraphs that it is based on, and with a link to the article. A link to a paragraph leads to its row in the ledger of the document."""  # noqa: E501 - one sentence a line


def record_of(kind: type) -> str:
    """Return what one record of a table is: the first line about its class."""
    return (kind.__doc__ or "").partition("\n")[0]


def dataset_index(dataset: Dataset) -> str:
    """Return the page that leads to the list of each table."""
    rows = [
        [
            link(name.capitalize(), f"{name}/index.md"),
            str(len(getattr(dataset, name))),
            escaped(record_of(kind)),
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
    """Return the list of a table, by date or by the alphabet."""
    records = in_order(getattr(dataset, name))
    order = "by date, what has no date last" if is_by_date(REGISTER[name]) else "by the alphabet"
    return (
        blocks(
            "---\nhide-toc: true\n---",
            f"# {name.capitalize()}",
            escaped(f"{record_of(REGISTER[name])} The list has {len(records)}, {order}."),
            record_table(records, BASE, name.capitalize()) if records else "",
        )
        + "\n"
    )


def list_pages(dataset: Dataset) -> dict[str, str]:
    """Return the paths and texts of all lists."""
    pages = {f"{FOLDER}/index.md": dataset_index(dataset)}
    for name, _ in TABLES.values():
        pages[f"{FOLDER}/{name}/index.md"] = list_page(name, dataset)
    return pages
