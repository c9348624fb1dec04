"""A changed article: which paragraphs moved, which records rest on them, and their new numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import kzseparatism as kz
from kzseparatism.cli import main
from kzseparatism.evidence.text import digest, opening, paragraphs
from kzseparatism.workshop.pairing import Pairing

TEXT = """Nothing Happened
On 30 May 2023 Nemo Nobody denied everything in Exampleville.
He said that nothing had happened at all, and left the hall.
The court of Exampleville fined him on the second of June.
Nobody came to see it.
"""
NEVER = "This was never there before, and says something else.\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the folder of a dataset whose records cite the paragraphs 2 to 4 of an article."""
    article = tmp_path / "gazette.txt"
    article.write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "data"
    kz.workshop.new(folder, [article], details=kz.workshop.Details(published="2023-06"))
    actor = {"id": "nemo", "name": "Nemo Nobody", "kind": "person", "citations": ["gazette#2"]}
    statement = {
        "id": "denial",
        "speakers": ["nemo"],
        "summary": "Nothing had happened.",
        "attribution": "paraphrase",
        "citations": ["gazette#3"],
        "note": "The fine of gazette#4 came later; compare gazette#40 and other-gazette#4.",
    }
    event = {
        "id": "fine", "title": "A fine", "kind": "meeting", "summary": "He was fined.",
        "citations": ["gazette#4", "gazette#3"],
    }  # fmt: skip
    for name, rows in (("actors", [actor]), ("statements", [statement]), ("events", [event])):
        save(folder, name, rows)
    rows = load(folder, "ledger")
    rows[0]["excluded"], rows[4]["excluded"] = "heading", "background"
    save(folder, "ledger", rows)
    main(["format", str(folder)])
    return folder


def save(folder: Path, name: str, rows: Any) -> None:
    """Write a table."""
    (folder / f"{name}.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def load(folder: Path, name: str) -> Any:
    """Return the rows of a table."""
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def contents(directory: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {str(one): one.read_bytes() for one in sorted(directory.rglob("*")) if one.is_file()}


def changed(folder: Path, text: str) -> Path:
    """Write the article as it is now beside the dataset, and return its path."""
    path = folder.parent / "gazette.txt"
    path.write_text(text, encoding="utf-8")
    return path


def told(found: kz.workshop.Rereading) -> list[tuple[int | None, int | None, bool]]:
    """Return what became of each paragraph that is not as it was."""
    return [(one.before, one.now, one.changed) for one in found.shifts if not one.stays]


def test_an_article_that_has_not_changed(data: Path) -> None:
    """Every paragraph stays, and applying changes nothing."""
    before = contents(data)
    found = kz.workshop.reread(data, changed(data, TEXT), apply=True)
    assert found.unchanged
    assert not found.applied
    assert contents(data) == before


def test_what_moved_changed_came_and_went_is_told(data: Path) -> None:
    """With the records that rest on it; the folder stays as it is."""
    lines = TEXT.splitlines(keepends=True)
    lines[3] = lines[3].replace("fined him", "let him go")
    now = [lines[0], NEVER, lines[2], lines[1], lines[3]]
    before = contents(data)
    found = kz.workshop.reread(data, changed(data, "".join(now)))
    assert told(found) == [(None, 2, False), (2, 4, False), (4, 5, True), (5, None, False)]
    shifts = {one.before: one for one in found.shifts}
    assert shifts[4].cited_by == ("fine",)
    assert shifts[3].cited_by == ("denial", "fine")
    assert contents(data) == before


def test_citations_are_renumbered(data: Path) -> None:
    """In records and in notes, all at once; the ledger and the source are those of the new text."""
    lines = TEXT.splitlines(keepends=True)
    lines[3] = lines[3].replace("second", "third")
    article = changed(data, "".join([lines[0], NEVER, *lines[1:]]))
    found = kz.workshop.reread(data, article, apply=True)
    assert found.applied
    dataset = kz.read(data)
    assert [str(one) for one in dataset.actors["nemo"].citations] == ["gazette#3"]
    assert [str(one) for one in dataset.events["fine"].citations] == ["gazette#5", "gazette#4"]
    assert dataset.statements["denial"].note == (
        "The fine of gazette#5 came later; compare gazette#40 and other-gazette#4."
    )
    assert dataset.sources["gazette"].paragraphs == 6
    assert [row.excluded and row.excluded.value for row in dataset.ledger] == [
        "heading", None, None, None, None, "background",
    ]  # fmt: skip
    assert kz.check(dataset) == ()
    assert not dataset.about.finished
    assert [one.record for one in kz.workshop.to_do(dataset) if "#" in one.record] == ["gazette#2"]
    assert kz.verify(data / "articles", dataset).documents[0].state == "identical"
    assert main(["check", str(data)]) == 0
    kept = [path.name for path in (data / "articles").glob("*.before-*")]
    assert len(kept) == 1
    assert (data / "articles" / kept[0]).read_text(encoding="utf-8") == TEXT


def test_what_is_cited_can_not_go(data: Path) -> None:
    """The error names the paragraph and the records, and nothing is written."""
    lines = TEXT.splitlines(keepends=True)
    article = changed(data, "".join([*lines[:3], lines[4]]))
    before = contents(data)
    with pytest.raises(kz.InvalidValueError, match="gazette#4 by fine; read these records again"):
        kz.workshop.reread(data, article, apply=True)
    assert contents(data) == before


def test_without_the_old_text_first_words_and_neighbours_must_do(data: Path) -> None:
    """The folder may have lost the old article; two paragraphs that are unlike are told apart."""
    (data / "articles" / "gazette.txt").unlink()
    lines = TEXT.splitlines(keepends=True)
    lines[1] = "On 30 May everything else was wholly different from before.\n"
    lines[3] = "Another beginning, and the same place.\n"
    found = kz.workshop.reread(data, changed(data, "".join(lines)))
    assert told(found) == [(2, 2, True), (4, 4, True)]


def test_of_which_source_an_article_is(data: Path) -> None:
    """By the name of its file, or as it is said; a stranger is refused."""
    path = data.parent / "new.txt"
    path.write_text(NEVER + TEXT, encoding="utf-8")
    with pytest.raises(kz.InvalidValueError, match="say of which: --source gazette"):
        kz.workshop.reread(data, path)
    with pytest.raises(kz.UnknownIdError):
        kz.workshop.reread(data, path, source="gazet")
    kz.workshop.reread(data, path, source="gazette", apply=True)
    source = kz.read(data).sources["gazette"]
    assert (source.file_name, source.paragraphs) == ("new.txt", 6)
    assert kz.verify(data / "articles", kz.read(data)).complete


def test_the_command(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what it found in words, and writes only if asked."""
    article = changed(data, TEXT.replace("Nobody came", f"{NEVER}Nobody came"))
    assert main(["reread", str(data), str(article)]) == 0
    assert capsys.readouterr().out == (
        "gazette: 5 paragraphs before, 6 now\n"
        '  gazette#5 is new: "This was never ..."\n'
        "  gazette#5 is now gazette#6\n"
        "nothing was written: use --apply to renumber the citations\n"
    )
    assert main(["reread", str(data), str(article), "--apply"]) == 0
    assert capsys.readouterr().out.endswith(f"wrote {data}: the citations have the new numbers\n")
    assert main(["reread", str(data), str(article)]) == 0
    assert capsys.readouterr().out == "gazette: all 6 paragraphs are as they were coded\n"


@given(st.permutations(range(8)), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 8)))
def test_unique_paragraphs_are_never_lost(
    order: list[int], gone: set[int], fresh: set[int]
) -> None:
    """Whatever is moved, taken out or put in, what has its words is found, and only that."""
    old = [f"The paragraph number {n} has words {n * 7} of its own {n * 31}" for n in range(8)]
    new = [old[n] for n in order if n not in gone]
    for place in sorted(fresh, reverse=True):
        new.insert(min(place, len(new)), f"Zzz {place} qqq www{place}")
    found = Pairing(rows(old), rows(new), old, new).pairs()
    for before, now in found:
        if before is not None and before not in gone:
            assert now is not None
            assert new[now] == old[before]
    assert sorted(before for before, _ in found if before is not None) == list(range(8))
    assert sorted(now for _, now in found if now is not None) == list(range(len(new)))


def rows(texts: list[str]) -> list[kz.LedgerRow]:
    """Return rows of a ledger for some paragraphs."""
    source = kz.load().sources[0]
    return [
        kz.LedgerRow(
            paragraph=kz.Citation(source=source, paragraph=number),
            opening=opening(text),
            digest=digest(text),
        )
        for number, text in enumerate(paragraphs("\n".join(texts)), start=1)
    ]
