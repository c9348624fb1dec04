"""The workbook of a dataset: written for coders, and read back into its folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from kzseparatism._optional import optional
from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import InvalidValueError
from kzseparatism.evidence.files import content_of, drafts
from kzseparatism.evidence.text import paragraphs
from kzseparatism.model.tables import TABLES
from kzseparatism.reading import read
from kzseparatism.reading.converter import row_writer
from kzseparatism.table import Table
from kzseparatism.workshop.comparison import Comparison
from kzseparatism.workshop.folder import REGIONS, files_of, replace


@attrs.frozen(kw_only=True, order=False)
class Taken:
    """What came out of a workbook.

    ``dataset`` is what was read; ``notes`` has a line for each value that was read otherwise than
    it stood, such as a date of the spreadsheet; ``changes`` has, for each table, the ids that are
    new, changed and gone, and for ``dataset`` which fields have changed.
    """

    dataset: Dataset
    notes: tuple[str, ...] = ()
    changes: Mapping[str, Changes] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, order=False)
class Changes:
    """The ids of one table that are new, that say something else, and that are gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is a change at all."""
        return bool(self.new or self.changed or self.gone)


def write_workbook(
    dataset: Dataset,
    path: str | os.PathLike[str],
    *,
    names: bool = False,
    texts: Mapping[str, str] | None = None,
    force: bool = False,
) -> None:
    """Write the workbook of a dataset: a sheet for each table and for each sort of parts.

    Private persons have pseudonyms in it unless ``names`` is true. A workbook with pseudonyms is
    for looking at; only one in which every name is shown can be read back. So a dataset without
    private persons needs no ``names``. ``texts`` are shown beside the rows of the ledger, by
    citation. Needs the extra ``workshop``. A file that is there already is refused, unless
    ``force`` is true: ``InvalidValueError``.
    """
    target = Path(path)
    optional("openpyxl", extra="workshop")
    from kzseparatism.workshop.workbook.opening import save_workbook  # noqa: PLC0415 - an extra
    from kzseparatism.workshop.workbook.writing import workbook_of  # noqa: PLC0415 - as above

    whole = names or not any(actor.private for actor in dataset.actors)
    shown = dataset if whole else dataset.pseudonymised()
    beside = (texts or {}) if whole else {}
    save_workbook(lambda: workbook_of(shown, names=whole, texts=beside), target, force=force)


def read_workbook(path: str | os.PathLike[str]) -> Taken:
    """Return what a workbook says, read strictly; nothing is written.

    Raises ``DataErrors`` with everything that is wrong, also by the rules between records: each
    problem has the name of the workbook as its ``origin``, and sheet, cell and column as its
    ``path``. What is no workbook, or is open in another program, is an ``InvalidValueError``.
    Needs the extra ``workshop``.
    """
    source = Path(path)
    optional("openpyxl", extra="workshop")
    from kzseparatism.workshop.workbook.reading import read_book  # noqa: PLC0415 - an extra

    dataset, notes = read_book(source)
    return Taken(dataset=dataset, notes=notes)


def take_workbook(
    path: str | os.PathLike[str], directory: str | os.PathLike[str], *, removing: bool = False
) -> Taken:
    """Read a workbook, and put what it says into the folder of its dataset, all of it or nothing.

    A workbook from which records are gone is refused unless ``removing`` is true: somebody else
    may have written them since. Errors as ``read_workbook``; the folder is then as it was.
    """
    folder = Path(directory)
    before = read(folder)
    taken = read_workbook(path)
    changes = {"dataset": _changes_of_about(before.about, taken.dataset.about)}
    changes |= {
        name: _changes(TABLES[name], getattr(before, name), table)
        for name, table in taken.dataset.tables()
    }
    gone = [record_id for one in changes.values() for record_id in one.gone]
    if gone and not removing:
        complaint = f"lacks {len(gone)} records that {folder} has: {', '.join(gone[:5])}"
        remedy = "use --removing if they should go; else write a new workbook, and copy your rows"
        raise InvalidValueError("workbook", Path(path).name, complaint, remedy)
    replace(folder, files_of(taken.dataset, own_regions=(folder / REGIONS).exists()))
    return attrs.evolve(taken, changes=changes)


def _changes_of_about(before: About, after: About) -> Changes:
    names = (field.name for field in attrs.fields(About))
    changed = tuple(name for name in names if getattr(before, name) != getattr(after, name))
    return Changes(new=(), changed=changed, gone=())


def _changes(kind: Any, before: Table[Any], after: Table[Any]) -> Changes:
    """Return what has changed, row by row: what a record links to may change by itself."""
    write = row_writer(kind)
    old = {record.id: write(record) for record in before}
    new = {record.id: write(record) for record in after}
    return Changes(
        new=tuple(one for one in new if one not in old),
        changed=tuple(one for one in new if one in old and old[one] != new[one]),
        gone=tuple(one for one in old if one not in new),
    )


def write_settling(
    one: Dataset,
    other: Dataset,
    comparison: Comparison,
    path: str | os.PathLike[str],
    *,
    force: bool = False,
) -> None:
    """Write a workbook in which the differences between two codings are settled.

    The records are called what the two datasets call them: give pseudonymised ones to leave names
    of private persons out. Needs the extra ``workshop``. A file that is there already is refused,
    unless ``force`` is true: ``InvalidValueError``.
    """
    target = Path(path)
    optional("openpyxl", extra="workshop")
    from kzseparatism.workshop.workbook.opening import save_workbook  # noqa: PLC0415 - an extra
    from kzseparatism.workshop.workbook.settling import settling_workbook  # noqa: PLC0415 - as above

    labels = {
        f"{which}:{record.id}": record.label
        for which, dataset in (("first", one), ("second", other))
        for record in dataset.coded_records()
    }
    save_workbook(lambda: settling_workbook(comparison, labels), target, force=force)


def texts_of(dataset: Dataset, directory: Path) -> dict[str, str]:
    """Return the paragraphs of the articles in a folder by citation, as far as they are there."""
    texts: dict[str, str] = {}
    for source in dataset.sources:
        path = directory / source.file_name
        if path.is_file():
            draft = next(drafts(content_of(path), source.file_name))
            for number, line in enumerate(paragraphs(draft.text), start=1):
                texts[f"{source.id}#{number}"] = " ".join(line.split())
    return texts
