"""The files of the built site: links that lead somewhere, nothing from elsewhere, no private name.

No browser is needed here.
"""

from __future__ import annotations

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import kzseparatism as kz
from kzseparatism.privacy import private_names

TEXT = {".html", ".js", ".css", ".svg", ".txt", ".json", ".xml", ".csv"}
# The address that the session of nox gives to the site; pages without a place of their own.
ADDRESS = "https://kzseparatism.example/"
EXTRA = {"404.html", "search.html", "genindex.html", "py-modindex.html"}
# What the browser fetches by itself, and from where.
FETCHED = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src")}
# Links that a browser does not follow by itself.
TOLD = {"canonical", "alternate", "next", "prev", "index", "search"}
ATOM = "{http://www.w3.org/2005/Atom}"


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
            if name in ("href", "src") and tag != "base":
                self.links.append(value)
            if (tag, name) in FETCHED and dict(attrs).get("rel") not in TOLD:
                self.fetched.append(value)


@cache
def parsed(path: Path) -> Page:
    """Return what is on a page."""
    return Page(path)


@cache
def target_of(folder: Path, path: str) -> Path:
    """Return where a link leads from a folder; the same links stand on every page."""
    return (folder / unquote(path)).resolve()


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    """Each link to the site itself names a file that is there, and an anchor on it."""
    broken = []
    files = {path.resolve() for path in site.rglob("*") if path.is_file()}
    for path in sorted(site.rglob("*.html")):
        for link in dict.fromkeys(parsed(path).links):
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = target_of(path.parent, address.path) if address.path else path
            anchor = unquote(address.fragment)
            # What stands behind the address of the explorer is a question, and no place on it.
            asks = target == site.resolve() / "explorer.html" and "=" in anchor
            there = target in files and (
                not anchor or target.suffix != ".html" or asks or anchor in parsed(target).anchors
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


def test_every_page_says_what_it_is(site: Path) -> None:
    """Each page has a title of its own, a description, its address and the feed."""
    titles: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name in EXTRA or name.startswith(("_", "explorer")):
            continue
        text = path.read_text(encoding="utf-8")
        head = text.partition("</head>")[0]
        title = re.search(r"<title>([^<]+)</title>", head)
        assert title is not None, name
        assert titles.setdefault(title[1], name) == name, title[1]
        assert re.search(r'<meta name="description" content="[^"]{10,}"', head), name
        assert f'<link rel="canonical" href="{ADDRESS}{name}">' in head, name
        assert 'type="application/atom+xml"' in head, name


def test_the_sitemap_and_the_feed_are_whole(site: Path) -> None:
    """The sitemap names every page that is there, and the feed parses."""
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - we wrote it ourselves
    named = {str(one.text).removeprefix(ADDRESS) for one in root.iter() if "loc" in one.tag}
    there = {
        name
        for path in site.rglob("*.html")
        if (name := path.relative_to(site).as_posix()) not in EXTRA
        and not name.startswith(("_", "explorer"))
    }
    assert named == there
    feed = ET.parse(site / "feed.xml").getroot()  # noqa: S314 - as above
    assert feed.findall(f"{ATOM}entry")


def test_the_landing_page_tells_machines_of_the_dataset(site: Path) -> None:
    """schema.org is told of the dataset, and of files that are there."""
    text = (site / "index.html").read_text(encoding="utf-8")
    (element,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    told = json.loads(element)
    assert told["@type"] == "Dataset"
    assert told["url"] == ADDRESS
    assert told["distribution"]
    for one in told["distribution"]:
        assert (site / one["contentUrl"].removeprefix(ADDRESS)).is_file()


def test_what_can_be_downloaded_is_what_the_page_says(site: Path) -> None:
    """Each listed file has the digest beside it, and no file is left out."""
    text = (site / "downloads.html").read_text(encoding="utf-8")
    listed = dict(
        re.findall(
            r'href="downloads/([^"]+)" download.*?<code class="digest">([0-9a-f]{64})<',
            text,
            re.DOTALL,
        )
    )
    files = {path.name: path.read_bytes() for path in (site / "downloads").iterdir()}
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


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
