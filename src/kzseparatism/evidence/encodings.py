"""From bytes to text, in whatever encoding somebody's program has saved it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import attrs

# The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "UTF-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "UTF-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "UTF-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "UTF-16", "utf-16-be"),
)
_WITHOUT_MARK = (
    ("UTF-32", "utf-32-le"),
    ("UTF-32", "utf-32-be"),
    ("UTF-16", "utf-16-le"),
    ("UTF-16", "utf-16-be"),
)
# Those that can be told apart only by what they make of the text, the likeliest first.
_ONE_BYTE = (
    ("Windows-1252", "cp1252"),
    ("Windows-1251", "cp1251"),
    ("Mac OS Roman", "mac_roman"),
    ("KOI8-R", "koi8_r"),
    ("CP866", "cp866"),
    ("CP850", "cp850"),
)
# Every guess has to be looked through; what is longer is left to somebody who knows.
_LONGEST_GUESS = 500_000
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_OR_UNKNOWN = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd-\uffff\ue000-\uf8ff]")
_FAMILIAR = re.compile("[\t\n\r -ÿЀ-ӿ\u2000-\u206f]")
_TWICE = re.compile("â€|[ÃÂÐÑ][\x80-\xbf\u0152-\u2122]")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)


@attrs.frozen(kw_only=True, order=False)
class Decoded:
    """A text and the encoding it was in, in the words of the report.

    ``sure`` is whether that is certain without knowing what the text should say.
    """

    text: str
    encoding: str
    sure: bool = True


def decoded(content: bytes) -> Iterator[Decoded]:
    """Yield the texts that some bytes may be, the likeliest first; no text is a ``ValueError``.

    There is one where the encoding is certain: there is a mark of it, or it is UTF-8, or UTF-16
    or UTF-32 with the zeros that these have. Otherwise there is one for each encoding that the
    bytes allow; the right one is that in which paragraphs are recognised.
    """
    marked = next((row for row in _MARKS if content.startswith(row[0])), None)
    if marked is not None:
        yield _with_mark(content, *marked)
    elif content[:10_000].count(0) > len(content[:10_000]) // 50:
        yield _without_mark(content)
    else:
        yield from _without_zeros(content)


def _with_mark(content: bytes, mark: bytes, name: str, codec: str) -> Decoded:
    try:
        return Decoded(text=content[len(mark) :].decode(codec), encoding=name)
    except UnicodeDecodeError as error:
        message = f"has the mark of {name} but is not {name} (byte {len(mark) + error.start})"
        raise ValueError(message) from None


def _without_zeros(content: bytes) -> Iterator[Decoded]:
    sample = content[:10_000]
    if len(_CONTROL.findall(sample)) > len(sample) // 10:
        message = "is not text"
        raise ValueError(message)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        yield from _guesses(content)
        return
    yield Decoded(text=text, encoding="UTF-8")
    if _TWICE.search(text):
        twice = "UTF-8 that was taken for Windows-1252"
        yield Decoded(text=_twice_decoded(text), encoding=twice, sure=False)


def _guesses(content: bytes) -> Iterator[Decoded]:
    if _CONTROL.search(content):
        message = "is not text"
        raise ValueError(message)
    if len(content) > _LONGEST_GUESS:
        message = f"is not UTF-8; it looks like {looks_like(content)}: save it as UTF-8"
        raise ValueError(message)
    declared = _CHARSET.search(content[:5_000])
    label = declared[1].decode("ascii") if declared else ""
    codec = _codec(label) if label else None
    if codec is not None:
        yield _guess(content, label, codec)
    for name, one in (*_ONE_BYTE, ("UTF-8 with faults", "utf-8")):
        yield _guess(content, name, one)


def _guess(content: bytes, name: str, codec: str) -> Decoded:
    return Decoded(text=content.decode(codec, "replace"), encoding=name, sure=False)


def _without_mark(content: bytes) -> Decoded:
    """Return UTF-16 or UTF-32 text that has no mark, if it is plainly that and nothing else."""
    for name, codec in _WITHOUT_MARK:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        sample = text[:10_000]
        if not _CONTROL_OR_UNKNOWN.search(text) and len(_FAMILIAR.findall(sample)) > 0.9 * len(
            sample
        ):
            return Decoded(text=text, encoding=f"{name} without a mark")
    message = "is not text"
    raise ValueError(message)


def _codec(label: str) -> str | None:
    # As browsers do: pages that say ISO 8859-1 or ASCII are in Windows-1252.
    try:
        codec = codecs.lookup(label).name
        b" ".decode(codec)
    except (LookupError, UnicodeError):
        return None
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _twice_decoded(text: str) -> str:
    return "".join(_once_decoded(line) for line in text.splitlines(keepends=True))


def _once_decoded(line: str) -> str:
    try:
        taken = b"".join(
            bytes([ord(sign)]) if sign in "\x81\x8d\x8f\x90\x9d" else sign.encode("cp1252")
            for sign in line
        )
        return taken.decode("utf-8")
    except UnicodeError:
        return line


def looks_like(content: bytes) -> str:
    """Return the likeliest name of a one-byte encoding, from how its letters are spread."""
    sample = content[:100_000]
    high = [byte for byte in sample if byte >= 0x80]
    letters = sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    if 3 * len(high) < letters:
        return "Windows-1252"

    def small(codec: str) -> int:
        text = bytes(high).decode(codec, "replace")
        return sum("а" <= sign <= "я" for sign in text)

    return max(_ONE_BYTE[1:], key=lambda pair: small(pair[1]))[0]
