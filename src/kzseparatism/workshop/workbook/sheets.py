"""Which sheets a workbook has, and which columns: a sheet a table and a sheet a part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

from kzseparatism.codebook.variables import variables
from kzseparatism.dataset import About
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Citation
from kzseparatism.model.families import Part
from kzseparatism.model.tables import TABLES
from kzseparatism.vocab import Vocabulary

FORMAT = "kzseparatism workbook 1"
GUIDE, ABOUT, WORDS = "read me", "dataset", "words"
# What begins with this is for people, and never read back: a column or a sheet of their own.
MARK = "_"
POSITION = "position"
# The rows of the sheet about the dataset that are not fields of it.
OF_WORKBOOK, OF_NAMES = "workbook", "private_names"
SHOWN, HIDDEN = "shown", "replaced by pseudonyms"


@attrs.frozen(kw_only=True, order=False)
class Column:
    """One column: what its cells hold, one or several, and what an empty cell stands for."""

    name: str
    definition: str
    holds: type
    many: bool = False
    required: bool = False
    default: object = None

    @property
    def vocabulary(self) -> type[Vocabulary] | None:
        """The words that it may hold, if they are a closed list."""
        return self.holds if issubclass(self.holds, Vocabulary) else None

    @property
    def target(self) -> str:
        """The sheet with the ids that it may hold, or nothing: it links to no other sheet."""
        if self.holds is Citation:
            return "ledger"
        return next((name for name, kind in TABLES.items() if kind is self.holds), "")


@attrs.frozen(kw_only=True, order=False)
class Sheet:
    """One sheet: a table, or with ``field`` the parts of one sort that the rows of a table have.

    The first column of a part names the record that it belongs to, the second its place there.
    """

    name: str
    table: str
    field: str = ""
    columns: tuple[Column, ...]

    @property
    def key(self) -> Column:
        """The column that names a row, or the record to which a part belongs."""
        return self.columns[0]


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return the sheets of the tables, each followed by those of its parts."""
    return tuple(sheet for table in TABLES for sheet in _sheets_of(table))


def about_columns() -> tuple[Column, ...]:
    """Return what is said about the dataset; each is a row of its sheet."""
    return tuple(_columns(About))


def _sheets_of(table: str) -> Iterator[Sheet]:
    kind = TABLES[table]
    of_parts = [one for one in variables(kind) if issubclass(one.holds, Part)]
    names = {one.name for one in of_parts}
    own = tuple(column for column in _columns(kind) if column.name not in names)
    # A source, a region and a ledger row have no key of their own first; the id is what links.
    key = next((one for one in own if one.name == "id"), own[0])
    ordered = (key, *(one for one in own if one is not key))
    yield Sheet(name=table, table=table, columns=ordered)
    for part in of_parts:
        noun = kind.__name__.lower()
        owner = Column(
            name=f"{noun}_id",
            definition=f"The {noun} that it belongs to, by its id.",
            holds=kind,
            required=True,
        )
        position = Column(
            name=POSITION,
            definition=f"Its place among those of one {noun}, from 1; empty: as the rows stand.",
            holds=int,
        )
        columns = (owner, position, *_columns(part.holds))
        yield Sheet(name=f"{noun}_{part.name}", table=table, field=part.name, columns=columns)


def _columns(kind: type) -> Iterator[Column]:
    for one in variables(kind):
        yield Column(
            name=one.name,
            definition=one.definition,
            holds=one.holds,
            many=one.many,
            required=one.required,
            default=one.default,
        )


# What may be written into a cell, by the type of what it holds.
_TAKES: dict[type, str] = {
    bool: "yes or no.",
    int: "A whole number.",
    FuzzyDate: (
        "A date as text: 2023-05-30, 2023-05, 2023, [2023-05..2023-07]; ? after it if uncertain."
    ),
    Term: "A length of time: P5Y is five years, P1Y6M a year and six months.",
}


def takes(column: Column) -> str:
    """Return what may be written into a cell of a column, in a sentence."""
    if column.vocabulary is not None:
        return f"One of: {', '.join(column.vocabulary)}."
    if column.target:
        each = "one to a line (Alt+Enter) or with ; between" if column.many else "one"
        what = "Paragraphs, such as gazette#12" if column.holds is Citation else "Ids"
        return f"{what} of the sheet {column.target}: {each}."
    text = "Text, one to a line (Alt+Enter)." if column.many else "Text."
    return _TAKES.get(column.holds, text)
