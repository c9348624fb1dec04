"""Documents, citations of their paragraphs, and rows of the ledger."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Citation, LedgerRow, Source
from kzseparatism.strategies.dates import fuzzy_dates
from kzseparatism.strategies.options import strategy_or
from kzseparatism.strategies.texts import hex_digits, lines, names, texts
from kzseparatism.strategies.world import free_ids, known_or_new, some_of, worlds
from kzseparatism.vocab import Exclusion

_LANGUAGES = ("en", "ru", "kk", "kk-Latn")


@st.composite
def sources(
    draw: st.DrawFn,
    *,
    published: st.SearchStrategy[FuzzyDate] | None = None,
    paragraphs: st.SearchStrategy[int] | None = None,
) -> Source:
    """Generate documents that nobody has written, of 1 to 100 000 paragraphs.

    ``published`` draws the day of publication, ``paragraphs`` the number of paragraphs. They
    shrink to a document of one paragraph.
    """
    counts = st.one_of(st.integers(1, 9), st.integers(1, 100_000))
    record_id = draw(free_ids("source"))
    source = Source(
        id=record_id,
        title=draw(lines()),
        outlet=draw(names("outlet")),
        author=draw(texts()),
        published=draw(strategy_or("published", published, fuzzy_dates(), FuzzyDate, date, str)),
        dateline=draw(texts()),
        language=draw(st.sampled_from(_LANGUAGES)),
        url=draw(st.sampled_from((None, f"https://{record_id}.invalid/"))),
        file_name=f"{record_id}.txt",
        sha256=draw(hex_digits(64)),
        paragraphs=draw(strategy_or("paragraphs", paragraphs, counts, int)),
        note=draw(texts()),
    )
    return draw(worlds).add(source)


@st.composite
def citations(draw: st.DrawFn, *, sources: st.SearchStrategy[Source] | None = None) -> Citation:
    """Generate citations of a paragraph that the document has.

    ``sources`` draws the document; by default one that is cited already, or a new one. They
    shrink to the first paragraph of the document that was cited first.
    """
    new = _slight_sources() if draw(worlds).strict else _new_sources()
    source = draw(strategy_or("sources", sources, known_or_new(Source, new), Source))
    return Citation(source=source, paragraph=draw(st.integers(1, source.paragraphs)))


@st.composite
def ledger_rows(
    draw: st.DrawFn, *, paragraphs: st.SearchStrategy[Citation] | None = None
) -> LedgerRow:
    """Generate rows of the ledger: what became of one paragraph of a document.

    ``paragraphs`` draws the citation. They shrink to a row that nothing excludes.
    """
    return LedgerRow(
        paragraph=draw(strategy_or("paragraphs", paragraphs, citations(), Citation)),
        opening=draw(lines()),
        digest=draw(hex_digits(16)),
        excluded=draw(st.sampled_from((None, *Exclusion))),
    )


def cited(given: st.SearchStrategy[Citation] | None) -> st.SearchStrategy[tuple[Citation, ...]]:
    """Generate what every record and part must have: at least one citation, each once."""
    if given is None:
        return _any_citations()
    return some_of("citations", Citation, strategy_or("citations", given, citations()), min_size=1)


@cache
def _any_citations() -> st.SearchStrategy[tuple[Citation, ...]]:
    return some_of("citations", Citation, citations(), min_size=1)


@cache
def _slight_sources() -> st.SearchStrategy[Source]:
    """Generate documents of 2024 whose ledger is short; they can tell of anything before."""
    published = fuzzy_dates(min_value=date(2024, 1, 1), max_value=date(2024, 12, 31))
    return sources(published=published, paragraphs=st.integers(1, 4))


@cache
def _new_sources() -> st.SearchStrategy[Source]:
    return sources()
