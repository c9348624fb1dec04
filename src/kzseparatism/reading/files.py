"""JSON text, strictly: from bytes to plain values and back to the one canonical form."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

import attrs

from kzseparatism.errors import DataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

# Ten times what a million-record table would take up in memory is of no use to anybody.
LARGEST_FILE = 256 * 1024 * 1024


@attrs.frozen
class Folder:
    """A path with as much of ``pathlib.Path`` as reading needs, which takes long to import."""

    path: str

    def __truediv__(self, name: str) -> Folder:
        return Folder(os.path.join(self.path, name))  # noqa: PTH118 - as above, and below

    def __str__(self) -> str:
        return self.path

    def open(self, mode: Literal["rb"]) -> BinaryIO:
        """Return the file, open for reading."""
        return open(self.path, mode)  # noqa: PTH123

    def is_file(self) -> bool:
        """Return whether there is a file."""
        return os.path.isfile(self.path)  # noqa: PTH113

    def is_dir(self) -> bool:
        """Return whether there is a folder."""
        return os.path.isdir(self.path)  # noqa: PTH112


def problem_of_folder(directory: str) -> str:
    """Return why no file of a folder can be read, or nothing."""
    if os.path.isfile(directory):  # noqa: PTH113 - a path that no system has is for this to say
        return "is a file, not a folder; read_export reads a file that export wrote"
    try:
        # The folder as seen from inside: to enter it takes a right of its own.
        os.stat(os.path.join(directory, "."))  # noqa: PTH116, PTH118 - a Path leaves the point out
    except FileNotFoundError:
        return "there is no such folder"
    except NotADirectoryError:
        return "is not a folder"
    except (OSError, ValueError) as error:
        return f"the folder can't be read: {getattr(error, 'strerror', None) or error}"
    return ""


def read_json(directory: Folder | Traversable, name: str) -> Any:
    """Return what the JSON file ``name`` in ``directory`` says; any trouble is a ``DataError``."""
    try:
        with (directory / name).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        message = "the file is missing; a table without rows is written []"
        raise DataError(name, "$", "", message) from None
    except (OSError, ValueError) as error:
        # A ValueError is a path that no system has, as one with a null character.
        reason = getattr(error, "strerror", None) or error
        raise DataError(name, "$", "", f"the file can't be read: {reason}") from None
    return parse_json(content, name)


def is_there(directory: Folder | Traversable, name: str) -> bool:
    """Return whether a directory has something of this name, be it a file or not."""
    try:
        return (directory / name).is_file() or (directory / name).is_dir()
    except (OSError, ValueError):
        # Trouble with the path is reported when it is read.
        return True


def parse_json(content: bytes, origin: str) -> Any:
    """Return what JSON text in UTF-8 says, refusing what JSON leaves open.

    A key given twice, NaN and Infinity, a byte order mark, too much depth or length are a
    ``DataError`` that names ``origin``.
    """
    if len(content) > LARGEST_FILE:
        raise DataError(origin, "$", "", f"the file is larger than {LARGEST_FILE} bytes")
    try:
        text = content.decode("utf-8")
        return json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
    except (ValueError, RecursionError, _RefusedError) as error:
        problem = _problem(origin, content, error)
    raise problem


def _problem(origin: str, content: bytes, error: Exception) -> DataError:
    """Return what is wrong with a file, and where."""
    from kzseparatism.reading import json_places  # noqa: PLC0415 - only errors need it

    if isinstance(error, UnicodeDecodeError):
        text = content[: error.start].decode("utf-8")
        offset = len(text)
        message = f"the file is not UTF-8 (byte {error.start}); save it as UTF-8"
    else:
        text = content.decode("utf-8")
        offset, message = 0, str(error)
        if isinstance(error, json.JSONDecodeError):
            offset, message = error.pos, f"is not JSON: {error.msg}"
        elif isinstance(error, RecursionError):
            message = "the brackets are nested too deeply to be a data file"
        elif isinstance(error, _RefusedError):
            offset, message = json_places.first_refused(text)
    return DataError(origin, "$", "", message).at(*json_places.line_and_column(text, offset))


def json_text(value: Any) -> str:
    """Return ``value`` as canonical JSON: two-space indent, real characters, a line break last."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


class _RefusedError(Exception):
    """JSON that a decoder would take; where and why it is refused, is looked up."""


def _no_key_twice(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        raise _RefusedError
    return row


def _no_constant(name: str) -> Any:
    raise _RefusedError(name)
