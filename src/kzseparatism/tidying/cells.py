"""What stands under the columns of a variable: one value of a record as one to four plain ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import Any, TypeAlias

from kzseparatism.codebook.columns import columns_of
from kzseparatism.codebook.variables import Variable, single_variables
from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.model import Citation
from kzseparatism.model.families import Entity

Cells: TypeAlias = tuple[Any, ...]


def cells_of_kind(kind: type) -> Callable[[Any], Cells]:
    """Return what makes the cells of a record or part, those of ``columns_of_kind`` in order."""
    getters = [(attrgetter(one.name), cells_of(one)) for one in single_variables(kind)]

    def cells(thing: Any) -> Cells:
        return tuple(cell for get, make in getters for cell in make(get(thing)))

    return cells


def cells_of(variable: Variable) -> Callable[[Any], Cells]:
    """Return what makes the cells of one value of a variable, those of ``columns_of`` in order."""
    nothing = (None,) * len(columns_of(variable))
    make = _maker(variable.holds)
    return lambda value: nothing if value is None else make(value)


def _maker(kind: type) -> Callable[[Any], Cells]:
    if issubclass(kind, FuzzyDate):
        return _date_cells
    if issubclass(kind, Term):
        return lambda term: (str(term), term.total_months)
    if issubclass(kind, Entity):
        return lambda linked: (linked.id, linked.label)
    if issubclass(kind, Citation):
        return lambda cited: (cited.source.id, cited.source.label, cited.paragraph)
    # A word of a vocabulary is a text of a class of its own; a cell holds the text alone.
    return (lambda text: (str.__str__(text),)) if issubclass(kind, str) else lambda value: (value,)


def _date_cells(when: FuzzyDate) -> Cells:
    return (str(when), _day(when.earliest), _day(when.latest), when.qualifier)


def _day(day: date) -> date | None:
    return None if day in (date.min, date.max) else day
