"""The options of strategies: what is impossible is refused, with the value and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

_T = TypeVar("_T")


def check_strategy(name: str, given: object) -> st.SearchStrategy[Any]:
    """Return the strategy given for an option; refuse anything else."""
    if not isinstance(given, st.SearchStrategy):
        message = f"{name}={given!r} is not a strategy: write st.just({given!r})"
        raise InvalidArgument(message)
    return given


def checked(name: str, kinds: type | tuple[type, ...], value: Any) -> Any:
    """Return what an option's strategy has drawn; refuse what is of no such kind."""
    # bool is a subclass of int, and no option draws True or False.
    if not isinstance(value, kinds) or isinstance(value, bool):
        kind = kinds if isinstance(kinds, type) else kinds[0]
        message = f"{name}= has drawn {value!r}, which is not of type {kind.__name__}"
        raise InvalidArgument(message)
    return value


def check_flag(name: str, value: object) -> None:
    """Refuse anything but True and False."""
    if not isinstance(value, bool):
        message = f"{name}={value!r} is neither True nor False"
        raise InvalidArgument(message)


def check_days(low: object, high: object) -> None:
    """Refuse bounds that are no plain days, or that leave no day between them."""
    for name, value in (("min_value", low), ("max_value", high)):
        if not isinstance(value, date) or isinstance(value, datetime):
            message = f"{name}={value!r} is not a plain datetime.date"
            raise InvalidArgument(message)
    if low > high:  # type: ignore[operator]
        message = f"there is no day from min_value={low} to max_value={high}"
        raise InvalidArgument(message)


def check_sizes(min_size: object, max_size: object) -> None:
    """Refuse sizes that are no whole numbers from 0 up, or that leave none between them."""
    for name, value in (("min_size", min_size), ("max_size", max_size)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            message = f"{name}={value!r} is not a whole number of 0 or more"
            raise InvalidArgument(message)
    if min_size > max_size:  # type: ignore[operator]
        message = f"there is no size from min_size={min_size} to max_size={max_size}"
        raise InvalidArgument(message)


def check_number(name: str, value: object, most: int) -> None:
    """Refuse anything but a whole number from 0 to ``most``."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        message = f"{name}={value!r} is not a whole number from 0 to {most}"
        raise InvalidArgument(message)


def each_once(items: Iterable[_T]) -> tuple[_T, ...]:
    """Return items without repetition, for no record names a thing twice."""
    return tuple(dict.fromkeys(items))
