"""Documents, citations of their paragraphs, and rows of the ledger."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.model import Citation, LedgerRow, Source
from kzseparatism.strategies.dates import fuzzy_dates
from kzseparatism.strategies.maker import Maker, strategy
from kzseparatism.strategies.options import each_once
from kzseparatism.vocab import Exclusion

_LANGUAGES = st.sampled_from(("en", "ru", "kk", "kk-Latn", "zh-Hant-TW", "de-CH-1996"))
_EXCLUSIONS = st.sampled_from((None, *Exclusion))
_A_FEW, _MANY = st.integers(1, 12), st.integers(1, 100_000)
_ANY_DAY = fuzzy_dates()
# In a dataset, documents can report anything before 2024, and their ledger is short.
_IN_2024 = fuzzy_dates(min_value=date(2024, 1, 1), max_value=date(2024, 12, 31))
_FEWER = st.integers(1, 4)


@strategy
def sources(
    make: Maker,
    *,
    published: st.SearchStrategy[FuzzyDate] | None = None,
    paragraphs: st.SearchStrategy[int] | None = None,
) -> Source:
    """Generate documents that nobody has written, of 1 to 100 000 paragraphs.

    ``published`` draws the day of publication, ``paragraphs`` the number of paragraphs. They
    shrink to a document of one paragraph.
    """
    day = _IN_2024 if make.world.strict else _ANY_DAY
    record_id = make.record_id("source")
    author, dateline, note, url = make.flags(4)
    source = Source(
        id=record_id,
        title=make.line(),
        outlet=f"Made-up outlet {make.line()}",
        author=make.text(wanted=author),
        published=make.one("published", published, (FuzzyDate, date, str), day),
        dateline=make.text(wanted=dateline),
        language=make.draw(_LANGUAGES),
        url=f"https://{record_id}.invalid/" if url else None,
        file_name=f"{record_id}.txt",
        sha256=sha256(record_id.encode()).hexdigest(),
        paragraphs=make.one("paragraphs", paragraphs, int, _paragraphs),
        note=make.text(wanted=note),
    )
    return make.keep(source)


def _paragraphs(make: Maker) -> int:
    number = make.draw(_FEWER if make.world.strict else _A_FEW)
    return make.draw(_MANY) if number == 12 else number


@strategy
def citations(make: Maker, *, sources: st.SearchStrategy[Source] | None = None) -> Citation:
    """Generate citations of a paragraph that the document has.

    ``sources`` draws the document; by default one that is cited already, or a new one. They
    shrink to the first paragraph of the document that was cited first.
    """
    source = make.one("sources", sources, Source, _known_or_new)
    return Citation(source=source, paragraph=make.draw(st.integers(1, source.paragraphs)))


def _known_or_new(make: Maker) -> Source:
    return make.known_or_new(Source, sources)


@strategy
def ledger_rows(make: Maker, *, paragraphs: st.SearchStrategy[Citation] | None = None) -> LedgerRow:
    """Generate rows of the ledger: what became of one paragraph of a document.

    ``paragraphs`` draws the citation. They shrink to a row that nothing excludes.
    """
    opening = make.line()
    return LedgerRow(
        paragraph=make.one("paragraphs", paragraphs, Citation, citations),
        opening=opening,
        digest=sha256(opening.encode()).hexdigest()[:16],
        excluded=make.draw(_EXCLUSIONS),
    )


def cited(make: Maker, given: st.SearchStrategy[Citation] | None) -> tuple[Citation, ...]:
    """Make what every record and part must have: at least one citation, each once."""
    if given is not None:
        return make.several("citations", given, Citation, citations, (1, 1, 2))
    # Mostly one that is known already, in one draw.
    known = make.world.known(Citation)
    choice = make.draw(st.integers(0, 3 * len(known) + 2)) - 3 * len(known)
    if choice < 0:
        return (known[choice // 3 + len(known)],)
    fresh = [make.keep(make.new(citations)) for _ in range(1 if choice < 2 else 2)]
    return each_once(fresh)
