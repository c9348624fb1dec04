"""Scripts by which a shell completes the command, made of its parser by shtab."""

from __future__ import annotations

from argparse import Action, ArgumentParser
from collections.abc import Iterator

from kzseparatism.errors import InvalidValueError

SHELLS = ("bash", "zsh", "fish")


def script(command: ArgumentParser, shell: str) -> str:
    """Return the script of a shell for a command. Needs the extra ``[completion]``."""
    try:
        import shtab  # noqa: PLC0415 - an extra: imported only when asked for
    except ModuleNotFoundError:
        complaint = "needs the extra kzseparatism[completion]"
        remedy = "install it: python -m pip install shtab"
        raise InvalidValueError("shell", shell, complaint, remedy) from None
    for action in _actions(command):
        if action.metavar == "DIR":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined] # as shtab asks
    text: str = shtab.complete(command, shell)
    return text


def _actions(command: ArgumentParser) -> Iterator[Action]:
    for action in command._actions:  # noqa: SLF001 - argparse has no public way
        yield action
        for one in action.choices.values() if isinstance(action.choices, dict) else ():
            yield from _actions(one)
