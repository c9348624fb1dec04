"""Laws as objects: their names and sentences, how they are asked, and what they report."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from hypothesis._settings import local_settings
from hypothesis.database import InMemoryExampleDatabase
from hypothesis.errors import FailedHealthCheck, InvalidArgument

import kzseparatism as kz
from kzseparatism import laws
from kzseparatism.laws import records as made
from kzseparatism.laws.code import NAMESPACE

QUERIES = [name for name in laws.__all__ if isinstance(getattr(laws, name), laws.Laws)]
ALL_LAWS = [law for name in QUERIES for law in getattr(laws, name)]
NOTHING_IS_LOST = laws.statements_between["nothing_is_lost"]
NEW_YEAR = date(2023, 1, 1)
REVERSED = laws.statements_between["a_reversed_window_is_refused"]
THE_DEFINITION = laws.statements_between["the_definition_is_met"]


def finds_nothing(*_window: Any, **_asked: Any) -> list[kz.Statement]:
    """Return nothing, whatever is asked."""
    return []


def report_on(law: laws.Law, function: Callable[..., Any], **options: Any) -> laws.BrokenLaw:
    """Return the one thing that a law reports."""
    with pytest.raises(laws.BrokenLawError) as raised:
        law(function, **options)
    (broken,) = raised.value.broken
    return broken


class Spy:
    """Asks one of our queries, and keeps what it was called with."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Ask, and keep."""
        self.calls.append((arguments, options))
        return self.function(*arguments, **options)

    @property
    def options(self) -> set[str]:
        """The names of all options that were ever given."""
        return {name for _, options in self.calls for name in options}

    @property
    def arguments(self) -> list[Any]:
        """All that was ever given by position."""
        return [argument for arguments, _ in self.calls for argument in arguments]


@pytest.mark.parametrize("law", ALL_LAWS, ids=lambda law: f"{law.query}-{law}")
def test_a_law_is_named_stated_and_documented(law: laws.Law) -> None:
    """A name is plain words, and the statement one sentence from a capital to a full stop."""
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", law.name)
    assert str(law) == law.name
    assert re.fullmatch(r"[A-Z][^\n]*\.", law.states)
    assert not re.search(r"[.] [A-Z]", law.states)
    assert law.needs <= laws.OPTIONS.keys()


@pytest.mark.parametrize("query", QUERIES)
def test_names_and_sentences_are_unique_within_a_query(query: str) -> None:
    """No two laws of a query share a name or a sentence, and all are about that query."""
    judged = getattr(laws, query)
    assert len({law.name for law in judged}) == len({law.states for law in judged}) == len(judged)
    assert len({law.query for law in judged}) == 1


def test_laws_are_found_by_position_slice_and_name() -> None:
    """The laws of a query are a sequence that also knows names; a slip names the nearest."""
    judged: Any = laws.statements_between
    assert repr(judged) == f"<Laws of statements_between: {len(judged)}>"
    assert judged[0] is next(iter(judged)) is judged[judged[0].name]
    assert judged[:2] == (judged[0], judged[1])
    assert judged[-1].name in judged
    assert judged[-1] in judged
    assert "nothing_is_found" not in judged
    with pytest.raises(KeyError, match=r"nothing_is_lots.*nothing_is_lost"):
        judged["nothing_is_lots"]
    with pytest.raises(IndexError):
        judged[len(judged)]


@pytest.mark.parametrize("law", laws.statements_between, ids=str)
def test_each_law_can_be_a_test_of_its_own(law: laws.Law) -> None:
    """Parametrised by the laws, pytest has one test of each, under its name."""
    law(kz.statements_between, max_examples=5)


def test_a_law_raises_one_error_about_itself() -> None:
    """A law that is called reports itself alone; the error is ours and an AssertionError."""
    with pytest.raises(laws.BrokenLawError, match="1 of 1 laws of statements_between") as raised:
        NOTHING_IS_LOST(finds_nothing)
    assert [broken.law for broken in raised.value.broken] == [NOTHING_IS_LOST]
    assert isinstance(raised.value, AssertionError)
    assert isinstance(raised.value, kz.KzSeparatismError)
    assert raised.value.query == "statements_between"
    assert raised.value.judged == 1


def test_check_reports_all_broken_laws_in_their_order() -> None:
    """``check`` goes on after the first broken law, and leaves out the laws that hold."""
    judged = laws.statements_between
    with pytest.raises(laws.BrokenLawError) as raised:
        laws.check(finds_nothing, judged, max_examples=10)
    broken = [one.law for one in raised.value.broken]
    assert len(broken) > 5
    assert broken == [law for law in judged if law in broken]
    assert "the_undated_are_nowhere" not in map(str, broken)


@pytest.mark.thorough
@pytest.mark.parametrize("option", ["match", "undated", "relation", "stage"])
@pytest.mark.parametrize("query", ["statements_between", "cases_between", "cases_by_region"])
def test_an_option_that_is_left_out_is_never_given(query: str, option: str) -> None:
    """A function without the option is judged by what it does offer, and accepted."""
    spy = Spy(getattr(kz, query))
    laws.check(spy, getattr(laws, query), without=[option], max_examples=8)
    assert spy.calls
    assert option not in spy.options


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("option", "forms"), [("text", (str, kz.FuzzyDate)), ("datetimes", (datetime,))]
)
@pytest.mark.parametrize("query", ["statements_between", "statements_around", "cases_by_region"])
def test_forms_that_are_left_out_are_never_given(
    query: str, option: str, forms: tuple[type, ...]
) -> None:
    """Without text, bounds are dates and regions Regions; without datetimes no day has hours."""
    spy = Spy(getattr(kz, query))
    laws.check(spy, getattr(laws, query), without=[option], max_examples=15)
    assert spy.arguments
    assert not any(isinstance(argument, forms) for argument in spy.arguments)


def test_a_function_of_two_bounds_and_records_can_be_right() -> None:
    """A function without any option, for dates alone, is accepted when the rest is left out."""

    def plain(start: Any, end: Any, *, among: Iterable[kz.Statement]) -> Any:
        return kz.statements_between(start, end, among=among)

    without = ["match", "undated", "text", "datetimes"]
    laws.check(plain, laws.statements_between, without=without, max_examples=8)
    assert report_on(THE_DEFINITION, plain).wanted == "an answer"


def test_a_law_that_needs_what_is_left_out_says_nothing() -> None:
    """A law without its option accepts everything; options may also be given as one word."""
    law = laws.statements_between["overlap_is_not_certain"]
    report_on(law, lambda *_window, **_asked: None)
    law(lambda *_window, **_asked: None, without=["match"])
    law(lambda *_window, **_asked: None, without="match")


def test_an_unknown_option_is_refused() -> None:
    """An option that there is not is an InvalidArgument that names it and lists the others."""
    with pytest.raises(InvalidArgument, match=r"speed.*match, coded, text"):
        NOTHING_IS_LOST(kz.statements_between, without=["speed"])
    with pytest.raises(InvalidArgument, match="speed"):
        laws.check(kz.statements_between, laws.statements_between, without=["speed"])


def test_what_is_no_function_is_refused() -> None:
    """A value instead of a function, such as its answer, is an InvalidArgument."""
    answer: Any = kz.statements_between("2023")
    with pytest.raises(InvalidArgument, match="is not a function"):
        NOTHING_IS_LOST(answer)


def test_nothing_to_judge_by_is_refused() -> None:
    """No laws, or none left, would accept everything: it is an InvalidArgument."""
    with pytest.raises(InvalidArgument, match="no law to judge by"):
        laws.check(finds_nothing, [])
    needy = [law for law in laws.statements_between if "match" in law.needs]
    with pytest.raises(InvalidArgument, match="no law to judge by"):
        laws.check(finds_nothing, needy, without=["match"])


@pytest.mark.parametrize("max_examples", [1, 7, 50])
def test_no_more_examples_are_tried_than_asked_for(max_examples: int) -> None:
    """A law that asks one question an example asks it ``max_examples`` times at most."""
    spy = Spy(kz.statements_between)
    NOTHING_IS_LOST(spy, max_examples=max_examples)
    assert 1 <= len(spy.calls) <= max_examples


def test_the_counterexample_is_always_the_same() -> None:
    """Two judgements say the same, letter for letter, and ask the same questions."""
    spies = Spy(finds_nothing), Spy(finds_nothing)
    first, second = (report_on(NOTHING_IS_LOST, spy) for spy in spies)
    assert str(first) == str(second)
    assert repr(spies[0].calls) == repr(spies[1].calls)
    assert first.given == ("a = statement('a', '2023-01-01')",)


def raises(*_window: Any, **_asked: Any) -> Any:
    """Raise an error."""
    message = "no\nsuch thing"
    raise KeyError(message)


def raises_when_read(*_window: Any, **_asked: Any) -> Iterator[kz.Statement]:
    """Raise an error when the answer is read."""
    yield from ()
    raise KeyError(0)


@pytest.mark.parametrize("function", [raises, raises_when_read])
def test_an_error_breaks_a_law_that_wants_an_answer(function: Callable[..., Any]) -> None:
    """What was raised, at once or on the way, is what came back, in one line."""
    broken = report_on(NOTHING_IS_LOST, function)
    came_back = broken.asked[-1].came_back
    assert re.fullmatch(r"KeyError: .* \(test_laws\.py, line \d+\)", came_back)
    assert broken.wanted == "an answer"


def test_another_error_than_the_one_wanted_breaks_a_law() -> None:
    """Where a ValueError is wanted, a KeyError is none."""
    broken = report_on(REVERSED, raises)
    assert broken.wanted == "a ValueError"
    assert broken.asked[-1].came_back.startswith("KeyError: ")


@pytest.mark.parametrize("answer", [None, 3, [1], {"a": 1}, "ab", [None]], ids=repr)
def test_what_is_no_list_of_records_breaks_every_law(answer: object) -> None:
    """None, numbers, text and lists of other things are reported for what they are."""
    broken = report_on(NOTHING_IS_LOST, lambda *_window, **_asked: answer)
    assert broken.wanted == "a list of records"
    assert broken.asked[-1].came_back == repr(answer)


@pytest.mark.parametrize("form", [list, tuple, iter, kz.Table], ids=lambda form: form.__name__)
def test_records_may_come_back_in_any_form(form: Callable[[Any], Any]) -> None:
    """A list, a tuple, a generator and a Table are all taken."""

    def formed(*window: Any, **asked: Any) -> Any:
        return form(kz.statements_between(*window, **asked))

    laws.check(formed, laws.statements_between, max_examples=4)


def test_a_function_that_changes_its_mind_is_reported_as_unsteady() -> None:
    """An answer that was wrong once and then right is reported, with a hint at the cause."""
    spy = Spy(kz.statements_between)

    def finds_nothing_at_first(*window: Any, **asked: Any) -> Any:
        return spy(*window, **asked) if len(spy.calls) > 1 else spy(*window, **asked)[:0]

    broken = report_on(THE_DEFINITION, finds_nothing_at_first)
    assert broken.unsteady
    assert "something besides the question decides" in str(broken)
    assert not report_on(NOTHING_IS_LOST, finds_nothing).unsteady


@pytest.mark.parametrize("law", [NOTHING_IS_LOST, REVERSED], ids=str)
@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_the_wish_to_stop_is_not_swallowed(law: laws.Law, error: type[BaseException]) -> None:
    """Ctrl-C during a judgement ends it."""

    def stops(*_window: Any, **_asked: Any) -> Any:
        raise error

    with pytest.raises(error):
        law(stops)


def test_the_report_is_plain_and_nothing_else_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The text has no control characters, most lines fit 100 columns, and none is endless."""
    chosen = laws.statements_between[:12]
    with pytest.raises(laws.BrokenLawError) as raised:
        laws.check(lambda *_window, **_asked: kz.statements, chosen, max_examples=10)
    lines = str(raised.value).splitlines()
    assert all(line.isprintable() for line in lines)
    assert not re.search(r" at 0x[0-9a-f]+", str(raised.value))
    assert sum(len(line) <= 100 for line in lines) > len(lines) / 2
    assert max(map(len, lines)) <= 300
    assert capsys.readouterr() == ("", "")


def test_a_law_inside_another_test_is_met_by_the_check_of_hypothesis() -> None:
    """Without the setting that the reference names, hypothesis refuses, and names it too."""

    @settings(max_examples=3, database=None)
    @given(st.integers(1, 3))
    def nested(max_examples: int) -> None:
        NOTHING_IS_LOST(kz.statements_between, max_examples=max_examples)

    with pytest.raises(FailedHealthCheck, match="nested_given"):
        nested()


# The way out that the refusal above names; nothing else is left unchecked.
@settings(max_examples=3, suppress_health_check=[HealthCheck.nested_given])
@given(st.integers(1, 3))
def test_a_law_can_be_asked_inside_another_test(max_examples: int) -> None:
    """Where hypothesis is told that nesting is meant, a law runs inside a test of hypothesis."""
    NOTHING_IS_LOST(kz.statements_between, max_examples=max_examples)
    report_on(NOTHING_IS_LOST, finds_nothing, max_examples=10)


def test_the_active_settings_apply() -> None:
    """The number of examples is that of the active profile; ``max_examples`` overrides it."""
    with local_settings(settings(max_examples=9)):
        spies = Spy(kz.statements_between), Spy(kz.statements_between)
        NOTHING_IS_LOST(spies[0])
        NOTHING_IS_LOST(spies[1], max_examples=4)
    assert [len(spy.calls) for spy in spies] == [9, 4]


def test_settings_that_decorate_a_function_apply() -> None:
    """Without the phase of shrinking, the first example found is reported."""

    @settings(phases=[Phase.generate])
    def unshrunk(*_window: Any, **_asked: Any) -> Any:
        return []

    assert len(str(report_on(THE_DEFINITION, unshrunk))) > len(
        str(report_on(THE_DEFINITION, finds_nothing))
    )


def test_a_database_of_the_settings_keeps_what_broke_a_law() -> None:
    """A database that the settings name is used; it is asked first the next time."""
    database = InMemoryExampleDatabase()

    @settings(database=database)
    def loses_everything(*_window: Any, **_asked: Any) -> Any:
        return []

    first = report_on(NOTHING_IS_LOST, loses_everything)
    assert database.data
    assert report_on(NOTHING_IS_LOST, loses_everything) == first


def test_nothing_is_written_without_a_database(tmp_path: Path) -> None:
    """Hypothesis itself keeps only constants that it has read."""
    code = """from hypothesis import settings
from kzseparatism import laws
settings.register_profile("no database", database=None)
settings.load_profile("no database")
try: laws.check(lambda *a, **k: [], laws.find_actor, max_examples=5)
except laws.BrokenLawError: pass"""
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("", "")
    assert {path.name for path in tmp_path.glob(".hypothesis/*")} <= {"constants", "unicode_data"}


def test_a_report_can_be_replayed() -> None:
    """The printed code makes the records and asks; run again, the same comes back."""
    broken = report_on(laws.cases_between["a_stage_keeps_its_own_date"], finds_nothing)
    asked: list[Any] = []

    def keeps(*window: Any, **options: Any) -> list[kz.Case]:
        asked.append((window, options))
        return []

    exec(broken.code, {"cases_between": keeps})  # noqa: S102 - the report's own code
    (((start, end), options),) = asked
    assert (start, end, options["stage"]) == (
        NEW_YEAR,
        NEW_YEAR,
        options["among"][0].stages[0].kind,
    )
    assert [case.id for case in options["among"]] == ["a", "b"]
    assert str(broken).splitlines()[1] == f"  given      {broken.given[0]}"
    assert str(broken).splitlines()[-1] == f"  to replay  {broken.imports[-1]}"


@pytest.mark.parametrize(
    "record",
    [
        made.statement("a", "[2023-01?..2023-02?]"),
        made.statement("a", speaker=made.actor("b", "N", "M", kind="group"), summary="S."),
        made.event("a", "202X"),
        made.actor("a", "N"),
        made.case("a", stages=[made.stage("trial", "2023~", published=["2024", "[..2023-05]"])]),
        made.case("a", sites=[made.site("KZ-59", "KZ-11"), made.site(country="RU")]),
    ],
    ids=made.record_as_code,
)
def test_code_of_a_record_makes_the_record(record: Any) -> None:
    """A record that the laws give is equal to what its code makes."""
    code = made.record_as_code(record)
    assert eval(code, dict(NAMESPACE)) == record  # noqa: S307 - our own code


@pytest.mark.parametrize("query", QUERIES)
def test_no_two_records_of_a_report_share_an_id(query: str) -> None:
    """One id is one record in what a law gives; the table's law about that shows the other."""

    @settings(phases=[Phase.generate], max_examples=20, database=None)
    def fails(*_asked: Any, **_options: Any) -> Any:
        message = "always"
        raise ArithmeticError(message)

    for law in getattr(laws, query):
        broken = law.broken_by(fails)
        assert broken is not None, law
        names = [line.partition(" = ")[0] for line in broken.given]
        assert len(names) == len(set(names))
        assert "ArithmeticError: always (test_laws.py, line " in broken.asked[-1].came_back
