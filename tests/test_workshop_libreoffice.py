"""The workbook in LibreOffice: opened, typed into and saved by script, it is read as it was typed.

It takes LibreOffice some seconds, so it is tried only where the session ``workshop`` of nox says
where it is.
"""

from __future__ import annotations

import html
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

import kzseparatism as kz
from kzseparatism.cli import main
from kzseparatism.workshop.workbook.checks import check_of
from kzseparatism.workshop.workbook.sheets import sheets
from miniature import GAZETTE, HERALD, build

OFFICE = os.environ.get("KZSEPARATISM_SOFFICE", "")

pytestmark = pytest.mark.skipif(
    not OFFICE, reason="LibreOffice is tried by nox -s workshop (KZSEPARATISM_SOFFICE)"
)

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Coder"
  script:language="StarBasic">{code}</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
  <library:element library:name="Coder"/></library:library>"""
# It types as a person does: so the spreadsheet may change what it takes for a date or a number.
_WORK = """
Sub Work
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden" : opened(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{book}", "_blank", 0, opened())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
{lines}
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL("{book}", saved())
  doc.close(True)
End Sub
Sub Write_(doc, helper, sheet As String, cell As String, text As String)
  doc.CurrentController.setActiveSheet(doc.Sheets.getByName(sheet))
  Dim place(0) As New com.sun.star.beans.PropertyValue
  place(0).Name = "ToPoint" : place(0).Value = cell
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:GoToCell", "", 0, place())
  Dim typed(0) As New com.sun.star.beans.PropertyValue
  typed(0).Name = "StringName" : typed(0).Value = text
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:EnterString", "", 0, typed())
End Sub
Sub Calculate_(doc, sheet As String, cell As String, formula As String)
  doc.Sheets.getByName(sheet).getCellRangeByName(cell).setFormula(formula)
End Sub
"""

Office = Callable[[Path, list[str]], None]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return what opens a workbook in LibreOffice, carries out lines of Basic, and saves it."""
    profile = tmp_path_factory.mktemp("profile")

    def run(*arguments: str) -> None:
        command = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=180)

    def work(book: Path, lines: list[str]) -> None:
        library = profile / "user" / "basic" / "Standard"
        if not library.exists():
            run("--terminate_after_init")
        code = _WORK.format(book=book.as_uri(), lines="\n".join(lines))
        (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (library / "Coder.xba").write_text(_MODULE.format(code=html.escape(code)), encoding="utf-8")
        run("macro:///Standard.Coder.Work")

    return work


def typed(sheet: str, cell: str, text: str) -> str:
    """Return the line of Basic that types a text into a cell."""
    letters = '" & Chr(10) & "'.join(text.split("\n"))
    return f'  Write_(doc, helper, "{sheet}", "{cell}", "{letters}")'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder of the miniature, in canonical form."""
    folder = tmp_path / "data"
    folder.mkdir()
    build(folder)
    main(["format", str(folder)])
    return folder


def test_the_shipped_data_come_through_libreoffice(tmp_path: Path, office: Office) -> None:
    """Opened and saved, the workbook of the shipped data is read back equal."""
    book = tmp_path / "book.xlsx"
    kz.workshop.write_workbook(kz.load(), book, names=True)
    before = book.read_bytes()
    office(book, [])
    assert book.read_bytes() != before
    taken = kz.workshop.read_workbook(book)
    assert taken.dataset == kz.load()
    assert taken.notes == ()


def test_what_is_typed_is_read(data: Path, tmp_path: Path, office: Office) -> None:
    """A month stays a month, a day and a month stay words, a number is a number, a line a line."""
    book = tmp_path / "book.xlsx"
    kz.workshop.write_workbook(kz.read(data), book, names=True)
    office(
        book,
        [
            typed("events", "A3", "second-rally"),
            typed("events", "B3", "Another rally"),
            typed("events", "C3", "rally"),
            typed("events", "D3", "2023-05"),
            typed("events", "E3", "1 May"),
            typed("events", "F3", "printed"),
            typed("events", "G3", "exampleville"),
            typed("events", "H3", "some-locals\nnemo-nobody"),
            typed("events", "K3", "Nobody came again."),
            typed("events", "L3", f"{GAZETTE}#6; {HERALD}#2"),
            typed("cases", "H2", "3"),
            typed("case_sites", "A4", "made-up-case"),
            typed("case_sites", "C4", "farland"),
            typed("case_sites", "D4", "residence"),
            typed("case_sites", "E4", f"{GAZETTE}#6"),
        ],
    )
    dataset = kz.workshop.take_workbook(book, data).dataset
    event = dataset.events["second-rally"]
    assert (str(event.date), event.date_text) == ("2023-05", "1 May")
    assert [actor.id for actor in event.participants] == ["some-locals", "nemo-nobody"]
    assert [str(one) for one in event.citations] == [f"{GAZETTE}#6", f"{HERALD}#2"]
    assert dataset.cases["made-up-case"].people == 3
    assert dataset.cases["made-up-case"].sites[2].place.id == "farland"


def test_the_formulas_know_the_ids(data: Path, tmp_path: Path, office: Office) -> None:
    """The check of a cell with several ids is true for known ones, and for no other."""
    (events,) = (sheet for sheet in sheets() if sheet.name == "events")
    (column,) = (one for one in events.columns if one.name == "participants")
    cells = {
        "A1": ("some-locals", True),
        "A2": ("some-locals; nemo-nobody", True),
        "A3": ("some-locals\nnemo-nobody", True),
        "A4": ("some-local", False),
        "A5": ("some-locals\nnobody", False),
        "A6": ("locals", False),
    }
    book = tmp_path / "book.xlsx"
    kz.workshop.write_workbook(kz.read(data), book, names=True)
    opened = load_workbook(book)
    opened.create_sheet("_tried")
    opened.save(book)
    lines = []
    for cell, (text, _) in cells.items():
        check = check_of(column, f"{cell}:{cell}")
        assert check is not None
        formula = str(check.formula1).replace(",", ";").replace('"', '""')
        lines += [
            typed("_tried", cell, text),
            f'  Calculate_(doc, "_tried", "{cell.replace("A", "B")}", "={formula}")',
        ]
    office(book, lines)
    page = load_workbook(book, data_only=True)["_tried"]
    results = {cell: page[cell.replace("A", "B")].value for cell in cells}
    assert results == {cell: expected for cell, (_, expected) in cells.items()}
