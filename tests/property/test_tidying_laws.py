"""Laws of tidy relations: keys hold, nothing is lost, and a part says what the whole says of it."""

from __future__ import annotations

from datetime import date

import hypothesis.strategies as st
from hypothesis import example, given

import kzseparatism as kz
from kzseparatism import strategies
from kzseparatism.model.tables import TABLES
from relations import assert_holds, ends, said_by_records, said_by_relations

OWNERS = {
    name: "ledger_row" if name == "ledger" else kind.__name__.lower()
    for name, kind in TABLES.items()
}


@given(strategies.datasets())
@example(kz.load())
def test_keys_foreign_keys_and_types_hold(dataset: kz.Dataset) -> None:
    """In a dataset that holds together, every key is one row's and every reference has a row."""
    tidy = kz.tidy(dataset)
    for relation in tidy.values():
        assert_holds(relation, tidy)


@given(strategies.datasets())
@example(kz.load())
def test_nothing_is_lost_and_nothing_added(dataset: kz.Dataset) -> None:
    """The coded cells of a record's rows are the values of its JSON, each as often."""
    tidy = kz.tidy(dataset)
    for name, table in dataset.tables():
        assert said_by_relations(tidy, name, OWNERS[name]) == said_by_records(table)


@given(strategies.datasets())
@example(kz.load())
def test_positions_are_the_order_of_the_record(dataset: kz.Dataset) -> None:
    """Links and parts come in the order of the field, counted from 1."""
    tidy = kz.tidy(dataset)
    speakers = [
        (said.id, number, one.id, one.name)
        for said in dataset.statements
        for number, one in enumerate(said.speakers, 1)
    ]
    assert list(tidy["statement_speakers"]) == speakers
    cited = [
        (case.id, stage_number, number, one.source.id, one.source.title, one.paragraph)
        for case in dataset.cases
        for stage_number, stage in enumerate(case.stages, 1)
        for number, one in enumerate(stage.citations, 1)
    ]
    assert list(tidy["case_stage_citations"]) == cited


@given(strategies.datasets())
@example(kz.load())
def test_days_are_those_of_the_text(dataset: kz.Dataset) -> None:
    """The days and the sign of a date are those of its EDTF text; an open end has no day."""
    for relation in kz.tidy(dataset).values():
        dates = [
            column.name.removesuffix("_qualifier")
            for column in relation.columns
            if column.name.endswith("_qualifier")
        ]
        for name in dates:
            for row in relation.to_records():
                if row[name] is None:
                    assert ends(row, name) == (None, None, None)
                else:
                    when = kz.FuzzyDate.parse(row[name])
                    first, last, sign = ends(row, name)
                    assert (first or date.min, last or date.max) == (when.earliest, when.latest)
                    assert sign == when.qualifier


@given(strategies.datasets(), st.data())
def test_a_part_has_the_rows_that_the_whole_has_of_it(
    dataset: kz.Dataset, data: st.DataObject
) -> None:
    """The relations of some records are the rows of the whole that belong to them, in order."""
    whole = kz.tidy(dataset)
    for name, table in dataset.tables():
        if not table:
            continue
        kept = [one for one in table if data.draw(st.booleans(), label=f"keep {one.id}")]
        part = kz.tidy(kz.Table(kept))
        ids = {one.id for one in kept}
        for relation in part.values():
            first = relation.columns[0].name
            mine = relation.name == name or (
                first == f"{OWNERS[name]}_id" and relation.name.startswith(f"{OWNERS[name]}_")
            )
            rows = [row for row in whole[relation.name] if row[0] in ids] if mine else []
            assert list(relation) == rows


@given(strategies.datasets())
@example(kz.load())
def test_regions_are_those_of_the_queries(dataset: kz.Dataset) -> None:
    """A case is in a region, certainly or possibly, exactly if the query finds it there."""
    rows = kz.tidy(dataset)["case_site_regions"].to_records()
    for region in dataset.regions:
        here = [row for row in rows if row["region_id"] == region.id]
        certain = {row["case_id"] for row in here if row["match"] == "certain"}
        found = kz.cases_by_region(region, among=dataset.cases)
        surely = kz.cases_by_region(region, match="certain", among=dataset.cases)
        assert {row["case_id"] for row in here} == set(found.ids)
        assert certain == set(surely.ids)
