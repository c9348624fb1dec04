"""Every kind of page can be read by everybody: narrow and wide, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Opener = Callable[..., Any]

DOCS = Path(__file__).parents[2] / "docs"
MADE = (
    "codebook.html",
    "dataset/index.html",
    "dataset/cases/index.html",
    "dataset/statements/index.html",
    "dataset/cases/peoples-council-petropavlovsk.html",
    "dataset/cases/ust-kamenogorsk-plot-1999.html",
    "dataset/statements/medvedev-page-artificial-state.html",
    "dataset/actors/medvedev.html",
    "dataset/events/meeting-with-activists.html",
    "dataset/places/petropavlovsk.html",
    "dataset/regions/KZ-59.html",
    "dataset/regions/kokshetau-region.html",
    "dataset/provisions/separatism-calls-2014.html",
    "dataset/discrepancies/days-without-year.html",
    "dataset/sources/worldcrunch.html",
    "search.html",
    "search.html?q=medvedev",
    "genindex.html",
)
WIDTHS = (360, 1400)


def by_hand() -> Iterator[str]:
    """Yield the pages that are written by hand."""
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS)
        if name.parts[0] not in ("dataset", "generated") and path.name != "README.md":
            yield name.with_suffix(".html").as_posix()


def ready(open_page: Opener, path: str, width: int = 1400) -> Any:
    """Open a page and wait until nothing on it changes any more."""
    page = open_page(path, "light", width)
    assert page.locator("h1").count() >= 1, f"{path} is not on the site"
    if "?" in path:
        page.locator("#search-results p.context").first.wait_for()
    return page


@pytest.mark.parametrize("path", dict.fromkeys([*by_hand(), *MADE]))
def test_page_has_no_violation_and_no_overflow(path: str, open_page: Opener) -> None:
    """axe-core finds nothing, and nothing but a box of its own has to be scrolled sideways."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = ready(open_page, path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # The boxes that scroll are told apart after the next frame.
            page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            whole, seen = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert whole <= seen, f"{path} is {whole} wide at {width}"
            found = axe.run(page).response["violations"]
            told = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
            assert told == [], f"{path} in {scheme} at {width}"


def test_both_themes_are_shown(open_page: Opener) -> None:
    """What is asked for as dark is dark, so that the test above looks at both."""
    page = ready(open_page, "index.html")
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) != light


def test_a_box_that_scrolls_can_be_reached_with_the_keyboard(open_page: Opener) -> None:
    """A table that is wider than the window takes the focus, and has a name."""
    page = ready(open_page, "dataset/statements/index.html", 360)
    box = page.locator(".table-wrapper").first
    assert box.evaluate("element => element.scrollWidth > element.clientWidth")
    assert box.get_attribute("tabindex") == "0"
    assert box.get_attribute("aria-label")


def test_the_time_line_has_a_text(open_page: Opener) -> None:
    """The drawing of a case is an image with a name and a description."""
    page = ready(open_page, "dataset/cases/peoples-council-petropavlovsk.html", 360)
    drawing = page.get_by_role("img", name="Time line of the stages")
    assert drawing.count() == 1
    assert "conviction: 2023-11" in drawing.locator("desc").text_content()
