"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kzseparatism.errors import InvalidValueError, WrongTypeError


def save(
    path: str | os.PathLike[str], content: Callable[[], bytes], *, force: bool = False
) -> Path:
    """Write a file under its name only when all of it is on the disk, and return its path.

    ``content`` is asked only where the path can be used. Raises ``WrongTypeError`` for what is no
    path; ``InvalidValueError`` for a folder, for a file that exists where ``force`` is false, and
    for a path whose folder is not there; ``OSError``, with the path, where the system refuses.
    Whatever goes wrong, no half of a file is left, and an old file is as it was.
    """
    target = _usable(path, force=force)
    data = content()
    try:
        _replace(target, data)
    except OSError as error:
        # The name that the system knows is that of a file which is gone again.
        raise type(error)(error.errno, error.strerror, os.fspath(path)) from None
    return target


def _usable(path: str | os.PathLike[str], *, force: bool) -> Path:
    if not isinstance(path, str | os.PathLike):
        raise WrongTypeError("path", path, "is not a path")
    shown = os.fspath(path)
    if not shown or "\0" in str(shown):
        raise InvalidValueError("path", shown, "is not a path", "give the name of a file")
    target = Path(path)
    if target.is_dir():
        raise InvalidValueError("path", shown, "is a folder", "give the name of a file in it")
    if not target.parent.is_dir():
        raise InvalidValueError("path", shown, "is in a folder that is not there", "make it first")
    if target.exists() and not force:
        remedy = "choose another name, or replace it with force (--force)"
        raise InvalidValueError("path", shown, "exists already", remedy)
    return target


def _replace(target: Path, data: bytes) -> None:
    # In the same folder, so that it is on the same disk and the last step is one step.
    part = target.with_name(f".{target.name[:60]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
