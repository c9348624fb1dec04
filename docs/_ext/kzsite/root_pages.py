"""Pages of the repository's root that the site shows too: changelog, contributing, licence."""

from __future__ import annotations

import re
from pathlib import Path

# The page of the site that shows a file of the root.
PAGES = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "LICENSE": "licence.md",
    "README.md": "index.md",
}
_LINK = re.compile(r"\]\(([^)#:]+)(#[^)]*)?\)")
_HEADING = re.compile(r"^# .*\n+", re.MULTILINE)


def root_pages(root: Path) -> dict[str, str]:
    """Return the made part of each of these pages whose file is there, without its heading.

    Links lead where they lead in the repository: to a page of the site if it has one, else they
    become the path as text.
    """
    made = {}
    for name, page in PAGES.items():
        path = root / name
        if page != "index.md" and path.is_file():
            text = path.read_text(encoding="utf-8")
            body = _HEADING.sub("", text, count=1) if name.endswith(".md") else _literal(text)
            made[f"generated/{page}"] = _LINK.sub(_on_the_site, body)
    return made


def _literal(text: str) -> str:
    return f"```text\n{text.strip()}\n```\n"


def _on_the_site(match: re.Match[str]) -> str:
    path, anchor = match[1], match[2] or ""
    if path.startswith("docs/"):
        return f"]({path.removeprefix('docs/')}{anchor})"
    return f"]({PAGES[path]}{anchor})" if path in PAGES else match[0]
