"""How to cite the library and its data."""

from __future__ import annotations

from importlib.metadata import version
from typing import Literal

from kzseparatism.dataset import Dataset
from kzseparatism.errors import InvalidValueError
from kzseparatism.reading import load

__all__ = ["cite"]

_BIBTEX = """\
@misc{{kzseparatism,
  author = {{{author}}},
  title = {{{title}}},
  year = {{{year}}},
  version = {{{version}}},
  note = {{Data version {data_version}, coded {coded}}}
}}"""


def cite(style: Literal["text", "bibtex"] = "text", *, dataset: Dataset | None = None) -> str:
    """Return how to cite this library and its data, or another dataset, with both versions.

    >>> cite().partition(" (")[0]
    'The kzseparatism authors'
    """
    about = (load() if dataset is None else dataset).about
    facts = {
        "author": about.authors,
        "title": about.title,
        "year": about.coded[:4],
        "version": version("kzseparatism"),
        "data_version": about.version,
        "coded": about.coded,
    }
    if style == "text":
        return (
            "{author} ({year}). {title}. Version {version}, data version {data_version} "
            "(coded {coded}).".format_map(facts)
        )
    if style == "bibtex":
        return _BIBTEX.format_map(facts)
    raise InvalidValueError("style", style, 'is neither "text" nor "bibtex"')
