"""Reading: strict, complete in what it reports, and the exact inverse of writing."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

import attrs
import pytest

import kzseparatism as kz
import miniature
from kzseparatism.errors import DataError, DataErrors, WrongTypeError, in_a_line, with_article
from kzseparatism.model.tables import TABLES
from kzseparatism.names import spelling
from kzseparatism.reading import directories, files, load, read
from kzseparatism.reading.assembly import Assembly
from kzseparatism.reading.directories import canonical_files, write
from miniature import GAZETTE, HERALD, PRIVATE_ALIAS, PRIVATE_ID, PRIVATE_NAME, Content, row

EVERY_FILE = ["dataset", "private_names", *TABLES]
each_table = pytest.mark.parametrize("table", TABLES)
each_file = pytest.mark.parametrize("name", EVERY_FILE)
SHIPPED = Path(str(package_files("kzseparatism") / "data"))

Change = Callable[[Content], object]


def errors_of(directory: Path | str) -> tuple[DataError, ...]:
    """Return what is reported when the directory is read; anything but DataErrors fails."""
    with pytest.raises(DataErrors) as caught:
        read(directory)
    assert caught.value.exceptions
    found = tuple(error for error in caught.value.exceptions if isinstance(error, DataError))
    assert found == caught.value.exceptions
    return found


def errors_after(tmp_path: Path, change: Change) -> list[str]:
    """Return the messages after a change to the content of the miniature."""
    content = miniature.content()
    change(content)
    return [unplaced(error) for error in errors_of(miniature.write(tmp_path, content))]


def unplaced(error: DataError) -> str:
    """Return a message without line and column, of which tests/test_reading_positions.py is."""
    return str(DataError(*error.args))


def set_in(record_id: str, **values: Any) -> Change:
    """Return the change that gives a row these values."""
    return lambda content: row(content, record_id).update(values)


def raw(tmp_path: Path, name: str, content: bytes) -> tuple[DataError, ...]:
    """Return what is reported when one file of the miniature has these bytes."""
    (miniature.write(tmp_path) / f"{name}.json").write_bytes(content)
    return errors_of(tmp_path)


class DirEntry(os.PathLike[str]):
    """Something that stands for a path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __fspath__(self) -> str:
        """Return the path as text."""
        return str(self.path)


# What is read.


def test_miniature_is_read_and_holds_every_rule(tmp_path: Path) -> None:
    """The miniature has a record in every table, and nothing is wrong with it."""
    dataset = miniature.build(tmp_path)
    assert kz.check(dataset) == ()
    assert {name: len(table) for name, table in dataset.tables()} == {
        "sources": 2,
        "regions": 3,
        "places": 2,
        "actors": 6,
        "provisions": 1,
        "cases": 2,
        "statements": 2,
        "events": 1,
        "discrepancies": 1,
        "ledger": 15,
    }


def test_values_arrive_in_their_fields(tmp_path: Path) -> None:
    """Texts, dates, terms, words, flags and links are what the files say."""
    dataset = miniature.build(tmp_path)
    assert dataset.about.version == "0.0.1"
    case = dataset.cases["made-up-case"]
    assert [stage.kind.value for stage in case.stages] == [
        *("conduct", "arrest", "flight", "conviction", "sentence")
    ]
    assert str(case.stages[0].date) == "2022-24"
    assert case.sentences[0].months == 60
    assert case.sentences[1].suspended
    assert [actor.id for actor in case.defendants] == [PRIVATE_ID, "some-locals"]
    assert str(case.citations[0]) == f"{GAZETTE}#6"
    assert dataset.ledger[f"{GAZETTE}#1"].excluded is kz.Exclusion.HEADING
    assert dataset.regions["old-nowhere"].successors == dataset.regions[:2][:]._records
    private = dataset.actors[PRIVATE_ID]
    assert (private.name, private.aliases) == (PRIVATE_NAME, (PRIVATE_ALIAS,))


def test_links_are_the_very_records(tmp_path: Path) -> None:
    """A link is the record of the table itself, also one that stands further down."""
    dataset = miniature.build(tmp_path)
    reply = dataset.statements["nobody-replies"]
    assert reply.responds_to[0] is dataset.statements["locals-say-nothing"]
    assert dataset.actors["nemo-nobody"].roles[0].organisation is dataset.actors["nowhere-society"]
    assert reply.cases[0] is dataset.cases["made-up-case"]
    assert reply.citations[0].source is dataset.sources[GAZETTE]


def test_tables_keep_the_order_of_their_files(tmp_path: Path) -> None:
    """Records stand in the order of the rows, whatever they link to."""
    content = miniature.content()
    dataset = miniature.build(tmp_path, content)
    for name, table in dataset.tables():
        ids = [found.get("id", found.get("paragraph")) for found in content[name]]
        assert list(table.ids) == ids


def test_long_chain_of_replies_is_read_in_any_order(tmp_path: Path) -> None:
    """Five thousand replies, each to the next row, are no problem."""
    content = miniature.content()
    first = row(content, "locals-say-nothing")
    chain = [first | {"id": f"s-{n}", "responds_to": [f"s-{n - 1}"]} for n in range(1, 5_001)]
    content["statements"] += [*reversed(chain), first | {"id": "s-0"}]
    assert len(miniature.build(tmp_path, content).statements) == 5_003


def test_regions_may_be_left_out(tmp_path: Path) -> None:
    """Without regions.json the shipped regions are used, and with it its own."""
    content = miniature.content()
    row(content, "exampleville")["regions"] = ["KZ-59"]
    miniature.write(tmp_path, content)
    (tmp_path / "regions.json").unlink()
    assert read(tmp_path).regions == load().regions


def test_own_regions_that_are_broken_are_not_replaced(tmp_path: Path) -> None:
    """A regions.json that is there and unreadable is a problem, not a reason to use ours."""
    assert [error.origin for error in raw(tmp_path, "regions", b"[")] == ["regions.json"]


@pytest.mark.parametrize("convert", [str, Path, DirEntry], ids=["str", "Path", "like"])
def test_every_kind_of_path_is_taken(tmp_path: Path, convert: Callable[[Path], Any]) -> None:
    """A directory is named by text, a Path or anything that stands for a path."""
    miniature.write(tmp_path)
    assert len(read(convert(tmp_path)).cases) == 2


@pytest.mark.parametrize("value", [None, 5, b"here", ["here"], True, object()])
def test_what_is_no_path_is_a_type_error(value: Any) -> None:
    """Anything else is a TypeError that names the value."""
    with pytest.raises(WrongTypeError, match=r"^directory: .* is not a path"):
        read(value)


# Files that are not there, or are no JSON.


def test_missing_directory_is_one_problem(tmp_path: Path) -> None:
    """That there is no such folder is said once, and not for each of its files."""
    (found,) = errors_of(tmp_path / "nowhere")
    assert str(found) == f"{in_a_line(str(tmp_path / 'nowhere'))}: $: there is no such folder"


def test_file_in_place_of_a_directory_is_one_problem(tmp_path: Path) -> None:
    """A file is no directory, and that is a DataErrors like any other trouble."""
    path = tmp_path / "file"
    path.write_text("[]")
    for place in (path, path / "inside"):
        (found,) = errors_of(place)
        assert found.path == "$"
        assert found.message.startswith(("is a file, not a folder; read_export", "is not a folder"))


def test_directory_that_may_not_be_entered_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may enter every folder, so the system's answer is made up."""

    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("kzseparatism.reading.files.os.stat", refuse)
    (found,) = errors_of(miniature.write(tmp_path))
    assert found.message == "the folder can't be read: Permission denied"


@pytest.mark.parametrize("value", ["a\0b", "x" * 5_000, ""], ids=["null", "long", "empty"])
def test_impossible_paths_are_data_errors(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that no file system takes is reported in the same way."""
    monkeypatch.chdir(tmp_path)
    errors_of(value)


@each_file
def test_directory_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    """A directory called like a file is reported as that file's problem alone."""
    path = miniature.write(tmp_path) / f"{name}.json"
    path.unlink()
    path.mkdir()
    origins = {error.origin for error in errors_of(tmp_path)}
    assert origins == {f"{name}.json"}


@pytest.mark.parametrize("name", [name for name in EVERY_FILE if name != "regions"])
def test_missing_file(tmp_path: Path, name: str) -> None:
    """One missing file is one problem; links into it are not reported as well."""
    (miniature.write(tmp_path) / f"{name}.json").unlink()
    (found,) = errors_of(tmp_path)
    assert (found.origin, found.path, found.record) == (f"{name}.json", "$", "")
    assert "the file is missing" in found.message


NO_JSON = {
    "empty": (b"", "is not JSON"),
    "blank": (b" \n", "is not JSON"),
    "truncated": (b'[{"id": "x"', "is not JSON"),
    "trailing": (b"[] []", "is not JSON"),
    "comma": (b"[1,]", "is not JSON"),
    "single quotes": (b"['x']", "is not JSON"),
    "comment": (b"[] // x", "is not JSON"),
    "python": (b"[None]", "is not JSON"),
    "BOM": (b"\xef\xbb\xbf[]", "is not JSON"),
    "UTF-16": ("[]".encode("utf-16"), "not UTF-8"),
    "UTF-16 without mark": ("[]".encode("utf-16-le"), "is not JSON"),
    "UTF-32": ("[]".encode("utf-32"), "not UTF-8"),
    "latin-1": ('["é"]'.encode("latin-1"), "not UTF-8 (byte 2)"),
    "overlong": (b'["\xc0\x80"]', "not UTF-8"),
    "surrogate": (b'["\xed\xa0\x80"]', "not UTF-8"),
    "raw control": (b'["a\nb"]', "is not JSON"),
    "NaN": (b"[NaN]", "NaN is not a JSON value"),
    "Infinity": (b"[Infinity]", "Infinity is not a JSON value"),
    "-Infinity": (b"[-Infinity]", "-Infinity is not a JSON value"),
    "key twice": (b'[{"id": 1, "x": 2, "id": 3}]', "the key 'id' stands twice in one object"),
    "deep key twice": (b'[{"a": [{"b": 1, "b": 1}]}]', "the key 'b' stands twice"),
    "deep lists": (b"[" * 100_000, "nested too deeply"),
    "closed deep lists": (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
    "deep objects": (b'{"a":' * 100_000, "nested too deeply"),
    "long number": (b"[" + b"9" * 10_000 + b"]", "digits"),
}


@pytest.mark.parametrize("kind", NO_JSON)
def test_what_is_no_strict_json(kind: str) -> None:
    """Every way of not being JSON in UTF-8 is one problem of the file, with the reason."""
    content, message = NO_JSON[kind]
    with pytest.raises(DataError) as caught:
        files.parse_json(content, "x.json")
    found = caught.value
    assert (found.origin, found.path, found.record) == ("x.json", "$", "")
    assert message in found.message
    assert len(found.message) < 300


@each_file
def test_every_file_has_to_be_strict_json(tmp_path: Path, name: str) -> None:
    """A file that is not strict JSON is one problem; links into it are not reported as well."""
    (found,) = raw(tmp_path, name, b'[{"id": 1, "id": 2}]')
    assert (found.origin, found.path, found.record) == (f"{name}.json", "$", "")
    assert "the key 'id' stands twice" in found.message


def test_no_json_is_located() -> None:
    """Trouble with JSON is located by line and column."""
    with pytest.raises(DataError, match=r"^x\.json:2:3: \$: is not JSON: "):
        files.parse_json(b"[\n  x]", "x.json")


def test_file_of_the_largest_size_is_read_and_one_byte_more_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is inclusive."""
    path = miniature.write(tmp_path) / "statements.json"
    largest = max(file.stat().st_size for file in tmp_path.iterdir())
    monkeypatch.setattr(files, "LARGEST_FILE", largest)
    assert len(read(tmp_path).cases) == 2
    path.write_bytes(path.read_bytes().ljust(largest + 1))
    (found,) = errors_of(tmp_path)
    assert (found.origin, found.message) == (
        "statements.json",
        f"the file is larger than {largest} bytes",
    )


def test_many_keys_with_one_twice_do_not_take_minutes() -> None:
    """A large object with one key twice is refused in time that grows with its size alone."""
    keys = ",".join(f'"{number}":1' for number in range(20_000))
    start = time.process_time()
    with pytest.raises(DataError, match="'19999' stands twice"):
        files.parse_json(f'{{{keys},"19999":1}}'.encode(), "x.json")
    assert time.process_time() - start < 1


# Tables and rows that are of the wrong shape.


@pytest.mark.parametrize("value", [None, True, 1, 1.5, "text"], ids=repr)
def test_file_of_another_shape(tmp_path: Path, value: object) -> None:
    """A value that is neither list nor object is one problem of its file, *null* like the rest."""
    for names in (["dataset", *TABLES], ["private_names"]):  # it is read after actors.json
        content = miniature.content() | dict.fromkeys(names, value)
        found = errors_of(miniature.write(tmp_path, content))
        assert sorted(error.origin for error in found) == sorted(f"{name}.json" for name in names)
        assert {(error.path, error.record) for error in found} == {("$", "")}
        assert all("must be" in error.message for error in found)


@pytest.mark.parametrize("value", [{}, {"some-id": {}}], ids=repr)
def test_table_that_is_an_object(tmp_path: Path, value: dict[str, object]) -> None:
    """An object is not a table, whether empty or keyed by id."""
    content = miniature.content() | dict.fromkeys(TABLES, value)
    found = errors_of(miniature.write(tmp_path, content))
    for table, error in zip(TABLES, found[: len(TABLES)], strict=True):
        assert unplaced(error) == f"{table}.json: $: a table must be a list of objects"


@pytest.mark.parametrize("name", ["dataset", "private_names"])
def test_object_that_is_a_list(tmp_path: Path, name: str) -> None:
    """The two files that are no tables are objects."""
    content = miniature.content() | {name: []}
    (found,) = errors_of(miniature.write(tmp_path, content))
    assert (found.origin, found.path) == (f"{name}.json", "$")
    assert "must be an object" in found.message


def test_rows_that_are_no_objects(tmp_path: Path) -> None:
    """Each such row of each table is reported at its place."""
    content = miniature.content()
    expected = []
    for table in TABLES:
        start = len(content[table])
        content[table] += [None, "text", 5, [], True]
        expected += [
            f"{table}.json: $[{start + index}]: must be an object in curly brackets"
            for index in range(5)
        ]
    found = errors_of(miniature.write(tmp_path, content))
    assert [unplaced(error) for error in found] == expected


# Keys and values, at every place of every table.


def rows_in(content: Content, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table."""
    yield from content[table]


def items_of(value: Any) -> list[tuple[Any, Any]]:
    """Return the keys or indexes of a JSON value with what stands there."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value inside a JSON value."""
    if path:
        yield path
    for key, inner in items_of(value):
        yield from places_in(inner, (*path, key))


def written(path: tuple[Any, ...]) -> str:
    """Return a path as messages have it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """Return the value at a path."""
    for step in path:
        value = value[step]
    return value


def variants(value: object) -> list[object]:
    """Return values that look like ``value`` and are of another JSON type."""
    if value is True or value is False:
        return [str(value).lower(), int(value), float(value), None, [value], ""]
    if isinstance(value, int):
        return [str(value), float(value), True, None, [value], {}, value + 0.5]
    if isinstance(value, str):
        return [5, 1.0, True, None, [value], {"text": value}]
    if isinstance(value, list):
        return [None, {}, True, 5, "", "text", {"0": value[0]}]
    return [None, [], True, 5, "text", [value]]


def may_be_none(path: tuple[Any, ...]) -> bool:
    """Return whether null may stand at a path, which says what leaving the key out says."""
    keys = ("url", "valid_from", "valid_to", "country", "organisation", "place", "people", "date")
    more = ("maximum", "provision", "term", "suspended_for", "served", "on_behalf_of", "outlet")
    return path[-1] in (*keys, *more, "excluded")


@each_table
def test_values_of_another_type(tmp_path: Path, table: str) -> None:
    """At every place of every row, a value of another JSON type is reported at that very place."""
    content = miniature.content()
    original = content[table]
    expected = {}
    content[table] = []
    for found in original[:6]:
        for path in places_in(found):
            for value in variants(at(found, path)):
                if value is None and may_be_none(path):
                    continue
                changed = copy.deepcopy(found)
                at(changed, path[:-1])[path[-1]] = value
                expected[f"$[{len(content[table])}]{written(path)}"] = (path, value)
                content[table].append(changed)
    # The rows repeat ids, links of other tables dangle: only what is looked for is compared.
    found_paths = {
        error.path
        for error in errors_of(miniature.write(tmp_path, content))
        if error.origin in (f"{table}.json", "private_names.json")
    }
    missing = {path: why for path, why in expected.items() if path not in found_paths}
    assert missing == {}


def test_values_of_the_dataset_file(tmp_path: Path) -> None:
    """The file about the dataset is as strict: types, blank values, keys."""
    keys = list(miniature.content()["dataset"])
    values: list[object] = [None, 5, []]
    for value in values:
        content = miniature.content() | {"dataset": dict.fromkeys(keys, value)}
        found = errors_of(miniature.write(tmp_path, content))
        assert sorted((error.origin, error.path) for error in found) == sorted(
            ("dataset.json", f"$.{key}") for key in keys
        )
    for key in keys:
        content = miniature.content()
        content["dataset"][key] = ""
        (error,) = errors_of(miniature.write(tmp_path, content))
        assert error.origin == "dataset.json"
        assert key in str(error)
    found = errors_of(miniature.write(tmp_path, miniature.content() | {"dataset": {}}))
    assert sorted(map(unplaced, found)) == sorted(
        f"dataset.json: $.{key}: the key is missing" for key in keys
    )
    (message,) = errors_after(tmp_path, lambda content: content["dataset"].update(titel="x"))
    assert message == "dataset.json: $[\"titel\"]: unknown key 'titel'; did you mean 'title'?"


def objects_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every object inside a JSON value, itself first."""
    if isinstance(value, dict):
        yield path
    for key, inner in items_of(value):
        yield from objects_in(inner, (*path, key))


@each_table
def test_unknown_key_anywhere(tmp_path: Path, table: str) -> None:
    """A key that no field has is reported in every object, and nothing else is."""
    content = miniature.content()
    paths = list(objects_in(content[table][0]))
    for path in paths:
        at(content[table][0], path)["citatoins"] = []
    found = errors_of(miniature.write(tmp_path, content))
    assert {error.origin for error in found} == {f"{table}.json"}
    assert sorted(error.path for error in found) == sorted(
        f'$[0]{written(path)}["citatoins"]' for path in paths
    )
    assert all(error.message.startswith("unknown key 'citatoins'") for error in found)


REQUIRED = {
    "sources": [
        "id",
        "title",
        "outlet",
        "published",
        "language",
        "file_name",
        "sha256",
        "paragraphs",
    ],
    "regions": ["id", "kind", "names"],
    "places": ["id", "name", "country", "citations"],
    "actors": ["id", "name", "kind", "citations"],
    "provisions": ["id", "title", "jurisdiction", "offence", "citations"],
    "cases": ["id", "title", "kind", "jurisdiction", "summary", "citations"],
    "statements": ["id", "speakers", "summary", "attribution", "citations"],
    "events": ["id", "title", "kind", "summary", "citations"],
    "discrepancies": ["id", "kind", "summary", "resolution", "citations"],
    "ledger": ["paragraph", "opening", "digest"],
}


def test_missing_keys(tmp_path: Path) -> None:
    """An empty object lacks exactly the keys without a default, and all are reported at once."""
    content = miniature.content()
    expected = []
    for table in TABLES:
        place = f"{table}.json: $[{len(content[table])}]"
        expected += [f"{place}.{key}: the key is missing" for key in REQUIRED[table]]
        content[table].append({})
    found = errors_of(miniature.write(tmp_path, content))
    assert sorted(unplaced(error) for error in found) == sorted(expected)


@pytest.mark.parametrize(
    ("record_id", "part", "keys"),
    [
        ("old-nowhere", "names", ["text", "language"]),
        ("some-locals", "roles", ["title", "citations"]),
        ("made-up-case", "sites", ["place", "relation", "citations"]),
        ("made-up-case", "stages", ["kind", "citations"]),
        ("made-up-case", "charges", ["offence", "citations"]),
        ("made-up-case", "sentences", ["citations"]),
    ],
)
def test_missing_keys_of_parts(tmp_path: Path, record_id: str, part: str, keys: list[str]) -> None:
    """A part is as strict as a row, and its place in the list is told."""
    found = errors_after(tmp_path, set_in(record_id, **{part: [{}]}))
    assert len(found) == len(keys)
    for key, message in zip(sorted(keys), sorted(found), strict=True):
        assert message.endswith(f'"{record_id}".{part}[0].{key}: the key is missing')


WORDS = [
    ("KZ-X1", "kind", "RegionKind"),
    ("nemo-nobody", "kind", "ActorKind"),
    ("made-up-case", "kind", "CaseKind"),
    ("nobody-replies", "medium", "Medium"),
    ("nobody-replies", "attribution", "Attribution"),
    ("nobody-replies", "dispute", "Dispute"),
    ("nobody-replies", "stance", "Stance"),
    ("nobody-replies", "date_basis", "DateBasis"),
    ("made-up-rally", "kind", "EventKind"),
    ("two-arrests", "kind", "DiscrepancyKind"),
    (f"{GAZETTE}#1", "excluded", "Exclusion"),
]


@pytest.mark.parametrize("word", ["nonsense", "PERSON", "", "none ", "DIRECT"])
def test_unknown_word(tmp_path: Path, word: str) -> None:
    """A word outside the vocabulary is reported at its key, with the words that there are."""

    def change(content: Content) -> None:
        for record_id, key, _ in WORDS:
            row(content, record_id)[key] = word

    found = errors_after(tmp_path, change)
    assert len(found) == len(WORDS)
    for record_id, key, vocabulary in WORDS:
        wanted = f'"{record_id}".{key}: {vocabulary}: {word!r} is none of '
        assert sum(wanted in message for message in found) == 1, wanted


LINKS = [
    ("old-nowhere", ("successors", 0), "region"),
    ("exampleville", ("regions", 1), "region"),
    ("nemo-nobody", ("roles", 0, "organisation"), "actor"),
    ("nemo-nobody", ("roles", 0, "place"), "place"),
    ("made-up-case", ("defendants", 0), "actor"),
    ("made-up-case", ("others", 0), "actor"),
    ("made-up-case", ("sites", 1, "place"), "place"),
    ("made-up-case", ("stages", 1, "defendants", 0), "actor"),
    ("made-up-case", ("charges", 0, "provision"), "provision"),
    ("made-up-case", ("charges", 0, "defendants", 0), "actor"),
    ("made-up-case", ("sentences", 0, "convicts", 0), "actor"),
    ("nobody-replies", ("speakers", 0), "actor"),
    ("nobody-replies", ("on_behalf_of",), "actor"),
    ("nobody-replies", ("outlet",), "actor"),
    ("nobody-replies", ("relayed_by", 0), "actor"),
    ("nobody-replies", ("addressees", 0), "actor"),
    ("nobody-replies", ("responds_to", 0), "statement"),
    ("nobody-replies", ("cases", 0), "case"),
    ("nobody-replies", ("places", 0), "place"),
    ("made-up-rally", ("places", 0), "place"),
    ("made-up-rally", ("participants", 0), "actor"),
    ("made-up-rally", ("cases", 0), "case"),
    ("made-up-rally", ("according_to", 0), "actor"),
]


@pytest.mark.parametrize("value", ["no-such-id", "", f"{GAZETTE}#1", GAZETTE])
def test_dangling_id(tmp_path: Path, value: str) -> None:
    """An id of nothing, or of a record of another kind, is reported at its place, and no more."""
    content = miniature.content()
    for record_id, path, _ in LINKS:
        at(row(content, record_id), path[:-1])[path[-1]] = value
    found = errors_of(miniature.write(tmp_path, content))
    assert len(found) == len(LINKS)
    for record_id, path, noun in LINKS:
        (error,) = (
            one
            for one in found
            if one.record == record_id and one.path.endswith(written(path))
            if one.path.count(".") == written(path).count(".")
        )
        assert error.message.startswith(f"{noun}: {value!r} is not the id of {with_article(noun)}")


def test_dangling_id_suggests_the_nearest(tmp_path: Path) -> None:
    """A slip of the pen is answered with the id that was meant."""
    (message,) = errors_after(tmp_path, set_in("nobody-replies", cases=["made-up-caes"]))
    assert message.endswith(
        'statements.json: $[0] "nobody-replies".cases[0]: '
        "case: 'made-up-caes' is not the id of a case; "
        "did you mean 'made-up-case' or 'made-up-count'?"
    )


def test_link_given_twice(tmp_path: Path) -> None:
    """One record linked twice from one field is a problem that names its id alone."""
    (message,) = errors_after(
        tmp_path, set_in("nobody-replies", cases=["made-up-case", "made-up-case"])
    )
    assert "cases: 'made-up-case' stands twice; name each once" in message


CITATIONS = [
    ("", "is not a citation"),
    (GAZETTE, "is not a citation"),
    (f"{GAZETTE}#", "is not a citation"),
    (f"{GAZETTE}#0", "is not a citation"),
    (f"{GAZETTE}#01", "is not a citation"),
    (f"{GAZETTE}#-1", "is not a citation"),
    (f"{GAZETTE}#+1", "is not a citation"),
    (f"{GAZETTE}#1.0", "is not a citation"),
    (f"{GAZETTE}#1 ", "is not a citation"),
    (f"{GAZETTE}# 1", "is not a citation"),
    (f"{GAZETTE}#1\n", "is not a citation"),
    (f"{GAZETTE}#1_0", "is not a citation"),
    (f"{GAZETTE}#٣", "is not a citation"),
    (f"{GAZETTE}#²", "is not a citation"),
    (f"{GAZETTE}#x", "is not a citation"),
    (f"{GAZETTE}#1#2", "is not the id of a source"),
    ("#1", "is not the id of a source"),
    ("no-such-source#1", "is not the id of a source"),
    ("made-up-gazete#1", "did you mean 'made-up-gazette'?"),
    (f" {GAZETTE}#1", "is not the id of a source"),
    ("nemo-nobody#1", "is not the id of a source"),
    (f"{GAZETTE}#{'9' * 10}", "beyond any document"),
    (f"{GAZETTE}#{'9' * 10_000}", "beyond any document"),
]


def test_bad_citations(tmp_path: Path) -> None:
    """A text that is not ``source#12``, or of an unknown source, is reported at its place."""
    values = [value for value, _ in CITATIONS]
    content = miniature.content()
    row(content, "made-up-rally")["citations"] = [f"{GAZETTE}#6", *values]
    row(content, "made-up-case")["stages"][0]["citations"] = values
    found = errors_of(miniature.write(tmp_path, content))
    number = len(CITATIONS)
    assert [error.path for error in found] == [
        *(f"$[0].stages[0].citations[{index}]" for index in range(number)),
        *(f"$[0].citations[{index}]" for index in range(1, number + 1)),
    ]
    assert [error.record for error in found] == ["made-up-case"] * number + [
        "made-up-rally"
    ] * number
    for error, (value, message) in zip(found, CITATIONS * 2, strict=True):
        assert message in error.message, value
        assert len(error.message) < 300


def test_citation_beyond_the_document_is_for_check(tmp_path: Path) -> None:
    """A paragraph that the document does not have is read: that is a rule between records."""
    content = miniature.content()
    row(content, "made-up-rally")["citations"] = [f"{GAZETTE}#6", f"{HERALD}#999999999"]
    assert miniature.build(tmp_path, content).events[0].citations[1].paragraph == 999_999_999


@pytest.mark.parametrize("value", [[], [f"{GAZETTE}#6", f"{GAZETTE}#6"]])
def test_citations_are_some_and_each_once(tmp_path: Path, value: list[str]) -> None:
    """No record without a citation, and none twice."""
    (message,) = errors_after(tmp_path, set_in("made-up-rally", citations=value))
    assert message.startswith('events.json: $[0] "made-up-rally"')
    assert "citations" in message


@pytest.mark.parametrize("value", ["2023-02-30", "30.5.2023", "", "2023/2024", "0000", "9999"])
def test_bad_date(tmp_path: Path, value: str) -> None:
    """A date that EDTF does not know is reported at its key."""

    def change(content: Content) -> None:
        row(content, "nobody-replies")["date"] = value
        row(content, "made-up-case")["stages"][3]["date"] = value
        row(content, "nemo-nobody")["roles"][0]["date"] = value
        row(content, HERALD)["published"] = value

    found = errors_after(tmp_path, change)
    assert [message.partition(": date: ")[0] for message in found] == [
        f'sources.json: $[1] "{HERALD}".published',
        'actors.json: $[0] "nemo-nobody".roles[0].date',
        'cases.json: $[0] "made-up-case".stages[3].date',
        'statements.json: $[0] "nobody-replies".date',
    ]
    assert all(f"date: {value!r} " in message for message in found)


@pytest.mark.parametrize("value", ["5 years", "", "P", "P0Y", "P5W", "-P5Y", "P5Y ", "P1000Y"])
def test_bad_term(tmp_path: Path, value: str) -> None:
    """A term that is no ISO 8601 duration of days or more is reported at its key."""

    def change(content: Content) -> None:
        row(content, "made-up-article")["maximum"] = value
        row(content, "made-up-case")["sentences"][0]["served"] = value

    found = errors_after(tmp_path, change)
    assert len(found) == 2
    assert found[0].startswith('provisions.json: $[0] "made-up-article".maximum: term: ')
    assert found[1].startswith('cases.json: $[0] "made-up-case".sentences[0].served: term: ')


def test_rules_of_fields_are_reported_with_their_record(tmp_path: Path) -> None:
    """What the records themselves refuse is reported in their words, without a traceback."""
    (message,) = errors_after(tmp_path, set_in("nobody-replies", quotes=[]))
    assert message == (
        "statements.json: $[0] \"nobody-replies\".attribution: Statement 'nobody-replies': "
        "attribution: 'direct' does not fit the quotes; "
        "it is 'direct' exactly when there is a quote"
    )


# Ids and circles.


def test_id_twice_in_a_table(tmp_path: Path) -> None:
    """The second row with an id is reported, with the place of the first."""
    content = miniature.content()
    for table in TABLES:
        content[table].append(copy.deepcopy(content[table][0]))
    found = errors_of(miniature.write(tmp_path, content))
    assert [(error.origin, error.path, error.message) for error in found] == [
        (
            f"{table}.json",
            f"$[{len(content[table]) - 1}].{'paragraph' if table == 'ledger' else 'id'}",
            f"the id is taken by {table}.json$[0]; ids are unique",
        )
        for table in TABLES
    ]


@pytest.mark.parametrize("table", [table for table in TABLES if table not in ("regions", "ledger")])
def test_id_twice_over_tables(tmp_path: Path, table: str) -> None:
    """Ids are unique over all tables; the later table is the one that is reported."""
    content = miniature.content()
    new = copy.deepcopy(content[table][-1]) | {"id": "old-nowhere"}
    if table == "actors":
        new["name"] = "Somebody Else"
    content[table].append(new)
    found = errors_of(miniature.write(tmp_path, content))
    later = "regions" if table == "sources" else table
    assert {error.origin for error in found} == {f"{later}.json"}
    assert all("the id is taken by" in error.message for error in found)


def circle(*ids: str) -> Change:
    """Return the change that lets statements respond to each other in a circle."""

    def change(content: Content) -> None:
        plain = row(content, "locals-say-nothing")
        for own, other in zip(ids, (*ids[1:], ids[0]), strict=True):
            content["statements"].append(plain | {"id": own, "responds_to": [other]})

    return change


@pytest.mark.parametrize("ids", [("a",), ("a", "b"), ("a", "b", "c")], ids=len)
def test_circle_of_replies(tmp_path: Path, ids: tuple[str, ...]) -> None:
    """Every statement of a circle is reported, with all ids of the circle and what to do."""
    found = errors_after(tmp_path, circle(*ids))
    assert len(found) == len(ids)
    for record_id, message in zip(ids, found, strict=True):
        assert f'"{record_id}": ' in message
        assert "circle" in message
        assert "leave one link out" in message
        assert all(each in message.partition("circle")[2] for each in ids)


def test_two_circles_are_two(tmp_path: Path) -> None:
    """What is said of a record names the circle that it is in, not another."""

    def change(content: Content) -> None:
        circle("uno", "duo")(content)
        circle("rojo", "azul")(content)

    found = errors_after(tmp_path, change)
    assert len(found) == 4
    for message in found:
        mine = {"uno", "duo"} if '"uno"' in message or '"duo"' in message else {"rojo", "azul"}
        told = set(message.partition("circle")[2].replace(";", " ").replace(":", " ").split())
        assert mine <= told
        assert not told & ({"uno", "duo", "rojo", "azul"} - mine)


def test_leading_into_a_circle_is_no_fault_of_ones_own(tmp_path: Path) -> None:
    """A record that only links to one of a circle has no problem of its own."""

    def change(content: Content) -> None:
        circle("uno", "duo")(content)
        row(content, "nobody-replies")["responds_to"] = ["uno"]

    found = errors_after(tmp_path, change)
    assert len(found) == 2
    assert not any("nobody-replies" in message for message in found)


def test_other_problems_of_a_circle_are_reported_at_once(tmp_path: Path) -> None:
    """A record of a circle that has another problem has both reported."""

    def change(content: Content) -> None:
        circle("uno", "duo")(content)
        row(content, "uno")["stance"] = "nonsense"

    found = errors_after(tmp_path, change)
    assert len(found) == 3
    assert any("Stance: 'nonsense' is none of" in message for message in found)


def test_several_circles_are_told_apart(tmp_path: Path) -> None:
    """Each message names two ids, those of its own circle."""

    def change(content: Content) -> None:
        for number in range(7):
            circle(f"a-{number}", f"b-{number}")(content)

    found = errors_after(tmp_path, change)
    assert len(found) == 14
    for message in found:
        number = message.partition('"')[2][2]
        told = message.partition("circle")[2]
        assert f"a-{number}" in told
        assert f"b-{number}" in told
        assert sum(f"a-{other}" in told for other in range(7)) == 1


def test_many_circles_are_all_reported_in_little_time(tmp_path: Path) -> None:
    """Two hundred circles, and what leads into them: everybody in a circle is reported, once."""

    def change(content: Content) -> None:
        for number in range(200):
            circle(f"a-{number}", f"b-{number}")(content)

    start = time.process_time()
    found = errors_after(tmp_path, change)
    assert time.process_time() - start < 5
    named = [message.partition('"')[2].partition('"')[0] for message in found]
    assert len(named) == len(set(named)) == 400
    assert all("circle" in message for message in found)


def test_link_to_a_circle_from_a_sound_record_is_left_alone(tmp_path: Path) -> None:
    """A case, an event or a reply about one of a circle has no problem of its own."""

    def change(content: Content) -> None:
        circle("uno")(content)
        plain = row(content, "locals-say-nothing")
        content["statements"] += [
            plain | {"id": "behind", "responds_to": ["uno"]},
            plain | {"id": "further-behind", "responds_to": ["behind"]},
        ]

    (message,) = errors_after(tmp_path, change)
    assert '"uno"' in message


def test_circle_of_hostile_ids_is_told_in_one_printable_line(tmp_path: Path) -> None:
    """The ids of a circle reach the terminal no more raw than the id of a row."""
    for message in errors_after(tmp_path, circle("a\nb", "c\x1b[31m")):
        assert message.isprintable()


def test_long_circle_is_told_in_short(tmp_path: Path) -> None:
    """Two thousand replies in one circle do not make two thousand pages."""
    found = errors_after(tmp_path, circle(*(f"s-{number}" for number in range(2_000))))
    assert len(found) == 2_000
    assert max(map(len, found)) < 1_000


def test_circle_of_organisations(tmp_path: Path) -> None:
    """Two bodies can't each hold a role in the other."""

    def change(content: Content) -> None:
        for own, other in (("nowhere-society", "gazette"), ("gazette", "nowhere-society")):
            roles = [{"title": "member", "organisation": other, "citations": [f"{GAZETTE}#4"]}]
            row(content, own)["roles"] = roles

    found = errors_after(tmp_path, change)
    assert {"nowhere-society", "gazette"} <= {
        message.partition('"')[2].partition('"')[0] for message in found
    }
    assert all(message.startswith("actors.json: ") and "circle" in message for message in found)


def test_circle_of_successors(tmp_path: Path) -> None:
    """Two units can't succeed each other."""

    def change(content: Content) -> None:
        row(content, "KZ-X2").update(valid_to="2000", successors=["old-nowhere"])

    found = errors_after(tmp_path, change)
    assert all(message.startswith("regions.json: ") and "circle" in message for message in found)
    assert len(found) == 2


# What is reported, and what not.


def test_all_problems_of_all_files_at_once(tmp_path: Path) -> None:
    """One problem in each file, and each is reported, in the order of the files."""
    content = miniature.content()
    content["dataset"]["nonsense"] = 1
    for table in TABLES:
        content[table][-1]["nonsense"] = 1
    content["private_names"]["nobody"] = {"name": "Nobody At All"}
    found = errors_of(miniature.write(tmp_path, content))
    assert sorted(error.origin for error in found) == sorted(f"{name}.json" for name in EVERY_FILE)
    in_tables = [error.origin for error in found if error.origin[:-5] in TABLES]
    assert in_tables == [f"{table}.json" for table in TABLES]


def test_all_problems_of_one_row_at_once(tmp_path: Path) -> None:
    """Every bad value of a row is reported, not the first alone."""
    bad = {"date": "yesterday", "stance": "pro", "speakers": ["x"], "medium": 5, "colour": "red"}
    found = errors_after(tmp_path, set_in("nobody-replies", **bad))
    assert len(found) == 5


def test_message_has_origin_path_id_and_reason(tmp_path: Path) -> None:
    """The form of a message is ``file: $[row] "id".key: reason``."""
    content = miniature.content()
    row(content, "nobody-replies")["date"] = "2023-02-30"
    (found,) = errors_of(miniature.write(tmp_path, content))
    assert (found.origin, found.path, found.record) == (
        "statements.json",
        "$[0].date",
        "nobody-replies",
    )
    assert unplaced(found) == (
        'statements.json: $[0] "nobody-replies".date: '
        "date: '2023-02-30' is not a day; 2023-02 has 28 days"
    )


def test_group_says_where_nothing_was_read(tmp_path: Path) -> None:
    """The message of the whole names the directory."""
    (miniature.write(tmp_path) / "cases.json").unlink()
    with pytest.raises(DataErrors, match="nothing was read from") as caught:
        read(tmp_path)
    assert str(tmp_path) in str(caught.value)


BREAKING = {
    "sources": HERALD,
    "regions": "KZ-X1",
    "places": "exampleville",
    "actors": "some-locals",
    "provisions": "made-up-article",
    "cases": "made-up-case",
    "statements": "locals-say-nothing",
}


@pytest.mark.parametrize("table", BREAKING)
def test_links_to_a_broken_record_are_not_reported(tmp_path: Path, table: str) -> None:
    """A broken record is the one problem, however many others link to it."""
    (message,) = errors_after(tmp_path, set_in(BREAKING[table], note=5))
    assert message.startswith(f"{table}.json: ")
    assert f'"{BREAKING[table]}".note: ' in message


def test_broken_record_behind_a_broken_record_is_reported(tmp_path: Path) -> None:
    """A second problem of the same file is not hidden by the first."""

    def change(content: Content) -> None:
        row(content, "some-locals")["note"] = 5
        row(content, "made-up-case")["note"] = 5

    assert len(errors_after(tmp_path, change)) == 2


@pytest.mark.parametrize("value", ["a\nb", "a\x1b[31mb", "a\ud800b", 'a"b'], ids=ascii)
def test_message_is_one_printable_line_whatever_the_id(tmp_path: Path, value: str) -> None:
    """A hostile id neither breaks the line nor reaches the terminal raw."""
    content = miniature.content()
    content["events"][0]["id"] = value
    path = miniature.write(tmp_path, {**content, "events": []}) / "events.json"
    path.write_text(json.dumps(content["events"]), encoding="ascii")
    (found,) = errors_of(tmp_path)
    assert str(found).isprintable()


@pytest.mark.parametrize(
    "value",
    ["x" * 1_000_000, ["x"] * 100_000, {"x": ["y" * 1_000_000]}],
    ids=["text", "list", "object"],
)
def test_message_is_short_whatever_the_value(tmp_path: Path, value: object) -> None:
    """A huge value is cut in the message."""
    (message,) = errors_after(tmp_path, set_in("nobody-replies", date=value))
    assert len(message) < 400


def test_deep_values_below_the_limit_of_json(tmp_path: Path) -> None:
    """Values nested as deeply as Python still reads are reported like any other."""
    value: Any = 1
    for _ in range(sys.getrecursionlimit() // 2):
        value = [value]

    def change(content: Content) -> None:
        row(content, "nobody-replies").update(date=value, speakers=value, quotes=value)
        row(content, "made-up-case")["stages"] = value

    assert len(errors_after(tmp_path, change)) == 4


# Private names.


def no_name_in(messages: list[str]) -> None:
    """Hold messages to printing no part of the private person's names."""
    for message in messages:
        for word in (*PRIVATE_NAME.split(), *PRIVATE_ALIAS.split()):
            assert word.casefold() not in message.casefold()


def test_private_person_without_an_entry(tmp_path: Path) -> None:
    """A private actor needs a name in the file of private names."""
    (message,) = errors_after(tmp_path, lambda content: content["private_names"].clear())
    assert message == (
        f'actors.json: $[2] "{PRIVATE_ID}": needs an entry in private_names.json, '
        "with name and perhaps aliases"
    )


@pytest.mark.parametrize("key", ["nobody", "nemo-nobody", "gazette"])
def test_entry_of_nobody_private(tmp_path: Path, key: str) -> None:
    """An entry for an unknown or public actor is a problem of that file."""
    (message,) = errors_after(
        tmp_path, lambda content: content["private_names"].update({key: {"name": PRIVATE_NAME}})
    )
    assert message.startswith(f'private_names.json: $ "{key}": is not the id of a private actor')
    no_name_in([message])


@pytest.mark.parametrize("key", ["name", "aliases"])
def test_private_name_in_the_row_of_the_actor(tmp_path: Path, key: str) -> None:
    """A private name in actors.json is in the wrong file, and is not printed."""
    value = PRIVATE_NAME if key == "name" else [PRIVATE_NAME]
    found = errors_after(tmp_path, set_in(PRIVATE_ID, **{key: value}))
    assert len(found) == 1
    assert "stands in private_names.json and nowhere else" in found[0]
    no_name_in(found)


LEAKS: dict[str, Change] = {
    "name with space": lambda c: c["private_names"][PRIVATE_ID].update(name=f" {PRIVATE_NAME}"),
    "name in a list": lambda c: c["private_names"][PRIVATE_ID].update(name=[PRIVATE_NAME]),
    "alias twice": lambda c: c["private_names"][PRIVATE_ID].update(aliases=[PRIVATE_ALIAS] * 2),
    "alias as text": lambda c: c["private_names"][PRIVATE_ID].update(aliases=PRIVATE_ALIAS),
    "alias with space": lambda c: c["private_names"][PRIVATE_ID].update(
        aliases=[f"{PRIVATE_ALIAS} "]
    ),
    "alias in a list": lambda c: c["private_names"][PRIVATE_ID].update(aliases=[[PRIVATE_ALIAS]]),
    "name for the entry": lambda c: c["private_names"].update({PRIVATE_ID: PRIVATE_NAME}),
    "names in a list": lambda c: c["private_names"].update({PRIVATE_ID: [PRIVATE_NAME]}),
    "name as a key": lambda c: c["private_names"].update({PRIVATE_NAME: {"name": "x"}}),
    "name as an inner key": lambda c: c["private_names"][PRIVATE_ID].update({PRIVATE_NAME: "x"}),
    "only aliases": lambda c: c["private_names"][PRIVATE_ID].pop("name"),
    "name in the row": set_in(PRIVATE_ID, name=f" {PRIVATE_NAME}"),
    "list of names in the row": set_in(PRIVATE_ID, name=[PRIVATE_NAME]),
    "aliases in the row": lambda c: (
        c["private_names"][PRIVATE_ID].pop("aliases"),
        row(c, PRIVATE_ID).update(aliases=[f" {PRIVATE_ALIAS}"]),
    ),
    "name in a row with a bad flag": set_in(PRIVATE_ID, private="true", name=[PRIVATE_NAME]),
    "alias that is the name": lambda c: c["private_names"][PRIVATE_ID].update(
        aliases=[PRIVATE_NAME]
    ),
    "another problem": set_in(PRIVATE_ID, kind="nonsense", nonsense=1),
    "no person": set_in(PRIVATE_ID, kind="organisation"),
}


@pytest.mark.parametrize("kind", LEAKS)
def test_no_message_prints_a_private_name(tmp_path: Path, kind: str) -> None:
    """Whatever is wrong about a private person or the names, the messages do not print them.

    What is wrong with the names themselves is said to stand in their file.
    """
    found = errors_after(tmp_path, LEAKS[kind])
    no_name_in(found)
    if kind in [kind for kind in LEAKS if "row" not in kind][:9]:
        assert all("private_names.json" in message for message in found)


@pytest.mark.parametrize("value", [[], {}, None, 5, "Some Id"], ids=repr)
def test_private_actor_with_a_bad_id(tmp_path: Path, value: object) -> None:
    """A private row with an id of any JSON type is reported like any other row."""
    found = errors_after(tmp_path, set_in(PRIVATE_ID, id=value))
    assert any(message.startswith("actors.json: $[2]") for message in found)
    no_name_in(found)


@pytest.mark.parametrize("value", ["true", 1, None, "yes"], ids=repr)
def test_private_that_is_no_truth_value(tmp_path: Path, value: object) -> None:
    """Only true is true, and the row is reported for the flag."""
    found = errors_after(tmp_path, set_in(PRIVATE_ID, private=value))
    assert any(f'"{PRIVATE_ID}".private: ' in message for message in found)
    no_name_in(found)


def test_no_private_people_need_no_names(tmp_path: Path) -> None:
    """A dataset without private people has an empty object in that file."""
    content = {name: [] for name in EVERY_FILE} | {
        "dataset": miniature.content()["dataset"],
        "private_names": {},
    }
    assert len(miniature.build(tmp_path, content).actors) == 0


# Loading the shipped data.


def test_shipped_data_is_read_once_and_holds_every_rule() -> None:
    """Loading twice gives the same object, and nothing is wrong with it."""
    assert load() is load() is kz.load()
    assert kz.check(load()) == ()


def test_shipped_data_is_loaded_once_by_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many threads that ask at once get one object, made by one reading."""
    made: list[object] = []

    class Counting(Assembly):
        def dataset(self) -> kz.Dataset:
            made.append(self)
            return super().dataset()

    monkeypatch.setattr(directories, "_loaded", [])
    monkeypatch.setattr(directories, "Assembly", Counting)
    gate = threading.Barrier(16)

    def ask(_: int) -> kz.Dataset:
        gate.wait()
        return load()

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(ask, range(16)))
    assert all(dataset is found[0] for dataset in found)
    assert len(made) == 1


def test_failed_load_is_tried_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An error while loading is raised each time and leaves no half dataset behind."""
    monkeypatch.setattr(directories, "_loaded", [])
    with monkeypatch.context() as broken:
        broken.setattr(directories, "_shipped_data", lambda: tmp_path)
        for _ in range(2):
            with pytest.raises(DataErrors):
                load()
    assert len(load().cases) > 0


def test_reading_the_shipped_directory_gives_an_equal_dataset() -> None:
    """``read`` makes another object with the same content."""
    again = read(SHIPPED)
    assert again == load()
    assert again is not load()


# Writing.


def test_shipped_files_are_canonical_byte_for_byte() -> None:
    """What ships is exactly what would be written, and no file is left over."""
    canonical = dict(canonical_files(load()))
    assert sorted(canonical) == sorted(path.name for path in SHIPPED.glob("*.json"))
    changed = [
        name for name, text in canonical.items() if (SHIPPED / name).read_bytes() != text.encode()
    ]
    assert changed == []


def test_miniature_is_canonical(tmp_path: Path) -> None:
    """The miniature is written back as it was: field order, defaults left out, real characters."""
    dataset = miniature.build(tmp_path)
    for name, text in canonical_files(dataset):
        assert text == (tmp_path / name).read_text(encoding="utf-8"), name


def test_written_dataset_is_read_as_an_equal_one(tmp_path: Path) -> None:
    """Write then read gives an equal dataset, and again the same bytes."""
    for number, dataset in enumerate((miniature.build(tmp_path), load())):
        there = tmp_path / str(number)
        there.mkdir()
        write(dataset, there)
        again = read(there)
        assert again == dataset
        assert list(canonical_files(again)) == list(canonical_files(dataset))
        assert {path.name: path.read_bytes() for path in there.iterdir()} == {
            name: text.encode() for name, text in canonical_files(dataset)
        }


def test_untidy_files_become_canonical(tmp_path: Path) -> None:
    """Other indents, key orders, escapes and written-out defaults give the same canonical text."""
    content = miniature.content()
    expected = list(canonical_files(miniature.build(tmp_path, content)))
    row(content, "locals-say-nothing").update(
        venue="",
        quotes=[],
        dispute="none",
        date=None,
        date_basis="none",
        note="",
        medium="unspecified",
    )
    row(content, "gazette").update(named=True, private=False, aliases=[], roles=[], country=None)
    for name, value in content.items():
        turned = [dict(reversed(item.items())) for item in value] if name in TABLES else value
        (tmp_path / f"{name}.json").write_text(json.dumps(turned, indent=7), encoding="ascii")
    assert list(canonical_files(read(tmp_path))) == expected


def test_keys_stand_in_field_order_and_defaults_are_left_out() -> None:
    """In every row of the shipped data, as canonically written, and in every part of one."""
    kinds = {name: type(table[0]) for name, table in load().tables()}
    for name, text in canonical_files(load()):
        kind = kinds.get(name.removesuffix(".json"))
        for found in json.loads(text) if kind else ():
            assert kind is not None
            order = [field.name for field in attrs.fields(kind)]
            keys = list(found)
            assert keys == sorted(keys, key=order.index), f"{name}: {found.get('id')}"
            assert None not in found.values()
            assert "" not in found.values()
            assert [] not in found.values()


def test_parts_are_written_in_field_order(tmp_path: Path) -> None:
    """The parts of a case have their keys in the order of the design, citations last."""
    written_files = dict(canonical_files(miniature.build(tmp_path)))
    case = json.loads(written_files["cases.json"])[0]
    assert list(case["stages"][1]) == [
        *("kind", "date", "date_text", "date_basis", "defendants", "people", "citations")
    ]
    assert list(case["sites"][0]) == ["place", "relation", "citations"]
    assert list(case["charges"][0]) == ["offence", "provision", "defendants", "citations"]
    assert list(case["sentences"][1]) == [
        *("convicts", "term", "suspended", "suspended_for", "citations")
    ]


def test_private_names_are_written_into_their_own_file_alone(tmp_path: Path) -> None:
    """Only private_names.json, and a quotation, has the name."""
    written_files = dict(canonical_files(miniature.build(tmp_path)))
    assert json.loads(written_files["private_names.json"]) == {
        PRIVATE_ID: {"name": PRIVATE_NAME, "aliases": [PRIVATE_ALIAS]}
    }
    assert PRIVATE_NAME not in written_files["actors.json"]
    assert [name for name, text in written_files.items() if "Ignotus" in text] == [
        "private_names.json",
        "statements.json",
    ]


def test_text_is_written_with_real_characters_and_unix_line_ends(tmp_path: Path) -> None:
    """UTF-8, two spaces, one line break at the end, on every system."""
    write(miniature.build(tmp_path), tmp_path)
    content = (tmp_path / "regions.json").read_bytes()
    assert "Верхняя Нигдея".encode() in content
    assert b"\\u" not in content
    assert b"\r" not in content
    assert content.startswith(b'[\n  {\n    "id": ')
    assert content.endswith(b"]\n")
    assert not content.endswith(b"\n\n")


def test_writing_replaces_what_is_there(tmp_path: Path) -> None:
    """Old files of the layout are replaced; others are left alone."""
    dataset = miniature.build(tmp_path)
    (tmp_path / "cases.json").write_text("nonsense")
    (tmp_path / "other.txt").write_text("mine")
    write(dataset, str(tmp_path))
    assert read(tmp_path) == dataset
    assert (tmp_path / "other.txt").read_text() == "mine"


# Data that is made to take long, or to fill the screen.


def test_the_first_ten_slips_come_with_suggestions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are reported; to look through all ids for each would take the square of their number."""
    looks: list[str] = []
    nearest = spelling.nearest

    def counted(text: str, options: Any) -> tuple[str, ...]:
        looks.append(text)
        return nearest(text, options)

    monkeypatch.setattr(spelling, "nearest", counted)

    def change(content: Content) -> None:
        told = row(content, "nobody-replies")
        told["about"] = [f"nemo-nobody{number}" for number in range(150)]
        row(content, "exampleville").update({f"regions{number}": [] for number in range(150)})

    errors = errors_after(tmp_path, change)
    assert len(errors) == 300
    assert len(looks) == 10
    assert sum("did you mean" in error for error in errors) == 10
    assert "did you mean" in errors[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda content: row(content, "exampleville").update({"[" * 1_000: 1}),
        lambda content: row(content, "exampleville").update({"x" * 100_000: 1}),
        set_in("exampleville", id="x" * 1_000_000),
        set_in("exampleville", id="\n" * 100_000),
        set_in("exampleville", country="\u0416" * 100_000),
        set_in("exampleville", country=[[["x" * 500] * 50] * 50] * 50),
        set_in("exampleville", country={f"{'x' * 500}{n}": ["y" * 500] * 9 for n in range(99)}),
        set_in("exampleville", regions=["x" * 100_000]),
        set_in("exampleville", citations=["x" * 100_000]),
        set_in("nobody-replies", stance="x" * 100_000),
        set_in("nobody-replies", date="[" * 100_000),
        set_in("made-up-case", people=-(10**4_000)),
    ],
)
def test_values_of_any_size_are_shortened(tmp_path: Path, change: Change) -> None:
    """No problem fills more than a few lines, whatever is wrong, in either of its forms."""
    content = miniature.content()
    change(content)
    for error in errors_of(miniature.write(tmp_path, content)):
        assert len(str(error)) < 1_200
        assert len(repr(error)) < 4_000


def test_a_key_given_twice_is_shortened(tmp_path: Path) -> None:
    """So is a key that stands twice in one object."""
    key = b'"' + b"[" * 100_000 + b'": 1'
    (found,) = raw(tmp_path, "places", b"[{" + key + b", " + key + b"}]")
    assert "stands twice" in found.message
    assert len(str(found)) < 300


def test_item_that_stands_twice_in_a_long_list(tmp_path: Path) -> None:
    """It is found without counting each of the others."""
    aliases = [f"Alias {number}" for number in range(50_000)]
    (error,) = errors_after(tmp_path, set_in("exampleville", aliases=[*aliases, "Alias 7"]))
    assert error.endswith("'Alias 7' stands twice; name each once")


def test_a_start_imports_what_it_needs() -> None:
    """Two queries need neither what writes rows, nor look-up by odd spellings, nor suggestions."""
    late = "{'cattrs', 'difflib', 'kzseparatism.names.index', 'kzseparatism.privacy'}"
    program = (
        "import sys, kzseparatism as kz; kz.statements_between('2021-09', '2022-08'); "
        f"kz.cases_by_region('North Kazakhstan'); sys.exit(str({late} & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.stderr.strip() == "set()"


@pytest.mark.parametrize("part", ["defendant", 5, None, ["defendant"]])
def test_a_part_that_is_no_object(tmp_path: Path, part: object) -> None:
    """A part of a record is held to be an object, as a record is."""
    case_id = miniature.content()["cases"][0]["id"]
    (found,) = errors_after(tmp_path, set_in(case_id, stages=[part]))
    assert found.endswith(".stages[0]: must be an object in curly brackets")
