"""The prose of the documentation: every name, word and count in it is one of the code and data."""

from __future__ import annotations

import builtins
import inspect
import keyword
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

import exports
import kzseparatism as kz
from kzseparatism import frames, laws, model, plot, strategies, vocab
from kzseparatism.cli.completion import SHELLS
from kzseparatism.cli.parser import parser
from kzseparatism.exporting.formats import FORMATS
from kzseparatism.names import gazetteer, regions
from kzseparatism.workshop.workbook.sheets import sheets

ROOT = Path(__file__).parents[1]
MADE = {"dataset", "generated"}  # from the data, when the site is built
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if not MADE & set(path.relative_to(ROOT).parts) and path.name != "CHANGELOG.md"
)
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))

_FENCE = re.compile(r"```.*?```", re.DOTALL)
_CODE = re.compile(r"`([a-z_]+)`")
_PUBLIC = re.compile(r"\bkz\.(\w+)")
_COUNT = re.compile(
    r"\b(\d+) (case|statement|actor|event|place|provision|discrepanc|region|paragraph)(?:y|ies|s)\b"
)
_ARTICLES = re.compile(r"\b(\w+) (?:published )?articles\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

# Words of other people's code, of the project's folders, and of examples.
OTHERS = {
    *(
        "a",
        "b",
        "benchmarks",
        "date_earliest",
        "date_latest",
        "date_qualifier",
        "daterange",
        "datetime",
        "docs",
    ),
    *("edtf", "hypothesis", "inf", "intersection", "kzseparatism", "pycountry", "pytest"),
    *(
        "build",
        "downstream",
        "encodings",
        "formats",
        "lint",
        "lowest",
        "py312",
        "py313",
        "site",
        "types",
        "wheel",
    ),
    *("nested_given", "relativedelta", "tests", "timedelta", "undate"),
}
# What a block may be besides Python; directives in braces are the site's.
# What is marked "py" needs an extra; tests/test_plot_drawing.py runs it.
MARKS = {"", "console", "json", "py", "python", "text"}
# What the exercises ask students to write.
EXERCISES = {
    *("at_odds", "case_rows", "count_by_stance", "count_by_year", "documents", "draw", "grounds"),
    *("groupby", "in_region", "last_day", "least_and_most", "of_year"),
}


# Sessions of nox, which the page for contributors names.
SESSIONS = set(re.findall(r"@nox\.session.*\ndef (\w+)", (ROOT / "noxfile.py").read_text("utf-8")))


def prose(page: Path) -> str:
    """Return a page without its blocks of code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def fields(owner: object) -> Iterator[str]:
    """Yield what an object, or the instances of a class, can be asked for."""
    yield from (name for name in dir(owner) if not name.startswith("_"))
    kind = owner if isinstance(owner, type) else type(owner)
    if attrs.has(kind):
        yield from (field.name for field in attrs.fields(kind))
    if inspect.isfunction(owner):
        yield from inspect.signature(owner).parameters


def known() -> set[str]:
    """Return every word that the code, the vocabularies, the data or the command has."""
    words = {*keyword.kwlist, *dir(builtins), *kz.__all__, *strategies.__all__, *laws.__all__}
    words.update(vars(laws.records))
    words |= {*frames.__all__, *SESSIONS}
    words |= {*plot.__all__, *fields(plot.Picture), *fields(plot.network), "plots"}
    for owner in (
        *(getattr(kz, name) for name in kz.__all__),
        kz.load(),
        kz.load().about,
        laws.check,
    ):
        words.update(fields(owner))
    for owner in vars(vocab).values():
        if isinstance(owner, type) and issubclass(owner, vocab.Vocabulary):
            words.update(map(str, owner))
    for name in laws.__all__:
        judged = getattr(laws, name)
        words.update(law.name for law in (judged if isinstance(judged, laws.Laws) else ()))
    words.update(path.name.removesuffix(".py") for path in files("kzseparatism").iterdir())
    for module in (
        gazetteer,
        regions,
        model.fields,
        model.source,
    ):  # the page on mutation testing names their insides
        words.update(vars(module))
    words.update(kz.sources.ids)
    words.update(sheet.name for sheet in sheets())
    words.update(re.findall(r"[a-z_]+", parser().format_help()))
    words |= {*SHELLS, "_kzseparatism"}
    # Fields of errors, and words of answers that have no vocabulary.
    words |= {
        "candidates",
        "extra",
        "nearest",
        "package",
        "place",
        "reason",
        "record_id",
        "remedy",
        "value",
        "what",
        "state",
    }
    words |= {"absent", "changed", "copy", "identical", "missing", "file", "certain", "possible"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    words |= {*project["optional-dependencies"], "fi"}
    words.update(name for relation in kz.tidy([]).values() for name in relation.column_names)
    words |= {*kz.tidy([]), *kz.codebook.__all__, *FORMATS}
    with exports.opened(exports.exported("sqlite")) as database:
        words.update(name for (name,) in database.execute("SELECT name FROM sqlite_schema"))
    words |= {
        "answers",
        "bibtex",
        "ris",
        "__version__",
        "rendered",
        "complaint",
        "csv",
        "json",
        "event",
        "statement",
        "empty",
    }
    return words | OTHERS | EXERCISES


KNOWN = known()


@pages
def test_words_in_code_type_exist(page: Path) -> None:
    """Whatever a page sets as code is a name, a field, an option or a word of a vocabulary."""
    assert sorted(set(_CODE.findall(prose(page))) - KNOWN) == []


@pages
def test_public_names_exist(page: Path) -> None:
    """Whatever a page calls ``kz.something``, in prose or in code, is public."""
    public = {*kz.__all__, *kz._SUBMODULES, "__all__"}
    found = set(_PUBLIC.findall(page.read_text(encoding="utf-8")))
    assert sorted(found - public) == []


def counts() -> dict[str, set[int]]:
    """Return the counts that a page may tell, by the stem of what is counted."""
    said = kz.statements
    return {
        "case": {len(kz.cases)},
        "statement": {
            len(said),
            sum(one.date is None for one in said),
            sum(one.stance is kz.Stance.CHALLENGES for one in said),
            sum(one.attribution is kz.Attribution.DIRECT for one in said),
        },
        "actor": {len(kz.actors)},
        "event": {len(kz.events)},
        "place": {len(kz.places)},
        "provision": {len(kz.provisions)},
        "discrepanc": {len(kz.discrepancies)},
        "region": {
            sum(one.kind is kz.RegionKind.REGION and not one.former for one in kz.regions),
        },
        "paragraph": {len(kz.ledger)},
    }


@pages
def test_counts_are_true(page: Path) -> None:
    """A number before the name of a table is its length, or a count that is made here."""
    true = counts()
    for number, stem in _COUNT.findall(prose(page)):
        assert int(number) in true[stem], f"{number} {stem}..."


@pages
def test_the_number_of_articles_is_true(page: Path) -> None:
    """No page speaks of more articles than there are, and "five articles" are all."""
    for word in _ARTICLES.findall(prose(page)):
        assert _NUMBERS.get(word.lower(), 0) <= len(kz.sources)
    assert len(kz.sources) == 5, "the pages say 'five articles': change them"


@pages
def test_every_block_runs_or_says_what_it_is(page: Path) -> None:
    """A block is Python, which is run, or is marked as something else; prompts are in Python."""
    inside = python = False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith(("```", ":::")):
            info = line.strip("`: ")
            inside = not inside
            assert info in MARKS or not inside or info.startswith("{"), line
            if inside and not info:
                assert page.parent == ROOT, "a block has no mark"
            python = info == "python" and inside
        elif line.startswith(">>> "):
            assert inside, line
            assert python, line


def test_every_query_that_is_recommended_answers() -> None:
    """Each line of the page on which query to take runs, and finds something."""
    page = (ROOT / "docs/which-query.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| .* \| `(kz\..*)` \|$", page, re.MULTILINE)
    assert len(lines) == page.count("| `kz.")
    for line in lines:
        assert eval(line, {"kz": kz}), line  # noqa: S307 - a line of our own page


def test_the_readme_says_how_to_cite_what_there_is() -> None:
    """The citation and the version on the first screen are those of the data."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## ")[0]
    assert f"*{kz.cite()}*" in readme
    assert f"Data version {kz.load().about.version}," in readme
    assert f"- {len(kz.sources)} articles, {len(kz.cases)} cases," in readme


def test_tests_that_a_page_names_exist() -> None:
    """Whatever test the page on what is tried names is there."""
    page = (ROOT / "docs/explanation/what-is-tried.md").read_text(encoding="utf-8")
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", page)
    assert len(named) > 20
    for name, test in named:
        (path,) = (ROOT / "tests").rglob(name)
        assert f"\ndef {test}(" in path.read_text(encoding="utf-8"), test
