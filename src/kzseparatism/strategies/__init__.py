"""Hypothesis strategies for every record: made-up ones, and samples of the shipped ones.

Needs the extra ``[hypothesis]``. A strategy is called by a plural noun and generates one record of
that sort, the widest that its constructor accepts; options are keyword-only and draw the elements
that their names say. ``st.nothing()`` leaves out what a record has several of, ``st.none()`` what
it may lack. Inside one test case all records fit each other: every record has an id of
its own, and what has one id is one record, so that lists of them can be asked by any query.

>>> from hypothesis import strategies as st
>>> from kzseparatism.strategies import statements
>>> st.lists(statements(), max_size=5)
lists(statements(), max_size=5)
"""

from contextlib import suppress as _suppress

from kzseparatism._extra import hypothesis as _hypothesis  # noqa: F401 - is it there?
from kzseparatism.errors import KzSeparatismError as _KzSeparatismError
from kzseparatism.reading import load as _load
from kzseparatism.strategies.actors import actors, roles
from kzseparatism.strategies.cases import cases
from kzseparatism.strategies.datasets import (
    datasets,
    shipped_actors,
    shipped_cases,
    shipped_statements,
    tables,
)
from kzseparatism.strategies.dates import fuzzy_dates, lengths, terms, windows
from kzseparatism.strategies.parts import charges, provisions, sentences, sites, stages
from kzseparatism.strategies.places import places, region_names, regions
from kzseparatism.strategies.sources import citations, ledger_rows, sources
from kzseparatism.strategies.statements import discrepancies, events, statements

# The shipped data is read now, for hypothesis takes the time of what is drawn.
with _suppress(_KzSeparatismError):
    _load()

__all__ = [
    "actors",
    "cases",
    "charges",
    "citations",
    "datasets",
    "discrepancies",
    "events",
    "fuzzy_dates",
    "ledger_rows",
    "lengths",
    "places",
    "provisions",
    "region_names",
    "regions",
    "roles",
    "sentences",
    "shipped_actors",
    "shipped_cases",
    "shipped_statements",
    "sites",
    "sources",
    "stages",
    "statements",
    "tables",
    "terms",
    "windows",
]
