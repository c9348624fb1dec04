"""Nothing that stands in the data can act, and nothing leaves the page but what is asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import ask, ids

import kzseparatism as kz
import miniature
from kzseparatism.views.spreadsheets import FORMULA

Opener = Callable[..., Any]

HOSTILE = (
    "</script><script>window.hurt = 1</script><img src=x onerror='window.hurt = 1'> & \"q\" "
    "{{data}} ${1+1} \u05e2\u05d1\u05e8\u05d9\u05ea"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a dataset in which every free text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    files = miniature.content()
    files["dataset"]["title"] = HOSTILE
    for name, rows in files.items():
        for row in rows if name not in ("dataset", "private_names", "ledger", "regions") else []:
            for field in ("summary", "note", "title", "name", "resolution", "offence", "venue"):
                if field in row and not row.get("private"):
                    row[field] = f"{HOSTILE} {row['id']}"
    files["cases"][0]["title"] = "=1+1"
    files["cases"][1]["title"] = "\uff1d1+1"
    files["sources"][0]["url"] = "javascript:window.hurt = 1"
    return kz.explorer(miniature.build(folder, files), folder / "explorer.html")


def test_hostile_texts_are_shown_as_texts(open_page: Opener, hostile: Path) -> None:
    """Every record is looked at, and nothing has run; the text stands there letter by letter."""
    page = open_page(file=hostile)
    assert page.locator("h1").inner_text() == HOSTILE
    for table in page.evaluate(
        "[...document.querySelectorAll('#tables button')].map(b => b.dataset.table)"
    ):
        for record_id in ids(ask(page, table=table)):
            ask(page, table=table, record=record_id)
            page.locator("#drawer summary").evaluate_all("all => all.forEach(one => one.click())")
    assert page.evaluate("window.hurt") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    statement = ids(ask(page, table="statements"))[0]
    ask(page, table="statements", record=statement)
    assert page.locator("#drawer h2").inner_text().startswith(HOSTILE)


def test_an_address_that_is_none_is_no_link(open_page: Opener, hostile: Path) -> None:
    """An address that would run a script is a text; a link to the web does not say whence."""
    page = open_page(file=hostile)
    ask(page, table="sources", record=miniature.GAZETTE)
    hrefs = page.evaluate("[...document.querySelectorAll('a')].map((one) => one.href)")
    assert not [href for href in hrefs if href.startswith("javascript")]
    page = open_page("record=worldcrunch&table=sources")
    for link in page.locator("a[href^='http']").all():
        assert link.get_attribute("rel") == "noreferrer"


def test_a_hostile_address_of_the_page_is_harmless(open_page: Opener) -> None:
    """What is no question in the address is left out, and what is text is shown as text."""
    page = open_page(
        "table=__proto__&text=%3Cimg%20src%3Dx%20onerror%3Dwindow.hurt%3D1%3E&region=<b>"
        "&status=toString&source=constructor&record=<script>&sort=hasOwnProperty&match=maybe"
    )
    assert page.evaluate("window.hurt") is None
    assert page.locator("#found").inner_text() == "0 cases"
    assert page.locator("#asked").inner_text() == "“<img src=x onerror=window.hurt=1>” ×"


def downloaded(page: Any, name: str) -> str:
    """Press a button for a download, and return what is in the file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes().decode("utf-8")


def test_the_csv_has_the_rows_and_no_formula(open_page: Opener, hostile: Path) -> None:
    """Every row that fits, in order, with the article; what a spreadsheet would reckon is inert."""
    page = open_page(file=hostile)
    text = downloaded(page, "Download CSV")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["id"] for row in rows] == ids(ask(page))
    assert {row["title"] for row in rows} >= {"'=1+1", "'\uff1d1+1"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]
    page = open_page("region=KZ-59&sort=title&down=1")
    text = downloaded(page, "Download CSV").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["id"], row["match"]) for row in rows] == ask(
        page, region="KZ-59", sort="title", down="1"
    )
    case = kz.cases["petropavlovsk-video-chat-september-2021"]
    (row,) = [row for row in rows if row["id"] == case.id]
    assert row["sentences"] == "3 years (1 person)"
    assert row["article"] == case.citations[0].source.url


def test_the_json_is_that_of_the_library(open_page: Opener) -> None:
    """Every field of every row, as ``to_records`` has it, with the match where there is doubt."""
    data = kz.load().pseudonymised()
    for table in ("cases", "statements", "events", "actors", "discrepancies", "places", "sources"):
        page = open_page(f"table={table}")
        rows = json.loads(downloaded(page, "Download JSON"))
        wanted = {row["id"]: row for row in getattr(data, table).to_records()}
        assert {row["id"]: row for row in rows} == wanted
        assert len(rows) == len(wanted)
    page = open_page("region=KZ-59")
    rows = json.loads(downloaded(page, "Download JSON"))
    certain = set(kz.cases_by_region("KZ-59", match="certain").ids)
    assert [row["match"] == "certain" for row in rows] == [row["id"] in certain for row in rows]


def test_with_names_the_page_says_so(open_page: Opener, tmp_path: Path) -> None:
    """A copy with names shows them and warns; any other shows pseudonyms."""
    dataset = miniature.build(tmp_path)
    for names in (True, False):
        path = kz.explorer(dataset, tmp_path / "page.html", names=names, force=True)
        page = open_page(f"table=actors&record={miniature.PRIVATE_ID}", file=path)
        shown = miniature.PRIVATE_NAME if names else f"[{miniature.PRIVATE_ID}]"
        assert page.locator("#drawer h2").inner_text() == shown
        assert ("do not pass it on" in page.locator("header").inner_text()) is names
        cited = page.locator(".citation").inner_text()
        assert miniature.PRIVATE_NAME not in cited
