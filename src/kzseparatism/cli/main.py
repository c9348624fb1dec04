"""The command: from words on a line to an exit code."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from kzseparatism.cli import pages, questions, upkeep
from kzseparatism.cli.parser import parser
from kzseparatism.cli.session import Session
from kzseparatism.errors import DataErrors, KzSeparatismError

_WITHOUT_SESSION: dict[str, Callable[[Namespace], int]] = {
    "check": upkeep.check,
    "format": upkeep.format_files,
}
_WITH_SESSION: dict[str, Callable[[Session, Namespace], int]] = {
    "cases": questions.cases,
    "statements": questions.statements,
    "events": questions.events,
    "actors": questions.actors,
    "show": pages.show,
    "timeline": pages.draw_timeline,
    "ledger": pages.ledger,
    "codebook": pages.codebook,
    "verify": upkeep.verify,
    "cite": pages.print_citation,
}
# An option that narrows another one down means nothing without it.
_COMPANIONS = (("on", "status"), ("relation", "region"), ("members", "by"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done, also when nothing was found; 1: check, verify or format found problems; 2: wrong
    usage, an unknown name, or data that can't be read. Errors go to stderr in one line.
    """
    command_line = parser()
    parsed = command_line.parse_args(arguments)
    # A terminal that lacks a letter shows its number, rather than nothing at all.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _run(command_line, parsed)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to print for.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DataErrors as errors:
        first, rest = errors.problems[0], len(errors.problems) - 1
        return _fail(f"{first}" + (f" (and {rest} more; see 'check')" if rest else ""))
    except KzSeparatismError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}")
    return code


def _run(command_line: ArgumentParser, parsed: Namespace) -> int:
    for option, needed in _COMPANIONS:
        if getattr(parsed, option, None) and getattr(parsed, needed, None) is None:
            command_line.error(f"--{option} goes with --{needed}")
    if parsed.command is None:
        return pages.welcome(Session(parsed))
    if parsed.command in _WITHOUT_SESSION:
        return _WITHOUT_SESSION[parsed.command](parsed)
    return _WITH_SESSION[parsed.command](Session(parsed), parsed)


def _fail(message: str) -> int:
    line = " ".join(message.split())
    print(f"kzseparatism: error: {line}", file=sys.stderr)
    return 2
