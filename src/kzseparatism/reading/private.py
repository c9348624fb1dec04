"""Names of private persons: kept in a file of their own, joined to the actors when read.

No message prints such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kzseparatism.errors import DataError
from kzseparatism.model import Actor
from kzseparatism.model.fields import is_identifier, problem_of_text

PRIVATE_NAMES = "private_names.json"
_KEYS = ("name", "aliases")
_LONGEST_NAME = 200
_QUOTED = re.compile(r'"([^"]{1,200})')
# Stands in for a name whose problem is reported, so that the rest of the row is checked as well.
_HIDDEN = {"name": "[private person]"}


def with_private_names(
    rows: Sequence[Any], names: object, errors: list[DataError], *, unread: bool
) -> list[Any]:
    """Return the rows of the actors, each private one with its name; add what is wrong to errors.

    ``names`` is what the file of private names says: an object of objects by actor id, each with
    ``name`` and, if there are any, ``aliases``; ``unread`` says that the file could not be read.
    """
    if not unread and not isinstance(names, dict):
        message = "must be an object of names by actor id, in curly brackets"
        errors.append(DataError(PRIVATE_NAMES, "$", "", message))
    entries = names if isinstance(names, dict) else None
    joined = [_joined(index, row, entries, errors) for index, row in enumerate(rows)]
    private = {_id_of(row) for row in rows if _is_private(row)}
    for actor_id in entries or ():
        if actor_id not in private:
            message = "is not the id of a private actor; take the entry out, or mark the actor"
            shown = actor_id if is_identifier(actor_id) else ""
            errors.append(
                DataError(PRIVATE_NAMES, "$", shown, message if shown else f"a key {message}")
            )
    return joined


def names_in(content: object) -> Iterator[str]:
    """Yield every text that stands for a name in a file of private names, however it is nested."""
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
            yield from (key for key in value if not is_identifier(key))


def names_in_bytes(content: bytes) -> Iterator[str]:
    """Yield what may be a name in a file of private names that is no JSON, or is cut off."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251"):
        for match in _QUOTED.finditer(content.decode(encoding, errors="ignore")):
            if not is_identifier(match[1]):
                yield match[1]


def public_names(rows: object) -> Iterator[str]:
    """Yield the names of the actors in the rows of a table that are not marked as private."""
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict) and not _is_private(row):
            yield from names_in([row.get("name"), row.get("aliases")])


def private_names(actors: Sequence[Actor]) -> dict[str, dict[str, Any]]:
    """Return what the file of private names says of these actors: inverse of joining them."""
    entries: dict[str, dict[str, Any]] = {}
    for actor in actors:
        if actor.private:
            aliases = {"aliases": list(actor.aliases)} if actor.aliases else {}
            entries[actor.id] = {"name": actor.name} | aliases
    return entries


def _is_private(row: Any) -> bool:
    # A flag that is neither true nor false is reported elsewhere; until then it hides the name.
    return isinstance(row, dict) and row.get("private", False) is not False


def _id_of(row: dict[str, Any]) -> str:
    actor_id = row.get("id")
    return actor_id if isinstance(actor_id, str) else ""


def _joined(index: int, row: Any, entries: dict[str, Any] | None, errors: list[DataError]) -> Any:
    if not _is_private(row):
        return row
    actor_id = _id_of(row)
    if any(key in row for key in _KEYS):
        message = f"a private person's name stands in {PRIVATE_NAMES} and nowhere else; move it"
        errors.append(DataError("actors.json", f"$[{index}]", actor_id, message))
    rest = {key: value for key, value in row.items() if key not in _KEYS}
    if entries is None:
        return rest | _HIDDEN
    if actor_id not in entries:
        message = f"needs an entry in {PRIVATE_NAMES}, with name and perhaps aliases"
        errors.append(DataError("actors.json", f"$[{index}]", actor_id, message))
        return rest | _HIDDEN
    problem = _problem_of(entries[actor_id])
    if problem:
        message = f"the entry in {PRIVATE_NAMES} {problem}"
        errors.append(DataError(PRIVATE_NAMES, "$", actor_id, message))
        return rest | _HIDDEN
    return rest | entries[actor_id]


def _problem_of(entry: object) -> str:
    if not isinstance(entry, dict) or not set(entry) <= set(_KEYS) or "name" not in entry:
        return "must be an object with 'name' and perhaps 'aliases', and nothing else"
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list):
        return "must have its aliases in a list, in square brackets"
    for text in (entry["name"], *aliases):
        if problem := _problem_of_name(text):
            return f"has a name or alias that {problem}"
    if len({entry["name"], *aliases}) <= len(aliases):
        return "has a name or alias twice; name each once"
    return ""


def _problem_of_name(text: object) -> str:
    if not isinstance(text, str) or not text:
        return "is not text"
    if len(text) > _LONGEST_NAME:
        return f"has more than {_LONGEST_NAME} characters"
    return problem_of_text(text)
