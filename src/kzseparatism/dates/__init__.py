"""Dates that say how much is known, the windows that queries ask about, and lengths of time."""

from kzseparatism._hypothesis import register as _register
from kzseparatism.dates.fuzzy import FuzzyDate
from kzseparatism.dates.term import Term
from kzseparatism.dates.window import Window

__all__ = ["FuzzyDate", "Term", "Window"]

_register()  # hypothesis may be there already, and the facade not asked
