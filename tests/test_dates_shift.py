"""Dates that move by a length of time, by example."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from dateutil.relativedelta import MO, relativedelta

from kzseparatism.dates import FuzzyDate
from kzseparatism.dates.days import move_bound
from kzseparatism.errors import InvalidValueError, WrongTypeError


def float_days(days: Any) -> relativedelta:
    """Return a relativedelta with what its type stubs forbid and it takes all the same."""
    return relativedelta(days=days)


@pytest.mark.parametrize(
    ("text", "length", "shifted"),
    [
        ("2023-05-30", relativedelta(years=5), "2028-05-30"),
        ("2023-05-30", relativedelta(days=2), "2023-06-01"),
        ("2023-05-30", relativedelta(weeks=1), "2023-06-06"),
        ("2023-05-30", timedelta(days=2), "2023-06-01"),
        ("2023-05-30", pd.Timedelta(days=2), "2023-06-01"),
        ("2023-05-30", timedelta(hours=48), "2023-06-01"),
        ("2023-05-30", relativedelta(hours=48), "2023-06-01"),
        ("2023-05-30", float_days(2.0), "2023-06-01"),
        ("2023-05-30", relativedelta(years=1, months=-1, days=3), "2024-05-03"),
        ("2023-05-30", relativedelta(), "2023-05-30"),
        # A day that its month lacks falls on the month's last, and a day stays a day.
        ("2023-01-31", relativedelta(months=1), "2023-02-28"),
        ("2024-02-29", relativedelta(years=1), "2025-02-28"),
        ("2023-02-28", relativedelta(months=1), "2023-03-28"),
        ("2023-02-28", relativedelta(years=1), "2024-02-28"),
        # Whole months stay whole.
        ("2023-01", relativedelta(months=1), "2023-02"),
        ("2023-02", relativedelta(months=1), "2023-03"),
        ("2023-02", relativedelta(years=1), "2024-02"),
        ("2024-02", relativedelta(years=-1), "2023-02"),
        ("2023-04", relativedelta(months=-1), "2023-03"),
        ("2023-02?", relativedelta(months=1), "2023-03?"),
        ("2023~", relativedelta(years=5), "2028~"),
        ("2023-24%", relativedelta(years=1), "2024-24%"),
        ("2023-24", relativedelta(months=3), "2024-21"),
        ("2023-33?", relativedelta(months=2), "2023-21?"),
        ("2023-36", relativedelta(months=3), "2024-33"),
        ("2023-40", relativedelta(months=6), "2023-41"),
        ("202X", relativedelta(years=10), "203X"),
        ("[2023-01-15..2023-02]", relativedelta(months=1), "[2023-02-15..2023-03-31]"),
        ("[2023-01-15..2023-02]", relativedelta(months=1, days=1), "[2023-02-16..2023-04-01]"),
        ("[2023-01-30..2023-01-31]", relativedelta(months=1), "2023-02-28"),
        ("[2023-01-30..2023-02-27]", relativedelta(months=1), "[2023-02-28..2023-03-27]"),
        # Days move both ends alike.
        ("2023-05", timedelta(days=1), "[2023-05-02..2023-06-01]"),
        ("2023-05", timedelta(days=-1), "[2023-04-30..2023-05-30]"),
        # An open end stays open.
        ("[..2023-02]", relativedelta(years=1), "[..2024-02-29]"),
        ("[2023..]", relativedelta(years=1), "[2024-01-01..]"),
        ("[..2023-05-30]", timedelta(days=1), "[..2023-05-31]"),
        ("[2023-05-30..]", timedelta(days=-1), "[2023-05-29..]"),
    ],
)
def test_shift(text: str, length: relativedelta | timedelta, shifted: str) -> None:
    """Adding a length moves both ends; taking away its negative does the same."""
    moved = FuzzyDate.parse(text) + length
    assert str(moved) == shifted
    assert FuzzyDate.parse(text) - -length == moved


@pytest.mark.parametrize(
    ("text", "length", "widened"),
    [
        ("2023-05-30", timedelta(days=2), "[2023-05-28..2023-06-01]"),
        ("2023-05-30", relativedelta(months=1), "[2023-04-30..2023-06-30]"),
        ("2023-06", relativedelta(months=1), "[2023-05-01..2023-07-31]"),
        ("2023-02", relativedelta(months=1), "2023-33"),
        ("2023-02?", relativedelta(months=1), "2023-33?"),
        ("2023?", timedelta(0), "2023?"),
        ("2023-05-30", relativedelta(years=1, months=-1), "[2022-06-30..2024-04-30]"),
        ("[..2023-05-30]", timedelta(days=1), "[..2023-05-31]"),
        ("[2023-05-30..]", timedelta(days=1), "[2023-05-29..]"),
    ],
)
def test_widen(text: str, length: relativedelta | timedelta, widened: str) -> None:
    """The earliest day moves back and the latest forward; an open end stays open."""
    assert str(FuzzyDate.parse(text).widen(length)) == widened


@pytest.mark.parametrize(
    "length",
    [
        *(relativedelta(year=2023), relativedelta(month=5), relativedelta(day=31)),
        *(relativedelta(weekday=MO), relativedelta(weekday=MO(-1)), relativedelta(leapdays=1)),
        *(relativedelta(yearday=100), relativedelta(hour=0), relativedelta(microsecond=0)),
        *(relativedelta(hours=5), relativedelta(minutes=1), relativedelta(seconds=-1)),
        *(relativedelta(days=1, hours=-5), relativedelta(microseconds=1)),
        *(float_days(1.5), float_days(float("nan"))),
        *(float_days(float("inf")), timedelta(hours=12), timedelta(days=-1, seconds=1)),
        *(timedelta(microseconds=1), timedelta.max, pd.Timedelta(nanoseconds=1)),
    ],
    ids=repr,
)
def test_only_whole_days_move_a_date(length: Any) -> None:
    """Absolute fields, weekdays and anything below a day are a ValueError, however applied."""
    parsed = FuzzyDate.parse("2023-05-30")
    for apply in (parsed.__add__, parsed.__sub__, parsed.widen):
        with pytest.raises(InvalidValueError, match="is not made of whole days"):
            apply(length)


@pytest.mark.parametrize("other", [5, "P1D", None, 1.0, FuzzyDate.parse("2023"), pd.NaT])
def test_other_types_do_not_move_a_date(other: Any) -> None:
    """Anything but a relativedelta or a timedelta is a TypeError."""
    parsed = FuzzyDate.parse("2023-05-30")
    with pytest.raises(TypeError, match="unsupported operand"):
        parsed + other
    with pytest.raises(TypeError, match="unsupported operand"):
        parsed - other
    with pytest.raises(WrongTypeError, match="is not a relativedelta, a timedelta or a Term"):
        parsed.widen(other)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2023-05-30", relativedelta(years=7976)),  # 9999, of which the last day means "open"
        ("9998-12-31", timedelta(days=1)),
        ("9998-12", timedelta(days=365)),
        ("9998", relativedelta(years=1)),
        ("[..9998-12-31]", relativedelta(years=1)),
        ("0002-01-01", timedelta(days=-1)),
        ("0002-12-31", relativedelta(years=-1)),
        ("[0002-01-01..2023-05-30]", timedelta(days=-366)),
        ("[0002-01-01..]", relativedelta(years=-1)),
        ("2023-05-30", relativedelta(years=10**6)),
        ("2023-05-30", relativedelta(years=-(10**6))),
        ("2023-05-30", relativedelta(years=10**400)),
        ("2023-05-30", relativedelta(days=10**12)),
        ("2023-05-30", timedelta(days=999_999_999)),
        ("2023-05-30", timedelta.min),
    ],
)
def test_shift_beyond_the_years_is_refused(text: str, length: relativedelta | timedelta) -> None:
    """A shift past the years 2 to 9998 is a ValueError and never turns into an open end."""
    with pytest.raises(InvalidValueError, match="out of the years 0002 to 9998"):
        FuzzyDate.parse(text) + length


def test_shift_to_the_outermost_days_is_fine() -> None:
    """The last day of 9998 and the first of 2 can be reached."""
    assert str(FuzzyDate.parse("9997") + relativedelta(years=1)) == "9998"
    assert str(FuzzyDate.parse("0003") - relativedelta(years=1)) == "0002"
    assert str(FuzzyDate.parse("9998-12-30") + timedelta(days=1)) == "9998-12-31"


@pytest.mark.parametrize("sign", ["?", "~", "%"])
def test_doubt_is_kept_in_every_shift(sign: str) -> None:
    """A qualified date that loses its name becomes a qualified range, and may become a name."""
    parsed = FuzzyDate.parse("2023-02" + sign)
    assert str(parsed + timedelta(days=3)) == f"[2023-02-04{sign}..2023-03-03{sign}]"
    assert str(parsed - timedelta(days=1)) == f"[2023-01-31{sign}..2023-02-27{sign}]"
    assert str(parsed.widen(timedelta(days=3))) == f"[2023-01-29{sign}..2023-03-03{sign}]"
    assert parsed + timedelta(days=3) - timedelta(days=3) == parsed
    until = FuzzyDate.parse(f"[..2023-02{sign}]")
    assert str(until + relativedelta(months=1)) == f"[..2023-03-31{sign}]"


@pytest.mark.parametrize(
    "length",
    [
        timedelta(days=-1),
        relativedelta(days=-1),
        relativedelta(months=-1),
        relativedelta(years=-1, months=11),
        relativedelta(months=1, days=-40),
        relativedelta(months=-1, days=40),
    ],
    ids=repr,
)
def test_a_date_is_not_widened_backwards(length: relativedelta | timedelta) -> None:
    """A length negative in its months or in its days is a ValueError."""
    with pytest.raises(InvalidValueError, match="is negative"):
        FuzzyDate.parse("2023").widen(length)


def test_shift_leaves_length_and_date_alone() -> None:
    """A relativedelta, which is mutable, and the date itself are what they were."""
    parsed, length = FuzzyDate.parse("2023-01"), relativedelta(years=1, months=2, days=3)
    assert parsed + length != parsed
    assert (parsed, length) == (
        FuzzyDate.parse("2023-01"),
        relativedelta(years=1, months=2, days=3),
    )


@pytest.mark.parametrize(
    ("shift", "place", "value"),
    [
        (lambda date: date.widen("P1M"), "length", "P1M"),
        (lambda date: date.widen(timedelta(hours=36)), "length", timedelta(hours=36)),
        (lambda date: date.widen(timedelta(-1)), "length", relativedelta(days=-1)),
        (lambda date: date + relativedelta(years=9000), "length", relativedelta(years=9000)),
    ],
)
def test_errors_carry_what_was_wrong(
    shift: Callable[[FuzzyDate], object], place: str, value: object
) -> None:
    """A program reads from an error whether it is about the length or the date, and which."""
    with pytest.raises((InvalidValueError, WrongTypeError)) as caught:
        shift(FuzzyDate.parse("2023-01?"))
    assert (caught.value.place, caught.value.value) == (place, value)


@pytest.mark.parametrize(
    ("day", "length", "moved"),
    [
        (date(2023, 1, 31), relativedelta(months=1), date(2023, 2, 28)),
        (date(2023, 1, 31), relativedelta(days=-31), date(2022, 12, 31)),
        (date(2, 1, 1), relativedelta(days=-1_000), date.min),
        (date(2, 1, 1), relativedelta(months=-30), date.min),
        (date(9998, 1, 1), relativedelta(days=1_000), date.max),
        (date(9998, 1, 1), relativedelta(months=30), date.max),
        (date.min, relativedelta(days=5), date.min),
        (date.max, relativedelta(days=-5), date.max),
    ],
)
def test_a_bound_that_leaves_the_calendar_is_open(
    day: date, length: relativedelta, moved: date
) -> None:
    """It leaves at the end towards which it moves, and an open bound stays open."""
    assert move_bound(day, length) == moved
