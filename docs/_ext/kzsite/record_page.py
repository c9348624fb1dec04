"""The page of one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from kzseparatism.citing import by_document, cite
from kzseparatism.dataset import Dataset
from kzseparatism.dates.wording import with_doubt
from kzseparatism.model import Case, Citation, Discrepancy, Place, Record, Region, Source, Statement
from kzseparatism.queries.cases import cases_by_region
from kzseparatism.queries.statements import statements_about
from kzseparatism.table import Table
from kzseparatism.views.outline import outline
from kzsite.address import BASE, FOLDER, TABLES, cited, path_of, reference
from kzsite.backlinks import Backlinks, dated_first, line
from kzsite.facts import article, facts, in_region
from kzsite.headline import title_of
from kzsite.markup import blocks, bullets, code, definitions, escaped, link, quotations
from kzsite.order import Step
from kzsite.parts import part_tables
from kzsite.timeline import timeline

HEAD = "---\norphan: true\n---"


def record_page(
    record: Any, dataset: Dataset, backlinks: Backlinks, step: Step, site: str = ""
) -> str:
    """Return the page of a record: what it says, what it is based on, and what links to it.

    ``site`` is the address of the site on the web, if it has one.
    """
    return (
        blocks(
            HEAD,
            f"# {escaped(title_of(record))}",
            crumb(record, step),
            _lead(record),
            *_quotes(record),
            definitions([*_outcome(record), *facts(record), *_further(record, dataset)]),
            *_sections(record),
            *_evidence(record),
            *(
                f"## {name.capitalize()} that link here\n\n{found}"
                for name, found in backlinks.sections(record)
            ),
            *_of_region(record, dataset),
            how_to_cite(record, dataset, site),
        )
        + "\n"
    )


def crumb(record: Any, step: Step) -> str:
    """Return the line that leads back to the list of a record, and to the records beside it."""
    table = TABLES[type(record)][0]
    home = link("Home", f"{BASE}/../index.md")
    up = link("The dataset", f"{BASE}/index.md")
    here = link(table.capitalize(), f"{BASE}/{table}/index.md")
    beside = [
        link(word, f"{BASE}/{path_of(other)}")
        for word, other in (("previous", step.before), ("next", step.after))
        if other is not None
    ]
    trail = f"{home} / {up} / {here} / {step.number} of {step.total}"
    return f"{{.crumb}}\n{trail}" + (f" ({', '.join(beside)})" if beside else "")


def how_to_cite(record: Any, dataset: Dataset, site: str = "") -> str:
    """Return the section that says how a record is cited, and where it will always be found."""
    address = f"{FOLDER}/{path_of(record).removesuffix('.md')}.html"
    shown = urljoin(site, address)
    permanent = f"[{code(shown)}]({BASE}/{path_of(record)})"
    wrong = link("Say so", f"{BASE}/../questions-people-ask.md#my-record-is-wrong")
    return blocks(
        "## Cite this record",
        f"{{.cite}}\n> {escaped(cite(record, dataset=dataset))}",
        f"The id {code(record.id)} never changes, so the address of this page stays: {permanent}. "
        f"Is something wrong? {wrong}.",
    )


def _lead(record: Any) -> str:
    summary = escaped(getattr(record, "summary", ""))
    if isinstance(record, Statement):
        speakers = ", ".join(reference(speaker) for speaker in record.speakers)
        return f"Reported as said by {speakers}. Our summary: {summary}"
    return summary


def _outcome(record: Any) -> Iterator[tuple[str, str]]:
    """Yield what most people come to a case for: what came of it, where, and the articles."""
    if isinstance(record, Case):
        said = outline(record)
        for name in ("verdict", "sentences", "region"):
            if said[name]:
                yield name, escaped(said[name])
        articles = [article(source) for source in by_document(record.all_citations)]
        if any(articles):
            yield "articles", ", ".join(filter(None, articles))


def _quotes(record: Any) -> Iterator[str]:
    if isinstance(record, Statement) and record.quotes:
        yield f"## In the speaker's words\n\n{quotations(record.quotes)}"
        yield "## How it is coded"


def _further(record: Any, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield what a page has beyond the fields: the region of a place, what a doubt is about."""
    if isinstance(record, Place):
        yield "region", in_region(record)
    if isinstance(record, Discrepancy):
        yield (
            "about these records",
            bullets(line(dataset.get(found)) for found in record.records) or "no record",
        )


def _sections(record: Any) -> Iterator[str]:
    for name, table in part_tables(record):
        drawing = timeline(record) if name == "stages" and isinstance(record, Case) else ""
        yield blocks(f"## {name.capitalize()}", drawing, table)


def _of_region(record: Any, dataset: Dataset) -> Iterator[str]:
    """Yield what the queries answer for a region: certain and merely possible matches apart."""
    if not isinstance(record, Region):
        return
    cases, statements = dataset.cases, dataset.statements
    yield from _matches(
        "Cases",
        cases_by_region(record, match="certain", among=cases),
        cases_by_region(record, among=cases),
    )
    yield from _matches(
        "Statements",
        statements_about(record, match="certain", among=statements),
        statements_about(record, among=statements),
    )


def _matches(name: str, certain: Table[Any], possible: Table[Any]) -> Iterator[str]:
    only_possible = [record for record in possible if record.id not in certain.ids]
    for word, found in (("certainly", list(certain)), ("possibly", only_possible)):
        if found:
            lines = bullets(line(record) for record in dated_first(found))
            yield f"## {name} {word} in this region\n\n{lines}"


def _evidence(record: Any) -> Iterator[str]:
    if record.note:
        yield f"## Note\n\n{escaped(record.note)}"
    if isinstance(record, Record):
        documents = by_document(record.all_citations)
        yield f"## Where it is from\n\n{bullets(_document(*one) for one in documents.items())}"


def _document(source: Source, numbers: list[int]) -> str:
    """Return a document as a line: its title, its paragraphs in the ledger, its address."""
    title = reference(source)
    shown = ", ".join(
        cited(Citation(source=source, paragraph=number), words=f"paragraph {number}")
        for number in numbers
    )
    when = escaped(with_doubt(source.published))
    read = article(source)
    return f"{title} ({when}): {shown}" + (f". {read}" if read else "")
