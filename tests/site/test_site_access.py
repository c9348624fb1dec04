"""Every kind of page can be read by everybody: narrow and wide, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Opener = Callable[..., Any]

DOCS = Path(__file__).parents[2] / "docs"
# One page of each kind: these are looked at in both themes and at both widths.
KINDS = (
    "index.html",
    "downloads.html",
    "tutorial.html",
    "dataset/index.html",
    "dataset/cases/index.html",
    "dataset/cases/peoples-council-petropavlovsk.html",
    "dataset/statements/medvedev-page-artificial-state.html",
    "dataset/actors/medvedev.html",
    "dataset/events/meeting-with-activists.html",
    "dataset/places/petropavlovsk.html",
    "dataset/regions/KZ-59.html",
    "dataset/provisions/separatism-calls-2014.html",
    "dataset/discrepancies/days-without-year.html",
    "dataset/sources/window-on-eurasia.html",
    "search.html",
    "search.html?q=medvedev",
    "404.html",
    "genindex.html",
)
# The longest of their kinds: these are looked at once.
LONGEST = ("dataset/statements/index.html", "dataset/sources/worldcrunch.html")
PHONE, DESK = 360, 1400
# axe leaves this rule out unless it is asked for, and is quicker if it lists faults only.
RULES = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}


def by_hand() -> Iterator[str]:
    """Yield the pages that are written by hand and are no kind of their own."""
    for path in sorted(DOCS.rglob("*.md")):
        name = path.relative_to(DOCS)
        if name.parts[0] not in ("dataset", "generated") and path.name != "README.md":
            page = name.with_suffix(".html").as_posix()
            if page not in KINDS:
                yield page


def ready(open_page: Opener, path: str, width: int = DESK) -> Any:
    """Open a page and wait until nothing on it changes any more."""
    page = open_page(path, "light", width)
    assert page.locator("h1").count() >= 1, f"{path} is not on the site"
    if "?" in path:
        page.locator("#search-results p.context").first.wait_for()
    return page


def look(page: Any, path: str, width: int, scheme: str) -> None:
    """Assert that axe-core finds nothing, and that nothing but a box of its own has to scroll."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    # The boxes that scroll are told apart after the next frame.
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    whole, seen = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert whole <= seen, f"{path} is {whole} wide at {width}"
    found = axe.run(page, options=RULES).response["violations"]
    told = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
    assert told == [], f"{path} in {scheme} at {width}"


@pytest.mark.parametrize("path", KINDS)
def test_kind_of_page_is_clean_everywhere(path: str, open_page: Opener) -> None:
    """A page of each kind has no violation and no overflow in light and dark, narrow and wide."""
    page = ready(open_page, path)
    for width in (PHONE, DESK):
        for scheme in ("light", "dark"):
            look(page, path, width, scheme)


@pytest.mark.parametrize("path", [*by_hand(), *LONGEST])
def test_page_is_clean(path: str, open_page: Opener) -> None:
    """Every other page has no violation on a phone in the dark, and no overflow on a desk."""
    page = ready(open_page, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK
    look(page, path, PHONE, "dark")


def test_both_themes_are_shown(open_page: Opener) -> None:
    """What is asked for as dark is dark, so that the tests above look at both."""
    page = ready(open_page, "index.html")
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) != light


def test_a_box_that_scrolls_can_be_reached_with_the_keyboard(open_page: Opener) -> None:
    """Code that is wider than the window takes the focus, and has a name."""
    boxes = ready(open_page, "tutorial.html", PHONE).locator("pre")
    wide = [one for one in boxes.all() if one.evaluate("box => box.scrollWidth > box.clientWidth")]
    assert wide
    assert all(one.get_attribute("tabindex") == "0" for one in wide)
    assert all(one.get_attribute("aria-label") for one in wide)


def test_the_time_lines_have_a_text(open_page: Opener) -> None:
    """The drawing of a case, and that of all, is an image with a name and a description."""
    for path, name, told in (
        (
            "dataset/cases/peoples-council-petropavlovsk.html",
            "Time line of the stages",
            "conviction: November 2023",
        ),
        ("index.html", "Time line, 19", "Konaev resident sentenced over a video appeal: conduct: "),
    ):
        drawing = ready(open_page, path, PHONE).get_by_role("img", name=name)
        assert drawing.count() == 1
        assert told in drawing.locator("desc").text_content()
