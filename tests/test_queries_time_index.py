"""The time index beside a plain scan: nested, open, doubtful and equal ranges, large and small."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from random import Random

import attrs
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism.queries.time_index import TimeIndex
from kzseparatism.strategies import fuzzy_dates

Entry = tuple[kz.FuzzyDate, str, str]
_DAYS = st.dates(date(2022, 1, 1), date(2024, 12, 31))


def scan(entries: list[Entry], window: kz.Window, *, certainly: bool) -> list[str]:
    """Return the answer of the definition: look at each, then sort."""
    fits = [
        (when.earliest, when.latest, name)
        for when, name, _ in entries
        if (when.lies_in(window) if certainly else when.meets(window))
    ]
    return [name for _, _, name in sorted(fits)]


def assert_like_a_scan(entries: list[Entry], window: kz.Window) -> None:
    """Both questions have the answers of the scan, in its order."""
    index = TimeIndex(entries)
    assert index.possible(window) == scan(entries, window, certainly=False)
    assert index.certain(window) == scan(entries, window, certainly=True)
    plain = [(when.without_qualifier(), name, thing) for when, name, thing in entries]
    assert index.coded(window) == scan(plain, window, certainly=True)


@given(
    dates=st.lists(fuzzy_dates(), max_size=40),
    ends=st.tuples(_DAYS, _DAYS),
    open_at=st.sampled_from(["", "start", "end", "both"]),
)
def test_any_dates_and_any_window(
    dates: list[kz.FuzzyDate], ends: tuple[date, date], open_at: str
) -> None:
    """Whatever the dates, the index and the scan agree, for windows open on either side too."""
    start, end = sorted(ends)
    window = kz.Window(
        date.min if open_at in ("start", "both") else start,
        date.max if open_at in ("end", "both") else end,
    )
    entries = [(when, f"{n:03}", f"{n:03}") for n, when in enumerate(reversed(dates))]
    assert_like_a_scan(entries, window)


def made_up(number: int, seed: int) -> list[Entry]:
    """Return ranges of very different lengths, some nested, some open, a third of them in doubt."""
    random = Random(seed)  # noqa: S311 - no secret
    entries = []
    for position in range(number):
        first = date(2000, 1, 1) + timedelta(random.randrange(9_000))
        last = first + timedelta(random.choice([0, 0, 1, 30, 365, 4_000]))
        shape = random.randrange(20)
        when = kz.FuzzyDate(
            date.min if shape == 0 else first,
            date.max if shape == 1 else last,
            random.choice(["", "", "?"]),
        )
        name = f"{random.randrange(10**6):06}-{position}"
        entries.append((when, name, name))
    return entries


def test_every_level_of_the_tree() -> None:
    """At sizes around the powers of the block, for long and short windows, the scan agrees."""
    for number in (0, 1, 15, 16, 17, 255, 256, 257, 4_095, 4_097):
        entries = made_up(number, number)
        index, random = TimeIndex(entries), Random(number)  # noqa: S311
        assert len(index.possible(kz.Window.of())) == number
        for days in (0, 3, 400, 9_000):
            start = date(1999, 1, 1) + timedelta(random.randrange(9_500))
            window = kz.Window(start, start + timedelta(days))
            assert index.possible(window) == scan(entries, window, certainly=False)
            assert index.certain(window) == scan(entries, window, certainly=True)


def test_windows_that_touch_a_range_with_one_day() -> None:
    """A window that begins on the last day of a range, or ends on its first, has it."""
    entries = made_up(600, 7)
    index = TimeIndex(entries)
    for when, _, _ in entries[::13]:
        for window in (
            kz.Window(when.latest, max(when.latest, date(2050, 1, 1))),
            kz.Window(min(when.earliest, date(1990, 1, 1)), when.earliest),
            kz.Window(when.earliest, when.latest),
        ):
            assert index.possible(window) == scan(entries, window, certainly=False)
            assert index.certain(window) == scan(entries, window, certainly=True)


def test_one_long_range_among_many_short_ones() -> None:
    """A range of a century that began long ago is found where nothing else is."""
    entries = [
        (kz.FuzzyDate.of(date(2000, 1, 1) + timedelta(n)), f"{n:05}", f"{n:05}")
        for n in range(5_000)
    ]
    entries.append((kz.FuzzyDate.parse("[1900..2050]"), "long", "long"))
    index = TimeIndex(entries)
    assert index.possible(kz.Window.of("2040", "2041")) == ["long"]
    assert index.certain(kz.Window.of("2040", "2041")) == []
    assert index.certain(kz.Window.of("1890", "2060"))[0] == "long"


def test_a_table_is_asked_by_many_threads_at_once() -> None:
    """Threads that ask a new table for the first time at once get the same answer."""
    template = kz.statements["medvedev-page-artificial-state"]
    table = kz.Table(
        attrs.evolve(template, id=f"s-{n}", date=date(2020, 1, 1) + timedelta(n % 500))
        for n in range(2_000)
    )
    gate, answers = threading.Barrier(8), []

    def ask() -> None:
        gate.wait()
        answers.append(kz.statements_between("2020-05", "2020-06", among=table).ids)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert len(set(answers)) == 1
    assert len(answers[0]) == 4 * 61


def test_what_was_asked_before_makes_no_difference() -> None:
    """An answer is a table of its own, whose own index has its own records alone."""
    year = kz.statements_between("2023", "2023", match="certain")
    may = kz.statements_between("2023-05", "2023-05", among=year)
    assert set(may.ids) <= set(year.ids)
    assert kz.statements_between("2014", "2014", among=year) == kz.Table()
    assert kz.statements_between("2023-05", "2023-05", among=list(year)) == may
    assert kz.find_actor("Putin", among=kz.statements) is kz.find_actor("Putin")
