"""How a spelling reads by other standards."""

from __future__ import annotations

import pytest

from kzseparatism.names.spelling import skeleton
from kzseparatism.names.standards import readings


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sergej", "Сергей"),
        ("Jurij", "Юрий"),
        ("Tat’jana", "Татьяна"),
        ("Tatʹâna", "Татьяна"),
        ("Ûrij", "Юрий"),
        ("Ŝukin", "Щукин"),
        ("Shhukin", "Щукин"),
        ("Sluckij", "Слуцкий"),
        ("Czarev", "Царев"),
        ("Xabarov", "Хабаров"),
        ("Chabarov", "Хабаров"),
        ("Lawrow", "Лавров"),
        ("Schukow", "Шуков"),
        ("Tschechow", "Чехов"),
        ("Južno-Kazahstanskaja", "Южно-Казахстанская"),
    ],
)
def test_another_standard(written: str, name: str) -> None:
    """ISO 9, GOST, the scholarly and the German spelling read as the Russian name."""
    assert skeleton(name) in {skeleton(reading) for reading in readings(written)}


@pytest.mark.parametrize("written", ["Sergey Lavrov", "Jambyl", "Dzhambul", "Ержан", "", "\ud800"])
def test_no_other_reading(written: str) -> None:
    """What no standard reads otherwise has no readings; J alone is the zh of Jambyl."""
    assert readings(written) == ()
