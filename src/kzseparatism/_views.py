"""The door by which records and tables reach the views, which stand above them.

A notebook asks an object itself for its view. So that the lower rooms need not import the higher
one, they ask here, by name and at the time of the question.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def ask(module: str, function: str, subject: object) -> Any:
    """Return what a function of ``kzseparatism.views`` says about a record or a table."""
    return getattr(import_module(f"kzseparatism.views.{module}"), function)(subject)
