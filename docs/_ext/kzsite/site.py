"""All pages that are made from the data: their paths below the folder of the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from kzseparatism.dataset import Dataset
from kzseparatism.model import Source
from kzsite.address import FOLDER, TABLES, path_of
from kzsite.agreement import figures
from kzsite.backlinks import Backlinks
from kzsite.codebook import codebook
from kzsite.downloads import downloads
from kzsite.landing import all_cases, at_a_glance, time_line
from kzsite.lawbook import lawbook
from kzsite.lists import list_pages
from kzsite.order import steps
from kzsite.record_page import record_page
from kzsite.root_pages import root_pages
from kzsite.source_page import source_page

CODEBOOK = "generated/codebook.md"
LAWBOOK = "generated/laws.md"


def pages(
    dataset: Dataset,
    docs: Path,
    site: str = "",
    files: Mapping[str, tuple[bytes, str]] = MappingProxyType({}),
) -> dict[str, str]:
    """Return the path and the text of every made page.

    The dataset is taken as it is: give a pseudonymised one. ``docs`` is the folder of the
    documentation, whose page on reliability has the figures of agreement; ``site`` is the address
    of the site on the web, if it has one; ``files`` are what can be downloaded, by name.
    """
    made = list_pages(dataset)
    backlinks = Backlinks(dataset)
    for name, _ in TABLES.values():
        for record, step in steps(getattr(dataset, name)):
            page = (
                source_page(record, dataset, step, site)
                if isinstance(record, Source)
                else record_page(record, dataset, backlinks, step, site)
            )
            made[f"{FOLDER}/{path_of(record)}"] = page
    made[CODEBOOK] = codebook(dataset, figures(docs / "reliability" / "index.md"))
    made[LAWBOOK] = lawbook()
    made["generated/at-a-glance.md"] = at_a_glance(dataset)
    made["generated/cases.md"] = all_cases(dataset)
    made["generated/time-line.md"] = time_line(dataset)
    made["generated/downloads.md"] = downloads(files)
    made.update(root_pages(docs.parent))
    return made


def write(made: dict[str, str], docs: Path) -> None:
    """Write the pages below a folder; what has not changed is left alone, what is gone goes."""
    for name, text in made.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for folder in (FOLDER, "generated"):
        for path in (docs / folder).rglob("*.md"):
            if path.relative_to(docs).as_posix() not in made:
                path.unlink()
