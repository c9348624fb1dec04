"""Whether the dataset tells the truth about the documents that somebody has."""

from __future__ import annotations

import os
from collections.abc import Iterator

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem
from kzseparatism.evidence.documents import Document, files_in, find_document
from kzseparatism.evidence.text import normalised
from kzseparatism.model import Statement
from kzseparatism.reading import load


@attrs.frozen(kw_only=True, order=False)
class Verification:
    """What was found in a folder of documents.

    ``documents`` has one entry for each source, in the order of the dataset; ``quotes`` counts the
    quotes that were compared, ``unchecked`` those whose paragraphs are not there; ``problems``
    are the quotes that are not verbatim; ``quoted`` is the share of each document's characters,
    from 0 to 1, that the dataset quotes; ``passed_over`` names files that could not be read.
    """

    documents: tuple[Document, ...]
    quotes: int
    unchecked: int
    problems: tuple[Problem, ...]
    quoted: dict[str, float]
    passed_over: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every document is there unchanged and every quote is verbatim."""
        whole = all(document.state in ("identical", "copy") for document in self.documents)
        return whole and not self.problems and not self.unchecked

    def report(self) -> str:
        """Return the findings in words, one line for each document and each problem."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        for document in self.documents:
            yield _sentence(document, self.quoted[document.source.id])
        yield from (f"passed over: {name}" for name in self.passed_over)
        yield from map(str, self.problems)
        verbatim = self.quotes - len(self.problems)
        yield f"{verbatim} of {self.quotes} quotes are verbatim in a paragraph that they cite"
        if self.unchecked:
            yield f"{self.unchecked} more could not be compared: their paragraphs are not there"


def _sentence(document: Document, quoted: float) -> str:
    name, total = document.source.id, document.source.paragraphs
    there = f"{len(document.paragraphs)} of {total} paragraphs"
    share = f"; {quoted:.0%} of it is quoted"
    if document.state == "identical":
        return f"{name}: {document.file} is the document, byte for byte{share}"
    if document.state == "copy":
        return f"{name}: {document.file} has all {total} paragraphs{share}"
    if document.state == "absent":
        return f"{name}: not there; none of its {total} paragraphs is in any file"
    missing = ", ".join(map(str, document.missing))
    return f"{name}: {document.file} has {there}; changed or left out: {missing}{share}"


def verify(directory: str | os.PathLike[str], dataset: Dataset | None = None) -> Verification:
    """Return whether the documents in a folder say what a dataset, or the shipped one, says.

    A document is recognised by the SHA-256 of its file, else by the digests of its paragraphs in
    the ledger, so that a copy saved from elsewhere will do. A quote must stand verbatim, but for
    what ``normalised`` levels, in one of the paragraphs that its statement cites. Raises
    ``InvalidValueError`` where the folder is missing; all other trouble is in the answer.
    """
    dataset = load() if dataset is None else dataset
    files, passed_over = files_in(directory)
    documents = tuple(find_document(source, dataset.ledger, files) for source in dataset.sources)
    texts = {
        f"{document.source.id}#{number}": normalised(text)
        for document in documents
        for number, text in document.paragraphs.items()
    }
    problems: list[Problem] = []
    compared = unchecked = 0
    lengths = {document.source.id: 0 for document in documents}
    for place, statement, quote in _quotes(dataset):
        cited = [str(citation) for citation in statement.citations]
        there = [citation for citation in cited if citation in texts]
        found = next((name for name in there if normalised(quote) in texts[name]), None)
        if found:
            lengths[found.partition("#")[0]] += len(normalised(quote))
        if found or len(there) == len(cited):
            compared += 1
        else:
            unchecked += 1
        if not found and len(there) == len(cited):
            message = f"is not verbatim in {' or '.join(cited)}; correct it to what stands there"
            problems.append(Problem("statements.json", place, statement.id, message))
    return Verification(
        documents=documents,
        quotes=compared,
        unchecked=unchecked,
        problems=tuple(problems),
        quoted={name: _share(length, name, texts) for name, length in lengths.items()},
        passed_over=tuple(passed_over),
    )


def _quotes(dataset: Dataset) -> Iterator[tuple[str, Statement, str]]:
    for index, statement in enumerate(dataset.statements):
        for number, quote in enumerate(statement.quotes):
            yield f"$[{index}].quotes[{number}]", statement, quote


def _share(length: int, source: str, texts: dict[str, str]) -> float:
    total = sum(len(text) for name, text in texts.items() if name.startswith(f"{source}#"))
    # What two statements quote counts twice, but no document is quoted more than whole.
    return min(1.0, length / total) if total else 0.0
