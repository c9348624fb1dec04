"""The shipped data: true to its documents, complete, and unchanged unless somebody meant it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest

import kzseparatism as kz
from golden import assert_golden
from kzseparatism import vocab
from kzseparatism.evidence.text import digest, opening, paragraphs
from kzseparatism.names.spelling import fold
from kzseparatism.privacy import Pseudonymiser
from kzseparatism.reading.directories import canonical_files
from kzseparatism.vocab import CaseStatus, Vocabulary

DATASET = kz.load()
DAYS = (
    "1996-12-31",
    "1999-12-31",
    "2021-12-31",
    "2022-07-02",
    "2023-03-31",
    "2023-12-31",
    "2026-01-01",
)
WINDOWS = (
    (None, None),
    ("1999", "1999"),
    ("2014", "2014"),
    ("2014-08-24", "2014-08-24"),
    ("2014-08-25", "2014-08-31"),
    ("2019", "2021"),
    ("2021-09", "2022-08"),
    ("2022-08-31", "2022-09-01"),
    ("2022-12", "2022-12"),
    ("2023", "2023"),
    ("2024-02-29", "2024-06-30"),
    (None, "2013"),
    ("2025", None),
)
VOCABULARIES = [
    value
    for value in vars(vocab).values()
    if isinstance(value, type) and issubclass(value, Vocabulary) and value is not Vocabulary
]


def words(record: Any) -> Iterator[Vocabulary]:
    """Yield every coded word of a record and of its parts."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Vocabulary):
                yield item
            elif attrs.has(type(item)) and not hasattr(item, "id"):
                yield from words(item)


def test_every_rule_holds() -> None:
    """The shipped data break no rule between records."""
    assert kz.check(DATASET) == ()


def test_files_are_canonical() -> None:
    """Each shipped file is byte for byte its canonical form."""
    for name, text in canonical_files(DATASET):
        assert (files("kzseparatism") / "data" / name).read_text(encoding="utf-8") == text, name


def test_documents_say_what_the_data_say(sources: Path) -> None:
    """Every document is there byte for byte, and every quote is verbatim where it is cited."""
    verification = kz.verify(sources)
    assert verification.complete, verification.report()


def test_ledger_is_that_of_the_documents(sources: Path) -> None:
    """Number, opening and digest of every paragraph are those of the document.

    Where the first words name a private person, the opening has the pseudonym.
    """
    hide = Pseudonymiser(DATASET.actors).text
    for source in DATASET.sources:
        text = (sources / source.file_name).read_text(encoding="utf-8")
        rows = [row for row in DATASET.ledger if row.paragraph.source == source]
        assert [(row.opening, row.digest) for row in rows] == [
            (hide(opening(paragraph)), digest(paragraph)) for paragraph in paragraphs(text)
        ]


def test_printed_words_of_dates_are_printed(sources: Path) -> None:
    """The words that a record gives for its date stand in a paragraph that it cites."""
    text = {
        (source.id, number): paragraph
        for source in DATASET.sources
        for number, paragraph in enumerate(
            paragraphs((sources / source.file_name).read_text(encoding="utf-8")), 1
        )
    }
    for record in DATASET.coded_records():
        for part in (record, *record.parts()):
            printed = getattr(part, "date_text", "")
            places = [(c.source.id, c.paragraph) for c in (*part.citations, *record.citations)]
            assert any(printed.casefold() in text[place].casefold() for place in places), (
                record.id,
                printed,
            )


def test_summaries_are_our_own_sentences(sources: Path) -> None:
    """No summary and no title shares nine words in a row with a document."""
    length = 9
    runs = set()
    for source in DATASET.sources:
        for paragraph in paragraphs((sources / source.file_name).read_text(encoding="utf-8")):
            taken = fold(paragraph).split()
            runs |= {tuple(taken[i : i + length]) for i in range(len(taken) - length + 1)}
    for record in DATASET.coded_records():
        for field in ("title", "summary", "resolution"):
            own = fold(getattr(record, field, "")).split()
            assert not [
                own[i : i + length]
                for i in range(len(own) - length + 1)
                if tuple(own[i : i + length]) in runs
            ], record.id


def test_counts() -> None:
    """The number of records in each table is the one last reviewed."""
    counts = (f"{name}: {len(table)}" for name, table in DATASET.tables())
    assert_golden("counts", "\n".join(counts))


def test_cases() -> None:
    """Kind, regions, stages, sentences and status of every case are those last reviewed."""
    lines = []
    for case in DATASET.cases:
        lines.append(f"{case.id}: {case.kind}, people {case.people}, {case.status}")
        lines += [
            f"  site {site.relation}: {site.place.id} {_ids(site.place.regions)}"
            for site in case.sites
        ]
        lines += [
            f"  stage {stage.kind}: {stage.date or 'no date'} ({stage.date_basis})"
            f" {_ids(stage.defendants)}" + (f" by {stage.authority.id}" if stage.authority else "")
            for stage in case.stages
        ]
        lines += [
            f"  charge: {charge.offence} {_ids(charge.defendants)}" for charge in case.charges
        ]
        for sentence in case.sentences:
            term = sentence.term and str(sentence.term)
            served = sentence.served and str(sentence.served)
            lines.append(
                f"  sentence: {term}, suspended {sentence.suspended}, served {served}, "
                f"people {sentence.people}, {sentence.facility or 'no facility'} "
                f"{_ids(sentence.convicts)}"
            )
        lines.append("  status on " + ", ".join(f"{day}: {case.status_on(day)}" for day in DAYS))
    assert_golden("cases", "\n".join(lines))


def _ids(records: Iterable[Any]) -> str:
    return f"[{', '.join(record.id for record in records)}]"


def test_statements() -> None:
    """Speaker, date, attribution, dispute, stance and links of every statement are as reviewed."""
    lines = []
    for statement in DATASET.statements:
        relays = f" via {_ids(statement.relayed_by)}" if statement.relayed_by else ""
        lines.append(
            f"{statement.id}: {_ids(statement.speakers)}{relays}, {statement.medium}, "
            f"{statement.date or 'no date'} ({statement.date_basis}), {statement.attribution}, "
            f"dispute {statement.dispute}, {statement.stance}"
        )
        lines += [
            f"  {name}: {_ids(getattr(statement, name))}"
            for name in ("about", "responds_to", "cases", "places")
            if getattr(statement, name)
        ]
    assert_golden("statements", "\n".join(lines))


def test_events() -> None:
    """Kind, date and claimants of every event are those last reviewed."""
    lines = [
        f"{event.id}: {event.kind}, {event.date or 'no date'} ({event.date_basis})"
        + (f", according to {_ids(event.according_to)}" if event.according_to else "")
        for event in DATASET.events
    ]
    assert_golden("events", "\n".join(lines))


@pytest.mark.parametrize("match", ["possible", "certain"])
def test_windows(match: Any) -> None:
    """What was said in a dozen windows is what was last reviewed, in both modes."""
    lines = []
    for start, end in WINDOWS:
        found = kz.statements_between(start, end, match=match)
        lines += [f"{start}..{end}: {len(found)}", *(f"  {name}" for name in found.ids)]
    assert_golden(f"windows_{match}", "\n".join(lines))


def test_regions_of_cases() -> None:
    """Which cases each unit has, possibly and certainly, is what was last reviewed."""
    lines = []
    for region in DATASET.regions:
        certain = kz.cases_by_region(region, match="certain")
        lines += [
            f"{region.id} {region.name}: {case.id} {'certain' if case in certain else 'possible'}"
            for case in kz.cases_by_region(region)
        ]
    assert_golden("regions_of_cases", "\n".join(lines))


@pytest.mark.parametrize(
    ("spelling", "actor"),
    [
        ("Evgeny Fyodorov", "fyodorov"),
        ("Yevgeny Fyodorov", "fyodorov"),
        ("Фёдоров", "fyodorov"),
        ("Fedorov", "fyodorov"),
        ("путин", "putin"),
        ("TOKAYEV", "tokayev"),
        ("Toqaev", "tokayev"),
        ("Nursultan Nazarbayev", "nazarbayev"),
        ("Назарбаев", "nazarbayev"),
        ("Медведев", "medvedev"),
        ("Lavrov", "lavrov"),
        ("Khabar TV channel", "khabar"),
        ("Хабар", "khabar"),
        ("vkontakte", "vkontakte"),
        ("National Security Committee", "knb"),
        ("KNB", "knb"),
        ("Шперов", "shperov"),
        ("Захарова", "zakharova"),
        ("Лукашенко", "lukashenko"),
        ("EAEU", "eaeu"),
        ("EEU", "eaeu"),
        ("Collective Security Treaty Organization", "csto"),
        ("Shyngys Baiyrjanuly", "bayyrjanuly"),
        ("Mukhamejanov", "mukhamejanov"),
        ("Yevgeny Bobrov", "bobrov"),
        ("Евгений Бобров", "bobrov"),
        ("Petropavlovsk 'People's Council'", "peoples-council-workers"),
    ],
)
def test_spellings_that_meet(spelling: str, actor: str) -> None:
    """Every usual spelling leads to the one actor."""
    assert kz.find_actor(spelling).id == actor


@pytest.mark.parametrize("spelling", ["Russian", "people", "Foreign Ministry", "Yevgeny"])
def test_spellings_that_do_not(spelling: str) -> None:
    """A word that several actors have is ambiguous, and nobody is guessed."""
    with pytest.raises(kz.AmbiguousNameError):
        kz.find_actor(spelling)


def test_every_printed_name_finds_its_actor() -> None:
    """The name and every alias of every actor lead to it, private persons included."""
    for actor in DATASET.actors:
        for name in (actor.name, *actor.aliases):
            assert kz.find_actor(name) is actor


def test_every_name_of_a_place_finds_it() -> None:
    """The name and every alias of every place lead to it."""
    for place in DATASET.places:
        for name in (place.name, *place.aliases):
            assert kz.find_place(name) is place


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda words: words.__name__)
def test_vocabularies_are_used_or_in_reserve(vocabulary: type[Vocabulary]) -> None:
    """Every word of a vocabulary stands in the data, or is marked as kept in reserve; none is both.

    Whoever codes a document that needs one takes the mark away with it.
    """
    used: set[tuple[type, str]] = {(CaseStatus, case.status.value) for case in DATASET.cases}
    for _, table in DATASET.tables():
        for record in table:
            used |= {(type(word), word.value) for word in words(record)}
    unused = {member.value for member in vocabulary if (vocabulary, member.value) not in used}
    assert unused == {member.value for member in vocabulary if member.in_reserve}


def test_names_of_regions_are_shown_in_english() -> None:
    """The shipped table is read by people of all languages: the name to show is English."""
    assert {region.names[0].language for region in DATASET.regions} == {"en"}


def test_readme_counts_what_is_there() -> None:
    """The numbers in the README are those of the data."""
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    persons = [a for a in DATASET.actors if a.kind is kz.ActorKind.PERSON and a.named]
    assert f"{len(DATASET.actors)} actors ({len(persons)} of them named persons)" in readme
    for name in ("cases", "statements", "events", "discrepancies"):
        assert f"{len(getattr(DATASET, name))} {name}" in readme
    assert f"{len(DATASET.provisions)} legal provisions" in readme
    assert f"{len(DATASET.ledger)} paragraphs" in readme


def test_whatever_is_in_doubt_says_so() -> None:
    """Inferred dates carry a question mark, on a range too, and a note says why."""
    for record in DATASET.coded_records():
        for part in (record, *record.parts()):
            date = getattr(part, "date", None)
            if date is not None and getattr(part, "date_basis", None) is kz.DateBasis.INFERRED:
                assert date.qualifier == "?"
                assert record.note


def test_no_private_name_is_in_any_other_file() -> None:
    """The names of private persons stand in no shipped file but their own, nor in the project."""
    names = {
        fold(word)
        for actor in DATASET.actors
        if actor.private
        for name in (actor.name, *actor.aliases)
        for word in (name, name.split()[-1])
    }
    written = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")
    kinds = {".json", ".md", ".py", ".txt", ".cff", ".toml", ".csv", ".yaml", ".yml"}
    for path in project_files():
        if path.suffix in kinds and path.name != "private_names.json":
            assert not written.search(fold(path.read_text(encoding="utf-8"))), path.name


def project_files() -> Iterator[Path]:
    """Yield the files of the project; environments, caches and what is built are not its own."""
    made = {"build", "dist", "htmlcov", "mutants"}
    for folder, inner, here in os.walk(Path(__file__).parents[1]):
        inner[:] = [
            name
            for name in inner
            if name not in made and (not name.startswith(".") or name in {".ci", ".github"})
        ]
        yield from (Path(folder, name) for name in here)


def test_pseudonyms_are_made_of_ids_alone() -> None:
    """A private person is shown as the id in brackets, and as nothing else."""
    hidden = DATASET.pseudonymised()
    for actor in DATASET.actors:
        if actor.private:
            assert hidden.actors[actor.id].name == actor.pseudonym == f"[{actor.id}]"
            assert hidden.actors[actor.id].aliases == ()
