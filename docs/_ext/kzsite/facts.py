"""The fields of a record as Markdown: each linked to its definition, each value to its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import attrs

from kzseparatism.citing import by_document, document_in_brief
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Case, Citation, Place, Source
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.record import Cited, Dated
from kzseparatism.vocab import Vocabulary
from kzsite.address import BASE, cited, reference, variable, word
from kzsite.markup import bullets, code, escaped, link
from kzsite.when import bare, dated, length

# Shown elsewhere on the page: in its head, below a heading of their own, or with the date.
_ELSEWHERE = {"id", "summary", "quotes", "citations", "note", "date_text", "date_basis"}
_CODES = {"sha256", "digest", "file_name", "jurisdiction", "country", "former_codes", "language"}
# Names of which a page shows the best-known as its title.
_TITLES = {"name", "title"}


def facts(record: Any, base: str = BASE) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record that say something, in the order of the model.

    Parts with citations of their own, names of regions and what stands elsewhere are left out.
    """
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.name in _ELSEWHERE | _TITLES or _are_parts(value):
            continue
        if field.name == "date" and isinstance(record, Dated):
            yield variable(type(record), "date", base), dated(record, base)
        elif value not in (None, "", (), False):
            yield variable(type(record), field.name, base), shown(field.name, value, base)
    if isinstance(record, Case):
        told = f"{word(record.status, base)} (worked out from the stages)"
        yield link("status", f"{base}/../codebook.md#casestatus"), told


def shown(name: str, value: Any, base: str = BASE) -> str:
    """Return the value of a field as Markdown."""
    if isinstance(value, tuple):
        return _several(name, value, base)
    if isinstance(value, FuzzyDate):
        return bare(value)
    if isinstance(value, Term):
        return length(value)
    return _link(value, base) or _plain(name, value)


def _link(value: Any, base: str) -> str:
    """Return a link to what has a place of its own: a paragraph, a word, a record; or nothing."""
    if isinstance(value, Citation):
        return cited(value, base)
    if isinstance(value, Vocabulary):
        return word(value, base)
    return reference(value, base) if isinstance(value, Entity) else ""


def _plain(name: str, value: object) -> str:
    if name == "url" and str(value).startswith(("https://", "http://")):
        return link(str(value), str(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return code(str(value)) if name in _CODES else escaped(str(value))


def _several(name: str, values: tuple[Any, ...], base: str) -> str:
    items = [shown(name, value, base) for value in values]
    short = all(isinstance(value, Citation) for value in values) or name in _CODES
    if short or len(items) == 1:
        return ", ".join(items)
    return bullets(items)


def article(source: Source) -> str:
    """Return a link to an article on the web, or nothing if its address is not known."""
    if not (source.url or "").startswith(("https://", "http://")):
        return ""
    return link(f"Read the article at {urlsplit(str(source.url)).hostname}", str(source.url))


def citations(record: Cited, base: str = BASE) -> str:
    """Return links to the paragraphs that a record or a part of it is based on, by document."""
    told = []
    for source, numbers in by_document(record.citations).items():
        paragraphs = (
            cited(Citation(source=source, paragraph=one), base, f"paragraph {one}")
            for one in numbers
        )
        told.append(f"{escaped(document_in_brief(source))}: {', '.join(paragraphs)}")
    return "; ".join(told)


def in_region(place: Place, base: str = BASE) -> str:
    """Return in which unit of Kazakhstan a place lies, and whether that is certain."""
    if not place.regions:
        return "in no region of Kazakhstan" if place.country != "KZ" else "in no single region"
    names = " or ".join(reference(region, base) for region in place.regions)
    if len(place.regions) > 1:
        return f"possibly {names}"
    former = place.regions[0].successors
    if not former:
        return f"certainly {names}"
    today = " or ".join(reference(region, base) for region in former)
    return f"certainly {names} (abolished); possibly its successor {today}"


def _are_parts(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Part) for item in value)
