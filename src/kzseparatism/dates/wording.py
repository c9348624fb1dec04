"""Dates and lengths of time as a person says them: "May 2023, uncertain", "1 year, 6 months"."""

from __future__ import annotations

from datetime import date

from kzseparatism.dates.calendar_words import MONTHS, SEASONS
from kzseparatism.dates.fuzzy import FuzzyDate
from kzseparatism.dates.term import Term

SIGNS = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}


def in_words(when: FuzzyDate) -> str:
    """Return the days that a date may be, in words and without its sign.

    >>> in_words(FuzzyDate.parse("[2021-12-01..2022-07-02]"))
    '1 December 2021 to 2 July 2022'
    >>> in_words(FuzzyDate.parse("2023-05?")), in_words(FuzzyDate.parse("[..2017-01-30]"))
    ('May 2023', '30 January 2017 or before')
    >>> in_words(FuzzyDate.parse("2023-24")), in_words(FuzzyDate.parse("202X"))
    ('winter 2023 to 2024', '2020 to 2029')
    """
    first, last = when.earliest, when.latest
    years = f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    match when.precision:
        case "open":
            before = first == date.min
            said = f"{_day(last)} or before" if before else f"{_day(first)} or after"
        case "year" | "decade" | "century":
            said = years
        case "season":
            said = f"{SEASONS[first.month // 3 - 1]} {years}"
        case "month":
            said = f"{MONTHS[first.month - 1]} {first.year}"
        case "day":
            said = _day(first)
        case _:
            said = f"{_day(first)} to {_day(last)}"
    return said


def with_doubt(when: FuzzyDate | None) -> str:
    """Return a date in words, a range as one day of it, with what its sign says.

    >>> with_doubt(FuzzyDate.parse("[2021-12-01..2022-07-02]"))
    'a day from 1 December 2021 to 2 July 2022'
    >>> with_doubt(FuzzyDate.parse("2017-01-26?")), with_doubt(None)
    ('26 January 2017, uncertain', 'no date')
    """
    if when is None:
        return "no date"
    # "1 to 3 May" alone reads as something that went on for three days.
    said = f"a day from {in_words(when)}" if when.precision == "range" else in_words(when)
    return f"{said}, {SIGNS[when.qualifier]}" if when.qualifier else said


def in_brief(when: FuzzyDate) -> str:
    """Return the shortest name that holds all days that a date may be, for a title.

    That is the day, else the month, the year or the years; "about" and "?" stand for its sign.

    >>> in_brief(FuzzyDate.parse("[2014-08-26..2014-08-31]")), in_brief(FuzzyDate.parse("2012-03~"))
    ('August 2014', 'about March 2012')
    >>> in_brief(FuzzyDate.parse("[1991..2020-12-22]")), in_brief(FuzzyDate.parse("[..2017-01?]"))
    ('1991 to 2020', 'by 2017?')
    """
    about = "about " if when.qualifier in ("~", "%") else ""
    doubt = "?" if when.qualifier in ("?", "%") else ""
    return f"{about}{_briefly(when)}{doubt}"


def _briefly(when: FuzzyDate) -> str:
    if when.earliest == date.min:
        return f"by {when.latest.year}"
    if when.latest == date.max:
        return f"since {when.earliest.year}"
    if when.precision in ("day", "season"):
        return in_words(when)
    if when.month is not None:
        return f"{MONTHS[when.month - 1]} {when.year}"
    return str(when.year or f"{when.earliest.year} to {when.latest.year}")


def length(term: Term) -> str:
    """Return a length of time in words.

    >>> length(Term(years=1, months=6)), length(Term(days=15))
    ('1 year, 6 months', '15 days')
    """
    units = (("year", term.years), ("month", term.months), ("day", term.days))
    return ", ".join(
        f"{number} {unit}{'' if number == 1 else 's'}" for unit, number in units if number
    )


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
