"""The one way over a record: values, parts, links, and all that stands behind it."""

from __future__ import annotations

import attrs

import kzseparatism as kz
from kzseparatism.model.families import Entity, Part
from kzseparatism.model.frozen import held
from kzseparatism.model.record import Cited, Dated
from kzseparatism.model.walk import behind, links, parts, values, walk
from records import actor, case, citation, sentence, site, stage, statement

CASE = case(
    defendants=[actor(id="one")],
    sites=[site()],
    stages=[stage("charge", "2023"), stage("trial", defendants=[actor(id="one")])],
    sentences=[sentence(convicts=[actor(id="one")])],
)


def test_values_stand_in_the_order_of_the_fields_each_item_alone() -> None:
    """A list gives its items with their numbers; an empty list gives nothing."""
    said = statement(quotes=["a", "b"], attribution="direct")
    found = {value.path: value.value for value in values(said)}
    assert found[".quotes[0]"] == "a"
    assert found[".quotes[1]"] == "b"
    assert found[".id"] == said.id
    assert not any(path.startswith(".relayed_by") for path in found)
    fields = [field.name for field in attrs.fields(kz.Statement)]
    order = [fields.index(value.field) for value in values(said)]
    assert order == sorted(order)


def test_a_walk_goes_into_parts_and_not_into_links() -> None:
    """The path of a value in a part has both; what a link leads to is not entered."""
    found = {value.path: value for value in walk(CASE)}
    assert found[".stages[0].date"].value == kz.FuzzyDate.parse("2023")
    assert found[".stages[0].date"].owner is CASE.stages[0]
    assert found[".stages[1].defendants[0]"].value.id == "one"
    assert ".defendants[0].name" not in found
    assert ".stages[0].citations[0].source" not in found
    paths = [value.path for value in walk(CASE)]
    assert paths.index(".stages[0]") < paths.index(".stages[0].kind") < paths.index(".stages[1]")


def test_every_value_of_the_shipped_data_is_found_at_its_path() -> None:
    """For every record, what stands at a path is the value that the walk yields there."""
    for _, table in kz.load().tables():
        for record in table:
            for found in walk(record):
                assert eval(f"record{found.path}", {"record": record}) is found.value  # noqa: S307


def test_parts_and_links() -> None:
    """Parts are what has no id; links are all entities named, sources of citations among them."""
    assert [part.path for part in parts(CASE)] == [
        *(".sites[0]", ".stages[0]", ".stages[1]", ".sentences[0]")
    ]
    ids = [link.value.id for link in links(CASE)]
    assert set(ids) >= {"one", citation().source.id, CASE.sites[0].place.id}
    assert ids.count("one") == 3


def test_all_that_stands_behind_is_found_once() -> None:
    """Each object behind records is yielded once, however many ways lead to it."""
    for kind in (kz.Source, kz.Region, kz.Actor, kz.Stage, Entity, Part):
        found = list(behind(kz.statements, kind))
        assert len({id(one) for one in found}) == len(found)
        assert all(isinstance(one, kind) for one in found)
    assert {one.id for one in behind(kz.statements, kz.Statement)} == set(kz.statements.ids)
    assert set(behind([kz.cases[0]], kz.Stage)) == set(kz.cases[0].stages)


def test_a_long_chain_is_walked_without_recursion() -> None:
    """Three thousand replies to each other are all found behind the last."""
    chain = [statement(id="reply-0")]
    for number in range(1, 3_000):
        chain.append(statement(id=f"reply-{number}", responds_to=[chain[-1]]))
    assert sum(1 for _ in behind([chain[-1]], kz.Statement)) == 3_000


def test_what_is_held_is_objects_only() -> None:
    """Texts, dates and words are no objects to go on to."""
    assert {type(one) for one in held(CASE)} <= {*(kz.Actor, kz.Site, kz.Stage, kz.Sentence)} | {
        kz.Citation
    }


def test_families_tell_what_a_record_is() -> None:
    """What has citations, what has an id, what is a part, and what has a date."""
    assert isinstance(CASE, Cited)
    assert isinstance(CASE, Entity)
    assert not isinstance(CASE, Part)
    assert not isinstance(CASE, Dated)
    for one in (CASE.stages[0], *CASE.sites):
        assert isinstance(one, Cited)
        assert isinstance(one, Part)
        assert not isinstance(one, Entity)
    assert isinstance(CASE.stages[0], Dated)
    assert isinstance(statement(), Dated)
    assert not isinstance(kz.regions[0].names[0], Cited)
    assert isinstance(kz.regions[0].names[0], Part)


def test_every_entity_has_a_label() -> None:
    """What a record is called is its name, its title, its summary or its first words."""
    for _, table in kz.load().tables():
        for record in table:
            assert record.label in vars_of(record)


def vars_of(record: object) -> list[object]:
    """Return the values of a record's own fields, and of its first name."""
    found = [value.value for value in values(record)]
    names = [value.text for value in found if isinstance(value, kz.RegionName)]
    return [*found, *names]
