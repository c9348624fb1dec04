"""The laws of dates, each against a naive reading of what it says."""

import pickle
import re
from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise

import attrs
import hypothesis.strategies as st
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, example, given

from kzseparatism.dates import FuzzyDate, Window

FIRST, LAST = date(2, 1, 1), date(9998, 12, 31)
MONTHS_OF = {
    **{f"{month:02}": (month,) for month in range(1, 13)},
    **{f"{season}": (n, n + 1, n + 2) for season, n in ((21, 3), (22, 6), (23, 9))},
    **{f"{32 + n}": (3 * n - 2, 3 * n - 1, 3 * n) for n in (1, 2, 3, 4)},
    **{f"{39 + n}": tuple(range(6 * n - 5, 6 * n + 1)) for n in (1, 2)},
}

days = st.dates(FIRST, LAST)
near_days = st.dates(date(2023, 12, 20), date(2024, 3, 10))
years = st.integers(2, 9998)
qualifiers = st.sampled_from(["", "?", "~", "%"])


def period_texts() -> st.SearchStrategy[str]:
    """Return the names of all kinds of periods, unqualified."""
    return st.one_of(
        years.map("{:04}".format),
        days.map(str),
        st.builds("{:04}-{}".format, years, st.sampled_from(sorted(MONTHS_OF))),
        st.builds("{:04}-24".format, st.integers(2, 9997)),
        st.builds("{:03}X".format, st.integers(1, 998)),
        st.builds("{:02}XX".format, st.integers(1, 98)),
        st.builds("{:04}-XX".format, years),
        st.builds("{:04}-XX-XX".format, years),
        st.builds("{:04}-{:02}-XX".format, years, st.integers(1, 12)),
    )


periods = st.builds(lambda text, mark: FuzzyDate.parse(text + mark), period_texts(), qualifiers)


def ranges(bounds: st.SearchStrategy[date] = days) -> st.SearchStrategy[FuzzyDate]:
    """Return dates between any two of ``bounds``, or with one end open, qualified or not."""
    ends = st.one_of(
        st.builds(lambda one, other: sorted((one, other)), bounds, bounds),
        st.builds(lambda latest: [date.min, latest], bounds),
        st.builds(lambda earliest: [earliest, date.max], bounds),
    )
    return st.builds(lambda pair, sign: FuzzyDate(pair[0], pair[1], sign), ends, qualifiers)


fuzzy_dates = periods | ranges() | ranges(near_days)
near_dates = st.one_of(
    ranges(near_days),
    st.builds(
        lambda text, mark: FuzzyDate.parse(text + mark),
        st.sampled_from(["2023-12", "2024-01", "2024-02", "2023-24", "2024-33", "2024-02-29"]),
        qualifiers,
    ),
)
windows = st.tuples(near_days | st.just(date.min), near_days | st.just(date.max))
lengths = st.builds(
    relativedelta,
    years=st.integers(-30, 30),
    months=st.integers(-30, 30),
    days=st.integers(-400, 400),
)

# The naive reading of a date near 2024: the set of its days, where one far off stands for an end.
FAR_BEFORE, FAR_AFTER = date(2023, 6, 1), date(2024, 9, 1)


def day_set(first: date, last: date) -> set[date]:
    """Return all days from ``first`` to ``last``, open ends cut where nothing else reaches."""
    if first == date.min:
        first = FAR_BEFORE
    if last == date.max:
        last = FAR_AFTER
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def days_between(first: FuzzyDate, second: FuzzyDate) -> int:
    """Return how many days lie from the last day of ``first`` to the first of ``second``."""
    return (second.earliest - first.latest).days


@given(fuzzy_dates)
def test_text_comes_back(value: FuzzyDate) -> None:
    """Parsing the canonical text, or evaluating the repr, gives an equal date of equal hash."""
    again = FuzzyDate.parse(str(value))
    assert again == value
    assert hash(again) == hash(value)
    assert str(again) == str(value)
    assert eval(repr(value)) == value  # noqa: S307
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301


@given(period_texts(), qualifiers)
def test_canonical_text_is_never_longer(text: str, mark: str) -> None:
    """Canonical text is a fixed point, and a period's is no longer than what was written."""
    canonical = str(FuzzyDate.parse(text + mark))
    assert str(FuzzyDate.parse(canonical)) == canonical
    assert len(canonical) <= len(text + mark)


@given(years, st.sampled_from(sorted(MONTHS_OF)))
def test_parts_of_a_year_are_the_days_of_their_months(year: int, code: str) -> None:
    """Months, seasons, quarters and halves are exactly the days of the months they stand for."""
    part = FuzzyDate.parse(f"{year:04}-{code}")
    start = date(year, 1, 1)
    whole_year = [start + timedelta(days=n) for n in range((date(year, 12, 31) - start).days + 1)]
    expected = [day for day in whole_year if day.month in MONTHS_OF[code]]
    assert (part.earliest, part.latest) == (expected[0], expected[-1])
    assert (part.latest - part.earliest).days + 1 == len(expected)


@given(st.integers(10, 9989))
def test_decades_and_centuries_are_their_years(year: int) -> None:
    """An X stands for any digit: the years whose text begins alike."""
    text = f"{year:04}"
    decade = FuzzyDate.parse(text[:3] + "X")
    assert decade.earliest == date(int(text[:3] + "0"), 1, 1)
    assert decade.latest == date(int(text[:3] + "9"), 12, 31)
    assume(100 <= year < 9900)
    century = FuzzyDate.parse(text[:2] + "XX")
    assert century.earliest == date(int(text[:2] + "00"), 1, 1)
    assert century.latest == date(int(text[:2] + "99"), 12, 31)


@given(st.dates(date(100, 1, 1), date(9899, 12, 31)))
def test_periods_nest(day: date) -> None:
    """A day lies in its month, that in its year, decade and century."""
    text = day.isoformat()
    nested = [text, text[:7], text[:4], text[:3] + "X", text[:2] + "XX"]
    for inner, outer in pairwise(nested):
        around = FuzzyDate.parse(outer)
        assert FuzzyDate.parse(inner).lies_in(around.earliest, around.latest)


@given(years)
@pytest.mark.parametrize(
    "codes",
    [
        [f"{month:02}" for month in range(1, 13)],
        ["33", "34", "35", "36"],
        ["40", "41"],
    ],
)
def test_parts_tile_their_year(codes: list[str], year: int) -> None:
    """Twelve months, four quarters or two halves are a year, without gap or overlap."""
    whole = FuzzyDate.parse(f"{year:04}")
    parts = [FuzzyDate.parse(f"{year:04}-{code}") for code in codes]
    assert parts[0].earliest == whole.earliest
    assert parts[-1].latest == whole.latest
    assert all(days_between(one, next_) == 1 for one, next_ in pairwise(parts))


@given(st.integers(2, 9996))
def test_seasons_tile_time(year: int) -> None:
    """Each season begins on the day after the one before it, over the turn of the year too."""
    texts = [f"{year:04}-{code}" for code in (21, 22, 23, 24)] + [f"{year + 1:04}-21"]
    seasons = [FuzzyDate.parse(text) for text in texts]
    assert all(days_between(one, next_) == 1 for one, next_ in pairwise(seasons))


@given(st.data())
def test_a_range_runs_from_its_first_to_its_last_day(data: st.DataObject) -> None:
    """[A..B] has A's earliest day and B's latest, and is refused exactly if those are reversed."""
    first, last = data.draw(st.lists(period_texts(), min_size=2, max_size=2))
    earliest, latest = FuzzyDate.parse(first).earliest, FuzzyDate.parse(last).latest
    if earliest <= latest:
        assert FuzzyDate.parse(f"[{first}..{last}]") == FuzzyDate(earliest, latest)
    else:
        with pytest.raises(ValueError, match="runs backwards"):
            FuzzyDate.parse(f"[{first}..{last}]")
    assert FuzzyDate.parse(f"[{first}..]") == FuzzyDate(earliest, date.max)
    assert FuzzyDate.parse(f"[..{last}]") == FuzzyDate(date.min, latest)


@given(period_texts(), period_texts(), qualifiers, qualifiers)
def test_a_range_takes_one_sign(first: str, last: str, one: str, other: str) -> None:
    """The same sign at both given ends qualifies the range; two signs are a ValueError."""
    earliest, latest = FuzzyDate.parse(first).earliest, FuzzyDate.parse(last).latest
    assume(earliest <= latest)
    text = f"[{first}{one}..{last}{other}]"
    if one == other:
        assert FuzzyDate.parse(text) == FuzzyDate(earliest, latest, one)
    else:
        with pytest.raises(ValueError, match="has different signs at its two ends"):
            FuzzyDate.parse(text)
    assert FuzzyDate.parse(f"[{first}{one}..]") == FuzzyDate(earliest, date.max, one)
    assert FuzzyDate.parse(f"[..{last}{other}]") == FuzzyDate(date.min, latest, other)
    if one:
        with pytest.raises(ValueError, match="has its sign after the bracket"):
            FuzzyDate.parse(f"[{first}..{last}]{one}")


@given(fuzzy_dates, fuzzy_dates)
def test_equality_is_of_days_and_qualifier(one: FuzzyDate, other: FuzzyDate) -> None:
    """Two dates are equal exactly if their three fields, and so their texts, are; hashes follow."""
    assert (one == other) == (one.sort_key == other.sort_key) == (str(one) == str(other))
    if one == other:
        assert hash(one) == hash(other)


@given(fuzzy_dates)
def test_precision_says_how_the_text_looks(value: FuzzyDate) -> None:
    """Named dates carry their precision's shape; ranges and open ones stand in brackets."""
    text = str(value).translate({ord(sign): None for sign in "?~%"})
    shapes = {"day": 10, "month": 7, "season": 7, "quarter": 7, "half": 7}
    if value.precision in {"range", "open"}:
        assert text[0] == "["
        assert (value.precision == "open") == value.is_open == (len(text) < 24)
    else:
        assert len(text) == shapes.get(value.precision, 4)
        assert text.count("X") == {"decade": 1, "century": 2}.get(value.precision, 0)


@given(fuzzy_dates)
def test_fixed_parts_are_those_of_every_day(value: FuzzyDate) -> None:
    """Year, month and day are given exactly if the first and last day share them and all above."""
    ends = [value.earliest.timetuple()[:3], value.latest.timetuple()[:3]]
    expected = [ends[0][n] if ends[0][: n + 1] == ends[1][: n + 1] else None for n in range(3)]
    assert [value.year, value.month, value.day] == expected


@given(near_dates | fuzzy_dates, near_dates | fuzzy_dates, near_dates | fuzzy_dates)
def test_precedes_is_a_strict_partial_order(
    one: FuzzyDate, two: FuzzyDate, three: FuzzyDate
) -> None:
    """It is irreflexive, asymmetric and transitive."""
    assert not one.precedes(one)
    assert not (one.precedes(two) and two.precedes(one))
    if one.precedes(two) and two.precedes(three):
        assert one.precedes(three)


@given(near_dates, near_dates)
def test_one_precedes_or_both_overlap(one: FuzzyDate, other: FuzzyDate) -> None:
    """Exactly one holds of before, after and overlap, and overlap is a day in common."""
    assert [one.precedes(other), other.precedes(one), one.overlaps(other)].count(True) == 1
    shared = day_set(one.earliest, one.latest) & day_set(other.earliest, other.latest)
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(fuzzy_dates, fuzzy_dates)
def test_order_agrees_with_the_sort_key(one: FuzzyDate, other: FuzzyDate) -> None:
    """What precedes sorts first."""
    if one.precedes(other):
        assert one.sort_key < other.sort_key


@given(near_dates, windows)
def test_predicates_are_those_of_day_sets(value: FuzzyDate, window: tuple[date, date]) -> None:
    """Possible is a day in common; certain is all days inside, without a qualifier."""
    start, end = window
    mine, asked = day_set(value.earliest, value.latest), day_set(start, end)
    assert value.meets(start, end) == bool(mine & asked)
    reaches_out = (value.earliest == date.min != start) or (value.latest == date.max != end)
    certain = mine <= asked and not value.qualifier and not reaches_out
    assert value.lies_in(start, end) == certain
    if start <= end:
        asked_at_once = Window(start, end)
        assert value.lies_in(asked_at_once) == certain
        assert value.meets(asked_at_once) == bool(mine & asked)
    assert not certain or value.meets(start, end)


@given(fuzzy_dates)
def test_all_time_holds_every_date(value: FuzzyDate) -> None:
    """The window open at both ends meets every date, and holds every unqualified one."""
    assert value.meets(date.min, date.max)
    assert value.lies_in(date.min, date.max) == (not value.qualifier)


alphabet = st.sampled_from("0123456789-X[].?~%/ \n\x00\ud800\u0662\uff12xT")


@given(st.data())
def test_mutated_text_parses_or_is_a_value_error(data: st.DataObject) -> None:
    """Good text with characters exchanged, dropped or put in never raises anything else."""
    text = str(data.draw(fuzzy_dates))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 2, len(text))))
        text = text[:start] + data.draw(st.text(alphabet, max_size=2)) + text[end:]
    assert_parses_or_refuses(text)


@given(st.text(alphabet, max_size=30) | st.text(max_size=30))
@example("")
@example("9998-24")
@example("[0000..9999]")
@example("2023-02-29\n")
def test_arbitrary_text_parses_or_is_a_value_error(text: str) -> None:
    """Any text at all either parses or is a ValueError that can be printed."""
    assert_parses_or_refuses(text)


def parse_or_explain(text: str) -> FuzzyDate | str:
    """Return the date that ``text`` says, or the message that says why it is none."""
    try:
        return FuzzyDate.parse(text)
    except ValueError as problem:
        return str(problem)


def assert_parses_or_refuses(text: str) -> None:
    """Hold that ``text`` is a date whose digits are its own, or a printable ValueError."""
    parsed = parse_or_explain(text)
    if isinstance(parsed, str):
        assert parsed.isprintable()
        for shown in re.findall(
            r'(?:write|as in|or none,) (".*?"(?: or ".*?")*)',
            parsed.removeprefix(f"date: {text!r}"),
        ):
            for good in shown.split(" or "):
                FuzzyDate.parse(good.strip('"'))
    else:
        assert text.isascii()
        assert text == text.strip()
        assert FuzzyDate.parse(str(parsed)) == parsed


@given(st.integers(65, 1_000_000), st.sampled_from("2X[.-? "))
def test_long_text_is_refused_for_its_length(length: int, character: str) -> None:
    """However long a text, it is refused before it is read: the remedy speaks of length alone."""
    with pytest.raises(ValueError, match="is not a date; none is longer than 64 characters"):
        FuzzyDate.parse(character * length)


@given(days, st.times(), st.integers(-1439, 1439))
def test_of_a_datetime_is_its_own_day(day: date, hour: time, offset: int) -> None:
    """Whatever the zone and hour, the wall clock's day counts, as it does for the date and text."""
    moment = datetime.combine(day, hour, timezone(timedelta(minutes=offset)))
    assert FuzzyDate.of(moment) == FuzzyDate.of(day) == FuzzyDate.of(day.isoformat())


@given(ranges(st.dates(date(1000, 1, 1), date(3000, 1, 1))), st.integers(-300_000, 300_000))
def test_days_there_and_back(value: FuzzyDate, count: int) -> None:
    """Shifting by days and back changes nothing, and neither does the type of the length."""
    shifted = value + timedelta(days=count)
    assert shifted - timedelta(days=count) == value
    assert shifted == value + relativedelta(days=count)
    assert shifted.is_open == value.is_open


@given(st.integers(1000, 3000), st.integers(1, 12), st.integers(1, 40), st.integers(-500, 500))
def test_whole_months_stay_whole(year: int, month: int, count: int, shift: int) -> None:
    """Months moved by months are the same number of whole months, there and back."""
    start = date(year, month, 1)
    end = start + relativedelta(months=count) - timedelta(days=1)
    moved = FuzzyDate(start, end) + relativedelta(months=shift)
    assert moved.earliest == start + relativedelta(months=shift)
    assert moved.latest + timedelta(days=1) == moved.earliest + relativedelta(months=count)
    assert moved - relativedelta(months=shift) == FuzzyDate(start, end)


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(0, 60), lengths)
def test_every_shifted_day_is_in_the_shifted_date(
    day: date, extra: int, length: relativedelta
) -> None:
    """Whichever day was meant, that day moved lies in the date moved; one day stays one."""
    possible = [day + timedelta(days=n) for n in range(extra + 1)]
    for sign, moved in (
        (1, FuzzyDate(day, possible[-1]) + length),
        (-1, FuzzyDate(day, possible[-1]) - length),
    ):
        assert all(moved.meets(one + sign * length, one + sign * length) for one in possible)
        assert moved.earliest == day + sign * length
        # At most the days by which the months differ in length are added at the end.
        assert 0 <= (moved.latest - (possible[-1] + sign * length)).days <= (3 if extra else 0)


@given(ranges(st.dates(date(1000, 1, 1), date(3000, 1, 1))) | near_dates, lengths)
def test_doubt_survives_every_shift(value: FuzzyDate, length: relativedelta) -> None:
    """A shift and a widening keep the qualifier, and are refused for none."""
    plain = value.without_qualifier()
    assert value + length == attrs.evolve(plain + length, qualifier=value.qualifier)
    assert value - length == attrs.evolve(plain - length, qualifier=value.qualifier)
    wide = value.widen(timedelta(days=abs(length.days)))
    assert wide.qualifier == value.qualifier
    assert wide.without_qualifier() == plain.widen(timedelta(days=abs(length.days)))


@given(ranges(st.dates(date(1000, 1, 1), date(3000, 1, 1))), lengths)
def test_widening_contains(value: FuzzyDate, length: relativedelta) -> None:
    """A widened date holds the date, and either shift of it; a longer length holds a shorter."""
    outward = relativedelta(
        years=abs(length.years), months=abs(length.months), days=abs(length.days)
    )
    wide = value.widen(outward)
    for inner in (value, value + outward, value - outward):
        assert wide.overlaps(inner)
    assert value.without_qualifier().lies_in(wide.earliest, wide.latest)
    assert wide.earliest == (value - outward).earliest
    assert wide.latest == (value + outward).latest
    assert wide.without_qualifier().lies_in(*wide.widen(timedelta(days=1)).sort_key[:2])


bounds = st.one_of(st.none(), days, period_texts(), periods, days.map(str))


@given(bounds, bounds)
def test_window_is_from_first_to_last_day(
    start: FuzzyDate | date | str | None, end: FuzzyDate | date | str | None
) -> None:
    """A window holds exactly what its bounds say; doubt or a reversal is a ValueError."""
    known = [FuzzyDate.of(bound) for bound in (start, end) if bound is not None]
    first = date.min if start is None else FuzzyDate.of(start).earliest
    last = date.max if end is None else FuzzyDate.of(end).latest
    if first > last or any(bound.qualifier for bound in known):
        with pytest.raises(ValueError, match=r"ends before it starts|is qualified"):
            Window.of(start, end)
    else:
        assert Window.of(start, end) == Window(first, last)
