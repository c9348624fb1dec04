"""The pages that are written by hand, as the search knows them: an entry for each section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from kzsite.search_index import Entry

_DEEPEST = 3


def page_entries(docname: str, doctree: nodes.document) -> Iterator[Entry]:
    """Yield an entry for each section of a page, down to the third level of headings."""
    tops = [node for node in doctree.children if isinstance(node, nodes.section)]
    for top in tops:
        page = _heading(top)
        for depth, section in _sections(top, 1):
            heading = _heading(section)
            anchor = "" if depth == 1 else f"#{section['ids'][0]}"
            yield Entry(
                title=page if depth == 1 else f"{page}: {heading}",
                address=f"{docname}.html{anchor}",
                kind="page",
                id=docname,
                names="",
                text=_text(section, depth),
            )


def first_paragraph(doctree: Any) -> str:
    """Return the first paragraph of a page that says something of it, and not where it is.

    A page that has no paragraph of its own is described by what it describes, or by its title.
    """
    said = [one for one in doctree.findall(nodes.paragraph) if "crumb" not in _classes(one)]
    own = [one for one in said if isinstance(one.parent, nodes.section)]
    found = (own or said or [*doctree.findall(nodes.title)])[:1]
    return "".join(one.astext() for one in found)


def _classes(paragraph: Any) -> set[str]:
    return {*paragraph["classes"], *paragraph.parent["classes"]}


def _sections(section: nodes.section, depth: int) -> Iterator[tuple[int, nodes.section]]:
    yield depth, section
    if depth < _DEEPEST:
        for child in section.children:
            if isinstance(child, nodes.section):
                yield from _sections(child, depth + 1)


def _heading(section: nodes.section) -> str:
    title = section.next_node(nodes.title)
    return title.astext() if title else ""


def _text(section: nodes.section, depth: int) -> str:
    """Return the text of a section without that of the sections that have entries of their own."""
    said = [
        child.astext()
        for child in section.children
        if not isinstance(child, nodes.title | nodes.raw | nodes.comment)
        and not (isinstance(child, nodes.section) and depth < _DEEPEST)
    ]
    return " ".join(" ".join(said).split())
