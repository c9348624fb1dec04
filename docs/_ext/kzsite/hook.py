"""What Sphinx calls: the pages are made before it reads, and the explorer after it has written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import kzseparatism as kz
from kzsite.site import pages, write

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the three steps below."""
    app.connect("builder-inited", _write_pages)
    app.connect("doctree-read", _offer_anchors)
    app.connect("build-finished", _write_explorer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write_pages(app: Sphinx) -> None:
    docs = Path(app.srcdir)
    write(pages(kz.load().pseudonymised(), docs), docs)


def _offer_anchors(app: Sphinx, doctree: Any) -> None:
    """Let a link name any explicit anchor of a page; myst offers those of headings only."""
    known = app.env.metadata[app.env.docname].setdefault("myst_slugs", {})
    for name, explicit in doctree.nametypes.items():
        target = doctree.nameids.get(name)
        if explicit and target:
            known.setdefault(target, (0, target, target))


def _write_explorer(app: Sphinx, error: Exception | None) -> None:
    """Put the explorer beside the first page; it is a page of its own, and not one of Sphinx."""
    if error is None and app.builder.format == "html":
        kz.explorer(kz.load(), Path(app.outdir) / "explorer.html", force=True)
