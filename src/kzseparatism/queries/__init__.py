"""The questions that people ask of the dataset: pure functions, in a documented order."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kzseparatism.queries.actors import (
    actors_by_country,
    actors_by_kind,
    actors_by_role,
    cited_by,
    find_actor,
    find_place,
    find_region,
    members_of,
)
from kzseparatism.queries.cases import (
    cases_between,
    cases_by_jurisdiction,
    cases_by_offence,
    cases_by_place,
    cases_by_region,
    cases_by_status,
    cases_involving,
)
from kzseparatism.queries.statements import (
    statements_about,
    statements_around,
    statements_between,
    statements_by,
)

# What not every script asks is imported when it is first asked for.
if TYPE_CHECKING:
    from kzseparatism.queries.case_parts import CasePart, charges, sentences, stages
    from kzseparatism.queries.counting import counts
    from kzseparatism.queries.events import (
        Moment,
        discrepancies_about,
        events_about,
        events_between,
        timeline,
    )
    from kzseparatism.queries.reasons import why
    from kzseparatism.queries.searching import Hit, search
    from kzseparatism.queries.tally import Count

_LATER = {
    "CasePart": "case_parts",
    "charges": "case_parts",
    "sentences": "case_parts",
    "stages": "case_parts",
    "Count": "tally",
    "counts": "counting",
    "Moment": "events",
    "discrepancies_about": "events",
    "events_about": "events",
    "events_between": "events",
    "timeline": "events",
    "why": "reasons",
    "Hit": "searching",
    "search": "searching",
}

__all__ = [
    "CasePart",
    "Count",
    "Hit",
    "Moment",
    "actors_by_country",
    "actors_by_kind",
    "actors_by_role",
    "cases_between",
    "cases_by_jurisdiction",
    "cases_by_offence",
    "cases_by_place",
    "cases_by_region",
    "cases_by_status",
    "cases_involving",
    "charges",
    "cited_by",
    "counts",
    "discrepancies_about",
    "events_about",
    "events_between",
    "find_actor",
    "find_place",
    "find_region",
    "members_of",
    "search",
    "sentences",
    "stages",
    "statements_about",
    "statements_around",
    "statements_between",
    "statements_by",
    "timeline",
    "why",
]


def __getattr__(name: str) -> Any:
    """Return a question that is imported late."""
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
