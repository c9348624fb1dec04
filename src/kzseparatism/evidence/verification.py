"""Whether the dataset tells the truth about the documents that somebody has."""

from __future__ import annotations

import os
from collections.abc import Iterator

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem
from kzseparatism.evidence.documents import Document, File, files_in, find_document
from kzseparatism.evidence.levelling import level
from kzseparatism.evidence.recognition import Known
from kzseparatism.evidence.report import lines
from kzseparatism.evidence.running import stands_in
from kzseparatism.evidence.text import normalised
from kzseparatism.model import Statement
from kzseparatism.reading import load
from kzseparatism.reading.positions import in_files

# How much text of files that are no document of ours is kept to look for quotes in.
_MOST_OTHER_TEXT = 10_000_000
# A shorter quote may stand in any file; only in its own document does it say anything.
_TELLING_QUOTE = 20


@attrs.frozen(kw_only=True, order=False)
class Verification:
    """What was found in a folder of documents.

    ``documents`` has one entry for each source, in the order of the dataset; ``quotes`` counts the
    quotes that were compared with the paragraphs they cite; ``elsewhere`` has, for each quote
    whose paragraphs are not there but which stands in a file all the same, the id of its statement
    and the name of the file; ``unchecked`` counts the quotes that are in neither; ``problems`` are
    the quotes that are not verbatim; ``quoted`` is the share of each document's characters, from 0
    to 1, that the dataset quotes; ``passed_over`` names files that could not be read, and why.
    """

    documents: tuple[Document, ...]
    quotes: int
    unchecked: int
    problems: tuple[Problem, ...]
    quoted: dict[str, float]
    passed_over: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every document is there unchanged and every quote is verbatim."""
        whole = all(document.state in ("identical", "copy") for document in self.documents)
        return whole and not (self.problems or self.unchecked or self.elsewhere)

    def report(self) -> str:
        """Return the findings in words, one line for each document and each problem."""
        return "\n".join(
            lines(
                documents=self.documents,
                quoted=self.quoted,
                passed_over=self.passed_over,
                problems=self.problems,
                counts=(self.quotes, self.unchecked),
                elsewhere=self.elsewhere,
            )
        )


def verify(directory: str | os.PathLike[str], dataset: Dataset | None = None) -> Verification:
    """Return whether the documents in a folder say what a dataset, or the shipped one, says.

    A document is recognised by the SHA-256 of its file, else by the digests of its paragraphs in
    the ledger, so that a copy saved from elsewhere will do: in another encoding, as HTML (with the
    extra ``html``), wrapped over lines, or with other signs. A quote must stand verbatim, but for
    what ``normalised`` levels, in one of the paragraphs that its statement cites; if they are not
    there, it is looked for in the whole text. Raises ``InvalidValueError`` where the folder is
    missing; all other trouble is in the answer.
    """
    dataset = load() if dataset is None else dataset
    known = Known.of(dataset.sources, dataset.ledger)
    passed_over: list[str] = []
    files: list[File] = []
    others: dict[str, str] = {}
    kept = 0
    for file in files_in(directory, known, passed_over):
        if file.found or file.sha256 in known.files:
            files.append(file)
        elif kept + len(file.draft.text) <= _MOST_OTHER_TEXT:
            kept += len(file.draft.text)
            others[file.name] = file.draft.text
    documents = tuple(
        find_document(source, dataset.ledger, known, files) for source in dataset.sources
    )
    taken = {document.file for document in documents}
    others |= {file.name: file.draft.text for file in files if file.name not in taken}
    return _Comparison(dataset=dataset, documents=documents, others=others).verification(
        tuple(passed_over)
    )


@attrs.define(kw_only=True, eq=False)
class _Comparison:
    """The quotes of a dataset beside the texts that were found."""

    dataset: Dataset
    documents: tuple[Document, ...]
    others: dict[str, str]
    running: dict[str, str] = attrs.field(factory=dict)

    def verification(self, passed_over: tuple[str, ...]) -> Verification:
        texts = {
            f"{document.source.id}#{number}": found.text
            for document in self.documents
            for number, found in document.paragraphs.items()
        }
        problems: list[Problem] = []
        elsewhere: list[tuple[str, str]] = []
        compared = unchecked = 0
        lengths = {document.source.id: 0 for document in self.documents}
        for place, statement, quote in _quotes(self.dataset):
            wanted = normalised(quote)
            cited = [str(citation) for citation in statement.citations]
            there = [citation for citation in cited if citation in texts]
            found = next((name for name in there if wanted in texts[name]), None)
            if found:
                compared += 1
                lengths[found.partition("#")[0]] += len(wanted)
            elif len(there) == len(cited):
                compared += 1
                message = _complaint(wanted, cited, texts)
                problems.append(Problem("statements.json", place, statement.id, message))
            elif file := self._file_with(quote, statement):
                elsewhere.append((statement.id, file))
            else:
                unchecked += 1
        return Verification(
            documents=self.documents,
            quotes=compared,
            unchecked=unchecked,
            problems=tuple(in_files(self.dataset, problems)),
            quoted={name: _share(length, name, texts) for name, length in lengths.items()},
            passed_over=passed_over,
            elsewhere=tuple(elsewhere),
        )

    def _file_with(self, quote: str, statement: Statement) -> str | None:
        """Return the file in which a quote stands: its document's, else one that is no other's."""
        sources = {citation.source.id for citation in statement.citations}
        own = [one for one in self.documents if one.source.id in sources]
        texts = {one.file: one.draft.text for one in own if one.draft is not None}
        if any(one.draft is None for one in own) and len(quote) >= _TELLING_QUOTE:
            texts |= self.others
        wanted = level(quote).running
        for name, text in texts.items():
            if name not in self.running:
                self.running[name] = level(text).running
            if stands_in(wanted, self.running[name]):
                return name
        return None


def _quotes(dataset: Dataset) -> Iterator[tuple[str, Statement, str]]:
    for index, statement in enumerate(dataset.statements):
        for number, quote in enumerate(statement.quotes):
            yield f"$[{index}].quotes[{number}]", statement, quote


def _complaint(wanted: str, cited: list[str], texts: dict[str, str]) -> str:
    sources = {name.partition("#")[0] for name in cited}
    other = next(
        (name for name in texts if name.partition("#")[0] in sources and wanted in texts[name]),
        None,
    )
    where = " or ".join(cited)
    if other:
        return f"is not verbatim in {where} but in {other}; correct the citation"
    return f"is not verbatim in {where}; correct it to what stands there"


def _share(length: int, source: str, texts: dict[str, str]) -> float:
    total = sum(len(text) for name, text in texts.items() if name.startswith(f"{source}#"))
    # What two statements quote counts twice, but no document is quoted more than whole.
    return min(1.0, length / total) if total else 0.0
