"""The door by which records and tables reach the rooms above them: the views and the frames.

A notebook asks an object itself for its view, and people ask a table for its data frame. So that
the lower rooms need not import the higher one, they ask here, by name and at the time of the
question.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def ask(module: str, function: str, subject: object, room: str = "views") -> Any:
    """Return what a function of a higher room, ``views`` by default, says about an object."""
    return getattr(import_module(f"kzseparatism.{room}.{module}"), function)(subject)
