"""The filters of the command, how surely a date has to fit, and counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import kzseparatism as kz
from command import pseudonymise_once
from kzseparatism.cli import main

Ask = Callable[[str], list[dict[str, Any]]]
Refused = Callable[[str], str]
WINDOW = ("2023-04-01", "2023-04-09")


@pytest.fixture(scope="module", autouse=True)
def _view() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        pseudonymise_once(patch)
        yield


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that gives the rows that a line prints."""

    def rows(line: str) -> list[dict[str, Any]]:
        code = main([*line.split(), "--format", "json"])
        out, err = capsys.readouterr()
        assert (code, err) == (0, "")
        found: list[dict[str, Any]] = json.loads(out)
        return found

    return rows


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    """Return a function that gives the error that a line ends with."""

    def message(line: str) -> str:
        code = main(line.split())
        out, err = capsys.readouterr()
        assert (code, out) == (2, "")
        return err

    return message


def cites(record: kz.Record, source: str) -> bool:
    """Return whether a record is based on a document."""
    return any(citation.source.id == source for citation in record.all_citations)


def roles(actor: kz.Actor, body: str) -> bool:
    """Return whether an actor has a current role in a body."""
    return any(
        one.organisation is not None and one.organisation.id == body and not one.former
        for one in actor.roles
    )


def has_place(record: kz.Event, place: str) -> bool:
    """Return whether an event took place somewhere."""
    return place in {one.id for one in record.places}


# Each line, and what it should have found, said without any query.
FILTERS: dict[str, Callable[[Any], bool]] = {
    "statements --outlet Facebook": lambda s: s.outlet is not None and s.outlet.id == "facebook",
    "statements --medium video": lambda s: s.medium.value == "video",
    "statements --attribution direct --stance affirms": (
        lambda s: (s.attribution.value, s.stance.value) == ("direct", "affirms")
    ),
    "statements --dispute authorship": lambda s: s.dispute.value == "authorship",
    "statements --date-basis printed": lambda s: s.date_basis.value == "printed",
    "statements --source ean-report": lambda s: cites(s, "ean-report"),
    "statements --case peoples-council-petropavlovsk": (
        lambda s: "peoples-council-petropavlovsk" in {case.id for case in s.cases}
    ),
    "cases --place Petropavlovsk": (
        lambda c: any(site.place.id == "petropavlovsk" for site in c.sites)
    ),
    "cases --place Petropavlovsk --relation residence": (
        lambda c: any(
            (site.place.id, site.relation.value) == ("petropavlovsk", "residence")
            for site in c.sites
        )
    ),
    "cases --jurisdiction RU": lambda c: c.jurisdiction == "RU",
    "cases --offence separatism": (
        lambda c: any(
            "separatism"
            in f"{one.offence} {one.provision.offence if one.provision else ''}".lower()
            for one in c.charges
        )
    ),
    "cases --kind aggregate": lambda c: c.kind.value == "aggregate",
    "cases --source worldcrunch": lambda c: cites(c, "worldcrunch"),
    "events --kind warning": lambda e: e.kind.value == "warning",
    "events --source nlm-article": lambda e: cites(e, "nlm-article"),
    "events --about Petropavlovsk": lambda e: has_place(e, "petropavlovsk"),
    "events --region KZ-27": (
        lambda e: any("KZ-27" in {unit.id for unit in place.regions} for place in e.places)
    ),
    "actors --kind platform": lambda a: a.kind.value == "platform",
    "actors --role deputy": (
        lambda a: any("deputy" in one.title.lower().split() for one in a.roles)
    ),
    "actors --member-of state-duma": (
        lambda a: a.kind is kz.ActorKind.PERSON and roles(a, "state-duma")
    ),
    "actors --source window-on-eurasia --country KZ": (
        lambda a: a.country == "KZ" and cites(a, "window-on-eurasia")
    ),
    "discrepancies --kind account": lambda d: d.kind.value == "account",
    "provisions --source nlm-article": lambda p: cites(p, "nlm-article"),
}


@pytest.mark.parametrize("line", FILTERS)
def test_filters(ask: Ask, line: str) -> None:
    """A filter finds what a loop over the records finds, neither nothing nor everything."""
    records = getattr(kz.load(), line.split(maxsplit=1)[0])
    expected = {record.id for record in records if FILTERS[line](record)}
    assert {row["id"] for row in ask(line)} == expected
    assert 0 < len(expected) < len(records)


def test_filters_narrow_each_other_down(ask: Ask) -> None:
    """A document is known to the dataset, also where the other filters leave nothing of it."""
    assert ask("statements --to 1980 --source ean-report --medium video") == []


@pytest.mark.parametrize("table", ["statements", "events", "timeline"])
def test_coded_is_between_possible_and_certain(ask: Ask, table: str) -> None:
    """What is coded inside a window is all that is certain there, and the rest is possible."""
    line = f"{table} --from {WINDOW[0]} --to {WINDOW[1]}"
    rows = {match: ask(f"{line} --match {match}") for match in ("possible", "coded", "certain")}
    names = {match: [row["id"] for row in found] for match, found in rows.items()}
    assert set(names["certain"]) <= set(names["coded"]) < set(names["possible"])
    inside = [
        row["id"]
        for row in rows["possible"]
        if (row["date_earliest"] or "") >= WINDOW[0] and (row["date_latest"] or "9") <= WINDOW[1]
    ]
    assert names["coded"] == inside
    if table != "timeline":
        marked = [row["id"] for row in rows["coded"] if row["match"] == "certain"]
        assert marked == names["certain"]


def test_coded_stages_of_cases(ask: Ask) -> None:
    """A case fits where one of its stages is coded inside the window."""
    expected = {
        case.id
        for case in kz.load().cases
        for stage in case.stages
        if stage.date is not None
        and (stage.date.earliest.year, stage.date.latest.year) == (2023, 2023)
    }
    assert {row["id"] for row in ask("cases --from 2023 --to 2023 --match coded")} == expected


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("statements --match coded", "--match coded goes with --from or --to"),
        ("cases --region KZ-59 --match coded", "--match coded goes with --from or --to"),
        ("statements --from 2023 --match coded --undated", "never coded"),
        ("cases --relation court", "--relation goes with --region or --place"),
        ("cases --place Nowhereville", "Nowhereville"),
        ("statements --source ean-reprot", "did you mean 'ean-report'"),
        ("statements --case nowhere-at-all", "nowhere-at-all"),
        ("statements --medium vidio", "did you mean 'video'"),
        ("events --match certain", "--match certain goes with --from, --to, --region or --about"),
        ("events --about medvedev-page-artificial-state", "statements --about medvedev-page-art"),
        ("cases --involving Chatroulette", "write kzseparatism statements --outlet chatroulette"),
        ("cases --involving Uralsk", "write kzseparatism cases --place uralsk or kzseparatism cas"),
        ("cases --place Akmola", "write kzseparatism cases --region KZ-11"),
        ("statements --by Facebook", "write kzseparatism statements --outlet facebook"),
        ("statements --by ean-report", "write kzseparatism statements --source ean-report"),
        ("statements --outlet Omsk", "write kzseparatism statements --about omsk"),
        ("actors --member-of Putin", "write kzseparatism show putin"),
        ("actors --country Russia", "write 'RU'"),
        ("counts statements", "--by"),
        ("counts statements --by years", "did you mean 'year'"),
        ("counts sentences --by year", "invalid choice"),
        ("counts statements --by summary", "holds neither words"),
        ("counts events --by year --stage trial", "--stage goes with cases"),
    ],
)
def test_what_is_refused(refused: Refused, line: str, part: str) -> None:
    """A line that would mean nothing, or something else than it says, is an error."""
    assert part in refused(line)


def test_a_kind_of_actor_is_told_of_the_whole_dataset(ask: Ask) -> None:
    """What other options leave out does not make a speaker an outlet that says nothing."""
    assert ask("statements --by Regnum --from 2023 --to 2023 --match certain") == []
    assert ask("cases --involving Putin") == []


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("statements --by year", lambda d: len(d.statements)),
        ("statements --by stance", lambda d: len(d.statements)),
        ("statements --by speakers", lambda d: len(d.statements)),
        ("events --by month", lambda d: len(d.events)),
        ("actors --by kind", lambda d: len(d.actors)),
        ("cases --by region", lambda d: len(d.cases)),
        ("cases --by status", lambda d: len(d.cases)),
        ("cases --by year", lambda d: sum(len(case.stages) for case in d.cases)),
        (
            "cases --by year --stage conviction",
            lambda d: sum(one.kind.value == "conviction" for c in d.cases for one in c.stages),
        ),
    ],
)
def test_counts_leave_nothing_out(ask: Ask, line: str, total: Callable[[kz.Dataset], int]) -> None:
    """Each record, or each stage of a case by time, is shared out as one; words by a loop too."""
    table, _, by, *_ = line.split()
    rows = ask(f"counts {line}")
    assert list(rows[0]) == ["id", "group", "certain", "possible", "weighted"]
    weights = {row["id"]: row["weighted"] for row in rows}
    # A case lies in no region, or as a whole in several; what lies abroad is in none.
    assert sum(weights.values()) == pytest.approx(total(kz.load()))
    if by in ("stance", "kind", "status"):
        words = [getattr(record, by).value for record in getattr(kz.load(), table)]
        assert weights == {word: words.count(word) for word in set(words)}


def test_counts_in_the_order_of_a_number(ask: Ask) -> None:
    """Numbers with a fraction are sorted as numbers."""
    weights = [row["weighted"] for row in ask("counts statements --by year --sort weighted")]
    assert weights == sorted(weights)


def test_counts_show_no_private_name(ask: Ask) -> None:
    """Groups of people are under their public names."""
    private = {actor.name for actor in kz.load().actors if actor.private}
    assert private
    assert not private & {row["group"] for row in ask("counts statements --by speakers")}
