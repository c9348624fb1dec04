"""Code that is judged can't borrow the answers of the library, in whichever way it asks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache, partial
from types import ModuleType
from typing import Any

import pytest

import kzseparatism as kz
from kzseparatism import laws

OTHERS = (
    "FuzzyDate.meets",
    "FuzzyDate.overlaps",
    "Case.status",
    "Case.status_on",
    "Dataset.pseudonymised",
    "privacy",
)
WINDOW = kz.Window.of("2023", "2024")
BORROWED = {
    "by its name": "def ask(among): return kz.statements_between('2023', among=among)",
    "imported": "from kzseparatism import statements_between\ndef ask(among):"
    " return statements_between(among=among)",
    "imported within": "def ask(among):\n from kzseparatism import statements_between as s\n"
    " return s(among=among)",
    "in its room": "from kzseparatism import queries\n"
    "def ask(among): return queries.statements_between(among=among)",
    "in its module": "def ask(among): return kz.queries.statements.statements_between(among=among)",
    "the function itself": "ask = kz.statements_between",
    "partly called": "from functools import partial\nask = partial(kz.statements_between, '2023')",
    "kept": "from functools import cache\nask = cache(kz.statements_between)",
    "of a class": "class Mine:\n ask = staticmethod(kz.statements_between)\nask = Mine.ask",
    "a default": "def ask(among, do=kz.statements_between): return do(among=among)",
    "from a dict": "DO = {1: kz.statements_between}\ndef ask(among): return DO[1](among=among)",
    "by a word": "def ask(among): return getattr(kz, 'statements_' + 'between')(among=among)",
    "evaluated": "def ask(among): return eval('kz.statements_between()')",
    "mapped": "def ask(among): return list(map(kz.statements_between, ['2023']))",
    "a lambda": "ask = lambda among: kz.statements_between(among=among)",
    "lazily": "def ask(among): yield from kz.statements_between(among=among)",
    "a list that is read later": "class Later(list):\n"
    " def __iter__(self): return iter(kz.statements_between())\n"
    "def ask(among): return Later()",
    "a sequence that is read later": "class Later:\n"
    " def __getitem__(self, n): return kz.statements_between()[n]\n"
    "def ask(among): return Later()",
    "caught": "def ask(among):\n try:\n  return kz.statements_between()\n"
    " except Exception:\n  return []",
    "a sibling": "def ask(among): return kz.statements_around('2023', within=timedelta(9))",
    "of another kind": "def ask(among): return kz.events_between('2023')",
    "with a reason": "def ask(among): return kz.why(among[0], start='2023')",
    "counted": "def ask(among): return kz.counts(among, 'year')",
    "as a frame": "def ask(among): return kz.tidy(among)",
    "searched": "def ask(among): return kz.search('terror')",
    "a method": "def ask(among): return among[0].date.meets(kz.Window.of())",
    "a method of a class": "def ask(among): return kz.FuzzyDate.meets(among[0].date, WINDOW)",
    "within a query": "from functools import partial\ndef ask(among):\n"
    " return among.where(partial(lambda w, one: one.date and one.date.meets(w), WINDOW))",
    "another method": "def ask(among): return among[0].date.overlaps(among[0].date)",
    "a property": "def ask(among): return [one.status for one in kz.cases]",
    "of a record": "def ask(among): return [one.status_on('2023') for one in kz.cases]",
    "of a dataset": "def ask(among): return kz.load().pseudonymised()",
    "in a module": "from kzseparatism import privacy\n"
    "def ask(among): return privacy.pseudonyms.pseudonymised(kz.cases)",
}
HONEST = {
    "looks a name up": "def ask(among): return kz.find_region('KZ-59'), kz.find_actor('Putin')",
    "looks a place up": "def ask(among): return kz.find_place('Petropavlovsk')",
    "filters": "def ask(among): return among.where(lambda one: one.date and one.date.year == 2023)",
    "counts": "from collections import Counter\n"
    "def ask(among): return Counter(str(one.stance) for one in among)",
    "gives a word": "def ask(among): return among[0].stance",
    "gives a record": "def ask(among): return among[0]",
    "gives a table": "def ask(among): return kz.Table(among)",
    "takes apart": "def ask(among): return among[:3] & among, among.only(kz.Statement), among.ids",
    "reads dates": "def ask(among): return kz.FuzzyDate.of('2023').earliest, kz.Window.of('2023')",
    "prints": "def ask(among): return str(among[0]), among[0]._repr_html_(), str(among)",
    "imports all": "from kzseparatism import *\ndef ask(among): return [one.id for one in among]",
    "imports what it does not use": "from kzseparatism import statements_between, queries\n"
    "def ask(among): return list(among)",
    "names the room": "def ask(among): return kz.queries, kz.frames, kz.why",
}


def asking(text: str) -> Callable[..., Any]:
    """Return the function ``ask`` of a module with this text, as a student's file is one."""
    made: Any = ModuleType("exercise")
    made.kz, made.WINDOW, made.timedelta = kz, WINDOW, timedelta
    exec(text, vars(made))  # noqa: S102 - our own text
    ask: Callable[..., Any] = made.ask
    return ask


@pytest.mark.parametrize("text", BORROWED.values(), ids=BORROWED)
def test_what_is_borrowed_is_refused(text: str) -> None:
    """Whichever way leads to it, what answers is named; other code has its answers as before."""
    ask = asking(text)
    judged = laws.own_work(ask, *OTHERS)
    with pytest.raises(
        laws.BorrowedWorkError, match=r"the library's own \S+ gives this .* yourself"
    ):
        judged(among=kz.statements)
    assert ask(among=kz.statements) is not None
    assert kz.statements_between("2023")


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_honest_work_is_not_hindered(text: str) -> None:
    """What a record tells of itself, names, filters and print may all be asked."""
    ask = asking(text)
    answer = laws.own_work(ask, *OTHERS)(among=kz.statements)
    assert repr(answer) == repr(ask(among=kz.statements))


def test_the_laws_judge_honest_work_as_ever() -> None:
    """The same laws hold, and an iterator is read while the function is watched."""

    def mine(start: Any = None, end: Any = None, *, among: Any) -> Iterator[kz.Statement]:
        window = kz.Window.of(start, end)
        dated = [one for one in among if one.date]
        for one in sorted(dated, key=lambda one: (*one.date.sort_key[:2], one.id)):
            if one.date.earliest <= window.end and window.start <= one.date.latest:
                yield one

    without = ["match", "undated", "coded"]
    judged = laws.own_work(mine, *OTHERS)
    laws.check(judged, laws.statements_between, without=without, max_examples=5)
    answer: Any = judged("2023", among=kz.statements)
    assert answer == tuple(mine("2023", among=kz.statements))
    assert (judged.__name__, judged.__doc__) == (mine.__name__, mine.__doc__)


def test_no_law_takes_it_for_an_answer() -> None:
    """A law that is tried stops at once, and says who was asked."""
    judged = laws.own_work(partial(kz.statements_between))
    with pytest.raises(laws.BorrowedWorkError, match="own statements_between gives"):
        laws.check(judged, laws.statements_between)
    laws.check(kz.statements_between, laws.statements_between[:2], max_examples=5)


def test_what_a_test_knows_is_refused_too() -> None:
    """A function of the test is named as such, also if it keeps its answers."""

    def right() -> int:
        return 7

    for known in (right, cache(right)):
        with pytest.raises(laws.BorrowedWorkError, match=r"the test's own .*right gives"):
            laws.own_work(lambda: right() + 1, known)()


def test_the_error_is_of_your_choice() -> None:
    """What is raised is made of the sentence."""
    judged = laws.own_work(
        kz.statements_between, error=partial(pytest.fail.Exception, pytrace=False)
    )
    with pytest.raises(pytest.fail.Exception, match="the library's own statements_between"):
        judged("2023")


def test_what_watches_is_put_back() -> None:
    """A profiler that runs goes on, after an answer and after an error."""
    seen: list[str] = []

    def watch(_frame: object, event: str, _argument: object) -> None:
        seen.append(event)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        laws.own_work(len)([])
        now = sys.getprofile()
        with pytest.raises(laws.BorrowedWorkError):
            laws.own_work(kz.statements_between)()
        after = sys.getprofile()
    finally:
        sys.setprofile(before)
    assert now is after is watch
    assert seen


@pytest.mark.parametrize(
    "name",
    ["statements_betwen", "FuzzyDate.met", "FuzzyDate", "Case.title", "load.x", "", "queries."],
)
def test_a_name_that_nothing_has_is_an_error(name: str) -> None:
    """A slip in the marking is told, and does not let everything through."""
    with pytest.raises(kz.UnknownNameError, match=f"function or module of the library .* '{name}'"):
        laws.own_work(list, name)


@pytest.mark.parametrize(
    ("arguments", "words"), [((3,), "function: 3 is"), ((len, 3), "others: 3")]
)
def test_only_functions_are_judged(arguments: Any, words: str) -> None:
    """What is neither a function nor the name of one is an error that says what to give."""
    with pytest.raises(kz.WrongTypeError, match=f"{words}.* give "):
        laws.own_work(*arguments)
