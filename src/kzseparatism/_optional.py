"""Packages that only some functions need: imported when asked for, or said how to get."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kzseparatism.errors import MissingExtraError


def optional(module: str, *, extra: str, package: str = "") -> Any:
    """Return an imported module that belongs to an extra of this library.

    ``package`` is what is installed for it, if that has another name. Raises
    ``MissingExtraError`` where it is not installed; a fault inside the package is raised as it is.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise
    raise MissingExtraError(extra, package or module.partition(".")[0])
