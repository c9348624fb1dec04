"""The search box leads to a record, and a record to its paragraph, without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz

Opener = Callable[..., Any]

PERSON = "dataset/actors/medvedev.html"
MEETING = "dataset/events/council-meeting.html"
STATEMENT = "dataset/statements/medvedev-page-artificial-state.html"


def find(page: Any, words: str) -> Any:
    """Type words into the search box at the side, and return the links of what is found."""
    box = page.locator(".sidebar-search")
    box.fill(words)
    with page.expect_navigation():
        box.press("Enter")
    page.wait_for_function(
        "document.querySelector('#search-summary')?.textContent.includes('found')"
    )
    return page.locator("#search-results ul.search > li > a")


def found(page: Any, words: str) -> list[str]:
    """Return the addresses that the search gives, the best first, without showing them."""
    links: list[str] = page.evaluate(
        "words => window.kzSearch(words).map(one => one.address)", words
    )
    return links


@pytest.fixture
def search_page(open_page: Opener) -> Any:
    """Return the search page."""
    return open_page("search.html")


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


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Солтүстік Қазақстан облысы", "dataset/regions/KZ-59.html"),
        ("Северо-Казахстанская область", "dataset/regions/KZ-59.html"),
        ("Медведев", PERSON),
        ("Dmitry Medvedev", PERSON),
        ("Yevgeny Fedorov", "dataset/actors/fyodorov.html"),
        ("KZ-59", "dataset/regions/KZ-59.html"),
        ("putin-no-statehood", "dataset/statements/putin-no-statehood.html"),
        ("worldcrunch", "dataset/sources/worldcrunch.html"),
        ("stance affirms", "codebook.html#statement-stance"),
    ],
)
def test_what_is_asked_for_stands_first(words: str, wanted: str, search_page: Any) -> None:
    """Names in either alphabet and any spelling, and ids, lead to their page first of all."""
    assert found(search_page, words)[0] == wanted


def test_numbers_and_dates_are_words(search_page: Any) -> None:
    """A year, a day as it is coded or said, and a paragraph find the records that have them."""
    year = found(search_page, "2023")
    assert "dataset/cases/peoples-council-petropavlovsk.html" in year
    assert "dataset/statements/putin-no-statehood.html" not in year
    wanted = {
        f"dataset/statements/{one.id}.html"
        for one in kz.statements
        if one.date is not None and "2023" in str(one.date)
    }
    assert wanted
    assert wanted <= set(year)
    for words in ("2023-03-19", '"19 March 2023"'):
        assert MEETING in found(search_page, words)
    cited = kz.cited_by("worldcrunch", 28).ids
    assert {f"/{one}.html" for one in cited} <= {
        f"/{one.split('/')[-1]}" for one in found(search_page, "worldcrunch#28")
    }


def test_a_kind_is_a_word_and_a_filter(open_page: Opener) -> None:
    """The word "case" finds cases, and the buttons keep one kind, which the address remembers."""
    page = open_page("index.html")
    links = find(page, "case Petropavlovsk")
    assert links.first.get_attribute("href").startswith("dataset/cases/")
    page.get_by_role("button", name="case (").click()
    shown = page.locator("#search-results li > a")
    assert shown.count() > 0
    assert all(one.get_attribute("href").startswith("dataset/cases/") for one in shown.all())
    page.reload()
    assert page.get_by_role("button", name="case (").get_attribute("aria-pressed") == "true"


def test_a_phrase_stands_together(search_page: Any) -> None:
    """In quotation marks words are found together only."""
    apart, together = (
        found(search_page, "state artificial"),
        found(search_page, '"state artificial"'),
    )
    assert STATEMENT in apart
    assert STATEMENT not in together
    assert STATEMENT in found(search_page, '"artificial state"')


def test_nothing_is_found_for_nothing(open_page: Opener) -> None:
    """Words that stand nowhere are said to, and text with signs is only text."""
    page = open_page("index.html")
    assert find(page, "xyzzyx <b>found</b>").count() == 0
    assert "Nothing is found" in page.locator("#search-summary").inner_text()
    assert page.locator("#search-summary b").count() == 0


def test_no_mark_stays_on_the_page_found(open_page: Opener) -> None:
    """The words are marked among the results, and not on the page that they lead to."""
    page = open_page("index.html")
    links = find(page, "artificial state")
    assert page.locator("#search-results mark").count() > 0
    links.first.click()
    assert page.locator("mark, .highlighted").count() == 0
    assert "highlight" not in page.url


def test_the_examples_of_the_help_find_something(search_page: Any) -> None:
    """Whatever the help text gives as an example finds a record."""
    examples = search_page.locator(".search-help code").all_inner_texts()
    assert len(examples) > 5
    for words in examples:
        assert any(one.startswith("dataset/") for one in found(search_page, words)), words


def test_the_search_spells_as_the_library_does(search_page: Any) -> None:
    """Every name of every actor and region finds its record, in whatever letters it has."""
    hidden = kz.load().pseudonymised()
    asked = {one.name: f"dataset/actors/{one.id}.html" for one in hidden.actors}
    asked |= {
        name.text: f"dataset/regions/{region.id}.html"
        for region in hidden.regions
        for name in region.names
        if len(name.text) > 1
    }
    missed = search_page.evaluate(
        """asked => Object.entries(asked).filter(([words, address]) =>
             !window.kzSearch(words).some(entry => entry.address === address))""",
        asked,
    )
    assert missed == []


def test_the_search_works_from_a_file(browser: Any, site: Path) -> None:
    """Without any server, the search finds the same page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert find(page, "Medvedev").first.get_attribute("href") == PERSON
    context.close()
