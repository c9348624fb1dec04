"""Laws about what is near to a date."""

from __future__ import annotations

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.law import law
from kzseparatism.laws.near_dates import ONE_DAY, dates, moved, near_dates
from kzseparatism.laws.trial import Trial
from kzseparatism.laws.windows import statements_around


def _number(trial: Trial) -> int:
    return trial.draw(st.integers(0, 60))


@law(statements_around)
def the_last_day_within_counts(trial: Trial) -> None:
    """A record exactly so many days before or after a day is near enough."""
    (day,), number = trial.days(1), _number(trial)
    length = timedelta(number)
    near = [trial.make("a", day - length), trial.make("b", day + length)]
    found = trial.ask(day, length, match="possible", among=near)
    if set(found) != set(near):
        trial.fail(f"the records {number} days before and after {day}")


@law(statements_around)
def one_day_more_is_too_far(trial: Trial) -> None:
    """A record one day further off than the length is not near enough."""
    (day,), number = trial.days(1), _number(trial)
    far = timedelta(number + 1)
    given = [trial.make("a", day - far), trial.make("b", day + far)]
    if trial.ask(day, timedelta(number), match="possible", among=given):
        trial.fail(f"nothing: both records are {number + 1} days from {day}")


@law(statements_around)
def a_longer_length_loses_nothing(trial: Trial) -> None:
    """A longer length loses no record."""
    given = trial.records(min_size=1)
    (day,), one, more = trial.days(1), _number(trial), _number(trial)
    near = trial.ask(day, timedelta(one), match="possible", among=given)
    wide = trial.ask(day, timedelta(one + more), match="possible", among=given)
    for record in near:
        if record not in wide:
            trial.fail(f"{record.id} again, as the length has grown")


@law(statements_around)
def nearness_is_mutual(trial: Trial) -> None:
    """A day is near another exactly as that is near the first."""
    one, other = trial.days(2)
    length = timedelta(_number(trial))
    forth = trial.ask(one, length, match="possible", among=[trial.make("other", other)])
    back = trial.ask(other, length, match="possible", among=[trial.make("one", one)])
    if len(forth) != len(back):
        trial.fail("the record both times or neither time")


@law(statements_around, needs=["text"])
def no_length_is_the_date_itself(trial: Trial) -> None:
    """No length at all asks for the days of the date itself."""
    given, when = trial.records(min_size=1), trial.draw(dates())
    wanted = [one for one in given if one.date and one.date.overlaps(when)]
    found = trial.ask(when, timedelta(0), match="possible", among=given)
    trial.want_records(found, trial.subject.sorted(wanted))


@law(statements_around, needs=["text"])
def an_uncertain_date_reaches_further(trial: Trial) -> None:
    """Every day of an uncertain date counts for what is possible."""
    when = trial.draw(near_dates(allow_open_ends=False, allow_qualifiers=False))
    length = timedelta(_number(trial))
    given = [
        trial.make("a", moved(when.earliest, length, back=True)),
        trial.make("b", moved(when.latest, length, back=False)),
    ]
    if set(trial.ask(when, length, match="possible", among=given)) != set(given):
        trial.fail(f"both records: one is that near to {when.earliest}, one to {when.latest}")


@law(statements_around, needs=["match", "text"])
def around_a_qualified_date_nothing_is_certain(trial: Trial) -> None:
    """Around a date with a qualifier nothing is certain."""
    given = trial.records(min_size=1)
    when = trial.one_of("2023-01~", "2023-01-15?", "2023%")
    if trial.ask(when, timedelta(60), match="certain", among=given):
        trial.fail(f"nothing: {when} is qualified")


@law(statements_around, needs=["match", "coded", "text"])
def around_a_qualified_date_much_is_coded(trial: Trial) -> None:
    """Around a date with a qualifier the same is coded as around it without the qualifier."""
    given, length = trial.records(min_size=1), timedelta(_number(trial))
    plain = trial.one_of("2023-01-15", "2023-01", "2023")
    wanted = trial.ask(plain, length, match="coded", among=given)
    found = trial.ask(plain + trial.one_of(*"?~%"), length, match="coded", among=given)
    trial.want_records(found, wanted, f"the same as around {plain}")


@law(statements_around, needs=["match"])
def being_wholly_near_is_asked_of_every_day(trial: Trial) -> None:
    """A record of which some day is too far off is neither certain nor coded there."""
    (day,), number = trial.days(1), _number(trial)
    length, match = timedelta(number), trial.one_of("certain", trial.match())
    early, late = moved(day, length, back=True), moved(day, length, back=False)
    given = [trial.make("a", FuzzyDate(early - ONE_DAY, late)), trial.make("b", late + ONE_DAY)]
    given.append(trial.make("c", FuzzyDate(early, late + ONE_DAY)))
    if match != "possible" and trial.ask(day, length, match=match, among=given):
        trial.fail(f"nothing: each record may be {number + 1} days from {day}")


@law(statements_around)
def months_are_calendar_months(trial: Trial) -> None:
    """A length of months counts in the calendar: a month after 31 January is 28 February."""
    (day,), months = trial.days(1), trial.draw(st.integers(1, 3))
    length = relativedelta(months=months)
    near = trial.make("a", day + length)
    far = trial.make("b", day + length + timedelta(1))
    found = trial.ask(day, length, match="possible", among=[near, far])
    trial.want_records(found, [near], f"a alone: {day + length} is the last day")


@law(statements_around)
def a_negative_length_is_refused(trial: Trial) -> None:
    """A negative length is a ValueError."""
    given, (day,) = trial.records(), trial.days(1)
    trial.must_raise(ValueError, day, timedelta(-1), match="possible", among=given)


@law(statements_around)
def hours_are_refused(trial: Trial) -> None:
    """A length with hours in it is a ValueError, for dates know no hours."""
    given, (day,) = trial.records(), trial.days(1)
    trial.must_raise(ValueError, day, timedelta(hours=36), match="possible", among=given)
