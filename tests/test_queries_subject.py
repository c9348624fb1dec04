"""Regions of one's own: whichever records are asked, names lead to the regions of their dataset."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import kzseparatism as kz
import records as made
from kzseparatism import dataset as dataset_module
from kzseparatism.cli import main
from kzseparatism.model import RegionName
from kzseparatism.reading.directories import write

# Two made-up countries have codes in ISO 3166-1 that nobody uses; one real name is enough.
NAMES: dict[str, list[tuple[str, str]]] = {
    "AT-1": [("Obertal", "de"), ("Upper Valley", "en"), ("Felsővölgy", "hu")],
    "AT-2": [("Untertal", "de"), ("Lower Valley", "en")],
    "AT-3": [("Niemandsland", "de")],
    "old-valley": [("Altes Tal", "de")],
}


def unit(code: str, **fields: Any) -> kz.Region:
    """Return a made-up unit with names in several languages."""
    names = [RegionName(text=text, language=tag) for text, tag in NAMES[code]]
    return kz.Region(**{"id": code, "kind": "region", "names": names, **fields})


UNITS = [unit(code) for code in ("AT-1", "AT-2", "AT-3")]
UNITS.append(unit("old-valley", valid_to="1950", successors=UNITS[:2]))


def place(number: int, *codes: str) -> kz.Place:
    """Return a town in some of the units."""
    lies = [one for one in UNITS if one.id in codes]
    return made.place(f"dorf-{number}", country="AT", regions=lies, citations=[cited()])


def cited() -> kz.Citation:
    """Return a citation of a document of its own, so that the dataset is told by it."""
    return made.citation(1, source=SOURCE)


SOURCE = made.source("talbote")
PLACES = [place(1, "AT-1"), place(2, "AT-1", "AT-2"), place(3, "old-valley")]


def one_case(number: int) -> kz.Case:
    """Return a case with a site at one of the places."""
    where = made.site(PLACES[number], citations=[cited()])
    return made.case(f"fall-{number}", jurisdiction="AT", sites=[where], citations=[cited()])


def dataset(**tables: Any) -> kz.Dataset:
    """Return the dataset of the valley, in which no record is about the third unit.

    It is made anew each time, its document included, as if it had been read.
    """
    cases = [one_case(number) for number in range(3)]
    abai = made.actor("abai", citations=[cited()])
    words = made.statement("wort-1", speakers=[abai], places=[PLACES[0]], citations=[cited()])
    rally = made.event("fest-1", places=[PLACES[1]], citations=[cited()])
    told = made.statement("wort-2", speakers=[abai], about=[abai], citations=[cited()])
    rows = {
        "sources": [SOURCE],
        "regions": UNITS,
        "places": PLACES,
        "actors": [abai],
        "cases": cases,
        "statements": [words, told],
        "events": [rally],
        **tables,
    }
    return made.dataset(**pickle.loads(pickle.dumps(rows)))  # noqa: S301 - our own


VALLEY = dataset()


@pytest.mark.parametrize(
    "name", ["Obertal", "OBERTAL", "Upper valley", "felsovolgy", "at-1", "AT 1"]
)
def test_every_question_finds_a_region_of_its_dataset(name: str) -> None:
    """By code and in every language, whatever is asked, as for the shipped regions."""
    assert VALLEY.find_region(name) == UNITS[0]
    assert kz.find_region(name, among=VALLEY.cases) == UNITS[0]
    assert kz.cases_by_region(name, among=VALLEY.cases).ids == ("fall-0", "fall-1", "fall-2")
    assert kz.cases_by_region(name, match="certain", among=VALLEY.cases).ids == ("fall-0",)
    assert kz.statements_about(name, among=VALLEY.statements).ids == ("wort-1",)
    assert kz.events_about(name, among=VALLEY.events).ids == ("fest-1",)
    assert "is possibly in the answer" in kz.why(VALLEY.cases[1], region=name)


WAYS: list[Callable[[kz.Dataset], Iterable[kz.Case]]] = [
    lambda valley: valley.cases,
    lambda valley: valley.cases.where(kind="prosecution"),
    lambda valley: valley.cases[:1],
    lambda valley: list(valley.cases),
    lambda valley: (case for case in valley.cases),
    lambda valley: kz.cases_by_jurisdiction("AT", among=valley.cases),
    lambda valley: valley.pseudonymised().cases,
]


@pytest.mark.parametrize("way", WAYS)
def test_a_region_without_records_is_known_all_the_same(
    way: Callable[[kz.Dataset], Iterable[kz.Case]],
) -> None:
    """Nothing lies in the third unit: that is an empty answer, and no unknown name."""
    assert kz.cases_by_region("Niemandsland", among=way(VALLEY)) == kz.Table()
    with pytest.raises(kz.UnknownNameError):
        kz.cases_by_region("Niemandsland")


def test_records_outlive_their_dataset() -> None:
    """Whoever keeps a table alone, as in kz.read(...).cases, can ask by name for ever."""
    cases = dataset().cases
    gc.collect()
    assert kz.cases_by_region("Niemandsland", among=cases) == kz.Table()


def test_nothing_is_remembered_of_what_is_gone() -> None:
    """Documents and regions that nobody has any more take no memory."""
    before = len(dataset_module._REGIONS)
    sources = [made.source(f"bote-{number}") for number in range(50)]
    several = made.dataset(sources=sources, regions=UNITS)
    assert len(dataset_module._REGIONS) == before + 50
    del sources, several
    gc.collect()
    assert len(dataset_module._REGIONS) == before


def test_records_from_elsewhere_know_the_regions_they_refer_to() -> None:
    """A copy comes from no dataset: what is behind it is found, and the shipped regions."""
    cases = pickle.loads(pickle.dumps(list(VALLEY.cases)))  # noqa: S301 - our own
    assert kz.cases_by_region("Obertal", among=cases).ids == ("fall-0", "fall-1", "fall-2")
    assert kz.cases_by_region("North Kazakhstan", among=cases) == kz.Table()
    with pytest.raises(kz.UnknownNameError):
        kz.cases_by_region("Niemandsland", among=cases)


def test_the_shipped_regions_come_after() -> None:
    """A dataset may speak of Kazakhstan without a table of its regions; an own name is first."""
    assert kz.cases_by_region("North Kazakhstan", among=VALLEY.cases) == kz.Table()
    assert kz.find_region("KZ-59", among=VALLEY.cases).id == "KZ-59"
    assert kz.statements_about("Abai", among=VALLEY.statements).ids == ("wort-2",)
    with pytest.raises(kz.UnknownNameError):
        VALLEY.find_region("North Kazakhstan")
    mine = kz.Region(id="AT-4", kind="city", names=[RegionName(text="Abai", language="de")])
    valley = dataset(regions=[*UNITS, mine])
    assert kz.find_region("Abai", among=valley.cases) == mine
    assert kz.find_region("Abai").id == "KZ-10"


def test_a_code_of_ones_own_hides_the_shipped_unit() -> None:
    """Two units have one code: that of the dataset is meant, and the other has no name there."""
    mine = kz.Region(id="KZ-59", kind="city", names=[RegionName(text="Stadtl", language="de")])
    where = made.site(made.place("stadtl", regions=[mine], citations=[cited()]))
    case = made.case("fall-9", sites=[where], citations=[cited()])
    valley = dataset(regions=[*UNITS, mine], cases=[case])
    assert kz.find_region("KZ-59", among=valley.cases) == mine
    assert kz.cases_by_region("kz-59", among=valley.cases).ids == ("fall-9",)
    for name in ("North Kazakhstan", "KZ-SEV", "Солтүстік Қазақстан облысы"):
        with pytest.raises(kz.UnknownNameError):
            kz.cases_by_region(name, among=valley.cases)
        assert kz.find_region(name).id == "KZ-59"


@pytest.mark.parametrize("name", ["Austria", "AT", "aut", "the Republic of Austria"])
def test_every_country_with_regions_is_a_whole(name: str) -> None:
    """The country is told as such, by name and code, in every question; others are unknown."""
    for ask in (
        VALLEY.find_region,
        lambda text: kz.find_region(text, among=VALLEY.cases),
        lambda text: kz.cases_by_region(text, among=VALLEY.cases),
        lambda text: kz.statements_about(text, among=VALLEY.statements),
        lambda text: kz.events_about(text, among=VALLEY.events),
    ):
        with pytest.raises(kz.WholeCountryError) as caught:
            ask(name)
        assert (caught.value.what, caught.value.name) == ("region", name)
    with pytest.raises(kz.UnknownNameError) as unknown:
        VALLEY.find_region("Switzerland")
    assert not isinstance(unknown.value, kz.WholeCountryError)


def test_a_country_is_known_by_its_places_where_regions_have_no_codes() -> None:
    """Units that never had a code of ISO 3166-2 belong to the country of the places in them."""
    (old,) = (attrs.evolve(one, valid_to=None, successors=()) for one in UNITS[3:])
    where = made.place("dorf-9", country="AT", regions=[old], citations=[cited()])
    valley = dataset(regions=[old], places=[where], cases=[], statements=[], events=[])
    with pytest.raises(kz.WholeCountryError):
        valley.find_region("Austria")
    with pytest.raises(kz.WholeCountryError):
        kz.find_region("Austria", among=valley.places)


def test_a_unit_may_be_called_like_its_country() -> None:
    """The state of Mexico is a state of Mexico."""
    mexico = kz.Region(id="MX-MEX", kind="region", names=[RegionName(text="México", language="es")])
    valley = dataset(regions=[mexico])
    assert valley.find_region("mexico") == valley.find_region("MX-MEX") == mexico


def test_a_place_may_be_called_like_its_country() -> None:
    """What is said about a country can be asked where the country is a place of the dataset."""
    land = made.place("austria", country="AT", citations=[cited()])
    words = made.statement("wort-9", places=[land, PLACES[0]], citations=[cited()])
    valley = dataset(places=[*PLACES, land], statements=[words])
    assert kz.statements_about("Austria", among=valley.statements).ids == ("wort-9",)


def test_a_dataset_without_regions_says_so_of_every_name() -> None:
    """No region is its own; the questions know the shipped ones, and find nothing in them."""
    cases = [made.case("fall-1", citations=[cited()])]
    bare = dataset(regions=[], places=[], cases=cases, statements=[], events=[])
    for name in ("Obertal", "North Kazakhstan", "AT-1"):
        with pytest.raises(kz.UnknownNameError):
            bare.find_region(name)
    assert kz.cases_by_region("North Kazakhstan", among=bare.cases) == kz.Table()
    with pytest.raises(kz.UnknownNameError):
        kz.cases_by_region("Obertal", among=bare.cases)


codes = st.sampled_from(list(NAMES))


@settings(max_examples=25)
@given(st.lists(codes, unique=True), st.lists(st.lists(codes, unique=True), max_size=3))
def test_names_and_codes_answer_like_the_region_itself(
    known: list[str], sites: list[list[str]]
) -> None:
    """For any table of regions and any cases, text is answered as the region it means is.

    The naive way is to go through the table and compare the names as they are written.
    """
    table = [one for one in UNITS if one.id in known or any(one.id in codes for codes in sites)]
    source = made.source("bote")
    told = made.citation(1, source=source)
    cases = [
        made.case(
            f"fall-{number}",
            citations=[told],
            sites=[made.site(attrs.evolve(place(number, *lies), citations=[told]))],
        )
        for number, lies in enumerate(sites)
    ]
    valley = made.dataset(sources=[source], regions=table, cases=cases)
    for one in UNITS if cases else ():
        for text in (one.id, *(name.text for name in one.names)):
            if one not in table:
                continue  # unknown, as another test says; to tell it takes its time
            for match in ("possible", "certain"):
                asked = kz.cases_by_region(text, match=match, among=valley.cases)
                assert asked == kz.cases_by_region(one, match=match, among=valley.cases)


def test_the_command_knows_the_regions_of_another_dataset(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """--data and --region go together, also where an earlier option has left nothing over."""
    write(VALLEY, tmp_path)
    asked = ["--data", str(tmp_path), "--region"]
    assert main(["cases", *asked, "Untertal", "--match", "certain"]) == 0
    assert capsys.readouterr().out.strip() == "nothing found"
    assert main(["cases", *asked, "Lower Valley", "--format", "csv", "--columns", "id"]) == 0
    assert capsys.readouterr().out.split() == ['"id"', '"fall-1"', '"fall-2"']
    assert main(["statements", *asked, "Niemandsland"]) == 0
    assert capsys.readouterr().out.strip() == "nothing found"
    assert main(["events", *asked, "Obertal", "--from", "1990", "--to", "1991"]) == 0
    assert main(["cases", *asked, "Austria"]) == 2
    assert "is the whole country" in capsys.readouterr().err
    assert main(["cases", *asked, "Akmola"]) == 0
    assert main(["cases", *asked, "Nirgends"]) == 2
