"""The built site and a browser to look at it: from the folder that KZSEPARATISM_SITE names."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

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

# Opens a page of the site in light or dark, at a width: open_page("index.html", "dark", 360).
Opener = Callable[..., Any]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it is given
        """Print nothing."""


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site, or skip the test and say why."""
    folder = os.environ.get("KZSEPARATISM_SITE", "")
    if not folder or not (Path(folder) / "index.html").is_file():
        pytest.skip("the built site is not here: KZSEPARATISM_SITE names no folder with it")
    return Path(folder).resolve()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the site on this machine alone, and return where."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser(site: Path) -> Iterator[Any]:  # noqa: ARG001 - no browser where there is no site
    """Return a browser, or skip the test and say why."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no browser is here: none of {', '.join(NAMES)} is on the path")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Opener]:
    """Return what opens a page of the site; a request to anywhere else fails the test."""
    contexts: list[Any] = []
    strayed: list[str] = []

    def watch(request: Any) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            strayed.append(request.url)

    def opened(path: str, scheme: str = "light", width: int = 1400) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", watch)
        page.goto(address + path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strayed == []
