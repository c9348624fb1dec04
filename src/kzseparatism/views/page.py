"""One record in full: each field in words, each part on a line with where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from kzseparatism.citing import by_document, citations_in_brief, citations_in_words
from kzseparatism.model import Case, Citation
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.record import Cited, Dated

# Shown together with the date, in one breath.
_ABOUT_DATES = ("date_text", "date_basis")


def described(record: Any) -> dict[str, str]:
    """Return the fields of a record that say something, each as text, in order.

    Citations stand in words, one document a line, with the address of the article if it is known.
    """
    rows = dict(_fields(record))
    if isinstance(record, Cited):
        rows["citations"] = "\n".join(_with_address(record.citations))
    if isinstance(record, Case):
        rows["status"] = record.status.value
    return rows


def _fields(record: Any) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.name == "date" and isinstance(record, Dated):
            yield field.name, _date_with_words(record)
        elif field.name not in _ABOUT_DATES and value not in (None, "", (), False):
            yield field.name.replace("_", " "), _text(value)


def _date_with_words(record: Dated) -> str:
    if record.date is None:
        return "no date"
    printed = f', "{record.date_text}"' if record.date_text else ""
    return f"{record.date} ({record.date_basis.value}{printed})"


def _with_address(citations: Iterable[Citation]) -> Iterator[str]:
    words = citations_in_words(citations)
    for source, text in zip(by_document(citations), words, strict=True):
        yield f"{text}: {source.url}" if source.url else text


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return "\n".join(map(_text, value))
    if isinstance(value, Entity):
        return value.label if value.id in value.label else f"{value.label} ({value.id})"
    if isinstance(value, Part):
        return _part(value)
    return "yes" if value is True else str(value)


def _part(part: Any) -> str:
    """Return a part in a line: what it is first, its citations in brackets last."""
    fields = dict(_fields(part))
    fields.pop("citations", None)
    citations = citations_in_brief(part.citations) if isinstance(part, Cited) else ""
    # What a part is stands in its first field; what the others are has to be said.
    first, *rest = fields.items()
    words = [first[1], *(f"{name} {text}" for name, text in rest)]
    line = "; ".join(word.replace("\n", ", ") for word in words)
    return f"- {line} [{citations}]" if citations else f"- {line}"
