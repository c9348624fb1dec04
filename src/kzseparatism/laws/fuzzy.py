"""The laws of a date that says how much is known, as read from its text."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st

from kzseparatism.laws.asking import Ask
from kzseparatism.laws.dated import some_days
from kzseparatism.laws.law import Law, laws_of, states
from kzseparatism.laws.made_up import dates, near_dates

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


@states("A name stands for its days, from the first to the last, leap days included.")
def a_name_stands_for_all_its_days(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a month is its first day, or February always has 28."""
    text = draw(st.sampled_from(sorted(_NAMED)))
    when, (first, last) = ask.value(text), _NAMED[text]
    found = ask.then("its earliest and latest", lambda: (when.earliest, when.latest))
    if found != (first, last):
        ask.wants(f"{first} and {last}")


@states("Text made of a date and read again is the same date.")
def text_can_be_read_again(draw: st.DrawFn, ask: Ask) -> None:
    """Break where writing loses the qualifier, or an open end."""
    when = ask.value(str(draw(dates())))
    text = ask.then("its text", lambda: str(when))
    if ask.then(f"equal to {text!r} read again", lambda: ask.value(text) == when) is not True:
        ask.wants("True")


@states("The same days are the same date, however they were written, and hash alike.")
def the_same_days_are_the_same_date(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the text is what is compared."""
    one, other = (ask.value(text) for text in draw(st.sampled_from(_SAME)))
    if ask.then("equal", lambda: one == other) is not True:
        ask.wants("True")
    if ask.then("equal hashes", lambda: hash(one) == hash(other)) is not True:
        ask.wants("True")


@states("A qualifier moves neither end.")
def a_qualifier_moves_nothing(draw: st.DrawFn, ask: Ask) -> None:
    """Break where "about 2023" is widened."""
    plain = draw(near_dates(allow_qualifiers=False))
    when = ask.value(str(attrs.evolve(plain, qualifier=draw(st.sampled_from("?~%")))))
    found = ask.then("its earliest and latest", lambda: (when.earliest, when.latest))
    if found != (plain.earliest, plain.latest):
        ask.wants(f"{plain.earliest} and {plain.latest}")


@states("It meets a window exactly when some of its days is in it.")
def meeting_is_having_a_day_in_common(draw: st.DrawFn, ask: Ask) -> None:
    """Break where one end alone is compared."""
    drawn, (start, end) = draw(dates()), some_days(draw, 2)
    when = ask.value(str(drawn))
    wanted = not (drawn.latest < start or end < drawn.earliest)
    if ask.then(f"meets({start}, {end})", lambda: when.meets(start, end)) is not wanted:
        ask.wants(str(wanted))


@states("It lies in a window exactly when all of its days do and nothing qualifies it.")
def lying_in_is_having_every_day_there(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the qualifier is ignored, or overlap is enough."""
    drawn, (start, end) = draw(near_dates()), some_days(draw, 2)
    when = ask.value(str(drawn))
    wanted = start <= drawn.earliest and drawn.latest <= end and not drawn.qualifier
    if ask.then(f"lies_in({start}, {end})", lambda: when.lies_in(start, end)) is not wanted:
        ask.wants(str(wanted))


@states("It lies in the window of its own days, unless it is qualified.")
def it_lies_in_its_own_days(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a window is half-open."""
    drawn = draw(near_dates())
    when = ask.value(str(drawn))
    wanted = not drawn.qualifier
    days = (drawn.earliest, drawn.latest)
    if ask.then(f"lies_in{days}", lambda: when.lies_in(*days)) is not wanted:
        ask.wants(str(wanted))


@states("It precedes another exactly when its last day is before the other's first.")
def preceding_is_being_wholly_before(draw: st.DrawFn, ask: Ask) -> None:
    """Break where first days are compared."""
    drawn = draw(near_dates()), draw(near_dates())
    one, other = (ask.value(str(when)) for when in drawn)
    wanted = drawn[0].latest < drawn[1].earliest
    if ask.then("one.precedes(other)", lambda: one.precedes(other)) is not wanted:
        ask.wants(str(wanted))


@states("There is no <: dates that overlap have no order, and asking is a TypeError.")
def there_is_no_smaller(draw: st.DrawFn, ask: Ask) -> None:
    """Break where sorting silently compares first days."""
    one, other = (ask.value(str(draw(near_dates()))) for _ in range(2))
    ask.then_refused(TypeError, "one < other", lambda: one < other)


@states("What is no date in this grammar is a ValueError.")
def bad_text_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where a generous parser fills in what is missing."""
    ask.refused(ValueError, draw(st.sampled_from(_BAD)))


@states("What is no text is a TypeError.")
def a_number_is_refused(draw: st.DrawFn, ask: Ask) -> None:
    """Break where 2023 is read as a year, or as a timestamp."""
    not_text: Any = draw(st.sampled_from([2023, 2023.5, None, b"2023", True]))
    ask.refused(TypeError, not_text)


@states("It can't be changed, and can be a key of a dictionary.")
def it_is_a_value(draw: st.DrawFn, ask: Ask) -> None:
    """Break where the date can be moved under its owner's feet."""
    when = ask.value(str(draw(near_dates())))
    change = lambda: setattr(when, "earliest", date(2030, 1, 1))  # noqa: E731
    ask.then_refused(AttributeError, "setting its earliest", change)
    ask.then("{it: 1}", lambda: {when: 1})


fuzzy_date: tuple[Law, ...] = laws_of(
    "FuzzyDate.parse",
    (
        a_name_stands_for_all_its_days,
        text_can_be_read_again,
        the_same_days_are_the_same_date,
        a_qualifier_moves_nothing,
        meeting_is_having_a_day_in_common,
        lying_in_is_having_every_day_there,
        it_lies_in_its_own_days,
        preceding_is_being_wholly_before,
        there_is_no_smaller,
        bad_text_is_refused,
        a_number_is_refused,
        it_is_a_value,
    ),
)
