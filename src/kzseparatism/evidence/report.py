"""What was found in a folder of documents, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kzseparatism.errors import Problem
from kzseparatism.evidence.documents import Document


def lines(
    *,
    documents: Sequence[Document],
    quoted: Mapping[str, float],
    passed_over: Sequence[str],
    problems: Sequence[Problem],
    counts: tuple[int, int],
    elsewhere: Sequence[tuple[str, str]],
) -> Iterator[str]:
    """Yield a line for each document, each file passed over, each problem, and the sums.

    ``counts`` are the quotes that were compared and those that could not be.
    """
    for document in documents:
        yield _sentence(document, quoted[document.source.id])
    yield from (f"passed over: {name}" for name in passed_over)
    yield from map(str, problems)
    compared, unchecked = counts
    verbatim = compared - len(problems)
    yield f"{verbatim} of {compared} quotes are verbatim in a paragraph that they cite"
    if elsewhere:
        yield (
            f"{len(elsewhere)} more found elsewhere in the text: the paragraphs cited for them are"
            " not there with the coded words"
        )
        yield from (f"found elsewhere: {quoter} in {file}" for quoter, file in elsewhere)
    if unchecked:
        yield f"{unchecked} more could not be compared: their paragraphs are not there"


def _sentence(document: Document, quoted: float) -> str:
    name, total = document.source.id, document.source.paragraphs
    share = f"; {quoted:.0%} of it is quoted"
    if document.state == "absent":
        return f"{name}: not there; none of its {total} paragraphs is in any file"
    if document.state == "identical":
        return f"{name}: {document.file} is the document, byte for byte{share}"
    if document.state == "copy":
        return f"{name}: {document.file} has all {total} paragraphs{_how(document)}{share}"
    missing = ", ".join(map(str, document.missing))
    if document.digests:
        right = ", ".join(f"{name}#{n} has {digest}" for n, digest in document.digests.items())
        return (
            f"{name}: {document.file} is the document by its SHA-256, but the ledger has a wrong"
            f" digest for {missing}; write the right one: {right}{share}"
        )
    if document.coded:
        return (
            f"{name}: {document.file} has the SHA-256 of the document, but it does not have these"
            f" paragraphs of the ledger: {missing}; correct the ledger, or the number of"
            f" paragraphs{share}"
        )
    there = f"{document.file} has {len(document.paragraphs)} of {total} paragraphs"
    return f"{name}: {there}{_how(document)}; changed or left out: {missing}{share}"


def _how(document: Document) -> str:
    """Return in brackets how the file was read, and what was levelled to see its paragraphs."""
    notes: list[str] = []
    if document.draft is not None and (document.draft.html or document.draft.encoding != "UTF-8"):
        form = " as HTML" if document.draft.html else ""
        encoding = document.draft.encoding
        notes.append(f"read{form} in {encoding}" if encoding != "UTF-8" else f"read{form}")
    found = document.paragraphs.values()
    levelled = dict.fromkeys(name for one in found for name in one.levelled)
    if levelled:
        notes.append(f"levelled: {', '.join(levelled)}")
    within = sum(one.within for one in found)
    if within:
        notes.append(f"{within} of them inside longer or wrapped text")
    return f" ({'; '.join(notes)})" if notes else ""
