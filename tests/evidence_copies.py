"""Two made-up articles, a dataset that quotes them, and the forms in which people save copies."""

from __future__ import annotations

import hashlib
import html
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import attrs

import kzseparatism as kz
from kzseparatism.evidence.text import digest, opening, paragraphs

GAZETTE = (
    "A Made-Up Headline – in “Nowhere”\n\n"
    "The office of Nemo Nobody – an official of no effect – said: “We are filled with "
    "baffling doubts…” and left the well-known hall of Exampleville without a word of "
    "farewell.\n\n"
    "Reply\n\n"
    "“It’s the first and the last offer,” the café owner Jürgen Nichts added on the same "
    "afternoon, as he sat before his coffee in the re-opened north- and south-facing "
    "rooms of the house.\n\n"
    "What then?\n\n"
    "Nothing else happened in the made-up town on that day, as far as anybody in the "
    "whole of the imaginary region can tell; the 2 finest clocks went on -- as clocks do.\n"
)
HERALD = (
    "Nothing Followed\n\n"
    "The Invented Herald was told by a conflicted person who does not exist that "
    "nobody—not even Nemo—will come back to the square before the end of the summer.\n\n"
    "Reply\n\n"
    "“Nobody follows,” said the fifth of four officers, who are “all made up”, in front "
    "of the fictitious office building.\n"
)
QUOTES = {
    "gazette": ["We are filled with baffling doubts…", "It’s the first and the last offer,"],
    "herald": ["Nobody follows,"],
}
TEXTS = {"gazette": GAZETTE, "herald": HERALD}


def made_up() -> kz.Dataset:
    """Return a dataset of the two articles, with their quotes and no more."""
    shipped = kz.load()
    sources, ledger, statements, speakers = [], [], [], []
    for name, text in TEXTS.items():
        lines = paragraphs(text)
        hashed = hashlib.sha256(text.encode()).hexdigest()
        source = attrs.evolve(
            shipped.sources[0], id=name, paragraphs=len(lines), sha256=hashed, file_name=f"{name}.x"
        )
        sources.append(source)
        cited = [kz.Citation(source=source, paragraph=n) for n in range(1, len(lines) + 1)]
        ledger += [
            kz.LedgerRow(paragraph=one, opening=opening(line), digest=digest(line))
            for one, line in zip(cited, lines, strict=True)
        ]
        for number, quote in enumerate(QUOTES[name]):
            at = next(one for one, line in zip(cited, lines, strict=True) if quote in line)
            speaker = kz.Actor(id=f"{name}-{number}", name="Nemo", kind="person", citations=[at])
            speakers.append(speaker)
            statements.append(
                kz.Statement(
                    id=f"said-{name}-{number}",
                    speakers=[speaker],
                    summary="Something is said.",
                    quotes=[quote],
                    attribution="direct",
                    citations=[at],
                )
            )
    return kz.Dataset(
        about=shipped.about,
        sources=kz.Table(sources),
        actors=kz.Table(speakers),
        statements=kz.Table(statements),
        ledger=kz.Table(ledger),
    )


def wrapped(text: str, *, before: str = "", between: str = "\n\n", width: int = 50) -> str:
    """Return a text with its lines wrapped."""
    parts = (textwrap.wrap(line, width) for line in paragraphs(text))
    return between.join("\n".join(before + line for line in lines) for lines in parts)


def hyphenated(text: str, *, width: int = 37, hyphen: str = "-", between: str = "\n\n") -> str:
    """Return a text with words cut at the ends of its lines."""
    parts = []
    for line in paragraphs(text):
        rest, lines = line, []
        while len(rest) > width:
            cut = width
            while not rest[cut - 2 : cut + 2].isalpha():
                cut -= 1
            lines.append(rest[:cut] + hyphen)
            rest = rest[cut:]
        parts.append("\n".join([*lines, rest]))
    return between.join(parts)


def ligatures(text: str) -> str:
    """Return a text with the ligatures of a typesetter."""
    for letters, sign in {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}.items():
        text = text.replace(letters, sign)
    return text


def page(text: str, head: str = "", tag: str = "p") -> str:
    """Return a text as a plain web page."""
    body = "\n".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in paragraphs(text))
    return f"<!DOCTYPE html><html><head>{head}<title>x</title></head><body>{body}</body></html>"


def markup(text: str) -> str:
    """Return a text as an untidy web page."""
    lines = [html.escape(line) for line in paragraphs(text)]
    return (
        "<?xml version='1.0'?><!-- saved --><html><script>var p = '<p>';</script><body><nav>Menu"
        "</nav><div class=a>"
        + "\n".join(
            "<div>" + "\n   ".join(textwrap.wrap(line.replace("Ne", "<b>N</b><i>e</i>"), 60))
            for line in lines
        )
        + "</div><ul><li>Imprint<li>Contact</ul>"
    )


Form = Callable[[str], str | bytes]
ENCODINGS: dict[str, tuple[Form, str]] = {
    "utf-16, little end first": (lambda t: b"\xff\xfe" + t.encode("utf-16-le"), "read in UTF-16"),
    "utf-16, big end first": (lambda t: b"\xfe\xff" + t.encode("utf-16-be"), "read in UTF-16"),
    "utf-32, little end first": (lambda t: b"\xff\xfe\0\0" + t.encode("utf-32-le"), "UTF-32"),
    "utf-32, big end first": (lambda t: b"\0\0\xfe\xff" + t.encode("utf-32-be"), "UTF-32"),
    "utf-16 without a mark": (lambda t: t.encode("utf-16-le"), "UTF-16 without a mark"),
    "utf-16 of the other end": (lambda t: t.encode("utf-16-be"), "UTF-16 without a mark"),
    "utf-32 without a mark": (lambda t: t.encode("utf-32-le"), "UTF-32 without a mark"),
    "utf-8 with a mark": (lambda t: b"\xef\xbb\xbf" + t.encode(), "all"),
    "cp1252": (lambda t: t.encode("cp1252"), "read in Windows-1252"),
    "mac": (lambda t: t.encode("mac_roman"), "read in Mac OS Roman"),
    "cp850 and typed signs": (
        lambda t: t.translate(str.maketrans("–—“”’", '--""\'')).replace("…", "...").encode("cp850"),
        "read in CP850",
    ),
    "taken for cp1252": (
        lambda t: "".join(
            chr(b) if b in b"\x81\x8d\x8f\x90\x9d" else bytes([b]).decode("cp1252")
            for b in t.encode()
        ).encode(),
        "UTF-8 that was taken for Windows-1252",
    ),
    "a stray zero": (lambda t: t.replace("of", "\0of", 1).encode(), "show nothing"),
}
PAGES: dict[str, tuple[Form, str]] = {
    "paragraphs": (page, "read as HTML"),
    "divisions": (lambda t: page(t, tag="div"), "read as HTML"),
    "list": (lambda t: page(t, tag="li"), "read as HTML"),
    "table": (lambda t: page(t, tag="td").replace("<td>", "<tr><td>1<td>"), "read as HTML"),
    "markup": (markup, "read as HTML"),
    "breaks": (lambda t: f"<p>{'<br><br/>'.join(map(html.escape, paragraphs(t)))}", "as HTML"),
    "declared": (
        lambda t: page(t, "<meta charset='iso-8859-1'>").encode("cp1252"),
        "read as HTML in iso-8859-1",
    ),
    "utf-16": (lambda t: page(t).encode("utf-16"), "read as HTML in UTF-16"),
    "entities": (
        lambda t: page(t).encode("ascii", "xmlcharrefreplace").decode().replace(" -", "&nbsp;-"),
        "read as HTML",
    ),
    "quotation": (lambda t: page(t).replace("“", "<q>").replace("”", "</q>"), "read as HTML"),
}
LINES: dict[str, tuple[Form, str]] = {
    "wrapped": (wrapped, "all"),
    "wrapped without blank lines": (lambda t: wrapped(t, between="\n"), "inside longer or"),
    "one line": (lambda t: " ".join(paragraphs(t)), "inside longer or wrapped text"),
    "one line without spaces": (lambda t: "".join(paragraphs(t)), "inside longer or"),
    "two by two": (lambda t: re.sub(r"\n\n(.+)\n\n", r" \1\n\n", t), "inside longer or"),
    "hyphens": (hyphenated, "levelled: hyphens at line ends"),
    "hyphens in narrow lines": (lambda t: hyphenated(t, width=24, between="\n"), "hyphens at"),
    "hyphens in every word": (lambda t: hyphenated(t, width=12), "hyphens at line ends"),
    "soft hyphens": (lambda t: hyphenated(t, hyphen="\u00ad"), "hyphens at line ends"),
    "hyphens of a PDF": (lambda t: hyphenated(t, hyphen="\x02"), "hyphens at line ends"),
    "hyphens and blank lines": (lambda t: hyphenated(t, hyphen="-\n"), "hyphens at line ends"),
    "hyphens on lines of their own": (
        lambda t: t.replace("l-k", "l\n-\nk").replace("re-o", "re\n-\no"),
        "hyphens at line ends",
    ),
    "carriage returns": (lambda t: t.replace("\n", "\r\n"), "all"),
}
SIGNS: dict[str, tuple[Form, str]] = {
    "ligatures": (ligatures, "levelled: ligatures"),
    "long s": (lambda t: t.replace("st", "ﬆ"), "levelled: ligatures"),
    "bullets": (lambda t: "\n".join(f"• {p}" for p in paragraphs(t)), "marks before lines"),
    "stars": (lambda t: "\n".join(f"  * {p}" for p in paragraphs(t)), "marks before lines"),
    "numbers": (
        lambda t: "\n".join(f"{n}. {p}" for n, p in enumerate(paragraphs(t), 1)),
        "marks before lines",
    ),
    "mail": (lambda t: "\n".join(f"> {line}" for line in t.splitlines()), "marks before lines"),
    "wrapped mail": (lambda t: wrapped(t, before=">> ", between="\n>>\n"), "marks before lines"),
    "word joiners": (lambda t: t.replace(" ", " \u2060").replace("e", "e\u200d"), "show nothing"),
    "direction marks": (
        lambda t: "\n".join(f"\u202a{p}\u202c\u200e" for p in paragraphs(t)),
        "characters that show nothing",
    ),
    "isolates": (lambda t: t.replace("Nemo", "\u2068Nemo\u2069"), "characters that show nothing"),
    "two hyphens": (lambda t: re.sub("[–—]", "--", t), "levelled: dashes"),
    "three hyphens": (lambda t: re.sub("–|—|--", "---", t), "levelled: dashes"),
    "one dash for two hyphens": (lambda t: t.replace("--", "—"), "levelled: dashes"),
    "dashes without spaces": (lambda t: t.replace(" – ", "--"), "levelled: dashes"),
    "dashes with spaces": (
        lambda t: t.replace("—", " — ").replace(" – ", " -- "),
        "levelled: dashes",
    ),
    "spaced points": (lambda t: t.replace("…", ". . ."), "levelled: ellipses"),
    "two apostrophes": (lambda t: re.sub("[“”]", "''", t), "levelled: quotation marks"),
    "as TeX has it": (
        lambda t: t.replace("“", "``").replace("”", "''").replace("–", "--").replace("—", "---"),
        "quotation marks, dashes",
    ),
    "commas": (lambda t: t.replace("“", ",,").replace("”", "''"), "levelled: quotation marks"),
    "primes": (lambda t: t.replace("“", "″").replace("’", "′"), "levelled: quotation marks"),
    "entities": (
        lambda t: html.escape(t).replace("“", "&ldquo;").replace("–", "&#8211;"),
        "levelled: HTML entities",
    ),
    "everything": (
        lambda t: "> " + ligatures(hyphenated(t)).replace("\n", "\n> ").replace("”", "''"),
        "ligatures, marks before lines, quotation marks, dashes, hyphens at line ends",
    ),
}
FORMS = ENCODINGS | PAGES | LINES | SIGNS


def verify(folder: Path, dataset: kz.Dataset, form: Form, **texts: str) -> kz.Verification:
    """Return what is found in a folder into which the articles were written in a form."""
    for name, text in {**TEXTS, **texts}.items():
        copy = form(text)
        (folder / name).write_bytes(copy if isinstance(copy, bytes) else copy.encode())
    return kz.verify(folder, dataset)
