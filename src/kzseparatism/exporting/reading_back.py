"""An exported file as a dataset again: an SQLite database or a Data Package."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from kzseparatism.dataset import Dataset
from kzseparatism.errors import DataErrors, InvalidValueError, WrongTypeError, in_a_line
from kzseparatism.reading.directories import read_values

# The rows of each relation, and what the dataset says about itself.
Found: TypeAlias = tuple[Mapping[str, list[dict[str, Any]]], Mapping[str, Any]]


def read_export(path: str | os.PathLike[str]) -> Dataset:
    """Return the dataset in a file that ``export`` wrote as ``sqlite`` or as ``csv``.

    It is equal to the dataset that was exported, with the names that were written: read a file
    that was written with ``names=True``, and nothing is lost. What follows from other columns,
    such as months or a status, is worked out anew.

    Raises ``InvalidValueError`` for a file that is neither, or that lacks a table or a column, and
    ``DataErrors`` with everything that is wrong in the records, as ``read`` does.

    >>> import tempfile
    >>> import kzseparatism as kz
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = kz.export(kz.load(), Path(folder) / "data.csv.zip", names=True)
    ...     kz.read_export(file) == kz.load()
    True
    """
    if not isinstance(path, str | os.PathLike):
        raise WrongTypeError("path", path, "is not a path")
    shown = os.fspath(path)
    if not Path(path).is_file():
        raise InvalidValueError("path", shown, "is not a file that is there")
    relations, about = _taker(Path(path))(Path(path))
    from kzseparatism.exporting.records import files_of  # noqa: PLC0415 - as in writing.py

    try:
        return read_values(files_of(relations) | {"dataset.json": dict(about)})
    except DataErrors as errors:
        message = f"nothing was read from {in_a_line(shown)}"
        raise DataErrors(message, errors.problems) from None


def _taker(path: Path) -> Callable[[Path], Found]:
    from kzseparatism.exporting.taking import (  # noqa: PLC0415 - as in writing.py
        from_database,
        from_package,
        refused,
    )

    with path.open("rb") as file:
        beginning = file.read(16)
    if beginning.startswith(b"SQLite format 3"):
        return from_database
    if beginning.startswith(b"PK"):
        return from_package
    raise refused(path, "is neither an SQLite database nor a Data Package in a zip")
