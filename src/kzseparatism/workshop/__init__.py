"""For people who code documents: a dataset begun, coded in a workbook, compared with another."""

from kzseparatism.evidence.text import digest
from kzseparatism.workshop.articles import Article, Details
from kzseparatism.workshop.beginning import add, new
from kzseparatism.workshop.books import (
    Changes,
    Taken,
    read_workbook,
    take_workbook,
    write_workbook,
)
from kzseparatism.workshop.to_do import to_do

__all__ = [
    "Article",
    "Changes",
    "Details",
    "Taken",
    "add",
    "digest",
    "new",
    "read_workbook",
    "take_workbook",
    "to_do",
    "write_workbook",
]
