"""What came of a case, in words: verdict, offences, sentences, and the region that it concerns."""

from __future__ import annotations

from kzseparatism.dates.wording import length
from kzseparatism.model import Case, Region, Sentence
from kzseparatism.model.families import Entity
from kzseparatism.queries.case_parts import places_of
from kzseparatism.vocab import CaseStatus, Penalty

_VERDICTS = (CaseStatus.CONVICTED, CaseStatus.ACQUITTED, CaseStatus.SANCTIONED)
_IMPOSED = (CaseStatus.CONVICTED, CaseStatus.SANCTIONED)


def verdict(case: Case) -> str:
    """Return what was decided, or that no verdict is reported, and how far the case came.

    *Sanctioned* is who was fined, for example, but not under criminal law.

    >>> from kzseparatism import load
    >>> cases = load().cases
    >>> verdict(cases["konaev-video-appeal"]), verdict(cases["accused-who-apologised"])
    ('convicted', 'no verdict (charged)')
    """
    word = case.status.value
    return word if case.status in _VERDICTS else f"no verdict ({word})"


def offences(case: Case) -> str:
    """Return the offences that were charged, as reported, or "not reported"."""
    named = dict.fromkeys(charge.offence for charge in case.charges)
    return "; ".join(named) or "not reported"


def sentences(case: Case) -> str:
    """Return what was imposed, the longest first; "not reported" where nothing is, or "none".

    >>> from kzseparatism import load
    >>> sentences(load().cases["instagram-comment-east-kazakhstan"])
    '5 years, suspended for 5 years (1 person)'
    """
    if not case.sentences:
        return "not reported" if case.status in _IMPOSED else "none"
    ranked = sorted(case.sentences, key=lambda one: -(one.months or 0))
    return "; ".join(map(sentence, ranked))


def sentence(one: Sentence) -> str:
    """Return one sentence: how long or much, whether suspended, and how many people received it.

    A length alone is one of imprisonment.
    """
    said = _imposed(one)
    if one.suspended:
        said += ", suspended" + (f" for {length(one.suspended_for)}" if one.suspended_for else "")
    if one.people:
        said += f" ({one.people} {'person' if one.people == 1 else 'people'})"
    return said


def _imposed(one: Sentence) -> str:
    long = length(one.term) if one.term else ""
    if one.penalty is Penalty.IMPRISONMENT:
        return long or "a term that is not reported"
    if one.penalty is Penalty.FINE:
        return f"a fine of {one.amount} {one.currency}" if one.amount else "a fine"
    word = "something else" if one.penalty is Penalty.OTHER else one.penalty.value
    return f"{word} for {long}" if long else word


def regions(record: Entity) -> str:
    """Return the units that a record concerns, those that it only may concern after "possibly".

    A former unit stands as such. Places that lie in no unit, such as a country, are left out; a
    record with no other place gives "no single region".

    >>> from kzseparatism import load
    >>> regions(load().cases["petropavlovsk-video-chat-december-2021"])
    'North Kazakhstan region'
    """
    certain: dict[Region, None] = {}
    possible: dict[Region, None] = {}
    for place in places_of(record) or ():
        (certain if len(place.regions) == 1 else possible).update(dict.fromkeys(place.regions))
    open_ones = [unit.name for unit in possible if unit not in certain]
    told = [unit.name for unit in certain]
    if open_ones:
        told.append(f"possibly {' or '.join(open_ones)}")
    return "; ".join(told) or "no single region"
