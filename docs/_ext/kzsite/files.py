"""The files that the site offers: every table as CSV and JSON, the codebook, and all formats."""

from __future__ import annotations

import csv
import io
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import kzseparatism as kz
from kzseparatism.cli import main
from kzseparatism.codebook import variable_relation, variables
from kzseparatism.exporting.formats import FORMATS
from kzseparatism.model.tables import TABLES
from kzsite.codebook import missing, rules

_EXPORTS = {one.endings[0]: f"everything: {one.definition}" for one in FORMATS.values()}
_FORMATS = {"csv": "for spreadsheets", "json": "with the parts of each record"}


def files() -> dict[str, tuple[bytes, str]]:
    """Return each file by its name: its bytes and what it is.

    The tables are what the command prints, so that private persons stand by pseudonym.
    """
    made = {}
    for ending, told in _EXPORTS.items():
        content = _exported(f"separatism{ending}")
        if content:
            made[f"separatism{ending}"] = (content, told)
    made["codebook.csv"] = (codebook_csv().encode(), "every variable, with its definition")
    for name in TABLES:
        for suffix, use in _FORMATS.items():
            text = _printed(name, suffix)
            made[f"{name}.{suffix}"] = (text.encode(), f"the table of {name}, {use}")
    return made


def _exported(name: str) -> bytes:
    """Return the whole dataset in the format that a name asks for; nothing without its package."""
    with TemporaryDirectory() as folder:
        try:
            return kz.export(kz.load(), Path(folder) / name).read_bytes()
        except kz.MissingExtraError:
            return b""


def _printed(table: str, suffix: str) -> str:
    with redirect_stdout(io.StringIO()) as printed:
        code = main([table, "--format", suffix])
    if code:
        message = f"kzseparatism {table} --format {suffix} ended with {code}"
        raise RuntimeError(message)
    return printed.getvalue()


def codebook_csv() -> str:
    """Return the variables and the columns that follow from them as CSV, in the model's order.

    To what the library says of them come the meaning of a missing value and the decision rule.
    """
    decided = rules()
    known = {one.full_name: one for one in variables()}
    relation = variable_relation()
    text = io.StringIO()
    names = [*(column.name for column in relation.columns), "if_missing", "decision_rule"]
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for row in relation.rows:
        full_name = f"{row[0]}.{row[1]}"
        one = known.get(full_name)
        absent = missing(one, decided) if one and not one.required else ""
        rule = decided.get(full_name, {}).get("rule", "")
        writer.writerow([*("" if cell is None else cell for cell in row), absent, rule])
    return text.getvalue()
