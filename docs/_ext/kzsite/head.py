"""What a page says about itself to machines: a description, and the dataset as schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urljoin

from kzseparatism.citing import cite
from kzseparatism.dataset import Dataset
from kzsite.headline import shortened

_LONGEST = 160
_LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}


def description(text: str) -> str:
    """Return the element that describes a page, from its first paragraph; nothing without one."""
    words = shortened(" ".join(text.split()), _LONGEST)
    return f'<meta name="description" content="{escape(words)}">' if words else ""


def linked_data(dataset: Dataset, site: str, files: Iterable[tuple[str, str]] = ()) -> str:
    """Return the dataset as schema.org has it (JSON-LD), in its element.

    ``files`` are the paths and media types of what can be downloaded; they are named only if the
    site has an address, for schema.org wants a whole one.
    """
    about = dataset.about
    told: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": about.title,
        "description": _description(dataset),
        "version": about.version,
        "dateModified": about.coded,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": _LICENCES.get(about.licence, about.licence),
        "creator": {"@type": "Organization", "name": about.authors},
        "citation": cite(dataset=dataset),
        "spatialCoverage": {"@type": "Country", "name": "Kazakhstan"},
        "temporalCoverage": _coverage(dataset),
        "isBasedOn": [
            {"@type": "Article", "headline": one.title, "url": one.url}
            for one in dataset.sources
            if one.url
        ],
        "variableMeasured": [name for name, _ in dataset.tables()],
    }
    if site:
        told["url"] = site
        told["distribution"] = [
            {
                "@type": "DataDownload",
                "contentUrl": urljoin(site, path),
                "encodingFormat": media_type,
            }
            for path, media_type in files
        ]
    # A "<" inside would end the element early.
    text = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _description(dataset: Dataset) -> str:
    return (
        f"{len(dataset.cases)} cases, {len(dataset.statements)} statements and "
        f"{len(dataset.actors)} actors, coded from {len(dataset.sources)} published articles. "
        "Every record names the paragraphs that it comes from, and every date says how much is "
        "known about it. Language models coded the articles. No person has checked the coding."
    )


def _coverage(dataset: Dataset) -> str:
    """Return the first and the last year of what has a date, as ISO 8601."""
    dates = [one.date for one in (*dataset.statements, *dataset.events) if one.date is not None]
    days = [day for one in dates for day in (one.earliest, one.latest)]
    named = [day.year for day in days if day not in (date.min, date.max)]
    return f"{min(named):04}/{max(named):04}" if named else ".."
