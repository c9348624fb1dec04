"""The rules that hold between records, and the one function that applies them all."""

from kzseparatism.integrity.problem import Problem
from kzseparatism.integrity.rules import RULES, check

__all__ = ["RULES", "Problem", "check"]
