"""The pages made from the data: nothing is left out, nothing drifts, and twice is the same.

The makers are imported by their folder. They know nothing of Sphinx, and neither does this test.
"""

from __future__ import annotations

import importlib
import posixpath
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import kzseparatism as kz
from kzseparatism import laws
from kzseparatism.codebook import variables
from kzseparatism.model.tables import TABLES as REGISTER
from kzseparatism.privacy import private_names

DOCS = Path(__file__).parents[1] / "docs"
TABLES = (*(name for name in REGISTER if name not in ("sources", "ledger")), "sources")
CODEBOOK = "generated/codebook.md"
Pages = dict[str, str]


def module(name: str) -> ModuleType:
    """Return a module of the makers."""
    folder = str(DOCS / "_ext")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(f"kzsite.{name}")


@pytest.fixture(scope="module")
def dataset() -> kz.Dataset:
    """Return the dataset that the site shows."""
    return kz.load().pseudonymised()


@pytest.fixture(scope="module")
def pages(dataset: kz.Dataset) -> Pages:
    """Return the made pages, by their paths."""
    made: Pages = module("site").pages(dataset, DOCS)
    return made


def plain(text: str) -> str:
    """Return Markdown without the backslashes that keep its signs."""
    return re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", text)


@pytest.mark.parametrize("table", TABLES)
def test_every_record_has_a_page_and_is_listed(
    table: str, pages: Pages, dataset: kz.Dataset
) -> None:
    """Each record of a table has a page with its id, which the list of the table links to."""
    listed = pages[f"dataset/{table}/index.md"]
    assert f"{table}/index.md" in pages["dataset/index.md"]
    for record in getattr(dataset, table):
        assert f"`{record.id}`" in pages[f"dataset/{table}/{record.id}.md"]
        assert f"](../{table}/{record.id}.md)" in listed


def test_every_paragraph_has_an_anchor_and_its_digest(pages: Pages, dataset: kz.Dataset) -> None:
    """Each row of the ledger stands on the page of its document, with an anchor of its number."""
    for row in dataset.ledger:
        page = pages[f"dataset/sources/{row.paragraph.source.id}.md"]
        number = row.paragraph.paragraph
        (line,) = re.findall(rf"^\[Paragraph {number}\]{{#p{number}}}.*$", page, re.MULTILINE)
        assert row.opening in plain(line)
        assert row.digest in line


def test_every_citation_is_linked_both_ways(pages: Pages, dataset: kz.Dataset) -> None:
    """A record's page links to each paragraph that it cites, and the paragraph back to it."""
    for table in TABLES[:-1]:
        for record in getattr(dataset, table):
            page = pages[f"dataset/{table}/{record.id}.md"]
            for citation in getattr(record, "all_citations", ()):
                source = f"sources/{citation.source.id}.md"
                assert f"](../{source}#p{citation.paragraph})" in page, record.id
                assert f"](../{table}/{record.id}.md)" in pages[f"dataset/{source}"]


def test_every_quote_and_summary_stands_as_it_is(pages: Pages, dataset: kz.Dataset) -> None:
    """The words of a speaker and our summary of them are on the page, to the letter."""
    for statement in dataset.statements:
        page = plain(pages[f"dataset/statements/{statement.id}.md"])
        assert statement.summary in page
        for quote in statement.quotes:
            assert f"\n> {quote}\n" in page, statement.id


def test_a_reply_is_linked_both_ways(pages: Pages, dataset: kz.Dataset) -> None:
    """A statement's page leads to those that it answers, and to those that answer it."""
    replies = [(one, other) for one in dataset.statements for other in one.responds_to]
    assert replies
    for reply, answered in replies:
        for page, target in ((reply, answered), (answered, reply)):
            link = f"](../statements/{target.id}.md)"
            assert link in pages[f"dataset/statements/{page.id}.md"]


def test_every_stage_with_a_date_is_drawn_and_told(pages: Pages, dataset: kz.Dataset) -> None:
    """The drawing of a case has a bar and a text for each dated stage."""
    for case in dataset.cases:
        page = pages[f"dataset/cases/{case.id}.md"]
        dated = [stage for stage in case.stages if stage.date is not None]
        drawn = len(dated) if len(dated) > 1 else 0
        assert page.count("<rect ") == drawn, case.id
        for stage in dated[:drawn]:
            assert f"{stage.kind.value}: {stage.date}" in page


def test_codebook_has_every_variable(pages: Pages) -> None:
    """Each variable has a heading, its definition and, if optional, what missing means."""
    sections = re.split(r"^### ", plain(pages[CODEBOOK]), flags=re.MULTILINE)
    by_name = {section.partition("\n")[0]: section for section in sections}
    for variable in variables():
        section = by_name[variable.full_name]
        assert variable.definition in section
        assert variable.required != ("\nif missing\n: " in section), variable.full_name
        assert "if missing\n: \n" not in section, variable.full_name


def test_codebook_has_every_word(pages: Pages) -> None:
    """Each word of each vocabulary has its definition, and an anchor to link to."""
    text = plain(pages[CODEBOOK])
    vocabularies = {variable.vocabulary for variable in variables()} | {kz.CaseStatus}
    for vocabulary in vocabularies - {None}:
        assert vocabulary is not None
        for word in vocabulary:
            anchor = f"{vocabulary.__name__}-{word.value}".lower().replace("_", "-")
            assert f"| [{word.value}]{{#{anchor}}} | {word.definition} |" in text


def test_every_law_and_its_sentence_is_listed(pages: Pages) -> None:
    """The page about the laws has every law of every query, with what it states."""
    text = pages["generated/laws.md"]
    for name in laws.__all__:
        for law in getattr(laws, name) if isinstance(getattr(laws, name), laws.Laws) else ():
            assert f"### {name}" in text
            assert f"| `{law.name}` | {law.states} |" in text


def test_codebook_has_the_figures_of_the_page_on_reliability(pages: Pages) -> None:
    """Each row of the table of variables is told beside a variable, with both figures."""
    text = plain(pages[CODEBOOK])
    page = (DOCS / "reliability" / "index.md").read_text(encoding="utf-8")
    table = page.partition("| variable | shared units |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| [^-].*? \| (\d+) \| (\d+) % \| ([\d.]+) \|$", table, re.MULTILINE)
    assert len(rows) == len(table.splitlines()) - 2
    for units, same, alpha in rows:
        assert f"{same} % of {units} shared units, Krippendorff's alpha {alpha}" in text


def test_rules_are_those_of_variables() -> None:
    """No rule is about a variable that is gone, and none says what no variable can need."""
    known = {variable.full_name: variable for variable in variables()}
    for name, rule in module("codebook").rules().items():
        assert name in known
        assert set(rule) <= {"missing", "rule"}
        assert not ("missing" in rule and known[name].required), name
        assert all(text.endswith(".") for text in rule.values())


def test_links_lead_to_pages(pages: Pages) -> None:
    """Every link of a made page leads to a made page, or to one that is written by hand."""
    for path, target in links(pages):
        assert target in pages or (DOCS / target).is_file(), f"{path}: {target}"


def links(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield each link to a page: where it stands, and where it leads."""
    for path, text in pages.items():
        folder = "" if path == CODEBOOK else posixpath.dirname(path)
        for target in re.findall(r"\]\(([^)#]+\.md)(?:#[^)]*)?\)", text):
            yield path, posixpath.normpath(posixpath.join(folder, target))


def test_private_names_stay_out(pages: Pages) -> None:
    """No made page has a name of a private person."""
    names = {name for actor in kz.load().actors for name in private_names(actor)}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    leaks = [path for path, text in pages.items() if pattern.search(plain(text))]
    assert names
    assert leaks == []


def test_the_same_data_make_the_same_pages(pages: Pages, dataset: kz.Dataset) -> None:
    """Making the pages again, from data read again, changes nothing."""
    again = kz.read(DOCS.parent / "src" / "kzseparatism" / "data").pseudonymised()
    assert again.cases == dataset.cases
    assert module("site").pages(again, DOCS) == pages


def test_writing_leaves_alone_what_has_not_changed(tmp_path: Path) -> None:
    """A page that is the same keeps its time; one that is no longer made goes."""
    write = module("site").write
    write({"dataset/a.md": "one", "dataset/b.md": "two"}, tmp_path)
    before = (tmp_path / "dataset" / "a.md").stat().st_mtime_ns
    write({"dataset/a.md": "one"}, tmp_path)
    assert (tmp_path / "dataset" / "a.md").stat().st_mtime_ns == before
    assert not (tmp_path / "dataset" / "b.md").exists()


def test_text_cannot_become_markup() -> None:
    """Signs of Markdown in a text stay signs."""
    escaped = module("markup").escaped
    text = "1. [x](y) *a* _b_ `c` <d> # | ~ $ & {e} : f"
    assert plain(escaped(text)) == text
    assert not re.search(r"(?<!\\)[\[\]*_`<>#|{}$&]", escaped(text))
