"""Everybody can read the page: on any width, light or dark, by keyboard, on paper, unscripted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz

Opener = Callable[..., Any]

# A view of the page: its first one, an answer in doubt, and each kind of record in the drawer.
VIEWS = (
    "",
    "region=KZ-59&from=2020&status=convicted",
    "table=statements&from=x&text=Putin",
    "record=peoples-council-petropavlovsk&region=KZ-59",
    "table=statements&record=putin-no-statehood",
    "table=actors&record=putin",
    "table=discrepancies",
    "table=sources&record=worldcrunch",
)


def axe_findings(page: Any) -> list[Any]:
    """Return what axe has to say against a page."""
    module = pytest.importorskip("axe_playwright_python.sync_playwright")
    rules = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
    found = module.Axe().run(page, options=rules)
    return [
        (one["id"], [node["html"][:140] for node in one["nodes"][:3]])
        for one in found.response["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_nothing(open_page: Opener, width: int, scheme: str) -> None:
    """No view of the page breaks a rule of axe, with everything that folds open."""
    for view in VIEWS:
        page = open_page(view, scheme=scheme, width=width)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert axe_findings(page) == [], (view, width, scheme)


def test_both_themes_are_shown(open_page: Opener) -> None:
    """What is asked for as dark is dark, so that the test above looks at both."""
    colour = "getComputedStyle(document.body).backgroundColor"
    light, dark = (open_page("", scheme=scheme).evaluate(colour) for scheme in ("light", "dark"))
    assert light != dark


@pytest.mark.parametrize("width", [320, 700, 901, 1400])
def test_nothing_is_wider_than_the_window(open_page: Opener, width: int) -> None:
    """At no width has the page to be moved sideways; wide tables scroll in a box of their own."""
    for view in VIEWS:
        page = open_page(view, width=width)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        for box in ("document.documentElement", "document.getElementById('drawer')"):
            wide = page.evaluate(f"{box}.scrollWidth - {box}.clientWidth")
            assert wide <= 0, (view, width, box)


def test_rows_are_cards_where_there_is_no_room(open_page: Opener) -> None:
    """On a phone each cell says what it is, and the outcome is on the screen."""
    page = open_page("region=KZ-59&status=convicted", width=360)
    cell = page.locator("#rows td.of-verdict").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"verdict: "'
    box = cell.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_the_keyboard_reaches_everything(open_page: Opener) -> None:
    """Tab skips to the records; Enter opens one, and Escape closes it and keeps the question."""
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "results"
    page.get_by_label("Search").focus()
    page.keyboard.type("Konaev")
    row = page.locator("#rows th a").first
    row.focus()
    page.keyboard.press("Enter")
    assert page.locator("#drawer").is_visible()
    assert page.evaluate("document.getElementById('drawer').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.hash.includes('record=')")
    assert not page.locator("#drawer").is_visible()
    assert "text=Konaev" in page.url


def test_focus_stays_where_it_was(open_page: Opener) -> None:
    """A pressed tile, chip, heading or tab keeps the focus, though the page is shown anew."""
    page = open_page("table=statements")
    for selector in (".tile", ".chip[data-field='stance']", "thead button", "#tables button"):
        one = page.locator(selector).first
        one.focus()
        text = one.inner_text().split("\n")[0].split(" ")[0]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "BUTTON", selector
        assert page.evaluate("document.activeElement.innerText").startswith(text), selector


def test_a_change_is_announced(open_page: Opener) -> None:
    """Who does not see the page is told how many records there are now."""
    page = open_page()
    page.locator(".tile", has_text="North Kazakhstan").click()
    assert page.get_by_role("status").inner_text() == "3 + 2 possible cases"


def test_without_scripts_there_are_tables(open_page: Opener) -> None:
    """The tables of the records stand there, with links to the articles."""
    page = open_page("", scripts=False, width=360)
    assert page.locator("noscript h2").count() == 4
    case = page.locator("#peoples-council-petropavlovsk")
    assert "9 years (1 person); 7 years" in case.inner_text()
    assert case.locator("a[href^='https://worldcrunch.com/']").count() == 1
    for name in ("cases", "statements", "events", "sources"):
        for record in getattr(kz.load(), name):
            assert page.locator(f"[id='{record.id}']").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_paper_has_the_rows_and_no_buttons(open_page: Opener, tmp_path: Path) -> None:
    """Printed are all rows of the answer, without filters; with a record open, that record."""
    page = open_page("table=statements")
    assert page.locator("#rows tbody tr").count() == 100
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert page.locator("#rows tbody tr").count() == len(kz.statements)
    page.emulate_media(media="print")
    for hidden in ("#filters", "#tables", ".tools", "#more"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator("#rows").is_visible()
    page = open_page("record=putin-no-statehood")
    page.emulate_media(media="print")
    assert page.locator("#drawer h2").is_visible()
    assert not page.locator("#explorer").is_visible()
