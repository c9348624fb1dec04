"""An exported file: made whole in memory, and then written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from kzseparatism.dataset import Dataset
from kzseparatism.errors import DataErrors, WrongTypeError
from kzseparatism.exporting.formats import format_for, stem
from kzseparatism.integrity import check
from kzseparatism.saving import save


def export(
    dataset: Dataset,
    path: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002 - the word that the command has, too
    *,
    names: bool = False,
    force: bool = False,
) -> Path:
    """Write a dataset as a file for other programs, and return the path of the file.

    The name of the file says the format by its ending (``.sqlite``, ``.csv.zip``, ``.xlsx``,
    ``.parquet.zip``, ``.dta.zip``, ``.sav.zip``, ``.ftm.json``, ``.jsonld``, ``.graphml``), or
    ``format`` does. Formats of several files are one zip. Names of private
    persons are replaced by pseudonyms, unless ``names`` is true. A file that is there already is
    left alone, unless ``force`` is true. The same dataset gives the same bytes.

    Raises ``InvalidValueError`` for a format that is unknown, and for a path that exists or whose
    folder is not there; ``DataErrors`` for a dataset that breaks rules of ``check``;
    ``MissingExtraError`` where the format needs a package that is not installed; ``OSError`` where
    the file can't be written. What stood there before is then still there.

    >>> import tempfile
    >>> import kzseparatism as kz
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = kz.export(kz.load(), Path(folder) / "separatism.sqlite")
    ...     file.read_bytes()[:15]
    b'SQLite format 3'
    """
    if not isinstance(dataset, Dataset):
        raise WrongTypeError("dataset", dataset, "is not a Dataset", "give load() or read(...)")
    for argument, value in (("names", names), ("force", force)):
        if not isinstance(value, bool):
            raise WrongTypeError(argument, value, "is neither True nor False")
    given: object = path
    if not isinstance(given, str | os.PathLike):
        raise WrongTypeError("path", path, "is not a path")
    name = Path(path).name

    def content() -> bytes:
        write = format_for(os.fspath(path), format).writer()
        problems = check(dataset)
        if problems:
            message = "the dataset breaks rules, and was not exported"
            raise DataErrors(message, problems)
        # What all formats are made of is imported when there is something to write.
        from kzseparatism.exporting.material import Material  # noqa: PLC0415

        return write(Material.of(dataset, name=stem(name), names=names))

    return save(path, content, force=force)
