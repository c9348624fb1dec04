"""Relations of a dataset: which there are, and what stands in them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import kzseparatism as kz
from kzseparatism.model.tables import TABLES, kinds
from kzseparatism.model.walk import parts
from kzseparatism.tidying.shapes import shapes, singular
from records import (
    actor,
    case,
    charge,
    made_up_region,
    place,
    region,
    role,
    sentence,
    site,
    stage,
    statement,
)
from relations import assert_holds

SHIPPED = kz.tidy(kz.load())


def rows(name: str, *records: Any) -> list[dict[str, Any]]:
    """Return the rows that some records have in a relation."""
    return kz.tidy(records)[name].to_records()


def test_foreign_keys_lead_to_relations_before() -> None:
    """A relation refers to relations before it, or to itself, and by the whole of their key."""
    for name, relation in SHIPPED.items():
        for key in relation.foreign_keys:
            assert list(SHIPPED).index(key.relation) <= list(SHIPPED).index(name)
            assert SHIPPED[key.relation].key == key.their_columns
            assert set(key.columns) <= set(relation.column_names)


def test_the_shipped_relations_hold_together() -> None:
    """Keys, foreign keys and types hold in the shipped data."""
    for relation in SHIPPED.values():
        assert_holds(relation, SHIPPED)


def test_every_column_is_defined() -> None:
    """Each column of each relation says what it means, in a sentence."""
    for relation in SHIPPED.values():
        assert relation.definition.endswith("."), relation.name
        for column in relation.columns:
            assert column.definition.endswith("."), (relation.name, column.name)
        assert len(set(relation.column_names)) == len(relation.columns)


def test_there_is_a_relation_for_each_table_and_each_sort_of_part() -> None:
    """The register says which; a relation has a row for each record, or for each part."""
    assert set(TABLES) <= set(SHIPPED)
    made = {shape.variable.holds for shape in shapes() if shape.variable is not None}
    assert {kind for kind in kinds() if kind not in TABLES.values()} <= made
    for name, table in kz.load().tables():
        assert SHIPPED[name].values("id") == table.ids
    stages = [part for one in kz.cases for part in parts(one) if isinstance(part.value, kz.Stage)]
    assert len(SHIPPED["case_stages"]) == len(stages) > 0


def test_the_schema_is_the_same_for_everything_and_nothing() -> None:
    """Names, columns, keys and foreign keys don't depend on the rows."""
    for other in (
        kz.tidy([]),
        kz.tidy(kz.statements[:2]),
        kz.tidy(kz.Dataset(about=kz.load().about)),
    ):
        assert list(other) == list(SHIPPED)
        for name, relation in other.items():
            whole = SHIPPED[name]
            assert (relation.columns, relation.key) == (whole.columns, whole.key)
            assert relation.foreign_keys == whole.foreign_keys


def test_a_dates_columns() -> None:
    """No date, an open end and a sign are told apart."""
    dated = [
        statement("a"),
        statement("b", "[..2023-05-30?]"),
        statement("c", "2023-05"),
    ]
    names = ("date", "date_earliest", "date_latest", "date_qualifier")
    found = [tuple(row[name] for name in names) for row in rows("statements", *dated)]
    assert found == [
        (None, None, None, None),
        ("[..2023-05-30?]", None, date(2023, 5, 30), "?"),
        ("2023-05", date(2023, 5, 1), date(2023, 5, 31), ""),
    ]


def test_a_terms_columns() -> None:
    """A length of time is text and months; what is not reported is missing."""
    made = case(sentences=[sentence(term="P1Y6M"), sentence()])
    found = [(row["term"], row["term_months"]) for row in rows("case_sentences", made)]
    assert found == [("P1Y6M", 18.0), (None, None)]


def test_a_link_has_its_name_beside_it() -> None:
    """An id stands with what it is called; a link that is missing has neither."""
    body = actor("made-up-body", name="Made-up Body", kind="organisation")
    member = actor("nemo", roles=[role(organisation=body), role()])
    found = [(row["organisation"], row["organisation_name"]) for row in rows("actor_roles", member)]
    assert found == [("made-up-body", "Made-up Body"), (None, None)]


def test_parts_of_parts_know_their_owner() -> None:
    """A defendant of the second stage says so."""
    made = case(stages=[stage("charge"), stage("trial", defendants=[actor("b"), actor("a")])])
    found = rows("case_stage_defendants", made)
    assert [(row["stage_position"], row["position"], row["defendant_id"]) for row in found] == [
        (2, 1, "b"),
        (2, 2, "a"),
    ]
    assert kz.tidy([made])["case_stage_defendants"].key == ("case_id", "stage_position", "position")


def test_regions_are_certain_or_possible_also_by_way_of_a_former_unit() -> None:
    """One unit is certain, several are possible, and what a former unit became is possible."""
    heir = region("KZ-59")
    former = made_up_region("old-region", valid_to="1997", successors=[heir])
    one = place("one", regions=[heir])
    several = place("several", regions=[heir, region("KZ-63")])
    old = place("old", regions=[former])
    made = case(sites=[site(place=one), site(place=several), site(place=old), site()])
    found = rows("case_site_regions", made)
    assert [(row["site_position"], row["region_id"], row["match"]) for row in found] == [
        (1, "KZ-59", "certain"),
        (2, "KZ-59", "possible"),
        (2, "KZ-63", "possible"),
        (3, "KZ-59", "possible"),
        (3, "old-region", "certain"),
    ]


def test_derived_columns_are_marked() -> None:
    """What nobody coded is marked: the status, days and months, names beside ids, regions."""
    derived = {
        f"{name}.{column.name}"
        for name, relation in SHIPPED.items()
        for column in relation.columns
        if column.derived
    }
    assert {
        *("cases.status", "statements.date_latest", "case_sentences.term_months"),
        *("statements.outlet_name", "case_site_regions.match", "ledger.id", "regions.name"),
    } <= derived
    assert not {"statements.date", "case_sentences.term", "statements.outlet"} & derived
    made = case(stages=[stage("trial")], charges=[charge()])
    assert [row["status"] for row in rows("cases", made)] == ["tried"]


def test_names_follow_the_dataset() -> None:
    """The relations of a pseudonymised dataset have no private name in any cell."""
    names = {name for one in kz.actors if one.private for name in (one.name, *one.aliases)}
    assert names
    for relation in kz.tidy(kz.load().pseudonymised()).values():
        for row in relation:
            text = "\n".join(cell for cell in row if isinstance(cell, str))
            assert not any(name in text for name in names), relation.name


def test_an_unknown_relation_names_the_nearest() -> None:
    """A slip is a KeyError with what may be meant; ``in`` and ``get`` work as in any mapping."""
    with pytest.raises(kz.UnknownNameError, match="case_stages"):
        SHIPPED["case_stage"]
    with pytest.raises(KeyError):
        SHIPPED["case_stage"]
    assert "case_stage" not in SHIPPED
    assert SHIPPED.get("case_stage") is None


@pytest.mark.parametrize("wrong", ["statements", 1, None])
def test_what_is_no_collection_is_refused(wrong: Any) -> None:
    """Text, a number and nothing at all are no records."""
    with pytest.raises(kz.WrongTypeError, match="neither a dataset nor a table"):
        kz.tidy(wrong)


def test_what_has_no_table_is_refused() -> None:
    """A part of a case belongs to a case; the error says what to give."""
    with pytest.raises(kz.WrongTypeError, match="give cases"):
        kz.tidy(kz.sentences())


def test_a_column_is_found_by_name() -> None:
    """An unknown column is an error with the names that there are."""
    with pytest.raises(kz.UnknownNameError, match="column of statements"):
        SHIPPED["statements"].column("dates")


def test_views_count_and_show_nothing() -> None:
    """Names may stand in the rows, so that a view tells only how many there are."""
    assert repr(SHIPPED["ledger"]) == "<Relation ledger: 197 rows, 7 columns>"
    assert repr(kz.tidy([])) == f"<Tidy: {len(SHIPPED)} relations, no rows>"
    assert "197 ledger" in repr(SHIPPED)


def test_the_codebook_of_the_relations() -> None:
    """It has every column of every relation once, with its key, its words and what it refers to."""
    codebook = SHIPPED.codebook()
    assert len(codebook) == sum(len(relation.columns) for relation in SHIPPED.values())
    found = {(row["relation"], row["column"]): row for row in codebook.to_records()}
    assert found["case_stages", "position"]["key"]
    assert found["statements", "stance"]["words"] == "challenges, affirms, equivocates, none"
    assert found["statements", "outlet"]["references"] == "actors"
    assert found["statements", "date_earliest"]["type"] == "date"


def test_singular() -> None:
    """The noun for one of many; what is no plural stays as it is."""
    assert [singular(word) for word in ("aliases", "cases", "quotes", "about")] == [
        *("alias", "case", "quote", "about")
    ]
