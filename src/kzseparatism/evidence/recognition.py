"""Which paragraphs of the ledger stand in a text, and what had to be levelled to see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from kzseparatism.evidence.levelling import Reading, readings, without_bullet
from kzseparatism.evidence.running import SHORT, Span, spans
from kzseparatism.evidence.text import digest, normalised, paragraphs
from kzseparatism.model import LedgerRow, Source


@attrs.frozen(kw_only=True, order=False)
class Found:
    """A paragraph that was found: its normalised text, and how.

    ``levelled`` names what was levelled beyond ``normalised``; ``within`` is whether it stood in
    running text, fused with its neighbours or wrapped over lines.
    """

    text: str
    levelled: tuple[str, ...] = ()
    within: bool = False


@attrs.frozen(kw_only=True, order=False)
class Known:
    """What is known of the paragraphs that are looked for, without their texts.

    ``openings`` has their digests by the normalised first words, ``shared`` the digests that more
    than one document has, and ``files`` the SHA-256 of the coded files.
    """

    openings: Mapping[str, frozenset[str]]
    digests: frozenset[str]
    shared: frozenset[str]
    files: frozenset[str]

    @classmethod
    def of(cls, sources: Iterable[Source], ledger: Iterable[LedgerRow]) -> Known:
        """Return what the ledger and the table of sources say."""
        openings: dict[str, set[str]] = defaultdict(set)
        owners: dict[str, set[str]] = defaultdict(set)
        for row in ledger:
            openings[normalised(row.opening)].add(row.digest)
            owners[row.digest].add(row.paragraph.source.id)
        return cls(
            openings={opening: frozenset(digests) for opening, digests in openings.items()},
            digests=frozenset(owners),
            shared=frozenset(digest for digest, ids in owners.items() if len(ids) > 1),
            files=frozenset(source.sha256 for source in sources),
        )

    def tells(self, found_digest: str, found: Found) -> bool:
        """Return whether a paragraph by itself says which document this is."""
        return found_digest not in self.shared and len(found.text) >= SHORT


def recognise(text: str, known: Known) -> dict[str, Found]:
    """Return the known paragraphs of a text by their digests, each as plainly read as can be."""
    found: dict[str, Found] = {}
    ways = list(readings(text))
    for reading in ways:
        _add_lines(reading, known, found)
    for reading in ways:
        if len(found) < len(known.digests):
            found |= _within(reading, known, found)
    return found


def _add_lines(reading: Reading, known: Known, found: dict[str, Found]) -> None:
    for part in _candidates(reading.text):
        for paragraph in dict.fromkeys((part, without_bullet(part))):
            name = digest(paragraph)
            if name in known.digests and name not in found:
                marks = () if paragraph is part else ("marks before lines",)
                levelled = tuple(dict.fromkeys((*reading.levelled, *marks)))
                found[name] = Found(text=normalised(paragraph), levelled=levelled)


def _candidates(text: str) -> Iterator[str]:
    """Yield what may be a paragraph: each line, and each run of lines between blank ones."""
    yield from paragraphs(text)
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            block.append(line)
        else:
            if len(block) > 1:
                yield " ".join(block)
            block = []


def _within(reading: Reading, known: Known, found: Mapping[str, Found]) -> dict[str, Found]:
    wanted = {
        opening: missing
        for opening, digests in known.openings.items()
        if opening and (missing := {name for name in digests if name not in found})
    }
    running = reading.running
    return {
        span.digest: Found(
            text=span.text,
            levelled=(*reading.levelled, *["hyphens at line ends"] * span.hyphens),
            within=True,
        )
        for span in _credible(list(spans(running, wanted)), running, found.values())
    }


def _credible(some: list[Span], running: str, found: Iterable[Found]) -> Iterator[Span]:
    """Yield the long spans, and the short ones that stand next to a paragraph that was found."""
    yield from (span for span in some if len(span.text) >= SHORT)
    short = sorted(
        (span for span in some if len(span.text) < SHORT), key=lambda one: (one.start, -one.end)
    )
    if not short:
        return
    places = [(span.start, span.end) for span in some if len(span.text) >= SHORT]
    for one in found:
        start = running.find(one.text)
        if start >= 0:
            places.append((start, start + len(one.text)))
    ends = {_last_letter(running, end) for _, end in places}
    starts = {_next_letter(running, start) for start, _ in places}
    for span in short:
        if _last_letter(running, span.start) in ends:
            ends.add(_last_letter(running, span.end))
            yield span
    for span in reversed(short):
        if _next_letter(running, span.end) in starts:
            starts.add(_next_letter(running, span.start))
            yield span


def _last_letter(text: str, end: int) -> int:
    while end > 0 and not text[end - 1].isalnum():
        end -= 1
    return end


def _next_letter(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start
