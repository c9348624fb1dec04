"""Which formats there are, and by which ending of its name a file asks for one."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

import attrs

from kzseparatism.errors import InvalidValueError, WrongTypeError, shortened
from kzseparatism.names.spelling import nearest

if TYPE_CHECKING:
    from kzseparatism.exporting.material import Material

Writer: TypeAlias = Callable[["Material"], bytes]


@attrs.frozen(kw_only=True)
class Format:
    """A format: its name, the endings that ask for it, its module and what it is good for."""

    name: str
    endings: tuple[str, ...]
    module: str
    definition: str

    def writer(self) -> Writer:
        """Return the function that makes the bytes of a file; its module is imported now."""
        module = import_module(f"kzseparatism.exporting.{self.module}")
        content: Writer = module.content
        return content


def _format(name: str, endings: str, module: str, definition: str) -> Format:
    return Format(name=name, endings=tuple(endings.split()), module=module, definition=definition)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        _format("sqlite", ".sqlite .sqlite3 .db", "sqlite", "a database, with full-text search"),
        _format(
            "datasette",
            ".metadata.json",
            "datasette",
            "what Datasette shows beside an SQLite file: titles, definitions, licence, facets",
        ),
        _format("csv", ".csv.zip .zip", "data_package", "CSV files as a Data Package"),
        _format("parquet", ".parquet.zip", "parquet", "Parquet files, with types and definitions"),
        _format("xlsx", ".xlsx", "excel", "a workbook, with the codebook on its first sheet"),
        _format("dta", ".dta.zip", "stata", "files for Stata, with labels"),
        _format("sav", ".sav.zip", "spss", "files for SPSS, with labels"),
        _format("ftm", ".ftm.json", "follow_the_money", "entities of FollowTheMoney"),
        _format("jsonld", ".jsonld", "linked_data", "linked data: schema.org and PROV"),
        _format(
            "graphml", ".graphml", "graph", "a network: who speaks to, about, in answer to whom"
        ),
    )
}


def format_for(name: str, asked: str | None) -> Format:
    """Return the format that is asked for, or else the one that the name of a file asks for.

    A name that ends as files of another format do is an ``InvalidValueError``: whoever opens the
    file goes by its ending.
    """
    by_ending = _by_ending(name)
    if asked is None:
        if by_ending is None:
            remedy = f"let it end in one of {_endings()}, or say the format"
            raise InvalidValueError("path", name, "does not say a format by its ending", remedy)
        return by_ending
    if not isinstance(asked, str):
        raise WrongTypeError("format", asked, "is not the name of a format")
    if asked not in FORMATS:
        likely = nearest(asked, FORMATS) or tuple(FORMATS)
        complaint = f"is none of {', '.join(FORMATS)}"
        raise InvalidValueError("format", asked, complaint, f"write {' or '.join(likely)}")
    chosen = FORMATS[asked]
    # Any format of several files is a zip.
    misleading = by_ending not in (None, chosen) and not name.casefold().endswith(".zip")
    if by_ending is not None and misleading:
        complaint = f"ends as a file of {by_ending.name} does, and not of {chosen.name}"
        remedy = f"let it end in {' or '.join(chosen.endings)}"
        raise InvalidValueError("path", name, complaint, remedy)
    return chosen


def stem(name: str) -> str:
    """Return the name of a file without the ending of its format.

    >>> stem("separatism.metadata.json"), stem("data.v2")
    ('separatism', 'data.v2')
    """
    ending = _ending(name)
    return name[: -len(ending)] if ending and len(ending) < len(name) else name


def _by_ending(name: str) -> Format | None:
    ending = _ending(name)
    if ending == ".zip" and _ending(name[: -len(ending)]):
        return None  # a workbook, say, in a zip: it is written as it is, or not at all
    return next((one for one in FORMATS.values() if ending in one.endings), None)


def _ending(name: str) -> str:
    """Return the longest known ending of a name, or nothing."""
    known = [ending for one in FORMATS.values() for ending in one.endings]
    return max((one for one in known if name.casefold().endswith(one)), key=len, default="")


def _endings() -> str:
    return shortened(", ".join(one.endings[0] for one in FORMATS.values())).strip("'")
