"""Code that is judged can't borrow the answers of the library, in whichever way it asks."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

import kzseparatism as kz
from kzseparatism import laws

BORROWED = ("statements_between", "FuzzyDate.meets", "Case.status_on", "Dataset.pseudonymised")
WAYS = [
    "import kzseparatism as kz\ndef ask(among): return kz.statements_between(among=among)",
    "import kzseparatism\ndef ask(among): return kzseparatism.statements_between(among=among)",
    "def ask(among):\n from kzseparatism import statements_between as s\n return s(among=among)",
    "from kzseparatism import queries\ndef ask(among): return queries.statements_between(None)",
    "import kzseparatism as kz\ndef ask(among): return among[0].date.meets(kz.Window.of())",
    "import kzseparatism as kz\ndef ask(among): return [c.status_on('2023') for c in kz.cases]",
    "import kzseparatism as kz\ndef ask(among): return kz.load().pseudonymised()",
    "import kzseparatism as kz\nask = lambda among: list(kz.statements_between(among=among))",
]


def module(text: str) -> Any:
    """Return a module with this text, as a student's file is one."""
    made = ModuleType("exercise")
    exec(text, vars(made))  # noqa: S102 - our own text
    return made


@pytest.mark.parametrize("text", WAYS)
def test_what_is_borrowed_is_refused(text: str) -> None:
    """The error names the function; the same code has its answer before and after."""
    borrower = module(text)
    assert borrower.ask(kz.statements) is not None
    with (
        laws.own_work(borrower, *BORROWED),
        pytest.raises(laws.BorrowedWorkError, match=r"the library's own .* yourself"),
    ):
        borrower.ask(kz.statements)
    assert borrower.ask(kz.statements) is not None


def test_what_was_imported_by_name_is_refused_before_it_is_called() -> None:
    """An alias, too."""
    borrower = module("from kzseparatism import statements_between as mine")
    with pytest.raises(laws.BorrowedWorkError), laws.own_work(borrower, *BORROWED):
        pytest.fail("it was let in")
    assert borrower.mine is kz.statements_between


def test_everybody_else_is_answered() -> None:
    """The laws, this test and other functions of the library go on as ever."""
    honest = module(
        "import kzseparatism as kz\n"
        "def ask(start=None, end=None, *, among):\n"
        "    window = kz.Window.of(start, end)\n"
        "    found = [one for one in among if one.date and one.date.earliest <= window.end"
        " and window.start <= one.date.latest]\n"
        "    return sorted(found, key=lambda one: (one.date.earliest, one.date.latest, one.id))"
    )
    with laws.own_work(honest, *BORROWED):
        assert kz.statements_between("2023")
        assert kz.cases[0].status_on("2024")
        without = ["match", "undated", "coded"]
        laws.check(honest.ask, laws.statements_between, without=without, max_examples=5)
        assert honest.ask("2023", among=kz.statements)


def test_a_borrowed_answer_breaks_the_laws() -> None:
    """Judged by a law, the borrower sees why in the report."""
    borrower = module(
        "import kzseparatism as kz\n"
        "def ask(start=None, end=None, **others):\n"
        "    return kz.statements_between(start, end, **others)"
    )
    with laws.own_work(borrower, *BORROWED):
        broken = laws.statements_between["nothing_is_lost"].broken_by(borrower.ask)
    assert broken is not None
    assert "BorrowedWorkError: the library's own statements_between" in str(broken)
    laws.statements_between["nothing_is_lost"](borrower.ask, max_examples=5)


@pytest.mark.parametrize("name", ["statements_betwen", "FuzzyDate.met", "Nothing.at_all", "load.x"])
def test_a_name_that_nothing_has_is_an_error(name: str) -> None:
    """A slip in the marking is told, and does not let everything through."""
    with pytest.raises(kz.UnknownNameError, match=name), laws.own_work(module(""), name):
        pytest.fail("it was let in")


def test_a_function_is_no_module() -> None:
    """The file is what is judged."""
    with pytest.raises(kz.WrongTypeError, match="import the file"), laws.own_work(len):  # type: ignore[arg-type]
        pytest.fail("it was let in")
