"""What a reader does on the page: drags, opens, goes back, follows a link, cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import GO, ids, shown

import kzseparatism as kz
import miniature

Opener = Callable[..., Any]

DATA = kz.load().pseudonymised()


def test_to_skip_keeps_what_is_asked(open_page: Opener) -> None:
    """The first link of the page goes to the records, and no filter is cleared by it."""
    page = open_page("region=KZ-59&status=convicted")
    before = page.url
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "results"
    assert page.url == before
    assert page.locator(".tile[aria-pressed='true']").count() == 1


def test_chosen_words_stay_chosen_while_another_table_is_shown(open_page: Opener) -> None:
    """No other table is asked for them; there they are seen, counted, in the link, and cleared."""
    page = open_page("status=convicted")
    convicted = ids(shown(page))
    assert convicted == [*kz.cases_by_status("convicted").ids]
    tab = page.locator("#tables button").filter(has_text="Cases")
    other = page.locator("#tables button").filter(has_text="Statements")
    other.click()
    assert len(ids(shown(page))) == len(kz.statements)
    assert tab.locator(".count").inner_text() == str(len(convicted))
    tab.click()
    assert ids(shown(page)) == convicted
    assert page.get_by_role("button", name="Remove status: convicted").is_visible()
    other.click()
    page.reload()  # whoever gets the link sees the same
    assert tab.locator(".count").inner_text() == str(len(convicted))
    page.get_by_role("button", name="Remove cases: status: convicted").click()
    assert tab.locator(".count").inner_text() == str(len(kz.cases))
    tab.click()
    page.locator("button[data-word='convicted']").click()
    other.click()
    page.locator("#clear").click()
    tab.click()
    assert len(ids(shown(page))) == len(kz.cases)


def test_each_row_says_what_it_is(open_page: Opener) -> None:
    """The heading of no row is blank, in the table of any kind, and leads to the record."""
    page = open_page()
    tabs = page.locator("#tables button")
    for table in tabs.evaluate_all("all => all.map(one => one.dataset.table)"):
        page.locator(f"#tables button[data-table='{table}']").click()
        links = page.locator("#rows tbody th a")
        assert links.count() == page.locator("#rows tbody tr").count() > 0, table
        assert all(map(str.strip, links.all_inner_texts())), table
        links.last.click()
        assert page.locator("dialog, [role=dialog]").first.is_visible(), table
        page.keyboard.press("Escape")


def test_without_scripts_skipping_leads_to_the_tables(open_page: Opener) -> None:
    """The same link has a place to go to where no script runs."""
    page = open_page("", scripts=False)
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    assert page.locator("main#results h2").first.is_visible()


def test_to_drag_over_the_time_line_sets_the_window(open_page: Opener) -> None:
    """The window is what was dragged over, in either direction, and the answer is the library's."""
    page = open_page("table=statements")
    box = page.locator("svg.timeline").bounding_box()
    left, right = box["x"] + box["width"] * 0.6, box["x"] + box["width"] * 0.8
    for start, end in ((left, right), (right, left)):
        page.mouse.move(start, box["y"] + 10)
        page.mouse.down()
        page.mouse.move((start + end) / 2, box["y"] + 12)
        page.mouse.move(end, box["y"] + 10)
        page.mouse.up()
        first, last = page.locator("#from").input_value(), page.locator("#to").input_value()
        assert first < last
        expected = [one.id for one in kz.statements_between(first, last)]
        assert ids(shown(page)) == expected != []
        page.get_by_role("button", name="Forget the window").click()
        assert page.locator("#from").input_value() == ""


def test_to_click_on_the_time_line_opens_the_record_there(open_page: Opener) -> None:
    """What lies under the pointer is named, and a click opens it."""
    page = open_page("table=statements")
    box = page.locator("svg.timeline").bounding_box()
    marks = page.locator("svg.timeline path.mark").first.bounding_box()
    page.mouse.move(marks["x"] + 2, box["y"] + 2)
    named = ""
    for down in range(2, int(box["height"]), 2):
        page.mouse.move(marks["x"] + 2, box["y"] + down)
        named = page.locator("#pointed").inner_text()
        if named:
            break
    page.mouse.down()
    page.mouse.up()
    page.locator("#drawer h2").wait_for()
    assert named.endswith(page.locator("#drawer h2").inner_text())


def test_back_closes_the_record_and_keeps_the_question(open_page: Opener) -> None:
    """The button of the browser leads from a record to the answer in which it was found."""
    page = open_page("table=statements&text=Putin")
    page.locator("#rows th a").first.click()
    assert page.locator("#drawer").is_visible()
    page.go_back()
    page.wait_for_function("!location.hash.includes('record=')")
    assert not page.locator("#drawer").is_visible()
    assert "text=Putin" in page.url
    assert page.locator("#text").input_value() == "Putin"


def test_the_permanent_link_opens_the_record_and_asks_nothing_else(open_page: Opener) -> None:
    """It holds the record's id, and none of the filters by which it was found."""
    page = open_page("region=KZ-59&status=convicted&record=peoples-council-petropavlovsk")
    link = page.get_by_role("link", name="Permanent link").get_attribute("href")
    assert link == "#record=peoples-council-petropavlovsk"
    other = open_page(link.removeprefix("#"))
    title = other.locator("#drawer h2").inner_text()
    assert title == DATA.get("peoples-council-petropavlovsk").label


def test_citations_are_those_of_the_library(open_page: Opener) -> None:
    """Each record that can be cited is cited by the page as ``kz.cite`` cites it."""
    page = open_page()
    wrong = []
    for record in (*DATA.coded_records(), *DATA.sources):
        page.evaluate(GO, f"record={record.id}")
        told = page.locator("#drawer .citation").inner_text()
        if told != kz.cite(record, dataset=DATA):
            wrong.append((told, kz.cite(record, dataset=DATA)))
    assert wrong == []


TALK = """
() => [...document.querySelectorAll("#drawer details")]
  .filter((box) => /to, about or in answer to/.test(box.querySelector("summary").textContent))
  .map((box) => [...box.querySelectorAll("li")].map((item) =>
    [...item.querySelectorAll("a")].map((link) =>
      new URLSearchParams(link.hash.slice(1)).get("record"))))
"""


@pytest.mark.parametrize("actor", ["putin", "nlm", "mukhamejanov"])
def test_the_lists_of_an_actor_are_those_of_the_library(actor: str, open_page: Opener) -> None:
    """Who speaks to, about and in answer to an actor, and to whom the actor does."""
    page = open_page(f"table=actors&record={actor}")
    told = [{who: set(what) for who, *what in rows} for rows in page.evaluate(TALK)]
    to, by = defaultdict(set), defaultdict(set)
    for statement in DATA.statements:
        speakers = {one.id for one in statement.speakers}
        reached = {one.id for one in (*statement.addressees, *statement.about)}
        reached |= {one.id for other in statement.responds_to for one in other.speakers}
        for one in speakers - {actor} if actor in reached else ():
            to[one].add(statement.id)
        for one in reached - {actor} if actor in speakers else ():
            by[one].add(statement.id)
    assert told == [side for side in (to, by) if side] != []
    assert page.locator("svg.talk path.bond").count() == min(len(to), 9) + min(len(by), 9)


def test_the_miniature_cites_itself(open_page: Opener, small: Path, tmp_path: Path) -> None:
    """Another dataset is cited by its own title and version."""
    dataset = miniature.build(tmp_path)
    record = next(iter(dataset.cases))
    page = open_page(f"record={record.id}", file=small)
    assert page.locator("#drawer .citation").inner_text() == kz.cite(record, dataset=dataset)
