"""The main text of a web page, and what the page says about itself."""

from __future__ import annotations

import email
import email.policy
import re
from typing import Any

import attrs

from kzseparatism.evidence.encodings import decoded
from kzseparatism.evidence.files import WEB_ARCHIVE
from kzseparatism.evidence.webpage import TEXT_FROM, is_html

_LANGUAGE = re.compile(r"<html\b[^>]*\slang\s*=\s*[\"']?([A-Za-z0-9-]+)", re.IGNORECASE)


@attrs.frozen(kw_only=True, order=False)
class WebPage:
    """The main text of a page, a paragraph a line, and what its metadata say."""

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""


def html_of(content: bytes, name: str) -> str | None:
    """Return the HTML in a file, or None where it is something else.

    A web archive (MHTML), as browsers save a page in one file, has its HTML inside.
    """
    if WEB_ARCHIVE.match(content[:5_000]):
        message = email.message_from_bytes(content, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                page: str = part.get_content()
                return page
        return None
    try:
        found = next(decoded(content))
    except ValueError:
        return None
    return found.text if is_html(found.text, name) else None


def main_text(page: str) -> WebPage:
    """Return the article of a page without what stands around it: menus, comments, advertising.

    Needs the extra ``articles``; without it this is a ``ValueError``, as it is where the page has
    no main text.
    """
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        remedy = "or install the extra articles: python -m pip install trafilatura lxml_html_clean"
        message = f"is HTML: {TEXT_FROM}, {remedy}"
        raise ValueError(message) from None
    # Comments of readers are never evidence; a sentence too many is excluded in the ledger, but a
    # sentence too few is lost.
    found: Any = bare_extraction(
        page, with_metadata=True, include_comments=False, favor_recall=True, deduplicate=False
    )
    if found is None or not (found.text or "").strip():
        message = f"is HTML in which no main text was found: {TEXT_FROM}"
        raise ValueError(message)
    said = {
        name: " ".join(str(getattr(found, name, None) or "").split())
        for name in ("title", "sitename", "author", "date", "url")
    }
    text: str = found.text
    first = text.lstrip().partition("\n")[0].strip()
    # The headline is a paragraph, which the ledger excludes.
    headed = f"{said['title']}\n{text}" if said["title"] and first != said["title"] else text
    language = _LANGUAGE.search(page[:5_000])
    return WebPage(
        text=headed,
        title=said["title"],
        outlet=said["sitename"],
        author=said["author"],
        published=said["date"],
        language=language[1] if language else "",
        url=said["url"],
    )
