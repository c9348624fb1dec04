"""Cases, statements and actors about separatism and irredentism concerning Kazakhstan.

Every record says which paragraph it comes from, every date says how much is known, every query
says whether its answer is certain.

>>> import kzseparatism as kz
>>> kz.cases_by_region("North Kazakhstan", match="certain")
<Table: ... Case>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kzseparatism._hypothesis import register as _register_with_hypothesis

if TYPE_CHECKING:
    # fmt: off
    from kzseparatism import laws as laws
    from kzseparatism import strategies as strategies
    from kzseparatism.citing import cite
    from kzseparatism.dataset import Dataset
    from kzseparatism.dates import FuzzyDate, Term, Window
    from kzseparatism.errors import (
        AmbiguousNameError,
        DataError,
        DataErrors,
        DuplicateIdError,
        InvalidValueError,
        KzSeparatismError,
        UnknownIdError,
        UnknownNameError,
        WholeCountryError,
        WrongTypeError,
    )
    from kzseparatism.evidence import Verification, verify
    from kzseparatism.integrity import Problem, check
    from kzseparatism.model import (
        Actor,
        Case,
        Charge,
        Citation,
        Discrepancy,
        Event,
        LedgerRow,
        Place,
        Provision,
        Region,
        RegionName,
        Role,
        Sentence,
        Site,
        Source,
        Stage,
        Statement,
    )
    from kzseparatism.queries.actors import (
        actors_by_country,
        actors_by_kind,
        cited_by,
        find_actor,
        find_place,
        find_region,
    )
    from kzseparatism.queries.cases import (
        cases_between,
        cases_by_region,
        cases_by_status,
        cases_involving,
    )
    from kzseparatism.queries.events import events_between
    from kzseparatism.queries.statements import (
        statements_about,
        statements_around,
        statements_between,
        statements_by,
    )
    from kzseparatism.queries.timeline import Moment, timeline
    from kzseparatism.reading import load, read
    from kzseparatism.table import Table
    from kzseparatism.vocab import (
        ActorKind,
        Attribution,
        CaseKind,
        CaseStatus,
        DateBasis,
        DiscrepancyKind,
        Dispute,
        EventKind,
        Exclusion,
        Force,
        Medium,
        RegionKind,
        SiteRelation,
        StageKind,
        Stance,
    )
    # fmt: on

    actors: Table[Actor]
    cases: Table[Case]
    discrepancies: Table[Discrepancy]
    events: Table[Event]
    ledger: Table[LedgerRow]
    places: Table[Place]
    provisions: Table[Provision]
    regions: Table[Region]
    sources: Table[Source]
    statements: Table[Statement]

# fmt: off
__all__ = [
    "Actor", "ActorKind", "AmbiguousNameError", "Attribution", "Case", "CaseKind", "CaseStatus",
    "Charge", "Citation", "DataError", "DataErrors", "Dataset", "DateBasis", "Discrepancy",
    "DiscrepancyKind", "Dispute", "DuplicateIdError", "Event", "EventKind", "Exclusion", "Force",
    "FuzzyDate", "InvalidValueError", "KzSeparatismError", "LedgerRow", "Medium", "Moment",
    "Place", "Problem", "Provision", "Region", "RegionKind", "RegionName", "Role", "Sentence",
    "Site", "SiteRelation", "Source", "Stage", "StageKind", "Stance", "Statement", "Table",
    "Term", "UnknownIdError", "UnknownNameError", "Verification", "WholeCountryError", "Window",
    "WrongTypeError", "actors", "actors_by_country", "actors_by_kind", "cases", "cases_between",
    "cases_by_region", "cases_by_status", "cases_involving", "check", "cite", "cited_by",
    "discrepancies", "events", "events_between", "find_actor", "find_place", "find_region",
    "ledger", "load", "places", "provisions", "read", "regions", "sources", "statements",
    "statements_about", "statements_around", "statements_between", "statements_by", "timeline",
    "verify",
]

# Where each name lives. A module is imported when a name of it is first asked for.
_HOME = {
    "citing": ("cite",),
    "dataset": ("Dataset",),
    "dates": ("FuzzyDate", "Term", "Window"),
    "errors": (
        "AmbiguousNameError", "DataError", "DataErrors", "DuplicateIdError",
        "InvalidValueError", "KzSeparatismError", "UnknownIdError", "UnknownNameError",
        "WholeCountryError", "WrongTypeError",
    ),
    "evidence": ("Verification", "verify"),
    "integrity": ("Problem", "check"),
    "model": (
        "Actor", "Case", "Charge", "Citation", "Discrepancy", "Event", "LedgerRow", "Place",
        "Provision", "Region", "RegionName", "Role", "Sentence", "Site", "Source", "Stage",
        "Statement",
    ),
    "queries.actors": (
        "actors_by_country", "actors_by_kind", "cited_by", "find_actor", "find_place",
        "find_region",
    ),
    "queries.cases": ("cases_between", "cases_by_region", "cases_by_status", "cases_involving"),
    "queries.events": ("events_between",),
    "queries.statements": (
        "statements_about", "statements_around", "statements_between", "statements_by",
    ),
    "queries.timeline": ("Moment", "timeline"),
    "reading": ("load", "read"),
    "table": ("Table",),
    "vocab": (
        "ActorKind", "Attribution", "CaseKind", "CaseStatus", "DateBasis",
        "DiscrepancyKind", "Dispute", "EventKind", "Exclusion", "Force", "Medium", "RegionKind",
        "SiteRelation", "StageKind", "Stance",
    ),
}
_TABLES = (
    "actors", "cases", "discrepancies", "events", "ledger", "places", "provisions", "regions",
    "sources", "statements",
)
_SUBMODULES = ("laws", "strategies")  # they need hypothesis, and are no part of ``import *``
# fmt: on
_MODULE_OF = {name: f"{__name__}.{module}" for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> Any:
    """Return a public name from its module, or a table of the shipped dataset."""
    if name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    if name in _MODULE_OF:
        value = getattr(import_module(_MODULE_OF[name]), name)
    elif name in _TABLES:
        value = getattr(import_module(f"{__name__}.reading").load(), name)
    else:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = value
    _register_with_hypothesis()
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_SUBMODULES})
