"""The files that the site offers: every table as CSV and JSON, and the codebook."""

from __future__ import annotations

import csv
import io
from contextlib import redirect_stdout

from kzseparatism.cli import main
from kzseparatism.codebook import Variable, variables
from kzseparatism.model.tables import TABLES
from kzsite.codebook import Rules, missing, rules

_FORMATS = {"csv": "for spreadsheets", "json": "with the parts of each record"}


def files() -> dict[str, tuple[bytes, str]]:
    """Return each file by its name: its bytes and what it is.

    The tables are what the command prints, so that private persons stand by pseudonym.
    """
    made = {"codebook.csv": (codebook_csv().encode(), "every variable, with its definition")}
    for name in TABLES:
        for suffix, use in _FORMATS.items():
            text = _printed(name, suffix)
            made[f"{name}.{suffix}"] = (text.encode(), f"the table of {name}, {use}")
    return made


def _printed(table: str, suffix: str) -> str:
    with redirect_stdout(io.StringIO()) as printed:
        code = main([table, "--format", suffix])
    if code:
        message = f"kzseparatism {table} --format {suffix} ended with {code}"
        raise RuntimeError(message)
    return printed.getvalue()


def codebook_csv() -> str:
    """Return the variables as CSV, a row each, in the order of the model."""
    decided = rules()
    text = io.StringIO()
    rows = [_described(one, decided) for one in variables()]
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _described(one: Variable, decided: Rules) -> dict[str, str]:
    return {
        "record": one.record.__name__,
        "variable": one.name,
        "definition": one.definition,
        "holds": one.holds.__name__,
        "list": "yes" if one.many else "no",
        "required": "yes" if one.required else "no",
        "default": "" if one.default is None else str(one.default),
        "values": "; ".join(one.vocabulary or ()),
        "if missing": "" if one.required else missing(one, decided),
        "decision rule": decided.get(one.full_name, {}).get("rule", ""),
    }
