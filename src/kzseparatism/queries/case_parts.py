"""The parts of cases, each with the case that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

import attrs
from dateutil.relativedelta import relativedelta

from kzseparatism.dates import FuzzyDate, Term
from kzseparatism.dates.term import term_or_none
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.model import Case, Charge, Event, Place, Sentence, Stage, Statement
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import repr_by_id
from kzseparatism.model.frozen import Frozen
from kzseparatism.names.phrases import Run, has_all, phrases, words_in
from kzseparatism.queries.question import records_of
from kzseparatism.table import Table, table_of_known
from kzseparatism.vocab import Penalty, StageKind

P_co = TypeVar("P_co", Sentence, Stage, Charge, covariant=True)
_P = TypeVar("_P", Sentence, Stage, Charge)


@attrs.frozen(kw_only=True, eq=False, order=False)
class CasePart(Frozen, Generic[P_co]):
    """A sentence, a stage or a charge, with the case that it belongs to.

    ``number`` counts the parts of that sort in the case, from 1; the id has all three, as in
    ``some-case:sentences:1``. ``date`` is the date of a stage.
    """

    id: str
    case: Case = attrs.field(repr=repr_by_id)
    number: int
    part: P_co
    date: FuzzyDate | None = None


def places_of(record: Entity | CasePart[Any]) -> tuple[Place, ...] | None:
    """Return the places of a record, those of its case for a part; None if its table has none."""
    match record.case if isinstance(record, CasePart) else record:
        case Case() as case:
            return tuple(site.place for site in case.sites)
        case Statement() | Event() as told:
            return told.places
        case Place() as place:
            return (place,)
        case _:
            return None


def sentences(
    *,
    at_least: Term | relativedelta | str | None = None,
    at_most: Term | relativedelta | str | None = None,
    suspended: bool | None = None,
    penalty: Penalty | str | None = None,
    among: Iterable[Case] | None = None,
) -> Table[CasePart[Sentence]]:
    """Return the sentences of cases, the longest first.

    ``at_least`` and ``at_most`` are lengths: a Term, a relativedelta, or text such as "P3Y"; both
    are included. A sentence whose length is not reported fits neither. ``suspended`` asks for those
    that were suspended, or were not, and ``penalty`` for one sort, such as "imprisonment" or
    "fine". The order is that of months, then case and number; those of no reported length come
    last, and fines among them.

    Raises ``InvalidValueError`` for what is not a length or a penalty and where the longer one is
    ``at_least``, ``WrongTypeError`` for other types.
    """
    sort = None if penalty is None else Penalty(penalty)
    shortest, longest = _length("at_least", at_least), _length("at_most", at_most)
    if shortest is not None and longest is not None and shortest > longest:
        complaint = f"is longer than at_most, {at_most}"
        raise InvalidValueError("at_least", str(at_least), complaint, "give the shorter one first")
    if not (suspended is None or isinstance(suspended, bool)):
        raise WrongTypeError("suspended", suspended, "is neither True nor False")

    def fits(sentence: Sentence) -> bool:
        if suspended is not None and sentence.suspended is not suspended:
            return False
        if sort is not None and sentence.penalty is not sort:
            return False
        if shortest is None and longest is None:
            return True
        months = sentence.months
        return months is not None and (shortest or 0) <= months <= (longest or months)

    found = _parts("sentences", lambda case: case.sentences, fits, among)
    return table_of_known(sorted(found, key=_longest_first), (CasePart[Sentence],))


def stages(
    kind: StageKind | str | None = None, *, among: Iterable[Case] | None = None
) -> Table[CasePart[Stage]]:
    """Return the stages of cases, of one kind or of all, in the order of time.

    The order is that of first possible day, last possible day, case and number; stages without a
    date come last. A ``timeline`` takes the answer as its ``among``.
    """
    wanted = None if kind is None else StageKind(kind)
    found = _parts(
        "stages", lambda case: case.stages, lambda s: wanted is None or s.kind is wanted, among
    )
    return table_of_known(sorted(found, key=_earliest_first), (CasePart[Stage],))


def charges(
    offence: str | None = None, *, among: Iterable[Case] | None = None
) -> Table[CasePart[Charge]]:
    """Return the charges of cases, by case and number.

    ``offence`` asks for words, as ``cases_by_offence`` does.
    """
    runs = None if offence is None else phrases("offence", offence)
    found = _parts(
        "charges", lambda case: case.charges, lambda c: runs is None or is_for(c, runs), among
    )
    return table_of_known(sorted(found, key=_by_number), (CasePart[Charge],))


def is_for(charge: Charge, runs: tuple[Run, ...]) -> bool:
    """Return whether the offence of a charge, or that of its provision, has all these words."""
    texts = [charge.offence, *([charge.provision.offence] if charge.provision else [])]
    return any(has_all(words_in(text), runs) for text in texts)


def _parts(
    name: str,
    parts: Callable[[Case], tuple[_P, ...]],
    fits: Callable[[_P], bool],
    among: Iterable[Case] | None,
) -> Iterator[CasePart[_P]]:
    for case in records_of(Case, among):
        for number, part in enumerate(parts(case), 1):
            if fits(part):
                yield CasePart(
                    id=f"{case.id}:{name}:{number}",
                    case=case,
                    number=number,
                    part=part,
                    date=getattr(part, "date", None),
                )


def _length(place: str, value: Term | relativedelta | str | None) -> float | None:
    try:
        term = term_or_none(value)
    except (InvalidValueError, WrongTypeError) as error:
        raise error.at(place) from None
    return None if term is None else term.total_months


def _by_number(one: CasePart[_P]) -> tuple[str, int]:
    return one.case.id, one.number


def _longest_first(one: CasePart[Sentence]) -> tuple[bool, float, str, int]:
    months = one.part.months
    return months is None, -(months or 0), *_by_number(one)


def _earliest_first(one: CasePart[Stage]) -> tuple[bool, int, int, str, int]:
    when = one.date
    days = (0, 0) if when is None else (when.earliest.toordinal(), when.latest.toordinal())
    return when is None, *days, *_by_number(one)
