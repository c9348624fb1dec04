"""What is still to do in a dataset that is being coded."""

from __future__ import annotations

from collections.abc import Iterator

from kzseparatism.dataset import Dataset
from kzseparatism.errors import Problem, WrongTypeError
from kzseparatism.integrity.references import open_paragraphs
from kzseparatism.reading.positions import in_files
from kzseparatism.workshop.articles import UNDETERMINED, UNKNOWN

# SPDX's own word for "nothing is said about the licence".
NO_LICENCE = "NOASSERTION"


def to_do(dataset: Dataset) -> tuple[Problem, ...]:
    """Return what is still to do, each with its place, as ``check`` returns problems.

    Each paragraph that is neither cited nor excluded is to do. While ``dataset.about.finished``
    is false, so is what ``new`` could not know about the dataset and its articles: licence,
    authors, outlet, language and date of publication. A finished dataset that passes ``check`` has
    nothing to do.
    """
    if not isinstance(dataset, Dataset):
        raise WrongTypeError("dataset", dataset, "is not a Dataset", "load or read one")
    about = () if dataset.about.finished else (*_of_dataset(dataset), *_of_articles(dataset))
    return tuple(in_files(dataset, (*about, *open_paragraphs(dataset))))


def _of_dataset(dataset: Dataset) -> Iterator[Problem]:
    for field, empty in (("licence", NO_LICENCE), ("authors", UNKNOWN)):
        if getattr(dataset.about, field) == empty:
            yield Problem("dataset.json", f"$.{field}", "", f"is {empty!r}; write it down")


def _of_articles(dataset: Dataset) -> Iterator[Problem]:
    for index, source in enumerate(dataset.sources):
        for field, empty in (("outlet", UNKNOWN), ("language", UNDETERMINED)):
            if getattr(source, field) == empty:
                message = f"is {empty!r}; write it down"
                yield Problem("sources.json", f"$[{index}].{field}", source.id, message)
        if source.published.is_open:
            message = f"is {source.published}; write down when it was published, as far as known"
            yield Problem("sources.json", f"$[{index}].published", source.id, message)
