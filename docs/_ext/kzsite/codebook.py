"""The codebook: every variable of every kind of record, and every word that it may hold."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kzseparatism.codebook import Variable, derived_variables, example, variables
from kzseparatism.codebook.columns import ENDINGS, columns_of
from kzseparatism.dataset import Dataset
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Citation
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.tables import Holding, holdings, kinds
from kzsite.address import TABLES, reference
from kzsite.markup import blocks, code, definitions, escaped, link, slug, table
from kzsite.words import vocabularies, words_of

BASE = "dataset"
_LONGEST_EXAMPLE = 120
_TYPES: Mapping[type, str] = {
    str: "text",
    bool: "yes or no",
    int: "whole number, 1 or more",
    FuzzyDate: "date with its uncertainty, written as EDTF, such as `2023-05~` or `[2023?..2024?]`",
    Term: "length of time, written as an ISO 8601 duration",
    Citation: "citation, written `source#paragraph`",
}
_SHORT = {str: "text", bool: "yes or no", float: "number", int: "whole number", date: "day"}
# What an optional field says when it is left out, where no rule says it better.
_MISSING: Mapping[type, str] = {
    bool: "It is not so, or no document says so.",
    str: "The documents do not say.",
    int: "The documents do not say.",
    FuzzyDate: "No date is known.",
    Term: "The documents do not say.",
}
_NOTE = "There is nothing to add."

Rules = Mapping[str, Mapping[str, str]]


def rules() -> Rules:
    """Return the decision rules and the meanings of missing values, by variable."""
    text = (Path(__file__).parent / "rules.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def codebook(dataset: Dataset, agreement: Mapping[str, list[str]]) -> str:
    """Return the made part of the codebook, to stand below an introduction."""
    decided = rules()
    described = (
        blocks(
            f"## {kind.__name__}",
            _summary(kind),
            *(_variable(variable, dataset, decided, agreement) for variable in variables(kind)),
        )
        for kind in _in_order()
    )
    return blocks(_overview(), *described, *vocabularies(dataset)) + "\n"


def _in_order() -> list[type]:
    """Return every kind of record, what people look for first, each followed by its parts."""
    found: dict[type, None] = {}
    for kind in (*TABLES, *kinds()):
        found[kind] = None
        found.update(dict.fromkeys(one.kind for one in holdings(kind).values() if _is_part(one)))
    return [*found]


def _is_part(holding: Holding) -> bool:
    return isinstance(holding.kind, type) and issubclass(holding.kind, Part)


def _overview() -> str:
    """Return every variable as a row of one table for each kind, and what is worked out."""
    tables = [
        blocks(
            f"### Variables of {kind.__name__}",
            table(
                ["variable", "what it holds", "needed", "what it means"],
                [
                    [
                        link(one.name, f"#{slug(one.full_name)}"),
                        _type(one),
                        "yes" if one.required else "no",
                        escaped(one.definition),
                    ]
                    for one in variables(kind)
                ],
            ),
        )
        for kind in _in_order()
    ]
    return blocks(
        "## All variables",
        *tables,
        "## Derived columns",
        "These are worked out from the variables each time they are asked for, and not stored.",
        table(["name", "of", "what it holds", "what it means"], list(_derived())),
    )


def _derived() -> Iterator[list[str]]:
    """Yield what is worked out, with the kinds that have it; what most kinds have stands last.

    After the properties come the columns that a date or a length of time adds to a table.
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for kind in _in_order():
        for one in derived_variables(kind):
            told = (one.name, _SHORT.get(one.holds, one.holds.__name__), one.definition)
            found.setdefault(told, []).append(kind.__name__)
    for (name, holds, meaning), owners in sorted(found.items(), key=lambda one: len(one[1])):
        yield [code(name), ", ".join(owners), escaped(holds), escaped(meaning.replace("``", ""))]
    added: dict[tuple[str, str], list[str]] = {}
    for variable in variables():
        for column in columns_of(variable) if not variable.many else ():
            ending = column.name.removeprefix(f"{variable.name}_")
            if ending in ENDINGS and column.derived:
                told_of = (ending, _SHORT.get(column.type, column.type.__name__))
                added.setdefault(told_of, []).append(variable.full_name)
    for (ending, holds), owners in added.items():
        yield [code(f"…_{ending}"), ", ".join(owners), holds, escaped(ENDINGS[ending])]


def _summary(kind: type) -> str:
    first = escaped((kind.__doc__ or "").strip().splitlines()[0])
    if kind in TABLES:
        name = TABLES[kind][0]
        return f"{first} Browse {link(name, f'{BASE}/{name}/index.md')}."
    return f"{first} A part of a record." if issubclass(kind, Part) else first


def _variable(
    variable: Variable, dataset: Dataset, decided: Rules, agreement: Mapping[str, list[str]]
) -> str:
    rows = list(_rows(variable, dataset, decided))
    found = agreement.get(variable.full_name, [])
    if found:
        rows.append((link("agreement", "reliability/index.md"), escaped("; ".join(found)) + "."))
    return blocks(f"### {variable.full_name}", escaped(variable.definition), definitions(rows))


def _rows(variable: Variable, dataset: Dataset, decided: Rules) -> Iterator[tuple[str, str]]:
    rule = decided.get(variable.full_name, {})
    yield "type", _type(variable)
    yield "needed", _needed(variable)
    if not variable.required:
        yield "if missing", escaped(missing(variable, decided))
    if variable.vocabulary:
        yield "values", ", ".join(words_of(variable.vocabulary))
    if "rule" in rule:
        yield "decision rule", escaped(rule["rule"])
    shown = _example(variable, dataset)
    if shown:
        yield "example", shown


def _type(variable: Variable) -> str:
    if variable.vocabulary:
        name = variable.vocabulary.__name__
        one = f"a word of {link(name, f'#{slug(name)}')}"
    elif variable.holds in _TYPES:
        one = _TYPES[variable.holds]
    else:
        name = variable.holds.__name__
        kind = f"#{slug(name)}"
        one = link(name, kind) if issubclass(variable.holds, Part) else name
        one = f"reference to {link(name, kind)}" if _is_linked(variable.holds) else one
    return f"list: {one}" if variable.many else one


def _is_linked(kind: type) -> bool:
    return issubclass(kind, Entity)


def _needed(variable: Variable) -> str:
    if variable.required:
        return "always, at least one" if variable.name == "citations" else "always"
    default = variable.default
    if isinstance(default, bool):
        default = "yes" if default else "no"
    return f"may be left out; it is then {code(str(default))}" if default else "may be left out"


def missing(variable: Variable, decided: Rules) -> str:
    """Return what it means that an optional variable has no value."""
    rule = decided.get(variable.full_name, {})
    if "missing" in rule:
        return rule["missing"]
    if variable.name == "note":
        return _NOTE
    if variable.name == "date_text":
        return "No words for it are printed, or there is no date."
    if variable.vocabulary:
        word = variable.vocabulary(str(variable.default)) if variable.default else None
        return word.definition if word else ""
    return "The documents name none." if variable.many else _MISSING.get(variable.holds, "")


def _example(variable: Variable, dataset: Dataset) -> str:
    """Return the first value in the data, with a link to the record that has it."""
    value, found, record_id = example(variable, dataset).rpartition(" (in ")
    if not found:
        return ""
    record: Any = dataset.get(record_id.removesuffix(")"))
    where = f"in {reference(record, BASE)}"
    if value.startswith("{"):
        return where
    return f"{escaped(_short(value))}, {where}"


def _short(text: str) -> str:
    if len(text) <= _LONGEST_EXAMPLE:
        return text
    return text[:_LONGEST_EXAMPLE].rpartition(" ")[0] + " …"
