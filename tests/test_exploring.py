"""The explorer as a file: what is in it, and what is not. ``tests/explorer`` looks at it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import kzseparatism as kz
import miniature
from kzseparatism.exploring.content import content
from kzseparatism.exploring.document import document
from kzseparatism.exploring.matching import SIGNS_OF_NUMBERS
from kzseparatism.names.phrases import words_in
from kzseparatism.privacy import private_names

SCRIPT = re.compile(r"<script(?P<kind>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)


@cache
def page() -> str:
    """Return the page of the shipped dataset."""
    return document(kz.load())


@cache
def held() -> dict[str, Any]:
    """Return what the page of the shipped dataset holds."""
    return content(kz.load().pseudonymised(), names=False)


def rows(table: str) -> dict[str, list[Any]]:
    """Return the rows of a table by id: what they match by, then their fields."""
    fields = [name for name, *_ in held()["kinds"][held()["tables"][table]["kind"]]["fields"]]
    return {row[1 + fields.index("id")]: row for row in held()["records"][table]}


def numbers(text: str) -> list[int]:
    """Return the numbers that a text of five-bit signs stands for."""
    found, number = [], 0
    for sign in text:
        digit = SIGNS_OF_NUMBERS.index(sign)
        number = number * 32 + digit % 32
        if digit < 32:
            found.append(number)
            number = 0
    return found


def test_the_page_is_small_and_whole() -> None:
    """It stays below 500 kB, and has no slot left open."""
    assert len(page().encode()) < 500_000
    assert page().startswith("<!doctype html>")
    assert "{{" not in page().replace("doubts", "").split('id="data"')[0]


def test_the_same_data_give_the_same_bytes() -> None:
    """Nothing in the page depends on when it is made."""
    assert document(kz.load()) == page()


def test_nothing_is_fetched() -> None:
    """No element of the page names a file or a host to fetch from."""
    outside = SCRIPT.sub("", page())
    assert not re.search(r"\bsrc=|@import|url\(|<link|<iframe|<img|<object", outside)
    scripts = [match["kind"] for match in SCRIPT.finditer(page())]
    assert scripts == [' type="application/json" id="data"', ""]
    for word in ("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "import("):
        assert word not in page(), word


def test_the_policy_allows_the_style_and_the_script_of_the_page_alone() -> None:
    """The hashes of the policy are those of what stands in the page."""
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page())
    style = page().partition("<style>")[2].partition("</style>")[0]
    script = [match["text"] for match in SCRIPT.finditer(page())][1]
    for name, text in (("style-src", style), ("script-src", script)):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_no_private_name_is_in_any_byte(tmp_path: Path) -> None:
    """The page has no private name, in capitals or not, escaped or not; with names it has them."""
    names = {name for actor in kz.load().actors for name in private_names(actor)}
    assert names
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    last = {name.split()[-1].casefold() for name in names}
    public = " ".join(
        word for one in kz.load().actors if not one.private for word in (one.name, *one.aliases)
    ).casefold()
    for text in (page(), unescape(page())):
        assert pattern.search(text) is None
    vocabulary = set(held()["vocabulary"].split())
    hidden = {words_in(word)[0] for word in last if word not in public.split()}
    assert not vocabulary & hidden
    dataset = miniature.build(tmp_path)
    assert miniature.PRIVATE_NAME not in document(dataset)
    shown = document(dataset, names=True)
    assert miniature.PRIVATE_NAME in shown
    assert "this copy has the names of private persons" in shown.lower()


@pytest.mark.parametrize("table", ["cases", "statements", "events"])
def test_regions_are_those_of_the_counts(table: str) -> None:
    """What lies certainly and possibly in each unit is what the library counts there."""
    found: dict[str, list[int]] = {}
    for row in rows(table).values():
        for region in row[0].get("c", []):
            found.setdefault(region, [0, 0])[0] += 1
            found[region][1] += 1
        for region in row[0].get("p", []):
            found.setdefault(region, [0, 0])[1] += 1
    counted = kz.counts(getattr(kz.load(), table), "region")
    wanted = {one.id: [one.certain, one.possible] for one in counted if one.id != "no region"}
    assert found == wanted


def test_dates_have_the_days_of_the_library() -> None:
    """Each date stands once, with its first and last day, None where open, and its sign."""
    for text, (_, _, first, last, sign) in held()["dates"].items():
        when = kz.FuzzyDate.parse(text)
        assert (first or date.min.isoformat()) == when.earliest.isoformat()
        assert (last or date.max.isoformat()) == when.latest.isoformat()
        assert sign == when.qualifier


def test_a_case_has_the_dates_of_its_stages() -> None:
    """A window asks for every dated stage."""
    row = rows("cases")["konaev-video-appeal"][0]
    assert row["d"] == [
        [f"the date of its {stage.kind.value}", str(stage.date)]
        for stage in kz.load().cases["konaev-video-appeal"].stages
        if stage.date is not None
    ]


@pytest.mark.parametrize("text", ["separatism", "Путин", "2023", "statehood", "North"])
def test_the_words_of_the_search_are_there(text: str) -> None:
    """A record that the search of the library finds has the word, by its number."""
    (word,) = words_in(text)
    known = held()["vocabulary"].split()
    wanted = set(kz.search(text, among=kz.load().statements).ids)
    have = {
        record_id
        for record_id, row in rows("statements").items()
        if word in [known[number - 1] for number in numbers(row[0]["w"]) if number]
    }
    assert wanted <= have
    assert wanted or text == "2023", "nothing was compared"


def test_texts_are_parted() -> None:
    """The last word of a text and the first of the next are not neighbours."""
    row = rows("statements")["putin-no-statehood"][0]
    known = held()["vocabulary"].split()
    said = [known[number - 1] if number else "|" for number in numbers(row["w"])]
    assert said[: said.index("|")] == ["putin", "no", "statehod"]


def test_a_record_can_be_put_together_again() -> None:
    """The row of a record has all that its plain form has, in the order of its fields."""
    dataset = kz.load().pseudonymised()
    for table, kind in (("statements", "Statement"), ("cases", "Case"), ("actors", "Actor")):
        fields = held()["kinds"][kind]["fields"]
        for row, plain in zip(
            rows(table).values(),
            (getattr(dataset, table)[one] for one in rows(table)),
            strict=True,
        ):
            (record,) = kz.Table([plain]).to_records()
            values = dict(zip([name for name, *_ in fields], row[1:], strict=False))
            for name, holds, *_ in fields:
                if not holds.startswith("part:"):
                    assert values.get(name, 0) == (record[name] or 0), (plain.id, name)
                else:
                    assert len(values.get(name) or []) == len(record[name])


HOSTILE = "</script><script>alert(1)</script><!-- & \"' {{data}} ]]> <b onclick=x>"


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """No text of the data can end a script, begin an element, or fill a slot of the template."""
    files = miniature.content()
    files["dataset"]["title"] = HOSTILE
    for table in ("cases", "statements", "events"):
        for row in files[table]:
            row["summary"] = HOSTILE
            row["note"] = HOSTILE
    files["sources"][0]["url"] = "javascript:alert(1)"
    files["sources"][1]["url"] = 'https://example.org/"onmouseover="x'
    made = document(miniature.build(tmp_path, files))
    assert len(SCRIPT.findall(made)) == 2
    assert "<b onclick" not in made
    assert "alert(1)</script>" not in made
    assert 'href="javascript' not in made
    assert '"onmouseover="x' not in made
    (data,) = [match["text"] for match in SCRIPT.finditer(made) if "json" in match["kind"]]
    shown = json.loads(data)
    assert shown["about"]["title"] == HOSTILE
    assert shown["records"]["statements"][0].count(HOSTILE) == 2


def test_an_empty_dataset_has_a_page(tmp_path: Path) -> None:
    """Without a single record there is nothing to show, and no error."""
    files = {**miniature.content(), "private_names": {}}
    for name in files:
        if name not in ("dataset", "private_names"):
            files[name] = []
    made = document(miniature.build(tmp_path, files))
    assert "Here are 0 cases, 0 statements and 0 events" in made


def test_only_the_shipped_data_are_said_to_be_made_by_language_models(tmp_path: Path) -> None:
    """What is known of our data is not said of others'."""
    assert "Language models coded the articles" in page()
    assert "Language models" not in document(miniature.build(tmp_path))


def test_the_plain_tables_have_every_record() -> None:
    """Readers without scripts have a row for each case, statement, event and source."""
    plain = page().partition("<noscript>")[2].partition("</noscript>")[0]
    dataset = kz.load()
    for table in (dataset.cases, dataset.statements, dataset.events, dataset.sources):
        for record in table:
            assert f'<tr id="{record.id}">' in plain
    for source in dataset.sources:
        assert f'href="{source.url}"' in plain


def test_the_path_comes_back_and_force_replaces(tmp_path: Path) -> None:
    """The file is written once; a second time only by force."""
    dataset = miniature.build(tmp_path)
    path = kz.explorer(dataset, str(tmp_path / "page.html"))
    assert path == tmp_path / "page.html"
    assert path.read_text(encoding="utf-8") == document(dataset)
    with pytest.raises(kz.InvalidValueError, match="exists already"):
        kz.explorer(dataset, path)
    kz.explorer(dataset, path, names=True, force=True)
    assert path.read_text(encoding="utf-8") == document(dataset, names=True)


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (("data", "page.html"), {}, "dataset: 'data' is not a Dataset"),
        ((None, "page.html"), {}, "dataset: None is not a Dataset"),
        (("dataset", 3), {}, "path: 3 is not a path"),
        (("dataset", "page.html"), {"names": 1}, "names: 1 is neither True nor False"),
        (("dataset", "page.html"), {"force": "yes"}, "force: 'yes' is neither True nor False"),
    ],
)
def test_wrong_arguments(
    arguments: Any, options: Any, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each argument of another type is named."""
    monkeypatch.chdir(tmp_path)
    first, path = arguments
    with pytest.raises(kz.WrongTypeError, match=message):
        kz.explorer(kz.load() if first == "dataset" else first, path, **options)
    assert list(tmp_path.iterdir()) == []
