"""Cases, statements and actors about separatism and irredentism concerning Kazakhstan.

Every record says which paragraph it comes from, every date says how much is known, every query
says whether its answer is certain. Most people begin with a question:

- ``cases_by_region``, ``cases_by_place``, ``cases_between``, ``cases_by_status``,
  ``cases_by_offence``, ``cases_by_jurisdiction``, ``cases_involving``
- ``sentences``, ``stages``, ``charges``, each with its case
- ``statements_between``, ``statements_around``, ``statements_by``, ``statements_about``
- ``events_between``, ``events_about``, ``timeline``, ``cited_by``, ``discrepancies_about``
- ``actors_by_kind``, ``actors_by_country``, ``actors_by_role``, ``members_of``
- ``find_actor``, ``find_place``, ``find_region``, and ``search`` for words in all texts
- ``tidy`` for all of it as plain relations, for any data frame or database; ``export`` for a file
- ``why`` a record is in an answer or not; ``counts`` for how many there are in each
  year, month, region, or for each word

``load`` gives the dataset itself, ``read`` another one in the same layout; ``check`` and ``verify``
say whether a dataset holds together, and whether it tells what its documents say. ``plot`` draws.

>>> import kzseparatism as kz
>>> kz.cases_by_region("North Kazakhstan", match="certain")
<Table: ... Case>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kzseparatism._hypothesis import register as _register_with_hypothesis

# The public names, each once, for type checkers and readers. At run time a name is found in the
# room that has it, so that a module is imported when a name of it is first asked for.
if TYPE_CHECKING:
    from kzseparatism import (
        codebook as codebook,
        frames as frames,
        laws as laws,
        plot as plot,
        strategies as strategies,
        workshop as workshop,
    )
    from kzseparatism.citing import cite as cite
    from kzseparatism.dataset import Dataset as Dataset
    from kzseparatism.dates import FuzzyDate as FuzzyDate, Term as Term, Window as Window
    from kzseparatism.errors import (
        AmbiguousNameError as AmbiguousNameError,
        DataError as DataError,
        DataErrors as DataErrors,
        DuplicateIdError as DuplicateIdError,
        InvalidValueError as InvalidValueError,
        KzSeparatismError as KzSeparatismError,
        MissingExtraError as MissingExtraError,
        Problem as Problem,
        UnknownIdError as UnknownIdError,
        UnknownNameError as UnknownNameError,
        WholeCountryError as WholeCountryError,
        WrongTypeError as WrongTypeError,
    )
    from kzseparatism.evidence import Verification as Verification, verify as verify
    from kzseparatism.exploring import explorer as explorer
    from kzseparatism.exporting import export as export, read_export as read_export
    from kzseparatism.integrity import check as check
    from kzseparatism.model import (
        Actor as Actor,
        Case as Case,
        Charge as Charge,
        Citation as Citation,
        Discrepancy as Discrepancy,
        Event as Event,
        LedgerRow as LedgerRow,
        Place as Place,
        Provision as Provision,
        Record as Record,
        Region as Region,
        RegionName as RegionName,
        Role as Role,
        Sentence as Sentence,
        Site as Site,
        Source as Source,
        Stage as Stage,
        Statement as Statement,
    )
    from kzseparatism.queries import (
        CasePart as CasePart,
        Count as Count,
        Hit as Hit,
        Moment as Moment,
        actors_by_country as actors_by_country,
        actors_by_kind as actors_by_kind,
        actors_by_role as actors_by_role,
        cases_between as cases_between,
        cases_by_jurisdiction as cases_by_jurisdiction,
        cases_by_offence as cases_by_offence,
        cases_by_place as cases_by_place,
        cases_by_region as cases_by_region,
        cases_by_status as cases_by_status,
        cases_involving as cases_involving,
        charges as charges,
        cited_by as cited_by,
        counts as counts,
        discrepancies_about as discrepancies_about,
        events_about as events_about,
        events_between as events_between,
        find_actor as find_actor,
        find_place as find_place,
        find_region as find_region,
        members_of as members_of,
        search as search,
        sentences as sentences,
        stages as stages,
        statements_about as statements_about,
        statements_around as statements_around,
        statements_between as statements_between,
        statements_by as statements_by,
        timeline as timeline,
        why as why,
    )
    from kzseparatism.reading import load as load, read as read
    from kzseparatism.table import Table as Table
    from kzseparatism.tidying import (
        Column as Column,
        ForeignKey as ForeignKey,
        Relation as Relation,
        Tidy as Tidy,
        tidy as tidy,
    )
    from kzseparatism.vocab import (
        ActorKind as ActorKind,
        Attribution as Attribution,
        CaseKind as CaseKind,
        CaseStatus as CaseStatus,
        DateBasis as DateBasis,
        DiscrepancyKind as DiscrepancyKind,
        Dispute as Dispute,
        EventKind as EventKind,
        Exclusion as Exclusion,
        Force as Force,
        Medium as Medium,
        Penalty as Penalty,
        RegionKind as RegionKind,
        SiteRelation as SiteRelation,
        StageKind as StageKind,
        Stance as Stance,
    )

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
    __version__: str

# In the order in which they are asked for a name: what is quick to import comes first.
_ROOMS = (
    "errors",
    "vocab",
    "dates",
    "model",
    "table",
    "dataset",
    "reading",
    "queries",
    "integrity",
    "evidence",
    "citing",
    "exploring",
    "tidying",
    "exporting",
)
# Names of their own, and not part of ``import *``; laws and strategies need hypothesis.
_SUBMODULES = ("codebook", "frames", "laws", "plot", "strategies", "workshop")


def __getattr__(name: str) -> Any:
    """Return a public name from its room, or a table of the shipped dataset."""
    if name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    if name == "__all__":
        return _public_names()
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version(__name__)
    elif name.startswith("__"):
        raise AttributeError(_missing(name))
    else:
        value = _find(name)
    globals()[name] = value
    _register_with_hypothesis()
    return value


def _find(name: str) -> Any:
    for room in _ROOMS:
        module = import_module(f"{__name__}.{room}")
        if name in module.__all__:
            return getattr(module, name)
    if name in _tables():
        return getattr(import_module(f"{__name__}.reading").load(), name)
    raise AttributeError(_missing(name))


def _missing(name: str) -> str:
    return f"module {__name__!r} has no attribute {name!r}"


def _tables() -> Any:
    return import_module(f"{__name__}.model.tables").TABLES


def _public_names() -> list[str]:
    rooms = (import_module(f"{__name__}.{room}").__all__ for room in _ROOMS)
    return sorted({*(name for names in rooms for name in names), *_tables()})


def __dir__() -> list[str]:
    return sorted([*_public_names(), *_SUBMODULES, "__version__"])
