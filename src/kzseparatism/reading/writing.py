"""From a dataset back to files, in the one canonical form."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kzseparatism.dataset import About, Dataset
from kzseparatism.reading.converter import ROWS, row_writer, writing_converter
from kzseparatism.reading.files import json_text
from kzseparatism.reading.private import PRIVATE_NAMES, private_names


def canonical_files(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the name and the canonical text of each file of a dataset."""
    converter = writing_converter()
    about = row_writer(About, converter)(dataset.about)
    yield "dataset.json", json_text(about)
    yield PRIVATE_NAMES, json_text(private_names(dataset.actors))
    for name, table in dataset.tables():
        write = row_writer(ROWS[name], converter)
        rows = [write(record) for record in table]
        yield f"{name}.json", json_text([_without_private_name(row) for row in rows])


def write(dataset: Dataset, directory: str | os.PathLike[str]) -> None:
    """Write the files of a dataset into an existing directory, replacing those that are there."""
    for name, text in canonical_files(dataset):
        (Path(directory) / name).write_text(text, encoding="utf-8", newline="\n")


def _without_private_name(row: dict[str, object]) -> dict[str, object]:
    if not row.get("private"):
        return row
    return {key: value for key, value in row.items() if key not in ("name", "aliases")}
