"""What all records have in common: they are values, frozen, shown by id, and cited."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis.vendor.pretty import pretty

import kzseparatism as kz
import miniature
from kzseparatism.model import Record
from kzseparatism.model.families import Part
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
    role,
    sentence,
    site,
    source,
    stage,
    statement,
)

BUILDERS: list[Callable[..., Any]] = [
    *(actor, case, discrepancy, event, place, provision, statement, source, made_up_region),
    *(role, site, stage, charge, sentence, citation, ledger_row),
]
WITH_ID = BUILDERS[:9]
each_kind = pytest.mark.parametrize("builder", BUILDERS, ids=lambda builder: builder.__name__)
each_with_id = pytest.mark.parametrize("builder", WITH_ID, ids=lambda builder: builder.__name__)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> kz.Dataset:
    """Return the miniature."""
    directory: Path = tmp_path_factory.mktemp("miniature")
    return miniature.build(directory)


@each_kind
def test_equal_by_value(builder: Any) -> None:
    """Records of the same values are equal and hash alike; nothing else is equal to them."""
    assert builder() == builder()
    assert builder() is not builder()
    assert hash(builder()) == hash(builder())
    assert builder() != "some-id"
    assert builder() != None  # noqa: E711 - the comparison is what is tested
    assert len({builder(), builder()}) == 1


@each_with_id
def test_hashed_by_id(builder: Any) -> None:
    """Another note makes another record of the same hash; another id another hash."""
    noted = attrs.evolve(builder("same"), note="Another note.")
    assert builder("same") != noted
    assert hash(builder("same")) == hash(noted)
    assert len({builder("same"), noted}) == 2
    assert builder("one") != builder("two")
    assert hash(builder("one")) != hash(builder("two"))


def test_records_of_two_kinds_are_never_equal() -> None:
    """The same id does not make an actor of a place."""
    everything = [builder("same") for builder in WITH_ID]
    assert all(a != b for i, a in enumerate(everything) for b in everything[i + 1 :])


@each_kind
def test_frozen(builder: Any) -> None:
    """No field can be set or deleted, and no new attribute added."""
    record = builder()
    for field in attrs.fields(type(record)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, field.name)
    with pytest.raises(AttributeError):
        record.nonsense = 1
    assert not hasattr(record, "__dict__")


@each_kind
def test_fields_are_given_by_name(builder: Any) -> None:
    """No argument goes by position, and an unknown one is refused."""
    with pytest.raises(TypeError):
        type(builder())("some-id")
    with pytest.raises(TypeError):
        attrs.evolve(builder(), nonsense=1)


@each_kind
def test_no_order(builder: Any) -> None:
    """Records have no order of their own."""
    with pytest.raises(TypeError):
        assert builder() < builder()


@each_with_id
def test_fields_end_with_citations_and_note(builder: Any) -> None:
    """The id comes first, and citations and note last, as the files have it."""
    names = [field.name for field in attrs.fields(type(builder()))]
    assert names[0] == "id"
    assert names[-1] == "note"
    if "citations" in names:
        assert names[-2] == "citations"


def test_everything_of_the_miniature_is_copied_whole(dataset: kz.Dataset) -> None:
    """Pickle, deepcopy, copy and evolve of every record give an equal record of the same hash."""
    for _, table in dataset.tables():
        for record in table:
            twins = [
                pickle.loads(pickle.dumps(record)),  # noqa: S301 - our own
                copy.deepcopy(record),
                copy.copy(record),
                attrs.evolve(record),
            ]
            for twin in twins:
                assert twin == record
                assert hash(twin) == hash(record)
                assert repr(twin) == repr(record)


def test_a_dataset_is_copied_whole(dataset: kz.Dataset) -> None:
    """A pickled or deeply copied dataset is equal and answers by id, before and after a look-up."""
    dataset.get("made-up-case")
    dataset.find_actor("Nemo Nobody")
    for twin in (pickle.loads(pickle.dumps(dataset)), copy.deepcopy(dataset)):  # noqa: S301
        assert twin == dataset
        assert twin.get("made-up-case") == dataset.get("made-up-case")
        assert kz.check(twin) == ()


def test_evolve_checks_again() -> None:
    """A change is a new record, held to the same rules."""
    old = case()
    new = attrs.evolve(old, title="Another title")
    assert (old.title, new.title) == ("The made-up case", "Another title")
    with pytest.raises(ValueError, match="title"):
        attrs.evolve(old, title="")


def test_links_are_shown_as_ids() -> None:
    """The repr of a record has the ids of what it links to, and nothing else of them."""
    speaker = actor("some-speaker", name="A Long Name", note="A long note.")
    shown = repr(statement(speakers=[speaker], cases=[case("some-case")], places=[place()]))
    assert "speakers=(some-speaker)" in shown
    assert "cases=(some-case)" in shown
    assert "source=made-up-gazette" in shown
    for text in ("A Long Name", "A long note", "The made-up case", "Nothing Happened"):
        assert text not in shown


def test_repr_does_not_grow_with_the_links() -> None:
    """A chain of a hundred replies is shown by the next id alone."""
    reply = statement("s-0")
    for number in range(1, 100):
        reply = statement(f"s-{number}", responds_to=[reply])
    assert len(repr(reply)) < len(repr(statement("s-0"))) + 20


def test_repr_of_a_dataset_counts(dataset: kz.Dataset) -> None:
    """A dataset never dumps its records."""
    assert "<Table: 2 Statement>" in repr(dataset)
    assert len(repr(dataset)) < 1_000
    assert "Nobody said" not in repr(dataset)


def test_all_citations_are_those_of_the_record_and_its_parts_each_once() -> None:
    """The record's own come first, then those of its parts in field order; none comes twice."""
    told = case(
        citations=[citation(5), citation(2)],
        sites=[site(citations=[citation(2), citation(9)])],
        stages=[stage(citations=[citation(1)]), stage("trial", citations=[citation(9)])],
        charges=[charge(citations=[citation(3)])],
        sentences=[sentence(citations=[citation(4)])],
    )
    assert [each.paragraph for each in told.all_citations] == [5, 2, 9, 1, 3, 4]
    assert [each.paragraph for each in told.citations] == [5, 2]
    assert [type(part).__name__ for part in told.parts()] == [
        *("Site", "Stage", "Stage", "Charge", "Sentence")
    ]


def test_citations_of_linked_records_are_their_own() -> None:
    """What a record links to keeps its citations to itself."""
    speaker = actor(citations=[citation(7)], roles=[role(citations=[citation(8)])])
    assert statement(speakers=[speaker]).all_citations == (citation(1),)
    assert [each.paragraph for each in speaker.all_citations] == [7, 8]
    assert list(statement(speakers=[speaker]).parts()) == []


def test_parts_are_no_records() -> None:
    """A record is a part with an id; a part alone has none."""
    assert isinstance(case(), Record)
    assert isinstance(stage(), Part)
    assert not isinstance(stage(), Record)
    assert not hasattr(stage(), "id")


def test_terms_are_copied_in() -> None:
    """A relativedelta can be changed; what the caller does to theirs leaves every record alone."""
    mine = relativedelta(years=5)
    held = sentence(term=mine, served=mine, suspended=True, suspended_for=mine)
    rule = provision(maximum=mine)
    mine.years = 500
    five = kz.Term(years=5)
    assert (held.term, held.served, held.suspended_for, rule.maximum) == (five, five, five, five)
    assert attrs.evolve(rule).maximum == five
    for term in (held.term, held.served, held.suspended_for, rule.maximum):
        with pytest.raises(AttributeError):
            term.years = 500  # type: ignore[misc, union-attr]


def test_lists_are_copied_in() -> None:
    """A list given to a record can be changed afterwards without effect."""
    names = ["Nobody"]
    made = actor(aliases=names)
    names.append("No one")
    assert made.aliases == ("Nobody",)


def test_a_printer_shows_what_is_told() -> None:
    """In a notebook and in a failing test a record has a field to a line, defaults left out."""
    said = statement("said", "2023-05", speakers=[actor("b"), actor("a")])
    assert pretty(said) == (
        "Statement(\n"
        "    id='said',\n"
        "    speakers=(b, a),\n"
        "    date=FuzzyDate.parse('2023-05'),\n"
        "    date_basis=<DateBasis.PRINTED: 'printed'>,\n"
        "    summary='Nobody said anything.',\n"
        "    attribution=<Attribution.PARAPHRASE: 'paraphrase'>,\n"
        "    citations=(Citation(source=made-up-gazette, paragraph=1)),)"
    )


def test_a_printer_shows_dates_and_tables_in_a_line() -> None:
    """A date and a table look there as their repr does, alone or among others."""
    values = [kz.FuzzyDate.parse("2023~"), kz.Table([actor("a")])]
    assert pretty(values) == "[FuzzyDate.parse('2023~'), <Table: 1 Actor>]"


def test_parts_are_hashed_by_value() -> None:
    """What has no id is hashed by all that it holds, so that sets of many stay fast."""
    assert len({hash(citation(number)) for number in range(1, 9)}) == 8
    assert hash(citation(3)) == hash(citation(3))
