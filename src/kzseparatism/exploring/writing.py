"""The file of the explorer: made, and written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from kzseparatism.dataset import Dataset
from kzseparatism.errors import WrongTypeError
from kzseparatism.exploring.document import document
from kzseparatism.saving import save


def explorer(
    dataset: Dataset,
    path: str | os.PathLike[str],
    *,
    names: bool = False,
    force: bool = False,
) -> Path:
    """Write a dataset as one page to look at in a browser, and return the path of the file.

    The page needs no other file and no network, and works without scripts as plain tables. Names
    of private persons are replaced by pseudonyms, unless ``names`` is true. A file that is there
    already is left alone, unless ``force`` is true. The same dataset gives the same bytes.

    Raises ``InvalidValueError`` for a path that exists, or whose folder is not there, and
    ``OSError`` where the file can't be written; what stood there before is then still there.

    >>> import tempfile
    >>> import kzseparatism as kz
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = kz.explorer(kz.load(), Path(folder) / "explorer.html")
    ...     page.stat().st_size < 500_000
    True
    """
    if not isinstance(dataset, Dataset):
        raise WrongTypeError("dataset", dataset, "is not a Dataset", "give load() or read(...)")
    for name, value in (("names", names), ("force", force)):
        if not isinstance(value, bool):
            raise WrongTypeError(name, value, "is neither True nor False")

    return save(path, lambda: document(dataset, names=names).encode(), force=force)
