"""The row that stands for a record: its headings, and what is uncertain in words."""

from __future__ import annotations

import attrs
import pytest

import kzseparatism as kz
from kzseparatism.views.row import cells, date_in_words
from kzseparatism.vocab import DateBasis
from records import statement


def test_every_table_has_rows_of_text_with_the_id() -> None:
    """Each record of each table has a row of texts with its id, alike for all of a table."""
    for _, table in kz.load().tables():
        headings = {tuple(cells(record)) for record in table}
        assert len(headings) == 1
        for record in table:
            row = cells(record)
            assert row["id"] == record.id
            assert all(type(text) is str for text in row.values())


@pytest.mark.parametrize(
    ("date", "basis", "words"),
    [
        (None, DateBasis.NONE, "no date"),
        ("2023-05", DateBasis.PRINTED, "2023-05"),
        ("2023-05", DateBasis.DERIVED, "2023-05 (derived)"),
        ("[2023-05?..2024-02?]", DateBasis.INFERRED, "[2023-05-01?..2024-02-29?] (inferred)"),
    ],
)
def test_a_date_says_what_it_is_based_on(date: str | None, basis: DateBasis, words: str) -> None:
    """A printed date stands alone, any other with its basis."""
    assert date_in_words(date and kz.FuzzyDate.parse(date), basis) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, ""),
        ("2022-06-08", None, "since 2022-06-08"),
        (None, "1997-05-03", "until 1997-05-03"),
        ("1936", "1997-05-03", "since 1936 until 1997-05-03"),
    ],
)
def test_a_region_says_since_when_and_until_when(
    since: str | None, until: str | None, words: str
) -> None:
    """Neither end is a bare date; a region that has always been there has neither."""
    region = attrs.evolve(kz.regions["KZ-59"], valid_from=since, valid_to=until)
    assert cells(region)["valid"] == words


def test_the_regions_that_came_and_went() -> None:
    """Abai began on 8 June 2022, and Kokshetau ended on 3 May 1997."""
    assert cells(kz.find_region("Abai"))["valid"] == "since 2022-06-08"
    assert cells(kz.regions["kokshetau-region"])["valid"] == "until 1997-05-03"


def test_a_statement_says_how_it_is_attributed_and_doubted() -> None:
    """Attribution, dispute and relays stand in one column, in this order."""
    relay = kz.actors["putin"]
    doubted = statement(dispute="wording", relayed_by=[relay])
    assert cells(doubted)["attribution"] == (
        f"{doubted.attribution.value}; disputed: wording; by way of {relay.name}"
    )
    assert cells(statement())["attribution"] == statement().attribution.value


def test_a_case_without_dates_or_terms_says_so() -> None:
    """A term that is not given is said to be so; a case without a dated stage has an empty cell."""
    case = kz.cases.where(lambda one: any(s.term is None for s in one.sentences))
    for one in case:
        assert "not given" in cells(one)["sentences"]
    undated = attrs.evolve(kz.cases[0], stages=())
    assert cells(undated)["first dated stage"] == ""


def test_a_moment_has_its_date_kind_and_record() -> None:
    """What a timeline shows of a moment is when, what, and the record with its label."""
    moment = kz.timeline()[0]
    assert cells(moment) == {
        "date": date_in_words(moment.date, moment.basis),
        "kind": moment.kind,
        "id": moment.record.id,
        "summary": moment.record.label,
    }
    assert str(moment.date) in kz.timeline()._repr_html_()


def test_what_is_no_record_of_ours_is_named_by_its_class() -> None:
    """Something else with an id, as a table may hold, has a row as well."""

    @attrs.frozen
    class Stranger:
        id: str

    assert cells(Stranger("x")) == {"id": "x", "record": "Stranger"}
