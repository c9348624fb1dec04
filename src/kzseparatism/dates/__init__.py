"""Dates that say how much is known, and the windows that queries ask about."""

from kzseparatism._hypothesis import register as _register
from kzseparatism.dates.fuzzy import FuzzyDate
from kzseparatism.dates.window import Window

__all__ = ["FuzzyDate", "Window"]

_register()  # hypothesis may be there already, and the facade not asked
