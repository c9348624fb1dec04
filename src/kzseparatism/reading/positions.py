"""Lines and columns of problems: looked up again in the files when a problem is to be told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.errors import DataError
from kzseparatism.reading import json_places
from kzseparatism.reading.files import LARGEST_FILE, Folder
from kzseparatism.reading.json_places import Steps


class Positions:
    """The places of problems in the files of a folder, each of which is read once."""

    def __init__(self, directory: str | os.PathLike[str]) -> None:
        self._directory = Folder(os.fspath(directory))
        self._texts: dict[str, str] = {}
        self._rows: dict[str, list[int]] = {}

    def of(self, error: DataError) -> DataError:
        """Return a problem with its line and column, or as it is where these can't be found.

        They are those of the value; of what encloses it, where the file leaves the value out. A
        file whose row is another record by now, or that is not JSON, has no place for it.
        """
        text = "" if error.line is not None else self._text(error.origin)
        if not text:
            return error
        steps = json_places.steps_of(error.path)
        if not steps and error.record:
            steps = [error.record]  # the file of private names: its keys are ids
        try:
            offset = self._offset(error.origin, text, steps, error.record)
        except (ValueError, IndexError, RecursionError):
            return error
        return error if offset is None else error.at(*json_places.line_and_column(text, offset))

    def _offset(self, origin: str, text: str, steps: Steps, record: str) -> int | None:
        offset = json_places.start(text)
        if not steps or isinstance(steps[0], str):
            return json_places.descend(text, offset, steps)
        if origin not in self._rows:
            self._rows[origin] = json_places.elements(text, offset)
        offset = self._rows[origin][steps[0]]
        if record and not _is_called(text, offset, record):
            return None
        return json_places.descend(text, offset, steps[1:])

    def _text(self, origin: str) -> str:
        if origin not in self._texts:
            try:
                with (self._directory / origin).open("rb") as file:
                    self._texts[origin] = file.read(LARGEST_FILE).decode()
            except (OSError, ValueError):
                self._texts[origin] = ""
        return self._texts[origin]


def _is_called(text: str, offset: int, record: str) -> bool:
    row, _ = json.JSONDecoder().raw_decode(text, offset)
    return isinstance(row, dict) and record in (row.get("id"), row.get("paragraph"))


def in_files(dataset: Dataset, problems: Iterable[DataError]) -> Iterator[DataError]:
    """Yield problems of a dataset with their lines in the folder that it was read from, if any."""
    if dataset.directory is None:
        return iter(problems)
    return map(Positions(dataset.directory).of, problems)
