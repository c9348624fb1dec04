"""The pages made from the data: nothing is left out, nothing drifts, and twice is the same.

The makers are imported by their folder. They know nothing of Sphinx, and neither does this test.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import io
import json
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

import kzseparatism as kz
from kzseparatism import laws
from kzseparatism.codebook import variables
from kzseparatism.dates.wording import with_doubt
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
        assert f'<a href="../{table}/{record.id}.html">' in listed


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
            assert f"{stage.kind.value}: {with_doubt(stage.date)}" in page


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
        # What is generated is shown by a page that stands in the folder above.
        folder = "" if path.startswith("generated/") else posixpath.dirname(path)
        for target in re.findall(r"\]\(([^)#]+\.md)(?:#[^)]*)?\)", text):
            yield path, posixpath.normpath(posixpath.join(folder, target))


@pytest.mark.thorough
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


def test_a_title_is_what_a_person_would_say(pages: Pages, dataset: kz.Dataset) -> None:
    """Titles are made of names, dates and summaries; none is a slug, and none overflows."""
    titles = {
        path: plain(re.search(r"^# (.*)$", text, re.MULTILINE)[1])  # type: ignore[index]
        for path, text in pages.items()
        if re.fullmatch(r"dataset/\w+/(?!index).*\.md", path)
    }
    assert titles["dataset/statements/putin-no-statehood.md"].startswith(
        "Vladimir Putin, August 2014: Nazarbayev created a state"
    )
    assert titles["dataset/actors/medvedev.md"] == "Dmitry Medvedev (person)"
    assert titles["dataset/sources/worldcrunch.md"] == "Worldcrunch: Analysis"
    ids = {record.id for _, table in dataset.tables() for record in table}
    for path, title in titles.items():
        assert title not in ids, path
        assert " " in title, path
        assert len(title) <= 260, path


def test_every_record_leads_to_those_beside_it(pages: Pages, dataset: kz.Dataset) -> None:
    """From the first record of a table, "next" leads through all of them to the last."""
    for table in TABLES:
        path, seen = "", set()
        (start,) = [
            one
            for one, text in pages.items()
            if f"dataset/{table}/" in one and f" / 1 of {len(getattr(dataset, table))}" in text
        ]
        path = start
        while path and path not in seen:
            seen.add(path)
            found = re.search(r"^.*?\[next\]\(\.\./([^)]+)\)", pages[path], re.MULTILINE)
            path = f"dataset/{found[1]}" if found else ""
        assert len(seen) == len(getattr(dataset, table)), table


def test_lists_are_by_date_or_by_the_alphabet(pages: Pages, dataset: kz.Dataset) -> None:
    """Statements stand by date, those without one last; actors stand by name."""
    listed = re.findall(
        r'<a href="\.\./statements/([^"]+)\.html">', pages["dataset/statements/index.md"]
    )
    dates = [dataset.statements[one].date for one in listed]
    days = [
        (one.latest if one.earliest.year == 1 else one.earliest) for one in dates if one is not None
    ]
    assert days == sorted(days)
    assert None not in dates[: len(days)]
    actors = re.findall(
        r'<a href="\.\./actors/[^"]+">([^<]*)</a>', pages["dataset/actors/index.md"]
    )
    letters = [one[0].upper() for one in actors if one[0].isascii() and one[0].isalpha()]
    assert letters == sorted(letters)


def test_the_landing_page_answers_by_itself(pages: Pages, dataset: kz.Dataset) -> None:
    """All numbers and all cases are on it, each with verdict, sentence, region, offence, source."""
    glance, cases = pages["generated/at-a-glance.md"], pages["generated/cases.md"]
    for name in ("sources", "cases", "statements", "actors", "events", "discrepancies"):
        assert f"<b>{len(getattr(dataset, name))}</b>" in glance
    assert "downloads.html" in glance
    assert dataset.about.version in plain(glance)
    rows = re.findall(r'^<tr role="row">.*</tr>$', cases, re.MULTILINE)
    assert len(rows) == len(dataset.cases)
    council = next(row for row in rows if "peoples-council-petropavlovsk.html" in row)
    for told in ("convicted", "9 years (1 person); 7 years", "North Kazakhstan region"):
        assert f">{told}<" in council
    assert ">separatism<" in council
    assert "dataset/sources/worldcrunch.html#p37" in council
    assert 'href="https://worldcrunch.com/' in council


def test_the_readme_has_all_cases(dataset: kz.Dataset) -> None:
    """The table of the README is that of the landing page; UPDATE_GOLDEN=1 writes it anew."""
    path = DOCS.parent / "README.md"
    text = path.read_text(encoding="utf-8")
    table = module("landing").cases_in_markdown(dataset)
    before, _, after = text.partition("| case | verdict |")
    after = after.partition("\n\n")[2]
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(f"{before}{table}\n{after}", encoding="utf-8")
    assert table in path.read_text(encoding="utf-8")


def test_the_time_line_has_everything_with_a_date(pages: Pages, dataset: kz.Dataset) -> None:
    """Each date has a mark; what has none is counted below."""
    drawn = pages["generated/time-line.md"]
    stages = [stage for case in dataset.cases for stage in case.stages]
    things: list[Any] = [*dataset.statements, *dataset.events, *stages]
    dates = [one.date for one in things if one.date is not None]
    assert len(re.findall(r'<(?:rect|circle) class="bar', drawn)) == len(dates)
    doubtful = [one for one in dates if one.qualifier or one.is_open]
    assert len(re.findall(r'class="bar doubtful', drawn)) == len(doubtful)
    undated = sum(one.date is None for one in dataset.statements)
    assert f"{undated} statements" in drawn


def test_a_search_knows_every_record_in_words(dataset: kz.Dataset) -> None:
    """Each record can be found by its id, its words, its dates as coded and as said."""
    index = module("search_index")
    entries = {one.id: one for one in index.record_entries(dataset)}
    assert set(entries) == {
        one.id for name, table in dataset.tables() for one in table if name != "ledger"
    }
    said = entries["medvedev-page-artificial-state"]
    for words in ("Dmitry Medvedev", "2022-08 August 2022", "social media", "worldcrunch#28"):
        assert words in said.text
    assert "Солтүстік Қазақстан облысы" in entries["KZ-59"].names
    data = json.loads(index.search_data([said]).partition("=")[2].rstrip(";\n"))
    assert data["letters"]["д"] == "d"
    assert data["entries"][0][3] == "medvedev-page-artificial-state"


def test_the_codebook_can_be_downloaded() -> None:
    """Each variable is a row, with its definition and what a missing value means."""
    rows = list(csv.DictReader(io.StringIO(module("files").codebook_csv())))
    named = {f"{row['record']}.{row['name']}": row for row in rows}
    for variable in variables():
        row = named[variable.full_name]
        assert row["definition"] == variable.definition
        assert bool(row["if_missing"]) != variable.required
    assert named["Statement.stance"]["words"] == "challenges, affirms, equivocates, none"


def test_the_codebook_begins_with_what_people_look_for(pages: Pages) -> None:
    """Case and Statement stand before Source, in the table of variables and below it."""
    heads = re.findall(r"^##+ (.*)$", pages[CODEBOOK], re.MULTILINE)
    assert heads[0] == "All variables"
    for before in ("", "Variables of "):
        case, said, source = (
            heads.index(f"{before}{one}") for one in ("Case", "Statement", "Source")
        )
        assert case < said < source
    derived = pages[CODEBOOK].partition("## Derived columns")[2].partition("\n## ")[0]
    for name in ("`status` | Case", "`former` | Region", "`disputed` | Statement", "`…_months` | "):
        assert name in derived


def test_the_feed_has_the_changes_to_the_data() -> None:
    """Each dated release with changes to the data is an entry with all of them, and no code."""
    made = module("feed")
    changelog = (
        "# C\n\n## 0.3.0 (unreleased)\n\n### Data\n\n- Later.\n\n## 0.2.0 (2026-11-26)\n\n"
        "### Data\n\n- A `date` < 2.\n- Two.\n\n### Code\n\n- No.\n\n## 0.1.0 (2026-11-22)\n\n"
        "### Code\n\n- No.\n"
    )
    (found,) = made.releases(changelog)
    assert (found.version, found.day) == ("0.2.0", "2026-11-26")
    assert found.changes == ("A `date` < 2.", "Two.")
    text = made.feed(changelog, "Title", "Author", "https://site.example/")
    root = ET.fromstring(text)  # noqa: S314 - we wrote it ourselves
    atom = "{http://www.w3.org/2005/Atom}"
    (entry,) = root.findall(f"{atom}entry")
    assert entry.findtext(f"{atom}content") == "<ul><li>A date &lt; 2.</li><li>Two.</li></ul>"
    links = [one.get("href") for one in root.iter(f"{atom}link")]
    assert all(str(one).startswith("https://site.example/") for one in links)
    shipped = (DOCS.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert kz.load().about.version in [one.version for one in made.releases(shipped)]


def test_machines_are_told_what_the_dataset_is(dataset: kz.Dataset) -> None:
    """The landing page carries the dataset as schema.org, with addresses only if there is one."""
    head = module("head")
    for site in ("", "https://site.example/"):
        element = head.linked_data(dataset, site, [("downloads/a.csv", "text/csv")])
        told = json.loads(element.partition(">")[2].removesuffix("</script>"))
        assert told["@type"] == "Dataset"
        assert told["version"] == dataset.about.version
        assert len(told["isBasedOn"]) == len(dataset.sources)
        assert ("url" in told) == ("distribution" in told) == bool(site)
        if site:
            (file,) = told["distribution"]
            assert file["contentUrl"] == "https://site.example/downloads/a.csv"
    assert head.description('a "b" <c>') == (
        '<meta name="description" content="a &quot;b&quot; &lt;c&gt;">'
    )
    assert head.description("") == ""


def test_pages_of_the_root_lead_to_pages_of_the_site(tmp_path: Path) -> None:
    """A link to a file of the repository leads to its page, and what has none stays as it is."""
    (tmp_path / "CONTRIBUTING.md").write_text(
        "# Contributing\n\n[a](docs/codebook.md#x) [b](SECURITY.md) [c](https://d.example/e)\n"
    )
    made = module("root_pages").root_pages(tmp_path)
    assert made == {
        "generated/contributing.md": "[a](codebook.md#x) [b](security.md) [c](https://d.example/e)\n"
    }


@pytest.mark.thorough
def test_downloads_have_their_size_and_digest() -> None:
    """A file is listed with its size in words and the SHA-256 of its bytes."""
    told = module("downloads").downloads({"a.csv": (b"x" * 2500, "a table")})
    assert "| a table | 2 kB |" in told
    assert f">{hashlib.sha256(b'x' * 2500).hexdigest()}<" in told


def test_the_kit_works_without_its_answers(tmp_path: Path) -> None:
    """Unpacked anywhere, each exercise has its files and fails as a starter does; no answer is in.

    The same folder is packed into the same bytes, whatever the day.
    """
    pack = module("kit").kit
    folder = Path(__file__).parents[1] / "docs" / "coursework"
    packed = pack(folder)
    assert packed == pack(folder)
    with ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path)
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert not [name for name in there if "answers" in name or "teacher" in name]
    starters = sorted(folder.glob("[0-9]-*"))
    assert len(starters) == 8
    for starter in starters:
        for name in ("README.md", "exercise.py", "test_exercise.py", "pytest.ini"):
            assert f"coursework/{starter.name}/{name}" in there
    texts = [path.read_text("utf-8") for path in tmp_path.rglob("*.*") if path.is_file()]
    for answer in (folder / "answers").glob("*.py"):
        # The first line that only the answer has.
        own = answer.read_text("utf-8").partition("\n")[0]
        assert not [text for text in texts if own in text]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"],
        cwd=tmp_path / "coursework" / "8-readings",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )
    assert done.returncode == 1
    assert "is touched by" in done.stdout


def test_text_cannot_become_markup() -> None:
    """Signs of Markdown in a text stay signs."""
    escaped = module("markup").escaped
    text = "1. [x](y) *a* _b_ `c` <d> # | ~ $ & {e} : f"
    assert plain(escaped(text)) == text
    assert not re.search(r"(?<!\\)[\[\]*_`<>#|{}$&]", escaped(text))
