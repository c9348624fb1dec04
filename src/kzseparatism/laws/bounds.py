"""Laws about the bounds of a window: what they may be, and what they say."""

from __future__ import annotations

from datetime import date, datetime, time

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.law import law
from kzseparatism.laws.near_dates import ONE_DAY, dates
from kzseparatism.laws.trial import Trial
from kzseparatism.laws.windows import BETWEEN, ZONES


@law(*BETWEEN)
def none_is_an_open_end(trial: Trial) -> None:
    """None is an open end: everything before, or after, is in the window."""
    ends = [trial.make("early", date(1900, 1, 1)), trial.make("late", date(2100, 1, 1))]
    given = [*trial.records(), *ends]
    (day,) = trial.days(1)
    before = trial.ask(None, day, match="possible", among=given)
    after = trial.ask(day, None, match="possible", among=given)
    everything = trial.ask(None, None, match="possible", among=given)
    if set(everything) != {record for record in given if trial.subject.dates_of(record)}:
        trial.fail("every dated record, for the window has no ends")
    for record in given:
        when = trial.subject.dates_of(record)
        reaches = any(one.earliest <= day for one in when), any(day <= one.latest for one in when)
        if (record in before, record in after) != reaches:
            trial.fail(
                f"{record.id} up to {day} and from {day} on exactly as its dates reach there"
            )


@law(*BETWEEN, needs=["text"])
def a_period_names_all_its_days(trial: Trial) -> None:
    """A period as a bound names all its days, from its first to its last."""
    given = trial.records(min_size=1)
    period = trial.draw(dates(allow_qualifiers=False, allow_ranges=False))
    given = [*given, trial.make("last", period.latest)]
    exact = trial.ask(period.earliest, period.latest, match="possible", among=given)
    trial.want_records(
        trial.ask(str(period), str(period), match="possible", among=given),
        exact,
        f"the same as from {period.earliest} to {period.latest}",
    )


@law(*BETWEEN, needs=["text"])
def every_form_of_a_bound_is_taken(trial: Trial) -> None:
    """A bound says the same as text, as a FuzzyDate and as a date."""
    given = trial.records(min_size=1)
    start, end = trial.days(2)
    plain = trial.ask(start, end, match="possible", among=given)
    for form in (str, FuzzyDate.of):
        found = trial.ask(form(start), form(end), match="possible", among=given)
        trial.want_records(found, plain, "the same as for plain dates")


@law(*BETWEEN, needs=["datetimes"])
def a_datetime_is_its_day(trial: Trial) -> None:
    """A datetime stands for its day, whatever its hour."""
    start, end = trial.days(2)
    given = [trial.make("a", start), trial.make("b", end)]
    clock, zone = trial.one_of(time(0), time(23, 59)), trial.one_of(*ZONES)
    first, last = (datetime.combine(day, clock, zone) for day in (start, end))
    found = trial.ask(first, last, match="possible", among=given)
    wanted = "both records, for the days are the same"
    trial.want_records(trial.subject.sorted(found), trial.subject.sorted(given), wanted)


@law(*BETWEEN)
def a_reversed_window_is_refused(trial: Trial) -> None:
    """A window that ends before it starts is a ValueError."""
    given = trial.records()
    start, end = trial.days(2)
    trial.must_raise(ValueError, end + ONE_DAY, start, match="possible", among=given)


@law(*BETWEEN, needs=["text"])
def a_qualified_bound_is_refused(trial: Trial) -> None:
    """A bound with a qualifier is a ValueError, for a window is exact."""
    given = trial.records()
    bound = trial.one_of("2023?", "2023-01~", "2023-01-05%")
    window = trial.one_of((bound, None), (None, bound))
    trial.must_raise(ValueError, *window, match="possible", among=given)


@law(*BETWEEN)
def a_number_is_refused(trial: Trial) -> None:
    """A number is not a date: it is a TypeError."""
    given = trial.records()
    window = trial.one_of((2023, None), (None, 2023))
    trial.must_raise(TypeError, *window, match="possible", among=given)
