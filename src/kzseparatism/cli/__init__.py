"""The command."""

from kzseparatism.cli.main import main

__all__ = ["main"]
