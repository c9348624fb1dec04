"""The folder of a dataset: changed as a whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from kzseparatism.dataset import Dataset
from kzseparatism.reading import load
from kzseparatism.reading.directories import canonical_files

REGIONS = "regions.json"
ARTICLES = "articles"
# Articles belong to those who wrote them: they stay with the coders.
_IGNORED = "# The articles are not ours to publish.\n*\n!.gitignore\n"


def files_of(dataset: Dataset, *, own_regions: bool) -> dict[str, bytes]:
    """Return the files of a dataset by name; the regions are left out where they are the shipped.

    ``own_regions`` keeps them all the same.
    """
    files = {name: text.encode() for name, text in canonical_files(dataset)}
    if not own_regions and dataset.regions == load().regions:
        del files[REGIONS]
    return files


def article_files(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the folder of articles by their path in the folder of the dataset."""
    files = {f"{ARTICLES}/{name}": content for name, content in contents.items()}
    return {f"{ARTICLES}/.gitignore": _IGNORED.encode()} | files


def replace(directory: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder, all of them or none.

    They are written beside their places first; then each is renamed, which takes no time and no
    room. Should a renaming fail, what was there before is put back.
    """
    made = _make(directory)
    try:
        with _workplace(directory) as work:
            for number, content in enumerate(files.values()):
                (work / f"new-{number}").write_bytes(content)
            _swap(directory, list(files), work)
    except BaseException:
        for folder in made:
            folder.rmdir()
        raise


def _make(directory: Path) -> list[Path]:
    """Make a folder with those above it, and return those that are new, the innermost first."""
    missing = [folder for folder in (directory, *directory.parents) if not folder.exists()]
    directory.mkdir(parents=True, exist_ok=True)
    return missing


@contextmanager
def _workplace(directory: Path) -> Iterator[Path]:
    work = Path(mkdtemp(prefix=".kzseparatism-", dir=directory))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _swap(directory: Path, names: list[str], work: Path) -> None:
    made: list[Path] = []
    done: list[tuple[Path, Path | None]] = []
    try:
        for number, name in enumerate(names):
            target = directory / name
            made = [*_make(target.parent), *made]
            kept = work / f"old-{number}" if target.exists() else None
            if kept is not None:
                target.replace(kept)
            done.append((target, kept))
            (work / f"new-{number}").replace(target)
    except BaseException:
        for target, kept in reversed(done):
            target.unlink(missing_ok=True)
            if kept is not None:
                kept.replace(target)
        for folder in made:
            os.rmdir(folder)  # noqa: PTH106 - as made, and empty again
        raise
