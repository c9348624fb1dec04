"""Where in a JSON file something stands: line and column of a path such as ``$[12].date``.

Parsed JSON has forgotten this, so that it is looked up again, only when a problem is to be told.
"""

from __future__ import annotations

import os
import re
from json import JSONDecoder
from typing import Any

from kzseparatism.errors import DataError
from kzseparatism.reading.files import LARGEST_FILE, Folder

_STEP = re.compile(r"\[(\d+)\]|\.([^.\[\]]+)")
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = JSONDecoder()


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
        if error.line is not None:
            return error
        text = self._text(error.origin)
        steps = [int(n) if n else key for n, key in _STEP.findall(error.path)]
        if not steps and error.record:
            steps = [error.record]  # the file of private names: its keys are ids
        try:
            offset = self._offset(error.origin, text, steps, error.record)
        except (ValueError, IndexError, RecursionError):
            return error
        return error if offset is None else error.at(*line_and_column(text, offset))

    def _offset(self, origin: str, text: str, steps: list[int | str], record: str) -> int | None:
        if not steps:
            return None
        offset = _after_space(text, 0)
        first, *others = steps
        if isinstance(first, str):
            return _descend(text, offset, steps)
        if origin not in self._rows:
            self._rows[origin] = _elements(text, offset) if text[offset] == "[" else []
        offset = self._rows[origin][first]
        row, _ = _DECODER.raw_decode(text, offset)
        if record and not _is_called(row, record):
            return None
        return _descend(text, offset, others)

    def _text(self, origin: str) -> str:
        if origin not in self._texts:
            try:
                with (self._directory / origin).open("rb") as file:
                    self._texts[origin] = file.read(LARGEST_FILE).decode()
            except (OSError, ValueError):
                self._texts[origin] = ""
        return self._texts[origin]


def _is_called(row: Any, record: str) -> bool:
    return isinstance(row, dict) and record in (row.get("id"), row.get("paragraph"))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of a character of a text, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _after_space(text: str, offset: int) -> int:
    space = _SPACE.match(text, offset)
    return offset if space is None else space.end()


def _descend(text: str, offset: int, steps: list[Any]) -> int:
    """Return where the value at the end of some steps is, or the last that is there."""
    for step in steps:
        inner = (
            _element(text, offset, step) if isinstance(step, int) else _member(text, offset, step)
        )
        if inner is None:
            break
        offset = inner
    return offset


def _element(text: str, offset: int, index: int) -> int | None:
    found = _elements(text, offset) if text[offset] == "[" else []
    return found[index] if index < len(found) else None


def _elements(text: str, offset: int) -> list[int]:
    found = []
    offset = _after_space(text, offset + 1)
    while text[offset] != "]":
        found.append(offset)
        offset = _next(text, offset)
    return found


def _member(text: str, offset: int, name: str) -> int | None:
    if text[offset] != "{":
        return None
    offset = _after_space(text, offset + 1)
    while text[offset] != "}":
        key, end = _DECODER.raw_decode(text, offset)
        value = _after_space(text, _after_space(text, end) + 1)
        if key == name:
            return value
        offset = _next(text, value)
    return None


def _next(text: str, offset: int) -> int:
    """Return where the next element or key begins, or the bracket that ends them."""
    _, end = _DECODER.raw_decode(text, offset)
    end = _after_space(text, end)
    return _after_space(text, end + 1) if text[end] == "," else end
