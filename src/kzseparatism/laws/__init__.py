"""The laws of the queries: run them against ours, or against your own.

Needs the extra ``[hypothesis]``. Each name below has the laws of one query, in order and by name. A
law takes any function with the signature of that query: it is called with what stands before the
star by position, and with the rest by keyword; ``among`` is how it gets its records, and what comes
back may be any list of records. ``check`` judges by all of them and says what is wrong, each with a
smallest example; one law alone is called with the function. ``without`` leaves out what a function
does not offer.

=======================  =======================================================================
``statements_between``   for functions like ``kzseparatism.statements_between``
``events_between``       ``kzseparatism.events_between``
``cases_between``        ``kzseparatism.cases_between``
``statements_around``    ``kzseparatism.statements_around``
``cases_by_region``      ``kzseparatism.cases_by_region``
``find_actor``           ``kzseparatism.find_actor``
``find_region``          ``kzseparatism.find_region``
``status_on``            ``kzseparatism.Case.status_on``: a function of a case and a day
``table``                ``kzseparatism.Table``: anything that makes a collection of records
``fuzzy_date``           ``kzseparatism.FuzzyDate.parse``: anything that makes a date of text
=======================  =======================================================================

>>> import kzseparatism as kz
>>> from kzseparatism import laws
>>> def mine(start=None, end=None, *, among):
...     window = kz.Window.of(start, end)
...     return [one for one in among if one.date and window.start <= one.date.earliest]
>>> laws.check(mine, laws.statements_between[:2], without=["match", "undated"])
Traceback (most recent call last):
    ...
kzseparatism.laws.verdict.BrokenLawError: 2 of 2 laws of statements_between do not hold
...
"""

from importlib import import_module as _import_module

from kzseparatism._extra import hypothesis as _hypothesis  # noqa: F401 - is it there?
from kzseparatism.laws.actors import find_actor
from kzseparatism.laws.fuzzy_dates import fuzzy_date
from kzseparatism.laws.law import Law, Laws, check
from kzseparatism.laws.own_work import BorrowedWorkError, own_work
from kzseparatism.laws.region_names import find_region
from kzseparatism.laws.status import status_on
from kzseparatism.laws.tables import table
from kzseparatism.laws.territory import cases_by_region
from kzseparatism.laws.trial import OPTIONS
from kzseparatism.laws.verdict import BrokenLaw, BrokenLawError, Step
from kzseparatism.laws.windows import (
    cases_between,
    events_between,
    statements_around,
    statements_between,
)

__all__ = [
    "OPTIONS",
    "BorrowedWorkError",
    "BrokenLaw",
    "BrokenLawError",
    "Law",
    "Laws",
    "Step",
    "cases_between",
    "cases_by_region",
    "check",
    "events_between",
    "find_actor",
    "find_region",
    "fuzzy_date",
    "own_work",
    "statements_around",
    "statements_between",
    "status_on",
    "table",
]

# Laws that several queries share stand in the order in which these modules register them.
for _module in ("matches", "bounds", "stages", "nearness", "regions", "results"):
    _import_module(f"{__name__}.{_module}")
