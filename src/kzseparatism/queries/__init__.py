"""The questions that people ask of the dataset: pure functions, in a documented order."""

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
from kzseparatism.queries.events import Moment, events_between, timeline
from kzseparatism.queries.statements import (
    statements_about,
    statements_around,
    statements_between,
    statements_by,
)

__all__ = [
    "Moment",
    "actors_by_country",
    "actors_by_kind",
    "cases_between",
    "cases_by_region",
    "cases_by_status",
    "cases_involving",
    "cited_by",
    "events_between",
    "find_actor",
    "find_place",
    "find_region",
    "statements_about",
    "statements_around",
    "statements_between",
    "statements_by",
    "timeline",
]
