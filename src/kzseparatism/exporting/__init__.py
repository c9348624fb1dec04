"""The dataset as a file for other programs: one module for each format, each made of relations."""

from kzseparatism.exporting.reading_back import read_export
from kzseparatism.exporting.writing import export

__all__ = ["export", "read_export"]
