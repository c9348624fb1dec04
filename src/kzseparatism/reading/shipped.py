"""The two ways into a dataset: the shipped one, and anybody's in the same layout."""

from __future__ import annotations

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Lock

from kzseparatism.dataset import Dataset
from kzseparatism.errors import WrongTypeError
from kzseparatism.reading.assembly import Assembly

_lock = Lock()
_loaded: list[Dataset] = []


def load() -> Dataset:
    """Return the shipped dataset. It is read once; later calls, in any thread, get the same one."""
    with _lock:
        if not _loaded:
            _loaded.append(Assembly(_shipped(), _shipped()).dataset())
    return _loaded[0]


def read(directory: str | os.PathLike[str]) -> Dataset:
    """Return the dataset in ``directory``, which has the files of the shipped one.

    ``regions.json`` may be left out: the shipped one is then used. Raises ``DataErrors`` with
    everything that is wrong in any of the files; nothing is ever half read. Rules between records
    are not applied here: that is ``check``.
    """
    if not isinstance(directory, str | os.PathLike):
        raise WrongTypeError("directory", directory, "is no path")
    return Assembly(Path(directory), _shipped()).dataset()


def _shipped() -> Traversable:
    return files("kzseparatism") / "data"
