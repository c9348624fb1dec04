"""Names of private persons stand in their own file, in quotations, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.integrity.problem import Problem, located
from kzseparatism.model import Actor
from kzseparatism.model.fields import is_identified
from kzseparatism.names import fold

# Names are compared folded, so that another case or alphabet is no hiding place.
_OWN_PLACE = {"name", "aliases"}


def private_names_stay_apart(dataset: Dataset) -> Iterator[Problem]:
    """No text but a quotation has the name, or the last word of the name, of a private person."""
    owners = _folded_names(dataset)
    if not owners:
        return
    names = re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, owners))})(?!\S)")
    for place in located(dataset):
        for within, text in _texts(place.record, ""):
            for name in dict.fromkeys(names.findall(fold(text))):
                message = f"holds the name of private person {owners[name]!r}; describe, don't name"
                yield place.problem(message, within)


def _folded_names(dataset: Dataset) -> dict[str, str]:
    public = {
        word
        for actor in dataset.actors
        if not actor.private
        for name in (actor.name, *actor.aliases)
        for word in fold(name).split()
    }
    names = {
        form: actor.id
        for actor in dataset.actors
        if actor.private
        for name in (actor.name, *actor.aliases)
        for form in (fold(name), *fold(name).split()[-1:])
        # A last word that a public actor shares gives nobody away.
        if form and form not in public
    }
    # Longest first: the whole name is found before its last word.
    return {name: names[name] for name in sorted(names, key=len, reverse=True)}


def _texts(record: Any, within: str) -> Iterator[tuple[str, str]]:
    private = isinstance(record, Actor) and record.private
    for field in attrs.fields(type(record)):
        if field.name == "quotes" or (private and field.name in _OWN_PLACE):
            continue
        value = getattr(record, field.name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, item in items:
            path = f"{within}.{field.name}" + ("" if index is None else f"[{index}]")
            if type(item) is str:
                yield path, item
            elif attrs.has(type(item)) and not is_identified(item):
                yield from _texts(item, path)
