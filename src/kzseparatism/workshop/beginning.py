"""How a dataset begins, and how it grows by an article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from kzseparatism.dataset import About, Dataset
from kzseparatism.errors import InvalidValueError
from kzseparatism.model.tables import TABLES
from kzseparatism.reading import load, read
from kzseparatism.table import Table
from kzseparatism.workshop.articles import UNKNOWN, Article, Details, read_article, today
from kzseparatism.workshop.folder import ARTICLES, REGIONS, article_files, files_of, replace
from kzseparatism.workshop.to_do import NO_LICENCE

_Path = str | os.PathLike[str]


def new(
    directory: _Path,
    articles: Sequence[_Path],
    *,
    details: Details | None = None,
    title: str = "",
    licence: str = "",
    authors: str = "",
    own_regions: bool = False,
) -> tuple[Article, ...]:
    """Begin a dataset: write a folder with the articles described, and nothing coded yet.

    The sources have their SHA-256, the ledger has a row for each paragraph, and the other tables
    are empty. The articles are copied, or their main text is written, into the folder
    ``articles``, which version control is told to leave out. ``details`` are said of each article.
    ``own_regions`` writes an empty table of regions; otherwise those of Kazakhstan are used.
    ``check`` passes at once, and ``to_do`` says what is left.

    Raises ``InvalidValueError`` if the folder has a dataset, or if an article can't be read;
    nothing is written then.
    """
    folder = Path(directory)
    if not articles:
        raise InvalidValueError("articles", [], "are none", "name one file at least")
    taken = [name for name in _names() if (folder / name).exists()]
    if taken:
        remedy = "choose another folder, or add the articles to the dataset"
        raise InvalidValueError("directory", str(directory), f"has {taken[0]} already", remedy)
    made = _read(folder, articles, details)
    about = About(
        title=title or folder.resolve().name,
        version="0.0.1",
        coded=today().isoformat(),
        licence=licence or NO_LICENCE,
        authors=authors or UNKNOWN,
        finished=False,
    )
    empty = Dataset(about=about, regions=Table() if own_regions else load().regions)
    dataset = _with(empty, made)
    replace(folder, _files(dataset, made, own_regions=own_regions))
    return tuple(made)


def add(
    directory: _Path, articles: Sequence[_Path], *, details: Details | None = None
) -> tuple[Article, ...]:
    """Add articles to a dataset: their sources, and a row of the ledger for each paragraph.

    The dataset is no longer finished. Raises ``InvalidValueError`` if an article can't be read, or
    is in the dataset already; nothing is written then.
    """
    folder = Path(directory)
    before = read(folder)
    made = _read(folder, articles, details)
    dataset = _with(before, made)
    replace(folder, _files(dataset, made, own_regions=(folder / REGIONS).exists()))
    return tuple(made)


def _read(folder: Path, articles: Sequence[_Path], details: Details | None) -> list[Article]:
    """Return the articles; one that would replace another in the folder is refused."""
    made = [read_article(path, details) for path in articles]
    for article in made:
        name = article.source.file_name
        kept = folder / ARTICLES / name
        # The articles may stand in that folder before: then each is its own copy.
        if kept.exists() and kept.read_bytes() != article.content:
            complaint = f"is the name of another file in {kept.parent}"
            raise InvalidValueError("article", name, complaint, "give the file another name")
    return made


def _names() -> Iterable[str]:
    return ("dataset.json", "private_names.json", *(f"{name}.json" for name in TABLES))


def _with(dataset: Dataset, articles: Sequence[Article]) -> Dataset:
    """Return a dataset with more articles; ids that are taken are an ``InvalidValueError``."""
    taken = {record.id: name for name, table in dataset.tables() for record in table}
    by_content = {source.sha256: source.id for source in dataset.sources}
    for article in articles:
        name, hashed = article.source.file_name, article.source.sha256
        if article.id in taken:
            complaint = f"would have the id {article.id!r}, which is taken in {taken[article.id]}"
            raise InvalidValueError("article", name, complaint, "give the file another name")
        if hashed in by_content:
            complaint = f"is the same file as that of {by_content[hashed]!r}"
            raise InvalidValueError("article", name, complaint, "leave it out")
        taken[article.id], by_content[hashed] = "sources", article.id
    rows = (row for article in articles for row in article.ledger())
    return attrs.evolve(
        dataset,
        about=attrs.evolve(dataset.about, finished=False, coded=today().isoformat()),
        sources=Table([*dataset.sources, *(article.source for article in articles)]),
        ledger=Table([*dataset.ledger, *rows]),
    )


def _files(dataset: Dataset, articles: Sequence[Article], *, own_regions: bool) -> dict[str, bytes]:
    contents = {article.source.file_name: article.content for article in articles}
    return article_files(contents) | files_of(dataset, own_regions=own_regions)
