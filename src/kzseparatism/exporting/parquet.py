"""Parquet files, one for each relation, in a zip: types, words and definitions stay."""

from __future__ import annotations

import io

from kzseparatism._optional import optional
from kzseparatism.exporting.archive import archive
from kzseparatism.exporting.material import Material
from kzseparatism.relations.relation import Relation


def content(material: Material) -> bytes:
    """Return a zip with a Parquet file for each relation, and the codebook."""
    optional("pyarrow", extra="export")
    relations = [*material.relations.values(), material.relations.codebook()]
    return archive({f"{one.name}.parquet": _parquet(one) for one in relations})


def _parquet(relation: Relation) -> bytes:
    parquet = optional("pyarrow.parquet", extra="export")
    buffer = io.BytesIO()
    parquet.write_table(relation.to_arrow(), buffer, compression="zstd")
    return buffer.getvalue()
