"""One record in full: each field in words, each part on a line with where it is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from kzseparatism.listing import cells
from kzseparatism.model import Case, Citation, Part, RegionName
from kzseparatism.model.fields import is_identified

# Shown together with the date, in one breath.
_ABOUT_DATES = ("date_text", "date_basis")


def described(record: Any) -> dict[str, str]:
    """Return the fields of a record that say something, each as text, in order."""
    rows = dict(_fields(record))
    if isinstance(record, Case):
        rows["status"] = record.status.value
    return rows


def _fields(record: Any) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.name == "date" and hasattr(record, "date_basis"):
            yield field.name, _date(record)
        elif field.name not in _ABOUT_DATES and value not in (None, "", (), False):
            yield field.name.replace("_", " "), _text(value)


def _date(record: Any) -> str:
    if record.date is None:
        return "no date"
    printed = f', "{record.date_text}"' if record.date_text else ""
    return f"{record.date} ({record.date_basis.value}{printed})"


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        separator = ", " if all(isinstance(item, Citation) for item in value) else "\n"
        return separator.join(map(_text, value))
    if is_identified(value):
        name = title(value)
        return name if value.id in name else f"{name} ({value.id})"
    if isinstance(value, Part | RegionName):
        return _part(value)
    return "yes" if value is True else str(value)


def title(record: Any) -> str:
    """Return the name of a record, or what stands last in its row."""
    return str(getattr(record, "name", "") or list(cells(record).values())[-1])


def _part(part: Any) -> str:
    """Return a part in a line: what it is first, its citations in brackets last."""
    told = dict(_fields(part))
    cited = told.pop("citations", "")
    # What a part is stands in its first field; what the others are has to be said.
    first, *rest = told.items()
    words = [first[1], *(f"{name} {text}" for name, text in rest)]
    line = "; ".join(word.replace("\n", ", ") for word in words)
    return f"- {line} [{cited}]" if cited else f"- {line}"
