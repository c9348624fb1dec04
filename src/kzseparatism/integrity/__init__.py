"""The rules between records: what ``check`` holds a dataset to."""

from kzseparatism.integrity.rules import check

__all__ = ["check"]
