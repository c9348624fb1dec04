"""The file of a workbook: opened with care, written as a whole."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kzseparatism.errors import InvalidValueError
from kzseparatism.saving import save

# What a workbook may take up once it is unpacked: a small file can unpack to any size.
_LARGEST = 512 * 1024 * 1024
_SAVE = "save it as .xlsx"
_KINDS = (
    (b"\xd0\xcf\x11\xe0", f"is protected by a password, or in the old form .xls; {_SAVE}, without"),
    (b"%PDF", f"is a PDF; {_SAVE} instead"),
)


def open_workbook(path: Path) -> Any:
    """Return the workbook in a file, with its formulas as they are; else ``InvalidValueError``."""
    refuse_if_open(path)
    try:
        problem = _problem(path)
        with warnings.catch_warnings():
            # It warns of what it leaves out: pictures, forms, checks of newer programs.
            warnings.simplefilter("ignore")
            book = None if problem else load_workbook(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidValueError("workbook", path.name, f"can't be read: {reason}") from None
    except Exception as error:  # noqa: BLE001 - a broken file may break its reader anywhere
        complaint = f"is not a workbook that can be read ({error})"
        raise InvalidValueError("workbook", path.name, complaint, _SAVE) from None
    if problem:
        raise InvalidValueError("workbook", path.name, problem)
    return book


def _problem(path: Path) -> str:
    with path.open("rb") as file:
        beginning = file.read(4)
    for kind, problem in _KINDS:
        if beginning == kind:
            return problem
    if beginning != b"PK\x03\x04":
        return f"is not a workbook; {_SAVE}"
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "content.xml" in names:
            return f"is an OpenDocument spreadsheet; {_SAVE} (in LibreOffice: Save as, Excel)"
        if "xl/workbook.xml" not in names:
            return f"is not a workbook; {_SAVE}"
        if sum(one.file_size for one in archive.infolist()) > _LARGEST:
            return f"unpacks to more than {_LARGEST} bytes, so that it is none of ours"
    return ""


def refuse_if_open(path: Path) -> None:
    """Refuse a file that a spreadsheet program has open: it may hold another state of it.

    Excel and LibreOffice leave a small file beside the one that they have open.
    """
    for name in (f"~${path.name}", f".~lock.{path.name}#"):
        if (path.parent / name).exists():
            complaint = f"is open in a spreadsheet program (there is {name} beside it)"
            remedy = "save and close it; if no program has it open, delete that file"
            raise InvalidValueError("workbook", path.name, complaint, remedy)


def save_workbook(make: Callable[[], Any], path: Path, *, force: bool) -> None:
    """Write the workbook that is made to a file, the whole of it or nothing; see ``save``."""
    refuse_if_open(path)

    def content() -> bytes:
        written = BytesIO()
        make().save(written)
        return written.getvalue()

    save(path, content, force=force)
