"""JSON to records, and records to JSON."""

from kzseparatism.reading.directories import load, read

__all__ = ["load", "read"]
