"""All rules at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem, WrongTypeError
from kzseparatism.integrity import bounds, chronology, outcomes, people, references
from kzseparatism.privacy import Discretion, private_names
from kzseparatism.reading.positions import in_files

RULES: tuple[Callable[[Dataset], Iterator[Problem]], ...] = (
    references.ids_are_unique,
    references.links_lead_into_the_dataset,
    references.citations_exist,
    references.discrepancies_name_records,
    references.parts_stay_with_their_case,
    chronology.stages_are_in_order,
    chronology.terms_make_sense,
    outcomes.criminal_law_convicts,
    outcomes.sentences_have_a_stage,
    outcomes.only_criminal_law_imprisons,
    bounds.nothing_is_dated_after_its_documents,
    bounds.nothing_is_dated_long_before_its_documents,
    bounds.stages_are_told_after_they_happened,
    bounds.documents_are_older_than_their_coding,
    bounds.answers_come_after_what_they_answer,
    bounds.no_statement_stands_twice,
    chronology.printed_doubts_are_explained,
    chronology.sentences_count_their_people,
    people.private_names_stay_apart,
    people.quoted_names_can_be_hidden,
    references.every_paragraph_has_a_row,
    references.every_paragraph_is_accounted_for,
)


def check(dataset: Dataset) -> tuple[Problem, ...]:
    """Return everything in a dataset that breaks a rule between records, by rule, then by place.

    An empty tuple means that ids are unique, links and citations lead somewhere, dates and terms
    fit each other and what the documents can tell, what was imposed fits the kind of the case, no
    statement stands twice, private names stay apart, and every paragraph is accounted for. No
    problem prints the name of a private person.
    A dataset that was read from a folder has the line and the column of each problem, as long as
    its files are as they were.
    """
    if not isinstance(dataset, Dataset):
        raise WrongTypeError("dataset", dataset, "is not a Dataset", "load or read one")
    everybody = dataset.actors
    discretion = Discretion(
        (name for actor in everybody for name in private_names(actor)),
        (name for actor in everybody if not actor.private for name in (actor.name, *actor.aliases)),
    )
    found = (problem for rule in RULES for problem in rule(dataset))
    return tuple(map(discretion.error, in_files(dataset, found)))
