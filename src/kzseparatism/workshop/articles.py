"""An article as it is coded: a text file whose paragraphs are counted and do not change."""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import attrs

from kzseparatism.dates import FuzzyDate
from kzseparatism.errors import InvalidValueError
from kzseparatism.evidence.documents import shown
from kzseparatism.evidence.files import content_of, drafts, sha256
from kzseparatism.evidence.text import digest, opening, paragraphs
from kzseparatism.model import Citation, LedgerRow, Source
from kzseparatism.names.spelling import fold
from kzseparatism.workshop.webpages import WebPage, html_of, main_text

# What a field says that has to be filled in by somebody who knows.
UNKNOWN = "unknown"
UNDETERMINED = "und"  # BCP 47 for a language that is not known
_LONGEST_TITLE = 200
# What a page may say of itself, by the field of the source that takes it.
_OF_A_PAGE = {
    "title": "title",
    "outlet": "outlet",
    "author": "author",
    "published": "date",
    "language": "language",
    "url": "address",
}
_NO_ID = re.compile(r"[^a-z0-9]+")


@attrs.frozen(kw_only=True, order=False)
class Article:
    """One article as it will be coded.

    ``content`` is the text file that citations count in, with ``file_name``; ``paragraphs`` are
    its lines that are not blank, the first of which is paragraph 1; ``source`` is the row that
    describes it.
    """

    source: Source
    content: bytes
    paragraphs: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the source, made of the name of the file."""
        return self.source.id

    def ledger(self) -> tuple[LedgerRow, ...]:
        """Return a row for each paragraph, neither cited nor excluded."""
        return tuple(
            LedgerRow(
                paragraph=Citation(source=self.source, paragraph=number),
                opening=opening(text),
                digest=digest(text),
            )
            for number, text in enumerate(self.paragraphs, start=1)
        )


@attrs.frozen(kw_only=True, order=False)
class Details:
    """What is said of all articles of one call; what is empty is taken from the page, or open."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""


def today() -> date:
    """Return the day on which something is coded."""
    return datetime.now(tz=UTC).date()


def read_article(path: str | os.PathLike[str], details: Details | None = None) -> Article:
    """Return the article in a file: text in UTF-8, HTML, or a page that a browser has saved.

    Text is coded as it is. Of a page the main text is taken, which needs the extra ``articles``.
    Anything else is an ``InvalidValueError`` that names the file and says what to do.
    """
    details = Details() if details is None else details
    name = shown(Path(path).name)
    try:
        content = content_of(Path(path))
        page, text = _text(content, name)
    except OSError as error:
        raise InvalidValueError("article", name, f"can't be read: {error.strerror}") from None
    except ValueError as error:
        raise InvalidValueError("article", name, str(error)) from None
    lines = tuple(map(_levelled, paragraphs(text)))
    if not lines:
        raise InvalidValueError("article", name, "has no text", "save the article into it")
    if page is not None:
        content, name = _as_file(lines), f"{Path(name).stem}.txt"
    return Article(
        source=_source(name, content, lines, details, page or WebPage(text="")),
        content=content,
        paragraphs=lines,
    )


def _text(content: bytes, name: str) -> tuple[WebPage | None, str]:
    html = html_of(content, name)
    if html is not None:
        page = main_text(html)
        return page, page.text
    first = next(drafts(content, name))
    if first.encoding != "UTF-8" or not first.sure:
        message = (
            f"is not UTF-8; it looks like {first.encoding}: save it as UTF-8 "
            "(in most editors: Save as, Encoding)"
        )
        raise ValueError(message)
    return None, first.text


def _as_file(lines: tuple[str, ...]) -> bytes:
    return "".join(f"{line}\n\n" for line in lines)[:-1].encode()


def _levelled(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).split())


def _source(
    name: str, content: bytes, lines: tuple[str, ...], details: Details, page: WebPage
) -> Source:
    title = details.title or page.title or lines[0]
    if len(title) > _LONGEST_TITLE:
        title = f"{title[: _LONGEST_TITLE - 3].rstrip()}..."
    published = details.published or page.published
    return Source(
        id=_NO_ID.sub("-", fold(Path(name).stem)).strip("-") or "article",
        title=_printable(title),
        outlet=_printable(details.outlet or page.outlet) or UNKNOWN,
        author=_printable(details.author or page.author),
        published=published or unknown_day(),
        language=details.language or page.language or UNDETERMINED,
        url=_printable(details.url or page.url) or None,
        file_name=name,
        sha256=sha256(content),
        paragraphs=len(lines),
        note=_note_on(page, details),
    )


def _note_on(page: WebPage, details: Details) -> str:
    """Return which fields are what a page says of itself, and what else it says."""
    taken, kept = [], []
    for field, word in _OF_A_PAGE.items():
        said, given = _printable(getattr(page, field)), _printable(getattr(details, field))
        if said and not given:
            taken.append(word)
        elif said and said != given:
            kept.append(f"{word} {said!r}")
    own = [f"What the page says of itself: {', '.join(taken)}."] if taken else []
    other = [f"The page itself says: {', '.join(kept)}."] if kept else []
    return " ".join(own + other)


def _printable(text: str) -> str:
    return "".join(letter for letter in _levelled(text) if letter.isprintable())


def unknown_day() -> FuzzyDate:
    """Return the range of a publication of which no more is known than that it is over."""
    return FuzzyDate(date.min, today())
