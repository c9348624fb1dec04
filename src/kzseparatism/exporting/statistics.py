"""Files for Stata and SPSS in a zip: words as numbers with labels, definitions as labels."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kzseparatism._optional import optional
from kzseparatism.exporting.archive import archive
from kzseparatism.exporting.material import Material
from kzseparatism.relations.relation import Column, Relation

_TRUTH = {0: "no", 1: "yes"}


def archive_of(
    material: Material,
    suffix: str,
    write: Callable[..., None],
    longest: int,
    stamp: Callable[[bytes], bytes],
) -> bytes:
    """Return a zip of files that a function of pyreadstat writes.

    ``longest`` is how long a label may be. ``stamp`` replaces the time of writing.
    """
    files = {}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        for relation in (*material.relations.values(), material.relations.codebook()):
            write(
                frame_of(relation),
                str(path),
                file_label=_cut(relation.definition, 60),
                column_labels={one.name: _cut(one.definition, longest) for one in relation.columns},
                variable_value_labels={
                    one.name: labels for one in relation.columns if (labels := labels_of(one))
                },
            )
            files[f"{relation.name}.{suffix}"] = stamp(path.read_bytes())
    return archive(files)


def labels_of(column: Column) -> dict[int, str]:
    """Return the numbers that stand for the words of a column, each with its word, from 1."""
    if column.type is bool:
        return _TRUTH
    return {number: word.value for number, word in enumerate(column.vocabulary or (), 1)}


def frame_of(relation: Relation) -> Any:
    """Return a pandas frame in which words are numbers and days are days."""
    pandas = optional("pandas", extra="statistics")
    return pandas.DataFrame(
        {
            one.name: pandas.Series(_values(one, relation.values(one.name)), dtype=_dtype(one))
            for one in relation.columns
        }
    )


def _dtype(column: Column) -> str:
    number = column.vocabulary is not None or column.type not in (str, date)
    return "float64" if number else "object"


def _values(column: Column, values: tuple[Any, ...]) -> list[Any]:
    if column.vocabulary is not None:
        numbers = {word: number for number, word in labels_of(column).items()}
        return [numbers.get(value) for value in values]
    # Neither program tells a text that is missing from an empty one.
    nothing = "" if column.type is str else None
    return [nothing if value is None else value for value in values]


def _cut(text: str, longest: int) -> str:
    whole = text.encode()
    return text if len(whole) <= longest else f"{whole[: longest - 3].decode(errors='ignore')}..."
