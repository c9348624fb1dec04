"""Right implementations of the status of a case, of a table and of a date, by other hands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NoReturn

import kzseparatism as kz

_STEPS = (
    *("reported", "investigated", "arrested", "charged", "tried", "acquitted"),
    *("sanctioned", "convicted"),
)
_OF_STAGE = {
    "investigation": "investigated",
    "arrest": "arrested",
    "charge": "charged",
    "trial": "tried",
    "acquittal": "acquitted",
    "conviction": "convicted",
    "sentence": "convicted",
    "detention": "sanctioned",
    "fine": "sanctioned",
    "suspension": "sanctioned",
    "dismissal": "sanctioned",
}


def step_of(stage: kz.Stage, case: kz.Case) -> str:
    """Return what a case has come to by a stage of it."""
    step = _OF_STAGE.get(stage.kind.value, "reported")
    if step == "convicted" and case.kind.value in ("administrative", "civil"):
        return "sanctioned"
    return step


def reached(stage: kz.Stage, day: date) -> bool:
    """Tell whether a stage is surely reached on a day."""
    told = any(citation.source.published.latest <= day for citation in stage.citations)
    when = stage.date
    return told or (when is not None and not when.qualifier and when.latest <= day)


def status_by(counts: Callable[[kz.Stage, date], bool] = reached) -> Callable[..., str]:
    """Return a function that goes up the steps by the stages that count."""

    def status(case: kz.Case, day: Any) -> str:
        last = kz.FuzzyDate.of(day).latest
        steps = {step_of(stage, case) for stage in case.stages if counts(stage, last)}
        return max(steps | {"reported"}, key=_STEPS.index)

    return status


status_of_steps = status_by()


class PlainTable:
    """A table built on a dictionary, and a list of its values."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        by_id: dict[str, Any] = {}
        for record in records:
            if by_id.setdefault(record.id, record) != record:
                raise ValueError(record.id)
        self.by_id = by_id
        self.records = list(by_id.values())

    def __iter__(self) -> Iterator[Any]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __getitem__(self, key: Any) -> Any:
        """Return what is at a position, has an id, or stands in a slice."""
        if isinstance(key, str):
            return self.by_id[key]
        found = self.records[key]
        return type(self)(found) if isinstance(key, slice) else found

    def __contains__(self, item: Any) -> bool:
        """Tell whether a record, or a record of an id, is there."""
        return item in self.by_id if isinstance(item, str) else item in self.records

    def __or__(self, other: Iterable[Any]) -> PlainTable:
        """Return the records of both."""
        return type(self)([*self, *other])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlainTable) and self.records == other.records

    __hash__ = None  # type: ignore[assignment]

    def get(self, record_id: str) -> Any:
        """Return the record of an id, or None."""
        return self.by_id.get(record_id)

    def where(self, predicate: Callable[[Any], object]) -> PlainTable:
        """Return the records for which a predicate is true."""
        return type(self)(filter(predicate, self.records))


class Days(tuple[date, date, str]):
    """A date as a tuple of its first day, its last and its qualifier."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Days:
        """Return the date that a text says; the grammar is ours."""
        when = kz.FuzzyDate.parse(text)
        return cls((when.earliest, when.latest, when.qualifier))

    @property
    def earliest(self) -> date:
        """The first possible day."""
        return self[0]

    @property
    def latest(self) -> date:
        """The last possible day."""
        return self[1]

    def meets(self, start: date, end: date) -> bool:
        """Tell whether some day is in a window."""
        return not (self.latest < start or end < self.earliest)

    def lies_in(self, start: date, end: date) -> bool:
        """Tell whether every day is in a window, and nothing is doubtful."""
        return self[2] == "" and min(self[:2]) >= start and max(self[:2]) <= end

    def precedes(self, other: Days) -> bool:
        """Tell whether the last day is before another's first."""
        return self[1] < other[0]

    def __lt__(self, other: object) -> NoReturn:
        raise TypeError(other)

    __le__ = __gt__ = __ge__ = __lt__

    def __str__(self) -> str:
        return str(kz.FuzzyDate(*self))
