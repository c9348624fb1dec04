"""The coursework kit: starters fail as they should, answers pass, and each mistake has its law."""

from __future__ import annotations

import io
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest

import kzseparatism as kz
from kzseparatism import laws
from kzseparatism.privacy import private_names

pytestmark = pytest.mark.thorough

KIT = Path(__file__).parents[1] / "docs" / "coursework"
EXERCISES = sorted(folder.name for folder in KIT.glob("[0-9]-*"))

# What each starter is told: laws that it breaks, or sentences about what it does.
VERDICTS: dict[str, tuple[str, ...]] = {
    "1-count": (
        "the table should say 0, and leaves it out",
        "where are the others?",
        "which may be in more than one year",
        "4 of the 6 answers in BORNE_OUT are not right.",
    ),
    "2-window": (
        "nothing_is_lost: A date whose range touches the window, if only by a day, is possible.",
        "both_ends_are_included: The first and the last day of a window are in it.",
        "ties_stand_in_order_of_ids: ",
        "answers_stand_in_order: ",
        "the_definition_is_met: ",
    ),
    "3-certain": (
        "overlap_is_not_certain: ",
        "containment_is_certain: An unqualified date that lies wholly in the window is certain.",
        "an_unknown_match_is_refused: ",
        "the_definition_is_met: ",
    ),
    "4-region": (
        "one_of_several_is_only_possible: ",
        "successors_inherit_what_is_possible: A former region's cases are possibly in each",
        "an_unknown_match_is_refused: ",
        "the_definition_is_met: ",
    ),
    "5-unnamed": (
        "who is a private person.",
        "The column '",
        ", and should read '",
    ),
    "6-status": (
        "a_stage_counts_from_its_last_day: ",
        "a_doubtful_date_waits_for_its_document: ",
        "an_undated_stage_waits_for_its_document: ",
        "the_first_document_is_enough: ",
        "some_stages_have_no_weight: ",
        " is no ground for that.",
    ),
    "7-frames": (
        "Of 2023 are ",
        "For a case with two sites there: 1 certainly and 1 possibly, and not (2, 2).",
        "With a hatch there should be bars from and to ",
        "The x axis has no label.",
    ),
    "8-readings": (
        "is touched by ",
        "CODED is not what the dataset has: look at the sentences.",
        " in 2024, and not (2, 2).",
    ),
}
# What an exercise needs beside the library, its laws and pytest.
NEEDS = {"7-frames": "matplotlib"}

# exercise, what stands in the model answer, the mistake in its place, the law that tells it
MISTAKES = [
    (2, "window.start <= when.latest", "window.start <= when.earliest", "nothing_is_lost"),
    (
        2,
        "when.earliest <= window.end and window.start <= when.latest",
        "window.start <= when.earliest and when.latest <= window.end",
        "nothing_is_lost",
    ),
    (2, "when.earliest <= window.end and ", "", "nothing_outside_comes_in"),
    (2, "when.earliest <= window.end", "when.earliest < window.end", "both_ends_are_included"),
    (2, "one.date is not None and", "one.date is None or", "the_undated_are_nowhere"),
    (2, "key=by_time", "key=lambda one: one.id", "answers_stand_in_order"),
    (2, ", statement.id", "", "ties_stand_in_order_of_ids"),
    (
        2,
        "sorted(found",
        "sorted({one.date: one for one in found}.values()",
        "records_of_one_day_all_stay",
    ),
    (
        3,
        "window.start <= when.earliest and when.latest <= window.end",
        "when.earliest <= window.start and window.end <= when.latest",
        "containment_is_certain",
    ),
    (3, "inside = ", "inside = may_lie_in(when, window) or ", "overlap_is_not_certain"),
    (3, ' and when.qualifier == ""', "", "a_qualifier_rules_certainty_out"),
    (
        3,
        "return when.earliest",
        "return not when.qualifier and when.earliest",
        "a_qualifier_moves_nothing",
    ),
    (3, "match not in", "False and match not in", "an_unknown_match_is_refused"),
    (4, "in place.regions)", "in place.regions[:1])", "one_of_several_is_only_possible"),
    (
        4,
        "return place.regions == (region,)",
        "return region in place.regions",
        "one_of_several_is_only_possible",
    ),
    (
        4,
        "return place.regions == (region,)",
        "return all(unit == region for unit in place.regions)",
        "certain_implies_possible",
    ),
    (
        4,
        " or any(became(heir, region) for heir in unit.successors)",
        "",
        "successors_inherit_what_is_possible",
    ),
    (4, "unit == region or", "unit in (region, *region.successors) or", "former_regions_inherit"),
    (
        4,
        "return place.regions == (region,)",
        "return bool(place.regions) and all(became(unit, region) for unit in place.regions)",
        "successors_inherit_nothing_certain",
    ),
    (4, "in case.sites)", "in case.sites[:1])", "one_site_is_enough"),
    (6, "append(stage.date.latest)", "append(stage.date.earliest)", "a_stage_counts_from_its_last"),
    (6, ' and stage.date.qualifier == ""', "", "a_doubtful_date_waits_for_its_document"),
    (
        6,
        "return min(days)",
        "return min(days) if stage.date else date.max",
        "an_undated_stage_waits_for_its_document",
    ),
    (6, "    return min(days)", "    return max(days)", "the_first_document_is_enough"),
    (
        6,
        "max(reached, key=IN_ORDER.index, default=kz.CaseStatus.REPORTED)",
        "reached[-1] if reached else kz.CaseStatus.REPORTED",
        "some_stages_have_no_weight",
    ),
]


FEW = 10
OPTIONS = ("-p", "no:cacheprovider", "-q", "--color=no")


def answer_to(exercise: str) -> Path:
    """Return the model answer of an exercise."""
    return KIT / "answers" / f"{exercise.replace('-', '_')}.py"


def outcome(
    exercise: str, source: str | None, *options: str, few: int | None = None
) -> tuple[int, str]:
    """Return the exit code and the output of the tests in a copy of an exercise's folder.

    ``source`` is what stands in the place of the starter, or None for the starter itself. pytest
    runs inside this process, for a fresh one takes long to start. With ``few`` the laws try so many
    examples: whether they find mistakes is for the tests of the laws.
    """
    path, said = list(sys.path), io.StringIO()
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        copy = copied(exercise, Path(folder), source)
        if few is not None:
            tests = copy / "test_exercise.py"
            text = tests.read_text(encoding="utf-8")
            tests.write_text(re.sub(r"(?<=max_examples=)\d+", str(few), text), encoding="utf-8")
        patch.setenv("COLUMNS", "80")
        patch.chdir(copy)
        patch.setattr(sys, "dont_write_bytecode", True)
        try:
            with redirect_stdout(said), redirect_stderr(said):
                code = pytest.main([*OPTIONS, *options])
        finally:
            sys.path[:] = path
            for name in ("exercise", "test_exercise"):
                sys.modules.pop(name, None)
    return int(code), said.getvalue()


def outcome_in_a_fresh_process(exercise: str) -> tuple[int, str]:
    """Return the same about a starter as a student sees it, who runs ``python -m pytest``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    with TemporaryDirectory() as folder:
        result = subprocess.run(
            [sys.executable, "-m", "pytest", *OPTIONS],
            cwd=copied(exercise, Path(folder), None),
            env=kept | {"PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    return result.returncode, result.stdout + result.stderr


def copied(exercise: str, folder: Path, source: str | None) -> Path:
    """Return a copy of an exercise in ``folder``, with ``source`` for its starter if given."""
    copy = shutil.copytree(
        KIT / exercise, folder / exercise, ignore=shutil.ignore_patterns("__pycache__")
    )
    if source is not None:
        (copy / "exercise.py").write_text(source, encoding="utf-8")
    return copy


@cache
def verdict(exercise: str) -> tuple[int, str]:
    """Return what is said of a starter by the laws that it breaks, or of that on the page by all.

    What is on the page is looked for in a process of its own.
    """
    if exercise == "4-region":
        return outcome_in_a_fresh_process(exercise)
    broken = [said.partition(":")[0] for said in VERDICTS[exercise] if re.match(r"[a-z_]+: ", said)]
    chosen = ("-k", " or ".join([*broken, "not test_law"])) if broken else ()
    return outcome(exercise, None, *chosen)


def test_there_are_eight_exercises_each_with_all_its_files() -> None:
    """Each exercise has a task, a starter, its tests and an answer; the page of tasks has all."""
    assert list(VERDICTS) == EXERCISES
    index = (KIT / "index.md").read_text(encoding="utf-8")
    tasks = (KIT / "exercises.md").read_text(encoding="utf-8")
    for exercise in EXERCISES:
        for name in ("README.md", "exercise.py", "test_exercise.py", "pytest.ini"):
            assert (KIT / exercise / name).is_file()
        assert answer_to(exercise).is_file()
        assert f"| `{exercise}` |" in index
        assert f"```{{include}} {exercise}/README.md\n" in tasks
    assert len(list((KIT / "answers").glob("*.py"))) == len(EXERCISES)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_starter_says_nothing_when_imported(exercise: str) -> None:
    """A starter can be imported as it is, and prints nothing."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        runpy.run_path(str(KIT / exercise / "exercise.py"))
    assert said.getvalue() == ""


def need(exercise: str) -> None:
    """Skip a test for which a package is missing."""
    if exercise in NEEDS:
        pytest.importorskip(NEEDS[exercise], reason="to draw needs matplotlib: nox -s tests has it")


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_starter_fails_as_it_should(exercise: str) -> None:
    """Tests fail, each with its sentence, and nothing of the library's inside is in sight."""
    need(exercise)
    code, output = verdict(exercise)
    assert code == 1, output
    for sentence in VERDICTS[exercise]:
        assert sentence in output
    for inside in ("Traceback", "Error:", "site-packages", "/laws/", "Falsifying", "warning"):
        assert inside not in output


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_answer_passes(exercise: str) -> None:
    """With the model answer in the place of the starter nothing is left to say."""
    need(exercise)
    code, output = outcome(exercise, answer_to(exercise).read_text(encoding="utf-8"), few=FEW)
    assert code == 0, output


def test_the_verdict_on_the_page_is_the_one_given() -> None:
    """The verdict that the page explains is word for word what a student of exercise 4 sees."""
    page = (KIT / "index.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert shown in verdict("4-region")[1]


@pytest.mark.parametrize(("number", "right", "wrong", "law"), MISTAKES)
def test_each_mistake_has_its_law(number: int, right: str, wrong: str, law: str) -> None:
    """A usual mistake, made in the model answer, breaks the law that the teacher's page names."""
    (exercise,) = (name for name in EXERCISES if name.startswith(f"{number}-"))
    source = answer_to(exercise).read_text(encoding="utf-8")
    assert source.count(right) == 1
    module = ModuleType("mistaken")
    exec(source.replace(right, wrong), module.__dict__)  # noqa: S102 - our own answer
    query, function, left_out = judged_by(exercise, module)
    (judge,) = (one for one in query if one.name.startswith(law))
    assert judge.broken_by(function, without=left_out) is not None
    teachers = (KIT / "teacher.md").read_text(encoding="utf-8")
    assert f"| {number} | " in teachers
    assert f"| `{judge.name}` |" in teachers


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("hide(quote) for", "quote for", "column 'quotes' of the case"),
        ("in one.quotes", "in one.quotes if quote == hide(quote)", "column 'quotes' of the case"),
        ("hide(case.title)", "case.title", "column 'title' of the case"),
        ("hide(actor.name) for", "actor.name for", "column 'defendants' of the case"),
    ],
)
def test_a_name_forgotten_is_found(right: str, wrong: str, sentence: str) -> None:
    """Names left in a quote, and quotes left out for the sake of a name, are told."""
    source = answer_to("5-unnamed").read_text(encoding="utf-8")
    assert source.count(right) == 1
    source = source.replace(right, wrong)
    code, output = outcome("5-unnamed", source, "-k", "people-who-say-their-name", "-x")
    assert code == 1, output
    assert sentence in output


BORROWED = {
    "1-count": "def count_by_year(statements):\n    return kz.counts(statements, 'year')",
    "2-window": "def may_lie_in(when, window):\n    return when.meets(window)",
    "3-certain": "from functools import partial\n"
    "statements_between = partial(kz.queries.statements_between)",
    "4-region": "def cases_by_region(region, **others):\n"
    "    return kz.statements_about(region) and kz.cases_by_region(region, **others)",
    "5-unnamed": "def case_rows(dataset):\n"
    "    return [dict(case=dataset.pseudonymised().cases[0].id)]",
    "6-status": "def grounds(case, day):\n    from test_exercise import questions\n"
    "    return [right for one, when, right in questions() if one is case and when == day]",
    "7-frames": "def of_year(statements, year):\n    import kzseparatism as kz\n"
    "    return kz.frames.between(statements, str(year), str(year))",
    "8-readings": "def at_odds(case, dataset):\n    return list(kz.discrepancies_about(case))",
}


@pytest.mark.parametrize(("exercise", "lines"), BORROWED.items(), ids=list(BORROWED))
def test_the_answer_of_the_library_does_not_pass(exercise: str, lines: str) -> None:
    """An answer that asks the library, or the test, is told so in one sentence, and no law."""
    need(exercise)
    source = answer_to(exercise).read_text(encoding="utf-8")
    code, output = outcome(exercise, f"{source}\n\n{lines}\n", "-x", few=FEW)
    assert code == 1, output
    (told,) = re.findall(
        r"^the (?:library|test)'s own \w.* work it out yourself$", output, re.MULTILINE
    )
    assert told
    assert "the law wants" not in output


def test_no_right_answer_is_read_off_a_message() -> None:
    """What exercise 1 says of a wrong answer does not tell the right ones."""
    _, output = verdict("1-count")
    for told in ("True", "False", "Sentence 2"):
        assert told not in output


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        (' & (statements["date_qualifier"] == "")', "", "Of 2023 are "),
        ("dated & ~(earliest", "~(earliest", "Of 2023 are "),
        ("~(earliest > last_day)", "(earliest <= last_day)", "Of 2023 are "),
        ('certain["case_id"].nunique()', "len(certain)", "For a case with two sites there"),
        ("bottom=certain,", "", "With a hatch there should be"),
        ('hatch="//",', "", "hatch there should be"),
        ('f"{undated} statements have no date"', '"statements"', "26 statements have no date"),
    ],
)
def test_each_trap_of_the_frames_is_told(right: str, wrong: str, sentence: str) -> None:
    """A usual mistake in the model answer of exercise 7 is told in a sentence."""
    need("7-frames")
    source = answer_to("7-frames").read_text(encoding="utf-8")
    assert source.count(right) == 1
    code, output = outcome("7-frames", source.replace(right, wrong))
    assert code == 1, output
    assert sentence in output


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("(2023, 2023, 2023),", "(2025, 2025, 2025),", "is not weighed in the text"),
        ("*dataset.statements, ", "", "is touched by"),
        ("list(dict.fromkeys(", "list((", "cites ["),
        ("min(numbers), max", "numbers[0], max", "and not"),
    ],
)
def test_each_misreading_is_told(right: str, wrong: str, sentence: str) -> None:
    """A usual mistake in the model answer of exercise 8 is told in a sentence."""
    source = answer_to("8-readings").read_text(encoding="utf-8")
    assert source.count(right) == 1
    code, output = outcome("8-readings", source.replace(right, wrong))
    assert code == 1, output
    assert sentence in output


def judged_by(
    exercise: str, module: ModuleType
) -> tuple[laws.Laws, Callable[..., object], set[str]]:
    """Return what the tests of an exercise judge by, the function, and what it need not offer."""
    text = (KIT / exercise / "test_exercise.py").read_text(encoding="utf-8")
    (query,) = set(re.findall(r"laws\.(?!Law\b|own_work)(\w+)", text))
    left_out = re.search(r"^WITHOUT = \{(.*)\}", text, re.MULTILINE)
    options = set(re.findall(r'"(\w+)"', left_out[1])) if left_out else set()
    return getattr(laws, query), getattr(module, query), options


def test_every_mistake_of_the_teachers_page_is_made() -> None:
    """The table of mistakes has one row for each mistake made here."""
    page = (KIT / "teacher.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d) \| .* \| `(\w+)` \|$", page, re.MULTILINE)
    made = [(str(number), law) for number, _, _, law in MISTAKES]
    assert len(rows) == len(made)
    for (number, name), (made_number, law) in zip(rows, made, strict=True):
        assert number == made_number
        assert name.startswith(law)


def test_private_names_stay_out() -> None:
    """No file of the kit has a name of a private person, and no verdict either."""
    names = {name for actor in kz.load().actors for name in private_names(actor)}
    drawn = {name for name in EXERCISES if name not in NEEDS or find_spec(NEEDS[name])}
    files = [path for kind in ("md", "py", "ini") for path in KIT.rglob(f"*.{kind}")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    texts += [verdict(exercise)[1] for exercise in sorted(drawn)]
    assert names
    assert not [name for name in names for text in texts if name in text]


def test_the_sentences_to_count_are_judged_rightly() -> None:
    """Of what exercise 1 says can be counted, two sentences are so, and one is not."""
    affirming = kz.statements.where(lambda one: one.stance == "affirms")
    challenging = kz.statements.where(lambda one: one.stance == "challenges")
    assert len(challenging) > len(affirming)
    assert affirming.where(lambda one: one.quotes)
    assert 2 * len(challenging.where(lambda one: one.quotes)) < len(challenging)
