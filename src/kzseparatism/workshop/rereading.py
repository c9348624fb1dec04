"""An article that has changed since it was coded: where its paragraphs are now."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from kzseparatism.dataset import Dataset
from kzseparatism.errors import InvalidValueError
from kzseparatism.evidence.files import content_of, drafts, sha256
from kzseparatism.evidence.text import paragraphs
from kzseparatism.model import Source
from kzseparatism.reading import read
from kzseparatism.reading.directories import canonical_files, read_values
from kzseparatism.reading.files import parse_json
from kzseparatism.table import Table
from kzseparatism.workshop.articles import Article, Details, read_article, today
from kzseparatism.workshop.folder import ARTICLES, REGIONS, article_files, files_of, replace
from kzseparatism.workshop.pairing import Pairing


@attrs.frozen(kw_only=True, order=False)
class Shift:
    """What became of one paragraph.

    ``before`` and ``now`` are its numbers, None where it was not there or no longer is; ``changed``
    is whether its words are others; ``opening_before`` and ``opening_now`` are its first words;
    ``cited_by`` are the ids of the records that rest on it.
    """

    before: int | None
    now: int | None
    changed: bool
    opening_before: str = ""
    opening_now: str = ""
    cited_by: tuple[str, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether it has its number and its words."""
        return self.before == self.now and not self.changed


@attrs.frozen(kw_only=True, order=False)
class Rereading:
    """What became of the paragraphs of an article, in the order in which they stand now.

    Those that are gone stand at the end. ``source`` is the row of the article as it was,
    ``article`` as it is now.
    """

    source: Source
    article: Article
    shifts: tuple[Shift, ...]
    applied: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether every paragraph stands where it stood, with the same words."""
        return all(shift.stays for shift in self.shifts)


def reread(
    directory: str | os.PathLike[str],
    article: str | os.PathLike[str],
    *,
    source: str = "",
    apply: bool = False,
) -> Rereading:
    """Compare an article, as it is now, with what the ledger knows of it.

    The article is that of the source whose file has this name, or of ``source``. Paragraphs are
    recognised by their digests, wherever they stand. One that was changed is recognised by its
    words, if the folder ``articles`` still has the old text, else by its first words or by its
    neighbours.

    With ``apply`` the dataset is changed: citations are renumbered, in notes too; the ledger and
    the source describe the new text; what is new is open, and the dataset is not finished then. The
    old text is kept beside the new one. If a paragraph that is gone is cited, this is an
    ``InvalidValueError`` that names the records, and nothing is written.
    """
    folder = Path(directory)
    dataset = read(folder)
    before = _source(dataset, Path(article), source)
    found = _reading(dataset, before, folder, Path(article))
    if not apply or found.article.source.sha256 == before.sha256:
        return found
    lost = [shift for shift in found.shifts if shift.now is None and shift.cited_by]
    if lost:
        cited = "; ".join(f"{before.id}#{one.before} by {', '.join(one.cited_by)}" for one in lost)
        complaint = f"no longer has paragraphs that are cited: {cited}"
        remedy = "read these records again, and cite other paragraphs or take them out"
        raise InvalidValueError("article", found.article.source.file_name, complaint, remedy)
    changed = _renumbered(dataset, found)
    contents = {found.article.source.file_name: found.article.content, **_kept(folder, before)}
    files = files_of(changed, own_regions=(folder / REGIONS).exists())
    replace(folder, article_files(contents) | files)
    return attrs.evolve(found, applied=True)


def _source(dataset: Dataset, article: Path, source: str) -> Source:
    if source:
        return dataset.sources[source]
    names = (article.name, f"{article.stem}.txt")
    for one in dataset.sources:
        if one.file_name in names:
            return one
    remedy = f"say of which: --source {' or '.join(dataset.sources.ids[:5])}"
    complaint = "is not the name of a file of any source"
    raise InvalidValueError("article", article.name, complaint, remedy)


def _reading(dataset: Dataset, before: Source, folder: Path, path: Path) -> Rereading:
    article = read_article(path, Details())
    rows = sorted(
        (row for row in dataset.ledger if row.paragraph.source.id == before.id),
        key=lambda row: row.paragraph.paragraph,
    )
    texts = _old_texts(before, folder)
    pairs = Pairing(rows, article.ledger(), texts, article.paragraphs).pairs()
    new_rows = article.ledger()
    shifts = []
    for old, new in sorted(pairs, key=lambda pair: (pair[1] is None, pair[1] or 0, pair[0] or 0)):
        row = None if old is None else rows[old]
        there = None if new is None else new_rows[new]
        number = None if row is None else row.paragraph.paragraph
        cited = () if number is None else dataset.cited_by(before.id, number).ids
        shifts.append(
            Shift(
                before=number,
                now=None if there is None else there.paragraph.paragraph,
                changed=row is not None and there is not None and row.digest != there.digest,
                opening_before="" if row is None else row.opening,
                opening_now="" if there is None else there.opening,
                cited_by=cited,
            )
        )
    return Rereading(source=before, article=article, shifts=tuple(shifts))


def _old_texts(source: Source, folder: Path) -> Sequence[str]:
    """Return the paragraphs as they were coded, if the folder still has that very file."""
    path = folder / ARTICLES / source.file_name
    if not path.is_file():
        return ()
    content = content_of(path)
    if sha256(content) != source.sha256:
        return ()
    return paragraphs(next(drafts(content, path.name)).text)


def _kept(folder: Path, before: Source) -> dict[str, bytes]:
    """Return the old text under a name that says so, if the folder has it."""
    path = folder / ARTICLES / before.file_name
    if not path.is_file() or sha256(content_of(path)) != before.sha256:
        return {}
    return {f"{path.stem}.before-{before.sha256[:8]}{path.suffix}": path.read_bytes()}


def _renumbered(dataset: Dataset, found: Rereading) -> Dataset:
    """Return the dataset with the article as it is now, and every citation of it renumbered."""
    before, article = found.source, found.article
    now = {shift.before: shift.now for shift in found.shifts}
    excluded = {
        now[row.paragraph.paragraph]: row.excluded
        for row in dataset.ledger
        if row.paragraph.source.id == before.id
    }
    source = attrs.evolve(
        before,
        file_name=article.source.file_name,
        sha256=article.source.sha256,
        paragraphs=article.source.paragraphs,
    )
    rows = [
        attrs.evolve(
            row,
            paragraph=attrs.evolve(row.paragraph, source=source),
            excluded=excluded.get(row.paragraph.paragraph),
        )
        for row in attrs.evolve(article, source=source).ledger()
    ]
    values = {name: parse_json(text.encode(), name) for name, text in canonical_files(dataset)}
    for name, _ in dataset.tables():
        if name not in ("sources", "ledger", "regions"):
            values[f"{name}.json"] = _with_numbers(values[f"{name}.json"], before.id, now)
    # The citations lead to the new source: it may have more paragraphs than the old one.
    for one in values["sources.json"]:
        if one["id"] == source.id:
            one |= {name: getattr(source, name) for name in ("file_name", "sha256", "paragraphs")}
    changed = read_values(values)
    kept = [row for row in changed.ledger if row.paragraph.source.id != before.id]
    first = next(
        (place for place, row in enumerate(dataset.ledger) if row.paragraph.source.id == before.id),
        len(kept),
    )
    is_open = any(shift.before is None or shift.changed for shift in found.shifts)
    return attrs.evolve(
        changed,
        about=attrs.evolve(
            changed.about,
            coded=today().isoformat(),
            finished=changed.about.finished and not is_open,
        ),
        ledger=Table([*kept[:first], *rows, *kept[first:]]),
    )


def _with_numbers(value: Any, source: str, now: Mapping[int | None, int | None]) -> Any:
    """Return plain values in which every paragraph of a source has its new number."""
    if isinstance(value, list):
        return [_with_numbers(item, source, now) for item in value]
    if isinstance(value, dict):
        return {key: _with_numbers(item, source, now) for key, item in value.items()}
    if not isinstance(value, str):
        return value

    def number(match: re.Match[str]) -> str:
        return f"{source}#{now.get(int(match[1])) or match[1]}"

    return re.sub(rf"(?<![\w-]){re.escape(source)}#(\d+)\b", number, value)
