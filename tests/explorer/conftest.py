"""Pages of the explorer in a browser: in the session ``explorer`` of nox, or on demand.

They are opened from a file, as readers do. A request for anything but that file fails the test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz
import miniature

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
# Told by the page itself, whoever else may be listening.
WATCH = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`violation of ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""

# Opens a page with what stands after the "#" of its address, in light or dark, at a width.
Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return a browser, or skip the test and say why."""
    if not os.environ.get("KZSEPARATISM_EXPLORER"):
        pytest.skip("a browser is started only if KZSEPARATISM_EXPLORER is set")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no browser is here: none of {', '.join(NAMES)} is on the path")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the shipped dataset."""
    return kz.explorer(kz.load(), tmp_path_factory.mktemp("shipped") / "explorer.html")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the miniature."""
    folder = tmp_path_factory.mktemp("small")
    return kz.explorer(miniature.build(folder), folder / "explorer.html")


@pytest.fixture
def open_page(browser: Any, shipped: Path) -> Iterator[Opener]:
    """Return what opens a page; errors, blocked scripts and requests to elsewhere fail the test."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def opened(
        question: str = "",
        *,
        file: Path = shipped,
        scheme: str = "light",
        width: int = 1400,
        scripts: bool = True,
    ) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(WATCH)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        address = file.as_uri()
        page.on("request", lambda request: _note_request(request.url, address, wrong))
        page.goto(f"{address}#{question}" if question else address, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def _note_request(url: str, address: str, wrong: list[str]) -> None:
    # What is downloaded is made by the page itself.
    if url.partition("#")[0] != address and not url.startswith("blob:"):
        wrong.append(f"request: {url}")
