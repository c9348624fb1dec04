"""A dataset in a directory: read, written, and the one that is shipped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

import attrs

from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import DataError, DataErrors, WrongTypeError, in_a_line
from kzseparatism.model.tables import TABLES
from kzseparatism.reading.assembly import Assembly
from kzseparatism.reading.files import Folder, json_text, problem_of_folder
from kzseparatism.reading.private import PRIVATE_NAMES, private_names

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_lock = Lock()
_loaded: list[Dataset] = []


def load() -> Dataset:
    """Return the shipped dataset. It is read once; later calls, in any thread, get the same one."""
    with _lock:
        if not _loaded:
            _loaded.append(Assembly(_shipped_data(), _shipped_data()).dataset())
    return _loaded[0]


def read(directory: str | os.PathLike[str]) -> Dataset:
    """Return the dataset in ``directory``, which has the files of the shipped one.

    ``regions.json`` may be left out: the shipped one is then used. Raises ``DataErrors`` with
    everything that is wrong in any of the files; nothing is ever half read. The first ten unknown
    ids and keys come with suggestions. Rules between records are not applied here: that is
    ``check``.
    """
    if not isinstance(directory, str | os.PathLike):
        raise WrongTypeError("directory", directory, "is not a path")
    problem = problem_of_folder(os.fspath(directory))
    if problem:
        name = in_a_line(os.fspath(directory))
        raise DataErrors(f"nothing was read from {name}", [DataError(name, "$", "", problem)])
    return Assembly(Folder(os.fspath(directory)), _shipped_data()).dataset()


def read_values(files: Mapping[str, Any]) -> Dataset:
    """Return the dataset of files that say these values, by their names; errors as ``read``.

    There are no such files afterwards: the dataset has no folder, and problems have no lines.
    """
    from pathlib import Path  # noqa: PLC0415 - most scripts read a folder, and take long to start
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - as above

    with TemporaryDirectory() as folder:
        for name, value in files.items():
            (Path(folder) / name).write_text(json_text(value), encoding="utf-8", newline="\n")
        try:
            dataset = read(folder)
        except DataErrors as errors:
            found = [DataError(*problem.args) for problem in errors.problems]
            message = "nothing was read"
            raise DataErrors(message, found) from None
    return attrs.evolve(dataset, directory=None)


def _shipped_data() -> Folder | Traversable:
    """Return the folder of the data, which stands in an archive where the library does."""
    data = Folder(os.path.dirname(os.path.dirname(__file__))) / "data"  # noqa: PTH120 - see there
    if data.is_dir():
        return data
    from importlib.resources import files  # noqa: PLC0415 - takes as long as a table

    return files("kzseparatism") / "data"


def canonical_files(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield the name and the canonical text of each file of a dataset."""
    from kzseparatism.reading.converter import row_writer  # noqa: PLC0415 - most scripts only read

    about = row_writer(About)(dataset.about)
    yield "dataset.json", json_text(about)
    yield PRIVATE_NAMES, json_text(private_names(dataset.actors))
    for name, table in dataset.tables():
        kind: Any = TABLES[name]
        write = row_writer(kind)
        rows = [write(record) for record in table]
        yield f"{name}.json", json_text([_without_private_name(row) for row in rows])


def write(dataset: Dataset, directory: str | os.PathLike[str]) -> None:
    """Write the files of a dataset into an existing directory, replacing those that are there."""
    from pathlib import Path  # noqa: PLC0415 - as above

    for name, text in canonical_files(dataset):
        (Path(directory) / name).write_text(text, encoding="utf-8", newline="\n")


def _without_private_name(row: dict[str, object]) -> dict[str, object]:
    if not row.get("private"):
        return row
    return {key: value for key, value in row.items() if key not in ("name", "aliases")}
