"""Looking for words in everything that the records say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, overload

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.model import LedgerRow
from kzseparatism.model.families import Entity
from kzseparatism.model.fields import repr_by_id
from kzseparatism.model.frozen import Frozen
from kzseparatism.model.walk import walk
from kzseparatism.names.phrases import Run, phrases, position_of, words_in
from kzseparatism.queries.question import given_records, shipped
from kzseparatism.table import Table, table_of_known, worked_out

R_co = TypeVar("R_co", bound=Entity, covariant=True)
_R = TypeVar("_R", bound=Entity)

# The fields that are looked at, in the order in which hits in them stand.
_RANKS = (
    ("name", "title", "aliases"),
    ("quotes",),
    ("summary",),
    ("offence", "venue", "resolution"),  # and the titles of roles
    ("note",),
)
_RANK = {field: rank for rank, fields in enumerate(_RANKS) for field in fields}
# Those of parts: the names of a region, what was charged, the title of a role.
_RANK_IN_PART = {"text": 0, "offence": 3, "title": 3}
_SNIPPET = 100
_CHUNK = re.compile(r"\S+")


@attrs.frozen(kw_only=True, eq=False, order=False)
class Hit(Frozen, Generic[R_co]):
    """A record in which some words were found, and where: the field, and the text around them."""

    id: str
    record: R_co = attrs.field(repr=repr_by_id)
    field: str
    text: str


@attrs.frozen
class _Text:
    """A text of a record, with its words, each with the piece of the text that it comes from."""

    record: Entity
    path: str
    rank: int
    text: str
    words: tuple[str, ...]
    pieces: tuple[tuple[int, int], ...]


@overload
def search(text: str, *, among: None = None) -> Table[Hit[Entity]]: ...
@overload
def search(text: str, *, among: Iterable[_R]) -> Table[Hit[_R]]: ...
def search(text: str, *, among: Iterable[Any] | None = None) -> Table[Hit[Any]]:
    """Return the records that have these words in one of their texts, each with where it has them.

    Looked at are names, aliases and titles; quotations; summaries; offences, roles, venues and the
    resolutions of discrepancies; notes. A word has to stand there as a whole word, in any case, in
    the Latin or the Cyrillic alphabet and in any of the spellings that look-up of names levels; an
    English "'s" at its end does not count.
    Several words have to stand in the same text, in any order; words in quotation marks have to
    stand together.

    A record is one hit: ``field`` is the first of its fields that fits, in the order above, as a
    path such as ``.quotes[0]``, and ``text`` is what stands around the words. The order of the hits
    is that of those fields, then of ids. Raises ``InvalidValueError`` for text without a word or of
    more than 200 characters, ``WrongTypeError`` for anything but text.
    """
    runs = phrases("text", text)
    records = _everything(shipped()) if among is None else given_records(among, Entity)
    by_word = worked_out(records, "texts", _texts_by_word)
    # The rarest word leaves the fewest texts to look at.
    candidates = min((by_word.get(run[0], ()) for run in runs), key=len)
    found: dict[str, tuple[int, Hit[Any]]] = {}
    for one in candidates:
        places = [position_of(run, one.words) for run in runs]
        known = found.get(one.record.id)
        if None not in places and (known is None or one.rank < known[0]):
            hit = Hit[Any](
                id=one.record.id, record=one.record, field=one.path, text=_snippet(one, runs)
            )
            found[one.record.id] = (one.rank, hit)
    ranked = sorted(found.values(), key=lambda ranked: (ranked[0], ranked[1].id))
    return table_of_known((hit for _, hit in ranked), (Hit,))


@lru_cache(maxsize=1)
def _everything(dataset: Dataset) -> Table[Entity]:
    return Table(searchable(dataset))


def searchable(dataset: Dataset) -> Iterator[Entity]:
    """Yield the records of a dataset that have texts: all but the rows of the ledger."""
    for _, table in dataset.tables():
        yield from (record for record in table if not isinstance(record, LedgerRow))


def _texts_by_word(records: Table[Any]) -> dict[str, list[_Text]]:
    by_word: dict[str, list[_Text]] = {}
    # The same words stand in many texts, and take a while to fold.
    folded = cache(words_in)
    for record in records:
        for one in _texts(record, folded):
            for word in dict.fromkeys(one.words):
                by_word.setdefault(word, []).append(one)
    return by_word


def _texts(record: Entity, folded: Callable[[str], Run]) -> Iterator[_Text]:
    """Yield the texts of a record and of its parts that are looked at, in field order."""
    for found in walk(record):
        rank = (_RANK if found.owner is record else _RANK_IN_PART).get(found.field)
        if rank is not None and isinstance(found.value, str) and found.value:
            split = [
                (word, (piece.start(), piece.end()))
                for piece in _CHUNK.finditer(found.value)
                for word in folded(piece[0])
            ]
            yield _Text(
                record=record,
                path=found.path,
                rank=rank,
                text=found.value,
                words=tuple(word for word, _ in split),
                pieces=tuple(piece for _, piece in split),
            )


def _snippet(one: _Text, runs: tuple[Run, ...]) -> str:
    """Return what stands around the first of the words, cut between words."""
    starts = [start for start in (position_of(run, one.words) for run in runs) if start is not None]
    middle = one.pieces[min(starts)][0]
    if len(one.text) <= 2 * _SNIPPET:
        return one.text
    pieces = [piece for piece in one.pieces if abs(piece[0] - middle) <= _SNIPPET]
    first, last = pieces[0][0], pieces[-1][1]
    before = "" if first == one.pieces[0][0] else "... "
    after = "" if last == one.pieces[-1][1] else " ..."
    start, end = (0 if not before else first), (len(one.text) if not after else last)
    return f"{before}{one.text[start:end]}{after}"
