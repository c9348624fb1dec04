"""The questions that people ask of the dataset: pure functions, in a documented order."""

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
from kzseparatism.queries.case_parts import CasePart, charges, sentences, stages
from kzseparatism.queries.cases import (
    cases_between,
    cases_by_jurisdiction,
    cases_by_offence,
    cases_by_place,
    cases_by_region,
    cases_by_status,
    cases_involving,
)
from kzseparatism.queries.counting import Count, counts
from kzseparatism.queries.events import (
    Moment,
    discrepancies_about,
    events_about,
    events_between,
    timeline,
)
from kzseparatism.queries.reasons import why
from kzseparatism.queries.searching import Hit, search
from kzseparatism.queries.statements import (
    statements_about,
    statements_around,
    statements_between,
    statements_by,
)

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
