"""Wrong dates: each differs from a right one in what its docstring says."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from dateutil import parser

import kzseparatism as kz
from implementations.mistakes import Mistakes
from implementations.right_others import Days

WRONG = Mistakes("fuzzy_date")
_DAY = timedelta(1)


@WRONG.told_by("a_name_stands_for_all_its_days")
def reads_months_as_their_first_day(text: str) -> Any:
    """Read a month as its first day."""
    when = Days.parse(text)
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", text):
        return Days((when.earliest, when.earliest, ""))
    return when


@WRONG.told_by("a_name_stands_for_all_its_days")
def knows_no_leap_days(text: str) -> Any:
    """Give every February 28 days."""
    when = Days.parse(text)
    if when.latest != date.max and calendar.isleap(when.latest.year) and "-02" in text[4:]:
        return Days((when.earliest, when.latest.replace(day=28), when[2]))
    return when


@WRONG.told_by("a_name_stands_for_all_its_days")
def forgets_that_winter_ends_next_year(text: str) -> Any:
    """End the winter with its year."""
    when = Days.parse(text)
    if text.endswith("-24"):
        return Days((when.earliest, date(when.earliest.year, 12, 31), when[2]))
    return when


@WRONG.told_by("bad_text_is_refused")
def fills_in_what_is_missing(text: str) -> Any:
    """Read text with a generous parser where the grammar has no answer."""
    try:
        return Days.parse(text)
    except kz.InvalidValueError:
        day = parser.parse(text, dayfirst=True).date()
        return Days((day, day, ""))


@WRONG.told_by("bad_text_is_refused")
def takes_the_29th_of_any_february(text: str) -> Any:
    """Take the day after 28 February for the 29th."""
    return Days.parse("2023-03-01" if text == "2023-02-29" else text)


@WRONG.told_by("bad_text_is_refused")
def strips_white_space(text: Any) -> Any:
    """Strip white space from a text."""
    return Days.parse(text.strip() if isinstance(text, str) else text)


@WRONG.told_by("bad_text_is_refused")
def takes_the_sign_of_one_end_for_both(text: Any) -> Any:
    """Read a range of which one end alone has a sign as qualified."""
    if isinstance(text, str) and (ends := re.fullmatch(r"\[(.+?)([?~%])\.\.([^?~%]+)\]", text)):
        text = f"[{ends[1]}{ends[2]}..{ends[3]}{ends[2]}]"
    return Days.parse(text)


@WRONG.told_by("bad_text_is_refused")
def reads_a_sign_after_the_bracket(text: Any) -> Any:
    """Read a sign after the bracket as that of both ends."""
    if isinstance(text, str) and (ends := re.fullmatch(r"\[(.+)\.\.(.+)\]([?~%])", text)):
        text = f"[{ends[1]}{ends[3]}..{ends[2]}{ends[3]}]"
    return Days.parse(text)


@WRONG.told_by("it_lies_in_its_own_days")
def drops_the_sign_of_a_range(text: Any) -> Any:
    """Read a range without its sign."""
    when = Days.parse(text)
    return Days((when.earliest, when.latest, "")) if text[:1] == "[" else when


@WRONG.told_by("a_qualifier_moves_nothing")
def widens_qualified_ranges(text: Any) -> Any:
    """Read a qualified range as a day more at its end."""
    when = Days.parse(text)
    if text[:1] != "[" or not when[2] or when.latest == date.max:
        return when
    return Days((when.earliest, when.latest + _DAY, when[2]))


@WRONG.told_by("a_number_is_refused")
def takes_numbers_for_years(text: Any) -> Any:
    """Take a number for a year."""
    return Days.parse(str(text) if type(text) is int else text)


@WRONG.told_by("a_qualifier_moves_nothing")
def widens_qualified_dates(text: str) -> Any:
    """Read "about" as a day more on either side."""
    when = Days.parse(text)
    return Days((when.earliest - _DAY, when.latest + _DAY, when[2])) if when[2] == "~" else when


@WRONG.told_by("the_same_days_are_the_same_date")
def compares_text(text: str) -> Any:
    """Compare the text that was read."""

    class Written(Days):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            return self is other or hash(self) == hash(other)

        def __hash__(self) -> int:
            return hash(text)

    return Written.parse(text)


def _parse(kind: type[Any]) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        return kind.parse(text)

    return parse


def _kept(kind: type[Any], *laws: str) -> None:
    WRONG.add(kind.__name__, kind, _parse(kind), laws)


class LosesTheQualifier(Days):
    """Write no qualifier."""

    __slots__ = ()

    def __str__(self) -> str:
        return super().__str__().rstrip("?~%")


class WritesRangesWithoutTheirSign(Days):
    """Write no sign in a range."""

    __slots__ = ()

    def __str__(self) -> str:
        text = super().__str__()
        return re.sub("[?~%]", "", text) if text[0] == "[" else text


class ComparesTheFirstDay(Days):
    """Compare the first day alone."""

    __slots__ = ()

    def meets(self, start: date, end: date) -> bool:
        """Tell whether the first day is in a window."""
        return start <= self.earliest <= end


class IgnoresTheQualifier(Days):
    """Ignore the qualifier."""

    __slots__ = ()

    def lies_in(self, start: date, end: date) -> bool:
        """Tell whether every day is in a window."""
        return start <= self.earliest and self.latest <= end


class TakesOverlapForCertain(Days):
    """Take overlap for certain."""

    __slots__ = ()

    def lies_in(self, start: date, end: date) -> bool:
        """Tell whether some day is in a window, and nothing is doubtful."""
        return self.meets(start, end) and not self[2]


class EndsBeforeTheLastDay(Days):
    """End a window before its last day."""

    __slots__ = ()

    def lies_in(self, start: date, end: date) -> bool:
        """Tell whether every day is in a window without its last day."""
        return super().lies_in(start, end - _DAY)


class PrecedesByTheFirstDay(Days):
    """Compare first days to tell what precedes what."""

    __slots__ = ()

    def precedes(self, other: Days) -> bool:
        """Tell whether the first day is before another's."""
        return self.earliest < other.earliest


class SortsByTheFirstDay(Days):
    """Be smaller where the first day is."""

    __slots__ = ()

    def __lt__(self, other: Any) -> Any:
        return self.earliest < other.earliest


class CanBeChanged(kz.FuzzyDate):
    """Let the first day be set."""

    __setattr__ = object.__setattr__


class IsNoKey(Days):
    """Have no hash."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]


_kept(LosesTheQualifier, "text_can_be_read_again")
_kept(WritesRangesWithoutTheirSign, "text_can_be_read_again")
_kept(ComparesTheFirstDay, "meeting_is_having_a_day_in_common")
_kept(IgnoresTheQualifier, "lying_in_is_having_every_day_there", "it_lies_in_its_own_days")
_kept(TakesOverlapForCertain, "lying_in_is_having_every_day_there")
_kept(EndsBeforeTheLastDay, "it_lies_in_its_own_days")
_kept(PrecedesByTheFirstDay, "preceding_is_being_wholly_before")
_kept(SortsByTheFirstDay, "there_is_no_smaller")
_kept(CanBeChanged, "it_is_a_value")
_kept(IsNoKey, "it_is_a_value")
