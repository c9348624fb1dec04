"""The page on inter-coder reliability: in step with the tables of units that it rests on."""

from __future__ import annotations

import csv
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import kzseparatism as kz
from kzseparatism import vocab

FOLDER = Path(__file__).parents[1] / "docs" / "reliability"
VOCABULARIES: dict[str, type[vocab.Vocabulary]] = {
    "stance": vocab.Stance,
    "attribution": vocab.Attribution,
    "medium": vocab.Medium,
    "dispute": vocab.Dispute,
    "date_basis": vocab.DateBasis,
}


@pytest.fixture(scope="module")
def agreement() -> ModuleType:
    """Return the script that computes the tables."""
    spec = importlib.util.spec_from_file_location("agreement", FOLDER / "agreement.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def units() -> list[dict[str, str]]:
    """Return the rows of the table of statements."""
    with (FOLDER / "statements.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_page_has_the_tables_of_the_script(agreement: ModuleType) -> None:
    """Every line of both tables stands on the page."""
    page = (FOLDER / "index.md").read_text(encoding="utf-8").splitlines()
    for line in (*agreement.unit_table(), *agreement.variable_table(), agreement.link_line()):
        assert line in page


def test_alpha_is_that_of_the_textbook(agreement: ModuleType) -> None:
    """For nominal data and two coders, alpha is one less observed over expected disagreement."""
    pairs = agreement.values(units(), "stance")
    words = Counter(word for pair in pairs for word in pair)
    total = sum(words.values())
    observed = sum(one != other for one, other in pairs) / len(pairs)
    expected = 1 - sum(count * (count - 1) for count in words.values()) / (total * (total - 1))
    assert kz.workshop.agreement(pairs).alpha == pytest.approx(1 - observed / expected)


@pytest.mark.parametrize("variable", sorted(VOCABULARIES))
def test_codes_are_words_of_the_vocabulary(variable: str) -> None:
    """Both codings use the words of the vocabulary, and a unit is in one of them at least."""
    words = {member.value for member in VOCABULARIES[variable]}
    for unit in units():
        codes = {unit[f"{variable}_1"], unit[f"{variable}_2"]} - {""}
        assert codes
        assert codes <= words


def test_links_are_of_actors_and_statements() -> None:
    """Both codings of ``about`` name records of the data, but for what was taken out since."""
    with (FOLDER / "about.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["statement"] for row in rows}) == len(rows)
    gone = {"excuse-drunk", "excuse-chatbot", "people-making-excuses"}
    assert {row["statement"] for row in rows} - gone <= set(kz.statements.ids)
    named = {word for row in rows for word in (row["about_1"] + " " + row["about_2"]).split()}
    assert named - gone - {"nobody"} <= set(kz.actors.ids)


def test_every_document_was_coded_twice() -> None:
    """The tables have units of every document of the dataset, and of no other."""
    assert {unit["document"] for unit in units()} == set(kz.load().sources.ids)
