"""What Sphinx calls: the pages are written before it reads, and paragraphs can be linked to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import kzseparatism as kz
from kzsite.site import pages, write

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the two steps below."""
    app.connect("builder-inited", _write_pages)
    app.connect("doctree-read", _offer_anchors)
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
