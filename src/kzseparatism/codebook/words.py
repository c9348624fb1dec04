"""The words that a table or a message shows and that are not the name of a field.

They are the values of the vocabularies, the columns that are derived, and the words of the queries.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from kzseparatism.codebook.columns import ENDINGS
from kzseparatism.codebook.variables import Variable, find_variables, known_names, variables
from kzseparatism.errors import UnknownNameError
from kzseparatism.names.spelling import nearest
from kzseparatism.vocab import CaseStatus, Vocabulary


@attrs.frozen(kw_only=True, order=False)
class Word:
    """A word that is shown: what sort of word it is, and what it means."""

    name: str
    sort: str
    definition: str


_DERIVED = {
    "status": (
        "Case: the furthest stage that any defendant is reported to have reached, worked out from "
        "the stages (the values are those of CaseStatus)."
    ),
    "months": "Sentence: the term in months, for sorting; a day counts as a part of a month.",
    "disputed": "Statement: whether the document reports any doubt about it (see dispute).",
    "first dated stage": "Case: the first of its stages that has a date, and that date.",
    **{f"date_{ending}": ENDINGS[ending] for ending in ("earliest", "latest", "qualifier")},
    "term_months": f"Sentence: {ENDINGS['months'][0].lower()}{ENDINGS['months'][1:]}",
    "label": "What a record is called: its name, its title or its summary.",
    "cited by": "The records that cite a paragraph.",
    "verdict": "Case: whether anybody was convicted or acquitted, and if not, how far it came.",
    "offence": "Case: the offences that were charged, as reported.",
    "region": (
        "The units in which the places of a record lie; after 'possibly' those of which only one "
        "need be right."
    ),
    "source": "The documents that report it, and the paragraphs.",
    "valid": "From when until when a region exists by law.",
}
_OF_THE_CODEBOOK = {
    "in reserve": (
        "A word or a variable that the shipped data do not need; it is there for other datasets."
    ),
}
_OF_QUERIES = {
    "match": "How surely a record answers the question: certain, or possible.",
    "possible": (
        "The true date or place may fit the question. Every certain match is a possible one."
    ),
    "certain": (
        "The record fits, whichever day or place in its range is the true one, and nothing about "
        "its date is marked as doubtful."
    ),
    "only possible": "Possible and not certain.",
    "undated": "Without a date. Such a record is in no window of days.",
    "window": "The days that a question asks about; the first and the last day both count.",
    "no date": "The document gives none, and none can be worked out.",
    "pseudonym": "The id of a private person in square brackets, shown instead of the name.",
    "term": "A length of time as an ISO 8601 duration: P1Y6M is one year and six months.",
    "EDTF": "How dates are written: 2023-05 is a day in May 2023, [A..B] is one day from A to B.",
    "?": "After a date: it is uncertain.",
    "~": "After a date: it is approximate.",
    "%": "After a date: it is uncertain and approximate.",
}


def words() -> tuple[Word, ...]:
    """Return every word, those of the vocabularies first, in the order of the model."""
    return tuple(_words())


def explain(name: str) -> tuple[Variable | Word, ...]:
    """Return the variables and the words that a name means; case does not matter.

    A variable is found by ``stance``, ``Statement.stance`` or ``Statement``. Raises
    ``UnknownNameError`` with the nearest names.
    """
    wanted = name.strip().casefold()
    found: list[Variable | Word] = [word for word in words() if word.name.casefold() == wanted]
    try:
        found = [*find_variables(wanted), *found]
    except UnknownNameError as error:
        if not found:
            names = {*known_names(), *(word.name for word in words())}
            raise UnknownNameError(error.what, name, nearest(wanted, sorted(names))) from None
    return tuple(found)


def _words() -> Iterator[Word]:
    for vocabulary in vocabularies():
        for member in vocabulary:
            reserve = ", in reserve" if member.in_reserve else ""
            sort = f"value of {vocabulary.__name__}{reserve}"
            yield Word(name=member.value, sort=sort, definition=member.definition)
    for name, definition in _DERIVED.items():
        yield Word(name=name, sort="derived column", definition=definition)
    for name, definition in _OF_THE_CODEBOOK.items():
        yield Word(name=name, sort="word of the codebook", definition=definition)
    for name, definition in _OF_QUERIES.items():
        yield Word(name=name, sort="word of the queries", definition=definition)


def vocabularies() -> tuple[type[Vocabulary], ...]:
    """Return every vocabulary, in the order in which the variables of the model hold them."""
    held = (variable.vocabulary for variable in variables())
    return tuple(dict.fromkeys([*filter(None, held), CaseStatus]))
