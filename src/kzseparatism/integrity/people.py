"""Names of private persons stand in their own file, in quotations, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem
from kzseparatism.integrity.located import located
from kzseparatism.model import Actor, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.walk import Found, behind, walk
from kzseparatism.names.spelling import fold
from kzseparatism.privacy import Pseudonymiser, last_words, private_names

# Names are compared folded, so that another case or alphabet is no hiding place.
_OWN_PLACE = {"name", "aliases"}
_POSSESSIVE = re.compile(r"['’]s\b")


def private_names_stay_apart(dataset: Dataset) -> Iterator[Problem]:
    """No text but a quotation has the name, or the last word of the name, of a private person."""
    owners = _folded_names(dataset)
    for place in located(dataset, Entity) if owners else ():
        for found in _texts(place.record):
            for owner in _owners_in(found.value, owners):
                message = f"holds the name of private person {owner!r}; describe, don't name"
                yield place.problem(message, found.path)


def quoted_names_can_be_hidden(dataset: Dataset) -> Iterator[Problem]:
    """Find quotes that name a private person unlinked, or by a spelling that is not listed.

    What shows a statement alone, as a notebook does, knows only the persons behind it, and
    replaces only what is printed as a name or an alias.
    """
    owners = _folded_names(dataset)
    for place in located(dataset, Statement) if owners else ():
        for index, quote in enumerate(place.record.quotes):
            if _owners_in(quote, owners):
                hide = Pseudonymiser(behind((place.record,), Actor))
                for owner in _owners_in(hide.text(quote), owners):
                    message = (
                        f"names private person {owner!r} in a way that can't be hidden; link the "
                        "person, and list the spelling as an alias"
                    )
                    yield place.problem(message, f".quotes[{index}]")


def _owners_in(text: str, owners: dict[str, str]) -> list[str]:
    words = f" {fold(_POSSESSIVE.sub('', text))} "
    return list(dict.fromkeys(owners[name] for name in owners if f" {name} " in words))


def _folded_names(dataset: Dataset) -> dict[str, str]:
    """Return what gives a private person away, folded, and whom: names, aliases, last words."""
    names = {fold(name): actor.id for actor in dataset.actors for name in private_names(actor)}
    for word, owners in last_words(dataset.actors).items():
        names.setdefault(fold(word), min(owners))
    names.pop("", None)
    return names


def _texts(record: Entity) -> Iterator[Found[str]]:
    private = isinstance(record, Actor) and record.private
    for found in walk(record):
        own_place = found.field == "quotes" or (private and found.field in _OWN_PLACE)
        if type(found.value) is str and not own_place:
            yield found
