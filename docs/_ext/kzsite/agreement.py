"""How well two codings agree on a variable, as the page on reliability has it."""

from __future__ import annotations

import re
from pathlib import Path

# The page names variables of statements by their field, and these two otherwise.
_OTHERWISE = {"case kind": "Case.kind", "date precision": "Statement.date"}
_ROW = re.compile(
    r"\| (?P<name>[a-z_ ]+) \| (?P<units>\d+) \| (?P<same>\d+ %) \| (?P<alpha>[\d.]+) \|"
)


def figures(page: Path) -> dict[str, list[str]]:
    """Return a sentence for each figure of the page, by the full name of the variable."""
    found: dict[str, list[str]] = {}
    for row in _ROW.finditer(page.read_text(encoding="utf-8")):
        name = row["name"]
        variable = _OTHERWISE.get(name, f"Statement.{name}")
        what = "its precision: " if name == "date precision" else ""
        sentence = (
            f"{what}{row['same']} of {row['units']} shared units, "
            f"Krippendorff's alpha {row['alpha']}"
        )
        found.setdefault(variable, []).append(sentence)
    return found
