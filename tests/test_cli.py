"""The command: what it prints, what it leaves out, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kzseparatism as kz
from command import pseudonymise_once
from golden import assert_golden
from kzseparatism.cli import main
from kzseparatism.cli.output import as_csv, as_table
from kzseparatism.model.tables import TABLES
from kzseparatism.names.spelling import fold
from kzseparatism.views.plain import plain_columns
from miniature import (
    PRIVATE_ALIAS,
    PRIVATE_ID,
    PRIVATE_NAME,
    content,
    row,
    write as write_miniature,
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command and gives exit code, output and errors."""

    def call(*arguments: str, columns: int = 160) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture(scope="module", autouse=True)
def _view() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        pseudonymise_once(patch)
        yield


GOLDEN = {
    "alone": [],
    "cases_region": ["cases", "--region", "North Kazakhstan"],
    "statements_certain": [
        "statements", "--from", "2021-09", "--to", "2022-08", "--match", "certain",
    ],
    "statements_possible": ["statements", "--from", "2021-09", "--to", "2022-08"],
    "statements_by": ["statements", "--by", "Путин"],
    "statements_about": ["statements", "--about", "Petropavlovsk"],
    "events_2014": ["events", "--from", "2014", "--to", "2014"],
    "actors_outlets": ["actors", "--kind", "media_outlet"],
    "show_case": ["show", "kokshetau-uprising-1996"],
    "show_statement": ["show", "medvedev-page-artificial-state"],
    "show_actor": ["show", "Fedorov"],
    "timeline_2014": ["timeline", "--from", "2014-01", "--to", "2014-12"],
    "timeline_csv": ["timeline", "--from", "2022", "--limit", "8", "--format", "csv"],
    "ledger": ["ledger", "worldcrunch"],
    "ledger_json": ["ledger", "nlm-article", "--limit", "3", "--format", "json"],
    "sources": ["sources", "--sort", "published"],
    "regions": ["regions"],
    "provisions_columns": ["provisions", "--columns", "id,date,maximum,citations"],
    "codebook_stance": ["codebook", "stance"],
    "cite": ["cite"],
    "cite_bibtex": ["cite", "--style", "bibtex"],
    "check": ["check"],
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_output(run: Run, name: str) -> None:
    """What the command prints is what was last looked at, and it ends well."""
    code, out, err = run(*GOLDEN[name])
    assert (code, err) == (0, "")
    assert_golden(f"cli_{name}", out)


@pytest.mark.parametrize("name", sorted(GOLDEN))
@pytest.mark.parametrize("columns", [40, 60, 80])
def test_fits_a_narrow_terminal(run: Run, name: str, columns: int) -> None:
    """No line is wider than the terminal, but for words that can't be broken and drawn bars."""
    if name in {"alone", "cite", "cite_bibtex", "ledger_json", "timeline_2014", "timeline_csv"}:
        pytest.skip("prose, drawings and data have a width of their own")
    _, out, _ = run(*GOLDEN[name], columns=columns)
    assert [line for line in out.splitlines() if len(line) > columns and " " in line.strip()] == []


def private_words() -> set[str]:
    """Return the words by which a private person could be recognised, folded."""
    return {
        fold(name).split()[-1]
        for actor in kz.load().actors
        if actor.private
        for name in (actor.name, *actor.aliases)
    }


@pytest.mark.parametrize("form", ["table", "json", "csv"])
@pytest.mark.parametrize("command", [*TABLES, "timeline"])
def test_private_names_are_left_out(run: Run, command: str, form: str) -> None:
    """No listing in any format has the name of a private person unless it is asked for."""
    code, out, _ = run(command, "--format", form)
    assert code == 0
    assert not private_words() & set(fold(out).split())


def test_private_names_are_shown_when_asked_for(run: Run) -> None:
    """With --names the listing of actors has every name."""
    _, out, _ = run("actors", "--names")
    assert private_words() <= set(fold(out).split())


@pytest.mark.parametrize("actor", [actor.id for actor in kz.load().actors if actor.private])
def test_a_private_person_can_be_asked_for_by_name(run: Run, actor: str) -> None:
    """Somebody who knows the name finds the records, and is not told the name again."""
    name = kz.load().actors[actor].name
    code, out, _ = run("show", name)
    assert code == 0
    assert actor in out
    assert not private_words() & set(fold(out).split())


def test_did_you_mean_tells_no_private_name(run: Run) -> None:
    """A misspelt private name is answered with no name and no pseudonym; --names shows names."""
    for actor in kz.load().actors:
        if actor.private:
            code, out, err = run("statements", "--by", actor.name + "xyz")
            assert (code, out) == (2, "")
            said = fold(err.partition("did you mean")[2])
            assert not private_words() & set(said.split())
            assert actor.id not in err.replace(actor.name, "")
            code, _, err = run("statements", "--by", actor.name + "xyz", "--names")
            assert code == 2
            assert actor.name in err.partition("did you mean")[2]
            code, _, _ = run("statements", "--by", actor.pseudonym)
            assert code == 0


def test_json_is_what_a_program_reads(run: Run) -> None:
    """JSON output is an array of the flat records with the match beside them."""
    _, out, _ = run("cases", "--region", "KZ-SEV", "--format", "json")
    rows = json.loads(out)
    assert {row["id"]: row["match"] for row in rows}["kokshetau-uprising-1996"] == "possible"
    assert all(row["status"] for row in rows)


def test_csv_is_what_a_spreadsheet_reads(run: Run) -> None:
    """CSV output has one row a record and the same columns in each."""
    _, out, _ = run("statements", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["id"] for row in rows] == list(kz.statements_between(undated=True).ids)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_csv_has_no_formulas(start: str) -> None:
    """A cell that a spreadsheet would execute begins with an apostrophe."""
    rows = [{"a": f"{start}HYPERLINK(1)", "b": [f"{start}1"], "c": 5}]
    text = as_csv(rows, dict.fromkeys("abc", False))
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row == {"a": f"'{start}HYPERLINK(1)", "b": f"'{start}1", "c": "5"}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ([], "[]"),
        ([{"a": "x; y"}], '[{"a": "x; y"}]'),
        ([{"a": "=1"}, {"a": None}], '[{"a": "=1"}, {"a": null}]'),
        ([{"a": ["ы", '"']}], '[{"a": ["ы", "\\""]}]'),
        ([{"a": "one\ntwo"}, {"a": True}], '[{"a": "one\\ntwo"}, {"a": true}]'),
    ],
)
def test_parts_are_a_json_array_in_a_cell(value: list[dict[str, object]], cell: str) -> None:
    """A cell of parts is JSON, one part or many or none, and reads as what it was made of."""
    (row,) = csv.DictReader(io.StringIO(as_csv([{"parts": value}], {"parts": True})))
    assert row == {"parts": cell}
    assert json.loads(cell) == value


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_nothing_found_is_no_error(run: Run, form: str) -> None:
    """A question without an answer ends well and says so in the table."""
    code, out, err = run("statements", "--to", "1980", "--match", "certain", "--format", form)
    header = ",".join(f'"{name}"' for name in ("match", *plain_columns(kz.Statement)))
    assert (code, err) == (0, "")
    assert out.strip() == {"json": "[]", "csv": header, "table": "nothing found"}[form]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cases", "--region", "Kazakhstan"], "whole country"),
        (["cases", "--region", "North Kazakhstn"], "did you mean"),
        (["cases", "--region", "Atlantis"], "Atlantis"),
        (["statements", "--by", "Nobody Known"], "no actor is called 'Nobody Known'"),
        (["statements", "--from", "2023-02-30"], "2023-02-30"),
        (["statements", "--from", "2024", "--to", "2023"], "ends before it starts"),
        (["statements", "--from", "2023~"], "qualified"),
        (["statements", "--from", "2023", "--match", "certain", "--undated"], "undated"),
        (["statements", "--match", "perhaps"], "invalid choice"),
        (["statements", "--members"], "--members goes with --by"),
        (["cases", "--on", "2023"], "--on goes with --status"),
        (["cases", "--relation", "court"], "--relation goes with --region"),
        (["show", "putin-no-statehod"], "putin-no-statehood"),
        (["show", "Russian"], "may be any of"),
        (["actors", "--country", "Kazakhstan"], "write 'KZ'"),
        (["ledger", "nowhere"], "nowhere"),
        (["codebook", "stanze"], "stance"),
        (["verify", "no-such-folder"], "not a folder"),
        (["statements", "--data", "no-such-folder"], "there is no such folder"),
        (["check", "no-such-folder"], "there is no such folder"),
        (["format", "no-such-folder"], "there is no such folder"),
        (["check", __file__], "is a file, not a folder"),
        (["check", "no\0folder"], "can't be read"),
        (["nonsense"], "invalid choice"),
        (["nonsense"], "choose from cases, statements"),
        (["ledger", "worldcrunch", "nlm-article"], "unexpected argument: 'nlm-article'"),
        (["cases", "--region"], "expected one argument"),
        (["show"], "required: ID"),
        (["cases", "--limit", "-1"], "'-1' is not a number of rows"),
        (["cases", "--limit=-1"], "'-1' is not a number of rows"),
        (["cases", "--limit", "ten"], "'ten' is not a number of rows"),
        (["cases", "--limit", "1" * 5000], "is not a number of rows"),
        (
            ["cases", "--sort", "titel"],
            "'titel' is not a column of this list; did you mean 'title'",
        ),
        (["cases", "--columns", "id,zzz"], "'zzz' is not a column of this list; choose from id,"),
        (["cases", "--sort", "match"], "'match' is not a column"),
        (["cases", "one\ntwo\x1b[31m"], r"unexpected argument: 'one\ntwo\x1b[31m'"),
        (["verify", "no\nsuch\x1b[31mfolder"], r"'no\nsuch\x1b[31mfolder' is not a folder"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], message: str) -> None:
    """Wrong usage and unknown names end with 2, nothing on stdout, and one line that helps."""
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err
    assert err.isprintable() or "\x1b" not in err
    (line,) = [line for line in err.splitlines() if line.startswith("kzseparatism: error: ")]
    assert line == err.splitlines()[-1]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("statments", "statements"),
        ("case", "cases"),
        ("discrepancy", "discrepancies"),
        ("time-line", "timeline"),
        ("Sources", "sources"),
        ("provision", "provisions"),
        ("cases --regoin KZ-59", "--region"),
        ("cases --regoin=KZ-59", "--region"),
        ("statements --stanse none", "--stance"),
        ("events --fron 2014", "--from"),
        ("places --colums id", "--columns"),
        ("cite --stlye text", "--style"),
        ("cases --status convictd", "convicted"),
        ("cases --relation residance", "residence"),
        ("statements --stance challanges", "challenges"),
        ("events --match possibly", "possible"),
        ("actors --format jsn", "json"),
        ("cite --style bibtek", "bibtex"),
    ],
)
def test_slips_of_the_pen(run: Run, line: str, meant: str) -> None:
    """A mistyped command, option or choice is told with what was meant, under the right usage."""
    code, out, err = run(*line.split())
    command = line.split(maxsplit=1)[0] if " " in line else "[-h]"
    assert (code, out) == (2, "")
    assert err.startswith(f"usage: kzseparatism {command}")
    assert f"did you mean '{meant}'" in err.splitlines()[-1]


@pytest.mark.parametrize(
    "line",
    [
        "statements",
        "statements --by Putin",
        "statements --stance none",
        "events",
        "timeline",
        "cases --stage conviction",
        "cases --status convicted --on 2023",
        "cases --by Putin",
    ],
)
def test_certain_is_never_ignored(run: Run, line: str) -> None:
    """Where nothing that is asked can be uncertain, --match certain is an error that says so."""
    assert run(*line.split())[0] == 0
    assert run(*line.split(), "--match", "possible")[0] == 0
    code, out, err = run(*line.split(), "--match", "certain")
    assert (code, out) == (2, "")
    assert "--match certain goes with --from" in err


@pytest.mark.parametrize(
    "line",
    ["statements --from 2023", "statements --about KZ-63", "statements --region KZ-59",
     "events --to 2023", "timeline --from 2014", "cases --region KZ-59"],
)  # fmt: skip
def test_certain_is_fewer(run: Run, line: str) -> None:
    """Where something can be uncertain, the certain rows are those that are marked so."""
    _, out, _ = run(*line.split(), "--format", "json")
    _, certain, _ = run(*line.split(), "--format", "json", "--match", "certain")
    if "timeline" not in line:
        marked = [row["id"] for row in json.loads(out) if row["match"] == "certain"]
        assert [row["id"] for row in json.loads(certain)] == marked
    assert len(json.loads(certain)) < len(json.loads(out))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_listed(run: Run, name: str) -> None:
    """There is a subcommand for each table of a dataset; it has every record and every column."""
    table = dict(kz.load().pseudonymised().tables())[name]
    _, out, _ = run(name, "--format", "json")
    rows = json.loads(out)
    assert {row["id"] for row in rows} == set(table.ids)
    if name != "ledger":  # its rows have columns of their own
        assert sorted(rows, key=str) == sorted(table.to_records(), key=str)
        assert list(rows[0]) == list(plain_columns(TABLES[name]))
    _, text, _ = run(name, "--format", "csv")
    assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == [row["id"] for row in rows]
    assert f"{len(table)} rows" in run(name)[1]


@pytest.mark.parametrize("name", [*TABLES, "timeline"])
def test_an_answer_without_rows_has_its_header(run: Run, name: str) -> None:
    """The header of CSV is the same with rows and without."""
    header = run(name, "--format", "csv")[1].splitlines()[0]
    assert run(name, "--format", "csv", "--limit", "0")[1].splitlines() == [header]


def test_cells_of_parts_read_as_json(run: Run) -> None:
    """In CSV the parts of each record are those of JSON, whether there are any or not."""
    for name, kind in TABLES.items():
        parts = [column for column, holds in plain_columns(kind).items() if holds]
        rows = json.loads(run(name, "--format", "json")[1])
        cells = csv.DictReader(io.StringIO(run(name, "--format", "csv")[1]))
        for one, cell in zip(rows, cells, strict=True):
            assert [json.loads(cell[part]) for part in parts] == [one[part] for part in parts]


def test_columns_of_a_time_line(run: Run) -> None:
    """A moment is a row of plain values; an open end and no qualifier are said as such."""
    rows = json.loads(run("timeline", "--format", "json")[1])
    moments = {moment.id: moment for moment in kz.timeline()}
    assert [row["id"] for row in rows] == list(moments)
    for one in rows:
        date = moments[one["id"]].date
        assert kz.FuzzyDate.parse(one["date"]) == date
        assert one["date_qualifier"] == date.qualifier
        first = one["date_earliest"] or "0001-01-01"
        assert (first, one["date_latest"]) == (str(date.earliest), str(date.latest))
        assert kz.load().get(one["record"]).id == one["id"].partition(":")[0]


def test_columns_of_the_ledger(run: Run) -> None:
    """A row has the paragraph as a number, and the records that cite it as a list."""
    for one in json.loads(run("ledger", "--format", "json")[1]):
        assert one["id"] == f"{one['source']}#{one['paragraph']}"
        assert one["cited_by"] == list(kz.cited_by(one["source"], one["paragraph"]).ids)
        assert (one["excluded"] is None) == bool(one["cited_by"])


@pytest.mark.parametrize(
    ("name", "column"),
    [("statements", "date"), ("sources", "paragraphs"), ("cases", "title"), ("places", "regions"),
     ("provisions", "maximum"), ("provisions", "date"), ("actors", "country"), ("timeline", "date"),
     ("ledger", "excluded")],
)  # fmt: skip
def test_rows_in_order(run: Run, name: str, column: str) -> None:
    """Rows are sorted by a column: numbers as numbers, dates by their days, nothing last."""
    rows = json.loads(run(name, "--format", "json", "--sort", column)[1])
    values = [row[column] for row in rows if row[column] not in (None, "", [])]
    assert all(row[column] in (None, "", []) for row in rows[len(values) :])
    if column == "date":
        assert values == sorted(values, key=lambda text: kz.FuzzyDate.parse(text).sort_key[:2])
    elif isinstance(values[0], int):
        assert values == sorted(values)
    else:
        assert values == sorted(values, key=lambda value: str(value).casefold())


def test_some_columns_of_some_rows(run: Run) -> None:
    """Columns come in the order in which they are named, in every format; the rest is counted."""
    asked = ("sources", "--columns", "paragraphs, id", "--sort", "id", "--limit", "2")
    _, out, _ = run(*asked, "--format", "json")
    first, second = sorted(kz.sources, key=lambda source: source.id)[:2]
    assert json.loads(out) == [
        {"paragraphs": one.paragraphs, "id": one.id} for one in (first, second)
    ]
    _, out, _ = run(*asked, "--format", "csv")
    assert out.splitlines()[0] == '"paragraphs","id"'
    _, out, _ = run(*asked)
    assert out.splitlines()[0].split() == ["PARAGRAPHS", "ID"]
    assert out.splitlines()[-1] == "5 rows, 2 of them shown"
    _, out, _ = run("statements", "--from", "2021", "--limit", "3", "--columns", "match,id")
    assert ", 3 of them shown: " in out.splitlines()[-1]


def test_check_names_every_problem(run: Run, tmp_path: Path) -> None:
    """A broken dataset ends with 1, and each problem has file, path and record."""
    write_miniature(tmp_path)
    run("format", str(tmp_path))
    assert run("check", str(tmp_path))[0] == 0
    rows = json.loads((tmp_path / "statements.json").read_text(encoding="utf-8"))
    rows[0]["citations"] = [rows[0]["citations"][0].partition("#")[0] + "#999"]
    (tmp_path / "statements.json").write_text(json.dumps(rows), encoding="utf-8")
    code, out, _ = run("check", str(tmp_path))
    assert code == 1
    column = json.dumps(rows).index(json.dumps(rows[0]["citations"][0])) + 1
    place = f'statements.json:1:{column}: $[0] "{rows[0]["id"]}".citations[0]'
    assert f"{place}: cites" in out
    assert "not in canonical form" in out
    rows[0]["stance"] = "pro"
    (tmp_path / "statements.json").write_text(json.dumps(rows), encoding="utf-8")
    code, out, _ = run("check", str(tmp_path))
    assert code == 1
    assert "is none of challenges" in out


def test_format_makes_files_canonical(run: Run, tmp_path: Path) -> None:
    """Format --check tells and writes nothing; format writes; then there is nothing to do."""
    write_miniature(tmp_path)
    run("format", str(tmp_path))
    path = tmp_path / "cases.json"
    canonical = path.read_text(encoding="utf-8")
    path.write_text(json.dumps(json.loads(canonical)), encoding="utf-8")
    code, out, _ = run("format", "--check", str(tmp_path))
    assert code == 1
    assert "would rewrite" in out
    assert path.read_text(encoding="utf-8") != canonical
    assert run("format", str(tmp_path))[0] == 0
    assert path.read_text(encoding="utf-8") == canonical
    assert run("format", "--check", str(tmp_path))[0] == 0


def test_another_dataset_can_be_asked(run: Run, tmp_path: Path) -> None:
    """With --data the questions are put to the dataset in that folder."""
    write_miniature(tmp_path)
    dataset = kz.read(tmp_path)
    code, out, _ = run("statements", "--data", str(tmp_path), "--format", "json")
    assert code == 0
    assert {row["id"] for row in json.loads(out)} == set(dataset.statements.ids)


def test_verify_says_what_is_there(run: Run, sources: Path, tmp_path: Path) -> None:
    """Verify ends with 0 with the documents, and with 1 and plain words without them."""
    code, out, _ = run("verify", str(sources))
    assert code == 0
    assert "byte for byte" in out
    code, out, _ = run("verify", str(tmp_path))
    assert code == 1
    assert "not there" in out


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_private_name_in_a_quote_is_left_out(run: Run, tmp_path: Path, form: str) -> None:
    """A name planted in a quotation is in no listing, and in none of the record in full."""
    files = content()
    name = files["private_names"]["accused-1"]["name"]
    statement = row(files, "nobody-replies")
    statement.update(quotes=[f"I know {name}."], attribution="direct", addressees=["accused-1"])
    write_miniature(tmp_path, files)
    for command in (["statements", "--format", form], ["show", "nobody-replies"]):
        code, out, _ = run(*command, "--data", str(tmp_path))
        assert code == 0
        assert "nobody-replies" in out
        assert name not in out
    assert name in run("show", "nobody-replies", "--names", "--data", str(tmp_path))[1]


@pytest.mark.parametrize("name", ["Stance", "Statement", "Sentence", "dispute", "date_basis"])
def test_codebook_has_an_example_of_every_variable(run: Run, name: str) -> None:
    """Each variable is explained with a value from the data and the record that has it."""
    _, out, _ = run("codebook", name)
    for block in out.strip().split("\n\n"):
        assert "definition:" in block
        words = " ".join(block.split())
        assert "example: " in words or words.startswith("word:"), block
        unused = words.endswith("example: none in this dataset (in reserve)")
        reserve = {f"Sentence.{field}" for field in ("penalty", "amount", "currency")}
        assert unused == (block.split()[1] in reserve)


def test_codebook_says_what_is_in_reserve_and_towards_what_a_stance_is(run: Run) -> None:
    """Words that the shipped data do not need are marked, and the dataset names its subject."""
    assert "fine: A sum of money to pay: a fine, or damages. (in reserve)" in run(
        "codebook", "penalty"
    )[1].replace("\n", " ")
    assert "sort:       value of StageKind, in reserve" in run("codebook", "dismissal")[1]
    towards = "in this dataset: Kazakhstan's territorial integrity or statehood"
    assert towards in run("codebook", "stance")[1]
    assert "in this dataset" not in run("codebook", "dispute")[1]


@pytest.mark.parametrize(
    ("name", "record_id"),
    [
        ("Petropavlovsk", "petropavlovsk"),
        ("Kazakhstan", "kazakhstan"),
        ("Almaty", "almaty"),
        ("Petropavlovsk City Court", "petropavlovsk-city-court"),
        ("Фёдоров", "fyodorov"),
        ("putin-no-statehood", "putin-no-statehood"),
    ],
)
def test_an_exact_name_is_shown(run: Run, name: str, record_id: str) -> None:
    """A name that one actor or place has exactly is shown, though others have it as a word."""
    code, out, _ = run("show", name)
    assert code == 0
    assert out.split()[1] == record_id


def test_a_stage_without_a_date_is_a_stage(run: Run) -> None:
    """Without a window, --stage lists every case with that stage, dated or not."""
    _, out, _ = run("cases", "--stage", "conviction", "--format", "json")
    assert {row["id"] for row in json.loads(out)} == {
        case.id for case in kz.cases if "conviction" in {stage.kind for stage in case.stages}
    }


def test_region_means_a_region(run: Run) -> None:
    """--region takes no place that is no region, and finds what is said of places in one."""
    assert run("statements", "--region", "Petropavlovsk")[0] == 2
    _, out, _ = run("statements", "--region", "North Kazakhstan", "--format", "json")
    rows = {row["id"]: row["match"] for row in json.loads(out)}
    assert rows["take-our-petropavlovsk"] == "certain"
    assert rows["shperov-lands-taken-back"] == "possible"


def test_help_teaches(run: Run) -> None:
    """Every subcommand has help, with an example in the general one."""
    code, out, _ = run("--help")
    assert code == 0
    assert "examples:" in out
    for command in [
        "cases",
        "statements",
        "events",
        "actors",
        "show",
        "timeline",
        "check",
        "verify",
        "codebook",
    ]:
        assert command in out
        assert run(command, "--help")[0] == 0


def test_table_says_what_is_certain(run: Run) -> None:
    """Certain and possible matches, inferred dates and disputes look different in plain text."""
    _, out, _ = run("statements", "--from", "2021", "--to", "2024")
    for word in ("certain", "possible", "(inferred)", "(derived)", "disputed: authorship"):
        assert word in out


def test_rows_without_room_stand_on_lines_of_their_own() -> None:
    """A row that does not fit side by side is printed as a list of heading and text."""
    row = {"id": "x" * 30, "summary": "some words to wrap " * 5}
    assert as_table([row], 200).splitlines()[0].startswith("ID")
    assert as_table([row], 50).startswith("id:")


def test_search_finds_private_names_and_shows_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A private name is looked up and not printed, unless names are asked for."""
    write_miniature(tmp_path)
    assert main(["search", PRIVATE_ALIAS, "--data", str(tmp_path)]) == 0
    hidden = capsys.readouterr().out
    assert f"[{PRIVATE_ID}]" in hidden
    assert "Ignotus" not in hidden
    assert main(["search", PRIVATE_NAME, "--data", str(tmp_path), "--names"]) == 0
    assert PRIVATE_NAME in capsys.readouterr().out
    assert main(["search", " "]) == 2
