"""What Sphinx calls: the pages are made before it reads, and the rest when it has written them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import kzseparatism as kz
from kzsite.downloads import FOLDER as DOWNLOADS
from kzsite.feed import feed
from kzsite.files import files
from kzsite.head import description, linked_data
from kzsite.kit import NAME as KIT, TOLD as KIT_TOLD, kit
from kzsite.order import neighbours
from kzsite.page_index import first_paragraph, page_entries
from kzsite.search_index import Entry, record_entries, search_data
from kzsite.site import pages, write
from kzsite.sitemap import sitemap

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_HOMES = ("index", "dataset/index")
_NOT_FOUND = {"404", "search"}
_MEDIA_TYPES = {
    "csv": "text/csv",
    "db": "application/vnd.sqlite3",
    "graphml": "application/graphml+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the steps below."""
    maker = _Maker()
    app.connect("builder-inited", maker.make_pages)
    app.connect("doctree-read", _offer_anchors)
    app.connect("html-page-context", maker.tell_machines)
    app.connect("build-finished", maker.write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class _Maker:
    """What is made once, and used by several steps."""

    def __init__(self) -> None:
        self._dataset = kz.load().pseudonymised()
        self._files = files()
        self._neighbours = neighbours(self._dataset)

    def make_pages(self, app: Sphinx) -> None:
        """Write the pages that are made from the data among those written by hand."""
        docs = Path(app.srcdir)
        self._files[KIT] = (kit(docs / "coursework"), KIT_TOLD)
        write(pages(self._dataset, docs, app.config.html_baseurl, self._files), docs)
        app.builder.search = False  # type: ignore[attr-defined]  # the search is ours, and its index

    def tell_machines(
        self, app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Put into the head of a page what it is about, and into its foot what stands beside it."""
        del template
        site = app.config.html_baseurl
        told = [description(first_paragraph(doctree))] if doctree is not None else []
        if name in _HOMES:
            offered = [(f"{DOWNLOADS}/{file}", _media_type(file)) for file in self._files]
            told.append(linked_data(self._dataset, site, offered))
        feed_path = context["pathto"]("feed.xml", 1)
        told.append(
            '<link rel="alternate" type="application/atom+xml" title="Changes to the data" '
            f'href="{feed_path}">'
        )
        context["metatags"] = context.get("metatags", "") + "\n".join(filter(None, told))
        context["site_root"] = urlsplit(site).path or "/"
        if name in _NOT_FOUND:
            context["pageurl"] = None  # no address of theirs is worth keeping
        for side, (page, title) in self._neighbours.get(name, {}).items():
            context[side] = {"link": context["pathto"](page), "title": title}

    def write_files(self, app: Sphinx, exception: Exception | None) -> None:
        """Write what is no page of Sphinx: explorer, search, sitemap, feed, downloads."""
        if exception is not None or app.builder.format != "html":
            return
        out, site = Path(app.outdir), app.config.html_baseurl
        page = kz.explorer(kz.load(), out / "explorer.html", force=True)
        # The page works from anywhere; here the site is beside it.
        back = '</cite>. <a href="index.html">What the dataset is, and how it was made</a>.'
        _save(page, page.read_text(encoding="utf-8").replace("</cite>", back, 1))
        about = self._dataset.about
        _save(out / "search-data.js", search_data(self._entries(app)))
        changelog = Path(app.srcdir).parent / "CHANGELOG.md"
        text = changelog.read_text(encoding="utf-8") if changelog.is_file() else ""
        _save(out / "feed.xml", feed(text, about.title, about.authors, site))
        if site:
            addresses = [urljoin(site, f"{one}.html") for one in sorted(app.env.found_docs)]
            _save(out / "sitemap.xml", sitemap(addresses, about.coded))
        for name, (content, _) in self._files.items():
            path = out / DOWNLOADS / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)

    def _entries(self, app: Sphinx) -> Iterator[Entry]:
        yield from record_entries(self._dataset)
        for name in sorted(app.env.found_docs):
            if not name.startswith(("dataset/", "generated/")):
                yield from page_entries(name, app.env.get_doctree(name))


def _offer_anchors(app: Sphinx, doctree: Any) -> None:
    """Let a link name any explicit anchor of a page; myst offers those of headings only."""
    known = app.env.metadata[app.env.docname].setdefault("myst_slugs", {})
    for name, explicit in doctree.nametypes.items():
        target = doctree.nameids.get(name)
        if explicit and target:
            known.setdefault(target, (0, target, target))


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(name.rpartition(".")[2], "application/octet-stream")


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
