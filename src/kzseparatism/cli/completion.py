"""Scripts by which a shell completes the command: they are made beforehand, and only printed."""

from __future__ import annotations

from argparse import Namespace
from importlib.resources import files

# The name of the script of each shell, as the shell looks for it.
SCRIPTS = {"bash": "kzseparatism.bash", "zsh": "_kzseparatism", "fish": "kzseparatism.fish"}


def completion(arguments: Namespace) -> int:
    """Print the script of a shell."""
    script = files("kzseparatism.cli") / "shells" / SCRIPTS[arguments.shell]
    print(script.read_text(encoding="utf-8"), end="")
    return 0
