"""Wrong usage: which subcommand it is about, and what was probably meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn

from kzseparatism.errors import did_you_mean, shortened
from kzseparatism.names.spelling import nearest


class UsageError(Exception):
    """A line that the command does not take: its message, and the usage that it should have."""

    def __init__(self, usage: str, message: str) -> None:
        super().__init__(usage, message)
        self.usage = usage

    def __str__(self) -> str:
        message: str = self.args[1]
        return message


class Parser(argparse.ArgumentParser):
    """A parser that raises ``UsageError``, with what was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Raise a ``UsageError`` with the usage of this subcommand."""
        raise UsageError(self.format_usage(), message)

    def refuse(self, left: Sequence[str]) -> NoReturn:
        """Raise a ``UsageError`` about arguments that this subcommand does not have."""
        unknown = next((one for one in left if one.startswith("-")), None)
        if unknown is None:
            self.error(f"unexpected argument: {shortened(left[0])}")
        name = unknown.partition("=")[0]
        known = {
            option.lstrip("-"): option
            for action in self._actions
            for option in action.option_strings
        }
        meant = [known[near] for near in nearest(name.lstrip("-"), known)]
        self.error(f"unknown option: {shortened(name)}{did_you_mean(meant)}")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or the version; argparse would be silent if that failed."""
        print(message, end="", file=file)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Refuse what is not among the choices; argparse asks this of commands and options."""
        if action.choices is not None and value not in action.choices:
            known = list(map(str, action.choices))
            meant = did_you_mean(nearest(str(value), known))
            rest = meant or f" (choose from {', '.join(known)})"
            raise argparse.ArgumentError(action, f"invalid choice: {shortened(value)}{rest}")


# The subcommand and option of a question of the library.
_COMMANDS = {
    "cases_by_region": "cases --region",
    "cases_by_place": "cases --place",
    "cases_by_jurisdiction": "cases --jurisdiction",
    "cases_involving": "cases --involving",
    "statements_by": "statements --by",
    "statements_about": "statements --about",
    "events_about": "events --about",
    "members_of": "actors --member-of",
    "actors_by_country": "actors --country",
}
_CODE = re.compile(
    r"""(?<!\()kz\. (?:
        cited_by\('(?P<document>[^']+)'\)\.only\(kz\.(?P<kind>\w+)\)
        | (?P<question>\w+) \('(?P<about>[^']+)'\)
        | statements\.where\(outlet='(?P<outlet>[^']+)'\)
        | \w+\['(?P<record>[^']+)'\] (?:\.\w+)?
    )""",
    re.VERBOSE,
)


def as_command(message: str) -> str:
    """Return a message in which a question of the library is written as a command.

    >>> as_command("write kz.cases_by_place('uralsk')")
    'write kzseparatism cases --place uralsk'
    """
    return _CODE.sub(_command, message)


def _command(found: re.Match[str]) -> str:
    if found["outlet"]:
        return f"kzseparatism statements --outlet {found['outlet']}"
    if found["document"]:
        return f"kzseparatism {found['kind'].lower()}s --source {found['document']}"
    if found["question"] in _COMMANDS:
        return f"kzseparatism {_COMMANDS[found['question']]} {found['about']}"
    # Look-up, and a record itself.
    return f"kzseparatism show {found['about'] or found['record']}"
