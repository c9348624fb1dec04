"""Provisions, places, events and discrepancies: what each refuses, and its defaults."""

from __future__ import annotations

from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from kzseparatism.dates import Term
from kzseparatism.errors import InvalidValueError, WrongTypeError
from kzseparatism.vocab import DateBasis, DiscrepancyKind, EventKind, Force
from records import actor, case, discrepancy, event, made_up_region, place, provision


def test_defaults() -> None:
    """What is not told is None, empty or *none*."""
    assert (provision().maximum, provision().date) == (None, None)
    assert provision().force is Force.UNSPECIFIED
    assert (place().aliases, place().regions) == ((), ())
    plain = event()
    assert (plain.date, plain.date_basis, plain.date_text) == (None, DateBasis.NONE, "")
    assert (plain.places, plain.participants, plain.cases, plain.according_to) == ((), (), (), ())
    assert discrepancy().records == ()
    assert plain.kind is EventKind.MEETING
    assert discrepancy().kind is DiscrepancyKind.NUMBER


@pytest.mark.parametrize(
    ("builder", "field", "value", "error"),
    [
        (provision, "title", "", InvalidValueError),
        (provision, "offence", "", InvalidValueError),
        (provision, "jurisdiction", "Kazakhstan", InvalidValueError),
        (provision, "maximum", 5, WrongTypeError),
        (provision, "maximum", "5Y", InvalidValueError),
        (provision, "maximum", relativedelta(), InvalidValueError),
        (provision, "force", "perhaps", InvalidValueError),
        (provision, "force", None, WrongTypeError),
        (place, "name", "", InvalidValueError),
        (place, "country", "Kazakhstan", InvalidValueError),
        (place, "country", None, WrongTypeError),
        (event, "title", "", InvalidValueError),
        (event, "kind", "party", InvalidValueError),
        (event, "summary", "", InvalidValueError),
        (event, "places", ["exampleville"], WrongTypeError),
        (event, "places", [actor()], WrongTypeError),
        (event, "participants", [place()], WrongTypeError),
        (event, "participants", [actor(), actor()], InvalidValueError),
        (event, "cases", [event("other")], WrongTypeError),
        (event, "according_to", "gazette", WrongTypeError),
        (discrepancy, "kind", "lie", InvalidValueError),
        (discrepancy, "summary", "", InvalidValueError),
        (discrepancy, "resolution", "", InvalidValueError),
        (discrepancy, "records", [case()], WrongTypeError),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_fields_are_checked(builder: Any, field: str, value: Any, error: type[Exception]) -> None:
    """Each field refuses what does not belong there: TypeError by type, ValueError by value."""
    with pytest.raises(error):
        builder(**{field: value})


def test_regions_of_a_place_are_regions() -> None:
    """A place lies in regions, each once, and not in other places or codes."""
    assert place(regions=[made_up_region()]).regions == (made_up_region(),)
    with pytest.raises(InvalidValueError, match="stands twice"):
        place(regions=[made_up_region(), made_up_region()])
    with pytest.raises(WrongTypeError, match="is not a Region"):
        place(regions=[place("other")])


def test_maximum_is_kept() -> None:
    """The longest imprisonment is a length of time of its own."""
    assert provision(maximum=relativedelta(years=7)).maximum == relativedelta(years=7)
    assert provision(maximum="P7Y").maximum == provision(maximum=Term(years=7)).maximum
