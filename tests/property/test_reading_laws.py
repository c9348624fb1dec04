"""Laws of reading and writing: nothing but DataErrors, and round trips."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given, settings, strategies as st

import kzseparatism as kz
import miniature
from kzseparatism.errors import DataError, DataErrors
from kzseparatism.reading.directories import canonical_files, read, write
from kzseparatism.reading.files import json_text, parse_json

# Texts that mean something somewhere, so that values get past the first check.
MEANINGFUL = st.sampled_from(
    [
        *("", "nemo-nobody", "made-up-case", "locals-say-nothing", "nobody-replies", "accused-1"),
        *("made-up-gazette", "made-up-gazette#1", "invented-herald#99", "KZ-X1", "old-nowhere"),
        *(
            "person",
            "none",
            "direct",
            "trial",
            "conduct",
            "KZ",
            "2023",
            "2023-02-30",
            "2023?",
            "P5Y",
        ),
        *("P0D", "\ud800", "e\u0301", " x", "x\ny", "name", "aliases", "true", "1"),
    ]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats()
    | st.text(max_size=8)
    | MEANINGFUL,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(MEANINGFUL | st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside a JSON value."""
    if path:
        yield path
    if isinstance(value, dict):
        items: list[tuple[Any, Any]] = list(value.items())
    else:
        items = list(enumerate(value)) if isinstance(value, list) else []
    for key, inner in items:
        yield from places_in(inner, (*path, key))


CONTENT = miniature.content()
PLACES = list(places_in(CONTENT))


def put(content: Any, path: tuple[Any, ...], value: object, how: str) -> None:
    """Put a value in place of, beside, or instead of what stands at a path."""
    *before, last = path
    for step in before:
        content = content[step] if _has(content, step) else None
    if not _has(content, last):
        return
    if how == "delete":
        del content[last]
    elif how == "insert" and isinstance(content, list):
        content.insert(last, value)
    elif how == "add" and isinstance(content, dict):
        content[str(value)] = content[last]
    else:
        content[last] = value


def _has(value: Any, step: Any) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


CHANGES = st.tuples(
    st.sampled_from(PLACES), JSON, st.sampled_from(["replace", "delete", "insert", "add"])
)


@given(changes=st.lists(CHANGES, min_size=1, max_size=4))
@example(changes=[(("dataset",), None, "replace")])
@example(changes=[(("statements",), None, "replace")])
@example(changes=[(("private_names",), None, "replace")])
@example(changes=[(("actors", 2, "id"), [], "replace")])
@example(changes=[(("actors", 2, "id"), {}, "replace")])
@example(changes=[(("private_names", "accused-1", "name"), 5, "replace")])
@example(changes=[(("statements", 1, "id"), "nobody-replies", "replace")])
@example(changes=[(("statements", 1), "nobody-replies", "replace")])
@settings(max_examples=60)
def test_anything_anywhere_is_read_or_reported(
    changes: list[tuple[tuple[Any, ...], Any, str]],
) -> None:
    """Whatever JSON stands wherever, there is a whole dataset or DataErrors, and no other error.

    A dataset that is read can be checked, written, and read again as an equal one.
    """
    content = copy.deepcopy(CONTENT)
    for path, value, how in changes:
        put(content, path, value, how)
    with TemporaryDirectory() as name:
        directory = Path(name)
        for table, value in content.items():
            (directory / f"{table}.json").write_text(json.dumps(value), encoding="ascii")
        dataset = read_or_none(directory)
        if dataset is None:
            return
        for table, found in dataset.tables():
            if table in content:
                assert isinstance(content[table], list)
                assert len(found) == len(content[table])
        kz.check(dataset)
        write(dataset, directory)
        assert read(directory) == dataset


def read_or_none(directory: Path) -> kz.Dataset | None:
    """Return the dataset, or None where it was refused with errors that say where and why."""
    try:
        return read(directory)
    except DataErrors as errors:
        found = errors
    assert found.exceptions
    for error in found.exceptions:
        assert isinstance(error, DataError)
        assert error.origin.endswith(".json")
        assert error.path.startswith("$")
        assert error.message
        assert str(error)
    return None


ANY_BYTES = (
    st.binary(max_size=60)
    | st.text(max_size=60).map(str.encode)
    | JSON.map(json.dumps).map(str.encode)
)


@given(ANY_BYTES)
def test_any_bytes_are_json_or_a_data_error(content: bytes) -> None:
    """No bytes make the parser fail otherwise; what it takes, Python's parser reads alike."""
    try:
        value = parse_json(content, "x.json")
    except DataError as error:
        found = error
    else:
        assert repr(value) == repr(json.loads(content))
        return
    assert (found.origin, found.path, found.record) == ("x.json", "$", "")
    assert found.message


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab"), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN)
def test_canonical_json_is_read_as_what_was_written(value: object) -> None:
    """Writing and reading plain values are inverse, and writing again gives the same text."""
    text = json_text(value)
    assert parse_json(text.encode(), "x.json") == value
    assert json_text(parse_json(text.encode(), "x.json")) == text
    assert text.endswith("\n")


@given(st.permutations(["cases", "statements", "actors", "ledger", "regions"]), st.randoms())
@settings(max_examples=10)
def test_order_of_rows_is_kept_and_changes_nothing_else(tables: list[str], random: Any) -> None:
    """Rows in any order are the same records, written back in that order."""
    content = copy.deepcopy(CONTENT)
    for table in tables:
        random.shuffle(content[table])
    with TemporaryDirectory() as name:
        dataset = miniature.build(Path(name), content)
        assert kz.check(dataset) == ()
        for table, records in dataset.tables():
            ids = [row.get("id", row.get("paragraph")) for row in content[table]]
            assert list(records.ids) == ids
        files = dict(canonical_files(dataset))
        write(dataset, name)
        assert dict(canonical_files(read(name))) == files
