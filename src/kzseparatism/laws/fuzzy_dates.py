"""The laws of a date that says how much is known, as read from its text."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.dates import FuzzyDate
from kzseparatism.laws.code import as_code
from kzseparatism.laws.law import Laws, law
from kzseparatism.laws.near_dates import dates, near_dates
from kzseparatism.laws.trial import Trial

fuzzy_date: Laws = Laws("fuzzy_date")

# Every kind of name, with the days that it names.
_NAMED = {
    "2023-05-30": (date(2023, 5, 30), date(2023, 5, 30)),
    "2023-02": (date(2023, 2, 1), date(2023, 2, 28)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "1900-02": (date(1900, 2, 1), date(1900, 2, 28)),
    "2023": (date(2023, 1, 1), date(2023, 12, 31)),
    "2023-21": (date(2023, 3, 1), date(2023, 5, 31)),
    "2023-24": (date(2023, 12, 1), date(2024, 2, 29)),
    "2023-36": (date(2023, 10, 1), date(2023, 12, 31)),
    "2023-40": (date(2023, 1, 1), date(2023, 6, 30)),
    "202X": (date(2020, 1, 1), date(2029, 12, 31)),
    "20XX": (date(2000, 1, 1), date(2099, 12, 31)),
    "[2023-01..2023-02]": (date(2023, 1, 1), date(2023, 2, 28)),
    "[..2023-05]": (date.min, date(2023, 5, 31)),
    "[2023-05..]": (date(2023, 5, 1), date.max),
    "[2023-01?..2023-02?]": (date(2023, 1, 1), date(2023, 2, 28)),
    "[..2023-05~]": (date.min, date(2023, 5, 31)),
    "[2023-05%..]": (date(2023, 5, 1), date.max),
}
_SAME = (
    ("2023-05-XX", "2023-05"),
    ("2023-XX-XX", "2023"),
    ("[2023-01..2023-03]", "2023-33"),
    ("[2020..2029]", "202X"),
    ("[2023-05-30..2023-05-30]", "2023-05-30"),
    ("[2023-01?..2023-03?]", "2023-33?"),
    ("[2023-01~..2023-02-28~]", "[2023-01-01~..2023-02~]"),
)
_BAD = (
    *("2023-02-29", "20230530", " 2023", "2023\n", "2023/2024", "2023-13", "30.05.2023", ""),
    *("٢٠٢٣", "[2024..2023]", "[..]", "2023-5", "circa 2023", "[2023?..2024]", "0000"),
    *("[2023..2024~]", "[2023?..2024~]", "[2023..2024]?", "2023-00-00", "202x", "2023?-05"),
)
_NOT_TEXT: tuple[Any, ...] = (2023, 2023.5, None, b"2023", True)
_SET_ITS_FIRST_DAY = "setattr(when, 'earliest', date(2030, 1, 1))"


def _read(trial: Trial, strategy: st.SearchStrategy[FuzzyDate], called: str = "when") -> FuzzyDate:
    """Return a date that is drawn, whose text the implementation reads."""
    drawn = trial.draw(strategy)
    trial.answer(str(drawn), called=called)
    return drawn


def _days(*days: date) -> str:
    return ", ".join(map(as_code, days))


@law(fuzzy_date)
def a_name_stands_for_all_its_days(trial: Trial) -> None:
    """A name stands for its days, from the first to the last, leap days included."""
    text = trial.one_of(*sorted(_NAMED))
    trial.answer(text, called="when")
    trial.expect("(when.earliest, when.latest)", _NAMED[text])


@law(fuzzy_date)
def text_can_be_read_again(trial: Trial) -> None:
    """Text made of a date and read again is the same date."""
    _read(trial, dates())
    trial.answer(trial.evaluate("str(when)"), called="again")
    trial.expect("when == again", wanted=True)


@law(fuzzy_date)
def the_same_days_are_the_same_date(trial: Trial) -> None:
    """The same days are the same date, however they were written, and hash alike."""
    one, other = trial.one_of(*_SAME)
    trial.answer(one, called="one")
    trial.answer(other, called="other")
    trial.expect("one == other", wanted=True)
    trial.expect("hash(one) == hash(other)", wanted=True)


@law(fuzzy_date)
def a_qualifier_moves_nothing(trial: Trial) -> None:
    """A qualifier moves neither end."""
    plain = trial.draw(near_dates(allow_qualifiers=False))
    trial.answer(str(attrs.evolve(plain, qualifier=trial.one_of(*"?~%"))), called="when")
    trial.expect("(when.earliest, when.latest)", (plain.earliest, plain.latest))


@law(fuzzy_date)
def meeting_is_having_a_day_in_common(trial: Trial) -> None:
    """It meets a window exactly when some of its days is in it."""
    drawn, (start, end) = _read(trial, dates()), trial.days(2)
    meets = not (drawn.latest < start or end < drawn.earliest)
    trial.expect(f"when.meets({_days(start, end)})", meets)


@law(fuzzy_date)
def lying_in_is_having_every_day_there(trial: Trial) -> None:
    """It lies in a window exactly when all of its days do and nothing qualifies it."""
    drawn, (start, end) = _read(trial, near_dates()), trial.days(2)
    lies_in = start <= drawn.earliest and drawn.latest <= end and not drawn.qualifier
    trial.expect(f"when.lies_in({_days(start, end)})", lies_in)


@law(fuzzy_date)
def it_lies_in_its_own_days(trial: Trial) -> None:
    """It lies in the window of its own days, unless it is qualified."""
    drawn = _read(trial, near_dates())
    days = _days(drawn.earliest, drawn.latest)
    trial.expect(f"when.lies_in({days})", not drawn.qualifier)


@law(fuzzy_date)
def preceding_is_being_wholly_before(trial: Trial) -> None:
    """It precedes another exactly when its last day is before the other's first."""
    one, other = _read(trial, near_dates(), "one"), _read(trial, near_dates(), "other")
    trial.expect("one.precedes(other)", one.latest < other.earliest)


@law(fuzzy_date)
def there_is_no_smaller(trial: Trial) -> None:
    """There is no <: dates that overlap have no order, and asking is a TypeError."""
    _read(trial, near_dates(), "one")
    _read(trial, near_dates(), "other")
    trial.evaluation_must_raise(TypeError, "one < other")


@law(fuzzy_date)
def bad_text_is_refused(trial: Trial) -> None:
    """Text that is not a date in this grammar is a ValueError."""
    trial.must_raise(ValueError, trial.one_of(*_BAD))


@law(fuzzy_date)
def a_number_is_refused(trial: Trial) -> None:
    """Anything that is not text is a TypeError."""
    trial.must_raise(TypeError, trial.one_of(*_NOT_TEXT))


@law(fuzzy_date)
def it_is_a_value(trial: Trial) -> None:
    """It can't be changed, and can be a key of a dictionary."""
    _read(trial, near_dates())
    trial.evaluation_must_raise(AttributeError, _SET_ITS_FIRST_DAY)
    trial.evaluate("{when: 1}")


@law(fuzzy_date)
def the_definition_is_met(trial: Trial) -> None:
    """Whatever is read and asked, the answer or the error is what the definition says."""
    for _ in range(trial.draw(st.integers(1, 12))):
        kind = trial.one_of("dates", "dates", "names", "same", "bad")
        if kind == "names":
            a_name_stands_for_all_its_days(trial)
        elif kind == "same":
            the_same_days_are_the_same_date(trial)
        elif kind == "bad":
            bad = trial.draw(st.sampled_from(_BAD) | st.sampled_from(_NOT_TEXT))
            trial.must_raise(ValueError if isinstance(bad, str) else TypeError, bad)
        else:
            drawn, other = _read(trial, dates()), _read(trial, near_dates(), "other")
            days = [drawn.earliest, drawn.latest, *trial.days(2)]
            start, end = sorted((trial.one_of(*days), trial.one_of(*days)))
            exact = start <= drawn.earliest and drawn.latest <= end and not drawn.qualifier
            trial.expect("(when.earliest, when.latest)", (drawn.earliest, drawn.latest))
            meets = not (drawn.latest < start or end < drawn.earliest)
            trial.expect(f"when.meets({_days(start, end)})", meets)
            trial.expect(f"when.lies_in({_days(start, end)})", exact)
            trial.expect("when.precedes(other)", drawn.latest < other.earliest)
            trial.answer(trial.evaluate("str(when)"), called="again")
            trial.expect("when == again", wanted=True)
            trial.expect("hash(when) == hash(again)", wanted=True)
            trial.evaluation_must_raise(TypeError, "when < other")
            trial.evaluation_must_raise(AttributeError, _SET_ITS_FIRST_DAY)
