"""A tiny, complete and valid dataset in the layout of the shipped one; everything is made up.

``content()`` gives what each file says, as plain values to change; ``write`` puts them into a
directory, in the canonical form; ``build`` does both and reads the result.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import kzseparatism as kz

GAZETTE = "made-up-gazette"
HERALD = "invented-herald"
# The one private person, who does not exist; the names stand in their own file and in a quotation.
PRIVATE_ID = "accused-1"
PRIVATE_NAME = "Quidam Ignotus"
PRIVATE_ALIAS = "Kvidam Ignotus"

Content = dict[str, Any]


def content() -> Content:
    """Return what each file of the miniature says, by the name of the file without ``.json``."""
    return {
        "dataset": {
            "title": "A miniature in which nothing is true",
            "version": "0.0.1",
            "coded": "2024-02-02",
            "licence": "CC-BY-4.0",
            "authors": "Nobody",
        },
        "private_names": {PRIVATE_ID: {"name": PRIVATE_NAME, "aliases": [PRIVATE_ALIAS]}},
        "sources": _sources(),
        "regions": _regions(),
        "places": _places(),
        "actors": _actors(),
        "provisions": _provisions(),
        "cases": _cases(),
        "statements": _statements(),
        "events": _events(),
        "discrepancies": _discrepancies(),
        "ledger": _ledger(),
    }


def write(directory: Path, files: Content | None = None) -> Path:
    """Write the files, the miniature's own where none are given, and return the directory."""
    for name, value in (content() if files is None else files).items():
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        (directory / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
    return directory


def build(directory: Path, files: Content | None = None) -> kz.Dataset:
    """Write the files into the directory and return the dataset that is read from there."""
    return kz.read(write(directory, files))


def row(files: Content, record_id: str) -> dict[str, Any]:
    """Return the row with this id, to be changed, from whichever table has it."""
    return next(
        found
        for table in files.values()
        if isinstance(table, list)
        for found in table
        if record_id in (found.get("id"), found.get("paragraph"))
    )


def _sources() -> list[dict[str, Any]]:
    return [
        {
            "id": GAZETTE,
            "title": "Nothing Happened",
            "outlet": "The Made-up Gazette",
            "author": "A. Writer",
            "published": "2023-12-31",
            "dateline": "Exampleville",
            "language": "en",
            "url": "https://gazette.example/nothing-happened",
            "file_name": "nothing-happened.txt",
            "sha256": "0123456789abcdef" * 4,
            "paragraphs": 12,
            "note": "All of it is printed.",
        },
        {
            "id": HERALD,
            "title": "Nothing Followed",
            "outlet": "The Invented Herald",
            "published": "[2024-01-01..2024-02-02]",
            "language": "en",
            "file_name": "nothing-followed.txt",
            "sha256": "f" * 64,
            "paragraphs": 3,
        },
    ]


def _regions() -> list[dict[str, Any]]:
    return [
        {
            "id": "KZ-X1",
            "kind": "region",
            "names": [
                {"text": "Upper Nowhere region", "language": "en"},
                {"text": "Верхняя Нигдея", "language": "ru"},
                {"text": "Nadir", "language": "en", "former": True},
            ],
            "former_codes": ["KZ-NOW"],
            "valid_from": "1997-05-03",
        },
        {"id": "KZ-X2", "kind": "city", "names": [{"text": "Nullburg", "language": "en"}]},
        {
            "id": "old-nowhere",
            "kind": "region",
            "names": [{"text": "Old Nowhere region", "language": "en"}],
            "valid_to": "1997-05-03",
            "successors": ["KZ-X1", "KZ-X2"],
            "note": "Abolished by a decree that nobody signed.",
        },
    ]


def _places() -> list[dict[str, Any]]:
    return [
        {
            "id": "exampleville",
            "name": "Exampleville",
            "aliases": ["Examplegrad"],
            "country": "KZ",
            "regions": ["KZ-X1", "old-nowhere"],
            "citations": [f"{GAZETTE}#3"],
        },
        {"id": "farland", "name": "Farland", "country": "ZZ", "citations": [f"{HERALD}#2"]},
    ]


def _actors() -> list[dict[str, Any]]:
    return [
        {
            "id": "nemo-nobody",
            "name": "Nemo Nobody",
            "aliases": ["Captain Nobody"],
            "kind": "person",
            "country": "ZZ",
            "roles": [
                {
                    "title": "chair",
                    # It stands further down: the order of the rows is free.
                    "organisation": "nowhere-society",
                    "place": "farland",
                    "date": "2023-05",
                    "date_text": "in May",
                    "date_basis": "printed",
                    "citations": [f"{GAZETTE}#4"],
                },
                {"title": "captain", "former": True, "citations": [f"{GAZETTE}#5"]},
            ],
            "citations": [f"{GAZETTE}#4"],
        },
        {
            "id": "nowhere-society",
            "name": "Nowhere Society",
            "kind": "organisation",
            "citations": [f"{GAZETTE}#4"],
        },
        {
            "id": PRIVATE_ID,
            "kind": "person",
            "private": True,
            "citations": [f"{GAZETTE}#6"],
        },
        {
            "id": "some-locals",
            "name": "some locals",
            "kind": "group",
            "named": False,
            "citations": [f"{GAZETTE}#6"],
        },
        {
            "id": "gazette",
            "name": "The Made-up Gazette",
            "kind": "media_outlet",
            "citations": [f"{GAZETTE}#2"],
        },
        {
            "id": "exampleville-court",
            "name": "Exampleville Court",
            "kind": "public_body",
            "country": "KZ",
            "citations": [f"{GAZETTE}#8"],
        },
    ]


def _provisions() -> list[dict[str, Any]]:
    return [
        {
            "id": "made-up-article",
            "title": "Made-up article",
            "jurisdiction": "KZ",
            "offence": "public calls for nothing",
            "maximum": "P7Y",
            "date": "2014-04",
            "date_text": "since April 2014",
            "date_basis": "printed",
            "citations": [f"{GAZETTE}#9"],
        }
    ]


def _cases() -> list[dict[str, Any]]:
    return [
        {
            "id": "made-up-case",
            "title": "The made-up case",
            "kind": "prosecution",
            "jurisdiction": "KZ",
            "summary": "Two people were tried for calling for nothing.",
            "defendants": [PRIVATE_ID, "some-locals"],
            "others": ["nemo-nobody"],
            "people": 2,
            "sites": [
                {"place": "exampleville", "relation": "conduct", "citations": [f"{GAZETTE}#6"]},
                {"place": "exampleville", "relation": "court", "citations": [f"{GAZETTE}#8"]},
            ],
            "stages": [
                {
                    "kind": "conduct",
                    "date": "2022-24",
                    "date_text": "last winter",
                    "date_basis": "derived",
                    "citations": [f"{GAZETTE}#6"],
                },
                {
                    "kind": "arrest",
                    "date": "2023-03-01?",
                    "date_text": "on 1 March",
                    "date_basis": "printed",
                    "defendants": [PRIVATE_ID],
                    "people": 1,
                    "citations": [f"{GAZETTE}#7"],
                },
                {
                    "kind": "flight",
                    "date": "2023-04?",
                    "date_text": "a month later",
                    "date_basis": "inferred",
                    "defendants": ["nemo-nobody"],
                    "citations": [f"{GAZETTE}#7"],
                },
                {
                    "kind": "conviction",
                    "date": "2023-06-02",
                    "date_text": "on 2 June",
                    "date_basis": "printed",
                    "citations": [f"{GAZETTE}#8"],
                },
                {"kind": "sentence", "citations": [f"{GAZETTE}#8"]},
            ],
            "charges": [
                {
                    "offence": "calls for nothing",
                    "provision": "made-up-article",
                    "defendants": [PRIVATE_ID],
                    "citations": [f"{GAZETTE}#9"],
                }
            ],
            "sentences": [
                {
                    "convicts": [PRIVATE_ID],
                    "people": 1,
                    "term": "P5Y",
                    "facility": "a general-regime colony",
                    "served": "P1Y6M",
                    "citations": [f"{GAZETTE}#8"],
                },
                {
                    "convicts": ["some-locals"],
                    "term": "P1Y6M15D",
                    "suspended": True,
                    "suspended_for": "P1Y",
                    "citations": [f"{GAZETTE}#8"],
                },
            ],
            "citations": [f"{GAZETTE}#6"],
            "note": "Nobody was harmed.",
        },
        {
            "id": "made-up-count",
            "title": "A number of made-up cases",
            "kind": "aggregate",
            "jurisdiction": "KZ",
            "summary": "Several cases are told of in number only.",
            "people": 12,
            "citations": [f"{HERALD}#3"],
        },
    ]


def _statements() -> list[dict[str, Any]]:
    return [
        {
            "id": "nobody-replies",
            "speakers": ["nemo-nobody"],
            "on_behalf_of": "nowhere-society",
            "outlet": "gazette",
            "relayed_by": ["exampleville-court"],
            "medium": "interview",
            "venue": "a café that is not there",
            "addressees": ["some-locals"],
            "date": "2023-05-30~",
            "date_text": "about 30 May",
            "date_basis": "printed",
            "summary": "He denied all of it.",
            "quotes": [f"{PRIVATE_NAME} said nothing.", "Nor did I."],
            "attribution": "direct",
            "dispute": "wording",
            "stance": "affirms",
            # It stands further down: the order of the rows is free.
            "responds_to": ["locals-say-nothing"],
            "cases": ["made-up-case"],
            "places": ["exampleville"],
            "citations": [f"{GAZETTE}#10"],
        },
        {
            "id": "locals-say-nothing",
            "speakers": ["some-locals"],
            "summary": "They called for nothing in particular.",
            "attribution": "paraphrase",
            "stance": "challenges",
            "citations": [f"{GAZETTE}#6"],
        },
    ]


def _events() -> list[dict[str, Any]]:
    return [
        {
            "id": "made-up-rally",
            "title": "A rally to which nobody came",
            "kind": "rally",
            "date": "2023-02",
            "date_text": "in February",
            "date_basis": "printed",
            "places": ["exampleville"],
            "participants": ["some-locals"],
            "cases": ["made-up-case"],
            "according_to": ["gazette"],
            "summary": "Nobody gathered.",
            "citations": [f"{GAZETTE}#6", f"{HERALD}#2"],
        }
    ]


def _discrepancies() -> list[dict[str, Any]]:
    return [
        {
            "id": "two-arrests",
            "kind": "date",
            "summary": "The arrest is dated to two days.",
            "resolution": "Coded with the first, and a question mark.",
            "records": ["made-up-case", GAZETTE],
            "citations": [f"{GAZETTE}#7", f"{HERALD}#3"],
        }
    ]


def _ledger() -> list[dict[str, Any]]:
    excluded = {
        f"{GAZETTE}#1": "heading",
        f"{GAZETTE}#11": "background",
        f"{GAZETTE}#12": "reader_comment",
        f"{HERALD}#1": "byline",
    }
    rows = []
    for source, last in ((GAZETTE, 12), (HERALD, 3)):
        for number in range(1, last + 1):
            name = f"{source}#{number}"
            reason = {"excluded": excluded[name]} if name in excluded else {}
            opening = {"paragraph": name, "opening": "Once upon a", "digest": f"{number:016x}"}
            rows.append(opening | reason)
    return rows
