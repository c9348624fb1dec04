"""The addresses of all pages, for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def sitemap(addresses: Iterable[str], day: str) -> str:
    """Return the sitemap of pages; ``day`` is when the data last changed."""
    pages = "".join(
        f"<url><loc>{escape(address)}</loc><lastmod>{escape(day)}</lastmod></url>\n"
        for address in addresses
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{pages}</urlset>\n'
    )
