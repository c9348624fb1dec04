"""Windows by example."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pandas as pd
import pytest

from kzseparatism.dates import FuzzyDate, Window
from kzseparatism.errors import InvalidValueError, WrongTypeError


@pytest.mark.parametrize(
    ("start", "end", "window"),
    [
        ("2023-05", "2023-06", Window(date(2023, 5, 1), date(2023, 6, 30))),
        ("2023", "2023", Window(date(2023, 1, 1), date(2023, 12, 31))),
        ("2023", "2023-05-30", Window(date(2023, 1, 1), date(2023, 5, 30))),
        ("2023-06", "2023", Window(date(2023, 6, 1), date(2023, 12, 31))),
        ("202X", FuzzyDate.parse("2023-24"), Window(date(2020, 1, 1), date(2024, 2, 29))),
        (date(2023, 5, 1), date(2023, 5, 1), Window(date(2023, 5, 1), date(2023, 5, 1))),
        (None, None, Window(date.min, date.max)),
        ("2023", None, Window(date(2023, 1, 1), date.max)),
        (None, "2023", Window(date.min, date(2023, 12, 31))),
        (date.min, date.max, Window(date.min, date.max)),
        (
            datetime(2023, 5, 1, 23, tzinfo=UTC),
            pd.Timestamp("2023-05-02"),
            Window(date(2023, 5, 1), date(2023, 5, 2)),
        ),
        (
            "[2023-05-03..2023-05-04]",
            "[2023-05-05..2023-05-06]",
            Window(date(2023, 5, 3), date(2023, 5, 6)),
        ),
    ],
)
def test_of_names_all_days_of_its_bounds(start: Any, end: Any, window: Window) -> None:
    """The window runs from the first day of its start to the last of its end; None is open."""
    assert Window.of(start, end) == window
    assert Window.of(start=start, end=end) == window
    assert Window.of(window.start, window.end) == window


def test_of_nothing_is_all_time() -> None:
    """Without bounds the window is open at both ends."""
    assert Window.of() == Window(date.min, date.max)


def test_reversed_window_is_refused() -> None:
    """A window that ends before it starts is a ValueError naming both days."""
    with pytest.raises(InvalidValueError, match=r"'2024-01-01\.\.2023-12-31' ends before"):
        Window.of("2024", "2023")
    with pytest.raises(InvalidValueError, match=r"'2023-05-31\.\.2023-05-30' ends before"):
        Window(date(2023, 5, 31), date(2023, 5, 30))


@pytest.mark.parametrize("qualifier", ["?", "~", "%"])
def test_qualified_bound_is_refused(qualifier: str) -> None:
    """A qualified bound is a ValueError that says which it is and what to write."""
    with pytest.raises(InvalidValueError, match=r'^start: .* is qualified.* write "2023"'):
        Window.of("2023" + qualifier, "2024")
    with pytest.raises(InvalidValueError, match=r'^end: .* is qualified.* write "2023-05"'):
        Window.of("2022", FuzzyDate.parse("2023-05" + qualifier))


@pytest.mark.parametrize("bound", ["[..2023]", "[2023..]"])
def test_bound_with_an_open_end_is_refused(bound: str) -> None:
    """A date with an open end is no bound, on either side; None is how to say open."""
    with pytest.raises(InvalidValueError, match=r"^start: .* write None"):
        Window.of(start=bound)
    with pytest.raises(InvalidValueError, match=r"^end: .* write None"):
        Window.of(end=bound)


@pytest.mark.parametrize("bound", [2023, True, 2023.0, b"2023", pd.NaT, pd.NA, ["2023"], object()])
def test_bound_of_another_type_is_refused(bound: Any) -> None:
    """Numbers, bytes, missing values and containers are a TypeError, not an open end."""
    with pytest.raises(WrongTypeError, match=r"^start: "):
        Window.of(bound)
    with pytest.raises(WrongTypeError, match=r"^end: "):
        Window.of(end=bound)


@pytest.mark.parametrize("bound", ["", "May 2023", "2023-02-30", "2023/2024", date(1, 6, 1)])
def test_bound_that_is_no_date_is_refused(bound: Any) -> None:
    """Text that is no date, and a day of a year that stands for an open end, is a ValueError."""
    with pytest.raises(InvalidValueError, match=r"^start: "):
        Window.of(bound)
    with pytest.raises(InvalidValueError, match=r"^end: "):
        Window.of(end=bound)


def test_open_ends_on_the_wrong_side_are_refused() -> None:
    """The last day of all is no start, and the first of all no end."""
    with pytest.raises(InvalidValueError, match="outside the years"):
        Window.of(start=date.max)
    with pytest.raises(InvalidValueError, match="outside the years"):
        Window.of(end=date.min)


@pytest.mark.parametrize("wrong", ["2023", None, datetime(2023, 1, 1, tzinfo=UTC), pd.NaT])
def test_constructor_takes_plain_days(wrong: Any) -> None:
    """The constructor itself takes dates only, and says which field is wrong."""
    with pytest.raises(WrongTypeError, match=r"^Window\.start: "):
        Window(wrong, date(2023, 1, 1))
    with pytest.raises(WrongTypeError, match=r"^Window\.end: "):
        Window(date(2023, 1, 1), wrong)


@pytest.mark.parametrize(
    "window", [Window.of("2023", "2024"), Window.of(), Window.of(None, "2023")]
)
def test_of_a_window_is_itself(window: Window) -> None:
    """A window comes back as the same object, so that it can stand for two ends."""
    assert Window.of(window) is window
    assert Window.of(start=window, end=None) is window


def test_window_beside_another_bound_is_refused() -> None:
    """A window has two ends: another beside it is an error that names the argument."""
    window = Window.of("2023", "2024")
    with pytest.raises(InvalidValueError, match=r"^end: '2025' stands beside a Window") as caught:
        Window.of(window, "2025")
    assert (caught.value.place, caught.value.value) == ("end", "2025")
    with pytest.raises(InvalidValueError, match=r"^end: .* stands beside a Window"):
        Window.of(window, window)  # type: ignore[arg-type]
    with pytest.raises(
        WrongTypeError, match=r"^end: .* has a start already; give the Window alone"
    ):
        Window.of("2022", window)  # type: ignore[arg-type]


def test_windows_are_values() -> None:
    """Windows are frozen and hash by value."""
    window = Window.of("2023")
    assert {window: 1}[Window(date(2023, 1, 1), date.max)] == 1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        window.start = date.min  # type: ignore[misc]


@pytest.mark.parametrize(
    ("bounds", "place", "value"),
    [
        (("2024", "2023"), "window", "2024-01-01..2023-12-31"),
        (("2023-05~", None), "start", "2023-05~"),
        ((None, "2023-05?"), "end", "2023-05?"),
        (("[2023..]", None), "start", "[2023-01-01..]"),
        ((None, "[..2023]"), "end", "[..2023-12-31]"),
        (("2023-13", None), "start", "2023-13"),
        ((None, "30.05.2023"), "end", "30.05.2023"),
        (("[2023?..2024?]", None), "start", "[2023-01-01?..2024-12-31?]"),
        ((None, date(1, 6, 1)), "end", date(1, 6, 1)),
    ],
)
def test_errors_carry_bound_and_value(bounds: tuple[Any, Any], place: str, value: object) -> None:
    """A program reads from an error which bound is wrong, and its text."""
    with pytest.raises(InvalidValueError) as caught:
        Window.of(*bounds)
    assert (caught.value.place, caught.value.value) == (place, value)
