"""The time line: each dated thing once, doubt paler than certainty, what has no date told."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import kzseparatism as kz
from kzseparatism.plot.axis import Axis, axis_of
from kzseparatism.plot.scene import Box, Dot, Label, Line, Shape, paler, width_of
from kzseparatism.plot.time_line import MOST_ROWS
from records import actor, case, charge, sentence, stage, statement
from strategies import events, fuzzy_dates, lists_of, staged_cases, statements

MIXED = st.one_of(lists_of(statements), lists_of(events), lists_of(staged_cases))
DOUBTFUL = "#ffffff"


def dates(records: list[Any]) -> list[kz.FuzzyDate | None]:
    """Return the dates of records one by one; a case has those of its stages."""
    found: list[kz.FuzzyDate | None] = []
    for record in records:
        if isinstance(record, kz.Case):
            found += [one.date for one in record.stages] or [None]
        else:
            found.append(record.date)
    return found


def drawn(picture: kz.plot.Picture) -> list[Box | Dot]:
    """Return the marks and bars of dates, without the legend and what is only paper."""
    shapes = picture._scene.shapes
    legend = next(
        at
        for at, one in enumerate(shapes)
        if isinstance(one, Dot) and _label_after(shapes, at) == "statement"
    )
    return [
        one
        for one in shapes[:legend]
        if isinstance(one, Dot) or (isinstance(one, Box) and one.fill != one.edge)
    ]


def _label_after(shapes: tuple[Shape, ...], at: int) -> str:
    after = shapes[at + 1]
    return after.text if isinstance(after, Label) else ""


def look(when: kz.FuzzyDate) -> tuple[str, bool]:
    """Return which shape stands for a date, and whether it is marked as doubtful."""
    return ("Dot" if when.earliest == when.latest else "Box", when.qualifier != "")


@settings(max_examples=40)
@given(MIXED)
def test_every_date_has_its_mark_and_no_other(records: list[Any]) -> None:
    """Days are dots, ranges are bars, and the doubtful are white or hatched: as many as dated."""
    right = Counter(look(when) for when in dates(records) if when is not None)
    picture = kz.plot.timeline(records)
    assert right == Counter((type(one).__name__, one.fill == DOUBTFUL) for one in drawn(picture))
    for one in drawn(picture):
        assert not isinstance(one, Box) or one.hatched == (one.fill == DOUBTFUL)


@settings(max_examples=40)
@given(MIXED)
def test_the_text_has_every_entry(records: list[Any]) -> None:
    """The text has a line for every date, and one for everything that has none."""
    lines = kz.plot.timeline(records).text.splitlines()[1:]
    assert len(lines) == len(dates(records))
    without = sum(when is None for when in dates(records))
    assert sum(line.startswith("- no date: ") for line in lines) == without


@settings(max_examples=40)
@given(MIXED)
def test_open_ends_are_arrows_and_nothing_leaves_the_page(records: list[Any]) -> None:
    """There is an arrow for each open end, and every shape is within the page."""
    scene = kz.plot.timeline(records)._scene
    arrows = [one for one in scene.shapes if isinstance(one, Line) and one.arrow]
    assert len(arrows) == 1 + sum(when is not None and when.is_open for when in dates(records))
    for end in (end for shape in scene.shapes for end in ends(shape)):
        assert 0 <= end <= scene.width


def ends(shape: Shape) -> list[float]:
    """Return how far to the left and to the right a shape goes."""
    match shape:
        case Box() as box:
            return [box.x, box.x + box.width]
        case Dot() as dot:
            return [dot.x - dot.radius, dot.x + dot.radius]
        case Line() as line:
            return [x for x, _ in line.points]
        case Label() as label:
            wide = width_of(label.text, label.size) if label.align == "left" else 0
            return [label.x, label.x + wide]


@given(st.lists(fuzzy_dates(), max_size=25))
def test_packed_dates_are_not_in_each_others_way(given_dates: list[kz.FuzzyDate]) -> None:
    """Every date comes once, and of two at one depth, one ends before the other begins."""
    axis = axis_of(given_dates, 0, 500)
    packed = list(axis.packed(given_dates, 5))
    assert Counter(when for when, _ in packed) == Counter(given_dates)
    for at, (one, depth) in enumerate(packed):
        for other, same in packed[:at]:
            assert depth != same or axis.span(other, 5)[1] < axis.span(one, 5)[0]


@given(st.lists(fuzzy_dates(), min_size=1))
def test_an_axis_is_in_the_order_of_days(given_dates: list[kz.FuzzyDate]) -> None:
    """A later day stands further to the right, open ends at the two edges."""
    axis = axis_of(given_dates, 0, 500)
    days = sorted({day for when in given_dates for day in (when.earliest, when.latest)})
    stands = [axis.x(day) for day in days]
    assert stands == sorted(set(stands))
    assert stands[0] >= 0
    assert stands[-1] <= 500


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("0100-01-01", "9900-12-31"),
        ("1989-01-01", "2024-12-31"),
        ("2020-02-01", "2023-05-01"),
        ("2023-01-15", "2023-09-01"),
        ("2023-02-20", "2023-03-12"),
    ],
)
def test_an_axis_has_few_ticks(first: str, last: str) -> None:
    """Centuries, years, months and days have between three and ten ticks, none before the axis."""
    axis = Axis(date.fromisoformat(first), date.fromisoformat(last), 0, 500)
    labels = [one for one in axis.ticks(0, 10) if isinstance(one, Label)]
    assert 3 <= len(labels) <= 10
    assert all(0 <= one.x <= 500 for one in labels)
    assert len({one.text for one in labels}) == len(labels)


def test_a_range_is_paler_than_a_day_and_doubt_is_paler_than_a_range() -> None:
    """The same kind of thing is darkest where most is known."""
    words = [
        statement("one", "2023-05-01"),
        statement("two", "2023-05"),
        statement("three", "2023-05?"),
    ]
    fills = {
        (type(one).__name__, one.fill == DOUBTFUL): sum(bytes.fromhex(one.fill[1:]))
        for one in drawn(kz.plot.timeline(words))
    }
    assert fills["Dot", False] < fills["Box", False] < fills["Box", True]


def test_many_entries_have_lanes() -> None:
    """More than forty entries stand in a lane for each kind, and the undated are counted."""
    words = [statement(f"words-{n}", None if n % 10 == 0 else "2023") for n in range(MOST_ROWS)]
    assert "Not drawn" not in labels(kz.plot.timeline(words))
    told = labels(
        kz.plot.timeline([*words, case(stages=[stage("trial", "2023-05-01")]), case("b")])
    )
    assert "Not drawn, because it has no date: case without stages 1, statement 4." in told
    for word in ("statement\n", "trial\n"):
        assert word in told


def labels(picture: kz.plot.Picture) -> str:
    """Return all the words in a picture, one label a line."""
    shapes = picture._scene.shapes
    return "".join(f"{one.text}\n" for one in shapes if isinstance(one, Label))


def test_lanes_tell_the_years_as_counts_does() -> None:
    """The text of many entries has the numbers of ``counts`` by year."""
    lines = kz.plot.timeline(kz.statements).text.splitlines()
    for one in kz.counts(kz.timeline(among=kz.statements), by="year"):
        told = f"- {one.group}: {one.certain} certain, {one.possible - one.certain} more possible"
        assert (told in lines) == one.group.isdigit()
    known = [one.date for one in kz.statements if one.date is not None]
    days = sum(when.precision == "day" for when in known)
    doubtful = sum(bool(when.qualifier) for when in known)
    assert lines[0] == (
        f"{len(known)} entries with a date: {days} single days, {len(known) - days} ranges, "
        f"{sum(when.is_open for when in known)} open at one end, {doubtful} marked as doubtful. "
        f"{len(kz.statements) - len(known)} entries without a date."
    )


def test_moments_and_stages_can_be_given() -> None:
    """The answers of ``timeline`` and ``stages`` give the picture that their records give."""
    picture = kz.plot.timeline(kz.cases, title="Same")
    assert kz.plot.timeline(kz.timeline(among=kz.cases), title="Same").text.splitlines()[1:] == [
        line for line in picture.text.splitlines()[1:] if not line.startswith("- no date")
    ]
    convictions = kz.plot.timeline(kz.stages("conviction"))
    assert convictions.title == "Time line: 6 stages"
    assert convictions.text.count(": conviction: ") == 6


def test_private_persons_are_named_only_if_asked() -> None:
    """A private speaker is a pseudonym, in the words and in the picture."""
    speaker = actor("made-up-1", name="Nemo Incognitus", private=True)
    words = [statement(speakers=[speaker], summary="Incognitus said nothing.")]
    hidden, named = kz.plot.timeline(words), kz.plot.timeline(words, names=True)
    for told in (hidden.text, labels(hidden)):
        assert "Incognitus" not in told
        assert "[made-up-1]" in told
    assert "Nemo Incognitus" in named.text
    assert "Nemo Incognitus" in labels(named)


@pytest.mark.parametrize("records", [[], [statement()], [case()]])
def test_nothing_to_draw_is_told(records: list[Any]) -> None:
    """An empty table is an empty picture, and records without dates are rows without marks."""
    picture = kz.plot.timeline(records)
    assert drawn(picture) == []
    assert ("No record." in labels(picture)) == (not records)
    assert labels(picture).count("no date\n") == len(records)


@pytest.mark.parametrize(
    ("records", "value"),
    [
        (None, "None is not a list of records"),
        (7, "7 is not a list of records"),
        ("statements", "'statements' is not a list of records"),
        (kz.statements[0], "is not a list of records"),
        ([None], "None is a value of the type NoneType"),
        (["2023"], "'2023' is a value of the type str"),
        ([statement(), actor()], "'nemo-nobody' is an actor"),
        (kz.places, "is a place"),
        (kz.sentences(among=[case(sentences=[sentence()])]), "is a sentence"),
        (kz.charges(among=[case(charges=[charge()])]), "is a charge"),
    ],
)
def test_other_things_are_refused(records: Any, value: str) -> None:
    """What has no date of its own is an error that says which, what it is and what to give."""
    with pytest.raises(kz.WrongTypeError, match="records: ") as raised:
        kz.plot.timeline(records)
    assert value in str(raised.value)
    assert str(raised.value).endswith(
        "give statements, events, cases, stages, or the answer of kz.timeline()"
    )


def test_an_error_prints_no_private_name() -> None:
    """What can't be drawn is named by its id."""
    somebody = actor("made-up-1", name="Nemo Incognitus", private=True)
    with pytest.raises(kz.WrongTypeError) as raised:
        kz.plot.timeline([somebody])
    assert "Incognitus" not in str(raised.value)


def test_names_is_true_or_false() -> None:
    """A word for ``names`` is refused: "no" would mean yes."""
    with pytest.raises(kz.WrongTypeError, match="names: 'no' is neither True nor False"):
        kz.plot.timeline([], names="no")  # type: ignore[arg-type] # what is tested


def test_colours_mix_with_white() -> None:
    """Half of a colour is half way to white."""
    assert paler("#000000", 0.5) == "#808080"
