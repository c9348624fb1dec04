"""The page of a document: what is known of it, and what became of each of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.model import LedgerRow, Source
from kzsite.address import TABLES, anchor_of, word
from kzsite.backlinks import line
from kzsite.facts import facts
from kzsite.headline import title_of
from kzsite.markup import anchor, blocks, bullets, code, definitions, escaped
from kzsite.order import Step
from kzsite.record_page import HEAD, crumb, how_to_cite

_LEDGER = (
    "The list has each paragraph of the article: its number, its first three words and the "
    "digest of its text. The article itself is not printed here, because it is not ours. "
    "Each paragraph is either cited by records or excluded with a reason."
)


def source_page(source: Source, dataset: Dataset, step: Step, site: str = "") -> str:
    """Return the page of a document, with an anchor for every paragraph: ``#p12``."""
    rows = [row for row in dataset.ledger if row.paragraph.source.id == source.id]
    told = ("title", escaped(source.title)), *facts(source)
    return (
        blocks(
            HEAD,
            f"# {escaped(title_of(source))}",
            crumb(source, step),
            definitions(told),
            f"## Note\n\n{escaped(source.note)}" if source.note else "",
            f"## The ledger\n\n{_LEDGER}",
            definitions(_entry(row, dataset) for row in rows),
            how_to_cite(source, dataset, site),
        )
        + "\n"
    )


def _entry(row: LedgerRow, dataset: Dataset) -> tuple[str, str]:
    number = row.paragraph.paragraph
    name = f"[Paragraph {number}]{anchor(anchor_of(number))}"
    term = f"{name}: “{escaped(row.opening)}”, digest {code(row.digest)}"
    return term, "\n".join(_fate(row, dataset))


def _fate(row: LedgerRow, dataset: Dataset) -> Iterator[str]:
    """Yield what became of a paragraph: why it is left out, or what is based on it."""
    if row.excluded is not None:
        yield f"excluded: {word(row.excluded)}"
    found = dataset.cited_by(row.paragraph.source, row.paragraph.paragraph)
    yield bullets(f"{TABLES[type(record)][1]}: {line(record)}" for record in found)
