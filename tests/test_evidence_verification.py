"""Whether a folder of documents is recognised, whatever state it is in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.evidence.text import digest, opening, paragraphs

TEXT = """A Made-Up Headline

“We аre filled with doubts…” – said Nemo Nobody of Nowhere, who is made up.

The second thing that was said is told here, and nobody has said it before.

Nothing else happened in the made-up town, as far as anybody there can tell.
"""
QUOTE = "We аre filled with doubts…"


@pytest.fixture
def dataset() -> kz.Dataset:
    """Return a dataset of one made-up document with one quote."""
    shipped = kz.load()
    lines = paragraphs(TEXT)
    source = attrs.evolve(
        shipped.sources[0],
        id="made-up",
        file_name="made-up.txt",
        paragraphs=len(lines),
        sha256="0" * 64,
    )
    citations = [kz.Citation(source=source, paragraph=n) for n in range(1, len(lines) + 1)]
    ledger = [
        kz.LedgerRow(paragraph=citation, opening=opening(line), digest=digest(line))
        for citation, line in zip(citations, lines, strict=True)
    ]
    speaker = kz.Actor(id="nemo", name="Nemo Nobody", kind="person", citations=[citations[1]])
    statement = kz.Statement(
        id="nemo-doubts",
        speakers=[speaker],
        summary="The speaker has doubts.",
        quotes=[QUOTE],
        attribution="direct",
        citations=[citations[1]],
    )
    return kz.Dataset(
        about=shipped.about,
        sources=kz.Table([source]),
        actors=kz.Table([speaker]),
        statements=kz.Table([statement]),
        ledger=kz.Table(ledger),
    )


Verify = Callable[[str | bytes], kz.Verification]


@pytest.fixture
def verify(dataset: kz.Dataset, tmp_path: Path) -> Verify:
    """Return a function that puts a text into a folder and verifies the dataset against it."""

    def check(text: str | bytes) -> kz.Verification:
        content = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "found.txt").write_bytes(content)
        return kz.verify(tmp_path, dataset)

    return check


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Site name\n\n" + TEXT + "\nRead more\n\nCookies\n",
        TEXT.replace("\n\n", "\r\n\r\n\r\n"),
        TEXT.replace("“", '"').replace("”", '"').replace("–", "—").replace("…", "..."),
        TEXT.replace("аre", "are"),
        TEXT.replace(" is told here, and", " is told here,\nand"),
        "\n\n".join(reversed(TEXT.split("\n\n"))),
        "\ufeff" + TEXT,
        TEXT.replace(" ", "\u00a0"),
    ],
)
def test_a_copy_from_elsewhere_will_do(verify: Verify, text: str) -> None:
    """Other text around it, line breaks, quotation marks, dashes and spaces change nothing."""
    found = verify(text)
    assert found.complete, found.report()
    assert found.documents[0].state == "copy"
    assert "found.txt has all 4 paragraphs" in found.report()
    assert 0 < found.quoted["made-up"] < 1


def test_the_coded_file_is_recognised(dataset: kz.Dataset, tmp_path: Path) -> None:
    """The file that was coded is recognised byte for byte."""
    import hashlib  # noqa: PLC0415

    content = TEXT.encode()
    source = attrs.evolve(dataset.sources[0], sha256=hashlib.sha256(content).hexdigest())
    (tmp_path / "other-name.txt").write_bytes(content)
    found = kz.verify(tmp_path, attrs.evolve(dataset, sources=kz.Table([source])))
    assert found.documents[0].state == "identical"
    assert "byte for byte" in found.report()


def test_one_changed_word_is_found(verify: Verify) -> None:
    """A document that was changed in one word is named with the paragraph, the rest verified."""
    found = verify(TEXT.replace("second thing", "third thing"))
    assert not found.complete
    assert found.documents[0].missing == (3,)
    assert "3 of 4 paragraphs; changed or left out: 3" in found.report()
    assert "1 of 1 quotes are verbatim" in found.report()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_paragraph_that_is_left_out_is_named(verify: Verify, number: int) -> None:
    """The first and the last, too."""
    lines = [line for line in TEXT.splitlines() if line.strip()]
    del lines[number - 1]
    assert verify("\n\n".join(lines)).documents[0].missing == (number,)


def test_a_changed_quote_cannot_be_compared(verify: Verify) -> None:
    """Where the cited paragraph is not there with its words, the quote counts as unchecked."""
    found = verify(TEXT.replace("doubts", "hopes"))
    assert (found.quotes, found.unchecked, found.problems) == (0, 1, ())
    assert not found.complete
    assert "1 more could not be compared" in found.report()


def test_a_quote_that_is_not_verbatim_is_a_problem(dataset: kz.Dataset, tmp_path: Path) -> None:
    """A quote with another word than its paragraph is named with file, path and record."""
    (tmp_path / "found.txt").write_text(TEXT, encoding="utf-8")
    wrong = attrs.evolve(dataset.statements[0], quotes=("We are filled with hopes",))
    found = kz.verify(tmp_path, attrs.evolve(dataset, statements=kz.Table([wrong])))
    (problem,) = found.problems
    assert str(problem).startswith('statements.json: $[0] "nemo-doubts".quotes[0]: ')
    assert "made-up#2" in str(problem)
    assert not found.complete


def test_nothing_is_there(verify: Verify) -> None:
    """A folder with other texts only says that the document is absent."""
    found = verify("Something else altogether.")
    assert found.documents[0].state == "absent"
    assert "not there" in found.report()
    assert not found.complete


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03", b"RIFF\x01\x02\xf0\xf1" * 9])
def test_a_file_that_is_no_text_is_passed_over(
    verify: Verify, tmp_path: Path, content: bytes
) -> None:
    """A file that is not text is named, and the rest still verified."""
    (tmp_path / "picture.png").write_bytes(content)
    (tmp_path / "folder").mkdir()
    found = verify(TEXT)
    assert found.complete
    assert found.passed_over == ("picture.png: is not text",)
    assert "passed over: picture.png" in found.report()


def test_a_huge_file_is_passed_over(
    verify: Verify, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file larger than any article is not read."""
    monkeypatch.setattr("kzseparatism.evidence.files._LARGEST", 1_000)
    (tmp_path / "huge.txt").write_text("x" * 2_000, encoding="utf-8")
    assert verify(TEXT).passed_over == ("huge.txt: larger than 1000 bytes, so no article",)


@pytest.mark.parametrize("wrong", ["no-such-folder", __file__])
def test_no_folder_is_a_value_error(wrong: str) -> None:
    """A folder that is missing, or is a file, is an error with a remedy."""
    with pytest.raises(kz.InvalidValueError, match="is not a folder"):
        kz.verify(wrong)


def test_no_path_is_a_type_error() -> None:
    """What is not a path is a TypeError."""
    with pytest.raises(kz.WrongTypeError):
        kz.verify(5)  # type: ignore[arg-type]


def test_the_fuller_of_two_copies_counts(verify: Verify, tmp_path: Path) -> None:
    """Of two files with parts of a document the one with more of it is reported."""
    (tmp_path / "a-part.txt").write_text("\n\n".join(TEXT.split("\n\n")[:2]), encoding="utf-8")
    assert verify(TEXT).documents[0].file == "found.txt"
