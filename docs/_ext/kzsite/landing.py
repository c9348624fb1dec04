"""What stands first on the landing page: numbers, version, citation, and a table of all cases."""

from __future__ import annotations

from html import escape
from importlib.metadata import version

from kzseparatism.citing import by_document, cite, document_in_brief, paragraphs_in_words
from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.wording import in_words
from kzseparatism.model import Case
from kzseparatism.views.outcome import offences, regions, sentences, verdict
from kzsite.address import FOLDER
from kzsite.markup import blocks, escaped, table
from kzsite.order import in_order
from kzsite.overview import overview
from kzsite.record_table import record_table

_WAYS = {
    "Explore the data": "explorer.html",
    "Download the data": "downloads.html",
    "Search": "search.html",
}
_COUNTED = ("cases", "statements", "actors", "events", "discrepancies")


def at_a_glance(dataset: Dataset) -> str:
    """Return how much there is, the ways in, the versions and how to cite them."""
    about = dataset.about
    coded = in_words(FuzzyDate.parse(about.coded))
    numbers = "".join(_number(name, len(getattr(dataset, name))) for name in _COUNTED)
    articles = _number("sources", len(dataset.sources), "articles")
    links = "".join(f'<a href="{page}">{escape(name)}</a>' for name, page in _WAYS.items())
    return (
        blocks(
            f'<ul class="numbers">{articles}{numbers}</ul>',
            f'<p class="ways">{links}</p>',
            f"Data version {escaped(about.version)}, coded on {escaped(coded)}. "
            f"Library version {escaped(version('kzseparatism'))}. [How to cite](how-to/cite.md):",
            f"{{.cite}}\n> {escaped(cite(dataset=dataset))}",
        )
        + "\n"
    )


def _number(name: str, number: int, shown: str = "") -> str:
    page = f"{FOLDER}/{name}/index.html"
    return f'<li><a href="{page}"><b>{number}</b> {escape(shown or name)}</a></li>'


def all_cases(dataset: Dataset) -> str:
    """Return every case as a row: verdict, sentence, region, offence, date, source."""
    cases = in_order(dataset.cases)
    return (record_table(cases, FOLDER, f"All {len(cases)} cases") if cases else "") + "\n"


def time_line(dataset: Dataset) -> str:
    """Return the drawing of all that has a date."""
    return overview(dataset) + "\n"


def cases_in_markdown(dataset: Dataset) -> str:
    """Return every case as a row of Markdown, for the README."""
    rows = [
        [case.title, verdict(case), sentences(case), regions(case), offences(case), _read(case)]
        for case in in_order(dataset.cases)
    ]
    return table(["case", "verdict", "sentence", "region", "offence", "source"], rows) + "\n"


def _read(case: Case) -> str:
    """Return the paragraphs that a case is based on, each document with a link to the article."""
    return "; ".join(
        f"[{document_in_brief(source)}]({source.url}), {paragraphs_in_words(numbers)}"
        if source.url
        else f"{document_in_brief(source)}, {paragraphs_in_words(numbers)}"
        for source, numbers in by_document(case.all_citations).items()
    )
