"""The search box leads to a record, and a record to its paragraph, without a network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz

Opener = Callable[..., Any]

PERSON = "dataset/actors/medvedev.html"
STATEMENT = "dataset/statements/medvedev-page-artificial-state.html"


def find(page: Any, words: str) -> Any:
    """Type words into the search box at the side, and return the links of what is found."""
    box = page.locator(".sidebar-search")
    box.fill(words)
    box.press("Enter")
    found = page.locator("#search-results ul.search > li > a")
    found.first.wait_for()
    page.wait_for_function(
        "document.querySelector('.search-summary')?.textContent.includes('found')"
    )
    return found


def test_a_name_leads_to_the_actor_the_statement_and_the_paragraph(open_page: Opener) -> None:
    """A search for a name finds the actor; from there it is three clicks to the paragraph."""
    page = open_page("index.html")
    find(page, "Medvedev").first.click()
    assert page.url.partition("?")[0].endswith(PERSON)
    page.locator(f"article a[href$='{STATEMENT.rpartition('/')[2]}']").first.click()
    assert page.url.endswith(STATEMENT)
    page.locator("article a[href$='worldcrunch.html#p28']").first.click()
    assert page.url.endswith("dataset/sources/worldcrunch.html#p28")
    target = page.locator("#p28")
    assert target.inner_text() == "Paragraph 28"
    assert target.evaluate("element => element.matches(':target')")
    assert target.is_visible()


def test_a_case_leads_to_its_paragraphs(open_page: Opener) -> None:
    """A case is found by words of its title, and each citation on its page shows its paragraph."""
    case = kz.cases["peoples-council-petropavlovsk"]
    page = open_page("index.html")
    find(page, "People's Council Petropavlovsk").filter(has_text=case.title).first.click()
    assert page.url.partition("?")[0].endswith(f"dataset/cases/{case.id}.html")
    citation = case.citations[0]
    page.locator(f"article a[href$='#p{citation.paragraph}']").first.click()
    assert page.url.endswith(f"#p{citation.paragraph}")
    paragraph = page.locator(f"#p{citation.paragraph}")
    assert paragraph.inner_text() == f"Paragraph {citation.paragraph}"


@pytest.mark.parametrize("name", ["Солтүстік Қазақстан облысы", "Северо-Казахстанская область"])
def test_a_cyrillic_name_finds_the_region(name: str, open_page: Opener) -> None:
    """A region is found by its Kazakh and its Russian name."""
    page = open_page("index.html")
    found = find(page, name)
    assert any("/regions/KZ-59.html" in link.get_attribute("href") for link in found.all())


def test_the_search_works_from_a_file(browser: Any, site: Path) -> None:
    """Without any server, the search finds the same page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    hrefs = [link.get_attribute("href") for link in find(page, "Medvedev").all()]
    context.close()
    assert any(re.search(r"actors/medvedev\.html", href) for href in hrefs)
