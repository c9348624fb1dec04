"""Wrong implementations of looking an actor up."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

import kzseparatism as kz
from implementations.mistakes import Mistakes

WRONG = Mistakes("find_actor")
_right = kz.find_actor


def _actors(among: Iterable[Any]) -> list[kz.Actor]:
    given = list(among)
    speakers = [one for record in given for one in getattr(record, "speakers", ())]
    return [one for one in given if isinstance(one, kz.Actor)] + speakers


def _names(one: kz.Actor) -> tuple[str, ...]:
    return one.id, one.name, *one.aliases


def _the_first(found: Iterable[kz.Actor], name: str) -> kz.Actor:
    for one in found:
        return one
    raise LookupError(name)


@WRONG.told_by("two_candidates_are_refused")
def takes_the_first_that_fits(name: str, *, among: Iterable[Any]) -> Any:
    """Take the first of several that fit."""
    actors = _actors(among)
    try:
        return _right(name, among=actors)
    except kz.AmbiguousNameError:
        word = name.lower()
        return _the_first((one for one in actors if word in one.name.lower().split()), name)


@WRONG.told_by("two_candidates_are_refused")
def takes_the_first_of_a_name(name: str, *, among: Iterable[Any]) -> Any:
    """Take the first of several that have exactly this name."""
    actors = _actors(among)
    for one in actors:
        if name in (one.name, *one.aliases):
            return one
    return _right(name, among=actors)


@WRONG.told_by("part_of_a_word_is_not_enough")
def looks_for_part_of_a_name(name: str, *, among: Iterable[Any]) -> Any:
    """Look for the text anywhere in a name."""
    actors = _actors(among)
    try:
        return _right(name, among=actors)
    except kz.UnknownNameError:
        return _the_first((one for one in actors if name in one.name), name)


@WRONG.told_by("an_unknown_name_is_refused")
def takes_the_nearest(name: str, *, among: Iterable[Any]) -> Any:
    """Take the nearest name for an unknown one."""
    actors = _actors(among)
    try:
        return _right(name, among=actors)
    except kz.UnknownNameError:
        near = difflib.get_close_matches(name, [one.name for one in actors])
        return _the_first((one for one in actors if one.name in near), name)


@WRONG.told_by("an_unknown_name_is_refused", "part_of_a_word_is_not_enough")
def gives_none(name: str, *, among: Iterable[Any]) -> Any:
    """Give None where nobody is found."""
    try:
        return _right(name, among=among)
    except kz.UnknownNameError:
        return None


@WRONG.told_by("capitals_make_no_difference")
def minds_capitals(name: str, *, among: Iterable[Any]) -> Any:
    """Ask for names written exactly so."""
    actors = _actors(among)
    if name in (name.upper(), name.lower()) and not any(name in _names(one) for one in actors):
        raise LookupError(name)
    return _right(name, among=actors)


@WRONG.told_by("an_alias_finds_its_actor")
def knows_no_aliases(name: str, *, among: Iterable[Any]) -> Any:
    """Ignore aliases."""
    actors = _actors(among)
    if any(name in one.aliases for one in actors):
        raise LookupError(name)
    return _right(name, among=actors)


@WRONG.told_by("an_id_finds_its_actor")
def knows_no_ids(name: str, *, among: Iterable[Any]) -> Any:
    """Look up names alone."""
    actors = _actors(among)
    if any(name == one.id for one in actors):
        raise LookupError(name)
    return _right(name, among=actors)


@WRONG.told_by("a_name_finds_its_actor", "an_alias_finds_its_actor")
def knows_ids_alone(name: str, *, among: Iterable[Any]) -> Any:
    """Look up ids alone."""
    return _the_first((one for one in _actors(among) if one.id == name), name)


@WRONG.told_by("spellings_of_a_name_meet", "a_word_of_its_own_is_enough")
def folds_capitals_alone(name: str, *, among: Iterable[Any]) -> Any:
    """Fold capitals, and level no spellings."""
    key = name.casefold()
    fitting = (one for one in _actors(among) if key in map(str.casefold, _names(one)))
    return _the_first(fitting, name)


@WRONG.told_by("a_word_of_its_own_is_enough")
def asks_for_the_full_name(name: str, *, among: Iterable[Any]) -> Any:
    """Ask for the full name."""
    actors = _actors(among)
    if " " not in name and not any(name in _names(one) for one in actors):
        raise LookupError(name)
    return _right(name, among=actors)


@WRONG.told_by("an_exact_name_comes_first")
def weighs_all_ways_alike(name: str, *, among: Iterable[Any]) -> Any:
    """Find two where one has the word for a name, and another in a name."""
    actors = _actors(among)
    if sum(name in one.name.split() for one in actors) > 1:
        raise LookupError(name)
    return _right(name, among=actors)


@WRONG.told_by("order_of_actors_makes_no_difference")
def takes_the_first_that_is_like_it(name: str, *, among: Iterable[Any]) -> Any:
    """Take the first of the actors whose name is like it."""
    actors = _actors(among)
    alike = (one for one in actors if difflib.SequenceMatcher(None, name, one.name).ratio() > 0.5)
    return _the_first(alike, name)


@WRONG.told_by("actors_behind_records_are_found")
def searches_the_shipped_actors(name: str, *, among: Iterable[Any]) -> Any:
    """Search the shipped actors, whatever was given."""
    given = [one for one in among if isinstance(one, kz.Actor)]
    return _right(name, among=given or kz.actors)


@WRONG.told_by("actors_behind_records_are_found")
def searches_actors_alone(name: str, *, among: Iterable[Any]) -> Any:
    """Search the records that are actors, and not those that name some."""
    return _right(name, among=[one for one in among if isinstance(one, kz.Actor)])


@WRONG.told_by("a_blank_name_is_refused")
def finds_somebody_for_a_blank(name: str, *, among: Iterable[Any]) -> Any:
    """Find the first actor for a blank name."""
    actors = _actors(among)
    return _right(name, among=actors) if name.strip() else _the_first(actors, name)


@WRONG.told_by("a_blank_name_is_refused")
def knows_nobody_of_a_blank_name(name: str, *, among: Iterable[Any]) -> Any:
    """Take a blank name for an unknown one."""
    if not name.strip():
        raise LookupError(name)
    return _right(name, among=among)


_KNOWN: dict[str, kz.Actor] = {}


@WRONG.told_by("nothing_is_kept_between_calls")
def remembers_everybody(name: str, *, among: Iterable[Any]) -> Any:
    """Remember everybody who was ever found."""
    if name not in _KNOWN:
        _KNOWN[name] = _right(name, among=among)
    return _KNOWN[name]
