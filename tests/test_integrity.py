"""The rules between records: each is broken by a dataset made for it, and by nothing else."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import kzseparatism as kz
import miniature
from kzseparatism.errors import WrongTypeError
from kzseparatism.integrity.rules import RULES
from miniature import GAZETTE, HERALD, PRIVATE_ALIAS, PRIVATE_ID, PRIVATE_NAME, Content, row

Change = Callable[[Content], object]


def problems_after(tmp_path: Path, change: Change) -> tuple[kz.Problem, ...]:
    """Return what ``check`` finds after a change to the content of the miniature."""
    content = miniature.content()
    change(content)
    return kz.check(miniature.build(tmp_path, content))


def only_problem(tmp_path: Path, change: Change) -> kz.Problem:
    """Return the one problem that ``check`` finds after a change."""
    (problem,) = problems_after(tmp_path, change)
    return problem


def set_in(record_id: str, **values: Any) -> Change:
    """Return the change that gives a row these values."""
    return lambda content: row(content, record_id).update(values)


def stages(*told: tuple[str, str, list[str]]) -> Change:
    """Return the change that gives the case these stages: kind, date and people."""
    return set_in(
        "made-up-case",
        stages=[
            {"kind": kind, "date": date, "date_basis": "printed", "defendants": people}
            | {"citations": [f"{GAZETTE}#{number}" for number in (6, 7, 8)]}
            for kind, date, people in told
        ],
    )


def test_miniature_and_shipped_data_break_no_rule(tmp_path: Path) -> None:
    """Nothing is wrong with either."""
    assert kz.check(miniature.build(tmp_path)) == ()
    assert kz.check(kz.load()) == ()


def test_check_takes_a_dataset_only(tmp_path: Path) -> None:
    """A directory, a table or nothing is a TypeError that says what to do."""
    for value in (None, str(tmp_path), kz.load().cases):
        with pytest.raises(WrongTypeError, match="is not a Dataset; load or read one"):
            kz.check(value)  # type: ignore[arg-type]


def test_problem_is_written_like_a_problem_of_reading(tmp_path: Path) -> None:
    """File, row, id and sentence, in that order."""
    problem = only_problem(tmp_path, set_in("two-arrests", records=["made-up-case", "zzz"]))
    assert str(problem) == (
        "discrepancies.json:9:7: $[0] \"two-arrests\".records[1]: 'zzz' is not the id of a record"
    )
    assert problem == kz.DataError(*problem.args)
    with pytest.raises(AttributeError):
        problem.message = ""  # type: ignore[misc]


def test_every_rule_is_explained() -> None:
    """Each rule has a name that reads as a sentence, and a docstring; none is listed twice."""
    assert len(set(RULES)) == len(RULES) >= 14
    assert all(rule.__doc__ for rule in RULES)


def test_problems_come_by_rule_then_by_place(tmp_path: Path) -> None:
    """The order of the problems is that of the rules, and of the rows within a rule."""

    def change(content: Content) -> None:
        content["ledger"] = content["ledger"][:-1]
        row(content, "made-up-rally")["citations"] = [f"{GAZETTE}#6", f"{HERALD}#2", f"{HERALD}#9"]
        row(content, "farland")["citations"] = [f"{HERALD}#8"]

    found = problems_after(tmp_path, change)
    assert [problem.origin for problem in found] == ["places.json", "events.json", "sources.json"]


# Ids and links. Reading holds most of them; a dataset made in Python need not come from files.


def test_id_taken_over_tables(tmp_path: Path) -> None:
    """Two records of two tables with one id are a problem of the later."""
    dataset = miniature.build(tmp_path)
    twin = attrs.evolve(dataset.events[0], id="farland")
    found = kz.check(attrs.evolve(dataset, events=kz.Table([*dataset.events, twin])))
    assert (found[0].origin, found[0].path, found[0].record) == (
        "events.json",
        "$[1].id",
        "farland",
    )
    assert found[0].message == (
        "the id is taken by places.json$[1]; ids are unique over all tables"
    )


@pytest.mark.parametrize(
    ("table", "lost", "holder"),
    [
        ("actors", "nemo-nobody", "made-up-case"),
        ("actors", "nowhere-society", "nemo-nobody"),
        ("actors", "exampleville-court", "nobody-replies"),
        ("places", "farland", "nemo-nobody"),
        ("regions", "KZ-X2", "old-nowhere"),
        ("provisions", "made-up-article", "made-up-case"),
        ("statements", "locals-say-nothing", "nobody-replies"),
        ("cases", "made-up-case", "made-up-rally"),
        ("sources", HERALD, "made-up-count"),
    ],
)
def test_link_out_of_the_dataset(tmp_path: Path, table: str, lost: str, holder: str) -> None:
    """A record that another links to, from a field or a part, must be in its table."""
    dataset = miniature.build(tmp_path)
    kept = getattr(dataset, table).where(lambda record: record.id != lost)
    found = kz.check(attrs.evolve(dataset, **{table: kept}))
    message = f"links to {lost!r}, which the dataset does not have"
    assert (holder, message) in {(problem.record, problem.message) for problem in found}


def test_link_to_another_record_of_the_same_id(tmp_path: Path) -> None:
    """A link must be the record that the dataset has under that id, not an older one."""
    dataset = miniature.build(tmp_path)
    changed = attrs.evolve(dataset.provisions[0], note="Changed.")
    (problem,) = kz.check(attrs.evolve(dataset, provisions=kz.Table([changed])))
    assert (problem.origin, problem.path, problem.record) == (
        *("cases.json", "$[0].charges[0].provision", "made-up-case"),
    )
    assert problem.message == "links to another 'made-up-article' than the one in the dataset"


def test_equal_copies_are_the_same(tmp_path: Path) -> None:
    """An equal record need not be the same object."""
    dataset = miniature.build(tmp_path)
    twins = kz.Table(copy.deepcopy(record) for record in dataset.provisions)
    assert kz.check(attrs.evolve(dataset, provisions=twins)) == ()


@pytest.mark.parametrize(
    ("record_id", "origin"),
    [("farland", "places.json"), ("made-up-count", "cases.json"), ("two-arrests", None)],
)
def test_citation_beyond_the_document(tmp_path: Path, record_id: str, origin: str | None) -> None:
    """A paragraph that the document does not have is named with the number that it has."""

    def change(content: Content) -> None:
        row(content, record_id)["citations"].append(f"{HERALD}#4")

    problem = only_problem(tmp_path, change)
    assert problem.origin == (origin or "discrepancies.json")
    assert problem.record == record_id
    assert problem.message == (
        f"cites {HERALD}#4, but the document has 3 paragraphs; correct the number"
    )


def test_citation_beyond_the_document_in_a_part(tmp_path: Path) -> None:
    """The citations of parts count as well."""

    def change(content: Content) -> None:
        row(content, "made-up-case")["sites"][0]["citations"].append(f"{GAZETTE}#13")

    assert only_problem(tmp_path, change).record == "made-up-case"


def test_last_paragraph_exists(tmp_path: Path) -> None:
    """The count of paragraphs is inclusive."""

    def change(content: Content) -> None:
        row(content, "farland")["citations"].append(f"{HERALD}#3")

    assert problems_after(tmp_path, change) == ()


def test_row_of_the_ledger_beyond_the_document(tmp_path: Path) -> None:
    """A row for a paragraph that there is not is a problem of the ledger."""

    def change(content: Content) -> None:
        content["ledger"].append(
            content["ledger"][-1] | {"paragraph": f"{HERALD}#4", "excluded": "caption"}
        )

    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.path, problem.record) == (
        *("ledger.json", "$[15].paragraph", f"{HERALD}#4"),
    )


def test_discrepancy_about_nothing(tmp_path: Path) -> None:
    """A discrepancy names records that there are; a slip is answered with the nearest id."""
    problem = only_problem(
        tmp_path, set_in("two-arrests", records=["made-up-case", "made-up-rely"])
    )
    assert (problem.origin, problem.path) == ("discrepancies.json", "$[0].records[1]")
    assert problem.message.startswith(
        "'made-up-rely' is not the id of a record; did you mean 'made-up-rally'"
    )


@pytest.mark.parametrize("record_id", [GAZETTE, "KZ-X1", "made-up-case", "accused-1"])
def test_discrepancy_may_name_any_record(tmp_path: Path, record_id: str) -> None:
    """Sources and regions can be at odds too."""
    change = set_in(
        "two-arrests", records=["made-up-case", record_id][record_id == "made-up-case" :]
    )
    assert problems_after(tmp_path, change) == ()


@pytest.mark.parametrize(
    ("part", "key", "within"),
    [
        ("stages", "defendants", ".stages[1]"),
        ("charges", "defendants", ".charges[0]"),
        ("sentences", "convicts", ".sentences[1]"),
    ],
)
def test_stranger_in_a_part(tmp_path: Path, part: str, key: str, within: str) -> None:
    """Whom a part is about is among the people of the case."""
    index = int(within[-2])

    def change(content: Content) -> None:
        row(content, "made-up-case")[part][index][key] = ["gazette"]

    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.path, problem.record) == (
        *("cases.json", f"$[0]{within}", "made-up-case"),
    )
    assert problem.message == "'gazette' is not a defendant of the case; add it there"


@pytest.mark.parametrize(("part", "key"), [("charges", "defendants"), ("sentences", "convicts")])
def test_others_are_neither_charged_nor_sentenced(tmp_path: Path, part: str, key: str) -> None:
    """One of the others can be in a stage (the miniature has one), and in no other part."""

    def change(content: Content) -> None:
        row(content, "made-up-case")[part][0][key] = ["nemo-nobody"]

    assert only_problem(tmp_path, change).message.startswith("'nemo-nobody' is not a defendant")


def test_nobody_is_defendant_and_other(tmp_path: Path) -> None:
    """One person stands in one of the two lists."""
    problem = only_problem(tmp_path, set_in("made-up-case", others=["nemo-nobody", "some-locals"]))
    assert (problem.path, problem.record) == ("$[0].others", "made-up-case")
    assert problem.message == ("'some-locals' is a defendant and can't be among the others as well")


# Dates and lengths of time.

BOTH = [PRIVATE_ID, "some-locals"]


@pytest.mark.parametrize(
    ("told", "is_wrong"),
    [
        ([("trial", "2023-06-02", []), ("arrest", "2023-06-01", [])], True),
        ([("trial", "2023-06", []), ("arrest", "2023-05-31", [])], True),
        ([("trial", "2023-06", []), ("arrest", "2023-06-01", [])], False),
        ([("trial", "2023-06-02", []), ("arrest", "2023-06-02", [])], False),
        ([("trial", "2023-06-02?", []), ("arrest", "2023-06-01", [])], False),
        ([("trial", "2023-06-02", []), ("arrest", "2023-06-01~", [])], False),
        ([("trial", "2023-06-02", [PRIVATE_ID]), ("arrest", "2023-06-01", [PRIVATE_ID])], True),
        ([("trial", "2023-06-02", [PRIVATE_ID]), ("arrest", "2023-06-01", BOTH)], True),
        ([("trial", "2023-06-02", [PRIVATE_ID]), ("arrest", "2023-06-01", [])], True),
        ([("trial", "2023-06-02", []), ("arrest", "2023-06-01", [PRIVATE_ID])], True),
        ([("trial", "2023-06-02", ["some-locals"]), ("arrest", "2023-06-01", [PRIVATE_ID])], False),
        (
            [("trial", "2023-06-02", []), ("charge", "2023-07?", []), ("arrest", "2023-05", [])],
            True,
        ),
    ],
)
def test_stages_in_order(
    tmp_path: Path, told: list[tuple[str, str, list[str]]], *, is_wrong: bool
) -> None:
    """A later stage never certainly precedes an earlier one of the same people."""
    found = [
        problem
        for problem in problems_after(tmp_path, stages(*told))
        if "precedes" in problem.message
    ]
    assert len(found) == is_wrong


def test_each_stage_out_of_order_is_one_problem(tmp_path: Path) -> None:
    """Of several stages that it precedes, the one that began last is named."""
    told: list[tuple[str, str, list[str]]] = [
        (kind, date, []) for kind, date in (("trial", "2023-05-02"), ("charge", "2023-05-05"))
    ]
    change = stages(*told, ("arrest", "2023-05-01", []), ("conduct", "2023-04", []))
    problems = [one for one in problems_after(tmp_path, change) if "precedes" in one.message]
    assert [problem.path for problem in problems] == ["$[0].stages[2]", "$[0].stages[3]"]
    assert all("precedes charge on 2023-05-05" in problem.message for problem in problems)


def test_unknown_records_of_discrepancies_are_looked_up_for_the_first_ten(tmp_path: Path) -> None:
    """All are reported, and the first ten come with suggestions."""
    unknown = [f"made-up-cas{number}" for number in range(40)]
    problems = problems_after(tmp_path, set_in("two-arrests", records=unknown))
    found = [one.message for one in problems if "is not the id of a record" in one.message]
    assert len(found) == 40
    assert ["did you mean" in message for message in found] == [True] * 10 + [False] * 30


OUTCOMES = [
    # the kind of the case, its stages, penalties of its sentences, what is wrong and where
    ("prosecution", ["fine"], [], "the stage fine is not of criminal law", "stages[0]"),
    ("prosecution", ["trial", "detention"], [], "the stage detention is not of", "stages[1]"),
    ("prosecution", ["suspension", "appeal"], [], "the stage suspension is not of", "stages[0]"),
    ("prosecution", ["dismissal", "fine"], [], "the stage dismissal is not of", "stages[0]"),
    ("prosecution", ["fine"], ["fine"], "the stage fine is not of criminal law", "stages[0]"),
    ("prosecution", ["detention", "charge", "conviction"], ["fine"], "", ""),
    ("prosecution", ["sentence"], ["fine", "imprisonment"], "", ""),
    ("prosecution", ["charge"], [], "", ""),
    ("administrative", ["fine"], ["fine"], "", ""),
    ("civil", ["sentence"], ["fine"], "", ""),
    ("aggregate", ["fine"], [], "", ""),
    (
        "prosecution",
        ["trial"],
        ["imprisonment"],
        "the status of the case is tried; ",
        "sentences[0]",
    ),
    ("plot", [], ["other", "fine"], "(conviction or sentence)", "sentences[1]"),
    ("administrative", ["trial"], ["detention"], "(detention or sentence)", "sentences[0]"),
    ("prosecution", ["arrest"], ["other"], "", ""),
    ("civil", ["fine"], ["fine", "imprisonment"], "is civil; name", "sentences[1].penalty"),
    ("administrative", ["sentence"], ["imprisonment"], "administrative", "sentences[0].penalty"),
    ("uprising", ["conviction"], ["imprisonment"], "", ""),
]


@pytest.mark.parametrize("example", OUTCOMES, ids=str)
def test_what_is_imposed_fits_the_kind_of_the_case(
    tmp_path: Path, example: tuple[str, list[str], list[str], str, str]
) -> None:
    """What only criminal law imposes, and what it does not, stand in cases of their kind."""
    kind, told, penalties, words, within = example

    def change(content: Content) -> None:
        stages(*((stage, "2023-06-02", []) for stage in told))(content)
        cited = [f"{GAZETTE}#8"]
        imposed = [{"penalty": penalty, "citations": cited} for penalty in penalties]
        row(content, "made-up-case").update(kind=kind, sentences=imposed)

    found = problems_after(tmp_path, change)
    assert [problem.path for problem in found] == ([f"$[0].{within}"] if words else [])
    assert all(words in problem.message for problem in found)


def test_message_about_stages_out_of_order(tmp_path: Path) -> None:
    """Both stages and both dates are named, and what can be done."""
    change = stages(("sentence", "2023-06-02", []), ("arrest", "2023-06-01", []))
    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.path, problem.record) == (
        *("cases.json", "$[0].stages[1]", "made-up-case"),
    )
    assert problem.message == (
        "arrest on 2023-06-01 precedes sentence on 2023-06-02; put them in order, or qualify what "
        "the document contradicts"
    )


def test_terms_beyond_sense(tmp_path: Path) -> None:
    """A hundred years are taken, and more are a problem: for a sentence and for a maximum."""

    def change(content: Content) -> None:
        row(content, "made-up-case")["sentences"][0]["term"] = "P100Y1D"
        row(content, "made-up-article")["maximum"] = "P101Y"

    found = problems_after(tmp_path, change)
    assert [(problem.origin, problem.path) for problem in found] == [
        ("provisions.json", "$[0].maximum"),
        ("cases.json", "$[0].sentences[0].term"),
    ]
    assert found[0].message == "a term of P101Y can't be meant; check it"
    hundred = set_in("made-up-article", maximum="P100Y")
    assert problems_after(tmp_path, hundred) == ()


@pytest.mark.parametrize(
    ("date", "wrong"),
    [
        ("2024-01-01", "is after"),
        ("2024", "is after"),
        ("2023-12-31", ""),
        ("2023-12", ""),
        ("[..2023-12-31]", ""),
        ("2024-01-01?", "is after"),
        ("[2023-12-31..]", "goes on after"),
        ("[2023-06-01..2024-01-01]", "goes on after"),
        ("[2023-06-01?..2024-01-01?]", "goes on after"),
        ("[2024-01-01..]", "is after"),
    ],
)
def test_statement_after_its_document(tmp_path: Path, date: str, wrong: str) -> None:
    """What a document tells of had ended by its last possible day of publication."""
    found = problems_after(tmp_path, set_in("nobody-replies", date=date, date_basis="derived"))
    assert len(found) == bool(wrong)
    for problem in found:
        assert (problem.origin, problem.path) == ("statements.json", "$[0].date")
        remedy = "correct the date or the citations" if wrong == "is after" else "let it end there"
        assert problem.message == (
            f"{date} {wrong} its documents were published, on 2023-12-31 at the latest; {remedy}"
        )


def test_last_of_several_documents_counts(tmp_path: Path) -> None:
    """A statement that a later document tells of too may be as late as that."""
    later = set_in("nobody-replies", date="2024-02-01", citations=[f"{GAZETTE}#10", f"{HERALD}#2"])
    assert problems_after(tmp_path, later) == ()


def test_stage_after_its_document(tmp_path: Path) -> None:
    """The rule holds for stages, by the citations of the stage."""

    def change(content: Content) -> None:
        row(content, "made-up-case")["stages"][4].update(date="2024", date_basis="printed")

    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.path) == ("cases.json", "$[0].stages[4].date")


DATED = [
    ("nobody-replies", "", "$[0].date"),
    ("made-up-rally", "", "$[0].date"),
    ("made-up-article", "", "$[0].date"),
    ("made-up-case", "stages", "$[0].stages[0].date"),
    ("nemo-nobody", "roles", "$[0].roles[0].date"),
]


def told_by_the_gazette(record_id: str, part: str, date: str) -> Change:
    """Return the change that dates a row, or the first part of it, and cites one document."""

    def change(content: Content) -> None:
        dated = row(content, record_id)[part][0] if part else row(content, record_id)
        dated.update(date=date, date_basis="derived", citations=[f"{GAZETTE}#6"])

    return change


@pytest.mark.parametrize(("record_id", "part", "path"), DATED)
def test_whatever_is_dated_is_held_to_its_documents(
    tmp_path: Path, record_id: str, part: str, path: str
) -> None:
    """Statements, events, provisions, stages and roles are bounded by publication, all alike."""
    change = told_by_the_gazette(record_id, part, "[2023-01-01..2024-06-30]")
    (found,) = (one for one in problems_after(tmp_path, change) if one.record == record_id)
    assert found.path == path
    assert "goes on after its documents were published" in found.message


def test_open_publication_bounds_nothing(tmp_path: Path) -> None:
    """Where nobody knows when a document appeared, what it tells of is not held to it."""

    def change(content: Content) -> None:
        row(content, GAZETTE)["published"] = "[2023-12-31..]"
        set_in("nobody-replies", date="2087", date_basis="derived")(content)
        set_in("made-up-rally", date="[2023-01-01..]", date_basis="derived")(content)

    assert problems_after(tmp_path, change) == ()


@pytest.mark.parametrize(
    "told",
    [
        ("1903-12-30", "2023-12-31", True),
        ("1903-12-31", "2023-12-31", False),
        ("190X", "2023-12-31", False),
        ("[..1903-12-30]", "2023-12-31", True),
        ("[..2023-01-01]", "2023-12-31", False),
        ("1203-05-30?", "2023-12-31", True),
        ("1203-05-30", "[..2023-12-31]", False),
        ("0002", "0101-01-01", False),
    ],
)
@pytest.mark.parametrize("where", DATED)
def test_slip_in_the_century(
    tmp_path: Path, where: tuple[str, str, str], told: tuple[str, str, bool]
) -> None:
    """What a person said or did is not told 120 years later; what is history may be older."""
    (record_id, part, path), (date, published, is_wrong) = where, told

    def change(content: Content) -> None:
        row(content, GAZETTE)["published"] = published
        told_by_the_gazette(record_id, part, date)(content)

    history = record_id in {"made-up-rally", "made-up-article"}
    found = [one for one in problems_after(tmp_path, change) if "120 years" in one.message]
    assert [one.path for one in found] == ([path] if is_wrong and not history else [])
    for problem in found:
        assert problem.message == (
            f"{date} is more than 120 years before its documents, which are of 2023-12-31 at the "
            "earliest; correct the year"
        )


@pytest.mark.parametrize(
    ("date", "is_wrong"),
    [("2024-01-01", True), ("2023-12-31", False), ("[2023-12-31..2024-02-02]", False)],
)
def test_stage_told_before_it_happened(tmp_path: Path, date: str, *, is_wrong: bool) -> None:
    """A stage cites no document that had appeared before it began."""

    def change(content: Content) -> None:
        row(content, "made-up-case")["stages"][4].update(
            date=date, date_basis="derived", citations=[f"{GAZETTE}#8", f"{HERALD}#2"]
        )

    found = problems_after(tmp_path, change)
    assert len(found) == is_wrong
    for problem in found:
        assert (problem.origin, problem.path) == ("cases.json", "$[0].stages[4].date")
        assert problem.message == (
            f"cites {GAZETTE}#8, which was published on 2023-12-31 at the latest, before {date}; "
            "take the citation out, or correct the date"
        )


@pytest.mark.parametrize(
    ("coded", "is_wrong"),
    [("2023-12-31", True), ("2024-01-01", False), ("2024", False), ("one of these days", False)],
)
def test_document_younger_than_its_coding(tmp_path: Path, coded: str, *, is_wrong: bool) -> None:
    """A document was there before it was coded; a day that nobody can read is no day."""
    found = problems_after(tmp_path, lambda content: content["dataset"].update(coded=coded))
    assert len(found) == is_wrong
    for problem in found:
        assert str(problem) == (
            f'sources.json:20:18: $[1] "{HERALD}".published: [2024-01-01..2024-02-02] is after the '
            "coding, on 2023-12-31; correct one of the two days"
        )


@pytest.mark.parametrize(
    ("reply", "answered", "is_wrong"),
    [
        ("2023-05-01", "2023-05-02", True),
        ("2023-05-01?", "2023-05-02", False),
        ("2023-05-01", "2023-05-02~", False),
        ("2023-05-02", "2023-05-02", False),
        ("2023-05", "2023-05-31", False),
        ("[..2023-05-01]", "2023-06", True),
        ("2023-05-01", "", False),
        ("", "2023-06", False),
    ],
)
def test_answer_before_what_it_answers(
    tmp_path: Path, reply: str, answered: str, *, is_wrong: bool
) -> None:
    """A reply does not certainly precede the statement that it answers."""

    def change(content: Content) -> None:
        for record_id, date in (("nobody-replies", reply), ("locals-say-nothing", answered)):
            basis = "derived" if date else "none"
            set_in(record_id, date=date or None, date_basis=basis, date_text="")(content)

    found = problems_after(tmp_path, change)
    assert len(found) == is_wrong
    for problem in found:
        assert (problem.origin, problem.path) == ("statements.json", "$[0].responds_to[0]")
        assert problem.message == (
            f"is of {reply} and answers 'locals-say-nothing' of {answered}; correct a date, or "
            "qualify what the document contradicts"
        )


def test_same_statement_under_a_second_id(tmp_path: Path) -> None:
    """A statement that differs from another by its id and note alone stands twice."""

    def change(content: Content) -> None:
        twin = copy.deepcopy(row(content, "locals-say-nothing"))
        content["statements"].append(twin | {"id": "locals-again", "note": "Told once."})

    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.path, problem.record) == (
        *("statements.json", "$[2]", "locals-again"),
    )
    assert problem.message == "says the same as 'locals-say-nothing'; keep one of the two"


@pytest.mark.parametrize(
    "other", [{"stance": "none"}, {"citations": [f"{GAZETTE}#7"]}, {"speakers": ["nemo-nobody"]}]
)
def test_statement_that_differs_is_another(tmp_path: Path, other: dict[str, Any]) -> None:
    """What differs in anything else is a statement of its own."""

    def change(content: Content) -> None:
        twin = copy.deepcopy(row(content, "locals-say-nothing"))
        content["statements"].append(twin | {"id": "locals-again"} | other)

    assert problems_after(tmp_path, change) == ()


@pytest.mark.parametrize("record_id", ["nobody-replies", "made-up-rally", "made-up-article"])
def test_printed_doubt_without_a_discrepancy(tmp_path: Path, record_id: str) -> None:
    """A printed date with a question mark needs a discrepancy that names the record."""
    problem = only_problem(tmp_path, set_in(record_id, date="2023-02?"))
    assert (problem.path, problem.record) == ("$[0]", record_id)
    assert problem.message == (
        "a printed date is marked with '?', but no discrepancy names the record; add one"
    )

    def explained(content: Content) -> None:
        row(content, record_id)["date"] = "2023-02?"
        row(content, "two-arrests")["records"].append(record_id)

    assert problems_after(tmp_path, explained) == ()


@pytest.mark.parametrize(("record_id", "path"), [("made-up-case", "$[0]"), ("nemo-nobody", "$[0]")])
def test_printed_doubt_in_a_part(tmp_path: Path, record_id: str, path: str) -> None:
    """Stages and roles count: the case of the miniature has such a date, and its discrepancy."""

    def change(content: Content) -> None:
        row(content, "two-arrests")["records"] = [GAZETTE]
        if record_id == "nemo-nobody":
            row(content, "two-arrests")["records"].append("made-up-case")
            row(content, "nemo-nobody")["roles"][0]["date"] = "2023-05?"

    problem = only_problem(tmp_path, change)
    assert (problem.path, problem.record) == (path, record_id)


def test_inferred_doubt_needs_no_discrepancy(tmp_path: Path) -> None:
    """Only what a document prints can be at odds."""
    change = set_in("made-up-rally", date="2023-02?", date_basis="inferred")
    assert problems_after(tmp_path, change) == ()


@pytest.mark.parametrize(
    ("part", "index", "key"), [("stages", 3, "defendants"), ("sentences", 0, "convicts")]
)
def test_more_people_than_are_counted(tmp_path: Path, part: str, index: int, key: str) -> None:
    """A part names at most as many people as it counts."""

    def change(content: Content) -> None:
        row(content, "made-up-case")[part][index].update({"people": 1, key: BOTH})

    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.record) == ("cases.json", "made-up-case")
    assert problem.message == "names 2 people but counts 1; correct one of them"

    def enough(content: Content) -> None:
        row(content, "made-up-case")[part][index].update({"people": 2, key: BOTH})

    assert problems_after(tmp_path, enough) == ()


# Names of private persons.

SURNAME = PRIVATE_NAME.split()[-1]
HIDING_PLACES: dict[str, tuple[str, Change]] = {
    "source title": ("sources.json", set_in(GAZETTE, title=f"On {PRIVATE_NAME}")),
    "source note": ("sources.json", set_in(GAZETTE, note=f"On {PRIVATE_NAME}.")),
    "source author": ("sources.json", set_in(GAZETTE, author=PRIVATE_NAME)),
    "source file": ("sources.json", set_in(GAZETTE, file_name=f"{PRIVATE_NAME}.txt")),
    "region note": ("regions.json", set_in("KZ-X1", note=f"See {PRIVATE_NAME}.")),
    "region name": (
        "regions.json",
        set_in("KZ-X2", names=[{"text": f"{SURNAME} city", "language": "en"}]),
    ),
    "place name": ("places.json", set_in("farland", name=f"{SURNAME} street")),
    "place alias": ("places.json", set_in("farland", aliases=[f"{SURNAME} street"])),
    "place note": ("places.json", set_in("farland", note=PRIVATE_NAME)),
    "alias of a group": (
        "actors.json",
        set_in("some-locals", aliases=[f"friends of {PRIVATE_NAME}"]),
    ),
    "name of a body": ("actors.json", set_in("nowhere-society", note=f"{PRIVATE_NAME} left it.")),
    "role title": (
        "actors.json",
        lambda c: row(c, "nemo-nobody")["roles"][0].update(title=f"lawyer of {PRIVATE_NAME}"),
    ),
    "own note": ("actors.json", set_in(PRIVATE_ID, note=f"Called {PRIVATE_NAME}.")),
    "own role": (
        "actors.json",
        set_in(PRIVATE_ID, roles=[{"title": SURNAME, "citations": [f"{GAZETTE}#6"]}]),
    ),
    "provision title": ("provisions.json", set_in("made-up-article", title=f"Lex {SURNAME}")),
    "provision offence": ("provisions.json", set_in("made-up-article", offence=PRIVATE_NAME)),
    "case title": ("cases.json", set_in("made-up-case", title=f"The case of {PRIVATE_NAME}")),
    "case summary": ("cases.json", set_in("made-up-case", summary=f"{PRIVATE_NAME} was tried.")),
    "case note": ("cases.json", set_in("made-up-case", note=f"As {PRIVATE_ALIAS} too.")),
    "date text": (
        "cases.json",
        lambda c: row(c, "made-up-case")["stages"][0].update(date_text=f"when {SURNAME} left"),
    ),
    "offence": (
        "cases.json",
        lambda c: row(c, "made-up-case")["charges"][0].update(offence=f"helping {PRIVATE_NAME}"),
    ),
    "facility": (
        "cases.json",
        lambda c: row(c, "made-up-case")["sentences"][0].update(facility=f"{SURNAME} prison"),
    ),
    "venue": ("statements.json", set_in("nobody-replies", venue=f"at the home of {PRIVATE_NAME}")),
    "statement summary": ("statements.json", set_in("nobody-replies", summary=f"{SURNAME} spoke.")),
    "statement date": ("statements.json", set_in("nobody-replies", date_text=f"with {SURNAME}")),
    "event title": ("events.json", set_in("made-up-rally", title=f"A rally for {PRIVATE_NAME}")),
    "event summary": ("events.json", set_in("made-up-rally", summary=f"For {PRIVATE_NAME}.")),
    "discrepancy summary": (
        "discrepancies.json",
        set_in("two-arrests", summary=f"{PRIVATE_NAME} is spelt in two ways."),
    ),
    "discrepancy resolution": (
        "discrepancies.json",
        set_in("two-arrests", resolution=f"Coded as {PRIVATE_NAME}."),
    ),
    "ledger opening": ("ledger.json", set_in(f"{GAZETTE}#6", opening=f"{PRIVATE_NAME} said")),
    "id of a case": (
        "cases.json",
        lambda c: c["cases"].append(row(c, "made-up-count") | {"id": "quidam-ignotus-case"}),
    ),
    "id of an event": ("events.json", set_in("made-up-rally", id=f"{SURNAME.lower()}-rally")),
}


@pytest.mark.parametrize("kind", HIDING_PLACES)
def test_private_name_in_a_text(tmp_path: Path, kind: str) -> None:
    """A private name in any text but a quotation is found, and the message has the id alone."""
    origin, change = HIDING_PLACES[kind]
    problem = only_problem(tmp_path, change)
    assert problem.origin == origin
    assert problem.path.startswith("$[")
    assert problem.message == (
        f"holds the name of private person '{PRIVATE_ID}'; describe, don't name"
    )
    for word in (*PRIVATE_NAME.split(), *PRIVATE_ALIAS.split()):
        assert word.casefold() not in problem.message.casefold()


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (HIDING_PLACES["case title"][1], "$[0].title"),
        (HIDING_PLACES["role title"][1], "$[0].roles[0].title"),
        (HIDING_PLACES["place alias"][1], "$[1].aliases[0]"),
        (HIDING_PLACES["facility"][1], "$[0].sentences[0].facility"),
        (HIDING_PLACES["id of an event"][1], "$[0].id"),
    ],
    ids=["title", "role", "alias", "facility", "id"],
)
def test_private_name_is_located(tmp_path: Path, change: Change, path: str) -> None:
    """The path leads to the very text."""
    assert only_problem(tmp_path, change).path == path


@pytest.mark.parametrize(
    "text",
    [
        PRIVATE_NAME.upper(),
        PRIVATE_NAME.lower(),
        "Quídam Ignótus",
        "Квидам Игнотус",
        "Quidam-Ignotus",
        "Quidam  Ignotus".replace("  ", " - "),
        f"({PRIVATE_NAME})",
        f"“{SURNAME}”",
        f"{SURNAME}:",
        f"{SURNAME}'s case",
        f"{SURNAME}’s case",
        f"{PRIVATE_NAME}’s case",
        f"anti-{SURNAME}",
        f"{SURNAME}/Nobody",
        f"{PRIVATE_ALIAS}, {PRIVATE_NAME}",
    ],
)
def test_private_name_in_disguise(tmp_path: Path, text: str) -> None:
    """Case, accents, alphabet, hyphens, punctuation and a possessive hide nobody."""
    found = problems_after(tmp_path, set_in("made-up-case", title=text))
    assert {(problem.path, problem.record) for problem in found} == {("$[0].title", "made-up-case")}


@pytest.mark.parametrize("text", [f"The case of {SURNAME}", f"{PRIVATE_NAME}: the case"])
def test_private_name_in_another_alphabet(tmp_path: Path, text: str) -> None:
    """A name that is coded in Cyrillic is found in Latin letters, also its last word alone."""

    def change(content: Content) -> None:
        content["private_names"][PRIVATE_ID] = {"name": "Квидам Игнотус"}
        row(content, "nobody-replies")["quotes"] = ["Nor did I."]
        row(content, "made-up-case")["title"] = text.replace("Quidam", "Kvidam")

    assert only_problem(tmp_path, change).path == "$[0].title"


@pytest.mark.parametrize(
    "text", ["Ignotusov", "Nonignotus", "Quidam", "quidam ignot us", "Ignot us Quidam", "ignorance"]
)
def test_whole_names_only(tmp_path: Path, text: str) -> None:
    """A longer word, a part of a word and a first name alone are no private name."""
    assert problems_after(tmp_path, set_in("made-up-case", title=text)) == ()


def test_quotations_are_as_they_were_said(tmp_path: Path) -> None:
    """A quotation may hold the name: it is verbatim, and the pseudonymised view replaces it."""
    change = set_in("nobody-replies", quotes=[f"I know {PRIVATE_NAME}.", f"{SURNAME} is free."])
    assert problems_after(tmp_path, change) == ()


def test_quoted_private_person_is_linked(tmp_path: Path) -> None:
    """Whoever is quoted by name and private must stand behind the statement, to be hidden."""
    content = miniature.content()
    row(content, "locals-say-nothing").update(quotes=[f"Free {SURNAME}!"], attribution="direct")
    problem = only_problem(tmp_path, lambda old: old.update(content))
    assert (problem.origin, problem.path, problem.record) == (
        *("statements.json", "$[1].quotes[0]", "locals-say-nothing"),
    )
    assert problem.message == (
        f"names private person '{PRIVATE_ID}' in a way that can't be hidden; link the person, and "
        "list the spelling as an alias"
    )
    row(content, "locals-say-nothing")["cases"] = ["made-up-case"]
    assert problems_after(tmp_path, lambda old: old.update(content)) == ()


def test_full_name_is_not_taken_for_another_of_the_same_surname(tmp_path: Path) -> None:
    """A quote with the full name of one private person does not also name their namesake."""

    def change(content: Content) -> None:
        content["actors"].append(row(content, PRIVATE_ID) | {"id": "accused-2"})
        content["private_names"]["accused-2"] = {"name": f"Aliquis {SURNAME}"}

    assert problems_after(tmp_path, change) == ()


def test_long_chain_of_replies_is_checked_in_little_time(tmp_path: Path) -> None:
    """The time for a check grows with the number of records, not with its square."""

    def change(content: Content) -> None:
        first = row(content, "locals-say-nothing")
        content["statements"] += [
            first | {"id": f"s-{n}", "responds_to": [f"s-{n - 1}" if n else first["id"]]}
            for n in range(1_500)
        ]

    content = miniature.content()
    change(content)
    dataset = miniature.build(tmp_path, content)
    start = time.process_time()
    assert kz.check(dataset) == ()
    assert time.process_time() - start < 2


def test_surname_that_a_public_actor_shares_is_no_private_name(tmp_path: Path) -> None:
    """A last word that a public actor has too gives nobody away; the whole name still does."""

    def change(content: Content) -> None:
        row(content, "nemo-nobody")["aliases"] = [f"Marcus {SURNAME}"]
        row(content, "made-up-case")["title"] = f"A case that {SURNAME} told of"

    assert problems_after(tmp_path, change) == ()

    def whole(content: Content) -> None:
        change(content)
        row(content, "made-up-case")["title"] = f"The case of {PRIVATE_NAME}"

    assert only_problem(tmp_path, whole).path == "$[0].title"


def test_without_private_people_there_is_nothing_to_find(tmp_path: Path) -> None:
    """The rule costs nothing and finds nothing where nobody is private."""

    def change(content: Content) -> None:
        content["private_names"] = {}
        row(content, PRIVATE_ID).update(private=False, name=PRIVATE_NAME)
        row(content, "made-up-case")["title"] = f"The case of {PRIVATE_NAME}"

    assert problems_after(tmp_path, change) == ()


# The ledger.


def test_paragraph_without_a_row(tmp_path: Path) -> None:
    """Each paragraph of each document has a row; the problem is the source's."""

    def change(content: Content) -> None:
        content["ledger"] = [
            found
            for found in content["ledger"]
            if found["paragraph"] not in (f"{HERALD}#1", f"{GAZETTE}#12")
        ]

    found = problems_after(tmp_path, change)
    assert [(problem.origin, problem.path, problem.record) for problem in found] == [
        ("sources.json", "$[0]", GAZETTE),
        ("sources.json", "$[1]", HERALD),
    ]
    assert found[0].message == "the ledger has no row for paragraph 12; add it"


def test_paragraph_neither_cited_nor_excluded(tmp_path: Path) -> None:
    """A paragraph that no record cites needs a reason."""

    def change(content: Content) -> None:
        del row(content, f"{GAZETTE}#11")["excluded"]

    problem = only_problem(tmp_path, change)
    assert (problem.origin, problem.path, problem.record) == (
        *("ledger.json", "$[10]", f"{GAZETTE}#11"),
    )
    assert problem.message == "is neither cited nor excluded; code it, or say why not"


def test_paragraph_cited_and_excluded(tmp_path: Path) -> None:
    """A paragraph that a record cites is not excluded."""
    problem = only_problem(tmp_path, set_in(f"{GAZETTE}#10", excluded="editorial"))
    assert (problem.origin, problem.path, problem.record) == (
        *("ledger.json", "$[9].excluded", f"{GAZETTE}#10"),
    )
    assert problem.message == "is cited and yet excluded as editorial; leave 'excluded' out"


def test_paragraph_cited_by_a_part_alone_is_cited(tmp_path: Path) -> None:
    """Citations of parts count: paragraph 9 is cited by a charge and a provision, 5 by a role."""
    problem = only_problem(tmp_path, set_in(f"{GAZETTE}#5", excluded="caption"))
    assert "is cited and yet excluded as caption" in problem.message


def test_a_name_without_letters_is_not_found_everywhere(tmp_path: Path) -> None:
    """An alias of signs alone folds to nothing, which is no part of any other text of signs."""

    def change(content: Content) -> None:
        content["private_names"][PRIVATE_ID]["aliases"] = [PRIVATE_ALIAS, "?!"]
        row(content, "made-up-case")["note"] = "..."

    assert problems_after(tmp_path, change) == ()


def test_error_about_another_type_carries_it(tmp_path: Path) -> None:
    """A program reads from the error that it is about the dataset, and what was given."""
    with pytest.raises(WrongTypeError) as caught:
        kz.check(tmp_path)  # type: ignore[arg-type]
    assert (caught.value.place, caught.value.value) == ("dataset", tmp_path)
