"""What the page has to know of each kind of record: its fields, and the words in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzseparatism.codebook import Variable, variables, words
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Case, Citation, Discrepancy, LedgerRow
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.record import Cited
from kzseparatism.model.tables import TABLES, askable, kinds
from kzseparatism.vocab import Vocabulary

_PLAIN = {
    str: "text",
    bool: "flag",
    int: "number",
    FuzzyDate: "date",
    Term: "term",
    Citation: "citation",
}


def shown_kinds() -> dict[str, Any]:
    """Return the kinds of record and of parts by name, each with its fields in order.

    A field is its name, its type, whether it is a list, its definition, and what it says where it
    is empty. A type is "text", "flag", "number", "date", "term", "citation", "link", or the name of
    a vocabulary after "word:", of a part after "part:".
    """
    return {
        kind.__name__: {
            "noun": kind.__name__.lower(),
            "label": getattr(kind, "_label_field", ""),
            "cited": issubclass(kind, Cited),
            "fields": list(fields_of(kind)),
        }
        for kind in kinds()
        if kind is not LedgerRow
    }


def fields_of(kind: type) -> Iterator[list[Any]]:
    """Yield the fields of a kind in order, those that are worked out last; see ``shown_kinds``."""
    for variable in variables(kind):
        blank = False if variable.holds is bool else "" if variable.default == "" else None
        row = [variable.name, _type(variable), int(variable.many), variable.definition, blank]
        yield row
    if kind is Case:
        status = askable(Case)["status"].kind
        yield ["status", f"word:{status.__name__}", 0, _derived("status"), None]


def _derived(name: str) -> str:
    return next(word.definition for word in words() if word.name == name)


def _type(variable: Variable) -> str:
    held = variable.holds
    if variable.record is Discrepancy and variable.name == "records":
        return "link"  # of any kind, and therefore written as ids
    if held in _PLAIN:
        return _PLAIN[held]
    if issubclass(held, Vocabulary):
        return f"word:{held.__name__}"
    return f"part:{held.__name__}" if issubclass(held, Part) else "link"


def word_fields(kind: type) -> dict[str, str]:
    """Return the fields of a kind that hold one word, and the vocabulary that it is chosen from."""
    fields = ((name, holds, many) for name, holds, many, *_ in fields_of(kind))
    return {
        name: holds.removeprefix("word:")
        for name, holds, many in fields
        if holds.startswith("word:") and not many
    }


def shown_words() -> dict[str, dict[str, str]]:
    """Return the words of every vocabulary in its order, with their definitions."""
    held = [one.vocabulary for one in variables() if one.vocabulary]
    vocabularies = dict.fromkeys([*held, askable(Case)["status"].kind])
    return {one.__name__: {word.value: word.definition for word in one} for one in vocabularies}


def has_page(kind: type) -> bool:
    """Return whether records of a kind can be looked at: all but the rows of the ledger."""
    return issubclass(kind, Entity) and kind in TABLES.values() and kind is not LedgerRow
