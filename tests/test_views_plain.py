"""Records as plain dictionaries of JSON-ready values."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from dateutil.relativedelta import relativedelta

import kzseparatism as kz
from kzseparatism.views.plain import plain_record
from records import (
    actor,
    case,
    charge,
    citation,
    discrepancy,
    event,
    ledger_row,
    made_up_region,
    place,
    provision,
    region,
    role,
    sentence,
    site,
    source,
    stage,
    statement,
)

RECORDS = [
    source(),
    region(),
    place(regions=["KZ-59"]),
    actor(roles=[role(organisation=actor("example-club", kind="group"), date="2023")]),
    provision(maximum=relativedelta(years=5), date="2014"),
    case(sites=[site()], stages=[stage("trial", "2023")], charges=[charge()]),
    statement(date="2023~", quotes=["Nothing."]),
    event(date="[..2023]"),
    discrepancy(records=["made-up-case"]),
    ledger_row(excluded="heading"),
    kz.timeline(among=[event(date="2023")])[0],
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_rows_are_plain(record: Any) -> None:
    """A row holds nothing but exact str, int, bool, None, lists and dictionaries."""
    row = plain_record(record)
    assert set(map(type, _leaves(row))) <= {str, int, bool, type(None)}
    assert json.loads(json.dumps(row)) == row


def _leaves(value: Any) -> list[Any]:
    if type(value) is dict:
        return [leaf for item in value.values() for leaf in _leaves(item)]
    if type(value) is list:
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_keys_are_the_fields(record: Any) -> None:
    """The keys are the fields in order, a date's two days right after it, and what is derived."""
    keys = []
    for field in attrs.fields(type(record)):
        keys.append(field.name)
        if field.name in ("date", "published", "valid_from", "valid_to"):
            keys += [f"{field.name}_earliest", f"{field.name}_latest"]
    if isinstance(record, kz.LedgerRow):
        keys.insert(0, "id")
    if isinstance(record, kz.Case):
        keys.append("status")
    assert list(plain_record(record)) == keys


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-05-30", "2023-05-30", "2023-05-30"),
        ("2023-05?", "2023-05-01", "2023-05-31"),
        ("[..2023]", None, "2023-12-31"),
        ("[2023..]", "2023-01-01", None),
        (None, None, None),
    ],
)
def test_dates(text: str | None, earliest: str | None, latest: str | None) -> None:
    """A date is its canonical EDTF text, with ISO days beside it, None for an open end."""
    row = plain_record(event(date=text))
    written = None if text is None else str(kz.FuzzyDate.parse(text))
    assert row["date"] == written
    assert (row["date_earliest"], row["date_latest"]) == (earliest, latest)


def test_regions_have_two_dates() -> None:
    """Each date of a record has its own two days; names are dictionaries, successors ids."""
    heir = made_up_region("heir")
    row = plain_record(made_up_region(valid_from="1990", valid_to="1997-05-03", successors=[heir]))
    assert row["valid_from_latest"] == "1990-12-31"
    assert row["valid_to"] == row["valid_to_earliest"] == "1997-05-03"
    (name,) = row["names"]
    assert name.items() >= {"text": "Made Up Region", "language": "en", "former": False}.items()
    assert (name["valid_from"], name["valid_to"]) == (None, None)
    assert row["successors"] == ["heir"]


def test_links_are_ids() -> None:
    """A link to a record is its id, and a list of them a list of ids; a citation is its text."""
    first = statement("first")
    row = plain_record(
        statement(
            outlet=actor("example-herald", kind="media_outlet"),
            responds_to=[first],
            places=[place()],
            cases=[case()],
            citations=[citation(4), citation(2)],
        )
    )
    assert row["speakers"] == ["nemo-nobody"]
    assert row["outlet"] == "example-herald"
    assert row["on_behalf_of"] is None
    assert row["responds_to"] == ["first"]
    assert row["places"] == ["exampleville"]
    assert row["cases"] == ["made-up-case"]
    assert row["citations"] == ["made-up-gazette#4", "made-up-gazette#2"]
    assert row["relayed_by"] == []
    assert row["attribution"] == "paraphrase"


def test_parts_are_rows() -> None:
    """The parts of a case are dictionaries by the same rules, and its status comes last."""
    convicted = sentence(
        convicts=[actor()],
        people=3,
        term=relativedelta(years=1, months=6),
        suspended=True,
        suspended_for=relativedelta(days=20),
    )
    row = plain_record(
        case(sites=[site()], stages=[stage("conviction", "2023-05")], sentences=[convicted])
    )
    assert row["sites"][0]["place"] == "exampleville"
    assert row["sites"][0]["relation"] == "conduct"
    assert row["stages"][0]["date_latest"] == "2023-05-31"
    assert row["sentences"][0] == {
        "convicts": ["nemo-nobody"],
        "people": 3,
        "penalty": "imprisonment",
        "term": "P1Y6M",
        "amount": None,
        "currency": None,
        "suspended": True,
        "suspended_for": "P20D",
        "facility": "",
        "served": None,
        "citations": ["made-up-gazette#1"],
    }
    assert list(row)[-1] == "status"
    assert row["status"] == "convicted"


def test_rows_of_the_ledger() -> None:
    """A row of the ledger begins with its id, which is the paragraph; no exclusion is None."""
    row = plain_record(ledger_row(7))
    assert row["id"] == row["paragraph"] == "made-up-gazette#7"
    assert row["excluded"] is None
    assert plain_record(ledger_row(excluded="heading"))["excluded"] == "heading"


def test_moments() -> None:
    """A moment of the timeline is a row with its date and the id of its record."""
    (moment,) = kz.timeline(among=[case(stages=[stage("trial", "2023-05")])])
    assert plain_record(moment) == {
        "id": "made-up-case:1",
        "date": "2023-05",
        "date_earliest": "2023-05-01",
        "date_latest": "2023-05-31",
        "basis": "printed",
        "kind": "trial",
        "record": "made-up-case",
    }
