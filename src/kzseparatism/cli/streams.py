"""The streams that the command writes to: their encoding, and what happens if one of them fails."""

from __future__ import annotations

import codecs
import errno
import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress

from kzseparatism.names.spelling import fold

# Signs in ASCII. No double quotation mark is among them: in JSON and CSV it would end a text.
_SIGNS = {
    **dict.fromkeys("‘’‚‛“”„‟«»‹›ʼʹʺ′″ьъЬЪ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    "…": "...",
    "•": "*",
    "→": "->",
    "×": "x",
}
# What the letters that Kazakh adds to Cyrillic are where there are Russian letters only.
_IN_RUSSIAN = dict(zip("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ", strict=True))

_Handler = Callable[[UnicodeError], tuple[str | bytes, int]]


def prepare() -> None:
    """Let both streams replace the letters that they lack. An ``OSError`` if there is no output."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.closed:
            stream.reconfigure(errors=replacing(stream.encoding))
    if sys.stdout is None or getattr(sys.stdout, "closed", False):
        raise OSError(errno.EBADF, "is closed", "standard output")


def prepare_for_data(form: str) -> None:
    """Make what a program will read UTF-8, unless it goes to a terminal.

    On a terminal JSON keeps every letter by its number, and the other forms replace it.
    """
    stream = sys.stdout
    if not isinstance(stream, io.TextIOWrapper):
        return
    if not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors=replacing("utf-8"))
    elif "json" in form:
        stream.reconfigure(errors=_registered("kzseparatism-numbers", _number_of))


def shown(text: str) -> str:
    """Return a text with the letters that standard output lacks replaced, so it can be measured."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, replacing(encoding)).decode(encoding)
    return text


def replacing(encoding: str) -> str:
    """Return the name of the error handler that replaces what an encoding lacks.

    An error says "charmap" for the encoding of most terminals, so that each needs its own handler.
    """

    def replace(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        letters = error.object[error.start : error.end]
        return "".join(_replacement(letter, encoding) for letter in letters), error.end

    return _registered(f"kzseparatism-{encoding}", replace)


def _registered(name: str, handler: _Handler) -> str:
    codecs.register_error(name, handler)
    return name


def _replacement(letter: str, encoding: str) -> str:
    for candidate in _candidates(letter):
        with suppress(UnicodeError):
            candidate.encode(encoding)
            return candidate
    return "?"  # half of a surrogate pair, too, which no encoding has


def _candidates(letter: str) -> Iterator[str]:
    """Yield what may stand for a letter, the most like it first."""
    if letter in _SIGNS:
        yield _SIGNS[letter]
    if letter in _IN_RUSSIAN:
        yield _IN_RUSSIAN[letter]
    if unicodedata.category(letter).startswith("M"):
        yield ""  # an accent of the letter before it
    without_marks = unicodedata.normalize("NFD", letter)[0]
    if not without_marks.isascii():
        yield without_marks  # a letter of the same alphabet
    latin = fold(letter)
    if latin.isalnum() and latin.isascii():
        yield latin.capitalize() if letter.isupper() else latin


def _number_of(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def complain(message: str) -> None:
    """Print an error on standard error in one line, if anybody can see it."""
    line = "".join(
        letter if letter.isprintable() else ascii(letter)[1:-1]
        for letter in " ".join(message.split())
    )
    _print_error(f"kzseparatism: error: {line}")


def print_usage(usage: str) -> None:
    """Print the usage of a subcommand on standard error, if anybody can see it."""
    _print_error(usage.rstrip())


def _print_error(text: str) -> None:
    if sys.stderr is not None:  # print() would take standard output instead
        try:
            print(text, file=sys.stderr, flush=True)
        except (OSError, ValueError):
            abandon(sys.stderr)


def settle() -> None:
    """Write what is left of an output that failed half-way; if that fails too, let it go."""
    try:
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        abandon(sys.stdout)


def abandon(stream: object) -> None:
    """Let what is left to write go nowhere, so that Python is silent about it when it ends."""
    with suppress(AttributeError, OSError, ValueError):  # no stream, no file, or a closed one
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]
