"""Builders of made-up records, with sensible defaults, for the tests.

A builder takes the id first, where there is one, and any other field by keyword. Two shorthands:
a date given without its basis is *printed*, and a region may be given by its code.
"""

from __future__ import annotations

from typing import Any

import attrs

import kzseparatism as kz
from kzseparatism.model import RegionName


def source(record_id: str = "made-up-gazette", /, **fields: Any) -> kz.Source:
    """Return a made-up document of 2023 with twenty paragraphs."""
    return kz.Source(
        **{
            "id": record_id,
            "title": "Nothing Happened",
            "outlet": "The Made-up Gazette",
            "published": "2023-12-31",
            "language": "en",
            "file_name": f"{record_id}.txt",
            "sha256": "0" * 64,
            "paragraphs": 20,
            **fields,
        }
    )


def citation(paragraph: int = 1, /, **fields: Any) -> kz.Citation:
    """Return a citation of a paragraph, of the made-up document unless ``source`` is given."""
    return kz.Citation(**{"source": source(), "paragraph": paragraph, **fields})


def ledger_row(paragraph: int = 1, /, **fields: Any) -> kz.LedgerRow:
    """Return the row of the ledger for a paragraph of the made-up document."""
    defaults = {"paragraph": citation(paragraph), "opening": "Once upon a", "digest": "0" * 16}
    return kz.LedgerRow(**{**defaults, **fields})


def region(code: str = "KZ-59", /) -> kz.Region:
    """Return the shipped region with this code or id."""
    return kz.load().regions[code]


def made_up_region(record_id: str = "made-up-region", /, **fields: Any) -> kz.Region:
    """Return a region that there is not."""
    names = [RegionName(text=record_id.replace("-", " ").title(), language="en")]
    return kz.Region(**{"id": record_id, "kind": "region", "names": names, **fields})


def place(record_id: str = "exampleville", /, **fields: Any) -> kz.Place:
    """Return a place in Kazakhstan, named after its id; ``regions`` are Regions or codes."""
    units = fields.pop("regions", ())
    fields["regions"] = [region(unit) if isinstance(unit, str) else unit for unit in units]
    return kz.Place(**{"name": record_id.title(), "country": "KZ", **_record(record_id), **fields})


def role(**fields: Any) -> kz.Role:
    """Return a present role in no particular body."""
    return kz.Role(**{"title": "member", "citations": [citation()], **_dated(fields)})


def actor(record_id: str = "nemo-nobody", /, **fields: Any) -> kz.Actor:
    """Return a person who does not exist, named after the id."""
    name = record_id.replace("-", " ").title()
    return kz.Actor(**{"name": name, "kind": "person", **_record(record_id), **fields})


def provision(record_id: str = "made-up-article", /, **fields: Any) -> kz.Provision:
    """Return a provision of a law that nobody passed."""
    defaults = {"title": "Made-up article", "jurisdiction": "KZ", "offence": "doing nothing"}
    return kz.Provision(**{**defaults, **_record(record_id), **_dated(fields)})


def site(where: kz.Place | None = None, /, **fields: Any) -> kz.Site:
    """Return a place where the acts are said to have happened."""
    defaults = {"relation": "conduct", "citations": [citation()]}
    return kz.Site(**{"place": place() if where is None else where, **defaults, **fields})


def site_in(*codes: str, **fields: Any) -> kz.Site:
    """Return a site at a place that lies, or may lie, in the units with these codes."""
    name = "-".join(["site", *codes]).lower()
    return site(place(name, regions=codes), **fields)


def stage(kind: str = "conduct", date: Any = None, /, **fields: Any) -> kz.Stage:
    """Return a stage of this kind, on this date."""
    defaults = {"kind": kind, "citations": [citation()]}
    return kz.Stage(**{**defaults, **_dated({"date": date, **fields})})


def charge(**fields: Any) -> kz.Charge:
    """Return a charge of doing nothing."""
    return kz.Charge(**{"offence": "doing nothing", "citations": [citation()], **fields})


def sentence(**fields: Any) -> kz.Sentence:
    """Return a sentence of which nothing is told."""
    return kz.Sentence(**{"citations": [citation()], **fields})


def case(record_id: str = "made-up-case", /, **fields: Any) -> kz.Case:
    """Return a prosecution without sites, stages or people."""
    defaults = {
        "title": "The made-up case",
        "kind": "prosecution",
        "jurisdiction": "KZ",
        "summary": "Nobody did anything.",
    }
    return kz.Case(**{**defaults, **_record(record_id), **fields})


def statement(record_id: str = "made-up-words", date: Any = None, /, **fields: Any) -> kz.Statement:
    """Return what nobody said on this date; with ``quotes``, the attribution is *direct*."""
    defaults = {
        "speakers": [actor()],
        "summary": "Nobody said anything.",
        "attribution": "direct" if fields.get("quotes") else "paraphrase",
    }
    return kz.Statement(**{**defaults, **_record(record_id), **_dated({"date": date, **fields})})


def event(record_id: str = "made-up-event", date: Any = None, /, **fields: Any) -> kz.Event:
    """Return a meeting that did not take place, on this date."""
    defaults = {"title": "The made-up event", "kind": "meeting", "summary": "Nobody met."}
    return kz.Event(**{**defaults, **_record(record_id), **_dated({"date": date, **fields})})


def discrepancy(record_id: str = "made-up-discrepancy", /, **fields: Any) -> kz.Discrepancy:
    """Return a contradiction between nothing and nothing."""
    defaults = {"kind": "number", "summary": "Nothing is at odds.", "resolution": "Left as it is."}
    return kz.Discrepancy(**{**defaults, **_record(record_id), **fields})


def dataset(**tables: Any) -> kz.Dataset:
    """Return a dataset of the given records; tables that are not given are empty."""
    about = attrs.evolve(kz.load().about, title="Made up")
    made: Any = {name: kz.Table(rows) for name, rows in tables.items()}
    return kz.Dataset(about=about, **made)


def _record(record_id: str) -> dict[str, Any]:
    return {"id": record_id, "citations": [citation()]}


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    basis = "none" if fields.get("date") is None else "printed"
    return {"date_basis": basis, **fields}
