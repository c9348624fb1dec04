"""Tables and records in a notebook: escaped, and private persons by pseudonym."""

from __future__ import annotations

from html.parser import HTMLParser

import attrs

import kzseparatism as kz
from kzseparatism.names.spelling import fold


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
