"""Questions asked of the page and of the library: the same records, as surely, in one order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from asking import ask, ids, shown

import kzseparatism as kz
import miniature
from kzseparatism.names.phrases import has_all, phrases, words_in
from kzseparatism.queries.question import time_key

Opener = Callable[..., Any]
Answer = Callable[[Any], Iterable[Any]]

DATA = kz.load()
NORTH, EAST, AKMOLA = "KZ-59", "KZ-63", "KZ-11"


def in_order_of_time(records: Iterable[Any]) -> list[Any]:
    """Return records as the library's answers have them: by first day, last day and id."""
    return sorted(records, key=time_key)


def in_order_of_id(records: Iterable[Any]) -> list[Any]:
    """Return records by id."""
    return sorted(records, key=lambda record: str(record.id))


def cases_in(region: str, *window: str) -> Answer:
    """Return the library's answer for a region, and a window if one is given."""

    def answer(match: Any) -> Iterable[Any]:
        found = kz.cases_by_region(region, match=match)
        return kz.cases_between(*window, match=match, among=found) if window else found

    return answer


def statements_in(region: str, *window: str) -> Answer:
    """Return the statements about a region, in a window if one is given, in order of time."""

    def answer(match: Any) -> Iterable[Any]:
        found = kz.statements_about(kz.find_region(region), match=match)
        if window:
            found = kz.statements_between(*window, match=match, among=found)
        return in_order_of_time(found)

    return answer


def where(table: str, **fields: Any) -> Answer:
    """Return what has these words, in the order of its table."""
    order: Any = in_order_of_time if table in ("statements", "events") else in_order_of_id
    return lambda _: order(getattr(DATA, table).where(**fields))


def citing(table: str, *sources: str) -> Answer:
    """Return what is based on one of some documents."""
    order: Any = in_order_of_time if table in ("statements", "events") else in_order_of_id
    based = {one.id for source in sources for one in DATA.cited_by(source)}
    return lambda _: order(getattr(DATA, table).where(lambda record: record.id in based))


def convicted_in(region: str) -> Answer:
    """Return the cases of a region that ended in a conviction: the question of a journalist."""
    return lambda match: kz.cases_by_status(
        "convicted", among=kz.cases_by_region(region, match=match)
    )


def between(query: Any, *window: str | None) -> Answer:
    """Return the library's answer for a window."""
    return lambda match: query(*window, match=match)


def events_in(region: str) -> Answer:
    """Return the events in a region."""
    return lambda match: kz.events_about(kz.find_region(region), match=match)


# What is asked of the page, as its address has it, and what the library answers.
QUESTIONS: list[tuple[str, Answer]] = [
    ("table=cases", where("cases")),
    ("table=statements", where("statements")),
    ("table=events", where("events")),
    ("table=actors&kind=media_outlet", where("actors", kind="media_outlet")),
    ("table=discrepancies&kind=date", where("discrepancies", kind="date")),
    (f"region={NORTH}", cases_in(NORTH)),
    (f"region={EAST}", cases_in(EAST)),
    (f"region={AKMOLA}", cases_in(AKMOLA)),
    ("region=KZ-75", cases_in("KZ-75")),
    ("region=kokshetau-region", cases_in("kokshetau-region")),
    ("region=KZ-43", cases_in("KZ-43")),
    (f"region={NORTH}&from=2023", cases_in(NORTH, "2023")),
    (f"region={NORTH}&from=2021-12&to=2022-07-01", cases_in(NORTH, "2021-12", "2022-07-01")),
    (f"region={NORTH}&status=convicted", convicted_in(NORTH)),
    ("from=2014&to=2014", between(kz.cases_between, "2014", "2014")),
    ("to=1999-12-31", between(kz.cases_between, None, "1999-12-31")),
    ("status=convicted", where("cases", status="convicted")),
    ("status=charged,reported", where("cases", status=("charged", "reported"))),
    (
        "kind=prosecution&status=convicted",
        where("cases", kind="prosecution", status="convicted"),
    ),
    (
        "source=caravanserai-article,ean-report",
        citing("cases", "caravanserai-article", "ean-report"),
    ),
    (
        "table=statements&from=2014-08&to=2014-08",
        between(kz.statements_between, "2014-08", "2014-08"),
    ),
    (
        "table=statements&from=2021-09&to=2022-08",
        between(kz.statements_between, "2021-09", "2022-08"),
    ),
    ("table=statements&from=2023-03-31", between(kz.statements_between, "2023-03-31")),
    ("table=statements&to=2016", between(kz.statements_between, None, "2016")),
    (f"table=statements&region={NORTH}", statements_in(NORTH)),
    (f"table=statements&region={NORTH}&from=2023", statements_in(NORTH, "2023")),
    (f"table=statements&region={AKMOLA}", statements_in(AKMOLA)),
    ("table=statements&stance=challenges", where("statements", stance="challenges")),
    (
        "table=statements&attribution=direct,reported",
        where("statements", attribution=("direct", "reported")),
    ),
    ("table=statements&dispute=occurrence", where("statements", dispute="occurrence")),
    (
        "table=statements&medium=social_media&stance=challenges",
        where("statements", medium="social_media", stance="challenges"),
    ),
    ("table=statements&source=ean-report", citing("statements", "ean-report")),
    ("table=events&from=2014-01-01&to=2014-12-31", between(kz.events_between, "2014", "2014")),
    ("table=events&kind=rally", where("events", kind="rally")),
    (f"table=events&region={NORTH}", events_in(NORTH)),
]
# Nothing lies in this unit, and the page says so.
EMPTY = {"region=KZ-43"}


@pytest.fixture
def page(open_page: Opener) -> Any:
    """Return the page of the shipped dataset."""
    return open_page()


def test_thirty_questions_have_the_answers_of_the_library(page: Any) -> None:
    """Both switches, every row: possible and certain as the library has it, and its order."""
    assert len(QUESTIONS) >= 30
    for text, answer in QUESTIONS:
        question = dict(part.split("=") for part in text.split("&"))
        possible = [record.id for record in answer("possible")]
        certain = [record.id for record in answer("certain")]
        assert bool(possible) is (text not in EMPTY), text
        rows = ask(page, **question)
        assert ids(rows) == possible, text
        if {"region", "from", "to"} & set(question):
            assert ids(rows, "certain") == certain, text
            assert sorted(ids(rows, "possible")) == sorted(set(possible) - set(certain)), text
        assert ids(ask(page, **question, match="certain")) == certain, text


def test_the_count_says_certain_and_possible(page: Any) -> None:
    """The heading, the tile and the tab have the numbers of the library."""
    ask(page, region=NORTH)
    counted = kz.counts(kz.cases, "region")[NORTH]
    told = f"{counted.certain} + {counted.possible - counted.certain} possible"
    assert page.locator("#found").inner_text() == f"{told} cases"
    assert page.locator("#tables [aria-current]").inner_text() == f"Cases {told}"
    for one in kz.counts(kz.cases, "region"):
        name = "No single region" if one.id == "no region" else one.group
        tile = page.locator(".tile", has=page.locator(f".name:text('{name}')")).first
        more = one.possible - one.certain
        parts = [str(one.certain)] if one.certain else []
        parts += [f"{more} possible"] if more else []
        assert tile.locator(".count").inner_text() == " + ".join(parts), name


def test_no_single_region(page: Any) -> None:
    """What lies in no unit is what the library counts so."""
    for table in ("cases", "statements", "events"):
        rows = ask(page, table=table, region="none")
        (counted,) = [
            one for one in kz.counts(getattr(kz, table), "region") if one.id == "no region"
        ]
        assert len(rows) == counted.certain
        assert {mark for _, mark in rows} == {"certain"}


def test_undated_records_are_kept_last(page: Any) -> None:
    """With the box ticked, what has no date comes last, marked so; "certain" has none of it."""
    found = kz.statements_between("2023", "2023", undated=True)
    question = {"table": "statements", "from": "2023", "to": "2023", "undated": "1"}
    rows = ask(page, **question)
    assert ids(rows) == list(found.ids)
    assert ids(rows, "undated") == [one.id for one in found if one.date is None]
    assert ids(rows, "undated")
    rows = ask(page, **question, match="certain")
    assert ids(rows) == list(kz.statements_between("2023", "2023", match="certain").ids)


def said(record: Any) -> Iterable[str]:
    """Yield what a record says, and the names of what it links to: an oracle of its own."""
    (plain,) = kz.Table([record]).to_records()
    names = [record.id]
    waiting: list[Any] = [plain]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            unread = ("date_basis", "sha256", "file_name", "url")
            waiting += [item for key, item in value.items() if key not in unread]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            source, _, number = value.partition("#")
            known = source if number.isdigit() and source in DATA.sources else value
            names += [in_words(value)] if known == value else []
            names += list(named(known))
        elif value is not None:
            names.append(str(value))
    return names


def in_words(text: str) -> str:
    """Return a text with lengths and words of vocabularies as one reads them; no ids of others."""
    if text in DATA.cases or text in DATA.statements:
        return ""
    if re.fullmatch(r"P\d+Y", text):
        return f"{text[1:-1]} years"
    return text.replace("_", " ")


def named(record_id: str) -> Iterable[str]:
    """Yield the names of an actor, place, region or document."""
    if record_id in DATA.sources:
        source = DATA.sources[record_id]
        yield from (source.outlet, source.title, source.author, source.id)
    elif record_id in DATA.regions:
        region = DATA.regions[record_id]
        yield from (*(one.text for one in region.names), region.id, *region.former_codes)
    elif record_id in DATA.places or record_id in DATA.actors:
        one: Any = DATA.get(record_id)
        yield from (one.name, *one.aliases, one.id)
        for region in getattr(one, "regions", ()):
            yield from named(region.id)


TEXTS = [
    "separatism",
    "2023",
    "19",
    "putin-no-statehood",
    "Путин",
    "Жириновский",
    "Солтүстік Қазақстан облысы",
    "Северо-Казахстанская",
    '"northern territories"',
    "Putin 2014",
    "KZ-59",
    "KZ-SEV",
    "video chat",
    "5 years",
    "Zakharova’s",
    "no-such-word-anywhere-xq",
]


@pytest.mark.parametrize("table", ["cases", "statements", "events"])
def test_words_are_found_as_an_oracle_finds_them(table: str, page: Any) -> None:
    """Each word stands in what a record says, or in the names of what it links to."""
    texts = {
        record.id: [words_in(text) for text in said(record)]
        for record in getattr(DATA.pseudonymised(), table)
    }
    for text in TEXTS:
        runs = phrases("text", text)
        wanted = {
            record_id
            for record_id, known in texts.items()
            if all(any(has_all(words, [run]) for words in known) for run in runs)
        }
        assert set(ids(ask(page, table=table, text=text))) == wanted, text


@pytest.mark.parametrize(
    "text", ["separatism", "statehood", "Petropavlovsk", "Путин", '"People\'s Council"']
)
def test_what_the_search_of_the_library_finds_is_found(text: str, page: Any) -> None:
    """Every hit of ``kz.search`` is among what the page finds, which also looks at links."""
    hits = set(kz.search(text).ids)
    for table in ("cases", "statements", "events", "discrepancies"):
        found = set(ids(ask(page, table=table, text=text)))
        assert hits & set(getattr(kz.load(), table).ids) <= found, table


def test_the_beginning_of_a_word_finds_while_one_types(page: Any) -> None:
    """A word that no record has stands for the words that begin with it."""
    box = page.get_by_label("Search")
    box.fill("petropav")
    assert ids(shown(page)) == ids(ask(page, text="petropavlovsk"))
    assert ids(shown(page))


def test_reasons_are_those_of_the_library(page: Any) -> None:
    """The drawer gives the sentence of ``kz.why``, for a window, a region, and both."""
    for record_id, table, start, end, region in (
        ("putin-no-statehood", "statements", "2014", "2014", ""),
        ("putin-no-statehood", "statements", "2014-08-28", "2014-12", ""),
        ("putin-no-statehood", "statements", "2020", "", ""),
        ("petropavlovsk-video-chat-december-2021", "cases", "2022", "2022", ""),
        ("kokshetau-uprising-1996", "cases", "", "", AKMOLA),
        ("prosecutions-after-august-2014", "cases", "", "", EAST),
        ("peoples-council-petropavlovsk", "cases", "2023", "2023-06", NORTH),
        ("konaev-video-appeal", "cases", "2024-06-06", "2024-06-06", "KZ-19"),
        ("crimea-territorial-integrity-charge", "cases", "2019", "", ""),
    ):
        question = {"table": table, "from": start, "to": end, "region": region}
        ask(page, record=record_id, **{name: text for name, text in question.items() if text})
        told = page.locator("#drawer .why p").first.inner_text()
        wanted = kz.why(record_id, start or None, end or None, region=region or None)
        assert told == wanted.replace(f"{record_id} is", "This is") + ".", record_id


def test_the_miniature_answers_too(open_page: Opener, small: Path, tmp_path: Path) -> None:
    """Another dataset in the layout, with other regions, has the answers of the library."""
    dataset = miniature.build(tmp_path)
    page = open_page(file=small)
    for region in dataset.regions:
        for match in ("possible", "certain"):
            found = [
                case.id
                for case in in_order_of_id(dataset.cases)
                if region.id in _regions_of(case, match)
            ]
            assert ids(ask(page, region=region.id, match=match)) == found
    for window in (("2023", "2023"), ("2020", ""), ("", "2021")):
        start, end = (one or None for one in window)
        said = kz.statements_between(start, end, among=dataset.statements).ids
        question = dict(zip(("from", "to"), window, strict=True))
        given = {name: text for name, text in question.items() if text}
        assert ids(ask(page, table="statements", **given)) == list(said)


def _regions_of(case: kz.Case, match: str) -> set[str]:
    """Return the units in which a case lies: worked out here once more, from the succession."""
    found = set()
    for site in case.sites:
        units = list(site.place.regions)
        if len(units) == 1:
            found.add(units[0].id)
        if match == "possible":
            while units:
                unit = units.pop()
                found.add(unit.id)
                units += unit.successors
    return found
