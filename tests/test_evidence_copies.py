"""Whether copies of documents are recognised, in whatever form somebody's program has saved them.

All articles here are made up, but for one test of the real ones. What is lost in a copy stays lost:
one changed word is found in every form.
"""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import evidence_copies as copies
import kzseparatism as kz
from kzseparatism.evidence.text import paragraphs

ALL = [pytest.param(form, said, id=name) for name, (form, said) in copies.FORMS.items()]


@pytest.fixture(scope="module")
def dataset() -> kz.Dataset:
    """Return the dataset of the two made-up articles."""
    return copies.made_up()


@pytest.mark.parametrize(("form", "said"), ALL)
def test_a_copy_is_recognised(
    dataset: kz.Dataset, tmp_path: Path, form: copies.Form, said: str
) -> None:
    """Every paragraph and quote is found, and the report says how; never that it is the file."""
    found = copies.verify(tmp_path, dataset, form)
    assert found.complete, found.report()
    assert [one.file for one in found.documents] == ["gazette", "herald"]
    gazette = found.report().splitlines()[0]
    assert said in gazette
    assert "byte for byte" not in gazette
    assert gazette.startswith("gazette: gazette has all 6 paragraphs")


@pytest.mark.parametrize(("form", "said"), ALL)
def test_one_changed_word_is_found(
    dataset: kz.Dataset, tmp_path: Path, form: copies.Form, said: str
) -> None:
    """In no form is another word levelled away, nor what stands in the other document."""
    del said
    changed = copies.GAZETTE.replace("imaginary region", "imaginary regions")
    found = copies.verify(tmp_path, dataset, form, gazette=changed)
    assert not found.complete
    assert [one.missing for one in found.documents] == [(6,), ()]
    assert "gazette has 5 of 6 paragraphs" in found.report()


CHANGES = {
    "another word": ("doubts", "hopes"),
    "a letter": ("baffling", "baffing"),
    "a number": ("2 finest", "3 finest"),
    "a raised number": ("2 finest", "² finest"),
    "a capital": ("Exampleville", "exampleville"),
    "a comma": ("offer,”", "offer”"),
    "a word less": ("the whole of ", ""),
    "a word more": ("the whole", "the very whole"),
    "another letter with an accent": ("café", "cafè"),
    "a letter without its accent": ("Jürgen", "Jurgen"),
    "two words in one": ("as far", "asfar"),
    "a ligature that is a letter": ("café", "cafœ"),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("form", [copies.ligatures, copies.hyphenated])
def test_what_means_something_is_not_levelled(
    dataset: kz.Dataset, tmp_path: Path, before: str, after: str, form: copies.Form
) -> None:
    """Words, letters, capitals, numbers and commas count in every form."""
    assert before in copies.GAZETTE
    found = copies.verify(tmp_path, dataset, form, gazette=copies.GAZETTE.replace(before, after))
    assert len(found.documents[0].missing) == 1, found.report()
    assert found.documents[1].missing == ()


def test_a_paragraph_that_two_documents_have_tells_nothing(
    dataset: kz.Dataset, tmp_path: Path
) -> None:
    """A document is not there because a line of it, which anything may have, stands in another."""
    (tmp_path / "herald.txt").write_text(copies.HERALD, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Reply\n\nWhat then?\n\nCookies\n", encoding="utf-8")
    found = kz.verify(tmp_path, dataset)
    assert [one.state for one in found.documents] == ["absent", "identical"]
    assert "gazette: not there; none of its 6 paragraphs is in any file" in found.report()


def test_short_paragraphs_need_a_neighbour(dataset: kz.Dataset, tmp_path: Path) -> None:
    """Inside running text "Reply" is a paragraph only next to one that was found."""
    without = " ".join(
        line for line in paragraphs(copies.GAZETTE) if line not in ("Reply", "What then?")
    )
    (tmp_path / "a.txt").write_text(f"{without} They Reply to all.", encoding="utf-8")
    assert kz.verify(tmp_path, dataset).documents[0].missing == (3, 5)
    whole = " ".join(paragraphs(copies.GAZETTE))
    (tmp_path / "a.txt").write_text(f"They Reply to all. {whole}", encoding="utf-8")
    assert kz.verify(tmp_path, dataset).documents[0].missing == ()


def test_a_long_paragraph_of_two_documents_tells_nothing(
    dataset: kz.Dataset, tmp_path: Path
) -> None:
    """A paragraph that both documents print is no sign of the one whose other text is not there."""
    rows = [*dataset.ledger]
    rows[8] = attrs.evolve(rows[3], paragraph=rows[8].paragraph)
    (tmp_path / "gazette").write_text(copies.GAZETTE, encoding="utf-8")
    found = kz.verify(tmp_path, attrs.evolve(dataset, ledger=kz.Table(rows)))
    assert [one.state for one in found.documents] == ["identical", "absent"]


def test_both_documents_in_one_file(dataset: kz.Dataset, tmp_path: Path) -> None:
    """Articles that were saved together are both recognised, fused or not."""
    for both in (
        copies.GAZETTE + copies.HERALD,
        " ".join(paragraphs(copies.GAZETTE + copies.HERALD)),
    ):
        (tmp_path / "both.txt").write_text(both, encoding="utf-8")
        found = kz.verify(tmp_path, dataset)
        assert found.complete, found.report()
        assert {one.file for one in found.documents} == {"both.txt"}


def test_a_quote_is_looked_for_in_the_whole_text(dataset: kz.Dataset, tmp_path: Path) -> None:
    """A quote of a paragraph that has changed is found elsewhere, and told so."""
    text = copies.GAZETTE.replace("without a word of", "with no word of")
    for form in (str, copies.page, copies.ligatures, copies.hyphenated, copies.wrapped):
        found = copies.verify(tmp_path, dataset, form, gazette=text)
        assert found.documents[0].missing == (2,)
        assert (found.quotes, found.unchecked) == (2, 0)
        assert found.elsewhere == (("said-gazette-0", "gazette"),)
        assert not found.complete
        assert "1 more found elsewhere in the text: " in found.report()
        assert "found elsewhere: said-gazette-0 in gazette" in found.report()


def test_a_changed_quote_is_not_found_elsewhere(dataset: kz.Dataset, tmp_path: Path) -> None:
    """A quote with another word, or of which a word goes on, stays unchecked."""
    for before, after in (("doubts…", "hopes…"), ("We are", "Twe are"), ("baffling", "baffling,")):
        found = copies.verify(tmp_path, dataset, str, gazette=copies.GAZETTE.replace(before, after))
        assert (found.elsewhere, found.unchecked) == ((), 1)


def test_a_quote_of_a_document_that_is_not_there(dataset: kz.Dataset, tmp_path: Path) -> None:
    """It is found in a file that is no other document, never in another document."""
    note = "As I read, “We are filled with baffling doubts…” was said, and “Nobody follows,” too."
    (tmp_path / "note.txt").write_text(note, encoding="utf-8")
    found = kz.verify(tmp_path, dataset)
    assert [one.state for one in found.documents] == ["absent", "absent"]
    # "Nobody follows," is too few words to say where it is from.
    assert (found.elsewhere, found.unchecked) == ((("said-gazette-0", "note.txt"),), 2)
    (tmp_path / "note.txt").write_text(copies.HERALD + note, encoding="utf-8")
    assert kz.verify(tmp_path, dataset).elsewhere == ()


def test_a_quote_with_a_wrong_citation_is_told_its_paragraph(
    dataset: kz.Dataset, tmp_path: Path
) -> None:
    """Where all is there and the quote stands in another paragraph, the problem names it."""
    wrong = attrs.evolve(dataset.statements[0], quotes=(copies.QUOTES["gazette"][1],))
    found = copies.verify(tmp_path, attrs.evolve(dataset, statements=kz.Table([wrong])), str)
    assert "is not verbatim in gazette#2 but in gazette#4; correct the citation" in str(
        found.problems[0]
    )


def test_never_byte_for_byte_with_other_digests(dataset: kz.Dataset, tmp_path: Path) -> None:
    """A wrong digest in the ledger is told as that, with the right one; quotes are compared."""
    rows = [*dataset.ledger]
    right = rows[1].digest
    rows[1] = attrs.evolve(rows[1], digest="0" * 16)
    found = copies.verify(tmp_path, attrs.evolve(dataset, ledger=kz.Table(rows)), str)
    assert not found.complete
    assert found.documents[0].state == "changed"
    assert found.documents[0].digests == {2: right}
    told = f"a wrong digest for 2; write the right one: gazette#2 has {right}"
    assert told in found.report()
    assert "gazette: gazette is the document, byte for byte" not in found.report()
    assert (found.quotes, found.unchecked, found.elsewhere, found.problems) == (3, 0, (), ())


def test_a_wrong_number_of_paragraphs_is_told_as_that(dataset: kz.Dataset, tmp_path: Path) -> None:
    """Where the coded file has fewer lines than its source says, no digest is called wrong."""
    source = attrs.evolve(dataset.sources[0], paragraphs=dataset.sources[0].paragraphs + 1)
    sources = kz.Table([source, *dataset.sources[1:]])
    found = copies.verify(tmp_path, attrs.evolve(dataset, sources=sources), str)
    assert found.documents[0].digests == {}
    assert "or the number of paragraphs" in found.report()
    assert "herald is the document, byte for byte" in found.report()


def test_the_articles_in_every_form(sources: Path, tmp_path: Path) -> None:
    """All paragraphs and quotes of the shipped data are found in copies of the real articles."""
    forms = [
        copies.LINES["wrapped without blank lines"],
        copies.PAGES["markup"],
        copies.SIGNS["as TeX has it"],
    ]
    for form, _ in forms:
        for path in sources.iterdir():
            copy = form(path.read_text(encoding="utf-8"))
            content = copy if isinstance(copy, bytes) else copy.encode()
            (tmp_path / path.name).write_bytes(content)
        found = kz.verify(tmp_path)
        assert sum(len(one.paragraphs) for one in found.documents) == len(kz.ledger)
        assert found.complete, found.report()
