"""Two codings compared: which units are the same, how far they agree, and what is to settle."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from openpyxl import load_workbook

import kzseparatism as kz
from kzseparatism.cli import main
from kzseparatism.reading.directories import canonical_files
from kzseparatism.workshop import agreement, compare, match_units
from miniature import GAZETTE, HERALD, PRIVATE_NAME, build, content, row, write

Coding = Callable[..., kz.Dataset]


@pytest.fixture
def coding(tmp_path: Path) -> Coding:
    """Return a function that makes a coding of the miniature, changed as is asked."""
    made = iter(range(100))

    def make(change: Callable[[dict[str, Any]], None] = lambda _: None) -> kz.Dataset:
        files = content()
        change(files)
        folder = tmp_path / str(next(made))
        folder.mkdir()
        return build(folder, files)

    return make


def renamed(dataset: kz.Dataset, folder: Path) -> kz.Dataset:
    """Return a dataset in which every coded record has another id."""
    ids = sorted((record.id for record in dataset.coded_records()), key=len, reverse=True)
    found = re.compile(f'"({"|".join(map(re.escape, ids))})"')
    folder.mkdir()
    for name, text in canonical_files(dataset):
        (folder / name).write_text(found.sub(r'"x-\1"', text), encoding="utf-8")
    return kz.read(folder)


def by_name(found: kz.workshop.Comparison) -> dict[str, kz.workshop.VariableAgreement]:
    """Return what a comparison says of each variable, by table and variable."""
    return {f"{one.table}.{one.variable}": one for one in found.variables}


def test_alpha_is_that_of_the_published_example() -> None:
    """Two observers, ten units, two values: Krippendorff's own example gives 0.095."""
    meg, owen = "0100000010", "1110010000"
    found = agreement(zip(meg, owen, strict=True))
    assert found.alpha == pytest.approx(0.095, abs=0.0005)
    assert (found.units, found.same, found.percentage) == (10, 6, 60.0)
    assert (found.values, found.commonest, found.share) == (2, "0", 0.7)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_alpha_is_one_less_observed_over_expected(pairs: list[tuple[str, str]]) -> None:
    """For nominal data and two coders, counted pair by pair."""
    values = [value for pair in pairs for value in pair]
    found = agreement(pairs)
    if len(set(values)) == 1:
        assert found.alpha is None
        return
    observed = sum(one != other for one, other in pairs) / len(pairs)
    drawn = [one != other for one, other in permutations(values, 2)]
    assert found.alpha == pytest.approx(1 - observed / (sum(drawn) / len(drawn)))
    assert found.share == max(Counter(values).values()) / len(values)


def test_nothing_to_compare_is_no_agreement() -> None:
    """Without a unit there is no figure, and no division by nothing."""
    found = agreement([])
    assert (found.units, found.percentage, found.alpha) == (0, 0.0, None)


def test_a_coding_agrees_with_itself() -> None:
    """Every unit is matched with itself, and nothing is to settle."""
    found = compare(kz.load(), kz.load())
    assert all(match.one is match.other for table in found.units for match in table.both)
    assert all(one.agreement.percentage == 100 for one in found.variables)
    assert {one.agreement.alpha for one in found.variables} <= {1.0, None}
    assert found.differences == ()


def test_other_ids_are_no_difference(tmp_path: Path) -> None:
    """What is the same but for its id is matched with itself, in the shipped data throughout."""
    found = compare(kz.load(), renamed(kz.load(), tmp_path / "renamed"))
    pairs = [match for table in found.units for match in table.both]
    assert len(pairs) == len(list(kz.load().coded_records()))
    assert all(match.other.id == f"x-{match.one.id}" for match in pairs)
    assert found.differences == ()


def test_units_are_matched_by_the_stated_rules(coding: Coding) -> None:
    """By id, quotation, name in another alphabet, likeness; and never without a paragraph."""

    def change(files: dict[str, Any]) -> None:
        reply = row(files, "nobody-replies")
        reply |= {"id": "a-denial", "summary": "Wholly different words.", "quotes": ["Nor did I."]}
        reply["citations"] = [f"{GAZETTE}#10", f"{GAZETTE}#6"]
        row(files, "some-locals")["id"] = "locals"
        text = json.dumps(files).replace('"some-locals"', '"locals"')
        text = text.replace('"nemo-nobody"', '"nobody"').replace("Nemo Nobody", "Немо Нободы")
        text = text.replace('"made-up-rally"', '"rally"').replace('"farland"', '"elsewhere"')
        files.update(json.loads(text))
        row(files, "elsewhere")["citations"] = [f"{HERALD}#3"]

    units = {table.table: table for table in match_units(coding(), coding(change))}
    rules = {
        match.one.id: (match.other.id, match.rule)
        for table in units.values()
        for match in table.both
    }
    assert rules["made-up-case"] == ("made-up-case", 1)
    assert rules["nobody-replies"] == ("a-denial", 2)
    assert rules["nemo-nobody"] == ("nobody", 3)
    assert rules["some-locals"] == ("locals", 3)
    assert rules["made-up-rally"] == ("rally", 4)
    assert [record.id for record in units["places"].only_one] == ["farland"]
    assert [record.id for record in units["places"].only_other] == ["elsewhere"]
    assert units["places"].percentage == pytest.approx(100 / 3)


def test_what_is_unlike_is_told_apart(coding: Coding) -> None:
    """Two statements of one paragraph that share no words are two units."""

    def change(files: dict[str, Any]) -> None:
        said = row(files, "locals-say-nothing")
        said |= {"id": "other", "summary": "Prices rose.", "speakers": ["gazette"]}
        said["citations"] = [f"{GAZETTE}#{number}" for number in (5, 6, 7)]
        row(files, "nobody-replies")["responds_to"] = ["other"]

    units = {table.table: table for table in match_units(coding(), coding(change))}
    assert [record.id for record in units["statements"].only_one] == ["locals-say-nothing"]
    assert [record.id for record in units["statements"].only_other] == ["other"]


def test_articles_are_the_same_by_their_content(coding: Coding) -> None:
    """Two coders may call one article differently."""

    def change(files: dict[str, Any]) -> None:
        text = json.dumps(files).replace(GAZETTE, "paper")
        files.update(json.loads(text))

    found = compare(coding(), coding(change))
    assert all(not (table.only_one or table.only_other) for table in found.units)


def test_each_sort_of_variable_is_compared(coding: Coding) -> None:
    """Words, dates and their precision, flags, numbers, links, words of parts; not free texts."""

    def change(files: dict[str, Any]) -> None:
        reply = row(files, "nobody-replies")
        reply |= {"stance": "none", "date": "2023-05", "addressees": ["gazette"]}
        reply["summary"] = "Other words."
        case = row(files, "made-up-case")
        case |= {"people": 3, "note": "Another note.", "jurisdiction": "ZZ"}
        del case["stages"][1:]
        row(files, "some-locals").pop("named")

    found = compare(coding(), coding(change))
    told = {(one.one, one.variable): (one.first, one.second) for one in found.differences}
    assert told == {
        ("some-locals", "named"): ("no", "yes"),
        ("made-up-case", "people"): ("2", "3"),
        ("made-up-case", "jurisdiction"): ("KZ", "ZZ"),
        ("made-up-case", "status"): ("convicted", "reported"),
        ("made-up-case", "stages: kind"): ("arrest conduct conviction flight sentence", "conduct"),
        ("made-up-case", "stages: date_basis"): ("derived inferred none printed", "derived"),
        ("nobody-replies", "stance"): ("affirms", "none"),
        ("nobody-replies", "date"): ("2023-05-30~", "2023-05"),
        ("nobody-replies", "date precision"): ("day", "month"),
        ("nobody-replies", "addressees"): ("some-locals", "gazette"),
    }
    variables = by_name(found)
    stance = variables["statements.stance"].agreement
    assert (stance.units, stance.same, stance.values) == (2, 1, 3)
    links = variables["statements.addressees"]
    assert (links.items_in_both, links.items_in_either) == (0, 2)
    assert "statements.summary" not in variables
    assert "places.regions" in variables


def test_links_are_the_same_if_they_lead_to_the_same_unit(coding: Coding) -> None:
    """Another id is no difference; the same id for something else is one."""

    def change(files: dict[str, Any]) -> None:
        text = json.dumps(files).replace('"gazette"', '"the-paper"')
        files.update(json.loads(text.replace('"exampleville-court"', '"gazette"')))

    assert compare(coding(), coding(change)).differences == ()

    def swap(files: dict[str, Any]) -> None:
        change(files)
        row(files, "nobody-replies")["outlet"] = "gazette"

    (found,) = compare(coding(), coding(swap)).differences
    assert (found.variable, found.first) == ("outlet", "gazette")
    assert found.second == "exampleville-court"


def test_a_unit_of_one_coding_is_to_settle(coding: Coding) -> None:
    """It is told with its paragraphs, and links to it are no match by chance of the id."""

    def change(files: dict[str, Any]) -> None:
        files["events"] = []
        extra = row(files, "locals-say-nothing") | {"id": "more", "citations": [f"{HERALD}#3"]}
        files["statements"].append(extra)
        row(files, "nobody-replies")["responds_to"] = ["locals-say-nothing", "more"]

    found = compare(coding(), coding(change))
    told = [(one.one, one.other, one.variable, one.first, one.second) for one in found.differences]
    assert told == [
        ("nobody-replies", "nobody-replies", "responds_to", "locals-say-nothing",
         "locals-say-nothing more*"),
        ("", "more", "unit", "not there", "there"),
        ("made-up-rally", "", "unit", "there", "not there"),
    ]  # fmt: skip
    assert found.differences[1].paragraphs == f"{HERALD}#3"


def test_only_datasets_are_compared() -> None:
    """Anything else is a TypeError that says what to do."""
    with pytest.raises(kz.WrongTypeError, match=r"other: .* is not a Dataset; load or read one"):
        compare(kz.load(), "other")  # type: ignore[arg-type]


def test_the_command_and_its_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures are printed, the differences listed or written with room to settle them."""
    monkeypatch.setenv("COLUMNS", "120")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        files = content()
        if name == "two":
            row(files, "nobody-replies")["stance"] = "none"
            row(files, "accused-1")["country"] = "ZZ"
        write(tmp_path / name, files)
    one, two, book = (str(tmp_path / name) for name in ("one", "two", "book.xlsx"))
    assert main(["compare", one, two, "--table", "statements"]) == 0
    out = capsys.readouterr().out
    assert "\nstatements\nVARIABLE " in out
    (line,) = [line for line in out.splitlines() if line.startswith("stance ")]
    assert line.split()[:4] == ["stance", "2", "50", "%"]
    assert f"nobody-replies / nobody-replies ({GAZETTE}#10): stance: affirms / none\n" in out
    assert out.endswith("1 difference to settle\n")
    assert main(["compare", one, two, "-o", book]) == 0
    assert capsys.readouterr().out.endswith(f"wrote {book}\n2 differences to settle\n")
    page = load_workbook(book)["differences"]
    rows = [[cell.value for cell in line] for line in page.iter_rows()]
    assert rows[0][-2:] == ["settled", "reason"]
    assert rows[1][:6] == ["actors", f"{GAZETTE}#6", "accused-1", "accused-1", *["[accused-1]"] * 2]
    assert rows[2][4:9] == ["He denied all of it."] * 2 + ["stance", "affirms", "none"]
    assert [str(rule.sqref) for rule in page.data_validations.dataValidation] == ["J2:J3"]
    about = [line[0].value for line in load_workbook(book)["read me"].iter_rows()]
    assert set(kz.workshop.RULES) <= set(about)
    assert main(["compare", one, two, "-o", book]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["compare", one, two, "-o", book, "--force", "--names"]) == 0
    assert load_workbook(book)["differences"]["E2"].value == PRIVATE_NAME
