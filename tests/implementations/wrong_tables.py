"""Wrong tables: each differs from a right one in what its docstring says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from implementations.mistakes import Mistakes
from implementations.right_others import PlainTable

WRONG = Mistakes("table")


@WRONG.told_by("the_order_is_kept", "together_means_each_once")
class SortsRecords(PlainTable):
    """Sort records by id."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        super().__init__(sorted(records, key=lambda one: str(one.id)))


@WRONG.told_by("each_record_appears_once")
class KeepsRepetitions(PlainTable):
    """Keep a record as often as it was given."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        given = list(records)
        super().__init__(given)
        self.records = given


@WRONG.told_by("each_record_appears_once")
class MovesRepetitions(PlainTable):
    """Move a record that is given again to the end."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        given = list(records)
        super().__init__(given)
        last = {one.id: at for at, one in enumerate(given)}
        self.records.sort(key=lambda one: last[one.id])


@WRONG.told_by("two_records_of_one_id_are_refused")
class OverwritesRecords(PlainTable):
    """Let the second record of an id take the place of the first."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        super().__init__({one.id: one for one in records}.values())


@WRONG.told_by("an_id_finds_its_record")
class KnowsPositionsAlone(PlainTable):
    """Know positions, and no ids."""

    def __getitem__(self, key: Any) -> Any:
        """Return what is at a position."""
        if isinstance(key, str):
            raise TypeError(key)
        return super().__getitem__(key)


@WRONG.told_by("an_id_finds_its_record")
class HasRecordsAlone(PlainTable):
    """Have records, and not their ids."""

    def __contains__(self, item: Any) -> bool:
        """Tell whether a record is there."""
        return item in self.records


@WRONG.told_by("an_unknown_id_is_refused")
class GivesNone(PlainTable):
    """Give None for an unknown id."""

    def __getitem__(self, key: Any) -> Any:
        """Return what is at a position, or has an id, or nothing."""
        return self.by_id.get(key) if isinstance(key, str) else super().__getitem__(key)


@WRONG.told_by("positions_count_as_in_a_list")
class CountsFromTheStart(PlainTable):
    """Count from the start alone."""

    def __getitem__(self, key: Any) -> Any:
        """Return what is at a position from the start, or has an id."""
        if isinstance(key, int) and key < 0:
            raise IndexError(key)
        return super().__getitem__(key)


@WRONG.told_by("a_slice_is_a_table")
class SlicesToLists(PlainTable):
    """Give a bare list for a slice."""

    def __getitem__(self, key: Any) -> Any:
        """Return what is at a position, has an id, or stands in a slice."""
        return self.records[key] if isinstance(key, slice) else super().__getitem__(key)


@WRONG.told_by("together_means_each_once")
class PutsTheOtherFirst(PlainTable):
    """Put the records of the other table first."""

    def __or__(self, other: Iterable[Any]) -> PlainTable:
        """Return the records of both."""
        return type(self)([*other, *self])


@WRONG.told_by("equality_is_of_records")
class IsItselfAlone(PlainTable):
    """Be equal to itself alone."""

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = None


@WRONG.told_by("equality_is_of_records")
class IsASet(PlainTable):
    """Ignore order when two tables are compared."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlainTable) and set(self) == set(other)

    __hash__ = None


@WRONG.told_by("where_keeps_the_order")
class DropsWhatIsAskedFor(PlainTable):
    """Keep the records for which a predicate is false."""

    def where(self, predicate: Callable[[Any], object]) -> PlainTable:
        """Return the records for which a predicate is true."""
        return type(self)(one for one in self.records if not predicate(one))


@WRONG.told_by("a_table_is_no_view")
class KeepsTheList(PlainTable):
    """Keep the list that was given instead of a copy."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        super().__init__(records)
        if isinstance(records, list) and records == self.records:
            self.records = records


@WRONG.told_by("a_table_is_no_view")
class GoesThroughRecordsTwice(PlainTable):
    """Go through the records twice, and find an iterator empty."""

    def __init__(self, records: Iterable[Any] = ()) -> None:
        count = sum(1 for _ in records)
        super().__init__(records)
        self.records = self.records[:count]
