"""The changes to the data as a feed (Atom), from the sections "Data" of the changelog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

import attrs

_RELEASE = re.compile(r"^## (?P<version>\S+) \((?P<day>\d{4}-\d\d-\d\d)\)$", re.MULTILINE)
_DATA = re.compile(r"^### Data\n(?P<items>.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
_ITEM = re.compile(r"^- (.*)$", re.MULTILINE)


@attrs.frozen
class Release:
    """A release, its day, and what it changed in the data, as lines of Markdown."""

    version: str
    day: str
    changes: tuple[str, ...]


def releases(changelog: str) -> Iterator[Release]:
    """Yield each dated release that changed the data, in the order of the changelog."""
    heads = [*_RELEASE.finditer(changelog)]
    ends = [head.start() for head in heads[1:]] + [len(changelog)]
    for head, end in zip(heads, ends, strict=True):
        section = _DATA.search(changelog[head.end() : end])
        changes = tuple(_ITEM.findall(section["items"])) if section else ()
        if changes:
            yield Release(head["version"], head["day"], changes)


def feed(changelog: str, title: str, author: str, site: str = "") -> str:
    """Return the feed. Links lead to the changelog on the site, relative if it has no address."""
    found = [*releases(changelog)]
    updated = found[0].day if found else "1970-01-01"
    entries = "".join(_entry(one, title, site) for one in found)
    own = f'<link rel="self" href="{escape(urljoin(site, "feed.xml"))}"/>' if site else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<title>{escape(title)}: changes to the data</title>\n"
        f"<id>{_id(title)}</id>\n"
        f"<updated>{updated}T00:00:00Z</updated>\n"
        f"<author><name>{escape(author)}</name></author>\n"
        f'<link href="{escape(urljoin(site, "changelog.html"))}"/>{own}\n'
        f"{entries}</feed>\n"
    )


def _entry(release: Release, title: str, site: str) -> str:
    items = "".join(f"<li>{escape(_plain(change))}</li>" for change in release.changes)
    return (
        "<entry>\n"
        f"<title>Data of version {escape(release.version)}</title>\n"
        f"<id>{_id(f'{title} {release.version}')}</id>\n"
        f"<updated>{release.day}T00:00:00Z</updated>\n"
        f'<link href="{escape(urljoin(site, "changelog.html"))}"/>\n'
        f'<content type="html">{escape(f"<ul>{items}</ul>")}</content>\n'
        "</entry>\n"
    )


def _plain(markdown: str) -> str:
    return markdown.replace("`", "")


def _id(text: str) -> str:
    # The same on any address, so that a reader knows an entry again.
    return f"urn:uuid:{uuid5(NAMESPACE_URL, text)}"
