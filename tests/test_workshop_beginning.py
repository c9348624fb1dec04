"""A dataset begun from articles: what is written, what is refused, and what is left to do."""

from __future__ import annotations

import hashlib
import json
import sys
from email.message import EmailMessage
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.cli import main
from kzseparatism.workshop import folder

TEXT = """Nothing Happened

On 30 May 2023 Nemo Nobody denied   everything in Exampleville.
“Nothing happened at all,” he said.
"""
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Nothing Followed | The Invented Herald</title>
<meta property="og:site_name" content="The Invented Herald">
<meta property="og:title" content="Nothing Followed"><meta name="author" content="A. Writer">
<meta property="article:published_time" content="2024-06-01T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Nothing Followed</h1>
<p>On 3 May 2024 the court of Exampleville, a town that is not there, fined Nemo Nobody.</p>
<p>He had said nothing at all, as the clerk of that court told the reporters who had come.</p>
</article><section class="comments"><p>A reader: I disagree.</p></section>
<footer>Copyright nobody</footer></body></html>"""

reads_pages = pytest.mark.skipif(
    find_spec("trafilatura") is None, reason="needs the extra articles: nox -s workshop"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a text file with a made-up article."""
    path = tmp_path / "Gazette of 1 June.txt"
    path.write_text(TEXT, encoding="utf-8", newline="\n")
    return path


def contents(directory: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def test_a_new_dataset_passes_and_says_what_is_to_do(article: Path, tmp_path: Path) -> None:
    """Every rule holds at once; each paragraph and each thing that is not known is to do."""
    (made,) = kz.workshop.new(tmp_path / "data", [article])
    dataset = kz.read(tmp_path / "data")
    (source,) = dataset.sources
    assert made.paragraphs == (
        "Nothing Happened",
        "On 30 May 2023 Nemo Nobody denied everything in Exampleville.",
        "“Nothing happened at all,” he said.",
    )
    assert (source.id, source.title, source.paragraphs) == (
        "gazette-of-1-june",
        made.paragraphs[0],
        3,
    )
    assert source.sha256 == hashlib.sha256(article.read_bytes()).hexdigest()
    assert kz.check(dataset) == ()
    assert [(one.record, one.path.rpartition(".")[2]) for one in kz.workshop.to_do(dataset)] == [
        ("", "licence"),
        ("", "authors"),
        ("gazette-of-1-june", "outlet"),
        ("gazette-of-1-june", "language"),
        ("gazette-of-1-june", "published"),
        ("gazette-of-1-june#1", "$[0]"),
        ("gazette-of-1-june#2", "$[1]"),
        ("gazette-of-1-june#3", "$[2]"),
    ]
    assert kz.verify(tmp_path / "data" / "articles", dataset).complete
    assert dataset.regions == kz.regions
    assert not (tmp_path / "data" / "regions.json").exists()


def test_what_is_said_of_articles_is_not_to_do(article: Path, tmp_path: Path) -> None:
    """Details, licence and authors are written down, and the table of regions may be empty."""
    details = kz.workshop.Details(
        outlet="The Gazette", published="2023-06", language="en", author="A. Writer"
    )
    kz.workshop.new(
        tmp_path / "data", [article],
        details=details, title="A trial", licence="CC0-1.0", authors="We", own_regions=True,
    )  # fmt: skip
    dataset = kz.read(tmp_path / "data")
    assert dataset.about.title == "A trial"
    assert str(dataset.sources[0].published) == "2023-06"
    assert dataset.sources[0].author == "A. Writer"
    assert {one.origin for one in kz.workshop.to_do(dataset)} == {"ledger.json"}
    assert len(dataset.regions) == 0


def test_a_finished_dataset_has_nothing_open(article: Path, tmp_path: Path) -> None:
    """What is open in a dataset that is marked as finished is a problem; ours has none."""
    kz.workshop.new(tmp_path / "data", [article])
    dataset = kz.read(tmp_path / "data")
    finished = attrs.evolve(dataset, about=attrs.evolve(dataset.about, finished=True))
    problems = kz.check(finished)
    assert [problem.record for problem in problems] == list(dataset.ledger.ids)
    assert all("neither cited nor excluded" in problem.message for problem in problems)
    assert kz.load().about.finished
    assert kz.workshop.to_do(kz.load()) == ()


def test_digests_are_those_of_the_ledger(article: Path, tmp_path: Path) -> None:
    """The public function gives what the ledger has, whatever signs a copy is written with."""
    kz.workshop.new(tmp_path / "data", [article])
    row = kz.read(tmp_path / "data").ledger["gazette-of-1-june#3"]
    assert kz.workshop.digest('"Nothing happened at all," he said.  ') == row.digest
    assert kz.workshop.digest("Nothing happened") != row.digest


def test_an_article_is_added(article: Path, tmp_path: Path) -> None:
    """What was there stays as it is; the new article is open, and the dataset is unfinished."""
    data = tmp_path / "data"
    kz.workshop.new(data, [article])
    rows = json.loads((data / "ledger.json").read_text(encoding="utf-8"))
    for one in rows:
        one["excluded"] = "editorial"
    (data / "ledger.json").write_text(json.dumps(rows), encoding="utf-8")
    about = json.loads((data / "dataset.json").read_text(encoding="utf-8"))
    del about["finished"]
    (data / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    other = tmp_path / "Вестник.txt"
    other.write_text("Одна строка\n", encoding="utf-8")
    (made,) = kz.workshop.add(data, [other])
    dataset = kz.read(data)
    assert made.id == "vestnik"
    assert dataset.sources.ids == ("gazette-of-1-june", "vestnik")
    assert not dataset.about.finished
    assert [row.excluded for row in dataset.ledger] == [*["editorial"] * 3, None]
    assert sorted(path.name for path in (data / "articles").iterdir()) == [
        ".gitignore", "Gazette of 1 June.txt", "Вестник.txt",
    ]  # fmt: skip


def test_articles_may_stand_in_their_folder_before(tmp_path: Path) -> None:
    """Where the articles are in the dataset's own folder already, they are not copied."""
    (tmp_path / "articles").mkdir()
    path = tmp_path / "articles" / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    kz.workshop.new(tmp_path, [path])
    assert kz.verify(tmp_path / "articles", kz.read(tmp_path)).complete


NOT_TEXT: dict[str, tuple[str, bytes, str]] = {
    "UTF-16": ("a.txt", TEXT.encode("utf-16"), "looks like UTF-16: save it as UTF-8"),
    "cp1252": ("a.txt", TEXT.encode("cp1252"), "looks like Windows-1252: save it as UTF-8"),
    "cp1251": ("a.txt", "Ничего не случилось".encode("cp1251"), "is not UTF-8"),
    "empty": ("a.txt", b"", "has no text"),
    "blank": ("a.txt", b" \n\t\n", "has no text"),
    "PDF": ("a.pdf", b"%PDF-1.7 ...", "is a PDF: save its text as a .txt file"),
    "zeros": ("a.txt", bytes(2_000), "is not text"),
    "word": ("a.docx", b"PK\x03\x04...", "is a ZIP archive, perhaps a text document"),
    "no HTML inside": ("a.eml", b"MIME-Version: 1.0\n\nText", "saved message or web archive"),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT_TEXT)
def test_what_is_not_an_article_is_refused(case: str, article: Path, tmp_path: Path) -> None:
    """The error names the file, says what it is and what to do; nothing is written."""
    name, content, message = NOT_TEXT[case]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(kz.InvalidValueError, match=message.replace(".", r"\.")) as caught:
        kz.workshop.new(tmp_path / "deep" / "data", [article, path])
    assert caught.value.value == name
    assert not (tmp_path / "deep").exists()
    kz.workshop.new(tmp_path / "data", [article])
    before = contents(tmp_path / "data")
    with pytest.raises(kz.InvalidValueError, match=message.replace(".", r"\.")):
        kz.workshop.add(tmp_path / "data", [path])
    assert contents(tmp_path / "data") == before


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing article, and a folder in its place, are named."""
    for path in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(kz.InvalidValueError, match="can't be read"):
            kz.workshop.new(tmp_path / "data", [path])
    with pytest.raises(kz.InvalidValueError, match="name one file at least"):
        kz.workshop.new(tmp_path / "data", [])


def test_nothing_is_replaced(article: Path, tmp_path: Path) -> None:
    """A folder with a dataset, an id that is taken and a file that is there already are refused."""
    data = tmp_path / "data"
    kz.workshop.new(data, [article])
    before = contents(data)
    with pytest.raises(kz.InvalidValueError, match=r"has dataset\.json already"):
        kz.workshop.new(data, [article])
    with pytest.raises(kz.InvalidValueError, match="which is taken in sources"):
        kz.workshop.add(data, [article])
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    with pytest.raises(kz.InvalidValueError, match="is the same file as that of"):
        kz.workshop.add(data, [copy])
    other = tmp_path / "elsewhere" / article.name
    other.parent.mkdir()
    other.write_text("Another text\n", encoding="utf-8")
    with pytest.raises(kz.InvalidValueError, match="is the name of another file"):
        kz.workshop.add(data, [other])
    assert contents(data) == before


def test_a_folder_is_changed_as_a_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the third file can't be put in its place, the first two are as they were before."""
    (tmp_path / "a").write_text("before")
    before = contents(tmp_path)
    rename = Path.replace
    moves: list[Path] = []

    def fail(path: Path, target: Any) -> Path:
        if Path(target).name == "d":
            raise PermissionError(13, "locked", str(target))
        moves.append(Path(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        folder.replace(tmp_path, {"a": b"after", "b/c": b"new", "d": b"locked"})
    assert len(moves) > 2
    assert contents(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@reads_pages
def test_the_main_text_of_a_page_is_coded(tmp_path: Path) -> None:
    """Menus and comments are left out, and what the page says of itself describes the source."""
    path = tmp_path / "herald.html"
    path.write_text(PAGE, encoding="utf-8")
    kz.workshop.new(tmp_path / "data", [path])
    dataset = kz.read(tmp_path / "data")
    (source,) = dataset.sources
    text = (tmp_path / "data" / "articles" / "herald.txt").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "Nothing Followed"
    assert source.paragraphs == 3
    assert not [word for word in ("Home", "disagree", "Copyright") if word in text]
    assert (source.title, source.outlet) == ("Nothing Followed", "The Invented Herald")
    assert (str(source.published), source.language) == ("2024-06-01", "en-GB")
    assert source.file_name == "herald.txt"
    assert source.note == "What the page says of itself: title, outlet, author, date, language."
    assert kz.verify(tmp_path / "data" / "articles", dataset).documents[0].state == "identical"


@reads_pages
def test_what_is_given_stands_beside_what_the_page_says(tmp_path: Path) -> None:
    """A field that was given is not said to be the page's own, and what the page says is kept."""
    path = tmp_path / "herald.html"
    path.write_text(PAGE, encoding="utf-8")
    details = kz.workshop.Details(published="2024", outlet="A Weekly")
    (made,) = kz.workshop.new(tmp_path / "data", [path], details=details)
    assert (str(made.source.published), made.source.outlet) == ("2024", "A Weekly")
    assert made.source.note == (
        "What the page says of itself: title, author, language. "
        "The page itself says: outlet 'The Invented Herald', date '2024-06-01'."
    )


@reads_pages
def test_a_saved_page_is_coded(tmp_path: Path) -> None:
    """A web archive, as a browser saves a page in one file, has the page inside."""
    message = EmailMessage()
    message.set_content(PAGE, subtype="html")
    path = tmp_path / "herald.mhtml"
    path.write_bytes(message.as_bytes())
    (made,) = kz.workshop.new(tmp_path / "data", [path])
    assert made.paragraphs[0] == "Nothing Followed"
    assert made.source.file_name == "herald.txt"


@reads_pages
def test_a_page_without_a_text_is_refused(tmp_path: Path) -> None:
    """A page in which there is no article says so."""
    path = tmp_path / "empty.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    with pytest.raises(kz.InvalidValueError, match="no main text was found"):
        kz.workshop.new(tmp_path / "data", [path])


def test_without_the_extra_a_page_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the extra and how to do without it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "herald.html"
    path.write_text(PAGE, encoding="utf-8")
    with pytest.raises(kz.InvalidValueError, match=r"a \.txt file, or install"):
        kz.workshop.new(tmp_path / "data", [path])


def test_the_command_begins_a_dataset(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It shows the numbered paragraphs; ``check`` passes and lists what is to do."""
    data = str(tmp_path / "data")
    assert main(["new", data, str(article), "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "gazette-of-1-june#3\n    “Nothing happened at all,” he said.\n" in out
    assert "7 to do" in out
    assert main(["check", data]) == 0
    out = capsys.readouterr().out
    assert 'to do: ledger.json:7:3: $[1] "gazette-of-1-june#2": is open ("On 30 May")' in out
    assert "no problems: every rule holds\n7 to do" in out
    assert main(["check", "--finished", data]) == 1
    assert "3 problems" in capsys.readouterr().out
    assert main(["new", data, str(article)]) == 2
    assert "has dataset.json already" in capsys.readouterr().err


def test_when_nothing_is_to_do_the_command_says_so(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once all is written down, the dataset can be marked as finished."""
    data = tmp_path / "data"
    main([
        "new", str(data), str(article), "--licence", "CC0-1.0", "--authors", "We",
        "--outlet", "G", "--language", "en", "--published", "2023",
    ])  # fmt: skip
    rows = json.loads((data / "ledger.json").read_text(encoding="utf-8"))
    rows = [row | {"excluded": "editorial"} for row in rows]
    text = json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
    (data / "ledger.json").write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(data)]) == 0
    assert capsys.readouterr().out.endswith("the dataset can be marked as finished\n")
