"""Laws about the bounds of a window: what they may be, and what they say."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.asking import Ask
from kzseparatism.laws.dated import Dated, some_days
from kzseparatism.laws.law import states
from kzseparatism.laws.made_up import dates

_DAY = timedelta(1)
_ZONES = (None, UTC, timezone(timedelta(hours=6)), timezone(timedelta(hours=-6)))


@states("None is an open end: everything before, or after, is in the window.")
def none_is_an_open_end(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where None stands for today, for nothing, or is not taken."""
    given = draw(kind.some(min_size=1))
    (day,) = some_days(draw, 1)
    before = ask(None, day, match="possible", among=given)
    after = ask(day, None, match="possible", among=given)
    everything = ask(None, None, match="possible", among=given)
    if set(everything) != {record for record in given if kind.date_of(record) is not None}:
        ask.wants("every dated record, for the window has no ends")
    for record in given:
        when = kind.date_of(record)
        if when is not None and (
            (record in before) != (when.earliest <= day)
            or (record in after) != (day <= when.latest)
        ):
            ask.wants(f"{record.id} up to {day} and from {day} on exactly as {when} reaches there")


@states("A period as a bound names all its days, from its first to its last.", needs=["text"])
def a_period_names_all_its_days(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where a month is read as its first day."""
    given = draw(kind.some(min_size=1))
    period = draw(dates(allow_qualifiers=False, allow_ranges=False))
    given = [*given, kind.make("last-day", FuzzyDate.of(period.latest))]
    exact = ask(period.earliest, period.latest, match="possible", among=given)
    ask.same(
        ask(str(period), str(period), match="possible", among=given),
        exact,
        f"the same as from {period.earliest} to {period.latest}",
    )


@states("A bound says the same as text, as a FuzzyDate and as a date.", needs=["text"])
def every_form_of_a_bound_is_taken(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where one form is refused or read otherwise."""
    given = draw(kind.some(min_size=1))
    start, end = some_days(draw, 2)
    plain = ask(start, end, match="possible", among=given)
    for form in (str, FuzzyDate.of):
        found = ask(form(start), form(end), match="possible", among=given)
        ask.same(found, plain, "the same as for plain dates")


@states("A datetime stands for its day, whatever its hour.", needs=["datetimes"])
def a_datetime_is_its_day(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the hour, or the day that it is elsewhere, decides."""
    start, end = some_days(draw, 2)
    given = [kind.make("a", FuzzyDate.of(start)), kind.make("b", FuzzyDate.of(end))]
    clock, zone = draw(st.sampled_from([time(0), time(23, 59)])), draw(st.sampled_from(_ZONES))
    first, last = (datetime.combine(day, clock, zone) for day in (start, end))
    found = ask(first, last, match="possible", among=given)
    ask.same(kind.sorted(found), kind.sorted(given), "both records, for the days are the same")


@states("A window that ends before it starts is a ValueError.")
def a_reversed_window_is_refused(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the bounds are swapped, or nothing comes back and nobody is told."""
    given = draw(kind.some())
    start, end = some_days(draw, 2)
    ask.refused(ValueError, end + _DAY, start, match="possible", among=given)


@states("A bound with a qualifier is a ValueError, for a window is exact.", needs=["text"])
def a_qualified_bound_is_refused(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where the qualifier of a bound is dropped without a word."""
    given = draw(kind.some())
    bound = draw(st.sampled_from(["2023?", "2023-01~", "2023-01-05%"]))
    window = draw(st.sampled_from([(bound, None), (None, bound)]))
    ask.refused(ValueError, *window, match="possible", among=given)


@states("A number is no date: it is a TypeError.")
def a_number_is_refused(draw: st.DrawFn, ask: Ask, kind: Dated) -> None:
    """Break where 2023 is taken for a year, or for a timestamp."""
    given = draw(kind.some())
    window = draw(st.sampled_from([(2023, None), (None, 2023)]))
    ask.refused(TypeError, *window, match="possible", among=given)


BOUNDS = (
    none_is_an_open_end,
    a_period_names_all_its_days,
    every_form_of_a_bound_is_taken,
    a_datetime_is_its_day,
    a_reversed_window_is_refused,
    a_qualified_bound_is_refused,
    a_number_is_refused,
)
