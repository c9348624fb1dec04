"""The command: from words on a line to an exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from kzseparatism.cli import pages, questions, streams, upkeep, workshop
from kzseparatism.cli.completion import script
from kzseparatism.cli.parser import parse, parser
from kzseparatism.cli.session import Session
from kzseparatism.cli.usage import UsageError, as_command
from kzseparatism.errors import DataErrors, KzSeparatismError


def _print_completion(arguments: Namespace) -> int:
    print(script(parser(), arguments.shell), end="")
    return 0


_WITHOUT_SESSION: dict[str, Callable[[Namespace], int]] = {
    "check": upkeep.check,
    "export": upkeep.export_file,
    "completion": _print_completion,
    "format": upkeep.format_files,
    "new": workshop.new,
    "add": workshop.add,
    "reread": workshop.reread,
    "workbook": workshop.workbook,
    "compare": workshop.compare,
}
# A table that is not named here is listed as it is.
_WITH_SESSION: dict[str, Callable[[Session, Namespace], int]] = {
    "cases": questions.cases,
    "statements": questions.statements,
    "events": questions.events,
    "actors": questions.actors,
    "search": questions.found,
    "counts": questions.counted,
    "show": pages.show,
    "explorer": pages.explore,
    "timeline": pages.draw_timeline,
    "ledger": pages.ledger,
    "codebook": pages.codebook,
    "verify": upkeep.verify,
    "cite": pages.print_citation,
}
_FOR_PROGRAMS = ("json", "csv", "bibtex", "csl-json", "ris")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0: done, also when nothing was found; 1: check, verify or format found problems; 2: wrong
    usage, an unknown name, data that can't be read, or output that can't be written. Errors go to
    stderr in one line. A reader that stops reading our output early is not an error.
    """
    try:
        streams.prepare()
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.abandon(sys.stdout)
        return 0
    except UsageError as error:
        streams.print_usage(error.usage)
        message = str(error)
    except DataErrors as errors:
        first, rest = errors.problems[0], len(errors.problems) - 1
        message = f"{first}" + (f" (and {rest} more; see 'check')" if rest else "")
    except KzSeparatismError as error:
        message = as_command(str(error))
    except OSError as error:
        # Only a stream has no name.
        message = f"{error.filename or 'standard output'}: {error.strerror or error}"
    except KeyboardInterrupt:
        streams.settle()
        return 130
    else:
        return code
    streams.settle()
    streams.complain(message)
    return 2


def _run(arguments: Sequence[str] | None) -> int:
    try:
        parsed = parse(arguments)
    except SystemExit:  # after --help and --version, which print and stop
        return 0
    form = getattr(parsed, "style", getattr(parsed, "format", "table"))
    if form in _FOR_PROGRAMS:
        streams.prepare_for_data(form)
    if parsed.command is None:
        return pages.welcome(Session(parsed))
    if parsed.command in _WITHOUT_SESSION:
        return _WITHOUT_SESSION[parsed.command](parsed)
    return _WITH_SESSION.get(parsed.command, questions.table)(Session(parsed), parsed)
