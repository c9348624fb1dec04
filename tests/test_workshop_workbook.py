"""The workbook: it goes out and comes back equal, and what is wrong in it is named by its cell."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

import kzseparatism as kz
from kzseparatism import strategies
from kzseparatism.cli import main
from kzseparatism.model.families import Part
from kzseparatism.model.tables import TABLES, holdings, kinds
from kzseparatism.workshop.workbook.checks import LAST_ROW
from kzseparatism.workshop.workbook.sheets import about_columns, sheets
from miniature import GAZETTE, PRIVATE_ALIAS, PRIVATE_ID, PRIVATE_NAME, build

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the miniature in canonical form, and its workbook with names."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "data").mkdir()
    dataset = build(folder / "data")
    main(["format", str(folder / "data")])
    kz.workshop.write_workbook(dataset, folder / "book.xlsx", names=True)
    return folder


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """Return the folder of the miniature."""
    return Path(shutil.copytree(made / "data", tmp_path / "data"))


@pytest.fixture
def book(made: Path, tmp_path: Path) -> Path:
    """Return the workbook of the miniature."""
    return Path(shutil.copy(made / "book.xlsx", tmp_path))


def midnight(year: int, month: int, day: int) -> datetime:
    """Return a day as a spreadsheet keeps it: as its first moment, in no zone of time."""
    return datetime.combine(date(year, month, day), time())


def letter_of(page: Any, column: str) -> str:
    """Return the letter of a column by its heading."""
    (found,) = [cell.column_letter for cell in page[1] if cell.value == column]
    return str(found)


def cell(book: Any, sheet: str, row: int, column: str) -> Any:
    """Return a cell by the heading of its column."""
    return book[sheet][f"{letter_of(book[sheet], column)}{row}"]


def changed(path: Path, change: Change) -> Path:
    """Open a workbook, change it, save it, and return its path."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def put(sheet: str, row: int, column: str, value: Any, form: str | None = None) -> Change:
    """Return the change that puts a value into a cell."""

    def change(book: Any) -> None:
        one = cell(book, sheet, row, column)
        one.value = value
        one.quotePrefix = False
        if form is not None:
            one.number_format = form

    return change


def contents(directory: Path) -> dict[str, bytes]:
    """Return every file of a folder with its content."""
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir()) if path.is_file()}


def test_every_table_part_and_field_has_its_place() -> None:
    """There is a sheet for each table and sort of parts, and a column for each of their fields."""
    by_kind: dict[type, set[str]] = {}
    for sheet in sheets():
        kind: Any = TABLES[sheet.table]
        held = holdings(kind)[sheet.field].kind if sheet.field else kind
        by_kind[held] = {column.name for column in sheet.columns}
    records = [kind for kind in kinds() if issubclass(kind, Part) or kind in TABLES.values()]
    for kind in records:
        fields = {
            name
            for name, holding in holdings(kind).items()
            if not (isinstance(holding.kind, type) and issubclass(holding.kind, Part))
        }
        assert fields <= by_kind[kind], kind


def test_the_shipped_data_comes_back_equal(tmp_path: Path) -> None:
    """All tables with all their parts, and the order of the rows."""
    kz.workshop.write_workbook(kz.load(), tmp_path / "book.xlsx", names=True)
    taken = kz.workshop.read_workbook(tmp_path / "book.xlsx")
    assert taken.dataset == kz.load()
    assert taken.notes == ()
    for (_, ours), (_, theirs) in zip(kz.load().tables(), taken.dataset.tables(), strict=True):
        assert ours.ids == theirs.ids


@settings(max_examples=10)
@given(dataset=strategies.datasets())
def test_any_dataset_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, dataset: Any
) -> None:
    """Whatever the records say: formulas, words for nothing, signs of any alphabet."""
    path = tmp_path_factory.mktemp("any") / "book.xlsx"
    kz.workshop.write_workbook(dataset, path, names=True)
    assert kz.workshop.read_workbook(path).dataset == dataset


HARD = ("=1+1", "+7", "-", "@me", "NULL", "#N/A", "_x000D_ as it is", "yes", "2023", "é “q”; a")


def test_texts_that_a_spreadsheet_would_change_come_back(data: Path, tmp_path: Path) -> None:
    """They are neither calculated nor taken for nothing, alone and among several."""
    dataset = kz.read(data)
    cases = [
        attrs.evolve(dataset.cases[1], id=f"case-{number}", note=text)
        for number, text in enumerate(HARD)
    ]
    dataset = kz.Dataset(
        about=attrs.evolve(dataset.about, title=HARD[0], authors=HARD[4], finished=False),
        sources=dataset.sources,
        regions=dataset.regions,
        places=kz.Table([attrs.evolve(dataset.places[1], aliases=HARD)]),
        cases=kz.Table(cases),
        ledger=kz.Table(attrs.evolve(row, excluded=None) for row in dataset.ledger),
    )
    path = tmp_path / "hard.xlsx"
    kz.workshop.write_workbook(dataset, path, names=True)
    assert kz.workshop.read_workbook(path).dataset == dataset


def test_the_files_come_back_byte_for_byte(data: Path, book: Path) -> None:
    """Nothing has changed in the folder, and the private name stands in its own file only."""
    before = contents(data)
    taken = kz.workshop.take_workbook(book, data)
    assert contents(data) == before
    assert not any(changes.any for changes in taken.changes.values())
    assert PRIVATE_NAME.encode() not in before["actors.json"]


def test_names_are_shown_only_if_asked_for(data: Path, tmp_path: Path) -> None:
    """Without ``names`` no cell has one, and the workbook is refused on the way back."""
    path = tmp_path / "hidden.xlsx"
    kz.workshop.write_workbook(kz.read(data), path, texts={f"{GAZETTE}#6": PRIVATE_NAME})
    with zipfile.ZipFile(path) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert PRIVATE_NAME.encode() not in everything
    assert PRIVATE_ALIAS.encode() not in everything
    before = contents(data)
    with pytest.raises(kz.DataErrors) as caught:
        kz.workshop.take_workbook(path, data)
    (problem,) = caught.value.problems
    assert "would erase them; write a workbook with --names" in problem.message
    assert contents(data) == before


def test_a_dataset_without_private_persons_needs_no_names(tmp_path: Path) -> None:
    """There is nothing to hide, so its workbook can be read back; its paragraphs are shown."""
    (tmp_path / "a.txt").write_text("A headline\nA fact.\n", encoding="utf-8")
    kz.workshop.new(tmp_path / "data", [tmp_path / "a.txt"])
    assert main(["workbook", str(tmp_path / "data"), "-o", str(tmp_path / "b.xlsx")]) == 0
    book = load_workbook(tmp_path / "b.xlsx")
    assert cell(book, "ledger", 3, "_text").value == "A fact."
    taken = kz.workshop.read_workbook(tmp_path / "b.xlsx")
    assert taken.dataset == kz.read(tmp_path / "data")


def test_what_a_coder_writes_is_read(data: Path, book: Path) -> None:
    """A new record with parts, columns in another order, and rows and columns of one's own."""

    def work(wb: Any) -> None:
        page = wb["places"]
        page.append([None] * 3)
        page.append(["farville", "Farville", None, "ZZ", None, f"{GAZETTE}#5;  {GAZETTE}#4 "])
        page["J1"], page["J3"] = "_mine", "a remark"
        wb.create_sheet("_scratch")["A1"] = 17
        wb["events"].move_range("A1:B2", cols=20)
        sites = wb["case_sites"]
        sites.append(["made-up-case", 1, "farville", "residence", f"{GAZETTE}#5"])
        cell(wb, "case_sites", 2, "position").value = 3
        cell(wb, "case_sites", 3, "position").value = None

    taken = kz.workshop.take_workbook(changed(book, work), data)
    dataset = kz.read(data)
    assert dataset == taken.dataset
    assert [str(one) for one in dataset.places["farville"].citations] == [
        f"{GAZETTE}#5",
        f"{GAZETTE}#4",
    ]
    sites = dataset.cases["made-up-case"].sites
    assert [(site.place.id, site.relation.value) for site in sites] == [
        ("farville", "residence"),
        ("exampleville", "conduct"),
        ("exampleville", "court"),
    ]
    assert taken.changes["places"].new == ("farville",)
    assert taken.changes["cases"].changed == ("made-up-case",)
    assert len(dataset.events) == 1


def test_a_record_changes_only_if_its_own_row_does(data: Path, book: Path) -> None:
    """A source that says something else changes none of the rows that cite it."""
    taken = kz.workshop.take_workbook(changed(book, put("sources", 2, "outlet", "Other")), data)
    assert [name for name, changes in taken.changes.items() if changes.any] == ["sources"]


def test_unseen_things_are_levelled(book: Path) -> None:
    """Spaces around, spaces that don't break, marks that show nothing, accents apart."""

    def work(wb: Any) -> None:
        cell(wb, "places", 2, "name").value = "  Exam\u00a0ple\u200bville\u2009é "
        cell(wb, "places", 2, "regions").value = " KZ-X1 \r\n\n old-nowhere\n"
        cell(wb, "case_stages", 3, "people").value = "1"
        cell(wb, "case_stages", 3, "date_text").value = 1
        cell(wb, "actors", 4, "private").value = True

    dataset = kz.workshop.read_workbook(changed(book, work)).dataset
    assert dataset.places[0].name == "Exam pleville é"
    assert [region.id for region in dataset.places[0].regions] == ["KZ-X1", "old-nowhere"]
    assert dataset.cases[0].stages[1].people == 1
    assert dataset.cases[0].stages[1].date_text == "1"


@pytest.mark.parametrize(
    ("value", "form", "read", "note"),
    [
        (midnight(2023, 5, 30), "yyyy-mm-dd", "2023-05-30", "a date of the spreadsheet"),
        (date(2023, 5, 30), "d/m/yy", "2023-05-30", "a date of the spreadsheet"),
        (2023, "General", "2023", "a number, read as the year 2023"),
    ],
)
def test_dates_of_the_spreadsheet_that_are_certain(
    value: Any, form: str, read: str, note: str, book: Path
) -> None:
    """A whole day that is shown as one, and a year, are read, and it is said."""
    taken = kz.workshop.read_workbook(changed(book, put("events", 2, "date", value, form)))
    assert str(taken.dataset.events[0].date) == read
    (said,) = taken.notes
    assert said.startswith("events!D2 (date): ")
    assert note in said


# Where the sheet of the dataset says what.
ABOUT = {
    name: row
    for row, name in enumerate(
        [*(column.name for column in about_columns()), "workbook", "private_names"], start=2
    )
}
VERSION, FINISHED = ABOUT["workbook"], ABOUT["finished"]
WRONG: dict[str, tuple[Change, str, str]] = {
    "a month made a day": (
        put("events", 2, "date", midnight(2023, 5, 1), "mmm-yy"), "events!D2 (date)",
        "the spreadsheet has made a date of it (2023-05-01); format the cell as text",
    ),
    "a time": (put("events", 2, "date", time(12, 30), "h:mm"), "events!D2 (date)", "made a date"),
    "a serial number": (
        put("events", 2, "date", 45076), "events!D2 (date)", "perhaps 2023-05-30, by the",
    ),
    "a day where words belong": (
        put("events", 2, "date_text", midnight(2026, 5, 30), "d-mmm"), "events!E2 (date_text)",
        "as it is printed",
    ),
    "a date that is none": (
        put("events", 2, "date", "30.05.2023"), "events!D2 (date)", 'write "2023-05-30"',
    ),
    "a formula": (
        put("events", 2, "summary", "=A2"), "events!K2 (summary)", "is a formula; write what it",
    ),
    "an error": (
        put("events", 2, "summary", "#REF!"), "events!K2 (summary)", "has the error #REF!",
    ),
    "NULL in a list": (
        put("events", 2, "places", "NULL"), "events!G2 (places)", "'NULL' stands for nothing",
    ),
    "NULL as a text": (
        put("events", 2, "note", "null"), "events!M2 (note)", "'null' stands for nothing",
    ),
    "a number that lost digits": (
        put("ledger", 2, "digest", 1234567890123456), "ledger!C2 (digest)", "is a number, not text",
    ),
    "a word of no list": (
        put("events", 2, "kind", "Rally"), "events!C2 (kind)", "'Rally' is none of",
    ),
    "neither yes nor no": (
        put("actors", 2, "named", 1), "actors!E2 (named)", "1 is neither yes nor no",
    ),
    "no number": (
        put("cases", 3, "people", "a dozen"), "cases!H3 (people)", "is not a whole number",
    ),
    "an unknown id": (
        put("events", 2, "participants", "some-local"), "events!H2 (participants)",
        "did you mean 'some-locals'",
    ),
    "an id that is taken": (
        put("cases", 3, "id", "made-up-case"), "cases!A3 (id)", "stands in row 2 too",
    ),
    "an id of another sheet": (
        put("events", 2, "id", "made-up-count"), "events!A2 (id)", "the id is taken by cases row 3",
    ),
    "no id": (put("events", 2, "id", None), "events!A2 (id)", "is empty; fill it in"),
    "a part of nothing": (
        put("case_sites", 2, "case_id", "made-up-cas"), "case_sites!A2 (case_id)",
        "is no id of the sheet cases; did you mean 'made-up-case'",
    ),
    "a part of nobody": (
        put("case_sites", 2, "case_id", None), "case_sites!A2 (case_id)", "says of no record",
    ),
    "one place twice": (
        put("case_sites", 3, "position", 1), "case_sites!B3 (position)", "stands 2 times",
    ),
    "a wrong part": (
        put("case_stages", 3, "date", "2023-02-30"), "case_stages!D3 (date)", "is not a day",
    ),
    "a field that does not fit another": (
        put("statements", 2, "attribution", "paraphrase"), "statements!N2 (attribution)",
        "does not fit the quotes",
    ),
    "a field of a part that does not fit another": (
        put("case_sentences", 2, "suspended_for", "P1Y"), "case_sentences!J2 (suspended_for)",
        "fits a suspended sentence only",
    ),
    "a wrong item": (
        put("case_stages", 3, "citations", f"{GAZETTE}#7\n{GAZETTE}7"),
        "case_stages!J3 (citations)", "is not a citation",
    ),
    "a paragraph that is not there": (
        put("events", 2, "citations", f"{GAZETTE}#6\n{GAZETTE}#99"), "events!L2 (citations)",
        "but the document has 12 paragraphs",
    ),
    "a rule between records": (
        put("case_stages", 5, "date", "2019-06-02"), "case_stages!row 5", "precedes",
    ),
    "an open paragraph": (
        put("ledger", 2, "excluded", None), "ledger!row 2", "is neither cited nor excluded",
    ),
    "a private person without a name": (
        put("actors", 4, "name", None), "actors!row 4", "needs a name",
    ),
    "a wrong alias of a private person": (
        put("actors", 4, "aliases", f"{PRIVATE_NAME}"), "actors!row 4", "has a name or alias twice",
    ),
    "a wrong name": (lambda wb: setattr(wb["events"], "title", "Events2"), "events!whole sheet",
                     "the sheet is missing"),
    "a strange sheet": (
        lambda wb: wb.create_sheet("event"), "event!whole sheet", "is no sheet of ours",
    ),
    "merged cells": (
        lambda wb: wb["case_stages"].merge_cells("A2:A4"), "case_stages!A2:A4",
        "these cells are merged",
    ),
    "a heading renamed": (
        put("events", 1, "summary", "sumary"), "events!K1", "did you mean 'summary'",
    ),
    "a heading that is gone": (
        put("events", 1, "note", None), "events!row 1", "the column 'note' is missing",
    ),
    "a heading twice": (put("events", 1, "note", "id"), "events!M1", "stands twice"),
    "another version": (
        put("dataset", VERSION, "value", "kzseparatism workbook 9"), f"dataset!B{VERSION} (value)",
        "where this version reads 'kzseparatism workbook 1'; write a new workbook",
    ),
    "no version": (
        put("dataset", VERSION, "field", "workbok"), f"dataset!A{VERSION} (field)", "did you mean",
    ),
    "a dataset that is neither": (
        put("dataset", FINISHED, "value", "perhaps"), f"dataset!B{FINISHED} (value)",
        "neither yes nor no",
    ),
    "a dataset without a title": (
        put("dataset", 2, "value", None), "dataset!B2 (title)", "is empty; fill it in",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_by_its_cell(
    case: str, data: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sheet, cell and column are named, and what to do; the folder stays as it was."""
    change, place, message = WRONG[case]
    before = contents(data)
    opened = load_workbook(book)
    change(opened)
    # As it was changed, and not saved and opened again: that takes longer than to read it.
    monkeypatch.setattr("kzseparatism.workshop.workbook.reading.open_workbook", lambda _: opened)
    with pytest.raises(kz.DataErrors) as caught:
        kz.workshop.take_workbook(book, data)
    problems = caught.value.problems
    told = [one for one in problems if one.path.startswith(place) and message in one.message]
    assert told, [str(one) for one in problems]
    assert {one.origin for one in problems} == {"book.xlsx"}
    assert not [one for one in problems if PRIVATE_NAME in str(one) or PRIVATE_ALIAS in str(one)]
    assert contents(data) == before


def test_everything_is_told_at_once(book: Path) -> None:
    """Problems of cells, of records and of sheets stand in one report, each once."""

    def work(wb: Any) -> None:
        put("events", 2, "summary", "=A2")(wb)
        put("cases", 2, "kind", "crime")(wb)
        put("statements", 3, "date", "2023-13")(wb)

    with pytest.raises(kz.DataErrors) as caught:
        kz.workshop.read_workbook(changed(book, work))
    assert [one.path for one in caught.value.problems] == [
        "events!K2 (summary)",
        "cases!C2 (kind)",
        "statements!I3 (date)",
    ]


NO_WORKBOOK: dict[str, tuple[bytes, str]] = {
    "an old or protected one": (b"\xd0\xcf\x11\xe0....", "is protected by a password, or in the"),
    "text": (b"id,name\n", "is not a workbook; save it as .xlsx"),
    "empty": (b"", "is not a workbook"),
    "a PDF": (b"%PDF-1.7", "is a PDF"),
    "a broken archive": (b"PK\x03\x04broken", "can't be read|that can be read"),
}


@pytest.mark.parametrize("case", NO_WORKBOOK)
def test_what_is_no_workbook_is_refused(case: str, data: Path, tmp_path: Path) -> None:
    """The error says what the file is, and what to save it as."""
    content, message = NO_WORKBOOK[case]
    path = tmp_path / "other.xlsx"
    path.write_bytes(content)
    with pytest.raises(kz.InvalidValueError, match=message):
        kz.workshop.take_workbook(path, data)


def test_other_archives_are_refused(data: Path, tmp_path: Path) -> None:
    """An OpenDocument spreadsheet and any other ZIP are told apart; a missing file is named."""
    for inside, message in (("content.xml", "OpenDocument"), ("a.txt", "is not a workbook")):
        path = tmp_path / "other.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(inside, "")
        with pytest.raises(kz.InvalidValueError, match=message):
            kz.workshop.take_workbook(path, data)
    with pytest.raises(kz.InvalidValueError, match="can't be read: No such file"):
        kz.workshop.read_workbook(tmp_path / "nothing.xlsx")


@pytest.mark.parametrize("name", ["~$book.xlsx", ".~lock.book.xlsx#"])
def test_a_workbook_that_is_open_is_refused(name: str, data: Path, book: Path) -> None:
    """Neither read nor replaced while Excel or LibreOffice may have another state of it."""
    (book.parent / name).touch()
    with pytest.raises(kz.InvalidValueError, match="is open in a spreadsheet program"):
        kz.workshop.take_workbook(book, data)
    with pytest.raises(kz.InvalidValueError, match="save and close it"):
        kz.workshop.write_workbook(kz.read(data), book, names=True, force=True)


def test_a_workbook_is_not_replaced_unasked(data: Path, book: Path) -> None:
    """A file that is there is kept, unless it is said to go."""
    before = book.read_bytes()
    with pytest.raises(kz.InvalidValueError, match="exists already"):
        kz.workshop.write_workbook(kz.read(data), book)
    assert book.read_bytes() == before
    kz.workshop.write_workbook(kz.read(data), book, force=True)
    assert book.read_bytes() != before
    assert [path.name for path in book.parent.iterdir()] == ["data", "book.xlsx"]


def test_records_do_not_go_unasked(data: Path, book: Path) -> None:
    """A workbook that lacks what the folder has may be older than it."""
    before = contents(data)
    path = changed(book, lambda wb: wb["discrepancies"].delete_rows(2))
    # The dates that the discrepancy explained are no longer marked as doubtful.
    changed(path, put("case_stages", 3, "date", "2023-03-01"))
    with pytest.raises(kz.InvalidValueError, match=r"lacks 1 records that .*: two-arrests"):
        kz.workshop.take_workbook(path, data)
    assert contents(data) == before
    taken = kz.workshop.take_workbook(path, data, removing=True)
    assert taken.changes["discrepancies"].gone == ("two-arrests",)
    assert "two-arrests" not in kz.read(data).discrepancies


def test_a_text_too_long_for_a_cell_is_refused(data: Path, tmp_path: Path) -> None:
    """A spreadsheet would cut it, so nothing is written."""
    dataset = kz.read(data)
    case = attrs.evolve(dataset.cases[1], note="x" * 40_000)
    dataset = attrs.evolve(dataset, cases=kz.Table([dataset.cases[0], case]))
    with pytest.raises(kz.InvalidValueError, match="has room for 32767"):
        kz.workshop.write_workbook(dataset, tmp_path / "long.xlsx", names=True)
    assert not (tmp_path / "long.xlsx").exists()


def test_cells_are_checked_while_typing(book: Path) -> None:
    """Words and ids drop down, several ids are compared with their sheet, ids are used once."""
    wb = load_workbook(book)
    rules = {
        (page.title, area.split(":")[0].rstrip("0123456789")): rule
        for page in wb
        for rule in page.data_validations.dataValidation
        for area in str(rule.sqref).split()
    }
    for sheet in sheets():
        for column in sheet.columns:
            letter = letter_of(wb[sheet.name], column.name)
            rule = rules.get((sheet.name, letter))
            checked = column.vocabulary or column.target or column.holds in (int, bool)
            assert (rule is not None) == bool(checked or column is sheet.key), column.name
            if rule is not None:
                assert len(rule.formula1) < 256  # Excel takes no longer one
                assert str(rule.sqref) == f"{letter}2:{letter}{LAST_ROW}"
    assert rules["events", "C"].formula1 == "=words_EventKind"
    assert wb.defined_names["words_EventKind"].attr_text.startswith("words!$B$")
    assert rules["events", "H"].errorStyle == "warning"
    for page in wb:
        for rule in page.data_validations.dataValidation:
            assert len(rule.error) < 256


def test_headings_explain_themselves(book: Path) -> None:
    """Each has its definition from the codebook as a comment, and what an empty cell means."""
    wb = load_workbook(book)
    for sheet in sheets():
        for column in sheet.columns:
            comment = wb[sheet.name][f"{letter_of(wb[sheet.name], column.name)}1"].comment.text
            assert comment.startswith(column.definition)
            assert ("Empty:" in comment) is not column.required
    assert "Empty: none." in cell(wb, "statements", 1, "stance").comment.text
    assert wb.sheetnames[0] == "read me"
    said = {row[0].value for row in wb["read me"].iter_rows()}
    assert {sheet.name for sheet in sheets()} <= said
    assert [row[0].value for row in wb["dataset"].iter_rows(min_row=2)] == list(ABOUT)


def test_cells_are_text_where_nothing_stands_yet(book: Path) -> None:
    """So that a spreadsheet leaves what is typed as it is; whole numbers are numbers."""
    wb = load_workbook(book)
    assert wb["events"].column_dimensions["D"].number_format == "@"
    assert cell(wb, "events", 2, "date").number_format == "@"
    assert (
        wb["cases"].column_dimensions[letter_of(wb["cases"], "people")].number_format == "General"
    )


def test_a_form_given_to_whole_columns_costs_nothing(book: Path) -> None:
    """A cell that is empty but formatted at the very bottom makes no rows."""

    def work(wb: Any) -> None:
        wb["events"]["A1048576"].number_format = "@"

    assert len(kz.workshop.read_workbook(changed(book, work)).dataset.events) == 1


def test_without_the_extra_the_error_says_so(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names the extra and the command that installs it."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(kz.MissingExtraError, match=r"openpyxl .*\[workshop\]"):
        kz.workshop.write_workbook(kz.read(data), tmp_path / "b.xlsx")


def test_the_command(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Out, changed, in: problems are printed with code 1, changes with code 0."""
    path = tmp_path / "book.xlsx"
    assert main(["workbook", str(data), "-o", str(path)]) == 0
    assert "the names of 1 private persons are pseudonyms" in capsys.readouterr().out
    assert main(["workbook", str(data), "-o", str(path), "--names", "--force"]) == 0
    capsys.readouterr()
    changed(path, put("events", 2, "date", "May"))
    assert main(["workbook", "--read", str(path), str(data)]) == 1
    out = capsys.readouterr().out
    assert out.startswith('book.xlsx: events!D2 (date) "made-up-rally": date: ')
    assert out.endswith("nothing was written: 1 problem in the workbook\n")
    changed(path, put("events", 2, "date", 2023))
    assert main(["workbook", "--read", str(path), str(data)]) == 0
    assert capsys.readouterr().out == (
        "note: events!D2 (date): a number, read as the year 2023\n"
        f"events: 1 changed\nwrote {data}: nothing is to do\n"
    )
    assert main(["workbook", "--read", str(path), str(tmp_path / "nowhere")]) == 2


def test_an_empty_workbook_is_refused(data: Path, tmp_path: Path) -> None:
    """A workbook that somebody made has none of the sheets."""
    book = Workbook()
    book.save(tmp_path / "own.xlsx")
    with pytest.raises(kz.DataErrors) as caught:
        kz.workshop.take_workbook(tmp_path / "own.xlsx", data)
    assert len(caught.value.problems) == len(sheets()) + 2


def test_the_private_name_is_in_its_file(data: Path, book: Path) -> None:
    """A person marked as private in the workbook gets an entry in the file of names."""

    def work(wb: Any) -> None:
        page = wb["actors"]
        page.append(
            ["accused-2", "Nemo Alter", "N. Alter", "person", None, "yes", None, f"{GAZETTE}#6"]
        )

    kz.workshop.take_workbook(changed(book, work), data)
    assert b"Nemo Alter" in (data / "private_names.json").read_bytes()
    assert b"Nemo Alter" not in (data / "actors.json").read_bytes()
    assert kz.read(data).actors["accused-2"].aliases == ("N. Alter",)
    assert PRIVATE_ID in kz.read(data).actors
