"""The laws of queries that ask what happened around a date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.answers import ANSWERS
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.dated import Dated, some_days
from kzseparatism.laws.law import Law, laws_of, states
from kzseparatism.laws.made_up import dates, near_dates, single_days, statement
from kzseparatism.laws.undated import (
    the_undated_are_nowhere,
)
from kzseparatism.strategies import lengths

_ENDS = (date.min, date.max)


@attrs.frozen
class Around(Dated):
    """What a query for the surroundings of a date is asked about."""

    def question(self, draw: st.DrawFn, ask: Ask, given: Sequence[Any]) -> tuple[Any, ...]:
        """Draw a date, mostly close to those given, and a length of time."""
        forms: list[st.SearchStrategy[FuzzyDate | date | str]] = [single_days()]
        if ask.offers("text"):
            forms += [dates(), dates().map(str)]
        if ask.offers("datetimes"):
            forms.append(single_days().map(_late_in_the_evening))
        return draw(st.one_of(forms)), draw(lengths(max_days=60))

    def fits(self, record: Any, question: tuple[Any, ...], *, certainly: bool) -> bool:
        """Tell whether some day of a record is near some day of the date, or every of every."""
        when, centre, within = self.date_of(record), FuzzyDate.of(question[0]), question[1]
        if when is None:
            return False
        if not certainly:
            first, last = centre.earliest, centre.latest
            return when.meets(_moved(first, within, back=True), _moved(last, within, back=False))
        first = _moved(centre.latest, within, back=True)
        last = _moved(centre.earliest, within, back=False)
        return not centre.qualifier and when.lies_in(first, last)


def _late_in_the_evening(day: date) -> datetime:
    return datetime.combine(day, time(23, 59))


def _moved(day: date, within: relativedelta | timedelta, *, back: bool) -> date:
    """Return the day so much earlier or later; what is open, or off the calendar, is open."""
    if day in _ENDS:
        return day
    try:
        return day - within if back else day + within
    except (OverflowError, ValueError):
        return date.min if back else date.max


@states("A record exactly so many days before or after a day is near enough.")
def the_last_day_within_counts(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where the far ends are left out, or only one side is looked at."""
    (day,), number = some_days(draw, 1), draw(st.integers(0, 60))
    length = timedelta(number)
    near = [kind.make("a", FuzzyDate.of(day - length)), kind.make("b", FuzzyDate.of(day + length))]
    found = ask(day, length, match="possible", among=near)
    if set(found) != set(near):
        ask.wants(f"the records {number} days before and after {day}")


@states("A record one day further off than the length is not near enough.")
def one_day_more_is_too_far(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where the length is rounded up."""
    (day,), number = some_days(draw, 1), draw(st.integers(0, 60))
    far = timedelta(number + 1)
    given = [kind.make("a", FuzzyDate.of(day - far)), kind.make("b", FuzzyDate.of(day + far))]
    if ask(day, timedelta(number), match="possible", among=given):
        ask.wants(f"nothing: both records are {number + 1} days from {day}")


@states("A longer length loses no record.")
def a_longer_length_loses_nothing(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where the length is used the wrong way round."""
    given = draw(kind.some(min_size=1))
    (day,), one, more = some_days(draw, 1), draw(st.integers(0, 60)), draw(st.integers(0, 60))
    near = ask(day, timedelta(one), match="possible", among=given)
    wide = ask(day, timedelta(one + more), match="possible", among=given)
    for record in near:
        if record not in wide:
            ask.wants(f"{record.id} again, as the length has grown")


@states("A day is near another exactly as that is near the first.")
def nearness_is_mutual(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where only what came before, or only what came after, is found."""
    one, other = some_days(draw, 2)
    length = timedelta(draw(st.integers(0, 60)))
    forth = ask(one, length, match="possible", among=[kind.make("other", FuzzyDate.of(other))])
    back = ask(other, length, match="possible", among=[kind.make("one", FuzzyDate.of(one))])
    if len(forth) != len(back):
        ask.wants("the record both times or neither time")


@states("No length at all asks for the days of the date itself.", needs=["text"])
def no_length_is_the_date_itself(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where a length of nothing is taken for no limit."""
    given, when = draw(kind.some(min_size=1)), draw(dates())
    wanted = [one for one in given if (own := kind.date_of(one)) and own.overlaps(when)]
    found = ask(when, timedelta(0), match="possible", among=given)
    ids = ", ".join(record.id for record in kind.sorted(wanted))
    ask.same(found, kind.sorted(wanted), ids or "nothing")


@states("Every day of an uncertain date counts for what is possible.", needs=["text"])
def an_uncertain_date_reaches_further(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where the length is counted from one end of the date only."""
    when = draw(near_dates(allow_open_ends=False, allow_qualifiers=False))
    length = timedelta(draw(st.integers(0, 60)))
    given = [
        kind.make("a", FuzzyDate.of(_moved(when.earliest, length, back=True))),
        kind.make("b", FuzzyDate.of(_moved(when.latest, length, back=False))),
    ]
    if set(ask(when, length, match="possible", among=given)) != set(given):
        ask.wants(f"both records: one is that near to {when.earliest}, one to {when.latest}")


@states("Around a date with a qualifier nothing is certain.", needs=["match", "text"])
def around_a_qualified_date_nothing_is_certain(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where the qualifier of the date asked about is ignored."""
    given = draw(kind.some(min_size=1))
    when = draw(st.sampled_from(["2023-01~", "2023-01-15?", "2023%"]))
    if ask(when, timedelta(60), match="certain", among=given):
        ask.wants(f"nothing: {when} is qualified")


@states("A length of months counts in the calendar: a month after 31 January is 28 February.")
def months_are_calendar_months(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where a month is taken for thirty days."""
    (day,), months = some_days(draw, 1), draw(st.integers(1, 3))
    length = relativedelta(months=months)
    near = kind.make("a", FuzzyDate.of(day + length))
    far = kind.make("b", FuzzyDate.of(day + length + timedelta(1)))
    found = ask(day, length, match="possible", among=[near, far])
    ask.same(found, [near], f"a alone: {day + length} is the last day")


@states("A negative length is a ValueError.")
def a_negative_length_is_refused(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where a length backwards quietly finds nothing."""
    given, (day,) = draw(kind.some()), some_days(draw, 1)
    ask.refused(ValueError, day, timedelta(-1), match="possible", among=given)


@states("A length with hours in it is a ValueError, for dates know no hours.")
def hours_are_refused(draw: st.DrawFn, ask: Ask, kind: Around) -> None:
    """Break where part of a length is dropped without a word."""
    given, (day,) = draw(kind.some()), some_days(draw, 1)
    ask.refused(ValueError, day, timedelta(hours=36), match="possible", among=given)


statements_around: tuple[Law, ...] = laws_of(
    "statements_around",
    (
        the_last_day_within_counts,
        one_day_more_is_too_far,
        a_longer_length_loses_nothing,
        nearness_is_mutual,
        no_length_is_the_date_itself,
        an_uncertain_date_reaches_further,
        around_a_qualified_date_nothing_is_certain,
        months_are_calendar_months,
        a_negative_length_is_refused,
        hours_are_refused,
        the_undated_are_nowhere,
        *ANSWERS,
    ),
    Around(statement),
)
