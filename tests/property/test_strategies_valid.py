"""Whatever a strategy draws is valid, fits the rest of its test case, and keeps to the options."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings, strategies as st
from jsonschema import Draft202012Validator

import kzseparatism as kz
import records as made
from kzseparatism import strategies as kzst
from kzseparatism.model import Record
from kzseparatism.model.tables import TABLES
from kzseparatism.model.walk import behind
from kzseparatism.reading.directories import canonical_files, read, write

pytestmark = pytest.mark.thorough

few = settings(max_examples=25)
RECORDS = {
    "sources": kz.Source,
    "places": kz.Place,
    "actors": kz.Actor,
    "provisions": kz.Provision,
    "cases": kz.Case,
    "statements": kz.Statement,
    "events": kz.Event,
    "discrepancies": kz.Discrepancy,
}
ALL_RECORDS = [getattr(kzst, name)() for name in RECORDS]
# What is no record of its own, and a record that can hold it.
HOLDERS: dict[str, Callable[[Any], Any]] = {
    "citations": lambda part: made.place(citations=[part]),
    "roles": lambda part: made.actor(roles=[part]),
    "sites": lambda part: made.case(sites=[part]),
    "stages": lambda part: made.case(stages=[part]),
    "charges": lambda part: made.case(charges=[part]),
    "sentences": lambda part: made.case(sentences=[part]),
    "terms": lambda part: made.provision(maximum=part),
}


@cache
def judge(file: str) -> Draft202012Validator:
    """Return the judge of a data file: the shipped schema."""
    schemas = Path(kz.__file__).parent / "data" / "schemas"
    text = (schemas / file.replace(".json", ".schema.json")).read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def dataset_of(records: Iterable[Any]) -> kz.Dataset:
    """Return records and all that is behind them as a dataset, whether or not it is complete."""
    records = tuple(records)
    tables: dict[str, list[Any]] = {
        name: list(behind(records, kind)) for name, kind in RECORDS.items()
    }
    tables["ledger"] = list(behind(records, kz.LedgerRow))
    return made.dataset(regions=kz.load().regions, **tables)


def assert_fits_the_files(dataset: kz.Dataset) -> None:
    """Find every file of a dataset to fit its schema, and the files to be read as the dataset."""
    for file, text in canonical_files(dataset):
        if file != "regions.json":  # the shipped ones, which have a test of their own
            assert [error.message for error in judge(file).iter_errors(json.loads(text))] == []
    with TemporaryDirectory() as name:
        write(dataset, name)
        assert read(name) == dataset


@pytest.mark.parametrize("name", [*RECORDS, *HOLDERS, "ledger_rows"])
@few
@given(data=st.data())
def test_what_is_drawn_fits_the_schemas(name: str, data: st.DataObject) -> None:
    """Written to files, it fits the JSON Schemas, and it is read back as an equal value."""
    drawn = data.draw(getattr(kzst, name)(), label=name)
    assert_fits_the_files(dataset_of([HOLDERS.get(name, lambda record: record)(drawn)]))


@few
@given(kzst.datasets())
def test_dataset_is_in_order(dataset: kz.Dataset) -> None:
    """Nothing is amiss in it, and it is read back from its files as an equal one."""
    assert kz.check(dataset) == ()
    assert_fits_the_files(dataset)
    ids = [record.id for name in TABLES for record in getattr(dataset, name)]
    assert len(ids) == len(set(ids))
    paragraphs = [f"{s.id}#{number + 1}" for s in dataset.sources for number in range(s.paragraphs)]
    assert sorted(dataset.ledger.ids) == sorted(paragraphs)
    assert all(s.published.earliest >= date(2024, 1, 1) for s in dataset.sources)


@few
@given(kzst.datasets())
def test_dataset_can_be_pseudonymised(dataset: kz.Dataset) -> None:
    """No private name is left anywhere, nothing is amiss, and a second time changes nothing."""
    hidden = dataset.pseudonymised()
    text = "".join(text for _, text in canonical_files(hidden)).casefold()
    for actor in dataset.actors:
        if actor.private:
            assert not [name for name in (actor.name, *actor.aliases) if name.casefold() in text]
    assert hidden.pseudonymised() == hidden
    assert kz.check(hidden) == ()


@few
@given(st.data(), st.integers(0, 2), st.integers(0, 2))
def test_dataset_has_the_sizes_asked_for(data: st.DataObject, low: int, more: int) -> None:
    """At least so many cases, statements and events; no discrepancies where none are asked for."""
    dataset = data.draw(kzst.datasets(min_size=low, max_size=low + more), label="dataset")
    for table in (dataset.cases, dataset.statements, dataset.events, dataset.discrepancies):
        assert len(table) >= low
    # Only cases and statements may be more, by what the others refer to, and one discrepancy
    # explains whatever is doubtful.
    assert len(dataset.events) <= low + more
    assert len(dataset.discrepancies) <= low + more + 1
    if low + more == 0:
        assert [*dataset.coded_records(), *dataset.sources] == []


@few
@given(st.data())
def test_one_id_is_one_record(data: st.DataObject) -> None:
    """Whatever is drawn in a test case, by any strategy, one id is one record, of one kind."""
    drawn: list[Any] = data.draw(st.lists(st.one_of(ALL_RECORDS), max_size=4), label="drawn")
    dataset = data.draw(kzst.datasets(), label="dataset")
    drawn += data.draw(st.lists(st.one_of(ALL_RECORDS), max_size=2), label="drawn after it")
    assert len({record.id for record in drawn}) == len(drawn)
    owners: dict[str, Any] = {}
    kinds: tuple[type[Any], ...] = (Record, kz.Source, kz.Region)
    for kind in kinds:
        for record in behind(drawn, kind):
            assert owners.setdefault(record.id, record) is record
    own: list[Any] = [*dataset.coded_records(), *dataset.sources]
    assert not {record.id for record in own} & set(owners)
    whole = dataset_of(drawn)
    strangers = ("links", "the id is taken")
    assert [p for p in kz.check(whole) if p.message.startswith(strangers)] == []


@few
@given(
    st.lists(kzst.statements(), max_size=3),
    st.lists(kzst.events(), max_size=2),
    st.lists(kzst.cases(), max_size=2),
    st.tuples(kzst.windows(), kzst.lengths(), kzst.regions()),
)
def test_every_query_takes_what_is_drawn(
    said: list[kz.Statement],
    happened: list[kz.Event],
    told: list[kz.Case],
    asked: tuple[tuple[Any, Any], Any, kz.Region],
) -> None:
    """Lists of records, windows, lengths and units can be asked about, without an error."""
    window, length, unit = asked
    assert set(kz.statements_between(*window, among=said)) <= set(said)
    assert set(kz.events_between(*window, among=happened)) <= set(happened)
    assert set(kz.cases_between(*window, among=told)) <= set(told)
    assert set(kz.cases_by_region(unit, among=told)) <= set(told)
    assert set(kz.statements_around("2023", length, among=said)) <= set(said)
    assert len(kz.timeline(among=[*said, *happened, *told])) >= sum(1 for s in said if s.date)


days = st.dates(date(2, 1, 1), date(9998, 12, 31))
bounds = st.tuples(days, days).map(sorted)
BEYOND = {"min_value": date.min, "max_value": date.max}


@given(st.data(), st.just(BEYOND) | bounds.map(lambda p: dict(zip(BEYOND, p, strict=True))))
def test_fuzzy_dates_keep_to_their_options(data: st.DataObject, limits: dict[str, date]) -> None:
    """No day is possible outside the bounds; no qualifier, range or open end where not allowed."""
    flags = {"allow_qualifiers", "allow_ranges", "allow_open_ends"}
    options: Any = data.draw(st.fixed_dictionaries(dict.fromkeys(flags, st.booleans())))
    when = data.draw(kzst.fuzzy_dates(**{**limits, **options}), label="date")
    assert kz.FuzzyDate.parse(str(when)) == when
    if limits is not BEYOND:
        assert limits["min_value"] <= when.earliest <= when.latest <= limits["max_value"] or (
            (when.earliest == date.min and limits["min_value"] == date(2, 1, 1))
            or (when.latest == date.max and limits["max_value"] == date(9998, 12, 31))
        )  # fmt: skip
    assert options["allow_qualifiers"] or not when.qualifier
    assert options["allow_ranges"] or when.precision not in ("range", "open")
    assert options["allow_open_ends"] or not when.is_open


@given(data=st.data(), limits=bounds, text=st.booleans(), ends=st.booleans())
def test_windows_keep_to_their_options(
    *, data: st.DataObject, limits: list[date], text: bool, ends: bool
) -> None:
    """Every window is one, never reversed; its days or periods meet the bounds; no text or None."""
    low, high = limits
    options: Any = {"min_value": low, "max_value": high, "allow_text": text}
    around = data.draw(st.lists(kzst.fuzzy_dates() | days, max_size=2), label="around")
    windows = kzst.windows(around=around, allow_open_ends=ends, **options)
    start, end = data.draw(windows, label="window")
    window = kz.Window.of(start, end)
    assert window.start <= window.end
    for bound in (start, end):
        assert ends or bound is not None
        assert text or bound is None or isinstance(bound, date)
        if bound is not None:
            assert kz.FuzzyDate.of(bound).meets(low, high)
            assert not isinstance(bound, date) or kz.FuzzyDate.of(bound).lies_in(low, high)


@given(data=st.data(), most=st.integers(0, 3_000), months=st.booleans())
def test_lengths_keep_to_their_options(*, data: st.DataObject, most: int, months: bool) -> None:
    """No length is negative or longer than asked; without months it is a number of days."""
    length = data.draw(kzst.lengths(max_days=most, allow_months=months), label="length")
    day = date(2023, 1, 1)
    assert timedelta(0) <= day + length - day <= timedelta(most)
    assert kz.statements_around(day, length, among=[]) == kz.Table()
    assert months or isinstance(length, timedelta) or not (length.months or length.years)


@given(st.data(), st.integers(0, 999))
def test_terms_keep_to_their_option(data: st.DataObject, most: int) -> None:
    """A term is longer than nothing and shorter than one year more than was asked for."""
    term = data.draw(kzst.terms(max_years=most), label="term")
    day = date(1, 1, 1)
    assert day < day + term < day + relativedelta(years=most + 1)
    rule = data.draw(kzst.provisions(max_years=most), label="rule").maximum
    sentence = data.draw(kzst.sentences(max_years=most), label="sentence")
    for length in (rule, sentence.term, sentence.suspended_for):
        assert length is None or length.years <= most
    if sentence.served is not None and sentence.term is not None:
        assert day + sentence.served <= day + sentence.term


@given(kzst.regions(former=True), kzst.regions(former=False), kzst.regions(), kzst.region_names())
def test_regions_are_the_shipped_ones(
    old: kz.Region, new: kz.Region, unit: kz.Region, name: kz.RegionName
) -> None:
    """Units and names of them are shipped ones, and former ones or none where asked for."""
    assert {old, new, unit} <= set(kz.load().regions)
    assert (old.former, new.former) == (True, False)
    assert name in {shipped for one in kz.load().regions for shipped in one.names}


@given(kzst.shipped_cases(), kzst.shipped_statements(), kzst.shipped_actors())
def test_shipped_records_are_shipped(case: kz.Case, said: kz.Statement, actor: kz.Actor) -> None:
    """What is drawn from the shipped dataset is in it."""
    assert (case in kz.cases, said in kz.statements, actor in kz.actors) == (True, True, True)
