"""What people come for: an answer in two clicks, lists that sort, pages that print."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz

Opener = Callable[..., Any]

CASES = "table.records tbody tr"
PRINTED = (
    "index.html",
    "dataset/statements/index.html",
    "dataset/cases/peoples-council-petropavlovsk.html",
    "dataset/sources/worldcrunch.html",
    "explanation/glossary.html",
)


def visible(page: Any) -> list[str]:
    """Return the addresses of the records that a list shows, in order."""
    links = page.locator(f"{CASES} th a").filter(visible=True)
    return [link.get_attribute("href") for link in links.all()]


@pytest.mark.parametrize("width", [360, 1400])
def test_a_journalist_reaches_the_article_from_the_landing_page(
    open_page: Opener, width: int
) -> None:
    """Convictions in North Kazakhstan, with sentence and source: two choices; the article: one."""
    page = open_page("index.html", width=width)
    box = page.locator(".narrow")
    box.get_by_label("Region").select_option("North Kazakhstan region")
    box.get_by_label("Verdict").select_option("convicted")
    wanted = kz.cases_by_region("North Kazakhstan") & kz.cases_by_status("convicted")
    assert len(wanted) == 3
    assert sorted(visible(page)) == sorted(f"dataset/cases/{one}.html" for one in wanted.ids)
    assert page.locator(".narrow [role=status]").inner_text() == f"3 of {len(kz.cases)} rows"
    for row in page.locator(f"{CASES}:not([hidden])").all():
        assert "years" in row.inner_text()
        assert row.locator("a.external").first.get_attribute("href").startswith("https://")
    # The paragraph is one click away as well.
    page.locator(f"{CASES}:not([hidden]) td a[href*='sources/worldcrunch.html#p']").first.click()
    assert "Paragraph" in page.locator(":target").first.inner_text()


@pytest.mark.parametrize("width", [360, 1400])
@pytest.mark.parametrize("name", [*PRINTED, "codebook.html", "downloads.html"])
def test_no_table_is_cut_off(open_page: Opener, name: str, width: int) -> None:
    """Every table has room; on a phone a row of one that has none is a card of named cells."""
    page = open_page(name, width=width)
    cut = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).length"
    assert page.locator(".table-wrapper").evaluate_all(cut) == 0
    assert width < 1000 or page.locator(".stacked").count() == 0
    nameless = "cells => cells.filter(cell => !cell.dataset.label || !cell.role).length"
    assert page.locator(".stacked tbody td:not(:empty)").evaluate_all(nameless) == 0


def test_a_case_begins_with_what_came_of_it(open_page: Opener) -> None:
    """Verdict, sentences, region and the articles stand before everything else that is coded."""
    page = open_page("dataset/cases/peoples-council-petropavlovsk.html")
    names = page.locator("article dl").first.locator("dt").all_inner_texts()
    assert names[:4] == ["verdict", "sentences", "region", "articles"]
    said = page.locator("article dl").first.inner_text()
    assert "9 years" in said
    assert page.locator("article dl a[href^='https://']").count() == 2


def test_the_explorer_leads_back_to_the_site(open_page: Opener) -> None:
    """Who came to the explorer first finds what the dataset is."""
    page = open_page("explorer.html")
    page.get_by_role("link", name="What the dataset is").click()
    assert page.locator("h1").inner_text().startswith("Separatism and irredentism")


def test_a_choice_shows_what_the_library_finds(open_page: Opener) -> None:
    """For every region the list of cases keeps those that are possibly there, and no others."""
    page = open_page("dataset/cases/index.html")
    box = page.get_by_label("Region")
    offered = box.locator("option").evaluate_all("all => all.map(one => one.value)")
    found = {region.name: kz.cases_by_region(region).ids for region in kz.regions}
    assert {name for name, ids in found.items() if ids} == set(offered) - {"", "no single region"}
    for name in filter(None, offered):
        box.select_option(name)
        shown = {one.rpartition("/")[2].removesuffix(".html") for one in visible(page)}
        assert name not in found or shown == set(found[name]), name


@pytest.mark.parametrize("width", [360, 1400])
def test_words_narrow_a_list(open_page: Opener, width: int) -> None:
    """A row stays if it has every word; what is in quotation marks has to stand together."""
    page = open_page("index.html", width=width)
    box = page.get_by_label("Show only rows with")
    box.fill('"north kazakhstan" convicted')
    assert len(visible(page)) == 3
    box.fill("xyzzyx")
    assert visible(page) == []
    box.fill("")
    assert len(visible(page)) == len(kz.cases)


def test_the_address_of_an_article_is_shown_as_it_is(open_page: Opener) -> None:
    """No sign stands in it that the link does not have."""
    for source in kz.sources:
        if source.url:
            page = open_page(f"dataset/sources/{source.id}.html")
            link = page.locator("article").get_by_role("link", name=source.url, exact=True)
            assert link.get_attribute("href") == source.url


def test_a_list_is_sorted_by_each_of_its_columns(open_page: Opener) -> None:
    """A click sorts, a second one the other way round, and the heading says so."""
    page = open_page("dataset/cases/index.html")
    heading = page.locator("table.records thead th", has_text="Sentence")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert visible(page)[0].endswith("ust-kamenogorsk-plot-1999.html")
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    assert visible(page)[-1].endswith("ust-kamenogorsk-plot-1999.html")
    assert page.locator("table.records thead th[aria-sort]").count() == 1
    page.locator("table.records thead th", has_text="Case").get_by_role("button").click()
    titles = [cell.inner_text() for cell in page.locator(f"{CASES} th").all()]
    assert titles == sorted(titles, key=str.casefold)


def test_the_outcome_is_on_the_first_screen_of_a_phone(open_page: Opener) -> None:
    """On a phone the first case of the list shows verdict and sentence without scrolling."""
    page = open_page("dataset/cases/index.html", "light", 360)
    for name in ("Verdict", "Sentence"):
        box = page.locator(f"{CASES} td[data-label={name}]").first.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert box["y"] + box["height"] <= 800


def test_a_page_is_printed_whole(open_page: Opener, tmp_path: Path) -> None:
    """Nothing sticks out of the paper, no page is empty, and what is for screens is left out."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext (poppler-utils) is not here to read what is printed")
    for number, path in enumerate(PRINTED):
        page = open_page(path)
        page.emulate_media(media="print")
        # The width of the text on A4, in the points of the screen.
        page.set_viewport_size({"width": 680, "height": 1000})
        cut = page.evaluate(
            """[...document.querySelectorAll('article *')].filter((one) => {
                 const box = one.getBoundingClientRect();
                 return box.width > 0 && box.right > document.documentElement.clientWidth + 1;
               }).map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert cut == [], path
        printed = tmp_path / f"{number}.pdf"
        page.pdf(path=str(printed), format="A4", prefer_css_page_size=False)
        told = subprocess.run(
            [reader, "-layout", str(printed), "-"], capture_output=True, text=True, check=True
        ).stdout
        sheets = told.split("\f")[:-1]
        assert all(len(sheet.split()) > 5 for sheet in sheets), path
        assert "Skip to content" not in told
        assert "Show only rows" not in told
        title = page.locator("h1").inner_text().replace("#", "").split()
        assert sheets[0].split()[: len(title)] == title


def test_a_record_is_cited_and_has_its_address(open_page: Opener) -> None:
    """The page of a record says how to cite it, where it stays, and where the article is."""
    page = open_page("dataset/statements/putin-no-statehood.html")
    assert kz.cite("putin-no-statehood") in page.locator("#cite-this-record").inner_text()
    permanent = page.locator("#cite-this-record a", has_text="putin-no-statehood.html")
    assert permanent.inner_text() == (
        "https://kzseparatism.example/dataset/statements/putin-no-statehood.html"
    )
    articles = page.locator("#where-it-is-from a.external")
    assert {one.get_attribute("href") for one in articles.all()} == {
        source.url
        for source in {one.source for one in kz.statements["putin-no-statehood"].citations}
    }
    page.locator(".crumb a", has_text="next").click()
    assert page.locator(".crumb").inner_text().startswith("Home / The dataset / Statements / ")


def test_a_page_that_does_not_exist_leads_on(site: Path, open_page: Opener) -> None:
    """The page for wrong addresses works at any depth: its links count from the root."""
    text = (site / "404.html").read_text(encoding="utf-8")
    assert '<base href="/">' in text
    page = open_page("404.html")
    page.locator("article input[name=q]").fill("Petropavlovsk")
    page.locator("article input[name=q]").press("Enter")
    page.locator("#search-results li a").first.wait_for()
