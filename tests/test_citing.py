"""How to cite: each style by an independent reader, also of hostile titles."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

import kzseparatism as kz
from kzseparatism.citing import (
    STYLES,
    citations_in_brief,
    citations_in_words,
    document_in_brief,
)

ARTICLE = kz.sources["window-on-eurasia"]
HOSTILE = (
    "} , evil = {x} \\input{/etc/passwd}",
    "100% & more: #1, a_b, $5, ~, ^, { alone",
    "a } closing brace, and \\ a backslash",
    "@misc{other, title = {b}}",
    "quotes \"one\" and 'two', Ұлытау, “печать”",
)


def entry(text: str) -> dict[str, str]:
    """Return the fields of the one entry that a BibTeX parser finds, TeX decoded."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (found,) = library.entries
    return {"key": found.key, **{name: field.value for name, field in found.fields_dict.items()}}


def test_the_dataset_in_each_style() -> None:
    """Authors, title, year and both versions stand in every style."""
    about = kz.load().about
    text, fields = kz.cite(), entry(kz.cite(style="bibtex"))
    (item,) = json.loads(kz.cite(style="csl-json"))
    (record,) = rispy.loads(kz.cite(style="ris"))
    for part in (about.authors, about.title, about.version, about.coded, kz.__version__):
        for written in (text, str(fields), str(item), str(record).replace("/", "-")):
            assert part in written
    assert fields["year"] == record["year"] == about.coded[:4]
    assert item["issued"]["date-parts"] == [[int(part) for part in about.coded.split("-")]]


@pytest.mark.parametrize("style", STYLES)
def test_a_style_alone_is_that_of_the_dataset(style: Any) -> None:
    """What version 0.1 took, a style in the first place, is still taken."""
    assert kz.cite(style) == kz.cite(None, style) == kz.cite(style=style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("record_id", ["putin-no-statehood", "putin", "north-kazakhstan"])
def test_a_record_says_its_id_its_label_and_its_paragraphs(record_id: str, style: Any) -> None:
    """A record is cited by its id, its label and every paragraph, and by the data version."""
    record = kz.load().get(record_id)
    written = kz.cite(record, style)
    assert written == kz.cite(record_id, style)
    assert record.id in written
    assert kz.load().about.version in written
    for citation in record.all_citations:
        assert citation.source.outlet in written
        assert str(citation.paragraph) in written


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Сөз бостандығы: a dataset of speech", "soz-bostandygy-a-dataset"),
        ("演讲", "dataset"),
        ("Speech", "speech"),
    ],
)
def test_another_dataset_has_a_version_of_its_own(title: str, key: str, style: Any) -> None:
    """The library is named as what read it, in every style; the key is of the title."""
    about = attrs.evolve(kz.load().about, title=title, version="7.8.9", coded="2024-02-02")
    other = attrs.evolve(kz.load(), about=about)
    written = kz.cite(style=style, dataset=other)
    assert title in written
    assert key in written or style == "text"
    assert "data version" not in written.lower()
    assert f"oded 2024-02-02, read with kzseparatism {kz.__version__}" in written
    assert "7.8.9" in kz.cite("putin", style, dataset=other)


@pytest.mark.parametrize("style", STYLES)
def test_an_article_and_a_paragraph(style: Any) -> None:
    """An article has its author, title, outlet and day; a paragraph its number besides."""
    whole, part = kz.cite(ARTICLE, style), kz.cite("window-on-eurasia#4", style)
    for written in (whole, part):
        assert ARTICLE.title in written
        assert ARTICLE.author in written
        assert ARTICLE.outlet in written
        assert str(ARTICLE.published.year) in written
    assert "aragraph 4" in part
    assert "aragraph" not in whole
    row = kz.ledger["window-on-eurasia#4"]
    assert part == kz.cite(row, style) == kz.cite(row.paragraph, style)


def test_an_article_without_author_is_cited_by_its_outlet() -> None:
    """Where no author is printed, the outlet stands in the first place."""
    source = kz.sources["worldcrunch"]
    assert kz.cite(source).startswith(f"Worldcrunch ({source.published}). ")


def test_a_doubtful_day_is_told() -> None:
    """An inferred date of publication is named as such, and a range is no year."""
    doubtful = attrs.evolve(ARTICLE, published=kz.FuzzyDate.parse("[2023-12?..2024-06?]"))
    assert "inferred" in kz.cite(doubtful)
    assert "year" not in entry(kz.cite(doubtful, "bibtex"))
    (item,) = json.loads(kz.cite(doubtful, "csl-json"))
    assert item["issued"] == {"raw": "[2023-12-01?..2024-06-30?]", "circa": True}
    month = attrs.evolve(ARTICLE, published=kz.FuzzyDate.parse("2023-05"))
    (record,) = rispy.loads(kz.cite(month, "ris"))
    assert (record["year"], record["date"]) == ("2023", "2023/05")


@pytest.mark.parametrize("title", HOSTILE)
def test_bibtex_of_a_hostile_title_is_one_entry(title: str) -> None:
    """Braces, backslashes and signs of TeX are escaped, so that a parser reads the title."""
    hostile = attrs.evolve(ARTICLE, title=title, author=title, outlet=title, url=None)
    fields = entry(kz.cite(hostile, "bibtex"))
    assert set(fields) == {"key", "author", "title", "organization", "year"}
    # The parser reads TeX's circumflex as an accent of its own.
    plain = "".join(fields["title"].replace("ˆ", "^").split())
    assert plain == "".join(title.split())
    (item,) = json.loads(kz.cite(hostile, "csl-json"))
    assert item["title"] == title
    (record,) = rispy.loads(kz.cite(hostile, "ris"))
    assert record["title"] == title


def test_an_address_can_not_break_out() -> None:
    """Braces in an address are written in percents."""
    hostile = attrs.evolve(ARTICLE, url="https://example.invalid/}a{b\\c?d=1&e=%20#f")
    (found,) = parse_string(kz.cite(hostile, "bibtex")).entries
    assert found.fields_dict["url"].value == "https://example.invalid/%7Da%7Bb%5Cc?d=1&e=%20#f"


def test_private_persons_are_cited_by_pseudonym() -> None:
    """No style prints the name of a private person."""
    for actor in kz.actors.where(lambda one: one.private):
        for style in STYLES:
            written = kz.cite(actor, style)  # type: ignore[arg-type] # a word of a tuple
            assert actor.name not in written
            assert actor.pseudonym.strip("[]") in written


def test_another_dataset_has_its_own_title_and_ids() -> None:
    """Ids are looked up in the dataset that is given, and its title and version are cited."""
    known = kz.load()
    about = attrs.evolve(known.about, title="Another one", version="7.7")
    other = attrs.evolve(known, about=about)
    assert "Another one" in kz.cite("putin", dataset=other)
    assert "7.7" in kz.cite(dataset=other)


def test_wrong_arguments() -> None:
    """An unknown id, an unknown style and what can't be cited are told apart."""
    with pytest.raises(kz.UnknownIdError, match="'putin-no-statehood'"):
        kz.cite("putin-no-statehod")
    with pytest.raises(kz.InvalidValueError, match="is not a style of citation; write one of text"):
        kz.cite(None, "apa")  # type: ignore[arg-type]
    with pytest.raises(kz.WrongTypeError, match="can't be cited"):
        kz.cite(7)  # type: ignore[arg-type]


def test_citations_in_words() -> None:
    """Paragraphs of one document stand together, in order; documents in the order cited."""
    one, other = kz.sources["ean-report"], kz.sources["worldcrunch"]
    cited = [
        kz.Citation(source=other, paragraph=9),
        kz.Citation(source=one, paragraph=4),
        kz.Citation(source=other, paragraph=2),
        kz.Citation(source=other, paragraph=5),
    ]
    assert citations_in_words(cited) == (
        "Worldcrunch 2024, paragraphs 2, 5 and 9 (worldcrunch)",
        "EAN 2017, paragraph 4 (ean-report)",
    )
    assert citations_in_brief(cited[1:2]) == "EAN 2017, paragraph 4"
    # Two documents of one outlet are told apart, and a year that is not known is not made up.
    told = {document_in_brief(source) for source in kz.sources}
    assert len(told) == len(kz.sources)
    open_end = attrs.evolve(kz.sources[0], published="[2014..2015]")
    assert document_in_brief(open_end) == open_end.outlet
