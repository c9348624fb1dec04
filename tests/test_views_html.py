"""Tables and records in a notebook: escaped, and private persons by pseudonym."""

from __future__ import annotations

import copy
import csv
import io
import pickle
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.cli.output import as_csv
from kzseparatism.model.tables import holdings
from kzseparatism.model.walk import parts
from kzseparatism.names.spelling import fold
from kzseparatism.views.plain import plain_columns, plain_record


class Reader(HTMLParser):
    """Collects the tags and the words of a page, and fails on a tag left open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a tag."""
        del attrs
        self.open.append(tag)
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the tag that ends is the one that began last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += f" {data}"


def page(thing: object) -> str:
    """Return what a notebook shows of a thing."""
    view: str = thing._repr_html_()  # type: ignore[attr-defined]
    return view


def test_tables_are_pages() -> None:
    """Every table and every record of the shipped data is well-formed, and names its records."""
    for _, table in kz.load().tables():
        shown = Reader(page(table))
        for record in table[:60]:
            assert record.id in shown.words
            assert record.id in Reader(page(record)).words


def test_private_names_are_not_shown() -> None:
    """No table and no record shows the name of a private person, though the data have it."""
    words = {fold(actor.name).split()[-1] for actor in kz.actors if actor.private}
    for _, table in kz.load().tables():
        for thing in (table, *table):
            assert not words & set(fold(Reader(page(thing)).words).split())


def test_a_private_name_in_a_quote_is_not_shown() -> None:
    """A name in the quote of a statement that is shown alone is replaced there as well."""
    statement = kz.statements["take-our-petropavlovsk"]
    name = statement.speakers[0].name
    planted = attrs.evolve(statement, quotes=(f"I, {name}, say so.",))
    assert name not in page(planted)
    assert name not in page(kz.Table([planted]))
    assert name in str(planted.quotes)


def test_text_is_escaped() -> None:
    """What looks like a tag in the data is text on the page."""
    hostile = '<script>alert("x")</script> & <b>'
    statement = attrs.evolve(kz.statements[0], summary=hostile)
    for thing in (statement, kz.Table([statement])):
        shown = Reader(page(thing))
        assert "script" not in shown.tags
        assert hostile in shown.words


def test_long_tables_say_what_is_left_out() -> None:
    """Of a long table sixty rows are shown, and the rest is counted."""
    template = kz.statements[0]
    table = kz.Table(attrs.evolve(template, id=f"made-up-{n}") for n in range(100))
    shown = Reader(page(table))
    assert "100 records, 40 not shown" in shown.words
    assert shown.tags.count("tr") == 61


def test_empty_and_mixed_tables() -> None:
    """An empty table says so; one of several kinds has a table for each run of a kind."""
    assert "0 records" in Reader(page(kz.Table())).words
    mixed = Reader(page(kz.cited_by("worldcrunch", 29)))
    assert mixed.tags.count("table") > 1


DOLLARS = [
    "from $200 to $700 million",
    "$x$",
    "$$ and $$",
    "a price of 5$, <b>or</b> $6 & more",
    r"\(x\) \[y\] \begin{align} $ \$ $",
    "see https://example.org/?a=$1&b=$2 for $3",
]


@pytest.mark.parametrize("text", DOLLARS)
def test_dollar_signs_are_no_mathematics(text: str) -> None:
    """No two dollar signs stand in one element, and MathJax is told to keep out of all of it."""
    statement = attrs.evolve(kz.statements[0], summary=text, note=text)
    about = attrs.evolve(kz.load().about, title=text)
    for thing in (statement, kz.Table([statement]), attrs.evolve(kz.load(), about=about)):
        view = page(thing)
        assert "$" not in view
        shown = Reader(view)
        assert text.replace(" ", "") in shown.words.replace(" ", "")
        assert all(piece.count("&#36;") <= 1 for piece in re.split("<[^>]*>", view))
        assert view.partition(">")[0].endswith('class="tex2jax_ignore mathjax_ignore"')


def test_an_address_ends_where_it_ends() -> None:
    """Quotation marks and signs of markup after an address are no part of the link."""
    for address, after in [
        ("https://example.org/a?b=1&c=2", '" said he'),
        ("https://example.org/$1", " and $2"),
        ("http://example.org", "<b>"),
        ("https://example.org/'", ""),
        ("https://example.org/#x", "\nhttps://example.org/2"),
    ]:
        view = page(attrs.evolve(kz.sources[0], url=None, note=(address + after).split("\n")[0]))
        links = re.findall('<a href="([^"]*)"', view)
        assert unescape(links[-1]) == address.rstrip("'")
        assert "script" not in Reader(view).tags


PARTS = [
    part
    for case in kz.cases
    for field in (case.sites, case.stages, case.charges, case.sentences)
    for part in field
]


@pytest.mark.parametrize("kind", sorted({type(part).__name__ for part in PARTS}))
def test_parts_have_a_view(kind: str) -> None:
    """A part that is shown alone has its fields, and where they are said."""
    for part in PARTS:
        if type(part).__name__ == kind:
            shown = Reader(page(part))
            assert kind in shown.words
            assert str(part.citations[0].source.id) in shown.words


def test_the_parts_of_a_case_are_in_its_view() -> None:
    """The view of a record has every stage, each on a line of its own with its date."""
    for case in kz.cases:
        words = Reader(page(case)).words
        for stage in case.stages:
            assert f"- {stage.kind.value}" in words
            assert stage.date is None or str(stage.date) in words


def test_names_and_roles_have_a_view() -> None:
    """So have the names of a region, the roles of an actor, and a citation."""
    region = kz.load().regions["KZ-59"]
    assert all(name.text in Reader(page(name)).words for name in region.names)
    actor = next(actor for actor in kz.actors if actor.roles and not actor.private)
    assert actor.roles[0].title in Reader(page(actor.roles[0])).words
    citation = kz.cases[0].citations[0]
    assert citation.source.id in Reader(page(citation)).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-05-30", ["2023-05-30", "day"]),
        ("2023-05~", ["2023-05-01", "2023-05-31", "month", "~ (approximate)"]),
        ("[..2023]", ["open", "2023-12-31"]),
        ("[2023..]", ["2023-01-01", "open"]),
        ("[2022-12-01?..2024?]", ["range", "2024-12-31", "? (uncertain)"]),
        ("202X%", ["decade", "% (uncertain and approximate)"]),
        ("2023-24", ["season", "2024-02-29"]),
    ],
)
def test_dates_have_a_view(text: str, words: list[str]) -> None:
    """A date has its text, its days, its precision and its qualifier in words."""
    date = kz.FuzzyDate.parse(text)
    shown = Reader(page(date)).words
    assert all(word in shown for word in [str(date), *words])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P5Y", "term P5Y years 5"),
        ("P18M", "term P1Y6M years 1 months 6"),
        ("P15D", "term P15D days 15"),
        ("P1Y2M3D", "term P1Y2M3D years 1 months 2 days 3"),
        ("P999Y", "term P999Y years 999"),
    ],
)
def test_terms_have_a_view(text: str, words: str) -> None:
    """A term has its text, and the lengths that are not zero."""
    assert Reader(page(kz.Term.parse(text))).words.split()[1:] == words.split()


def test_a_dataset_has_a_view() -> None:
    """A dataset has its title, its version and the number of records of each table."""
    dataset = kz.load()
    words = Reader(page(dataset)).words
    assert dataset.about.title in words
    for name, table in dataset.tables():
        assert f"{name} {len(table)}" in words
    empty = Reader(page(kz.Dataset(about=dataset.about))).words
    assert "cases 0" in empty


def test_a_private_name_in_a_title_is_not_shown() -> None:
    """A name that slipped into what a dataset says of itself is replaced in its view."""
    dataset = kz.load()
    name = next(actor for actor in dataset.actors if actor.private).name
    about = attrs.evolve(dataset.about, title=f"About {name}")
    assert name not in page(attrs.evolve(dataset, about=about))


def test_moments_say_what_they_are() -> None:
    """Each row of a time line has its date, its kind and its record, and no private name."""
    moments = kz.timeline()
    shown = Reader(page(moments))
    for moment in moments[:60]:
        assert f"{moment.kind} {moment.record.id}" in shown.words
        assert str(moment.date) in shown.words


HARMLESS = "Words in a line."
UNPRINTABLE = [
    "red \x1b[31m text",
    "\N{RIGHT-TO-LEFT OVERRIDE}txet",
    "a \N{LEFT-TO-RIGHT ISOLATE}b",
    "two\nlines",
    "two\r\nlines",
    "two\N{LINE SEPARATOR}lines",
    "zero\N{ZERO WIDTH SPACE}width",
    "half \ud83d of a pair",
    "\0",
]
MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><script>",
    "&lt;script&gt; & 'quotes'",
    "javascript:alert(1) https://example.org/?<script>",
]
FORMULAS = ['=HYPERLINK("https://example.org")', "+1", "-1+2", "@SUM(1)", "＝1+1"]


def text_fields() -> list[tuple[object, str]]:
    """Return every field that takes any words, with a record or a part that has it."""
    found: dict[str, tuple[object, str]] = {}
    for _, table in kz.load().tables():
        for record in table:
            for thing in (record, *(part.value for part in parts(record))):
                kind: Any = type(thing)
                for name, holding in holdings(kind).items():
                    key = f"{kind.__name__}.{name}"
                    words = holding.kind is str and key not in found
                    if words and takes(thing, name, HARMLESS):
                        found[key] = (thing, name)
    return [found[key] for key in sorted(found)]


def takes(thing: object, field: str, text: str) -> bool:
    """Return whether a text can be the value of a field, or the only item of it."""
    try:
        planted(thing, field, text)
    except kz.InvalidValueError:
        return False
    return True


def planted(thing: Any, field: str, text: str) -> Any:
    """Return a record or a part with another text in a field."""
    many = isinstance(getattr(thing, field), tuple)
    return attrs.evolve(thing, **{field: (text,) if many else text})


FIELDS = text_fields()
every_field = pytest.mark.parametrize(
    ("thing", "field"), FIELDS, ids=[f"{type(thing).__name__}.{name}" for thing, name in FIELDS]
)


def test_the_fields_are_there() -> None:
    """The list is not empty, and what is left out of it are codes."""
    named = {f"{type(thing).__name__}.{name}" for thing, name in FIELDS}
    assert {"Statement.summary", "Statement.quotes", "Stage.date_text", "Actor.aliases"} <= named
    assert {"Source.title", "Role.title", "RegionName.text", "LedgerRow.opening"} <= named
    assert not {name for name in named if name.endswith((".id", ".country", ".sha256"))}


@every_field
def test_nothing_unprintable_is_in_a_text_field(thing: object, field: str) -> None:
    """Escapes of terminals, overrides of direction and line breaks are refused in every text."""
    for text in UNPRINTABLE:
        assert not takes(thing, field, text), ascii(text)


@every_field
def test_markup_in_a_text_field_is_text(thing: object, field: str) -> None:
    """No text of any field becomes an element, an attribute or a link to a script."""
    tags = set(Reader(page(planted(thing, field, HARMLESS))).tags) | {"a", "span"}
    for text in MARKUP:
        view = page(planted(thing, field, text))
        assert set(Reader(view).tags) <= tags
        assert all(link.startswith("http") for link in re.findall('href="([^"]*)"', view))


@every_field
def test_a_formula_in_a_text_field_is_text(thing: object, field: str) -> None:
    """No cell of CSV begins a formula, whichever field it is made of."""
    columns = plain_columns(type(thing))
    for text in FORMULAS:
        plain = plain_record(planted(thing, field, text))
        (row,) = csv.DictReader(io.StringIO(as_csv([plain], columns)))
        assert row[field] == f"'{text}"


def test_lists_of_parts_are_tables() -> None:
    """Stages, sentences, roles and names of a record have a view, and are still plain tuples."""
    for case in kz.cases:
        for several in (case.sites, case.stages, case.charges, case.sentences):
            assert several == tuple(several)
            shown = Reader(page(several))
            assert shown.tags.count("tr") == (len(several) + 1 if several else 0)
    stages = Reader(page(kz.cases["peoples-council-petropavlovsk"].stages))
    assert "conviction" in stages.words
    assert "Caravanserai 2023, paragraph" in stages.words
    assert "KZ-" not in Reader(page(kz.regions[0].names)).words


def test_lists_of_parts_hide_names_and_survive_copies() -> None:
    """A private person in a part is a pseudonym; copies and pickles keep the view."""
    case = next(one for one in kz.cases if any(actor.private for actor in one.defendants))
    named = attrs.evolve(case, stages=[attrs.evolve(case.stages[0], defendants=case.defendants)])
    (hidden,) = [actor for actor in case.defendants if actor.private][:1]
    for twin in (named, pickle.loads(pickle.dumps(named)), copy.deepcopy(named)):  # noqa: S301
        assert hidden.name not in page(twin.stages)
        assert hidden.pseudonym in page(twin.stages)
