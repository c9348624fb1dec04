"""Everything that the library can do, with a dataset about something else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import attrs
import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism import laws, strategies
from kzseparatism.cli import main

HERE = Path(__file__).parents[1]
DATA = kz.read(HERE / "data")


@pytest.fixture
def data() -> kz.Dataset:
    """Return the dataset about Nowhere, which is read once."""
    return DATA


@pytest.fixture
def articles() -> Path:
    """Return the folder of the articles."""
    return HERE / "articles"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command prints about this dataset."""
    assert main([*arguments, "--data", str(HERE / "data")]) == 0
    return capsys.readouterr().out


def test_every_rule_holds(data: kz.Dataset, articles: Path) -> None:
    """No rule is broken, and the data say what the articles say, word for word."""
    assert kz.check(data) == ()
    assert kz.verify(articles, data).complete


def test_every_word_in_reserve_is_used(data: kz.Dataset) -> None:
    """A word that the shipped data don't need is needed here, in the field that it is for."""
    used = [word for _, table in data.tables() for record in table for word in words_of(record)]
    used += [case.status for case in data.cases]  # worked out from the stages
    vocabularies = [
        getattr(kz, name) for name in kz.__all__ if hasattr(getattr(kz, name), "__members__")
    ]
    reserve = [word for vocabulary in vocabularies for word in vocabulary if word.in_reserve]
    assert reserve
    # A word is a text: that of another vocabulary is equal to it.
    assert {(type(word), word) for word in reserve} <= {(type(word), word) for word in used}


def words_of(value: Any) -> Iterator[Any]:
    """Yield the words of vocabularies in a record and in its parts."""
    if hasattr(value, "in_reserve"):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from words_of(getattr(value, field.name))


def test_its_regions_are_asked(data: kz.Dataset) -> None:
    """By name in any of their languages and by code; the former one has successors."""
    for name in ("Lower Valley", "Untertal", "Val Sut", "ZZ-02", "untertal"):
        assert data.find_region(name).id == "ZZ-02"
    for name in ("Upper Valley", "Val Sura"):
        found = kz.cases_by_region(name, among=data.cases)
        assert found.ids == (
            "damages-for-a-map",
            "sticker-in-exampleville",
            "teacher-in-middle-valley",
        )
        certain = kz.cases_by_region(name, match="certain", among=data.cases)
        assert certain.ids == ("sticker-in-exampleville",)
    assert kz.cases_by_region("Mitteltal", match="certain", among=data.cases).ids == (
        "teacher-in-middle-valley",
    )
    assert kz.cases_by_place("Musterstadt", among=data.cases).ids == (
        "damages-for-a-map",
        "editors-acquitted",
        "speaker-of-2022",
    )
    with pytest.raises(kz.WholeCountryError):
        kz.cases_by_region("ZZ", among=data.cases)


def test_a_fine_is_no_conviction(data: kz.Dataset) -> None:
    """Cases that are not criminal are sanctioned, whatever was imposed; nobody is convicted."""
    assert kz.cases_by_status("sanctioned", among=data.cases).ids == (
        "damages-for-a-map",
        "sticker-in-exampleville",
        "teacher-in-middle-valley",
    )
    assert not kz.cases_by_status("convicted", among=data.cases)
    assert data.cases["editors-acquitted"].status_on("2023-12-31") == "acquitted"
    assert data.cases["editors-acquitted"].status_on("2023-10") == "reported"


def test_penalties_are_asked(data: kz.Dataset) -> None:
    """Fines with their exact amount, suspensions by length."""
    fines = kz.sentences(penalty="fine", among=data.cases)
    assert sorted((one.part.amount, one.part.currency) for one in fines) == [
        ("1200.50", "CZK"),
        ("30000", "CZK"),
    ]
    months = {one.part.months for one in kz.sentences(penalty="suspension", among=data.cases)}
    assert months == {3, 6}


def test_time_is_asked(data: kz.Dataset) -> None:
    """Windows, counts and reasons."""
    assert kz.statements_between(
        "2023-05", "2023-05", match="certain", among=data.statements
    ).ids == ("border-is-no-joke",)
    counted = {one.id: (one.certain, one.possible) for one in kz.counts(data.statements, "year")}
    assert counted["2023"] == (4, 7)
    assert counted["no date"] == (1, 1)
    assert kz.counts(data.statements, "stance")
    assert "border-is-no-joke is certainly" in kz.why(data.statements["border-is-no-joke"], "2023")


def test_people_and_words_are_asked(data: kz.Dataset) -> None:
    """Speakers, whom they speak about, what is at odds, words in two languages."""
    assert kz.statements_by("Muster", among=data.statements).ids == ("border-is-no-joke",)
    assert kz.statements_by("person-1", among=data.statements)
    assert kz.statements_about("person-1", among=data.statements).ids == ("driver-fined-1250",)
    assert kz.discrepancies_about("sticker-in-exampleville", among=data.discrepancies)
    found = kz.search("Scherz", among=[*data.coded_records()])
    assert [hit.id for hit in found] == ["map-was-a-joke"]


@given(strategies.windows(), st.sampled_from(["possible", "coded", "certain"]))
def test_windows_have_the_answers_of_a_plain_loop(window: Any, match: Any) -> None:
    """Whatever is asked, the index of this table answers as its definition says."""
    try:
        asked = kz.Window.of(*window)
    except ValueError:
        return
    right = [
        one.id
        for one in DATA.statements
        if one.date is not None
        and (one.date.meets(asked) if match == "possible" else _inside(one.date, asked))
        and (match != "certain" or not one.date.qualifier)
    ]
    assert sorted(kz.statements_between(asked, match=match, among=DATA.statements).ids) == sorted(
        right
    )


def _inside(when: kz.FuzzyDate, window: kz.Window) -> bool:
    return window.start <= when.earliest and when.latest <= window.end


def test_the_laws_hold_beside_it(data: kz.Dataset) -> None:
    """A query of this project is judged by the laws of the library."""

    def said_in(start: Any = None, end: Any = None, **asked: Any) -> Any:
        return kz.statements_between(start, end, **{"among": data.statements, **asked})

    laws.check(said_in, laws.statements_between, max_examples=5)


def test_private_persons_stay_private(
    data: kz.Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The driver's name is in no page, no file and no output, unless it is asked for."""
    assert data.actors["person-1"].name == "Nemo Niemand"
    page = kz.explorer(data, tmp_path / "page.html").read_bytes()
    files = [
        kz.export(data, tmp_path / f"nowhere.{ending}")
        for ending in ("sqlite", "graphml", "jsonld")
    ]
    texts = [page, *(path.read_bytes() for path in files)]
    asked = (
        ("cases",),
        ("actors", "--format", "csv"),
        ("show", "person-1"),
        ("search", "laugh"),
    )
    texts += [run(capsys, *arguments).encode() for arguments in asked]
    for text in texts:
        assert b"Niemand" not in text
    assert "Niemand" in run(capsys, "show", "person-1", "--names")
    assert "Niemand" not in str(data.pseudonymised().statements["only-to-laugh"])


def test_what_is_exported_comes_back(data: kz.Dataset, tmp_path: Path) -> None:
    """A database and a Data Package are read back to an equal dataset."""
    for name in ("nowhere.sqlite", "nowhere.zip"):
        path = kz.export(data, tmp_path / name, names=True)
        assert kz.read_export(path) == data


@pytest.mark.parametrize("name", ["metadata.json", "parquet.zip", "xlsx", "ftm.json", "jsonld"])
def test_it_is_written_in_every_format(name: str, data: kz.Dataset, tmp_path: Path) -> None:
    """No format says a private name, or anything about another country."""
    path = kz.export(data, tmp_path / f"nowhere.{name}")
    written = path.read_bytes()
    if is_zipfile(path):
        with ZipFile(path) as members:
            written = b"".join(map(members.read, members.namelist()))
    for word in (b"Niemand", b"Kazakhstan"):
        assert word not in written


def test_its_network_has_its_people(data: kz.Dataset, tmp_path: Path) -> None:
    """Those of the one statement about somebody are in the graph, the private one by pseudonym."""
    written = kz.export(data, tmp_path / "nowhere.graphml").read_text("utf-8")
    (said,) = (statement for statement in data.statements if statement.about)
    assert written.count("<edge ") == len(said.speakers) * len(said.about)
    assert all(f'"{actor.id}"' in written for actor in (*said.speakers, *said.about))
    assert "Niemand" not in written


def test_its_workbook_comes_back(data: kz.Dataset, tmp_path: Path) -> None:
    """What coders fill in has its regions and its money, and is read back to an equal dataset."""
    kz.workshop.write_workbook(data, tmp_path / "book.xlsx", names=True)
    assert kz.workshop.read_workbook(tmp_path / "book.xlsx").dataset == data


def test_two_codings_of_it_are_compared(data: kz.Dataset) -> None:
    """It agrees with itself; one other word is one difference."""
    assert not kz.workshop.compare(data, data).differences
    moved = attrs.evolve(data.statements[0], medium="interview")
    assert moved != data.statements[0]
    other = attrs.evolve(data, statements=kz.Table([moved, *data.statements[1:]]))
    (difference,) = kz.workshop.compare(data, other).differences
    assert (difference.table, difference.variable) == ("statements", "medium")


def test_it_is_drawn(data: kz.Dataset) -> None:
    """The time line has its statements, and the network its people."""
    for drawn in (kz.plot.timeline(data.statements), kz.plot.network(data.statements)):
        assert "<svg" in drawn.svg()


def test_the_command_speaks_of_this_dataset(capsys: pytest.CaptureFixture[str]) -> None:
    """Its regions and words are options, and no other country is named."""
    printed = run(capsys, "cases", "--region", "Untertal")
    assert "damages-for-a-map" in printed or "Damages" in printed
    assert run(capsys, "cases", "--kind", "civil")
    assert run(capsys, "counts", "cases", "--by", "status")
    assert "1200.50" in run(capsys, "show", "sticker-in-exampleville")
    assert "Kazakhstan" not in run(capsys, "cases") + run(capsys, "cite") + run(capsys, "timeline")


def test_the_page_is_about_this_dataset(data: kz.Dataset, tmp_path: Path) -> None:
    """The explorer has its title, its regions and its money, and says nothing of Kazakhstan."""
    page = kz.explorer(data, tmp_path / "page.html").read_text("utf-8")
    for word in ("Speech about the Valley", "Upper Valley", "Musterstadt", "CZK", "sanctioned"):
        assert word in page
    visible = page.partition("<script")[0]
    assert "Kazakhstan" not in visible


def test_relations_have_the_money(data: kz.Dataset) -> None:
    """Tidy tables have penalty, amount and currency; every foreign key leads somewhere."""
    tidy = kz.tidy(data)
    rows = tidy["case_sentences"].to_records()
    assert {row["penalty"] for row in rows} == {
        "fine",
        "detention",
        "suspension",
        "dismissal",
        "other",
    }
    assert {row["currency"] for row in rows} == {"CZK", None}
    for relation in tidy.values():
        for key in relation.foreign_keys:
            theirs = set(
                zip(*(tidy[key.relation].values(name) for name in key.their_columns), strict=True)
            )
            ours = set(zip(*(relation.values(name) for name in key.columns), strict=True))
            assert {one for one in ours if None not in one} <= theirs
