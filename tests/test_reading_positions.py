"""Lines and columns of problems, beside a writer that knows where it put each value."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import kzseparatism as kz
import miniature
from kzseparatism.errors import DataError, DataErrors, shortened
from kzseparatism.reading.files import parse_json
from kzseparatism.reading.json_places import line_and_column, steps_of, unknown_step
from kzseparatism.reading.positions import Positions

FIELDS = ["id", "date", "stages", "naïve", "Жириновский"]
UNKNOWN = ["a b", 'quote"d', "back\\", "a.b", "x]", "a[0]", "", "\n", '"]']
KEYS = st.sampled_from(FIELDS + UNKNOWN)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def step(key: str) -> str:
    """Return the step of a path to a key."""
    return f".{key}" if key in FIELDS else unknown_step(key)


class Writer:
    """Writes JSON with white space of any sort, and notes where each value begins."""

    def __init__(self, data: st.DataObject, twice: str = "") -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self.second: tuple[str, tuple[int, int]] | None = None
        self._twice = twice  # the path of an object whose last key stands there again
        self._data = data
        self._line = self._column = 1
        self.text = ""

    def put(self, text: str) -> None:
        """Append a text."""
        self.text += text
        for letter in text:
            self._line, self._column = (
                (self._line + 1, 1) if letter == "\n" else (self._line, self._column + 1)
            )

    def space(self) -> None:
        """Append white space that JSON allows between any two signs."""
        self.put(self._data.draw(st.text(" \n\t\r", max_size=3)))

    def write(self, value: Any, path: str) -> None:
        """Append a value."""
        self.space()
        self.places[path] = (self._line, self._column)
        if isinstance(value, list):
            self._many("[]", [(None, one, f"{path}[{n}]") for n, one in enumerate(value)])
        elif isinstance(value, dict):
            parts = [(key, one, path + step(key)) for key, one in value.items()]
            again = path == self._twice
            self._many("{}", [*parts, *parts[-1:]] if again else parts, again=again)
        else:
            self.put(json.dumps(value, ensure_ascii=self._data.draw(st.booleans())))
        self.space()

    def _many(
        self, brackets: str, parts: Sequence[tuple[str | None, Any, str]], *, again: bool = False
    ) -> None:
        self.put(brackets[0])
        for number, (key, value, path) in enumerate(parts):
            if number:
                self.put(",")
            if key is not None:
                self.space()
                if again and number == len(parts) - 1:
                    self.second = (key, (self._line, self._column))
                self.put(json.dumps(key, ensure_ascii=self._data.draw(st.booleans())))
                self.space()
                self.put(":")
            self.write(value, path)
        if not parts:
            self.space()
        self.put(brackets[1])


@settings(max_examples=60)
@given(st.lists(st.dictionaries(KEYS, VALUES, max_size=4), min_size=1, max_size=4), st.data())
def test_every_value_is_found_where_it_was_put(
    rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    """In any layout, alphabet and depth, a path leads to the line and column of its value."""
    writer = Writer(data)
    writer.write(rows, "$")
    positions = Positions("nowhere")
    positions._texts["cases.json"] = writer.text
    for path, place in writer.places.items():
        if path != "$":
            found = positions.of(DataError("cases.json", path, "", "is wrong"))
            assert (found.line, found.column) == place, path


@settings(max_examples=60)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), st.data())
def test_a_key_that_stands_twice_is_found(row: dict[str, Any], data: st.DataObject) -> None:
    """In any layout and depth, the second of the two is told; signs in texts mean nothing."""
    first = Writer(data)
    first.write([row], "$")
    objects = [path for path in first.places if is_filled(row, path)]
    writer = Writer(data, twice=data.draw(st.sampled_from(objects)))
    writer.write([row], "$")
    assert writer.second is not None
    key, place = writer.second
    with pytest.raises(DataError, match="stands twice in one object; keep one") as caught:
        parse_json(writer.text.encode(), "cases.json")
    assert (caught.value.line, caught.value.column) == place
    assert shortened(key) in caught.value.message


def is_filled(row: dict[str, Any], path: str) -> bool:
    """Return whether an object with keys stands at a path of a list with one row."""
    value: Any = [row]
    for one in steps_of(path):
        value = value[one]
    return isinstance(value, dict) and bool(value)


def test_rows_of_the_ledger_and_names_are_known_by_their_own_keys(tmp_path: Path) -> None:
    """A ledger row is called by its paragraph, and a private name by the key of its person."""
    (tmp_path / "ledger.json").write_text('[\n {"paragraph": "a#1", "digest": "x"}]')
    (tmp_path / "private_names.json").write_text('{\n "person-1": {},\n "person-2": []}')
    positions = Positions(tmp_path)
    for problem, place in {
        DataError("ledger.json", "$[0].digest", "a#1", "is wrong"): (2, 33),
        DataError("ledger.json", "$[0]", "a#2", "is another by now"): (None, None),
        DataError("private_names.json", "$", "person-2", "is wrong"): (3, 14),
    }.items():
        found = positions.of(problem)
        assert (found.line, found.column) == place


def test_what_a_file_leaves_out_is_where_it_would_stand(tmp_path: Path) -> None:
    """A field that is missing has the place of its record, or of the part that lacks it."""
    (tmp_path / "cases.json").write_text('[\n  {"id": "a", "stages": [\n {"kind": 1}]}]\n')
    positions = Positions(tmp_path)
    for path, place in {
        "$[0].summary": (2, 3),
        "$[0].stages[0].date": (3, 2),
        "$[0].stages[7]": (2, 25),
        "$[0].id[3].deeper": (2, 10),
    }.items():
        found = positions.of(DataError("cases.json", path, "a", "is wrong"))
        assert (found.line, found.column) == place, path


@pytest.mark.parametrize(
    ("content", "path", "record"),
    [
        ('[{"id": "b"}]', "$[0]", "a"),  # another record stands there by now
        ('[{"id": "a"}]', "$[1]", "a"),
        ('{"id": "a"}', "$[0]", "a"),
        ("[", "$[0]", "a"),
        ('[{"id": "a"', "$[0].date", "a"),
        ("[[[[", "$[0]", "a"),
        ("[5]", "$[0].date", "a"),
        ("", "$[0]", ""),
        ("[" * 100_000, "$[0][0]", ""),
    ],
)
def test_no_place_is_made_up(content: str, path: str, record: str, tmp_path: Path) -> None:
    """Where a file is another by now, or is no table, a problem stays as it is."""
    (tmp_path / "cases.json").write_text(content)
    problem = DataError("cases.json", path, record, "is wrong")
    for found in (Positions(tmp_path).of(problem), Positions(tmp_path / "gone").of(problem)):
        assert (found.line, found.column) == (None, None)
        assert str(found) == str(problem)


def problems(tmp_path: Path, name: str, content: bytes) -> tuple[DataError, ...]:
    """Return what is wrong where one file of the miniature has these bytes."""
    (miniature.write(tmp_path) / name).write_bytes(content)
    with pytest.raises(DataErrors) as caught:
        kz.read(tmp_path)
    return caught.value.problems


def changed(tmp_path: Path, name: str, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the places of the problems after a change, each with what stands there."""
    text = (miniature.write(tmp_path) / name).read_text("utf-8")
    assert old in text
    for problem in problems(tmp_path, name, text.replace(old, new, 1).encode()):
        lines = text.replace(old, new, 1).split("\n")
        assert problem.line is not None
        assert problem.column is not None
        yield str(problem), lines[problem.line - 1][problem.column - 1 :]


def test_problems_of_reading_have_their_line(tmp_path: Path) -> None:
    """An unknown word, an unknown key and an unknown id are told with the line of each."""
    ((message, there),) = changed(tmp_path, "cases.json", '"prosecution"', '"prosecutoin"')
    assert there.startswith('"prosecutoin"')
    assert message.startswith("cases.json:")
    found = dict(changed(tmp_path, "events.json", '"title"', '"titel"'))
    (message,) = (one for one in found if "unknown key 'titel'" in one)
    assert '["titel"]' in message
    assert found[message].startswith('"A rally to which')


@pytest.mark.parametrize(
    ("name", "old", "new", "there"),
    [
        ("dataset.json", '"title"', '"titel"', '"A miniature'),
        ("ledger.json", '"digest": "', '"digest": "0', '"0'),
        ("events.json", '"id": "made-up-rally"', '"id": "made-up-count"', '"made-up-count"'),
        ("statements.json", '"attribution": "direct"', '"attribution": "reported"', '"reported"'),
        ("statements.json", '"quotes"', '"a.b[0]"', "["),
    ],
)
def test_each_kind_of_problem_has_a_place(
    name: str, old: str, new: str, there: str, tmp_path: Path
) -> None:
    """Unknown keys, digests, ids that are taken, and what doesn't fit another field."""
    places = dict(changed(tmp_path, name, old, new))
    assert any(place.startswith(there) for place in places.values()), places


def test_what_is_no_value_has_its_line(tmp_path: Path) -> None:
    """So has a byte order mark, and a table that is none."""
    (problem,) = problems(tmp_path, "cases.json", b'[\n "NaN", {"a": "{", "b": [-Infinity]}]')
    assert str(problem) == "cases.json:2:26: $: -Infinity is not a JSON value"
    (problem,) = problems(tmp_path, "cases.json", b"\xef\xbb\xbf[]")
    assert (problem.line, problem.column) == (1, 1)
    (problem,) = problems(tmp_path, "cases.json", b"\n {}")
    assert str(problem) == "cases.json:2:2: $: a table must be a list of objects"


def test_what_is_to_do_has_its_line(tmp_path: Path) -> None:
    """It is where the value stands that is to be written down."""
    text = (miniature.write(tmp_path) / "dataset.json").read_text("utf-8")
    text = text.replace("{", '{"finished": false,', 1).replace("CC-BY-4.0", "NOASSERTION")
    (tmp_path / "dataset.json").write_text(text, encoding="utf-8")
    (problem,) = kz.workshop.to_do(kz.read(tmp_path))
    assert problem.line is not None
    assert '"licence": "NOASSERTION"' in text.split("\n")[problem.line - 1]


def test_a_private_name_is_no_key(tmp_path: Path) -> None:
    """An unknown key that is one is hidden in the path as well, and keeps its line."""
    (problem, *_) = (
        (message, there)
        for message, there in changed(tmp_path, "events.json", '"title"', '"Ignotus"')
        if "unknown key" in message
    )
    assert "Ignotus" not in problem[0]
    assert "[private person]" in problem[0]
    assert problem[1].startswith('"A rally to which')


def test_text_that_is_not_json_has_its_line(tmp_path: Path) -> None:
    """So has a byte that is not UTF-8."""
    (problem,) = problems(tmp_path, "cases.json", b'[\n  {"id": "a",}\n]')
    assert problem.line == 2
    assert str(problem).startswith(f"cases.json:2:{problem.column}: $: is not JSON: ")
    (problem,) = problems(tmp_path, "cases.json", '[\n  {"id": "я'.encode() + b"\xff" + b'"}]')
    assert (problem.line, problem.column) == (2, 12)


def test_problems_of_check_have_their_line(tmp_path: Path) -> None:
    """A rule between records names the line, while the file is as it was read."""
    folder = miniature.write(tmp_path)
    text = (folder / "discrepancies.json").read_text("utf-8")
    old = '"made-up-case"'
    assert old in text
    (folder / "discrepancies.json").write_text(text.replace(old, '"zzz"', 1), encoding="utf-8")
    dataset = kz.read(folder)
    (problem,) = (one for one in kz.check(dataset) if "zzz" in one.message)
    assert problem.line is not None
    assert problem.column is not None
    lines = text.replace(old, '"zzz"', 1).split("\n")
    assert lines[problem.line - 1][problem.column - 1 :].startswith('"zzz"')
    assert str(problem).startswith(f"discrepancies.json:{problem.line}:{problem.column}: $[")
    copy = pickle.loads(pickle.dumps(problem))  # noqa: S301 - our own
    assert (copy, copy.line) == (problem, problem.line)
    (folder / "discrepancies.json").unlink()
    assert {one.line for one in kz.check(dataset) if one.origin == problem.origin} == {None}
    assert problem in kz.check(attrs.evolve(dataset, directory=None))


def test_a_folder_makes_no_difference_to_equality(tmp_path: Path) -> None:
    """Two copies of one dataset are equal, and hash alike."""
    one, other = (miniature.build(_made(tmp_path / name)) for name in ("one", "other"))
    assert one.directory != other.directory
    assert one == other
    assert hash(one) == hash(other)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_lines_and_columns_are_counted_from_one() -> None:
    """Columns are characters."""
    assert line_and_column("я\nab", 0) == (1, 1)
    assert line_and_column("я\nab", 3) == (2, 2)
