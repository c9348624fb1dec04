"""Asking the page: a question in its address, and the ids and marks of the rows that it shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

ROWS = """
() => [...document.querySelectorAll("#rows tr[data-id]")].map((row) =>
  [row.dataset.id, row.querySelector(".badge")?.textContent ?? ""])
"""


GO = """
text => new Promise((done) => {
  if (location.hash.slice(1) === text) return done();
  addEventListener("hashchange", () => setTimeout(done), { once: true });
  location.hash = text;
})
"""


def ask(page: Any, **question: str) -> list[tuple[str, str]]:
    """Put a question into the address, and return id and mark of every row, in their order."""
    page.evaluate(GO, urlencode(question))
    return shown(page)


def shown(page: Any) -> list[tuple[str, str]]:
    """Return id and mark of every row of the answer that the page has now."""
    more = page.get_by_role("button", name="Show all")
    if more.count():
        more.click()
    return [(record_id, mark) for record_id, mark in page.evaluate(ROWS)]


def ids(rows: list[tuple[str, str]], *marks: str) -> list[str]:
    """Return the ids of rows, those with one of the marks if any is given."""
    return [record_id for record_id, mark in rows if not marks or mark in marks]
