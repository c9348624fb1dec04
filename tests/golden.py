"""Golden files: what the library says of the shipped data, kept as text and reviewed as a diff.

After a change that is meant, run the tests with UPDATE_GOLDEN=1 and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Assert that ``text`` is what the golden file of this name has."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text.rstrip() + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8").rstrip() == text.rstrip(), f"see {path.name}"
