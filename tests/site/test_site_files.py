"""The files of the built site: links that lead somewhere, nothing from elsewhere, no private name.

No browser is needed here.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import kzseparatism as kz
from kzseparatism.privacy import private_names

TEXT = {".html", ".js", ".css", ".svg", ".txt", ".json", ".xml"}
# What the browser fetches by itself, and from where.
FETCHED = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src")}


class Page(HTMLParser):
    """The anchors, links and fetched files of a page."""

    def __init__(self, path: Path) -> None:
        """Read a file."""
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a tag names."""
        for name, value in attrs:
            if value is None:
                continue
            if name in ("id", "name"):
                self.anchors.add(value)
            if name in ("href", "src") and not (tag == "link" and "rel" not in dict(attrs)):
                self.links.append(value)
            if (tag, name) in FETCHED:
                self.fetched.append(value)


@cache
def parsed(path: Path) -> Page:
    """Return what is on a page."""
    return Page(path)


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    """Each link to the site itself names a file that is there, and an anchor on it."""
    broken = []
    for path in sorted(site.rglob("*.html")):
        for link in parsed(path).links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = path if not address.path else (path.parent / unquote(address.path)).resolve()
            anchor = unquote(address.fragment)
            there = target.is_file() and (
                not anchor or target.suffix != ".html" or anchor in parsed(target).anchors
            )
            if not there:
                broken.append(f"{path.relative_to(site)}: {link}")
    assert broken == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """No page and no style sheet names a script, style, font or picture of another host."""
    for path in sorted(site.rglob("*.html")):
        away = [name for name in parsed(path).fetched if urlsplit(name).netloc]
        assert away == [], path.relative_to(site)
    for path in sorted(site.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", text), path.name


def test_no_private_name_is_on_the_site(site: Path) -> None:
    """No file has a name of a private person, whatever the case; the message names files only."""
    names = {name for actor in kz.load().actors for name in private_names(actor)}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    leaks = []
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in TEXT:
            text = unescape(path.read_text(encoding="utf-8"))
            if pattern.search(re.sub(r"<[^>]+>", "", text)) or pattern.search(text):
                leaks.append(str(path.relative_to(site)))
    assert bool(names), "there are no names to look for"
    assert leaks == []


def test_nothing_tells_of_the_machine(site: Path) -> None:
    """No page has a path of the machine on which the site was built."""
    root = str(Path(__file__).parents[2])
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in TEXT:
            assert root not in path.read_text(encoding="utf-8"), path.relative_to(site)


def test_every_record_has_a_page_on_the_site(site: Path) -> None:
    """Each record with citations has its page, and each paragraph its anchor."""
    for name, table in kz.load().tables():
        for record in table:
            if name == "ledger":
                source = site / "dataset" / "sources" / f"{record.paragraph.source.id}.html"
                assert f"p{record.paragraph.paragraph}" in parsed(source).anchors
            else:
                assert (site / "dataset" / name / f"{record.id}.html").is_file(), record.id
