"""Dates that say how much is known, and the windows that queries ask about."""

from kzseparatism.dates.fuzzy import FuzzyDate
from kzseparatism.dates.window import Window

__all__ = ["FuzzyDate", "Window"]
