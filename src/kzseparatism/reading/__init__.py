"""JSON to records, and records to JSON."""

from kzseparatism.reading.shipped import load, read
from kzseparatism.reading.writing import canonical_files, write

__all__ = ["canonical_files", "load", "read", "write"]
