"""Usual spellings of names still lead where they have always led."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz

SPELLINGS = Path(__file__).parent / "golden" / "spellings.txt"
LOOK_UP: dict[str, Callable[[str], Any]] = {
    "actor": kz.find_actor,
    "place": kz.find_place,
    "region": kz.find_region,
}


@pytest.mark.parametrize("kind", list(LOOK_UP))
def test_usual_spellings_lead_where_they_led(kind: str) -> None:
    """Each line of the file, "kind | spelling | id", holds: a new rule moves no name."""
    lines = [line.split(" | ") for line in SPELLINGS.read_text("utf-8").splitlines()]
    asked = [(spelling, wanted) for of, spelling, wanted in lines if of == kind]
    assert len(asked) > 100
    found = {spelling: LOOK_UP[kind](spelling).id for spelling, _ in asked}
    assert found == dict(asked)
