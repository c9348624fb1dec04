"""The dataset as a file for other programs: one module for each format, each made of relations."""

from kzseparatism.exporting.writing import export

__all__ = ["export"]
