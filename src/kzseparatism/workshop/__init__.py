"""For people who code documents: a dataset begun, coded in a workbook, compared with another."""

from kzseparatism.evidence.text import digest
from kzseparatism.workshop.agreement import Agreement, agreement
from kzseparatism.workshop.articles import Article, Details
from kzseparatism.workshop.beginning import add, new
from kzseparatism.workshop.books import (
    Changes,
    Taken,
    read_workbook,
    take_workbook,
    write_settling,
    write_workbook,
)
from kzseparatism.workshop.comparison import (
    Comparison,
    Difference,
    VariableAgreement,
    compare,
)
from kzseparatism.workshop.rereading import Rereading, Shift, reread
from kzseparatism.workshop.to_do import to_do
from kzseparatism.workshop.units import RULES, Match, Units, match_units

__all__ = [
    "RULES",
    "Agreement",
    "Article",
    "Changes",
    "Comparison",
    "Details",
    "Difference",
    "Match",
    "Rereading",
    "Shift",
    "Taken",
    "Units",
    "VariableAgreement",
    "add",
    "agreement",
    "compare",
    "digest",
    "match_units",
    "new",
    "read_workbook",
    "reread",
    "take_workbook",
    "to_do",
    "write_settling",
    "write_workbook",
]
