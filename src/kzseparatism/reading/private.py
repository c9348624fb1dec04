"""Names of private persons: kept in a file of their own, joined to the actors when read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kzseparatism.errors import DataError
from kzseparatism.model import Actor

PRIVATE_NAMES = "private_names.json"
_KEYS = ("name", "aliases")


def with_private_names(rows: Sequence[Any], names: Any, errors: list[DataError]) -> list[Any]:
    """Return the rows of the actors, each private one with its name; add what is wrong to errors.

    ``names`` is what the file of private names says: an object of objects by actor id, each with
    ``name`` and, if there are any, ``aliases``. None stands for a file that could not be read.
    """
    if names is not None and not isinstance(names, dict):
        errors.append(DataError(PRIVATE_NAMES, "$", "", "must be an object of names by actor id"))
        names = None
    joined = [_joined(index, row, names, errors) for index, row in enumerate(rows)]
    private = {row.get("id") for row in rows if _is_private(row)}
    for actor_id in names or {}:
        if actor_id not in private:
            message = "is the id of no private actor; take the entry out, or mark the actor"
            errors.append(DataError(PRIVATE_NAMES, "$", actor_id, message))
    return joined


def private_names(actors: Sequence[Actor]) -> dict[str, dict[str, Any]]:
    """Return what the file of private names says of these actors: inverse of joining them."""
    entries: dict[str, dict[str, Any]] = {}
    for actor in actors:
        if actor.private:
            aliases = {"aliases": list(actor.aliases)} if actor.aliases else {}
            entries[actor.id] = {"name": actor.name} | aliases
    return entries


def _is_private(row: Any) -> bool:
    return isinstance(row, dict) and row.get("private") is True


def _joined(index: int, row: Any, names: Any, errors: list[DataError]) -> Any:
    if not _is_private(row):
        return row
    actor_id = row.get("id")
    place = ("actors.json", f"$[{index}]", actor_id if isinstance(actor_id, str) else "")
    if any(key in row for key in _KEYS):
        message = f"a private person's name stands in {PRIVATE_NAMES} and nowhere else; move it"
        errors.append(DataError(*place, message))
    if names is None:
        return row | {"name": "unread"}
    entry = names.get(actor_id) if isinstance(actor_id, str) else None
    if not isinstance(entry, dict) or not set(entry) <= set(_KEYS) or "name" not in entry:
        message = f"needs an entry in {PRIVATE_NAMES}, with name and perhaps aliases"
        errors.append(DataError(*place, message))
        return row | {"name": "unread"}
    return row | entry
