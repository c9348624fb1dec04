"""Which records of two codings are the same unit, by stated rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.evidence.text import normalised
from kzseparatism.model import Actor, Place, Record, Source, Statement
from kzseparatism.model.walk import links
from kzseparatism.names.spelling import fold

# Less than this, and two records that rest on one paragraph are told apart.
LEAST_LIKENESS = 0.25
_WORD = re.compile(r"\w{3,}")

_TEXT = f"""\
Two records are the same unit if they are of one table, cite a paragraph in common, and one of
these holds. The rules are applied in this order, and each record is matched once.

1. Both have the same id.

2. Statements: a quotation of the one is in a quotation of the other.

3. Actors and places: a name or spelling is the same but for case, accents and alphabet.

4. They are alike by {LEAST_LIKENESS} or more, from 0 to 1; the likeliest pair comes first. Likeness
is the mean of two shares: of the paragraphs that both cite, among those that either cites, and of
the words that both have, among those that either has (titles, summaries, quotations, and names of
the actors linked to).

Articles are the same if their SHA-256 is, or else their id."""
RULES: tuple[str, ...] = tuple(" ".join(one.split()) for one in _TEXT.split("\n\n"))


@attrs.frozen(kw_only=True, order=False)
class Match:
    """Two records that are one unit, and why: the number of the rule, and how alike they are."""

    one: Record
    other: Record
    rule: int
    likeness: float


@attrs.frozen(kw_only=True, order=False)
class Units:
    """The units of one table: those in both codings, and those in one of them only."""

    table: str
    both: tuple[Match, ...]
    only_one: tuple[Record, ...]
    only_other: tuple[Record, ...]

    @property
    def percentage(self) -> float:
        """The units that both codings have, among those that either has, of a hundred."""
        number = len(self.both) + len(self.only_one) + len(self.only_other)
        return 100 * len(self.both) / number if number else 0.0


@attrs.frozen(kw_only=True, order=False)
class _Traits:
    record: Record
    paragraphs: frozenset[tuple[str, int]]
    words: frozenset[str]
    names: frozenset[str]
    quotes: tuple[str, ...]


def match_units(one: Dataset, other: Dataset) -> Iterator[Units]:
    """Yield the units of each table of coded records, in the order of the tables."""
    same_source = _same_sources(one.sources, other.sources)
    for (name, ours), (_, theirs) in zip(one.tables(), other.tables(), strict=True):
        records = [record for record in (*ours, *theirs) if isinstance(record, Record)]
        if records:
            first = [_traits(record, {}) for record in ours]
            second = [_traits(record, same_source) for record in theirs]
            yield _matched(name, first, second)


def _same_sources(one: Iterable[Source], other: Iterable[Source]) -> dict[str, str]:
    """Return, for the id of each article of the other coding, that of the same in the one."""
    by_content = {source.sha256: source.id for source in one}
    return {source.id: by_content.get(source.sha256, source.id) for source in other}


def _traits(record: Record, same_source: Mapping[str, str]) -> _Traits:
    quotes = record.quotes if isinstance(record, Statement) else ()
    people = [link.value.name for link in links(record) if isinstance(link.value, Actor)]
    texts = [record.label, getattr(record, "summary", ""), *quotes, *people]
    names = (record.name, *record.aliases) if isinstance(record, Actor | Place) else ()
    return _Traits(
        record=record,
        paragraphs=frozenset(
            (same_source.get(one.source.id, one.source.id), one.paragraph)
            for one in record.all_citations
        ),
        words=frozenset(_WORD.findall(fold(" ".join(texts)))),
        names=frozenset(filter(None, map(fold, names))),
        quotes=tuple(map(normalised, quotes)),
    )


def _matched(table: str, first: Sequence[_Traits], second: Sequence[_Traits]) -> Units:
    found = [
        (rule, -_likeness(one, other), index, number)
        for index, one in enumerate(first)
        for number, other in enumerate(second)
        if one.paragraphs & other.paragraphs and (rule := _rule(one, other))
    ]
    left, right = dict(enumerate(first)), dict(enumerate(second))
    both: list[tuple[int, Match]] = []
    for rule, unlikeness, index, number in sorted(found):
        if index in left and number in right:
            one, other = left.pop(index).record, right.pop(number).record
            both.append((index, Match(one=one, other=other, rule=rule, likeness=-unlikeness)))
    return Units(
        table=table,
        both=tuple(match for _, match in sorted(both, key=lambda item: item[0])),
        only_one=tuple(one.record for one in left.values()),
        only_other=tuple(one.record for one in right.values()),
    )


def _rule(one: _Traits, other: _Traits) -> int:
    """Return the number of the first rule by which two records are one unit, or 0."""
    if one.record.id == other.record.id:
        return 1
    if any(a in b or b in a for a in one.quotes for b in other.quotes):
        return 2
    if one.names & other.names:
        return 3
    return 4 if _likeness(one, other) >= LEAST_LIKENESS else 0


def _likeness(one: _Traits, other: _Traits) -> float:
    return (_share(one.paragraphs, other.paragraphs) + _share(one.words, other.words)) / 2


def _share(one: frozenset[object], other: frozenset[object]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 0.0
